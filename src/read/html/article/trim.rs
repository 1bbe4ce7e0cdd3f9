//! Leaves out blocks that no furniture's label gave away.
//!
//! In: the pieces of the article's element, and where the page's heading stands. Out: the blocks that are its text
//! and captions.

use super::super::blocks::Piece;
use super::super::page::{At, Page};
use super::boilerplate;
use crate::article::{Block, BlockKind};
use regex::Regex;
use std::sync::LazyLock;

/// Bytes from which a line below the heading is a lead and no byline.
const LEAD: usize = 70;
/// Blocks at the end among which appeals and lines about the author stand.
const TAIL: usize = 6;
/// Bytes up to which an appeal is one wherever it stands.
const SHORT: usize = 120;

/// The blocks that are kept.
pub(super) fn keep(page: &Page<'_>, pieces: Vec<Piece>, heading: Option<At>) -> Vec<Block> {
    let pieces: Vec<Piece> = pieces.into_iter().map(|piece| captioned(page, piece)).collect();
    let start = start(page, &pieces, heading);
    let end = pieces.iter().rposition(is_running).map_or(pieces.len(), |last| tail(&pieces, last + 1));
    let end = more(&pieces, end);
    let title = heading.and_then(|heading| pieces.iter().rposition(|piece| page.holds(heading, piece.at))).unwrap_or(0);
    let captions: Vec<bool> =
        pieces.iter().enumerate().map(|(turn, piece)| turn > title && piece.block.kind == BlockKind::Caption).collect();
    let inside = |turn: &usize| (*turn >= start || captions.get(*turn) == Some(&true)) && *turn < end;
    let lists = link_lists(&pieces);
    let tail = end.saturating_sub(TAIL);
    let kept = pieces.into_iter().enumerate().filter(|(turn, piece)| {
        inside(turn) && !lists.get(*turn).copied().unwrap_or(false) && !is_boilerplate(piece, *turn >= tail)
    });
    kept.map(|(turn, piece)| about(piece.block, turn >= tail)).collect()
}

/// Standing lines anywhere, appeals where they are short or near the end.
fn is_boilerplate(piece: &Piece, near_end: bool) -> bool {
    let text = piece.block.text.as_str();
    let appeal =
        (near_end || text.len() < SHORT) && piece.block.kind != BlockKind::Quote && boilerplate::is_appeal(text);
    appeal || boilerplate::is_standing(text) || boilerplate::is_stamp(text)
}

/// A line about the author, below the text.
fn about(block: Block, near_end: bool) -> Block {
    let is_about = near_end && block.kind == BlockKind::Paragraph && boilerplate::is_about(&block.text);
    if is_about { Block { kind: BlockKind::About, ..block } } else { block }
}

/// Text in or under a picture is a caption, whatever element it is.
fn captioned(page: &Page<'_>, mut piece: Piece) -> Piece {
    let mut round = std::iter::once(piece.at).chain(page.ancestors(piece.at)).take(5);
    if piece.block.kind == BlockKind::Paragraph && boilerplate::is_credit(&piece.block.text) {
        piece.block.kind = BlockKind::Caption;
    }
    if piece.block.text.len() < 600 && is_captioned(page, piece.at) {
        piece.block.kind = BlockKind::Caption;
    }
    let may_be = !matches!(piece.block.kind, BlockKind::Quote | BlockKind::Heading)
        && !matches!(page.name(piece.at), "td" | "th");
    if may_be
        && piece.block.text.len() < 600
        && round.any(|at| page.name(at) == "figure" || CAPTION.is_match(page.label(at)))
    {
        piece.block.kind = BlockKind::Caption;
    }
    piece
}

/// Whether all words of a paragraph stand in one part of a line that is labelled as a caption.
fn is_captioned(page: &Page<'_>, at: At) -> bool {
    if page.name(at) != "p" || page.subtree(at).len() > 24 {
        return false;
    }
    let labelled =
        page.subtree(at).skip(1).find(|inner| page.is_element(*inner) && CAPTION.is_match(page.label(*inner)));
    labelled.is_some_and(|inner| page.words(page.subtree(inner)) == page.words(page.subtree(at)))
}

static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"caption(?:$|[\s_-])|(?:image|photo|picture|img|media|figure)[_-]*(?:credit|source|copyright|desc|info|text|legend|title)|(?:^|[\s_-])credits?(?:$|[\s_-])|figcaption|bildunterschrift|legende",
    )
    .expect("the pattern is a constant and covered by tests")
});

/// Where the text begins: behind the page's heading and the lines of names and days below it.
fn start(page: &Page<'_>, pieces: &[Piece], heading: Option<At>) -> usize {
    let Some(heading) = heading else { return 0 };
    let Some(title) = pieces.iter().rposition(|piece| page.holds(heading, piece.at)) else { return 0 };
    let first_running = pieces.iter().position(is_running).unwrap_or(0);
    // A heading that stands behind some of the text is no title.
    if first_running < title && pieces.iter().take(title).filter(|piece| is_running(piece)).count() > 1 {
        return 0;
    }
    // Where nothing runs, a short line may be all of the text.
    if !pieces.iter().any(is_running) {
        return title + 1;
    }
    let lead = pieces.iter().skip(title + 1).take_while(|piece| piece.block.text.len() < LEAD && is_head_line(piece));
    title + 1 + lead.count()
}

/// A line that is no sentence: a name, a day, a section.
fn is_head_line(piece: &Piece) -> bool {
    !piece.block.text.ends_with(['.', '!', '?', '"', '”', '…'])
}

/// Where the text ends: some short lines behind the last running text still belong to it.
fn tail(pieces: &[Piece], from: usize) -> usize {
    let more = pieces.iter().skip(from).take_while(|piece| {
        !matches!(piece.block.kind, BlockKind::Heading) && piece.link_share() < 0.5 && !piece.block.text.is_empty()
    });
    from + more.count()
}

/// Where the text ends if a label over other articles stands in its last part: all that follows is theirs.
fn more(pieces: &[Piece], end: usize) -> usize {
    let length = |piece: &Piece| if is_running(piece) { piece.block.text.len() } else { 0 };
    let all: usize = pieces.iter().take(end).map(length).sum();
    let mut read = 0;
    for (turn, piece) in pieces.iter().enumerate().take(end) {
        if read * 20 >= all * 17 && boilerplate::is_label_of_more(&piece.block.text) {
            return turn;
        }
        read += length(piece);
    }
    end
}

/// A sentence or more of text that is no link.
fn is_running(piece: &Piece) -> bool {
    let length = piece.block.text.len();
    let sentence = piece.block.text.ends_with(['.', '!', '?', '…', '"', '”', '。', '»', ':']);
    piece.block.kind != BlockKind::Caption && piece.link_share() < 0.5 && (length >= 100 || (length >= 40 && sentence))
}

/// For each piece whether it belongs to a list of links, with the heading over it.
fn link_lists(pieces: &[Piece]) -> Vec<bool> {
    let mut lists: Vec<bool> = pieces.iter().map(is_link).collect();
    for turn in (1..pieces.len()).rev() {
        let heads = pieces.get(turn - 1).is_some_and(|piece| piece.block.kind == BlockKind::Heading);
        if heads
            && lists.get(turn) == Some(&true)
            && lists.get(turn + 1).copied().unwrap_or(true)
            && let Some(heading) = lists.get_mut(turn - 1)
        {
            *heading = true;
        }
    }
    lists
}

/// A link that stands alone.
fn is_link(piece: &Piece) -> bool {
    let limit = match piece.block.kind {
        BlockKind::ListItem => 0.75,
        BlockKind::Heading => 0.95,
        _ => 0.8,
    };
    piece.link_share() > limit
}

#[cfg(test)]
mod tests {
    use super::CAPTION;

    #[test]
    fn labels_of_captions_are_known() {
        for label in ["wp-caption-text", "image-credit", "figure__caption", "photo-credit"] {
            assert!(CAPTION.is_match(label), "{label}");
        }
        assert!(!CAPTION.is_match("captioned-article"));
    }
}
