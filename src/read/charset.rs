//! Bytes of plain text to characters.
//!
//! In: bytes. Out: text with `\n` at each line's end and without NUL, and a note where the encoding had to be guessed or bytes are broken.
//! A byte-order mark decides, then UTF-8 where the bytes are UTF-8, then detection. HTML's own declarations are left to
//! the reader of HTML.

use crate::article::Note;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// The text of a file.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<Note>) {
    let (text, note) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => with(encoding, bytes.get(mark..).unwrap_or(&[]), false),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), None),
            Err(_) => detected(bytes),
        },
    };
    (text.replace('\0', "").replace("\r\n", "\n").replace('\r', "\n"), note)
}

fn detected(bytes: &[u8]) -> (String, Option<Note>) {
    if is_mostly_utf8(bytes) {
        return with(UTF_8, bytes, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    with(detector.guess(None, Utf8Detection::Deny), bytes, true)
}

fn with(encoding: &'static Encoding, bytes: &[u8], guessed: bool) -> (String, Option<Note>) {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let name = encoding.name().to_lowercase();
    let note = match (broken, guessed) {
        (true, _) => Some(Note::new(format!("bytes that are no {name} stand as \u{fffd}"))),
        (false, true) => Some(Note::new(format!("no utf-8; read as {name}"))),
        (false, false) => None,
    };
    (text.into_owned(), note)
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
    use super::decode;

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
}
