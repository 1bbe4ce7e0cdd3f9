//! Cuts comments out of a page.
//!
//! In: the items that were read. Out: a page without them, and without the box round them where it holds nothing else.

use super::super::page::{At, Page};
use super::context;
use super::item::Item;
use std::collections::BTreeSet;

/// Words from which a box round comments holds something else besides.
const MUCH: usize = 150;

/// Cuts items out, and the list round them where it holds nothing else.
pub(super) fn cut(page: &mut Page<'_>, items: &[Item]) {
    let mut holders: BTreeSet<At> = BTreeSet::new();
    for item in items {
        let mut at = item.range.start;
        while at < item.range.end {
            page.cut(at);
            at = page.end(at);
        }
        holders.extend(page.parent(item.at));
    }
    let lists: Vec<At> = holders.into_iter().filter_map(|at| section(page, at)).collect();
    for at in lists {
        page.cut(at);
    }
}

/// The topmost element round an item whose labels speak of comments and that holds no article.
fn section(page: &Page<'_>, holder: At) -> Option<At> {
    let speaks = |at: &At| context::is_comment_label(page.label(*at));
    let round = std::iter::once(holder).chain(page.ancestors(holder));
    let holders = round.take_while(|at| !matches!(page.name(*at), "body" | "main" | "article" | "html"));
    holders.filter(speaks).take_while(|at| page.words(page.subtree(*at)) < MUCH).last()
}
