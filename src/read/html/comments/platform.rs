//! A comment platform, described by its marks, and the reading that all of them share.
//!
//! In: a page and a platform's description. Out: its comments. A platform is data: where its items, names, days and
//! texts stand, and how it shows which comment answers which.

use super::super::blocks;
use super::super::page::{At, Page};
use super::wanted;
use crate::article::{Block, CommentDraft};
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
            let doubled =
                items.last().is_some_and(|last| page.holds(*last, at) && number(page, *last) == number(page, at));
            if !doubled {
                items.push(at);
            }
        }
        items
    }

    /// Reads the items.
    pub(super) fn read(&self, page: &Page<'_>, items: &[At]) -> Vec<CommentDraft> {
        let parents = self.parents(page, items);
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
        let author = wanted::first(page, item, self.author, &nested);
        let date = wanted::first(page, item, self.date, &nested);
        let link = date.and_then(|date| link(page, item, date, &nested));
        let pingback = self.pingback.iter().any(|selector| wanted::is(page, 0, item, selector));
        CommentDraft {
            id: number(page, item).map(str::to_owned),
            pingback,
            author: author.map(|at| page.text(at)).map(|name| name_of(&name)).filter(|name| !name.is_empty()),
            date: date.map(|at| day(page, at)).filter(|day| !day.is_empty()),
            url: link.map(str::to_owned),
            blocks: self.body(page, item, [author, date], &nested),
            parent: None,
        }
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

    /// For each item the turn of the one that it answers.
    fn parents(&self, page: &Page<'_>, items: &[At]) -> Vec<Option<usize>> {
        match self.nesting {
            Nesting::Inside => inside(page, items),
            Nesting::Attribute(name) => by_attribute(page, items, name),
            Nesting::Depth(class) => by_depth(page, items, class),
            Nesting::Flat => vec![None; items.len()],
        }
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

/// The platform's own id: what follows the last hyphen, underscore or `c` of an id such as `comment-123`.
pub(super) fn number<'a>(page: &Page<'a>, at: At) -> Option<&'a str> {
    let attributes = ["data-comment-id", "data-commentid", "data-post-id", "data-id", "id"];
    attributes.iter().find_map(|name| digits(page.attr(at, name)?))
}

fn digits(id: &str) -> Option<&str> {
    let from = id.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric()).len();
    let last = id.get(from..)?;
    let number = last.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    Some(number).filter(|number| !number.is_empty())
}

/// The day: an attribute that states it, else the visible words.
fn day(page: &Page<'_>, at: At) -> String {
    let stated = |at: At| {
        let of = |name: &str| {
            page.attr(at, name).map(str::trim).filter(|value| value.bytes().any(|byte| byte.is_ascii_digit()))
        };
        ["datetime", "content", "title", "data-time-string"].iter().find_map(|name| of(name))
    };
    let inner = page.subtree(at).find_map(|inner| stated(inner).filter(|value| looks_exact(value)));
    inner.map_or_else(|| page.text(at), str::to_owned)
}

/// A title that states a day has a year in it; others say "link to this comment 3".
fn looks_exact(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    digits >= 5 && value.len() < 80
}

/// The comment's own address: the link round or in its day.
fn link<'a>(page: &Page<'a>, item: At, date: At, nested: &dyn Fn(At) -> bool) -> Option<&'a str> {
    let linked = |at: At| page.attr(at, "href").filter(|href| href.contains('#') || href.contains("comment"));
    let round = page.ancestors(date).take_while(|at| *at > item).find_map(linked);
    round.or_else(|| page.subtree(date).filter(|at| !nested(*at)).find_map(linked))
}

/// A name without the words that themes put round it.
pub(super) fn name_of(text: &str) -> String {
    let mut name = text.trim();
    for word in [" says", " said", " wrote", " writes", " sagt", " schreibt", " a écrit", " dit", " dice", " disse"] {
        let bare = name.trim_end_matches([':', '.', '…', ',', ' ', '\u{a0}']);
        if let Some(stripped) = bare.len().checked_sub(word.len()).and_then(|at| bare.get(at..).map(|end| (at, end)))
            && stripped.1.eq_ignore_ascii_case(word)
        {
            name = name.get(..stripped.0).unwrap_or(name);
        }
    }
    name.trim().trim_end_matches([':', ',']).trim().to_owned()
}

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

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn names_lose_the_words_round_them() {
        for text in ["Ana Brod says:", "Ana Brod says …", "Ana Brod :", "Ana Brod schreibt:", " Ana Brod"] {
            assert_eq!(name_of(text), "Ana Brod", "{text}");
        }
    }
}
