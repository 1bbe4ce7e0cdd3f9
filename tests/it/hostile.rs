//! Pages and queries made to break an indexer: none ends a run, hides a document or brings in what must stay outside.
//!
//! The cases are those of the shared evaluation data. All classes are written with `BYLINE_REQUIRE_ALL`, otherwise those that
//! are soon read.

use crate::archive::Archive;
use crate::ordinary::Ordinary;
use crate::shared::shared;
use crate::shelf::{Shelf, question, today};
use byline::ask::{self, Refused};
use byline::engine::{Engine, Folder, Index};
use byline::query::{parse, print};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const SOON_READ: &str = "fs,inject_term,inject_markup,ids,replies,dup,norm,rtl,prompt,zz_sentinel,html_hidden";
/// Cases that come out otherwise, each with its reason.
const OTHERWISE: [(&str, &str); 1] = [("million/word.html", "one word of ten megabytes is a page without text")];

/// One case of the manifest.
struct Case(Value);

impl Case {
    fn text(&self, key: &str) -> &str {
        self.0[key].as_str().unwrap_or_default()
    }

    fn words(&self, key: &str) -> impl Iterator<Item = &str> {
        self.0[key].as_array().into_iter().flatten().filter_map(Value::as_str)
    }

    /// The part of its name that is shown as it is.
    fn plain(&self) -> String {
        let name = self.text("name").rsplit('/').next().unwrap_or_default();
        let parts = name.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.');
        parts.max_by_key(|part| part.len()).unwrap_or_default().to_owned()
    }
}

/// Writes the cases below `corpus`; nothing where the data or python are missing.
fn cases(archive: &Archive) -> Option<Vec<Case>> {
    let make = shared("eval/hostile/make.py")?;
    let mut command = Command::new("python3");
    command.arg(make).arg("corpus").args(["--comments", "200", "--tiny", "20"]).current_dir(archive.path("."));
    if std::env::var_os("BYLINE_REQUIRE_ALL").is_none() {
        command.args(["--only", SOON_READ]);
    }
    let Ok(made) = command.output() else {
        assert!(std::env::var_os("BYLINE_REQUIRE_ALL").is_none(), "python3 is missing and BYLINE_REQUIRE_ALL is set");
        eprintln!("skipped: python3 is missing");
        return None;
    };
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let manifest = fs::read_to_string(archive.path("corpus.manifest.jsonl")).expect("a manifest");
    Some(manifest.lines().map(|line| Case(serde_json::from_str(line).expect("JSON"))).collect())
}

fn open(folder: &Path) -> Index {
    Folder::open(folder).and_then(|folder| Index::open(&folder)).expect("an index")
}

/// Paths that a word brings up.
fn paths(index: &Index, word: &str) -> Vec<String> {
    let answer = ask::search(index, &question(word)).expect("an answer");
    answer.hits.into_iter().map(|hit| hit.path).collect()
}

#[test]
fn hostile_pages_end_no_run_hide_no_document_and_bring_nothing_in() {
    let archive = Archive::new();
    let Some(cases) = cases(&archive) else { return };
    let user = Ordinary::of(archive);
    let Some((status, err)) = user.run(&["index"]) else { return };
    assert!((0..=2).contains(&status) && !err.contains("panicked") && !err.contains("overflowed"), "{status}: {err}");
    let index = open(&user.archive.path("index"));
    let mut told = Vec::new();
    for case in &cases {
        if OTHERWISE.iter().any(|(name, _)| *name == case.text("name")) {
            continue;
        }
        if case.text("expect") == "index" {
            let missing =
                case.words("find").filter(|word| !paths(&index, word).iter().any(|p| p.contains(&case.plain())));
            told.extend(missing.map(|word| format!("{}: `{word}` does not bring it up", case.text("name"))));
        }
        let found = case.words("forbid").filter(|word| !paths(&index, word).is_empty());
        told.extend(found.map(|word| format!("{}: `{word}` is found", case.text("name"))));
        if case.text("expect") == "error" && !err.contains(&case.plain()) {
            told.push(format!("{}: nothing is said of it", case.text("name")));
        }
    }
    assert!(told.is_empty(), "\n{}", told.join("\n"));

    let before = paths(&index, "strategic").len();
    let Some((status, err)) = user.run(&["index"]) else { return };
    assert!((0..=2).contains(&status) && err.contains("no sources read"), "a second run has nothing to do: {err}");
    assert_eq!(paths(&open(&user.archive.path("index")), "strategic").len(), before);
}

#[test]
fn hostile_queries_are_answered_or_refused_in_time_and_are_what_they_are_understood_as() {
    let Some(file) = shared("eval/hostile/queries.jsonl") else { return };
    let lines = fs::read_to_string(file).expect("queries");
    let shelf = Shelf::of(&[
        json!({"id": "a", "title": "The buffer", "author": "Ann Marsh", "date": "2017-06-21", "text": "A strategic buffer needs money. Any a b x."}),
        json!({"kind": "comment", "id": "b", "parent": "a", "text": "No buffer, no strategy, no policy at the border."}),
    ]);
    let mut slow: BTreeMap<String, Duration> = BTreeMap::new();
    let mut asked = 0;
    for line in lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")) {
        let (name, typed) = (line["name"].as_str().expect("a name"), line["query"].as_str().expect("a query"));
        let start = Instant::now();
        match ask::search(&shelf.index, &question(typed)) {
            Ok(answer) => {
                let read = parse(typed, today()).expect("it was read before");
                assert_eq!(answer.understood, print(&read.root), "{name}");
                if let Ok(again) = parse(&answer.understood, today()) {
                    let found = shelf.index.ids(&read.root).expect("an answer");
                    assert_eq!(shelf.index.ids(&again.root).expect("an answer"), found, "{name}");
                }
            }
            Err(Refused::Query(refusal)) => assert!(!refusal.to_string().is_empty()),
            Err(Refused::Engine(fault)) => panic!("{name}: {fault}"),
        }
        if start.elapsed() > Duration::from_secs(2) {
            slow.insert(name.to_owned(), start.elapsed());
        }
        asked += 1;
    }
    assert!(asked > 100, "{asked} queries");
    assert!(slow.is_empty(), "{}", slow.keys().cloned().collect::<Vec<_>>().join(", "));
}
