//! Cutting a text for the search for names: words with their capitals and marks between them.
//!
//! In: one field. Out: tokens in order. Other than the words of a query these keep case, initials and hyphens, and
//! marks are tokens too, because a comma or a full stop says where a name ends.

use crate::text::Span;

/// A word or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// As it stands; a possessive and the full stop of an abbreviation are tokens of their own.
    pub text: &'a str,
    /// Where it stands in its field, in bytes.
    pub span: Span,
    /// Whether a blank or a line's end stands before it.
    pub apart: bool,
    /// Whether a line begins with it.
    pub line: bool,
    /// Whether a paragraph begins with it.
    pub opens: bool,
}

impl Token<'_> {
    /// Whether it is no mark.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.text.starts_with(char::is_alphanumeric)
    }

    /// Whether it begins with a capital.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// The tokens of a text.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let (mut apart, mut line_ends) = (true, 2);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if c.is_whitespace() {
            apart = true;
            line_ends += u32::from(c == '\n');
            at += c.len_utf8();
            continue;
        }
        let to = if c.is_alphanumeric() { word_end(text, at) } else { at + c.len_utf8() };
        let span = Span::new(at, to);
        tokens.push(Token { text: span.of(text), span, apart, line: line_ends > 0, opens: line_ends > 1 });
        at = to;
        (apart, line_ends) = (false, 0);
    }
    tokens
}

/// End of a word: letters, digits, marks; hyphens and apostrophes between letters; full stops of `U.S.`.
fn word_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    if let Some(length) = initials(rest) {
        return from + length;
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let tail = rest.get(at + c.len_utf8()..).unwrap_or_default();
        let joins = (is_hyphen(c) && !is_participle(tail)) || (is_apostrophe(c) && !is_possessive(tail));
        let followed = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !(is_inner(c) || joins && followed) {
            break;
        }
        end = at + c.len_utf8();
    }
    from + end
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a hyphen before `tail` ends a name: `Osk-based`, `Lund-led`, but not `Jong-un`.
fn is_participle(tail: &str) -> bool {
    let length = tail.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(tail.len());
    let word = tail.get(..length).unwrap_or_default();
    let ends = !tail.get(length..).unwrap_or_default().starts_with(char::is_alphanumeric);
    let known = matches!(
        word,
        "led" | "run" | "born" | "held" | "made" | "bound" | "wide" | "style" | "era" | "grown" | "like"
    );
    ends && (known || (word.len() > 4 && word.ends_with("ed")))
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || crate::text::is_ignorable(c) || matches!(c, '\u{300}'..='\u{36f}')
}

/// Length of `U.S.` or `U.S` at the beginning of a text: single capitals with full stops between them.
fn initials(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let pair = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_uppercase) && bytes.get(at + 1) == Some(&b'.');
    let mut at = 0;
    while pair(at) {
        at += 2;
    }
    let single = |at: usize| {
        bytes.get(at).is_some_and(u8::is_ascii_uppercase)
            && !rest.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    };
    if at >= 2 && single(at) {
        return Some(at + 1);
    }
    (at >= 4).then_some(at)
}

/// Apostrophes, straight and curly.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// Whether an apostrophe before `tail` begins a possessive or a short form (`China’s`, `don't`), which is no part of a name.
fn is_possessive(tail: &str) -> bool {
    let word: String = tail.chars().take_while(|c| c.is_alphanumeric()).take(3).collect();
    matches!(word.to_lowercase().as_str(), "s" | "t" | "d" | "m" | "ll" | "re" | "ve")
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn possessives_and_dashes_part_words_and_hyphens_join_them() {
        assert_eq!(cut("Kim Jong-un’s US–China trip"), ["Kim", "Jong-un", "’", "s", "US", "–", "China", "trip"]);
        assert_eq!(cut("O’Neill's d'Osk"), ["O’Neill", "'", "s", "d'Osk"]);
    }

    #[test]
    fn a_participle_behind_a_hyphen_is_no_part_of_a_name() {
        assert_eq!(cut("Osk-based Lund-led Jong-un"), ["Osk", "-", "based", "Lund", "-", "led", "Jong-un"]);
    }

    #[test]
    fn initials_with_full_stops_are_one_token() {
        assert_eq!(cut("U.S. and U.S.A, J. Lund."), ["U.S.", "and", "U.S.A", ",", "J", ".", "Lund", "."]);
    }

    #[test]
    fn a_blank_line_opens_a_paragraph_and_spans_are_bytes() {
        let text = "Köln is\nfar\n\nOsk";
        let tokens = tokens(text);
        assert_eq!(tokens.iter().map(|token| token.opens).collect::<Vec<_>>(), [true, false, false, true]);
        assert!(tokens.iter().all(|token| token.span.of(text) == token.text));
    }
}
