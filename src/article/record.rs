//! Reading records leniently.
//!
//! In: one JSON value. Out: an article with its comments, or a flat comment, and notes about what did not fit.
//! Plain strings stand for objects, `author` and `authors` for each other, one for a list of one; a key that is missing is
//! derived; an unknown key, a wrong type, an offset outside its field is left out with a note. Nothing but a value that is
//! no object is an error. Cutting a file into values is left to `read`.

use super::record_fields::{Fields, kind_of};
use super::{
    Article, Aside, AsideKind, Comment, Entity, EntityType, Item, Kind, Person, Place, RECORD_VERSION, When, key_of,
};
use crate::text::{Span, Stamp, read_day};
use serde_json::{Map, Value};
use std::fmt;

/// Where a value was taken from, when the record does not say.
const FROM: &str = "record";

/// A record, and what was odd about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// An article or a flat comment.
    pub item: Item,
    /// What was left out, in small letters and without a full stop.
    pub notes: Vec<String>,
}

/// Why a value is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordError {
    found: &'static str,
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no record: {}, not an object", self.found)
    }
}

impl std::error::Error for RecordError {}

/// Reads one record.
///
/// # Errors
/// When the value is no object.
pub fn read_record(value: Value) -> Result<Read, RecordError> {
    let Value::Object(map) = value else { return Err(RecordError { found: kind_of(&value) }) };
    let mut fields = Fields::of(map, "");
    let item = match kind(&mut fields, Kind::Article) {
        Kind::Article => Item::Article(Box::new(article(&mut fields))),
        kind => Item::Comment(Box::new(comment(&mut fields, kind))),
    };
    Ok(Read { item, notes: fields.end() })
}

fn kind(fields: &mut Fields, usual: Kind) -> Kind {
    match fields.text("kind").as_deref() {
        None => usual,
        Some("article") if usual == Kind::Article => Kind::Article,
        Some("comment") => Kind::Comment,
        Some("pingback") => Kind::Pingback,
        Some(other) => {
            fields.note(&format!("kind `{other}` is read as {usual}"));
            usual
        }
    }
}

fn article(fields: &mut Fields) -> Article {
    let text = fields.text("text").unwrap_or_default();
    let title = fields.text("title").unwrap_or_default();
    let asides = asides(fields);
    let entities = entities(fields, |place| match place {
        Place::Text => Some(&text),
        Place::Title => Some(&title),
        Place::Aside(number) => asides.get(number).map(|aside| &aside.text),
    });
    Article {
        version: version(fields),
        id: fields.id("id").unwrap_or_default(),
        kind: Kind::Article,
        path: fields.filled("path").unwrap_or_default(),
        url: fields.filled("url"),
        site: fields.filled("site"),
        language: fields.filled("language"),
        tags: fields.texts("tags"),
        authors: authors(fields),
        date: date(fields),
        quoted: quoted(fields, &text),
        comments: comments(fields),
        notes: fields.texts("notes"),
        list_id: fields.filled("list_id"),
        text,
        title,
        asides,
        entities,
    }
}

fn comment(fields: &mut Fields, kind: Kind) -> Comment {
    let text = fields.text("text").unwrap_or_default();
    let entities = entities(fields, |place| (place == Place::Text).then_some(&text));
    let mut authors = authors(fields).into_iter();
    let author = authors.next();
    if authors.next().is_some() {
        fields.note("a comment has one author; the others left out");
    }
    Comment {
        id: fields.id("id").unwrap_or_default(),
        kind,
        author,
        date: date(fields),
        url: fields.filled("url"),
        language: fields.filled("language"),
        parent: fields.id("parent"),
        quoted: quoted(fields, &text),
        text,
        entities,
    }
}

fn comments(fields: &mut Fields) -> Vec<Comment> {
    let mut comments = Vec::new();
    for (number, value) in (1..).zip(fields.list("comments")) {
        match value {
            Value::String(text) => comments.push(Comment { kind: Kind::Comment, text, ..Comment::default() }),
            Value::Object(map) => {
                let mut own = Fields::of(map, &format!("comment {number}: "));
                let kind = kind(&mut own, Kind::Comment);
                comments.push(comment(&mut own, kind));
                fields.notes.extend(own.end());
            }
            other => fields.note(&format!("comment {number} is {}, not an object; left out", kind_of(&other))),
        }
    }
    comments
}

fn version(fields: &mut Fields) -> u32 {
    let version = fields.number("version").and_then(|number| u32::try_from(number).ok());
    if let Some(newer) = version.filter(|version| *version > RECORD_VERSION) {
        fields.note(&format!("version {newer} is newer than {RECORD_VERSION}; read as far as it is known"));
    }
    RECORD_VERSION
}

fn authors(fields: &mut Fields) -> Vec<Person> {
    let values: Vec<_> = fields.list("authors").into_iter().chain(fields.list("author")).collect();
    values.into_iter().filter_map(|value| person(fields, value)).collect()
}

fn person(fields: &mut Fields, value: Value) -> Option<Person> {
    match value {
        Value::String(name) if name.trim().is_empty() => None,
        Value::String(name) => Some(Person::new(name.trim(), FROM, 1.0)),
        Value::Object(map) => of_object(fields, map, "author: ", |own| {
            let name = own.filled("name")?;
            Some(Person {
                key: own.filled("key").unwrap_or_else(|| key_of(&name)),
                from: own.filled("from").unwrap_or_else(|| FROM.to_owned()),
                confidence: own.share("confidence").unwrap_or(1.0),
                name,
            })
        }),
        Value::Null => None,
        other => fields.wrong("author", &other, "a name"),
    }
}

/// Reads a nested object with its own notes; one that gives nothing is left out.
fn of_object<T>(
    fields: &mut Fields,
    map: Map<String, Value>,
    place: &str,
    read: impl FnOnce(&mut Fields) -> Option<T>,
) -> Option<T> {
    let mut own = Fields::of(map, place);
    let value = read(&mut own);
    fields.notes.extend(own.end());
    if value.is_none() {
        fields.note(&format!("{place}nothing that can be read; left out"));
    }
    value
}

fn date(fields: &mut Fields) -> Option<When> {
    match fields.take("date")? {
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) => stamp(fields, &text).map(|stamp| When::new(stamp, FROM, 1.0)),
        // a bare year
        Value::Number(number) => stamp(fields, &number.to_string()).map(|stamp| When::new(stamp, FROM, 1.0)),
        Value::Object(map) => of_object(fields, map, "date: ", |own| {
            let value = own.filled("value")?;
            let stamp = stamp(own, &value)?;
            precision(own, &stamp);
            let from = own.filled("from").unwrap_or_else(|| FROM.to_owned());
            Some(When::new(stamp, &from, own.share("confidence").unwrap_or(1.0)))
        }),
        other => fields.wrong("date", &other, "a day"),
    }
}

fn stamp(fields: &mut Fields, text: &str) -> Option<Stamp> {
    let stamp = Stamp::parse(text).or_else(|| read_day(text, None));
    if stamp.is_none() {
        fields.note(&format!("`{text}` is no day; left out"));
    }
    stamp
}

/// The value says how exact it is; a record that says otherwise is not believed.
fn precision(fields: &mut Fields, stamp: &Stamp) {
    let stated = fields.take("precision");
    let own = serde_json::to_value(stamp.precision).ok();
    if stated.is_some() && stated != own {
        fields.note("`precision` does not fit the value; taken from the value");
    }
}

fn asides(fields: &mut Fields) -> Vec<Aside> {
    let mut asides = Vec::new();
    for value in fields.list("asides") {
        let aside = match value {
            Value::String(text) => Some(Aside { kind: AsideKind::Standing, text }),
            Value::Object(map) => of_object(fields, map, "aside: ", |own| {
                let text = own.text("text")?;
                let kind = match own.text("kind").as_deref() {
                    Some("caption") => AsideKind::Caption,
                    Some("about") => AsideKind::About,
                    _ => AsideKind::Standing,
                };
                Some(Aside { kind, text })
            }),
            other => fields.wrong("asides", &other, "a list of objects"),
        };
        // an aside left out keeps its number, as entities count by it
        asides.push(aside.unwrap_or(Aside { kind: AsideKind::Standing, text: String::new() }));
    }
    asides
}

fn quoted(fields: &mut Fields, text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for value in fields.list("quoted") {
        match serde_json::from_value::<Span>(value) {
            Ok(span) if fits(text, span) => spans.push(span),
            _ => fields.note("a `quoted` stretch does not fit the text; left out"),
        }
    }
    spans
}

fn fits(text: &str, span: Span) -> bool {
    !span.is_empty() && text.get(span.from..span.to).is_some()
}

fn entities<'a>(fields: &mut Fields, text_of: impl Fn(Place) -> Option<&'a String>) -> Vec<Entity> {
    let mut entities = Vec::new();
    for (number, value) in (1..).zip(fields.list("entities")) {
        let place = format!("entity {number}: ");
        let entity = match value {
            Value::Object(map) => of_object(fields, map, &place, |own| entity(own, &text_of)),
            other => fields.wrong("entities", &other, "a list of objects"),
        };
        entities.extend(entity);
    }
    entities
}

fn entity<'a>(fields: &mut Fields, text_of: &impl Fn(Place) -> Option<&'a String>) -> Option<Entity> {
    let place = fields.text("in").map_or(Ok(Place::Text), Place::try_from);
    let kind = entity_type(fields);
    let (start, end) = (fields.number("start"), fields.number("end"));
    let (stated, name, key) = (fields.filled("text"), fields.filled("name"), fields.filled("key"));
    let (kind, place, start, end) = (kind?, place.ok()?, start?, end?);
    let span = Span::new(start, end);
    let text = text_of(place).filter(|text| fits(text, span)).map(|text| span.of(text));
    let Some(text) = text.filter(|text| stated.as_deref().is_none_or(|stated| stated == *text)) else {
        fields.note("the offsets do not fit the text that they name");
        return None;
    };
    let name = name.unwrap_or_else(|| text.to_owned());
    let key = key.unwrap_or_else(|| Entity::key_for(kind, &name));
    Some(Entity { start, end, place, kind, text: text.to_owned(), name, key })
}

fn entity_type(fields: &mut Fields) -> Option<EntityType> {
    match fields.text("type").as_deref() {
        Some("person") => Some(EntityType::Person),
        Some("org") => Some(EntityType::Org),
        Some("place") => Some(EntityType::Place),
        _ => {
            fields.note("its `type` is none of person, org, place");
            None
        }
    }
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
