//! Statements of an answer counted by what they have in common.
//!
//! In: the documents that match, and by what they are counted. Out: for each value its key, how many statements have it, and
//! the first of them by id, from which a name can be read. Which keys a statement has is said in `facts`.

use super::facts;
use super::lower::{Lowering, Sets};
use super::postings::Problem;
use crate::article::EntityType;
use crate::text::{Day, Period};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tantivy::SegmentReader;
use tantivy::columnar::StrColumn;

/// What statements are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Key of each author.
    Author,
    /// Key of each entity of a type, `person:kim jong un`.
    Entity(EntityType),
    /// Key of the site's name, or of its host where it has none.
    Site,
    /// `article`, `comment`, `pingback`.
    Kind,
    /// `2017-07-12`; `2017-07` or `2017` where no more is known.
    Day,
    /// `2017`.
    Year,
    /// `2017-07`; `2017` where no more is known.
    Month,
}

/// Statements that have a value in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its key.
    pub key: String,
    /// How many statements have it.
    pub count: usize,
    /// Id of the first of them.
    pub first: String,
}

/// Values by key.
#[derive(Default)]
pub(super) struct Tally(BTreeMap<String, (usize, String)>);

impl Tally {
    /// Counts `count` statements of which the first is `id`.
    pub(super) fn add(&mut self, key: String, count: usize, id: String) {
        match self.0.get_mut(&key) {
            Some((sum, first)) => {
                *sum += count;
                if id < *first {
                    *first = id;
                }
            }
            None => {
                self.0.insert(key, (count, id));
            }
        }
    }

    /// The values, by key.
    pub(super) fn values(self) -> Vec<Value> {
        self.0.into_iter().map(|(key, (count, first))| Value { key, count, first }).collect()
    }
}

impl Lowering<'_> {
    /// Counts the documents in `sets`.
    pub(super) fn values(&self, sets: &Sets, by: By) -> Result<Vec<Value>, Problem> {
        let mut tally = Tally::default();
        for (segment, docs) in self.searcher.segment_readers().iter().zip(sets) {
            let Some(ids) = segment.fast_fields().str("id")? else { continue };
            let first = |ord: u64| {
                let mut id = String::new();
                ids.ord_to_str(ord, &mut id).map(|_| id)
            };
            let mut counts: BTreeMap<Key, (usize, u64)> = BTreeMap::new();
            let keys = Keys::open(segment, by)?;
            for doc in docs.iter() {
                let id = ids.term_ords(doc).next().unwrap_or(0);
                keys.each(doc, |key| {
                    let (count, first) = counts.entry(key).or_insert((0, id));
                    *count += 1;
                    *first = id.min(*first);
                });
            }
            for (key, (count, id)) in counts {
                if let Some(key) = keys.text(key)? {
                    tally.add(key, count, first(id)?);
                }
            }
        }
        Ok(tally.values())
    }
}

/// A value within one segment: the number of a term, or a period as first and last day.
type Key = (i64, i64);

/// Where the keys of documents stand.
enum Keys {
    Terms(Option<StrColumn>, Option<EntityType>),
    Days(tantivy::columnar::Column<i64>, tantivy::columnar::Column<i64>, By),
}

impl Keys {
    fn open(segment: &SegmentReader, by: By) -> Result<Keys, Problem> {
        let fields = segment.fast_fields();
        Ok(match by {
            By::Author => Keys::Terms(fields.str("author")?, None),
            By::Entity(kind) => Keys::Terms(fields.str("entity")?, Some(kind)),
            By::Site => Keys::Terms(fields.str("outlet")?, None),
            By::Kind => Keys::Terms(fields.str("kind")?, None),
            By::Day | By::Year | By::Month => Keys::Days(fields.i64("first")?, fields.i64("last")?, by),
        })
    }

    fn each(&self, doc: u32, mut each: impl FnMut(Key)) {
        match self {
            Keys::Terms(column, _) => {
                // a term that a document holds twice stands twice in the column
                let mut ords: Vec<u64> = column.iter().flat_map(|column| column.term_ords(doc)).collect();
                ords.sort_unstable();
                ords.dedup();
                ords.into_iter().for_each(|ord| each((ord as i64, 0)));
            }
            Keys::Days(first, last, _) => {
                if let (Some(first), Some(last)) = (first.first(doc), last.first(doc)) {
                    each((first, last));
                }
            }
        }
    }

    /// The key as it is given back; none for an entity of another type.
    fn text(&self, (one, other): Key) -> Result<Option<String>, Problem> {
        match self {
            Keys::Terms(column, kind) => {
                let mut key = String::new();
                if let Some(column) = column {
                    column.ord_to_str(one as u64, &mut key)?;
                }
                let is_asked = kind.is_none_or(|kind| facts::is_of_type(&key, kind));
                Ok(is_asked.then_some(key))
            }
            Keys::Days(_, _, by) => {
                let day = |number: i64| i32::try_from(number).ok().map(Day::from_number);
                let period = day(one).zip(day(other)).map(|(first, last)| Period { first, last });
                Ok(period.map(|period| facts::time_key(period, *by)))
            }
        }
    }
}
