//! Bytes to drafts: one file a form, behind the [`Reader`] trait, chosen by content before name.
//!
//! In: the bytes of a source. Out: items (drafts with clues, or records). Who wrote it is left to `enrich`.

#![deny(clippy::indexing_slicing)]

mod charset;
mod discussion;
mod docx;
mod epub;
mod feed;
mod html;
mod mail;
mod markdown;
mod pdf;
mod print;
mod records;
mod staticman;
mod typeset;
mod xml;

pub use discussion::Discussion;
pub use docx::Docx;
pub use epub::Epub;
pub use feed::Feed;
pub use html::Html;
pub use mail::Mail;
pub use markdown::Markdown;
pub use pdf::Pdf;
pub use print::Print;
pub use records::Records;
pub use staticman::Staticman;

use crate::article::{Item, Note};
use crate::source::{Medium, recognise};

/// The readers, in the order in which they are asked.
static READERS: [&dyn Reader; 11] =
    [&Pdf, &Epub, &Docx, &Mail, &Staticman, &Feed, &Discussion, &Records, &Html, &Markdown, &Print];

/// From here on a reader is certain, and the others are not asked.
const CERTAIN: f32 = 0.95;

/// The bytes of one source, and what is known of them before they are read.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// Path below the PATH that was indexed, `/` between its parts, inside a container followed by `!` and the item.
    pub path: &'a str,
    /// Address that the page was saved from, where it is known.
    pub url: Option<&'a str>,
    /// The bytes.
    pub bytes: &'a [u8],
}

impl Input<'_> {
    /// Whether the name ends in one of these, given in small letters and without the full stop.
    #[must_use]
    pub fn ends_in(&self, endings: &[&str]) -> bool {
        let ending = self.path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        ending.is_some_and(|ending| endings.contains(&ending.as_str()))
    }
}

/// What a reader made of a source.
#[derive(Debug, Default, PartialEq)]
pub struct Reading {
    /// Items in the order of the source.
    pub items: Vec<Item>,
    /// What was odd.
    pub notes: Vec<Note>,
}

impl Reading {
    /// A source that gives nothing, with the reason.
    #[must_use]
    pub fn nothing(reason: &str) -> Reading {
        Reading { items: Vec::new(), notes: vec![Note::new(reason)] }
    }
}

/// One form of input. Readers stand in one ordered list; the first that is certain reads, else the likeliest.
pub trait Reader: Sync {
    /// Name of the form, for `--why` and reports: `html`, `print`, `markdown`, `records`.
    fn name(&self) -> &'static str;
    /// How surely the input has this form, 0 to 1, from its first bytes before its name.
    fn fits(&self, input: Input<'_>) -> f32;
    /// Reads it. Bad input is a note, never an error.
    fn read(&self, input: Input<'_>) -> Reading;
}

/// Reads a source with the reader that fits it.
#[must_use]
pub fn read(input: Input<'_>) -> Reading {
    // by far the most sources, so they are told before the others look at their bytes
    if Html.fits(input) >= 1.0 {
        return Html.read(input);
    }
    match recognise(input.bytes) {
        Medium::Empty => return Reading::nothing("empty file"),
        Medium::Binary => return Reading::nothing("binary, not text"),
        _ => {}
    }
    match reader_for(input) {
        Some(reader) => reader.read(input),
        None => Reading::nothing("of no form that is read"),
    }
}

/// The reader for an input; none where no reader knows its form.
#[must_use]
pub fn reader_for(input: Input<'_>) -> Option<&'static dyn Reader> {
    let mut likeliest: Option<(f32, &'static dyn Reader)> = None;
    for reader in READERS {
        let sure = reader.fits(input);
        if sure >= CERTAIN {
            return Some(reader);
        }
        if sure > likeliest.map_or(0.0, |(best, _)| best) {
            likeliest = Some((sure, reader));
        }
    }
    likeliest.map(|(_, reader)| reader)
}

#[cfg(test)]
mod tests {
    use super::{Input, read, reader_for};

    fn input<'a>(path: &'a str, bytes: &'a [u8]) -> Input<'a> {
        Input { path, url: None, bytes }
    }

    #[test]
    fn the_reader_is_chosen_by_content_before_name() {
        let cases: &[(&str, &[u8], Option<&str>)] = &[
            ("a.txt", b"A title\n\nSome prose.", Some("print")),
            ("a.txt", b"{\"title\": \"x\"}", Some("records")),
            ("a.txt", b"---\ntitle: x\n---\nText", Some("markdown")),
            ("a.md", b"Some prose.", Some("markdown")),
            ("a.jsonl", b"{not json at all", Some("records")),
            ("a.bin", b"PK\x03\x04", None),
        ];
        for (path, bytes, name) in cases {
            let chosen = reader_for(input(path, bytes)).map(|reader| reader.name());
            assert_eq!(chosen, *name, "{path} {}", bytes.escape_ascii());
        }
    }

    #[test]
    fn a_file_without_text_is_a_note_and_no_item() {
        for (bytes, note) in [
            (&b""[..], "empty file"),
            (b" \n ", "empty file"),
            (b"\x00\x01\x02", "binary, not text"),
            (b"PK\x03\x04", "of no form that is read"),
        ] {
            let reading = read(input("x", bytes));
            assert!(reading.items.is_empty());
            assert_eq!(reading.notes.first().map(|note| note.message.as_str()), Some(note));
        }
    }

    #[test]
    fn an_ending_is_compared_in_small_letters() {
        assert!(input("a/B.MD", b"").ends_in(&["md", "markdown"]));
        assert!(!input("a.md/b", b"").ends_in(&["md"]));
    }
}
