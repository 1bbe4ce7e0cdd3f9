//! Bytes to characters.
//!
//! In: bytes, and the encoding that they state of themselves, if any. Out: text, and a note where it had to be guessed, where
//! the statement is wrong or where bytes are broken. A byte-order mark decides, then UTF-8 where the bytes are UTF-8, then
//! the statement, then detection. Finding a statement is left to the readers of the forms that make one.

use crate::article::Note;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// Share of broken sequences up to which a statement is believed.
const BROKEN_TOLERATED: f32 = 0.02;

/// The text of a file that states no encoding, with `\n` at each line's end and without NUL.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<Note>) {
    let (text, note) = characters(bytes, None);
    (text.replace('\0', "").replace("\r\n", "\n").replace('\r', "\n"), note)
}

/// The characters of a file that may state its encoding.
pub(super) fn characters<'b>(bytes: &'b [u8], stated: Option<&'static Encoding>) -> (Cow<'b, str>, Option<Note>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(encoding) = wide(bytes) {
        return with(encoding, bytes);
    }
    // Seven-bit text that switches alphabets by escapes is valid UTF-8 as well, so the statement comes first.
    let seven_bit = stated.filter(|encoding| !encoding.is_ascii_compatible());
    match (seven_bit, std::str::from_utf8(bytes)) {
        (None, Ok(text)) => (Cow::Borrowed(text), None),
        _ => stated.and_then(|encoding| believed(encoding, bytes)).unwrap_or_else(|| detected(bytes, stated)),
    }
}

/// The text in the encoding that it states, unless more than a few places are broken in it.
fn believed<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Option<(Cow<'b, str>, Option<Note>)> {
    let (text, note) = with(encoding, bytes);
    (note.is_none() || broken_share(&text) < BROKEN_TOLERATED).then_some((text, note))
}

fn detected<'b>(bytes: &'b [u8], stated: Option<&'static Encoding>) -> (Cow<'b, str>, Option<Note>) {
    if stated != Some(UTF_8) && is_mostly_utf8(bytes) {
        return with(UTF_8, bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Allow);
    let (text, broken) = with(encoding, bytes);
    let name = |encoding: &'static Encoding| encoding.name().to_lowercase();
    let guessed = match stated {
        Some(stated) => format!("says {}; read as {}", name(stated), name(encoding)),
        None => format!("no utf-8; read as {}", name(encoding)),
    };
    (text, broken.or_else(|| Some(Note::new(guessed))))
}

fn with<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> (Cow<'b, str>, Option<Note>) {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let name = encoding.name().to_lowercase();
    (text, broken.then(|| Note::new(format!("bytes that are no {name} stand as \u{fffd}"))))
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

/// UTF-8 with a few broken bytes: for each broken stretch at least ten characters of several bytes that are whole.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut broken, mut whole) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        broken += usize::from(!chunk.invalid().is_empty());
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    whole >= broken * 10
}

#[cfg(test)]
mod tests {
    use super::{characters, decode};
    use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS, UTF_8, WINDOWS_1252};

    fn note(bytes: &[u8]) -> Option<String> {
        decode(bytes).1.map(|note| note.message)
    }

    #[test]
    fn marked_and_plain_text_is_read_without_a_note() {
        assert_eq!(decode("caf\u{e9}\r\nx\ry".as_bytes()), ("caf\u{e9}\nx\ny".to_owned(), None));
        assert_eq!(decode(b"\xef\xbb\xbfx"), ("x".to_owned(), None));
        assert_eq!(decode(b"\xff\xfeh\0i\0"), ("hi".to_owned(), None));
    }

    #[test]
    fn another_encoding_is_detected_and_said() {
        let bytes = b"Die B\xfcrger \xfcber den Stra\xdfenbau und die Br\xfccke";
        assert_eq!(decode(bytes).0, "Die B\u{fc}rger \u{fc}ber den Stra\u{df}enbau und die Br\u{fc}cke");
        assert_eq!(note(bytes).as_deref(), Some("no utf-8; read as windows-1252"));
    }

    #[test]
    fn a_few_broken_bytes_do_not_turn_utf8_into_something_else() {
        let bytes = ["\u{fc}".repeat(40).as_bytes(), b" \xff end"].concat();
        assert!(decode(&bytes).0.ends_with("\u{fffd} end"));
        assert_eq!(note(&bytes).as_deref(), Some("bytes that are no utf-8 stand as \u{fffd}"));
    }

    fn stated(bytes: &[u8], encoding: &'static Encoding, wanted: &str, noted: Option<&str>) {
        let (text, note) = characters(bytes, Some(encoding));
        assert!(text.contains(wanted), "{text}");
        assert_eq!(note.map(|note| note.message).as_deref(), noted);
    }

    #[test]
    fn utf16_is_known_without_a_mark() {
        let bytes: Vec<u8> = "plain words".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&bytes), ("plain words".to_owned(), None));
    }

    #[test]
    fn a_right_statement_is_followed() {
        let (bytes, _, _) = EUC_JP.encode("緩衝地帯");
        stated(&bytes, EUC_JP, "緩衝地帯", None);
    }

    #[test]
    fn a_wrong_statement_is_noted_and_the_letters_are_detected() {
        let long = "戦略的な緩衝地帯についての記事です。ひらがなとカタカナもあります。".repeat(4);
        let (bytes, _, _) = SHIFT_JIS.encode(&long);
        stated(&bytes, UTF_8, "緩衝地帯", Some("says utf-8; read as shift_jis"));
    }

    #[test]
    fn bytes_of_utf8_win_over_a_statement() {
        stated("naïve".as_bytes(), WINDOWS_1252, "naïve", None);
    }

    #[test]
    fn one_broken_byte_does_not_change_the_encoding() {
        let mut bytes = "Die Brücke über die Ä wurde schön.".repeat(40).into_bytes();
        bytes.push(0xff);
        bytes.extend_from_slice(b"Ende");
        stated(&bytes, UTF_8, "Brücke über", Some("bytes that are no utf-8 stand as \u{fffd}"));
    }
}
