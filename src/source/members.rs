//! What one file holds: itself, or the files inside it.
//!
//! In: a file's shown path and its bytes. Out: its members, each with a path and bytes, and what was odd.
//! A container's member is shown as `container!member`. Each container has a file of its own; this one only knows which.

use super::gzip;
use super::medium::{Medium, recognise};

/// A file, or a file inside a container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Path that is shown: that of the file, inside a container followed by `!` and the member's name or number.
    pub path: String,
    /// Address it was saved from, where the container states it.
    pub url: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The members of a file, and what was odd on opening it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// Members in the order of the container; one for an ordinary file.
    pub members: Vec<Member>,
    /// What was odd, in small letters and without a full stop.
    pub notes: Vec<String>,
}

/// Opens a file: an ordinary one is its own only member. Each member has at most `limit` bytes.
#[must_use]
pub fn members(path: &str, bytes: Vec<u8>, limit: u64) -> Opened {
    match recognise(&bytes) {
        Medium::Gzip => {
            let (inner, note) = gzip::unpack(&bytes, limit);
            let member = Member { path: format!("{path}!{}", unpacked_name(path)), url: None, bytes: inner };
            Opened { members: vec![member], notes: note.into_iter().collect() }
        }
        _ => Opened { members: vec![Member { path: path.to_owned(), url: None, bytes }], notes: Vec::new() },
    }
}

/// The name of a packed file without the ending that says it is packed.
fn unpacked_name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".gz").or_else(|| name.strip_suffix(".GZ")).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::members;
    use crate::source::gzip::pack;

    #[test]
    fn an_ordinary_file_is_its_own_member() {
        let opened = members("a/b.txt", b"text".to_vec(), 100);
        assert_eq!(opened.members.len(), 1);
        assert!(opened.members.iter().all(|member| member.path == "a/b.txt" && member.bytes == b"text"));
    }

    #[test]
    fn a_packed_page_is_shown_with_its_own_name() {
        let opened = members("a/b.html.gz", pack(b"<p>text"), 100);
        assert!(opened.members.iter().all(|member| member.path == "a/b.html.gz!b.html" && member.bytes == b"<p>text"));
        assert!(opened.notes.is_empty());
    }
}
