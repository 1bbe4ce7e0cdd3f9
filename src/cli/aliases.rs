//! `aliases.tsv`: the user's decisions on names, read for every question and added to by `entities --review`.
//!
//! In: where the index lies. Out: decisions; lines that cannot be read are told on stderr and the others hold. New decisions
//! are appended, so that what stands in the file stays as it is.
//!
//! ```text
//!  ./index          the index
//!  ./aliases.tsv    read first; new decisions go here
//!  ./corpus/aliases.tsv   read next; new decisions go here where only this one exists
//! ```

use super::index::CORPUS;
use super::settings::Settings;
use super::stop::Stop;
use crate::article::Aliases;
use crate::show::{self, Paper};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write, stderr};
use std::path::{Path, PathBuf};

/// Name of the file.
const FILE: &str = "aliases.tsv";

/// What the file says, for `byline help aliases`.
pub(super) const HELP: &str = "\
Decisions on names stand in aliases.tsv, one a line, its fields parted by tabs:
  person  Xi Jinping    Xi  习近平       one person, shown as the first name
  org     Lake Post     The Lake Post    one organisation; place likewise
  not     God Bless                      no name at all: neither found nor counted
  apart   Bill Clinton  Hillary Clinton  two, whatever else is decided
  # a remark

The file lies beside the index (./aliases.tsv for ./index), or in the folder
corpus beside it, or where --aliases FILE says. Where both are there, both are
read, and the first has the last word. Keep it in version control.

Decisions hold at once, for every search, count and list; no index is made
anew. Authors are not joined: two readers who sign as Xi stay two.
A line that cannot be read is told by its number, and the others hold.

`byline entities --review` lists names that are probably one:
  byline entities --review
  byline entities --review --dry-run
On a terminal it asks, and appends what is decided to the file.
";

/// The decisions that hold for the index.
pub(super) fn read(settings: &Settings) -> Result<Aliases, Stop> {
    let mut aliases = Aliases::default();
    let mut err = stderr();
    let mut told = Paper::new(&mut err, settings.err);
    for path in files(settings) {
        let Some(text) = text(&path, settings.named_aliases.is_some())? else { continue };
        for note in aliases.add(&text) {
            told.line(&show::harmless(&format!("{}: {note}", path.display())))?;
        }
    }
    Ok(aliases)
}

/// Appends decisions, a line each, behind what stands in the file.
pub(super) fn append(lines: &[String], settings: &Settings) -> Result<PathBuf, Stop> {
    let path = target(settings);
    let before = text(&path, false)?.unwrap_or_default();
    let mut added = String::new();
    if !before.is_empty() && !before.ends_with('\n') {
        added.push('\n');
    }
    lines.iter().for_each(|line| added.extend([line.as_str(), "\n"]));
    let file = OpenOptions::new().create(true).append(true).open(&path);
    file.and_then(|mut file| file.write_all(added.as_bytes())).map_err(trouble(&path))?;
    Ok(path)
}

/// Where new decisions go.
pub(super) fn target(settings: &Settings) -> PathBuf {
    let files = files(settings);
    let existing = files.iter().find(|path| path.is_file()).or(files.first());
    existing.cloned().unwrap_or_else(|| PathBuf::from(FILE))
}

/// The files that may hold decisions; the first has the last word.
fn files(settings: &Settings) -> Vec<PathBuf> {
    if let Some(named) = &settings.named_aliases {
        return vec![named.clone()];
    }
    let beside = settings.index_root().with_file_name(FILE);
    let corpus = beside.with_file_name(CORPUS).join(FILE);
    vec![beside, corpus]
}

fn text(path: &Path, named: bool) -> Result<Option<String>, Stop> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound && !named => Ok(None),
        Err(error) => Err(trouble(path)(error)),
    }
}

fn trouble(path: &Path) -> impl Fn(std::io::Error) -> Stop + '_ {
    move |error| Stop::Said(format!("{}: {error}", path.display()), None)
}
