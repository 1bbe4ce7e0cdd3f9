//! The real page that byline was asked for: a printed article with nameless comments and no day.

use crate::archive::Archive;
use crate::shared::shared;
use serde_json::Value;
use std::path::PathBuf;

fn page() -> Option<PathBuf> {
    shared("eval/seed/eaf-north-korea.txt")
}

fn record(archive: &Archive, page: &std::path::Path) -> Value {
    let out = archive.finds(&["extract", &page.to_string_lossy(), "--format", "jsonl"]);
    serde_json::from_str(&out).expect("one record")
}

#[test]
fn the_printed_page_is_read_as_its_description_demands() {
    let Some(page) = page() else { return };
    let record = record(&Archive::new(), &page);
    assert_eq!(record["title"], "US–China cooperation on North Korea remains critical");
    let authors: Vec<_> = record["authors"].as_array().expect("authors").iter().map(|a| &a["name"]).collect();
    assert_eq!(authors, ["Brendan Taylor"]);
    assert_eq!(record["date"], Value::Null, "the page states no day of publication");
    let text = record["text"].as_str().expect("text");
    assert!(text.starts_with("China is under pressure to deliver"), "{text}");
    assert!(text.contains("\n\nFollowing North Korea’s test"));
    assert!(text.ends_with("should really be pushing for."));
    let kinds: Vec<_> = record["asides"].as_array().expect("asides").iter().map(|a| a["kind"].as_str()).collect();
    assert_eq!(kinds, [Some("caption"), Some("about"), Some("standing")]);
}

#[test]
fn its_three_nameless_comments_stand_where_they_belong() {
    let Some(page) = page() else { return };
    let record = record(&Archive::new(), &page);
    let comments = record["comments"].as_array().expect("comments");
    assert_eq!(comments.len(), 3);
    assert!(comments.iter().all(|c| c["author"].is_null() && c["date"].is_null()));
    let parents: Vec<_> = comments.iter().map(|c| &c["parent"]).collect();
    assert_eq!(parents, [&Value::Null, &comments[0]["id"], &Value::Null]);
    let starts = ["If one follows this logic", "Its not about advantages", "Firstly, the statement that"];
    for (comment, start) in comments.iter().zip(starts) {
        assert!(comment["text"].as_str().expect("text").starts_with(start));
    }
}

#[test]
fn nothing_of_its_furniture_stands_in_any_field() {
    let Some(page) = page() else { return };
    let record = record(&Archive::new(), &page).to_string();
    let furniture = [
        "Reading Time",
        "• A",
        "In Brief",
        "Support Quality Analysis",
        "office is based in Australia",
        "Article printed from",
        "Copyright",
        "Peer reviewed analysis",
        "3 responses to",
    ];
    for piece in furniture {
        assert!(!record.contains(piece), "{piece}");
    }
}

/// Type, text and name of the entities of an article or a comment.
fn named(statement: &Value) -> Vec<[String; 3]> {
    let entities = statement["entities"].as_array().cloned().unwrap_or_default();
    let told = |entity: &Value, key: &str| entity[key].as_str().unwrap_or_default().to_owned();
    entities.iter().map(|entity| ["type", "text", "name"].map(|key| told(entity, key))).collect()
}

/// Whether every mention of a person by some words means the person of a name, and there is one.
fn means(entities: &[[String; 3]], text: &str, name: &str) -> bool {
    let mut mentions = entities.iter().filter(|entity| entity[1] == text).peekable();
    mentions.peek().is_some() && mentions.all(|entity| entity[0] == "person" && entity[2] == name)
}

#[test]
fn its_persons_are_found_in_text_and_asides_each_by_one_name() {
    let Some(page) = page() else { return };
    let article = named(&record(&Archive::new(), &page));
    let persons = [
        "Xi Jinping",
        "Rex Tillerson",
        "Donald Trump",
        "Malcolm Turnbull",
        "Kim Jong-un",
        "Kim Jong-il",
        "Jang Song-thaek",
        "Kim Jong-nam",
        "Shen Zhihua",
        "Bill Clinton",
        "Brendan Taylor",
    ];
    for name in persons {
        assert!(means(&article, name, name), "{name}");
    }
    assert!(means(&article, "Trump", "Donald Trump"));
    assert!(means(&article, "Turnbull", "Malcolm Turnbull"));
    assert!(means(&article, "Kim", "Kim"), "several Kims were named, so none of them is meant for certain");
    assert!(article.iter().all(|[kind, text, _]| kind == "place" || text != "North Korea"));
}

#[test]
fn its_comments_name_whom_the_article_named() {
    let Some(page) = page() else { return };
    let record = record(&Archive::new(), &page);
    let comments: Vec<_> = record["comments"].as_array().expect("comments").iter().map(named).collect();
    assert!(means(&comments[0], "Trump", "Donald Trump"));
    assert!(means(&comments[2], "Malcolm Turnbull", "Malcolm Turnbull"));
    assert!(comments.iter().flatten().all(|[_, text, name]| text != "Kim" || name == "Kim"));
}

#[test]
fn indexed_it_is_found_by_phrase_author_and_person_and_not_by_a_day() {
    let Some(page) = page() else { return };
    let archive = Archive::new();
    archive.write("corpus/page.txt", std::fs::read(page).expect("the page"));
    archive.finds(&["index"]);

    let phrase = archive.finds(&["search", "\"strategic buffer\""]);
    assert!(phrase.contains("North Korea serves as a **strategic buffer** between China"), "{phrase}");
    assert!(phrase.contains("Brendan Taylor · no day · article"), "{phrase}");

    let article = archive.ids(&["--author", "taylor"]);
    assert_eq!(article.len(), 1, "the author's own statements, not those that answer him");
    assert_eq!(archive.ids(&["\"strategic buffer\""]), article);
    assert!(archive.ids(&["person:\"Kim Jong-un\""]).contains(&article[0]));

    let before = archive.run(&["search", "china", "--before", "2018"]);
    assert_eq!(before.status, 1);
    assert!(before.out.contains("undated left out"), "{}", before.out);
}

#[test]
fn a_comment_of_it_that_quotes_the_article_is_known_to_quote() {
    let Some(page) = page() else { return };
    let archive = Archive::new();
    archive.write("corpus/page.txt", std::fs::read(page).expect("the page"));
    archive.finds(&["index"]);
    let quoted = archive.ids(&["quoted:\"grandiose\" OR quoted:\"middle and hermit kingdoms\""]);
    assert_eq!(quoted, archive.ids(&["\"middle and hermit kingdoms\" kind:comment"]));
    assert_eq!(quoted.len(), 1);
}
