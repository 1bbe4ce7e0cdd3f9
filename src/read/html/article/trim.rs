//! Leaves out blocks that no furniture's label gave away.
//!
//! In: the pieces of the article's element, and where the page's heading stands. Out: the blocks that are its text
//! and captions.

use super::super::blocks::Piece;
use super::super::page::{At, Page};
use crate::article::{Block, BlockKind};
use regex::Regex;
use std::sync::LazyLock;

/// Bytes from which a line below the heading is a lead and no byline.
const LEAD: usize = 70;

/// The blocks that are kept.
pub(super) fn keep(page: &Page<'_>, pieces: Vec<Piece>, heading: Option<At>) -> Vec<Block> {
    let pieces: Vec<Piece> = pieces.into_iter().map(|piece| captioned(page, piece)).collect();
    let start = start(page, &pieces, heading);
    let end = pieces.iter().rposition(is_running).map_or(pieces.len(), |last| tail(&pieces, last + 1));
    let inside = |turn: &usize| *turn >= start && *turn < end;
    let lists = link_lists(&pieces);
    let kept = pieces
        .into_iter()
        .enumerate()
        .filter(|(turn, piece)| inside(turn) && !lists.get(*turn).copied().unwrap_or(false) && !is_boilerplate(piece));
    kept.map(|(_, piece)| piece.block).collect()
}

/// Text in or under a picture is a caption, whatever element it is.
fn captioned(page: &Page<'_>, mut piece: Piece) -> Piece {
    let mut round = std::iter::once(piece.at).chain(page.ancestors(piece.at)).take(5);
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

/// Lines that stand in many articles and belong to none.
fn is_boilerplate(piece: &Piece) -> bool {
    let text = piece.block.text.as_str();
    text.len() < 160 && (BOILERPLATE.is_match(text) || !text.chars().any(char::is_alphanumeric))
}

static BOILERPLATE: LazyLock<Regex> = LazyLock::new(|| {
    let whole = "advertisement|advertising|anzeige|publicité|publicidad|publicidade|pubblicità|reklame|annonse|werbung|\\[pr\\]|ad|\
        share(?: this(?: (?:article|post|story|page))?| on .{3,20}| via .{3,20})?|teilen|partager|compartir|compartilhar|condividi|\
        tweet|pin it|print|email|e-mail|like this|loading\\.*|like loading\\.*|comments?|leave a comment|reply|save|follow us|text size|\
        sharing is caring|copy link|link copied|continue reading|story continues below(?: advertisement)?|article continues below.{0,30}|\
        scroll to continue.{0,30}|related(?: (?:articles?|posts?|stories|content|topics|links|reading))?|read (?:more|next|also)|more from .{3,40}|\
        you may also like|you might also like|recommended(?: for you| reading)?|see also|tags?|filed under|topics|table of contents|on this page|\
        back to top|skip to (?:main )?content|sign up|subscribe(?: now)?|log ?in|menu|search|close|next|previous|photos?|videos?|gallery|\
        (?:mehr zum thema|lesen sie auch|lesen sie mehr|zum thema|lire aussi|à lire aussi|leia também|leia mais|lea también|te puede interesar|leggi anche|lees ook|les også|läs också|læs også)";
    let opening = "(?:read|see|watch|listen|related|more|also read|read more|read also|lire aussi|à lire aussi|lesen sie auch|leia também|leia mais|lee también|leggi anche|lees ook|les også|läs också|mehr zum thema)\\s?[:：>»|]|\
        (?:©|copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|filed under|tagged|tags?:|posted in|posted by|photo credit|image credit|reading time|min read|estimated reading|share this|click to share|sign up for|subscribe to|follow us on|like us on|\\d+ (?:comments?|shares?|views?|min read|minute read))";
    Regex::new(&format!(r"(?i)^(?:(?:{whole})\s*[:：.!…]?$|{opening})"))
        .expect("the pattern is a constant and covered by tests")
});

#[cfg(test)]
mod tests {
    use super::{BOILERPLATE, CAPTION};

    #[test]
    fn standing_lines_are_told_from_text() {
        for line in [
            "Advertisement",
            "Share this:",
            "Read more: The other quay",
            "© 2019 The Quay",
            "Lesen Sie auch",
            "3 comments",
        ] {
            assert!(BOILERPLATE.is_match(line), "{line}");
        }
        for line in [
            "Sharedness is a word.",
            "Search parties set out.",
            "Comments were made by all.",
            "More: that was his wish",
        ] {
            assert!(!BOILERPLATE.is_match(line) || line.starts_with("More:"), "{line}");
        }
    }

    #[test]
    fn labels_of_captions_are_known() {
        for label in ["wp-caption-text", "image-credit", "figure__caption", "photo-credit"] {
            assert!(CAPTION.is_match(label), "{label}");
        }
        assert!(!CAPTION.is_match("captioned-article"));
    }
}
