//! The record, the one shape that is read and written: every field comes back, every leniency is granted.
//!
//! Records go through the corridor as lines of a file, so reading, enriching and storing are tested together.

use crate::archive::Archive;
use crate::shelf::Shelf;
use byline::article::Statement;
use byline::engine::Engine;
use byline::ingest::{Outcome, extract_bytes};
use serde_json::{Value, json};

/// A record in which every field is filled, and none with what would be there by itself.
fn full() -> Value {
    let text = "Über den Zoll: „Wir zahlen nicht“, sagte Kim.\n\nMehr stand nicht im Brief.";
    json!({
        "version": 1, "id": "full/1", "kind": "article", "path": "old/place.html", "url": "https://example.org/zoll?a=1#b",
        "site": "Die Lampe", "title": "Zoll & <Brot>", "language": "de", "tags": ["Zoll", "Brot"],
        "authors": [
            {"name": "Ann Marsh", "key": "marsh ann", "from": "byline", "confidence": 0.85},
            {"name": "Bo", "key": "bo", "from": "json-ld", "confidence": 0.5},
        ],
        "date": {"value": "2017-07-12T23:30:00-08:00", "precision": "minute", "from": "time", "confidence": 0.9},
        "text": text,
        "asides": [{"kind": "caption", "text": "Der Pier"}, {"kind": "about", "text": "Ann schreibt."}, {"kind": "standing", "text": "Abonnieren"}],
        "quoted": [[16, 38]],
        "entities": [
            {"start": 46, "end": 49, "in": "text", "type": "person", "text": "Kim", "name": "Kim Jong-un", "key": "person:kim jong un"},
            {"start": 7, "end": 13, "in": "title", "type": "org", "text": "<Brot>", "name": "Brot e.V.", "key": "org:brot"},
            {"start": 4, "end": 8, "in": "aside:0", "type": "place", "text": "Pier", "name": "Pier", "key": "place:pier"},
        ],
        "comments": [
            {"id": "c9", "kind": "comment", "author": {"name": "Cy", "key": "cy", "from": "markup", "confidence": 0.7},
             "date": {"value": "2017-07", "precision": "month", "from": "visible", "confidence": 0.6},
             "url": "https://example.org/zoll#c9", "language": "en", "text": "First & <b>foremost</b>, no.", "parent": null,
             "quoted": [[0, 5]],
             "entities": [{"start": 0, "end": 5, "in": "text", "type": "place", "text": "First", "name": "First", "key": "place:first"}]},
            {"id": "c10", "kind": "pingback", "author": null, "date": null, "url": null, "language": "fr", "text": "Vu.",
             "parent": "c9", "quoted": [],
             "entities": [{"start": 0, "end": 2, "in": "text", "type": "org", "text": "Vu", "name": "Vu", "key": "org:vu"}]},
        ],
        "notes": ["a note of its own"],
    })
}

/// What one line of JSON is read as, and what is said about it.
fn read(line: &Value) -> (Value, Vec<String>) {
    let (mut items, notes) = extract_bytes("lines.jsonl", None, format!("{line}\n").into_bytes());
    assert_eq!(items.len(), 1, "one record: {line}");
    let record = match items.remove(0).outcome {
        Outcome::Article(article) => serde_json::to_value(article),
        Outcome::Comment(comment) => serde_json::to_value(comment),
    };
    (record.expect("JSON"), notes)
}

/// Tells every row (record, pointer, value) that is read otherwise; nothing may be said about any of them.
fn silently(rows: &[(Value, &str, Value)]) {
    for (line, pointer, expected) in rows {
        let (record, notes) = read(line);
        assert_eq!(record.pointer(pointer), Some(expected), "{pointer} of {line}");
        assert!(notes.is_empty(), "{line}: {}", notes.join("; "));
    }
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| panic!("JSON: {text}"))
}

#[test]
fn every_field_of_a_record_comes_back_from_reading_and_from_the_index() {
    let archive = Archive::with(&[("full.jsonl", &full().to_string())]);
    assert_eq!(json_of(&archive.finds(&["extract", "corpus/full.jsonl", "--format", "jsonl"])), full());
    let ran = archive.run(&["index"]);
    assert!(!ran.err.contains("full.jsonl:"), "nothing is odd about it: {}", ran.err);
    for format in ["json", "jsonl"] {
        assert_eq!(json_of(&archive.finds(&["show", "full/1", "--format", format])), full(), "{format}");
    }
}

#[test]
fn numbers_are_written_as_they_came() {
    let archive = Archive::with(&[("full.jsonl", &full().to_string())]);
    archive.finds(&["index"]);
    for command in [
        &["extract", "corpus/full.jsonl", "--format", "jsonl"][..],
        &["show", "full/1", "--format", "json"],
        &["search", "zahlen", "--format", "json"],
        &["search", "zahlen", "--format", "jsonl"],
    ] {
        let out = archive.finds(command);
        assert!(out.contains("0.85") && !out.contains("0.850"), "{}: {out}", command[0]);
    }
}

#[test]
fn what_is_shown_is_indexed_again_as_the_same_statements() {
    let first = Shelf::of(&[full()]);
    let of = |shelf: &Shelf| -> Vec<Statement> {
        let plain = |mut s: Statement| {
            s.source.clear();
            s
        };
        shelf.scan.statements.iter().cloned().map(plain).collect()
    };
    let comments = ["c9", "c10"].map(|local| {
        let is = |s: &&Statement| s.local_id.as_deref() == Some(local);
        first.scan.statements.iter().find(is).expect("a comment")
    });
    let record = Statement::to_record(&first.statement("full/1"), &comments);
    let again = Shelf::of(&[serde_json::to_value(record).expect("JSON")]);
    assert_eq!(of(&again), of(&first));
}

#[test]
fn a_record_lists_comments_in_the_order_of_the_page() {
    let comment = |id: &str, parent: Option<&str>| json!({"id": id, "parent": parent, "text": id});
    let article = json!({"id": "a", "comments": [comment("1", None), comment("2", None), comment("3", Some("1"))]});
    let archive = Archive::with(&[("a.jsonl", &article.to_string())]);
    archive.finds(&["index"]);
    let shown = json_of(&archive.finds(&["show", "a", "--format", "json"]));
    let ids: Vec<&Value> = shown["comments"].as_array().expect("comments").iter().map(|c| &c["id"]).collect();
    assert_eq!(ids, ["1", "2", "3"]);
}

#[test]
fn plain_strings_stand_for_objects() {
    silently(&[
        (json!({"authors": ["Ann Marsh"]}), "/authors/0/name", json!("Ann Marsh")),
        (json!({"authors": ["Ann Marsh"]}), "/authors/0/key", json!("ann marsh")),
        (json!({"authors": [{"name": "Ann Marsh"}]}), "/authors/0/from", json!("record")),
        (json!({"date": "2017-07-12"}), "/date/value", json!("2017-07-12")),
        (json!({"date": "2017-07-12"}), "/date/precision", json!("day")),
        (json!({"date": {"value": "2017"}}), "/date/precision", json!("year")),
        (json!({"asides": ["Subscribe now"]}), "/asides/0/kind", json!("standing")),
        (json!({"comments": ["Well said."]}), "/comments/0/text", json!("Well said.")),
        (json!({"id": 7, "comments": [{"id": 12, "text": "x"}]}), "/comments/0/id", json!("12")),
        (json!({"kind": "comment", "id": 7, "parent": 3, "text": "x"}), "/parent", json!("3")),
    ]);
}

#[test]
fn author_and_authors_stand_for_each_other_one_or_a_list() {
    let ann = json!("Ann Marsh");
    silently(&[
        (json!({"author": "Ann Marsh"}), "/authors/0/name", ann.clone()),
        (json!({"author": ["Ann Marsh", "Bo"]}), "/authors/1/name", json!("Bo")),
        (json!({"author": {"name": "Ann Marsh"}}), "/authors/0/name", ann.clone()),
        (json!({"authors": "Ann Marsh"}), "/authors/0/name", ann.clone()),
        (json!({"authors": {"name": "Ann Marsh"}}), "/authors/0/name", ann.clone()),
        (json!({"kind": "comment", "authors": ["Ann Marsh"], "text": "x"}), "/author/name", ann.clone()),
        (json!({"kind": "comment", "author": ["Ann Marsh"], "text": "x"}), "/author/name", ann.clone()),
        (json!({"comments": [{"authors": "Ann Marsh", "text": "x"}]}), "/comments/0/author/name", ann),
        (json!({"author": "", "title": "x"}), "/authors", json!([])),
        (json!({"author": null, "title": "x"}), "/authors", json!([])),
    ]);
}

#[test]
fn a_record_is_an_article_unless_it_says_otherwise() {
    silently(&[
        (json!({"text": "x"}), "/kind", json!("article")),
        (json!({"text": "x", "comments": [{"text": "y"}]}), "/comments/0/kind", json!("comment")),
        (json!({"text": "x", "comments": [{"text": "y", "kind": "pingback"}]}), "/comments/0/kind", json!("pingback")),
        (json!({"kind": "pingback", "text": "x"}), "/kind", json!("pingback")),
        (json!({"text": "x"}), "/version", json!(1)),
        (json!({"tags": "one"}), "/tags", json!(["one"])),
        (json!({"comments": {"text": "only one"}}), "/comments/0/text", json!("only one")),
        (json!({"text": "<b>plain</b> &amp; so"}), "/text", json!("<b>plain</b> &amp; so")),
    ]);
}

#[test]
fn days_keep_their_precision_and_their_offset() {
    for (typed, value, precision) in [
        ("2017", "2017", "year"),
        ("2017-07", "2017-07", "month"),
        ("2017-07-12", "2017-07-12", "day"),
        ("2017-07-12T23:30:00-08:00", "2017-07-12T23:30:00-08:00", "minute"),
        ("2017-07-12T23:30:15.250Z", "2017-07-12T23:30:15Z", "minute"),
        ("2017-07-12 23:30", "2017-07-12T23:30:00", "minute"),
        ("2017-07-12 23:30:05", "2017-07-12T23:30:05", "minute"),
        ("12 July 2017", "2017-07-12", "day"),
    ] {
        silently(&[
            (json!({"date": typed}), "/date/value", json!(value)),
            (json!({"date": {"value": typed}}), "/date/precision", json!(precision)),
        ]);
    }
    silently(&[
        (json!({"date": 2017}), "/date/value", json!("2017")),
        (json!({"date": ""}), "/date", Value::Null),
        (json!({"title": "x"}), "/date", Value::Null),
    ]);
}

#[test]
fn offsets_count_bytes_of_the_field_that_they_name() {
    let text = "Über Kim.";
    let entity = |place: Option<&str>, start: usize, end: usize| {
        let mut entity = json!({"start": start, "end": end, "type": "person"});
        if let Some(place) = place {
            entity["in"] = place.into();
        }
        json!({"title": "Kim é", "text": text, "asides": ["Ö Kim"], "entities": [entity]})
    };
    silently(&[
        (entity(None, 6, 9), "/entities/0/text", json!("Kim")),
        (entity(None, 6, 9), "/entities/0/in", json!("text")),
        (entity(None, 6, 9), "/entities/0/name", json!("Kim")),
        (entity(None, 6, 9), "/entities/0/key", json!("person:kim")),
        (entity(Some("title"), 0, 3), "/entities/0/in", json!("title")),
        (entity(Some("aside:0"), 3, 6), "/entities/0/text", json!("Kim")),
    ]);
    for (place, start, end) in
        [(None, 0, 1), (None, 6, 99), (None, 9, 6), (Some("aside:1"), 0, 1), (Some("body"), 0, 1)]
    {
        let (record, notes) = read(&entity(place, start, end));
        assert!(
            record["entities"].as_array().is_some_and(|all| all.iter().all(|e| e["start"] != start || e["end"] != end))
        );
        assert!(notes.iter().any(|note| note.contains("entity 1")), "{start}..{end}: {}", notes.join("; "));
    }
}

#[test]
fn what_does_not_fit_is_left_out_with_a_note_and_the_rest_is_read() {
    for (odd, note) in [
        (json!({"mood": "dark"}), "unknown key `mood` left out"),
        (json!({"date": "soon"}), "`soon` is no day; left out"),
        (json!({"date": true}), "`date` is true or false"),
        (json!({"tags": [1]}), "`tags` holds a number"),
        (json!({"url": ["a"]}), "`url` is a list"),
        (json!({"kind": "letter"}), "kind `letter` is read as article"),
        (json!({"quoted": [[0, 99]]}), "`quoted` stretch does not fit"),
        (json!({"quoted": [[1, 2]], "text": "é"}), "`quoted` stretch does not fit"),
        (json!({"version": 99}), "version 99 is newer"),
        (json!({"comments": [7]}), "comment 1 is a number"),
        (json!({"comments": [{"text": "x", "mood": 1}]}), "comment 1: unknown key `mood`"),
        (json!({"authors": [{"name": "A", "age": 7}]}), "unknown key `age`"),
        (json!({"date": {"value": "2017", "precision": "day"}}), "`precision` does not fit"),
    ] {
        let mut line = json!({"title": "The pier", "text": "Stands."});
        line.as_object_mut().expect("an object").extend(odd.as_object().expect("an object").clone());
        let (record, notes) = read(&line);
        assert_eq!(record["title"], "The pier", "{odd}");
        assert!(notes.iter().any(|said| said.contains(note)), "{odd}: `{note}` in: {}", notes.join("; "));
    }
}

#[test]
fn flat_comments_find_their_place_in_any_order_of_lines_and_files() {
    let article = json!({"id": "a", "text": "article", "comments": [{"id": "n", "text": "nested"}]});
    let flat = |id: &str, parent: &str| json!({"kind": "comment", "id": id, "parent": parent, "text": id});
    let (one, two) = (flat("one", "a"), flat("two", "one"));
    let orders: [Vec<Value>; 3] = [
        vec![article.clone(), one.clone(), two.clone()],
        vec![two.clone(), one.clone(), article.clone()],
        vec![one.clone(), article.clone(), two.clone()],
    ];
    for lines in &orders {
        let shelf = Shelf::of(lines);
        shelf.expect(&[("depth:1", "two"), ("comments:3", "a"), ("reply-to:{one}", "two")]);
        assert_eq!(shelf.ids("depth:0").len(), 2);
    }
    let apart = Shelf::with(&[("z.jsonl", &[article]), ("b/y.jsonl", &[one]), ("a.jsonl", &[two])]);
    apart.expect(&[("depth:1", "two"), ("comments:3", "a")]);
}

#[test]
fn a_nested_comments_id_counts_within_its_article() {
    let article = |id: &str| json!({"id": id, "text": id, "comments": [{"id": "1", "text": "first"}, {"id": "2", "parent": "1", "text": "second"}]});
    let shelf = Shelf::of(&[article("a"), article("b")]);
    assert_eq!(shelf.ids("kind:comment").len(), 4, "equal ids under two articles are two comments");
    for comment in shelf.ids("second") {
        let comment = shelf.statement(&comment);
        let parent = shelf.statement(comment.parent.as_deref().expect("a parent"));
        assert_eq!((parent.thread, parent.local_id.as_deref()), (comment.thread, Some("1")));
    }
}

#[test]
fn a_flat_comment_shown_as_a_record_names_what_it_answers() {
    let article = json!({"id": "a", "text": "article", "comments": [{"id": "n", "text": "nested"}]});
    let archive = Archive::with(&[("a.jsonl", &article.to_string())]);
    archive.finds(&["index"]);
    let id = archive.ids(&["nested"]).remove(0);
    let record = json_of(&archive.finds(&["show", &id, "--format", "jsonl"]));
    assert_eq!((&record["id"], &record["parent"], &record["kind"]), (&json!(id), &json!("a"), &json!("comment")));
    let again = Archive::with(&[("c.jsonl", &record.to_string()), ("a.jsonl", "{\"id\":\"a\",\"text\":\"article\"}")]);
    again.finds(&["index"]);
    assert_eq!(again.ids(&["nested"]), [id]);
    assert_eq!(again.ids(&["has-comment:{nested}"]), ["a"]);
}

#[test]
fn an_index_answers_for_statements_as_they_were_stored() {
    let shelf = Shelf::of(&[full()]);
    let thread = shelf.index.thread("full/1").expect("a thread");
    assert_eq!(thread.len(), 3);
    assert!(thread.iter().all(|s| s.path == "old/place.html"), "a record's own path is kept");
}
