//! Hits of one conversation folded under their article.
//!
//! In: the order of everything that matches. Out: one hit a conversation, in the order of the best of each; under it the best
//! of its statements, and how many more there are.

use super::answer::Hit;
use super::hit::Hits;
use crate::engine::{Engine, Fault, Placed};
use std::collections::HashMap;

/// Statements of a conversation that are shown under its article.
const SHOWN: usize = 3;

/// The conversations on a page, each as its article with its best comments.
pub(super) fn groups(
    engine: &dyn Engine,
    hits: &mut Hits<'_>,
    order: &[Placed],
    offset: usize,
    limit: usize,
) -> Result<Vec<Hit>, Fault> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut threads: Vec<Vec<&Placed>> = Vec::new();
    for placed in order {
        let at = *places.entry(&placed.thread).or_insert(threads.len());
        match threads.get_mut(at) {
            Some(thread) => thread.push(placed),
            None => threads.push(vec![placed]),
        }
    }
    let page = threads.iter().skip(offset).take(limit);
    page.filter_map(|thread| group(engine, hits, thread).transpose()).collect()
}

/// One conversation; where its article is not there, its best statement stands for it.
fn group(engine: &dyn Engine, hits: &mut Hits<'_>, thread: &[&Placed]) -> Result<Option<Hit>, Fault> {
    let Some(best) = thread.first() else { return Ok(None) };
    let own = thread.iter().find(|placed| placed.id == best.thread);
    let head = match own {
        Some(article) => hits.hit(article)?,
        None => match engine.statement(&best.thread)? {
            Some(article) => Some(Hit { score: best.score, ..hits.unfound(&article)? }),
            None => hits.hit(best)?,
        },
    };
    let Some(mut head) = head else { return Ok(None) };
    let under: Vec<&&Placed> = thread.iter().filter(|placed| placed.id != head.id).collect();
    for placed in under.iter().take(SHOWN) {
        head.group.extend(hits.hit(placed)?);
    }
    head.more = under.len().saturating_sub(SHOWN);
    Ok(Some(head))
}
