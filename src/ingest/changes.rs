//! What changed since the last run.
//!
//! In: the PATHs and the list of sources of the last commit. Out: sources to read, to keep and to drop. A source whose
//! size and time are the same is kept unread; one that is read after all and has the same fingerprint is kept too.

use super::gather::Gathered;
use crate::engine::{Source, Sources};
use crate::source::{Skipped, Walk, Why, walk};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A source to be read.
#[derive(Debug, Clone)]
pub(super) struct ToRead {
    pub(super) source: Source,
    /// Where it lies; its listed location is only text.
    pub(super) file: PathBuf,
    /// Its fingerprint in the last run; one of the same is not read again.
    pub(super) known: Option<Source>,
}

/// What a run has to do.
pub(super) struct Changes {
    pub(super) read: Vec<ToRead>,
    pub(super) skipped: Vec<Skipped>,
    /// Keys of sources that are gone.
    pub(super) gone: BTreeSet<String>,
    /// Files seen in this run by their key, for reading one again.
    files: BTreeMap<String, PathBuf>,
    /// Keys of sources that are to be read.
    reading: BTreeSet<String>,
}

impl Changes {
    /// Compares what lies below `paths` with the list; `index` is left out. What another version read, and with `again`
    /// everything, counts as unknown.
    pub(super) fn find(paths: &[PathBuf], index: &Path, before: &Sources, again: bool) -> Changes {
        let Walk { found, skipped } = walk(paths, &[index.to_owned()]);
        let mut changes = Changes {
            read: Vec::new(),
            skipped,
            gone: BTreeSet::new(),
            files: BTreeMap::new(),
            reading: BTreeSet::new(),
        };
        for file in found {
            let source = Source::unread(&file);
            let key = source.key();
            changes.files.insert(key.clone(), file.path.clone());
            let known = before.by_key.get(&key).filter(|known| !again && known.read_by == source.read_by);
            let same = known.is_some_and(|known| known.size == source.size && known.changed == source.changed);
            if !same {
                changes.reading.insert(key);
                changes.read.push(ToRead { source, file: file.path, known: known.cloned() });
            }
        }
        changes.gone = changes.gone(paths, before);
        changes
    }

    /// Listed sources below one of the PATHs that were not found. What the system refuses to show is not gone, and
    /// below a PATH that is missing, or refused itself, nothing is.
    fn gone(&self, paths: &[PathBuf], before: &Sources) -> BTreeSet<String> {
        let shown = paths.iter().filter(|path| !self.refused().any(|refused| *refused == path.to_string_lossy()));
        let real = shown.filter_map(|path| path.canonicalize().ok());
        // locations are listed as text, whatever bytes their names have
        let roots: Vec<PathBuf> = real.map(|root| PathBuf::from(root.to_string_lossy().into_owned())).collect();
        let unseen = before.by_key.iter().filter(|(key, _)| !self.files.contains_key(*key));
        let below = unseen.filter(|(_, source)| roots.iter().any(|root| Path::new(&source.location).starts_with(root)));
        below.filter(|(_, source)| !self.is_refused(source)).map(|(key, _)| key.clone()).collect()
    }

    fn is_refused(&self, source: &Source) -> bool {
        self.refused().any(|shown| source.path == *shown || source.path.starts_with(&format!("{shown}/")))
    }

    /// What the system refuses to show, as it is shown.
    fn refused(&self) -> impl Iterator<Item = &String> {
        let refused = self.skipped.iter().filter(|skipped| matches!(skipped.why, Why::Unreadable(_)));
        refused.map(|skipped| &skipped.shown)
    }

    /// Sources of the last run that stay as they are.
    pub(super) fn kept<'a>(&self, before: &'a Sources) -> Vec<&'a Source> {
        let stays = |key: &String| !self.gone.contains(key) && !self.reading.contains(key);
        before.by_key.iter().filter(|(key, _)| stays(key)).map(|(_, source)| source).collect()
    }

    /// Takes unchanged sources up again, because an id of theirs now belongs to another source, or to them again.
    pub(super) fn read_again(&mut self, sources: Vec<Source>) -> Vec<ToRead> {
        let mut more = Vec::new();
        for source in sources {
            let key = source.key();
            let file = self.files.get(&key).cloned().unwrap_or_else(|| PathBuf::from(&source.location));
            self.reading.insert(key);
            more.push(ToRead { source, file, known: None });
        }
        more
    }

    /// Keys of sources whose statements are replaced or dropped.
    pub(super) fn replaced(&self, gathered: &[Gathered]) -> BTreeSet<String> {
        let read = gathered.iter().filter(|gathered| gathered.is_replacing()).map(|gathered| gathered.source.key());
        read.chain(self.gone.iter().cloned()).collect()
    }
}
