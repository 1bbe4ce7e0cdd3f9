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
    /// Zip, and what is made of it (EPUB, DOCX).
    Zip,
    /// Tar.
    Tar,
    /// Zstandard.
    Zstd,
    /// WARC.
    Warc,
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
    of_text(head)
}

fn by_mark(bytes: &[u8]) -> Option<Medium> {
    const MARKS: &[(&[u8], Medium)] = &[
        (b"\x1f\x8b", Medium::Gzip),
        (b"PK\x03\x04", Medium::Zip),
        (b"PK\x05\x06", Medium::Zip),
        (b"\x28\xb5\x2f\xfd", Medium::Zstd),
        (b"%PDF-", Medium::Pdf),
        (b"WARC/", Medium::Warc),
        (b"\x89PNG", Medium::Binary),
        (b"\xff\xd8\xff", Medium::Binary),
        (b"GIF8", Medium::Binary),
        (b"\x7fELF", Medium::Binary),
    ];
    let marked = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, medium)| *medium);
    marked.or_else(|| (bytes.get(257..262) == Some(b"ustar")).then_some(Medium::Tar))
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

/// Text has no NUL, and of the other control characters only a few.
fn is_binary(head: &[u8]) -> bool {
    let odd = head.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)).count();
    head.contains(&0) || odd * 50 > head.len()
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
            (b"\x1f\x8b\x08", Medium::Gzip),
            (b"\x28\xb5\x2f\xfdx", Medium::Zstd),
            (b"WARC/1.0\r\n", Medium::Warc),
            (b"\x89PNG\r\n", Medium::Binary),
            (b"a\0b", Medium::Binary),
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
