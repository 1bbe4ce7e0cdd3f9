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
mod counts;
mod entities;
mod extent;
mod group;
mod hit;
mod kwic;
mod look;
mod news;
mod open;
mod people;
mod question;
mod quote;
mod suggest;
mod undated;

pub use answer::{ANSWER_VERSION, Answer, Copy, Count, Facets, Hit, Month, Remark, Snippet, Suggestion, Why};
pub use cite::{Citation, cite};
pub use counts::Facet;
pub use entities::{ENTITIES_VERSION, Entities, Evidence, NamedEntity, Wanted, entities, every_name};
pub use extent::Extent;
pub use kwic::{CONCORDANCE_VERSION, Concord, ConcordLine, Concordance, LineSort, concordance};
pub use look::{Looked, look, thread};
pub use news::news;
pub use open::address;
pub use people::{PEOPLE_VERSION, People, Side, Somebody, people};
pub use question::{Question, Reading, Refused, read};
pub use quote::{CHECKED_VERSION, Checked, CheckedHit, CheckedPiece, CheckedPlace, PieceKind, Verdict, check};

use crate::engine::{Engine, Order, Placed, Request, Sort};
use crate::query::{Query, print};
use hit::Hits;

/// Answers a question.
///
/// # Errors
/// When the query is past a bound of the language, or the engine fails.
pub fn search(engine: &dyn Engine, question: &Question) -> Result<Answer, Refused> {
    let query = read(question)?;
    let order = ordered(engine, &query, question)?;
    let mut made = Hits::new(engine, &query.root, question);
    let hits = if question.grouped {
        group::groups(engine, &mut made, &order.first, question.offset, question.limit)?
    } else {
        let page = order.first.iter().skip(question.offset);
        page.filter_map(|placed| made.hit(placed).transpose()).collect::<Result<_, _>>()?
    };
    let facets = counts::facets(engine, &query.root, &question.facets, question.values)?;
    let months = if question.by_month { counts::months(engine, &query.root, order.total)? } else { Vec::new() };
    let suggestions =
        if question.suggest { suggest::suggestions(engine, &query, question, order.total)? } else { Vec::new() };
    Ok(Answer { hits, facets, months, suggestions, ..frame(engine, query, order.total)? })
}

/// Answers a question with ids and scores alone, in order.
///
/// # Errors
/// As for [`search`].
pub fn ranked(engine: &dyn Engine, question: &Question) -> Result<(Vec<Placed>, Vec<Remark>), Refused> {
    let query = read(question)?;
    let order = ordered(engine, &query, question)?;
    let complaints = query.complaints.into_iter().map(Remark::from).collect();
    Ok((order.first.into_iter().skip(question.offset).collect(), complaints))
}

fn ordered(engine: &dyn Engine, query: &Query, question: &Question) -> Result<Order, Refused> {
    // a query that asks for no words scores nothing, so its hits stand by day
    let sort = if query.root.asked_words().is_empty() { by_day(question.sort) } else { question.sort };
    // how many statements a page of conversations stands on is known only at the end
    let take = if question.grouped { usize::MAX } else { question.offset.saturating_add(question.limit) };
    Ok(engine.order(&Request { query: query.root.clone(), sort, take, why: question.why })?)
}

/// Answers a question with its total alone: no hits.
///
/// # Errors
/// As for [`search`].
pub fn count(engine: &dyn Engine, question: &Question) -> Result<Answer, Refused> {
    let query = read(question)?;
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

fn by_day(sort: Sort) -> Sort {
    if sort == Sort::Relevance { Sort::Newest } else { sort }
}
