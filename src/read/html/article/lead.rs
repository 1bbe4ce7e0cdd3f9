//! The lead: sentences between the page's heading and the element that holds the article.
//!
//! In: a page, its heading, the article's element. Out: pieces, at most a few. Everything longer belongs to
//! something else.

use super::super::blocks::{Piece, pieces};
use super::super::page::{At, Page};
use super::{Furniture, boilerplate};
use crate::article::BlockKind;

/// Sentences that a lead has at most.
const MOST: usize = 3;

/// The lead, where there is one.
pub(super) fn find(page: &Page<'_>, furniture: &Furniture, heading: At, root: At) -> Vec<Piece> {
    let end = page.end(heading);
    if root < end {
        return Vec::new();
    }
    let Some(round) = page.ancestors(heading).find(|outer| page.holds(*outer, root)) else { return Vec::new() };
    let between = pieces(page, round, &|at| {
        page.end(at) <= end && at != heading && !page.holds(at, heading) || at >= root || furniture.is(page, at)
    });
    let found: Vec<Piece> = between.into_iter().filter(|piece| piece.at >= end && is_lead(page, piece)).collect();
    if found.len() > MOST { Vec::new() } else { found }
}

fn is_lead(page: &Page<'_>, piece: &Piece) -> bool {
    let plain = matches!(piece.block.kind, BlockKind::Paragraph | BlockKind::Heading);
    let text = piece.block.text.as_str();
    let pictured = page.ancestors(piece.at).any(|at| page.name(at) == "figure") || beside_picture(page, piece.at);
    let other = text.contains(['|', '»'])
        || boilerplate::is_stamp(text)
        || boilerplate::is_credit(text)
        || boilerplate::is_appeal(text);
    let title = piece.block.kind == BlockKind::Heading && !text.ends_with(['.', '!', '?', '…', '"', '”']);
    plain && !title && !pictured && !other && piece.link_share() < 0.3 && (60..700).contains(&piece.block.text.len())
}

/// A line that shares its box with a picture is a caption.
fn beside_picture(page: &Page<'_>, at: At) -> bool {
    let small = page.parent(at).filter(|parent| page.subtree(*parent).len() < 30);
    small.is_some_and(|parent| page.subtree(parent).any(|inner| page.name(inner) == "img"))
}
