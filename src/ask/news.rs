//! What a search finds that was not seen before.
//!
//! In: a question, and the ids of statements that were seen. Out: an answer of the others, counted by themselves.

use super::answer::Answer;
use super::hit::Hits;
use super::question::{Question, Refused, read};
use super::{frame, ordered};
use crate::engine::Engine;
use std::collections::BTreeSet;

/// The answer without what was seen; its total counts what is new.
///
/// # Errors
/// When the query is past a bound of the language, or the engine fails.
pub fn news(engine: &dyn Engine, question: &Question, seen: &BTreeSet<String>) -> Result<Answer, Refused> {
    let query = read(question)?;
    let whole = Question { offset: 0, limit: usize::MAX, ..question.clone() };
    let mut placed = ordered(engine, &query, &whole)?.first;
    placed.retain(|placed| !seen.contains(&placed.id));
    let total = placed.len();
    let mut made = Hits::new(engine, &query.root, question);
    let page = placed.iter().skip(question.offset).take(question.limit);
    let hits = page.filter_map(|placed| made.hit(placed).transpose()).collect::<Result<_, _>>()?;
    Ok(Answer { hits, ..frame(engine, query, total)? })
}
