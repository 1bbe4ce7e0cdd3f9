//! The items of a thread: where each comment stands on the page.
//!
//! In: a page and the marks of an item. Out: ranges of nodes in order. An item is a box, or a head with what follows
//! it up to the next head, or what stands before a foot.
//!
//! ```text
//! Box:   <li> head text foot </li>      Head: <dt>head</dt> <dd>text</dd>      Foot: <p>text</p> <p>foot</p>
//!        └────────one item───────┘            └──────one item──────────┘            └──────one item───────┘
//! ```

use super::super::page::{At, Page};
use super::{said, wanted};
use std::ops::Range;

/// Where one comment stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// The element that bears the marks.
    pub(super) at: At,
    /// Its nodes.
    pub(super) range: Range<At>,
    /// The element that holds its text, where that was found without marks.
    pub(super) body: Option<At>,
}

/// How the marked element stands to the rest of its comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// It holds it.
    Box,
    /// It stands before it.
    Head,
    /// It stands behind it.
    Foot,
}

/// Every item whose marked element matches one of the selectors.
pub(super) fn find(page: &Page<'_>, selectors: &[&str], shape: Shape) -> Vec<Item> {
    of(page, wanted::shown(page, selectors), shape)
}

/// Items of marked elements, given in order.
pub(super) fn of(page: &Page<'_>, marked: Vec<At>, shape: Shape) -> Vec<Item> {
    match shape {
        Shape::Box => boxes(page, marked),
        Shape::Head => heads(page, &marked),
        Shape::Foot => feet(page, &marked),
    }
}

/// Some themes mark a comment twice, as the list's item and as the box inside it: the outer one counts.
fn boxes(page: &Page<'_>, marked: Vec<At>) -> Vec<Item> {
    let mut open: Vec<At> = Vec::new();
    let mut items: Vec<Item> = Vec::new();
    for at in marked {
        while open.last().is_some_and(|last| page.end(*last) <= at) {
            open.pop();
        }
        if open.last().is_some_and(|outer| is_double(page, *outer, at)) {
            continue;
        }
        open.push(at);
        items.push(Item { at, range: page.subtree(at), body: None });
    }
    items
}

/// Whether the inner box is the same comment: the same number, or no word of the outer one stands before it.
fn is_double(page: &Page<'_>, outer: At, inner: At) -> bool {
    match (said::number(page, outer), said::number(page, inner)) {
        (Some(one), Some(other)) if one == other => true,
        _ => !page.shown(outer..inner).filter_map(|at| page.own_text(at)).any(|text| !text.trim().is_empty()),
    }
}

/// A head reaches up to the next one, the last to the end of what holds them all.
fn heads(page: &Page<'_>, marked: &[At]) -> Vec<Item> {
    let (Some(first), Some(last)) = (marked.first(), marked.last()) else { return Vec::new() };
    let rows = |at: &At| !matches!(page.name(*at), "td" | "th");
    let holder = page.ancestors(*first).filter(rows).find(|outer| page.holds(*outer, *last));
    let end = holder.map_or(page.end(*last), |holder| page.end(holder));
    let ends = marked.iter().skip(1).copied().chain([end]);
    marked.iter().zip(ends).map(|(at, next)| Item { at: *at, range: *at..next, body: None }).collect()
}

fn feet(page: &Page<'_>, marked: &[At]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for at in marked {
        let before = items.last().map(|item: &Item| item.range.end);
        let start = before.unwrap_or_else(|| first_start(page, *at));
        items.push(Item { at: *at, range: start.min(*at)..page.end(*at), body: None });
    }
    items
}

/// Where the text before the first foot begins: behind the last heading before it, else at its nearest neighbour.
fn first_start(page: &Page<'_>, foot: At) -> At {
    let Some(parent) = page.parent(foot) else { return foot };
    let before: Vec<At> = page.children(parent).take_while(|at| *at < foot).collect();
    let heading = before.iter().rfind(|at| matches!(page.name(**at), "h1" | "h2" | "h3" | "h4" | "h5"));
    heading
        .map(|at| page.end(*at))
        .or_else(|| before.iter().rfind(|at| page.words(page.subtree(**at)) > 0).copied())
        .unwrap_or(foot)
}

#[cfg(test)]
mod tests {
    use super::{Shape, find};
    use crate::read::html::page::Page;

    fn check(html: &str, selector: &str, shape: Shape, wanted: &[&str]) {
        let tree = scraper::Html::parse_document(html);
        let page = Page::new(&tree);
        let text = |range: std::ops::Range<usize>| range.filter_map(|at| page.own_text(at)).collect::<String>();
        let found: Vec<_> = find(&page, &[selector], shape).into_iter().map(|item| text(item.range)).collect();
        assert_eq!(found, wanted, "{html}");
    }

    #[test]
    fn a_box_marked_twice_is_one_item_and_an_answer_inside_is_another() {
        check("<div class=c id=c-1><div class=c>a</div></div>", ".c", Shape::Box, &["a"]);
        check("<div class=c id=c-1>a<div class=c id=c-2>b</div></div>", ".c", Shape::Box, &["ab", "b"]);
        check("<div class=c>a<div class=c>b</div></div>", ".c", Shape::Box, &["ab", "b"]);
    }

    #[test]
    fn heads_in_cells_reach_over_their_rows() {
        let row = |name: &str, text: &str| format!("<tr><td><i>{name}</i></td><td>{text}</td></tr>");
        let table = format!("<table>{}{}</table>after", row("a", "b"), row("c", "d"));
        check(&table, "i", Shape::Head, &["ab", "cd"]);
        check(&format!("<table>{}</table>after", row("a", "b")), "i", Shape::Head, &["ab"]);
    }

    #[test]
    fn heads_and_feet_take_what_stands_beside_them() {
        check("<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>", "dt", Shape::Head, &["ab", "cd"]);
        check("<div><p>a</p><p class=f>b</p><p>c</p><p class=f>d</p></div>", "p.f", Shape::Foot, &["ab", "cd"]);
    }
}
