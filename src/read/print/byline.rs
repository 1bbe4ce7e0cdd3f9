//! Bylines of a printed article: who wrote it and when, as single lines say it.
//!
//! In: a short line near the title or at the foot of the article. Out: names and days as clues. Splitting and cleaning names
//! is left to `enrich`, but what is plainly no name (an affiliation, a day, a count of comments) is cut off here.

use super::day_line::{cut_at_day, day_line, is_company, without_company};
use super::head::is_name;
use super::words::{behind_by, is_comment_word, is_modified, number};
use crate::article::{Draft, Field, key_of};

/// Longest byline, in characters.
const LONGEST: usize = 160;

/// What a line says about author and day.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// Names, as they stand there.
    pub(super) names: Option<String>,
    /// Whether a word such as `by` leads to them.
    pub(super) led: bool,
    /// The day of publication.
    pub(super) day: Option<String>,
    /// The day of a change.
    pub(super) changed: Option<String>,
}

/// Reads a line as a byline or as a line with the day.
pub(super) fn read(text: &str) -> Option<Said> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let mut said = Said::default();
    match cut_at_day(text) {
        Some(dayed) => {
            days(&mut said, text);
            let (before, behind) = (named(without_clock(dayed.before)), named(dayed.behind));
            (said.names, said.led) = match (before, behind) {
                (Some((name, true)), _) | (_, Some((name, true))) => (Some(name), true),
                (Some((name, false)), _) if is_person(&name) && !is_modified(&key_of(dayed.before)) => {
                    (Some(name), false)
                }
                (_, Some((name, false))) if is_person(&name) => (Some(name), false),
                _ => (None, false),
            };
        }
        None => {
            let (name, led) = named(text)?;
            (said.names, said.led) = (Some(name), led);
            if !led {
                return None;
            }
        }
    }
    (said != Said::default()).then_some(said)
}

/// The days of a line: each is that of a change where the words before it say so.
fn days(said: &mut Said, text: &str) {
    let mut rest = text;
    while let Some(dayed) = cut_at_day(rest) {
        let slot = if is_modified(&key_of(dayed.before)) { &mut said.changed } else { &mut said.day };
        if slot.is_none() {
            *slot = Some(dayed.day.to_owned());
        }
        rest = dayed.behind;
    }
}

/// Without a time at the end: `Ida Quell at 4:00 AM on`.
fn without_clock(text: &str) -> &str {
    let words: Vec<&str> = text.split_inclusive(' ').collect();
    let is_clock = |word: &str| word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit());
    let at = words.iter().rposition(|word| is_clock(word)).filter(|at| at + 4 >= words.len());
    let kept = at.map_or(text.len(), |at| words.iter().take(at).map(|word| word.len()).sum());
    text.get(..kept).unwrap_or(text)
}

/// The names in a piece of a line, and whether a word leads to them.
fn named(piece: &str) -> Option<(String, bool)> {
    // `by` may stand behind another statement: `Posted in Rain by Ida Quell`
    let late =
        [" by ", " By ", " von ", " par ", " por ", " door "].iter().find_map(|by| piece.find(by).map(|at| at + 1));
    let led = behind_by(piece.trim_start_matches(|c: char| !c.is_alphanumeric()))
        .or_else(|| late.and_then(|at| behind_by(piece.get(at..)?)));
    let text = without_affiliation(without_company(led.unwrap_or(piece))).trim_end_matches('.');
    let is_one = !is_company(text)
        && is_name_like(text)
        && text.split(" and ").all(is_name)
        && text.chars().any(char::is_alphabetic);
    (is_one && !is_count(text)).then(|| (text.to_owned(), led.is_some()))
}

/// A name of several words begins with a capital, in scripts that have them.
fn is_name_like(text: &str) -> bool {
    !text.contains(' ') || !text.chars().next().is_some_and(char::is_lowercase)
}

/// `2 comments`.
fn is_count(text: &str) -> bool {
    let key = key_of(text);
    let words: Vec<&str> = key.split(' ').collect();
    words.iter().any(|word| is_comment_word(word)) && words.iter().any(|word| number(word).is_some())
}

/// Names without what stands behind them in the line: `Ida Quell, Lake Institute`, `Ida Quell | Rain`.
fn without_affiliation(text: &str) -> &str {
    let end = text.find(['|', '·', '•', '(', '/', '–', '—', '»']).unwrap_or(text.len());
    let text = text.get(..end).unwrap_or(text).trim();
    match text.split_once(',') {
        Some((first, rest)) if first.contains(' ') && !is_list_of_names(rest) => first.trim(),
        _ => text,
    }
}

/// Every piece is two to four words with capitals, and the last may stand behind an `and`.
fn is_list_of_names(text: &str) -> bool {
    text.split([',', '&']).flat_map(|piece| piece.split(" and ")).all(|piece| {
        let words: Vec<&str> = piece.split_whitespace().collect();
        (2..=4).contains(&words.len())
            && words.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase))
            && !words.iter().any(|word| is_institution(word))
    })
}

/// A word of an institution's name, or an acronym.
fn is_institution(word: &str) -> bool {
    let key = key_of(word);
    let is_acronym = word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase());
    let stems = [
        "univ",
        "instit",
        "centre",
        "center",
        "college",
        "school",
        "academ",
        "council",
        "foundation",
        "ministry",
        "bank",
        "hochschule",
    ];
    is_acronym || stems.iter().any(|stem| key.starts_with(stem))
}

/// Adds what a line says to the clues.
pub(super) fn clue(draft: &mut Draft, said: &Said, from: &str, sure: f32) {
    if let Some(names) = &said.names {
        draft.clue(Field::Author, names, from, if said.led { sure } else { sure - 0.2 });
    }
    if let Some(day) = &said.day {
        draft.clue(Field::Published, day, from, sure);
    }
    if let Some(day) = &said.changed {
        draft.clue(Field::Modified, day, from, sure);
    }
}

/// A name of two to four words that all begin with a capital and hold nothing but letters: what a person is called.
pub(super) fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_part = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| c.is_lowercase() || c.is_uppercase() || matches!(c, '-' | '’' | '\'' | '.'))
    };
    let small = |word: &&str| word.chars().count() <= 3 && word.chars().all(char::is_lowercase);
    (2..=4).contains(&words.len())
        && words.first().is_some_and(is_part)
        && words.last().is_some_and(is_part)
        && words.iter().all(|word| is_part(word) || small(word))
        && !words.iter().any(|word| is_institution(word))
}

/// A line that can be a name and says nothing else.
pub(super) fn is_bare_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    is_name(text) && (1..=4).contains(&words) && !is_count(text) && !is_bare_day(text)
}

/// A line with nothing but a day.
pub(super) fn is_bare_day(text: &str) -> bool {
    day_line(text).is_some_and(|day| day.is_some())
}

#[cfg(test)]
mod tests {
    use super::read;

    fn names(text: &str) -> Option<String> {
        read(text).and_then(|said| said.names)
    }

    #[test]
    fn names_are_read_without_what_stands_around_them() {
        for text in [
            "By Ida Quell",
            "Author: Ida Quell, Lake Institute",
            "Author: Ida Quell, ULS",
            "von Ida Quell · 12. Juli 2017 12. Juli 2017",
            "Posted in Rain by Ida Quell on July 12, 2017",
            "Posted by Ida Quell at 4:00 AM on July 12, 2017",
            "Ida Quell 12/07/2017 2 comments",
            "12. Juli 2017, 23:39 · von Ida Quell",
            "By Ida Quell | Rain",
            "Post author By Ida Quell",
            "ByIda Quell",
        ] {
            assert_eq!(names(text).as_deref(), Some("Ida Quell"), "{text}");
        }
        assert_eq!(names("By Ida Quell and Bo Tarn").as_deref(), Some("Ida Quell and Bo Tarn"));
        assert_eq!(names("Authors: Ida Quell, Bo Tarn and Cy Ost").as_deref(), Some("Ida Quell, Bo Tarn and Cy Ost"));
    }

    #[test]
    fn the_day_of_a_change_is_kept_apart() {
        let said = read("von Ida Quell · Published 12. Juli 2017 · Last modified 14. April 2018").expect("a byline");
        assert_eq!(said.day.as_deref(), Some("12. Juli 2017"));
        assert_eq!(said.changed.as_deref(), Some("14. April 2018"));
        let said = read("Updated July 12, 2017").expect("a day");
        assert_eq!((said.day, said.names), (None, None));
    }

    #[test]
    fn other_lines_say_nothing() {
        for text in [
            "Rain",
            "The dam broke on a day in spring.",
            "2 comments",
            "By the way, it rained all day long in the valley, she said to the few who had stayed there.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
