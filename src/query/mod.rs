//! What was asked: typed text as a tree, with spans, complaints and the reading it was given.
//!
//! In: what a person typed, and today's day. Out: a [`Query`], a plain serialisable value.
//! Nothing typed is fatal, nothing is dropped silently. It does not know what an index is.

mod pattern;
mod spans;
mod tree;

pub use pattern::TermMatcher;
pub use spans::{BORDER, Spread, matches, terms};
pub use tree::{Complaint, Form, Match, Names, Node, Number, Presence, Query, Range, Scope, Term, Words};
