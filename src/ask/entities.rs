//! Who and what is named in the statements that match.
//!
//! In: a question. Out: an [`Entities`], a plain value: each name with its count, its first and last day, its sites, and the
//! query that finds exactly those statements. Counting is the engine's, how a merge came about is `enrich`'s.

use super::answer::{Hit, Remark};
use super::counts::{Facet, name_of};
use super::extent::{Extent, Named, extent, passages};
use super::question::{Question, Refused, join, read};
use crate::article::{Entity, EntityType};
use crate::engine::{By, Engine, Value};
use crate::query::{Match, Names, Node, clause, parse, print};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Version of the shape of [`Entities`]; it rises when a field changes its meaning.
pub const ENTITIES_VERSION: u32 = 1;

/// What of the names is wanted, beside the question whose statements name them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Types; all where none is given.
    pub kinds: Vec<EntityType>,
    /// Only those named together with this name.
    pub with: Option<String>,
}

/// Names in the statements that match.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Entities {
    /// Version of this shape, [`ENTITIES_VERSION`].
    pub version: u32,
    /// The query as typed.
    pub query: String,
    /// How it was read, in the same language.
    pub understood: String,
    /// What could not be read, or may have been meant otherwise.
    pub complaints: Vec<Remark>,
    /// Statements that match.
    pub statements: usize,
    /// Names in them.
    pub total: usize,
    /// The names asked for, those in the most statements first.
    pub entities: Vec<NamedEntity>,
}

/// A person, an organisation or a place that is named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NamedEntity {
    /// Its type.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// Its key.
    pub key: String,
    /// As it is shown.
    pub name: String,
    /// Where it is named.
    #[serde(flatten)]
    pub extent: Extent,
    /// Statements that name it, each with the passage.
    pub passages: Vec<Hit>,
    /// Why it has its name, form by form; empty where that is not asked.
    pub evidence: Vec<Evidence>,
}

/// A form in which somebody or something is named, and why it is taken for the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// As it stands in the texts.
    pub text: String,
    /// The reason.
    pub reason: String,
    /// Mentions, in the statements that were looked at.
    pub times: usize,
    /// Id of one of the statements.
    pub id: String,
}

/// Every name in the statements that a question finds: its type, as it is shown, and in how many statements. A bare name is one,
/// whatever it means in each conversation.
///
/// # Errors
/// As for [`entities`].
pub fn every_name(
    engine: &dyn Engine,
    question: &Question,
    wanted: &Wanted,
) -> Result<Vec<(EntityType, String, usize)>, Refused> {
    let query = read(question)?;
    let mut names: BTreeMap<(EntityType, String), (String, usize)> = BTreeMap::new();
    for (kind, value) in named(engine, &query.root, wanted, None)? {
        let bare = Entity::bare_key(&value.key).to_owned();
        match names.get_mut(&(kind, bare.clone())) {
            Some((_, count)) => *count += value.count,
            None => {
                names.insert((kind, bare), (name_of(engine, facet(kind), &value)?, value.count));
            }
        }
    }
    Ok(names.into_iter().map(|((kind, _), (name, count))| (kind, name, count)).collect())
}

/// Names in the statements that a question finds.
///
/// # Errors
/// When the query is past a bound of the language, or the engine fails.
pub fn entities(engine: &dyn Engine, question: &Question, wanted: &Wanted) -> Result<Entities, Refused> {
    let mut query = read(question)?;
    let with = wanted.with.as_ref().map(|name| parse(&clause("entity", name), question.today)).transpose();
    let with = with.map_err(Refused::Query)?.map(|with| with.root);
    query.root = with.iter().fold(query.root, |root, with| join(root, with.clone()));
    let mut found = named(engine, &query.root, wanted, names(with.as_ref()))?;
    let total = found.len();
    found.sort_by_key(|(_, value)| Reverse(value.count));
    let mut entities = Vec::new();
    for (kind, value) in found.into_iter().skip(question.offset).take(question.limit) {
        let name = name_of(engine, facet(kind), &value)?;
        let named = Named { field: kind.to_string(), key: value.key.clone(), name: name.clone() };
        entities.push(NamedEntity {
            kind,
            name,
            extent: extent(engine, &query.root, question, &named, value.count)?,
            passages: passages(engine, &query.root, question, &named)?,
            key: value.key,
            evidence: Vec::new(),
        });
    }
    Ok(Entities {
        version: ENTITIES_VERSION,
        understood: print(&query.root),
        statements: engine.count(&query.root)?,
        query: query.typed,
        complaints: query.complaints.into_iter().map(Remark::from).collect(),
        total,
        entities,
    })
}

/// The names of the types asked for, but for the one that they are named together with.
fn named(
    engine: &dyn Engine,
    root: &Node,
    wanted: &Wanted,
    with: Option<&Names>,
) -> Result<Vec<(EntityType, Value)>, Refused> {
    let mut found = Vec::new();
    for kind in EntityType::ALL.into_iter().filter(|kind| wanted.kinds.is_empty() || wanted.kinds.contains(kind)) {
        for value in engine.values(root, By::Entity(kind))? {
            let is_with = match with {
                Some(names) => is_named(engine, names, &value)?,
                None => false,
            };
            if !is_with {
                found.push((kind, value));
            }
        }
    }
    Ok(found)
}

fn names(with: Option<&Node>) -> Option<&Names> {
    match with.map(|node| &node.asks) {
        Some(Match::Entity(_, names)) => Some(names),
        _ => None,
    }
}

/// Whether one of the names that are known for a key holds all words asked for.
pub(super) fn is_named(engine: &dyn Engine, names: &Names, value: &Value) -> Result<bool, Refused> {
    let has_name = |key: &String| names.stand_in(name_in(key));
    if engine.keys_of(&value.key).iter().any(has_name) {
        return Ok(true);
    }
    let Some(statement) = engine.statement(&value.first)? else { return Ok(false) };
    let own = |entity: &&Entity| entity.joining_key(&statement.thread) == value.key;
    let mut known = statement.entities.iter().filter(own).flat_map(|entity| [&entity.name, &entity.text]);
    Ok(known.any(|name| names.stand_in(name)))
}

/// The folded name in the key of an entity.
pub(super) fn name_in(key: &str) -> &str {
    Entity::bare_key(key).split_once(':').map_or("", |(_, name)| name)
}

pub(super) fn facet(kind: EntityType) -> Facet {
    match kind {
        EntityType::Person => Facet::Person,
        EntityType::Org => Facet::Org,
        EntityType::Place => Facet::Place,
    }
}
