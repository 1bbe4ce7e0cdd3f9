//! Bounds a page before a tree is built from it.
//!
//! In: the text of a page. Out: the same text, with what would make a parser slow or its tree too deep left out,
//! and a note where something was. One linear scan; a parser's time grows with the square of nesting, of attributes
//! in one tag, and of formatting left open, and a stack that overflows cannot be caught.

use super::page::head;
use crate::article::Note;
use std::borrow::Cow;

/// Levels of nesting kept.
const DEPTH: usize = 400;
/// Open formatting elements kept: a parser opens each of them anew in every block.
const FORMATTING: usize = 24;
/// Attributes kept in one tag.
const ATTRIBUTES: usize = 120;
/// Bytes read of a page.
const SIZE: usize = 24 << 20;
/// Bytes from which a `noscript` element may hold the text itself, and how far its end is looked for.
const NOSCRIPT: usize = 1500;
const NOSCRIPT_REACH: usize = 4000;
/// Tags read of a page; each costs some 400 bytes of memory.
const TAGS: usize = 700_000;

/// The page within bounds.
pub(super) fn guard(html: &str) -> (Cow<'_, str>, Vec<Note>) {
    let text = head(html, SIZE);
    let mut scan = Scan::new(text);
    scan.large = text.len() < html.len();
    scan.run();
    let notes = scan.notes();
    (scan.finish(), notes)
}

struct Scan<'a> {
    html: &'a str,
    at: usize,
    tags: usize,
    /// Open elements by name, and which of them are formatting.
    open: Vec<(&'a [u8], bool)>,
    formatting: usize,
    kept: String,
    copied: usize,
    deep: bool,
    wide: bool,
    large: bool,
}

impl<'a> Scan<'a> {
    fn new(html: &'a str) -> Scan<'a> {
        Scan {
            html,
            at: 0,
            tags: 0,
            open: Vec::new(),
            formatting: 0,
            kept: String::new(),
            copied: 0,
            deep: false,
            wide: false,
            large: false,
        }
    }

    fn bytes(&self) -> &'a [u8] {
        self.html.as_bytes()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes().get(self.at..).unwrap_or_default()
    }

    fn run(&mut self) {
        while let Some(step) = self.find('<') {
            self.at += step;
            match self.rest().get(1) {
                Some(b'!') if self.rest().starts_with(b"<!--") => self.skip_past(4, "-->"),
                Some(b'!' | b'?') => self.skip_past(2, ">"),
                Some(b'/') if self.rest().get(2).is_some_and(u8::is_ascii_alphabetic) => self.end_tag(),
                Some(letter) if letter.is_ascii_alphabetic() => self.start_tag(),
                _ => self.at += 1,
            }
            if self.tags > TAGS {
                self.large = true;
                self.leave_out(self.at..self.html.len());
                return;
            }
        }
    }

    /// Bytes from here to the next such sign.
    fn find(&self, sign: char) -> Option<usize> {
        self.html.get(self.at..)?.find(sign)
    }

    /// An end that never comes leaves the mark as text for the parser, which is linear there.
    fn skip_past(&mut self, from: usize, end: &str) {
        self.at += from;
        while let Some(step) = self.find('>') {
            self.at += step + 1;
            if self.html.get(..self.at).is_some_and(|read| read.ends_with(end)) {
                return;
            }
        }
        self.at = self.html.len();
    }

    fn name(&self, from: usize) -> &'a [u8] {
        let start = self.rest().get(from..).unwrap_or_default();
        let length = start.iter().position(|byte| matches!(byte, b'>' | b'/') || byte.is_ascii_whitespace());
        start.get(..length.unwrap_or(start.len())).unwrap_or_default()
    }

    fn end_tag(&mut self) {
        let (start, name) = (self.at, self.name(2));
        self.skip_past(2, ">");
        self.tags += 1;
        let Some(level) = self.open.iter().rposition(|(open, _)| open.eq_ignore_ascii_case(name)) else {
            // The end of a tag that was left out must not close another one.
            let unwrapped = name.eq_ignore_ascii_case(b"noscript") || name.eq_ignore_ascii_case(b"template");
            if (self.deep && !matches!(kind_of(name), Kind::Void | Kind::ClosesItself)) || unwrapped {
                self.leave_out(start..self.at);
            }
            return;
        };
        if kind_of(name) == Kind::Formatting {
            self.open.remove(level);
            self.formatting = self.formatting.saturating_sub(1);
        } else {
            self.close(level);
        }
    }

    /// Closes an element and those inside it.
    fn close(&mut self, level: usize) {
        let closed = self.open.get(level..).unwrap_or_default().iter().filter(|(_, formatting)| *formatting).count();
        self.formatting = self.formatting.saturating_sub(closed);
        self.open.truncate(level);
    }

    fn start_tag(&mut self) {
        let (start, name) = (self.at, self.name(1));
        let end = self.attributes(start + 1 + name.len());
        self.tags += 1;
        self.at = end;
        let kind = kind_of(name);
        if kind == Kind::Void {
            return;
        }
        let is_unwrapped = (name.eq_ignore_ascii_case(b"noscript") && self.is_told_without_scripts())
            || (name.eq_ignore_ascii_case(b"template") && self.is_shadow_root(start..end));
        if is_unwrapped {
            self.leave_out(start..end);
        } else if kind == Kind::Raw {
            self.skip_raw(name);
        } else if kind != Kind::ClosesItself {
            self.nest(name, kind == Kind::Formatting, start..end);
        }
    }

    /// Whether a `noscript` element holds the text itself and not only a notice or a picture; a parser takes it for
    /// text, so its tags are left out.
    fn is_told_without_scripts(&self) -> bool {
        let rest = head(self.html.get(self.at..).unwrap_or_default(), NOSCRIPT_REACH);
        let inside = rest.split("</noscript").next().unwrap_or(rest);
        inside.len() > NOSCRIPT && ["<p", "<div", "<article"].iter().any(|tag| inside.contains(tag))
    }

    /// Whether a `template` holds what an element of the page shows, as pages saved into one file keep it.
    fn is_shadow_root(&self, tag: std::ops::Range<usize>) -> bool {
        self.html.get(tag).is_some_and(|tag| tag.to_ascii_lowercase().contains("shadowroot"))
    }

    fn nest(&mut self, name: &'a [u8], formatting: bool, tag: std::ops::Range<usize>) {
        if self.open.len() >= DEPTH || (formatting && self.formatting >= FORMATTING) {
            self.deep = true;
            self.leave_out(tag);
            return;
        }
        self.close_sibling(name);
        self.formatting += usize::from(formatting);
        self.open.push((name, formatting));
    }

    /// A list item or a cell without an end tag is closed by the next one of the same list or table.
    fn close_sibling(&mut self, name: &[u8]) {
        if name.len() > 2 {
            return;
        }
        let (siblings, holders): (&[&str], &[&str]) = match name.to_ascii_lowercase().as_slice() {
            b"li" => (&["li"], &["ul", "ol", "menu"]),
            b"dt" | b"dd" => (&["dt", "dd"], &["dl"]),
            b"td" | b"th" => (&["td", "th"], &["tr", "table"]),
            b"tr" => (&["tr"], &["table", "tbody", "thead", "tfoot"]),
            _ => return,
        };
        let sibling = self.open.iter().rposition(|(open, _)| is_one_of(open, siblings) || is_one_of(open, holders));
        let is_sibling = |level: &usize| self.open.get(*level).is_some_and(|(open, _)| is_one_of(open, siblings));
        if let Some(level) = sibling.filter(is_sibling) {
            self.close(level);
        }
    }

    /// One past the end of a tag; attributes beyond the bound are left out.
    fn attributes(&mut self, from: usize) -> usize {
        let end = self.tag_end(from);
        // each attribute takes two bytes
        if end > from + 2 * ATTRIBUTES
            && let Some(bound) = self.surplus(from, end)
        {
            self.wide = true;
            self.leave_out(bound..end);
        }
        (end + 1).min(self.html.len())
    }

    /// Where a tag ends: at the first `>` outside the quotes of a value.
    fn tag_end(&self, from: usize) -> usize {
        let bytes = self.bytes();
        let rest = |at: usize| bytes.get(at..).unwrap_or_default();
        let mut at = from;
        while let Some(step) = rest(at).iter().position(|byte| matches!(byte, b'>' | b'"' | b'\'')) {
            at += step;
            let quote = rest(at).first().copied().unwrap_or(b'>');
            if quote == b'>' {
                return at;
            }
            let before = bytes.get(from..at).unwrap_or_default().trim_ascii_end();
            at += 1;
            if before.ends_with(b"=") {
                at += rest(at).iter().position(|byte| *byte == quote).map_or(bytes.len(), |step| step + 1);
            }
        }
        bytes.len()
    }

    /// Where the first attribute beyond the bound begins.
    fn surplus(&self, from: usize, end: usize) -> Option<usize> {
        let (mut count, mut quote, mut before) = (0, None, b' ');
        for (at, &byte) in self.bytes().get(..end)?.iter().enumerate().skip(from) {
            match quote {
                Some(open) if open == byte => quote = None,
                Some(_) => {}
                None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
                None if before.is_ascii_whitespace() && !byte.is_ascii_whitespace() && byte != b'=' => {
                    count += 1;
                    if count > ATTRIBUTES {
                        return Some(at);
                    }
                }
                None => {}
            }
            if !(byte.is_ascii_whitespace() && before == b'=') {
                before = byte;
            }
        }
        None
    }

    /// Text of a script or a title is no markup up to its end tag; without one it is all that is left.
    fn skip_raw(&mut self, name: &[u8]) {
        while let Some(step) = self.find('<') {
            self.at += step;
            if self.rest().get(1) == Some(&b'/') && self.name(2).eq_ignore_ascii_case(name) {
                self.skip_past(2, ">");
                return;
            }
            self.at += 1;
        }
        self.at = self.html.len();
    }

    fn leave_out(&mut self, range: std::ops::Range<usize>) {
        self.kept.push_str(self.html.get(self.copied..range.start).unwrap_or_default());
        self.copied = range.end;
    }

    fn notes(&self) -> Vec<Note> {
        let note = |odd: bool, message: String| odd.then(|| Note::new(message));
        [
            note(self.deep, format!("nested deeper than {DEPTH} levels, deeper levels flattened")),
            note(self.wide, format!("more than {ATTRIBUTES} attributes in one tag, the others left out")),
            note(self.large, "too large, cut at its end".to_owned()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn finish(mut self) -> Cow<'a, str> {
        if self.copied == 0 {
            return Cow::Borrowed(self.html);
        }
        self.kept.push_str(self.html.get(self.copied..).unwrap_or_default());
        Cow::Owned(self.kept)
    }
}

fn is_one_of(name: &[u8], names: &[&str]) -> bool {
    names.iter().any(|one| name.eq_ignore_ascii_case(one.as_bytes()))
}

/// What a parser makes of an element's tags.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// It has no end.
    Void,
    /// Its end tag is often left out; the next of the kind closes it.
    ClosesItself,
    /// Its content is no markup.
    Raw,
    /// It is opened anew in every block until it is closed.
    Formatting,
    Other,
}

fn kind_of(name: &[u8]) -> Kind {
    let mut small = [0_u8; 10];
    let Some(small) = small.get_mut(..name.len()) else { return Kind::Other };
    small.copy_from_slice(name);
    small.make_ascii_lowercase();
    match &*small {
        b"br" | b"img" | b"meta" | b"link" | b"input" | b"hr" | b"area" | b"base" | b"col" | b"embed" | b"param"
        | b"source" | b"track" | b"wbr" | b"image" => Kind::Void,
        b"p" | b"option" | b"optgroup" | b"html" | b"head" | b"body" | b"rt" | b"rp" => Kind::ClosesItself,
        b"script" | b"style" | b"title" | b"textarea" | b"xmp" | b"iframe" | b"noembed" | b"noframes" | b"noscript" => {
            Kind::Raw
        }
        b"a" | b"b" | b"big" | b"code" | b"em" | b"font" | b"i" | b"nobr" | b"s" | b"small" | b"strike" | b"strong"
        | b"tt" | b"u" => Kind::Formatting,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{ATTRIBUTES, DEPTH, guard};

    #[test]
    fn an_ordinary_page_passes_untouched() {
        let page = "<html><head><title>a <b> c</title></head><body><ul><li>one<li>two</ul><p>x<p>y</body>";
        let (text, notes) = guard(page);
        assert_eq!(text, page);
        assert!(notes.is_empty());
    }

    #[test]
    fn levels_too_deep_are_flattened_and_their_words_stay() {
        let page = format!("{}needle{}<p>after</p>", "<div>".repeat(5000), "</div>".repeat(5000));
        let (text, notes) = guard(&page);
        assert_eq!(text.matches("<div>").count(), DEPTH);
        assert_eq!(text.matches("</div>").count(), DEPTH);
        assert!(text.contains("needle") && text.contains("after"));
        assert_eq!(notes.len(), 1);
    }

    #[test]
    fn items_and_cells_without_end_tags_lie_side_by_side() {
        let list = format!("<ul>{}</ul>", "<li>item".repeat(3000));
        let table = format!("<table>{}</table>", "<tr><td>a<td>b".repeat(3000));
        assert!(guard(&list).1.is_empty());
        assert!(guard(&table).1.is_empty());
    }

    #[test]
    fn a_text_for_readers_without_scripts_is_kept() {
        let text = format!("<noscript><div>{}</div></noscript>", "<p>words".repeat(300));
        assert!(!guard(&text).0.contains("<noscript"));
        let pixel = "<noscript><img src=x></noscript>";
        assert_eq!(guard(pixel).0, pixel);
    }

    #[test]
    fn a_shadow_root_is_part_of_the_page_and_another_template_is_not() {
        for name in ["shadowroot", "shadowrootmode"] {
            let text = format!("<x-note><template {name}=open><p>words</p></template><b>slot</b></x-note>");
            assert_eq!(guard(&text).0, "<x-note><p>words</p><b>slot</b></x-note>");
        }
        let row = "<template id=row><p>words</p></template>";
        assert_eq!(guard(row).0, row);
    }

    #[test]
    fn formatting_left_open_is_bounded() {
        let page = (0..1000).map(|n| format!("<font size={n}><p>x")).collect::<String>();
        assert!(guard(&page).0.matches("<font").count() < 30);
    }

    #[test]
    fn attributes_beyond_the_bound_are_left_out() {
        let many = (0..5000).map(|n| format!(" a{n}='>'")).collect::<String>();
        let page = format!("<div{many}>word</div>");
        let (text, notes) = guard(&page);
        assert_eq!(text.matches("='>'").count(), ATTRIBUTES);
        assert!(text.ends_with(">word</div>"));
        assert_eq!(notes.len(), 1);
    }

    #[test]
    fn markup_inside_scripts_and_comments_is_no_nesting() {
        let page = format!("<script>{0}</script><!--{0}--><p>x", "<div>".repeat(900));
        assert!(guard(&page).1.is_empty());
    }

    #[test]
    fn an_unclosed_comment_or_quote_ends_the_scan() {
        for page in ["<p>a<!-- never closed <div>", "<a href=\"never closed <div>", "<script>never", "<", "</", "<p"] {
            assert_eq!(guard(page).0, page);
        }
    }
}
