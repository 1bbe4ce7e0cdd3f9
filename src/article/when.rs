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

    /// Year, month and day of month, as far as they are known; none for a value that is no day.
    #[must_use]
    pub fn parts(&self) -> Vec<i16> {
        let known = match self.precision {
            Precision::Year => 1,
            Precision::Month => 2,
            Precision::Day | Precision::Minute => 3,
        };
        let first = self.period().map(|period| period.first.ymd());
        first.into_iter().flat_map(|(year, month, day)| [year, month.into(), day.into()]).take(known).collect()
    }

    /// The value without its time: `2017`, `2017-07` or `2017-07-12`.
    #[must_use]
    pub fn day_text(&self) -> &str {
        self.value.get(..10).unwrap_or(&self.value)
    }
}

#[cfg(test)]
mod tests {
    use super::When;
    use crate::text::Stamp;

    #[test]
    fn a_day_covers_what_it_says_and_is_shown_without_its_time() {
        for (written, day, covers) in [
            ("2017", "2017", "2017-01-01 to 2017-12-31"),
            ("2016-02", "2016-02", "2016-02-01 to 2016-02-29"),
            ("2017-07-12", "2017-07-12", "2017-07-12 to 2017-07-12"),
            ("2017-07-12T23:30:00-08:00", "2017-07-12", "2017-07-12 to 2017-07-12"),
            ("2017-07-12T00:30:00+14:00", "2017-07-12", "2017-07-12 to 2017-07-12"),
        ] {
            let when = When::new(Stamp::parse(written).expect("a day"), "time", 0.9);
            let period = when.period().expect("a period");
            assert_eq!((when.day_text(), format!("{} to {}", period.first, period.last)), (day, covers.to_owned()));
        }
    }

    #[test]
    fn its_parts_are_those_that_are_known() {
        for (written, parts) in [
            ("2017", &[2017][..]),
            ("2016-02", &[2016, 2]),
            ("2017-07-12", &[2017, 7, 12]),
            ("2017-07-12T23:30:00-08:00", &[2017, 7, 12]),
        ] {
            assert_eq!(When::new(Stamp::parse(written).expect("a day"), "time", 0.9).parts(), parts);
        }
    }

    #[test]
    fn a_value_built_by_hand_that_is_no_day_covers_nothing() {
        let stamp = Stamp::parse("2017").expect("a year");
        assert_eq!(When { value: "soon".to_owned(), ..When::new(stamp, "x", 1.0) }.period(), None);
    }
}
