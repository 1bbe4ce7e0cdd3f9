//! On a terminal: colours, width, progress, and nothing from a file that a terminal would obey.
//!
//! A terminal is made by `script` (util-linux); without it these tests are skipped, and fail under `BYLINE_REQUIRE_ALL`.

use crate::archive::{Archive, byline};
use byline::engine::Folder;
use byline::ingest::{self, Progress};
use std::fs;
use std::process::{Command, Stdio};
use std::sync::Mutex;

const TEXT: &str = r#"{"id":"a","title":"The toll","author":"Ann Marsh","date":"2017","text":"A strategic buffer needs money, and nobody at the old pier, 習近平 neither, knows where it is to come from."}"#;

fn indexed() -> Archive {
    let archive = Archive::with(&[("a.jsonl", TEXT)]);
    archive.finds(&["index"]);
    archive
}

/// Runs byline on a terminal of its own: what reached it, stdout and stderr together, line ends as in files.
pub(crate) fn on_terminal(archive: &Archive, settings: &[(&str, &str)], arguments: &[&str]) -> Option<String> {
    let quoted: Vec<String> =
        [env!("CARGO_BIN_EXE_byline")].iter().chain(arguments).map(|word| format!("'{word}'")).collect();
    let mut command = Command::new("script");
    command.args(["-q", "-e", "-c", &quoted.join(" "), "/dev/null"]).current_dir(archive.path("."));
    command
        .env_remove("NO_COLOR")
        .env_remove("BYLINE_INDEX")
        .env("COLUMNS", "80")
        .env_remove("PAGER")
        .env_remove("BYLINE_PAGER")
        .envs(settings.iter().copied());
    match command.stdin(Stdio::null()).output() {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n")),
        Err(_) => {
            assert!(
                std::env::var_os("BYLINE_REQUIRE_ALL").is_none(),
                "script is missing and BYLINE_REQUIRE_ALL is set"
            );
            eprintln!("skipped: script (util-linux) is missing");
            None
        }
    }
}

/// Runs byline into a pipe.
fn piped(archive: &Archive, settings: &[(&str, &str)], arguments: &[&str]) -> String {
    let mut command = byline(&archive.path("."));
    command.env_remove("NO_COLOR").envs(settings.iter().copied()).args(arguments);
    String::from_utf8_lossy(&command.output().expect("byline runs").stdout).into_owned()
}

#[test]
fn colours_are_for_terminals_unless_somebody_says_otherwise() {
    let archive = indexed();
    let search = ["search", "buffer"];
    for (settings, more, coloured) in [
        (&[][..], &[][..], true),
        (&[("NO_COLOR", "1")], &[], false),
        (&[("NO_COLOR", "")], &[], true),
        (&[("NO_COLOR", "1")], &["--color", "always"], true),
        (&[], &["--color", "never"], false),
    ] {
        let Some(out) = on_terminal(&archive, settings, &[&search, more].concat()) else { return };
        assert_eq!(out.contains("\u{1b}["), coloured, "{}", out.escape_debug());
        assert_eq!(out.contains("**buffer**"), !coloured, "without colours a mark is written: {}", out.escape_debug());
    }
}

#[test]
fn a_pipe_has_no_colours_unless_they_are_asked_for() {
    let archive = indexed();
    for (settings, more, coloured) in [
        (&[][..], &[][..], false),
        (&[("CLICOLOR_FORCE", "1")], &[], false),
        (&[], &["--color", "always"], true),
        (&[("NO_COLOR", "1")], &["--color", "always"], true),
    ] {
        let out = piped(&archive, settings, &[&["search", "buffer"], more].concat());
        assert_eq!(out.contains("\u{1b}["), coloured, "{}", out.escape_debug());
    }
    for format in ["json", "jsonl", "csv"] {
        let out = piped(&archive, &[], &["search", "buffer", "--color", "always", "--format", format]);
        assert!(!out.contains('\u{1b}'), "{format} has no colours at all");
    }
}

#[test]
fn a_phrase_has_one_colour_from_its_first_to_its_last_letter() {
    let out = piped(&indexed(), &[], &["search", "\"strategic buffer\"", "--color", "always"]);
    let (_, behind) = out.split_once("A \u{1b}[").expect("a mark");
    let marked = behind.trim_start_matches(|c: char| "[0123456789;m\u{1b}".contains(c));
    assert!(marked.starts_with("strategic buffer\u{1b}[0m needs"), "{}", out.escape_debug());
}

#[test]
fn passages_are_broken_at_the_terminals_width_and_in_a_pipe_not_at_all() {
    let archive = indexed();
    for (columns, widest) in [("20", 20), ("5", 20), ("43", 43), ("80", 80), ("1000", 100)] {
        let Some(out) = on_terminal(&archive, &[("COLUMNS", columns), ("NO_COLOR", "1")], &["search", "buffer"]) else {
            return;
        };
        let passage: Vec<&str> =
            out.lines().filter(|line| line.starts_with("    ") && !line.contains("a.jsonl")).skip(1).collect();
        assert!(!passage.is_empty() && passage.iter().all(|line| columns_of(line) <= widest), "{columns}: {out}");
        let joined: Vec<&str> = passage.iter().flat_map(|line| line.split_whitespace()).collect();
        assert!(joined.join(" ").ends_with("習近平 neither, knows where it is to come from."), "{columns}: {out}");
    }
    let out = piped(&archive, &[("COLUMNS", "20")], &["search", "buffer"]);
    assert_eq!(
        out.lines().filter(|line| line.contains("**buffer**") && line.ends_with("come from.")).count(),
        1,
        "{out}"
    );
}

/// Columns on a terminal: letters of Han take two.
fn columns_of(line: &str) -> usize {
    line.chars().map(|c| if ('\u{3400}'..'\u{a000}').contains(&c) { 2 } else { 1 }).sum()
}

#[test]
fn a_run_that_is_soon_over_says_what_it_did_and_nothing_else() {
    let archive = Archive::with(&[("a.jsonl", TEXT)]);
    assert_eq!(archive.run(&["index"]).err, "1 source read; 1 article and no comments\n");
    fs::remove_dir_all(archive.path("index")).expect("the index can be removed");
    let Some(out) = on_terminal(&archive, &[], &["index"]) else { return };
    assert_eq!(out, "1 source read; 1 article and no comments\n");
}

#[test]
fn progress_counts_every_source_once() {
    let archive = Archive::with(&[("a.jsonl", TEXT), ("b.jsonl", TEXT), ("c/d.jsonl", TEXT)]);
    let folder = Folder::open_or_create(&archive.path("index")).expect("an index");
    let told = Mutex::new(Vec::new());
    let tell = |progress: Progress| told.lock().expect("a list").push((progress.read, progress.of));
    ingest::index(&folder, &[archive.path("corpus")], false, &tell).expect("indexing");
    let mut told = told.into_inner().expect("a list");
    told.sort_unstable();
    assert_eq!(told, [(1, 3), (2, 3), (3, 3)]);
}

#[test]
fn no_name_title_or_text_of_a_file_is_obeyed_by_a_terminal() {
    let archive = Archive::new();
    let evil = "\u{1b}]0;pwned\u{7}\u{1b}[2J\u{9b}31m\u{202e}\u{2066}\u{8}\u{7f}\u{b}";
    let text = serde_json::json!({"title": format!("T {evil} t"), "author": format!("A{evil}"), "site": evil, "text": format!("buffer {evil} end"), "mood": evil,
        "tags": [evil], "comments": [{"author": evil, "text": format!("buffer {evil}")}], "notes": [evil]});
    archive.write("corpus/name_\u{1b}]0;x\u{7}\u{202e}.jsonl", text.to_string());
    archive.write("corpus/empty_\u{1b}[2J\n.txt", "");
    for (settings, command) in [
        (&[][..], &["index"][..]),
        (&[], &["search", "buffer"]),
        (&[("TERM", "xterm")], &["search", "buffer"]),
        (&[], &["kwic", "buffer"]),
        (&[], &["quote", "buffer"]),
        (&[], &["search", "buffer \u{1b}[2J autor:\u{1b}[2J"]),
        (&[], &["show", "nothing\u{1b}[2J"]),
        (&[], &["stats"]),
        (&[("NO_COLOR", "1")], &["extract", "corpus/name_\u{1b}]0;x\u{7}\u{202e}.jsonl"]),
        (&[], &["extract", "corpus/name_\u{1b}]0;x\u{7}\u{202e}.jsonl", "--format", "jsonl"]),
        (&[], &["search", "buffer", "--format", "csv"]),
        (&[], &["search", "buffer", "--format", "json"]),
        (&[], &["index", "missing\u{1b}[2J"]),
        (&[], &["extract", "missing\u{1b}[2J"]),
    ] {
        let Some(out) = on_terminal(&archive, settings, command) else { return };
        let plain = without_own(&out);
        let raw = plain.chars().find(|c| (c.is_control() && !"\n\t".contains(*c)) || is_bidi(*c));
        assert_eq!(raw, None, "{}: {}", command[0], plain.escape_debug());
        assert!(!out.contains("pwned\u{7}"));
    }
}

/// The output without the colours and links that byline itself writes.
fn without_own(out: &str) -> String {
    let link = regex::Regex::new("\u{1b}\\]8;;[!-~]*\u{1b}\\\\").expect("an expression");
    let mut out = link.replace_all(out, "").into_owned();
    for code in ["0", "1", "2", "31", "32", "33", "34", "36"] {
        out = out.replace(&format!("\u{1b}[{code}m"), "");
    }
    out
}

fn is_bidi(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
