//! Days in the lines of a printed page.
//!
//! In: one line. Out: whether it holds a day and nothing else, or a name before or behind the day.
//! `text::find_days` reads the days themselves; which of two small numbers is the month is left to `enrich`.

use super::weekday::settled;
use super::words::{behind_by, is_counted_distance, is_day_company, is_distance, is_of_distance};
use crate::article::key_of;
use crate::text::{Precision, find_days};

/// A line cut at its day.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dayed<'a> {
    /// What stands before it.
    pub(super) before: &'a str,
    /// The day as it is written.
    pub(super) day: &'a str,
    /// What stands behind it.
    pub(super) behind: &'a str,
}

impl Dayed<'_> {
    /// The day as it is written, or in figures where its weekday settles which number is the month.
    pub(super) fn written(&self) -> String {
        settled(self.before, self.day).unwrap_or_else(|| self.day.to_owned())
    }
}

/// Longest line that is looked at for a day at the head of a comment, in bytes.
const LONGEST: usize = 200;

/// Cuts a short line at its first day.
pub(super) fn cut_at_day(text: &str) -> Option<Dayed<'_>> {
    if text.len() > LONGEST {
        return None;
    }
    // which number is the month matters to nobody here
    let (from, to) = glued(text).or_else(|| first_day(text))?;
    Some(Dayed { before: text.get(..from)?, day: text.get(from..to)?, behind: text.get(to..)? })
}

/// The first whole day: a month alone heads an archive and no comment.
fn first_day(text: &str) -> Option<(usize, usize)> {
    let days = find_days(text, Some(true));
    let whole = days.iter().find(|(_, stamp)| matches!(stamp.precision, Precision::Day | Precision::Minute));
    whole.map(|(span, _)| (span.from, span.to))
}

/// A name and a day that were run together, before any other day: `AmySeptember 11, 2008`.
fn glued(text: &str) -> Option<(usize, usize)> {
    let first = first_day(text).map_or(text.len(), |(from, _)| from);
    let mut before = ' ';
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < first) {
        if (c.is_uppercase() || c.is_ascii_digit())
            && before.is_lowercase()
            && let Some((_, to)) = first_day(text.get(at..)?).filter(|(from, _)| *from == 0)
        {
            return Some((at, at + to));
        }
        before = c;
    }
    None
}

/// Cuts a short line at a day told by its distance: `Ida Quell 12 days ago`.
pub(super) fn cut_at_distance(text: &str) -> Option<(&str, &str)> {
    if text.len() > LONGEST {
        return None;
    }
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices([' ', '\u{a0}']).map(|(at, sign)| at + sign.len())).collect();
    let (number, from) = starts.iter().enumerate().find(|(_, from)| text.get(**from..).is_some_and(begins_distance))?;
    let behind = starts.get(number + 3).and_then(|at| text.get(*at..)).unwrap_or("");
    Some((text.get(..*from)?, behind))
}

fn begins_distance(text: &str) -> bool {
    let head: Vec<&str> = text.split([' ', '\u{a0}']).take(4).collect();
    if !head.first().is_some_and(|first| is_of_distance(&key_of(first))) {
        return false;
    }
    let key = |count: usize| key_of(&head.get(..count).unwrap_or(&head).join(" "));
    is_counted_distance(&key(3)) || is_counted_distance(&key(4))
}

/// Cuts a short line at a time of the day, which is all that some pages tell: `Ida Quell 21:00`, `Ida21:00`.
pub(super) fn cut_at_clock(text: &str) -> Option<(&str, &str)> {
    let colon = text.match_indices(':').map(|(at, _)| at).find(|&at| {
        let digits = |part: &str| part.bytes().take_while(u8::is_ascii_digit).count();
        let before = text.get(..at).map_or(0, |before| before.bytes().rev().take_while(u8::is_ascii_digit).count());
        (1..=2).contains(&before) && text.get(at + 1..).map_or(0, digits) == 2
    })?;
    let before = text.get(..colon)?.trim_end_matches(|c: char| c.is_ascii_digit());
    Some((before, text.get(colon + 3..)?))
}

/// The day of a line that holds nothing else: the day as written, `None` inside where the line tells it by its distance
/// (`12 days ago`).
pub(super) fn day_line(text: &str) -> Option<Option<String>> {
    if text.len() > LONGEST {
        return None;
    }
    if let Some(dayed) = cut_at_day(text) {
        return (is_company(dayed.before) && is_rest(dayed.behind)).then(|| Some(dayed.written()));
    }
    let key = key_of(text);
    (is_distance(&key) && key.split(' ').all(|word| is_day_company(word) || is_of_distance(word))).then_some(None)
}

/// Behind the day may stand the day again.
fn is_rest(text: &str) -> bool {
    match cut_at_day(text) {
        Some(again) => is_company(again.before) && is_company(again.behind),
        None => is_company(text),
    }
}

/// Nothing but small words, names of weekdays, a time.
pub(super) fn is_company(text: &str) -> bool {
    key_of(text).split(' ').all(|word| word.is_empty() || is_day_company(word))
}

/// What stands before or behind a day, without the small words and signs at its ends that belong to the day.
pub(super) fn without_company(text: &str) -> &str {
    const SIGNS: &[char] =
        &[',', '-', '–', '—', '|', '·', '•', '(', ')', '[', ']', ':', '@', '/', '»', '«', '#', '~', '.', '…', '\u{a0}'];
    let mut text = text.trim();
    loop {
        let before = text.len();
        text = text.trim_end_matches([
            ',', '-', '–', '—', '|', '·', '•', '(', '[', ':', '@', '/', '»', '~', '…', ' ', '\u{a0}',
        ]);
        text = text.trim_start_matches(SIGNS).trim();
        if let Some((rest, last)) = text.rsplit_once([' ', '\u{a0}'])
            && is_lead(last)
        {
            text = rest;
        }
        if text.len() == before {
            return text;
        }
    }
}

/// A word that leads from a name to a day, or the name of a weekday.
fn is_lead(word: &str) -> bool {
    let key = key_of(word);
    let short_name = word.ends_with('.') || word.chars().next().is_some_and(char::is_uppercase);
    !key.is_empty() && is_day_company(&key) && !(key.chars().count() <= 2 && short_name)
}

/// A name out of what stands beside a day: `Posted by Ida Quell on` gives `Ida Quell`.
pub(super) fn name_beside(text: &str) -> &str {
    let text = without_company(text);
    behind_by(text).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{cut_at_day, day_line, name_beside};

    #[test]
    fn a_line_with_nothing_but_a_day_is_a_day_line() {
        for (text, day) in [
            ("July 12, 2017 at 3:15 pm", "July 12, 2017 at 3:15 pm"),
            ("Posted 10/18/2012 at 12:18 pm | Permalink", "10/18/2012 at 12:18 pm"),
            ("Mittwoch, 12. Juli 2017 um 15:15 Uhr Antworten", "12. Juli 2017 um 15:15 Uhr"),
            ("18. Oktober 2019 18. Oktober 2019", "18. Oktober 2019"),
            ("September 29, 2012, | Permalink", "September 29, 2012"),
        ] {
            assert_eq!(day_line(text), Some(Some(day.to_owned())), "{text}");
        }
        assert_eq!(day_line("12 days ago"), Some(None));
        for text in ["On July 12, 2017 the dam broke", "Ida July 12, 2017", "rain", "", "12 days of rain"] {
            assert_eq!(day_line(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_beside_a_day_is_freed_of_what_leads_to_it() {
        for text in [
            "Ida Quell July 12, 2017",
            "Ida Quell on July 12, 2017 at 3:15 pm",
            "Posted by Ida Quell on Wednesday, July 12, 2017",
            "Ida Quell – 12 July 2017",
            "Ida Quell (12.07.2017)",
            "von Ida Quell am 12. Juli 2017",
            "Ida QuellJuly 12, 2017",
        ] {
            assert_eq!(cut_at_day(text).map(|dayed| name_beside(dayed.before)), Some("Ida Quell"), "{text}");
        }
    }
}
