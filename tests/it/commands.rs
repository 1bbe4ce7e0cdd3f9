//! The commands, as a person types them: what they print, and the status they end with.

use crate::archive::{Archive, byline};
use serde_json::Value;

/// An article with a thread, and a second article.
fn small() -> Archive {
    Archive::with(&[
        (
            "toll.jsonl",
            r#"{"id":"toll","title":"The toll","author":"Ann Marsh","date":"2017-06-21","url":"https://news.example.org/toll","language":"en","text":"The narrows need a toll. A strategic buffer needs money.","comments":[
{"id":"1","author":"Bo Reed","date":"2017-06-22","text":"No toll at all."},
{"id":"2","author":"Cy Dunn","date":"2017-06-23","text":"Bo is right about the toll.","parent":"1"}]}"#,
        ),
        ("lamp.jsonl", r#"{"id":"lamp","title":"The lamp","text":"Nobody knows when the lamp went out.","language":"en"}"#),
    ]
    .map(|(path, text)| (path, Box::leak(text.replace("\n", "").into_boxed_str()) as &str)))
}

fn indexed() -> Archive {
    let archive = small();
    archive.finds(&["index"]);
    archive
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn search_without_an_index_builds_it_from_the_corpus_and_says_so() {
    let archive = small();
    let first = archive.run(&["search", "toll"]);
    assert_eq!(first.status, 0);
    assert!(first.err.starts_with("no index here: building ./index from ./corpus\n"), "{}", first.err);
    let second = archive.run(&["search", "toll"]);
    assert_eq!((second.err.as_str(), second.out), ("", first.out), "the second run uses the index");
}

#[test]
fn a_named_index_is_never_built_unasked() {
    let archive = small();
    archive
        .run(&["search", "toll", "--index", "elsewhere"])
        .says(2, "elsewhere: no index here\nhint: `byline index PATH` makes one");
    assert!(!archive.path("elsewhere").exists());
}

#[test]
fn a_hit_shows_rank_title_credit_passage_id_and_place() {
    let out = indexed().finds(&["search", "\"strategic buffer\""]);
    let expected = "\
1.  The toll
    Ann Marsh · 2017-06-21 · article
    The narrows need a toll. A **strategic buffer** needs money.
    toll  toll.jsonl  https://news.example.org/toll

1 statement
";
    assert_eq!(out, expected);
}

#[test]
fn a_comments_credit_line_says_whom_it_answers() {
    let out = indexed().finds(&["search", "right", "--kind", "comment"]);
    assert!(
        out.contains(
            "The toll\n    Cy Dunn · 2017-06-23 · comment, answers Bo Reed\n    Bo is **right** about the toll.\n"
        ),
        "{out}"
    );
}

#[test]
fn flags_mean_their_field() {
    let archive = indexed();
    let count = |arguments: &[&str]| archive.run(&[&["search", "--count"], arguments].concat()).out.trim().to_owned();
    for (flags, total) in [
        (&["--author", "marsh"][..], "1"),
        (&["--author", "Reed, Bo"], "1"),
        (&["--after", "2017-06-23"], "1"),
        (&["--before", "2017-06-23"], "2"),
        (&["--on", "2017-06"], "3"),
        (&["--kind", "comment"], "2"),
        (&["--site", "example.org"], "3"),
        (&["toll", "--kind", "article"], "1"),
        (&["toll OR lamp", "--kind", "article"], "2"),
        (&["title:lamp"], "1"),
        (&["no:date"], "1"),
    ] {
        assert_eq!(count(flags), total, "{}", flags.join(" "));
    }
}

#[test]
fn sorted_by_day_undated_come_last_and_pages_are_stable() {
    let archive = indexed();
    let newest = archive.ids(&["--sort", "newest"]);
    assert_eq!(newest.last().map(String::as_str), Some("lamp"));
    let oldest = archive.ids(&["--sort", "oldest"]);
    assert_eq!(oldest.first().map(String::as_str), Some("toll"));
    assert_eq!(oldest.last().map(String::as_str), Some("lamp"));
    let second = archive.ids(&["--sort", "newest", "-n", "1", "--offset", "1"]);
    assert_eq!(second, newest[1..2]);
}

#[test]
fn undated_statements_that_a_day_leaves_out_are_counted() {
    let ran = indexed().run(&["search", "lamp", "--before", "2018"]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("1 undated left out; `no:date` shows them"), "{}", ran.out);
}

#[test]
fn what_cannot_be_read_is_said_with_a_caret_and_still_searched() {
    let ran = indexed().run(&["search", "autor:marsh toll"]);
    assert!(ran.err.contains("\n  autor:marsh toll\n  ^"), "{}", ran.err);
    assert!(ran.err.contains("\nhint: "), "{}", ran.err);
    assert_eq!(indexed().run(&["search", "autor:marsh toll", "--strict"]).status, 2);
}

#[test]
fn status_tells_found_nothing_and_trouble() {
    let archive = indexed();
    for (arguments, status) in [
        (&["search", "toll"][..], 0),
        (&["search", "zeppelin"], 1),
        (&["search", &"(".repeat(40)], 0),
        (&["search", &"a ".repeat(5000)], 2),
        (&["show", "toll"], 0),
        (&["show", "zeppelin"], 1),
        (&["stats"], 0),
        (&["extract", "corpus/toll.jsonl"], 0),
        (&["extract", "corpus/none.html"], 2),
        (&["index", "none"], 2),
        (&["frobnicate"], 2),
        (&["search", "--kind", "letter"], 2),
        (&["--help"], 0),
        (&["--version"], 0),
    ] {
        let ran = archive.run(arguments);
        if arguments[1..].iter().any(|a| a.starts_with("((")) {
            assert_ne!(ran.status, -1, "no crash");
            continue;
        }
        assert_eq!(ran.status, status, "{}: {}", arguments[0], ran.err);
    }
}

#[test]
fn show_prints_a_statement_and_its_thread_as_a_tree() {
    let archive = indexed();
    let id = archive.ids(&["right"]).remove(0);
    let statement = archive.finds(&["show", &id, "--query", "right"]);
    assert!(
        statement.starts_with(
            "The toll\nCy Dunn · 2017-06-23 · comment, answers Bo Reed\n\nBo is **right** about the toll.\n"
        ),
        "{statement}"
    );
    let tree = archive.finds(&["show", &id, "--thread"]);
    let lines: Vec<&str> = tree.lines().filter(|line| line.contains(" · ")).collect();
    assert!(lines[0].starts_with("  The toll — Ann Marsh"), "{tree}");
    assert!(lines[1].starts_with("     Bo Reed"), "{tree}");
    assert!(lines[2].starts_with("→       Cy Dunn"), "the hit is marked: {tree}");
}

#[test]
fn the_beginning_of_an_id_is_enough_where_it_is_the_only_one() {
    let archive = indexed();
    let id = archive.ids(&["right"]).remove(0);
    assert_eq!(archive.finds(&["show", &id[..7]]), archive.finds(&["show", &id]));
    assert_eq!(
        archive.finds(&["show", "tol", "--format", "jsonl"]),
        archive.finds(&["show", "toll", "--format", "jsonl"])
    );
    archive.write("corpus/more.jsonl", "{\"id\":\"tolls\",\"text\":\"More.\"}");
    archive.finds(&["index"]);
    archive.finds(&["show", "toll"]);
    archive.run(&["show", "tol"]).says(2, "`tol` begins several ids: toll, tolls");
}

#[test]
fn what_is_shown_as_a_record_can_be_indexed_again_without_loss() {
    let archive = indexed();
    let record = archive.finds(&["show", "toll", "--thread", "--format", "jsonl"]);
    let again = Archive::new();
    again.write("corpus/toll.jsonl", &record);
    again.finds(&["index"]);
    let mut shown = json(&again.finds(&["show", "toll", "--thread", "--format", "jsonl"]));
    let mut first = json(&record);
    for value in [&mut shown, &mut first] {
        value.as_object_mut().expect("a record").remove("path");
    }
    assert_eq!(shown, first);
}

#[test]
fn extracted_records_are_what_is_indexed() {
    let archive = Archive::with_sample();
    archive.finds(&["index"]);
    let direct = archive.finds(&["search", "toll", "--format", "csv"]);
    let again = Archive::new();
    for page in ["harbour-post/ferry-timetable.html", "pier-letters/narrows-toll.html", "lake-review/dam-levels.html"] {
        let records = archive.finds(&["extract", &format!("corpus/{page}"), "--format", "jsonl"]);
        again.write(&format!("corpus/{page}.jsonl"), records);
    }
    again.finds(&["index"]);
    let passages = |csv_text: &str| -> Vec<(String, String)> {
        let mut reader = csv::Reader::from_reader(csv_text.as_bytes());
        reader.records().map(|row| row.expect("a row")).map(|row| (row[4].to_owned(), row[10].to_owned())).collect()
    };
    let mut known = passages(&direct);
    known.sort();
    for found in passages(&again.finds(&["search", "toll", "--format", "csv"])) {
        assert!(known.binary_search(&found).is_ok(), "{}: {}", found.0, found.1);
    }
}

#[test]
fn extract_reads_standard_input_and_lists() {
    let archive = small();
    let out = archive
        .run_with(
            &["extract", "-", "--format", "jsonl"],
            "<html><title>T</title><article><p>Some words here.</p></article></html>",
        )
        .out;
    assert_eq!(json(&out)["title"], "T");
    let list = "{\"path\":\"corpus/lamp.jsonl\",\"id\":\"x\"}\n{\"path\":\"none.html\",\"id\":7}\nnonsense\n";
    let out = archive.run_with(&["extract", "--list", "-", "--format", "jsonl"], list).out;
    let records: Vec<Value> = out.lines().map(json).collect();
    assert_eq!(records.len(), 3, "one record a line, in order");
    assert_eq!((&records[0]["list_id"], &records[0]["title"]), (&"x".into(), &"The lamp".into()));
    assert_eq!((&records[1]["list_id"], &records[1]["text"]), (&"7".into(), &"".into()));
    assert!(records.iter().skip(1).all(|record| !record["notes"].as_array().expect("notes").is_empty()));
}

#[test]
fn answers_are_json_with_places_in_bytes() {
    let archive = indexed();
    let answer = json(&archive.finds(&["search", "\"strategic buffer\"", "--format", "json"]));
    let snippet = &answer["hits"][0]["snippets"][0];
    let text = snippet["text"].as_str().expect("text");
    let (from, to) =
        (snippet["highlights"][0][0].as_u64().expect("a byte"), snippet["highlights"][0][1].as_u64().expect("a byte"));
    assert_eq!(&text[from as usize..to as usize], "strategic buffer");
    assert_eq!(answer["total"], 1);
    let lines = archive.finds(&["search", "toll", "--format", "jsonl"]);
    let kinds: Vec<String> =
        lines.lines().map(|line| json(line)["type"].as_str().expect("a type").to_owned()).collect();
    assert_eq!(kinds, ["hit", "hit", "hit", "summary"]);
}

#[test]
fn stats_count_what_is_there() {
    let totals = json(&indexed().finds(&["stats", "--format", "json"]));
    for (name, value) in [
        ("articles", 2),
        ("comments", 2),
        ("threads", 2),
        ("authors", 3),
        ("nameless", 1),
        ("undated", 1),
        ("sources", 2),
    ] {
        assert_eq!(totals[name], value, "{name}");
    }
    assert_eq!((&totals["first_day"], &totals["last_day"]), (&"2017-06-21".into(), &"2017-06-23".into()));
}

#[test]
fn an_index_is_found_from_a_folder_below_and_not_beyond_a_git_root() {
    let archive = indexed();
    archive.write("corpus/deep/er/x.txt", "");
    let below =
        byline(&archive.path("corpus/deep/er")).args(["search", "lamp", "--count"]).output().expect("byline runs");
    assert_eq!(String::from_utf8_lossy(&below.stdout), "1\n");
    std::fs::create_dir(archive.path("corpus/deep/.git")).expect("a folder");
    let beyond = byline(&archive.path("corpus/deep/er")).args(["search", "lamp"]).output().expect("byline runs");
    assert_eq!(beyond.status.code(), Some(2));
}

#[test]
fn the_environment_names_an_index_too() {
    let archive = small();
    archive.finds(&["index", "--index", "named"]);
    let ran = byline(&archive.path("corpus"))
        .args(["search", "lamp", "--count"])
        .env("BYLINE_INDEX", archive.path("named"))
        .output();
    assert_eq!(String::from_utf8_lossy(&ran.expect("byline runs").stdout), "1\n");
}

#[test]
fn a_pipe_that_closes_ends_quietly() {
    let archive = indexed();
    let mut child = byline(&archive.path("."))
        .args(["search", "toll OR lamp", "--format", "json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("byline starts");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("byline ends");
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
}

#[test]
fn control_characters_of_a_page_reach_no_terminal() {
    let archive = Archive::with(&[(
        "a.jsonl",
        r#"{"title":"T\u001b[31m","author":"A\u009b31m B","text":"word \u001b]0;x\u0007 \u202e end"}"#,
    )]);
    archive.finds(&["index"]);
    for format in ["text", "json", "jsonl"] {
        let out = archive.finds(&["search", "word", "--format", format]);
        assert!(!out.contains(['\u{1b}', '\u{9b}', '\u{7}', '\u{202e}']), "{format}: {}", out.escape_debug());
    }
}
