//! Lines to blocks.
//!
//! In: the lines of one text, and the width at which the page was wrapped. Out: paragraphs, list items, quotations.
//! A line that was wrapped is joined with a blank; a line that was broken on purpose keeps its break.

use super::line::{Line, without_pictures};
use crate::article::{Block, BlockKind};

/// The width at which a page was wrapped; `None` in effect (a very large number) where every line is as long as its text.
pub(super) fn wrap_width(lines: &[Line]) -> usize {
    let widest = lines.iter().map(|line| line.width).max().unwrap_or(0);
    let at_edge = lines.iter().filter(|line| line.width <= 82 && line.width >= 60).count();
    let beyond = lines.iter().filter(|line| line.width > 82).count();
    if beyond * 10 > at_edge + 10 { usize::MAX } else { widest.min(80) }
}

/// The blocks that lines make.
pub(super) fn blocks(lines: &[&Line], wrap: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        let text = without_pictures(&line.text);
        if text.is_empty() {
            continue;
        }
        let (kind, text) = kind_of(line, text);
        let goes_on = before.filter(|_| line.gap == 0 && line.marker.is_none());
        match (blocks.last_mut(), goes_on) {
            (Some(block), Some(above))
                if block.kind == kind || kind == BlockKind::Paragraph && block.kind == BlockKind::ListItem =>
            {
                block.text.push(if is_wrapped(above, text, wrap) { ' ' } else { '\n' });
                block.text.push_str(text);
            }
            _ => blocks.push(Block { kind, text: text.to_owned() }),
        }
        before = Some(line);
    }
    blocks
}

/// The first line of a numbered text is the text itself, not an item.
fn kind_of<'a>(line: &Line, text: &'a str) -> (BlockKind, &'a str) {
    match text.strip_prefix('>') {
        Some(rest) if !rest.trim().is_empty() => (BlockKind::Quote, rest.trim_start_matches(['>', ' '])),
        _ if line.marker.is_some() => (BlockKind::ListItem, text),
        _ => (BlockKind::Paragraph, text),
    }
}

/// Whether a line was wrapped: the next word would not have fitted.
pub(super) fn is_wrapped(above: &Line, next: &str, wrap: usize) -> bool {
    let word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
    above.width.saturating_add(1 + word) > wrap
}

#[cfg(test)]
mod tests {
    use super::{blocks, wrap_width};
    use crate::article::BlockKind;
    use crate::read::print::line::lines;

    fn read(text: &str) -> Vec<(BlockKind, String)> {
        let lines = lines(text);
        let all: Vec<_> = lines.iter().collect();
        blocks(&all, wrap_width(&lines)).into_iter().map(|block| (block.kind, block.text)).collect()
    }

    #[test]
    fn wrapped_lines_are_joined_and_broken_ones_stay() {
        let long = "The water of the lake rose for three days and three nights until it stood at the";
        let text = format!("{long}\ndoors of the town. Then\nit fell.\n\n  • one\n  • two\n> said she");
        assert_eq!(
            read(&text),
            [
                (BlockKind::Paragraph, format!("{long} doors of the town. Then\nit fell.")),
                (BlockKind::ListItem, "one".to_owned()),
                (BlockKind::ListItem, "two".to_owned()),
                (BlockKind::Quote, "said she".to_owned()),
            ]
        );
    }

    #[test]
    fn in_a_wide_print_every_line_is_as_long_as_its_text() {
        let line = "word ".repeat(60);
        let text = format!("{line}\n{line}\n\n{line}");
        assert_eq!(read(&text).len(), 2);
        assert!(read(&text).first().is_some_and(|(_, text)| text.contains('\n')));
    }
}
