//! One statement in full, and the conversation around it.
//!
//! In: a statement, or a thread. Out: text with the thread as a tree; the record as JSON; a row as CSV.

use super::extract::extracted_json;
use super::harmless::one_line;
use super::paper::{Paper, Place};
use super::passage::{credit, paragraphs};
use super::plural::counted;
use super::rows::Rows;
use crate::article::{Kind, Statement, Thread};
use crate::text::Span;
use std::io::{self, Write};

/// Words of a comment that a tree shows, in characters.
const LINE: usize = 160;
/// Answers shown below a statement.
const ANSWERS: usize = 10;

/// A statement with its credit line, its whole text and what stands beside it.
///
/// # Errors
/// When it cannot be written.
pub fn statement_text(
    paper: &mut Paper<'_>,
    statement: &Statement,
    answers: Option<&str>,
    marks: &[Span],
) -> io::Result<()> {
    let title = if statement.kind == Kind::Article { &statement.title } else { &statement.thread_title };
    let title = if title.is_empty() { "no title" } else { title };
    paper.line(&paper.strong(&one_line(title)))?;
    paper.line(&credit(&statement.authors, statement.date.as_ref(), statement.kind, answers, statement.depth))?;
    for span in paragraphs(&statement.text) {
        paper.line("")?;
        let inside: Vec<Span> = marks
            .iter()
            .filter(|mark| span.holds(**mark))
            .map(|mark| Span::new(mark.from - span.from, mark.to - span.from))
            .collect();
        paper.paragraph(span.of(&statement.text), &inside, "")?;
    }
    for aside in &statement.asides {
        paper.line("")?;
        paper.paragraph(&aside.text, &[], "  | ")?;
    }
    paper.line("")?;
    for note in statement.notes.iter().chain(&statement.thread_notes) {
        paper.line(&format!("note: {}", one_line(note)))?;
    }
    let url = statement.url.as_deref().or(statement.thread_url.as_deref());
    paper.place_line("", &Place { id: &statement.id, path: &statement.path, location: statement.location(), url })
}

/// The conversation as a tree; the statement with the id `hit` is marked by an arrow.
///
/// # Errors
/// When it cannot be written.
pub fn thread_text(paper: &mut Paper<'_>, thread: &Thread, hit: &str) -> io::Result<()> {
    if let Some(article) = &thread.article {
        branch(paper, article, 0, hit)?;
    }
    for comment in &thread.comments {
        branch(paper, comment, comment.depth.unwrap_or(0) as usize + 1, hit)?;
    }
    Ok(())
}

/// What stands around the statement with the id `hit`: the way down from the article, and its own answers.
///
/// # Errors
/// When it cannot be written.
pub fn around_text(paper: &mut Paper<'_>, thread: &Thread, hit: &str) -> io::Result<()> {
    let around = thread.around(hit);
    if around.len() < 2 {
        return Ok(());
    }
    paper.line("")?;
    let own = around.iter().position(|statement| statement.id == hit).unwrap_or(0);
    for (turn, statement) in around.iter().enumerate().take(own + 1 + ANSWERS) {
        let level = statement.depth.map_or(0, |depth| depth as usize + 1);
        if turn == own { head(paper, statement, level, hit)? } else { branch(paper, statement, level, hit)? }
    }
    match around.len().saturating_sub(own + 1 + ANSWERS) {
        0 => Ok(()),
        more => paper.line(&format!("and {}; --thread shows the whole conversation", counted(more, "further answer"))),
    }
}

fn branch(paper: &mut Paper<'_>, statement: &Statement, level: usize, hit: &str) -> io::Result<()> {
    head(paper, statement, level, hit)?;
    let text = one_line(&statement.text);
    let mut line: String = text.chars().take(LINE).collect();
    if line.len() < text.len() {
        line.push('…');
    }
    paper.paragraph(&line, &[], &format!("    {}", indent(level)))
}

/// A thread hundreds deep is still read from left to right.
fn indent(level: usize) -> String {
    "   ".repeat(level.min(12))
}

fn head(paper: &mut Paper<'_>, statement: &Statement, level: usize, hit: &str) -> io::Result<()> {
    let arrow = if statement.id == hit { "→ " } else { "  " };
    let credit = credit(&statement.authors, statement.date.as_ref(), statement.kind, Some(""), None);
    let credit = credit.trim_end_matches(", answers ");
    let title =
        if statement.kind == Kind::Article { format!("{} — ", one_line(&statement.title)) } else { String::new() };
    let shown =
        if statement.id == hit { paper.strong(&format!("{title}{credit}")) } else { format!("{title}{credit}") };
    paper.line(&format!("{arrow}{}{shown}  {}", indent(level), paper.faint(&one_line(&statement.id))))
}

/// A statement as a record: an article with its comments, or a flat comment whose parent is the id that it answers.
///
/// # Errors
/// When it cannot be written.
pub fn statement_json(out: &mut dyn Write, statement: &Statement, thread: &Thread, pretty: bool) -> io::Result<()> {
    if statement.kind == Kind::Article {
        // a record lists comments in the order of the page, whatever answers what
        let mut comments: Vec<&Statement> = thread.comments.iter().collect();
        comments.sort_by_key(|comment| (&comment.path, comment.turn));
        return extracted_json(out, &Statement::to_record(statement, &comments), pretty);
    }
    let mut comment = statement.to_comment(&[]);
    comment.id.clone_from(&statement.id);
    comment.parent = statement.parent.clone().or_else(|| Some(statement.thread.clone()));
    extracted_json(out, &comment, pretty)
}

/// A row a statement: id, kind, thread, parent, authors, day, title, text.
///
/// # Errors
/// When it cannot be written.
pub fn statement_csv(out: &mut dyn Write, statements: &[&Statement]) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.row(&["id", "kind", "thread", "parent", "authors", "date", "title", "text"])?;
    for statement in statements {
        let names: Vec<&str> = statement.authors.iter().map(|author| author.name.as_str()).collect();
        rows.row(&[
            &statement.id,
            &statement.kind.to_string(),
            &statement.thread,
            statement.parent.as_deref().unwrap_or(""),
            &names.join("; "),
            statement.date.as_ref().map_or("", |date| date.value.as_str()),
            &statement.title,
            &statement.text,
        ])?;
    }
    rows.end()
}
