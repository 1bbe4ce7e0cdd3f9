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

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_is_written_as_two_numbers() {
        let span = Span::new(3, 7);
        assert_eq!(serde_json::to_string(&span).ok().as_deref(), Some("[3,7]"));
        assert_eq!(serde_json::from_str::<Span>("[3,7]").ok(), Some(span));
        for wrong in ["[3]", "[3,7,9]", "[-1,2]", "{\"from\":3,\"to\":7}"] {
            assert!(serde_json::from_str::<Span>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn offsets_that_do_not_fit_a_text_stand_for_nothing() {
        let text = "état";
        for (from, to, piece) in
            [(0, 2, "é"), (2, 5, "tat"), (0, 5, "état"), (0, 1, ""), (1, 3, ""), (4, 9, ""), (3, 2, "")]
        {
            assert_eq!(Span::new(from, to).of(text), piece, "{from}..{to}");
        }
    }

    #[test]
    fn spans_lie_to_each_other_as_stretches_do() {
        let span = Span::new(2, 5);
        for (from, to, holds, meets) in [
            (2, 5, true, true),
            (3, 4, true, true),
            (1, 3, false, true),
            (0, 2, false, false),
            (5, 9, false, false),
            (0, 9, false, true),
        ] {
            let other = Span::new(from, to);
            assert_eq!(
                (span.holds(other), span.meets(other), other.meets(span)),
                (holds, meets, meets),
                "{from}..{to}"
            );
            assert!(span.join(other).holds(span) && span.join(other).holds(other));
        }
        assert!(Span::new(3, 3).is_empty() && Span::new(4, 3).is_empty());
        assert_eq!(Span::new(4, 3).len(), 0);
    }
}
