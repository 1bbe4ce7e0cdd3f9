//! A statement as the flat document that other engines index, in the shape of the table in `query::foreign`.
//!
//! In: a statement. Out: JSON whose words are cut and folded with blanks between, so that no analysis of another engine cuts
//! them otherwise. Facts are those of the index (`facts`).

use super::facts;
use crate::article::{EntityType, Kind, Statement, key_of};
use crate::text::{Word, words};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The flat document of a statement; what it has not is left out.
#[must_use]
pub fn flat(statement: &Statement) -> Value {
    let mut document = Map::new();
    let mut put = |field: &str, value: Option<Value>| document.extend(value.map(|value| (field.to_owned(), value)));
    let values = |values: Vec<String>| Some(json!(values)).filter(|_| !values.is_empty());
    let asides = statement.asides.iter().flat_map(|aside| paragraphs(words(&aside.text))).collect();
    let byline = names(facts::byline(statement));
    put("title", values(paragraphs(words(&statement.title))));
    put("text", values(paragraphs(words(&statement.text))));
    put("aside", values(asides));
    put("byline", values(byline.clone()));
    put("author", values(byline));
    put("own", values(stretches(statement, false)));
    put("quoted", values(stretches(statement, true)));
    let mut all: BTreeSet<String> = BTreeSet::new();
    for (field, kind) in [("person", EntityType::Person), ("org", EntityType::Org), ("place", EntityType::Place)] {
        let names = names(facts::entity_names(statement, kind));
        all.extend(names.iter().cloned());
        put(field, values(names));
    }
    put("entity", values(all.into_iter().collect()));
    put("key", values(facts::known_keys(statement).into_iter().collect()));
    put("site", values(facts::site_keys(statement).into_iter().collect()));
    put("lang", values(facts::language_keys(statement).into_iter().collect()));
    put("tag", values(statement.tags.iter().map(|tag| key_of(tag)).collect()));
    put("url", statement.url.as_ref().map(|url| json!(url.to_lowercase())));
    put("path", Some(json!(statement.path.to_lowercase())));
    put("id", Some(json!(statement.id)));
    put("thread", Some(json!(statement.thread)));
    put("kind", Some(json!(statement.kind)));
    let period = facts::period(statement);
    put("first", period.map(|period| json!(period.first)));
    put("last", period.map(|period| json!(period.last)));
    put("depth", statement.depth.map(|depth| json!(depth)));
    put("comments", Some(json!(statement.comments)).filter(|_| statement.kind == Kind::Article));
    put("words", Some(json!(statement.words)));
    put("quotes", Some(json!(statement.quoted.len())));
    put("shown", Some(shown(statement)));
    Value::Object(document)
}

/// Folded words, those of each paragraph one value.
fn paragraphs<'a>(words: impl Iterator<Item = Word<'a>>) -> Vec<String> {
    let mut values: Vec<(u32, String)> = Vec::new();
    for word in words {
        match values.last_mut().filter(|(paragraph, _)| *paragraph == word.paragraph) {
            Some((_, value)) => {
                value.push(' ');
                value.push_str(&word.folded);
            }
            None => values.push((word.paragraph, word.folded.into_owned())),
        }
    }
    values.into_iter().map(|(_, value)| value).collect()
}

fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let folded = |name: &str| words(name).take(facts::NAME_WORDS).map(|word| word.folded).collect::<Vec<_>>().join(" ");
    names.into_iter().map(folded).filter(|name| !name.is_empty()).collect()
}

/// Words that lie wholly in stretches that are, or are not, quoted; each stretch a value of its own.
fn stretches(statement: &Statement, quoted: bool) -> Vec<String> {
    let cut: Vec<Word<'_>> = words(&statement.text).collect();
    let asked = facts::stretches(statement).into_iter().filter(|(is_quoted, _)| *is_quoted == quoted);
    asked.flat_map(|(_, stretch)| paragraphs(cut.iter().filter(|word| stretch.holds(word.span)).cloned())).collect()
}

/// The statement as it is read.
fn shown(statement: &Statement) -> Value {
    let authors: Vec<&str> = statement.authors.iter().map(|author| author.name.as_str()).collect();
    json!({
        "title": statement.title, "thread_title": statement.thread_title, "authors": authors, "date": statement.date,
        "site": statement.site, "url": statement.url, "thread_url": statement.thread_url, "path": statement.path,
        "parent": statement.parent, "text": statement.text,
    })
}

#[cfg(test)]
mod tests {
    use super::flat;
    use crate::article::{Kind, Person, Statement, When};
    use crate::text::{Span, Stamp};
    use serde_json::json;

    #[test]
    fn words_are_folded_and_parted_as_the_query_page_says() {
        let statement = Statement {
            id: "a".to_owned(),
            title: "L’État".to_owned(),
            text: "U.S.-China trade.\n\n“150,000 a year,” he said.".to_owned(),
            quoted: vec![Span::new(22, 38)],
            authors: vec![Person::new("Ann Marsh-Łodz", "x", 1.0)],
            date: Some(When::new(Stamp::parse("2017-07").expect("a month"), "x", 1.0)),
            url: Some("https://News.example.org/A".to_owned()),
            comments: 3,
            ..Statement::default()
        };
        let document = flat(&statement);
        for (field, value) in [
            ("title", json!(["l etat"])),
            ("text", json!(["us china trade", "150000 a year he said"])),
            ("own", json!(["us china trade", "he said"])),
            ("quoted", json!(["150000 a year"])),
            ("byline", json!(["ann marsh lodz"])),
            ("site", json!(["example.org", "news.example.org", "org"])),
            ("url", json!("https://news.example.org/a")),
            ("first", json!("2017-07-01")),
            ("last", json!("2017-07-31")),
            ("comments", json!(3)),
        ] {
            assert_eq!(document[field], value, "{field}");
        }
        assert_eq!(document["shown"]["text"], statement.text, "it is read as it stands");
    }

    #[test]
    fn what_a_statement_has_not_is_left_out() {
        let document = flat(&Statement { kind: Kind::Comment, ..Statement::default() });
        for field in ["title", "text", "author", "first", "comments", "depth", "url", "person"] {
            assert!(document.get(field).is_none(), "{field}");
        }
    }
}
