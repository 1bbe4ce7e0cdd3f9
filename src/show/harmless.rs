//! Text from files, made harmless for a terminal.
//!
//! In: text of unknown origin. Out: the same without characters that move the cursor, colour, reorder or hide:
//! C0 controls become their pictures (U+2400 and on), C1 and bidirectional controls U+FFFD. In JSON they are escaped,
//! which loses nothing.

use std::borrow::Cow;

/// The text without control characters; line feeds and tabs stay.
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_harmful(c) && !matches!(c, '\n' | '\t')) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(picture).collect())
}

/// The text on one line: as [`harmless`], and every run of white space one blank.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    harmless(&words.join(" ")).into_owned()
}

/// JSON in which control characters beyond ASCII are escaped, so that it can be shown on a terminal.
pub(super) fn harmless_json(json: &str) -> Cow<'_, str> {
    if !json.chars().any(|c| is_harmful(c) && c != '\n') {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_harmful(c) && c != '\n' { out.push_str(&format!("\\u{:04x}", u32::from(c))) } else { out.push(c) }
    }
    Cow::Owned(out)
}

fn picture(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\u{7f}' => '␡',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        c if is_harmful(c) => '\u{fffd}',
        c => c,
    }
}

fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{harmless, harmless_json, one_line};

    #[test]
    fn escape_sequences_lose_their_power() {
        assert_eq!(harmless("a\u{1b}[31mred\u{7}"), "a␛[31mred␇");
        assert_eq!(harmless("c1 \u{9b}31m \u{202e}over"), "c1 \u{fffd}31m \u{fffd}over");
        assert_eq!(harmless("two\nlines\tand é 習"), "two\nlines\tand é 習");
    }

    #[test]
    fn a_line_stays_a_line() {
        assert_eq!(one_line("a\n\n b\r\nc\u{b}d"), "a b c d");
    }

    #[test]
    fn json_keeps_its_meaning() {
        let json = serde_json::to_string("\u{9b}31m \u{202e}").unwrap_or_default();
        let shown = harmless_json(&json);
        assert!(!shown.contains('\u{9b}') && !shown.contains('\u{202e}'));
        assert_eq!(serde_json::from_str::<String>(&shown).ok().as_deref(), Some("\u{9b}31m \u{202e}"));
    }
}
