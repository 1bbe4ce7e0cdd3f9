//! PDF: the text of a printed page.
//!
//! In: the bytes of the file. Out: one draft, read from its text as a printed page is, with what its properties say as weak
//! clues. A file that holds pictures of pages and no text is a note.

use super::print::page;
use super::{Input, Reader, Reading, typeset};
use crate::article::{Draft, Field, Item, Note};
use crate::source::{Medium, recognise};
use lopdf::{Document, Object, decode_text_string};

/// The reader of PDF.
pub struct Pdf;

/// Pages that are read of one file.
const MOST: usize = 2_000;

/// Bytes that one page's text may unpack to.
const LARGEST: usize = 32 << 20;

impl Reader for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn fits(&self, input: Input<'_>) -> f32 {
        if recognise(input.bytes) == Medium::Pdf { 1.0 } else { 0.0 }
    }

    fn read(&self, input: Input<'_>) -> Reading {
        let document = match Document::load_mem(input.bytes) {
            Ok(document) => document,
            Err(error) => {
                return Reading::nothing(&format!("no pdf that can be read: {}", error.to_string().to_lowercase()));
            }
        };
        let mut draft = Draft::default();
        let text = text(&document, &mut draft);
        if text.trim().is_empty() {
            return Reading::nothing("holds no text, only pictures of it");
        }
        properties(&mut draft, &document);
        page(&mut draft, &text);
        Reading { items: vec![Item::Page(Box::new(draft))], notes: Vec::new() }
    }
}

fn text(document: &Document, draft: &mut Draft) -> String {
    let mut text = String::new();
    let mut unread = 0;
    for id in document.get_pages().into_values().take(MOST) {
        match typeset::text(document, id, LARGEST) {
            Ok(page) => {
                text.push_str(&page);
                // A sentence goes on over the end of its page.
                let ended = page.trim_end().ends_with(['.', '!', '?', ':', '”', '"']);
                text.push_str(if ended { "\n\n" } else { "\n" });
            }
            Err(_) => unread += 1,
        }
    }
    if unread > 0 {
        let pages = if unread == 1 { "page" } else { "pages" };
        draft.notes.push(Note::new(format!("{unread} {pages} could not be read")));
    }
    text
}

/// Title, author and day of the file: programs write them, and often wrongly.
fn properties(draft: &mut Draft, document: &Document) {
    let Ok(properties) = document.trailer.get(b"Info").and_then(|info| match info {
        Object::Reference(id) => document.get_dictionary(*id),
        other => other.as_dict(),
    }) else {
        return;
    };
    let said =
        |name: &[u8]| properties.get(name).ok().and_then(|value| decode_text_string(value).ok()).unwrap_or_default();
    draft.clue(Field::Title, &said(b"Title"), "pdf:title", 0.5);
    draft.clue(Field::Author, &said(b"Author"), "pdf:author", 0.5);
    draft.clue(Field::Modified, &day(&said(b"CreationDate")), "pdf:created", 0.2);
}

/// `D:20170712093000Z` as `2017-07-12`.
fn day(written: &str) -> String {
    let digits: String = written.trim_start_matches("D:").chars().take_while(char::is_ascii_digit).collect();
    match (digits.get(..4), digits.get(4..6), digits.get(6..8)) {
        (Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Pdf, day};
    use crate::article::{Field, Item};
    use crate::read::{Input, Reader};
    use lopdf::content::{Content, Operation};
    use lopdf::{Document, Object, Stream, dictionary};

    /// A file of one page with these lines.
    fn file(lines: &[&str]) -> Vec<u8> {
        let mut document = Document::with_version("1.5");
        let pages = document.new_object_id();
        let font = document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier", "Encoding" => "WinAnsiEncoding" });
        let resources = document.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
        let mut operations = vec![Operation::new("BT", vec![]), Operation::new("Tf", vec!["F1".into(), 12.into()])];
        for line in lines {
            operations.push(Operation::new("Td", vec![0.into(), (-14).into()]));
            operations.push(Operation::new("Tj", vec![Object::string_literal(*line)]));
        }
        operations.push(Operation::new("ET", vec![]));
        let content = Content { operations }.encode().expect("content");
        let content = document.add_object(Stream::new(dictionary! {}, content));
        let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()] });
        document.objects.insert(
            pages,
            Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }),
        );
        let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        document.trailer.set("Root", catalog);
        let info = document.add_object(
            dictionary! { "Title" => Object::string_literal("Rain"), "Author" => Object::string_literal("Ida Quell") },
        );
        document.trailer.set("Info", info);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).expect("memory");
        bytes
    }

    #[test]
    fn the_text_of_a_file_is_read_as_a_printed_page() {
        let bytes = file(&[
            "Why the ferry stops at Tarn",
            "The ferry has stopped at Tarn since the flood, and nobody has asked it to go on.",
        ]);
        let reading = Pdf.read(Input { path: "a.pdf", url: None, bytes: &bytes });
        let Some(Item::Page(draft)) = reading.items.first() else { unreachable!("a page") };
        assert!(draft.clues_for(Field::Author).any(|clue| clue.value == "Ida Quell"));
        assert!(draft.blocks.iter().any(|block| block.text.contains("since the flood")));
    }

    #[test]
    fn a_broken_file_and_one_without_text_are_notes() {
        for bytes in [b"%PDF-1.5 broken".to_vec(), file(&[])] {
            let reading = Pdf.read(Input { path: "a.pdf", url: None, bytes: &bytes });
            assert!(reading.items.is_empty());
            assert_eq!(reading.notes.len(), 1);
        }
    }

    #[test]
    fn the_day_of_a_file_is_read() {
        assert_eq!(day("D:20170712093000+02'00'"), "2017-07-12");
        assert_eq!(day("soon"), "");
    }
}
