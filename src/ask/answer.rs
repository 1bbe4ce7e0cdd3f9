//! The answer: a plain serialisable value, the same for terminal, JSON and pages.
//!
//! In: what the corridor found. Out: the shape below. How it looks is left to `show`.

use crate::article::{Kind, Person, Statement, When};
use crate::engine::{Part, Reason};
use crate::query::Complaint;
use crate::snippet::Passage;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the answer's shape; it rises when a field changes its meaning.
pub const ANSWER_VERSION: u32 = 1;

/// An answer to a query.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Answer {
    /// Version of this shape, [`ANSWER_VERSION`].
    pub version: u32,
    /// The query as typed.
    pub query: String,
    /// How it was read, in the same language.
    pub understood: String,
    /// What could not be read, or may have been meant otherwise.
    pub complaints: Vec<Remark>,
    /// Statements that match.
    pub total: usize,
    /// Undated statements that would match if every day clause held for them.
    pub undated_left_out: usize,
    /// The hits asked for, in order.
    pub hits: Vec<Hit>,
    /// Counts over the whole answer, by facet.
    pub facets: Facets,
    /// Statements by month over the whole answer.
    pub months: Vec<Month>,
    /// Queries that may have been meant.
    pub suggestions: Vec<Suggestion>,
}

/// Counts by facet: the facet's name and its values.
pub type Facets = BTreeMap<String, Vec<Count>>;

/// A complaint about the query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What is the matter, and how the piece was read.
    pub message: String,
    /// First byte of the piece in the query; equal to `to` where a flag is meant.
    pub from: usize,
    /// One past its last byte.
    pub to: usize,
    /// What was probably meant.
    pub hint: Option<String>,
}

impl From<Complaint> for Remark {
    fn from(complaint: Complaint) -> Self {
        let Span { from, to } = complaint.span;
        Remark { message: complaint.message, from, to, hint: complaint.hint }
    }
}

/// A statement that answers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Hit {
    /// Id.
    pub id: String,
    /// The shortest form of the id that `show` takes.
    pub short: String,
    /// Article, comment or pingback.
    pub kind: Kind,
    /// Score; 0 where no words were asked for.
    pub score: f64,
    /// Own title; none for a comment.
    pub title: Option<String>,
    /// Title of its article; none for an article.
    pub thread_title: Option<String>,
    /// Authors, as in the record.
    pub authors: Vec<Person>,
    /// Day, as in the record.
    pub date: Option<When>,
    /// Site.
    pub site: Option<String>,
    /// Address; that of the article where a comment has none.
    pub url: Option<String>,
    /// Path of the source.
    pub path: String,
    /// Where the source lies, from the root of the file system; not part of the answer's JSON.
    #[serde(skip)]
    pub location: Option<String>,
    /// Id of its article.
    pub thread: String,
    /// Id of the comment that it answers; none for an article and for what answers the article.
    pub parent: Option<String>,
    /// Name of the one whom a comment answers, where it is known.
    pub answers: Option<String>,
    /// Steps from the article's own answers; none for an article.
    pub depth: Option<u32>,
    /// Passages.
    pub snippets: Vec<Snippet>,
    /// Copies of the same statement that were folded under it.
    pub also: Vec<Copy>,
    /// Hits of the same conversation, where they are grouped.
    pub group: Vec<Hit>,
    /// So many more of the conversation match.
    pub more: usize,
    /// Why it stands where it stands.
    pub why: Vec<Why>,
}

impl From<&Statement> for Hit {
    fn from(statement: &Statement) -> Self {
        let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        Hit {
            id: statement.id.clone(),
            kind: statement.kind,
            title: filled(&statement.title),
            thread_title: filled(&statement.thread_title),
            authors: statement.authors.clone(),
            date: statement.date.clone(),
            site: statement.site.clone(),
            url: statement.url.clone().or_else(|| statement.thread_url.clone()),
            path: statement.path.clone(),
            location: statement.location().map(str::to_owned),
            thread: statement.thread.clone(),
            parent: statement.parent.clone(),
            depth: statement.depth,
            ..Hit::default()
        }
    }
}

/// A passage of a statement's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// The passage as it stands in the text.
    pub text: String,
    /// What matched, in bytes of `text`.
    pub highlights: Vec<Span>,
    /// Where it stands, in bytes of the statement's text.
    pub source: Span,
    /// Whether it shows no match: found by title, byline or filter.
    pub opening: bool,
}

impl From<Passage> for Snippet {
    fn from(passage: Passage) -> Self {
        let Passage { text, highlights, source, opening } = passage;
        Snippet { text, highlights, source, opening }
    }
}

/// A folded copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// Id.
    pub id: String,
    /// Path of the source.
    pub path: String,
    /// Address.
    pub url: Option<String>,
}

/// A reason for a place in the order; the points of all are its score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// What.
    pub what: String,
    /// Points of the score.
    pub points: f64,
}

impl From<&Part> for Why {
    fn from(part: &Part) -> Self {
        let times = |count: u32| if count == 1 { "once".to_owned() } else { format!("{count} times") };
        let what = match &part.reason {
            Reason::Word { word, times: count } => format!("{word}, {}", times(*count)),
            Reason::Exact => "in exactly this form".to_owned(),
            Reason::Title => "in its title".to_owned(),
            Reason::SideBySide => "side by side as asked".to_owned(),
            Reason::Close { words: 1, .. } => "one of the words present".to_owned(),
            Reason::Close { words, width } => format!("{words} of the words within {width}"),
        };
        Why { what, points: part.points }
    }
}

/// How often a facet's value stands in the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Key.
    pub key: String,
    /// As it is shown.
    pub name: String,
    /// Statements.
    pub count: usize,
}

/// Statements of one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    /// `2017-07`; `undated`.
    pub month: String,
    /// Statements.
    pub count: usize,
}

/// A query that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The query.
    pub query: String,
    /// Why it is suggested.
    pub reason: String,
    /// Statements that it finds.
    pub total: usize,
}
