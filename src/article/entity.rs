//! A person, an organisation or a place that a statement names.
//!
//! In: a stretch of title, text or aside. Out: its type, the name that is shown, the key that joins. Finding them is left to `enrich`.

use super::person::key_of;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One mention of an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// First byte in the field that `place` names.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Which field the offsets belong to.
    #[serde(rename = "in", default)]
    pub place: Place,
    /// Person, organisation or place.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// As it stands in the field.
    pub text: String,
    /// As it is shown: the fullest form that the statement gives.
    pub name: String,
    /// Type and folded name; equal for all mentions of one entity. One that ends with `?` is local: a bare surname or first
    /// name, that means somebody in its conversation and nobody beyond it.
    pub key: String,
}

impl Entity {
    /// The key of an entity: `person:kim jong un`.
    #[must_use]
    pub fn key_for(kind: EntityType, name: &str) -> String {
        format!("{kind}:{}", key_of(name))
    }

    /// The key of a bare name: `person:kim?`.
    #[must_use]
    pub fn local_key_for(kind: EntityType, name: &str) -> String {
        format!("{}?", Entity::key_for(kind, name))
    }

    /// The key under which it is counted with the entities of other statements: for a local one `person:kim@THREAD`.
    #[must_use]
    pub fn joining_key(&self, thread: &str) -> String {
        self.key.strip_suffix('?').map_or_else(|| self.key.clone(), |bare| format!("{bare}@{thread}"))
    }

    /// A key without the mark of where it holds.
    #[must_use]
    pub fn bare_key(key: &str) -> &str {
        let bare = key.strip_suffix('?').unwrap_or(key);
        bare.split_once('@').map_or(bare, |(bare, _)| bare)
    }
}

/// Types of entities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityType {
    /// A person, without titles.
    Person,
    /// An organisation: a body of government, a party, a company, a medium.
    Org,
    /// A country, region, town, water or building.
    Place,
}

impl EntityType {
    /// Every type.
    pub const ALL: [EntityType; 3] = [EntityType::Person, EntityType::Org, EntityType::Place];
}

impl fmt::Display for EntityType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            EntityType::Person => "person",
            EntityType::Org => "org",
            EntityType::Place => "place",
        })
    }
}

/// The field that an entity's offsets belong to: `text`, `title`, `aside:0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Place {
    /// The text.
    #[default]
    Text,
    /// The title.
    Title,
    /// The aside with this number, from 0.
    Aside(usize),
}

impl TryFrom<String> for Place {
    type Error = String;

    fn try_from(value: String) -> Result<Self, Self::Error> {
        match value.as_str() {
            "text" => Ok(Place::Text),
            "title" => Ok(Place::Title),
            other => match other.strip_prefix("aside:").and_then(|number| number.parse().ok()) {
                Some(number) => Ok(Place::Aside(number)),
                None => Err(format!("`{other}` is no field that names can stand in")),
            },
        }
    }
}

impl From<Place> for String {
    fn from(place: Place) -> String {
        match place {
            Place::Text => "text".to_owned(),
            Place::Title => "title".to_owned(),
            Place::Aside(number) => format!("aside:{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Entity, EntityType, Place};

    #[test]
    fn a_place_is_written_as_its_field() {
        for (place, written) in [
            (Place::Text, "text"),
            (Place::Title, "title"),
            (Place::Aside(0), "aside:0"),
            (Place::Aside(12), "aside:12"),
        ] {
            assert_eq!(String::from(place), written);
            assert_eq!(Place::try_from(written.to_owned()), Ok(place));
        }
        for wrong in ["", "body", "aside", "aside:", "aside:-1", "aside:x", "Text"] {
            assert!(Place::try_from(wrong.to_owned()).is_err_and(|said| said.contains(wrong)), "{wrong}");
        }
    }

    #[test]
    fn a_bare_name_joins_nobody_of_another_conversation() {
        let entity = |key: String| Entity {
            start: 0,
            end: 3,
            place: Place::Text,
            kind: EntityType::Person,
            text: "Kim".to_owned(),
            name: "Kim".to_owned(),
            key,
        };
        let local = entity(Entity::local_key_for(EntityType::Person, "Kim"));
        assert_eq!(local.key, "person:kim?");
        assert_eq!(
            (local.joining_key("a"), local.joining_key("b")),
            ("person:kim@a".to_owned(), "person:kim@b".to_owned())
        );
        assert_eq!(entity("person:kim".to_owned()).joining_key("a"), "person:kim");
        assert!(["person:kim", "person:kim?", "person:kim@a"].iter().all(|key| Entity::bare_key(key) == "person:kim"));
    }

    #[test]
    fn spellings_of_one_name_share_a_key_and_types_do_not() {
        for name in ["Kim Jong-un", "KIM JONG UN", "Kim Jong‑un"] {
            assert_eq!(Entity::key_for(EntityType::Person, name), "person:kim jong un");
        }
        assert_ne!(Entity::key_for(EntityType::Org, "Paris"), Entity::key_for(EntityType::Place, "Paris"));
    }
}
