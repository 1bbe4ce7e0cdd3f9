//! The corridor out: a typed query, an engine, passages, and an [`Answer`] that terminal, JSON and pages all show.
//!
//! In: what a person typed and today's day. Out: an answer, or why it was refused. How it looks is left to `show`.
//!
//! ```text
//!  typed ─▶ query ─▶ engine ─▶ hits ─▶ passages ─▶ Answer
//!                 └▶ the same without its days ─▶ undated left out
//! ```

mod answer;
mod cite;
mod kwic;
mod look;
mod open;
mod quote;
mod undated;

pub use answer::{ANSWER_VERSION, Answer, Copy, Count, Facets, Hit, Month, Remark, Snippet, Suggestion, Why};
pub use cite::{Citation, cite};
pub use kwic::{CONCORDANCE_VERSION, Concord, ConcordLine, Concordance, LineSort, concordance};
pub use look::{Looked, look, thread};
pub use open::address;
pub use quote::{CHECKED_VERSION, Checked, CheckedHit, CheckedPiece, CheckedPlace, PieceKind, Verdict, check};

use crate::article::{Kind, Statement};
use crate::engine::{Engine, Fault, Found, Request, Sort};
use crate::query::{Match, Node, Query, Refusal, parse, print};
use crate::snippet::{self, Options};
use crate::text::{Day, Span};
use std::collections::HashMap;
use std::fmt;

/// A question, as it comes from the command line.
#[derive(Debug, Clone)]
pub struct Question {
    /// The query as typed.
    pub typed: String,
    /// Clauses that flags stand for (`author:"A. Name"`), joined to the query by AND: the flag and its clause.
    pub flags: Vec<(String, String)>,
    /// Day that words such as "last week" are counted from.
    pub today: Day,
    /// Order of the hits.
    pub sort: Sort,
    /// Hits left out at the beginning.
    pub offset: usize,
    /// Hits shown at most.
    pub limit: usize,
    /// Longest passage, in characters.
    pub chars: usize,
    /// Passages of a hit, at most.
    pub passages: usize,
}

/// Why a question got no answer.
#[derive(Debug)]
pub enum Refused {
    /// The query is past a bound of the language.
    Query(Refusal),
    /// The engine failed.
    Engine(Fault),
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Refused::Engine(fault)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Query(refusal) => refusal.fmt(f),
            Refused::Engine(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for Refused {}

/// Answers a question.
///
/// # Errors
/// When the query is past a bound of the language, or the engine fails.
pub fn search(engine: &dyn Engine, question: &Question) -> Result<Answer, Refused> {
    let query = reading(question)?;
    // a query that asks for no words scores nothing, so its hits stand by day
    let sort = if query.root.asked_words().is_empty() { by_day(question.sort) } else { question.sort };
    let take = question.offset.saturating_add(question.limit);
    let finds = engine.find(&Request { query: query.root.clone(), sort, take })?;
    let page = finds.best.iter().skip(question.offset);
    let mut answered = Answered { engine, known: HashMap::new() };
    let hits = page.map(|found| answered.hit(found, &query.root, question)).collect::<Result<_, _>>()?;
    Ok(Answer { hits, ..frame(engine, query, finds.total)? })
}

/// Answers a question with its total alone: no hits.
///
/// # Errors
/// As for [`search`].
pub fn count(engine: &dyn Engine, question: &Question) -> Result<Answer, Refused> {
    let query = reading(question)?;
    let total = engine.count(&query.root)?;
    frame(engine, query, total)
}

/// Everything of an answer but its hits.
fn frame(engine: &dyn Engine, query: Query, total: usize) -> Result<Answer, Refused> {
    let undated_left_out = match undated::left_out(&query.root) {
        Some(undated) => engine.count(&undated)?,
        None => 0,
    };
    Ok(Answer {
        version: ANSWER_VERSION,
        understood: print(&query.root),
        query: query.typed,
        complaints: query.complaints.into_iter().map(Remark::from).collect(),
        total,
        undated_left_out,
        ..Answer::default()
    })
}

/// The query of a question with its flags, read and joined by AND, without asking an engine.
///
/// # Errors
/// When the query is past a bound of the language.
pub fn reading(question: &Question) -> Result<Query, Refused> {
    with_flags(parse(&question.typed, question.today).map_err(Refused::Query)?, question)
}

fn with_flags(mut query: Query, question: &Question) -> Result<Query, Refused> {
    let end = question.typed.len();
    for (flag, clause) in &question.flags {
        let read = parse(clause, question.today).map_err(Refused::Query)?;
        for mut complaint in read.complaints {
            complaint.message = format!("{flag}: {}", complaint.message);
            complaint.span = Span::new(end, end);
            query.complaints.push(complaint);
        }
        query.root = join(query.root, read.root);
    }
    Ok(query)
}

fn join(left: Node, right: Node) -> Node {
    match (&left.asks, &right.asks) {
        (_, Match::All) => left,
        (Match::All, _) => right,
        _ => Node { span: left.span, asks: Match::And(vec![left, right]) },
    }
}

fn by_day(sort: Sort) -> Sort {
    if sort == Sort::Relevance { Sort::Newest } else { sort }
}

/// Makes hits, and remembers whom comments answer.
struct Answered<'a> {
    engine: &'a dyn Engine,
    known: HashMap<String, Option<String>>,
}

impl Answered<'_> {
    fn hit(&mut self, found: &Found, query: &Node, question: &Question) -> Result<Hit, Fault> {
        let statement = &found.statement;
        let options = Options { chars: question.chars, passages: question.passages, quoted: &statement.quoted };
        let snippets = snippet::passages(&statement.text, query, statement.language.as_deref(), &options);
        Ok(Hit {
            id: statement.id.clone(),
            short: look::short(self.engine, &statement.id)?,
            answers: self.answers(statement)?,
            score: found.score,
            snippets: snippets.into_iter().map(Snippet::from).collect(),
            ..Hit::from(statement)
        })
    }

    /// The name of the one whom a comment answers; none for an article, or where nobody is named.
    fn answers(&mut self, statement: &Statement) -> Result<Option<String>, Fault> {
        if statement.kind == Kind::Article {
            return Ok(None);
        }
        let id = statement.parent.as_ref().unwrap_or(&statement.thread);
        if let Some(known) = self.known.get(id) {
            return Ok(known.clone());
        }
        let answered = self.engine.statement(id)?;
        let names = answered.map(|s| s.authors.iter().map(|author| author.name.clone()).collect::<Vec<_>>().join(", "));
        let name = names.filter(|name| !name.is_empty());
        self.known.insert(id.clone(), name.clone());
        Ok(name)
    }
}
