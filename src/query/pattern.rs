//! Which words of a text one term stands for, where that can be told from the word alone.
//!
//! In: a term that is exact, a wildcard, fuzzy or a regular expression. Out: whether a folded word is meant.
//! Stem families need the statement's language and are left to the caller.

use super::tree::{Form, Term};
use regex::{Regex, RegexBuilder};

/// Most bytes that a compiled pattern may take.
const SIZE: usize = 1 << 20;

/// A compiled term.
#[derive(Debug, Clone)]
pub struct TermMatcher {
    prefix: String,
    test: Test,
}

#[derive(Debug, Clone)]
enum Test {
    Equal(String),
    Fuzzy(String, usize),
    Regex(Regex),
}

impl TermMatcher {
    /// Compiles a term; [`Form::Family`] is taken as the word itself.
    ///
    /// # Errors
    /// Where the pattern is no regular expression, or too large: the reason in words.
    pub fn new(term: &Term) -> Result<TermMatcher, String> {
        let (prefix, test) = match term.form {
            Form::Exact | Form::Family => (term.word.clone(), Test::Equal(term.word.clone())),
            Form::Fuzzy(edits) => (String::new(), Test::Fuzzy(term.word.clone(), edits.into())),
            Form::Wildcard => (literal_start(&term.word), Test::Regex(compile(&wildcard(&term.word))?)),
            Form::Regex => (String::new(), Test::Regex(compile(&term.word)?)),
        };
        Ok(TermMatcher { prefix, test })
    }

    /// Letters that every word begins with.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Whether the term stands for this folded word.
    #[must_use]
    pub fn matches(&self, word: &str) -> bool {
        match &self.test {
            Test::Equal(own) => own == word,
            Test::Fuzzy(own, edits) => {
                let lengths = own.chars().count().abs_diff(word.chars().count());
                lengths <= *edits && strsim::osa_distance(own, word) <= *edits
            }
            Test::Regex(regex) => regex.is_match(word),
        }
    }
}

fn compile(pattern: &str) -> Result<Regex, String> {
    let whole = format!("^(?:{pattern})$");
    let regex = RegexBuilder::new(&whole).size_limit(SIZE).dot_matches_new_line(true).build();
    regex.map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => "too large a pattern".to_owned(),
        _ => "no regular expression".to_owned(),
    })
}

fn wildcard(pattern: &str) -> String {
    let mut out = String::new();
    for c in pattern.chars() {
        match c {
            '*' => out.push_str(".*"),
            '?' => out.push('.'),
            c => out.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
        }
    }
    out
}

fn literal_start(pattern: &str) -> String {
    pattern.chars().take_while(|c| !matches!(c, '*' | '?')).collect()
}

#[cfg(test)]
mod tests {
    use super::TermMatcher;
    use crate::query::{Form, Term};

    fn matches(word: &str, form: Form, candidate: &str) -> bool {
        TermMatcher::new(&Term { word: word.to_owned(), form }).is_ok_and(|m| m.matches(candidate))
    }

    #[test]
    fn a_star_is_any_letters_and_a_question_mark_one() {
        assert!(matches("buff*", Form::Wildcard, "buffers") && matches("buff*", Form::Wildcard, "buff"));
        assert!(matches("strat?gic", Form::Wildcard, "strategic"));
        assert!(!matches("strat?gic", Form::Wildcard, "stratgic"));
        assert!(matches("c+*", Form::Wildcard, "c++"));
    }

    #[test]
    fn neighbouring_letters_swapped_are_one_edit() {
        assert!(matches("strategic", Form::Fuzzy(1), "startegic"));
        assert!(matches("strategic", Form::Fuzzy(2), "stratgc"));
        assert!(!matches("strategic", Form::Fuzzy(1), "stratgc"));
    }

    #[test]
    fn a_regular_expression_holds_for_the_whole_word() {
        assert!(matches("strateg(y|ies)", Form::Regex, "strategies"));
        assert!(!matches("strateg", Form::Regex, "strategy"));
        assert!(TermMatcher::new(&Term { word: "(".to_owned(), form: Form::Regex }).is_err());
    }
}
