//! What is in an index, in numbers.
//!
//! In: the statements of an index, by their fast fields. Out: counts, the span of days, the most frequent languages.

use super::lower::Lowering;
use super::postings::Problem;
use crate::article::Kind;
use crate::query::{Match, Node, Presence};
use crate::text::{Day, Span};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Counts of an index.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Articles.
    pub articles: usize,
    /// Comments, without pingbacks.
    pub comments: usize,
    /// Pingbacks.
    pub pingbacks: usize,
    /// Threads.
    pub threads: usize,
    /// Authors with different names.
    pub authors: usize,
    /// Statements without an author.
    pub nameless: usize,
    /// Statements without a day.
    pub undated: usize,
    /// First day of the earliest statement.
    pub first_day: Option<Day>,
    /// Last day of the latest statement.
    pub last_day: Option<Day>,
    /// Persons with different names that are named.
    pub persons: usize,
    /// Organisations.
    pub orgs: usize,
    /// Places.
    pub places: usize,
    /// Words of all texts.
    pub words: u64,
    /// Sources.
    pub sources: usize,
    /// Bytes of the index on disk.
    pub bytes: u64,
}

impl Lowering<'_> {
    /// Counts over every statement; sources and bytes are left to the caller.
    pub(super) fn totals(&self) -> Result<Totals, Problem> {
        let entities = self.distinct(&Match::All, "entity")?;
        let of_type = |kind: &str| entities.iter().filter(|key| key.starts_with(kind)).count();
        let mut totals = Totals {
            articles: self.how_many(Match::Kind(Kind::Article))?,
            comments: self.how_many(Match::Kind(Kind::Comment))?,
            pingbacks: self.how_many(Match::Kind(Kind::Pingback))?,
            threads: self.distinct(&Match::All, "thread")?.len(),
            authors: self.distinct(&Match::All, "author")?.len(),
            nameless: self.how_many(not(Match::Has(Presence::Author)))?,
            undated: self.how_many(not(Match::Has(Presence::Date)))?,
            persons: of_type("person:"),
            orgs: of_type("org:"),
            places: of_type("place:"),
            ..Totals::default()
        };
        for segment in self.searcher.segment_readers() {
            let (first, last) = (segment.fast_fields().i64("first")?, segment.fast_fields().i64("last")?);
            let words = segment.fast_fields().u64("words")?;
            for doc in segment.doc_ids_alive() {
                totals.words += words.first(doc).unwrap_or(0);
                let day = |number: i64| i32::try_from(number).ok().map(Day::from_number);
                let (first, last) = (first.first(doc).and_then(day), last.first(doc).and_then(day));
                totals.first_day = totals.first_day.into_iter().chain(first).min();
                totals.last_day = totals.last_day.into_iter().chain(last).max();
            }
        }
        Ok(totals)
    }

    fn how_many(&self, asks: Match) -> Result<usize, Problem> {
        let sets = self.matching(&node(asks))?;
        Ok(sets.iter().map(super::docs::Docs::len).sum())
    }

    fn distinct(&self, asks: &Match, field: &str) -> Result<HashSet<String>, Problem> {
        let sets = self.matching(&node(asks.clone()))?;
        Ok(self.strings(&sets, field)?.into_iter().collect())
    }
}

fn node(asks: Match) -> Node {
    Node { span: Span::default(), asks }
}

fn not(asks: Match) -> Match {
    Match::Not(Box::new(node(asks)))
}
