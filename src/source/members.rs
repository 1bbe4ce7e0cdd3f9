//! What one file holds: itself, or the files inside it.
//!
//! In: a file's shown path and its bytes. Out: its members, each with a path and bytes, and what was odd.
//! A container's member is shown as `container!member`; containers inside containers are opened too, up to a depth and a sum
//! of bytes. Each kind of container has a file of its own; this one only knows which. Names of members are shown and never
//! used as paths, so that none leads out of the archive.

use super::medium::{Medium, recognise};
use super::{gzip, mbox, mhtml, tarball, warc, zipped, zstd};

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

/// What a container's file takes out of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Unpacked {
    /// Name or number, address and bytes of each member.
    pub(super) members: Vec<(String, Option<String>, Vec<u8>)>,
    /// What was odd.
    pub(super) notes: Vec<String>,
}

impl Unpacked {
    /// One member and perhaps a note.
    pub(super) fn one(name: &str, bytes: Vec<u8>, note: Option<String>) -> Unpacked {
        Unpacked { members: vec![(name.to_owned(), None, bytes)], notes: note.into_iter().collect() }
    }

    /// Nothing, and why.
    pub(super) fn nothing(note: impl Into<String>) -> Unpacked {
        Unpacked { members: Vec::new(), notes: vec![note.into()] }
    }
}

/// Containers inside containers.
const DEEPEST: usize = 4;

/// Bytes that the members of one file may have together: an archive of pages is small, a bomb is not.
const TOTAL: u64 = 256 << 20;

/// Members that are taken from one file.
pub(super) const MOST: usize = 100_000;

/// Opens a file: an ordinary one is its own only member. All members have at most `limit` bytes together.
#[must_use]
pub fn members(path: &str, bytes: Vec<u8>, limit: u64) -> Opened {
    let mut opening = Opening { budget: limit.min(TOTAL), opened: Opened::default(), passed: 0 };
    opening.open(Member { path: path.to_owned(), url: None, bytes }, 0);
    if opening.passed > 0 {
        let (members, are) = if opening.passed == 1 { ("member", "is") } else { ("members", "are") };
        opening.opened.notes.push(format!("{} {members} {are} no text; left out", opening.passed));
    }
    opening.opened
}

struct Opening {
    budget: u64,
    opened: Opened,
    /// Pictures and other members without text.
    passed: usize,
}

impl Opening {
    fn open(&mut self, member: Member, depth: usize) {
        let Some(unpacked) = unpack(&member, self.budget) else { return self.keep(member, depth) };
        self.opened.notes.extend(unpacked.notes);
        if depth >= DEEPEST {
            return self
                .opened
                .notes
                .push(format!("{}: more containers inside one another than are opened", member.path));
        }
        for (name, url, bytes) in unpacked.members {
            let size = bytes.len() as u64;
            if size > self.budget {
                self.opened.notes.push(format!("{}: unpacks to more than is read; cut", member.path));
                break;
            }
            self.budget -= size;
            self.open(Member { path: format!("{}!{name}", member.path), url, bytes }, depth + 1);
        }
    }

    fn keep(&mut self, member: Member, depth: usize) {
        if recognise(&member.bytes) == Medium::Text && is_named_as_container(&member.path) {
            self.opened.notes.push("named as a container, but its content is none; read as text".to_owned());
        }
        if depth > 0 && matches!(recognise(&member.bytes), Medium::Binary | Medium::Empty) {
            self.passed += 1;
        } else {
            self.opened.members.push(member);
        }
    }
}

/// Whether the ending of a name promises a container.
fn is_named_as_container(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let promised = ["warc", "zip", "tar", "tgz", "gz", "zst", "mbox", "mht", "mhtml", "epub", "docx", "pdf"];
    ending.is_some_and(|ending| promised.contains(&ending.as_str()))
}

/// What a container holds; nothing where the member is no container.
fn unpack(member: &Member, budget: u64) -> Option<Unpacked> {
    let bytes = &member.bytes;
    Some(match recognise(bytes) {
        Medium::Gzip => gzip::unpack(bytes, &unpacked_name(&member.path), budget),
        Medium::Zstd => zstd::unpack(bytes, &unpacked_name(&member.path), budget),
        Medium::Zip => zipped::unpack(bytes, budget),
        Medium::Tar => tarball::unpack(bytes, budget),
        Medium::Warc => warc::unpack(bytes, budget),
        Medium::Mhtml => mhtml::unpack(bytes),
        Medium::Mbox => mbox::unpack(bytes),
        _ => return None,
    })
}

/// The name of a packed file without the ending that says it is packed.
fn unpacked_name(path: &str) -> String {
    let name = path.rsplit(['/', '!']).next().unwrap_or(path);
    let lower = name.to_ascii_lowercase();
    for (packed, plain) in [(".tgz", ".tar"), (".gz", ""), (".zst", ""), (".zstd", "")] {
        if lower.ends_with(packed) {
            return format!("{}{plain}", name.get(..name.len() - packed.len()).unwrap_or(name));
        }
    }
    name.to_owned()
}

/// Members of an archive that are its own bookkeeping: hidden ones, those of a Mac.
pub(super) fn is_bookkeeping(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX")
}

#[cfg(test)]
mod tests {
    use super::members;
    use crate::source::gzip::pack;

    fn paths(path: &str, bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
        members(path, bytes, 1 << 20).members.into_iter().map(|member| (member.path, member.bytes)).collect()
    }

    #[test]
    fn a_name_that_promises_a_container_is_no_container() {
        let opened = members("a/b.warc", b"hello world".to_vec(), 100);
        assert_eq!(opened.members.len(), 1);
        assert_eq!(opened.notes, ["named as a container, but its content is none; read as text"]);
        assert!(members("a/b.txt", b"hello world".to_vec(), 100).notes.is_empty());
    }

    #[test]
    fn an_ordinary_file_is_its_own_member() {
        assert_eq!(paths("a/b.txt", b"text".to_vec()), [("a/b.txt".to_owned(), b"text".to_vec())]);
    }

    #[test]
    fn a_packed_page_is_shown_with_its_own_name() {
        let packed = pack(b"<p>text");
        assert_eq!(paths("a/b.html.gz", packed.clone()), [("a/b.html.gz!b.html".to_owned(), b"<p>text".to_vec())]);
        let twice = pack(&packed);
        assert_eq!(paths("b.gz.gz", twice), [("b.gz.gz!b.gz!b".to_owned(), b"<p>text".to_vec())]);
    }

    #[test]
    fn what_is_packed_over_and_over_is_said_and_left() {
        let mut bytes = b"text".to_vec();
        for _ in 0..9 {
            bytes = pack(&bytes);
        }
        let opened = members("x.gz", bytes, 1 << 20);
        assert!(opened.members.is_empty());
        assert!(opened.notes.iter().any(|note| note.ends_with("than are opened")));
    }
}
