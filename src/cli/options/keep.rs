//! Searches with names, as options of `search`.
//!
//! In: arguments. Out: the options as typed.

use clap::Args;

/// What else a search with a name forbids.
const OF_QUERY: [&str; 9] = ["query", "author", "after", "before", "on", "entity", "kind", "site", "any"];

#[derive(Debug, Args)]
pub(in crate::cli) struct Keep {
    /// Keep this search under a name
    #[arg(long, value_name = "NAME", help_heading = "Searches with names")]
    pub(in crate::cli) save: Option<String>,
    /// Show what a kept search finds now and had not shown at the last look; status 1 and no text where nothing is new
    #[arg(long, value_name = "NAME", help_heading = "Searches with names", conflicts_with_all = OF_QUERY, conflicts_with_all = ["save", "batch", "to", "group", "facets", "by"])]
    pub(in crate::cli) new: Option<String>,
    /// List the kept searches
    #[arg(long, help_heading = "Searches with names", conflicts_with_all = OF_QUERY, conflicts_with_all = ["save", "new", "batch", "to"])]
    pub(in crate::cli) saved: bool,
    /// Forget a kept search
    #[arg(long, value_name = "NAME", help_heading = "Searches with names", conflicts_with_all = OF_QUERY, conflicts_with_all = ["save", "new", "saved", "batch", "to"])]
    pub(in crate::cli) forget: Option<String>,
}
