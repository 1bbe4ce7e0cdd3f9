//! Likely merges across statements, for a person to decide: nothing here is applied by itself.
//!
//! In: the entities of an index with their counts. Out: pairs of which one is probably short for the other, the most
//! named first. A short form that fits several names is not proposed.

use super::form::{self, Form};
use super::meaning::{self, Reason};
use crate::article::EntityType;
use std::collections::{BTreeSet, HashMap};

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
    let mut by_hold: HashMap<(EntityType, String), Vec<usize>> = HashMap::new();
    for (number, form) in forms.iter().enumerate() {
        for hold in holds(form) {
            by_hold.entry((form.kind, hold)).or_default().push(number);
        }
    }
    let mut pairs = Vec::new();
    for (short, form) in entities.iter().zip(&forms) {
        let near = grips(form).into_iter().filter_map(|grip| by_hold.get(&(form.kind, grip))).flatten();
        let near: BTreeSet<usize> = near.copied().collect();
        let mut fitting = near.into_iter().filter_map(|number| {
            let (full, name) = (entities.get(number)?, forms.get(number)?);
            meaning::relation(form, name).map(|reason| (full, reason))
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

/// What a short form may hold a full name by: thousands of names are not compared each with each.
fn holds(name: &Form) -> Vec<String> {
    let mut holds: Vec<String> = ends(name);
    if name.kind == EntityType::Org {
        holds.extend(first_letters(&name.name));
        holds.extend(form::office(&name.key).map(|words| words.join(" ")));
    }
    holds
}

/// What of a short form such a hold is.
fn grips(short: &Form) -> Vec<String> {
    let mut grips = ends(short);
    if short.kind == EntityType::Org {
        grips.push(short.name.chars().filter(|c| c.is_alphanumeric()).collect());
        grips.extend(form::office(&short.key).map(|words| words.join(" ")));
    }
    grips
}

/// The first letters of a name's words as capitals: of all of them, and of those written large.
fn first_letters(name: &str) -> [String; 2] {
    let firsts = || name.split([' ', '-']).filter_map(|word| word.chars().next());
    [firsts().flat_map(char::to_uppercase).collect(), firsts().filter(|c| c.is_uppercase()).collect()]
}

/// First and last word.
fn ends(form: &Form) -> Vec<String> {
    let words = [form.key.split(' ').next(), form.key.rsplit(' ').next()];
    words.into_iter().flatten().map(str::to_owned).collect()
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

    #[test]
    fn ten_thousand_names_are_compared_at_once() {
        let mut entities: Vec<Counted> =
            (0..10_000).map(|n| counted(EntityType::Person, &format!("Ada{n} Lund{n}"), 1)).collect();
        entities.push(counted(EntityType::Person, "Lund77", 2));
        let start = std::time::Instant::now();
        let pairs = likely(&entities);
        assert_eq!(pairs.len(), 1);
        assert!(start.elapsed().as_secs() < 5);
    }
}
