//! The thread under a printed article: where it begins and ends, and the comments in it.
//!
//! In: the lines of the page. Out: comments with name, day and parent; the count and the title that the heading states.
//! A page uses one shape of head; the one that explains most lines, best right behind a heading, is taken for all. The
//! parent is told by the column: a head that stands further in answers the nearest one before it that does not.

use super::day_line::day_line;
use super::head::{Head, Shape, head_at, listed_at};
use super::heading::{Heading, heading};
use super::line::{Line, Marker, without_pictures};
use super::paragraphs::blocks;
use super::words::{is_button, is_ending};
use crate::article::{BlockKind, CommentDraft, key_of};

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

/// Heads of one shape behind one heading.
struct Candidate {
    heads: Vec<Head>,
    heading: Option<Heading>,
    score: f32,
}

/// Lines between a heading and the first head: the form may stand there.
const NEAR: usize = 30;

/// What heads must be worth to be believed.
const LEAST: f32 = 1.5;

/// Finds the thread.
pub(super) fn find(lines: &[Line], wrap: usize) -> Option<Thread> {
    let headings: Vec<Heading> = lines.iter().enumerate().filter_map(|(at, line)| heading(&line.text, at)).collect();
    let best = best(lines, &headings)?;
    let first = best.heads.first()?.at;
    let from = best.heading.as_ref().map_or(first, |heading| heading.at);
    let mut comments = Vec::new();
    let mut to = first;
    let parents = parents(&best.heads);
    for (number, head) in best.heads.iter().enumerate() {
        let next = best.heads.get(number + 1).map_or(lines.len(), |next| next.at);
        let end = body_end(lines, head, next);
        to = end;
        comments.push(comment(lines, head, end, wrap, parents.get(number).copied().flatten()));
    }
    let heading = best.heading.unwrap_or(Heading { at: from, count: None, title: None });
    Some(Thread { from, to, comments, count: heading.count, title: heading.title })
}

/// The best heads of the page: those that only a marker tells are looked at where no others are.
fn best(lines: &[Line], headings: &[Heading]) -> Option<Candidate> {
    let strong = strong_heads(lines);
    let mut candidates = Vec::new();
    for heading in headings.iter().map(Some).chain([None]) {
        let from = heading.map_or(0, |heading| heading.at + 1);
        for shape in [Shape::Says, Shape::NameDay, Shape::DayName, Shape::Line] {
            candidates.push(candidate(of_shape(lines, &strong, shape, from), heading));
        }
    }
    surest(candidates)
        .or_else(|| surest(headings.iter().map(|heading| candidate(listed(lines, heading), Some(heading))).collect()))
}

fn candidate(heads: Vec<Head>, heading: Option<&Heading>) -> Candidate {
    let score = score(&heads, heading);
    Candidate { heads, heading: heading.cloned(), score }
}

fn surest(candidates: Vec<Candidate>) -> Option<Candidate> {
    let mut best: Option<Candidate> = None;
    for candidate in candidates {
        if candidate.score > best.as_ref().map_or(LEAST, |best| best.score) {
            best = Some(candidate);
        }
    }
    best
}

fn strong_heads(lines: &[Line]) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match head_at(lines, at) {
            Some(head) => {
                at = head.body.max(at + 1);
                heads.push(head);
            }
            None => at += 1,
        }
    }
    heads
}

/// The heads of one shape from a line on that have a text behind them.
fn of_shape(lines: &[Line], heads: &[Head], shape: Shape, from: usize) -> Vec<Head> {
    let same: Vec<&Head> =
        heads.iter().filter(|head| head.at >= from && (head.shape == shape || head.pingback)).collect();
    let mut kept = Vec::new();
    for (number, head) in same.iter().enumerate() {
        let next = same.get(number + 1).map_or(lines.len(), |next| next.at);
        if head.pingback || has_text(lines, head.body, body_end(lines, head, next)) {
            kept.push((*head).clone());
        }
    }
    kept
}

fn has_text(lines: &[Line], from: usize, to: usize) -> bool {
    lines
        .get(from..to)
        .is_some_and(|body| body.iter().any(|line| !is_button(&key_of(&line.text)) && day_line(&line.text).is_none()))
}

/// Heads that only a list marker tells, behind a heading.
fn listed(lines: &[Line], heading: &Heading) -> Vec<Head> {
    let from = heading.at + 1;
    let mut heads = Vec::new();
    for at in from..lines.len() {
        let Some(line) = lines.get(at) else { break };
        if is_ending(&key_of(&line.text)) && !heads.is_empty() {
            break;
        }
        heads.extend(listed_at(lines, at));
    }
    let least = heads.iter().map(|head| head.column).min().unwrap_or(0);
    let dedent = heads.iter().zip(heads.iter().skip(1)).position(|(head, next)| {
        lines
            .get(head.at + 1..next.at)
            .is_some_and(|between| between.iter().any(|line| line.column < least.saturating_sub(3)))
    });
    heads.truncate(dedent.map_or(heads.len(), |at| at + 1));
    let named = heads.iter().filter(|head| head.shape == Shape::Listed).count();
    if named * 10 >= heads.len() * 7 {
        heads.retain(|head| head.shape == Shape::Listed);
        return heads;
    }
    for head in &mut heads {
        (head.shape, head.name, head.body) = (Shape::Nameless, None, head.at);
    }
    let numbered: Vec<Head> =
        heads.iter().filter(|head| matches!(head.marker, Some(Marker::Number(_)))).cloned().collect();
    if heading.count == Some(numbered.len()) { numbered } else { heads }
}

/// How well heads explain a page: each by what it tells, more where a heading stands right before and counts them.
fn score(heads: &[Head], heading: Option<&Heading>) -> f32 {
    let Some(first) = heads.first() else { return 0.0 };
    let comments = heads.iter().filter(|head| !head.pingback).count();
    let told: f32 = heads.iter().map(weight).sum();
    let Some(heading) = heading else { return told - 2.0 };
    let distance = first.at - heading.at;
    let near = if distance <= NEAR { 2.0 } else { -2.0 };
    let counted = match heading.count {
        Some(count) if count == comments || count == heads.len() => 12.0,
        // more than the heading counts: some are something else
        Some(count) if count > 0 => -0.5 * comments.saturating_sub(count) as f32,
        Some(_) => -4.0,
        None => 0.5,
    };
    told + near + 1.0 / (2.0 + distance as f32) + counted
}

fn weight(head: &Head) -> f32 {
    match (head.shape, head.dated) {
        (Shape::Says, true) => 3.0,
        (Shape::Says, false) => 1.5,
        (Shape::Listed, _) => 0.6,
        (Shape::Nameless, _) => 0.3,
        _ if head.day.is_some() => 2.2,
        _ => 1.6,
    }
}

/// One past the last line of a comment: before the next head, before what stands further out, before forms and feet.
fn body_end(lines: &[Line], head: &Head, next: usize) -> usize {
    let first = lines.get(head.body).map_or(0, |line| line.column);
    let lead = lines.get(head.at).map_or(0, |line| line.lead);
    // a list's text stands behind its marker; without a marker it may stand under the name
    let least = if head.marker.is_some() || first > head.column { lead + 1 } else { head.column.min(first) };
    for at in head.body..next {
        let Some(line) = lines.get(at) else { return at };
        let is_out = line.column + usize::from(line.marker.is_none()) <= least && line.column < least;
        if is_out
            || is_ending(&key_of(&line.text))
            || heading(&line.text, at).is_some_and(|found| found.count.is_some())
        {
            return at;
        }
    }
    next
}

fn comment(lines: &[Line], head: &Head, end: usize, wrap: usize, parent: Option<usize>) -> CommentDraft {
    let mut body: Vec<&Line> = lines.get(head.body..end).unwrap_or(&[]).iter().collect();
    body.retain(|line| !is_button(&key_of(without_pictures(&line.text))) && !without_pictures(&line.text).is_empty());
    let mut day = head.day.clone();
    if !head.dated
        && let Some(found) = body.last().and_then(|last| day_line(without_pictures(&last.text)))
    {
        day = found.map(str::to_owned);
        body.pop();
    }
    let pingback_title =
        head.pingback.then(|| lines.get(head.at).map(|line| without_pictures(&line.text).to_owned())).flatten();
    let mut blocks = blocks(&body, wrap);
    if let Some(first) = blocks.first_mut().filter(|_| head.shape == Shape::Nameless) {
        first.kind = BlockKind::Paragraph;
    }
    CommentDraft {
        pingback: head.pingback,
        author: head.name.clone().or(pingback_title),
        date: day,
        blocks,
        parent,
        ..CommentDraft::default()
    }
}

/// The parent of each head, by its column.
fn parents(heads: &[Head]) -> Vec<Option<usize>> {
    let mut above: Vec<(usize, usize)> = Vec::new();
    let mut parents = Vec::new();
    for (number, head) in heads.iter().enumerate() {
        while above.last().is_some_and(|(column, _)| *column >= head.column) {
            above.pop();
        }
        parents.push(above.last().map(|(_, number)| *number));
        above.push((head.column, number));
    }
    parents
}
