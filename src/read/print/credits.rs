//! Credits: the lines at the head and at the foot of an article that say who wrote it and when.
//!
//! In: chunks, where the title stands and where the text begins. Out: clues. What a single line says is left to `byline`
//! and `bio`; here it is decided which lines are asked, and what a bare name beside a day is worth.

use super::bio;
use super::body::is_caption;
use super::byline::{self, Said};
use super::chunk::Chunk;
use super::heading::heading;
use super::words::{board_words, is_by};
use crate::article::{Draft, Field};
use std::collections::HashSet;

/// Chunks before the title that may hold its day or its byline.
const ABOVE: usize = 4;

/// Chunks behind the title that are looked at, and the words of running text among them: a byline may follow the summary.
const BELOW: usize = 14;
const SUMMARY: usize = 80;

/// Chunks behind the text in which its author may be introduced or a foot may name him.
const FOOT: usize = 14;

/// Words of the lines that are labels, and how many words of a forum among them make a page one.
const LABEL: usize = 6;
const BOARD: usize = 2;

/// Chunks between a bare name and the day that makes it a byline.
const BESIDE: usize = 2;

/// Clues from the lines around the title.
pub(super) fn at_head(draft: &mut Draft, chunks: &[Chunk], title: Option<usize>, first: usize) {
    let title_at = title.unwrap_or(first);
    let is_board = is_board(chunks);
    for at in title_at.saturating_sub(ABOVE)..title_at {
        let said = chunks.get(at).and_then(|chunk| byline::read(&chunk.text)).map(|said| led_on_board(said, is_board));
        // a name without a word that leads to it is one beside the day alone
        if let Some(said) = said.filter(|said| said.names.is_none() || said.led || said.day.is_some()) {
            let sure = if said.led { 0.6 } else { 0.75 };
            byline::clue(draft, &said, "line above the title", sure);
        }
    }
    let from = title_at + usize::from(title.is_some());
    let above = chunks.get(title_at.saturating_sub(ABOVE)..title_at).unwrap_or(&[]);
    let is_day_above = above.iter().any(|chunk| tells_day(&chunk.text));
    let below = below(chunks, from);
    for (at, chunk) in below.iter().enumerate() {
        if is_caption(chunk) {
            continue;
        }
        match byline::read(&chunk.text).map(|said| led_on_board(said, is_board)) {
            // a sentence tells a story, of its own days too
            Some(said) if chunk.is_prose() && !said.led && byline::published(&chunk.text).is_none() => {}
            Some(said) if is_guest(&chunk.key) => byline::clue(draft, &said, "guest byline", 0.95),
            Some(said) => byline::clue(draft, &said, "byline", 0.85),
            None if named_above(draft, below, at) || is_board => {}
            None => bare_name(draft, below, chunks, at, is_day_above && at == 0),
        }
    }
}

/// Whether a page is one of a forum: its first line says so, or its labels more than once.
fn is_board(chunks: &[Chunk]) -> bool {
    if chunks.first().is_some_and(|first| first.words <= LABEL && board_words(&first.key).next().is_some()) {
        return true;
    }
    let labels = chunks.iter().filter(|chunk| chunk.words <= LABEL);
    labels.flat_map(|chunk| board_words(&chunk.key)).collect::<HashSet<_>>().len() >= BOARD
}

/// On a forum, what stands beside a day is the section, a file, a rank: only a word leads to a name.
fn led_on_board(mut said: Said, is_board: bool) -> Said {
    said.names = said.names.filter(|_| said.led || !is_board);
    said
}

/// A guest wrote it, and the host who posted it did not.
fn is_guest(key: &str) -> bool {
    key.split(' ').take(5).any(|word| matches!(word, "guest" | "gastbeitrag" | "gastartikel" | "gastkommentar"))
}

/// The chunks behind the title up to where the text is under way.
fn below(chunks: &[Chunk], from: usize) -> &[Chunk] {
    let mut words = 0;
    let behind = chunks.get(from..).unwrap_or(&[]);
    let count = behind.iter().take(BELOW).take_while(|chunk| {
        let goes_on = words < SUMMARY;
        words += if chunk.is_prose() { chunk.words } else { 0 };
        goes_on
    });
    behind.get(..count.count()).unwrap_or(&[])
}

/// A name alone in its line, behind a line that leads to it.
fn named_above(draft: &mut Draft, chunks: &[Chunk], at: usize) -> bool {
    let is_led = at.checked_sub(1).and_then(|before| chunks.get(before)).is_some_and(|before| is_by(&before.key));
    let name = chunks
        .get(at)
        .filter(|_| is_led)
        .and_then(|chunk| byline::before_role(&chunk.text).or_else(|| byline::bare_name(&chunk.text)));
    if let Some(name) = name {
        draft.clue(Field::Author, name, "line behind `by`", 0.8);
    }
    name.is_some()
}

/// A name alone in its line: before the text, or beside a day, also one that stands above the title.
fn bare_name(draft: &mut Draft, chunks: &[Chunk], all: &[Chunk], at: usize, is_day_above: bool) {
    let Some(chunk) = chunks.get(at) else { return };
    if let Some(name) = byline::before_role(&chunk.text) {
        return draft.clue(Field::Author, name, "name before a role", 0.6);
    }
    let Some(name) = byline::bare_name(&chunk.text) else { return };
    let near = chunks.get(at.saturating_sub(BESIDE)..(at + BESIDE + 1).min(chunks.len())).unwrap_or(&[]);
    let is_between = chunks.get(..at).is_some_and(|before| !before.iter().any(Chunk::is_prose));
    if is_between && !chunk.listed && byline::is_person(name) && is_only_name(chunks, at) && !is_common(all, name) {
        draft.clue(Field::Author, name, "name alone before the text", 0.55);
    }
    if byline::is_person(name) && (is_day_above || near.iter().any(|other| tells_day(&other.text))) {
        draft.clue(Field::Author, name, "name beside the day", 0.6);
    }
}

/// No other line before the text can be a name; of several, some head lists of other pages.
fn is_only_name(chunks: &[Chunk], at: usize) -> bool {
    let before_text = chunks.iter().take_while(|chunk| !chunk.is_prose());
    let names = before_text.filter(|chunk| !chunk.listed && byline::is_person(&chunk.text));
    chunks.get(at).is_some_and(|chunk| names.map(|other| &other.key).all(|key| *key == chunk.key))
}

/// The text holds a word of it in small letters: names are no words.
fn is_common(chunks: &[Chunk], name: &str) -> bool {
    let small: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let mut text = chunks
        .iter()
        .filter(|chunk| chunk.is_prose())
        .flat_map(|chunk| chunk.text.split(|c: char| !c.is_alphanumeric()));
    text.any(|word| small.iter().any(|own| own == word))
}

fn tells_day(text: &str) -> bool {
    matches!(byline::read(text), Some(Said { names: None, .. })) || super::day_line::day_line(text).is_some()
}

/// Clues from the foot of the article: `Posted by Ida Quell on July 12, 2017`, a line about the author.
pub(super) fn at_foot(draft: &mut Draft, chunks: &[Chunk]) {
    let mut signed: Vec<Said> = Vec::new();
    for (at, chunk) in chunks.iter().enumerate().take(FOOT) {
        if heading(&chunk.text, 0).is_some_and(|heading| heading.title.is_some()) {
            break;
        }
        for name in bio::names(&chunk.text) {
            draft.clue(Field::Author, &name, "bio line", 0.75);
        }
        // the label may stand in a line of its own
        let labelled = chunks.get(at + 1).map(|next| format!("{} {}", chunk.text, next.text));
        let labelled = labelled.filter(|_| chunk.text.ends_with(':'));
        let is_dated = draft.clues_for(Field::Published).next().is_some();
        let day = byline::published(labelled.as_deref().unwrap_or(&chunk.text)).filter(|_| !is_dated);
        if let Some(day) = day {
            draft.clue(Field::Published, &day, "day of publication", 0.7);
        }
        signed.extend(byline::read(&chunk.text).filter(|said| said.led));
    }
    // lines of several writers head other articles
    if signed.iter().all(|said| said.names == signed.first().and_then(|first| first.names.clone())) {
        signed.iter().for_each(|said| byline::clue(draft, said, "foot of the article", 0.7));
    }
}
