//! Promises about reading records: what is written reads back, what is sloppy is read, what is wrong is said.
//!
//! In: JSON values. Out: nothing. Files and lines are tested beside `read::records`.

use super::{Read, read_record};
use crate::article::{
    Article, Aside, AsideKind, Comment, Entity, EntityType, Item, Kind, Person, Place, RECORD_VERSION, When,
};
use crate::text::{Span, Stamp};
use serde_json::{Value, json};

fn read(value: Value) -> Read {
    read_record(value).expect("an object")
}

fn article(value: Value) -> (Article, Vec<String>) {
    let Read { item, notes } = read(value);
    match item {
        Item::Article(article) => (*article, notes),
        _ => (Article::default(), vec!["no article".to_owned()]),
    }
}

fn comment(value: Value) -> (Comment, Vec<String>) {
    let Read { item, notes } = read(value);
    match item {
        Item::Comment(comment) => (*comment, notes),
        _ => (Comment::default(), vec!["no comment".to_owned()]),
    }
}

fn full() -> Article {
    let when = |text| Stamp::parse(text).map(|stamp| When::new(stamp, "json-ld", 0.8));
    let text = "Ida Quell spoke.\n\n“Rain,” she said.";
    let entity = |start, end, place, text: &str| Entity {
        start,
        end,
        place,
        kind: EntityType::Person,
        text: text.to_owned(),
        name: "Ida Quell".to_owned(),
        key: "person:ida quell".to_owned(),
    };
    let comment = Comment {
        id: "c1".to_owned(),
        kind: Kind::Pingback,
        author: Some(Person::new("Bo Tarn", "name", 0.7)),
        date: when("2017-07-12T09:30:00+10:00"),
        url: Some("https://example.org/a#c1".to_owned()),
        language: Some("en".to_owned()),
        text: "Quell again".to_owned(),
        parent: Some("c0".to_owned()),
        quoted: vec![Span::new(0, 5)],
        entities: vec![entity(0, 5, Place::Text, "Quell")],
    };
    Article {
        version: RECORD_VERSION,
        id: "a1".to_owned(),
        kind: Kind::Article,
        path: "a/b.html".to_owned(),
        url: Some("https://example.org/a".to_owned()),
        site: Some("The Example".to_owned()),
        title: "Quell on rain".to_owned(),
        language: Some("en".to_owned()),
        tags: vec!["rain".to_owned()],
        authors: vec![Person::new("Ann Ost", "byline", 0.9)],
        date: when("2017-07"),
        text: text.to_owned(),
        asides: vec![Aside { kind: AsideKind::Caption, text: "Ida Quell, left".to_owned() }],
        quoted: vec![Span::new(18, 29)],
        entities: vec![
            entity(0, 9, Place::Text, "Ida Quell"),
            entity(0, 5, Place::Title, "Quell"),
            entity(0, 9, Place::Aside(0), "Ida Quell"),
        ],
        comments: vec![Comment { kind: Kind::Comment, ..Comment::default() }, comment],
        notes: vec!["cut in the middle".to_owned()],
        list_id: Some("17".to_owned()),
    }
}

#[test]
fn what_is_written_reads_back_without_loss() {
    let value = serde_json::to_value(full()).expect("a value");
    assert_eq!(article(value), (full(), vec![]));
    let line = serde_json::to_string(&full()).expect("a line");
    assert_eq!(article(serde_json::from_str(&line).expect("a value")), (full(), vec![]));
}

#[test]
fn plain_strings_stand_for_objects() {
    let (article, notes) = article(json!({
        "title": "Rain", "authors": ["Ann Ost", " "], "date": "2017-07-12 09:30", "tags": "weather",
        "asides": ["Part of a series"], "comments": ["First!"], "id": 12
    }));
    assert_eq!(notes, Vec::<String>::new());
    assert_eq!(article.id, "12");
    assert_eq!(article.authors, [Person::new("Ann Ost", "record", 1.0)]);
    assert_eq!(article.date.map(|date| date.value).as_deref(), Some("2017-07-12T09:30:00"));
    assert_eq!(article.tags, ["weather"]);
    assert_eq!(article.comments.first().map(|comment| comment.text.as_str()), Some("First!"));
    assert_eq!(article.comments.first().map(|comment| comment.kind), Some(Kind::Comment));
}

#[test]
fn author_and_authors_stand_for_each_other_one_or_a_list() {
    for value in [
        json!({"author": "Ann Ost"}),
        json!({"author": ["Ann Ost"]}),
        json!({"authors": "Ann Ost"}),
        json!({"author": {"name": "Ann Ost"}}),
        json!({"authors": [{"name": "Ann Ost", "key": null}]}),
    ] {
        let (article, notes) = article(value);
        assert_eq!(article.authors, [Person::new("Ann Ost", "record", 1.0)]);
        assert!(notes.is_empty());
    }
    let (one, notes) = comment(json!({"kind": "comment", "authors": ["Ann Ost", "Bo Tarn"]}));
    assert_eq!(one.author.map(|author| author.name).as_deref(), Some("Ann Ost"));
    assert_eq!(notes, ["a comment has one author; the others left out"]);
}

#[test]
fn a_flat_comment_names_its_parent() {
    let (flat, notes) = comment(json!({"kind": "comment", "parent": 7, "text": "No.", "date": 2017}));
    assert_eq!((flat.parent.as_deref(), flat.kind), (Some("7"), Kind::Comment));
    assert_eq!(flat.date.map(|date| date.value).as_deref(), Some("2017"));
    assert!(notes.is_empty());
    assert_eq!(comment(json!({"kind": "pingback"})).0.kind, Kind::Pingback);
}

#[test]
fn days_as_pages_write_them_are_read_and_others_are_said() {
    assert_eq!(article(json!({"date": "12 July 2017"})).0.date.map(|date| date.value).as_deref(), Some("2017-07-12"));
    let (article, notes) = article(json!({"date": {"value": "07/08/2017"}}));
    assert_eq!(article.date, None);
    assert_eq!(notes, ["date: `07/08/2017` is no day; left out", "date: nothing that can be read; left out"]);
}

#[test]
fn missing_keys_of_entities_are_derived() {
    let entity = json!({"start": 0, "end": 9, "type": "person"});
    let (article, notes) = article(json!({"text": "Ida Quell spoke", "entities": [entity]}));
    let entity = article.entities.first().expect("an entity");
    assert_eq!(
        (entity.text.as_str(), entity.name.as_str(), entity.key.as_str()),
        ("Ida Quell", "Ida Quell", "person:ida quell")
    );
    assert!(notes.is_empty());
}

#[test]
fn offsets_that_do_not_fit_are_left_out_and_said() {
    for (start, end) in [(0, 99), (5, 5), (9, 3), (1, 3)] {
        let entity = json!({"start": start, "end": end, "type": "person", "text": "ö"});
        let (article, notes) = article(json!({"text": "aöb", "entities": [entity], "quoted": [[start, end]]}));
        assert_eq!(article.entities.len(), usize::from((start, end) == (1, 3)));
        assert_eq!(article.quoted.len(), usize::from((start, end) == (1, 3)));
        assert_eq!(notes.is_empty(), (start, end) == (1, 3));
    }
    let inside_a_letter = article(json!({"text": "aöb", "quoted": [[0, 2]]}));
    assert_eq!(inside_a_letter.1, ["a `quoted` stretch does not fit the text; left out"]);
}

#[test]
fn wrong_types_and_unknown_keys_are_said_and_the_rest_is_read() {
    let (article, notes) = article(json!({
        "title": ["x"], "text": "kept", "authors": [7, {"nom": "x"}], "date": {"value": "2017", "precision": "day"},
        "comments": [3, {"text": "kept", "txet": 1}], "entities": ["Ida", {"type": "thing"}], "version": 9, "colour": "red",
    }));
    assert_eq!((article.text.as_str(), article.comments.len()), ("kept", 1));
    assert_eq!(article.date.map(|date| date.value).as_deref(), Some("2017"));
    for part in [
        "`title` is a list, not a string; left out",
        "`author` is a number, not a name; left out",
        "author: unknown key `nom` left out",
        "author: nothing that can be read; left out",
        "date: `precision` does not fit the value; taken from the value",
        "comment 1 is a number, not an object; left out",
        "comment 2: unknown key `txet` left out",
        "`entities` is a string, not a list of objects; left out",
        "entity 2: its `type` is none of person, org, place",
        "version 9 is newer than 1; read as far as it is known",
        "unknown key `colour` left out",
    ] {
        assert!(notes.iter().any(|note| note == part), "{part}: {notes:?}");
    }
}

#[test]
fn only_an_object_is_a_record() {
    let error = read_record(json!([1])).expect_err("no object");
    assert_eq!(error.to_string(), "no record: a list, not an object");
}

#[test]
fn no_value_makes_it_panic() {
    let values = [
        json!(null),
        json!(-1),
        json!("x"),
        json!([]),
        json!({}),
        json!([[-1, 2]]),
        json!([{"start": -1}]),
        json!(1e300),
    ];
    let keys = [
        "kind", "id", "title", "text", "date", "authors", "author", "tags", "asides", "quoted", "entities", "comments",
    ];
    for key in keys {
        for value in &values {
            for kind in ["article", "comment"] {
                let _ = read_record(json!({"text": "aö", "kind": kind, key: value}));
            }
        }
    }
}
