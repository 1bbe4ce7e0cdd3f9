//! What was asked: typed text as a tree, with spans, complaints and the reading it was given.
//!
//! In: what a person typed, and today's day. Out: a [`Query`], a plain serialisable value.
//! Nothing typed is fatal, nothing is dropped silently. It does not know what an index is.
//!
//! ```text
//!  typed ──lex──▶ tokens ──parse──▶ tree ──print──▶ "understood as"
//!                   │         ▲
//!                   └─clause──┘ term · fact (dated ─ days, number) · field
//! ```
#![deny(clippy::indexing_slicing)]

mod clause;
mod cut;
mod dated;
mod days;
mod elasticsearch;
mod fact;
mod field;
mod foreign;
mod free;
mod help;
mod key;
mod lex;
mod lucene;
mod number;
mod parse;
mod pattern;
pub mod place;
mod plain;
mod print;
mod site;
mod term;
#[cfg(test)]
mod tests;
mod tree;

pub use cut::Cut;
pub use days::read as read_day;
pub use elasticsearch::mapping;
pub use foreign::{Target, Untold, foreign};
pub use free::{clause, free, free_words};
pub use help::{HELP_FIELDS, HELP_QUERY};
pub use key::key_forms;
pub use parse::{DEEPEST_QUERY, LONGEST_QUERY, MOST_CLAUSES, Refusal, parse};
pub use pattern::TermMatcher;
pub use print::print;
pub use site::{host_of, site_forms};
pub use tree::{Complaint, Form, Match, Names, Node, Number, Presence, Query, Range, Scope, Term, Words};
