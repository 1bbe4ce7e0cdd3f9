//! EPUB: a book of pages, as readers of saved articles make them.
//!
//! In: the bytes of the book. Out: a page for each chapter that has a text, in the order of the book; what the book says of
//! itself (title, maker, day) is weaker evidence for each of them. What a page says is read by the reader of HTML.

use super::xml::{self, Element};
use super::{Html, Input, Reader, Reading};
use crate::article::{Draft, Field, Item, Note};
use crate::source::{Medium, entry, recognise};

/// The reader of books.
pub struct Epub;

/// Largest chapter, in bytes.
const LARGEST: u64 = 16 << 20;

/// Words from which a chapter is a text: covers and tables of contents have fewer in their paragraphs.
const LEAST: usize = 30;

impl Reader for Epub {
    fn name(&self) -> &'static str {
        "epub"
    }

    fn fits(&self, input: Input<'_>) -> f32 {
        if recognise(input.bytes) == Medium::Epub { 1.0 } else { 0.0 }
    }

    fn read(&self, input: Input<'_>) -> Reading {
        let Some((folder, package)) = package(input.bytes) else {
            return Reading::nothing("no book that can be read: its list of chapters is missing");
        };
        let mut reading = Reading::default();
        for name in chapters(&package) {
            let path = joined(&folder, &name);
            let Some(bytes) = entry(input.bytes, &path, LARGEST) else {
                reading.notes.push(Note::new(format!("chapter {name} is missing")));
                continue;
            };
            let chapter = Html.read(Input { path: &path, url: None, bytes: &bytes });
            for item in chapter.items {
                if let Item::Page(mut draft) = item
                    && words(&draft) >= LEAST
                {
                    book_clues(&mut draft, &package);
                    draft.item = Some(name.clone());
                    reading.items.push(Item::Page(draft));
                }
            }
        }
        if reading.items.is_empty() {
            reading.notes.push(Note::new("no chapter with a text"));
        }
        reading
    }
}

fn words(draft: &Draft) -> usize {
    draft.blocks.iter().map(|block| block.text.split_whitespace().count()).sum()
}

/// The package document, and the folder that its paths count from.
fn package(bytes: &[u8]) -> Option<(String, Element)> {
    let container = entry(bytes, "META-INF/container.xml", LARGEST)?;
    let (container, _) = xml::parse(&String::from_utf8_lossy(&container));
    let path = container.below("rootfile").first()?.attribute("full-path")?.to_owned();
    let (package, _) = xml::parse(&String::from_utf8_lossy(&entry(bytes, &path, LARGEST)?));
    Some((path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned()), package))
}

/// The names of the chapters in the order of the book.
fn chapters(package: &Element) -> Vec<String> {
    let manifest = package.below("item");
    let named = |id: &str| {
        manifest.iter().find(|item| item.attribute("id") == Some(id)).and_then(|item| item.attribute("href"))
    };
    let spine = package.below("itemref");
    spine.iter().filter_map(|reference| named(reference.attribute("idref")?)).map(str::to_owned).collect()
}

fn joined(folder: &str, name: &str) -> String {
    let name = name.split('#').next().unwrap_or(name).replace("%20", " ");
    if folder.is_empty() { name } else { format!("{folder}/{name}") }
}

/// What the book says of itself.
fn book_clues(draft: &mut Draft, package: &Element) {
    let said = |name: &str| package.below(name).first().map(|element| element.text.clone()).unwrap_or_default();
    draft.clue(Field::Site, &said("dc:title"), "book:title", 0.5);
    draft.clue(Field::Author, &said("dc:creator"), "book:creator", 0.4);
    draft.clue(Field::Published, &said("dc:date"), "book:date", 0.3);
    draft.clue(Field::Language, &said("dc:language"), "book:language", 0.7);
}

#[cfg(test)]
mod tests {
    use super::Epub;
    use crate::article::{Field, Item};
    use crate::read::{Input, Reader};
    use crate::source::pack_zip;

    #[test]
    fn each_chapter_with_a_text_is_a_page() {
        let text = "<p>It rained for three days and three nights, and the water of the lake rose until it stood at the doors of the town.</p>".repeat(3);
        let chapter = format!("<html><head><title>Rain</title></head><body><h1>Rain</h1>{text}</body></html>");
        let book = pack_zip(&[
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", b"<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"),
            ("OEBPS/book.opf", b"<package><metadata><dc:title>Saved pages</dc:title></metadata><manifest><item id='c' href='cover.html'/><item id='a' href='rain.html'/><item id='x' href='gone.html'/></manifest><spine><itemref idref='c'/><itemref idref='a'/><itemref idref='x'/></spine></package>"),
            ("OEBPS/cover.html", b"<html><body>Saved pages</body></html>"),
            ("OEBPS/rain.html", chapter.as_bytes()),
        ]);
        let input = Input { path: "a.epub", url: None, bytes: &book };
        assert!(Epub.fits(input) > 0.9);
        let reading = Epub.read(input);
        assert_eq!(reading.notes.first().map(|note| note.message.as_str()), Some("chapter gone.html is missing"));
        assert_eq!(reading.items.len(), 1);
        let Some(Item::Page(draft)) = reading.items.first() else { unreachable!("a page") };
        assert_eq!(draft.item.as_deref(), Some("rain.html"));
        assert!(draft.clues_for(Field::Title).any(|clue| clue.value == "Rain"));
        assert!(draft.clues_for(Field::Site).any(|clue| clue.value == "Saved pages"));
    }

    #[test]
    fn a_book_without_its_list_is_a_note() {
        let book = pack_zip(&[("mimetype", b"application/epub+zip")]);
        assert!(Epub.read(Input { path: "a.epub", url: None, bytes: &book }).items.is_empty());
    }
}
