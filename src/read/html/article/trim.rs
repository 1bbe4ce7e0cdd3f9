//! Leaves out blocks that no furniture's label gave away.
//!
//! In: the pieces of the article's element. Out: the blocks that are its text, captions and lines about its author.

use super::super::blocks::Piece;
use super::super::page::Page;
use crate::article::{Block, BlockKind};

/// The blocks that are kept.
pub(super) fn keep(page: &Page<'_>, pieces: Vec<Piece>) -> Vec<Block> {
    let _ = page;
    let last = pieces.iter().rposition(|piece| piece.block.kind != BlockKind::Heading).map_or(0, |last| last + 1);
    pieces.into_iter().take(last).filter(|piece| !is_links(piece)).map(|piece| piece.block).collect()
}

/// A list of links; a short link inside the text may be a paragraph of its own.
fn is_links(piece: &Piece) -> bool {
    let limit = match piece.block.kind {
        BlockKind::ListItem => 0.6,
        BlockKind::Heading => 0.9,
        _ => 0.8,
    };
    piece.link_share() > limit
}
