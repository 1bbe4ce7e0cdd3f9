//! A question: what was typed, how it is to be read, and what of the answer is wanted.
//!
//! In: the values of a command line. Out: one query, flags and typed words joined, or why it is refused.

use super::counts::Facet;
use crate::engine::{Fault, Sort};
use crate::query::{Match, Node, Query, Refusal, free, parse};
use crate::text::{Day, Span};
use std::fmt;

/// A question, as it comes from the command line.
#[derive(Debug, Clone)]
pub struct Question {
    /// The query as typed.
    pub typed: String,
    /// How it is read.
    pub reading: Reading,
    /// Clauses that flags stand for (`author:"A. Name"`), joined to the query by AND: the flag and its clause.
    pub flags: Vec<(String, String)>,
    /// Day that words such as "last week" are counted from.
    pub today: Day,
    /// Order of the hits.
    pub sort: Sort,
    /// Hits left out at the beginning.
    pub offset: usize,
    /// Hits shown at most.
    pub limit: usize,
    /// Longest passage, in characters.
    pub chars: usize,
    /// Passages of a hit, at most.
    pub passages: usize,
    /// Whether each hit is to say why it stands where it stands.
    pub why: bool,
    /// Whether hits of one conversation are folded under their article; hits are counted as conversations then.
    pub grouped: bool,
    /// What the whole answer is counted by.
    pub facets: Vec<Facet>,
    /// Values of a facet, at most.
    pub values: usize,
    /// Whether the whole answer is counted by month.
    pub by_month: bool,
    /// Whether queries are looked for that may have been meant.
    pub suggest: bool,
}

impl Question {
    /// A question in the query language that asks for the first ten hits.
    #[must_use]
    pub fn new(typed: &str, today: Day) -> Question {
        Question {
            typed: typed.to_owned(),
            reading: Reading::Language,
            flags: Vec::new(),
            today,
            sort: Sort::Relevance,
            offset: 0,
            limit: 10,
            chars: 240,
            passages: 1,
            why: false,
            grouped: false,
            facets: Vec::new(),
            values: 10,
            by_month: false,
            suggest: false,
        }
    }
}

/// How a typed query is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reading {
    /// In the query language.
    #[default]
    Language,
    /// As free words, all of them; no character is an operator.
    AllWords,
    /// As free words, one of them at least.
    AnyWord,
}

/// Why a question got no answer.
#[derive(Debug)]
pub enum Refused {
    /// The query is past a bound of the language.
    Query(Refusal),
    /// The engine failed.
    Engine(Fault),
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Refused::Engine(fault)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Query(refusal) => refusal.fmt(f),
            Refused::Engine(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for Refused {}

/// Reads the query and its flags, and joins them by AND.
///
/// # Errors
/// When the query is past a bound of the language.
pub fn read(question: &Question) -> Result<Query, Refused> {
    let query = match question.reading {
        Reading::Language => parse(&question.typed, question.today),
        Reading::AllWords => free(&question.typed, false),
        Reading::AnyWord => free(&question.typed, true),
    }
    .map_err(Refused::Query)?;
    with_flags(query, question)
}

/// Joins a question's flags to a query.
pub(super) fn with_flags(mut query: Query, question: &Question) -> Result<Query, Refused> {
    let end = question.typed.len();
    for (flag, clause) in &question.flags {
        let read = parse(clause, question.today).map_err(Refused::Query)?;
        for mut complaint in read.complaints {
            complaint.message = format!("{flag}: {}", complaint.message);
            complaint.span = Span::new(end, end);
            query.complaints.push(complaint);
        }
        query.root = join(query.root, read.root.at(Span::new(end, end)));
    }
    Ok(query)
}

pub(super) fn join(left: Node, right: Node) -> Node {
    match (&left.asks, &right.asks) {
        (_, Match::All) => left,
        (Match::All, _) => right,
        _ => Node { span: left.span, asks: Match::And(vec![left, right]) },
    }
}
