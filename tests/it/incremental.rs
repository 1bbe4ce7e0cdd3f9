//! A second run reads only what changed, replaces exactly its statements, and drops what is gone.

use crate::archive::Archive;
use serde_json::Value;
use std::process::Stdio;

fn report(archive: &Archive, arguments: &[&str]) -> Value {
    let ran = archive.run(&[&["index", "--format", "json"], arguments].concat());
    serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("a report: {ran:?}"))
}

fn counts(report: &Value) -> (u64, u64, u64, u64, u64) {
    let number = |key: &str| report[key].as_u64().expect("a number");
    (number("read"), number("unchanged"), number("gone"), number("written"), number("removed"))
}

fn three() -> Archive {
    Archive::with(&[
        ("a.jsonl", "{\"id\":\"a\",\"text\":\"apple\"}"),
        ("b.jsonl", "{\"id\":\"b\",\"text\":\"banana\"}"),
        ("c.jsonl", "{\"id\":\"c\",\"text\":\"cherry\"}"),
    ])
}

#[test]
fn nothing_changed_nothing_is_read() {
    let archive = three();
    assert_eq!(counts(&report(&archive, &[])), (3, 0, 0, 3, 0));
    let meta = || std::fs::read(archive.path("index/statements/meta.json")).expect("the commit");
    let before = meta();
    assert_eq!(counts(&report(&archive, &[])), (0, 3, 0, 0, 0));
    assert_eq!(meta(), before, "no commit is made");
}

#[test]
fn what_changed_is_replaced_and_what_is_gone_is_dropped() {
    let archive = three();
    report(&archive, &[]);
    archive.write("corpus/a.jsonl", "{\"id\":\"a\",\"text\":\"apricot\"}");
    archive.remove("corpus/b.jsonl");
    archive.write("corpus/d.jsonl", "{\"id\":\"d\",\"text\":\"date\"}");
    assert_eq!(counts(&report(&archive, &[])), (2, 1, 1, 2, 1));
    assert_eq!(archive.ids(&["apple OR banana"]), [""; 0]);
    assert_eq!(archive.ids(&["apricot OR cherry OR date"]).len(), 3);
}

#[test]
fn a_touched_file_with_the_same_bytes_is_not_written_again() {
    let archive = three();
    report(&archive, &[]);
    archive.write("corpus/a.jsonl", "{\"id\":\"a\",\"text\":\"apple\"}");
    assert_eq!(counts(&report(&archive, &[])), (0, 3, 0, 0, 0));
}

#[test]
fn another_path_adds_and_does_not_drop() {
    let archive = three();
    report(&archive, &[]);
    archive.write("more/e.jsonl", "{\"id\":\"e\",\"text\":\"elder\"}");
    report(&archive, &["more"]);
    assert_eq!(archive.ids(&["apple OR elder"]).len(), 2);
}

#[test]
fn a_comment_waits_for_its_article_whatever_file_brings_it() {
    let archive = Archive::with(&[(
        "z.jsonl",
        "{\"kind\":\"comment\",\"id\":\"k\",\"parent\":\"a\",\"author\":\"Bo\",\"text\":\"well said\"}",
    )]);
    report(&archive, &[]);
    let alone = archive.finds(&["show", "k"]);
    assert!(alone.contains("note: its article, `a`, is missing"), "{alone}");
    archive.write("corpus/a.jsonl", "{\"id\":\"a\",\"title\":\"The pier\",\"text\":\"about a pier\"}");
    report(&archive, &[]);
    let joined = archive.finds(&["show", "k"]);
    assert!(joined.starts_with("The pier\nBo · no day · comment, answers the article\n"), "{joined}");
    assert_eq!(archive.ids(&["comments:1"]), ["a"]);
    archive.remove("corpus/a.jsonl");
    report(&archive, &[]);
    assert!(archive.finds(&["show", "k"]).contains("is missing"));
}

#[test]
fn replies_over_several_files_find_their_depth() {
    let archive = Archive::with(&[
        ("1.jsonl", "{\"kind\":\"comment\",\"id\":\"three\",\"parent\":\"two\",\"text\":\"third\"}"),
        ("2.jsonl", "{\"kind\":\"comment\",\"id\":\"one\",\"parent\":\"a\",\"text\":\"first\"}"),
        ("3.jsonl", "{\"id\":\"a\",\"title\":\"T\",\"text\":\"text\"}"),
    ]);
    report(&archive, &[]);
    assert_eq!(archive.ids(&["depth:0"]).len(), 2, "a reply whose parent is missing stands at depth 0");
    archive.write("corpus/4.jsonl", "{\"kind\":\"comment\",\"id\":\"two\",\"parent\":\"one\",\"text\":\"second\"}");
    report(&archive, &[]);
    assert_eq!(
        (archive.ids(&["depth:0"]), archive.ids(&["depth:2"])),
        (vec!["one".to_owned()], vec!["three".to_owned()])
    );
    assert_eq!(archive.ids(&["comments:3"]), ["a"]);
}

#[test]
fn of_two_sources_with_one_id_the_first_in_path_order_keeps_it() {
    let archive = Archive::with(&[
        ("m.jsonl", "{\"id\":\"x\",\"text\":\"middle\"}"),
        ("z.jsonl", "{\"id\":\"x\",\"text\":\"zulu\"}"),
    ]);
    report(&archive, &[]);
    assert_eq!(archive.ids(&["id:x"]), archive.ids(&["middle"]));
    let other = archive.ids(&["zulu"]);
    assert_ne!(other, ["x"]);
    assert!(archive.finds(&["show", &other[0]]).contains("note: id `x` is taken"));
    archive.write("corpus/a.jsonl", "{\"id\":\"x\",\"text\":\"alpha\"}");
    report(&archive, &[]);
    assert_eq!(archive.ids(&["id:x"]), archive.ids(&["alpha"]), "an earlier path takes the id over");
    assert_eq!(archive.ids(&["middle OR zulu"]).len(), 2);
    archive.remove("corpus/a.jsonl");
    report(&archive, &[]);
    assert_eq!(archive.ids(&["id:x"]), archive.ids(&["middle"]), "and gives it back");
}

#[test]
fn a_run_that_is_killed_leaves_the_last_commit() {
    let archive = three();
    report(&archive, &[]);
    let many: String =
        (0..20_000).map(|n| format!("{{\"id\":\"n{n}\",\"text\":\"number {n} of very many\"}}\n")).collect();
    archive.write("corpus/many.jsonl", many);
    let mut child = crate::archive::byline(&archive.path("."))
        .arg("index")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("byline starts");
    std::thread::sleep(std::time::Duration::from_millis(150));
    child.kill().expect("the run is killed");
    child.wait().expect("the run has ended");
    assert_eq!(archive.ids(&["apple OR banana OR cherry"]).len(), 3);
    let after = report(&archive, &[]);
    assert_eq!(after["sources"], 4, "a killed run leaves no lock behind");
    assert_eq!(archive.run(&["search", "very many", "--count"]).out, "20000\n");
}
