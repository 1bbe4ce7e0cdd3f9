//! The same query for other engines, or the reason why it means something else there.
//!
//! In: a node. Out: a query for Elasticsearch (JSON) or for Lucene's standard parser (a line of text). What the exported
//! statements must look like there is the table below; writing them is left to whoever exports.
//!
//! ```text
//!  field                       what it holds                                           kind there
//!  title text aside byline     words, folded; each paragraph, name or aside a value    text, values 200 places apart
//!  title.stem text.stem …      the same words by their stems, at the same places       text
//!  own quoted own.stem …       stretches of the text that are not, or are, quoted      text, values 200 places apart
//!  author entity person …      names, folded; each name a value                        text, values 200 places apart
//!  site.name tag               names and tags, folded                                  text, values 200 places apart
//!  site url path lang          host, address, path, language code, in small letters    keyword
//!  id thread kind              as they are                                             keyword
//!  first last                  first and last day of the statement's day               date
//!  depth comments words quotes numbers; depth and comments only where they mean one    integer
//!  shown                       the statement as it is read, not searched               object
//! ```

use super::pattern::TermMatcher;
use super::tree::{Form, Node, Scope, Term, Words};
use super::{elasticsearch, lucene};
use crate::text::Span;
use std::fmt;

/// An engine that a query is printed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Elasticsearch and OpenSearch: the body of a search.
    Elasticsearch,
    /// Lucene's standard parser, 9.1 or later.
    Lucene,
}

/// Why a query cannot be said in another engine's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    /// The piece, in bytes of the typed query.
    pub span: Span,
    /// The reason, in small letters and without a full stop.
    pub reason: String,
}

impl fmt::Display for Untold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for Untold {}

/// The query for another engine.
///
/// # Errors
/// When a piece of it would mean something else there.
pub fn foreign(node: &Node, target: Target) -> Result<String, Untold> {
    match target {
        Target::Elasticsearch => elasticsearch::body(node),
        Target::Lucene => lucene::line(node),
    }
}

/// Why words cannot be said there; the span is added by the caller.
pub(super) type Reason = &'static str;

/// Adds the piece to a reason.
pub(super) fn untold(node: &Node) -> impl Fn(Reason) -> Untold {
    let span = node.span;
    move |reason| Untold { span, reason: reason.to_owned() }
}

pub(super) const JOIN: Reason = "a condition on another statement of the thread needs a search of its own there";

/// Fields in which words of a scope stand.
pub(super) fn fields(scope: Scope) -> &'static [&'static str] {
    match scope {
        Scope::Anywhere => &["title", "byline", "text"],
        Scope::Title => &["title"],
        Scope::Text => &["text"],
        Scope::Aside => &["aside"],
    }
}

/// Whether words mean the same where only the narrowest places are looked at, and words without order may share a place.
pub(super) fn check(words: &Words) -> Result<(), Reason> {
    match words {
        Words::Term(term) => expression(term),
        Words::Phrase(terms) => terms.iter().try_for_each(expression),
        Words::Within { terms, .. } => {
            terms.iter().try_for_each(expression)?;
            apart(&terms.iter().collect::<Vec<_>>())
        }
        Words::Any(words) => words.iter().try_for_each(check),
        Words::Near { left, right, ordered, .. } => {
            for operand in [left, right] {
                rigid(operand)?;
                check(operand)?;
            }
            if *ordered { Ok(()) } else { apart(&[terms(left), terms(right)].concat()) }
        }
    }
}

/// Only operands of a fixed length are found at all their places.
fn rigid(words: &Words) -> Result<(), Reason> {
    match words {
        Words::Near { .. } => Err("a chain of nearness is measured otherwise there"),
        Words::Within { .. } => Err("nearness to words that stand loosely is measured otherwise there"),
        Words::Any(words) => words.iter().try_for_each(rigid),
        Words::Term(_) | Words::Phrase(_) => Ok(()),
    }
}

fn terms(words: &Words) -> Vec<&Term> {
    match words {
        Words::Term(term) => vec![term],
        Words::Phrase(terms) | Words::Within { terms, .. } => terms.iter().collect(),
        Words::Near { left, right, .. } => [terms(left), terms(right)].concat(),
        Words::Any(words) => words.iter().flat_map(terms).collect(),
    }
}

/// No two terms may fall on one word.
fn apart(terms: &[&Term]) -> Result<(), Reason> {
    let meet = |a: &Term, b: &Term| {
        let patterns = [a, b].iter().filter(|term| !matches!(term.form, Form::Exact | Form::Family)).count();
        patterns == 2
            || a.word == b.word
            || TermMatcher::new(a).matches(&b.word)
            || TermMatcher::new(b).matches(&a.word)
    };
    let any = terms.iter().enumerate().any(|(turn, a)| terms.iter().skip(turn + 1).any(|b| meet(a, b)));
    if any { Err("words that may be the same word need no places of their own there") } else { Ok(()) }
}

/// Lucene's regular expressions know no classes by backslash and give meaning to other signs.
fn expression(term: &Term) -> Result<(), Reason> {
    let plain = |c: char| c.is_alphanumeric() || "()[]{}|.*+?,^-".contains(c);
    let told = term.form != Form::Regex || (term.word.chars().all(plain) && !term.word.contains("(?"));
    if told { Ok(()) } else { Err("this regular expression is written otherwise there") }
}
