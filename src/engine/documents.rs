//! Statements to tantivy documents.
//!
//! In: a statement. Out: a document in the shape of the field table. Words are cut by
//! `cutter` when tantivy asks for them, what is a fact is `facts`'.

use super::cutter::{self, placed};
use super::facts;
use super::schema::Fields;
use crate::article::{EntityType, Kind, Statement, key_of};
use crate::text::words;
use tantivy::TantivyDocument;

/// Makes documents.
pub(super) struct Documents {
    fields: Fields,
}

impl Documents {
    pub(super) fn new(fields: Fields) -> Documents {
        Documents { fields }
    }

    /// The document of a statement; `record` is its JSON.
    pub(super) fn document(&self, statement: &Statement, record: &[u8]) -> TantivyDocument {
        let mut doc = TantivyDocument::new();
        self.add_words(&mut doc, statement);
        self.add_terms(&mut doc, statement);
        self.add_numbers(&mut doc, statement);
        doc.add_bytes(self.fields.record, record);
        doc
    }

    fn add_words(&self, doc: &mut TantivyDocument, statement: &Statement) {
        let fields = self.fields;
        let language = facts::stem_language(statement.language.as_deref());
        let aside: Vec<&str> = statement.asides.iter().map(|aside| aside.text.as_str()).collect();
        let texts =
            [(fields.title, &statement.title), (fields.text, &statement.text), (fields.aside, &aside.join("\n\n"))];
        for (field, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
            doc.add_text(field, cutter::text(language, text));
        }
        let mut add_names = |field, names: &[&str]| {
            if !names.is_empty() {
                doc.add_text(field, cutter::names(language, names));
            }
        };
        add_names(fields.byline, &facts::byline(statement));
        for kind in EntityType::ALL {
            let names: Vec<&str> = facts::entity_names(statement, kind).into_iter().collect();
            add_names(fields.names(kind), &names);
        }
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
        facts::outlet(statement).iter().for_each(|key| doc.add_text(fields.outlet, key));
        facts::language_keys(statement).iter().for_each(|key| doc.add_text(fields.lang, key));
        statement.tags.iter().for_each(|tag| doc.add_text(fields.tag, key_of(tag)));
        statement.authors.iter().for_each(|author| doc.add_text(fields.author, &author.key));
        let keys = statement.entities.iter().map(|entity| entity.joining_key(&statement.thread));
        let mut keys: Vec<String> = keys.collect();
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
        let heading = words(&statement.title).count() as u64;
        let byline: usize = facts::byline(statement).iter().map(|name| words(name).count()).sum();
        doc.add_u64(fields.words, statement.words.into());
        doc.add_u64(fields.heading, heading);
        doc.add_u64(fields.length, u64::from(statement.words) + heading + byline as u64);
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
