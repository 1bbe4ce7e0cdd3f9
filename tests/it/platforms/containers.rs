//! Files that hold pages: the same saved page out of every kind of container, and the forms of books, prints and letters.

use super::{Told, file, files_of};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{Cursor, Write};

const URL: &str = "https://harbour.example/the-lamp/";

/// A small page with a thread.
const PAGE: &str = r##"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The lamp – Harbour Notes</title><meta property="article:published_time" content="2015-11-02T17:00:00Z"></head>
<body><article><h1 class="entry-title">The lamp</h1><p class="byline">By <a rel="author" href="/author/ana/">Ana Brod</a></p><div class="entry-content"><p>The lamp on the south mole burns oil again, since the cable was cut by an anchor that nobody admits to having dropped.</p>
<p>It is lit at four and put out at eight, and whoever passes may trim the wick, which has become a custom of the evening.</p></div></article>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “The lamp”</h2><ol class="comment-list"><li id="comment-71" class="comment depth-1"><article class="comment-body"><footer class="comment-meta"><b class="fn">Ilo Kerr</b> <time datetime="2015-11-02T19:00:00+00:00">November 2, 2015</time></footer><div class="comment-content"><p>I trimmed it on Sunday. Über the edge.</p></div></article>
<ol class="children"><li id="comment-72" class="comment depth-2"><article class="comment-body"><footer class="comment-meta"><b class="fn">Pat Reed</b> <time datetime="2015-11-03T08:00:00+00:00">November 3, 2015</time></footer><div class="comment-content"><p>We noticed.</p></div></article></li></ol></li></ol></div></body></html>"##;

/// What the page tells, wherever it lay.
fn tells(told: Told) {
    told.titled("The lamp").by(&["Ana Brod"]).on("2015-11-02").thread(&[
        "Ilo Kerr | 2015-11-02 | - | I trimmed it on Sunday. Über the edge.",
        "Pat Reed | 2015-11-03 | 1 | We noticed.",
    ]);
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a member");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

fn tarred(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        builder.append_data(&mut header, name, *bytes).expect("memory");
    }
    builder.into_inner().expect("memory")
}

/// A record of a web archive.
fn record(kind: &str, url: &str, content: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2016-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{}>\r\n\
         Content-Type: {content}\r\nContent-Length: {}\r\n\r\n",
        block.len(),
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn response(url: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n", body.len());
    record("response", url, "application/http; msgtype=response", &[head.as_bytes(), body].concat())
}

fn warc() -> Vec<u8> {
    [
        record("warcinfo", "", "application/warc-fields", b"software: hand\r\n"),
        record(
            "request",
            URL,
            "application/http; msgtype=request",
            b"GET /the-lamp/ HTTP/1.1\r\nHost: harbour.example\r\n\r\n",
        ),
        response("https://harbour.example/lamp.png", "image/png", b"\x89PNG\r\n\x1a\n\0\0\0\0"),
        response(URL, "text/html; charset=utf-8", PAGE.as_bytes()),
        record("metadata", URL, "application/warc-fields", b"fetchTimeMs: 12\r\n"),
    ]
    .concat()
}

#[test]
fn a_page_by_itself() {
    tells(file("lamp.html", Some(URL), PAGE.as_bytes()));
}

#[test]
fn a_web_archive_gives_the_page_of_its_response() {
    tells(file("crawl.warc", None, &warc()));
}

#[test]
fn a_web_archive_packed_record_by_record_gives_it_too() {
    let page = response(URL, "text/html; charset=utf-8", PAGE.as_bytes());
    let members = [gzipped(&record("warcinfo", "", "application/warc-fields", b"software: hand\r\n")), gzipped(&page)];
    tells(file("crawl.warc.gz", None, &members.concat()));
    tells(file("whole.warc.gz", None, &gzipped(&warc())));
}

#[test]
fn a_response_that_was_sent_packed_and_in_pieces_is_put_together() {
    let packed = gzipped(PAGE.as_bytes());
    let (one, other) = packed.split_at(packed.len() / 2);
    let pieces = [
        format!("{:x}\r\n", one.len()).as_bytes(),
        one,
        format!("\r\n{:x}\r\n", other.len()).as_bytes(),
        other,
        b"\r\n0\r\n\r\n",
    ]
    .concat();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n";
    let block = [head.as_bytes(), &pieces].concat();
    tells(file("sent.warc", None, &record("response", URL, "application/http; msgtype=response", &block)));
}

#[test]
fn a_page_that_was_not_found_is_no_page() {
    let block = [&b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"[..], PAGE.as_bytes()].concat();
    let lost = record("response", URL, "application/http; msgtype=response", &block);
    assert!(files_of("lost.warc", None, &lost).is_empty());
}

#[test]
fn gzip_zip_and_tar_give_the_page_and_pass_over_pictures() {
    let picture: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\0";
    let members = [("lamp.png", picture), ("pages/lamp.html", PAGE.as_bytes())];
    tells(file("lamp.html.gz", Some(URL), &gzipped(PAGE.as_bytes())));
    tells(file("pages.zip", Some(URL), &zipped(&members)));
    tells(file("pages.tar", Some(URL), &tarred(&members)));
    tells(file("pages.tar.gz", Some(URL), &gzipped(&tarred(&members))));
    tells(file("outer.zip", Some(URL), &zipped(&[("inner.tar.gz", &gzipped(&tarred(&members)))])));
}

#[test]
fn zstandard_gives_the_page() {
    let packed = ruzstd::encoding::compress_to_vec(PAGE.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
    tells(file("lamp.html.zst", Some(URL), &packed));
    let packed = ruzstd::encoding::compress_to_vec(warc().as_slice(), ruzstd::encoding::CompressionLevel::Fastest);
    tells(file("crawl.warc.zst", None, &packed));
}

#[test]
fn several_pages_of_one_archive_come_in_its_order() {
    let other = PAGE.replace("The lamp", "The rope").replace("comment-7", "comment-8");
    let all = files_of("pages.zip", None, &zipped(&[("b.html", PAGE.as_bytes()), ("a.html", other.as_bytes())]));
    let titles: Vec<String> = all.into_iter().map(|told| told.article.title).collect();
    assert_eq!(titles, ["The lamp", "The rope"]);
}

/// The page as a browser saves it with its pictures, its text in the given transfer encoding.
fn mhtml(encoding: &str, text: &str) -> String {
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nSubject: The lamp\r\nDate: Tue, 5 Jan 2016 10:00:00 +0000\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related; type=\"text/html\"; boundary=\"----x\"\r\n\r\n------x\r\nContent-Type: text/html\r\nContent-ID: <f@mhtml.blink>\r\n\
         Content-Transfer-Encoding: {encoding}\r\nContent-Location: {URL}\r\n\r\n{text}\r\n------x\r\nContent-Type: image/png\r\n\
         Content-Transfer-Encoding: base64\r\nContent-Location: https://harbour.example/lamp.png\r\n\r\niVBORw0KGgo=\r\n------x--\r\n"
    )
}

/// Quoted-printable, as browsers write it: lines of 76 letters.
fn quoted_printable(text: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for byte in text.bytes() {
        let piece = match byte {
            b'\n' => "\r\n".to_owned(),
            b'=' | 128.. => format!("={byte:02X}"),
            _ => char::from(byte).to_string(),
        };
        if width + piece.len() > 74 {
            out.push_str("=\r\n");
            width = 0;
        }
        width = if piece == "\r\n" { 0 } else { width + piece.len() };
        out.push_str(&piece);
    }
    out
}

#[test]
fn mhtml_gives_the_page_with_its_address_and_not_the_day_of_saving() {
    tells(file("lamp.mhtml", None, mhtml("quoted-printable", &quoted_printable(PAGE)).as_bytes()));
    tells(file("lamp.mht", None, mhtml("8bit", PAGE).as_bytes()));
}

#[test]
fn a_book_gives_each_chapter() {
    let container = b"<?xml version='1.0'?><container version='1.0' xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='EPUB/package.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";
    let package = b"<?xml version='1.0'?><package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Saved evenings</dc:title><dc:creator>Ana Brod</dc:creator></metadata>\
        <manifest><item id='one' href='lamp.xhtml' media-type='application/xhtml+xml'/><item id='two' href='rope.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='two'/><itemref idref='one'/></spine></package>";
    let other = PAGE.replace("The lamp", "The rope");
    let book = zipped(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container),
        ("EPUB/package.opf", package),
        ("EPUB/lamp.xhtml", PAGE.as_bytes()),
        ("EPUB/rope.xhtml", other.as_bytes()),
    ]);
    let mut all = files_of("evenings.epub", None, &book);
    assert_eq!(all.len(), 2);
    tells(all.remove(1));
    all.remove(0).titled("The rope").by(&["Ana Brod"]).on("2015-11-02");
}

#[test]
fn a_document_of_a_word_processor_gives_text_and_remarks() {
    let document = "<?xml version='1.0'?><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>\
        <w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>The lamp</w:t></w:r></w:p>\
        <w:p><w:r><w:t xml:space='preserve'>The lamp on the south mole </w:t></w:r><w:commentRangeStart w:id='0'/><w:r><w:t>burns oil again.</w:t></w:r><w:commentRangeEnd w:id='0'/></w:p>\
        <w:p><w:r><w:t>It is lit at four.</w:t></w:r></w:p></w:body></w:document>";
    let comments = "<?xml version='1.0'?><w:comments xmlns:w='x'><w:comment w:id='0' w:author='Pat Reed' w:date='2015-11-03T08:00:00Z'><w:p><w:r><w:t>Which oil?</w:t></w:r></w:p></w:comment></w:comments>";
    let core = "<?xml version='1.0'?><cp:coreProperties xmlns:dc='y'><dc:creator>Ana Brod</dc:creator><dcterms:created>2015-11-02T17:00:00Z</dcterms:created></cp:coreProperties>";
    let bytes = zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/comments.xml", comments.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ]);
    file("lamp.docx", None, &bytes)
        .titled("The lamp")
        .by(&["Ana Brod"])
        .says("The lamp on the south mole burns oil again. / It is lit at four.")
        .thread(&["Pat Reed | 2015-11-03 | - | Which oil?"]);
}

/// A print of one page with these lines.
fn pdf(lines: &[&str]) -> Vec<u8> {
    use lopdf::content::{Content, Operation};
    use lopdf::{Document, Object, Stream, dictionary};
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let font = document.add_object(
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier", "Encoding" => "WinAnsiEncoding" },
    );
    let resources = document.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let mut operations = vec![Operation::new("BT", vec![]), Operation::new("Tf", vec!["F1".into(), 12.into()])];
    for line in lines {
        operations.push(Operation::new("Td", vec![0.into(), (-14).into()]));
        operations.push(Operation::new("Tj", vec![Object::string_literal(*line)]));
    }
    operations.push(Operation::new("ET", vec![]));
    let content = Content { operations }.encode().expect("content");
    let content = document.add_object(Stream::new(dictionary! {}, content));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    let list = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(list));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("memory");
    bytes
}

#[test]
fn a_print_as_pdf_gives_its_text() {
    let told = file(
        "lamp.pdf",
        None,
        &pdf(&[
            "The lamp",
            "By Ana Brod, November 2, 2015",
            "The lamp on the south mole burns oil again, since the cable was cut by an anchor",
            "that nobody admits to having dropped into the harbour on that night.",
        ]),
    );
    assert!(
        told.article.text.contains("burns oil again, since the cable was cut by an anchor that nobody admits"),
        "{}",
        told.article.text
    );
    told.titled("The lamp").by(&["Ana Brod"]).on("2015-11-02");
}

#[test]
fn a_container_that_breaks_off_gives_what_can_be_read() {
    let whole = warc();
    let cut = &whole[..whole.len() - 400];
    let all = files_of("cut.warc", None, cut);
    assert_eq!(all.len(), 1, "the page stands before the cut or is cut with it");
    assert!(files_of("cut.zip", None, &zipped(&[("a.html", PAGE.as_bytes())])[..200]).is_empty());
}
