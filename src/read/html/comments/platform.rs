//! A comment platform, described by its marks, and the reading that all of them share.
//!
//! In: a page and a platform's description. Out: its comments. A platform is data: where its items, names, days and
//! texts stand, and how it shows which comment answers which.

use super::super::blocks;
use super::super::page::{At, Page};
use super::nesting::{Nesting, parents};
use super::{said, wanted};
use crate::article::{Block, CommentDraft};

/// The marks of a platform, each a list of selectors (see `wanted`), the best first.
pub(super) struct Platform {
    /// What is one comment.
    pub(super) item: &'static [&'static str],
    /// Which of these are pingbacks.
    pub(super) pingback: &'static [&'static str],
    /// The name.
    pub(super) author: &'static [&'static str],
    /// The day.
    pub(super) date: &'static [&'static str],
    /// The text; where none of these stands, all that is left of the item.
    pub(super) body: &'static [&'static str],
    /// What is neither name nor text: replying, voting, portraits.
    pub(super) furniture: &'static [&'static str],
    /// How answers are shown.
    pub(super) nesting: Nesting,
}

impl Platform {
    /// The platform's comments on a page: elements in order, none without words.
    pub(super) fn items(&self, page: &Page<'_>) -> Vec<At> {
        let is_item =
            |at: &At| page.is_element(*at) && self.item.iter().any(|selector| wanted::is(page, 0, *at, selector));
        let found: Vec<At> = page.shown(page.all()).filter(is_item).collect();
        // Some themes mark a comment twice, as the list's item and as the box inside it: the outer one counts.
        let mut items: Vec<At> = Vec::new();
        for at in found {
            let doubled = items
                .last()
                .is_some_and(|last| page.holds(*last, at) && said::number(page, *last) == said::number(page, at));
            if !doubled {
                items.push(at);
            }
        }
        items
    }

    /// Reads the items.
    pub(super) fn read(&self, page: &Page<'_>, items: &[At]) -> Vec<CommentDraft> {
        let parents = parents(&self.nesting, page, items);
        let mut comments = Vec::new();
        let mut index: Vec<Option<usize>> = Vec::new();
        for (turn, at) in items.iter().enumerate() {
            let comment = self.comment(page, *at, items);
            let parent = parents.get(turn).copied().flatten().and_then(|parent| index.get(parent).copied().flatten());
            let empty = comment.blocks.is_empty();
            // An answer to a comment without words (deleted, folded away) answers what that one answered.
            index.push(if empty { parent } else { Some(comments.len()) });
            if !empty {
                comments.push(CommentDraft { parent, ..comment });
            }
        }
        comments
    }

    fn comment(&self, page: &Page<'_>, item: At, items: &[At]) -> CommentDraft {
        let nested = |at: At| (at != item && items.binary_search(&at).is_ok()) || page.is_gone(at);
        let (author, name) = self.author(page, item, &nested).unzip();
        let (date, day) = self.day(page, item, &nested).unzip();
        let link = date.and_then(|date| said::link(page, item, date, &nested));
        let pingback = self.pingback.iter().any(|selector| wanted::is(page, 0, item, selector));
        CommentDraft {
            id: said::number(page, item).map(str::to_owned),
            pingback,
            author: name,
            date: day,
            url: link.map(str::to_owned),
            blocks: self.body(page, item, [author, date], &nested),
            parent: None,
        }
    }

    fn author(&self, page: &Page<'_>, item: At, nested: &dyn Fn(At) -> bool) -> Option<(At, String)> {
        let found = self.author.iter().flat_map(|selector| wanted::all(page, item, selector, nested));
        found.filter_map(|at| Some((at, said::name(page, at)?))).next()
    }

    /// The day where the marks say, else the first short text that is one, else vague words.
    fn day(&self, page: &Page<'_>, item: At, nested: &dyn Fn(At) -> bool) -> Option<(At, String)> {
        let marked = || self.date.iter().flat_map(|selector| wanted::all(page, item, selector, nested));
        let exact = marked().find_map(|at| Some((at, said::day(page, at)?)));
        let short = || wanted::all(page, item, "*", nested).filter(|at| page.subtree(*at).len() < 8);
        let exact = exact.or_else(|| short().find_map(|at| Some((at, said::day(page, at)?))));
        exact.or_else(|| marked().find_map(|at| Some((at, said::vague_day(page, at)?))))
    }

    fn body(&self, page: &Page<'_>, item: At, used: [Option<At>; 2], nested: &dyn Fn(At) -> bool) -> Vec<Block> {
        let furniture = |root: At, at: At| self.furniture.iter().any(|selector| wanted::is(page, root, at, selector));
        let skip = |at: At| nested(at) || (at != item && page.is_element(at) && furniture(item, at));
        for selector in self.body {
            let parts = wanted::all(page, item, selector, nested);
            let mut end = 0;
            let mut found = Vec::new();
            for at in parts {
                if at >= end {
                    end = page.end(at);
                    found.extend(blocks::blocks(page, at, &skip));
                }
            }
            if !found.is_empty() {
                return found;
            }
        }
        let skip_used = |at: At| skip(at) || used.contains(&Some(at));
        blocks::blocks(page, item, &skip_used)
    }
}
