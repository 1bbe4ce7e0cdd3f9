//! A folder to work in: files, an index, and `byline` run on them as a person would.
//!
//! In: files and arguments. Out: what was printed, and the exit status.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A working folder of its own, removed at the end.
pub(crate) struct Archive {
    folder: tempfile::TempDir,
}

/// What a run printed.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) status: i32,
}

impl Archive {
    pub(crate) fn new() -> Archive {
        Archive { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// An archive with these files below `corpus/`.
    pub(crate) fn with(files: &[(&str, &str)]) -> Archive {
        let archive = Archive::new();
        for (path, text) in files {
            archive.write(&format!("corpus/{path}"), text);
        }
        archive
    }

    /// An archive that holds a copy of the sample corpus.
    pub(crate) fn with_sample() -> Archive {
        let archive = Archive::new();
        copy(&sample(), &archive.path("corpus"));
        archive
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("the file can be removed");
    }

    /// Runs `byline` here.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// Runs `byline` here with this on standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = byline(self.folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("byline starts");
        std::io::Write::write_all(&mut child.stdin.take().expect("standard input"), input.as_bytes()).unwrap_or(());
        Ran::of(child.wait_with_output().expect("byline ends"))
    }

    /// Runs `byline` and expects it to find something.
    pub(crate) fn finds(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.status, 0, "{arguments:?}: {}{}", ran.out, ran.err);
        ran.out
    }

    /// Ids, in order, that a search finds.
    pub(crate) fn ids(&self, arguments: &[&str]) -> Vec<String> {
        let ran = self.run(&[&["search", "--format", "json", "-n", "1000"], arguments].concat());
        let answer: serde_json::Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("JSON: {ran:?}"));
        let hits = answer["hits"].as_array().expect("hits");
        hits.iter().map(|hit| hit["id"].as_str().expect("an id").to_owned()).collect()
    }
}

impl Ran {
    fn of(output: Output) -> Ran {
        Ran {
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
            status: output.status.code().unwrap_or(-1),
        }
    }

    /// Expects a status and a piece of what was said on stderr.
    pub(crate) fn says(&self, status: i32, piece: &str) {
        assert_eq!(self.status, status, "{self:?}");
        assert!(self.err.contains(piece), "`{piece}` in: {}", self.err);
    }
}

/// `byline` in a folder, without settings from outside.
pub(crate) fn byline(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_byline"));
    command.current_dir(folder).env_remove("BYLINE_INDEX").env("NO_COLOR", "1").env_remove("COLUMNS");
    command
}

/// The sample corpus of this repository.
pub(crate) fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be listed") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target)
        } else {
            fs::copy(&path, &target).map(drop).expect("the file can be copied")
        }
    }
}
