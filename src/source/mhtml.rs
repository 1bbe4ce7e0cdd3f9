//! MHTML: a page that a browser saved with its pictures, as a mail of many parts (RFC 2557).
//!
//! In: the bytes of the file. Out: the page, with the address it was saved from. Pictures, styles and frames are passed over.

use super::members::Unpacked;
use mail_parser::{MessageParser, MimeHeaders};

/// The page within.
pub(super) fn unpack(bytes: &[u8]) -> Unpacked {
    let Some(mail) = MessageParser::default().parse(bytes) else {
        return Unpacked::nothing("no page can be read from this mail");
    };
    let Some(page) = mail.html_bodies().find(|part| part.is_text_html()) else {
        return Unpacked::nothing("no page stands in this mail");
    };
    let stated = mail.header_raw("Snapshot-Content-Location").map(|address| address.trim().to_owned());
    let url = stated.or_else(|| page.content_location().map(str::to_owned)).filter(|url| url.starts_with("http"));
    // the parts of a mail are decoded by what the mail says, whatever the page itself declares
    let text = [b"\xef\xbb\xbf", page.text_contents().unwrap_or("").as_bytes()].concat();
    Unpacked { members: vec![("page.html".to_owned(), url, text)], notes: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::unpack;

    #[test]
    fn the_page_comes_out_decoded_with_its_address() {
        let file = concat!(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/rain\r\nMIME-Version: 1.0\r\n",
            "Content-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n--x\r\n",
            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n",
            "Content-Location: https://example.org/rain\r\n\r\n<p>K=C3=BChl =\r\nrain\r\n--x\r\n",
            "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n"
        );
        let unpacked = unpack(file.as_bytes());
        let (_, url, bytes) = unpacked.members.first().expect("a page");
        assert_eq!(url.as_deref(), Some("https://example.org/rain"));
        assert!(String::from_utf8_lossy(bytes).contains("<p>Kühl rain"));
    }

    #[test]
    fn a_mail_without_a_page_is_said() {
        assert!(
            unpack(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--").members.is_empty()
        );
    }
}
