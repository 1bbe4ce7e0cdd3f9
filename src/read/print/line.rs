//! Lines of a printed page, with what their place on the paper says.
//!
//! In: the text of the page. Out: its lines without blank ones and without ruled lines, empty fields and buttons; each with
//! its column, its list marker and the blank lines before it.
//!
//! ```text
//!    12. Ida Quell says:        column 4 (of what follows the marker), marker 12, text "Ida Quell says:"
//!        July 12, 2017          column 4
//!          • [a1b] Bo           column 6, marker bullet, text "[a1b] Bo"
//! ```
//! A marker that stands alone belongs to the next line. What a line means is left to the other files of this folder.

use crate::article::key_of;
use crate::text::find_days;
use std::borrow::Cow;

/// A line with something on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// What is written, without the marker and without blanks around.
    pub(super) text: String,
    /// Where the text begins, behind a marker where there is one.
    pub(super) column: usize,
    /// Blanks before everything on the line.
    pub(super) lead: usize,
    /// The marker before it.
    pub(super) marker: Option<Marker>,
    /// Blank lines before it.
    pub(super) gap: usize,
    /// Folded words with blanks between, as furniture is compared; empty for a line too long to be any.
    pub(super) key: String,
    /// Length with everything before it, to tell a wrapped line from a broken one.
    pub(super) width: usize,
}

/// A list marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// `12.` or `12)`.
    Number(u32),
    /// `1.2.` and deeper: how many numbers.
    Nested(u32),
    /// A bullet.
    Bullet,
}

impl Marker {
    /// How deep its number says that it stands; columns alone tell it for the others.
    pub(super) fn depth(self) -> u32 {
        match self {
            Marker::Nested(depth) => depth,
            Marker::Number(_) | Marker::Bullet => 1,
        }
    }
}

/// Signs that text browsers print for the points of a list.
const BULLETS: &[char] = &['•', '●', '○', '□', '■', '▪', '◦', '▫', '·', '*', '+', 'o', '-', '–', '#', '@', '☆', '○'];

/// The lines of a page.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut gap = 0;
    let mut alone: Option<Line> = None;
    for raw in text.split('\n') {
        if is_empty(raw) {
            gap += 1;
            continue;
        }
        let mut line = cut(raw, gap);
        gap = 0;
        if line.text.is_empty() {
            alone = Some(line);
            continue;
        }
        if let Some(before) = alone.take()
            && line.marker.is_none()
            && (line.gap == 0 || before.marker != Some(Marker::Bullet))
            && line.column + 8 > before.column
        {
            line = Line { marker: before.marker, column: before.column, lead: before.lead, gap: before.gap, ..line };
        }
        lines.push(line);
    }
    lines
}

/// Longest line that can be furniture, in bytes.
const LONGEST: usize = 240;

fn key(text: &str) -> String {
    let text = without_pictures(text);
    if text.len() > LONGEST { String::new() } else { key_of(text) }
}

/// A line with a blank where a page ran a year into what follows it: `November 22, 202111:15 am`,
/// `20. August 201321. August 2013`.
fn apart(raw: &str) -> Cow<'_, str> {
    let mut run = 0;
    for (at, byte) in raw.bytes().chain([b' ']).enumerate() {
        if byte.is_ascii_digit() {
            run += 1;
            continue;
        }
        let from = at - run;
        if (5..=6).contains(&run)
            && let (Some(year), Some(behind)) = (raw.get(from..from + 4), raw.get(from + 4..))
            && (year.starts_with("19") || year.starts_with("20"))
            && (begins_clock(behind) || is_day(behind))
        {
            return Cow::Owned(format!("{} {behind}", raw.get(..from + 4).unwrap_or("")));
        }
        run = 0;
    }
    Cow::Borrowed(raw)
}

fn begins_clock(text: &str) -> bool {
    let digits = |part: &str| part.bytes().take_while(u8::is_ascii_digit).count();
    text.split_once(':').is_some_and(|(hour, rest)| digits(hour) == hour.len() && digits(rest) == 2)
}

fn cut(raw: &str, gap: usize) -> Line {
    let raw = &apart(raw);
    let text = raw.trim();
    let lead = raw.chars().take_while(|c| c.is_whitespace()).count();
    let width = raw.trim_end().chars().count();
    match marker(text) {
        Some((marker, length)) => {
            let rest = text.get(length..).unwrap_or("");
            let inner = rest.trim_start();
            let blanks =
                if inner.is_empty() { 1 } else { rest.chars().take_while(|c| c.is_whitespace()).count().min(2) };
            let column = lead + text.get(..length).map_or(0, |marker| marker.chars().count()) + blanks;
            Line { text: inner.to_owned(), key: key(inner), column, lead, marker: Some(marker), gap, width }
        }
        None => Line { text: text.to_owned(), key: key(text), column: lead, lead, marker: None, gap, width },
    }
}

/// The marker at the beginning of a line and its length in bytes.
fn marker(text: &str) -> Option<(Marker, usize)> {
    let first = text.chars().next()?;
    let (marker, length) = if first.is_ascii_digit() { numbered(text)? } else { bullet(text, first)? };
    if is_day(text) && !matches!(marker, Marker::Nested(_)) {
        return None;
    }
    let rest = text.get(length..)?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some((marker, length))
}

/// `18. October 2019`: the number is that of a day.
fn is_day(text: &str) -> bool {
    let head = text.char_indices().nth(40).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
    head.starts_with(|c: char| c.is_ascii_digit())
        && find_days(head, Some(true)).first().is_some_and(|(span, _)| span.from == 0)
}

fn bullet(text: &str, first: char) -> Option<(Marker, usize)> {
    BULLETS.contains(&first).then(|| (Marker::Bullet, text.chars().next().map_or(0, char::len_utf8)))
}

/// `12.`, `12)`, `1.2.`, `1.2`.
fn numbered(text: &str) -> Option<(Marker, usize)> {
    let length = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let digits = text.get(..length)?;
    let parts: Vec<&str> = digits.trim_end_matches('.').split('.').collect();
    let closed = digits.ends_with('.') || text.get(length..)?.starts_with(')');
    if parts.iter().any(|part| part.is_empty() || part.len() > 4) {
        return None;
    }
    // `12.07. rain` and `12.7.2017 rain` are days
    let is_day = parts.len() > 1 && parts.iter().any(|part| part.starts_with('0') || part.len() == 4);
    if is_day {
        return None;
    }
    let end = if text.get(length..)?.starts_with(')') { length + 1 } else { length };
    match parts.as_slice() {
        [one] if closed => Some((Marker::Number(one.parse().ok()?), end)),
        [_, _] | [_, _, _] if closed => Some((Marker::Nested(u32::try_from(parts.len()).ok()?), end)),
        _ => None,
    }
}

/// A blank line, a ruled line, an empty field of a form, a button, a picture without a name, an embedded frame.
fn is_empty(raw: &str) -> bool {
    let text = raw.trim();
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    let is_ruled =
        signs.all(|c| matches!(c, '_' | '=' | '━' | '─' | '―' | '~' | '[' | ']' | '|' | '\u{200b}' | '\u{feff}'));
    is_ruled
        || text.chars().count() > 3 && text.chars().all(|c| matches!(c, '-' | '–' | '—' | '*' | ' ' | '.'))
        || matches!(text, "[INS: :INS]" | "[ ]" | "●")
        || text.contains("(BUTTON)")
        || text.starts_with("IFRAME:")
}

/// A line's text without the pictures that are printed as their names: `[a1b] Ida Quell [icon_delet]`, and without signs
/// that stand for a picture without a name.
pub(super) fn without_pictures(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let before = text.len();
        text = text.trim_start_matches(['●', '□', '★', '☆', '■']).trim_end_matches(['●', '□', '■']).trim();
        if let Some(rest) = text.strip_prefix('[')
            && let Some((name, rest)) = rest.split_once(']')
            && is_picture(name)
        {
            text = rest.trim_start();
        }
        if let Some(rest) = text.strip_suffix(']')
            && let Some((rest, name)) = rest.rsplit_once('[')
            && is_picture(name)
        {
            text = rest.trim_end();
        }
        if text.len() == before {
            return text;
        }
    }
}

fn is_picture(name: &str) -> bool {
    name.contains(char::is_alphanumeric) && name.len() <= 40 && !name.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::{Marker, lines, without_pictures};

    fn seen(text: &str) -> Vec<(String, usize, Option<Marker>, usize)> {
        lines(text).into_iter().map(|line| (line.text, line.column, line.marker, line.gap)).collect()
    }

    #[test]
    fn a_line_has_a_column_a_marker_and_the_gap_before_it() {
        let page = "Title\n\n\n  9. Ida\n 10. Bo\n    text\n      • Cy\n";
        assert_eq!(
            seen(page),
            [
                ("Title".to_owned(), 0, None, 0),
                ("Ida".to_owned(), 5, Some(Marker::Number(9)), 2),
                ("Bo".to_owned(), 5, Some(Marker::Number(10)), 0),
                ("text".to_owned(), 4, None, 0),
                ("Cy".to_owned(), 8, Some(Marker::Bullet), 0),
            ]
        );
    }

    #[test]
    fn a_marker_alone_belongs_to_the_next_line() {
        assert_eq!(
            seen("    1.\n   Ida says:\n       text"),
            [("Ida says:".to_owned(), 7, Some(Marker::Number(1)), 0), ("text".to_owned(), 7, None, 0)]
        );
        assert_eq!(seen("  •\n  •\n").len(), 0);
        assert_eq!(seen("  •\n\nThe title").first().map(|line| line.2), Some(None), "a list of nothing ends before it");
    }

    #[test]
    fn ruled_lines_fields_and_buttons_are_no_lines() {
        assert_eq!(seen("_____\n[      ]\n(BUTTON)\n----\n   \n======").len(), 0);
    }

    #[test]
    fn numbers_that_are_no_markers_stay() {
        assert_eq!(seen("12.07.2017 rain").first().map(|line| line.2), Some(None));
        assert_eq!(seen("18. Oktober 2019 um 15:05 Uhr").first().map(|line| line.2), Some(None));
        assert_eq!(seen("2017 was wet").first().map(|line| line.2), Some(None));
        assert_eq!(seen("1.2. Ida").first().map(|line| line.2), Some(Some(Marker::Nested(2))));
        assert_eq!(seen("3) Ida").first().map(|line| line.2), Some(Some(Marker::Number(3))));
    }

    #[test]
    fn years_are_parted_from_what_a_page_ran_into_them() {
        for (text, apart) in [
            ("November 22, 202111:15 am", "November 22, 2021 11:15 am"),
            ("20. August 201321. August 2013", "20. August 2013 21. August 2013"),
            ("number 201321 rain", "number 201321 rain"),
            ("2013", "2013"),
        ] {
            assert_eq!(seen(text).first().map(|line| line.0.as_str()), Some(apart), "{text}");
        }
    }

    #[test]
    fn pictures_are_taken_off_both_ends() {
        assert_eq!(without_pictures("[a1b] [me-] Ida Quell says: [icon_delet]"), "Ida Quell says:");
        assert_eq!(without_pictures("□ ● HansG"), "HansG");
        assert_eq!(without_pictures("[two words] x"), "[two words] x");
    }
}
