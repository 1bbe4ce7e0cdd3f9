//! Weekdays that settle which of two small numbers is the month: `Wed, 11/09/2016` was in November.
//!
//! In: what stands before a day, and the day as written. Out: the day in figures that cannot be misread, where the
//! weekday fits one of the two readings alone.

use crate::article::key_of;
use crate::text::find_days;

/// Names of weekdays, Monday first; short forms are their beginnings, of three letters or more.
const NAMES: [&[&str]; 7] = [
    &["monday", "montag", "lundi", "lunes", "lunedi", "segunda", "maandag", "poniedzialek", "понедельник", "mandag"],
    &["tuesday", "dienstag", "mardi", "martes", "martedi", "terca", "dinsdag", "wtorek", "вторник", "tirsdag"],
    &["wednesday", "mittwoch", "mercredi", "miercoles", "mercoledi", "quarta", "woensdag", "sroda", "среда", "onsdag"],
    &["thursday", "donnerstag", "jeudi", "jueves", "giovedi", "quinta", "donderdag", "czwartek", "четверг", "torsdag"],
    &["friday", "freitag", "vendredi", "viernes", "venerdi", "sexta", "vrijdag", "piatek", "пятница", "fredag"],
    &["saturday", "samstag", "samedi", "sabado", "sabato", "zaterdag", "sobota", "суббота", "sonnabend", "lordag"],
    &["sunday", "sonntag", "dimanche", "domingo", "domenica", "zondag", "niedziela", "воскресенье", "sondag"],
];

/// A day of two small numbers as the weekday before it settles it; `None` where nothing is to be settled or nothing settles.
pub(super) fn settled(before: &str, day: &str) -> Option<String> {
    let read = |day_first| find_days(day, Some(day_first)).into_iter().next().map(|(_, stamp)| stamp);
    let (one, other) = (read(true)?, read(false)?);
    if one.period.first == other.period.first {
        return None;
    }
    let named = before.split_whitespace().next_back().and_then(|word| weekday(&key_of(word)))?;
    let fits = |number: i32| (number + 3).rem_euclid(7) == named;
    match (fits(one.period.first.number()), fits(other.period.first.number())) {
        (true, false) => Some(one.value),
        (false, true) => Some(other.value),
        _ => None,
    }
}

/// The weekday that a word names, Monday being 0; none where short forms of several languages disagree.
fn weekday(word: &str) -> Option<i32> {
    if word.chars().count() < 3 {
        return None;
    }
    let mut found = (0..).zip(NAMES).filter(|(_, names)| names.iter().any(|name| name.starts_with(word)));
    match (found.next(), found.next()) {
        (Some((number, _)), None) => Some(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::settled;

    #[test]
    fn the_weekday_settles_which_number_is_the_month() {
        assert_eq!(settled("Submitted by Ida on Wed,", "11/09/2016").as_deref(), Some("2016-11-09"));
        assert_eq!(settled("Sunday", "11/09/2016").as_deref(), Some("2016-09-11"));
        assert_eq!(settled("Mercredi", "09/11/2016 à 10:14").as_deref().map(|day| &day[..10]), Some("2016-11-09"));
    }

    #[test]
    fn nothing_is_settled_where_the_weekday_fits_neither_or_is_none() {
        assert_eq!(settled("Monday", "11/09/2016"), None);
        assert_eq!(settled("on", "11/09/2016"), None);
        assert_eq!(settled("Wed", "9 November 2016"), None);
    }
}
