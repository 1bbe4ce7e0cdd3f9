//! Text cut for reading days: numbers, words, months, single signs.
//!
//! In: plain text. Out: tokens with spans, and the questions that the readers of days and clocks ask of them.
//! What order of tokens makes a day is left to `day_words`, what makes a time to `clock`.

use super::month_names::month;
use super::span::Span;

/// A piece of text: a number, a word or a single sign; blanks only part them.
pub(super) struct Token {
    /// Where it stands.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether blanks stand before it.
    pub(super) apart: bool,
}

/// What a token is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// A number of at most four digits, and how many there are.
    Number(i16, usize),
    /// Letters: a month, or another word.
    Month(i8),
    Word,
    /// 年 月 日 and their Korean fellows.
    Year,
    MonthSign,
    DaySign,
    Sign(char),
}

fn cut(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut apart = true;
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if c.is_whitespace() || super::is_ignorable(c) {
            apart = true;
            at += c.len_utf8();
            continue;
        }
        let end = at + run_length(text.get(at..).unwrap_or(""), c);
        let span = Span::new(at, end);
        tokens.push(Token { span, kind: kind_of(span.of(text), c), apart });
        apart = false;
        at = end;
    }
    tokens
}

/// Length of the run that begins with `c`: digits, letters, or the one sign.
fn run_length(rest: &str, c: char) -> usize {
    let same = |d: &char| {
        if c.is_ascii_digit() { d.is_ascii_digit() } else { is_plain_letter(*d) }
    };
    if c.is_ascii_digit() || is_plain_letter(c) {
        rest.chars().take_while(same).map(char::len_utf8).sum()
    } else {
        c.len_utf8()
    }
}

/// A letter or mark of a script that puts blanks between words.
pub(super) fn is_plain_letter(c: char) -> bool {
    let is_cjk = matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}');
    (c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}')) && !is_cjk
}

fn kind_of(piece: &str, c: char) -> Kind {
    match c {
        '年' | '년' => Kind::Year,
        '月' | '월' => Kind::MonthSign,
        '日' | '일' | '号' => Kind::DaySign,
        c if c.is_ascii_digit() => match piece.parse() {
            Ok(value) if piece.len() <= 4 => Kind::Number(value, piece.len()),
            _ => Kind::Word,
        },
        c if is_plain_letter(c) => month(piece).map_or(Kind::Word, Kind::Month),
        c => Kind::Sign(c),
    }
}

/// The tokens of a text.
pub(super) struct Tokens<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Tokens<'a> {
    /// Cuts a text.
    pub(super) fn of(text: &'a str) -> Tokens<'a> {
        Tokens { text, tokens: cut(text) }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token at a place.
    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The stretch from one token to just before another.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.get(from).map_or(0, |token| token.span.from);
        Span::new(start, self.get(to - 1).map_or(start, |token| token.span.to))
    }

    /// The token with no blank before it.
    pub(super) fn joined(&self, at: usize) -> Option<Kind> {
        self.get(at).filter(|token| !token.apart).map(|token| token.kind)
    }

    /// What the token at a place is.
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.get(at).map(|token| token.kind)
    }

    /// Its text; empty where there is none.
    pub(super) fn piece(&self, at: usize) -> &str {
        self.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The sign there, where it is one of these.
    pub(super) fn sign(&self, at: usize, signs: &[char]) -> Option<char> {
        match self.kind(at)? {
            Kind::Sign(sign) if signs.contains(&sign) => Some(sign),
            _ => None,
        }
    }

    /// A number of four digits that can be a year.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        match self.kind(at)? {
            Kind::Number(value @ 1000..=2199, 4) => Some(value),
            _ => None,
        }
    }

    /// A number of one or two digits: a day, a month, an hour.
    pub(super) fn small(&self, at: usize) -> Option<i8> {
        match self.kind(at)? {
            Kind::Number(value, 1 | 2) => i8::try_from(value).ok(),
            _ => None,
        }
    }

    /// A number of exactly two digits: minutes, seconds.
    pub(super) fn two_digits(&self, at: usize) -> Option<i8> {
        match self.kind(at)? {
            Kind::Number(value, 2) => i8::try_from(value).ok(),
            _ => None,
        }
    }

    /// Past an ordinal's ending, `of`, `de`, `.` and `,` between the parts of a day.
    pub(super) fn past_small_words(&self, at: usize) -> usize {
        let mut at = self.past_ordinal(at);
        for _ in 0..3 {
            let is_small = match self.kind(at) {
                Some(Kind::Sign('.' | ',' | '-' | '/' | '·')) => true,
                Some(Kind::Word) => matches!(
                    self.piece(at).to_lowercase().as_str(),
                    "of" | "de" | "del" | "d" | "do" | "da" | "the" | "г" | "року" | "m"
                ),
                _ => false,
            };
            if !is_small {
                break;
            }
            at += 1;
        }
        at
    }

    /// Past the ending of an ordinal: `st`, `er`.
    pub(super) fn past_ordinal(&self, at: usize) -> usize {
        let joined = self.joined(at).is_some();
        let piece = self.piece(at).to_lowercase();
        let is_ordinal = matches!(piece.as_str(), "st" | "nd" | "rd" | "th" | "er" | "e" | "a" | "o" | "º" | "ª" | "°");
        if joined && is_ordinal { at + 1 } else { at }
    }

    /// Past one of these signs.
    pub(super) fn past_signs(&self, at: usize, signs: &[char]) -> usize {
        if self.sign(at, signs).is_some() { at + 1 } else { at }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Tokens};

    #[test]
    fn numbers_words_months_and_signs_are_told_apart_with_their_places() {
        let text = "12th July, 2017年 12345";
        let tokens = Tokens::of(text);
        let kinds: Vec<_> = (0..tokens.len()).filter_map(|at| tokens.kind(at)).collect();
        let expected = [
            Kind::Number(12, 2),
            Kind::Word,
            Kind::Month(7),
            Kind::Sign(','),
            Kind::Number(2017, 4),
            Kind::Year,
            Kind::Word,
        ];
        assert!(kinds == expected);
        assert_eq!(tokens.span(1, 3).of(text), "th July");
        assert!(tokens.joined(1).is_some() && tokens.joined(2).is_none());
        assert_eq!(tokens.past_ordinal(1), 2);
    }
}
