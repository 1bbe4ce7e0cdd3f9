//! Bad input and bad places: one clear line each, the rest goes on, nothing that was indexed is lost.

use crate::archive::Archive;
use crate::ordinary::Ordinary;
use std::fs;
use std::os::unix::fs::PermissionsExt;

const GOOD: (&str, &str) = ("good.jsonl", "{\"id\":\"good\",\"title\":\"Good\",\"text\":\"A sound harbour.\"}\n");

fn with(path: &str, bytes: impl AsRef<[u8]>) -> Archive {
    let archive = Archive::with(&[GOOD]);
    archive.write(&format!("corpus/{path}"), bytes);
    archive
}

fn good_is_found(archive: &Archive) {
    assert_eq!(archive.ids(&["harbour", "id:good"]), ["good"]);
}

#[test]
fn a_missing_path_is_trouble_and_the_rest_is_read() {
    let archive = Archive::with(&[GOOD]);
    archive.run(&["index", "nowhere"]).says(2, "nowhere: no such file or folder");
    archive.run(&["index", "corpus", "nowhere"]).says(2, "nowhere: skipped: no such file or folder");
    good_is_found(&archive);
}

#[test]
fn what_gives_no_text_is_named_with_its_reason() {
    for (path, bytes, reason) in
        [("empty.html", &b""[..], "empty file"), ("blob.bin", b"\x00\x01\x02\x03\xff\xfe\x00\x00rest", "binary")]
    {
        let archive = with(path, bytes);
        archive.run(&["index"]).says(0, &format!("{path}: skipped: {reason}"));
        assert!(archive.run(&["index"]).err.contains("unchanged"), "the run goes on and remembers");
        good_is_found(&archive);
    }
}

#[test]
fn broken_bytes_are_read_as_far_as_they_go() {
    let archive =
        with("broken.txt", b"A title of the page\n\nSome \xff\xfe prose about the lighthouse that stands here.\n");
    assert_eq!(archive.run(&["index"]).status, 0);
    assert_eq!(archive.ids(&["lighthouse"]).len(), 1);
    good_is_found(&archive);
}

#[test]
fn a_page_cut_in_the_middle_gives_what_is_there() {
    let page = "<html><head><title>Half a page</title></head><body><article><h1>Half a page</h1><p>The breakwater was never finished, and neither is this";
    let archive = with("half.html", page);
    assert_eq!(archive.run(&["index"]).status, 0);
    assert_eq!(archive.ids(&["breakwater"]).len(), 1);
}

#[test]
fn a_malformed_line_is_told_by_its_number_and_the_others_are_read() {
    let lines =
        "{\"id\":\"one\",\"text\":\"first pier\"}\n{\"id\": broken\n{\"id\":\"three\",\"text\":\"third pier\"}\n";
    let archive = with("lines.jsonl", lines);
    archive.run(&["index"]).says(0, "lines.jsonl: line 2: ");
    let mut found = archive.ids(&["pier"]);
    found.sort();
    assert_eq!(found, ["one", "three"]);
}

#[test]
fn nothing_readable_at_all_is_status_1() {
    let archive = Archive::new();
    archive.write("corpus/empty.html", "");
    assert_eq!(archive.run(&["index"]).status, 1);
    let bare = Archive::new();
    fs::create_dir(bare.path("corpus")).expect("a folder");
    assert_eq!(bare.run(&["index"]).status, 1);
}

#[test]
fn a_foreign_folder_is_never_overwritten() {
    let archive = Archive::with(&[GOOD]);
    archive.write("index/letter.txt", "mine");
    archive.run(&["index"]).says(2, "not an index of byline, left as it is");
    archive.run(&["search", "harbour"]).says(2, "not an index of byline");
    assert_eq!(fs::read_to_string(archive.path("index/letter.txt")).ok().as_deref(), Some("mine"));
    assert_eq!(fs::read_dir(archive.path("index")).map(|entries| entries.count()).ok(), Some(1));
}

#[test]
fn an_index_of_another_version_is_said_and_left_alone() {
    let archive = Archive::with(&[GOOD]);
    archive.finds(&["index"]);
    archive.write("index/byline.json", "{\"byline\":\"index\",\"format\":9999}");
    for command in [&["index"][..], &["search", "harbour"], &["stats"]] {
        archive.run(command).says(2, "index of version 9999, this byline reads version");
    }
    assert!(archive.path("index/statements/meta.json").exists());
}

#[test]
fn a_damaged_index_is_said_in_one_line() {
    let archive = Archive::with(&[GOOD]);
    archive.finds(&["index"]);
    archive.write("index/statements/meta.json", "{}");
    let ran = archive.run(&["search", "harbour"]);
    ran.says(2, "the index is damaged");
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}

#[test]
fn the_index_inside_the_corpus_is_not_read() {
    let archive = Archive::with(&[GOOD]);
    archive.finds(&["index", "corpus", "--index", "corpus/index"]);
    archive.finds(&["index", "corpus", "--index", "corpus/index"]);
    let ran = archive.run(&["search", "--index", "corpus/index", "--count"]);
    assert_eq!(ran.out, "1\n");
}

#[test]
fn an_unreadable_file_is_trouble_and_what_was_indexed_of_it_stays() {
    let user = Ordinary::of(Archive::with(&[GOOD]));
    let Some((status, err)) = user.run(&["index"]) else { return };
    assert_eq!(status, 0, "{err}");
    let good = user.archive.path("corpus/good.jsonl");
    fs::write(&good, "{\"id\":\"good\",\"text\":\"changed\"}").expect("the file can be written");
    fs::set_permissions(&good, fs::Permissions::from_mode(0o000)).expect("permissions");
    let Some((status, err)) = user.run(&["index"]) else { return };
    assert_eq!(status, 2, "{err}");
    assert!(err.contains("good.jsonl: skipped: permission denied"), "{err}");
    good_is_found(&user.archive);
}

#[test]
fn a_folder_that_cannot_be_listed_loses_nothing_that_was_indexed() {
    let user = Ordinary::of(Archive::with(&[GOOD]));
    user.archive.write("corpus/deep/more.jsonl", "{\"id\":\"more\",\"text\":\"a quay\"}");
    user.run(&["index"]);
    fs::set_permissions(user.archive.path("corpus/deep"), fs::Permissions::from_mode(0o000)).expect("permissions");
    let Some((status, err)) = user.run(&["index"]) else { return };
    assert_eq!(status, 2, "{err}");
    assert!(err.contains("deep: skipped: permission denied"), "{err}");
    assert_eq!(user.archive.ids(&["quay"]), ["more"]);
}

#[test]
fn a_path_that_cannot_be_listed_loses_nothing_that_was_indexed() {
    let user = Ordinary::of(Archive::with(&[GOOD]));
    user.run(&["index"]);
    let corpus = user.archive.path("corpus");
    fs::set_permissions(&corpus, fs::Permissions::from_mode(0o000)).expect("permissions");
    let ran = user.run(&["index"]);
    fs::set_permissions(&corpus, fs::Permissions::from_mode(0o777)).expect("permissions");
    let Some((status, err)) = ran else { return };
    assert_eq!(status, 2, "{err}");
    assert!(err.contains("corpus: skipped: permission denied"), "{err}");
    good_is_found(&user.archive);
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let user = Ordinary::of(Archive::with(&[GOOD]));
    fs::create_dir(user.archive.path("locked")).expect("a folder");
    fs::set_permissions(user.archive.path("locked"), fs::Permissions::from_mode(0o555)).expect("permissions");
    let Some((status, err)) = user.run(&["index", "--index", "locked/index"]) else { return };
    assert_eq!(status, 2, "{err}");
    assert_eq!(err, "byline: locked/index: permission denied\n");
}
