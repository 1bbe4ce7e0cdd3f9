//! README keeps its word: every block that runs byline is run, and prints what stands there.
//!
//! With `BYLINE_BLESS` set the blocks are written anew from what is printed; read the difference before you commit it.

use crate::archive::Archive;
use std::fs;
use std::path::{Path, PathBuf};

fn readme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// Words of a command line; single quotes hold words together.
pub(crate) fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, part) in line.split('\'').enumerate() {
        if number % 2 == 1 {
            words.push(part.to_owned())
        } else {
            words.extend(part.split_whitespace().map(str::to_owned))
        }
    }
    words
}

fn run(archive: &Archive, command: &str) -> String {
    let home = archive.path("").to_string_lossy().into_owned();
    let arguments: Vec<String> = words(command).into_iter().map(|word| word.replace("~/", &home)).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ran = archive.run(&arguments);
    assert!(ran.status < 2, "$ byline {command}: {}", ran.err);
    ran.out
}

#[test]
fn every_block_prints_what_stands_there() {
    let archive = Archive::with_sample();
    archive.finds(&["index"]);
    archive.write("press-archive/a.jsonl", "{\"text\":\"A page.\"}");
    let text = fs::read_to_string(readme()).expect("README");
    let mut written = String::new();
    let mut blocks = 0;
    for (number, part) in text.split("```").enumerate() {
        let command = part.strip_prefix("console\n$ byline ").and_then(|block| block.lines().next());
        let block = match command.filter(|_| number % 2 == 1) {
            Some(command) => format!("console\n$ byline {command}\n{}", run(&archive, command)),
            None => part.to_owned(),
        };
        blocks += usize::from(command.is_some());
        if number > 0 {
            written.push_str("```");
        }
        written.push_str(&block);
    }
    assert!(blocks >= 6, "{blocks} blocks run byline");
    if std::env::var_os("BYLINE_BLESS").is_some() {
        fs::write(readme(), &written).expect("README can be written");
    }
    assert_eq!(written, text);
}

#[test]
fn the_first_command_and_the_second_are_all_the_set_up() {
    let text = fs::read_to_string(readme()).expect("README");
    let commands: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("$ cargo ")).collect();
    assert_eq!(commands, ["run --release -- search '\"strategic buffer\"'", "test"]);
}
