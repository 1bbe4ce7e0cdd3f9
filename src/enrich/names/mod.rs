//! Names: the persons, organisations and places that a statement names.
//!
//! In: title, text and asides of a statement, and what was named before it. Out: entities with byte offsets, each
//! with the name that is shown and the key that joins. Recognisers find mentions, `resolve` says which mean one
//! entity.

mod resolve;
mod rules;
mod token;

use crate::article::{Article, Entity, EntityType, Person, Place};
use crate::text::Span;

/// A field of a statement that names are looked for in.
#[derive(Debug, Clone, Copy)]
pub struct Stretch<'a> {
    /// Which field it is.
    pub place: Place,
    /// Its text; no name crosses a blank line.
    pub text: &'a str,
}

/// A mention that a recogniser found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The field it stands in.
    pub place: Place,
    /// Where in that field, in bytes, without titles, a leading article or a possessive.
    pub span: Span,
    /// Its type.
    pub kind: EntityType,
}

/// One source of evidence for names.
pub trait Recognizer: Sync {
    /// Name, for `--why`.
    fn name(&self) -> &'static str;
    /// Mentions in the fields of one statement, in the order of fields and places; none overlaps another.
    fn find(&self, fields: &[Stretch<'_>]) -> Vec<Found>;
}

/// Entities of an article's title, text and asides.
pub(super) fn of_article(article: &Article) -> Vec<Entity> {
    let mut fields = vec![Stretch { place: Place::Title, text: &article.title }];
    fields.push(Stretch { place: Place::Text, text: &article.text });
    let asides = article.asides.iter().enumerate();
    fields.extend(asides.map(|(number, aside)| Stretch { place: Place::Aside(number), text: &aside.text }));
    let found = rules::Rules.find(&fields);
    let authors: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    resolve::entities(&fields, &found, &authors, &[])
}

/// Entities of a comment's text. `named` are the entities named before it.
pub(super) fn of_comment(text: &str, author: Option<&Person>, named: &[Entity]) -> Vec<Entity> {
    let fields = [Stretch { place: Place::Text, text }];
    let found = rules::Rules.find(&fields);
    let authors: Vec<&str> = author.iter().map(|author| author.name.as_str()).collect();
    resolve::entities(&fields, &found, &authors, named)
}
