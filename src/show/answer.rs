//! An answer as text, JSON, lines of JSON and CSV.
//!
//! In: an [`Answer`]. Out: what a person or a program reads. Complaints go where the caller sends them.

use super::counts::{counts_text, suggestions_text};
use super::harmless::{harmless_json, one_line};
use super::paper::{Paper, Place};
use super::passage::credit;
use super::plural::counted;
use super::rows::{Rows, json_error};
use crate::article::When;
use crate::ask::{Answer, Hit, Remark};
use serde::Serialize;
use std::io::{self, Write};

/// Hits with their credit lines and passages, then what was found in all.
///
/// # Errors
/// When it cannot be written.
pub fn answer_text(paper: &mut Paper<'_>, answer: &Answer, offset: usize) -> io::Result<()> {
    for (rank, hit) in (offset + 1..).zip(&answer.hits) {
        hit_text(paper, rank, hit)?;
        paper.line("")?;
    }
    counts_text(paper, answer)?;
    paper.line(&format!("{}{}", counted(answer.total, "statement"), range(answer, offset)))?;
    if answer.undated_left_out > 0 {
        paper.line(&format!("{} undated left out; `no:date` shows them", answer.undated_left_out))?;
    }
    suggestions_text(paper, &answer.suggestions)
}

/// Which part of the answer is shown.
fn range(answer: &Answer, offset: usize) -> String {
    let what = if answer.hits.iter().any(|hit| !hit.group.is_empty()) { "conversation " } else { "" };
    match answer.hits.len() {
        0 => String::new(),
        shown if shown == answer.total => String::new(),
        1 => format!(", {}number {} shown", what, offset + 1),
        shown => format!(", {what}{} to {} shown", offset + 1, offset + shown),
    }
}

fn hit_text(paper: &mut Paper<'_>, rank: usize, hit: &Hit) -> io::Result<()> {
    let number = format!("{rank}.");
    paper.line(&format!("{number:<3} {}", paper.strong(&title_of(hit))))?;
    said(paper, hit, "    ")?;
    for inner in &hit.group {
        paper.line("")?;
        said(paper, inner, "      ")?;
    }
    if hit.more > 0 {
        let more = counted(hit.more, "statement");
        paper.line(&format!("\n      and {more} more; `thread:{}` shows them", one_line(&hit.thread)))?;
    }
    Ok(())
}

/// What stands under a title: credit line, passages, why, where.
fn said(paper: &mut Paper<'_>, hit: &Hit, indent: &str) -> io::Result<()> {
    let credit = credit(&hit.authors, hit.date.as_ref(), hit.kind, hit.answers.as_deref(), hit.depth);
    paper.line(&format!("{indent}{credit}"))?;
    for snippet in &hit.snippets {
        paper.paragraph(&snippet.text, &snippet.highlights, indent)?;
    }
    for why in &hit.why {
        paper.line(&format!("{indent}{}", paper.faint(&format!("{:>8.4}  {}", why.points, one_line(&why.what)))))?;
    }
    paper.place_line(indent, &place_of(hit))
}

/// Where the hit is found.
pub(super) fn place_of(hit: &Hit) -> Place<'_> {
    Place { id: &hit.short, path: &hit.path, location: hit.location.as_deref(), url: hit.url.as_deref() }
}

/// The hit's title, or that of its article.
pub(super) fn title_of(hit: &Hit) -> String {
    hit.title.as_ref().or(hit.thread_title.as_ref()).map_or_else(|| "no title".to_owned(), |title| one_line(title))
}

/// The whole answer as one JSON value.
///
/// # Errors
/// When it cannot be written.
pub fn answer_json(out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    let text = serde_json::to_string_pretty(answer).map_err(json_error)?;
    writeln!(out, "{}", harmless_json(&text))
}

/// A line `{"type":"hit",…}` a hit, then `{"type":"summary",…}` with the rest.
///
/// # Errors
/// When it cannot be written.
pub fn answer_lines(out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    for hit in &answer.hits {
        line(out, "hit", hit)?;
    }
    let mut rest = serde_json::to_value(answer).map_err(json_error)?;
    if let Some(rest) = rest.as_object_mut() {
        rest.shift_remove("hits");
    }
    line(out, "summary", &rest)
}

/// A value under its type. It is written without a detour over `Value`, which would show a share of 0.85 as the nearest
/// `f64`.
#[derive(Serialize)]
struct Line<'a, T: Serialize> {
    #[serde(rename = "type")]
    kind: &'a str,
    #[serde(flatten)]
    value: &'a T,
}

pub(super) fn line(out: &mut dyn Write, kind: &str, value: &impl Serialize) -> io::Result<()> {
    let text = serde_json::to_string(&Line { kind, value }).map_err(json_error)?;
    writeln!(out, "{}", harmless_json(&text))
}

/// A row a hit, those of one conversation under one rank: rank, id, kind, title, authors, day, whom it answers, site, address, path, passage.
///
/// # Errors
/// When it cannot be written.
pub fn answer_csv(out: &mut dyn Write, answer: &Answer, offset: usize) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.row(&COLUMNS)?;
    for (rank, hit) in (offset + 1..).zip(&answer.hits) {
        for hit in [hit].into_iter().chain(&hit.group) {
            rows.row(&columns(rank, hit).each_ref().map(String::as_str))?;
        }
    }
    rows.end()
}

pub(super) const COLUMNS: [&str; 11] =
    ["rank", "id", "kind", "title", "authors", "date", "answers", "site", "url", "path", "passage"];

/// What stands in the [`COLUMNS`] of a hit.
pub(super) fn columns(rank: usize, hit: &Hit) -> [String; 11] {
    let names: Vec<&str> = hit.authors.iter().map(|author| author.name.as_str()).collect();
    let passages: Vec<&str> = hit.snippets.iter().map(|snippet| snippet.text.as_str()).collect();
    [
        rank.to_string(),
        hit.id.clone(),
        hit.kind.to_string(),
        hit.title.as_ref().or(hit.thread_title.as_ref()).cloned().unwrap_or_default(),
        names.join("; "),
        hit.date.as_ref().map_or("", When::day_text).to_owned(),
        hit.answers.clone().unwrap_or_default(),
        hit.site.clone().unwrap_or_default(),
        hit.url.clone().unwrap_or_default(),
        hit.path.clone(),
        passages.join(" … "),
    ]
}

/// Complaints about a query, each with the piece under a caret and its hint.
///
/// ```text
/// note: `autor` is no field, searched as words
///   autor:taylor
///   ^^^^^
/// hint: did you mean `author:`
/// ```
///
/// # Errors
/// When it cannot be written.
pub fn complaints(paper: &mut Paper<'_>, query: &str, remarks: &[Remark]) -> io::Result<()> {
    for remark in remarks {
        paper.line(&format!("note: {}", one_line(&remark.message)))?;
        if remark.from < remark.to {
            let before = query.get(..remark.from).unwrap_or("");
            let piece = query.get(remark.from..remark.to).unwrap_or("");
            let columns = |text: &str| unicode_width::UnicodeWidthStr::width(one_line_kept(text).as_str());
            paper.line(&format!("  {}", one_line_kept(query)))?;
            paper.line(&format!("  {}{}", " ".repeat(columns(before)), "^".repeat(columns(piece).max(1))))?;
        }
        if let Some(hint) = &remark.hint {
            paper.line(&format!("hint: {}", one_line(hint)))?;
        }
    }
    Ok(())
}

/// The query on one line with every blank kept, so that carets stand under their piece.
fn one_line_kept(text: &str) -> String {
    super::harmless::harmless(&text.replace(['\n', '\t', '\r'], " ")).into_owned()
}
