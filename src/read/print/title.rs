//! The title of a printed page.
//!
//! In: chunks, and where the text begins. Out: the likeliest title among the short chunks before the text. What a line's
//! neighbours, its column and its repetitions say is added up; what the heading of the comments repeats is certain.

use super::body::is_caption;
use super::byline;
use super::chunk::Chunk;
use super::heading::heading;
use super::words::{is_comment_word, is_ending, is_part};
use crate::article::key_of;
use std::collections::{HashMap, HashSet};

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

/// Chunks before the run of text that are looked at.
const REACH: usize = 60;

/// Letters from which a word of a title is looked for in the text, and paragraphs that are looked at.
const LONG: usize = 4;
const TOLD: usize = 30;

/// Share of the run's words that may stand before the title: notices about cookies, the site's own words.
const BEFORE: f32 = 0.3;

/// Finds the title before or in the first part of the run of text; `stated` is what the heading of the comments repeats.
pub(super) fn find(chunks: &[Chunk], run: (usize, usize), stated: Option<&str>) -> Option<Title> {
    if let Some(found) = stated.and_then(|stated| as_stated(chunks, stated)) {
        return Some(found);
    }
    if let Some(found) = as_fed(chunks.get(..run.1).unwrap_or(chunks)) {
        return Some(found);
    }
    let words = |from: usize, to: usize| -> usize {
        chunks.get(from..to).unwrap_or(&[]).iter().filter(|chunk| chunk.is_prose()).map(|chunk| chunk.words).sum()
    };
    let total = words(run.0, run.1).max(1);
    let told = told(chunks.get(run.0..run.1).unwrap_or(&[]));
    let mut best: Option<(f32, usize)> = None;
    for at in run.0.saturating_sub(REACH)..run.1 {
        let lost = words(run.0, at) as f32 / total as f32;
        if lost > BEFORE {
            break;
        }
        let Some(points) = points(chunks, at) else { continue };
        let points = points - lost * 12.0 + 4.0 * chunks.get(at).map_or(0.0, |chunk| repeated_by(&told, chunk));
        if best.is_none_or(|(most, _)| points > most) {
            best = Some((points, at));
        }
    }
    let (points, at) = best?;
    let text = chunks.get(at)?.text.clone();
    Some(Title { at, text, sure: (0.4 + points / 20.0).clamp(0.3, 0.85) })
}

/// Longer words of the text, each with the number of paragraphs that hold it.
fn told(chunks: &[Chunk]) -> HashMap<String, usize> {
    let mut told = HashMap::new();
    for chunk in chunks.iter().filter(|chunk| chunk.is_prose()).take(TOLD) {
        for word in long_words(chunk) {
            *told.entry(word).or_default() += 1;
        }
    }
    told
}

fn long_words(chunk: &Chunk) -> HashSet<String> {
    let key = key_of(&chunk.text);
    key.split(' ').filter(|word| word.chars().count() >= LONG).map(str::to_owned).collect()
}

/// Share of the longer words of a line that the text repeats; a paragraph does not repeat itself.
fn repeated_by(told: &HashMap<String, usize>, chunk: &Chunk) -> f32 {
    let own = long_words(chunk);
    let least = 1 + usize::from(chunk.is_prose());
    let again = own.iter().filter(|word| told.get(*word).is_some_and(|count| *count >= least)).count();
    again as f32 / own.len().max(2) as f32
}

/// The last line before the thread that is what its heading repeats.
fn as_stated(chunks: &[Chunk], stated: &str) -> Option<Title> {
    let key = key_of(stated);
    let at = chunks.iter().position(|chunk| chunk.words <= 60 && key_of(&chunk.text) == key)?;
    Some(Title { at, text: chunks.get(at)?.text.clone(), sure: 0.95 })
}

/// The line that the list of feeds at the head of the page repeats before the feed of its comments:
/// `#The Shore » Feed The Shore » Why the ferry stops Comments Feed`.
fn as_fed(chunks: &[Chunk]) -> Option<Title> {
    let feeds = chunks.first().filter(|first| first.text.starts_with('#')).map(|first| key_of(&first.text))?;
    let is_fed = |chunk: &&Chunk| {
        let behind = (chunk.words >= 2).then(|| feeds.split_once(chunk.key.as_str())).flatten();
        behind.is_some_and(|(_, rest)| {
            rest.split(' ').nth(1).is_some_and(|word| rest.starts_with(' ') && is_comment_word(word))
        })
    };
    // the last of equals is the first of the page
    let lines = chunks.iter().enumerate().skip(1).filter(|(_, chunk)| !chunk.listed && is_fed(chunk));
    let found = lines.rev().max_by_key(|(_, chunk)| chunk.words);
    found.map(|(at, chunk)| Title { at, text: chunk.text.clone(), sure: 0.9 })
}

/// What speaks for a chunk as the title; `None` where it cannot be one.
fn points(chunks: &[Chunk], at: usize) -> Option<f32> {
    let chunk = chunks.get(at)?;
    let letters = chunk.text.chars().filter(|c| c.is_alphabetic()).count();
    let is_other =
        byline::read(&chunk.text).is_some() || is_caption(chunk) || is_part(&chunk.key) || is_ending(&chunk.key);
    let written = chunk.text.chars().filter(|c| c.is_alphabetic() || c.is_whitespace()).count();
    let is_code =
        written * 10 < chunk.text.chars().count() * 7 || [");", "//", "{"].iter().any(|sign| chunk.text.contains(sign));
    let is_labelled = chunk.text.split_once(':').is_some_and(|(label, _)| is_part(&key_of(label)));
    if is_code
        || is_labelled
        || chunk.listed
        || is_door(&chunk.text)
        || is_doubled(&chunk.text)
        || heading(&chunk.text, 0).is_some_and(|heading| heading.count.is_some() && heading.title.is_none())
        || letters < 3
        || chunk.words > 35
        || chunk.text.starts_with('#')
        || chunk.text.starts_with("http")
        || is_other
    {
        return None;
    }
    let behind = chunks.get(at + 1..).unwrap_or(&[]);
    let text = behind.iter().position(|chunk| chunk.is_prose() && !is_caption(chunk))?;
    let between = behind.iter().take(text).filter(|chunk| !is_furniture(chunk)).count();
    let mut points = -(0.3 * between as f32).min(3.0);
    points += match chunk.words {
        1 => -2.0,
        2 => -0.5,
        3 => 0.5,
        4..=16 => 2.5,
        _ => -0.5,
    };
    if chunk.text.ends_with(['.', ':', ',', ';']) {
        points -= 2.0;
    }
    if is_several(chunk) {
        points -= 4.0;
    }
    let text_column = behind.get(text).map_or(0, |text| text.column);
    if chunk.column + 2 <= text_column || chunk.column > text_column + 4 {
        points += 3.0;
    }
    if said_near(chunks, at + 1, at + 4) {
        points += 2.0;
    } else if said_near(chunks, at.saturating_sub(1), at) {
        points += 1.0;
    }
    let is_attached = behind.first().is_some_and(|next| next.gap == 0 && !is_furniture(next));
    if is_attached || chunk.gap == 0 && at > 0 {
        points -= 1.5;
    }
    Some(points + repeated(chunks, at))
}

/// More than one sentence, the last one closed.
fn is_several(chunk: &Chunk) -> bool {
    chunk.is_prose()
        && chunk.text.split(['.', '!', '?']).filter(|piece| piece.split_whitespace().count() >= 3).count() > 1
}

/// `« Older | Main | Newer »`: doors to other pages.
fn is_door(text: &str) -> bool {
    let opens = text.starts_with(['«', '‹', '←', '<']) && !text.trim_end().ends_with('»');
    opens
        || text.ends_with(['›', '→', '>'])
        || text.ends_with('»') && !text.contains('«')
        || text.contains(" | ") && text.starts_with('«')
}

/// The same words twice, as text browsers print a picture in a link.
fn is_doubled(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (first, second) = words.split_at(words.len() / 2);
    words.len() >= 4 && first == second
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

#[cfg(test)]
mod tests {
    use super::find;
    use crate::read::print::chunk::{Chunk, chunks};
    use crate::read::print::line::lines;
    use crate::read::print::paragraphs::wrap_width;

    fn title(text: &str, stated: Option<&str>) -> Option<String> {
        let lines = lines(text);
        let chunks: Vec<Chunk> = chunks(&lines, wrap_width(&lines));
        let first = chunks.iter().position(Chunk::is_prose)?;
        find(&chunks, (first, chunks.len()), stated).map(|title| title.text)
    }

    const TEXT: &str = "The ferry has stopped at Tarn since the flood, and nobody has asked it to go on.";

    #[test]
    fn the_likeliest_line_before_the_text_is_the_title() {
        for page in [
            format!("The Shore\n\nHome\n\nWhy the ferry stops at Tarn\n\n12 July 2017\n\n{TEXT}"),
            format!("12 July 2017\n\nWhy the ferry stops at Tarn\n\n{TEXT}"),
            format!("The Shore\n\nWhy the ferry stops at Tarn\n\nPhoto: the pier of Tarn (Ida Quell)\n\n{TEXT}"),
            format!(
                "#The Shore » Feed The Shore » Why the ferry stops at Tarn Comments Feed\n\nBoats\n\nWhy the ferry stops at Tarn\n\nBoats and piers\n\n{TEXT}"
            ),
            format!("   Menu\n\nWhy the ferry stops at Tarn\n\n   Boats\n\n   {TEXT}"),
        ] {
            assert_eq!(title(&page, None).as_deref(), Some("Why the ferry stops at Tarn"), "{page}");
        }
    }

    #[test]
    fn a_line_whose_words_the_text_repeats_is_likelier_than_one_nearer_to_it() {
        let page =
            format!("Tarn Post\n\nThe ferry that stops\n\nShare options for everybody\n\nRead it aloud\n\n{TEXT}");
        assert_eq!(title(&page, None).as_deref(), Some("The ferry that stops"));
    }

    #[test]
    fn doors_doubled_pictures_and_counts_are_no_titles() {
        for line in ["« Old boats", "A lake A lake", "Comments: 4", "Old boats | New boats →"] {
            assert_eq!(title(&format!("{line}\n\n{TEXT}"), None), None, "{line}");
        }
    }

    #[test]
    fn the_list_of_feeds_repeats_the_title() {
        let feeds = "#The Shore » Feed The Shore » On piers Comments Feed";
        let page = format!("{feeds}\n\nOn piers\n\nWhy the ferry stops at Tarn\n\n{TEXT}");
        assert_eq!(title(&page, None).as_deref(), Some("On piers"));
    }

    #[test]
    fn what_the_heading_of_the_comments_repeats_is_certain() {
        let page = format!("Boats\n\nA line that looks like a title\n\n{TEXT}");
        assert_eq!(title(&page, Some("boats")).as_deref(), Some("Boats"));
    }

    #[test]
    fn code_labels_and_bylines_are_no_titles() {
        for line in [
            "let x = f(y)[0]; // {}",
            "Tags: rain, wind, lakes",
            "By Ida Quell",
            "12 July 2017",
            "https://example.org/rain",
        ] {
            assert_eq!(title(&format!("{line}\n\n{TEXT}"), None), None, "{line}");
        }
    }
}
