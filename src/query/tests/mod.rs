//! What the language promises, as tests: what each thing typed means, what is said about it, that it prints and reads back.

mod foreign;
mod language;
mod manners;
mod print;

use super::{Query, parse};
use crate::text::Day;

/// Wednesday, 14 March 2018.
fn today() -> Day {
    Day::from_ymd(2018, 3, 14).expect("a day")
}

fn read(typed: &str) -> Query {
    parse(typed, today()).expect("within the bounds")
}

/// The reading of a query that nothing is to be said about.
fn understood(typed: &str) -> String {
    let query = read(typed);
    assert_eq!(query.complaints, [], "{typed}");
    query.root.to_string()
}

/// The reading, and each complaint's piece and hint.
fn said(typed: &str) -> (String, Vec<(String, String)>) {
    let query = read(typed);
    let pieces = query.complaints.iter();
    let pieces = pieces.map(|c| (c.span.of(typed).to_owned(), c.hint.clone().unwrap_or_default())).collect();
    (query.root.to_string(), pieces)
}
