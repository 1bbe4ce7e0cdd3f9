//! Zip archives.
//!
//! In: the bytes of an archive. Out: its files in the order of its directory. Folders, links and bookkeeping are passed over.

use super::members::{MOST, Unpacked, is_bookkeeping};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The files of an archive, up to `budget` bytes together.
pub(super) fn unpack(bytes: &[u8], budget: u64) -> Unpacked {
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => return Unpacked::nothing(format!("zip cannot be opened: {}", error.to_string().to_lowercase())),
    };
    let mut unpacked = Unpacked::default();
    let mut left = budget;
    for number in 0..archive.len().min(MOST) {
        let mut file = match archive.by_index(number) {
            Ok(file) => file,
            Err(error) => {
                unpacked.notes.push(format!("member {}: {}", number + 1, error.to_string().to_lowercase()));
                continue;
            }
        };
        let name = file.name().map_or_else(|_| format!("{}", number + 1), |name| name.replace('\\', "/"));
        if file.is_dir() || file.is_symlink() || is_bookkeeping(&name) {
            continue;
        }
        let mut bytes = Vec::new();
        if file.by_ref().take(left + 1).read_to_end(&mut bytes).is_err() {
            unpacked.notes.push(format!("{name}: breaks off or is damaged; read up to there"));
        }
        if bytes.len() as u64 > left {
            unpacked.notes.push(format!("{name}: unpacks to more than is read; cut here"));
            break;
        }
        left -= bytes.len() as u64;
        unpacked.members.push((name, None, bytes));
    }
    unpacked
}

/// One file of an archive, for forms that are archives themselves (EPUB, DOCX); `None` where it has no such file. A file
/// of more than `limit` bytes is cut.
#[must_use]
pub fn entry(bytes: &[u8], name: &str, limit: u64) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let file = archive.by_name(name).ok()?;
    let mut out = Vec::new();
    file.take(limit).read_to_end(&mut out).ok()?;
    Some(out)
}

#[cfg(test)]
pub(crate) fn pack(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file(*name, stored).expect("memory");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

#[cfg(test)]
mod tests {
    use super::{entry, pack, unpack};

    #[test]
    fn files_come_out_in_order_and_bookkeeping_does_not() {
        let archive =
            pack(&[("b/x.html", b"<p>x"), ("__MACOSX/b/._x.html", b"y"), (".DS_Store", b"z"), ("../a.txt", b"a")]);
        let names: Vec<_> = unpack(&archive, 1 << 20).members.into_iter().map(|(name, _, _)| name).collect();
        assert_eq!(names, ["b/x.html"], "a name that climbs out is bookkeeping too");
        assert_eq!(entry(&archive, "b/x.html", 100).as_deref(), Some(&b"<p>x"[..]));
    }

    #[test]
    fn a_broken_archive_and_one_too_large_are_said() {
        assert!(!unpack(b"PK\x03\x04 broken", 100).notes.is_empty());
        let unpacked = unpack(&pack(&[("a", &[b'a'; 60]), ("b", &[b'b'; 60])]), 100);
        assert_eq!((unpacked.members.len(), unpacked.notes.len()), (1, 1));
    }
}
