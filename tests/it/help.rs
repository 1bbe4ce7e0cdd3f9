//! Help that keeps its word: every example that help shows finds something on the sample corpus.

use crate::archive::Archive;
use crate::readme::words;

/// Lines of a help page that call byline; an explanation stands three blanks behind.
fn examples(page: &str) -> Vec<String> {
    let calls = page.lines().filter_map(|line| line.trim().strip_prefix("byline "));
    calls.map(|call| call.split("   ").next().unwrap_or(call).to_owned()).collect()
}

#[test]
fn every_example_of_every_help_page_runs() {
    let archive = Archive::with_sample();
    archive.finds(&["index"]);
    let mut run = 0;
    for page in [
        &["--help"][..],
        &["help", "search"],
        &["help", "index"],
        &["help", "show"],
        &["help", "kwic"],
        &["help", "quote"],
        &["help", "entities"],
        &["help", "aliases"],
        &["help", "people"],
        &["help", "open"],
        &["help", "export"],
        &["help", "extract"],
        &["help", "stats"],
    ] {
        for example in examples(&archive.finds(page)) {
            let arguments = words(&example);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let ran = archive.run(&arguments);
            assert_eq!(ran.status, 0, "byline {example}: {}", ran.err);
            assert!(!ran.err.contains("note:"), "byline {example}: {}", ran.err);
            run += 1;
        }
    }
    assert!(run >= 15, "{run} examples");
}

#[test]
fn every_query_of_the_query_pages_finds_something() {
    let archive = Archive::with_sample();
    archive.finds(&["index"]);
    let mut run = 0;
    for topic in ["query", "fields"] {
        for example in examples(&archive.finds(&["help", topic])) {
            let arguments = words(&example);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let ran = archive.run(&arguments);
            assert_eq!(ran.status, 0, "byline {example}: {}", ran.err);
            run += 1;
        }
    }
    assert!(run >= 10, "{run} examples");
}

#[test]
fn a_topic_that_is_none_is_said_with_those_that_are() {
    Archive::new()
        .run(&["help", "frobnication"])
        .says(2, "no help about `frobnication`\nhint: topics are query, fields, aliases and the commands");
}
