//! WARC: the archives of web crawlers (ISO 28500).
//!
//! In: the bytes of an archive, unpacked. Out: the pages of its response and resource records, each with the address it was
//! fetched from. A length that lies is said, and the next record is looked for. What a page says is left to `read`.
//!
//! ```text
//!  WARC/1.0                       ◀ a record
//!  WARC-Type: response
//!  WARC-Target-URI: https://…
//!  Content-Length: 1234           ◀ of all that follows the blank line
//!
//!  HTTP/1.1 200 OK                ◀ response only
//!  Content-Type: text/html
//!
//!  <html>…
//! ```

use super::gzip::inflate;
use super::members::{MOST, Unpacked};
use encoding_rs::Encoding;

/// Names in small letters, and values.
type Headers = Vec<(String, String)>;

/// A record: its headers and its block.
struct Record<'a> {
    headers: Headers,
    block: &'a [u8],
}

/// The pages of an archive, up to `budget` bytes together.
pub(super) fn unpack(bytes: &[u8], budget: u64) -> Unpacked {
    let mut unpacked = Unpacked::default();
    let mut left = budget;
    let mut rest = bytes;
    let mut number = 0;
    while let Some(at) = find(rest, b"WARC/").filter(|_| number < MOST) {
        number += 1;
        let (record, behind, note) = record(rest.get(at..).unwrap_or(&[]));
        if let Some(note) = note {
            unpacked.notes.push(format!("record {number}: {note}"));
        }
        rest = behind;
        let Some((url, page)) = record.and_then(|record| page(&record, left)) else { continue };
        if page.len() as u64 > left {
            unpacked.notes.push(format!("record {number}: more than is read; cut here"));
            break;
        }
        left -= page.len() as u64;
        unpacked.members.push((number.to_string(), url, page));
    }
    unpacked
}

/// The record at the beginning, what follows it, and what was odd about it.
fn record(bytes: &[u8]) -> (Option<Record<'_>>, &[u8], Option<String>) {
    let Some((headers, rest)) = headers(bytes) else {
        return (None, &[], Some("breaks off in its headers".to_owned()));
    };
    let stated = value(&headers, "content-length").map(|length| length.trim().parse::<usize>());
    let next = find(rest, b"\r\nWARC/1").map(|at| at + 2);
    match stated {
        Some(Ok(length)) if length <= rest.len() && is_end(rest.get(length..).unwrap_or(&[])) => {
            let (block, behind) = rest.split_at(length);
            (Some(Record { headers, block }), behind, None)
        }
        Some(Ok(length)) => {
            let (block, behind) = rest.split_at(next.unwrap_or(rest.len()));
            let note = format!("states {length} bytes and has {}", block.len());
            (Some(Record { headers, block }), behind, Some(note))
        }
        _ => {
            let (block, behind) = rest.split_at(next.unwrap_or(rest.len()));
            (Some(Record { headers, block }), behind, Some("states no length that can be read".to_owned()))
        }
    }
}

/// Two line ends close a record; the last may have none.
fn is_end(rest: &[u8]) -> bool {
    let trimmed = rest.trim_ascii_start();
    trimmed.is_empty() || trimmed.starts_with(b"WARC/")
}

/// Header lines up to a blank one, with small names, and what follows. The first line is no header.
fn headers(bytes: &[u8]) -> Option<(Headers, &[u8])> {
    let (end, gap) = match (find(bytes, b"\r\n\r\n"), find(bytes, b"\n\n")) {
        (Some(at), other) if other.is_none_or(|other| at <= other) => (at, 4),
        (_, Some(at)) => (at, 2),
        _ => return None,
    };
    let text = String::from_utf8_lossy(bytes.get(..end)?);
    let lines = text.lines().skip(1).filter_map(|line| line.split_once(':'));
    let headers = lines.map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()));
    Some((headers.collect(), bytes.get(end + gap..)?))
}

fn value<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// The page of a record, and its address; nothing for requests, headers of the crawl, errors, pictures.
fn page(record: &Record<'_>, limit: u64) -> Option<(Option<String>, Vec<u8>)> {
    let kind = value(&record.headers, "warc-type").unwrap_or("").to_ascii_lowercase();
    let address = value(&record.headers, "warc-target-uri").map(|url| url.trim_matches(['<', '>']).to_owned());
    let body = match kind.as_str() {
        "response" => answer(record.block, limit)?,
        "resource" | "conversion" => record.block.to_vec(),
        _ => return None,
    };
    Some((address, body))
}

/// The body of an HTTP answer with status 200: unchunked, unpacked, with a mark where its header names another encoding.
fn answer(block: &[u8], limit: u64) -> Option<Vec<u8>> {
    let first = block.split(|&b| b == b'\n').next()?;
    let status = String::from_utf8_lossy(first).split_whitespace().nth(1)?.to_owned();
    let (headers, body) = headers(block)?;
    let kind = value(&headers, "content-type").unwrap_or("").to_ascii_lowercase();
    let is_text = kind.is_empty() || ["text/", "html", "xml", "json"].iter().any(|form| kind.contains(form));
    if status != "200" || !is_text {
        return None;
    }
    let is_chunked =
        value(&headers, "transfer-encoding").is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"));
    let mut body = if is_chunked { unchunked(body) } else { body.to_vec() };
    if body.starts_with(b"\x1f\x8b") {
        body = inflate(&body, limit).0;
    }
    Some(marked(body, &kind))
}

/// The chunks of a body without their lengths; a body that was stored without chunks stays as it is.
fn unchunked(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = body;
    while let Some(end) = find(rest, b"\r\n") {
        let line = String::from_utf8_lossy(rest.get(..end).unwrap_or(&[])).into_owned();
        let Ok(length) = usize::from_str_radix(line.split(';').next().unwrap_or("").trim(), 16) else { break };
        let from = end + 2;
        if length == 0 {
            return out;
        }
        let to = from.saturating_add(length).min(rest.len());
        out.extend_from_slice(rest.get(from..to).unwrap_or(&[]));
        rest = rest.get((to + 2).min(rest.len())..).unwrap_or(&[]);
    }
    if out.is_empty() { body.to_vec() } else { out }
}

/// Text in the encoding that its header names becomes UTF-8 with its mark, which counts before what the page itself says.
fn marked(body: Vec<u8>, kind: &str) -> Vec<u8> {
    let label = kind.split("charset=").nth(1).map(|rest| rest.trim_matches(['"', '\'', ' ', ';']));
    match label.and_then(|label| Encoding::for_label(label.as_bytes())) {
        Some(encoding) => [b"\xef\xbb\xbf", encoding.decode(&body).0.as_bytes()].concat(),
        None => body,
    }
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let first = *part.first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|&b| b == first) {
        if bytes.get(from + at..)?.starts_with(part) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::unpack;

    fn record(kind: &str, url: &str, block: &str, length: usize) -> String {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Length: {length}\r\n\r\n{block}\r\n\r\n"
        )
    }

    fn response(body: &str) -> String {
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}")
    }

    fn pages(archive: &str) -> Vec<(Option<String>, String)> {
        let members = unpack(archive.as_bytes(), 1 << 20).members;
        members.into_iter().map(|(_, url, bytes)| (url, String::from_utf8_lossy(&bytes).into_owned())).collect()
    }

    #[test]
    fn responses_come_out_with_their_address() {
        let page = response("<p>Rain");
        let archive = record("warcinfo", "x", "software: x", 11)
            + &record("request", "x", "GET /", 5)
            + &record("response", "https://example.org/a", &page, page.len());
        assert_eq!(pages(&archive), [(Some("https://example.org/a".to_owned()), "<p>Rain".to_owned())]);
    }

    #[test]
    fn a_length_that_lies_is_said_and_the_next_record_is_read() {
        let page = response("<p>Rain");
        for length in [0, 3, 9_999] {
            let archive = record("response", "https://example.org/a", &page, length)
                + &record("response", "https://example.org/b", &page, page.len());
            let unpacked = unpack(archive.as_bytes(), 1 << 20);
            assert_eq!(unpacked.members.len(), 2, "{length}");
            assert!(unpacked.notes.first().is_some_and(|note| note.starts_with("record 1: states ")), "{length}");
        }
    }

    #[test]
    fn chunks_errors_and_pictures_are_told_apart() {
        let chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<p>R\r\n3\r\nain\r\n0\r\n\r\n";
        let missing = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno";
        let picture = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx";
        let archive: String =
            [chunked, missing, picture].iter().map(|block| record("response", "x", block, block.len())).collect();
        assert_eq!(pages(&archive), [(Some("x".to_owned()), "<p>Rain".to_owned())]);
    }

    #[test]
    fn the_encoding_of_the_header_counts() {
        let mut archive = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 64\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=latin1\r\n\r\nK\xfchl".to_vec();
        archive.extend_from_slice(b"\r\n\r\n");
        let unpacked = unpack(&archive, 1000);
        assert_eq!(
            unpacked.members.first().map(|(_, _, bytes)| bytes.clone()),
            Some("\u{feff}Kühl".as_bytes().to_vec())
        );
    }
}
