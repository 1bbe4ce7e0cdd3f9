//! Free words: text in which no character is an operator, and clauses made for options.
//!
//! In: words, or a field's name with a value. Out: a node, or the clause in the query language.

use super::term::plain;
use super::tree::{Form, Match, Node, Scope, Term, Words};
use crate::text::{Span, is_light};

/// The words of a text, all of them or (`any`) alternatives, each in any form of its stem family and as often as asked.
///
/// As alternatives, words such as *the* bring no statement in unless nothing else is asked. Text without a word asks for
/// [`Match::Nothing`].
#[must_use]
pub fn free_words(text: &str, any: bool) -> Node {
    let span = Span::new(0, text.len());
    let family = |term: Term| Match::Text(Scope::Anywhere, Words::Term(Term { form: Form::Family, ..term }));
    let mut terms = plain(text);
    if any && terms.iter().any(|term| !is_light(&term.word)) {
        terms.retain(|term| !is_light(&term.word));
    }
    let mut nodes: Vec<Node> = terms.into_iter().map(|term| Node { span, asks: family(term) }).collect();
    match (nodes.len(), any) {
        (0, _) => Node { span, asks: Match::Nothing },
        (1, _) => nodes.remove(0),
        (_, true) => Node { span, asks: Match::Or(nodes) },
        (_, false) => Node { span, asks: Match::And(nodes) },
    }
}

/// The clause `field:"value"`, whatever characters the value holds: what an option such as `--author` means.
#[must_use]
pub fn clause(field: &str, value: &str) -> String {
    format!("{field}:\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{Match, clause, free_words};

    #[test]
    fn no_character_is_an_operator() {
        let Match::And(nodes) = free_words("NOT a -b \"c d\" e* author:f", false).asks else { panic!("several words") };
        assert_eq!(nodes.len(), 8);
        let Match::Or(nodes) = free_words("x OR x", true).asks else { panic!("several words") };
        assert_eq!(nodes.len(), 2);
        assert_eq!(free_words("?! :)", true).asks, Match::Nothing);
    }

    #[test]
    fn light_words_bring_nothing_in_unless_nothing_else_is_asked() {
        assert_eq!(free_words("the ferry", true).to_string(), "ferry");
        assert_eq!(free_words("the who", true).to_string(), "the OR who");
        assert_eq!(free_words("the ferry", false).to_string(), "the AND ferry");
    }

    #[test]
    fn a_clause_keeps_its_value_together() {
        assert_eq!(clause("author", "O\"Neil"), "author:\"O\\\"Neil\"");
    }
}
