//! The lines of a PDF page, by where its text is set.
//!
//! In: a page's operations and fonts. Out: its text, a line a line, a blank line where the distance is that of a
//! paragraph. A file states places and not lines (ISO 32000-1, 9.4): a move down is a new line, a move along is a blank.
//! Columns and tables are read in the order of the file.

use lopdf::content::{Content, Operation};
use lopdf::{Document, Encoding, Error, Object, ObjectId};
use std::collections::BTreeMap;

/// Moves down in sizes of the type: from the first a line, from the second a paragraph.
const LINE: f32 = 0.3;
const PARAGRAPH: f32 = 1.7;
/// Thousandths of the size from which a move back inside a string parts two words.
const WORD: f32 = -170.0;

/// The text of a page; `limit` bounds what it may unpack to.
pub(super) fn text(document: &Document, page: ObjectId, limit: usize) -> Result<String, Error> {
    let fonts = document.get_page_fonts(page)?;
    let encodings: BTreeMap<&[u8], Encoding<'_>> = fonts
        .iter()
        .filter_map(|(name, font)| Some((name.as_slice(), font.get_font_encoding_with_limit(document, limit).ok()?)))
        .collect();
    let content = Content::decode(&document.get_page_content_with_limit(page, limit)?)?;
    let mut setter =
        Setter { encodings, font: None, size: 1.0, scale: 1.0, leading: 0.0, at: 0.0, last: None, text: String::new() };
    content.operations.iter().for_each(|operation| setter.take(operation));
    Ok(setter.text)
}

/// Follows the operations of a page.
struct Setter<'f> {
    encodings: BTreeMap<&'f [u8], Encoding<'f>>,
    font: Option<Vec<u8>>,
    /// Size of the type, and by how much the text's matrix stretches it.
    size: f32,
    scale: f32,
    leading: f32,
    /// Height of the line that is set, and of the last one that was.
    at: f32,
    last: Option<f32>,
    text: String,
}

impl Setter<'_> {
    fn take(&mut self, operation: &Operation) {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => {
                self.font = operands.first().and_then(|name| name.as_name().ok()).map(<[u8]>::to_vec);
                self.size = number(operands, 1).abs().max(0.1);
            }
            "TL" => self.leading = number(operands, 0),
            "BT" => (self.at, self.scale) = (0.0, 1.0),
            "Td" => self.at += number(operands, 1) * self.scale,
            "TD" => {
                self.leading = -number(operands, 1);
                self.at += number(operands, 1) * self.scale;
            }
            "Tm" => {
                self.scale = number(operands, 3).abs().max(0.01);
                self.at = number(operands, 5);
            }
            "T*" => self.at -= self.leading * self.scale,
            "Tj" | "TJ" => self.show(operands),
            "'" | "\"" => {
                self.at -= self.leading * self.scale;
                self.show(operands.get(operands.len().saturating_sub(1)..).unwrap_or_default());
            }
            _ => {}
        }
    }

    /// Sets strings, behind whatever parts them from those before.
    fn show(&mut self, operands: &[Object]) {
        let size = self.size * self.scale;
        let down = self.last.map_or(0.0, |last| (last - self.at).abs() / size);
        let ends = self.text.ends_with(char::is_whitespace) || self.text.is_empty();
        match down {
            _ if self.last.is_none() => {}
            down if down >= PARAGRAPH => self.text.push_str("\n\n"),
            down if down >= LINE => self.text.push('\n'),
            _ if !ends => self.text.push(' '),
            _ => {}
        }
        self.last = Some(self.at);
        for operand in operands {
            self.set(operand);
        }
    }

    fn set(&mut self, operand: &Object) {
        match operand {
            Object::String(bytes, _) => {
                let encoding = self.font.as_ref().and_then(|font| self.encodings.get(font.as_slice()));
                let text = encoding.and_then(|encoding| Document::decode_text(encoding, bytes).ok());
                self.text.push_str(&text.unwrap_or_default());
            }
            Object::Array(parts) => {
                for part in parts.iter().filter(|part| !matches!(part, Object::Array(_))) {
                    self.set(part);
                }
            }
            Object::Integer(_) | Object::Real(_) if value(operand) <= WORD && !self.text.ends_with(' ') => {
                self.text.push(' ');
            }
            _ => {}
        }
    }
}

fn number(operands: &[Object], at: usize) -> f32 {
    operands.get(at).map_or(0.0, value)
}

fn value(operand: &Object) -> f32 {
    operand.as_float().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::text;
    use lopdf::{Document, Object, Stream, dictionary};

    /// Checks what is read of a page with this content.
    fn check(content: &str, wanted: &str) {
        let mut document = Document::with_version("1.5");
        let font = document.add_object(
            dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier", "Encoding" => "WinAnsiEncoding" },
        );
        let content = document.add_object(Stream::new(dictionary! {}, content.as_bytes().to_vec()));
        let resources = dictionary! { "Font" => dictionary! { "F1" => font } };
        let page = document.add_object(
            dictionary! { "Type" => "Page", "Contents" => content, "Resources" => Object::Dictionary(resources) },
        );
        assert_eq!(text(&document, page, 1 << 20).unwrap_or_default(), wanted, "{wanted}");
    }

    #[test]
    fn a_move_down_is_a_line_and_a_long_one_a_paragraph() {
        check("BT /F1 10 Tf 72 700 Td (One) Tj 0 -12 Td (two.) Tj 0 -24 Td (Three.) Tj ET", "One\ntwo.\n\nThree.");
        check("BT /F1 10 Tf 12 TL 72 700 Td (One) Tj T* (two.) Tj (three) ' ET", "One\ntwo.\nthree");
        check("BT /F1 1 Tf 10 0 0 10 72 700 Tm (One) Tj 0 -1.2 TD (two.) Tj T* (three) Tj ET", "One\ntwo.\nthree");
    }

    #[test]
    fn each_line_may_be_a_text_of_its_own() {
        check("BT /F1 10 Tf 72 700 Td (One) Tj ET BT /F1 10 Tf 72 688 Td (two.) Tj ET", "One\ntwo.");
    }

    #[test]
    fn moves_along_a_line_part_words_and_small_ones_do_not() {
        check("BT /F1 10 Tf 72 700 Td (One) Tj 30 0 Td (two) Tj ET", "One two");
        check("BT /F1 10 Tf 72 700 Td [(O) 20 (ne) -250 (tw) -30.5 (o)] TJ ET", "One two");
    }

    #[test]
    fn letters_without_a_font_are_left_out() {
        check("BT (lost) Tj /F1 10 Tf (kept) Tj ET", "kept");
    }
}
