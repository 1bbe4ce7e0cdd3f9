//! The form that bytes have, told from the bytes themselves and never from a name.
//!
//! In: the bytes of a file. Out: its [`Medium`]. Marks are those of the formats' own specifications; what has no mark
//! is text where it reads as text, else binary.

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Medium {
    /// Nothing, or white space only.
    Empty,
    /// Text of no further known form.
    Text,
    /// HTML or XHTML.
    Html,
    /// Other XML, such as a feed.
    Xml,
    /// A JSON value, or lines of them.
    Json,
    /// PDF.
    Pdf,
    /// Gzip.
    Gzip,
    /// Zip.
    Zip,
    /// A book: a zip that says so.
    Epub,
    /// A document of a word processor: a zip that holds one.
    Docx,
    /// Tar.
    Tar,
    /// Zstandard.
    Zstd,
    /// WARC.
    Warc,
    /// One mail.
    Mail,
    /// A page saved as a mail with its pictures.
    Mhtml,
    /// Many mails, one behind the other.
    Mbox,
    /// Neither text nor a known container.
    Binary,
}

/// How much of a file is looked at.
const LOOK: usize = 16 * 1024;

/// The form that these bytes have.
#[must_use]
pub fn recognise(bytes: &[u8]) -> Medium {
    let head = bytes.get(..LOOK).unwrap_or(bytes);
    if let Some(medium) = by_mark(bytes) {
        return medium;
    }
    if is_blank(bytes) {
        return Medium::Empty;
    }
    if is_wide_text(head) {
        return of_text(&narrow(head));
    }
    if is_binary(head) {
        return Medium::Binary;
    }
    if let Some(mail) = of_mail(head) {
        return mail;
    }
    of_text(head)
}

fn by_mark(bytes: &[u8]) -> Option<Medium> {
    const MARKS: &[(&[u8], Medium)] = &[
        (b"\x1f\x8b", Medium::Gzip),
        (b"PK\x05\x06", Medium::Zip),
        (b"\x28\xb5\x2f\xfd", Medium::Zstd),
        (b"%PDF-", Medium::Pdf),
        (b"WARC/", Medium::Warc),
        (b"\x89PNG", Medium::Binary),
        (b"\xff\xd8\xff", Medium::Binary),
        (b"GIF8", Medium::Binary),
        (b"\x7fELF", Medium::Binary),
    ];
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(of_zip(bytes));
    }
    let marked = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, medium)| *medium);
    marked.or_else(|| (bytes.get(257..262) == Some(b"ustar")).then_some(Medium::Tar))
}

/// What a zip is the form of: a book names itself in its first entry, a document has its text under one name.
fn of_zip(bytes: &[u8]) -> Medium {
    // the directory of a zip stands at its end
    let tail = bytes.get(bytes.len().saturating_sub(LOOK)..).unwrap_or(bytes);
    let names_itself = bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/epub+zip"));
    if names_itself || has_any(tail, &[b"META-INF/container.xml"]) {
        Medium::Epub
    } else if has_any(tail, &[b"word/document.xml"]) {
        Medium::Docx
    } else {
        Medium::Zip
    }
}

/// A mail, mails or a page saved as one: its first lines are `Name: value`, among them some that only mails have.
fn of_mail(head: &[u8]) -> Option<Medium> {
    let text = String::from_utf8_lossy(head.get(..4096).unwrap_or(head));
    let is_box = text.starts_with("From ");
    let mut names: Vec<String> = Vec::new();
    for line in text.lines().skip(usize::from(is_box)).take_while(|line| !line.trim().is_empty()) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let (name, _) = line.split_once(':')?;
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            return None;
        }
        names.push(name.to_ascii_lowercase());
    }
    let has = |name: &str| names.iter().any(|known| known == name);
    let is_mail = has("mime-version")
        || has("message-id")
        || has("received")
        || has("from") && (has("date") || has("subject") || has("to"));
    let lower = text.to_lowercase();
    match (is_mail, is_box) {
        (true, true) => Some(Medium::Mbox),
        (true, false) if has("snapshot-content-location") || lower.contains("multipart/related") => Some(Medium::Mhtml),
        (true, false) => Some(Medium::Mail),
        _ => None,
    }
}

fn is_blank(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.iter().all(u8::is_ascii_whitespace)
}

/// UTF-16 with its mark.
fn is_wide_text(head: &[u8]) -> bool {
    head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff")
}

/// The ASCII in UTF-16: enough to see which form the text has.
fn narrow(head: &[u8]) -> Vec<u8> {
    head.iter().copied().skip(2).filter(|&byte| byte != 0).collect()
}

/// Text has no control characters, or few; where there are more it is text still if it is UTF-8 and a third of it letters.
fn is_binary(head: &[u8]) -> bool {
    let odd = head.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)).count();
    let letters = head.iter().filter(|byte| byte.is_ascii_alphanumeric()).count();
    let reads =
        letters * 3 > head.len() && std::str::from_utf8(head).map_or_else(|e| e.error_len().is_none(), |_| true);
    (head.contains(&0) || odd * 50 > head.len()) && !reads
}

fn of_text(head: &[u8]) -> Medium {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let lower = head.to_ascii_lowercase();
    if lower.starts_with(b"<") {
        return of_markup(&lower);
    }
    match head.first() {
        Some(b'{') if json_follows(head, b"\"}") => Medium::Json,
        Some(b'[') if json_follows(head, b"{\"[") => Medium::Json,
        _ if has_any(&lower, &[b"<!doctype html", b"<html", b"<head>", b"<body"]) => Medium::Html,
        _ => Medium::Text,
    }
}

/// Whether the first sign behind the opening bracket is one that JSON allows there.
fn json_follows(head: &[u8], allowed: &[u8]) -> bool {
    let next = head.iter().skip(1).find(|byte| !byte.is_ascii_whitespace());
    next.is_some_and(|byte| allowed.contains(byte))
}

fn of_markup(lower: &[u8]) -> Medium {
    let is_html = has_any(lower, &[b"<!doctype html", b"<html", b"<head", b"<body"]);
    let is_xml = lower.starts_with(b"<?xml") || has_any(lower, &[b"<rss", b"<feed", b"<rdf:rdf"]);
    if is_xml && !is_html {
        return Medium::Xml;
    }
    let second = lower.get(1).copied().unwrap_or(b' ');
    if is_html || second == b'!' || has_any(lower, &[b"</", b"<p>", b"<br"]) { Medium::Html } else { Medium::Text }
}

fn has_any(text: &[u8], parts: &[&[u8]]) -> bool {
    parts.iter().any(|part| text.windows(part.len()).any(|window| window == *part))
}

#[cfg(test)]
mod tests {
    use super::{Medium, recognise};

    #[test]
    fn the_form_is_told_from_the_bytes() {
        let cases: &[(&[u8], Medium)] = &[
            (b"", Medium::Empty),
            (b"\xef\xbb\xbf \r\n", Medium::Empty),
            (b"A plain letter.\nSecond line.", Medium::Text),
            (b"caf\xe9 au lait", Medium::Text),
            (b"\n<!DOCTYPE html><title>x", Medium::Html),
            (b"<!-- saved --><html>", Medium::Html),
            (b"<?xml version='1.0'?><html xmlns='x'>", Medium::Html),
            (b"<div><p>cut", Medium::Html),
            (b"<?xml version='1.0'?><rss>", Medium::Xml),
            (b"{\"kind\": \"article\"}\n{}", Medium::Json),
            (b"[ {\"a\": 1} ]", Medium::Json),
            (b"[1] a footnote", Medium::Text),
            (b"[edit] a link", Medium::Text),
            (b"[        ]\nSearch", Medium::Text),
            (b"{curly} prose", Medium::Text),
            (b"%PDF-1.7", Medium::Pdf),
            (b"PK\x03\x04rest", Medium::Zip),
            (b"PK\x03\x04--------------------------mimetypeapplication/epub+zip", Medium::Epub),
            (b"PK\x03\x04 and word/document.xml", Medium::Docx),
            (b"From: a@example.org\nSubject: x\n\nText", Medium::Mail),
            (b"From a@example.org Mon\nFrom: a\nDate: x\n\nText", Medium::Mbox),
            (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", Medium::Mhtml),
            (b"Title: a page\nAuthor: Ida\n\nText", Medium::Text),
            (b"\x1f\x8b\x08", Medium::Gzip),
            (b"\x28\xb5\x2f\xfdx", Medium::Zstd),
            (b"WARC/1.0\r\n", Medium::Warc),
            (b"\x89PNG\r\n", Medium::Binary),
            (b"a\0\0\x01\0b\0\x02\0", Medium::Binary),
            (b"A letter with one \0 in it", Medium::Text),
            (b"<!DOCTYPE html><title>x\0\x08</title>", Medium::Html),
            (b"\xff\xfeh\0i\0", Medium::Text),
            (b"\xff\xfe<\0h\0t\0m\0l\0>\0", Medium::Html),
        ];
        for (bytes, medium) in cases {
            assert_eq!(recognise(bytes), *medium, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn a_tar_is_known_by_the_mark_in_its_first_header() {
        let mut header = vec![0u8; 512];
        header.splice(257..262, *b"ustar");
        assert_eq!(recognise(&header), Medium::Tar);
    }
}
