//! The list of sources that an index was made from, so that a second run reads only what changed.
//!
//! In: what `ingest` learned of each source. Out: a file of JSON lines beside the statements; the commit names the
//! file that belongs to it, so that list and statements change together.

use super::fault::Fault;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

/// One source: a file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Path below the PATH that was given, `/` between its parts.
    pub path: String,
    /// Where it lies, from the root of the file system.
    pub location: String,
    /// Size in bytes.
    pub size: u64,
    /// Time of the last change, nanoseconds since 1970.
    pub changed: i64,
    /// Fingerprint of its bytes.
    pub fingerprint: String,
    /// Version of byline and mark of the model that read it: others may find more in the same bytes, and are not mixed.
    pub read_by: String,
    /// Ids that it brings or derives for its articles and flat comments, in order, before two sources were told apart.
    pub claims: Vec<String>,
    /// What was odd.
    pub notes: Vec<String>,
}

impl Source {
    /// The key under which its statements are kept; keys order by path.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}\u{0}{}", self.path, self.location)
    }
}

/// All sources of an index by their key, which orders them by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// The sources.
    pub by_key: BTreeMap<String, Source>,
}

impl Sources {
    /// Adds or replaces a source.
    pub fn put(&mut self, source: Source) {
        self.by_key.insert(source.key(), source);
    }

    pub(super) fn read(path: &Path) -> Result<Sources, Fault> {
        let text = fs::read_to_string(path).map_err(Fault::disk(path))?;
        let mut sources = Sources::default();
        for line in text.lines() {
            let source =
                serde_json::from_str(line).map_err(|error| Fault::Damaged(path.to_owned(), error.to_string()))?;
            sources.put(source);
        }
        Ok(sources)
    }

    /// Writes the list and makes sure that it is on the disk.
    pub(super) fn write(&self, path: &Path) -> Result<(), Fault> {
        let file = fs::File::create(path).map_err(Fault::disk(path))?;
        let mut out = BufWriter::new(file);
        for source in self.by_key.values() {
            serde_json::to_writer(&mut out, source).map_err(|error| Fault::Disk(path.to_owned(), error.into()))?;
            out.write_all(b"\n").map_err(Fault::disk(path))?;
        }
        let file = out.into_inner().map_err(|error| Fault::Disk(path.to_owned(), error.into_error()))?;
        file.sync_all().map_err(Fault::disk(path))
    }
}
