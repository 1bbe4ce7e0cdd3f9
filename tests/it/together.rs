//! Several at once: one writer at a time, readers whenever they like, and each of them sees one whole commit.

use crate::archive::{Archive, byline};
use crate::shelf::index;
use byline::engine::{Engine, Fault, Folder, Index, Writer};
use byline::query::parse;
use byline::text::Day;
use std::fs;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};

fn lines(word: &str, count: usize) -> String {
    (0..count).map(|n| format!("{{\"id\":\"{word}{n}\",\"text\":\"{word} number {n}\"}}\n")).collect()
}

fn count(index: &Index, typed: &str) -> usize {
    let today = Day::from_ymd(2018, 3, 14).expect("a day");
    index.count(&parse(typed, today).expect("a query").root).expect("a count")
}

fn open(archive: &Archive) -> Result<Index, Fault> {
    Folder::open(&archive.path("index")).and_then(|folder| Index::open(&folder))
}

#[test]
fn of_two_runs_at_once_one_is_told_that_the_other_writes() {
    let archive = Archive::with(&[("a.jsonl", &lines("apple", 3))]);
    archive.finds(&["index"]);
    let folder = Folder::open(&archive.path("index")).expect("an index");
    let first = Writer::open(&folder).expect("a writer");
    archive.write("corpus/b.jsonl", lines("banana", 2));
    let ran = archive.run(&["index"]);
    let told = "byline: index: another byline is writing this index\nhint: wait until the other run has ended\n";
    assert_eq!((ran.err.as_str(), ran.status), (told, 2));
    assert!(matches!(Writer::open(&folder), Err(Fault::Busy(_))));
    for (query, found) in [("apple", "3\n"), ("banana", "0\n")] {
        assert_eq!(archive.run(&["search", query, "--count"]).out, found, "readers do not wait");
    }
    assert_eq!(archive.run(&["stats"]).status, 0);
    drop(first);
    index(&folder, &[archive.path("corpus")]);
    assert_eq!(archive.run(&["search", "banana", "--count"]).out, "2\n");
}

#[test]
fn two_processes_started_together_leave_one_whole_index() {
    let archive = Archive::with(&[("a.jsonl", &lines("apple", 500))]);
    let start = || {
        let mut command = byline(&archive.path("."));
        command.arg("index").stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("byline starts")
    };
    let both = [start(), start(), start()];
    let ended = both.map(|child| child.wait_with_output().expect("byline ends"));
    let done = ended.iter().filter(|ended| ended.status.code() == Some(0)).count();
    assert!(done >= 1, "one of them does the work");
    for ended in ended.iter().filter(|ended| ended.status.code() != Some(0)) {
        let err = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.code() == Some(2) && err.contains("another byline is writing"), "{err}");
    }
    assert_eq!(archive.run(&["search", "apple", "--count"]).out, "500\n");
}

#[test]
fn a_reader_keeps_the_commit_that_it_opened() {
    let archive = Archive::with(&[("a.jsonl", &lines("apple", 3))]);
    archive.finds(&["index"]);
    let before = open(&archive).expect("an index");
    archive.write("corpus/a.jsonl", lines("banana", 2));
    archive.finds(&["index"]);
    assert_eq!((count(&before, "apple"), count(&before, "banana")), (3, 0));
    assert_eq!(before.statement("apple1").expect("an answer").map(|s| s.id).as_deref(), Some("apple1"));
    let after = open(&archive).expect("an index");
    assert_eq!((count(&after, "apple"), count(&after, "banana")), (0, 2));
}

#[test]
fn whoever_searches_while_an_index_is_written_sees_one_whole_commit() {
    let archive = Archive::with(&[("a.jsonl", &lines("apple", 40))]);
    archive.finds(&["index"]);
    let done = AtomicBool::new(false);
    let looked = std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut looked = 0;
            while !done.load(Ordering::Relaxed) || looked == 0 {
                let index = open(&archive).expect("an index that is being written is still an index");
                let found = (count(&index, "apple"), count(&index, "banana"));
                assert!([(40, 0), (0, 30)].contains(&found), "{} apples and {} bananas", found.0, found.1);
                let totals = index.totals().expect("totals");
                assert!([40, 30].contains(&totals.articles) && totals.sources == 1, "{} articles", totals.articles);
                looked += 1;
            }
            looked
        });
        for turn in 0..12 {
            let text = if turn % 2 == 0 { lines("banana", 30) } else { lines("apple", 40) };
            fs::write(archive.path("corpus/a.jsonl"), text).expect("the file can be written");
            index(&Folder::open(&archive.path("index")).expect("an index"), &[archive.path("corpus")]);
        }
        done.store(true, Ordering::Relaxed);
        reader.join().expect("the reader never fails")
    });
    assert!(looked > 3, "{looked} looks");
}

#[test]
fn an_index_that_no_run_has_finished_is_no_index_yet() {
    let archive = Archive::with(&[("a.jsonl", &lines("apple", 3))]);
    archive.finds(&["index"]);
    let mark = fs::read_to_string(archive.path("index/byline.json")).expect("the mark");
    fs::remove_dir_all(archive.path("index")).expect("the index can be removed");
    for mark in [mark.as_str(), ""] {
        archive.write("index/byline.json", mark);
        let ran = archive.run(&["search", "apple", "--count"]);
        assert!(ran.err.starts_with("no index here: building ./index from ./corpus\n"), "{}", ran.err);
        assert_eq!((ran.out.as_str(), ran.status), ("3\n", 0));
        assert!(archive.run(&["search", "apple", "--count"]).err.is_empty());
        fs::remove_dir_all(archive.path("index")).expect("the index can be removed");
    }
    archive.write("index/byline.json", "");
    archive.write("index/letter.txt", "mine");
    archive.run(&["index"]).says(2, "not an index of byline, left as it is");
}

#[test]
fn files_that_come_go_and_change_while_they_are_read_end_no_run() {
    let archive = Archive::new();
    fs::create_dir_all(archive.path("corpus")).expect("a folder");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut turn = 0_usize;
            while !done.load(Ordering::Relaxed) {
                let path = archive.path(&format!("corpus/m{}.jsonl", turn % 7));
                // each of these may fail, as the other thread's files do
                let _ = match turn % 5 {
                    0 | 1 => fs::write(&path, lines("moving", turn % 9)),
                    2 => fs::remove_file(&path),
                    3 => fs::create_dir(&path),
                    _ => fs::remove_dir_all(&path),
                };
                turn += 1;
            }
        });
        for _ in 0..8 {
            let ran = archive.run(&["index"]);
            assert!((0..=2).contains(&ran.status) && !ran.err.contains("panicked"), "{}", ran.err);
        }
        done.store(true, Ordering::Relaxed);
    });
    fs::remove_dir_all(archive.path("corpus")).expect("the folder can be removed");
    archive.write("corpus/m0.jsonl", lines("still", 4));
    assert_eq!(archive.run(&["index"]).status, 0);
    assert_eq!(archive.run(&["search", "--count"]).out, "4\n", "what is there in the end is what is found");
}
