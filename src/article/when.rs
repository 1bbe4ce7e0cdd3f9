//! The day of a statement, with its precision and its reason.
//!
//! In: a written day. Out: the day, how exact it is, where it was taken from. No day is an ordinary result: `Option<When>`.

use crate::text::{Period, Precision, Stamp};
use serde::{Deserialize, Serialize};

/// When something was published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct When {
    /// `2017`, `2017-07`, `2017-07-12` or RFC 3339 in its own offset.
    pub value: String,
    /// How exact it is.
    pub precision: Precision,
    /// Where it was taken from (`json-ld`, `meta`, `time`, `byline`, `record`, …).
    pub from: String,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
}

impl When {
    /// A day from a written form.
    #[must_use]
    pub fn new(stamp: Stamp, from: &str, confidence: f32) -> When {
        When { value: stamp.value, precision: stamp.precision, from: from.to_owned(), confidence }
    }

    /// The days it covers: one, a month or a year. `None` only for a value that was built by hand and is no day.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        Stamp::parse(&self.value).map(|stamp| stamp.period)
    }

    /// The value without its time: `2017`, `2017-07` or `2017-07-12`.
    #[must_use]
    pub fn day_text(&self) -> &str {
        self.value.get(..10).unwrap_or(&self.value)
    }
}
