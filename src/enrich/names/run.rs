//! Candidates: the runs of capitalised words that a name can stand in.
//!
//! In: tokens. Out: runs, as first and one past the last token. What lies outside a run is never scored; that is where
//! the speed comes from. Inside a run small words link (`Bank of England`), so that names can hold them.

use super::token::Token;

/// A run of tokens, and in it every place that a name may begin or end with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Its first token.
    pub from: usize,
    /// One past its last token.
    pub to: usize,
    /// Whether its words are in small letters.
    pub small: bool,
}

impl Run {
    /// The run where `by` more tokens stand before it.
    pub(super) fn moved(self, by: usize) -> Run {
        Run { from: self.from + by, to: self.to + by, small: self.small }
    }
}

/// A longer run is cut: shouted pages are one run otherwise.
pub(super) const LONGEST: usize = 40;
/// Longest name in small letters, in tokens.
pub(super) const LONGEST_SMALL: usize = 3;
/// So many linkers may follow each other, as in `Ministry for the …`.
const LINKERS_IN_A_ROW: usize = 3;

/// Whether a word links the parts of a name.
fn is_linker(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "the"
            | "and"
            | "on"
            | "de"
            | "la"
            | "le"
            | "les"
            | "du"
            | "des"
            | "del"
            | "della"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "der"
            | "den"
            | "von"
            | "van"
            | "ter"
            | "ten"
            | "al"
            | "el"
            | "bin"
            | "ibn"
            | "bint"
            | "y"
            | "e"
            | "und"
            | "et"
    )
}

/// Whether a name may begin with a word in small letters, when a capital follows.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "von"
            | "van"
            | "de"
            | "del"
            | "della"
            | "di"
            | "da"
            | "al"
            | "el"
            | "bin"
            | "ibn"
            | "der"
            | "den"
            | "ter"
            | "du"
            | "le"
            | "la"
            | "abu"
    )
}

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 30] = [
    "St", "Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Sgt", "Capt", "Maj", "Adm", "Prof", "Rev",
    "Hon", "Jr", "Sr", "Inc", "Corp", "Co", "Ltd", "Bros", "Mt", "Ft", "Ste", "Messrs", "No",
];

/// Whether a full stop behind a word belongs to it.
#[must_use]
pub fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.contains(&word)
}

/// Legal forms and the like, which a comma may stand before.
const BEHIND_COMMA: [&str; 10] = ["Inc", "Ltd", "LLC", "LLP", "Corp", "Co", "PC", "Jr", "Sr", "PLC"];

/// The runs of a field.
#[must_use]
pub fn runs(tokens: &[Token<'_>]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !begins(tokens, at) {
            at += 1;
            continue;
        }
        let from = at;
        at += 1;
        while at - from < LONGEST {
            match next(tokens, at) {
                Some(name) => at = name + 1,
                None => break,
            }
        }
        runs.push(Run { from, to: at, small: false });
    }
    runs
}

/// Every stretch of a run that can be a name of at most `longest` tokens, as first and one past the last, in the order
/// of their ends.
#[must_use]
pub fn spans(tokens: &[Token<'_>], run: Run, longest: usize) -> Vec<(usize, usize)> {
    let longest = if run.small { longest.min(LONGEST_SMALL) } else { longest };
    let mut spans = Vec::new();
    for to in run.from + 1..=run.to {
        if run.small || tokens.get(to - 1).is_some_and(ends) {
            let first = run.from.max(to.saturating_sub(longest));
            spans.extend((first..to).filter(|from| run.small || begins(tokens, *from)).map(|from| (from, to)));
        }
    }
    spans
}

/// Whether a name may end with this token.
#[must_use]
pub fn ends(token: &Token<'_>) -> bool {
    is_name_word(token) || is_number(token)
}

/// Whether a name may begin with this token.
#[must_use]
pub fn begins(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    is_name_word(token)
        || (is_particle(token.text)
            && tokens.get(at + 1).is_some_and(|next| {
                is_name_word(next) || (is_particle(next.text) && tokens.get(at + 2).is_some_and(is_name_word))
            }))
}

/// A word with a capital letter in it (`Osk`, `eBay`, `al-Osk`).
fn is_name_word(token: &Token<'_>) -> bool {
    token.is_word() && token.text.chars().any(char::is_uppercase)
}

fn is_number(token: &Token<'_>) -> bool {
    token.text.starts_with(|c: char| c.is_ascii_digit())
}

/// The next word with a capital of a run that ends before `at`: beside it, behind linkers, or behind a mark that
/// belongs to names.
fn next(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| !token.opens)?;
    if is_name_word(token) {
        return (token.apart || is_mark(tokens.get(at - 1)?)).then_some(at);
    }
    let behind = tokens.get(at + 1).filter(|next| !next.opens);
    match token.text {
        "." => {
            let before = tokens.get(at - 1)?.text;
            let short = is_abbreviation(before) || before.chars().count() == 1;
            behind.filter(|next| short && is_name_word(next)).map(|_| at + 1)
        }
        "'" | "’" => {
            let owned = behind.is_some_and(|next| next.text == "s" && !next.apart);
            tokens.get(at + 2).filter(|next| owned && !next.opens && is_name_word(next)).map(|_| at + 2)
        }
        "&" => behind.filter(|next| is_name_word(next)).map(|_| at + 1),
        "," => behind.filter(|next| BEHIND_COMMA.contains(&next.text)).map(|_| at + 1),
        _ => behind_linkers(tokens, at),
    }
}

fn is_mark(token: &Token<'_>) -> bool {
    matches!(token.text, "." | "&" | "-" | "'" | "’")
}

fn behind_linkers(tokens: &[Token<'_>], from: usize) -> Option<usize> {
    for at in from..=from + LINKERS_IN_A_ROW {
        let token = tokens.get(at).filter(|token| token.apart && !token.opens)?;
        if is_name_word(token) {
            return Some(at);
        }
        if !is_linker(token.text) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{runs, spans};
    use crate::enrich::names::token::tokens;

    fn found(text: &str) -> Vec<String> {
        let tokens = tokens(text);
        let text_of = |run: &super::Run| tokens[run.from].span.join(tokens[run.to - 1].span).of(text).to_owned();
        runs(&tokens).iter().map(text_of).collect()
    }

    #[test]
    fn a_run_goes_on_over_linkers_initials_and_marks_that_belong_to_names() {
        assert_eq!(found("the Bank of the North and J. R. Lund of Osk."), ["Bank of the North and J. R. Lund of Osk"]);
        assert_eq!(found("a King’s College of Osk & Sons, Inc. today"), ["King’s College of Osk & Sons, Inc"]);
        assert_eq!(found("critics of von der Osk were"), ["von der Osk"]);
    }

    #[test]
    fn sentences_commas_and_blank_lines_end_a_run() {
        assert_eq!(found("In Osk. Then Lund, Berg\n\nDam"), ["In Osk", "Then Lund", "Berg", "Dam"]);
        assert!(found("nothing here is one").is_empty());
    }

    #[test]
    fn a_name_begins_with_a_capital_or_a_particle_and_never_ends_with_a_linker() {
        let tokens = tokens("Bank of Osk");
        assert_eq!(spans(&tokens, runs(&tokens)[0], 12), [(0, 1), (0, 3), (2, 3)]);
        assert_eq!(spans(&tokens, runs(&tokens)[0], 2), [(0, 1), (2, 3)]);
    }

    #[test]
    fn a_shouted_page_is_cut_into_runs() {
        let text = "OSK ".repeat(100);
        assert_eq!(found(&text).len(), 3);
    }
}
