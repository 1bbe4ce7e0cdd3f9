//! Queries that may have been meant.
//!
//! In: a question and how many statements it found. Out: corrected words where next to nothing was found, what each clause took
//! away where nothing was, and a name that was typed without its field. Each comes with what it would find.

use super::answer::Suggestion;
use super::counts::name_of;
use super::entities::{facet, name_in};
use super::question::{Question, Refused, read};
use crate::article::EntityType;
use crate::engine::{By, Engine, Fault, Value};
use crate::query::{Form, Match, Names, Node, Query, Scope, Term, Words, clause, print};
use crate::text::{Span, words};
use std::cmp::Reverse;

/// So few statements are little.
const LITTLE: usize = 3;
/// A near word must be so many times as frequent as the one that was typed.
const MORE_FREQUENT: usize = 10;
/// Longest name that is looked for, in words.
const LONGEST_NAME: usize = 4;
/// So many full names are told for a short one.
const MOST_NAMES: usize = 5;

/// Everything that may have been meant, in the order in which it is told.
pub(super) fn suggestions(
    engine: &dyn Engine,
    query: &Query,
    question: &Question,
    total: usize,
) -> Result<Vec<Suggestion>, Refused> {
    let mut all = Vec::new();
    if total < LITTLE {
        all.extend(corrected(engine, query, question)?);
    }
    if total == 0 {
        all.extend(taken_away(engine, &query.root)?);
    }
    all.extend(named(engine, query, question)?);
    all.extend(meant(engine, &query.root)?);
    Ok(all)
}

/// The full names that a single word in `person:` and the like may mean, the most named first.
fn meant(engine: &dyn Engine, root: &Node) -> Result<Vec<Suggestion>, Fault> {
    let clauses = clauses(root);
    let mut found = Vec::new();
    for (at, clause) in clauses.iter().enumerate() {
        let Match::Entity(kind, names) = &clause.asks else { continue };
        let [Term { form: Form::Exact, .. }] = names.terms.as_slice() else { continue };
        for kind in EntityType::ALL.into_iter().filter(|one| kind.is_none_or(|kind| kind == *one)) {
            for value in full_names(engine, root, kind, names)? {
                let name = name_of(engine, facet(kind), &value)?;
                let full = Match::Entity(Some(kind), Names { terms: exact(&name) });
                let others = clauses
                    .iter()
                    .enumerate()
                    .map(|(other, node)| if other == at { leaf(full.clone()) } else { (*node).clone() });
                let others: Vec<Node> = others.collect();
                let query = if let [only] = others.as_slice() { print(only) } else { print(&leaf(Match::And(others))) };
                found.push(Suggestion { query, reason: format!("`{clause}` may be {name}"), total: value.count });
            }
        }
    }
    Ok(found)
}

/// Names of several words, one of which is the word asked for.
fn full_names(engine: &dyn Engine, root: &Node, kind: EntityType, names: &Names) -> Result<Vec<Value>, Fault> {
    let mut values = engine.values(root, By::Entity(kind))?;
    let is_full = |name: &str| name.contains(' ') && names.stand_in(name);
    values.retain(|value| !value.key.contains('@') && is_full(name_in(&value.key)));
    values.sort_by_key(|value| Reverse(value.count));
    values.truncate(MOST_NAMES);
    Ok(values)
}

fn exact(name: &str) -> Vec<Term> {
    words(name).map(|word| Term { word: word.folded.into_owned(), form: Form::Exact }).collect()
}

/// The query with words of the index in place of those that it does not know.
fn corrected(engine: &dyn Engine, query: &Query, question: &Question) -> Result<Option<Suggestion>, Refused> {
    let mut typed = query.typed.clone();
    let mut changes: Vec<(Span, String)> = Vec::new();
    for (span, term) in typed_terms(&query.root) {
        let known = engine.count(&leaf(Match::Text(Scope::Anywhere, Words::Term(term.clone()))))?;
        let near = if known < LITTLE { engine.near_words(&term.word, 1)? } else { Vec::new() };
        let better = near.into_iter().find(|(_, count)| *count >= MORE_FREQUENT * known.max(1) || known == 0);
        let piece = span.of(&query.typed);
        let place = words(piece).find(|word| word.folded == term.word).map(|word| word.span);
        if let (Some((word, _)), Some(place)) = (better, place) {
            changes.push((Span::new(span.from + place.from, span.from + place.to), word));
        }
    }
    changes.sort_unstable();
    changes.dedup_by_key(|(span, _)| span.from);
    for (span, word) in changes.iter().rev() {
        typed.replace_range(span.from..span.to, word);
    }
    if changes.is_empty() {
        return Ok(None);
    }
    suggestion(engine, question, typed, "did you mean")
}

/// The words that were typed as words, each with the piece of the query that it comes from.
fn typed_terms(node: &Node) -> Vec<(Span, &Term)> {
    let is_word = |term: &&Term| matches!(term.form, Form::Exact | Form::Family);
    match &node.asks {
        Match::And(nodes) | Match::Or(nodes) => nodes.iter().flat_map(typed_terms).collect(),
        Match::Text(_, words) => words.terms().into_iter().filter(is_word).map(|term| (node.span, term)).collect(),
        _ => Vec::new(),
    }
}

/// What is found without each of the clauses, where all of them together find nothing.
fn taken_away(engine: &dyn Engine, root: &Node) -> Result<Vec<Suggestion>, Fault> {
    let clauses = clauses(root);
    let mut found = Vec::new();
    for (at, left_out) in clauses.iter().enumerate().filter(|_| clauses.len() > 1) {
        let others = clauses.iter().enumerate().filter(|(other, _)| *other != at);
        let rest = leaf(Match::And(others.map(|(_, node)| (*node).clone()).collect()));
        let total = engine.count(&rest)?;
        if total > 0 {
            found.push(Suggestion { query: print(&rest), reason: format!("without `{left_out}`"), total });
        }
    }
    Ok(found)
}

fn clauses(node: &Node) -> Vec<&Node> {
    match &node.asks {
        Match::And(nodes) => nodes.iter().flat_map(clauses).collect(),
        _ => vec![node],
    }
}

/// The fields of which the words that were typed are a value: who made a statement, or who is named.
fn named(engine: &dyn Engine, query: &Query, question: &Question) -> Result<Vec<Suggestion>, Refused> {
    let Some(name) = bare_name(&query.root) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for (field, reason) in [("author", "by this author"), ("person", "naming this person")] {
        found.extend(suggestion(engine, question, clause(field, &name), reason)?);
    }
    Ok(found)
}

/// The words of a query that asks for nothing but a few words; clauses of options stand beside them.
fn bare_name(root: &Node) -> Option<String> {
    let mut name: Vec<&str> = Vec::new();
    for node in clauses(root) {
        match &node.asks {
            Match::Text(Scope::Anywhere, Words::Term(term)) if term.form == Form::Family => name.push(&term.word),
            Match::Text(Scope::Anywhere, Words::Phrase(terms)) => name.extend(terms.iter().map(|t| t.word.as_str())),
            Match::Text(..) | Match::Or(_) | Match::Not(_) | Match::Own(_) | Match::Quoted(_) => return None,
            _ => {}
        }
    }
    (1..=LONGEST_NAME).contains(&name.len()).then(|| name.join(" "))
}

fn suggestion(
    engine: &dyn Engine,
    question: &Question,
    typed: String,
    reason: &str,
) -> Result<Option<Suggestion>, Refused> {
    let reading = if reason == "did you mean" { question.reading } else { super::Reading::Language };
    let other = Question { typed: typed.clone(), reading, ..question.clone() };
    let total = engine.count(&read(&other)?.root)?;
    Ok((total > 0).then(|| Suggestion { query: typed, reason: reason.to_owned(), total }))
}

fn leaf(asks: Match) -> Node {
    Node { span: Span::default(), asks }
}
