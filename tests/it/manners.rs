//! Manners of output: quiet runs, paths alone, a pager and links in front of a terminal only.

use crate::archive::Archive;
use crate::terminal::on_terminal;
use serde_json::json;

fn archive() -> Archive {
    let lines = [
        json!({"id": "a", "title": "The toll", "url": "https://a.example.org/x y", "text": "A toll on bread."}),
        json!({"kind": "comment", "id": "c", "parent": "a", "text": "No toll!"}),
    ];
    let lines: String = lines.iter().map(|record| format!("{record}\n")).collect();
    let archive = Archive::with(&[
        ("press/a.jsonl", &lines),
        ("press/b é.jsonl", "{\"id\":\"b\",\"text\":\"Another toll.\"}"),
        ("other.jsonl", "{\"id\":\"o\",\"text\":\"A lamp.\"}"),
    ]);
    archive.finds(&["index"]);
    archive
}

#[test]
fn quiet_prints_nothing_and_the_status_tells() {
    let archive = archive();
    for (arguments, status) in [
        (&["search", "toll"][..], 0),
        (&["search", "zeppelin"], 1),
        (&["search", "toll", "--format", "json"], 0),
        (&["search", "toll", "--count"], 0),
        (&["search", "toll", "--files"], 0),
        (&["show", "a"], 0),
        (&["kwic", "toll"], 0),
        (&["kwic", "zeppelin"], 1),
        (&["quote", "a toll on bread"], 0),
        (&["quote", "a toll on everything"], 1),
    ] {
        for quiet in ["--quiet", "-q"] {
            let ran = archive.run(&[arguments, &[quiet]].concat());
            assert_eq!((ran.out.as_str(), ran.status), ("", status), "{}: {}", arguments.join(" "), ran.err);
        }
    }
    archive.run(&["show", "zeppelin", "-q"]).says(1, "no statement");
    archive.run(&["search", "autor:x", "-q"]).says(1, "^^^^^");
}

#[test]
fn files_are_paths_alone_each_once_and_open_from_here() {
    let archive = archive();
    let out = archive.finds(&["search", "toll", "--files"]);
    let mut paths: Vec<&str> = out.lines().collect();
    paths.sort_unstable();
    assert_eq!(paths, ["corpus/press/a.jsonl", "corpus/press/b é.jsonl"]);
    assert!(paths.iter().all(|path| archive.path(path).is_file()));
    assert_eq!(archive.finds(&["search", "toll", "--files", "--kind", "comment"]), "corpus/press/a.jsonl\n");
    let out = archive.finds(&["search", "toll", "--files", "-0", "--sort", "oldest"]);
    let mut paths: Vec<&str> = out.split_terminator('\0').collect();
    paths.sort_unstable();
    assert_eq!(paths, ["corpus/press/a.jsonl", "corpus/press/b é.jsonl"]);
    assert_eq!(archive.run(&["search", "zeppelin", "--files"]).status, 1);
    archive.run(&["search", "toll", "-0"]).says(2, "--files");
    let many: String = (0..30).map(|n| format!("{{\"id\":\"m{n}\",\"text\":\"toll\"}}")).collect::<Vec<_>>().join("\n");
    for n in 0..15 {
        archive.write(&format!("corpus/m{n}.jsonl"), many.replace("\"m", &format!("\"m{n}-")));
    }
    archive.finds(&["index"]);
    assert_eq!(
        archive.finds(&["search", "toll", "--files"]).lines().count(),
        17,
        "all of them, not the first ten hits"
    );
    assert_eq!(archive.finds(&["search", "toll", "--files", "-n", "1"]).lines().count(), 1);
}

#[test]
fn a_pager_runs_on_a_terminal_only_and_only_where_one_is_named() {
    let archive = archive();
    let pager = [("BYLINE_PAGER", "sed s/^/paged:/"), ("PAGER", "false"), ("NO_COLOR", "1")];
    for (command, paged) in [
        (&["search", "toll"][..], true),
        (&["show", "a"], true),
        (&["kwic", "toll"], true),
        (&["quote", "a toll"], true),
        (&["search", "toll", "--no-pager"], false),
        (&["search", "toll", "--format", "json"], false),
        (&["search", "toll", "--count"], false),
        (&["search", "toll", "--files"], false),
    ] {
        let Some(out) = on_terminal(&archive, &pager, command) else { return };
        assert_eq!(out.lines().all(|line| line.starts_with("paged:")), paged, "{}: {out}", command.join(" "));
        assert!(!out.is_empty());
    }
    let Some(out) = on_terminal(&archive, &[("PAGER", "sed s/^/paged:/")], &["show", "a"]) else { return };
    assert!(out.starts_with("paged:"), "{out}");
    let Some(out) = on_terminal(&archive, &[("BYLINE_PAGER", ""), ("PAGER", "sed s/^/paged:/")], &["show", "a"]) else {
        return;
    };
    assert!(!out.contains("paged:"), "an empty name is none: {out}");
    let mut command = crate::archive::byline(&archive.path("."));
    let piped = command.args(["show", "a"]).env("BYLINE_PAGER", "sed s/^/paged:/").output().expect("byline runs");
    assert!(!String::from_utf8_lossy(&piped.stdout).contains("paged:"));
}

#[test]
fn a_pager_that_is_closed_early_ends_the_output_quietly() {
    let archive = archive();
    archive.write("corpus/long.jsonl", json!({"id": "long", "text": "A word and a word. ".repeat(20_000)}).to_string());
    archive.finds(&["index"]);
    let Some(out) = on_terminal(&archive, &[("PAGER", "head -n 1")], &["show", "long"]) else { return };
    assert_eq!(out.lines().count(), 1, "{out}");
    let Some(out) = on_terminal(&archive, &[("PAGER", "no-such-pager-anywhere")], &["show", "a"]) else { return };
    assert!(!out.contains("panicked") && !out.contains("Broken pipe"), "{out}");
}

#[test]
fn paths_and_addresses_are_links_on_a_terminal_that_knows_them() {
    let archive = archive();
    let corpus = archive.path("corpus").canonicalize().expect("the folder");
    let link = |target: &str, text: &str| format!("\u{1b}]8;;{target}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\");
    let path = link(&format!("file://{}/press/a.jsonl", corpus.display()), "press/a.jsonl!1");
    let address = link("https://a.example.org/x%20y", "https://a.example.org/x y");
    for command in [&["search", "bread"][..], &["show", "a"], &["quote", "a toll on bread"]] {
        let Some(out) = on_terminal(&archive, &[("TERM", "xterm")], command) else { return };
        assert!(out.contains(&path) && out.contains(&address), "{}", out.escape_debug());
        for settings in [&[("TERM", "dumb")][..], &[("TERM", "xterm"), ("NO_COLOR", "1")]] {
            let Some(out) = on_terminal(&archive, settings, command) else { return };
            assert!(!out.contains("\u{1b}]8"), "{}", out.escape_debug());
        }
        let piped = archive.finds(&[command, &["--color", "always"]].concat());
        assert!(!piped.contains("\u{1b}]8"), "{}", piped.escape_debug());
    }
}
