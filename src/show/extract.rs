//! What was read from a file, without any index.
//!
//! In: what `ingest` extracted. Out: text, records as lines of JSON, or the evidence for every field as a table.

use super::harmless::{harmless_json, one_line};
use super::paper::Paper;
use super::passage::{credit, paragraphs};
use super::rows::json_error;
use crate::article::{Article, AsideKind, Comment, Finding, Kind};
use crate::ingest::{Extracted, Outcome};
use serde::Serialize;
use std::collections::HashMap;
use std::io::{self, Write};

/// A record on one line, or spread over several.
///
/// # Errors
/// When it cannot be written.
pub fn extracted_json(out: &mut dyn Write, record: &impl Serialize, pretty: bool) -> io::Result<()> {
    let text = if pretty { serde_json::to_string_pretty(record) } else { serde_json::to_string(record) };
    writeln!(out, "{}", harmless_json(&text.map_err(json_error)?))
}

/// An article with its asides and its thread, or a comment.
///
/// # Errors
/// When it cannot be written.
pub fn extracted_text(paper: &mut Paper<'_>, extracted: &Extracted) -> io::Result<()> {
    match &extracted.outcome {
        Outcome::Article(article) => article_text(paper, article),
        Outcome::Comment(comment) => comment_text(paper, comment, 0),
    }
}

fn article_text(paper: &mut Paper<'_>, article: &Article) -> io::Result<()> {
    let title = if article.title.is_empty() { "no title" } else { &article.title };
    paper.line(&paper.strong(&one_line(title)))?;
    paper.line(&credit(&article.authors, article.date.as_ref(), Kind::Article, None, None))?;
    for (name, value) in [("url", &article.url), ("site", &article.site), ("language", &article.language)] {
        if let Some(value) = value {
            paper.line(&format!("{name}: {}", one_line(value)))?;
        }
    }
    for span in paragraphs(&article.text) {
        paper.line("")?;
        paper.paragraph(span.of(&article.text), &[], "")?;
    }
    for aside in &article.asides {
        let kind = match aside.kind {
            AsideKind::Caption => "caption",
            AsideKind::About => "about",
            AsideKind::Standing => "standing",
        };
        paper.line("")?;
        paper.paragraph(&format!("{kind}: {}", aside.text), &[], "  | ")?;
    }
    let depths = depths(&article.comments);
    for (comment, depth) in article.comments.iter().zip(depths) {
        paper.line("")?;
        comment_text(paper, comment, depth)?;
    }
    for note in &article.notes {
        paper.line(&format!("note: {}", one_line(note)))?;
    }
    Ok(())
}

fn comment_text(paper: &mut Paper<'_>, comment: &Comment, depth: usize) -> io::Result<()> {
    let indent = "   ".repeat(depth.min(12) + 1);
    let authors: Vec<_> = comment.author.iter().cloned().collect();
    let credit = credit(&authors, comment.date.as_ref(), comment.kind, Some(""), None);
    paper.line(&format!("{indent}{}", paper.strong(credit.trim_end_matches(", answers "))))?;
    for span in paragraphs(&comment.text) {
        paper.paragraph(span.of(&comment.text), &[], &indent)?;
    }
    Ok(())
}

/// Steps from the article's own answers, by the parents that are named before their answers.
fn depths(comments: &[Comment]) -> Vec<usize> {
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut depths = Vec::new();
    for comment in comments {
        let depth = comment.parent.as_ref().and_then(|parent| known.get(parent.as_str())).map_or(0, |above| above + 1);
        known.insert(&comment.id, depth);
        depths.push(depth);
    }
    depths
}

/// The evidence for every field: what was chosen and why, and every clue with its weight.
///
/// # Errors
/// When it cannot be written.
pub fn why_text(paper: &mut Paper<'_>, findings: &[Finding]) -> io::Result<()> {
    for finding in findings {
        let field =
            serde_json::to_value(finding.field).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
        let value = finding.value.as_deref().map_or_else(|| "none".to_owned(), one_line);
        paper.line(&paper.strong(&format!("{field}: {value}")))?;
        paper.line(&format!("  {}", one_line(&finding.reason)))?;
        for clue in &finding.clues {
            paper.line(&format!(
                "  {:.2}  {:<28}  {}",
                clue.confidence,
                one_line(&clue.from),
                one_line(&clue.value)
            ))?;
        }
    }
    Ok(())
}
