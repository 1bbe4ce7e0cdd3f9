//! Where a name stands: how often, from when to when, on how many sites, and in which passages.
//!
//! In: the key of an author or of somebody or something named, and the question within which it is counted. Out: the counts with
//! the query that finds exactly the statements counted, and hits whose passage is the one with the name.

use super::answer::{Hit, Snippet};
use super::hit::Hits;
use super::question::{Question, Refused, join};
use crate::article::{Entity, Place, Statement};
use crate::engine::{By, Engine, Request, Sort};
use crate::query::{Form, Match, Node, Scope, Term, Words, clause, parse, print};
use crate::snippet::{self, Options};
use crate::text::{Span, words};
use serde::{Deserialize, Serialize};

/// The statements that have a name in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extent {
    /// How many statements.
    pub count: usize,
    /// First day, as far as it is known; none where all are undated.
    pub first: Option<String>,
    /// Last day.
    pub last: Option<String>,
    /// Undated ones among them.
    pub undated: usize,
    /// On so many sites.
    pub sites: usize,
    /// The clause that asks for the name.
    pub clause: String,
    /// The query that finds exactly these statements.
    pub query: String,
}

/// A name that is counted.
pub(super) struct Named {
    /// The field of the query language that asks for such a name.
    pub(super) field: String,
    /// Its key, as `key:` takes it.
    pub(super) key: String,
    /// As it is shown.
    pub(super) name: String,
}

/// The extent of a name that `count` of the statements within `root` have.
pub(super) fn extent(
    engine: &dyn Engine,
    root: &Node,
    question: &Question,
    named: &Named,
    count: usize,
) -> Result<Extent, Refused> {
    let within = join(root.clone(), leaf(Match::Key(named.key.clone())));
    let days = engine.values(&within, By::Day)?;
    let dated: usize = days.iter().map(|day| day.count).sum();
    let plain = clause(&named.field, &named.name);
    let node = parse(&plain, question.today).map_err(Refused::Query)?.root;
    let is_exact = engine.count(&join(root.clone(), node.clone()))? == count;
    let (clause, node) =
        if is_exact { (plain, node) } else { (clause("key", &named.key), leaf(Match::Key(named.key.clone()))) };
    let query = if root.asks == Match::All { clause.clone() } else { print(&join(root.clone(), node)) };
    Ok(Extent {
        count,
        first: days.first().map(|day| day.key.clone()),
        last: days.last().map(|day| day.key.clone()),
        undated: count.saturating_sub(dated),
        sites: engine.values(&within, By::Site)?.len(),
        clause,
        query,
    })
}

/// The best statements that have a name: those with the whole name first, then the newest; as many as passages are asked for.
pub(super) fn passages(
    engine: &dyn Engine,
    root: &Node,
    question: &Question,
    named: &Named,
) -> Result<Vec<Hit>, Refused> {
    if question.passages == 0 {
        return Ok(Vec::new());
    }
    let key = leaf(Match::Key(named.key.clone()));
    let is_author = named.field == "author";
    let whole = phrase(&named.name).filter(|_| !is_author).map(|words| leaf(Match::Text(Scope::Text, words)));
    let sort = if whole.is_some() { Sort::Relevance } else { Sort::Newest };
    let either = leaf(Match::Or(whole.into_iter().chain([key.clone()]).collect()));
    let query = leaf(Match::And(vec![root.clone(), key, either]));
    let order = engine.order(&Request { query, sort, take: question.passages, why: false })?;
    let mut hits = Hits::new(engine, root, question);
    let mut found = Vec::new();
    for placed in &order.first {
        let Some(statement) = engine.statement(&placed.id)? else { continue };
        let asked = if is_author { root.clone() } else { mentions(&statement, &named.key) };
        let options = Options { chars: question.chars, passages: 1, quoted: &statement.quoted };
        let passages = snippet::passages(&statement.text, &asked, statement.language.as_deref(), &options);
        found.push(Hit { snippets: passages.into_iter().map(Snippet::from).collect(), ..hits.unfound(&statement)? });
    }
    Ok(found)
}

/// The forms in which a statement's text names a key, as a query.
fn mentions(statement: &Statement, key: &str) -> Node {
    let is_mention = |entity: &&Entity| entity.joining_key(&statement.thread) == key && entity.place == Place::Text;
    let forms = statement.entities.iter().filter(is_mention).filter_map(|entity| phrase(&entity.text));
    let forms: Vec<Node> = forms.map(|words| leaf(Match::Text(Scope::Text, words))).collect();
    if forms.is_empty() { leaf(Match::All) } else { leaf(Match::Or(forms)) }
}

/// Words side by side; none where there is no word.
fn phrase(text: &str) -> Option<Words> {
    let term = |word: crate::text::Word<'_>| Term { word: word.folded.into_owned(), form: Form::Exact };
    let mut terms: Vec<Term> = words(text).map(term).collect();
    match terms.len() {
        0 => None,
        1 => terms.pop().map(Words::Term),
        _ => Some(Words::Phrase(terms)),
    }
}

fn leaf(asks: Match) -> Node {
    Node { span: Span::default(), asks }
}
