//! Filters of a query as options, the same for every command that takes a query.
//!
//! In: arguments. Out: the options as typed, and the clauses of the query language that they stand for.

use crate::query::clause;
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(in crate::cli) struct Filters {
    /// Only statements of this author
    #[arg(long, value_name = "NAME")]
    author: Vec<String>,
    /// Only from this day, month or year on
    #[arg(long, value_name = "DAY")]
    after: Option<String>,
    /// Only before this day, month or year
    #[arg(long, value_name = "DAY")]
    before: Option<String>,
    /// Only within this day, month or year
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// Only statements that name this person, organisation or place
    #[arg(long, value_name = "NAME")]
    entity: Vec<String>,
    /// Only articles, or only comments
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Option<Kinds>,
    /// Only from this site or one below it
    #[arg(long, value_name = "HOST")]
    site: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Kinds {
    Article,
    Comment,
    Pingback,
}

impl Filters {
    /// Each flag that is set, with its clause.
    pub(in crate::cli) fn clauses(&self) -> Vec<(String, String)> {
        let mut clauses = Vec::new();
        let mut add = |flag: &str, field: &str, value: &str| clauses.push((format!("--{flag}"), clause(field, value)));
        self.author.iter().for_each(|name| add("author", "author", name));
        self.entity.iter().for_each(|name| add("entity", "entity", name));
        self.after.iter().for_each(|day| add("after", "after", day));
        self.before.iter().for_each(|day| add("before", "before", day));
        self.on.iter().for_each(|day| add("on", "on", day));
        self.site.iter().for_each(|site| add("site", "site", site));
        self.kind.iter().for_each(|kind| add("kind", "kind", kind.name()));
        clauses
    }
}

impl Kinds {
    fn name(self) -> &'static str {
        match self {
            Kinds::Article => "article",
            Kinds::Comment => "comment",
            Kinds::Pingback => "pingback",
        }
    }
}
