//! What a run did, as a value that is shown.
//!
//! In: what changed, what was read, what was written. Out: counts, and every source that was skipped or is odd.

use super::changes::Changes;
use super::gather::{Gathered, State};
use super::settle::Work;
use crate::engine::Sources;
use crate::source::{Unreadable, Why};
use serde::Serialize;

/// What a run did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Report {
    /// Sources in the index after the run.
    pub sources: usize,
    /// Sources that were read in this run.
    pub read: usize,
    /// Sources that had not changed.
    pub unchanged: usize,
    /// Sources that are gone since the last run.
    pub gone: usize,
    /// Articles that were read.
    pub articles: usize,
    /// Comments and pingbacks that were read.
    pub comments: usize,
    /// Statements that were written, new or changed.
    pub written: usize,
    /// Statements that were removed.
    pub removed: usize,
    /// Sources that gave no statement, or were odd, each with the reason.
    pub troubles: Vec<Trouble>,
    /// Whether the index changed.
    pub changed: bool,
    /// A fault of the command or the machine: a missing PATH, a file that the system refuses.
    pub faulty: bool,
}

/// A source that was skipped, or is odd.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trouble {
    /// Its path.
    pub path: String,
    /// What.
    pub message: String,
    /// Whether it gave no statement at all.
    pub skipped: bool,
}

pub(super) fn report(changes: &Changes, gathered: &[Gathered], work: &Work, sources: &Sources) -> Report {
    let mut troubles = Vec::new();
    for skipped in changes.skipped.iter().filter(|skipped| is_told(&skipped.why)) {
        troubles.push(trouble(&skipped.shown, &skipped.why.to_string(), true));
    }
    for source in gathered {
        if let State::Refused(why) = &source.state {
            troubles.push(trouble(&source.source.path, &why.to_string(), true));
        }
        if source.state == State::Read {
            let skipped = source.source.claims.is_empty();
            troubles.extend(source.source.notes.iter().map(|note| trouble(&source.source.path, note, skipped)));
        }
    }
    let read = gathered.iter().filter(|source| source.state == State::Read && !source.source.claims.is_empty()).count();
    let refused = gathered.iter().any(|source| matches!(source.state, State::Refused(Unreadable::Refused(_))));
    Report {
        sources: sources.by_key.len(),
        read,
        unchanged: sources.by_key.len().saturating_sub(gathered.iter().filter(|s| s.is_replacing()).count()),
        gone: changes.gone.len(),
        articles: work.read.0,
        comments: work.read.1,
        written: work.changed.len(),
        removed: work.gone.len(),
        troubles,
        changed: !work.changed.is_empty() || !work.gone.is_empty(),
        faulty: refused || changes.skipped.iter().any(|skipped| skipped.why.is_fault()),
    }
}

/// Choices that hold for every corpus are not told one by one.
fn is_told(why: &Why) -> bool {
    !matches!(why, Why::Hidden | Why::Index | Why::SideFolder | Why::AboutFolder)
}

fn trouble(path: &str, message: &str, skipped: bool) -> Trouble {
    Trouble { path: path.to_owned(), message: message.to_owned(), skipped }
}
