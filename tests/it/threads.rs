//! Threads: who answers whom, how deep, what is quoted of whom, and what all of it counts to.

use crate::archive::Archive;
use crate::shelf::Shelf;
use byline::article::Thread;
use byline::ask;
use byline::engine::Engine;
use byline::ingest::{Outcome, extract_bytes};
use serde_json::{Value, json};

fn article() -> Value {
    json!({"id": "a", "title": "The toll", "author": "Ann", "date": "2017-06-21", "language": "en",
        "text": "The council keeps the upper lock closed until the autumn rains have passed."})
}

fn flat(id: &str, parent: &str, text: &str) -> Value {
    json!({"kind": "comment", "id": id, "parent": parent, "text": text})
}

/// Ids of a thread in reading order, each behind its depth.
fn order(shelf: &Shelf, id: &str) -> Vec<String> {
    let thread = ask::thread(&shelf.index, &shelf.statement(id)).expect("a thread");
    let line =
        |s: &byline::article::Statement| format!("{}{}", "-".repeat(s.depth.map_or(0, |d| d as usize + 1)), s.id);
    thread.article.iter().chain(&thread.comments).map(line).collect()
}

/// What of a statement's text counts as quoted.
fn quoted(shelf: &Shelf, id: &str) -> Vec<String> {
    let statement = shelf.statement(id);
    statement.quoted.iter().map(|span| span.of(&statement.text).to_owned()).collect()
}

#[test]
fn answers_stand_below_what_they_answer_in_their_turn() {
    let lines = [
        article(),
        flat("c", "a", "third"),
        flat("b", "a", "second"),
        flat("b2", "b", "answer two"),
        flat("b1", "b", "answer one"),
        flat("b11", "b1", "answer to the answer"),
    ];
    let shelf = Shelf::of(&lines);
    assert_eq!(order(&shelf, "b11"), ["a", "-c", "-b", "--b2", "--b1", "---b11"]);
    assert_eq!(order(&shelf, "a"), order(&shelf, "c"), "from wherever it is asked");
}

#[test]
fn a_missing_parent_a_circle_and_an_answer_to_itself_stand_at_depth_0_with_a_note() {
    let shelf = Shelf::of(&[
        article(),
        json!({"id": "n", "comments": [
            {"id": "1", "parent": "9", "text": "lost"}, {"id": "2", "parent": "3", "text": "round"},
            {"id": "3", "parent": "2", "text": "round"}, {"id": "4", "parent": "4", "text": "itself"},
        ]}),
    ]);
    let comments = shelf.ids("kind:comment");
    assert_eq!(shelf.ids("depth:0 thread:n"), comments, "none is lost");
    for id in comments {
        let comment = shelf.statement(&id);
        assert_eq!((comment.parent, comment.thread_notes.len()), (None, 1), "{}", comment.text);
    }
    shelf.expect(&[("comments:4", "n")]);
}

#[test]
fn a_flat_circle_is_a_thread_of_its_own_and_ends() {
    let shelf = Shelf::of(&[flat("x", "y", "one"), flat("y", "x", "two"), flat("z", "x", "three")]);
    assert_eq!(shelf.ids(""), ["x", "y", "z"]);
    for id in ["x", "y", "z"] {
        assert_eq!(order(&shelf, id).len(), 3, "{id}");
    }
}

#[test]
fn a_thread_may_be_very_deep() {
    let line =
        |n: usize| flat(&format!("c{n}"), &(if n == 0 { "a".to_owned() } else { format!("c{}", n - 1) }), "deeper");
    let lines: Vec<Value> = [article()].into_iter().chain((0..600).map(line)).collect();
    let shelf = Shelf::of(&lines);
    shelf.expect(&[("depth:599", "c599"), ("comments:600", "a")]);
    let archive = Archive::with(&[("deep.jsonl", &lines.iter().map(|line| format!("{line}\n")).collect::<String>())]);
    archive.finds(&["index"]);
    let tree = archive.finds(&["show", "c599", "--thread"]);
    assert_eq!(tree.lines().filter(|line| line.starts_with('→')).count(), 1);
    assert!(tree.lines().all(|line| line.chars().count() < 200), "it is still read from left to right");
}

#[test]
fn pingbacks_stand_in_the_thread_and_count_for_nothing() {
    let shelf = Shelf::of(&[
        article(),
        flat("c", "a", "comment"),
        json!({"kind": "pingback", "id": "p", "parent": "a", "author": "Blog", "text": "seen"}),
        flat("q", "p", "answers the pingback"),
    ]);
    assert_eq!(order(&shelf, "a"), ["a", "-c", "-p", "--q"]);
    shelf.expect(&[("comments:2", "a"), ("depth:1", "q"), ("", "a c q"), ("thread:a", "a c q")]);
}

#[test]
fn a_credit_line_says_whom_a_comment_answers() {
    let by = |id: &str, parent: &str, author: Option<&str>| json!({"kind": "comment", "id": id, "parent": parent, "author": author, "text": id});
    let nameless = json!({"id": "n", "title": "No name", "text": "x"});
    let lines = [
        article(),
        nameless,
        by("one", "a", Some("Bo")),
        by("two", "one", None),
        by("three", "two", Some("Cy")),
        by("four", "n", Some("Di")),
        by("five", "missing", Some("Ed")),
    ];
    let archive = Archive::with(&[("a.jsonl", &lines.iter().map(|line| format!("{line}\n")).collect::<String>())]);
    archive.finds(&["index"]);
    for (id, credit) in [
        ("one", "Bo · no day · comment, answers Ann"),
        ("two", "no name · no day · comment, answers Bo"),
        ("three", "Cy · no day · comment, answers a nameless comment"),
        ("four", "Di · no day · comment, answers the article"),
        ("five", "Ed · no day · comment, answers the article"),
    ] {
        for command in [&["search", &format!("id:{id}")][..], &["show", id]] {
            let out = archive.finds(command);
            assert!(out.lines().any(|line| line.trim() == credit), "{credit} in {}: {out}", command[0]);
        }
    }
}

#[test]
fn eight_words_of_the_article_or_of_an_earlier_comment_are_quoted() {
    let earlier = "Nobody asked the ferrymen what they think of it all.";
    let shelf = Shelf::of(&[
        article(),
        flat("b", "a", earlier),
        flat("c", "a", "You say: the upper lock closed until the autumn rains. Why?"),
        flat("d", "b", "Nobody asked the ferrymen what they think of it? I did."),
        flat("e", "a", "The Upper LOCK, closed until the autumn... rains!"),
        flat("f", "a", "closed until the autumn rains have come"),
        json!({"id": "other", "title": "Elsewhere", "text": "keeps the upper lock closed until the autumn rains have passed"}),
    ]);
    assert_eq!(quoted(&shelf, "c"), ["the upper lock closed until the autumn rains"]);
    assert_eq!(quoted(&shelf, "d"), ["Nobody asked the ferrymen what they think of it"]);
    assert_eq!(quoted(&shelf, "e"), ["The Upper LOCK, closed until the autumn... rains"]);
    for own in ["a", "b", "f", "other"] {
        assert!(quoted(&shelf, own).is_empty(), "{own}");
    }
}

#[test]
fn a_record_says_what_is_quoted_and_the_article_has_only_that() {
    let shelf =
        Shelf::of(&[json!({"id": "a", "text": "He said: we will pay. So they did.", "quoted": [[9, 21], [15, 21]],
        "comments": [{"id": "1", "text": "They will pay? Never.", "quoted": [[0, 14]]}]})]);
    assert_eq!(quoted(&shelf, "a"), ["we will pay."], "stretches that meet are one");
    shelf.expect(&[("quoted:\"will pay\" kind:article", "a"), ("own:\"so they did\"", "a"), ("own:\"will pay\"", "")]);
    assert_eq!(shelf.ids("quoted:\"they will pay\"").len(), 1);
}

#[test]
fn block_quotes_of_a_page_are_quoted_in_its_record() {
    let page = "---\ntitle: The toll\n---\n\nThe minister wrote a letter about it yesterday evening.\n\n> We shall not pay at all.\n\nNobody believed a word of it.\n";
    let (items, _) = extract_bytes("page.md", None, page.as_bytes().to_vec());
    let articles = items.iter().filter_map(|item| match &item.outcome {
        Outcome::Article(article) => Some(article),
        Outcome::Comment(_) => None,
    });
    let quoted: Vec<&str> = articles.flat_map(|a| a.quoted.iter().map(|span| span.of(&a.text))).collect();
    assert_eq!(quoted, ["We shall not pay at all."]);
}

#[test]
fn a_thread_without_its_article_is_shown_with_what_is_there() {
    let shelf = Shelf::of(&[flat("b", "gone", "two"), flat("c", "b", "three")]);
    let thread = ask::thread(&shelf.index, &shelf.statement("c")).expect("a thread");
    assert_eq!((thread.article, thread.comments.len()), (None, 2));
    assert_eq!(order(&shelf, "b"), ["-b", "--c"]);
    assert_eq!(Thread::of(shelf.index.thread("nothing").expect("a thread")), Thread::default());
}

#[test]
fn totals_count_what_they_say() {
    let (text, place) = ("Kim came to Hallin with the FHWU.", json!({"start": 12, "end": 18, "type": "place"}));
    let kim = json!({"start": 0, "end": 3, "type": "person"});
    let fhwu = json!({"start": 28, "end": 32, "type": "org"});
    let shelf = Shelf::with(&[
        (
            "a.jsonl",
            &[
                json!({"id": "a", "title": "A", "authors": ["Ann Marsh", "Bo"], "date": "2017", "text": text, "entities": [kim, place, fhwu]}),
                json!({"kind": "comment", "id": "b", "parent": "a", "author": "ann marsh", "date": "2019-02-03", "text": text, "entities": [kim]}),
                json!({"kind": "pingback", "id": "p", "parent": "a", "text": "seen", "date": "2016-05"}),
            ],
        ),
        ("z.jsonl", &[json!({"kind": "comment", "id": "c", "parent": "gone", "text": "alone", "entities": []})]),
    ]);
    let totals = serde_json::to_value(shelf.index.totals().expect("totals")).expect("JSON");
    for (name, value) in [
        ("articles", json!(1)),
        ("comments", json!(2)),
        ("pingbacks", json!(1)),
        ("threads", json!(2)),
        ("authors", json!(2)),
        ("nameless", json!(1)),
        ("undated", json!(1)),
        ("first_day", json!("2016-05-01")),
        ("last_day", json!("2019-02-03")),
        ("persons", json!(1)),
        ("orgs", json!(1)),
        ("places", json!(1)),
        ("words", json!(16)),
        ("sources", json!(2)),
    ] {
        assert_eq!(totals[name], value, "{name}");
    }
}
