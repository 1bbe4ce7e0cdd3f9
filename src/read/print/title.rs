//! The title of a printed page.
//!
//! In: chunks, and where the text begins. Out: the likeliest title among the short chunks before the text. What a line's
//! neighbours, its column and its repetitions say is added up; what the heading of the comments repeats is certain.

use super::byline;
use super::chunk::Chunk;
use super::words::{is_ending, is_part};
use crate::article::key_of;

/// A title.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Title {
    /// Its chunk.
    pub(super) at: usize,
    /// As it stands there.
    pub(super) text: String,
    /// How sure that is, 0 to 1.
    pub(super) sure: f32,
}

/// Chunks before the text that are looked at.
const REACH: usize = 30;

/// Finds the title before the chunk `first`; `stated` is what the heading of the comments repeats.
pub(super) fn find(chunks: &[Chunk], first: usize, stated: Option<&str>) -> Option<Title> {
    if let Some(found) = stated.and_then(|stated| as_stated(chunks, stated)) {
        return Some(found);
    }
    let mut best: Option<(f32, usize)> = None;
    for at in first.saturating_sub(REACH)..first {
        let Some(points) = points(chunks, at, first) else { continue };
        if best.is_none_or(|(most, _)| points >= most) {
            best = Some((points, at));
        }
    }
    let (points, at) = best?;
    let text = chunks.get(at)?.text.clone();
    Some(Title { at, text, sure: (0.4 + points / 20.0).clamp(0.3, 0.85) })
}

/// The last line before the thread that is what its heading repeats.
fn as_stated(chunks: &[Chunk], stated: &str) -> Option<Title> {
    let key = key_of(stated);
    let at = chunks.iter().position(|chunk| chunk.words <= 60 && key_of(&chunk.text) == key)?;
    Some(Title { at, text: chunks.get(at)?.text.clone(), sure: 0.95 })
}

/// What speaks for a chunk as the title; `None` where it cannot be one.
fn points(chunks: &[Chunk], at: usize, first: usize) -> Option<f32> {
    let chunk = chunks.get(at)?;
    let letters = chunk.text.chars().filter(|c| c.is_alphabetic()).count();
    let is_other = byline::read(&chunk.text).is_some() || is_part(&chunk.key) || is_ending(&chunk.key);
    if chunk.listed || letters < 3 || chunk.words > 35 || chunk.text.starts_with('#') || is_other {
        return None;
    }
    let between = chunks.get(at + 1..first)?.iter().filter(|chunk| !is_furniture(chunk)).count();
    let mut points = -0.8 * between as f32;
    points += match chunk.words {
        1 => -2.0,
        2 => -0.5,
        3..=16 => 1.0,
        _ => -0.5,
    };
    if chunk.text.ends_with(['.', ':', ',', ';']) {
        points -= 2.0;
    }
    let text_column = chunks.get(first).map_or(0, |text| text.column);
    if chunk.column + 2 <= text_column || chunk.column > text_column + 4 {
        points += 2.0;
    }
    if said_near(chunks, at + 1, at + 4) {
        points += 2.0;
    } else if said_near(chunks, at.saturating_sub(1), at) {
        points += 1.0;
    }
    points += repeated(chunks, at);
    Some(points)
}

/// Lines between a title and its text that do not part them: bylines, days, labels, points of lists.
fn is_furniture(chunk: &Chunk) -> bool {
    chunk.listed || is_part(&chunk.key) || byline::read(&chunk.text).is_some()
}

fn said_near(chunks: &[Chunk], from: usize, to: usize) -> bool {
    chunks
        .get(from..to.min(chunks.len()))
        .is_some_and(|near| near.iter().any(|chunk| byline::read(&chunk.text).is_some()))
}

/// A title is repeated by the list of feeds at the head of the page, in breadcrumbs, in lists of pages; the site's name far more often.
fn repeated(chunks: &[Chunk], at: usize) -> f32 {
    let Some(key) = chunks.get(at).map(|chunk| chunk.key.as_str()) else { return 0.0 };
    let feeds = chunks.first().filter(|first| at > 0 && first.text.starts_with('#'));
    let in_feeds = feeds.map_or(0, |feeds| key_of(&feeds.text).matches(key).count());
    let elsewhere = chunks.iter().enumerate().filter(|(other, chunk)| *other != at && chunk.key == key).count();
    match (in_feeds, elsewhere) {
        (1, _) => 4.0,
        (2.., _) => -3.0,
        (0, 1) => 1.0,
        (0, 2..) => -1.0,
        (0, 0) => 0.0,
    }
}
