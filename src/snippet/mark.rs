//! Marks: what of a query stands where in a text.
//!
//! In: a query and a text. Out: marks, each with the piece of the query that it shows. A phrase is one mark from its first
//! to its last letter. Filters, exclusions and joins mark nothing, nor do words such as *the* beside others.

use super::edge;
use crate::query::place::{Place, places};
use crate::query::{Cut, Form, Match, Node, Scope, Words};
use crate::text::{Span, is_light};

/// Something asked for, standing in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub(super) span: Span,
    /// Which of the things asked for it is, from 0.
    pub(super) piece: usize,
    /// What showing that thing is worth: 1 a word.
    pub(super) worth: f32,
    /// The whole place it belongs to; wider than `span` for words near each other.
    pub(super) place: Span,
}

/// What another form of a word asked for is worth, beside the form itself.
const OTHER_FORM: f32 = 0.9;

/// Every mark in a text, in its order.
pub(super) fn find(text: &str, query: &Node, language: Option<&str>, quoted: &[Span]) -> Vec<Mark> {
    let mut asked = Vec::new();
    collect(query, &mut asked);
    asked.dedup();
    without_light_words(&mut asked);
    if asked.is_empty() {
        return Vec::new();
    }
    let cut = Cut::new(text, language);
    let mut marks = Vec::new();
    for (piece, (ward, words)) in asked.iter().enumerate() {
        let worth = worth(words);
        for place in places(words, &cut) {
            let whole = cut.span(place.from(), place.to());
            if ward.allows(whole, quoted) {
                let worth = if is_other_form(words, &cut, &place) { worth * OTHER_FORM } else { worth };
                marks.extend(spans(text, &cut, &place).map(|span| Mark { span, piece, worth, place: whole }));
            }
        }
    }
    marks.sort_by_key(|mark| (mark.span, mark.piece));
    marks
}

fn spans<'a>(text: &'a str, cut: &'a Cut<'_>, place: &'a Place) -> impl Iterator<Item = Span> + 'a {
    place.runs.iter().map(move |run| edge::around(text, cut.span(run.0, run.1)))
}

/// Takes out single words such as *the* where something else is asked: they match, but a mark on each of them hides the others.
fn without_light_words(asked: &mut Vec<(Ward, &Words)>) {
    let is_light_word =
        |words: &Words| matches!(words, Words::Term(term) if term.form == Form::Family && is_light(&term.word));
    if asked.iter().any(|(_, words)| !is_light_word(words)) {
        asked.retain(|(_, words)| !is_light_word(words));
    }
}

/// Whether a single word stands in another form than the one that was typed.
fn is_other_form(words: &Words, cut: &Cut<'_>, place: &Place) -> bool {
    let Words::Term(term) = words else { return false };
    cut.words().get(place.from() as usize).is_some_and(|word| word.folded != term.word)
}

/// Whose words they must be.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Ward {
    Anyone,
    Own,
    Quoted,
}

impl Ward {
    fn allows(self, place: Span, quoted: &[Span]) -> bool {
        match self {
            Ward::Anyone => true,
            Ward::Own => !quoted.iter().any(|quote| quote.meets(place)),
            Ward::Quoted => quoted.is_empty() || quoted.iter().any(|quote| quote.holds(place)),
        }
    }
}

/// The words that a query asks for in the text, outside of exclusions.
fn collect<'q>(node: &'q Node, asked: &mut Vec<(Ward, &'q Words)>) {
    match &node.asks {
        Match::And(nodes) | Match::Or(nodes) => nodes.iter().for_each(|node| collect(node, asked)),
        Match::Text(Scope::Anywhere | Scope::Text, words) => asked.push((Ward::Anyone, words)),
        Match::Own(words) => asked.push((Ward::Own, words)),
        Match::Quoted(words) => asked.push((Ward::Quoted, words)),
        _ => {}
    }
}

/// What a thing asked for is worth: its words.
fn worth(words: &Words) -> f32 {
    match words {
        Words::Term(_) => 1.0,
        Words::Phrase(terms) | Words::Within { terms, .. } => terms.len() as f32,
        Words::Near { left, right, .. } => worth(left) + worth(right),
        Words::Any(words) => words.iter().map(worth).fold(0.0, f32::max),
    }
}
