//! Where files lie and what they are called: odd names, links, depths and sizes.

use crate::archive::Archive;
use serde_json::Value;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

fn record(word: &str) -> String {
    format!("{{\"text\":\"the word {word} alone\"}}\n")
}

/// Writes a file whose name is these bytes, below `corpus`.
fn write(archive: &Archive, name: &[u8], text: &str) -> PathBuf {
    let path = archive.path("corpus").join(std::ffi::OsStr::from_bytes(name));
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
    fs::write(&path, text).expect("the file can be written");
    path
}

/// The path that the only hit for a word shows.
fn path_of(archive: &Archive, word: &str) -> String {
    let answer: Value = serde_json::from_str(&archive.run(&["search", word, "--format", "json"]).out).expect("JSON");
    assert_eq!(answer["total"], 1, "{word}");
    answer["hits"][0]["path"].as_str().expect("a path").to_owned()
}

#[test]
fn files_of_any_name_are_read_shown_found_by_path_and_dropped() {
    let names: [(&[u8], &str); 18] = [
        (b"two words.jsonl", "two words.jsonl"),
        (b" leading and trailing .jsonl", " leading and trailing .jsonl"),
        (b"it's \"quoted\".jsonl", "it's \"quoted\".jsonl"),
        (b"new\nline.jsonl", "new\nline.jsonl"),
        (b"tab\t.jsonl", "tab\t.jsonl"),
        (b"--help.jsonl", "--help.jsonl"),
        (b"-n.jsonl", "-n.jsonl"),
        (b"star*?[x].jsonl", "star*?[x].jsonl"),
        (b"back\\slash.jsonl", "back\\slash.jsonl"),
        (b"bang!colon:hash#.jsonl", "bang!colon:hash#.jsonl"),
        (b"caf\xe9.jsonl", "caf\\xe9.jsonl"),
        (b"caf\xe8.jsonl", "caf\\xe8.jsonl"),
        (b"\xff\xfe", "\\xff\\xfe"),
        ("e\u{301}tat 習近平 😀.jsonl".as_bytes(), "e\u{301}tat 習近平 😀.jsonl"),
        ("été.jsonl".as_bytes(), "été.jsonl"),
        (b"CASE.jsonl", "CASE.jsonl"),
        (b"case.jsonl", "case.jsonl"),
        (b"no ending", "no ending"),
    ];
    let archive = Archive::new();
    let written: Vec<PathBuf> =
        (0..).zip(names).map(|(n, (name, _))| write(&archive, name, &record(&format!("word{n}x")))).collect();
    let ran = archive.run(&["index"]);
    assert!(ran.err.starts_with("18 sources read; 18 articles"), "{}", ran.err);
    assert!(archive.run(&["index"]).err.contains("18 unchanged"), "a second run knows them all");
    for (n, (_, shown)) in (0..).zip(names) {
        assert_eq!(path_of(&archive, &format!("word{n}x")), shown);
        let quoted = format!("path:\"{}\"", shown.replace('\\', "\\\\").replace('"', "\\\""));
        assert!(archive.run(&["search", &quoted, "--count"]).status == 0, "{quoted}");
    }
    for path in &written {
        fs::remove_file(path).expect("the file can be removed");
    }
    assert!(archive.run(&["index"]).err.contains("18 gone"));
    assert_eq!(archive.run(&["search", "--count"]).out, "0\n");
}

#[test]
fn a_name_that_begins_with_a_dash_is_read_behind_a_double_dash() {
    let archive = Archive::new();
    archive.write("--why", record("pier"));
    assert!(archive.finds(&["extract", "--format", "jsonl", "--", "--why"]).contains("pier"));
    archive.finds(&["index", "--", "--why"]);
    assert_eq!(path_of(&archive, "pier"), "--why");
}

#[test]
fn a_folder_whose_name_is_no_text_is_kept_up_to_date_as_any_other() {
    let archive = Archive::new();
    let first = write(&archive, b"arch\xe9/a.jsonl", &record("first"));
    write(&archive, b"arch\xe9/b.jsonl", &record("second"));
    let folder = first.parent().expect("a folder");
    let index = || {
        let ran = crate::archive::byline(&archive.path(".")).arg("index").arg(folder).output().expect("byline runs");
        assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    };
    index();
    fs::remove_file(&first).expect("the file can be removed");
    index();
    assert_eq!(archive.run(&["search", "--count"]).out, "1\n");
}

#[test]
fn one_folder_is_one_archive_however_it_is_named() {
    let archive = Archive::with(&[("sub/a.jsonl", "{\"text\":\"pier\"}")]);
    archive.finds(&["index"]);
    let id = archive.ids(&["pier"]);
    symlink(archive.path("corpus"), archive.path("link")).expect("a link");
    let absolute = archive.path("corpus").to_string_lossy().into_owned();
    for path in ["corpus", "./corpus/", "corpus/sub/..", "link", absolute.as_str()] {
        let err = archive.run(&["index", path]).err;
        assert!(err.contains("no sources read, 1 unchanged"), "{path}: {err}");
        assert_eq!(archive.ids(&["pier"]), id, "{path}");
    }
    archive.finds(&["index", "corpus", "corpus/sub", "corpus/sub/a.jsonl"]);
    assert_eq!(archive.run(&["search", "--count"]).out, "1\n", "a file below several PATHs stands once");
}

#[test]
fn links_lead_nowhere_and_what_they_point_at_is_not_read() {
    let archive = Archive::with(&[("a.jsonl", "{\"text\":\"inside\"}")]);
    archive.write("secret/b.jsonl", record("outside"));
    let link = |to: &Path, name: &str| symlink(to, archive.path("corpus").join(name)).expect("a link");
    link(&archive.path("secret/b.jsonl"), "file.jsonl");
    link(&archive.path("secret"), "folder");
    link(&archive.path("corpus"), "loop");
    link(Path::new("nowhere"), "dangling");
    let ran = archive.run(&["index"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    for name in ["file.jsonl", "folder", "loop", "dangling"] {
        assert!(ran.err.contains(&format!("{name}: skipped: a link\n")), "{}", ran.err);
    }
    assert_eq!(archive.run(&["search", "outside", "--count"]).status, 1);
    assert_eq!(archive.run(&["search", "--count"]).out, "1\n");
}

#[test]
fn a_file_that_becomes_a_link_or_a_folder_takes_its_statements_along() {
    let archive = Archive::with(&[("a.jsonl", "{\"text\":\"first\"}"), ("b.jsonl", "{\"text\":\"second\"}")]);
    archive.finds(&["index"]);
    archive.remove("corpus/a.jsonl");
    symlink("/etc/hostname", archive.path("corpus/a.jsonl")).expect("a link");
    archive.remove("corpus/b.jsonl");
    archive.write("corpus/b.jsonl/c.jsonl", record("third"));
    archive.run(&["index"]);
    assert_eq!(archive.run(&["search", "first OR second", "--count"]).out, "0\n");
    assert_eq!(path_of(&archive, "third"), "b.jsonl/c.jsonl");
}

#[test]
fn pipes_and_sockets_are_not_opened() {
    let archive = Archive::with(&[("a.jsonl", "{\"text\":\"pier\"}")]);
    std::os::unix::net::UnixListener::bind(archive.path("corpus/sock.html")).expect("a socket");
    let made = std::process::Command::new("mkfifo").arg(archive.path("corpus/pipe.html")).status();
    let ran = archive.run(&["index"]);
    assert!(ran.err.contains("sock.html: skipped: no regular file\n"), "{}", ran.err);
    if made.is_ok_and(|status| status.success()) {
        assert!(ran.err.contains("pipe.html: skipped: no regular file\n"), "{}", ran.err);
        archive.run(&["extract", "corpus/pipe.html"]).says(2, "corpus/pipe.html: no regular file");
    }
    assert_eq!(ran.status, 0);
}

#[test]
fn a_tree_may_be_very_deep_and_is_shown_whole() {
    let deep = "folder of forty letters to make it longer/".repeat(80) + "a.jsonl";
    let archive = Archive::with(&[(&deep, &record("pier"))]);
    archive.finds(&["index"]);
    assert_eq!(path_of(&archive, "pier"), deep);
}

#[test]
fn hidden_files_side_folders_and_files_about_a_folder_are_left_out_in_silence() {
    let archive = Archive::with(&[
        ("a.jsonl", "{\"text\":\"pier\"}"),
        (".hidden.jsonl", "{\"text\":\"pier\"}"),
        (".git/b.jsonl", "{\"text\":\"pier\"}"),
        ("README.md", "# About\n\nThe pier and its folder, at some length."),
        ("sub/CATALOGUE.md", "# About\n\nThe pier and its folder, at some length."),
        ("aliases.tsv", "pier\tquay\n"),
    ]);
    let ran = archive.run(&["index"]);
    assert_eq!(ran.err, "1 source read; 1 article and no comments\n");
    assert_eq!(path_of(&archive, "pier"), "a.jsonl");
}

#[test]
fn a_file_past_the_limit_is_named_and_is_no_fault_of_the_machine() {
    let archive = Archive::with(&[("a.jsonl", "{\"text\":\"pier\"}")]);
    let big = File::create(archive.path("corpus/big.txt")).expect("a file");
    big.set_len(600 << 20).expect("a sparse file");
    archive.run(&["index"]).says(0, "big.txt: skipped: 630 MB, more than the limit of 537 MB\n");
    assert_eq!(path_of(&archive, "pier"), "a.jsonl");
}

#[test]
fn a_long_text_is_found_to_its_end_and_its_passage_is_located() {
    let text = "All work and no play on the pier. ".repeat(12_000) + "Then a strategic buffer came.";
    let line = serde_json::json!({"id": "long", "language": "en", "text": text}).to_string();
    let archive = Archive::with(&[("long.jsonl", &line)]);
    archive.finds(&["index"]);
    let answer: Value =
        serde_json::from_str(&archive.finds(&["search", "\"strategic buffer\"", "--format", "json"])).expect("JSON");
    let snippet = &answer["hits"][0]["snippets"][0];
    let place = |at: usize| usize::try_from(snippet["source"][at].as_u64().expect("a byte")).expect("a place");
    assert_eq!(text.get(place(0)..place(1)), snippet["text"].as_str());
    assert!(snippet["text"].as_str().is_some_and(|text| text.contains("strategic buffer") && text.len() < 400));
}

#[test]
fn a_packed_file_is_named_with_its_member() {
    let archive = Archive::new();
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut encoder, record("pier").as_bytes()).expect("memory");
    archive.write("corpus/lines.jsonl.gz", encoder.finish().expect("memory"));
    archive.finds(&["index"]);
    assert_eq!(path_of(&archive, "pier"), "lines.jsonl.gz!lines.jsonl");
}
