//! The bytes of one file, with a cap on their number.
//!
//! In: a path and a limit. Out: the bytes, or one clear line why not. Opening containers is left to `members`.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Why a file's bytes cannot be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// The system refuses: its message, in small letters.
    Refused(String),
    /// It is larger than the limit.
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// A folder, a pipe, a socket, a device: opening one could wait for ever.
    NoFile,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Refused(reason) => f.write_str(reason),
            Unreadable::TooLarge { size, limit } => {
                write!(f, "{} MB, more than the limit of {} MB", megabytes(*size), megabytes(*limit))
            }
            Unreadable::NoFile => f.write_str("no regular file"),
        }
    }
}

impl std::error::Error for Unreadable {}

/// Reads a whole file of at most `limit` bytes.
///
/// # Errors
/// When it cannot be opened or read, is no regular file, or is larger.
pub fn load(path: &Path, limit: u64) -> Result<Vec<u8>, Unreadable> {
    let meta = fs::metadata(path).map_err(refused)?;
    if !meta.is_file() {
        return Err(Unreadable::NoFile);
    }
    if meta.len() > limit {
        return Err(Unreadable::TooLarge { size: meta.len(), limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
    // the file may grow while it is read
    File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes)).map_err(refused)?;
    let size = bytes.len() as u64;
    if size > limit { Err(Unreadable::TooLarge { size, limit }) } else { Ok(bytes) }
}

fn refused(error: io::Error) -> Unreadable {
    Unreadable::Refused(message_of(&error))
}

/// The system's message in byline's case, without its number.
pub(super) fn message_of(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => {
            let text = error.to_string().to_lowercase();
            text.split(" (os error").next().unwrap_or(&text).to_owned()
        }
    }
}

/// Whole megabytes, rounded up so that a file just past the limit does not look equal to it.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

#[cfg(test)]
mod tests {
    use super::{Unreadable, load};
    use std::path::Path;

    #[test]
    fn a_file_up_to_the_limit_is_read_and_a_larger_one_is_named_with_both_sizes() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x");
        std::fs::write(&path, vec![b'x'; 3_000_000]).expect("a file");
        assert_eq!(load(&path, 3_000_000).map(|bytes| bytes.len()), Ok(3_000_000));
        let message = load(&path, 2_000_000).map_err(|error| error.to_string());
        assert_eq!(message, Err("3 MB, more than the limit of 2 MB".to_owned()));
    }

    #[test]
    fn what_cannot_be_opened_is_said_in_small_letters() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(load(folder.path(), 10), Err(Unreadable::NoFile));
        let missing = load(Path::new("/no/such/file"), 10).map_err(|error| error.to_string());
        assert_eq!(missing, Err("no such file or folder".to_owned()));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_never_opened() {
        assert_eq!(load(Path::new("/dev/zero"), 10), Err(Unreadable::NoFile));
    }
}
