//! Statements to tantivy documents: words with their places, stems as marked terms at the same place.
//!
//! In: a statement. Out: a document in the shape of the field table. Cutting and folding are `text`'s, what is a fact is `facts`'.
//!
//! ```text
//!  text     Keep the buffers.␤␤Now
//!  places   0    1   2          131         the next paragraph begins 128 places further
//!  terms    keep the buffers    now
//!                    \1en\1buffer           the stem, where it differs
//! ```

use super::facts;
use super::schema::Fields;
use crate::article::{EntityType, Kind, Statement, key_of};
use crate::text::{STEMMED_LANGUAGES, Stemmer, Word, words};
use std::collections::HashMap;
use tantivy::TantivyDocument;
use tantivy::schema::Field;
use tantivy::tokenizer::{PreTokenizedString, Token};

/// Places between the last word of a paragraph and the first of the next: more than any nearness reaches.
const BORDER: u32 = 128;

/// Places from the beginning of one name to that of the next.
pub(super) const BLOCK: u32 = 256;

/// The term of a stem in the language with a number among [`STEMMED_LANGUAGES`].
pub(super) fn stem_term(language: usize, stem: &str) -> String {
    format!("\u{1}{}\u{1}{stem}", STEMMED_LANGUAGES.get(language).copied().unwrap_or(""))
}

/// Words of a text with their places: side by side within a paragraph, [`BORDER`] apart between two.
pub(super) fn placed(text: &str) -> impl Iterator<Item = (u32, Word<'_>)> {
    let mut paragraph = 0;
    let mut shift = 0;
    (0u32..).zip(words(text)).map(move |(at, word)| {
        if word.paragraph != paragraph {
            paragraph = word.paragraph;
            shift += BORDER;
        }
        (at + shift, word)
    })
}

/// Makes documents; keeps one stemmer a language and the stems it has seen.
pub(super) struct Tokens {
    fields: Fields,
    stems: HashMap<(usize, String), Option<String>>,
}

impl Tokens {
    pub(super) fn new(fields: Fields) -> Tokens {
        Tokens { fields, stems: HashMap::new() }
    }

    /// The document of a statement; `record` is its JSON.
    pub(super) fn document(&mut self, statement: &Statement, record: &[u8]) -> TantivyDocument {
        let mut doc = TantivyDocument::new();
        self.add_words(&mut doc, statement);
        self.add_terms(&mut doc, statement);
        self.add_numbers(&mut doc, statement);
        doc.add_bytes(self.fields.record, record);
        doc
    }

    fn add_words(&mut self, doc: &mut TantivyDocument, statement: &Statement) {
        let fields = self.fields;
        let language = facts::stem_language(statement.language.as_deref());
        let aside: Vec<&str> = statement.asides.iter().map(|aside| aside.text.as_str()).collect();
        self.add_text(doc, fields.title, &statement.title, language);
        self.add_text(doc, fields.text, &statement.text, language);
        self.add_text(doc, fields.aside, &aside.join("\n\n"), language);
        self.add_names(doc, fields.byline, &facts::byline(statement), language);
        for kind in [EntityType::Person, EntityType::Org, EntityType::Place] {
            let names: Vec<&str> = facts::entity_names(statement, kind).into_iter().collect();
            self.add_names(doc, fields.names(kind), &names, language);
        }
    }

    fn add_text(&mut self, doc: &mut TantivyDocument, field: Field, text: &str, language: usize) {
        let mut tokens = Vec::new();
        for (place, word) in placed(text) {
            self.push(&mut tokens, place, &word.folded, language);
        }
        add(doc, field, tokens);
    }

    fn add_names(&mut self, doc: &mut TantivyDocument, field: Field, names: &[&str], language: usize) {
        let mut tokens = Vec::new();
        for (block, name) in (0u32..).zip(names) {
            for (at, word) in (0u32..).zip(words(name)).take(facts::NAME_WORDS) {
                self.push(&mut tokens, block * BLOCK + at, &word.folded, language);
            }
        }
        add(doc, field, tokens);
    }

    fn push(&mut self, tokens: &mut Vec<Token>, place: u32, word: &str, language: usize) {
        tokens.push(token(place, word.to_owned()));
        if let Some(stem) = self.stem(word, language) {
            tokens.push(token(place, stem));
        }
    }

    /// The marked stem of a word, where it differs.
    fn stem(&mut self, word: &str, language: usize) -> Option<String> {
        let code = STEMMED_LANGUAGES.get(language)?;
        let make = || {
            let stemmer = Stemmer::of(Some(code));
            Some(stemmer.stem(word)).filter(|stem| *stem != word).map(|stem| stem_term(language, &stem))
        };
        self.stems.entry((language, word.to_owned())).or_insert_with(make).clone()
    }

    fn add_terms(&self, doc: &mut TantivyDocument, statement: &Statement) {
        let fields = self.fields;
        doc.add_text(fields.id, &statement.id);
        doc.add_text(fields.thread, &statement.thread);
        doc.add_text(fields.kind, statement.kind.to_string());
        doc.add_text(fields.source, &statement.source);
        doc.add_text(fields.path, statement.path.to_lowercase());
        for (field, value) in [(fields.parent, &statement.parent), (fields.answers, &statement.answers)] {
            value.iter().for_each(|value| doc.add_text(field, value));
        }
        statement.url.iter().for_each(|url| doc.add_text(fields.url, url.to_lowercase()));
        facts::site_keys(statement).iter().for_each(|key| doc.add_text(fields.site, key));
        facts::language_keys(statement).iter().for_each(|key| doc.add_text(fields.lang, key));
        statement.tags.iter().for_each(|tag| doc.add_text(fields.tag, key_of(tag)));
        statement.authors.iter().for_each(|author| doc.add_text(fields.author, &author.key));
        let mut keys: Vec<&str> = statement.entities.iter().map(|entity| entity.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|key| doc.add_text(fields.entity, key));
        let present = [
            ("author", !statement.authors.is_empty()),
            ("date", facts::period(statement).is_some()),
            ("quote", !statement.quoted.is_empty()),
        ];
        present.iter().filter(|(_, is)| *is).for_each(|(what, _)| doc.add_text(fields.has, what));
    }

    fn add_numbers(&self, doc: &mut TantivyDocument, statement: &Statement) {
        let fields = self.fields;
        if let Some(period) = facts::period(statement) {
            doc.add_i64(fields.first, period.first.number().into());
            doc.add_i64(fields.last, period.last.number().into());
        }
        statement.depth.iter().for_each(|depth| doc.add_u64(fields.depth, (*depth).into()));
        if statement.kind == Kind::Article {
            doc.add_u64(fields.comments, statement.comments.into());
        }
        let heading = words(&statement.title).count()
            + facts::byline(statement).iter().map(|name| words(name).count()).sum::<usize>();
        doc.add_u64(fields.words, statement.words.into());
        doc.add_u64(fields.length, u64::from(statement.words) + heading as u64);
        doc.add_u64(fields.stems, facts::stem_language(statement.language.as_deref()) as u64);
        if !statement.quoted.is_empty() {
            doc.add_bytes(fields.quotes, &quotes(statement));
        }
    }
}

/// Own and quoted stretches as places: for each a flag, its first and its last place. The first entry, of flag 2, says
/// that the text has quotations at all: a quotation may begin and end inside a word, so that no stretch holds any.
fn quotes(statement: &Statement) -> Vec<u8> {
    let cut: Vec<_> = placed(&statement.text).map(|(place, word)| (place, word.span)).collect();
    let mut bytes = [2_u32, 0, 0].iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>();
    for (quoted, stretch) in facts::stretches(statement) {
        let from = cut.partition_point(|(_, span)| span.from < stretch.from);
        let to = cut.partition_point(|(_, span)| span.to <= stretch.to);
        let inside = cut.get(from..to).unwrap_or_default();
        if let (Some((first, _)), Some((last, _))) = (inside.first(), inside.last()) {
            [u32::from(quoted), *first, *last].iter().for_each(|number| bytes.extend(number.to_le_bytes()));
        }
    }
    bytes
}

fn token(place: u32, text: String) -> Token {
    Token { offset_from: 0, offset_to: 0, position: place as usize, text, position_length: 1 }
}

fn add(doc: &mut TantivyDocument, field: Field, tokens: Vec<Token>) {
    if !tokens.is_empty() {
        doc.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
    }
}
