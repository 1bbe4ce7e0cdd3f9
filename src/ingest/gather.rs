//! One source after the other: loaded, opened, read and enriched.
//!
//! In: a file, or bytes. Out: records with the findings for each, and notes. Ids are left to `claims`, threads to `settle`.

use super::changes::ToRead;
use super::claims::claims_of;
use crate::article::{Article, Comment, Finding, Item, fingerprint};
use crate::engine::Source;
use crate::enrich;
use crate::read::{self, Input};
use crate::source::{Unreadable, load, members};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Largest file, in bytes.
pub const LIMIT: u64 = 512 << 20;
/// Largest member of a container, in bytes: a few packed bytes must not fill the memory.
const MEMBER_LIMIT: u64 = 128 << 20;

/// What was made of one item of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Extracted {
    /// An article with its comments, or a flat comment.
    pub outcome: Outcome,
    /// Whether its record brought entities, so that they are kept as they are.
    pub entities_given: bool,
    /// Why each field is what it is.
    pub findings: Vec<Finding>,
}

/// An article with its comments, or a flat comment.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// An article.
    Article(Box<Article>),
    /// A comment whose `parent` is the id of its article or of the comment that it answers.
    Comment(Box<Comment>),
}

/// A source after reading.
pub(super) struct Gathered {
    pub(super) source: Source,
    pub(super) items: Vec<Extracted>,
    pub(super) state: State,
}

/// How reading a source ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It was read; its statements replace those of the last run.
    Read,
    /// Its bytes are those of the last run.
    Same,
    /// It could not be opened; what was indexed of it stays.
    Refused(Unreadable),
}

impl Gathered {
    /// Whether its statements replace those of the last run.
    pub(super) fn is_replacing(&self) -> bool {
        self.state == State::Read
    }

    /// Whether it belongs into the list of sources: one that could never be opened is tried again.
    pub(super) fn is_listed(&self) -> bool {
        !self.source.fingerprint.is_empty()
    }
}

/// Loads and reads one source.
pub(super) fn gather(to_read: &ToRead) -> Gathered {
    let mut source = to_read.source.clone();
    let bytes = match load(&to_read.file, LIMIT) {
        Ok(bytes) => bytes,
        Err(unreadable) => {
            let kept = to_read.known.clone().unwrap_or(source);
            return Gathered { source: kept, items: Vec::new(), state: State::Refused(unreadable) };
        }
    };
    source.fingerprint = fingerprint(&bytes);
    if let Some(known) = to_read.known.as_ref().filter(|known| known.fingerprint == source.fingerprint) {
        let same = Source { size: source.size, changed: source.changed, ..known.clone() };
        return Gathered { source: same, items: Vec::new(), state: State::Same };
    }
    let (items, notes) = extract_bytes(&source.path, None, bytes);
    source.notes = notes;
    source.claims = claims_of(&items);
    Gathered { source, items, state: State::Read }
}

/// Reads one file without any index.
///
/// # Errors
/// When it cannot be opened.
pub fn extract(file: &Path, shown: &str, url: Option<&str>) -> Result<(Vec<Extracted>, Vec<String>), Unreadable> {
    Ok(extract_bytes(shown, url, load(file, LIMIT)?))
}

/// Reads the bytes of one file: its items, and notes about the file.
#[must_use]
pub fn extract_bytes(path: &str, url: Option<&str>, bytes: Vec<u8>) -> (Vec<Extracted>, Vec<String>) {
    let opened = members(path, bytes, MEMBER_LIMIT);
    let mut items = Vec::new();
    let mut notes = opened.notes;
    for member in &opened.members {
        let input = Input { path: &member.path, url: url.or(member.url.as_deref()), bytes: &member.bytes };
        // a reader that fails on one page must not end the run
        match catch_unwind(AssertUnwindSafe(|| read_one(input))) {
            Ok((read, mut odd)) => {
                items.extend(read);
                notes.append(&mut odd);
            }
            Err(_) => notes.push("reading failed on this page".to_owned()),
        }
    }
    (items, notes)
}

fn read_one(input: Input<'_>) -> (Vec<Extracted>, Vec<String>) {
    let reading = read::read(input);
    let items = reading.items.into_iter().map(|item| decide(item, input.path)).collect();
    (items, reading.notes.iter().map(ToString::to_string).collect())
}

fn decide(item: Item, path: &str) -> Extracted {
    match item {
        Item::Page(draft) => {
            let path = draft.item.as_ref().map_or_else(|| path.to_owned(), |item| format!("{path}!{item}"));
            let (article, findings) = enrich::article(&draft, &path);
            Extracted { outcome: Outcome::Article(Box::new(article)), entities_given: false, findings }
        }
        Item::Article(mut article) => {
            let entities_given = !article.entities.is_empty();
            if article.path.is_empty() {
                path.clone_into(&mut article.path);
            }
            enrich::record(&mut article);
            Extracted { outcome: Outcome::Article(article), entities_given, findings: Vec::new() }
        }
        Item::Comment(mut comment) => {
            let entities_given = !comment.entities.is_empty();
            enrich::comment(&mut comment, &[]);
            Extracted { outcome: Outcome::Comment(comment), entities_given, findings: Vec::new() }
        }
    }
}
