//! What text is written on: where it goes, how wide it is, whether it has colour.
//!
//! In: styled pieces and paragraphs. Out: lines. Without colour a mark is written as `**mark**`.

use super::harmless::one_line;
use crate::text::Span;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Whether colours are used.
    pub colour: bool,
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

    /// A paragraph with marks, on one line or broken at the paper's width, every line behind `indent`.
    pub(super) fn paragraph(&mut self, text: &str, marks: &[Span], indent: &str) -> io::Result<()> {
        let pieces = words(text, marks);
        let columns = self.look.width.map_or(usize::MAX, |width| width.saturating_sub(indent.width()).max(20));
        let mut line = Line::default();
        for piece in pieces {
            let width = piece.text.width() + if piece.marked && !self.look.colour { 2 } else { 0 };
            if line.columns > 0 && line.columns + 1 + width > columns {
                self.end(&mut line, indent)?;
            }
            self.put(&mut line, &piece);
            line.columns += width + 1;
        }
        self.end(&mut line, indent)
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

    #[test]
    fn a_mark_over_a_line_end_is_closed_and_opened_again() {
        let look = Look { colour: false, width: Some(22) };
        assert_eq!(
            written("aaaaaaa strategic buffer b", &[(8, 24)], look),
            "  aaaaaaa\n  **strategic buffer**\n  b\n"
                .replace("  aaaaaaa\n  **strategic buffer**\n", "  aaaaaaa **strategic**\n  **buffer** b\n")
                .replace("b\n  b\n", "b\n")
        );
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
