//! Patterns over folded words: wildcards, slips of spelling, regular expressions.
//!
//! In: a term and single words. Out: whether it stands for them. It works on any list of words; which list is left to the caller.

use super::tree::{Form, Term};
use regex::{Regex, RegexBuilder};
use regex_syntax::ast::{self, Ast, Visitor, parse::Parser};

/// Most memory that a compiled expression may take, in bytes.
const LARGEST: usize = 1 << 20;

/// A term made ready to be held against many words.
#[derive(Debug, Clone)]
pub struct TermMatcher {
    shape: Shape,
}

#[derive(Debug, Clone)]
enum Shape {
    Word(String),
    Wildcard(Vec<char>),
    Fuzzy(Vec<char>, usize),
    Regex(Box<Regex>),
    Nothing,
}

impl TermMatcher {
    /// The matcher of a term. A term of [`Form::Family`] is held against stems and compared as a word.
    #[must_use]
    pub fn new(term: &Term) -> TermMatcher {
        let shape = match term.form {
            Form::Family | Form::Exact => Shape::Word(term.word.clone()),
            Form::Wildcard => Shape::Wildcard(term.word.chars().collect()),
            Form::Fuzzy(edits) => Shape::Fuzzy(term.word.chars().collect(), usize::from(edits)),
            Form::Regex => compile(&term.word).map_or(Shape::Nothing, |regex| Shape::Regex(Box::new(regex))),
        };
        TermMatcher { shape }
    }

    /// Letters that every word it stands for begins with.
    #[must_use]
    pub fn prefix(&self) -> String {
        match &self.shape {
            Shape::Word(own) => own.clone(),
            Shape::Wildcard(pattern) => pattern.iter().take_while(|c| !matches!(c, '*' | '?')).collect(),
            Shape::Fuzzy(..) | Shape::Regex(_) | Shape::Nothing => String::new(),
        }
    }

    /// Whether the term stands for a folded word.
    #[must_use]
    pub fn matches(&self, word: &str) -> bool {
        match &self.shape {
            Shape::Word(own) => own == word,
            Shape::Wildcard(pattern) => wildcard(pattern, word),
            Shape::Fuzzy(own, edits) => within_edits(own, word, *edits),
            Shape::Regex(regex) => regex.is_match(word),
            Shape::Nothing => false,
        }
    }
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
    let word: Vec<char> = word.chars().collect();
    let (mut p, mut w) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while w < word.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, w));
                p += 1;
            }
            Some(c) if *c == '?' || word.get(w) == Some(c) => {
                p += 1;
                w += 1;
            }
            _ => match star {
                Some((at, taken)) => {
                    star = Some((at, taken + 1));
                    p = at + 1;
                    w = taken + 1;
                }
                None => return false,
            },
        }
    }
    pattern.get(p..).is_some_and(|rest| rest.iter().all(|c| *c == '*'))
}

/// Optimal string alignment distance of at most `edits`: each letter is touched once, a swap of neighbours is one edit.
fn within_edits(own: &[char], word: &str, edits: usize) -> bool {
    let length = word.chars().count();
    if own.len().abs_diff(length) > edits {
        return false;
    }
    let own: String = own.iter().collect();
    strsim::osa_distance(&own, word) <= edits
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
