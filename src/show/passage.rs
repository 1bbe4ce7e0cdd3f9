//! Credit lines and passages: what every form of text shows of a hit.
//!
//! In: a hit or a statement. Out: one line of names, day, kind and whom it answers; a passage with its marks.

use super::harmless::one_line;
use super::paper::Paper;
use crate::article::{Kind, Person, When};
use crate::ask::Snippet;
use std::io;

/// Names, day, kind, and whom a comment answers.
pub(super) fn credit(
    authors: &[Person],
    date: Option<&When>,
    kind: Kind,
    answers: Option<&str>,
    depth: Option<u32>,
) -> String {
    let names: Vec<String> = authors.iter().map(|author| one_line(&author.name)).collect();
    let byline = if names.is_empty() { "no name".to_owned() } else { names.join(", ") };
    let day = date.map_or("no day", When::day_text);
    let to = match (kind, answers, depth) {
        (Kind::Article, ..) => String::new(),
        (_, Some(name), _) => format!(", answers {}", one_line(name)),
        (_, None, Some(0)) => ", answers the article".to_owned(),
        (_, None, _) => ", answers a nameless comment".to_owned(),
    };
    format!("{byline} · {day} · {kind}{to}")
}

/// A passage, with an ellipsis where it does not begin or end the text.
pub(super) fn passage(paper: &mut Paper<'_>, snippet: &Snippet, indent: &str) -> io::Result<()> {
    paper.paragraph(&snippet.text, &snippet.highlights, indent)
}
