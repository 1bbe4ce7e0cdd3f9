//! Edges that a reader does not stumble over: between graphemes, and between words.
//!
//! In: a text and a place in it. Out: the nearest place where it may be cut.

use crate::text::Span;
use unicode_segmentation::GraphemeCursor;

/// A span widened to the graphemes that it touches.
pub(super) fn around(text: &str, span: Span) -> Span {
    Span::new(back(text, span.from), forth(text, span.to))
}

/// A span without the graphemes that lie only partly inside.
pub(super) fn inside(text: &str, span: Span) -> Span {
    let from = forth(text, span.from);
    Span::new(from, back(text, span.to).max(from))
}

/// The edge between graphemes at `at` or before it.
pub(super) fn back(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !is_edge(text, at) {
        at -= 1;
    }
    at
}

/// The edge between graphemes at `at` or behind it.
pub(super) fn forth(text: &str, at: usize) -> usize {
    let mut at = at;
    while at < text.len() && !is_edge(text, at) {
        at += 1;
    }
    at
}

fn is_edge(text: &str, at: usize) -> bool {
    if at == 0 || at >= text.len() {
        return true;
    }
    if !text.is_char_boundary(at) {
        return false;
    }
    // letters of plain text, the usual case, never join
    let bytes = text.as_bytes();
    let plain = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii() && *b != b'\r' && *b != b'\n');
    if plain(at - 1) && plain(at) {
        return true;
    }
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// The last place in `from..=limit` where a cut falls between words: white space before other signs before letters that
/// are words by themselves; inside a word only where it fills the whole stretch.
pub(super) fn word_end(text: &str, from: usize, limit: usize) -> usize {
    let part = text.get(from..limit).unwrap_or("");
    let behind = text.get(limit..).and_then(|rest| rest.chars().next());
    if behind.is_none_or(char::is_whitespace) {
        return from + part.trim_end().len();
    }
    let blank = part.rfind(char::is_whitespace).map_or(0, |at| part.get(..at).unwrap_or("").trim_end().len());
    if blank * 2 > part.len() {
        return from + blank;
    }
    let mut after = behind;
    for (at, c) in part.char_indices().rev() {
        let end = at + c.len_utf8();
        if after.is_none_or(|next| parts(c, next)) && end > blank {
            return back(text, from + end).max(from + blank);
        }
        after = Some(c);
    }
    if blank > 0 { from + blank } else { back(text, limit) }
}

/// Whether text may be cut between two characters without cutting a word.
pub(super) fn parts(before: char, next: char) -> bool {
    let alone = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{0e00}'..='\u{0e7f}');
    !(is_part(before) && is_part(next)) || alone(next)
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || !(c.is_ascii() || c.is_whitespace() || ('\u{2000}'..='\u{206f}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::{Span, around, back, word_end};

    #[test]
    fn graphemes_are_never_parted() {
        let text = "e\u{301}a 👩\u{200d}👩\u{200d}👧 🇫🇷🇩🇪";
        assert_eq!(back(text, 2), 0);
        assert_eq!(around(text, Span::new(0, 1)), Span::new(0, 3));
        let flags = text.len() - 16;
        assert_eq!(back(text, flags + 8), flags + 8);
        assert_eq!(back(text, flags + 4), flags);
        assert_eq!(back(text, flags - 3), text.find('👩').expect("there"));
    }

    #[test]
    fn a_cut_falls_between_words() {
        let cut = |text: &'static str, limit| text.get(..word_end(text, 0, limit)).expect("an edge");
        assert_eq!(cut("strategic buffer", 12), "strategic");
        assert_eq!(cut("strategic buffer", 9), "strategic");
        assert_eq!(cut("习近平说他走了", 9), "习近平");
        assert_eq!(cut("verylongword", 5), "veryl");
        assert_eq!(cut("US–China", 6), "US–");
    }
}
