//! Bytes of a page to text: byte-order mark, declaration, detection.
//!
//! In: bytes. Out: text, and a note where the page was not in the encoding that it states. What the text means
//! is left to the others.

use crate::article::Note;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// How far into a page a declaration is looked for; browsers look at the first 1,024 bytes, pages are sloppier.
const DECLARATION_REACH: usize = 8192;

/// Share of broken sequences up to which a page that says UTF-8 is believed.
const BROKEN_TOLERATED: f32 = 0.02;

/// The page as text.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<Note>) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default());
        return (text, broken.then(|| broken_note(encoding)));
    }
    if let Some(encoding) = wide(bytes) {
        return (encoding.decode_without_bom_handling(bytes).0, None);
    }
    let declared = declaration(bytes);
    // Seven-bit text that switches alphabets by escapes is valid UTF-8 as well, so the declaration comes first.
    let seven_bit = declared.filter(|encoding| !encoding.is_ascii_compatible());
    if let (None, Ok(text)) = (seven_bit, std::str::from_utf8(bytes)) {
        return (Cow::Borrowed(text), None);
    }
    undeclared_or_wrong(bytes, declared)
}

fn undeclared_or_wrong<'a>(bytes: &'a [u8], declared: Option<&'static Encoding>) -> (Cow<'a, str>, Option<Note>) {
    if let Some(encoding) = declared {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        if !broken {
            return (text, None);
        }
        if broken_share(&text) < BROKEN_TOLERATED {
            return (text, Some(broken_note(encoding)));
        }
    }
    let found = detect(bytes);
    let (text, broken) = found.decode_without_bom_handling(bytes);
    if broken && declared.is_none() && found == WINDOWS_1252 {
        return (String::from_utf8_lossy(bytes), Some(broken_note(UTF_8)));
    }
    let note = declared.map(|stated| format!("says {}, read as {}", stated.name(), found.name()));
    (text, Some(Note::new(note.unwrap_or_else(|| format!("no encoding stated, read as {}", found.name())))))
}

fn broken_note(encoding: &'static Encoding) -> Note {
    Note::new(format!("broken {} characters replaced", encoding.name()))
}

/// Broken sequences for each letter that is not ASCII.
fn broken_share(text: &str) -> f32 {
    let (mut broken, mut wide) = (0_u32, 1_u32);
    for letter in text.chars().filter(|letter| !letter.is_ascii()) {
        wide += 1;
        broken += u32::from(letter == '\u{fffd}');
    }
    // A handful of broken places in an English page has hardly another letter beside it.
    let letters = (text.len() / 100) as f32;
    broken as f32 / (wide as f32).max(letters)
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// UTF-16 without a mark: every other byte of its ASCII letters is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(256))?;
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count() * 2;
    let most = head.len() * 7 / 10;
    if head.len() < 8 {
        None
    } else if zeros(1) > most && zeros(0) == 0 {
        Some(UTF_16LE)
    } else if zeros(0) > most && zeros(1) == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding that `<meta charset>`, its older form or the XML line states.
fn declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(DECLARATION_REACH))?.to_ascii_lowercase();
    let mut rest = head.as_slice();
    while let Some(at) = find(rest, b"charset").or_else(|| find(rest, b"encoding")) {
        rest = rest.get(at + 7..)?;
        let label: Vec<u8> = rest
            .iter()
            .copied()
            .skip_while(|byte| matches!(byte, b'g' | b'=' | b'"' | b'\'' | b' '))
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':'))
            .collect();
        if let Some(encoding) = Encoding::for_label(&label) {
            // A page that could be read as ASCII thus far is no UTF-16, whatever it says.
            return Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding });
        }
    }
    None
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::decode;
    use encoding_rs::{EUC_JP, SHIFT_JIS, WINDOWS_1252};

    fn check(bytes: &[u8], wanted: &str, noted: bool) {
        let (text, note) = decode(bytes);
        assert!(text.contains(wanted), "{text}");
        assert_eq!(note.is_some(), noted);
    }

    #[test]
    fn utf8_needs_no_declaration() {
        check("<p>Grüße aus Łódź</p>".as_bytes(), "Grüße aus Łódź", false);
    }

    #[test]
    fn a_byte_order_mark_decides() {
        check(b"\xef\xbb\xbf<meta charset=latin1>\xc3\xbc", "ü", false);
        check(b"\xff\xfe<\0p\0>\0\xfc\0", "<p>ü", false);
    }

    #[test]
    fn utf16_is_known_without_a_mark() {
        let bytes: Vec<u8> = "<html><body>plain words".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&bytes, "plain words", false);
    }

    #[test]
    fn a_right_declaration_is_followed() {
        let (bytes, _, _) = EUC_JP.encode("<meta http-equiv=x content='text/html; charset=euc-jp'><p>緩衝地帯");
        check(&bytes, "緩衝地帯", false);
        check(b"<?xml version='1.0' encoding='iso-8859-1'?><p>caf\xe9", "café", false);
    }

    #[test]
    fn a_wrong_declaration_is_noted_and_the_letters_are_detected() {
        let long = "戦略的な緩衝地帯についての記事です。ひらがなとカタカナもあります。".repeat(4);
        let page = format!("<meta charset=utf-8><p>{long}");
        let (bytes, _, _) = SHIFT_JIS.encode(&page);
        check(&bytes, "緩衝地帯", true);
    }

    #[test]
    fn bytes_of_utf8_win_over_a_latin_declaration() {
        check("<meta charset=iso-8859-1><p>naïve".as_bytes(), "naïve", false);
    }

    #[test]
    fn one_broken_byte_does_not_change_the_encoding() {
        let mut bytes = "<meta charset=utf-8><p>Die Brücke über die Ä wurde schön.".repeat(40).into_bytes();
        bytes.push(0xff);
        bytes.extend_from_slice("Ende".as_bytes());
        check(&bytes, "Brücke über", true);
    }

    #[test]
    fn undeclared_western_bytes_are_read() {
        let (bytes, _, _) = WINDOWS_1252.encode("<p>Le café est fermé à midi, “dit-il”.");
        check(&bytes, "café est fermé", true);
    }
}
