//! A quotation checked: who says it word for word, who says something like it, or nobody.
//!
//! In: a quotation, and filters. Out: a [`Checked`], a plain serialisable value. Candidates come from the index (the very words
//! side by side, else the quotation's rarest words as alternatives); no text is read that the index does not name.

use super::answer::{Hit, Remark, Snippet};
use super::hit::Hits;
use super::question::{Question, Refused, join, with_flags};
use crate::article::Statement;
use crate::engine::{Engine, Request, Sort};
use crate::query::{Form, Match, Node, Query, Scope, Term, Words};
use crate::snippet::quote::{self, Finding, Piece, Whose};
use crate::text::{Span, words};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Version of the shape; it rises when a field changes its meaning.
pub const CHECKED_VERSION: u32 = 1;

/// Least likeness of something that is shown as altered.
const LEAST: f32 = 0.6;
/// Statements that are looked at, at most: those that say the very words, the earliest first.
const MOST: usize = 1_000;
/// Statements that are compared, at most, where none says the very words.
const COMPARED: usize = 100;
/// So many of the quotation's rarest words bring candidates in.
const RAREST: usize = 12;
/// Characters of context around a quotation.
const CONTEXT: usize = 120;

/// What became of a quotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    /// Version of this shape, [`CHECKED_VERSION`].
    pub version: u32,
    /// The quotation as typed.
    pub quotation: String,
    /// Filters that could not be read, or may have been meant otherwise.
    pub complaints: Vec<Remark>,
    /// Whether it is said.
    pub verdict: Verdict,
    /// Statements that say it, or something like it.
    pub total: usize,
    /// The statements asked for: own words before quoted ones, the earliest first; altered ones by likeness.
    pub hits: Vec<CheckedHit>,
}

/// Whether a quotation is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Word for word, but for what an ellipsis marks as left out.
    Verbatim,
    /// In other words, more or less.
    Altered,
    /// Not at all.
    Missing,
}

/// A statement that says it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckedHit {
    /// The statement; its passage shows the quotation in its context, or the words that were altered.
    #[serde(flatten)]
    pub hit: Hit,
    /// Where it says it.
    pub places: Vec<CheckedPlace>,
}

/// A place of a text that says it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckedPlace {
    /// In bytes of the statement's text.
    pub source: Span,
    /// Whose words they are there.
    pub whose: Whose,
    /// 1 for word for word, less the more was altered.
    pub likeness: f32,
    /// The difference, in order.
    pub pieces: Vec<CheckedPiece>,
}

/// A piece of the difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedPiece {
    /// What it is.
    pub is: PieceKind,
    /// Words of the quotation; none where it has none.
    pub quotation: Option<String>,
    /// What the text says; none where it says nothing.
    pub text: Option<String>,
}

/// Kinds of pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PieceKind {
    /// The same words.
    Same,
    /// Other words.
    Changed,
    /// Words that the text does not say.
    Added,
    /// Words that the quotation leaves out without a mark.
    Missing,
    /// Words that the quotation marks as left out.
    Skipped,
}

/// Checks the quotation that is typed in `question`, among the statements that its flags allow.
///
/// # Errors
/// When a flag is past a bound of the language, or the engine fails.
pub fn check(engine: &dyn Engine, question: &Question) -> Result<Checked, Refused> {
    let everything = Node { span: Span::default(), asks: Match::All };
    let filters = Query { typed: question.typed.clone(), root: everything, complaints: Vec::new() };
    let filters = with_flags(filters, question)?;
    let very_words = quote::query(&question.typed);
    let (mut total, mut hits) = verbatim(engine, question, &very_words, &filters.root)?;
    let mut verdict = Verdict::Verbatim;
    if total == 0 {
        hits = altered(engine, question, &very_words, &filters.root)?;
        total = hits.len();
        verdict = if hits.is_empty() { Verdict::Missing } else { Verdict::Altered };
    }
    Ok(Checked {
        version: CHECKED_VERSION,
        quotation: question.typed.clone(),
        complaints: filters.complaints.into_iter().map(Remark::from).collect(),
        verdict,
        total,
        hits: hits.into_iter().skip(question.offset).take(question.limit).collect(),
    })
}

fn verbatim(
    engine: &dyn Engine,
    question: &Question,
    very_words: &Node,
    filters: &Node,
) -> Result<(usize, Vec<CheckedHit>), Refused> {
    let query = join(very_words.clone(), filters.clone());
    let order = engine.order(&Request { query, sort: Sort::Oldest, take: MOST, why: false })?;
    let unseen = order.total - order.first.len();
    let shown = Question { chars: question.typed.chars().count() + CONTEXT, passages: 1, ..question.clone() };
    let mut made = Hits::new(engine, very_words, &shown);
    let mut hits = Vec::new();
    for placed in &order.first {
        let Some(statement) = engine.statement(&placed.id)? else { continue };
        let findings = quote::find(&question.typed, &statement.text, 1.0);
        // words whose parts stand in another order say something else
        if findings.iter().any(Finding::is_verbatim) {
            let places = places(&question.typed, &statement, &findings);
            hits.push(CheckedHit { hit: made.of(&statement, placed)?, places });
        }
    }
    hits.sort_by_key(|hit| !hit.places.iter().any(|place| place.whose == Whose::Own));
    Ok((hits.len() + unseen, hits))
}

fn altered(
    engine: &dyn Engine,
    question: &Question,
    very_words: &Node,
    filters: &Node,
) -> Result<Vec<CheckedHit>, Refused> {
    let query = join(like(engine, &question.typed)?, filters.clone());
    let order = engine.order(&Request { query, sort: Sort::Relevance, take: COMPARED, why: false })?;
    let shown = Question { passages: 0, ..question.clone() };
    let mut made = Hits::new(engine, very_words, &shown);
    let mut hits = Vec::new();
    for placed in &order.first {
        let Some(statement) = engine.statement(&placed.id)? else { continue };
        let findings = quote::find(&question.typed, &statement.text, LEAST);
        let Some(source) = findings.first().map(|finding| finding.source) else { continue };
        let text = source.of(&statement.text).to_owned();
        let snippets = vec![Snippet { text, highlights: Vec::new(), source, opening: false }];
        let hit = Hit { snippets, ..made.of(&statement, placed)? };
        hits.push(CheckedHit { hit, places: places(&question.typed, &statement, &findings) });
    }
    let likeness = |hit: &CheckedHit| hit.places.first().map_or(0.0, |place| place.likeness);
    hits.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)).then_with(|| a.hit.id.cmp(&b.hit.id)));
    Ok(hits)
}

/// Statements that hold one of the quotation's rarest words; those with a neighbour of it beside it come first.
fn like(engine: &dyn Engine, quotation: &str) -> Result<Node, Refused> {
    let span = Span::new(0, quotation.len());
    let node = |words: Words| Node { span, asks: Match::Text(Scope::Text, words) };
    let term = |word: &str, form: Form| Term { word: word.to_owned(), form };
    let all: Vec<String> = words(quotation).map(|word| word.folded.into_owned()).collect();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for word in &all {
        if !known.contains_key(word.as_str()) {
            known.insert(word, engine.count(&node(Words::Term(term(word, Form::Exact))))?);
        }
    }
    let mut rarest: Vec<(usize, &str)> = known.into_iter().map(|(word, count)| (count, word)).collect();
    rarest.retain(|(count, _)| *count > 0);
    rarest.sort_unstable();
    rarest.truncate(RAREST);
    let is_rare = |word: &String| rarest.iter().any(|(_, rare)| rare == word);
    let mut choices: Vec<Node> = rarest.iter().map(|(_, word)| node(Words::Term(term(word, Form::Family)))).collect();
    for pair in all.windows(2).filter(|pair| pair.iter().any(is_rare)) {
        choices.push(node(Words::Phrase(pair.iter().map(|word| term(word, Form::Exact)).collect())));
    }
    Ok(Node { span, asks: if choices.is_empty() { Match::Nothing } else { Match::Or(choices) } })
}

fn places(quotation: &str, statement: &Statement, findings: &[Finding]) -> Vec<CheckedPlace> {
    let text = &statement.text;
    let place = |finding: &Finding| CheckedPlace {
        source: finding.source,
        whose: finding.whose(&statement.quoted),
        likeness: finding.likeness,
        pieces: pieces(quotation, text, finding),
    };
    findings.iter().map(place).collect()
}

/// The pieces with their words; what the text says reaches up to its next piece, so that its signs are shown.
fn pieces(quotation: &str, text: &str, finding: &Finding) -> Vec<CheckedPiece> {
    let spans: Vec<(PieceKind, Option<Span>, Option<Span>)> = finding.pieces.iter().map(parts).collect();
    let mut next = finding.source.to;
    let mut pieces = Vec::new();
    for (is, asked, said) in spans.into_iter().rev() {
        let until = next.max(said.map_or(0, |said| said.to));
        let said_text = said.map(|said| Span::new(said.from, until).of(text).trim_end().to_owned());
        next = said.map_or(next, |said| said.from);
        pieces.push(CheckedPiece { is, quotation: asked.map(|asked| asked.of(quotation).to_owned()), text: said_text });
    }
    pieces.reverse();
    pieces
}

fn parts(piece: &Piece) -> (PieceKind, Option<Span>, Option<Span>) {
    match *piece {
        Piece::Same { quotation, source } => (PieceKind::Same, Some(quotation), Some(source)),
        Piece::Changed { quotation, source } => (PieceKind::Changed, Some(quotation), Some(source)),
        Piece::Added { quotation } => (PieceKind::Added, Some(quotation), None),
        Piece::Missing { source } => (PieceKind::Missing, None, Some(source)),
        Piece::Skipped { source } => (PieceKind::Skipped, None, Some(source)),
    }
}
