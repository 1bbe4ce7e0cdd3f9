//! The thread under a printed article: where it begins and ends, and the comments in it.
//!
//! In: the lines of the page. Out: comments with name, day and parent; the count and the title that the heading states.
//! Which lines are heads is left to `choice`. The parent is told by the column: a head that stands further in answers the
//! nearest one before it that does not.

use super::choice::{Choice, Told, choose};
use super::day_line::day_line;
use super::head::Shape;
use super::heading::{Heading, heading};
use super::line::{Line, Marker, without_pictures};
use super::paragraphs::blocks;
use super::words::{is_button, is_figures};
use crate::article::{Block, BlockKind, CommentDraft};

/// The comments of a page.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Thread {
    /// The line at which it begins: its heading, or the first head.
    pub(super) from: usize,
    /// One past its last line.
    pub(super) to: usize,
    /// The comments.
    pub(super) comments: Vec<CommentDraft>,
    /// The number that the heading declares.
    pub(super) count: Option<usize>,
    /// The title that the heading repeats.
    pub(super) title: Option<String>,
}

/// Finds the thread.
pub(super) fn find(lines: &[Line], wrap: usize) -> Option<Thread> {
    let headings: Vec<Heading> = (0..lines.len()).filter_map(|at| heading_at(lines, at)).collect();
    let Choice { heads, heading, .. } = choose(lines, &headings)?;
    let first = heads.first()?.head.at;
    let heading = heading.unwrap_or(Heading { at: first, count: None, title: None });
    let parents = parents(&heads);
    let comments = heads.iter().zip(parents).map(|(told, parent)| comment(lines, told, wrap, parent));
    Some(Thread {
        from: heading.at,
        to: heads.last().map_or(first, |told| told.end.max(told.head.body)),
        comments: comments.collect(),
        count: heading.count,
        title: heading.title,
    })
}

/// The heading at a line, with the next line where its title was wrapped into it.
fn heading_at(lines: &[Line], at: usize) -> Option<Heading> {
    // a number before it makes it a line of somebody's list
    let line = lines.get(at).filter(|line| !matches!(line.marker, Some(Marker::Number(_))))?;
    let found = heading(&line.text, at)?;
    let is_open = line.text.rfind(['“', '„', '«']) > line.text.rfind(['”', '»']) && !line.text.ends_with('“');
    let next = lines.get(at + 1).filter(|next| is_open && found.title.is_some() && next.gap == 0);
    next.and_then(|next| heading(&format!("{} {}", line.text, next.text), at)).or(Some(found))
}

fn comment(lines: &[Line], told: &Told, wrap: usize, parent: Option<usize>) -> CommentDraft {
    let head = &told.head;
    let mut body: Vec<&Line> = lines.get(told.from..told.end).unwrap_or(&[]).iter().collect();
    let is_furniture = |line: &Line| is_button(&line.key) || line.key.starts_with("liked by ");
    body.retain(|line| !is_furniture(line) && !without_pictures(&line.text).is_empty());
    // a count of votes, or the comment's number where its name stands at its foot
    let counts = body.iter().take_while(|line| is_figures(&line.key)).count();
    body.drain(..counts.min(body.len().saturating_sub(1)));
    while body.last().is_some_and(|line| is_figures(&line.key)) {
        body.pop();
    }
    let mut day = head.day.clone();
    if !head.dated
        && let Some(found) = body.last().and_then(|last| day_line(without_pictures(&last.text)))
    {
        day = found;
        body.pop();
    }
    let pingback_title = lines.get(head.at).filter(|_| head.pingback).map(|line| title_of(&line.text));
    let mut blocks = blocks(&body, wrap);
    if let Some(first) = blocks.first_mut().filter(|_| head.shape == Shape::Nameless) {
        first.kind = BlockKind::Paragraph;
    }
    CommentDraft {
        pingback: head.pingback || is_excerpt(&blocks),
        author: head.name.clone().or(pingback_title),
        date: day,
        blocks,
        parent,
        ..CommentDraft::default()
    }
}

/// `[…] as Ida wrote […]`: another page that links here, cut out around the link.
fn is_excerpt(blocks: &[Block]) -> bool {
    let cut = |text: &str, is_cut: fn(&str, &str) -> bool| {
        ["[...]", "[…]", "[&#8230;]"].iter().any(|sign| is_cut(text, sign))
    };
    match blocks {
        [one] => {
            cut(&one.text, |text, sign| text.starts_with(sign)) && cut(&one.text, |text, sign| text.ends_with(sign))
        }
        _ => false,
    }
}

/// The parent of each head: by the name that it answers, else by its column and the length of its number.
fn parents(heads: &[Told]) -> Vec<Option<usize>> {
    let mut above: Vec<((usize, u32), usize)> = Vec::new();
    let mut parents = Vec::new();
    for (number, Told { head, .. }) in heads.iter().enumerate() {
        let depth = (head.column, head.marker.map_or(0, Marker::depth));
        while above.last().is_some_and(|(other, _)| *other >= depth) {
            above.pop();
        }
        let answered = head.to.as_ref().and_then(|to| last_of(heads.get(..number)?, to));
        parents.push(answered.or(above.last().map(|(_, number)| *number)));
        above.push((depth, number));
    }
    parents
}

/// The last comment of somebody.
fn last_of(heads: &[Told], name: &str) -> Option<usize> {
    heads.iter().rposition(|told| told.head.name.as_deref() == Some(name))
}

/// The title behind the word that announces a pingback.
fn title_of(line: &str) -> String {
    let text = without_pictures(line);
    text.split_once(':').map_or(text, |(_, title)| title).trim().to_owned()
}
