//! What is said when something cannot be done: one clear line with what and where, and a hint on a line of its own.

use crate::archive::{Archive, Ran};

const GOOD: (&str, &str) = ("good.jsonl", "{\"id\":\"good\",\"text\":\"A sound harbour.\"}\n");

fn indexed() -> Archive {
    let archive =
        Archive::with(&[GOOD, ("empty.txt", ""), ("more.jsonl", "{\"id\":\"goose\",\"text\":\"A goose.\"}\n")]);
    archive.run(&["index"]);
    archive.write("foreign/letter.txt", "mine");
    archive.write("old/byline.json", "{\"byline\":\"index\",\"format\":9999}");
    archive.write("other/byline.json", "{\"byline\":\"recipe\",\"format\":1}");
    archive.write("scrap/byline.json", "not even JSON");
    archive.write("file", "no folder");
    archive
}

#[test]
fn each_trouble_is_one_line_with_what_and_where_and_a_hint() {
    let archive = indexed();
    let no_index = "no index here\nhint: `byline index PATH` makes one\n";
    let foreign = "not an index of byline, left as it is\nhint: name an empty or new folder with --index\n";
    for (arguments, status, expected) in [
        (&["index", "nowhere"][..], 2, "byline: nowhere: no such file or folder\n".to_owned()),
        (&["search", "x", "--index", "nowhere"], 2, format!("byline: nowhere: {no_index}")),
        (&["show", "x", "--index", "nowhere"], 2, format!("byline: nowhere: {no_index}")),
        (&["stats", "--index", "nowhere"], 2, format!("byline: nowhere: {no_index}")),
        (&["stats", "--index", "foreign"], 2, format!("byline: foreign: {foreign}")),
        (&["index", "--index", "foreign"], 2, format!("byline: foreign: {foreign}")),
        (&["index", "--index", "other"], 2, format!("byline: other: {foreign}")),
        (&["index", "--index", "scrap"], 2, format!("byline: scrap: {foreign}")),
        (&["index", "--index", "file"], 2, format!("byline: file: {foreign}")),
        (&["show", "zeppelin"], 1, "byline: no statement has the id `zeppelin`\n".to_owned()),
        (
            &["show", "goo"],
            2,
            "byline: `goo` begins several ids: good, goose\nhint: write more letters of the id\n".to_owned(),
        ),
        (&["extract", "nowhere"], 2, "byline: nowhere: no such file or folder\n".to_owned()),
        (&["extract", "corpus"], 2, "byline: corpus: no regular file\n".to_owned()),
        (&["extract", "--list", "nowhere"], 2, "byline: nowhere: no such file or folder\n".to_owned()),
        (&["extract", "corpus/empty.txt"], 1, "corpus/empty.txt: empty file\n".to_owned()),
        (&["search", "x", "--index", "file/index"], 2, format!("byline: file/index: {foreign}")),
    ] {
        let ran = archive.run(arguments);
        assert_eq!((ran.err.as_str(), ran.status), (expected.as_str(), status), "{}", arguments.join(" "));
        assert!(ran.out.is_empty(), "{}", arguments.join(" "));
    }
}

#[test]
fn without_index_and_corpus_search_says_how_to_make_one() {
    let ran = Archive::new().run(&["search", "x"]);
    let hint = "hint: `byline index PATH` makes one, --index DIR names one\n";
    assert_eq!((ran.err, ran.status), (format!("byline: no index here, and no ./corpus to build one from\n{hint}"), 2));
}

#[test]
fn the_summary_counts_what_was_read_left_and_skipped() {
    let archive = Archive::with(&[
        ("a.jsonl", "{\"text\":\"x\",\"comments\":[\"one\",\"two\"]}\n"),
        ("b.jsonl", "{\"text\":\"y\"}\n"),
        ("empty.txt", ""),
        ("blob.bin", "\0\u{1}\u{2}\0\0"),
    ]);
    let last = |ran: Ran| ran.err.lines().last().unwrap_or_default().to_owned();
    assert_eq!(last(archive.run(&["index"])), "2 sources read, 2 skipped; 2 articles and 2 comments");
    assert_eq!(last(archive.run(&["index"])), "no sources read, 4 unchanged; no articles and no comments");
    archive.remove("corpus/b.jsonl");
    archive.write("corpus/a.jsonl", "{\"text\":\"x\",\"comments\":[\"one\"]}\n");
    assert_eq!(last(archive.run(&["index"])), "1 source read, 2 unchanged, 1 gone; 1 article and 1 comment");
}

#[test]
fn every_source_that_is_skipped_or_odd_is_named_however_many_there_are() {
    let files: Vec<(String, String)> = (0..60).map(|n| (format!("e{n:02}.txt"), String::new())).collect();
    let mut files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    files.push(("odd.jsonl", "{\"text\":\"x\",\"mood\":1,\"pace\":2}\n{\"broken\n"));
    let err = Archive::with(&files).run(&["index"]).err;
    let named = (0..60).filter(|n| err.contains(&format!("e{n:02}.txt: skipped: empty file\n"))).count();
    assert_eq!(named, 60, "{err}");
    for said in
        ["odd.jsonl: line 1: unknown key `mood` left out\n", "unknown key `pace` left out\n", "odd.jsonl: line 2: "]
    {
        assert!(err.contains(said), "{said} in {err}");
    }
}

#[test]
fn a_list_that_is_no_text_spoils_its_own_lines_alone() {
    let archive = indexed();
    archive.write(
        "list",
        b"{\"path\":\"corpus/good.jsonl\"}\n{\"path\":\"\xff\xfe\"}\n{\"path\":\"corpus/good.jsonl\"}\n",
    );
    let out = archive.finds(&["extract", "--list", "list", "--format", "jsonl"]);
    let found: Vec<bool> = out.lines().map(|line| line.contains("sound harbour")).collect();
    assert_eq!(found, [true, false, true]);
}

#[test]
fn named_files_are_all_read_and_one_that_cannot_be_opened_gives_status_2() {
    let archive = indexed();
    let ran = archive.run(&["extract", "corpus/good.jsonl", "nowhere", "corpus/more.jsonl", "--format", "jsonl"]);
    assert_eq!((ran.status, ran.out.lines().count()), (2, 2), "{}", ran.err);
    let ran = archive.run(&["extract", "corpus/empty.txt", "corpus/good.jsonl", "--format", "jsonl"]);
    assert_eq!((ran.status, ran.out.lines().count()), (0, 1), "{}", ran.err);
}
