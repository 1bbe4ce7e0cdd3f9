//! The order of relevance: what stands above what, why it is said to, and that a batch keeps it.
//!
//! The figures are those of the shared evaluation data, measured with its own scorers.

use crate::archive::Archive;
use crate::shared::shared;
use crate::shelf::{Shelf, question};
use byline::ask::{self, Question, Reading};
use serde_json::{Value, json};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::process::Command;

fn note(id: &str, title: &str, text: &str) -> Value {
    json!({"id": id, "title": title, "text": text})
}

/// Expects the hits of a query in this order.
fn order(records: &[Value], typed: &str, ids: &str) {
    assert_eq!(
        Shelf::of(records).answer(typed).hits.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>().join(" "),
        ids
    );
}

#[test]
fn the_form_that_was_asked_for_stands_above_its_family() {
    order(&[note("a", "", "One buffer stands here."), note("b", "", "Two buffers stand here.")], "buffers", "b a");
    order(&[note("a", "", "Two buffers stand here."), note("b", "", "One buffer stands here.")], "buffer", "b a");
}

#[test]
fn words_in_a_title_stand_above_the_same_words_in_a_text() {
    let records = [note("a", "The harbour", "A toll is a tax."), note("b", "The toll", "A harbour is a port.")];
    order(&records, "toll", "b a");
}

#[test]
fn words_that_stand_together_stand_above_scattered_ones() {
    let far = "Strategic plans were made, and after much talk in the long afternoon someone named a buffer.";
    let near = "A strategic buffer was named, and after much talk in the long afternoon someone made plans.";
    order(&[note("a", "", far), note("b", "", near)], "strategic buffer", "b a");
    let apart = "A strategic reserve of grain was the buffer, and after much talk someone went home in time.";
    order(&[note("a", "", far), note("b", "", apart)], "strategic buffer", "b a");
    let turned = "A buffer, strategic in nature, was named, and after much talk in the long afternoon.";
    order(&[note("a", "", turned), note("b", "", near)], "strategic buffer", "b a");
}

#[test]
fn a_rare_word_counts_more_than_a_frequent_one() {
    let mut records: Vec<Value> =
        (0..9).map(|n| note(&format!("f{n}"), "", "The ferry was late again today.")).collect();
    records.push(note("z", "", "The lamprey was late again today."));
    let shelf = Shelf::of(&records);
    assert_eq!(shelf.answer("ferry OR lamprey").hits[0].id, "z");
}

#[test]
fn function_words_must_stand_there_and_score_nothing() {
    let shelf = Shelf::of(&[
        note("a", "", "The toll."),
        note("b", "", "Toll, toll the bell, the the."),
        note("c", "", "A toll."),
    ]);
    let (with, without) = (shelf.answer("the toll"), shelf.answer("toll"));
    assert_eq!((with.total, without.total), (2, 3));
    for hit in &with.hits {
        let same = without.hits.iter().find(|other| other.id == hit.id).expect("the same hit");
        assert_eq!(hit.score.to_bits(), same.score.to_bits());
    }
    assert!(shelf.answer("the").hits.iter().all(|hit| hit.score > 0.0), "alone they do");
}

#[test]
fn length_alone_favours_neither_articles_nor_comments() {
    let long = format!("Much else happened. {} The toll was named once.", "The day was long and grey. ".repeat(40));
    let comment =
        json!({"id": "c", "kind": "comment", "parent": "a", "text": "The toll is a tax, and the toll is too high."});
    order(&[note("a", "Harbour news", &long), comment.clone()], "toll", "c a");
    let full = "The toll is a tax. ".repeat(40);
    order(&[note("a", "Harbour news", &full), comment], "toll", "a c");
}

#[test]
fn points_that_are_told_add_up_to_the_score() {
    let shelf = Shelf::of(&[
        note("a", "Strategic grain", "The strategic buffer was a buffer of grain. Buffers are strategic."),
        note("b", "Toll", "A buffer is not a toll, and a toll is no strategic matter."),
    ]);
    for typed in
        ["strategic buffer", "\"strategic buffer\" OR toll", "strateg* grain OR toll~1", "title:toll OR (a NEAR b)"]
    {
        let answer = ask::search(&shelf.index, &Question { why: true, ..question(typed) }).expect("an answer");
        assert!(answer.total > 0, "{typed}");
        for hit in answer.hits {
            let sum: f64 = hit.why.iter().map(|why| why.points).sum();
            assert!((sum - hit.score).abs() < 0.001 && hit.score > 0.0, "{typed}: {sum} {} {:?}", hit.score, hit.why);
        }
    }
    assert!(shelf.answer("buffer").hits[0].why.is_empty(), "nothing is told unless asked");
}

#[test]
fn what_lies_beyond_the_first_two_hundred_follows_below_them() {
    let text = |n: usize| format!("The strategic toll was named{}.", " and the buffer was not".repeat(n % 7));
    let records: Vec<Value> = (0..450).map(|n| note(&format!("n{n:03}"), "", &text(n))).collect();
    let shelf = Shelf::of(&records);
    let all = ask::search(&shelf.index, &question("strategic toll OR buffer")).expect("an answer").hits;
    assert_eq!(all.len(), 450);
    assert!(all.windows(2).all(|two| (two[0].score, &two[1].id) >= (two[1].score, &two[0].id)));
    for (offset, limit) in [(0, 10), (195, 10), (200, 7), (440, 100)] {
        let page = Question { offset, limit, ..question("strategic toll OR buffer") };
        let page = ask::search(&shelf.index, &page).expect("an answer").hits;
        let expected: Vec<_> = all.iter().skip(offset).take(limit).map(|hit| (&hit.id, hit.score.to_bits())).collect();
        assert_eq!(page.iter().map(|hit| (&hit.id, hit.score.to_bits())).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn free_words_are_never_operators() {
    let shelf = Shelf::of(&[note("a", "", "NOT the author: taylor"), note("b", "", "a quote"), note("c", "", "the")]);
    let asked = |typed: &str, reading| {
        let answer = ask::search(&shelf.index, &Question { reading, ..question(typed) }).expect("an answer");
        assert!(answer.complaints.is_empty());
        let mut ids: Vec<String> = answer.hits.into_iter().map(|hit| hit.id).collect();
        ids.sort_unstable();
        ids.join(" ")
    };
    assert_eq!(asked("NOT author:\"taylor", Reading::AllWords), "a");
    assert_eq!(asked("-the (quote", Reading::AnyWord), "b");
    assert_eq!(asked("the", Reading::AnyWord), "a c");
    assert_eq!(asked("quote OR taylor*", Reading::AnyWord), "a b");
    assert_eq!(asked("", Reading::AnyWord), "a b c");
    assert_eq!(asked("?!", Reading::AnyWord), "");
}

fn tolls() -> Archive {
    let archive = Archive::with(&[(
        "a.jsonl",
        "{\"id\": \"a\", \"title\": \"The toll\", \"text\": \"A toll is a tax.\"}\n{\"id\": \"b\", \"text\": \"No tax: a ferry.\"}\n",
    )]);
    archive.finds(&["index"]);
    archive
}

#[test]
fn a_batch_answers_every_query_in_the_order_of_the_file() {
    let queries = "{\"id\": 7, \"text\": \"tax -toll\"}\n\n{\"id\": \"q\", \"query\": \"tax -toll\"}\n{\"id\": \"none\", \"text\": \"lamprey\"}\n";
    let ran = tolls().run_with(&["search", "--batch", "-"], queries);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let told = |line: &Value| {
        let hits = line["hits"].as_array().expect("hits");
        (line["query"].clone(), hits.iter().map(|hit| hit["id"].clone()).collect::<Vec<_>>(), line["total"].clone())
    };
    let expected = [
        (json!("7"), vec![json!("a")], json!(1)),
        (json!("q"), vec![json!("b")], json!(1)),
        (json!("none"), vec![], json!(0)),
    ];
    assert_eq!(lines.iter().map(told).collect::<Vec<_>>(), expected);
    assert_eq!(lines[0]["hits"][0]["snippets"][0]["text"], "A toll is a tax.");
}

#[test]
fn a_batch_writes_runs_and_tables_for_whoever_reads_those() {
    let archive = tolls();
    let queries = "{\"id\": \"q\", \"text\": \"tax ferry\"}\n";
    let run = archive.run_with(&["search", "--any", "--batch", "-", "--format", "trec"], queries).out;
    let fields: Vec<Vec<&str>> = run.lines().map(|line| line.split(' ').collect()).collect();
    assert_eq!(
        fields.iter().map(|f| (f[0], f[1], f[2], f[3], f[5])).collect::<Vec<_>>(),
        [("q", "Q0", "b", "1", "byline"), ("q", "Q0", "a", "2", "byline")]
    );
    let table = archive.run_with(&["search", "--any", "--batch", "-", "--format", "csv"], queries).out;
    assert!(table.starts_with("query,rank,id,kind,title"), "{table}");
    assert_eq!(table.lines().count(), 3);
}

#[test]
fn a_line_of_a_batch_that_cannot_be_read_is_said_and_the_others_hold() {
    let long = format!("{{\"id\": \"long\", \"text\": \"{}\"}}", "tax ".repeat(3000));
    let queries = format!(
        "{{\"id\": \"x\"}}\nnothing\n{{\"id\": [], \"text\": \"tax\"}}\n{long}\n{{\"id\": \"q\", \"query\": \"autor:x OR tax\"}}\n"
    );
    let ran = tolls().run_with(&["search", "--batch", "-"], &queries);
    for said in [
        "line 1 of the queries",
        "line 2 of the queries",
        "line 3 of the queries",
        "query long: ",
        "8 KB",
        "query q:",
        "did you mean `author:",
    ] {
        ran.says(2, said);
    }
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2, "{}", ran.out);
    assert_eq!((&lines[0]["query"], &lines[0]["total"], &lines[1]["total"]), (&json!("long"), &json!(0), &json!(2)));
    tolls().run(&["search", "--batch", "nowhere.jsonl"]).says(2, "nowhere.jsonl: no such file");
    tolls().run_with(&["search", "--batch", "-", "--format", "text"], "").says(2, "--batch writes jsonl, csv or trec");
    assert_eq!(tolls().run_with(&["search", "--batch", "-"], "").status, 1);
}

#[test]
fn markdown_can_be_pasted_into_notes() {
    let out = tolls().finds(&["search", "toll", "--format", "md"]);
    assert_eq!(
        out,
        "1. **The toll**  \n   no name · no day · article\n\n   > A **toll** is a tax.\n\n   a.jsonl!1 · a\n\n"
    );
}

/// Runs a scorer of the shared data; its output, or nothing where there is no python3.
fn scored(script: &Path, arguments: &[&OsStr]) -> Option<String> {
    let Ok(out) = Command::new("python3").arg(script).args(arguments).output() else {
        assert!(std::env::var_os("BYLINE_REQUIRE_ALL").is_none(), "python3 is missing and BYLINE_REQUIRE_ALL is set");
        eprintln!("skipped: python3 is missing");
        return None;
    };
    assert!(out.status.success(), "{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    Some(String::from_utf8_lossy(&out.stdout).into_owned())
}

fn unpacked(path: &Path) -> String {
    let mut text = String::new();
    let packed = fs::File::open(path).expect("the file");
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(packed), &mut text).expect("gzip");
    text
}

#[test]
fn questions_to_short_statements_are_answered_as_well_as_measured() {
    for (folder, judged, bar) in [("cqa", ["queries", "qrels"], 0.33), ("perspectrum", ["queries", "qrels"], 0.475)] {
        let Some(shared) = shared(&format!("eval/ranking/{folder}")) else { return };
        let archive = Archive::with(&[("a.jsonl", &unpacked(&shared.join("corpus.jsonl.gz")))]);
        archive.finds(&["index"]);
        let queries = unpacked(&shared.join(format!("{}.jsonl.gz", judged[0])));
        let ran = archive.run_with(&["search", "--any", "--batch", "-", "--format", "trec", "-n", "100"], &queries);
        let run = archive.path("run");
        fs::write(&run, ran.out).expect("the run is written");
        let qrels = shared.join(format!("{}.tsv.gz", judged[1]));
        let arguments = [qrels.as_os_str(), run.as_os_str()];
        let Some(told) = scored(&shared.join("../score.py"), &arguments) else { return };
        let ndcg =
            told.lines().last().and_then(|line| line.split_whitespace().nth(1)).and_then(|field| field.parse().ok());
        assert!(ndcg.is_some_and(|ndcg: f64| ndcg >= bar), "{folder}: {told}");
    }
}

#[test]
fn passages_prove_their_hits_as_well_as_measured() {
    let Some(shared) = shared("eval/snippets") else { return };
    let archive = Archive::with(&[("a.jsonl", &unpacked(&shared.join("corpus.jsonl.gz")))]);
    archive.finds(&["index"]);
    let mut results = String::new();
    for line in fs::read_to_string(shared.join("queries.jsonl")).expect("queries").lines() {
        let asked: Value = serde_json::from_str(line).expect("JSON");
        let text = asked["text"].as_str().expect("text");
        let (typed, any) = match asked["kind"].as_str() {
            Some("phrase") => (format!("\"{}\"", text.trim_matches('"')), false),
            Some("filter") => (format!("author:\"{text}\""), false),
            _ => (text.to_owned(), true),
        };
        let key = if any { "text" } else { "query" };
        results.push_str(&format!("{}\n", json!({"id": asked["id"], key: typed})));
    }
    let ran = archive.run_with(&["search", "--any", "--batch", "-", "--chars", "200"], &results);
    let file = archive.path("results");
    fs::write(&file, &ran.out).expect("the results are written");
    let corpus = archive.path("corpus/a.jsonl");
    let mut arguments: Vec<OsString> = Vec::new();
    let queries = shared.join("queries.jsonl");
    for (option, value) in [("--corpus", &corpus), ("--queries", &queries), ("--results", &file)] {
        arguments.extend([option.into(), value.clone().into_os_string()]);
    }
    arguments.push("--min".into());
    arguments.extend(["phrase_whole=1", "phrase_one_mark=0.99", "mark_precision=0.99"].map(Into::into));
    let arguments: Vec<&OsStr> = arguments.iter().map(|argument| argument.as_os_str()).collect();
    scored(&shared.join("snipcheck.py"), &arguments);
}
