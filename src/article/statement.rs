//! A statement: an article or a comment as a unit of its own, the way it is indexed and found.
//!
//! In: an article's record. Out: one flat statement each for the article and its comments, and back.
//! What depends on the whole thread (depth, counts, thread title) is filled in by `thread`.

use super::{Article, Aside, Comment, Entity, Person, When};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Kind of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An article.
    #[default]
    Article,
    /// A comment.
    Comment,
    /// A pingback or trackback: another site's note that it links here.
    Pingback,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Article => "article",
            Kind::Comment => "comment",
            Kind::Pingback => "pingback",
        })
    }
}

/// An article or a comment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Statement {
    /// Stable id.
    pub id: String,
    /// Article, comment or pingback.
    pub kind: Kind,
    /// Id of its article (its own for an article).
    pub thread: String,
    /// Id of the comment that it answers; none for an article and for a comment that answers the article.
    pub parent: Option<String>,
    /// What its source says it answers: an article's or a comment's id, kept even where nothing of that id is known.
    pub answers: Option<String>,
    /// A comment's id within its article, as its record brings it.
    pub local_id: Option<String>,
    /// Steps from the article's own answers, from 0; none for an article.
    pub depth: Option<u32>,
    /// Turn in its source, from 0; the article comes first.
    pub turn: u32,
    /// Own title; empty for a comment.
    pub title: String,
    /// Title of its article; empty for an article.
    pub thread_title: String,
    /// Authors.
    pub authors: Vec<Person>,
    /// Day it was made.
    pub date: Option<When>,
    /// Site.
    pub site: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Address of its article; empty for an article.
    pub thread_url: Option<String>,
    /// Path of its source.
    pub path: String,
    /// Key of its source in the list of sources: its path and where it lies, parted by NUL.
    pub source: String,
    /// Language as stated or found for the statement itself.
    pub own_language: Option<String>,
    /// Language that counts: its own, for a short comment its article's.
    pub language: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Text.
    pub text: String,
    /// Text beside the text.
    pub asides: Vec<Aside>,
    /// Quotations that the source's markup states.
    pub marked_quotes: Vec<Span>,
    /// Quotations: those of the markup, and what repeats the article or an earlier comment.
    pub quoted: Vec<Span>,
    /// Entities.
    pub entities: Vec<Entity>,
    /// Whether its record brought the entities, so that they are kept as they are.
    pub entities_given: bool,
    /// Comments in its thread, without pingbacks; of an article only.
    pub comments: u32,
    /// Words of its text.
    pub words: u32,
    /// What was odd about its source.
    pub notes: Vec<String>,
    /// What is odd about its place in the thread.
    pub thread_notes: Vec<String>,
}

impl Statement {
    /// The article of a record as a statement; its comments become statements of their own.
    #[must_use]
    pub fn of_article(article: Article) -> Statement {
        Statement {
            thread: article.id.clone(),
            id: article.id,
            kind: Kind::Article,
            title: article.title,
            authors: article.authors,
            date: article.date,
            site: article.site,
            url: article.url,
            path: article.path,
            own_language: article.language,
            tags: article.tags,
            text: article.text,
            asides: article.asides,
            marked_quotes: article.quoted,
            entities: article.entities,
            notes: article.notes,
            ..Statement::default()
        }
    }

    /// A comment as a statement under an id of its own; `answers` is the id of the article or comment that it answers.
    #[must_use]
    pub fn of_comment(comment: Comment, id: String, answers: Option<String>) -> Statement {
        Statement {
            id,
            kind: comment.kind,
            answers,
            local_id: Some(comment.id).filter(|id| !id.is_empty()),
            authors: comment.author.into_iter().collect(),
            date: comment.date,
            url: comment.url,
            own_language: comment.language,
            text: comment.text,
            marked_quotes: comment.quoted,
            entities: comment.entities,
            ..Statement::default()
        }
    }

    /// The record of an article and its comments: what was indexed, to be indexed again without loss.
    #[must_use]
    pub fn to_record(article: &Statement, comments: &[&Statement]) -> Article {
        Article {
            version: super::RECORD_VERSION,
            id: article.id.clone(),
            kind: article.kind,
            path: article.path.clone(),
            url: article.url.clone(),
            site: article.site.clone(),
            title: article.title.clone(),
            language: article.own_language.clone(),
            tags: article.tags.clone(),
            authors: article.authors.clone(),
            date: article.date.clone(),
            text: article.text.clone(),
            asides: article.asides.clone(),
            quoted: article.quoted.clone(),
            entities: article.entities.clone(),
            comments: comments.iter().map(|comment| comment.to_comment(comments)).collect(),
            notes: article.notes.clone(),
            list_id: None,
        }
    }

    /// A comment's record. Its parent is named by the id that counts within the article.
    #[must_use]
    pub fn to_comment(&self, siblings: &[&Statement]) -> Comment {
        let local = |of: &Statement| of.local_id.clone().unwrap_or_else(|| of.id.clone());
        let parent = self.parent.as_ref().and_then(|id| siblings.iter().find(|other| other.id == *id));
        Comment {
            id: local(self),
            kind: self.kind,
            author: self.authors.first().cloned(),
            date: self.date.clone(),
            url: self.url.clone(),
            language: self.own_language.clone(),
            text: self.text.clone(),
            parent: parent.map(|parent| local(parent)),
            quoted: self.quoted.clone(),
            entities: self.entities.clone(),
        }
    }

    /// Where its source lies, from the root of the file system.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.source.split_once('\0').map(|(_, location)| location)
    }

    /// Text of one of its fields that entities stand in.
    #[must_use]
    pub fn field(&self, place: super::Place) -> &str {
        match place {
            super::Place::Text => &self.text,
            super::Place::Title => &self.title,
            super::Place::Aside(number) => self.asides.get(number).map_or("", |aside| &aside.text),
        }
    }
}
