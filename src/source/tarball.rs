//! Tar archives.
//!
//! In: the bytes of an archive. Out: its regular files in their order.

use super::members::{MOST, Unpacked, is_bookkeeping};
use std::io::Read;

/// The files of an archive, up to `budget` bytes together.
pub(super) fn unpack(bytes: &[u8], budget: u64) -> Unpacked {
    let mut unpacked = Unpacked::default();
    let mut archive = tar::Archive::new(bytes);
    let Ok(entries) = archive.entries() else { return Unpacked::nothing("tar cannot be opened") };
    let mut left = budget;
    for entry in entries.take(MOST) {
        let Ok(mut entry) = entry else {
            unpacked.notes.push("tar breaks off or is damaged; read up to there".to_owned());
            break;
        };
        let name = String::from_utf8_lossy(&entry.path_bytes()).trim_start_matches("./").to_owned();
        if !entry.header().entry_type().is_file() || is_bookkeeping(&name) {
            continue;
        }
        let mut bytes = Vec::new();
        if entry.by_ref().take(left + 1).read_to_end(&mut bytes).is_err() {
            unpacked.notes.push(format!("{name}: breaks off; read up to there"));
        }
        if bytes.len() as u64 > left {
            unpacked.notes.push(format!("{name}: more than is read; cut here"));
            break;
        }
        left -= bytes.len() as u64;
        unpacked.members.push((name, None, bytes));
    }
    unpacked
}

#[cfg(test)]
mod tests {
    use super::unpack;

    fn pack(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut builder = tar::Builder::new(Vec::new());
        for (name, bytes) in files {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_cksum();
            builder.append_data(&mut header, name, *bytes).expect("memory");
        }
        builder.into_inner().expect("memory")
    }

    #[test]
    fn files_come_out_in_order() {
        let archive = pack(&[("b/x.html", b"<p>x"), ("a.txt", b"a"), (".hidden", b"h")]);
        let names: Vec<_> = unpack(&archive, 1 << 20).members.into_iter().map(|(name, _, _)| name).collect();
        assert_eq!(names, ["b/x.html", "a.txt"]);
    }

    #[test]
    fn an_archive_that_breaks_off_is_read_up_to_there() {
        let archive = pack(&[("a.txt", &[b'a'; 600]), ("b.txt", &[b'b'; 600])]);
        let unpacked = unpack(archive.get(..1800).unwrap_or(&[]), 1 << 20);
        assert_eq!(unpacked.members.first().map(|(_, _, bytes)| bytes.len()), Some(600));
        assert!(!unpacked.notes.is_empty());
        assert_eq!(unpack(&archive, 700).members.len(), 1);
    }
}
