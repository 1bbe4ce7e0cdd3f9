//! The one order of hits that every engine keeps: by score or day, ties by id.
//!
//! In: a score, a day and an id for each. Out: which stands before which.

use super::Sort;
use std::cmp::Ordering;

/// What a hit is ordered by.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rank {
    /// Score, rounded.
    pub(super) score: f64,
    /// First day that its day covers, days since 1970; none where undated.
    pub(super) day: Option<i64>,
    /// Id.
    pub(super) id: String,
}

/// How two hits stand to each other; undated ones come last by day.
pub(super) fn compare(sort: Sort, a: &Rank, b: &Rank) -> Ordering {
    keys(sort, a.score, a.day)
        .partial_cmp(&keys(sort, b.score, b.day))
        .unwrap_or(Ordering::Equal)
        .then_with(|| a.id.cmp(&b.id))
}

/// A pair that sorts ascending.
pub(super) fn keys(sort: Sort, score: f64, day: Option<i64>) -> (bool, f64) {
    match sort {
        Sort::Relevance => (false, -score),
        Sort::Newest => (day.is_none(), -(day.unwrap_or(0) as f64)),
        Sort::Oldest => (day.is_none(), day.unwrap_or(0) as f64),
    }
}
