//! Day clauses: what `after:`, `before:`, `on:` and `date:` ask for.
//!
//! In: the field and its value, a day or a range. Out: first and last day, both included. Reading single days is left to `days`.
//!
//! ```text
//!            2016      │      2017      │      2018
//!  on:2017             ├────────────────┤
//!  after:2017          ├─────────────────────────────▶     its period included
//!  date:>2017                           ├────────────▶     behind its period
//!  before:2017  ◀──────┤                                   its period left out
//!  date:<=2017  ◀───────────────────────┤                  to the end of its period
//! ```

use super::days;
use super::fact::{Read, Unread};
use super::field::DayField;
use super::tree::{Match, Presence};
use crate::text::{Day, Period};

/// First and last day, open where there is none.
type Bounds = (Option<Day>, Option<Day>);

/// Reads a day or a range of days.
pub(super) fn read(field: DayField, value: &str, today: Day) -> Result<Read, Unread> {
    let bounds = match field {
        DayField::On => range(value, today),
        DayField::After => days::read(value, today).map(|period| (Some(period.first), None)),
        DayField::Before => days::read(value, today).map(|period| (None, Some(period.first.plus(-1)))),
    };
    match bounds {
        Some((None, None)) => Ok(Match::Has(Presence::Date).into()),
        Some((Some(from), Some(until))) if from > until => {
            Ok(Read { asks: Match::Nothing, remark: Some(format!("no day lies in `{value}`; nothing is found by it")) })
        }
        Some((from, until)) => Ok(Match::Day { from, until }.into()),
        None => Err(unread(field, value, today)),
    }
}

fn unread(field: DayField, value: &str, today: Day) -> Unread {
    let as_date = field != DayField::On && range(value, today).is_some();
    let hint = if as_date {
        format!("did you mean `date:{value}`")
    } else if let Some((one, other)) = days::two_ways(value) {
        format!("did you mean {one} or {other}")
    } else {
        "days are written 2017, 2017-06, 2017-06-12, \"12 June 2017\" or \"2 weeks ago\"".to_owned()
    };
    Unread { message: format!("`{value}` is no day; left out"), hint: Some(hint) }
}

fn range(value: &str, today: Day) -> Option<Bounds> {
    let value = value.trim();
    if value.starts_with(['[', '{']) {
        return lucene(value, today);
    }
    if value == "*" {
        return Some((None, None));
    }
    if let Some(bounds) = compared(value, today) {
        return Some(bounds);
    }
    if let Some(period) = days::read(value, today).filter(|_| !value.contains("..")) {
        return Some((Some(period.first), Some(period.last)));
    }
    let parts = ["..", " to ", " TO ", " until ", " – ", "–", " - "].iter();
    let parts = parts.filter_map(|between| value.split_once(between));
    parts.chain(years(value)).find_map(|(from, until)| {
        let (from, until) = (end(from, today)?, end(until, today)?);
        Some((from.map(|period| period.first), until.map(|period| period.last)))
    })
}

/// `2017-2018`.
fn years(value: &str) -> Option<(&str, &str)> {
    value.split_once('-').filter(|(from, until)| from.trim().len() == 4 && until.trim().len() == 4)
}

fn compared(value: &str, today: Day) -> Option<Bounds> {
    let day = value.trim_start_matches(['<', '>', '=']);
    let period = |text: &str| days::read(text, today);
    match value.get(..value.len() - day.len())? {
        ">" => period(day).map(|period| (Some(period.last.plus(1)), None)),
        ">=" | "=>" => period(day).map(|period| (Some(period.first), None)),
        "<" => period(day).map(|period| (None, Some(period.first.plus(-1)))),
        "<=" | "=<" => period(day).map(|period| (None, Some(period.last))),
        "=" => period(day).map(|period| (Some(period.first), Some(period.last))),
        _ => None,
    }
}

/// `[2017-07-01 TO 2018-01-01}`: a square bracket includes the period, a curly one leaves it out.
fn lucene(value: &str, today: Day) -> Option<Bounds> {
    let inside = value.get(1..)?.strip_suffix([']', '}'])?;
    let (from, until) = inside.split_once(" TO ")?;
    let (from, until) = (end(from, today)?, end(until, today)?);
    let from = from.map(|period| if value.starts_with('[') { period.first } else { period.last.plus(1) });
    let until = until.map(|period| if value.ends_with(']') { period.last } else { period.first.plus(-1) });
    Some((from, until))
}

/// One end of a range; open where nothing or a `*` is written.
fn end(text: &str, today: Day) -> Option<Option<Period>> {
    match text.trim().trim_matches('"') {
        "" | "*" => Some(None),
        day => days::read(day, today).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::{DayField, Match, range, read};
    use crate::text::Day;

    fn asked(value: &str) -> String {
        let today = Day::from_ymd(2018, 3, 14).expect("a day");
        let text = |day: Option<Day>| day.map_or("*".to_owned(), |day| day.to_string());
        range(value, today).map_or("no".to_owned(), |(from, until)| format!("{}..{}", text(from), text(until)))
    }

    #[test]
    fn a_part_date_is_the_whole_period() {
        let written = [
            ("2017", "2017-01-01..2017-12-31"),
            ("2017-06..2017-08", "2017-06-01..2017-08-31"),
            (">=2017-07", "2017-07-01..*"),
            (">2017", "2018-01-01..*"),
            ("<2017", "*..2016-12-31"),
            ("<= 2017", "*..2017-12-31"),
            ("2017-07..", "2017-07-01..*"),
            ("2015-2017", "2015-01-01..2017-12-31"),
            ("[2017-07-01 TO 2018-01-01}", "2017-07-01..2017-12-31"),
            ("{2017-06 TO *]", "2017-07-01..*"),
            ("June 2017 to August 2017", "2017-06-01..2017-08-31"),
            ("july-2017", "2017-07-01..2017-07-31"),
            ("[* TO *]", "*..*"),
            ("soon", "no"),
            ("..soon", "no"),
            ("[-99999999-01-01 TO 99999999-01-01]", "no"),
        ];
        for (value, days) in written {
            assert_eq!(asked(value), days, "{value}");
        }
    }

    #[test]
    fn after_includes_the_period_and_before_leaves_it_out() {
        let today = Day::from_ymd(2018, 3, 14).expect("a day");
        let ends = |field, value| match read(field, value, today) {
            Ok(read) => read.asks,
            Err(_) => Match::All,
        };
        let day = |y, m, d| Day::from_ymd(y, m, d);
        assert_eq!(ends(DayField::After, "2017-06"), Match::Day { from: day(2017, 6, 1), until: None });
        assert_eq!(ends(DayField::Before, "2018"), Match::Day { from: None, until: day(2017, 12, 31) });
        assert_eq!(ends(DayField::On, "2018..2017"), Match::Nothing);
        assert_eq!(ends(DayField::On, "{2017 TO 2017}"), Match::Nothing);
    }
}
