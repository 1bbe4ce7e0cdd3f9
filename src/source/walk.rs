//! The walk: every file below each PATH, in an order that is the same everywhere.
//!
//! In: PATHs, and folders to leave out. Out: files with the path that is shown, and what was skipped, each with its reason.
//!
//! Left out on purpose, and listed: hidden files and folders, indexes (the folders given, and any that bears byline's
//! mark), the side folder of a page saved "complete", links (what they point at is read where it lies), pipes, sockets and
//! devices, and the files that speak about a folder and are no statement themselves: `README.md`, `CATALOGUE.md`,
//! `aliases.tsv`. Reading the bytes is left to `load`.

use std::collections::HashSet;
use std::fmt;
use std::fs::{self, DirEntry, FileType, Metadata};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;

/// A file whose presence marks a folder as one of byline's indexes.
const MARK: &str = "byline.json";

/// Files about their folder.
const ABOUT_FOLDER: [&str; 3] = ["README.md", "CATALOGUE.md", "aliases.tsv"];

/// What browsers append to a page's name for the folder of its pictures and scripts, in the languages they speak.
const SIDE_ENDINGS: &[&str] = &[
    "_files",
    "-files",
    ".files",
    "_file",
    "-filer",
    "_filer",
    "_dateien",
    "-dateien",
    "_fichiers",
    "_bestanden",
    "_archivos",
    "_arquivos",
    "_ficheiros",
    "_fitxers",
    "_pliki",
    "_soubory",
    "_tiedostot",
    "_elemei",
    "_dosyalar",
    "_datoteke",
    "_fajlovi",
    "_failid",
    "_fails",
    "_bylos",
    "_fitxategiak",
];

/// What a walk found.
#[derive(Debug, Default)]
pub struct Walk {
    /// Files to read, PATH by PATH, within each by the path that is shown. A file below two PATHs stands once.
    pub found: Vec<Found>,
    /// What was left out, in the same order.
    pub skipped: Vec<Skipped>,
}

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Path below its PATH, `/` between the parts, bytes that are no UTF-8 as `\xNN`; the bare name for a PATH that is a file.
    pub shown: String,
    /// Where it lies.
    pub path: PathBuf,
    /// Size in bytes.
    pub size: u64,
    /// Time of the last change, nanoseconds since 1970; 0 where the system does not say.
    pub mtime: i64,
}

/// Something that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Its path, as in [`Found`]; a PATH that is missing stands as it was given.
    pub shown: String,
    /// The reason.
    pub why: Why,
}

/// Why something is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// A PATH that does not exist.
    Missing,
    /// The system refuses: its message.
    Unreadable(String),
    /// Its name begins with a full stop.
    Hidden,
    /// An index.
    Index,
    /// Pictures and scripts of a page saved "complete".
    SideFolder,
    /// A symbolic link.
    Link,
    /// A pipe, a socket, a device.
    Special,
    /// A file about its folder.
    AboutFolder,
}

impl Why {
    /// Whether it is a fault (of the command or the machine) rather than a choice.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        matches!(self, Why::Missing | Why::Unreadable(_))
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Why::Missing => "no such file or folder",
            Why::Unreadable(reason) => reason,
            Why::Hidden => "hidden",
            Why::Index => "an index",
            Why::SideFolder => "pictures and scripts of a saved page",
            Why::Link => "a link",
            Why::Special => "no regular file",
            Why::AboutFolder => "about its folder, no statement",
        })
    }
}

/// Every file below each PATH. `skip` are folders to leave out, such as the index itself.
#[must_use]
pub fn walk(paths: &[PathBuf], skip: &[PathBuf]) -> Walk {
    let skip = skip.iter().filter_map(|path| path.canonicalize().ok()).collect();
    let mut walker = Walker { skip, seen: HashSet::new(), walk: Walk::default() };
    for path in paths {
        let (found, skipped) = (walker.walk.found.len(), walker.walk.skipped.len());
        walker.root(path);
        if let Some(new) = walker.walk.found.get_mut(found..) {
            new.sort_by(|a, b| a.shown.cmp(&b.shown));
        }
        if let Some(new) = walker.walk.skipped.get_mut(skipped..) {
            new.sort_by(|a, b| a.shown.cmp(&b.shown));
        }
    }
    walker.walk
}

struct Walker {
    skip: HashSet<PathBuf>,
    /// Files taken, by their true path, so that overlapping PATHs give a file once.
    seen: HashSet<PathBuf>,
    walk: Walk,
}

impl Walker {
    fn root(&mut self, path: &Path) {
        let given = path.to_string_lossy().into_owned();
        let (real, meta) = match path.canonicalize().and_then(|real| Ok((real.clone(), fs::metadata(real)?))) {
            Ok(both) => both,
            Err(error) => return self.pass_over(given, why_of(&error)),
        };
        if meta.is_file() {
            let name = real.file_name().map(PathBuf::from).unwrap_or_default();
            self.file(shown(&name), real, &meta);
        } else if !meta.is_dir() {
            self.pass_over(given, Why::Special);
        } else if self.is_index(&real) {
            self.pass_over(given, Why::Index);
        } else {
            self.below(&real, &given);
        }
    }

    /// Folders wait on a list, not on the stack: a tree may be as deep as it likes. The root itself is shown as it was given.
    fn below(&mut self, root: &Path, given: &str) {
        let mut waiting = vec![root.to_owned()];
        while let Some(folder) = waiting.pop() {
            let entries = match fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
                Ok(entries) => entries,
                Err(error) => {
                    let shown = if folder == root { given.to_owned() } else { shown_below(root, &folder) };
                    self.pass_over(shown, why_of(&error));
                    continue;
                }
            };
            let pages = pages_of(&entries);
            for entry in &entries {
                self.entry(root, entry, &pages, &mut waiting);
            }
        }
    }

    fn entry(&mut self, root: &Path, entry: &DirEntry, pages: &HashSet<String>, waiting: &mut Vec<PathBuf>) {
        let path = entry.path();
        let shown = shown_below(root, &path);
        let name = entry.file_name().to_string_lossy().into_owned();
        let looked = entry.file_type().and_then(|kind| Ok((kind, entry.metadata()?)));
        let (kind, meta) = match looked {
            Ok(both) => both,
            Err(error) => return self.pass_over(shown, why_of(&error)),
        };
        match self.reason(&path, &name, kind, pages) {
            Some(why) => self.pass_over(shown, why),
            None if kind.is_dir() => waiting.push(path),
            None => self.file(shown, path, &meta),
        }
    }

    fn reason(&self, path: &Path, name: &str, kind: FileType, pages: &HashSet<String>) -> Option<Why> {
        if name.starts_with('.') {
            Some(Why::Hidden)
        } else if kind.is_symlink() {
            Some(Why::Link)
        } else if kind.is_dir() {
            if self.is_index(path) {
                return Some(Why::Index);
            }
            is_side_folder(name, pages).then_some(Why::SideFolder)
        } else if !kind.is_file() {
            Some(Why::Special)
        } else {
            ABOUT_FOLDER.contains(&name).then_some(Why::AboutFolder)
        }
    }

    fn is_index(&self, folder: &Path) -> bool {
        self.skip.contains(folder) || folder.join(MARK).is_file()
    }

    fn file(&mut self, shown: String, path: PathBuf, meta: &Metadata) {
        if self.seen.insert(path.clone()) {
            self.walk.found.push(Found { shown, path, size: meta.len(), mtime: nanoseconds(meta) });
        }
    }

    fn pass_over(&mut self, shown: String, why: Why) {
        self.walk.skipped.push(Skipped { shown, why });
    }
}

/// The names, without their ending and in small letters, of the pages in a folder.
fn pages_of(entries: &[DirEntry]) -> HashSet<String> {
    let names = entries.iter().map(|entry| entry.file_name().to_string_lossy().to_lowercase());
    let stems = names.filter_map(|name| {
        let (stem, ending) = name.rsplit_once('.')?;
        matches!(ending, "html" | "htm" | "xhtml" | "xht").then(|| stem.to_owned())
    });
    stems.collect()
}

fn is_side_folder(name: &str, pages: &HashSet<String>) -> bool {
    let name = name.to_lowercase();
    SIDE_ENDINGS.iter().any(|ending| name.strip_suffix(ending).is_some_and(|stem| pages.contains(stem)))
}

fn why_of(error: &io::Error) -> Why {
    match error.kind() {
        io::ErrorKind::NotFound => Why::Missing,
        _ => Why::Unreadable(super::load::message_of(error)),
    }
}

fn shown_below(root: &Path, path: &Path) -> String {
    shown(path.strip_prefix(root).unwrap_or(path))
}

/// A path with `/` between its parts and every byte that is no UTF-8 made visible.
fn shown(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(visible(name.as_encoded_bytes())),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}

fn visible(name: &[u8]) -> String {
    let mut out = String::with_capacity(name.len());
    for chunk in name.utf8_chunks() {
        out.push_str(chunk.valid());
        for byte in chunk.invalid() {
            out.push_str(&format!("\\x{byte:02x}"));
        }
    }
    out
}

fn nanoseconds(meta: &Metadata) -> i64 {
    let since = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| i64::try_from(since.as_nanos()).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Walk, Why, walk};
    use std::fs;
    use std::path::{Path, PathBuf};
    use tempfile::TempDir;

    /// A folder with these files; a name that ends in `/` is a folder.
    fn tree(names: &[&str]) -> TempDir {
        let root = tempfile::tempdir().expect("a folder");
        for name in names {
            let path = root.path().join(name);
            if name.ends_with('/') {
                fs::create_dir_all(path).expect("a folder");
            } else {
                fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
                fs::write(path, "text").expect("a file");
            }
        }
        root
    }

    fn of(root: &Path) -> Walk {
        walk(&[root.to_owned()], &[])
    }

    fn names(walk: &Walk) -> Vec<&str> {
        walk.found.iter().map(|found| found.shown.as_str()).collect()
    }

    fn reasons(walk: &Walk) -> Vec<(&str, &Why)> {
        walk.skipped.iter().map(|skipped| (skipped.shown.as_str(), &skipped.why)).collect()
    }

    #[test]
    fn files_come_by_the_path_that_is_shown() {
        let root = tree(&["b/z.txt", "b/a.txt", "a.html", "b.txt", "empty/"]);
        let walk = of(root.path());
        assert_eq!(names(&walk), ["a.html", "b.txt", "b/a.txt", "b/z.txt"]);
        let first = walk.found.first().expect("a file");
        assert_eq!(first.size, 4);
        assert!(first.mtime > 0);
        assert!(walk.skipped.is_empty());
    }

    #[test]
    fn a_path_that_is_a_file_is_shown_by_its_name() {
        let root = tree(&["deep/page.txt"]);
        assert_eq!(names(&of(&root.path().join("deep/page.txt"))), ["page.txt"]);
    }

    #[test]
    fn a_file_below_two_paths_stands_once() {
        let root = tree(&["a/x.txt", "y.txt"]);
        let both = walk(&[root.path().join("a"), root.path().to_owned()], &[]);
        assert_eq!(names(&both), ["x.txt", "y.txt"]);
    }

    #[test]
    fn a_missing_path_is_a_fault_and_the_others_are_walked() {
        let root = tree(&["x.txt"]);
        let walk = walk(&[root.path().join("none"), root.path().to_owned()], &[]);
        assert_eq!(names(&walk), ["x.txt"]);
        let missing = walk.skipped.first().expect("one");
        assert!(missing.why.is_fault() && missing.why == Why::Missing);
        assert_eq!(missing.why.to_string(), "no such file or folder");
    }

    #[test]
    fn hidden_files_indexes_and_files_about_the_folder_are_left_out() {
        let root =
            tree(&[".git/x", ".x.txt", "ix/byline.json", "ix/seg", "own/seg", "README.md", "s/CATALOGUE.md", "t.md"]);
        let walk = walk(&[root.path().to_owned()], &[root.path().join("own"), PathBuf::from("/no/such")]);
        assert_eq!(names(&walk), ["t.md"]);
        assert_eq!(
            reasons(&walk),
            [
                (".git", &Why::Hidden),
                (".x.txt", &Why::Hidden),
                ("README.md", &Why::AboutFolder),
                ("ix", &Why::Index),
                ("own", &Why::Index),
                ("s/CATALOGUE.md", &Why::AboutFolder),
            ]
        );
        let itself = of(&root.path().join("ix"));
        assert!(itself.found.is_empty() && itself.skipped.iter().all(|skipped| skipped.why == Why::Index));
    }

    #[test]
    fn the_side_folder_of_a_saved_page_is_left_out_and_a_like_named_one_is_not() {
        let root = tree(&["A page.htm", "A page_files/ad.html", "B.html", "B-Dateien/x.js", "C_files/c.html"]);
        let walk = of(root.path());
        assert_eq!(names(&walk), ["A page.htm", "B.html", "C_files/c.html"]);
        assert!(walk.skipped.iter().all(|skipped| skipped.why == Why::SideFolder));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed_and_pipes_are_not_opened() {
        let root = tree(&["a/x.txt"]);
        let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, root.path().join(name)).expect("a link");
        link(root.path(), "a/loop");
        link(Path::new("/etc"), "out");
        link(Path::new("nowhere"), "dangling");
        std::os::unix::net::UnixListener::bind(root.path().join("socket")).expect("a socket");
        let walk = of(root.path());
        assert_eq!(names(&walk), ["a/x.txt"]);
        let expected =
            [("a/loop", &Why::Link), ("dangling", &Why::Link), ("out", &Why::Link), ("socket", &Why::Special)];
        assert_eq!(reasons(&walk), expected);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn bytes_that_are_no_text_are_made_visible_in_the_path() {
        use std::os::unix::ffi::OsStrExt;
        let root = tree(&[]);
        let name = std::ffi::OsStr::from_bytes(b"caf\xe9.txt");
        fs::write(root.path().join(name), "x").expect("a file");
        assert_eq!(names(&of(root.path())), ["caf\\xe9.txt"]);
    }

    #[test]
    fn a_tree_may_be_very_deep() {
        let deep = "d/".repeat(300) + "x.txt";
        let root = tree(&[&deep]);
        assert_eq!(names(&of(root.path())), [deep]);
    }
}
