//! Days and periods: arithmetic on the calendar, and the written forms that a record uses.
//!
//! In: `2017`, `2017-07`, `2017-07-12`, `2017-07-12T09:30:00+10:00`. Out: a precision and the days it covers.
//! The day is the one written, in its own offset. Day words of people and pages are left to `day_words`.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A day of the Gregorian calendar, as days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The day of a year (1 to 9999), month and day of month; `None` where there is no such day.
    #[must_use]
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Day> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        Date::new(year, month, day).ok().map(Day::from_date)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day with a number of days since 1970-01-01, held within the years 1 to 9999.
    #[must_use]
    pub fn from_number(number: i32) -> Day {
        Day(number.clamp(-719_162, 2_932_896))
    }

    /// Year, month and day of month.
    #[must_use]
    pub fn ymd(self) -> (i16, i8, i8) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// The day `days` later (earlier where negative), held within the years 1 to 9999.
    #[must_use]
    pub fn plus(self, days: i32) -> Day {
        Day::from_number(self.0.saturating_add(days))
    }

    /// The same day of the month, `months` later; the last day where the month is shorter.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Day {
        self.date().checked_add(months.months()).map_or(self, Day::from_date)
    }

    fn date(self) -> Date {
        let epoch = Date::constant(1970, 1, 1);
        epoch.checked_add(self.0.days()).unwrap_or(epoch)
    }

    fn from_date(date: Date) -> Day {
        let epoch = Date::constant(1970, 1, 1);
        Day(date.since(epoch).map_or(0, |span| span.get_days()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let stamp = Stamp::parse(&text).ok_or_else(|| serde::de::Error::custom("no day"))?;
        Ok(stamp.period.first)
    }
}

/// From a first to a last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

impl Period {
    /// One day.
    #[must_use]
    pub fn day(day: Day) -> Period {
        Period { first: day, last: day }
    }

    /// A whole month; `None` for a month outside 1 to 12 or a year outside 1 to 9999.
    #[must_use]
    pub fn month(year: i16, month: i8) -> Option<Period> {
        let first = Day::from_ymd(year, month, 1)?;
        Some(Period { first, last: first.plus(i32::from(first.date().days_in_month()) - 1) })
    }

    /// A whole year, 1 to 9999.
    #[must_use]
    pub fn year(year: i16) -> Option<Period> {
        Some(Period { first: Day::from_ymd(year, 1, 1)?, last: Day::from_ymd(year, 12, 31)? })
    }
}

/// How exactly a day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// Day and time.
    Minute,
    /// The day.
    Day,
    /// Only the month.
    Month,
    /// Only the year.
    Year,
}

/// A written point in time: its canonical form, how exact it is, the days it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// `2017`, `2017-07`, `2017-07-12`, or `2017-07-12T09:30:00` with an offset where one is stated.
    pub value: String,
    /// How exact it is.
    pub precision: Precision,
    /// The days it covers.
    pub period: Period,
}

impl Stamp {
    /// Reads a record's forms: year, month, day, RFC 3339; a blank for the `T` and a missing zone or seconds are accepted.
    #[must_use]
    pub fn parse(text: &str) -> Option<Stamp> {
        let text = text.trim();
        let (day, time) = match text.find(['T', 't', ' ']) {
            Some(at) => (text.get(..at)?, text.get(at + 1..)?.trim()),
            None => (text, ""),
        };
        let parts: Vec<&str> = day.split('-').collect();
        match (parts.as_slice(), time) {
            ([year], "") => Self::of_year(number(year, 4)?),
            ([year, month], "") => Self::of_month(number(year, 4)?, number(month, 2)? as i8),
            ([year, month, of], time) => {
                let day = Day::from_ymd(number(year, 4)?, number(month, 2)? as i8, number(of, 2)? as i8)?;
                if time.is_empty() { Some(Self::of_day(day)) } else { Self::of_time(day, time) }
            }
            _ => None,
        }
    }

    /// A whole year.
    #[must_use]
    pub fn of_year(year: i16) -> Option<Stamp> {
        Some(Stamp { value: format!("{year:04}"), precision: Precision::Year, period: Period::year(year)? })
    }

    /// A whole month.
    #[must_use]
    pub fn of_month(year: i16, month: i8) -> Option<Stamp> {
        let period = Period::month(year, month)?;
        Some(Stamp { value: format!("{year:04}-{month:02}"), precision: Precision::Month, period })
    }

    /// One day.
    #[must_use]
    pub fn of_day(day: Day) -> Stamp {
        Stamp { value: day.to_string(), precision: Precision::Day, period: Period::day(day) }
    }

    /// A day with a time as written (`09:30`, `09:30:15.2Z`, `09:30:00+1000`); just the day where the time cannot be read.
    fn of_time(day: Day, time: &str) -> Option<Stamp> {
        let zone_at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
        let (clock, zone) = time.split_at(zone_at);
        let fields: Vec<&str> = clock.trim().split(':').collect();
        let (hour, minute) = (number(fields.first()?, 2)?, fields.get(1).map_or(Some(0), |m| number(m, 2))?);
        let second = match fields.get(2) {
            Some(s) => number(s.split(['.', ',']).next()?, 2)?,
            None => 0,
        };
        if hour > 23 || minute > 59 || second > 60 || fields.len() > 3 {
            return None;
        }
        let second = second.min(59);
        let value = format!("{day}T{hour:02}:{minute:02}:{second:02}{}", offset(zone)?);
        Some(Stamp { value, precision: Precision::Minute, period: Period::day(day) })
    }
}

/// `Z`, `+10`, `+1000` and `+10:00` in the last form; nothing for nothing.
fn offset(zone: &str) -> Option<String> {
    let zone = zone.trim();
    if zone.is_empty() || zone.eq_ignore_ascii_case("z") {
        return Some(zone.to_ascii_uppercase());
    }
    let (sign, digits) = zone.split_at(1);
    let digits: String = digits.chars().filter(|c| *c != ':').collect();
    let hours = number(digits.get(..2)?, 2)?;
    let minutes = if digits.len() == 2 { 0 } else { number(digits.get(2..)?, 2)? };
    (hours <= 23 && minutes <= 59).then(|| format!("{sign}{hours:02}:{minutes:02}"))
}

/// A number written with at most `longest` ASCII digits and nothing else.
fn number(text: &str, longest: usize) -> Option<i16> {
    let fits = !text.is_empty() && text.len() <= longest && text.bytes().all(|b| b.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::{Day, Period, Precision, Stamp};

    #[test]
    fn a_part_date_covers_its_whole_period() {
        let stamp = Stamp::parse("2016-02").expect("a month");
        assert_eq!(stamp.precision, Precision::Month);
        assert_eq!(stamp.period.last.to_string(), "2016-02-29");
        assert_eq!(Stamp::parse("2017").map(|s| s.period), Period::year(2017));
    }

    #[test]
    fn a_time_keeps_the_day_as_written_in_its_own_offset() {
        for text in ["2017-07-12T23:30:00-0800", "2017-07-12 23:30", "2017-07-12T23:30:15.25Z", "2017-7-12t23:30+10:00"]
        {
            let stamp = Stamp::parse(text).expect(text);
            assert_eq!(stamp.period.first.to_string(), "2017-07-12", "{text}");
            assert_eq!(stamp.precision, Precision::Minute);
            assert_eq!(Stamp::parse(&stamp.value).as_ref(), Some(&stamp), "the canonical form reads back");
        }
    }

    #[test]
    fn what_is_no_day_is_no_day() {
        for text in ["", "2017-13", "2017-02-30", "20170", "0000-01-01", "soon", "2017-07-12T25:00", "2017-07-12-01"] {
            assert_eq!(Stamp::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_are_added_on_the_calendar() {
        let day = Day::from_ymd(2017, 1, 31).expect("a day");
        assert_eq!(day.plus_months(1).to_string(), "2017-02-28");
        assert_eq!(Day::from_number(day.number()), day);
    }
}
