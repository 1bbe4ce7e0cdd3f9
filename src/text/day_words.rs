//! Days as pages write them, in running text and in headers.
//!
//! In: plain text. Out: stamps, each with the stretch it was read from.
//! Read are `12 July 2017`, `July 12th, 2017`, `12.07.2017`, `2017/07/12`, `12 de julio de 2017`, `2017年7月12日`,
//! `July 2017`, with a time behind them (`at 3:15 pm`, `um 15:15 Uhr`) or none. Two small numbers (`07/08/2017`) are a
//! day only where they are equal, one is no month, the weekday before them fits one order alone, or a hint says which
//! comes first: never a guess. A day without its year is none. Month names stand in `month_names`; days that depend on today ("yesterday") are left to `query`.

use super::day::{Day, Stamp};
use super::day_tokens::{Kind, Tokens, is_plain_letter};
use super::span::Span;

/// Every day written in `text`, in order; `day_first` settles `07/08/2017` (`None`: it is no day).
#[must_use]
pub fn find_days(text: &str, day_first: Option<bool>) -> Vec<(Span, Stamp)> {
    let mut found = Vec::new();
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return found;
    }
    let reader = Reader { tokens: Tokens::of(text), day_first };
    let mut at = 0;
    while at < reader.tokens.len() {
        match reader.day_at(at) {
            Some((end, stamp)) => {
                found.push((reader.tokens.span(at, end), stamp));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The one day that a header states: its first, where all that are written agree on the day.
#[must_use]
pub fn read_day(text: &str, day_first: Option<bool>) -> Option<Stamp> {
    if let Some(stamp) = Stamp::parse(text) {
        return Some(stamp);
    }
    let days = find_days(text, day_first);
    let (_, first) = days.first()?;
    let agree = days.iter().all(|(_, other)| other.period.first == first.period.first);
    agree.then(|| first.clone())
}

/// The weekday that a word names in English or German, from 0 for Monday.
fn weekday(word: &str) -> Option<i32> {
    const NAMES: [[&str; 4]; 7] = [
        ["mon", "monday", "montag", "mo"],
        ["tue", "tuesday", "dienstag", "tues"],
        ["wed", "wednesday", "mittwoch", "mi"],
        ["thu", "thursday", "donnerstag", "thurs"],
        ["fri", "friday", "freitag", "fr"],
        ["sat", "saturday", "samstag", "sonnabend"],
        ["sun", "sunday", "sonntag", "so"],
    ];
    let word = word.to_lowercase();
    (0..).zip(NAMES).find(|(_, names)| names.contains(&word.as_str())).map(|(turn, _)| turn)
}

/// Tries each order that a day's parts can stand in.
struct Reader<'a> {
    tokens: Tokens<'a>,
    day_first: Option<bool>,
}

impl Reader<'_> {
    /// The day that begins at token `at`, and the token behind it.
    fn day_at(&self, at: usize) -> Option<(usize, Stamp)> {
        if at > 0 && self.is_glued(at) {
            return None;
        }
        let (end, stamp) = self
            .east_asian(at)
            .or_else(|| self.year_first(at))
            .or_else(|| self.numbers(at, self.day_first))
            .or_else(|| self.weekday_first(at))
            .or_else(|| self.day_month_year(at))
            .or_else(|| self.month_first(at))?;
        if self.goes_on(end) {
            return None;
        }
        let timed = self.tokens.clock_behind(end);
        let timed =
            timed.and_then(|(behind, clock)| Some((behind, Stamp::parse(&format!("{}T{clock}", stamp.value))?)));
        Some(timed.unwrap_or((end, stamp)))
    }

    /// Part of something longer: `v1.12.07.2017`, `/2017/07/12` is fine, `x-12` is not.
    fn is_glued(&self, at: usize) -> bool {
        let joined = self.tokens.joined(at).is_some();
        let before = at.checked_sub(1).and_then(|before| self.tokens.kind(before));
        let number_before = at.checked_sub(2).and_then(|before| self.tokens.kind(before)).is_some_and(is_number);
        joined
            && match before {
                Some(Kind::Number(..) | Kind::Month(_)) => true,
                Some(Kind::Word) => matches!(self.tokens.kind(at), Some(Kind::Number(..))) && !self.ends_in_cjk(at - 1),
                Some(Kind::Sign('.' | '-' | '/' | ',')) => number_before,
                _ => false,
            }
    }

    fn ends_in_cjk(&self, at: usize) -> bool {
        self.tokens.piece(at).chars().next_back().is_some_and(|c| !c.is_ascii() && !is_plain_letter(c))
    }

    /// Whether a digit follows without a blank, so that the day was cut out of a longer number.
    fn goes_on(&self, end: usize) -> bool {
        match (self.tokens.joined(end), self.tokens.joined(end + 1)) {
            (Some(Kind::Number(..)), _) => true,
            (Some(Kind::Sign('.' | '-' | '/')), Some(Kind::Number(..))) => self.tokens.clock(end + 1).is_none(),
            _ => false,
        }
    }

    /// `2017年7月12日`, `2017년 7월 12일`, `2017年7月`.
    fn east_asian(&self, at: usize) -> Option<(usize, Stamp)> {
        let year = self.tokens.year(at)?;
        let month = self.tokens.small(at + 2)?;
        if self.tokens.kind(at + 1)? != Kind::Year || self.tokens.kind(at + 3)? != Kind::MonthSign {
            return None;
        }
        match (self.tokens.small(at + 4), self.tokens.kind(at + 5)) {
            (Some(day), Some(Kind::DaySign)) => Some((at + 6, of(year, month, day)?)),
            _ => Some((at + 4, Stamp::of_month(year, month)?)),
        }
    }

    /// `2017-07-12`, `2017/7/12`, `2017.07.12`, `2017 July 12`, `2017. július 12.`
    fn year_first(&self, at: usize) -> Option<(usize, Stamp)> {
        let year = self.tokens.year(at)?;
        let sign = self.tokens.sign(at + 1, &['-', '/', '.']);
        if let (Some(sign), Some(month)) = (sign, self.tokens.small(at + 2)) {
            self.tokens.sign(at + 3, &[sign])?;
            return Some((at + 5, of(year, month, self.tokens.small(at + 4)?)?));
        }
        let named = if sign.is_some() { at + 2 } else { at + 1 };
        let Some(Kind::Month(month)) = self.tokens.kind(named) else { return None };
        let day_at = self.tokens.past_signs(named + 1, &['-', '/', '.', ',']);
        let day = self.tokens.small(day_at)?;
        Some((day_at + 1, of(year, month, day)?))
    }

    /// `12.07.2017`, `12/07/2017`, `7-12-2017`.
    fn numbers(&self, at: usize, day_first: Option<bool>) -> Option<(usize, Stamp)> {
        let (first, second) = (self.tokens.small(at)?, self.tokens.small(at + 2)?);
        let sign = self.tokens.sign(at + 1, &['.', '/', '-'])?;
        self.tokens.sign(at + 3, &[sign])?;
        let year = self.tokens.year(at + 4).or_else(|| self.short_year(at))?;
        let day_first = if sign == '.' { Some(true) } else { day_first };
        let (day, month) = match (first > 12, second > 12) {
            (true, false) => (first, second),
            (false, true) => (second, first),
            _ if first == second => (first, second),
            _ if day_first? => (first, second),
            _ => (second, first),
        };
        Some((at + 5, of(year, month, day)?))
    }

    /// `Wed, 07/12/2017`: two numbers whose order the weekday tells.
    fn weekday_first(&self, at: usize) -> Option<(usize, Stamp)> {
        let weekday = weekday(self.tokens.piece(at)).filter(|_| self.tokens.kind(at) == Some(Kind::Word))?;
        let numbers = self.tokens.past_signs(at + 1, &[',', '.']);
        let orders = [true, false].map(|day_first| self.numbers(numbers, Some(day_first)));
        let mut fitting = orders.into_iter().flatten().filter(|(_, stamp)| {
            let day = Stamp::parse(&stamp.value).map_or(0, |stamp| stamp.period.first.number());
            (day + 3).rem_euclid(7) == weekday
        });
        let (end, stamp) = fitting.next()?;
        fitting.all(|(_, other)| other == stamp).then_some((end, stamp))
    }

    /// `17` in `12.07.17`: only where all three parts have two digits and no fourth follows, as in a version number.
    fn short_year(&self, at: usize) -> Option<i16> {
        let two = |place| match self.tokens.kind(place) {
            Some(Kind::Number(value, 2)) => Some(value),
            _ => None,
        };
        two(at).and(two(at + 2)).and(two(at + 4)).map(century)
    }

    /// `12 July 2017`, `12th of July, 2017`, `12. Juli 2017`, `12 de julio de 2017`, `12-Jul-2017`.
    fn day_month_year(&self, at: usize) -> Option<(usize, Stamp)> {
        let day = self.tokens.small(at)?;
        let named = self.tokens.past_small_words(at + 1);
        let Some(Kind::Month(month)) = self.tokens.kind(named) else { return None };
        let (end, year) = self.year_behind(named)?;
        Some((end, of(year, month, day)?))
    }

    /// `July 12th, 2017`, `Jul 12 09:30:00 UTC 2017`, `July 2017`.
    fn month_first(&self, at: usize) -> Option<(usize, Stamp)> {
        let Some(Kind::Month(month)) = self.tokens.kind(at) else { return None };
        let first = self.tokens.past_signs(at + 1, &['.', '-', '/']);
        if let Some(day) = self.tokens.small(first) {
            let behind = self.tokens.past_ordinal(first + 1);
            let (end, year) = self.year_behind(behind - 1).or_else(|| self.year_behind_clock(behind))?;
            return Some((end, of(year, month, day)?));
        }
        let dot = usize::from(at > 1 && self.tokens.sign(at - 1, &['.']).is_some());
        if at > dot && self.tokens.small(at - 1 - dot).is_some() {
            return None;
        }
        // short names are words of other languages too: "set", "mar", "lip"
        if self.tokens.piece(at).chars().count() < 4 && !self.tokens.piece(at).starts_with(['M', 'm']) {
            return None;
        }
        let (end, year) = self.year_behind(at)?;
        Some((end, Stamp::of_month(year, month)?))
    }

    /// A year behind the token `at`, with small words and signs between.
    fn year_behind(&self, at: usize) -> Option<(usize, i16)> {
        let year_at = self.tokens.past_small_words(at + 1);
        let year = self.tokens.year(year_at).or_else(|| {
            match (self.tokens.kind(year_at), self.tokens.sign(year_at - 1, &['-', '/'])) {
                (Some(Kind::Number(value, 2)), Some(_)) => Some(century(value)),
                // two digits are a year where a time follows: `7 Aug 12 at 11:21 pm`
                (Some(Kind::Number(value, 2)), _)
                    if self.tokens.clock(year_at).is_none() && self.tokens.clock_behind(year_at + 1).is_some() =>
                {
                    Some(century(value))
                }
                _ => None,
            }
        })?;
        Some((year_at + 1, year))
    }

    /// The year at the end of a C clock's line: `Jul 12 09:30:00 UTC 2017`.
    fn year_behind_clock(&self, at: usize) -> Option<(usize, i16)> {
        let (end, _) = self.tokens.clock(at)?;
        let end = if self.tokens.kind(end) == Some(Kind::Word) { end + 1 } else { end };
        Some((end + 1, self.tokens.year(end)?))
    }
}

fn is_number(kind: Kind) -> bool {
    matches!(kind, Kind::Number(..))
}

fn of(year: i16, month: i8, day: i8) -> Option<Stamp> {
    Day::from_ymd(year, month, day).map(Stamp::of_day)
}

/// The year that two digits stand for: the web and its pages are younger than 1970.
fn century(two: i16) -> i16 {
    if two < 70 { 2000 + two } else { 1900 + two }
}

#[cfg(test)]
mod tests {
    use super::{find_days, read_day};

    fn days(text: &str) -> Vec<String> {
        find_days(text, None).into_iter().map(|(_, stamp)| stamp.value).collect()
    }

    #[test]
    fn a_weekday_tells_the_order_of_two_numbers() {
        assert_eq!(days("Submitted on Wed, 07/12/2017 - 15:15"), ["2017-07-12T15:15:00"]);
        assert_eq!(days("Fri, 12/05/2017"), ["2017-05-12"], "day first");
        assert_eq!(days("Mon, 12/05/2017"), Vec::<String>::new(), "neither order falls on a Monday");
        assert_eq!(days("on 07/12/2017"), Vec::<String>::new());
    }

    #[test]
    fn one_day_is_read_in_all_its_dresses() {
        for text in [
            "12 July 2017",
            "12th July 2017",
            "12th of July, 2017",
            "July 12, 2017",
            "July 12th, 2017",
            "Jul. 12 2017",
            "Wednesday, July 12th, 2017",
            "12.07.2017",
            "12.7.2017",
            "12. Juli 2017",
            "Mittwoch, den 12. Juli 2017",
            "12 juillet 2017",
            "le 12 juillet 2017",
            "12 de julio de 2017",
            "12 luglio 2017",
            "12 de julho de 2017",
            "12 juli 2017",
            "12 lipca 2017",
            "12. července 2017",
            "12. heinäkuuta 2017",
            "2017. július 12.",
            "12 июля 2017 г.",
            "12 липня 2017",
            "12 Temmuz 2017",
            "12 Ιουλίου 2017",
            "2017/07/12",
            "2017-07-12",
            "2017.07.12",
            "2017年7月12日",
            "2017년 7월 12일",
            "12-Jul-2017",
            "12/Jul/2017",
            "2017 July 12",
            "07/12/2017 ",
            "12-Jul-17",
            "12 Jul 17 at 3:15 pm",
        ] {
            let expected = if text.starts_with("07/") { None } else { Some("2017-07-12".to_owned()) };
            let value = read_day(text, None).map(|stamp| stamp.value.chars().take(10).collect::<String>());
            assert_eq!(value, expected, "{text}");
        }
    }

    #[test]
    fn a_time_behind_the_day_belongs_to_it() {
        for text in [
            "July 12, 2017 at 3:15 pm",
            "12 July 2017, 15:15",
            "12.07.2017 um 15:15 Uhr",
            "12.07.2017, 15.15 Uhr",
            "12 juillet 2017 à 15h15",
            "July 12th, 2017 @ 3:15 p.m.",
            "2017/07/12 15:15",
            "12 July 2017 - 3:15PM",
            "12 de julio de 2017 a las 15:15",
        ] {
            assert_eq!(days(text), ["2017-07-12T15:15:00"], "{text}");
        }
        assert_eq!(days("Wed, 12 Jul 2017 09:30:05 +0200"), ["2017-07-12T09:30:05+02:00"]);
        assert_eq!(days("Wed Jul 12 09:30:05 UTC 2017"), ["2017-07-12"]);
        assert_eq!(days("Wed Jul 12 19:20:36 CEST 2017"), ["2017-07-12"]);
        assert_eq!(days("2017-07-12T09:30:05Z"), ["2017-07-12T09:30:05Z"]);
        assert_eq!(days("July 12, 2017 12:05 am"), ["2017-07-12T00:05:00"]);
    }

    #[test]
    fn two_small_numbers_need_a_hint() {
        assert!(days("07/08/2017").is_empty());
        let with = |hint| read_day("07/08/2017", Some(hint)).map(|stamp| stamp.value);
        assert_eq!(with(true).as_deref(), Some("2017-08-07"));
        assert_eq!(with(false).as_deref(), Some("2017-07-08"));
        assert_eq!(days("13/08/2017 08/13/2017 08/08/2017"), ["2017-08-13", "2017-08-13", "2017-08-08"]);
        assert_eq!(read_day("13/08/2017", Some(false)).map(|stamp| stamp.value).as_deref(), Some("2017-08-13"));
    }

    #[test]
    fn months_stand_where_no_day_does() {
        assert_eq!(days("in July 2017, and again in 2018年3月"), ["2017-07", "2018-03"]);
        assert_eq!(days("im März 2016"), ["2016-03"]);
    }

    #[test]
    fn what_is_no_day_is_not_taken_for_one() {
        for text in [
            "",
            "soon",
            "12 July",
            "in 2017",
            "page 12 of 2017",
            "v1.12.07.2017",
            "12.07.20175",
            "1.2.17",
            "32.07.2017",
            "12/13/14/2017",
            "tel. 07-12-20173",
            "30 February 2017",
            "Ida30. Februar 2017",
            "192.168.10.2017",
            "May I ask 2017 people",
            "12:07:2017",
            "17 apples and 12 pears 2017",
        ] {
            assert_eq!(days(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn each_day_comes_with_the_stretch_it_was_read_from() {
        let text = "Ann said on July 12, 2017 at 3:15 pm that 1 May 2016 was „am 3. Mai 2015“.";
        let found: Vec<_> = find_days(text, None).into_iter().map(|(span, _)| span.of(text)).collect();
        assert_eq!(found, ["July 12, 2017 at 3:15 pm", "1 May 2016", "3. Mai 2015"]);
    }

    #[test]
    fn a_header_with_two_different_days_states_none() {
        assert_eq!(read_day("1 May 2016, changed 3 May 2016", None), None);
        assert_eq!(read_day("1 May 2016 (1 May 2016)", None).map(|s| s.value).as_deref(), Some("2016-05-01"));
    }
}
