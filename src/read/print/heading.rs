//! Headings over comments: `3 responses to “The dam”`, `Readers’ comments`, `4 Kommentare`.
//!
//! In: a line. Out: the number that it declares and the title that it repeats. Where the comments begin is left to `thread`.

use super::line::without_pictures;
use super::words::{
    is_about, is_beside, is_button, is_comment_word, is_counted_word, is_door, is_ending, is_heading, is_many, number,
};
use crate::article::key_of;

/// A heading over comments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// Its line.
    pub(super) at: usize,
    /// How many comments it declares.
    pub(super) count: Option<usize>,
    /// The title that it repeats.
    pub(super) title: Option<String>,
}

/// Longest heading without the title that it repeats, in words.
const LONGEST: usize = 9;

/// How far behind the words that lead to the title its quote may stand, in bytes.
const NEAR: usize = 16;

/// Reads a line as a heading over comments.
pub(super) fn heading(text: &str, at: usize) -> Option<Heading> {
    let text = without_pictures(text).trim();
    if text.chars().count() > 250 {
        return None;
    }
    let key = key_of(&apart(text));
    if is_ending(&key) {
        return None;
    }
    if is_heading(&key) {
        return Some(Heading { at, count: None, title: None });
    }
    let words: Vec<&str> = key.split(' ').collect();
    let is_counted =
        |at: usize| words.get(at).is_some_and(|word| is_counted_word(word)) && count_near(&words, at).is_some();
    let place = words.iter().take(LONGEST).position(|word| is_comment_word(word));
    let place = place.or_else(|| (0..words.len().min(LONGEST)).find(|at| is_counted(*at)))?;
    let count = count_near(&words, place);
    let about = place + 1;
    if words.get(about).is_some_and(|word| is_about(word))
        && count.is_some()
        && words.iter().take(place).all(|word| is_beside(word) || number(word).is_some())
    {
        return Some(Heading { at, count, title: title_behind(text, about + 1) });
    }
    // an embedded thread counts, names the site and offers its door
    let has_door = place == 1 && count.is_some() && words.len() > 2 && words.last().is_some_and(|word| is_door(word));
    if has_door {
        return Some(Heading { at, count, title: None });
    }
    let is_plain = words.len() <= LONGEST
        && words.iter().all(|word| is_beside(word) || is_counted_word(word) || number(word).is_some());
    let is_many = words.iter().any(|word| is_many(word)) && !is_button(&key);
    (is_plain && (is_many || count.is_some())).then_some(Heading { at, count, title: None })
}

/// A text with blanks where a page ran two pieces into one: `1 CommentNo Reactions`, `Kommentare4`.
pub(super) fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for c in text.chars() {
        if before.is_lowercase() && (c.is_uppercase() || c.is_ascii_digit()) {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}

/// The number before the word for comments, or right behind it: `4 Comments`, `Comments (4)`.
fn count_near(words: &[&str], place: usize) -> Option<usize> {
    let before = words.get(..place)?.iter().rev().take(3).find_map(|word| number(word));
    let behind =
        words.get(place + 1).filter(|word| word.bytes().all(|b| b.is_ascii_digit())).and_then(|word| number(word));
    before.or(behind)
}

/// What stands behind the first `skip` words, where it is a title; from its opening quote, where one stands near.
fn title_behind(text: &str, skip: usize) -> Option<String> {
    let mut seen = 0;
    let mut inside = false;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() && !inside {
            if seen == skip {
                let before = text.get(..at)?;
                let rest = text.get(before.trim_end_matches(|c: char| !c.is_alphanumeric()).len()..)?;
                let quote = rest.find(['“', '„', '«', '"', '‘', '»']).filter(|at| *at <= NEAR);
                let title = unquoted(rest.get(quote.unwrap_or(0)..)?);
                // `to this post` repeats no title
                let is_title = |title: &String| !key_of(title).split(' ').all(is_beside);
                return Some(title).filter(|title| title.chars().any(char::is_alphabetic) && is_title(title));
            }
            seen += 1;
        }
        inside = c.is_alphanumeric();
    }
    None
}

/// A text without blanks and one pair of quotes around it.
pub(super) fn unquoted(text: &str) -> String {
    const PAIRS: [(char, char); 8] =
        [('“', '”'), ('„', '“'), ('"', '"'), ('«', '»'), ('‘', '’'), ('»', '«'), ('„', '”'), ('\'', '\'')];
    let text = text.trim().trim_end_matches([':', ' ']);
    for (open, close) in PAIRS {
        if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            return inner.trim().to_owned();
        }
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::heading;

    fn read(text: &str) -> Option<(Option<usize>, Option<String>)> {
        heading(text, 0).map(|heading| (heading.count, heading.title))
    }

    #[test]
    fn the_count_and_the_title_are_read() {
        for (text, count, title) in [
            ("3 responses to “The dam”", Some(3), Some("The dam")),
            ("One thought on “The dam: “a” history”", Some(1), Some("The dam: “a” history")),
            ("13 Responses to The Dam", Some(13), Some("The Dam")),
            ("5 Gedanken zu „Der Damm“", Some(5), Some("Der Damm")),
            ("2 réflexions au sujet de « Le barrage »", Some(2), Some("Le barrage")),
            ("2 commentaires sur « Le barrage »", Some(2), Some("Le barrage")),
            ("4 Comments Leave a comment", Some(4), None),
            ("Comments (12)", Some(12), None),
            ("Readers’ comments", None, None),
            ("4 Kommentare", Some(4), None),
            ("6 Comments so far", Some(6), None),
            ("Leserkommentare", None, None),
            ("Comments »", None, None),
            ("1 CommentNo Reactions", Some(1), None),
            ("No comments:", Some(0), None),
            ("17 Comments The Lake Journal Login", Some(17), None),
            ("What readers say", None, None),
            ("Forum: insgesamt 3 Beiträge", Some(3), None),
            ("Vos réactions (2)", Some(2), None),
            ("17 Responses to this post", Some(17), None),
        ] {
            let expected = Some((count, title.map(str::to_owned)));
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn sentences_and_buttons_are_no_headings() {
        for text in [
            "Reply",
            "He had two comments to make about the dam and the lake, he said",
            "In response",
            "The comments were kind",
            "Rain",
            "Beiträge",
            "17 lakes and one login",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
