//! A person from both sides: what they wrote, and where they are named.
//!
//! In: a name. Out: a [`People`], a plain value: everybody who has such a name, as author, as named, or both. Authors and those
//! named are one where their whole names are the same.

use super::answer::{Hit, Remark};
use super::counts::{Facet, name_of};
use super::entities::is_named;
use super::extent::{Extent, Named, extent, passages};
use super::question::{Question, Refused, join, read};
use crate::article::{Entity, EntityType, key_of};
use crate::engine::{By, Engine, Value};
use crate::query::{Match, Names, Node, clause, parse};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Version of the shape of [`People`]; it rises when a field changes its meaning.
pub const PEOPLE_VERSION: u32 = 1;

/// Everybody of a name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct People {
    /// Version of this shape, [`PEOPLE_VERSION`].
    pub version: u32,
    /// The name as typed.
    pub name: String,
    /// What of the filters could not be read.
    pub complaints: Vec<Remark>,
    /// Everybody of the name.
    pub total: usize,
    /// The people asked for: the one of exactly this name, then those in the most statements.
    pub people: Vec<Somebody>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Somebody {
    /// Folded name; of a bare name with the conversation in which it means somebody, `kim@THREAD`.
    pub key: String,
    /// As it is shown.
    pub name: String,
    /// What they wrote.
    pub wrote: Option<Side>,
    /// Where they are named.
    pub named: Option<Side>,
}

/// Statements by somebody, or about them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// How many, when, where.
    #[serde(flatten)]
    pub extent: Extent,
    /// The best of them.
    pub passages: Vec<Hit>,
}

/// Author and named person of one folded name.
type Sides = (Option<Value>, Option<Value>);

/// Everybody who has a name, within the filters of a question.
///
/// # Errors
/// When a filter is past a bound of the language, or the engine fails.
pub fn people(engine: &dyn Engine, question: &Question, name: &str) -> Result<People, Refused> {
    let query = read(question)?;
    let asked =
        |field: &str| parse(&clause(field, name), question.today).map(|query| query.root).map_err(Refused::Query);
    let mut by_name: BTreeMap<String, Sides> = BTreeMap::new();
    for value in of_name(engine, &query.root, &asked("author")?, By::Author)? {
        let sides = by_name.entry(value.key.clone()).or_default();
        sides.0 = Some(value);
    }
    for value in of_name(engine, &query.root, &asked("person")?, By::Entity(EntityType::Person))? {
        let folded = value.key.split_once(':').map_or(value.key.as_str(), |(_, name)| name).to_owned();
        let sides = by_name.entry(folded).or_default();
        sides.1 = Some(value);
    }
    let total = by_name.len();
    let mut order: Vec<(String, Sides)> = by_name.into_iter().collect();
    let count = |side: &Option<Value>| side.as_ref().map_or(0, |value| value.count);
    order.sort_by_key(|(key, (wrote, named))| {
        (Entity::bare_key(key) != key_of(name), Reverse(count(wrote) + count(named)))
    });
    let page = order.into_iter().skip(question.offset).take(question.limit);
    let people = page.map(|(key, sides)| somebody(engine, &query.root, question, key, sides));
    Ok(People {
        version: PEOPLE_VERSION,
        name: name.to_owned(),
        complaints: query.complaints.into_iter().map(Remark::from).collect(),
        total,
        people: people.collect::<Result<_, _>>()?,
    })
}

/// Authors or persons of whom some name holds all words asked for.
fn of_name(engine: &dyn Engine, root: &Node, asked: &Node, by: By) -> Result<Vec<Value>, Refused> {
    let (Match::Author(names) | Match::Entity(_, names)) = &asked.asks else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for value in engine.values(&join(root.clone(), asked.clone()), by)? {
        if has_name(engine, names, &value, by)? {
            found.push(value);
        }
    }
    Ok(found)
}

fn has_name(engine: &dyn Engine, names: &Names, value: &Value, by: By) -> Result<bool, Refused> {
    if by == By::Author { Ok(names.stand_in(&value.key)) } else { is_named(engine, names, value) }
}

fn somebody(
    engine: &dyn Engine,
    root: &Node,
    question: &Question,
    key: String,
    (wrote, named): Sides,
) -> Result<Somebody, Refused> {
    let mut shown = None;
    let mut side = |value: Option<Value>, facet: Facet| {
        let Some(value) = value else { return Ok(None) };
        let name = name_of(engine, facet, &value)?;
        let key = if facet == Facet::Author { format!("author:{}", value.key) } else { value.key.clone() };
        let named = Named { field: facet.name().to_owned(), key, name: name.clone() };
        shown = Some(name);
        Ok::<_, Refused>(Some(Side {
            extent: extent(engine, root, question, &named, value.count)?,
            passages: passages(engine, root, question, &named)?,
        }))
    };
    let wrote = side(wrote, Facet::Author)?;
    let named = side(named, Facet::Person)?;
    Ok(Somebody { name: shown.unwrap_or_else(|| key.clone()), key, wrote, named })
}
