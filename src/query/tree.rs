//! The query tree: a plain value that engines lower and that prints back as it was understood.
//!
//! In: nothing. Out: the nodes. Leaves hold byline's own tokens: folded words and days, never an engine's.
//!
//! ```text
//!  Query ── Node ┬ And Or Not                        booleans
//!                ├ Text(Scope, Words)                words in title, byline, text or asides
//!                │          └ Term Phrase Within Near Any
//!                ├ Author(Names) Entity(Names)       names
//!                ├ Key Site Url Path Language Tag Id Thread Kind Number Has Day    facts
//!                ├ Own(Words) Quoted(Words)          who said it
//!                └ Under HasComment ReplyTo          joins in the thread
//! ```

use crate::article::{EntityType, Kind};
use crate::text::{Day, Span};
use serde::{Deserialize, Serialize};

/// A whole query.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Query {
    /// As it was typed.
    pub typed: String,
    /// How it was read; [`Match::All`] where nothing was asked.
    pub root: Node,
    /// What could not be read, or was read otherwise than it may have been meant.
    pub complaints: Vec<Complaint>,
}

/// A remark about a piece of the query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// What is the matter and how the piece was read, in small letters and without a full stop.
    pub message: String,
    /// The piece, in bytes of the typed query.
    pub span: Span,
    /// What was probably meant.
    pub hint: Option<String>,
}

/// A node, with the piece of the typed query that it comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// In bytes of the typed query.
    pub span: Span,
    /// What it asks for.
    pub asks: Match,
}

impl Node {
    /// The words asked for, each with where they are looked for, in order; not those under NOT and in joins.
    #[must_use]
    pub fn asked_words(&self) -> Vec<(Scope, &Words)> {
        match &self.asks {
            Match::And(nodes) | Match::Or(nodes) => nodes.iter().flat_map(Node::asked_words).collect(),
            Match::Text(scope, words) => vec![(*scope, words)],
            Match::Own(words) | Match::Quoted(words) => vec![(Scope::Text, words)],
            _ => Vec::new(),
        }
    }

    /// Whether some part asks for pingbacks; only then are they statements to be found.
    #[must_use]
    pub fn asks_for_pingbacks(&self) -> bool {
        match &self.asks {
            Match::Kind(kind) => *kind == Kind::Pingback,
            Match::And(nodes) | Match::Or(nodes) => nodes.iter().any(Node::asks_for_pingbacks),
            Match::Not(inner) | Match::Under(inner) | Match::HasComment(inner) | Match::ReplyTo(inner) => {
                inner.asks_for_pingbacks()
            }
            _ => false,
        }
    }

    /// The same question asked by another piece of what was typed.
    #[must_use]
    pub fn at(self, span: Span) -> Node {
        let each = |nodes: Vec<Node>| nodes.into_iter().map(|node| node.at(span)).collect();
        let asks = match self.asks {
            Match::And(nodes) => Match::And(each(nodes)),
            Match::Or(nodes) => Match::Or(each(nodes)),
            Match::Not(inner) => Match::Not(Box::new(inner.at(span))),
            Match::Under(inner) => Match::Under(Box::new(inner.at(span))),
            Match::HasComment(inner) => Match::HasComment(Box::new(inner.at(span))),
            Match::ReplyTo(inner) => Match::ReplyTo(Box::new(inner.at(span))),
            asks => asks,
        };
        Node { span, asks }
    }

    /// Levels of booleans, joins and nearness, 0 for a leaf.
    #[must_use]
    pub fn depth(&self) -> usize {
        let deepest = |nodes: &[Node]| nodes.iter().map(Node::depth).max().unwrap_or(0);
        match &self.asks {
            Match::And(nodes) | Match::Or(nodes) => 1 + deepest(nodes),
            Match::Not(node) | Match::Under(node) | Match::HasComment(node) | Match::ReplyTo(node) => 1 + node.depth(),
            Match::Text(_, words) | Match::Own(words) | Match::Quoted(words) => words.depth(),
            _ => 0,
        }
    }
}

/// What a node asks of a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Match {
    /// Every statement.
    All,
    /// No statement.
    Nothing,
    /// All of them.
    And(Vec<Node>),
    /// One of them at least.
    Or(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
    /// Words in a field.
    Text(Scope, Words),
    /// The name of one of its authors.
    Author(Names),
    /// The name of one entity named in it; of any type where none is given.
    Entity(Option<EntityType>, Names),
    /// The key of an author (`author:annika wrede`) or of somebody or something named in it (`person:kim jong un`).
    Key(String),
    /// Host, or a domain above it; or the site's name, all words of it.
    Site(String),
    /// A part of the address, compared without case.
    Url(String),
    /// A part of the path, compared without case.
    Path(String),
    /// Language code; `en` holds for `en-GB` too.
    Language(String),
    /// A tag, all words of it, compared folded.
    Tag(String),
    /// An id or a prefix of it.
    Id(String),
    /// The id of its thread or a prefix of it.
    Thread(String),
    /// Kind of statement; `is:comment` is without pingbacks.
    Kind(Kind),
    /// A number within a range.
    Number(Number, Range),
    /// Something is present.
    Has(Presence),
    /// Its own day lies wholly between these days, both included; an undated statement fulfils no day clause.
    Day {
        /// First day, or none.
        from: Option<Day>,
        /// Last day, or none.
        until: Option<Day>,
    },
    /// The whole match lies in one stretch of text that is not quoted.
    Own(Words),
    /// The whole match lies in one stretch of text that is quoted.
    Quoted(Words),
    /// Comments whose article matches.
    Under(Box<Node>),
    /// Articles with a comment that matches.
    HasComment(Box<Node>),
    /// Comments that answer a comment that matches.
    ReplyTo(Box<Node>),
}

/// Where words are looked for; never across two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Title, byline or text.
    Anywhere,
    /// The statement's own title.
    Title,
    /// The text.
    Text,
    /// Captions, lines about the author, standing notes.
    Aside,
}

/// Words and how they must stand to each other, within one field and one paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Words {
    /// One word.
    Term(Term),
    /// Side by side, in this order.
    Phrase(Vec<Term>),
    /// In any order, all within their number plus `slack` words, each at a place of its own.
    Within {
        /// The words.
        terms: Vec<Term>,
        /// Other words in between, at most.
        slack: u32,
    },
    /// Two operands with at most `gap` words between them, at places of their own.
    Near {
        /// The first operand, or the chain so far.
        left: Box<Words>,
        /// The next operand.
        right: Box<Words>,
        /// Words in between, at most 99.
        gap: u32,
        /// Whether `left` must stand before `right` (ADJ).
        ordered: bool,
    },
    /// One of them.
    Any(Vec<Words>),
}

impl Words {
    /// Its terms, in order.
    #[must_use]
    pub fn terms(&self) -> Vec<&Term> {
        match self {
            Words::Term(term) => vec![term],
            Words::Phrase(terms) | Words::Within { terms, .. } => terms.iter().collect(),
            Words::Near { left, right, .. } => [left.terms(), right.terms()].concat(),
            Words::Any(choices) => choices.iter().flat_map(Words::terms).collect(),
        }
    }

    fn depth(&self) -> usize {
        match self {
            Words::Term(_) | Words::Phrase(_) | Words::Within { .. } => 0,
            Words::Near { left, right, .. } => 1 + left.depth().max(right.depth()),
            Words::Any(words) => 1 + words.iter().map(Words::depth).max().unwrap_or(0),
        }
    }
}

/// A word asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Term {
    /// The folded word; for a pattern its pattern over folded words.
    pub word: String,
    /// Which words of a text it stands for.
    pub form: Form,
}

/// Which words of a text a term stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Every word of its stem family, by the statement's language.
    Family,
    /// This folded word.
    Exact,
    /// `*` any letters, `?` one.
    Wildcard,
    /// Within this many edits (1 or 2); neighbouring letters swapped are one (optimal string alignment).
    Fuzzy(u8),
    /// The regular expression holds for the whole folded word (crate `regex`).
    Regex,
}

/// Words of a name: all must stand in one and the same name, in any order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// The words; never [`Form::Family`].
    pub terms: Vec<Term>,
}

/// A counted property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Number {
    /// Depth of a comment or pingback; 0 answers the article.
    Depth,
    /// Comments of the whole thread, without pingbacks; of articles only.
    Comments,
    /// Words of the text.
    Words,
}

/// A range of whole numbers, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// Least, or none.
    pub least: Option<u64>,
    /// Most, or none.
    pub most: Option<u64>,
}

/// Something that is present or absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// A named author.
    Author,
    /// A day.
    Date,
    /// A comment in its thread; of articles only. `no:comments` is an article with none.
    Comments,
    /// A quoted stretch.
    Quote,
}
