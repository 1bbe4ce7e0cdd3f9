//! Citations in the forms that reference managers and writers read.
//!
//! In: a [`Citation`]. Out: BibTeX, RIS, CSL-JSON, Markdown, one file a form. Names are written as they stand in the byline:
//! which of their words is the family's is not known.

mod bibtex;
mod csl;
mod markdown;
mod ris;

use super::harmless::one_line;
use crate::article::Kind;
use crate::ask::Citation;
use std::io::{self, Write};

/// The form of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// BibTeX, an entry `@misc`.
    Bibtex,
    /// RIS, an item `ELEC`.
    Ris,
    /// CSL-JSON, an array of one item.
    Csl,
    /// A block quotation with its source.
    Markdown,
}

/// Writes a citation.
///
/// # Errors
/// When it cannot be written.
pub fn citation(out: &mut dyn Write, citation: &Citation, style: Style) -> io::Result<()> {
    let text = match style {
        Style::Bibtex => bibtex::entry(citation),
        Style::Ris => ris::item(citation),
        Style::Csl => csl::items(citation),
        Style::Markdown => markdown::quotation(citation),
    };
    out.write_all(text.as_bytes())
}

/// The title; a comment has none of its own and is named by its article's.
fn title(citation: &Citation) -> String {
    let title = if citation.title.is_empty() { "no title".to_owned() } else { one_line(&citation.title) };
    match citation.kind {
        Kind::Article => title,
        Kind::Comment => format!("Comment on “{title}”"),
        Kind::Pingback => format!("Pingback to “{title}”"),
    }
}

/// Where the passage stands: `bytes 120–240 of pk7azkq, harbour-post/strike.html`.
fn place(citation: &Citation) -> String {
    let statement = format!("{}, {}", one_line(&citation.id), one_line(&citation.path));
    match &citation.passage {
        Some(passage) => format!("bytes {}–{} of {statement}", passage.source.from, passage.source.to),
        None => statement,
    }
}

/// The passage on one line; empty where there is none.
fn passage(citation: &Citation) -> String {
    citation.passage.as_ref().map_or_else(String::new, |passage| one_line(&passage.text))
}

#[cfg(test)]
pub(super) fn sample() -> Citation {
    use crate::article::When;
    use crate::text::{Span, Stamp};
    Citation {
        id: "pk7azkq".to_owned(),
        kind: Kind::Article,
        title: "Tolls & {levies}: 100% #1_a".to_owned(),
        authors: vec!["Ann Marsh".to_owned(), "Marsh and Sons, Ltd".to_owned()],
        date: Some(When::new(Stamp::parse("2017-07").expect("a month"), "x", 1.0)),
        site: Some("The Lake Post".to_owned()),
        url: Some("https://lake.example.org/a_b?c=1&d={e}#f".to_owned()),
        path: "lake/toll.html".to_owned(),
        language: Some("en".to_owned()),
        passage: Some(crate::ask::Snippet {
            text: "A *toll* is\na tax.".to_owned(),
            highlights: Vec::new(),
            source: Span::new(10, 28),
            opening: true,
        }),
    }
}
