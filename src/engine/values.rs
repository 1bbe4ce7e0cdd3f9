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
use std::collections::{BTreeMap, HashMap};
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
            let of_doc = docs.iter().map(|doc| (doc, ids.term_ords(doc).next().unwrap_or(0)));
            let counted = match by {
                By::Author => terms(segment, "author", of_doc)?,
                By::Entity(_) => terms(segment, "entity", of_doc)?,
                By::Site => terms(segment, "outlet", of_doc)?,
                By::Kind => terms(segment, "kind", of_doc)?,
                By::Day | By::Year | By::Month => times(segment, by, of_doc)?,
            };
            let is_asked = |key: &str| match by {
                By::Entity(kind) => facts::is_of_type(key, kind),
                _ => true,
            };
            let counted: Vec<Counted> = counted.into_iter().filter(|(key, ..)| is_asked(key)).collect();
            let mut firsts: Vec<u64> = counted.iter().map(|(_, _, first)| *first).collect();
            firsts.sort_unstable();
            firsts.dedup();
            let names: HashMap<u64, String> = firsts.iter().copied().zip(texts(&ids, &firsts)?).collect();
            for (key, count, first) in counted {
                tally.add(key, count, names.get(&first).cloned().unwrap_or_default());
            }
        }
        Ok(tally.values())
    }
}

/// A key, how many documents have it, and the least number of their ids, which order as the ids do.
type Counted = (String, usize, u64);

/// Documents by the terms of a column.
fn terms(
    segment: &SegmentReader,
    column: &str,
    docs: impl Iterator<Item = (u32, u64)>,
) -> Result<Vec<Counted>, Problem> {
    let Some(column) = segment.fast_fields().str(column)? else { return Ok(Vec::new()) };
    let mut counts = vec![(0_usize, u64::MAX); column.num_terms()];
    let mut own: Vec<u64> = Vec::new();
    for (doc, id) in docs {
        own.clear();
        own.extend(column.term_ords(doc));
        // a term that a document holds twice stands twice in the column
        own.sort_unstable();
        own.dedup();
        for ord in &own {
            if let Some((count, first)) = counts.get_mut(*ord as usize) {
                *count += 1;
                *first = id.min(*first);
            }
        }
    }
    let present = || (0..).zip(&counts).filter(|(_, (count, _))| *count > 0);
    let ords: Vec<u64> = present().map(|(ord, _)| ord).collect();
    let keys = texts(&column, &ords)?;
    Ok(keys.into_iter().zip(present()).map(|(key, (_, (count, first)))| (key, *count, *first)).collect())
}

/// The texts of terms whose numbers ascend, read in one go: each by itself would open a block of the dictionary.
fn texts(column: &StrColumn, ords: &[u64]) -> Result<Vec<String>, Problem> {
    let mut texts = Vec::with_capacity(ords.len());
    column.dictionary().sorted_ords_to_term_cb(ords, |text| texts.push(String::from_utf8_lossy(text).into_owned()))?;
    Ok(texts)
}

/// Documents by the month or the year of their day.
fn times(segment: &SegmentReader, by: By, docs: impl Iterator<Item = (u32, u64)>) -> Result<Vec<Counted>, Problem> {
    let (firsts, lasts) = (segment.fast_fields().i64("first")?, segment.fast_fields().i64("last")?);
    let day = |number: Option<i64>| i32::try_from(number?).ok().map(Day::from_number);
    let mut counts: HashMap<Period, (usize, u64)> = HashMap::new();
    for (doc, id) in docs {
        let period = day(firsts.first(doc)).zip(day(lasts.first(doc)));
        if let Some((first, last)) = period {
            let (count, least) = counts.entry(Period { first, last }).or_insert((0, id));
            *count += 1;
            *least = id.min(*least);
        }
    }
    let mut by_key: BTreeMap<String, (usize, u64)> = BTreeMap::new();
    for (period, (count, id)) in counts {
        let (sum, least) = by_key.entry(facts::time_key(period, by)).or_insert((0, id));
        *sum += count;
        *least = id.min(*least);
    }
    Ok(by_key.into_iter().map(|(key, (count, first))| (key, count, first)).collect())
}
