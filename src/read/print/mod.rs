//! Pages saved as plain text: prints of browsers, of text browsers, of "print this article".
//!
//! In: bytes. Out: one draft: title, author and day as clues, the article as blocks, the comments with their parents.
//! The page is cut into lines (`line`), the thread is found and taken out (`thread`), what stands before it is the article
//! (`body`). No line of a caption, of a comment or of the page's foot becomes a clue.

mod bio;
mod body;
mod byline;
mod choice;
mod chunk;
mod credits;
mod day_line;
mod feet;
mod head;
mod heading;
mod line;
mod links;
mod paragraphs;
mod proof;
mod thread;
mod title;
mod weekday;
mod words;

use super::{Input, Reader, Reading, charset};
use crate::article::{Block, Draft, Field, Item, Note};
use crate::source::{Medium, recognise};
use line::Line;
use thread::Thread;

/// Longest line that is a title, in bytes.
const LONGEST_TITLE: usize = 200;

/// The reader of printed pages.
pub struct Print;

impl Reader for Print {
    fn name(&self) -> &'static str {
        "print"
    }

    fn fits(&self, input: Input<'_>) -> f32 {
        match recognise(input.bytes) {
            Medium::Text => 0.3,
            _ => 0.0,
        }
    }

    fn read(&self, input: Input<'_>) -> Reading {
        let (text, note) = charset::decode(input.bytes);
        let mut draft = Draft { notes: note.into_iter().collect(), ..Draft::default() };
        if let Some(url) = input.url {
            draft.clue(Field::Url, url, "address", 0.6);
        }
        page(&mut draft, &text);
        Reading { items: vec![Item::Page(Box::new(draft))], notes: Vec::new() }
    }
}

/// Reads the text of a page into a draft.
pub(super) fn page(draft: &mut Draft, text: &str) {
    let text = &links::without_addresses(text);
    let lines = line::lines(text);
    let wrap = paragraphs::wrap_width(&lines);
    let thread = thread::find(&lines, wrap).filter(|thread| is_behind_text(&lines, thread)).unwrap_or_default();
    let end = if thread.comments.is_empty() { lines.len() } else { thread.from };
    if let Some(title) = &thread.title {
        draft.clue(Field::Title, title, "heading of the comments", 0.9);
    }
    body::read(draft, lines.get(..end).unwrap_or(&lines), wrap, thread.title.as_deref());
    if let Some(count) = thread.count {
        draft.clue(Field::CommentCount, &count.to_string(), "heading of the comments", 0.8);
        let read = thread.comments.iter().filter(|comment| !comment.pingback).count();
        if read != count && thread.comments.len() != count {
            draft.notes.push(Note::new(format!("{count} comments are declared, {read} stand on the page")));
        }
    }
    draft.comments = thread.comments;
    if draft.blocks.is_empty() && draft.comments.is_empty() {
        bare(draft, text);
    }
}

/// Words of running text from which an article is one.
const ARTICLE: usize = 100;

/// A thread stands behind its article: what has hardly a sentence before it and an article behind it is a list of other
/// pages, unless its heading counts it.
fn is_behind_text(lines: &[Line], thread: &Thread) -> bool {
    let words = |lines: Option<&[Line]>| -> usize {
        let counts = lines.unwrap_or(&[]).iter().map(|line| line.text.split_whitespace().count());
        counts.filter(|count| *count >= 9).sum()
    };
    let is_counted = thread.count == Some(thread.comments.len());
    is_counted || words(lines.get(..thread.from)) * 3 >= ARTICLE || words(lines.get(thread.to..)) < ARTICLE
}

/// A print of which nothing is left, so short or odd is it, keeps its lines: a title where one line stands alone at
/// its head, and paragraphs.
fn bare(draft: &mut Draft, text: &str) {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let (title, rest) = match text.split_once("\n\n") {
        Some((title, rest)) if title.len() <= LONGEST_TITLE && !title.contains('\n') => (title, rest),
        _ => ("", text),
    };
    if draft.clues_for(Field::Title).next().is_none() {
        draft.clue(Field::Title, title, "first line", 0.5);
    }
    let paragraphs = rest.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    draft.blocks.extend(paragraphs.map(Block::paragraph));
}

#[cfg(test)]
mod page_tests;

#[cfg(test)]
mod tests {
    use super::page;
    use crate::article::{Draft, Field};

    fn read(text: &str) -> (Option<String>, Vec<String>) {
        let mut draft = Draft::default();
        page(&mut draft, text);
        let title = draft.clues_for(Field::Title).next().map(|clue| clue.value.clone());
        (title, draft.blocks.into_iter().map(|block| block.text).collect())
    }

    #[test]
    fn a_page_of_a_few_words_keeps_them() {
        assert_eq!(
            read("Title\n\nstrategic buffer word"),
            (Some("Title".to_owned()), vec!["strategic buffer word".to_owned()])
        );
        let (_, blocks) = read(&format!("Title\n\n{} tail", "q".repeat(4096)));
        assert!(blocks.iter().any(|block| block.ends_with("tail")));
    }
}
