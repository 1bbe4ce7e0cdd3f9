//! Passages of a statement's text that prove a hit, and the marks in them.
//!
//! In: stored text, its language, a query. Out: passages that begin and end where a reader pauses, with marks on what matched.
//! Which statements match is left to `engine`; how marks look to `show`. It knows no index.
//!
//! ```text
//!  text ──sentences──┐
//!    │               ▼
//!    └──mark──▶ window ──▶ passages        mark: what matched where       window: which stretch shows most of it
//! ```

mod edge;
mod fragment;
pub mod kwic;
mod mark;
pub mod quote;
mod window;

pub use fragment::fragment;

use crate::query::Node;
use crate::text::Span;
use mark::Mark;
use serde::{Deserialize, Serialize};

/// How passages are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options<'a> {
    /// Longest passage, in characters.
    pub chars: usize,
    /// Most passages of one text.
    pub passages: usize,
    /// Stretches of the text that quote somebody else, in order: what `own:` and `quoted:` are about.
    pub quoted: &'a [Span],
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { chars: 200, passages: 1, quoted: &[] }
    }
}

/// A stretch of a text as it stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The text, unchanged.
    pub text: String,
    /// What matched, in bytes of `text`, in order and apart from each other.
    pub highlights: Vec<Span>,
    /// Where it stands, in bytes of the whole text.
    pub source: Span,
    /// It shows no match: the statement was found by its title, byline or a filter.
    pub opening: bool,
}

/// The best passages of a text for a query, in the order of the text; its opening where nothing in it matched, and none of a
/// text without anything to show.
#[must_use]
pub fn passages(text: &str, query: &Node, language: Option<&str>, options: &Options<'_>) -> Vec<Passage> {
    let marks = mark::find(text, query, language, options.quoted);
    let windows = window::best(text, &marks, options);
    windows.into_iter().map(|window| passage(text, window, &marks)).collect()
}

/// Everything in a text that matched, in order and apart from each other.
#[must_use]
pub fn marks(text: &str, query: &Node, language: Option<&str>, quoted: &[Span]) -> Vec<Span> {
    spans(&mark::find(text, query, language, quoted))
}

/// A window with the marks wholly inside it: part of a phrase is none. One that is longer than the window is cut.
fn passage(text: &str, window: Span, marks: &[Mark]) -> Passage {
    let first = marks.partition_point(|mark| mark.span.from < window.from);
    let inside = marks.iter().skip(first).take_while(|mark| mark.span.from < window.to);
    let shown = inside.filter(|mark| mark.span.to <= window.to || mark.span.from == window.from);
    let shown = shown.map(|mark| Span::new(mark.span.from - window.from, mark.span.to.min(window.to) - window.from));
    let highlights = merged(shown.collect());
    Passage { text: window.of(text).to_owned(), opening: highlights.is_empty(), highlights, source: window }
}

fn spans(marks: &[Mark]) -> Vec<Span> {
    merged(marks.iter().map(|mark| mark.span).collect())
}

/// Spans in order, those that meet joined.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut().filter(|last| span.from < last.to) {
            Some(last) => *last = last.join(span),
            None => apart.push(span),
        }
    }
    apart
}

#[cfg(test)]
mod tests;
