//! A piece of text as terms: cut into words as every text is, with the patterns that stand in it.
//!
//! In: a piece or the inside of a quotation, with its escapes. Out: terms, and remarks about patterns that stand for nothing.
//! While words are cut, a pattern's sign stands in as a letter, so that `strat?gic*` stays one word and is folded as one.

use super::tree::{Form, Term};
use crate::text::words;

/// Edits that a fuzzy term may ask for.
const MOST_EDITS: u8 = 2;

/// The terms of a piece.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Cut {
    /// [`Form::Exact`], or a pattern's form.
    pub(super) terms: Vec<Term>,
    pub(super) remarks: Vec<Remark>,
}

/// What is odd about a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Remark {
    /// A `*` or `?` with no letter beside it.
    LoneWildcard,
    /// More edits asked for than two.
    TooManyEdits,
    /// `~` behind a pattern.
    FuzzyPattern,
}

/// Letters that stand in for a pattern's signs while words are cut: any that the piece does not hold.
struct Stand {
    many: char,
    one: char,
    edits: [char; 4],
}

impl Stand {
    /// Runic letters: they have no case, no decomposition and part no words.
    fn for_piece(piece: &str) -> Option<Stand> {
        let mut free = ('\u{16a0}'..='\u{16ea}').filter(|c| !piece.contains(*c));
        let mut next = || free.next();
        Some(Stand { many: next()?, one: next()?, edits: [next()?, next()?, next()?, next()?] })
    }

    fn is_wildcard(&self, c: char) -> bool {
        c == self.many || c == self.one
    }
}

/// Cuts a piece with patterns in it.
pub(super) fn cut(piece: &str) -> Cut {
    match Stand::for_piece(piece) {
        Some(stand) => cut_with(piece, &stand),
        None => Cut { terms: plain(&literal(piece)), remarks: Vec::new() },
    }
}

/// Cuts text in which no character is an operator.
pub(super) fn plain(text: &str) -> Vec<Term> {
    words(text).map(|word| Term { word: word.folded.into_owned(), form: Form::Exact }).collect()
}

/// The text itself, without the escapes; `\` before a letter or a digit takes nothing away and is text.
pub(super) fn literal(piece: &str) -> String {
    let mut text = String::with_capacity(piece.len());
    let mut chars = piece.chars().peekable();
    while let Some(c) = chars.next() {
        let escapes = c == '\\' && chars.peek().is_some_and(|next| !next.is_alphanumeric());
        text.extend(if escapes { chars.next() } else { Some(c) });
    }
    text
}

fn cut_with(piece: &str, stand: &Stand) -> Cut {
    let mut cut = Cut::default();
    for word in words(&stood_in(piece, stand)) {
        let lone =
            word.folded.chars().all(|c| stand.is_wildcard(c) || stand.edits.contains(&c) || matches!(c, '+' | '#'));
        if lone {
            cut.remarks.push(Remark::LoneWildcard);
        } else {
            let term = term(&word.folded, stand, &mut cut.remarks);
            cut.terms.push(term);
        }
    }
    cut
}

/// The piece without escapes, its signs replaced by letters.
fn stood_in(piece: &str, stand: &Stand) -> String {
    let mut text = String::with_capacity(piece.len() + 8);
    let mut rest = piece;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or("");
        match c {
            '\\' => match rest.chars().next().filter(|next| !next.is_alphanumeric()) {
                Some(next) => {
                    text.push(next);
                    rest = rest.get(next.len_utf8()..).unwrap_or("");
                }
                None => text.push(c),
            },
            '*' => text.push(stand.many),
            '?' => text.push(stand.one),
            '~' => match edits(&text, rest) {
                Some((edits, length)) => {
                    text.extend(stand.edits.get(usize::from(edits)));
                    rest = rest.get(length..).unwrap_or("");
                }
                None => text.push(c),
            },
            c => text.push(c),
        }
    }
    text
}

/// Edits asked for by a `~` behind `before` and in front of `rest`, and the length of the number; 3 stands for more than two.
fn edits(before: &str, rest: &str) -> Option<(u8, usize)> {
    let length = rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = rest.get(..length)?.trim_end_matches('.');
    let ends = rest.get(length..)?.chars().next().is_none_or(|c| !c.is_alphanumeric());
    if !ends || !before.chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let edits = match number {
        "" => MOST_EDITS,
        digits => digits.parse().unwrap_or(MOST_EDITS + 1).min(MOST_EDITS + 1),
    };
    Some((edits, number.len()))
}

fn term(folded: &str, stand: &Stand, remarks: &mut Vec<Remark>) -> Term {
    let asked = stand.edits.iter().position(|c| folded.ends_with(*c));
    let bare: String = folded.chars().filter(|c| !stand.edits.contains(c)).collect();
    if bare.contains(|c| stand.is_wildcard(c)) {
        if asked.is_some() {
            remarks.push(Remark::FuzzyPattern);
        }
        let pattern = bare.chars().map(|c| match c {
            c if c == stand.many => '*',
            c if c == stand.one => '?',
            c => c,
        });
        return Term { word: simple(&pattern.collect::<String>()), form: Form::Wildcard };
    }
    let form = match asked {
        None | Some(0) => Form::Exact,
        Some(edits) => {
            if edits > usize::from(MOST_EDITS) {
                remarks.push(Remark::TooManyEdits);
            }
            Form::Fuzzy(edits.min(usize::from(MOST_EDITS)) as u8)
        }
    };
    Term { word: bare, form }
}

/// `**` as `*`: they mean the same, and patterns stay cheap to match.
fn simple(pattern: &str) -> String {
    let mut kept = String::with_capacity(pattern.len());
    for c in pattern.chars() {
        if c != '*' || !kept.ends_with('*') {
            kept.push(c);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{Form, Remark, cut, literal};

    fn terms(piece: &str) -> Vec<(String, Form)> {
        cut(piece).terms.into_iter().map(|term| (term.word, term.form)).collect()
    }

    #[test]
    fn patterns_are_folded_as_words_are() {
        assert_eq!(terms("Strat?gic*"), [("strat?gic*".to_owned(), Form::Wildcard)]);
        assert_eq!(terms("Éco**"), [("eco*".to_owned(), Form::Wildcard)]);
        assert_eq!(terms("U.S.-Chin*"), [("us".to_owned(), Form::Exact), ("chin*".to_owned(), Form::Wildcard)]);
    }

    #[test]
    fn edits_stand_behind_a_word() {
        assert_eq!(terms("stratgic~"), [("stratgic".to_owned(), Form::Fuzzy(2))]);
        assert_eq!(terms("stratgic~1, x~0"), [("stratgic".to_owned(), Form::Fuzzy(1)), ("x".to_owned(), Form::Exact)]);
        assert_eq!(
            terms("a~b ~5"),
            [("a", Form::Exact), ("b", Form::Exact), ("5", Form::Exact)].map(|(w, f)| (w.to_owned(), f))
        );
        assert_eq!(cut("x~9").remarks, [Remark::TooManyEdits]);
        assert_eq!(cut("x~0.8").terms.len(), 1);
    }

    #[test]
    fn a_sign_alone_stands_for_nothing_and_is_said() {
        assert_eq!(terms("a * b ???").len(), 2);
        assert_eq!(cut("a * b").remarks, [Remark::LoneWildcard]);
    }

    #[test]
    fn escapes_take_the_meaning_away() {
        assert_eq!(terms(r"buff\* \?"), [("buff".to_owned(), Form::Exact)]);
        assert_eq!(literal(r#"a\"b\\c d\e"#), r#"a"b\c d\e"#);
    }
}
