//! What can go wrong with an engine that is not the input's fault.
//!
//! In: errors of disk, tantivy and serde. Out: one type with a sentence each, and what to do about it as a hint.

use std::fmt;
use std::path::{Path, PathBuf};

/// A fault of the machine or of the index.
#[derive(Debug)]
pub enum Fault {
    /// There is no index in this folder.
    Missing(PathBuf),
    /// The folder holds something else; it is never overwritten.
    Foreign(PathBuf),
    /// The index was made by another version: folder, its version, the version that is read.
    OtherVersion(PathBuf, u32, u32),
    /// Another process writes the index.
    Busy(PathBuf),
    /// A file could not be read or written.
    Disk(PathBuf, std::io::Error),
    /// The index is damaged: folder, what was found.
    Damaged(PathBuf, String),
    /// A pattern inside a phrase or nearness stands for more words than this.
    TooManyWords(String, usize),
}

impl Fault {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Fault::Missing(_) => Some("`byline index PATH` makes one".to_owned()),
            Fault::Foreign(_) => Some("name an empty or new folder with --index".to_owned()),
            Fault::OtherVersion(folder, ..) => {
                Some(format!("remove {} and run `byline index` again", folder.display()))
            }
            Fault::Busy(_) => Some("wait until the other run has ended".to_owned()),
            Fault::Damaged(folder, _) => Some(format!("remove {} and run `byline index` again", folder.display())),
            Fault::TooManyWords(..) => Some("write more letters of the word".to_owned()),
            Fault::Disk(..) => None,
        }
    }

    pub(super) fn disk(path: &Path) -> impl FnOnce(std::io::Error) -> Fault {
        move |error| Fault::Disk(path.to_owned(), error)
    }

    pub(super) fn tantivy(folder: &Path) -> impl FnOnce(tantivy::TantivyError) -> Fault {
        move |error| match error {
            tantivy::TantivyError::LockFailure(..) => Fault::Busy(folder.to_owned()),
            tantivy::TantivyError::IoError(error) => {
                Fault::Disk(folder.to_owned(), std::io::Error::new(error.kind(), error.to_string()))
            }
            error => Fault::Damaged(folder.to_owned(), error.to_string()),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Missing(folder) => write!(f, "{}: no index here", folder.display()),
            Fault::Foreign(folder) => write!(f, "{}: not an index of byline, left as it is", folder.display()),
            Fault::OtherVersion(folder, is, reads) => {
                write!(f, "{}: index of version {is}, this byline reads version {reads}", folder.display())
            }
            Fault::Busy(folder) => write!(f, "{}: another byline is writing this index", folder.display()),
            Fault::Disk(path, error) => write!(f, "{}: {}", path.display(), said(error)),
            Fault::Damaged(folder, what) => write!(f, "{}: the index is damaged: {what}", folder.display()),
            Fault::TooManyWords(pattern, most) => {
                write!(
                    f,
                    "`{pattern}`: stands for more than {most} words of the index, which a phrase or nearness cannot hold"
                )
            }
        }
    }
}

/// The system's message in byline's case, without its number.
fn said(error: &std::io::Error) -> String {
    let text = error.to_string().to_lowercase();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}

impl std::error::Error for Fault {}
