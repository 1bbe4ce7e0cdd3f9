//! Joining: from blocks to the text of a statement and what stands beside it.
//!
//! In: blocks in the order of the page. Out: text with a blank line between paragraphs, the stretches that quote
//! somebody else, the asides. What a block is was decided by its reader.

use crate::article::{Aside, AsideKind, Block, BlockKind};
use crate::text::Span;

/// The text of a statement.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Body {
    pub(super) text: String,
    pub(super) quoted: Vec<Span>,
    pub(super) asides: Vec<Aside>,
}

/// Joins blocks; empty ones vanish.
pub(super) fn join(blocks: &[Block]) -> Body {
    let mut body = Body::default();
    for block in blocks {
        let text = paragraph(&block.text);
        if text.is_empty() {
            continue;
        }
        match aside_kind(block.kind) {
            Some(kind) => body.asides.push(Aside { kind, text }),
            None => body.push(&text, block.kind == BlockKind::Quote),
        }
    }
    body
}

impl Body {
    fn push(&mut self, text: &str, quoted: bool) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let from = self.text.len();
        self.text.push_str(text);
        if quoted {
            self.quoted.push(Span::new(from, self.text.len()));
        }
    }
}

fn aside_kind(kind: BlockKind) -> Option<AsideKind> {
    match kind {
        BlockKind::Caption => Some(AsideKind::Caption),
        BlockKind::About => Some(AsideKind::About),
        BlockKind::Standing => Some(AsideKind::Standing),
        BlockKind::Paragraph | BlockKind::Heading | BlockKind::ListItem | BlockKind::Quote => None,
    }
}

/// A block's text without blanks at its edges and at the ends of its lines.
fn paragraph(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::join;
    use crate::article::{AsideKind, Block, BlockKind};

    fn block(kind: BlockKind, text: &str) -> Block {
        Block { kind, text: text.to_owned() }
    }

    #[test]
    fn paragraphs_are_parted_by_a_blank_line_and_empty_blocks_vanish() {
        let blocks = [Block::paragraph(" One. "), Block::paragraph("  "), block(BlockKind::Heading, "Two")];
        assert_eq!(join(&blocks).text, "One.\n\nTwo");
    }

    #[test]
    fn a_block_quote_is_a_quoted_stretch_of_the_text() {
        let blocks = [Block::paragraph("He wrote:"), block(BlockKind::Quote, "Köln is far."), Block::paragraph("No.")];
        let body = join(&blocks);
        assert_eq!(body.quoted.iter().map(|span| span.of(&body.text)).collect::<Vec<_>>(), ["Köln is far."]);
    }

    #[test]
    fn what_stands_beside_the_text_is_kept_apart_in_order() {
        let blocks = [
            block(BlockKind::Caption, "The dam in 2014."),
            Block::paragraph("Text."),
            block(BlockKind::About, "Ada Lund farms."),
            block(BlockKind::Standing, "Part of a series."),
        ];
        let body = join(&blocks);
        assert_eq!(body.text, "Text.");
        let kinds: Vec<_> = body.asides.iter().map(|aside| aside.kind).collect();
        assert_eq!(kinds, [AsideKind::Caption, AsideKind::About, AsideKind::Standing]);
    }
}
