//! Which comment another one answers.
//!
//! In: the items of a thread in order. Out: for each the turn of the one that it answers. How a platform shows it is
//! part of its description.

use super::super::page::{At, Page};
use super::said::{digits, number};
use std::collections::HashMap;

/// How a platform shows which comment another one answers.
pub(super) enum Nesting {
    /// The answer stands inside the item that it answers.
    Inside,
    /// An attribute of the item names the other's id.
    Attribute(&'static str),
    /// A number at the end of one of the item's classes tells its depth: `level-2`.
    Depth(&'static str),
    /// Comments answer the article.
    Flat,
}

/// For each item the turn of the one that it answers.
pub(super) fn parents(nesting: &Nesting, page: &Page<'_>, items: &[At]) -> Vec<Option<usize>> {
    match nesting {
        Nesting::Inside => inside(page, items),
        Nesting::Attribute(name) => by_attribute(page, items, name),
        Nesting::Depth(class) => by_depth(page, items, class),
        Nesting::Flat => vec![None; items.len()],
    }
}

fn inside(page: &Page<'_>, items: &[At]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(items.len());
    for (turn, at) in items.iter().enumerate() {
        while open.last().and_then(|last| items.get(*last)).is_some_and(|last| page.end(*last) <= *at) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(turn);
    }
    parents
}

fn by_attribute(page: &Page<'_>, items: &[At], name: &str) -> Vec<Option<usize>> {
    let turns: HashMap<&str, usize> =
        items.iter().enumerate().filter_map(|(turn, at)| Some((number(page, *at)?, turn))).collect();
    let parent = |at: &At| turns.get(digits(page.attr(*at, name)?)?).copied();
    items.iter().map(parent).collect()
}

fn by_depth(page: &Page<'_>, items: &[At], class: &str) -> Vec<Option<usize>> {
    let depth = |at: &At| {
        let labels = page.label(*at).split_ascii_whitespace();
        labels.filter_map(|label| label.strip_prefix(class)?.parse::<usize>().ok()).next().unwrap_or(0)
    };
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut parents = Vec::with_capacity(items.len());
    for (turn, at) in items.iter().enumerate() {
        let depth = depth(at);
        while open.last().is_some_and(|(last, _)| *last >= depth) {
            open.pop();
        }
        parents.push(open.last().map(|(_, turn)| *turn));
        open.push((depth, turn));
    }
    parents
}
