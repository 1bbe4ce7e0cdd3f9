//! Free words: text in which no character is an operator, and clauses made for options.
//!
//! In: words, or a field's name with a value. Out: a node, or the clause in the query language.

use super::parse::{LONGEST_QUERY, MOST_CLAUSES, Refusal};
use super::term::plain;
use super::tree::{Form, Match, Node, Query, Scope, Term, Words};
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

/// A text as a query of its [`free_words`]; a blank one asks for everything.
///
/// # Errors
/// Past the bounds of the language: its length and the number of its words.
pub fn free(text: &str, any: bool) -> Result<Query, Refusal> {
    if text.len() > LONGEST_QUERY {
        return Err(Refusal::TooLong(text.len()));
    }
    let root = match free_words(text, any) {
        Node { span, .. } if text.trim().is_empty() => Node { span, asks: Match::All },
        root => root,
    };
    match &root.asks {
        Match::And(nodes) | Match::Or(nodes) if nodes.len() > MOST_CLAUSES => return Err(Refusal::TooMany),
        _ => {}
    }
    Ok(Query { typed: text.to_owned(), root, complaints: Vec::new() })
}

/// The clause `field:"value"`, whatever characters the value holds: what an option such as `--author` means.
#[must_use]
pub fn clause(field: &str, value: &str) -> String {
    format!("{field}:\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{Match, clause, free, free_words};

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
    fn a_blank_text_asks_for_everything_and_one_past_the_bounds_is_refused() {
        assert_eq!(free(" \n", true).map(|query| query.root.asks), Ok(Match::All));
        assert!(free(&"a ".repeat(1025), false).is_err());
        assert!(free(&"ab".repeat(5000), true).is_err());
    }

    #[test]
    fn a_clause_keeps_its_value_together() {
        assert_eq!(clause("author", "O\"Neil"), "author:\"O\\\"Neil\"");
    }
}
