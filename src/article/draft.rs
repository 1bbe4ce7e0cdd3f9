//! What a reader took from a source, before anything is decided.
//!
//! In: nothing. Out: blocks of text in their order, clues for every field, comments, notes. Who wrote it and
//! when is left to `enrich`, which weighs the clues into findings.

use serde::{Deserialize, Serialize};

/// One item of a source: a page whose fields are still to be decided, or a record that brings them.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A page, with clues.
    Page(Box<Draft>),
    /// A record of an article, decided elsewhere.
    Article(Box<super::Article>),
    /// A flat record of a comment; its `parent` is the id of its article or of the comment that it answers.
    Comment(Box<super::Comment>),
}

/// What a reader took from one page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// Id that the form gives it, by which other sources know it; `None` where it follows from what it is.
    pub id: Option<String>,
    /// Name or number of the item inside its container; `None` where the source is the page.
    pub item: Option<String>,
    /// Evidence for title, authors, day, address, site, language, tags.
    pub clues: Vec<Clue>,
    /// The article's text and what stands beside it, in order.
    pub blocks: Vec<Block>,
    /// Comments in the order of the page.
    pub comments: Vec<CommentDraft>,
    /// What was odd about the input.
    pub notes: Vec<Note>,
}

impl Draft {
    /// Adds a clue.
    pub fn clue(&mut self, field: Field, value: &str, from: &str, confidence: f32) {
        let value = value.trim();
        if !value.is_empty() {
            self.clues.push(Clue { field, value: value.to_owned(), from: from.to_owned(), confidence });
        }
    }

    /// The clues for one field, in the order they were found.
    pub fn clues_for(&self, field: Field) -> impl Iterator<Item = &Clue> {
        self.clues.iter().filter(move |clue| clue.field == field)
    }
}

/// A field that clues speak for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The title.
    Title,
    /// One author or a whole byline, still to be split and cleaned.
    Author,
    /// Day of publication, as written.
    Published,
    /// Day of the last change, as written: evidence of last resort.
    Modified,
    /// Canonical address.
    Url,
    /// Name of the site.
    Site,
    /// Language.
    Language,
    /// A tag or section.
    Tag,
    /// The number of comments that the page declares.
    CommentCount,
}

/// A piece of evidence for a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Clue {
    /// What it speaks for.
    pub field: Field,
    /// The value as it stands there.
    pub value: String,
    /// Where it stands (`json-ld`, `meta:og:title`, `time`, `byline`, `address`, …).
    pub from: String,
    /// How much such a place is worth by itself, 0 to 1.
    pub confidence: f32,
}

/// A decided value, with the clues that spoke for it and those that did not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The field.
    pub field: Field,
    /// The value chosen; `None` where no clue was good enough.
    pub value: Option<String>,
    /// Every clue weighed, with its weight after weighing.
    pub clues: Vec<Clue>,
    /// Why this one, in words.
    pub reason: String,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, without line breaks but those that count.
    pub text: String,
}

impl Block {
    /// A paragraph.
    #[must_use]
    pub fn paragraph(text: &str) -> Block {
        Block { kind: BlockKind::Paragraph, text: text.to_owned() }
    }
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading inside the text.
    Heading,
    /// An item of a list.
    ListItem,
    /// A block quote: text of somebody else.
    Quote,
    /// Under a picture, a table or a film.
    Caption,
    /// About the author.
    About,
    /// A note that stands under many articles.
    Standing,
}

/// A comment as it was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CommentDraft {
    /// The platform's own id.
    pub id: Option<String>,
    /// A pingback or trackback.
    pub pingback: bool,
    /// The name as written.
    pub author: Option<String>,
    /// The day as written: ISO where the markup states it, else as it stands on the page.
    pub date: Option<String>,
    /// Its own address.
    pub url: Option<String>,
    /// Its text; quotes as blocks of their own.
    pub blocks: Vec<Block>,
    /// Index, in the same list, of the comment that it answers.
    pub parent: Option<usize>,
}

/// Something odd about the input; the run goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Line of the source, from 1, where there is one.
    pub line: Option<usize>,
    /// What, in small letters and without a full stop.
    pub message: String,
}

impl Note {
    /// A note about the whole source.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Note {
        Note { line: None, message: message.into() }
    }

    /// A note about one line, counted from 1.
    #[must_use]
    pub fn at_line(line: usize, message: impl Into<String>) -> Note {
        Note { line: Some(line), message: message.into() }
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}
