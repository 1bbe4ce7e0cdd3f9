//! Searches with names: what came since the last look, for use in cron, as text and as a feed.

use crate::archive::Archive;
use serde_json::{Value, json};

fn line(id: &str, text: &str) -> String {
    json!({"id": id, "title": "The toll", "author": "Ann Marsh", "date": "2017-06-21T10:00:00+02:00",
        "url": format!("https://a.example.org/{id}"), "text": text})
    .to_string()
}

fn archive() -> Archive {
    let archive = Archive::with(&[("a.jsonl", &line("a", "A toll on bread."))]);
    archive.finds(&["index"]);
    archive
}

fn add(archive: &Archive, id: &str, text: &str) {
    archive.write(&format!("corpus/{id}.jsonl"), line(id, text));
    archive.finds(&["index"]);
}

/// Ids that `--new` shows.
fn new(archive: &Archive, more: &[&str]) -> Vec<String> {
    let ran = archive.run(&[&["search", "--new", "tolls", "--format", "json"], more].concat());
    let answer: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("JSON: {ran:?}"));
    let hits = answer["hits"].as_array().expect("hits");
    let ids: Vec<String> = hits.iter().map(|hit| hit["id"].as_str().expect("an id").to_owned()).collect();
    assert_eq!(ran.status, i32::from(answer["total"] == 0), "{ran:?}");
    ids
}

#[test]
fn new_shows_each_statement_once_and_nothing_that_was_there_when_it_was_kept() {
    let archive = archive();
    let ran = archive.run(&["search", "--save", "tolls", "text:toll", "--author", "marsh"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, "kept as `tolls`; `--new` shows what comes from now on\n"));
    assert!(ran.out.contains("1 statement\n"), "{}", ran.out);
    assert_eq!(new(&archive, &[]), Vec::<String>::new());
    add(&archive, "b", "Another toll.");
    add(&archive, "c", "A lamp.");
    assert_eq!(new(&archive, &[]), ["b"]);
    assert_eq!(new(&archive, &[]), Vec::<String>::new());
}

#[test]
fn for_cron_nothing_new_is_status_1_and_not_a_word() {
    let archive = archive();
    archive.finds(&["search", "--save", "tolls", "toll"]);
    let ran = archive.run(&["search", "--new", "tolls"]);
    assert_eq!((ran.out.as_str(), ran.err.as_str(), ran.status), ("", "", 1));
    add(&archive, "b", "Another toll.");
    let ran = archive.run(&["search", "--new", "tolls"]);
    assert!(ran.out.contains("Another **toll**.") && ran.out.ends_with("\n1 statement\n"), "{}", ran.out);
}

#[test]
fn what_a_limit_cuts_off_is_still_new_and_a_count_is_no_look() {
    let archive = archive();
    archive.finds(&["search", "--save", "tolls", "toll"]);
    for id in ["b", "c", "d"] {
        add(&archive, id, "Another toll.");
    }
    assert_eq!(archive.finds(&["search", "--new", "tolls", "--count"]), "3\n");
    assert_eq!(new(&archive, &["-n", "2"]), ["b", "c"]);
    assert_eq!(new(&archive, &["-n", "2"]), ["d"]);
    let many: String = (0..30).map(|n| line(&format!("m{n}"), "toll") + "\n").collect();
    archive.write("corpus/many.jsonl", many);
    archive.finds(&["index"]);
    assert_eq!(new(&archive, &[]).len(), 30, "without a limit all of it is shown");
}

#[test]
fn searches_are_listed_replaced_and_forgotten() {
    let archive = archive();
    assert_eq!(archive.run(&["search", "--saved"]).status, 1);
    archive.finds(&["search", "--save", "tolls", "toll", "--after", "2017"]);
    archive.finds(&["search", "--save", "all"]);
    assert_eq!(archive.finds(&["search", "--saved"]), "all:   (1 seen)\ntolls: toll after:\"2017\"  (1 seen)\n");
    archive.run(&["search", "--save", "tolls", "bread"]).says(0, "kept anew as `tolls`");
    let kept: Value = serde_json::from_str(&archive.finds(&["search", "--saved", "--format", "json"])).expect("JSON");
    assert_eq!((&kept["tolls"]["query"], &kept["tolls"]["seen"]), (&json!("bread"), &json!(["a"])));
    archive.finds(&["search", "--forget", "all"]);
    let unknown = archive.run(&["search", "--new", "all"]);
    assert_eq!(
        (unknown.err.as_str(), unknown.status),
        ("byline: no search is kept as `all`\nhint: kept are tolls\n", 2)
    );
}

#[test]
fn the_file_stands_beside_the_index_and_another_file_there_is_left_as_it_is() {
    let archive = archive();
    archive.finds(&["search", "--save", "tolls", "toll"]);
    let text = std::fs::read_to_string(archive.path("index.searches.json")).expect("the file");
    assert!(serde_json::from_str::<Value>(&text).is_ok_and(|value| value["version"] == 1), "{text}");
    assert!(!archive.path("index.searches.json.new").exists());
    archive.write("index.searches.json", "mine");
    archive
        .run(&["search", "--save", "more", "toll"])
        .says(2, "index.searches.json: no file of kept searches, left as it is");
    assert_eq!(std::fs::read_to_string(archive.path("index.searches.json")).expect("the file"), "mine");
    archive.run(&["search", "--new", "tolls", "toll"]).says(2, "--new");
}

#[test]
fn days_in_words_are_read_anew_at_every_look() {
    let archive = archive();
    archive.finds(&["search", "--save", "tolls", "toll since:\"2 weeks ago\"", "--today", "2017-06-22"]);
    add(&archive, "b", "Another toll.");
    assert_eq!(new(&archive, &["--today", "2019-01-01"]), Vec::<String>::new());
    assert_eq!(new(&archive, &["--today", "2017-06-23"]), ["b"]);
}

#[test]
fn a_feed_holds_an_entry_a_statement() {
    let archive = archive();
    archive.finds(&["search", "--save", "tolls & levies", "toll"]);
    add(&archive, "b", "A toll < a levy.");
    let feed = archive.finds(&["search", "--new", "tolls & levies", "--format", "atom", "--today", "2019-06-01"]);
    let expected = "\
<?xml version=\"1.0\" encoding=\"utf-8\"?>
<feed xmlns=\"http://www.w3.org/2005/Atom\">
  <id>urn:byline:search:tolls%20%26%20levies</id>
  <title>byline: tolls &amp; levies</title>
  <subtitle>toll</subtitle>
  <updated>2019-06-01T00:00:00Z</updated>
  <entry>
    <id>urn:byline:statement:b</id>
    <title>The toll</title>
    <updated>2017-06-21T10:00:00+02:00</updated>
    <author><name>Ann Marsh</name></author>
    <link href=\"https://a.example.org/b\"/>
    <category term=\"article\"/>
    <summary>Ann Marsh · 2017-06-21 · article</summary>
    <content>A toll &lt; a levy.</content>
  </entry>
</feed>
";
    assert_eq!(feed, expected);
    // what byline writes as a feed byline reads
    archive.write("elsewhere/feed.xml", feed);
    let read = archive.finds(&["extract", "elsewhere/feed.xml", "--format", "jsonl"]);
    assert!(read.contains("A toll < a levy.") && read.contains("Ann Marsh"), "{read}");
    assert_eq!(archive.run(&["search", "--new", "tolls & levies", "--format", "atom"]).status, 1, "an empty feed");
}
