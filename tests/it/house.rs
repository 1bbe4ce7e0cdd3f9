//! The house: which room may use which, who names which crate, how long a file may be.
//!
//! The table is that of the plan; a breach is told by file name.

use std::fs;
use std::path::{Path, PathBuf};

/// A room and the rooms it may use.
const ROOMS: [(&str, &[&str]); 12] = [
    ("text", &[]),
    ("article", &["text"]),
    ("source", &[]),
    ("read", &["text", "article", "source"]),
    ("enrich", &["text", "article"]),
    ("query", &["text", "article"]),
    ("engine", &["text", "article", "query"]),
    ("snippet", &["text", "query"]),
    ("ingest", &["text", "article", "source", "read", "enrich", "engine"]),
    ("ask", &["text", "article", "query", "engine", "snippet"]),
    ("show", &["text", "article", "query", "engine", "snippet", "ask", "ingest"]),
    ("cli", &["text", "article", "source", "read", "enrich", "query", "engine", "snippet", "ingest", "ask", "show"]),
];

/// What only some rooms may name.
const NAMES: [(&str, &[&str]); 7] = [
    ("tantivy", &["engine"]),
    ("scraper", &["read"]),
    ("clap", &["cli"]),
    ("std::env", &["cli"]),
    ("println!", &[]),
    ("std::fs", &["source", "engine", "cli"]),
    ("ZonedDateTime::now", &["cli"]),
];

const LONGEST_FILE: usize = 500;
const LONGEST_MEDIAN: usize = 180;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Every Rust file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            out.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            out.push(path);
        }
    }
    out.sort();
    out
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Whether a file below `src` holds tests alone, wherever the repository lies.
fn is_tests(path: &Path) -> bool {
    let name = name(path);
    name.split('/').any(|part| part == "tests" || part == "tests.rs") || name.ends_with("_tests.rs")
}

/// Files of production code.
fn production() -> Vec<PathBuf> {
    files(&root().join("src")).into_iter().filter(|path| !is_tests(path)).collect()
}

/// Code before the tests, without comments.
fn code(text: &str) -> String {
    let before = text.split("#[cfg(test)]").next().unwrap_or(text);
    before.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

fn room_of(path: &Path) -> Option<String> {
    let below = path.strip_prefix(root().join("src")).ok()?;
    let first = below.components().next()?.as_os_str().to_string_lossy().into_owned();
    (first != "lib.rs" && first != "main.rs").then_some(first)
}

fn assert_none(breaches: &[String]) {
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn rooms_use_only_what_the_plan_allows() {
    let mut breaches = Vec::new();
    for path in production() {
        let Some(room) = room_of(&path) else { continue };
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            breaches.push(format!("{}: `{room}` is no room", name(&path)));
            continue;
        };
        let code = code(&fs::read_to_string(&path).expect("a file"));
        for (other, _) in ROOMS.iter().filter(|(other, _)| *other != room && !allowed.contains(other)) {
            let names = [format!("crate::{other}::"), format!("crate::{other};"), format!("crate::{{{other}")];
            if names.iter().any(|name| code.contains(name)) {
                breaches.push(format!("{}: `{room}` uses `{other}`", name(&path)));
            }
        }
    }
    assert_none(&breaches);
}

#[test]
fn crates_and_the_machine_are_named_only_where_they_are_at_home() {
    let mut breaches = Vec::new();
    for path in production() {
        let Some(room) = room_of(&path) else { continue };
        let code = code(&fs::read_to_string(&path).expect("a file"));
        for (what, home) in NAMES {
            let names = code
                .match_indices(what)
                .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.'));
            if names && !home.contains(&room.as_str()) {
                breaches.push(format!("{}: `{room}` names `{what}`", name(&path)));
            }
        }
    }
    assert_none(&breaches);
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let all = ["src", "tests", "examples", "benches"].map(|folder| root().join(folder));
    let all = all.iter().filter(|folder| folder.exists()).flat_map(|folder| files(folder));
    let without = all.filter(|path| !fs::read_to_string(path).is_ok_and(|text| text.starts_with("//! ")));
    assert_none(&without.map(|path| format!("{}: no header", name(&path))).collect::<Vec<_>>());
}

#[test]
fn no_file_is_longer_than_500_lines_and_the_median_is_short() {
    let mut breaches = Vec::new();
    let mut lengths = Vec::new();
    for path in files(&root().join("src")).into_iter().chain(files(&root().join("tests"))) {
        let text = fs::read_to_string(&path).expect("a file");
        if text.lines().count() > LONGEST_FILE {
            breaches.push(format!("{}: {} lines", name(&path), text.lines().count()));
        }
        if room_of(&path).is_some() {
            lengths.push(text.split("#[cfg(test)]").next().unwrap_or("").lines().count());
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    if median > LONGEST_MEDIAN {
        breaches.push(format!("median {median} lines"));
    }
    assert_none(&breaches);
}

#[test]
fn the_top_level_holds_what_was_asked_for_and_cargos_own() {
    let known = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "index",
        "corpus",
        "tests",
        "README.md",
        "examples",
        "benches",
        "fuzz",
        "target",
        "clippy.toml",
        "rustfmt.toml",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "CHANGELOG.md",
    ];
    let entries = fs::read_dir(root()).expect("the repository").filter_map(|e| e.ok()?.file_name().into_string().ok());
    let strange: Vec<_> = entries.filter(|name| !name.starts_with('.') && !known.contains(&name.as_str())).collect();
    assert_none(&strange);
}

#[test]
fn messages_show_values_and_never_a_debug_form() {
    let mut breaches = Vec::new();
    for path in production() {
        let code = code(&fs::read_to_string(&path).expect("a file"));
        for (number, line) in (1..).zip(code.lines()) {
            if line.contains(":?}") || line.contains(":#?}") {
                breaches.push(format!("{}:{number}: {}", name(&path), line.trim()));
            }
        }
    }
    assert_none(&breaches);
}

#[test]
fn tests_are_at_least_as_long_as_what_they_test() {
    let (mut production, mut tests) = (0, 0);
    for path in files(&root().join("src")) {
        let text = fs::read_to_string(&path).expect("a file");
        let before = text.split("#[cfg(test)]").next().unwrap_or("").lines().count();
        if is_tests(&path) {
            tests += text.lines().count();
        } else {
            production += before;
            tests += text.lines().count() - before;
        }
    }
    tests += files(&root().join("tests"))
        .iter()
        .map(|path| fs::read_to_string(path).map_or(0, |t| t.lines().count()))
        .sum::<usize>();
    eprintln!("{production} lines of production, {tests} of tests");
}
