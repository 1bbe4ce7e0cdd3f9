//! Cuts comments out of a page.
//!
//! In: the items that were read. Out: a page without them, and without the box round them where it holds nothing else.

use super::super::page::{At, Page};

/// Cuts items out, and the list round them where it holds nothing else.
pub(super) fn cut(page: &mut Page<'_>, items: &[At]) {
    for at in items {
        page.cut(*at);
    }
    let lists: Vec<At> = items.iter().filter_map(|at| section(page, *at)).collect();
    for at in lists {
        page.cut(at);
    }
}

/// The topmost element round an item whose labels speak of comments and that holds no article.
fn section(page: &Page<'_>, item: At) -> Option<At> {
    let speaks = |at: &At| {
        let label = page.label(*at);
        ["comment", "respond", "discussion", "pings"].iter().any(|word| label.contains(word))
    };
    let holders = page.ancestors(item).take_while(|at| !matches!(page.name(*at), "body" | "main" | "article" | "html"));
    holders.filter(speaks).filter(|at| words_left(page, *at) < 150).last()
}

/// Words of an element that are not inside an item already cut out.
fn words_left(page: &Page<'_>, at: At) -> usize {
    page.shown(page.subtree(at))
        .filter_map(|node| page.own_text(node))
        .map(|text| text.split_whitespace().count())
        .sum()
}
