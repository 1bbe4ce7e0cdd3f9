//! The whole answer counted: facets, and months.
//!
//! In: a query. Out: counts over everything that matches, whatever is shown of it. Counting is the engine's; here values get
//! the names that people know them by.

use super::answer::{Count, Facets, Month};
use crate::article::{EntityType, Statement, key_of};
use crate::engine::{By, Engine, Fault, Value};
use crate::query::Node;
use std::cmp::Reverse;

/// What a facet counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// Who made the statement.
    Author,
    /// Year of its day.
    Year,
    /// Site.
    Site,
    /// Persons named in it.
    Person,
    /// Organisations named in it.
    Org,
    /// Places named in it.
    Place,
    /// Article, comment or pingback.
    Kind,
}

impl Facet {
    /// Its name in an answer.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Facet::Author => "author",
            Facet::Year => "year",
            Facet::Site => "site",
            Facet::Person => "person",
            Facet::Org => "org",
            Facet::Place => "place",
            Facet::Kind => "kind",
        }
    }

    fn by(self) -> By {
        match self {
            Facet::Author => By::Author,
            Facet::Year => By::Year,
            Facet::Site => By::Site,
            Facet::Person => By::Entity(EntityType::Person),
            Facet::Org => By::Entity(EntityType::Org),
            Facet::Place => By::Entity(EntityType::Place),
            Facet::Kind => By::Kind,
        }
    }
}

/// Counts of each facet, the most frequent values first, at most `most` of each; years in their order.
pub(super) fn facets(engine: &dyn Engine, query: &Node, facets: &[Facet], most: usize) -> Result<Facets, Fault> {
    let of = |facet: &Facet| {
        let mut values = engine.values(query, facet.by())?;
        if *facet != Facet::Year {
            values.sort_by_key(|value| Reverse(value.count));
        }
        values.truncate(most);
        let named = values.into_iter().map(|value| named(engine, *facet, value));
        Ok((facet.name().to_owned(), named.collect::<Result<_, Fault>>()?))
    };
    facets.iter().map(of).collect()
}

/// Statements by month, then those whose month or day is not known.
pub(super) fn months(engine: &dyn Engine, query: &Node, total: usize) -> Result<Vec<Month>, Fault> {
    let values = engine.values(query, By::Month)?;
    let dated: usize = values.iter().map(|value| value.count).sum();
    let mut months: Vec<Month> =
        values.into_iter().map(|value| Month { month: value.key, count: value.count }).collect();
    if dated < total {
        months.push(Month { month: "undated".to_owned(), count: total - dated });
    }
    Ok(months)
}

/// A value with the name that its first statement gives it.
fn named(engine: &dyn Engine, facet: Facet, value: Value) -> Result<Count, Fault> {
    Ok(Count { name: name_of(engine, facet, &value)?, key: value.key, count: value.count })
}

/// The name that the first statement with a value gives it, else its key.
pub(super) fn name_of(engine: &dyn Engine, facet: Facet, value: &Value) -> Result<String, Fault> {
    let name = match facet {
        Facet::Year | Facet::Kind => None,
        _ => engine.statement(&value.first)?.and_then(|statement| name_in(&statement, facet, &value.key)),
    };
    Ok(name.unwrap_or_else(|| value.key.clone()))
}

fn name_in(statement: &Statement, facet: Facet, key: &str) -> Option<String> {
    match facet {
        Facet::Author => statement.authors.iter().find(|author| author.key == key).map(|author| author.name.clone()),
        Facet::Site => statement.site.clone().filter(|site| key_of(site) == key),
        _ => statement
            .entities
            .iter()
            .find(|entity| entity.joining_key(&statement.thread) == key)
            .map(|entity| entity.name.clone()),
    }
}
