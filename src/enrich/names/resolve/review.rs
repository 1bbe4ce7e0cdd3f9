//! Likely merges across statements, for a person to decide: nothing here is applied by itself.
//!
//! In: the entities of an index with their counts. Out: pairs of which one is probably short for the other, the most
//! named first. A short form that fits several names is not proposed.

use super::form::Form;
use super::meaning::{self, Reason};
use crate::article::EntityType;

/// An entity as an index counts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Its type.
    pub kind: EntityType,
    /// The name that is shown.
    pub name: String,
    /// Statements that name it.
    pub count: u64,
}

/// A merge to be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likely {
    /// The entity that would go.
    pub short: Counted,
    /// The entity that it would become.
    pub full: Counted,
    /// What speaks for it.
    pub reason: Reason,
}

/// Pairs of entities that are probably one, those with the most statements first.
#[must_use]
pub fn likely(entities: &[Counted]) -> Vec<Likely> {
    let forms: Vec<Form> = entities.iter().map(|entity| Form::new(entity.kind, &entity.name)).collect();
    let mut pairs = Vec::new();
    for (short, form) in entities.iter().zip(&forms) {
        let mut fitting = entities.iter().zip(&forms).filter_map(|(full, name)| {
            (name.kind == form.kind).then(|| meaning::relation(form, name)).flatten().map(|reason| (full, reason))
        });
        if let (Some((full, reason)), None) = (fitting.next(), fitting.next()) {
            pairs.push(Likely { short: short.clone(), full: full.clone(), reason });
        }
    }
    pairs.sort_by(|a, b| {
        (b.short.count + b.full.count).cmp(&(a.short.count + a.full.count)).then(a.short.name.cmp(&b.short.name))
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::{Counted, likely};
    use crate::article::EntityType;

    fn counted(kind: EntityType, name: &str, count: u64) -> Counted {
        Counted { kind, name: name.to_owned(), count }
    }

    #[test]
    fn a_surname_of_one_person_is_proposed_and_that_of_two_is_not() {
        let entities = [
            counted(EntityType::Person, "Ada Lund", 5),
            counted(EntityType::Person, "Lund", 3),
            counted(EntityType::Person, "Per Berg", 4),
            counted(EntityType::Person, "Eva Berg", 4),
            counted(EntityType::Person, "Berg", 9),
        ];
        let pairs: Vec<(String, String)> =
            likely(&entities).into_iter().map(|pair| (pair.short.name, pair.full.name)).collect();
        assert_eq!(pairs, [("Lund".to_owned(), "Ada Lund".to_owned())]);
    }

    #[test]
    fn acronyms_and_offices_are_proposed_within_their_type_the_most_named_first() {
        let entities = [
            counted(EntityType::Org, "Lake Grain Office", 2),
            counted(EntityType::Org, "LGO", 2),
            counted(EntityType::Org, "Ministry of Foreign Affairs", 9),
            counted(EntityType::Org, "Foreign Ministry", 9),
            counted(EntityType::Place, "LGO", 50),
        ];
        let pairs: Vec<String> = likely(&entities).into_iter().map(|pair| pair.short.name).collect();
        assert_eq!(pairs, ["Foreign Ministry", "LGO"]);
    }
}
