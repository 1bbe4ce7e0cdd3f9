//! Patterns over folded words: wildcards, slips of spelling, regular expressions.
//!
//! In: a term and single words. Out: whether it stands for them. It works on any list of words; which list is left to the caller.

use super::tree::{Form, Names, Term};
use crate::text::words;
use regex::{Regex, RegexBuilder};
use regex_syntax::ast::{self, Ast, Visitor, parse::Parser};
use std::str::Chars;

/// Most memory that a compiled expression may take, in bytes.
const LARGEST: usize = 1 << 20;
/// Longest word there is, in characters.
const LONGEST_WORD: usize = 128;

/// A term made ready to be held against many words.
#[derive(Debug, Clone)]
pub struct TermMatcher {
    shape: Shape,
    prefix: String,
}

#[derive(Debug, Clone)]
enum Shape {
    Word,
    Wildcard(Vec<char>, String),
    Fuzzy(Vec<char>, u32, usize),
    Regex(Box<Regex>),
    Nothing,
}

impl TermMatcher {
    /// The matcher of a term. A term of [`Form::Family`] is held against stems and compared as a word.
    #[must_use]
    pub fn new(term: &Term) -> TermMatcher {
        let shape = match term.form {
            Form::Family | Form::Exact => Shape::Word,
            Form::Wildcard => {
                let suffix = term.word.rsplit(['*', '?']).next().unwrap_or("");
                Shape::Wildcard(term.word.chars().collect(), suffix.to_owned())
            }
            Form::Fuzzy(edits) => Shape::Fuzzy(term.word.chars().collect(), letters(&term.word), usize::from(edits)),
            Form::Regex => compile(&term.word).map_or(Shape::Nothing, |regex| Shape::Regex(Box::new(regex))),
        };
        TermMatcher { shape, prefix: prefix(term).to_owned() }
    }

    /// Whether the term stands for a folded word.
    #[must_use]
    pub fn matches(&self, word: &str) -> bool {
        match &self.shape {
            Shape::Word => self.prefix == word,
            Shape::Wildcard(pattern, suffix) => {
                word.starts_with(&self.prefix) && word.ends_with(suffix.as_str()) && wildcard(pattern, word)
            }
            Shape::Fuzzy(own, has, edits) => {
                // an edit brings in or takes away one letter at most: a cheap test that nearly every word fails
                let other = letters(word);
                let differ = (has & !other).count_ones().max((other & !has).count_ones());
                differ as usize <= *edits && within_edits(own, word, *edits)
            }
            Shape::Regex(regex) => word.starts_with(&self.prefix) && regex.is_match(word),
            Shape::Nothing => false,
        }
    }

    /// What every word that the term stands for begins with; the whole word where it stands for one.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }
}

fn prefix(term: &Term) -> &str {
    let word = term.word.as_str();
    let end = match term.form {
        Form::Family | Form::Exact => word.len(),
        Form::Wildcard => word.find(['*', '?']).unwrap_or(word.len()),
        Form::Fuzzy(_) => 0,
        Form::Regex if word.contains('|') => 0,
        Form::Regex => {
            let letters = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
            let counted = word.get(letters..).is_some_and(|rest| rest.starts_with(['*', '+', '?', '{']));
            let last = word.get(..letters).and_then(|letters| letters.chars().next_back());
            letters - last.filter(|_| counted).map_or(0, char::len_utf8)
        }
    };
    word.get(..end).unwrap_or("")
}

/// Whether an expression is within what may be asked of a word; else the reason, as a message.
pub(super) fn check(written: &str) -> Result<(), String> {
    let ast =
        Parser::new().parse(written).map_err(|error| format!("this is no regular expression ({})", error.kind()))?;
    ast::visit(&ast, Unfit)?;
    compile(written).map(|_| ()).ok_or_else(|| "this regular expression is too large".to_owned())
}

/// The expression over a whole word.
fn compile(written: &str) -> Option<Regex> {
    RegexBuilder::new(&format!("^(?:{written})$")).size_limit(LARGEST).build().ok()
}

/// Finds what a single word gives no meaning to: anchors, boundaries, lazy forms.
struct Unfit;

impl Visitor for Unfit {
    type Output = ();
    type Err = String;

    fn finish(self) -> Result<(), String> {
        Ok(())
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), String> {
        match ast {
            Ast::Assertion(_) => {
                Err("a regular expression stands for a whole word, without anchors and boundaries".to_owned())
            }
            Ast::Repetition(repetition) if !repetition.greedy => {
                Err("a regular expression has no lazy forms here".to_owned())
            }
            Ast::Flags(_) => Err("a regular expression has no flags here".to_owned()),
            Ast::Group(group) if group.flags().is_some_and(|flags| !flags.items.is_empty()) => {
                Err("a regular expression has no flags here".to_owned())
            }
            _ => Ok(()),
        }
    }
}

/// `*` any letters, `?` one. Goes back to the last `*` only, so the time is the product of both lengths at most.
fn wildcard(pattern: &[char], word: &str) -> bool {
    let (mut at, mut rest) = (0, word.chars());
    let mut star: Option<(usize, Chars<'_>)> = None;
    while let Some(letter) = rest.clone().next() {
        match pattern.get(at) {
            Some('*') => {
                at += 1;
                star = Some((at, rest.clone()));
            }
            Some(c) if *c == '?' || *c == letter => {
                at += 1;
                rest.next();
            }
            _ => {
                // the last `*` takes one letter more
                let Some((behind, taken)) = &mut star else { return false };
                taken.next();
                (at, rest) = (*behind, taken.clone());
            }
        }
    }
    pattern.get(at..).is_some_and(|left| left.iter().all(|c| *c == '*'))
}

/// The letters of a word as a set; others than a to z share a few places.
fn letters(word: &str) -> u32 {
    let place = |byte: u8| if byte.is_ascii_lowercase() { byte - b'a' } else { 26 + byte % 6 };
    word.bytes().filter(u8::is_ascii).fold(0, |set, byte| set | 1 << place(byte))
}

/// Whether the optimal string alignment distance is at most `edits`: each letter is touched once, a swap of neighbours is one edit.
///
/// Only the band of the table in which the distance can lie is filled.
fn within_edits(own: &[char], word: &str, edits: usize) -> bool {
    let length = word.chars().take(LONGEST_WORD + 1).count();
    if own.len().abs_diff(length) > edits || own.len().max(length) > LONGEST_WORD {
        return false;
    }
    let word: Vec<char> = word.chars().collect();
    let far = edits + 1;
    let [mut before, mut above, mut current] = [[far as u8; LONGEST_WORD + 1]; 3];
    (0_u8..).zip(&mut current).take(far).for_each(|(distance, cell)| *cell = distance);
    for row in 1..=own.len() {
        (before, above, current) = (above, current, before);
        let mut nearest = far;
        let band = row.saturating_sub(edits)..=(row + edits).min(length);
        current.iter_mut().take(row + far + 1).skip(row.saturating_sub(far)).for_each(|cell| *cell = far as u8);
        for column in band {
            let distance = cell(own, &word, (row, column), (&before, &above, &current)).min(far);
            current.get_mut(column).into_iter().for_each(|cell| *cell = distance as u8);
            nearest = nearest.min(distance);
        }
        if nearest == far {
            return false;
        }
    }
    current.get(length).is_some_and(|distance| usize::from(*distance) <= edits)
}

/// The distance of the first `row` letters of one word to the first `column` of the other, from the two rows above.
fn cell(own: &[char], word: &[char], (row, column): (usize, usize), rows: (&[u8], &[u8], &[u8])) -> usize {
    let (before, above, current) = rows;
    let get = |row: &[u8], column: usize| usize::from(row.get(column).copied().unwrap_or(u8::MAX));
    if column == 0 {
        return row;
    }
    let same = own.get(row - 1) == word.get(column - 1);
    let nearest =
        (get(above, column - 1) + usize::from(!same)).min(get(above, column) + 1).min(get(current, column - 1) + 1);
    let swapped =
        row > 1 && column > 1 && own.get(row - 1) == word.get(column - 2) && own.get(row - 2) == word.get(column - 1);
    if swapped { nearest.min(get(before, column - 2) + 1) } else { nearest }
}

impl Names {
    /// Whether all the words stand in a name.
    #[must_use]
    pub fn stand_in(&self, name: &str) -> bool {
        let stands = |term: &Term| {
            let matcher = TermMatcher::new(term);
            words(name).any(|word| matcher.matches(&word.folded))
        };
        !self.terms.is_empty() && self.terms.iter().all(stands)
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, Term, TermMatcher, check};

    fn matches(word: &str, form: Form, text: &str) -> bool {
        TermMatcher::new(&Term { word: word.to_owned(), form }).matches(text)
    }

    #[test]
    fn a_star_stands_for_any_letters_and_a_question_mark_for_one() {
        for (pattern, word, found) in [
            ("buff*", "buffers", true),
            ("buff*", "buff", true),
            ("strat?gic", "strategic", true),
            ("strat?gic", "stratgic", false),
            ("*tion", "nation", true),
            ("*a*b*c", "xxaxxbxxbc", true),
            ("a*b", "abx", false),
            ("*", "", true),
            ("é?", "éa", true),
        ] {
            assert_eq!(matches(pattern, Form::Wildcard, word), found, "{pattern} {word}");
        }
    }

    #[test]
    fn two_neighbouring_letters_swapped_are_one_edit() {
        assert!(matches("stratgic", Form::Fuzzy(1), "strategic"));
        assert!(matches("buffre", Form::Fuzzy(1), "buffer"));
        assert!(!matches("ca", Form::Fuzzy(2), "abc"), "no letter is touched twice");
        assert!(!matches("buffer", Form::Fuzzy(2), "bff"));
    }

    #[test]
    fn distances_are_those_of_the_whole_table() {
        let mut rng = fastrand::Rng::with_seed(2);
        for _ in 0..20_000 {
            let mut word =
                || -> String { (0..rng.usize(..7)).map(|_| rng.choice(['a', 'b', 'é']).unwrap_or('a')).collect() };
            let (own, other) = (word(), word());
            for edits in [1, 2] {
                let close = strsim::osa_distance(&own, &other) <= usize::from(edits);
                assert_eq!(matches(&own, Form::Fuzzy(edits), &other), close, "{own} {other} {edits}");
            }
        }
    }

    #[test]
    fn what_every_word_begins_with_is_known() {
        let of = |word: &str, form| TermMatcher::new(&Term { word: word.to_owned(), form }).prefix().to_owned();
        assert_eq!(of("buff*er", Form::Wildcard), "buff");
        assert_eq!(of("stratgic", Form::Fuzzy(1)), "");
        assert_eq!(
            [of("strateg(y)", Form::Regex), of("ab*c", Form::Regex), of("a|b", Form::Regex)],
            ["strateg", "a", ""]
        );
        assert_eq!(of("buffer", Form::Exact), "buffer");
    }

    #[test]
    fn a_regular_expression_stands_for_the_whole_word() {
        assert!(matches("strateg(y|ies)", Form::Regex, "strategies"));
        assert!(!matches("strateg|x", Form::Regex, "strategy"));
        assert!(!matches("(", Form::Regex, "("));
    }

    #[test]
    fn what_a_word_gives_no_meaning_to_is_refused_with_the_reason() {
        for written in ["^a", "a$", r"\ba", "a+?", "(?i)a", "(?i:a)", "(", "((a{1,50}){1,50}){1,50}", "a{3,1}"] {
            let reason = check(written).expect_err(written);
            assert!(reason.contains("regular expression"), "{reason}");
        }
        for written in ["a.*", "(?:a|b)+", r"\p{Greek}+", "[a-c]{2,3}", ".*"] {
            assert_eq!(check(written), Ok(()), "{written}");
        }
    }
}
