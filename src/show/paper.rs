//! What text is written on: where it goes, how wide it is, whether it has colour.
//!
//! In: styled pieces and paragraphs. Out: lines. Without colour a mark is written as `**mark**`.

use super::harmless::one_line;
use crate::text::{Span, percent_encoded};
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Whether colours are used.
    pub colour: bool,
    /// Whether paths and addresses are links (OSC 8).
    pub links: bool,
    /// Columns; none where lines are not broken.
    pub width: Option<usize>,
}

/// A sheet to write on.
pub struct Paper<'a> {
    out: &'a mut dyn Write,
    look: Look,
}

const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const MARK: Style = AnsiColor::Red.on_default().bold();
const DROPPED: Style = AnsiColor::Red.on_default().strikethrough();
const PUT_IN: Style = AnsiColor::Green.on_default();

impl<'a> Paper<'a> {
    /// A sheet on a writer.
    pub fn new(out: &'a mut dyn Write, look: Look) -> Paper<'a> {
        Paper { out, look }
    }

    /// A line as it is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    pub(super) fn strong(&self, text: &str) -> String {
        self.styled(text, STRONG)
    }

    /// Columns; none where lines are not broken.
    pub(super) fn width(&self) -> Option<usize> {
        self.look.width
    }

    /// A match, where colours show it.
    pub(super) fn mark(&self, text: &str) -> String {
        self.styled(text, MARK)
    }

    pub(super) fn faint(&self, text: &str) -> String {
        self.styled(text, FAINT)
    }

    fn styled(&self, text: &str, style: Style) -> String {
        if self.look.colour && !text.is_empty() {
            format!("{}{text}{}", style.render(), style.render_reset())
        } else {
            text.to_owned()
        }
    }

    /// Where a hit is found: its id, its path, its address.
    pub(super) fn place_line(&mut self, indent: &str, place: &Place<'_>) -> io::Result<()> {
        let mut parts = vec![one_line(place.id), self.link(place.path, place.location.map(file_address))];
        let is_web = |url: &&str| url.starts_with("http://") || url.starts_with("https://");
        parts.extend(place.url.map(|url| self.link(url, Some(url).filter(is_web).map(on_ascii))));
        self.line(&format!("{indent}{}", self.faint(&parts.join("  "))))
    }

    /// Text that a terminal opens as this address.
    fn link(&self, text: &str, target: Option<String>) -> String {
        match target.filter(|_| self.look.links) {
            Some(target) => format!("\u{1b}]8;;{target}\u{1b}\\{}\u{1b}]8;;\u{1b}\\", one_line(text)),
            None => one_line(text),
        }
    }

    /// Words as they are.
    pub(super) fn plain(&self, text: &str) -> Vec<Styled> {
        self.pieces(text, None)
    }

    /// Words that are taken out: struck out in red, else `[-words-]`.
    pub(super) fn dropped(&self, text: &str) -> Vec<Styled> {
        self.pieces(text, Some((DROPPED, "[-", "-]")))
    }

    /// Words that are put in: green, else `{+words+}`.
    pub(super) fn put_in(&self, text: &str) -> Vec<Styled> {
        self.pieces(text, Some((PUT_IN, "{+", "+}")))
    }

    fn pieces(&self, text: &str, look: Option<(Style, &str, &str)>) -> Vec<Styled> {
        let mut words: Vec<String> = text.split_whitespace().map(one_line).collect();
        let style = look.filter(|_| self.look.colour).map(|(style, ..)| style);
        if let Some((_, open, close)) = look.filter(|_| !self.look.colour) {
            words.iter_mut().take(1).for_each(|word| word.insert_str(0, open));
            words.iter_mut().rev().take(1).for_each(|word| word.push_str(close));
        }
        words.into_iter().map(|text| Styled { text, style, spaced: true }).collect()
    }

    /// Words with their styles, on one line or broken at the paper's width, every line behind `indent`.
    pub(super) fn styled_words(&mut self, words: &[Styled], indent: &str) -> io::Result<()> {
        let columns = self.look.width.map_or(usize::MAX, |width| width.saturating_sub(indent.width()));
        let (mut line, mut taken) = (String::new(), 0);
        for word in words.chunk_by(|_, next| !next.spaced) {
            let width: usize = word.iter().map(|piece| piece.text.width()).sum();
            if taken > 0 && taken + 1 + width > columns {
                writeln!(self.out, "{indent}{line}")?;
                (line, taken) = (String::new(), 0);
            }
            if taken > 0 {
                line.push(' ');
                taken += 1;
            }
            for piece in word {
                line.push_str(&piece.style.map_or_else(|| piece.text.clone(), |style| self.styled(&piece.text, style)));
            }
            taken += width;
        }
        if taken > 0 { writeln!(self.out, "{indent}{line}") } else { Ok(()) }
    }

    /// A paragraph with marks, on one line or broken at the paper's width, every line behind `indent`.
    pub(super) fn paragraph(&mut self, text: &str, marks: &[Span], indent: &str) -> io::Result<()> {
        let pieces = words(text, marks);
        // deep in a thread half of the paper is left for words
        let columns = self.look.width.map_or(usize::MAX, |width| width.saturating_sub(indent.width()).max(width / 2));
        let mut line = Line::default();
        // pieces between which no blank stands are one word, and stay on one line
        for word in pieces.chunk_by(|_, next| !next.spaced) {
            let blank = usize::from(line.columns > 0);
            if line.columns > 0 && line.columns + blank + self.columns(word, false) > columns {
                self.end(&mut line, indent)?;
            }
            line.columns += self.columns(word, line.columns == 0) + usize::from(line.columns > 0);
            word.iter().for_each(|piece| self.put(&mut line, piece));
        }
        self.end(&mut line, indent)
    }

    /// Columns of a word with the stars of the marks that open in it, and at a line's beginning of one that goes on.
    fn columns(&self, word: &[Piece], first: bool) -> usize {
        let opens = |at: usize, piece: &Piece| piece.marked && (piece.begins || (first && at == 0));
        let stars = word.iter().enumerate().filter(|(at, piece)| !self.look.colour && opens(*at, piece)).count() * 4;
        word.iter().map(|piece| piece.text.width()).sum::<usize>() + stars
    }

    fn put(&self, line: &mut Line, piece: &Piece) {
        let inside = line.open && piece.marked && !piece.begins;
        if line.open && !inside {
            self.close(line);
        }
        if !line.text.is_empty() && piece.spaced {
            line.text.push(' ');
        }
        if piece.marked && !inside {
            line.text.push_str(&if self.look.colour { MARK.render().to_string() } else { "**".to_owned() });
            line.open = true;
        }
        line.text.push_str(&piece.text);
    }

    fn close(&self, line: &mut Line) {
        line.text.push_str(&if self.look.colour { MARK.render_reset().to_string() } else { "**".to_owned() });
        line.open = false;
    }

    /// Writes a line; a mark that goes on is closed and opened again on the next one.
    fn end(&mut self, line: &mut Line, indent: &str) -> io::Result<()> {
        if line.open {
            self.close(line);
        }
        if !line.text.is_empty() {
            writeln!(self.out, "{indent}{}", line.text)?;
        }
        *line = Line::default();
        Ok(())
    }
}

/// Where a statement is found.
pub(super) struct Place<'a> {
    pub(super) id: &'a str,
    pub(super) path: &'a str,
    /// From the root of the file system.
    pub(super) location: Option<&'a str>,
    pub(super) url: Option<&'a str>,
}

fn file_address(location: &str) -> String {
    let path = percent_encoded(location, |byte| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte));
    format!("file://{path}")
}

/// An address in printable ASCII, so that nothing in it ends the link.
fn on_ascii(url: &str) -> String {
    percent_encoded(url, |byte| byte.is_ascii_graphic())
}

/// A word with its style.
pub(super) struct Styled {
    text: String,
    style: Option<Style>,
    /// Whether a blank stands before it.
    pub(super) spaced: bool,
}

#[derive(Default)]
struct Line {
    text: String,
    columns: usize,
    open: bool,
}

/// A word, or a part of one between two marks' edges.
struct Piece {
    text: String,
    marked: bool,
    /// Whether a mark begins with it.
    begins: bool,
    /// Whether a blank stands before it.
    spaced: bool,
}

/// Words of a text, cut at white space and at the edges of marks.
fn words(text: &str, marks: &[Span]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut spaced = false;
    let outside = |to: usize, from: usize| (Span::new(from, to), false);
    let mut stretches = Vec::new();
    for mark in marks.iter().filter(|mark| !mark.is_empty()) {
        stretches.push(outside(mark.from, at));
        stretches.push((*mark, true));
        at = mark.to;
    }
    stretches.push(outside(text.len(), at));
    for (stretch, marked) in stretches {
        let part = stretch.of(text);
        let mut begins = marked;
        for (number, word) in part.split_whitespace().enumerate() {
            let before = if number == 0 { spaced || part.starts_with(char::is_whitespace) } else { true };
            pieces.push(Piece { text: one_line(word), marked, begins, spaced: before });
            begins = false;
            spaced = false;
        }
        spaced = if part.trim().is_empty() { spaced || !part.is_empty() } else { part.ends_with(char::is_whitespace) };
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Look, Paper};
    use crate::text::Span;
    use unicode_width::UnicodeWidthStr;

    fn written(text: &str, marks: &[(usize, usize)], look: Look) -> String {
        let mut out = Vec::new();
        let marks: Vec<Span> = marks.iter().map(|&(from, to)| Span::new(from, to)).collect();
        Paper::new(&mut out, look).paragraph(text, &marks, "  ").expect("memory can be written");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn a_phrase_is_marked_as_one() {
        assert_eq!(written("a strategic buffer, b", &[(2, 18)], Look::default()), "  a **strategic buffer**, b\n");
    }

    fn on_paper(text: &str, marks: &[(usize, usize)], width: usize) -> String {
        written(text, marks, Look { colour: false, links: false, width: Some(width) })
    }

    #[test]
    fn a_mark_over_a_line_end_is_closed_and_opened_again() {
        let text = "aaaaaaa strategic buffer b";
        assert_eq!(on_paper(text, &[(8, 24)], 23), "  aaaaaaa **strategic**\n  **buffer** b\n");
        assert_eq!(on_paper(text, &[(8, 24)], 22), "  aaaaaaa\n  **strategic buffer**\n  b\n");
    }

    #[test]
    fn no_line_is_wider_than_the_paper_unless_a_word_is() {
        let text = "The lamp at the end of the pier went out, 習近平 said, and état by état nobody knew why.";
        let singles: Vec<(usize, usize)> = crate::text::words(text).map(|word| word.span.into()).collect();
        for width in 20..60 {
            for marks in [&[][..], &[(4, 16)], &[(0, text.len())], &singles] {
                let out = on_paper(text, marks, width);
                assert!(out.lines().all(|line| line.width() <= width), "{width}:\n{out}");
                assert_eq!(out.replace("**", "").split_whitespace().collect::<Vec<_>>().join(" "), text);
                assert!(out.lines().all(|line| line.matches("**").count() % 2 == 0), "{width}:\n{out}");
            }
        }
        let long = "x".repeat(50);
        assert_eq!(on_paper(&format!("a {long} b"), &[], 20), format!("  a\n  {long}\n  b\n"), "a word is never cut");
    }

    #[test]
    fn lines_are_as_full_as_they_can_be() {
        assert_eq!(on_paper("aaaa bbbb cccc dddd eeee", &[], 21), "  aaaa bbbb cccc dddd\n  eeee\n");
        assert_eq!(on_paper("aaaa bbbb cccc dddd", &[(0, 4)], 20), "  **aaaa** bbbb cccc\n  dddd\n");
    }

    #[test]
    fn wide_letters_take_two_columns_and_marks_on_letters_none() {
        assert_eq!(on_paper("習習習 習習習 習習習", &[], 20), "  習習習 習習習\n  習習習\n");
        assert_eq!(
            on_paper("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} aaaaaaaa", &[], 20)
                .lines()
                .count(),
            1
        );
    }

    #[test]
    fn colours_open_and_close_on_every_line_and_take_no_columns() {
        let look = Look { colour: true, links: false, width: Some(20) };
        let out = written("aaaa strategic buffer bbbb", &[(5, 21)], look);
        let plain: Vec<String> =
            out.lines().map(|l| l.replace("\u{1b}[1m\u{1b}[31m", "<").replace("\u{1b}[0m", ">")).collect();
        assert_eq!(plain, ["  aaaa <strategic>", "  <buffer> bbbb"]);
    }

    #[test]
    fn text_from_files_moves_no_cursor() {
        let out = on_paper("a\u{1b}[2J b\rc \u{202e}d", &[(0, 2)], 40);
        assert!(!out.contains(['\u{1b}', '\r', '\u{202e}']), "{}", out.escape_debug());
        assert_eq!(on_paper("", &[], 20), "");
        assert_eq!(on_paper(" \n\t ", &[], 20), "");
    }

    #[test]
    fn two_marks_side_by_side_stay_two() {
        assert_eq!(written("kim jong", &[(0, 3), (4, 8)], Look::default()), "  **kim** **jong**\n");
    }

    #[test]
    fn marks_inside_a_word_add_no_blank() {
        assert_eq!(written("US-China", &[(3, 8)], Look::default()), "  US-**China**\n");
    }
}
