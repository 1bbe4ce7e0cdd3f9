//! Resolution: which mentions of a statement mean one entity, each merge with its reason.
//!
//! In: mentions of one statement, its authors' names, the entities named before it. Out: entities with a shown name
//! and a key. Types never merge; what is not certain stays apart, because a wrong merge puts words into the wrong
//! mouth. Across statements only equal keys join, which is left to whoever counts.
//!
//! ```text
//!  mention ── form (cleaned) ── own full name? ── named before? ── author? ──▶ name, reason
//! ```

mod form;
mod meaning;
mod review;

pub use meaning::Reason;
pub use review::{Counted, Likely, likely};

use super::{Found, Stretch};
use crate::article::{Entity, EntityType, key_of};
use crate::text::Span;
use form::Form;

/// Entities of mentions, each with the reason for its name.
pub(super) fn entities(
    fields: &[Stretch<'_>],
    found: &[Found],
    authors: &[&str],
    named: &[Entity],
) -> Vec<(Entity, Reason)> {
    let found = joined(fields, found);
    let form = |found: &Found| Form::new(found.kind, text_of(fields, found)).addressed(before_of(fields, found));
    let forms: Vec<Form> = found.iter().map(form).collect();
    let own: Vec<&Form> = forms.iter().collect();
    let introduced = introduced(fields, &found);
    let before: Vec<Form> = known_before(named);
    let writers: Vec<Form> = authors.iter().map(|name| Form::new(EntityType::Person, name)).collect();
    let levels = meaning::Levels { own: &own, introduced: &introduced, named, before: &before, writers: &writers };
    let meant: Vec<(String, Reason)> = (0..forms.len()).map(|at| levels.meaning(at)).collect();
    let shown = found.iter().zip(meant);
    shown.map(|(found, (name, reason))| (entity(fields, found, &name), reason)).collect()
}

fn entity(fields: &[Stretch<'_>], found: &Found, name: &str) -> Entity {
    Entity {
        start: found.span.from,
        end: found.span.to,
        place: found.place,
        kind: found.kind,
        text: text_of(fields, found).to_owned(),
        name: name.to_owned(),
        key: if is_bare(found.kind, name) {
            Entity::local_key_for(found.kind, name)
        } else {
            Entity::key_for(found.kind, name)
        },
    }
}

/// Whether a name is a surname or a first name alone, with or without `Mr` and the like: many people have it.
fn is_bare(kind: EntityType, name: &str) -> bool {
    let key = key_of(name);
    let key =
        form::ADDRESSES.iter().find_map(|address| key.strip_prefix(&format!("{} ", key_of(address)))).unwrap_or(&key);
    kind == EntityType::Person && !key.contains(' ')
}

/// The names of entities, each once.
fn known_before(named: &[Entity]) -> Vec<Form> {
    let mut seen = std::collections::HashSet::new();
    named.iter().filter(|entity| seen.insert(entity.key.as_str())).map(|e| Form::new(e.kind, &e.name)).collect()
}

/// `Lund, Ada` as one mention where the statement names Ada Lund elsewhere.
fn joined(fields: &[Stretch<'_>], found: &[Found]) -> Vec<Found> {
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for mention in found {
        let last = joined.last().copied().filter(|last| between(fields, last, mention) == Some(", "));
        match last.filter(|last| is_turned(fields, found, last, mention)) {
            Some(last) => {
                joined.pop();
                joined.push(Found { span: last.span.join(mention.span), ..last });
            }
            None => joined.push(*mention),
        }
    }
    joined
}

fn is_turned(fields: &[Stretch<'_>], found: &[Found], last: &Found, first: &Found) -> bool {
    let persons = last.kind == EntityType::Person && first.kind == EntityType::Person;
    let name = key_of(&format!("{} {}", text_of(fields, first), text_of(fields, last)));
    persons && found.iter().any(|other| other.kind == EntityType::Person && key_of(text_of(fields, other)) == name)
}

/// Long names and the acronyms that stand in parentheses beside them, as numbers of mentions.
fn introduced(fields: &[Stretch<'_>], found: &[Found]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (at, two) in found.windows(2).enumerate() {
        let [one, other] = two else { continue };
        let closed =
            fields.iter().find(|field| field.place == other.place).and_then(|field| field.text.get(other.span.to..));
        let beside = between(fields, one, other) == Some(" (") && closed.is_some_and(|rest| rest.starts_with(')'));
        let (long, short) = (text_of(fields, one), text_of(fields, other));
        if beside && form::is_drawn_from(short, long) {
            pairs.push((at, at + 1));
        } else if beside && form::is_drawn_from(long, short) {
            pairs.push((at + 1, at));
        }
    }
    pairs
}

fn between<'a>(fields: &[Stretch<'a>], one: &Found, other: &Found) -> Option<&'a str> {
    let field = fields.iter().find(|field| field.place == one.place && one.place == other.place)?;
    Some(Span::new(one.span.to, other.span.from).of(field.text)).filter(|_| one.span.to <= other.span.from)
}

fn before_of<'a>(fields: &[Stretch<'a>], found: &Found) -> &'a str {
    let field = fields.iter().find(|field| field.place == found.place);
    field.and_then(|field| field.text.get(..found.span.from)).unwrap_or_default()
}

fn text_of<'a>(fields: &[Stretch<'a>], found: &Found) -> &'a str {
    fields.iter().find(|field| field.place == found.place).map_or("", |field| found.span.of(field.text))
}

#[cfg(test)]
mod tests;
