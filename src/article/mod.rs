//! What was said, by whom, when: the values that every other room passes on.
//!
//! In: nothing but values. Out: the record (`Article`, `Comment`), the statement that is indexed, and what a
//! reader hands over before anything is decided (`Draft`, `Block`, `Clue`).
//! It knows no file, no HTML and no index.

mod aliases;
mod draft;
mod entity;
mod ids;
mod person;
mod record;
mod record_fields;
mod statement;
mod thread;
mod when;

pub use aliases::Aliases;
pub use draft::{Block, BlockKind, Clue, CommentDraft, Draft, Field, Finding, Item, Note};
pub use entity::{Entity, EntityType, Place};
pub use ids::{article_id, comment_id, derived_id, fingerprint, local_comment_id};
pub use person::{Person, key_of};
pub use record::{Read, RecordError, read_record};
pub use statement::{Kind, Statement};
pub use thread::{Thread, settle};
pub use when::When;

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Version of the record's shape; it rises when a field changes its meaning.
pub const RECORD_VERSION: u32 = 1;

/// A saved article and the comments under it: the record, read and written as JSON.
///
/// Offsets count bytes of UTF-8 of the field they belong to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Article {
    /// Version of this shape, [`RECORD_VERSION`].
    pub version: u32,
    /// Stable id; empty until it is given one.
    pub id: String,
    /// Always `article`.
    pub kind: Kind,
    /// Where it lies, below the PATH that was indexed; inside a container followed by `!` and the item.
    pub path: String,
    /// Canonical address.
    pub url: Option<String>,
    /// Name of the site, or its host where no name is stated.
    pub site: Option<String>,
    /// Title, without the site's name.
    pub title: String,
    /// Language, ISO 639-1 where there is such a code.
    pub language: Option<String>,
    /// Tags and sections that the page states.
    pub tags: Vec<String>,
    /// Authors in the order of the byline.
    pub authors: Vec<Person>,
    /// Day of publication.
    pub date: Option<When>,
    /// Plain text; a blank line parts paragraphs.
    pub text: String,
    /// Captions, lines about the author, standing notes: not part of the text.
    pub asides: Vec<Aside>,
    /// Stretches of `text` that quote somebody else.
    pub quoted: Vec<Span>,
    /// Entities named in text, title and asides.
    pub entities: Vec<Entity>,
    /// Comments in the order of the page.
    pub comments: Vec<Comment>,
    /// What was odd about the input.
    pub notes: Vec<String>,
    /// The id of the line of a list that asked for it (`extract --list`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list_id: Option<String>,
}

/// A comment that a reader wrote under an article.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Comment {
    /// Id, unique within its article; empty until it is given one.
    pub id: String,
    /// `comment` or `pingback`.
    pub kind: Kind,
    /// Who wrote it.
    pub author: Option<Person>,
    /// Day it was written.
    pub date: Option<When>,
    /// Its own address.
    pub url: Option<String>,
    /// Language, where it is stated or certain.
    pub language: Option<String>,
    /// Plain text; a blank line parts paragraphs.
    pub text: String,
    /// Id of the comment that it answers; none where it answers the article.
    pub parent: Option<String>,
    /// Stretches of `text` that quote the article or an earlier comment.
    pub quoted: Vec<Span>,
    /// Entities named in `text`.
    pub entities: Vec<Entity>,
}

/// Text beside the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// What it is.
    pub kind: AsideKind,
    /// Its text.
    pub text: String,
}

/// Kinds of text beside the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AsideKind {
    /// Under a picture, a table or a film.
    Caption,
    /// About the author.
    About,
    /// A note that stands under many articles: a series, a project, a correction policy.
    Standing,
}
