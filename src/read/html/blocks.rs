//! Cuts a part of a page into blocks of text.
//!
//! In: a page and a subtree. Out: blocks in order, each with its kind, the node it stands in and how much of it
//! is links. Which parts are worth reading is left to the callers.

use super::page::{At, Page, is_inline, push_collapsed};
use crate::article::{Block, BlockKind};
use std::ops::Range;

/// A block and what decides whether it is kept.
pub(super) struct Piece {
    /// The block.
    pub(super) block: Block,
    /// The innermost block element that its first word stands in.
    pub(super) at: At,
    /// Bytes of its text that are links.
    pub(super) linked: usize,
}

impl Piece {
    /// Share of its text that is links.
    pub(super) fn link_share(&self) -> f32 {
        self.linked as f32 / self.block.text.len().max(1) as f32
    }
}

/// The blocks of a subtree, without the parts that `skip` names.
pub(super) fn pieces(page: &Page<'_>, root: At, skip: &dyn Fn(At) -> bool) -> Vec<Piece> {
    pieces_in(page, page.subtree(root), skip)
}

/// The blocks of a range that begins and ends between two siblings.
pub(super) fn pieces_in(page: &Page<'_>, range: Range<At>, skip: &dyn Fn(At) -> bool) -> Vec<Piece> {
    let mut at = range.start;
    let mut cutter = Cutter { page, open: Vec::new(), text: String::new(), at, linked: 0, pieces: Vec::new() };
    while at < range.end {
        cutter.close_until(at);
        if page.is_gone(at) || skip(at) {
            at = page.end(at);
            continue;
        }
        match page.own_text(at) {
            Some(text) => cutter.push(text, at),
            None => cutter.open(at),
        }
        at += 1;
    }
    cutter.close_until(usize::MAX);
    cutter.flush();
    cutter.pieces
}

/// The blocks of a range alone.
pub(super) fn blocks(page: &Page<'_>, range: Range<At>, skip: &dyn Fn(At) -> bool) -> Vec<Block> {
    pieces_in(page, range, skip).into_iter().map(|piece| piece.block).collect()
}

/// An element that the walk stands in.
struct Open {
    at: At,
    kind: Option<BlockKind>,
    inline: bool,
    link: bool,
    pre: bool,
}

struct Cutter<'p, 'a> {
    page: &'p Page<'a>,
    open: Vec<Open>,
    text: String,
    at: At,
    linked: usize,
    pieces: Vec<Piece>,
}

impl Cutter<'_, '_> {
    fn close_until(&mut self, at: At) {
        while let Some(last) = self.open.last().filter(|open| self.page.end(open.at) <= at) {
            if !last.inline {
                self.flush();
            }
            self.open.pop();
        }
    }

    fn open(&mut self, at: At) {
        let name = self.page.name(at);
        match name {
            "br" => return self.line_break(),
            "img" => return self.smiley(at),
            "wbr" => return,
            _ => {}
        }
        let inline = is_inline(name);
        if !inline {
            self.flush();
        }
        let kind = kind_of(name);
        self.open.push(Open { at, kind, inline, link: name == "a", pre: name == "pre" });
    }

    fn push(&mut self, text: &str, at: At) {
        if self.text.is_empty() {
            if text.trim().is_empty() {
                return;
            }
            let holder = self.open.iter().rfind(|open| !open.inline).map_or(at, |open| open.at);
            self.at = holder;
        }
        let before = self.text.len();
        if self.open.iter().any(|open| open.pre) {
            self.text.push_str(text);
        } else {
            push_collapsed(&mut self.text, text);
        }
        if self.open.iter().any(|open| open.link) {
            self.linked += self.text.len() - before;
        }
    }

    /// A face among the words was typed by the writer.
    fn smiley(&mut self, at: At) {
        let face = ["smiley", "emoji", "smilies", "emoticon"].iter().any(|word| self.page.label(at).contains(word));
        let short = self.page.attr(at, "alt").filter(|alt| face && alt.len() <= 16);
        if let Some(alt) = short {
            self.push(alt, at);
        }
    }

    /// One break is a line of verse or of an address; two are a new paragraph.
    fn line_break(&mut self) {
        let trimmed = self.text.trim_end_matches(' ').len();
        self.text.truncate(trimmed);
        if self.text.ends_with('\n') {
            self.flush();
        } else if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{200b}');
        if !text.is_empty() {
            let kind = self.kind();
            self.pieces.push(Piece { block: Block { kind, text: text.to_owned() }, at: self.at, linked });
        }
    }

    /// A caption or a quotation is one whatever stands inside it; else the innermost element decides.
    fn kind(&self) -> BlockKind {
        let kinds = || self.open.iter().filter_map(|open| open.kind);
        let strong = kinds().find(|kind| matches!(kind, BlockKind::Caption | BlockKind::Quote));
        strong.or_else(|| kinds().next_back()).unwrap_or(BlockKind::Paragraph)
    }
}

fn kind_of(name: &str) -> Option<BlockKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "li" | "dd" | "dt" => Some(BlockKind::ListItem),
        "blockquote" => Some(BlockKind::Quote),
        "figcaption" | "caption" => Some(BlockKind::Caption),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::pieces;
    use crate::article::BlockKind;
    use crate::read::html::page::Page;

    fn check(html: &str, wanted: &[(BlockKind, &str)]) {
        let tree = scraper::Html::parse_document(html);
        let page = Page::new(&tree);
        let found = pieces(&page, 0, &|at| page.name(at) == "nav");
        let found: Vec<_> = found.iter().map(|piece| (piece.block.kind, piece.block.text.as_str())).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn every_kind_is_told() {
        check(
            "<h2>Head</h2><p>One <b>bold</b> word.</p><nav>menu</nav><ul><li>Item</ul><blockquote><p>Said</p></blockquote>\
             <figure><img><figcaption>Seen</figcaption></figure>",
            &[
                (BlockKind::Heading, "Head"),
                (BlockKind::Paragraph, "One bold word."),
                (BlockKind::ListItem, "Item"),
                (BlockKind::Quote, "Said"),
                (BlockKind::Caption, "Seen"),
            ],
        );
    }

    #[test]
    fn two_breaks_part_paragraphs_and_one_is_kept() {
        check("<div>a<br>b<br> <br>c</div>", &[(BlockKind::Paragraph, "a\nb"), (BlockKind::Paragraph, "c")]);
    }

    #[test]
    fn faces_among_the_words_are_kept_and_pictures_are_not() {
        check(
            "<p>Late <img class=wp-smiley alt=':D'> <img class=photo alt='A quay'></p>",
            &[(BlockKind::Paragraph, "Late :D")],
        );
    }

    #[test]
    fn text_beside_a_block_is_a_block_of_its_own() {
        check(
            "<div>a<p>b</p>c</div>",
            &[(BlockKind::Paragraph, "a"), (BlockKind::Paragraph, "b"), (BlockKind::Paragraph, "c")],
        );
    }

    #[test]
    fn the_share_of_links_is_measured() {
        let tree = scraper::Html::parse_document("<p><a href=x>12345</a>67890</p>");
        let page = Page::new(&tree);
        let found = pieces(&page, 0, &|_| false);
        let share = found.first().expect("there is one").link_share();
        assert!((share - 0.5).abs() < 0.01, "{share}");
    }
}
