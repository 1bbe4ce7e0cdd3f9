//! Days as people write them.
//!
//! In: `2017`, `2017-06`, `july-2017`, `12 July 2017`, `2 weeks ago`, `last month`, and today's day. Out: the period that is meant.
//! A day or month without a year is the latest one that has begun. Numbers that may be read two ways (`6/7/2017`) are not read.

use crate::text::{Day, Period, Stamp};

/// Months in English, German, French and Spanish; three letters or more of them are enough.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janvier", "enero"],
    &["february", "februar", "fevrier", "febrero"],
    &["march", "marz", "maerz", "mars", "marzo"],
    &["april", "avril", "abril"],
    &["may", "mai", "mayo"],
    &["june", "juni", "juin", "junio"],
    &["july", "juli", "juillet", "julio"],
    &["august", "aout", "agosto"],
    &["september", "sept", "septembre", "septiembre"],
    &["october", "oktober", "octobre", "octubre"],
    &["november", "novembre", "noviembre"],
    &["december", "dezember", "decembre", "diciembre"],
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const COUNTS: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// The period that a text means, counted from today; `None` where it cannot be read.
#[must_use]
pub fn read(text: &str, today: Day) -> Option<Period> {
    let lower = text.trim().to_lowercase();
    if let Some(stamp) = Stamp::parse(&lower).filter(|_| lower.get(..4).is_some_and(is_year)) {
        return Some(stamp.period);
    }
    if let Some(numbers) = numeric(&lower) {
        return numbers;
    }
    let parts = lower.split(|c: char| !c.is_alphanumeric()).map(crate::text::fold);
    let parts: Vec<String> = parts
        .map(String::from)
        .filter(|part| !part.is_empty() && !matches!(part.as_str(), "the" | "of" | "on" | "de"))
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    named(&parts, today).or_else(|| relative(&parts, today)).or_else(|| rough(&parts))
}

/// `2017/06/12`, `12.06.2017`, `6/2017`, `2017年6月12日`; `Some(None)` where the numbers can be read two ways or none.
fn numeric(text: &str) -> Option<Option<Period>> {
    let sign = |c: char| matches!(c, '/' | '.' | '-' | '年' | '月' | '日');
    let text = text.trim_end_matches(['日', '月', '年', '.']);
    if !text.contains(sign) || !text.chars().all(|c| c.is_ascii_digit() || c == ' ' || sign(c)) {
        return None;
    }
    let dotted = text.contains('.');
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let numbers: Vec<i16> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let four = |part: Option<&&str>| part.is_some_and(|part| part.len() == 4);
    Some(match numbers.as_slice() {
        [year, month, day] if four(parts.first()) => of_day(*year, *month, *day),
        [day, month, year] if four(parts.last()) && (dotted || *day > 12 || day == month) => {
            of_day(*year, *month, *day)
        }
        [month, day, year] if four(parts.last()) && *day > 12 => of_day(*year, *month, *day),
        [year, month] if four(parts.first()) => Period::month(*year, i8::try_from(*month).ok()?),
        [month, year] if four(parts.last()) => Period::month(*year, i8::try_from(*month).ok()?),
        _ => None,
    })
}

/// The two days that `6/7/2017` may mean.
pub(super) fn two_ways(text: &str) -> Option<(Day, Day)> {
    let parts: Vec<&str> = text.trim().split(['/', '-']).collect();
    let [one, other, year] = parts.as_slice() else { return None };
    let (one, other, year) = (number(one)?, number(other)?, number(year).filter(|_| is_year(year))?);
    Some((of_day(year, other, one)?.first, of_day(year, one, other)?.first))
}

/// Days and months by name.
fn named(parts: &[&str], today: Day) -> Option<Period> {
    match parts {
        [name] => latest_month(month(name)?, today),
        [name, year] if is_year(year) && month(name).is_some() => Period::month(number(year)?, month(name)?),
        [year, name] if is_year(year) && month(name).is_some() => Period::month(number(year)?, month(name)?),
        [day, name] if month(name).is_some() => latest_day(month(name)?, ordinal(day)?, today),
        [name, day] => latest_day(month(name)?, ordinal(day)?, today),
        [year, name, day] if is_year(year) => of_day(number(year)?, month(name)?.into(), ordinal(day)?),
        [day, name, year] if month(name).is_some() => of_day(number(year)?, month(name)?.into(), ordinal(day)?),
        [name, day, year] => of_day(number(year)?, month(name)?.into(), ordinal(day)?),
        _ => None,
    }
}

/// Days counted from today.
fn relative(parts: &[&str], today: Day) -> Option<Period> {
    match parts {
        ["today" | "now"] => Some(Period::day(today)),
        ["yesterday"] => Some(Period::day(today.plus(-1))),
        ["tomorrow"] => Some(Period::day(today.plus(1))),
        [name] if weekday(name).is_some() => Some(Period::day(latest_weekday(weekday(name)?, today))),
        ["last", name] if weekday(name).is_some() => Some(Period::day(latest_weekday(weekday(name)?, today.plus(-1)))),
        [short] => {
            let digits = short.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            back(today, count(digits)?, short.get(digits.len()..)?).map(Period::day)
        }
        ["this", unit] => calendar(unit, today, 0),
        ["last" | "previous", unit] => calendar(unit, today, -1),
        ["past", unit] => Some(Period { first: back(today, 1, unit)?, last: today }),
        ["last" | "past", many, unit] => Some(Period { first: back(today, count(many)?, unit)?, last: today }),
        [short, "ago"] => relative(&[short], today).filter(|_| short.starts_with(|c: char| c.is_ascii_digit())),
        [many, unit] | [many, unit, "ago"] => back(today, count(many)?, unit).map(Period::day),
        _ => None,
    }
}

/// `2010s`, `q2 2017`, `2017 q2`.
fn rough(parts: &[&str]) -> Option<Period> {
    match parts {
        [decade] => {
            let first: i16 =
                decade.strip_suffix('s').filter(|year| year.len() == 4 && year.ends_with('0'))?.parse().ok()?;
            Some(Period { first: Period::year(first)?.first, last: Period::year(first.checked_add(9)?)?.last })
        }
        [quarter, year] | [year, quarter] if quarter.len() == 2 && year.len() == 4 => {
            let turn: i8 = quarter.strip_prefix('q')?.parse().ok().filter(|turn| (1..=4).contains(turn))?;
            let year = number(year)?;
            Some(Period { first: Period::month(year, turn * 3 - 2)?.first, last: Period::month(year, turn * 3)?.last })
        }
        _ => None,
    }
}

fn of_day(year: i16, month: i16, day: i16) -> Option<Period> {
    Day::from_ymd(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).map(Period::day)
}

fn month(name: &str) -> Option<i8> {
    let short = name.len() >= 3 && name != "ago";
    let is =
        |names: &&[&str]| names.iter().any(|full| *full == name || (short && full.starts_with(name) && name.len() < 5));
    MONTHS.iter().position(is).and_then(|at| i8::try_from(at + 1).ok())
}

fn latest_month(month: i8, today: Day) -> Option<Period> {
    let this_year = Period::month(today.ymd().0, month)?;
    if this_year.first <= today { Some(this_year) } else { Period::month(today.ymd().0 - 1, month) }
}

fn latest_day(month: i8, day: i16, today: Day) -> Option<Period> {
    let year = today.ymd().0;
    let mut candidates = (0..8).filter_map(|back| of_day(year - back, month.into(), day));
    candidates.find(|period| period.first <= today)
}

fn weekday(name: &str) -> Option<i32> {
    WEEKDAYS.iter().position(|day| *day == name || (name.len() == 3 && day.starts_with(name))).map(|at| at as i32)
}

/// The latest such weekday up to a day; 0 is Monday.
fn latest_weekday(weekday: i32, until: Day) -> Day {
    until.plus(-(weekday_of(until) - weekday).rem_euclid(7))
}

/// 1970-01-01 was a Thursday.
fn weekday_of(day: Day) -> i32 {
    (day.number() + 3).rem_euclid(7)
}

/// The calendar week, month or year that many before or after today's.
fn calendar(unit: &str, today: Day, turn: i32) -> Option<Period> {
    match unit {
        "week" => {
            let monday = today.plus(7 * turn - weekday_of(today));
            Some(Period { first: monday, last: monday.plus(6) })
        }
        "month" => {
            let (year, month, _) = Day::from_ymd(today.ymd().0, today.ymd().1, 1)?.plus_months(turn).ymd();
            Period::month(year, month)
        }
        "year" => Period::year(today.ymd().0 + turn as i16),
        _ => None,
    }
}

/// The day so many units before.
fn back(day: Day, many: i32, unit: &str) -> Option<Day> {
    match unit {
        "d" | "day" | "days" => Some(day.plus(-many)),
        "w" | "week" | "weeks" => Some(day.plus(-many.checked_mul(7)?)),
        "m" | "mo" | "month" | "months" => Some(day.plus_months(-many)),
        "y" | "year" | "years" => Some(day.plus_months(-many.checked_mul(12)?)),
        _ => None,
    }
}

fn count(text: &str) -> Option<i32> {
    match text {
        "a" | "an" => Some(1),
        _ => COUNTS.iter().position(|name| *name == text).map(|at| at as i32).or_else(|| number(text).map(i32::from)),
    }
}

/// `12`, `1st`, `2nd`, `3rd`, `4th`, `1er`.
fn ordinal(text: &str) -> Option<i16> {
    let digits = ["st", "nd", "rd", "th", "er"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    number(digits).filter(|_| digits.len() < 3)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

fn number(text: &str) -> Option<i16> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::text::Day;

    /// Read on Wednesday, 14 March 2018.
    fn meant(text: &str) -> String {
        let today = Day::from_ymd(2018, 3, 14).expect("a day");
        match read(text, today) {
            Some(period) if period.first == period.last => period.first.to_string(),
            Some(period) => format!("{}..{}", period.first, period.last),
            None => "no".to_owned(),
        }
    }

    #[test]
    fn a_day_may_be_written_in_any_of_the_usual_ways() {
        for text in [
            "2017-06-12",
            "2017/6/12",
            "2017.06.12",
            "12.06.2017",
            "12 June 2017",
            "june 12, 2017",
            "12th of June 2017",
            "12-jun-2017",
            "Jun. 12 2017",
            "2017 June 12",
            "2017年6月12日",
            "12. Juni 2017",
            "12 juin 2017",
            "12 de junio de 2017",
            "2017-06-12T09:30",
        ] {
            assert_eq!(meant(text), "2017-06-12", "{text}");
        }
    }

    #[test]
    fn months_years_and_longer_times_are_their_whole_period() {
        for text in ["2017-06", "june 2017", "June-2017", "jun 2017", "6/2017", "2017 june", "06.2017"] {
            assert_eq!(meant(text), "2017-06-01..2017-06-30", "{text}");
        }
        assert_eq!(meant("2017"), "2017-01-01..2017-12-31");
        assert_eq!(meant("2010s"), "2010-01-01..2019-12-31");
        assert_eq!(meant("Q2 2017"), "2017-04-01..2017-06-30");
    }

    #[test]
    fn without_a_year_the_latest_is_meant() {
        assert_eq!(meant("march"), "2018-03-01..2018-03-31");
        assert_eq!(meant("April"), "2017-04-01..2017-04-30");
        assert_eq!(meant("12 march"), "2018-03-12");
        assert_eq!(meant("march 15"), "2017-03-15");
        assert_eq!(meant("29 feb"), "2016-02-29");
    }

    #[test]
    fn days_are_counted_from_today() {
        let pairs = [
            ("today", "2018-03-14"),
            ("Yesterday", "2018-03-13"),
            ("2 weeks ago", "2018-02-28"),
            ("two weeks ago", "2018-02-28"),
            ("a month ago", "2018-02-14"),
            ("7d", "2018-03-07"),
            ("3 days", "2018-03-11"),
            ("1y ago", "2017-03-14"),
            ("last week", "2018-03-05..2018-03-11"),
            ("this week", "2018-03-12..2018-03-18"),
            ("last month", "2018-02-01..2018-02-28"),
            ("last year", "2017-01-01..2017-12-31"),
            ("last 7 days", "2018-03-07..2018-03-14"),
            ("past month", "2018-02-14..2018-03-14"),
            ("monday", "2018-03-12"),
            ("wednesday", "2018-03-14"),
            ("last wednesday", "2018-03-07"),
        ];
        for (text, day) in pairs {
            assert_eq!(meant(text), day, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_or_two_days_is_not_read() {
        for text in [
            "",
            "soon",
            "6/7/2017",
            "31 June 2017",
            "ago",
            "99999 years ago",
            "12",
            "july x 2017",
            "2017-13",
            "a b c d e",
        ] {
            assert_eq!(meant(text), "no", "{text}");
        }
    }
}
