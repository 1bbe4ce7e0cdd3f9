//! The article on a printed page: title, byline, text, and what stands around the text.
//!
//! In: the lines before the thread. Out: clues for title, author and day, and the blocks of the article.
//!
//! ```text
//!  slogan, menu                                       left out
//!  title                  ◀ the likeliest line before the text
//!  byline, day            ◀ clues
//!  caption, label           caption, left out
//!  text, text, text       ◀ the run of chunks with most prose
//!  about, standing          kept apart
//!  shares, other pages      left out
//! ```

use super::bio;
use super::byline;
use super::chunk::{Chunk, chunks};
use super::credits;
use super::line::Line;
use super::paragraphs::blocks;
use super::title;
use super::words::{is_ending, is_of_picture, is_part, is_standing};
use crate::article::{Block, BlockKind, Draft, Field};

/// Chunks behind the text in which its author may be introduced or a foot may name him.
const BEHIND: usize = 14;

/// Reads the article from the lines before the thread; `stated` is the title that the thread's heading repeats.
pub(super) fn read(draft: &mut Draft, lines: &[Line], wrap: usize, stated: Option<&str>) {
    let chunks = chunks(lines, wrap);
    let (first, last) = text_run(&chunks);
    let title = title::find(&chunks, (first, last), stated);
    if let Some(found) = &title {
        draft.clue(Field::Title, &found.text, "line before the text", found.sure);
    }
    let from = title.as_ref().map_or(first, |title| title.at + 1);
    // the title may stand inside the run, behind the site's own words
    let first = (from..last)
        .find(|&at| chunks.get(at).is_some_and(|chunk| chunk.is_prose() && !is_caption(chunk)))
        .unwrap_or(first);
    credits::at_head(draft, &chunks, title.map(|title| title.at), first);
    let end = asides_from(&chunks, from, last);
    credits::at_foot(draft, chunks.get(end..).unwrap_or(&[]));
    let reader = Reader { lines, wrap };
    reader.blocks(draft, chunks.get(from..end).unwrap_or(&[]), first.saturating_sub(from));
    reader.asides(draft, chunks.get(end..).unwrap_or(&[]));
}

/// The run of chunks that holds most running text: its first and one past its last.
fn text_run(chunks: &[Chunk]) -> (usize, usize) {
    let (mut best, mut run) = ((0, 0, 0.0), (0, 0.0));
    for (at, chunk) in chunks.iter().enumerate() {
        if run.1 <= 0.0 {
            run = (at, 0.0);
        }
        run.1 += worth(chunk);
        if run.1 > best.2 {
            best = (run.0, at + 1, run.1);
        }
    }
    (best.0, best.1)
}

/// What a chunk adds to a run of text; what is no text costs more than a heading or a short list is worth.
fn worth(chunk: &Chunk) -> f32 {
    match (chunk.is_prose(), chunk.listed) {
        (true, _) => chunk.words.min(120) as f32,
        (false, true) if chunk.words >= 10 => 2.0,
        (false, _) if is_ending(&chunk.key) => -40.0,
        (false, true) => -6.0,
        (false, false) if chunk.words >= 10 => 1.0,
        (false, false) => -7.0,
    }
}

/// Where the text ends and lines about it begin: the last chunks of the run may already be such lines.
fn asides_from(chunks: &[Chunk], from: usize, last: usize) -> usize {
    let mut end = last;
    while end > from && chunks.get(end - 1).is_some_and(is_about) {
        end -= 1;
    }
    end
}

/// A line about the text: who wrote it, where it first stood, a label.
fn is_about(chunk: &Chunk) -> bool {
    is_standing(&chunk.key)
        || !bio::names(&chunk.text).is_empty()
        || is_part(&chunk.key)
        || byline::published(&chunk.text).is_some()
        || !chunk.is_prose() && byline::read(&chunk.text).is_some_and(|said| said.led)
}

pub(super) fn is_caption(chunk: &Chunk) -> bool {
    chunk.words <= 70 && is_of_picture(&chunk.key) && has_credit(&chunk.text)
}

/// A picture's line names its maker in brackets, behind a colon or a slash, or begins with the word.
fn has_credit(text: &str) -> bool {
    let tail = text
        .rfind(['(', '['])
        .and_then(|at| text.get(at..))
        .filter(|tail| tail.trim_end_matches('.').ends_with([')', ']']));
    let begins = text.split([' ', ':']).next().is_some_and(|word| is_of_picture(&crate::article::key_of(word)));
    tail.is_some_and(|tail| is_of_picture(&crate::article::key_of(tail)))
        || begins && text.contains(':')
        || text.contains("Getty Images")
}

/// Cuts chunks back into lines and those into blocks.
struct Reader<'a> {
    lines: &'a [Line],
    wrap: usize,
}

impl Reader<'_> {
    /// Blocks of the text; the first `lead` chunks stand before the run of text, where only sentences count.
    fn blocks(&self, draft: &mut Draft, chunks: &[Chunk], lead: usize) {
        for (at, chunk) in chunks.iter().enumerate() {
            if is_caption(chunk) {
                self.push(draft, chunk, Some(BlockKind::Caption));
            } else if !is_left_out(chunk) && (at >= lead || chunk.is_prose()) {
                let kind = (!chunk.listed && !chunk.is_prose() && chunk.words <= 14 && is_heading(&chunk.text))
                    .then_some(BlockKind::Heading);
                self.push(draft, chunk, kind);
            }
        }
    }

    /// What stands behind the text: lines about the author, standing notes; the rest is left out.
    fn asides(&self, draft: &mut Draft, chunks: &[Chunk]) {
        for chunk in chunks.iter().take(BEHIND) {
            let kind = if is_standing(&chunk.key) && chunk.is_prose() {
                BlockKind::Standing
            } else if !bio::names(&chunk.text).is_empty() {
                BlockKind::About
            } else if is_caption(chunk) {
                BlockKind::Caption
            } else {
                continue;
            };
            self.push(draft, chunk, Some(kind));
        }
    }

    fn push(&self, draft: &mut Draft, chunk: &Chunk, kind: Option<BlockKind>) {
        let lines: Vec<&Line> = self.lines.get(chunk.from..chunk.to).unwrap_or(&[]).iter().collect();
        for block in blocks(&lines, self.wrap) {
            draft.blocks.push(Block { kind: kind.unwrap_or(block.kind), text: block.text });
        }
    }
}

/// Furniture inside the text: labels, shares, single letters for the size of the type, bylines.
fn is_left_out(chunk: &Chunk) -> bool {
    let is_letter = chunk.text.chars().filter(|c| c.is_alphanumeric()).count() <= 1;
    is_letter || is_part(&chunk.key) || !chunk.is_prose() && byline::read(&chunk.text).is_some()
}

fn is_heading(text: &str) -> bool {
    !text.ends_with(['.', ',', ';', ':'])
        && text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric() || !c.is_lowercase())
}
