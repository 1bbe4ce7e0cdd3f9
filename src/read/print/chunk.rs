//! Chunks: lines that belong together, as the body of an article is looked for in them.
//!
//! In: lines. Out: runs of lines without a blank one between, a list item by itself, each with what it looks like.
//! Where the article begins and ends is left to `body`.

use super::line::Line;
use super::paragraphs::is_wrapped;
use crate::article::key_of;
use crate::text::words;

/// Lines that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chunk {
    /// Its first line.
    pub(super) from: usize,
    /// One past its last line.
    pub(super) to: usize,
    /// Its text, lines joined with a blank.
    pub(super) text: String,
    /// Its folded words, where it is short.
    pub(super) key: String,
    /// Number of its words.
    pub(super) words: usize,
    /// An item of a list.
    pub(super) listed: bool,
    /// Column of its first line.
    pub(super) column: usize,
    /// Blank lines before it.
    pub(super) gap: usize,
}

/// Words from which a chunk without the end of a sentence is still running text.
const LONG: usize = 30;

impl Chunk {
    /// Running text: a sentence of some length.
    pub(super) fn is_prose(&self) -> bool {
        let text = self.text.trim_end_matches(['”', '"', '’', '»', ')', ']', '“', ' ']);
        let ends = text.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟']);
        !self.listed && (self.words >= 9 && ends || self.words >= LONG)
    }
}

/// The chunks of lines.
pub(super) fn chunks(lines: &[Line], wrap: usize) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let above = at.checked_sub(1).and_then(|before| lines.get(before));
        let joined = above.is_some_and(|above| line.gap == 0 && line.marker.is_none() && goes_on(above, line, wrap));
        match chunks.last_mut() {
            Some(chunk) if joined => {
                chunk.text.push(' ');
                chunk.text.push_str(&line.text);
                chunk.to = at + 1;
            }
            _ => chunks.push(Chunk {
                from: at,
                to: at + 1,
                text: line.text.clone(),
                key: String::new(),
                words: 0,
                listed: line.marker.is_some(),
                column: line.column,
                gap: line.gap,
            }),
        }
    }
    for chunk in &mut chunks {
        chunk.words = words(&chunk.text).count();
        chunk.key =
            if chunk.words <= 40 { key_of(&chunk.text) } else { key_of(chunk.text.get(..120).unwrap_or(&chunk.text)) };
    }
    chunks
}

/// A line that the one above was wrapped into, at the same column.
fn goes_on(above: &Line, line: &Line, wrap: usize) -> bool {
    is_wrapped(above, &line.text, wrap) && above.column.abs_diff(line.column) <= 2
}

#[cfg(test)]
mod tests {
    use super::chunks;
    use crate::read::print::line::lines;
    use crate::read::print::paragraphs::wrap_width;

    #[test]
    fn lines_without_a_gap_are_one_chunk_and_points_of_a_list_are_not() {
        let lines = lines(
            "The water of the lake rose for three days and three nights until it stood at the\ndoors of the town.\n\n  • one\n  • two\nRain",
        );
        let chunks = chunks(&lines, wrap_width(&lines));
        let texts: Vec<_> = chunks.iter().map(|chunk| (chunk.words, chunk.listed, chunk.is_prose())).collect();
        assert_eq!(texts, [(21, false, true), (1, true, false), (1, true, false), (1, false, false)]);
    }
}
