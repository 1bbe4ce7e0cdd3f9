//! How output behaves, as options of the commands that read the index.
//!
//! In: arguments. Out: the options as typed.

use clap::Args;

#[derive(Debug, Args)]
pub(in crate::cli) struct Manners {
    /// Print nothing; the status tells whether something was found
    #[arg(long, short = 'q')]
    pub(in crate::cli) quiet: bool,
    /// Use no pager, also where `BYLINE_PAGER` or `PAGER` names one
    #[arg(long)]
    pub(in crate::cli) no_pager: bool,
}
