//! DOCX: a document of a word processor.
//!
//! In: the bytes of the document. Out: one draft: its paragraphs as blocks, what its properties say as clues, and the remarks
//! that readers left in its margin as comments with name and day.

use super::xml::{self, Element};
use super::{Input, Reader, Reading};
use crate::article::{Block, BlockKind, CommentDraft, Draft, Field, Item};
use crate::source::{Medium, entry, recognise};

/// The reader of documents.
pub struct Docx;

/// Largest part that is read, in bytes.
const LARGEST: u64 = 64 << 20;

impl Reader for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn fits(&self, input: Input<'_>) -> f32 {
        if recognise(input.bytes) == Medium::Docx { 1.0 } else { 0.0 }
    }

    fn read(&self, input: Input<'_>) -> Reading {
        let Some(text) = part(input.bytes, "word/document.xml") else {
            return Reading::nothing("no document that can be read: its text is missing");
        };
        let mut draft = Draft::default();
        if let Some(properties) = part(input.bytes, "docProps/core.xml") {
            clues(&mut draft, &properties);
        }
        paragraphs(&mut draft, &text);
        if let Some(remarks) = part(input.bytes, "word/comments.xml") {
            draft.comments = remarks.below("w:comment").into_iter().map(remark).collect();
        }
        Reading { items: vec![Item::Page(Box::new(draft))], notes: Vec::new() }
    }
}

fn part(bytes: &[u8], name: &str) -> Option<Element> {
    entry(bytes, name, LARGEST).map(|part| xml::parse(&String::from_utf8_lossy(&part)).0)
}

fn clues(draft: &mut Draft, properties: &Element) {
    let said = |name: &str| properties.below(name).first().map(|element| element.text.clone()).unwrap_or_default();
    draft.clue(Field::Title, &said("dc:title"), "document:title", 0.7);
    draft.clue(Field::Author, &said("dc:creator"), "document:creator", 0.7);
    draft.clue(Field::Published, &said("dcterms:created"), "document:created", 0.35);
    draft.clue(Field::Modified, &said("dcterms:modified"), "document:modified", 0.3);
    draft.clue(Field::Language, &said("dc:language"), "document:language", 0.6);
}

/// Paragraphs of the text; the first in the style of a title speaks for it.
fn paragraphs(draft: &mut Draft, text: &Element) {
    for paragraph in text.below("w:p") {
        let words = words(paragraph);
        let style =
            paragraph.below("w:pStyle").first().and_then(|style| style.attribute("w:val")).unwrap_or("").to_lowercase();
        if words.is_empty() {
            continue;
        }
        if style == "title" && draft.blocks.is_empty() {
            draft.clue(Field::Title, &words, "style of a title", 0.9);
            continue;
        }
        let kind = match style.as_str() {
            heading if heading.starts_with("heading") => BlockKind::Heading,
            quote if quote.contains("quote") => BlockKind::Quote,
            "caption" => BlockKind::Caption,
            "listparagraph" => BlockKind::ListItem,
            _ => BlockKind::Paragraph,
        };
        draft.blocks.push(Block { kind, text: words });
    }
}

/// The text of a paragraph: its runs, with tabs and line breaks; what was struck out by a tracked change stands elsewhere.
fn words(paragraph: &Element) -> String {
    let mut out = String::new();
    let mut waiting: Vec<&Element> = vec![paragraph];
    while let Some(element) = waiting.pop() {
        match element.name.as_str() {
            "w:t" => out.push_str(&element.text),
            "w:tab" => out.push('\t'),
            "w:br" => out.push('\n'),
            "w:pPr" | "w:rPr" => continue,
            _ => {}
        }
        waiting.extend(element.children.iter().rev());
    }
    out.trim().to_owned()
}

fn remark(comment: &Element) -> CommentDraft {
    let paragraphs = comment.below("w:p").into_iter().map(words).filter(|text| !text.is_empty());
    CommentDraft {
        id: comment.attribute("w:id").map(str::to_owned),
        author: comment.attribute("w:author").map(str::to_owned),
        date: comment.attribute("w:date").map(str::to_owned),
        blocks: paragraphs.map(|text| Block::paragraph(&text)).collect(),
        ..CommentDraft::default()
    }
}

#[cfg(test)]
mod tests {
    use super::Docx;
    use crate::article::{BlockKind, Field, Item};
    use crate::read::{Input, Reader};
    use crate::source::pack_zip;

    #[test]
    fn paragraphs_properties_and_remarks_are_read() {
        let paragraph = |style: &str, text: &str| {
            format!(
                "<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r><w:r><w:t xml:space='preserve'> more</w:t></w:r></w:p>"
            )
        };
        let text = format!(
            "<w:document><w:body>{}{}{}</w:body></w:document>",
            paragraph("Title", "Rain"),
            paragraph("Heading1", "Wind"),
            paragraph("Normal", "It blew")
        );
        let file = pack_zip(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("word/document.xml", text.as_bytes()),
            ("docProps/core.xml", b"<cp:coreProperties><dc:creator>Ida Quell</dc:creator></cp:coreProperties>"),
            ("word/comments.xml", b"<w:comments><w:comment w:id='0' w:author='Bo' w:date='2017-07-12T09:30:00Z'><w:p><w:r><w:t>No.</w:t></w:r></w:p></w:comment></w:comments>"),
        ]);
        let input = Input { path: "a.docx", url: None, bytes: &file };
        assert!(Docx.fits(input) > 0.9);
        let reading = Docx.read(input);
        let Some(Item::Page(draft)) = reading.items.first() else { unreachable!("a page") };
        assert!(draft.clues_for(Field::Title).any(|clue| clue.value == "Rain more"));
        assert!(draft.clues_for(Field::Author).any(|clue| clue.value == "Ida Quell"));
        let blocks: Vec<_> = draft.blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
        assert_eq!(blocks, [(BlockKind::Heading, "Wind more"), (BlockKind::Paragraph, "It blew more")]);
        assert_eq!(draft.comments.first().and_then(|comment| comment.author.as_deref()), Some("Bo"));
    }

    #[test]
    fn a_document_without_its_text_is_a_note() {
        let file = pack_zip(&[("word/document.xml.rels", b"")]);
        assert!(Docx.read(Input { path: "a.docx", url: None, bytes: &file }).items.is_empty());
    }
}
