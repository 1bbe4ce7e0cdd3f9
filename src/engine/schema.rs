//! The field table of the tantivy index.
//!
//! In: nothing. Out: the schema and a handle for every field. What goes into a field is made by `documents` and `facts`.
//!
//! ```text
//!  field         kind             holds
//!  ────────────  ───────────────  ──────────────────────────────────────────────────────────────────
//!  title         words, places    own title of an article
//!  byline        words, places    names of the authors, each name a block of 256 places
//!  text          words, places    the text; paragraphs 128 places apart
//!  aside         words, places    captions, lines about the author, standing notes
//!  person        words, places    every name known for its persons, each a block of 256 places
//!  org place     words, places    the same for organisations and places
//!                                 a word is the folded word; at the same place stands \u{1}LL\u{1}STEM where the
//!                                 stem in the statement's language LL differs from the word
//!  id            term, fast       stable id
//!  thread        term, fast       id of its article
//!  kind          term, fast       article, comment, pingback
//!  parent        term, fast       id of the comment it answers
//!  site url path lang tag         terms   facts to filter by, in small letters
//!  outlet        term, fast       key of its site's name, or its host
//!  has           term             author, date, quote: what is present
//!  source        term             key of the source it came from, as in the list of sources
//!  answers       term             what its source says it answers, known or not
//!  entity        term, fast       keys of its entities (person:kim jong un); of a bare name person:kim@THREAD
//!  author        term, fast       keys of its authors
//!  first last    fast i64         first and last day that its day covers, days since 1970; absent where undated
//!  depth         fast u64         steps from the article's own answers; absent for articles
//!  comments      fast u64         comments of its thread without pingbacks; articles only
//!  words         fast u64         words of its text
//!  length        fast u64         words of title, byline and text: what ranking calls its length
//!  heading       fast u64         words of the title
//!  stems         fast u64         which stems hold in it (number of the language)
//!  quotes        fast bytes       own and quoted stretches of the text as places: flag, first, last, u32 LE each
//!  record        stored bytes     the statement as JSON
//! ```

use crate::article::EntityType;
use tantivy::schema::{
    BytesOptions, FAST, Field, IndexRecordOption, NumericOptions, STORED, Schema, SchemaBuilder, TextFieldIndexing,
    TextOptions,
};

/// Version of the field table and of everything below the index folder; it rises with every change of either.
pub(super) const FORMAT: u32 = 3;

/// Handles of the fields in the table above.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    pub(super) title: Field,
    pub(super) byline: Field,
    pub(super) text: Field,
    pub(super) aside: Field,
    pub(super) person: Field,
    pub(super) org: Field,
    pub(super) place: Field,
    pub(super) id: Field,
    pub(super) thread: Field,
    pub(super) kind: Field,
    pub(super) parent: Field,
    pub(super) site: Field,
    pub(super) url: Field,
    pub(super) path: Field,
    pub(super) outlet: Field,
    pub(super) lang: Field,
    pub(super) tag: Field,
    pub(super) has: Field,
    pub(super) source: Field,
    pub(super) answers: Field,
    pub(super) entity: Field,
    pub(super) author: Field,
    pub(super) first: Field,
    pub(super) last: Field,
    pub(super) depth: Field,
    pub(super) comments: Field,
    pub(super) words: Field,
    pub(super) length: Field,
    pub(super) heading: Field,
    pub(super) stems: Field,
    pub(super) quotes: Field,
    pub(super) record: Field,
}

impl Fields {
    /// The schema and its handles.
    pub(super) fn build() -> (Schema, Fields) {
        let mut table = SchemaBuilder::new();
        let number = || NumericOptions::default().set_fast();
        let fields = Fields {
            title: table.add_text_field("title", words()),
            byline: table.add_text_field("byline", words()),
            text: table.add_text_field("text", words()),
            aside: table.add_text_field("aside", words()),
            person: table.add_text_field("person", words()),
            org: table.add_text_field("org", words()),
            place: table.add_text_field("place", words()),
            id: table.add_text_field("id", term().set_fast("raw")),
            thread: table.add_text_field("thread", term().set_fast("raw")),
            kind: table.add_text_field("kind", term().set_fast("raw")),
            parent: table.add_text_field("parent", term().set_fast("raw")),
            site: table.add_text_field("site", term()),
            url: table.add_text_field("url", term()),
            path: table.add_text_field("path", term()),
            outlet: table.add_text_field("outlet", term().set_fast("raw")),
            lang: table.add_text_field("lang", term()),
            tag: table.add_text_field("tag", term()),
            has: table.add_text_field("has", term()),
            source: table.add_text_field("source", term()),
            answers: table.add_text_field("answers", term()),
            entity: table.add_text_field("entity", term().set_fast("raw")),
            author: table.add_text_field("author", term().set_fast("raw")),
            first: table.add_i64_field("first", FAST),
            last: table.add_i64_field("last", FAST),
            depth: table.add_u64_field("depth", number()),
            comments: table.add_u64_field("comments", number()),
            words: table.add_u64_field("words", number()),
            length: table.add_u64_field("length", number()),
            heading: table.add_u64_field("heading", number()),
            stems: table.add_u64_field("stems", number()),
            quotes: table.add_bytes_field("quotes", BytesOptions::default().set_fast()),
            record: table.add_bytes_field("record", STORED),
        };
        (table.build(), fields)
    }

    /// The field of names of one type.
    pub(super) fn names(&self, kind: EntityType) -> Field {
        match kind {
            EntityType::Person => self.person,
            EntityType::Org => self.org,
            EntityType::Place => self.place,
        }
    }
}

fn words() -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(super::cutter::NAME)
        .set_fieldnorms(false)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    TextOptions::default().set_indexing_options(indexing)
}

fn term() -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_fieldnorms(false)
        .set_index_option(IndexRecordOption::Basic);
    TextOptions::default().set_indexing_options(indexing)
}
