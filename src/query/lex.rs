//! Typed text to tokens: where each piece begins and ends, and which signs count as operators.
//!
//! In: the query as typed. Out: tokens with their spans, in order; every character that is no blank belongs to one.
//! What a token asks for is left to `parse` and `clause`.
//!
//! ```text
//!  -author:taylor  "strategic buffer"~5  OR  (buff* | /b.t/)  under:{korea}
//!  ▔Not           ▔Quote, tail ~5        ▔Or ▔Open   ▔Or ▔Regex     ▔Brace
//!   ▔Field ▔Piece                             ▔Piece          ▔Close      ▔Unbrace
//! ```

use super::field::{Field, known};
use super::plain;
use crate::text::Span;

/// A piece of the query.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Token {
    /// With its sign and its tail.
    pub(super) span: Span,
    /// Without quotation marks, slashes, sign and tail.
    pub(super) body: Span,
    pub(super) kind: Kind,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Open,
    Close,
    /// `{` behind a join.
    Brace,
    /// `}` that closes it.
    Unbrace,
    And,
    Or,
    Not,
    /// `NEAR` or `ADJ` with the number as written.
    Near {
        ordered: bool,
        gap: Option<u64>,
    },
    /// A known field; the value comes next.
    Field(Field),
    /// `+` or `=` before something that has no forms.
    Plus,
    /// `*:*`.
    Everything,
    Piece {
        exact: bool,
    },
    Quote {
        closed: bool,
        /// What is stuck to the closing mark: `~5`, `^2`.
        tail: Span,
    },
    Regex,
}

/// The tokens of a query.
pub(super) fn lex(typed: &str) -> Vec<Token> {
    let mut lexer = Lexer { typed, at: 0, groups: 0, braces: 0, tokens: Vec::new() };
    while lexer.skip_blanks() {
        let token = lexer.token();
        lexer.at = token.span.to.max(lexer.at + 1);
        lexer.tokens.push(token);
    }
    lexer.tokens
}

struct Lexer<'a> {
    typed: &'a str,
    at: usize,
    groups: usize,
    braces: usize,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn skip_blanks(&mut self) -> bool {
        let rest = self.rest(self.at);
        self.at += rest.len() - rest.trim_start().len();
        self.at < self.typed.len()
    }

    fn token(&mut self) -> Token {
        let value_of = self.tokens.last().and_then(|last| match last.kind {
            Kind::Field(field) => Some((field, last.span.to == self.at)),
            _ => None,
        });
        match value_of {
            Some((field, adjacent)) => self.value(field, adjacent).unwrap_or_else(|| self.free()),
            None => self.free(),
        }
    }

    /// The value of a field, where it is read otherwise than free text; stuck to the colon no word of it is an operator.
    fn value(&mut self, field: Field, adjacent: bool) -> Option<Token> {
        let c = self.char_at(self.at)?;
        if c == '{' && field.is_join() {
            self.braces += 1;
            return Some(self.mark(Kind::Brace, 1));
        }
        if c == '(' || plain::opens_quote(self.typed, self.at) {
            return None;
        }
        if !field.is_words() {
            let end = plain::range_end(self.typed, self.at).unwrap_or_else(|| self.raw_end(self.at));
            return (end > self.at && (adjacent || self.keyword(end).is_none())).then(|| self.piece(self.at, end));
        }
        let end = self.piece_end(self.at);
        let read =
            adjacent && end > self.at && !matches!(c, '+' | '=' | '/' | '\\') && !plain::has_name(self.rest(self.at));
        read.then(|| self.piece(self.at, end))
    }

    fn free(&mut self) -> Token {
        let length = plain::face(self.rest(self.at), self.groups > 0);
        if length > 0 {
            return self.piece(self.at, self.at + length);
        }
        match self.char_at(self.at).unwrap_or(' ') {
            '(' => {
                self.groups += 1;
                self.mark(Kind::Open, 1)
            }
            ')' => {
                self.groups = self.groups.saturating_sub(1);
                self.mark(Kind::Close, 1)
            }
            '}' if self.braces > 0 => {
                self.braces -= 1;
                self.mark(Kind::Unbrace, 1)
            }
            '|' => self.mark(Kind::Or, if self.rest(self.at).starts_with("||") { 2 } else { 1 }),
            '-' | '!' if self.is_sign() => self.mark(Kind::Not, 1),
            '+' | '=' if self.is_sign() => self.exact(),
            '/' => self.regex().unwrap_or_else(|| self.text()),
            _ if plain::opens_quote(self.typed, self.at) => self.quote(self.at),
            _ => self.text(),
        }
    }

    /// A sign counts at the beginning of a piece, alone, with something stuck to it.
    fn is_sign(&self) -> bool {
        let starts = self.char_before(self.at).is_none_or(|c| c.is_whitespace() || "({|-!:".contains(c));
        let mut next = self.rest(self.at).chars();
        let sign = next.next();
        let next = next.next();
        let stuck = next.is_some_and(|c| !c.is_whitespace() && Some(c) != sign && !")}|".contains(c));
        starts
            && stuck
            && (!matches!(sign, Some('+' | '=')) || next.is_some_and(|c| !matches!(c, '-' | '!' | '+' | '=')))
    }

    fn exact(&mut self) -> Token {
        let inner = self.at + 1;
        if plain::opens_quote(self.typed, inner) {
            let token = self.quote(inner);
            return Token { span: Span::new(self.at, token.span.to), ..token };
        }
        let end = self.piece_end(inner);
        if end == inner || self.field(inner).is_some() || self.rest(inner).starts_with('/') {
            return self.mark(Kind::Plus, 1);
        }
        Token { span: Span::new(self.at, end), body: Span::new(inner, end), kind: Kind::Piece { exact: true } }
    }

    fn text(&self) -> Token {
        if self.rest(self.at).starts_with("*:*") && self.piece_end(self.at) == self.at + 3 {
            return self.mark(Kind::Everything, 3);
        }
        if let Some((field, end)) = self.field(self.at) {
            let span = Span::new(self.at, end);
            return Token { span, body: span, kind: Kind::Field(field) };
        }
        let end = plain::around(self.rest(self.at)).map_or_else(|| self.piece_end(self.at), |length| self.at + length);
        match self.keyword(end) {
            Some(kind) => self.mark(kind, end - self.at),
            None => self.piece(self.at, end),
        }
    }

    /// A known field's name with its colon; an address is none.
    fn field(&self, at: usize) -> Option<(Field, usize)> {
        let rest = self.rest(at);
        let colon = plain::name_length(rest)?;
        let behind = rest.get(colon + 1..)?;
        if behind.starts_with("//") {
            return None;
        }
        known(rest.get(..colon)?).map(|field| (field, at + colon + 1))
    }

    fn keyword(&self, end: usize) -> Option<Kind> {
        let word = self.typed.get(self.at..end)?;
        match word {
            "AND" | "&&" => Some(Kind::And),
            "OR" => Some(Kind::Or),
            "NOT" => Some(Kind::Not),
            _ => near(word),
        }
    }

    /// `/…/` without blanks, followed by a blank, a bracket or the end.
    fn regex(&self) -> Option<Token> {
        let from = self.at + 1;
        let mut escaped = false;
        for (offset, c) in self.rest(from).char_indices() {
            match c {
                c if c.is_whitespace() => return None,
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '/' => {
                    let to = from + offset;
                    let ends = self.char_at(to + 1).is_none_or(|c| c.is_whitespace() || ")}|".contains(c));
                    let token =
                        Token { span: Span::new(self.at, to + 1), body: Span::new(from, to), kind: Kind::Regex };
                    return (ends && offset > 0).then_some(token);
                }
                _ => {}
            }
        }
        None
    }

    fn quote(&self, at: usize) -> Token {
        let open = self.char_at(at).map_or(1, char::len_utf8);
        let from = at + open;
        let (to, behind, closed) = match plain::closing(self.typed, at) {
            Some((to, length)) => (to, to + length, true),
            None => (self.typed.len(), self.typed.len(), false),
        };
        let tail = Span::new(behind, behind + plain::tail_length(self.rest(behind)));
        Token { span: Span::new(at, tail.to), body: Span::new(from, to), kind: Kind::Quote { closed, tail } }
    }

    fn piece_end(&self, from: usize) -> usize {
        plain::piece_end(self.typed, from, self.braces > 0, plain::is_address(self.rest(from)))
    }

    fn raw_end(&self, from: usize) -> usize {
        plain::piece_end(self.typed, from, self.braces > 0, true)
    }

    fn piece(&self, from: usize, to: usize) -> Token {
        let to = if to > from { to } else { from + self.char_at(from).map_or(1, char::len_utf8) };
        let span = Span::new(from, to);
        Token { span, body: span, kind: Kind::Piece { exact: false } }
    }

    fn mark(&self, kind: Kind, length: usize) -> Token {
        let span = Span::new(self.at, self.at + length);
        Token { span, body: span, kind }
    }

    fn rest(&self, at: usize) -> &str {
        self.typed.get(at..).unwrap_or("")
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.typed.get(..at)?.chars().next_back()
    }
}

/// `NEAR`, `NEAR/5`, `ADJ`, `ADJ/2`.
fn near(word: &str) -> Option<Kind> {
    let (name, number) = word.split_once('/').map_or((word, None), |(name, number)| (name, Some(number)));
    let ordered = match name {
        "NEAR" => false,
        "ADJ" => true,
        _ => return None,
    };
    let gap = match number {
        None => None,
        Some(digits) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => {
            Some(digits.parse().unwrap_or(u64::MAX))
        }
        Some(_) => return None,
    };
    Some(Kind::Near { ordered, gap })
}

#[cfg(test)]
mod tests {
    use super::{Kind, lex};

    fn pieces(typed: &str) -> Vec<&str> {
        lex(typed).iter().map(|token| token.span.of(typed)).collect()
    }

    #[test]
    fn operators_are_capitals_and_stand_alone() {
        let kinds: Vec<_> = lex("a AND b OR NOT c").iter().map(|t| t.kind).collect();
        assert_eq!(kinds.iter().filter(|k| matches!(k, Kind::Piece { .. })).count(), 3);
        assert!(lex("and or not near").iter().all(|t| matches!(t.kind, Kind::Piece { .. })));
        assert!(lex(r"\AND \NOT").iter().all(|t| matches!(t.kind, Kind::Piece { .. })));
    }

    #[test]
    fn what_people_do_not_mean_as_an_operator_is_text() {
        for typed in
            ["12:30", ":)", ":-(", "C++", "-", "*", "\"", "http://a.org/x_(y)?a=b|c", "--", "5\"", "+", "!", "/usr/bin"]
        {
            assert_eq!(pieces(typed), [typed]);
            assert!(matches!(lex(typed).first().map(|t| t.kind), Some(Kind::Piece { .. })), "{typed}");
        }
    }

    #[test]
    fn every_kind_of_quotation_mark_parts_a_phrase() {
        for typed in ["“a b”", "„a b“", "«a b»", "»a b«", "\"a b\"", "\"a b”", "”a b”", "„a b”", "\"a b"]
        {
            assert_eq!(pieces(typed), [typed]);
            assert!(matches!(lex(typed).first().map(|t| t.kind), Some(Kind::Quote { .. })), "{typed}");
        }
    }

    #[test]
    fn signs_and_tails_belong_to_their_piece() {
        assert_eq!(pieces(r#"-a +b ="c d"~5 x~1"#), ["-", "a", "+b", "=\"c d\"~5", "x~1"]);
        assert_eq!(pieces("a|b (c)d"), ["a", "|", "b", "(", "c", ")", "d"]);
    }

    #[test]
    fn a_value_is_no_operator_and_a_range_is_one_piece() {
        assert_eq!(pieces("date:[2017 TO 2018} x"), ["date:", "[2017 TO 2018}", "x"]);
        assert_eq!(pieces("title:OR"), ["title:", "OR"]);
        assert_eq!(pieces("under:{a b} c}"), ["under:", "{", "a", "b", "}", "c}"]);
        assert_eq!(pieces("url:https://a.org/b_(c)?d"), ["url:", "https://a.org/b_(c)?d"]);
    }

    #[test]
    fn regular_expressions_are_whole_pieces() {
        assert_eq!(pieces("/strateg(y|ies)/ a"), ["/strateg(y|ies)/", "a"]);
        assert!(matches!(lex("/a\\/b/").first().map(|t| t.kind), Some(Kind::Regex)));
    }
}
