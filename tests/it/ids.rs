//! Ids: the same across runs, machines and the order of reading; one statement each; any unique beginning will do.

use crate::archive::Archive;
use crate::shelf::Shelf;
use byline::ask::{Looked, look};
use serde_json::{Value, json};

/// The id of the statement whose text is `text`.
fn id(shelf: &Shelf, text: &str) -> String {
    let of: Vec<&str> = shelf.scan.statements.iter().filter(|s| s.text == text).map(|s| s.id.as_str()).collect();
    assert_eq!(of.len(), 1, "{text}: {}", of.join(" "));
    of.concat()
}

fn page(url: &str, text: &str) -> Value {
    json!({"url": url, "text": text})
}

fn with_comments(comments: &[Value]) -> Value {
    json!({"id": "a", "text": "article", "comments": comments})
}

#[test]
fn an_articles_id_follows_from_its_address_and_its_text() {
    let shelf = Shelf::with(&[
        ("one.jsonl", &[page("https://example.org/a", "first")]),
        ("two.jsonl", &[page("https://example.org/a", "second")]),
        ("three.jsonl", &[page("https://example.org/b", "third")]),
    ]);
    let moved = Shelf::with(&[("deep/er/moved.jsonl", &[page("https://example.org/a", "first")])]);
    assert_eq!(id(&moved, "first"), id(&shelf, "first"), "wherever it lies");
    assert_ne!(id(&shelf, "first"), id(&shelf, "second"), "another text is another article");
    let elsewhere = Shelf::of(&[page("https://example.org/c", "third")]);
    assert_ne!(id(&elsewhere, "third"), id(&shelf, "third"), "another address is another article");
}

#[test]
fn without_an_address_an_articles_id_follows_from_its_path_below_the_path_given() {
    let line = json!({"text": "a pier"});
    let here = Shelf::with(&[("b/pier.jsonl", std::slice::from_ref(&line))]);
    let there = Shelf::with(&[("b/pier.jsonl", &[json!({"text": "a pier"})]), ("a.jsonl", &[json!({"text": "else"})])]);
    assert_eq!(id(&here, "a pier"), id(&there, "a pier"));
    let moved = Shelf::with(&[("c/pier.jsonl", &[line])]);
    assert_ne!(id(&here, "a pier"), id(&moved, "a pier"));
}

#[test]
fn derived_ids_are_these_on_every_machine() {
    let comments = [json!({"id": "7", "text": "numbered"}), json!({"author": "Bo", "date": "2017", "text": "bare"})];
    let mut article = page("https://example.org/a", "the article");
    article["comments"] = comments.to_vec().into();
    let shelf = Shelf::with(&[("x.jsonl", &[article]), ("y/z.jsonl", &[json!({"text": "by path"})])]);
    let found = ["the article", "numbered", "bare", "by path"].map(|text| id(&shelf, text));
    assert_eq!(found, ["a1tt0zt0b78p", "tj25ph5pq7g5", "hscq6yksj8xh", "3q6p69x3a75a"]);
}

#[test]
fn the_order_of_files_and_lines_moves_no_id() {
    let lines = [
        page("https://example.org/a", "first"),
        page("https://example.org/b", "second"),
        json!({"kind": "comment", "parent": "x", "author": "Bo", "text": "third"}),
        json!({"kind": "comment", "parent": "x", "author": "Cy", "text": "fourth"}),
    ];
    let mut turned = lines.to_vec();
    turned.reverse();
    let of = |shelf: &Shelf| ["first", "second", "third", "fourth"].map(|text| id(shelf, text));
    assert_eq!(of(&Shelf::of(&lines)), of(&Shelf::of(&turned)));
    let [one, two, three, four] = &lines;
    let apart = |files: [(&str, &Value); 2]| files.map(|(name, line)| (name.to_owned(), line.clone()));
    for files in [apart([("a.jsonl", one), ("b.jsonl", two)]), apart([("b.jsonl", one), ("a.jsonl", two)])] {
        let [(a, one), (b, two)] = files;
        let shelf = Shelf::with(&[(&a, &[one, three.clone()]), (&b, &[two, four.clone()])]);
        assert_eq!(of(&shelf), of(&Shelf::of(&lines)));
    }
}

#[test]
fn a_second_run_gives_the_same_ids() {
    let shelf = Shelf::of(&[page("https://example.org/a", "first"), with_comments(&[json!({"text": "bare"})])]);
    let before = shelf.ids("");
    assert_eq!(shelf.again().ids(""), before);
}

#[test]
fn a_comments_id_follows_from_its_article_and_the_platforms_own_id() {
    let comment = |id: &str, text: &str| json!({"id": id, "text": text});
    let shelf = Shelf::of(&[with_comments(&[comment("1", "one"), comment("2", "two")])]);
    let changed = Shelf::of(&[with_comments(&[comment("2", "two, edited"), comment("1", "one, edited")])]);
    assert_eq!(id(&shelf, "one"), id(&changed, "one, edited"));
    assert_eq!(id(&shelf, "two"), id(&changed, "two, edited"));
    let mut other = with_comments(&[comment("1", "one")]);
    other["id"] = "b".into();
    assert_ne!(id(&Shelf::of(&[other]), "one"), id(&shelf, "one"));
}

#[test]
fn without_one_a_comments_id_follows_from_author_day_and_first_words() {
    let comment = |author: &str, date: &str, text: &str| json!({"author": author, "date": date, "text": text});
    let text = "one two three four five six seven eight nine";
    let of = |comment: Value, text: &str| id(&Shelf::of(&[with_comments(&[comment])]), text);
    let own = of(comment("Bo", "2017", text), text);
    let longer = "One, two: three four five six seven eight; and ten";
    assert_eq!(of(comment("Bo", "2017", longer), longer), own, "what follows the eighth word does not count");
    let other = "two three four five six seven eight nine ten";
    for changed in [comment("Cy", "2017", text), comment("Bo", "2018", text)] {
        assert_ne!(of(changed, text), own);
    }
    assert_ne!(of(comment("Bo", "2017", other), other), own);
}

#[test]
fn equal_comments_are_told_apart_by_their_turn() {
    let same = json!({"author": "Bo", "text": "Hear, hear!"});
    let shelf = Shelf::of(&[with_comments(&[same.clone(), json!({"text": "between"}), same.clone(), same])]);
    let ids = shelf.ids("hear");
    assert_eq!(ids.len(), 3);
    let fewer = Shelf::of(&[with_comments(&[json!({"author": "Bo", "text": "Hear, hear!"})])]);
    assert!(ids.contains(&id(&fewer, "Hear, hear!")), "the first keeps its id when others come");
}

#[test]
fn an_id_that_a_record_brings_is_kept_as_it_is() {
    let long = "x".repeat(300);
    for own in ["7", "a/b", "../../etc/passwd", "two words", "Ünïcode", "UPPER", "a:b", "\"q\"", long.as_str()] {
        let archive = Archive::with(&[("a.jsonl", &json!({"id": own, "text": "a pier"}).to_string())]);
        archive.finds(&["index"]);
        assert_eq!(archive.ids(&["pier"]), [own]);
        let shown: Value =
            serde_json::from_str(&archive.finds(&["show", "--format", "json", "--", own])).expect("JSON");
        assert_eq!(shown["id"], own);
        assert!(archive.finds(&["search", "pier"]).contains(own), "it is shown whole");
    }
}

#[test]
fn of_equal_ids_in_one_file_the_first_keeps_it_and_the_others_say_so() {
    let line = |text: &str| json!({"id": "x", "text": text});
    let shelf = Shelf::of(&[line("first"), line("second"), line("third")]);
    assert_eq!(id(&shelf, "first"), "x");
    for text in ["second", "third"] {
        let statement = shelf.statement(&id(&shelf, text));
        assert!(statement.notes.concat().contains("id `x` is taken"), "{text}: {}", statement.notes.concat());
        assert_eq!(statement.thread, statement.id, "an article is its own thread");
    }
    assert_eq!(shelf.ids("").len(), 3);
}

#[test]
fn copies_in_two_files_are_two_statements_and_the_first_path_keeps_the_id() {
    let copy = page("https://example.org/a", "the same");
    let alone = id(&Shelf::of(std::slice::from_ref(&copy)), "the same");
    let shelf = Shelf::with(&[("z.jsonl", std::slice::from_ref(&copy)), ("b/y.jsonl", std::slice::from_ref(&copy))]);
    assert_eq!(shelf.ids("same").len(), 2);
    assert_eq!(shelf.statement(&alone).path, "b/y.jsonl");
}

#[test]
fn a_comment_and_an_article_of_one_id_both_stay() {
    let shelf = Shelf::of(&[
        json!({"id": "x", "text": "article"}),
        json!({"kind": "comment", "id": "x", "parent": "x", "text": "comment"}),
    ]);
    assert_eq!(id(&shelf, "article"), "x");
    assert_eq!(shelf.ids("under:{article}"), [id(&shelf, "comment")]);
}

#[test]
fn any_unique_beginning_is_accepted_and_an_exact_id_wins() {
    let shelf = Shelf::of(&["ab", "abc", "abd", "b", "ünï"].map(|own| json!({"id": own, "text": own})));
    let found = |typed: &str| match look(&shelf.index, typed).expect("an answer") {
        Looked::Found(statement) => statement.id,
        Looked::Unknown => "unknown".to_owned(),
        Looked::Ambiguous(ids) => ids.join("|"),
    };
    for (typed, expected) in
        [("ab", "ab"), ("abc", "abc"), ("a", "ab|abc|abd"), ("b", "b"), ("ü", "ünï"), ("A", "unknown"), ("", "unknown")]
    {
        assert_eq!(found(typed), expected, "{typed}");
    }
}

#[test]
fn derived_ids_are_shown_as_short_as_they_are_unique() {
    let own = ["abcdefgh0001", "abcdefgi0001", "zbcdefgh0001", "Not-derived-1"];
    let shelf = Shelf::of(&own.map(|own| json!({"id": own, "text": "pier"})));
    let hits = shelf.answer("pier").hits;
    for (own, short) in own.iter().zip(["abcdefgh", "abcdefgi", "zbcdefg", "Not-derived-1"]) {
        let hit = hits.iter().find(|hit| hit.id == *own).expect("a hit");
        assert_eq!(hit.short, short);
        assert!(matches!(look(&shelf.index, &hit.short), Ok(Looked::Found(found)) if found.id == *own), "{short}");
    }
}
