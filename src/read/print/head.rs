//! Heads of comments: the line or two that say who wrote what follows, and when.
//!
//! In: the lines of a page and a place. Out: the head that stands there, in one of these shapes:
//!
//! ```text
//!  Ida Quell says:            Ida Quell                July 12, 2017       Ida Quell July 12, 2017
//!  July 12, 2017              July 12, 2017            Ida Quell           text
//!  text                       text                     text
//!  Says, Says + day           NameDay                  DayName             Line
//! ```
//! Which shape a page uses is left to `thread`, which looks at all of them.

use super::day_line::{cut_at_clock, cut_at_day, cut_at_distance, day_line, is_company, name_beside, without_company};
use super::heading::heading;
use super::line::{Line, Marker, without_pictures};
use super::words::{behind_by, is_badge, is_button, is_ending, is_figures, is_standing_of_guests, split_says};
use crate::article::key_of;

/// The order in which a head tells name and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Shape {
    /// `Ida says:`, with a day in the next line or none.
    Says,
    /// A name, and a day in the next line.
    NameDay,
    /// A day, and a name in the next line.
    DayName,
    /// Name and day in one line.
    Line,
    /// A dash, a name and a day under a text.
    Signed,
    /// A name and a time of the day in one line.
    Timed,
    /// A list marker and a name, and nothing else that tells it from text.
    Listed,
    /// A list marker alone.
    Nameless,
    /// A day alone.
    Dayed,
}

/// The head of a comment.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Head {
    /// Its first line.
    pub(super) at: usize,
    /// The first line behind it.
    pub(super) body: usize,
    /// Its shape.
    pub(super) shape: Shape,
    /// The name as written.
    pub(super) name: Option<String>,
    /// The name of the one whom it answers, where the head says so: `Ida Quell > Bo Tarn`.
    pub(super) to: Option<String>,
    /// The day as written; `None` where there is none or only a distance.
    pub(super) day: Option<String>,
    /// Whether a day stands there in any form.
    pub(super) dated: bool,
    /// A pingback: its name is its title.
    pub(super) pingback: bool,
    /// Column of its text.
    pub(super) column: usize,
    /// Its list marker.
    pub(super) marker: Option<Marker>,
}

/// The head that begins at a line, in the first shape that fits.
#[cfg(test)]
pub(super) fn head_at(lines: &[Line], at: usize) -> Option<Head> {
    head_but_for_days(lines, at).or_else(|| day_over_name(lines, at))
}

/// A head of a day above a name.
pub(super) fn day_over_name(lines: &[Line], at: usize) -> Option<Head> {
    let line = lines.get(at)?;
    Some(head(line, at, day_then_name(lines, at, head_text(line))?))
}

/// The head that begins at a line, in the first shape that fits, where a day above a name heads nothing.
pub(super) fn head_but_for_days(lines: &[Line], at: usize) -> Option<Head> {
    let line = lines.get(at)?;
    let text = head_text(line);
    let found = pingback(text)
        .or_else(|| says(lines, at, text))
        .or_else(|| one_line(text))
        .or_else(|| at_distance(text))
        .or_else(|| at_clock(text))
        .or_else(|| name_then_day(lines, at, text))?;
    Some(head(line, at, found))
}

/// A head with nothing but a day.
pub(super) fn dayed_at(lines: &[Line], at: usize) -> Option<Head> {
    let line = lines.get(at)?;
    let day = day_line(head_text(line))??;
    let found = Found { shape: Shape::Dayed, name: None, day: Some(day), dated: true, length: 1 };
    Some(head(line, at, found))
}

fn head(line: &Line, at: usize, found: Found) -> Head {
    let Found { shape, name, day, dated, length } = found;
    let (name, to) = name.map_or((None, None), |name| answering(&name));
    Head {
        at,
        body: at + length,
        shape,
        pingback: shape == Shape::Says && dated && name.is_none(),
        name,
        to,
        day,
        dated,
        column: line.column,
        marker: line.marker,
    }
}

/// A head with nothing but a list marker, and a name where the line can be one.
pub(super) fn listed_at(lines: &[Line], at: usize) -> Option<Head> {
    let line = lines.get(at)?;
    line.marker?;
    let text = head_text(line);
    let next = lines.get(at + 1)?;
    let is_name = is_name(text) && next.marker.is_none() && next.column + 2 >= line.column;
    let (shape, name, body) =
        if is_name { (Shape::Listed, Some(cleaned(text)), at + 1) } else { (Shape::Nameless, None, at) };
    Some(Head {
        at,
        body,
        shape,
        name,
        to: None,
        day: None,
        dated: false,
        pingback: false,
        column: line.column,
        marker: line.marker,
    })
}

/// What a head line says: without pictures, and without its number (`#2 Ida`), also where the page prints it twice
/// (`2. 2 Ida`).
fn head_text(line: &Line) -> &str {
    let text = without_pictures(&line.text);
    if let Some(rest) = text.strip_prefix('#') {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = rest.trim_start_matches(['.', ':', ')', ' ', '\u{a0}', '-', '–', '—', '|']);
        return if rest.is_empty() { text } else { rest };
    }
    let Some(Marker::Number(number)) = line.marker else { return text };
    match text.trim_start_matches('0').strip_prefix(&number.to_string()) {
        Some(rest) if rest.starts_with(['.', ' ', ')']) => without_pictures(rest.trim_start_matches(['.', ')'])),
        _ => text,
    }
}

struct Found {
    shape: Shape,
    name: Option<String>,
    day: Option<String>,
    dated: bool,
    length: usize,
}

fn pingback(text: &str) -> Option<Found> {
    let first = text.split([' ', ':']).next().unwrap_or("");
    let is_one = matches!(key_of(first).as_str(), "pingback" | "trackback" | "pingbacks" | "trackbacks");
    (is_one && text.len() > first.len() + 2 && text.get(first.len()..)?.starts_with(':')).then_some(Found {
        shape: Shape::Says,
        name: None,
        day: None,
        dated: true,
        length: 1,
    })
}

fn says(lines: &[Line], at: usize, text: &str) -> Option<Found> {
    let (name, rest) = split_says(text).or_else(|| glued_says(text))?;
    let name = behind_by(name).unwrap_or(name);
    if !is_name(name) || cut_at_day(name).is_some() {
        return None;
    }
    let name = Some(name.to_owned());
    let shape = Shape::Says;
    if let Some(dayed) = cut_at_day(rest).filter(|dayed| is_company(dayed.before) && is_company(dayed.behind)) {
        return Some(Found { shape, name, day: Some(dayed.written()), dated: true, length: 1 });
    }
    if !is_company(rest) {
        return None;
    }
    let next = next_day(lines, at + 1);
    if next.is_none() && !is_apart(lines, at, text) {
        return None;
    }
    let (day, dated, length) = match next {
        Some((day, behind)) => (day, true, behind - at),
        None => (None, false, 1 + usize::from(next_is_company(lines, at + 1))),
    };
    Some(Found { shape, name, day, dated, length })
}

/// Without a day, a head stands apart from what is before it and ends its line: `he said` ends many a line of text.
fn is_apart(lines: &[Line], at: usize, text: &str) -> bool {
    let Some(line) = lines.get(at) else { return false };
    let name = split_says(text).map_or("", |(name, _)| name);
    let closed = text.ends_with([':', '…']) || text.ends_with("...");
    let is_plain = !holds_quote(name) && !name.contains(';') && (closed || !name.contains(','));
    is_plain && name.split_whitespace().count() <= 5 && (line.marker.is_some() || line.gap > 0 || closed)
}

/// A quotation mark; an apostrophe inside a word or behind it is none.
fn holds_quote(name: &str) -> bool {
    name.contains(['"', '“', '”', '‘']) || name.starts_with('\'') || name.contains(" '")
}

/// `Idasays:`, where the page runs the name into the verb.
fn glued_says(text: &str) -> Option<(&str, &str)> {
    let name = ["says:", "sagt:", "schreibt:", "said:"].iter().find_map(|verb| text.strip_suffix(verb))?;
    Some((name, ""))
}

/// The day line at a place, and the line behind it.
fn next_day(lines: &[Line], at: usize) -> Option<(Option<String>, usize)> {
    let line = lines.get(at).filter(|line| line.gap <= 1 && line.marker.is_none())?;
    let day = day_line(without_pictures(&line.text))?;
    Some((day, at + 1))
}

/// A line of small words: `at`, where the day itself was lost in printing.
fn next_is_company(lines: &[Line], at: usize) -> bool {
    lines.get(at).is_some_and(|line| line.gap == 0 && line.text.len() < 30 && is_company(&line.text))
}

fn one_line(text: &str) -> Option<Found> {
    // a dash before a name stands under a quotation, or signs what stands above it
    if let Some(name) = text.strip_prefix(['—', '–', '―', '-', '~']) {
        return one_line(name.trim_start()).map(|found| Found { shape: Shape::Signed, ..found });
    }
    let dayed = cut_at_day(text)?;
    let (before, behind) = (name_beside(dayed.before), without_company(dayed.behind));
    let found = |name: &str| Found {
        shape: Shape::Line,
        name: Some(name.to_owned()),
        day: Some(dayed.written()),
        dated: true,
        length: 1,
    };
    if is_company(before) {
        let name = split_says(behind).map_or(behind, |(name, _)| name);
        let name = behind_by(name).unwrap_or(name);
        return (!is_company(name) && is_name(name)).then(|| found(name));
    }
    let ends = is_company(dayed.behind) || is_button(&key_of(dayed.behind)) || day_line(dayed.behind).is_some();
    (ends && !is_company(before) && is_name(before)).then(|| found(before))
}

/// `Ida Quell · 12 days ago`, with buttons behind it or nothing.
fn at_distance(text: &str) -> Option<Found> {
    let (before, behind) = cut_at_distance(text)?;
    let name = name_beside(before);
    let ends = is_company(behind) || is_button(&key_of(behind));
    (ends && !is_company(name) && is_name(name)).then(|| Found {
        shape: Shape::Line,
        name: Some(name.to_owned()),
        day: None,
        dated: true,
        length: 1,
    })
}

/// `Ida Quell | Posted at 12:45pm`.
fn at_clock(text: &str) -> Option<Found> {
    let (before, behind) = cut_at_clock(text).filter(|_| cut_at_day(text).is_none())?;
    let name = name_beside(before);
    let ends = is_company(behind) || is_button(&key_of(behind));
    (ends && text.len() < 80 && !is_company(name) && is_name(name)).then(|| Found {
        shape: Shape::Timed,
        name: Some(name.to_owned()),
        day: None,
        dated: true,
        length: 1,
    })
}

fn name_then_day(lines: &[Line], at: usize, text: &str) -> Option<Found> {
    let name = behind_by(text).unwrap_or(text);
    if !is_name(name) || day_line(text).is_some() || heading(text, at).is_some() {
        return None;
    }
    let has_badge = lines.get(at + 1).is_some_and(|next| next.gap <= 1 && is_badge(&next.key));
    let (day, behind) = next_day(lines, at + 1 + usize::from(has_badge))?;
    Some(Found { shape: Shape::NameDay, name: Some(name.to_owned()), day, dated: true, length: behind - at })
}

fn day_then_name(lines: &[Line], at: usize, text: &str) -> Option<Found> {
    let day = day_line(text)?;
    let column = lines.get(at)?.column;
    let next = lines.get(at + 1).filter(|line| line.gap <= 1 && line.marker.is_none() && line.column + 2 >= column)?;
    let name = without_pictures(&next.text);
    let name = split_says(name).map_or(name, |(name, _)| name);
    let name = behind_by(name).unwrap_or(name);
    (is_name(name) && day_line(name).is_none()).then(|| Found {
        shape: Shape::DayName,
        name: Some(name.to_owned()),
        day,
        dated: true,
        length: 2,
    })
}

/// Whether a text can be a name: short, with a letter or a digit, no sentence, none of the page's own lines.
pub(super) fn is_name(text: &str) -> bool {
    let characters = text.chars().count();
    if !(1..=60).contains(&characters)
        || text.split_whitespace().count() > 8
        || !text.chars().any(char::is_alphanumeric)
    {
        return false;
    }
    let ends_sentence = text.ends_with(['?', ':', ';', ',', '…', '"', '”'])
        || (text.ends_with(['.', '!']) && text.contains(' ') && !ends_in_abbreviation(text));
    let key = key_of(text);
    let is_turn = is_figures(&key) && key.len() < 3;
    !(ends_sentence || is_turn || holds_sentence(text) || is_button(&key) || is_ending(&key))
}

/// A sentence ends inside: a full stop behind a word that is longer than an initial or a title.
fn holds_sentence(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let word = text.get(..at).and_then(|before| before.rsplit([' ', '.']).next()).unwrap_or("");
        word.chars().count() > 3
    })
}

/// `Ph.D.`, `Jr.`, an initial.
fn ends_in_abbreviation(text: &str) -> bool {
    let last = text.rsplit([' ', '\u{a0}']).next().unwrap_or(text);
    text.split_whitespace().count() <= 4 && last.chars().count() <= 6 && last.ends_with('.')
}

/// Parts the name of one who answers from that of the one who is answered.
fn answering(name: &str) -> (Option<String>, Option<String>) {
    match [" > ", " → ", " ▸ ", " ► "].iter().find_map(|sign| name.split_once(sign)) {
        Some((name, to)) if !name.is_empty() && !to.is_empty() => (Some(cleaned(name)), Some(cleaned(to))),
        _ => (Some(cleaned(name)), None),
    }
}

/// A name without the address that some pages print before it, and without signs around.
fn cleaned(name: &str) -> String {
    let name = match name.rsplit_once(" (") {
        Some((name, rest)) if is_standing_of_guests(&key_of(rest)) => name,
        _ => name,
    };
    let words = name.split_whitespace().filter(|word| !word.starts_with("http://") && !word.starts_with("https://"));
    let kept = without_portrait(words.collect());
    if kept.is_empty() { name.to_owned() } else { kept }
}

/// Words of a name without those that stand for its portrait: `avatar Ida Quell`, `Ida Quell Ida Quell`.
fn without_portrait(words: Vec<&str>) -> String {
    let lead = words.iter().take(3).position(|word| {
        !matches!(key_of(word).as_str(), "avatar" | "gravatar" | "for" | "of" | "profile" | "picture" | "photo")
    });
    let is_portrait = words
        .first()
        .is_some_and(|word| matches!(key_of(word).as_str(), "avatar" | "gravatar" | "profile" | "photo" | "picture"));
    let words = if is_portrait { words.get(lead.unwrap_or(0)..).unwrap_or(&words) } else { &words };
    let (first, second) = words.split_at(words.len() / 2);
    if first == second { first.join(" ") } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::{Shape, dayed_at, head_at, is_name};
    use crate::read::print::line::lines;

    fn head(text: &str) -> Option<(Shape, Option<String>, Option<String>, usize)> {
        head_at(&lines(text), 0).map(|head| (head.shape, head.name, head.day, head.body))
    }

    #[test]
    fn name_and_day_are_read_in_every_order() {
        let day = Some("July 12, 2017 at 3:15 pm".to_owned());
        let ida = Some("Ida Quell".to_owned());
        for (text, shape, body) in [
            ("1. [a1b] Ida Quell says:\nJuly 12, 2017 at 3:15 pm\ntext", Shape::Says, 2),
            ("Ida Quell said on July 12, 2017 at 3:15 pm:\ntext", Shape::Says, 1),
            ("Ida Quell\nJuly 12, 2017 at 3:15 pm | Permalink\n\ntext", Shape::NameDay, 2),
            ("By Ida Quell\nPosted July 12, 2017 at 3:15 pm\n\ntext", Shape::NameDay, 2),
            ("July 12, 2017 at 3:15 pm\nIda Quell\ntext", Shape::DayName, 2),
            ("Ida Quell July 12, 2017 at 3:15 pm Reply\ntext", Shape::Line, 1),
            ("July 12, 2017 at 3:15 pm, Ida Quell wrote:\ntext", Shape::Line, 1),
            ("Ida QuellJuly 12, 2017 at 3:15 pm\ntext", Shape::Line, 1),
            ("2. 2 Ida Quell says:\nJuly 12, 2017 at 3:15 pm\ntext", Shape::Says, 2),
        ] {
            assert_eq!(head(text), Some((shape, ida.clone(), day.clone(), body)), "{text}");
        }
    }

    #[test]
    fn numbers_guests_badges_and_answers_are_no_part_of_a_name() {
        for (text, name) in [
            ("#2 Ida Quell — July 12, 2017\ntext", "Ida Quell"),
            ("Submitted by Ida Quell (not verified) on Wed, 07/12/2017 - 09:12\ntext", "Ida Quell"),
            ("Ida Quell\nAuthor\nJuly 12, 2017\ntext", "Ida Quell"),
            ("Ida Quell > Bo • 3 years ago\ntext", "Ida Quell"),
            ("10:15, July 12, 2017 Ida Quell wrote:\ntext", "Ida Quell"),
            ("Ida O'Quell says:\n\ntext", "Ida O'Quell"),
        ] {
            assert_eq!(head(text).and_then(|(_, name, _, _)| name).as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn a_dash_before_a_name_signs_the_text_above_it() {
        let shape = head("— Ida Quell, July 12, 2017\ntext").map(|(shape, ..)| shape);
        assert_eq!(shape, Some(Shape::Signed));
    }

    #[test]
    fn a_day_alone_heads_a_comment_of_nobody() {
        let lines = lines("Sunday, 5 August 2018 at 14:20\nIt rained.");
        let head = dayed_at(&lines, 0).expect("a day");
        assert_eq!((head.shape, head.name, head.body), (Shape::Dayed, None, 1));
    }

    #[test]
    fn a_day_by_its_distance_or_none_still_makes_a_head() {
        assert_eq!(head("Ida\n12 days ago\ntext"), Some((Shape::NameDay, Some("Ida".to_owned()), None, 2)));
        assert_eq!(head("Ida says:\n\ntext"), Some((Shape::Says, Some("Ida".to_owned()), None, 1)));
    }

    #[test]
    fn text_is_no_head() {
        for text in [
            "On July 12, 2017 the dam broke and the water came down.",
            "He was right, she says: rain is rain",
            "A line of text\nand another",
            "Reply\nJuly 12, 2017",
        ] {
            assert_eq!(head(text), None, "{text}");
        }
    }

    #[test]
    fn names_are_short_and_no_sentences() {
        for name in ["Ida", "Ida Quell, Ph.D.", "mary @ B&Gjournals", "h4rm0ny", "習近平", "Wow!"] {
            assert!(is_name(name), "{name}");
        }
        for text in ["It rained.", "What now?", "Reply", "Leave a reply", "", "...", "Rain. And wind"] {
            assert!(!is_name(text), "{text}");
        }
    }
}
