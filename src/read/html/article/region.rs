//! Finds the element that holds the article.
//!
//! In: a page and what of it is furniture. Out: one element. Marked places compete with the place that the
//! paragraphs themselves show; what counts is how much of the page's running text a place holds, and how little else.

use super::super::blocks::{Piece, pieces};
use super::super::page::{At, Page};
use super::{Furniture, Heading};
use regex::Regex;
use std::sync::LazyLock;

/// Share of the running text of an element that one child must hold to stand for it.
const DESCEND: f32 = 0.75;

/// Running text above the comments from which the article surely stands there.
const ABOVE: f32 = 150.0;

/// The element that holds the article, the body where nothing stands out; and the node before which the article ends.
pub(super) fn find(page: &Page<'_>, furniture: &Furniture, heading: Option<Heading>, comments: Option<At>) -> (At, At) {
    let body = page.all().find(|at| page.name(*at) == "body").unwrap_or(0);
    let mut found = pieces(page, body, &|at| furniture.is(page, at));
    let headed = |start: &At| heading.is_none_or(|heading| heading.at < *start);
    let above = |start: &At| found.iter().filter(|piece| piece.at < *start).map(running).sum::<f32>() >= ABOVE;
    let end = comments.filter(|start| headed(start) && above(start)).unwrap_or(usize::MAX);
    found.retain(|piece| piece.at < end);
    (holder(page, furniture, heading, body, found), end)
}

/// The element that holds the pieces of the article.
fn holder(page: &Page<'_>, furniture: &Furniture, heading: Option<Heading>, body: At, mut found: Vec<Piece>) -> At {
    // What stands before a heading that is surely the page's is not the article, unless it is most of the text.
    let heading = heading.filter(|heading| heading.certain && is_before_text(&found, heading.at));
    if let Some(heading) = heading {
        found.retain(|piece| piece.at >= heading.at);
    }
    let mass = Mass::of(page, &found);
    let scope = heading.and_then(|heading| scope(page, &mass, heading.at)).unwrap_or(body);
    let by_text = if mass.total() > 0.0 { descend(page, &mass, scope) } else { scope };
    let own = mass.share(page, by_text);
    let marked = page.shown(page.subtree(scope)).filter(|at| page.is_element(*at) && !furniture.is(page, *at));
    let marked = marked.filter(|at| heading.is_none_or(|heading| page.end(*at) > page.end(heading.at)));
    let worth = |(at, strength): (At, f32)| (at, mass.share(page, at) * strength + (strength - 1.0) * 0.5);
    let best = marked.filter_map(|at| Some((at, strength(page, at)?))).map(worth);
    let best = best.max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)));
    match best {
        Some((at, worth)) if worth >= own * 0.7 => whole(page, &mass, inner(page, &mass, at)),
        _ => by_text,
    }
}

/// The `article` element round the page's heading, where it holds some of the text: others are other articles.
fn scope(page: &Page<'_>, mass: &Mass, heading: At) -> Option<At> {
    let mut round = page.ancestors(heading).filter(|at| page.name(*at) == "article");
    round.find(|at| mass.share(page, *at) >= 0.2)
}

/// The innermost element marked as a body that holds nearly all of the text of a marked one round it.
fn inner(page: &Page<'_>, mass: &Mass, at: At) -> At {
    let least = mass.of_element(page, at) * 0.85;
    let bodies =
        page.shown(page.subtree(at)).filter(|inner| strength(page, *inner).is_some_and(|strength| strength >= 1.2));
    bodies.filter(|inner| mass.of_element(page, *inner) >= least && least > 0.0).last().unwrap_or(at)
}

/// An article that is cut in two, as by a notice between, is the smallest element that holds the parts.
fn whole(page: &Page<'_>, mass: &Mass, at: At) -> At {
    let label = page.label(at);
    if label.is_empty() || page.name(at) == "article" {
        return at;
    }
    let parts: Vec<At> = page
        .shown(page.all())
        .filter(|other| page.label(*other) == label && mass.of_element(page, *other) > 0.0)
        .filter(|other| *other == at || !(page.holds(at, *other) || page.holds(*other, at)))
        .collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return at };
    let round = page.ancestors(*first).find(|outer| page.holds(*outer, *last));
    let sum: f32 = parts.iter().map(|part| mass.of_element(page, *part)).sum();
    round.filter(|outer| parts.len() <= 4 && mass.of_element(page, *outer) <= sum * 1.3).unwrap_or(at)
}

/// Whether most of the running text stands behind a node.
fn is_before_text(found: &[Piece], at: At) -> bool {
    let all: f32 = found.iter().map(running).sum();
    let behind: f32 = found.iter().filter(|piece| piece.at >= at).map(running).sum();
    behind >= all * 0.5
}

/// How far an element's marks speak for it, from 1; nothing for an element without such marks.
fn strength(page: &Page<'_>, at: At) -> Option<f32> {
    if page.attr(at, "itemprop").is_some_and(|value| value.eq_ignore_ascii_case("articlebody")) {
        return Some(1.3);
    }
    if BODY.is_match(page.label(at)) {
        return Some(1.2);
    }
    (page.name(at) == "article" || page.attr(at, "role") == Some("article")).then_some(1.05)
}

static BODY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:article|story|entry|post|blog|news)[_-]*(?:body|content|text|copy)|articletext|storytext|\bpostbody\b|e-content|\btext-?body\b|\bbody-?text\b",
    )
    .expect("the pattern is a constant and covered by tests")
});

/// Running text before each node.
struct Mass(Vec<f32>);

impl Mass {
    fn of(page: &Page<'_>, found: &[Piece]) -> Mass {
        let mut sums = vec![0.0; page.all().len() + 1];
        for piece in found {
            if let Some(sum) = sums.get_mut(piece.at + 1) {
                *sum += running(piece);
            }
        }
        let mut total = 0.0;
        for sum in &mut sums {
            total += *sum;
            *sum = total;
        }
        Mass(sums)
    }

    fn total(&self) -> f32 {
        self.0.last().copied().unwrap_or(0.0)
    }

    /// The part of the page's running text that an element holds.
    fn share(&self, page: &Page<'_>, at: At) -> f32 {
        self.of_element(page, at) / self.total().max(1.0)
    }

    fn of_element(&self, page: &Page<'_>, at: At) -> f32 {
        let get = |at: At| self.0.get(at).copied().unwrap_or(0.0);
        get(page.end(at)) - get(at)
    }
}

/// How much running text a block is: nothing for a label, a link or a line of a menu.
fn running(piece: &Piece) -> f32 {
    let length = piece.block.text.len() as f32;
    let sentence = piece.block.text.ends_with(['.', '!', '?', '…', '"', '”', ':', '。', '»']);
    let counts = length >= 90.0 || (length >= 30.0 && sentence);
    let own = 1.0 - piece.link_share();
    if counts { length.min(1500.0) * own * own } else { 0.0 }
}

/// Follows the child that holds most of the running text, as long as one does.
fn descend(page: &Page<'_>, mass: &Mass, from: At) -> At {
    let mut at = from;
    loop {
        let heaviest = page.children(at).map(|child| (child, mass.of_element(page, child)));
        let heaviest = heaviest.max_by(|one, other| one.1.total_cmp(&other.1));
        match heaviest {
            Some((child, weight)) if weight >= mass.of_element(page, at) * DESCEND && page.name(child) != "p" => {
                at = child
            }
            _ => return at,
        }
    }
}
