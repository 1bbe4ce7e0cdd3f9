//! Where on a page its article is spoken of.
//!
//! In: a page without its comments, and where its article stands. Out: the elements between the heading and a little
//! after the article, without those that speak of other pages or of the site.

use super::super::article::{Furniture, Story};
use super::super::page::{At, Page};
use std::ops::Range;

/// What a clue behind the article's text is worth, as a share: much of what stands there is another page's.
pub(super) const AFTER: f32 = 0.55;
/// Nodes before the heading and after the article in which its byline may stand.
const REACH_BEFORE: usize = 80;
const REACH_AFTER: usize = 150;
/// Bytes of text from which a part is no list of teasers, whatever its label.
const LARGE: u32 = 2000;

/// The zone.
pub(super) struct Zone {
    /// The heading.
    pub(super) heading: Option<At>,
    /// Whether the page's head repeats the heading.
    pub(super) certain: bool,
    /// The element that holds the article.
    pub(super) root: At,
    start: At,
    end: At,
    /// Elements with a label of `OTHER`, and those with one of `NEVER`, in order.
    other: Vec<At>,
    never: Vec<At>,
}

impl Zone {
    /// Finds it.
    pub(super) fn of(page: &Page<'_>, story: &Story) -> Zone {
        let heading = story.heading.map(|heading| heading.at);
        Zone {
            heading,
            certain: story.heading.is_some_and(|heading| heading.certain),
            root: story.root,
            start: heading.unwrap_or(story.root).min(story.root).saturating_sub(REACH_BEFORE),
            end: page.end(story.root) + REACH_AFTER,
            other: bearers(page, &OTHER),
            never: bearers(page, &NEVER),
        }
    }

    /// Whether an element stands in it.
    pub(super) fn holds(&self, at: At) -> bool {
        (self.start..self.end).contains(&at)
    }

    /// Whether an element stands behind the article's text.
    pub(super) fn is_after(&self, page: &Page<'_>, at: At) -> bool {
        at >= page.end(self.root)
    }

    /// The zone's nodes.
    pub(super) fn range(&self, page: &Page<'_>) -> Range<At> {
        self.start..self.end.min(page.all().end)
    }

    /// Every element that is shown and speaks of this page, those outside the zone too.
    pub(super) fn elements(&self, page: &Page<'_>) -> Vec<At> {
        let sums = Furniture::of(page);
        elements_without(page, |at| self.is_elsewhere(page, at) && sums.unlinked(page, at) < LARGE)
    }

    /// Every element that is shown outside footers, captions and menus, those beside the article too.
    pub(super) fn elements_and_beside(&self, page: &Page<'_>) -> Vec<At> {
        elements_without(page, |at| self.is_never(page, at) && self.is_apart(page, at))
    }

    fn is_elsewhere(&self, page: &Page<'_>, at: At) -> bool {
        let named = match page.name(at) {
            "aside" if page.ancestors(at).any(|outer| page.name(outer) == "article") => false,
            "aside" => !["author", "byline", "meta"].iter().any(|word| page.label(at).contains(word)),
            _ => self.other.binary_search(&at).is_ok() && !self.is_by_heading(page, at),
        };
        (named || self.is_never(page, at)) && self.is_apart(page, at)
    }

    /// Menus, captions and the site's footer.
    fn is_never(&self, page: &Page<'_>, at: At) -> bool {
        match page.name(at) {
            "nav" | "figcaption" | "figure" => true,
            "footer" => !page.ancestors(at).any(|outer| page.name(outer) == "article" || outer == self.root),
            _ => self.never.binary_search(&at).is_ok(),
        }
    }

    fn is_apart(&self, page: &Page<'_>, at: At) -> bool {
        !page.holds(at, self.root) && self.heading.is_none_or(|heading| !page.holds(at, heading))
    }

    /// Whether it stands with the heading in one box: there a label such as `teaser-meta` is the article's own.
    fn is_by_heading(&self, page: &Page<'_>, at: At) -> bool {
        let with_heading = |heading| {
            page.parent(at).is_some_and(|parent| page.parent(heading) == Some(parent) || page.holds(at, heading))
        };
        page.subtree(at).len() <= SMALL && self.heading.is_some_and(with_heading)
    }
}

/// The elements whose label holds one of the words, in order.
fn bearers(page: &Page<'_>, words: &[&str]) -> Vec<At> {
    let mut found: Vec<At> = words.iter().flat_map(|word| page.labelled(page.all(), word)).collect();
    found.sort_unstable();
    found
}

/// The elements that are shown, without the parts that a test leaves out.
fn elements_without(page: &Page<'_>, left_out: impl Fn(At) -> bool) -> Vec<At> {
    let mut found = Vec::new();
    let mut next = 0;
    for at in page.all() {
        if at < next {
            continue;
        }
        if page.is_gone(at) || left_out(at) {
            next = page.end(at);
        } else if page.is_element(at) {
            found.push(at);
        }
    }
    found
}

/// Nodes of a line beside the heading.
const SMALL: usize = 24;

/// Parts of labels of what never speaks of the article.
const NEVER: [&str; 5] = ["site-footer", "page-footer", "copyright", "comment", "newsletter"];

/// Parts of labels of what speaks of other pages.
const OTHER: [&str; 17] = [
    "related",
    "sidebar",
    "popular",
    "recommend",
    "teaser",
    "comment",
    "site-footer",
    "page-footer",
    "newsletter",
    "recent",
    "more-",
    "most-",
    "carousel",
    "trending",
    "recirc",
    "latest",
    "similar",
];
