//! The encoding that a page states of itself.
//!
//! In: bytes. Out: the text of the page, and a note where it is not in the encoding that it states. Decoding is left to
//! `read::charset`, what the text means to the others.

use crate::article::Note;
use crate::read::charset::characters;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// How far into a page a declaration is looked for; browsers look at the first 1,024 bytes, pages are sloppier.
const DECLARATION_REACH: usize = 8192;

/// The page as text.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<Note>) {
    characters(bytes, declaration(bytes))
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
    use super::{declaration, decode};
    use encoding_rs::{EUC_JP, Encoding, UTF_8, WINDOWS_1252};

    fn check(head: &str, wanted: Option<&'static Encoding>) {
        assert!(declaration(head.as_bytes()) == wanted, "{head}");
    }

    #[test]
    fn the_element_its_older_form_and_the_xml_line_are_read() {
        check("<meta charset=\"UTF-8\">", Some(UTF_8));
        check("<meta http-equiv=x content='text/html; charset=euc-jp'>", Some(EUC_JP));
        check("<?xml version='1.0' encoding='iso-8859-1'?>", Some(WINDOWS_1252));
        check("<script src=x charset=nonsense></script><meta charset=utf-8>", Some(UTF_8));
        check("<p>no word of it", None);
    }

    #[test]
    fn a_page_that_can_be_read_thus_far_is_no_utf16() {
        check("<meta charset=utf-16>", Some(UTF_8));
    }

    #[test]
    fn a_page_is_decoded_as_it_states() {
        assert_eq!(
            decode(b"<?xml version='1.0' encoding='iso-8859-1'?><p>caf\xe9").0.split("<p>").last(),
            Some("caf\u{e9}")
        );
        assert_eq!(decode(b"\xef\xbb\xbf<meta charset=latin1>\xc3\xbc").0.rsplit('>').next(), Some("\u{fc}"));
    }
}
