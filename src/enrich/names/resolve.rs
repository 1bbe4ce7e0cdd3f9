//! Resolution: which mentions of a statement mean one entity.
//!
//! In: mentions of one statement, its authors' names, the entities named before it. Out: entities with a shown name
//! and a key. A short form means the one full name of its type that ends with it, else the one that begins with it;
//! where two would do, it stays apart. Types never merge.

use super::{Found, Stretch};
use crate::article::{Entity, EntityType, key_of};

/// A full name that a short form may mean.
struct Full {
    kind: EntityType,
    key: String,
    name: String,
}

/// Entities of mentions.
pub(super) fn entities(fields: &[Stretch<'_>], found: &[Found], authors: &[&str], named: &[Entity]) -> Vec<Entity> {
    let texts: Vec<(&Found, &str)> = found.iter().map(|found| (found, text_of(fields, found))).collect();
    let own: Vec<Full> = texts.iter().map(|(found, text)| Full::new(found.kind, text)).collect();
    let before: Vec<Full> = named.iter().map(|entity| Full::new(entity.kind, &entity.name)).collect();
    let writers: Vec<Full> = authors.iter().map(|name| Full::new(EntityType::Person, name)).collect();
    let levels = [own.as_slice(), before.as_slice(), writers.as_slice()];
    texts.into_iter().map(|(found, text)| entity(found, text, &levels)).collect()
}

fn entity(found: &Found, text: &str, levels: &[&[Full]]) -> Entity {
    let short = Full::new(found.kind, text);
    let meant = levels.iter().find_map(|level| meant(&short, level));
    let name = meant.map_or(short.name.as_str(), |full| full.name.as_str()).to_owned();
    Entity {
        start: found.span.from,
        end: found.span.to,
        place: found.place,
        kind: found.kind,
        text: text.to_owned(),
        key: Entity::key_for(found.kind, &name),
        name,
    }
}

impl Full {
    fn new(kind: EntityType, text: &str) -> Full {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Full { kind, key: key_of(&name), name }
    }
}

/// The one full name that a person's short form means: as its end, else as its beginning.
fn meant<'a>(short: &Full, names: &'a [Full]) -> Option<&'a Full> {
    if short.kind != EntityType::Person {
        return None;
    }
    let (tail, head) = (format!(" {}", short.key), format!("{} ", short.key));
    only(names, |full| full.kind == short.kind && full.key.ends_with(&tail))
        .or_else(|| only(names, |full| full.kind == short.kind && full.key.starts_with(&head)))
}

/// The one name that fits; none where two different ones do.
fn only(names: &[Full], fits: impl Fn(&Full) -> bool) -> Option<&Full> {
    let mut fitting = names.iter().filter(|full| fits(full));
    let first = fitting.next()?;
    fitting.all(|other| other.key == first.key).then_some(first)
}

fn text_of<'a>(fields: &[Stretch<'a>], found: &Found) -> &'a str {
    fields.iter().find(|field| field.place == found.place).map_or("", |field| found.span.of(field.text))
}

#[cfg(test)]
mod tests {
    use super::entities;
    use crate::article::{Entity, EntityType, Place};
    use crate::enrich::names::{Found, Stretch};
    use crate::text::Span;

    fn resolved(text: &str, persons: &[&str], named: &[&str]) -> Vec<String> {
        let mut at = 0;
        let span = |name: &&str| {
            let from = at + text.get(at..).and_then(|rest| rest.find(name)).expect("the name stands in the text");
            at = from + name.len();
            Found { place: Place::Text, span: Span::new(from, at), kind: EntityType::Person }
        };
        let found: Vec<Found> = persons.iter().map(span).collect();
        let before = |name: &&str| Entity {
            start: 0,
            end: name.len(),
            place: Place::Text,
            kind: EntityType::Person,
            text: (*name).to_owned(),
            name: (*name).to_owned(),
            key: Entity::key_for(EntityType::Person, name),
        };
        let named: Vec<Entity> = named.iter().map(before).collect();
        let entities = entities(&[Stretch { place: Place::Text, text }], &found, &[], &named);
        entities.into_iter().map(|entity| entity.name).collect()
    }

    #[test]
    fn a_surname_means_the_one_full_name_that_ends_with_it() {
        assert_eq!(resolved("Ada Lund came; Lund left.", &["Ada Lund", "Lund"], &[]), ["Ada Lund", "Ada Lund"]);
    }

    #[test]
    fn a_surname_of_two_persons_stays_apart() {
        let names = resolved("Ada Lund, Per Lund; Lund left.", &["Ada Lund", "Per Lund", "Lund"], &[]);
        assert_eq!(names, ["Ada Lund", "Per Lund", "Lund"]);
    }

    #[test]
    fn a_family_name_may_stand_first() {
        assert_eq!(resolved("Xi Osk spoke; Xi left.", &["Xi Osk", "Xi"], &[]), ["Xi Osk", "Xi Osk"]);
    }

    #[test]
    fn a_comment_means_the_persons_of_its_article() {
        assert_eq!(resolved("Lund is right.", &["Lund"], &["Ada Lund", "Per Berg"]), ["Ada Lund"]);
    }
}
