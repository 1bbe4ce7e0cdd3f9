//! A stretch of text as two byte offsets.
//!
//! In: offsets of UTF-8 bytes, the end excluded. Out: the stretch itself and how two stretches lie to each other.
//! It leaves to the caller which text the offsets belong to.

use serde::{Deserialize, Serialize};

/// A stretch `from..to` of some text, in bytes of its UTF-8; written as `[from, to]` in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    /// First byte.
    pub from: usize,
    /// One past the last byte.
    pub to: usize,
}

impl Span {
    /// The stretch `from..to`.
    #[must_use]
    pub fn new(from: usize, to: usize) -> Self {
        Self { from, to }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.to.saturating_sub(self.from)
    }

    /// Whether nothing lies in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.to <= self.from
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn holds(self, other: Span) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Whether both share a byte.
    #[must_use]
    pub fn meets(self, other: Span) -> bool {
        self.from < other.to && other.from < self.to
    }

    /// The smallest stretch that holds both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span::new(self.from.min(other.from), self.to.max(other.to))
    }

    /// The text it stands for, empty where the offsets do not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.from..self.to).unwrap_or("")
    }
}

impl From<(usize, usize)> for Span {
    fn from((from, to): (usize, usize)) -> Self {
        Self { from, to }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.from, span.to)
    }
}
