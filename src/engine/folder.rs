//! The folder of an index: whether there is one, whether it is ours, and of which version.
//!
//! In: a path. Out: an opened or new folder, or the fault that stands against it. What lies inside is left to `index` and `writer`.
//!
//! ```text
//!  index/
//!    byline.json        the mark: {"byline": "index", "format": 1}
//!    sources-N.jsonl    what was read when; the commit names N
//!    statements/        the tantivy index
//! ```

use super::cutter::{self, Cutter};
use super::fault::Fault;
use super::schema::{FORMAT, Fields};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use tantivy::TantivyError;

/// Name of the file that marks a folder as an index of byline.
pub const MARK: &str = "byline.json";

/// Name of the folder of the tantivy index.
const STATEMENTS: &str = "statements";

/// What the mark says.
#[derive(Serialize, Deserialize)]
struct Mark {
    byline: String,
    format: u32,
}

/// An index's folder of the version that this byline reads.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The index in this folder.
    ///
    /// # Errors
    /// [`Fault::Missing`] where there is nothing, [`Fault::Foreign`] where something else lies, [`Fault::OtherVersion`].
    pub fn open(root: &Path) -> Result<Folder, Fault> {
        if is_vacant(root)? {
            return Err(Fault::Missing(root.to_owned()));
        }
        let path = root.join(MARK);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(Fault::Foreign(root.to_owned())),
            Err(error) => return Err(Fault::Disk(path, error)),
        };
        let mark: Mark = serde_json::from_slice(&bytes).map_err(|_| Fault::Foreign(root.to_owned()))?;
        if mark.byline != "index" {
            return Err(Fault::Foreign(root.to_owned()));
        }
        if mark.format != FORMAT {
            return Err(Fault::OtherVersion(root.to_owned(), mark.format, FORMAT));
        }
        Ok(Folder { root: root.to_owned() })
    }

    /// The index in this folder, made new where there is none.
    ///
    /// # Errors
    /// As for [`Folder::open`], and when the folder cannot be written.
    pub fn open_or_create(root: &Path) -> Result<Folder, Fault> {
        match Folder::open(root) {
            Err(Fault::Missing(_)) => Folder::create(root),
            other => other,
        }
    }

    fn create(root: &Path) -> Result<Folder, Fault> {
        let folder = Folder { root: root.to_owned() };
        fs::create_dir_all(root).map_err(Fault::disk(root))?;
        // the mark comes first: a creation that was cut short is ours, and is completed by `tantivy`
        let mark = Mark { byline: "index".to_owned(), format: FORMAT };
        let text = serde_json::to_vec(&mark).map_err(|error| Fault::Damaged(root.to_owned(), error.to_string()))?;
        let path = root.join(MARK);
        fs::write(&path, text).map_err(Fault::disk(&path))?;
        folder.tantivy()?;
        Ok(folder)
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether no run has committed anything yet: the first one is at work, or was cut short.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        let metas = || tantivy::Index::open_in_dir(self.statements())?.load_metas();
        // what cannot be read is damaged, and is told by whoever opens it
        !self.statements().join("meta.json").exists() || metas().is_ok_and(|metas| metas.payload.is_none())
    }

    pub(super) fn statements(&self) -> PathBuf {
        self.root.join(STATEMENTS)
    }

    pub(super) fn sources(&self, number: u64) -> PathBuf {
        self.root.join(format!("sources-{number}.jsonl"))
    }

    pub(super) fn tantivy(&self) -> Result<tantivy::Index, Fault> {
        let index = self.open_or_create_tantivy()?;
        index.tokenizers().register(cutter::NAME, Cutter::default());
        Ok(index)
    }

    fn open_or_create_tantivy(&self) -> Result<tantivy::Index, Fault> {
        let statements = self.statements();
        if statements.join("meta.json").exists() {
            return tantivy::Index::open_in_dir(statements).map_err(Fault::tantivy(&self.root));
        }
        fs::create_dir_all(&statements).map_err(Fault::disk(&statements))?;
        let (schema, _) = Fields::build();
        match tantivy::Index::create_in_dir(&statements, schema) {
            // another byline was quicker
            Err(TantivyError::IndexAlreadyExists) => tantivy::Index::open_in_dir(statements),
            created => created,
        }
        .map_err(Fault::tantivy(&self.root))
    }

    /// Bytes of everything in the folder.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn bytes(&self) -> Result<u64, Fault> {
        let mut bytes = 0;
        for folder in [self.root.clone(), self.statements()] {
            for entry in fs::read_dir(&folder).map_err(Fault::disk(&folder))? {
                let entry = entry.map_err(Fault::disk(&folder))?;
                bytes += entry.metadata().ok().filter(fs::Metadata::is_file).map_or(0, |meta| meta.len());
            }
        }
        Ok(bytes)
    }
}

/// Whether nothing lies there: no folder, an empty one, or one that a byline has only begun to make.
fn is_vacant(root: &Path) -> Result<bool, Fault> {
    let entries = match fs::read_dir(root) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => return Err(Fault::Foreign(root.to_owned())),
        Err(error) => return Err(Fault::Disk(root.to_owned(), error)),
    };
    let (mut is_empty, mut is_ours) = (true, true);
    for entry in entries {
        let name = entry.map_err(Fault::disk(root))?.file_name();
        is_empty = false;
        is_ours &= name == MARK || name == STATEMENTS;
    }
    // the mark is made first and filled at once: an empty one is all that a creation cut short leaves
    let is_begun = is_ours && fs::metadata(root.join(MARK)).is_ok_and(|mark| mark.len() == 0);
    Ok(is_empty || is_begun)
}
