//! A statement as something to be cited.
//!
//! In: a statement, and the query whose passage is meant. Out: a [`Citation`], a plain value; the forms it is written in are
//! left to `show`.

use super::answer::Snippet;
use crate::article::{Kind, Statement, When};
use crate::query::{Match, Node};
use crate::snippet::{self, Options};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Longest passage of a citation, in characters.
const CHARS: usize = 240;

/// What a citation says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Citation {
    /// Id of the statement.
    pub id: String,
    /// Article, comment or pingback.
    pub kind: Kind,
    /// Title of the article: its own, or that of the article under which it stands; empty where there is none.
    pub title: String,
    /// Names of the authors as they stand in the byline.
    pub authors: Vec<String>,
    /// Day with its precision.
    pub date: Option<When>,
    /// Site.
    pub site: Option<String>,
    /// Address; that of the article where a comment has none.
    pub url: Option<String>,
    /// Path of the source.
    pub path: String,
    /// Language.
    pub language: Option<String>,
    /// The passage that the query finds, else the opening; none of a text without words.
    pub passage: Option<Snippet>,
}

/// The citation of a statement, with the passage that `query` finds, else its opening.
#[must_use]
pub fn cite(statement: &Statement, query: Option<&Node>) -> Citation {
    let everything = Node { span: Span::default(), asks: Match::All };
    let options = Options { chars: CHARS, passages: 1, quoted: &statement.quoted };
    let query = query.unwrap_or(&everything);
    let passages = snippet::passages(&statement.text, query, statement.language.as_deref(), &options);
    let title = if statement.kind == Kind::Article { &statement.title } else { &statement.thread_title };
    Citation {
        id: statement.id.clone(),
        kind: statement.kind,
        title: title.clone(),
        authors: statement.authors.iter().map(|author| author.name.clone()).collect(),
        date: statement.date.clone(),
        site: statement.site.clone(),
        url: statement.url.clone().or_else(|| statement.thread_url.clone()),
        path: statement.path.clone(),
        language: statement.language.clone(),
        passage: passages.into_iter().next().map(Snippet::from),
    }
}
