//! A concordance as aligned text, JSON, lines of JSON and CSV.
//!
//! In: a [`Concordance`]. Out: lines whose matches stand under each other, fitted to the paper; or the words that keep their
//! company, as a table.

use super::answer::line as json_line;
use super::harmless::{harmless_json, one_line};
use super::paper::Paper;
use super::plural::{count, counted};
use super::rows::{Rows, json_error};
use crate::article::When;
use crate::ask::{ConcordLine, Concordance};
use crate::snippet::kwic::{words_from, words_until};
use std::io::{self, Write};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Most columns for a name beside a line.
const NAME: usize = 18;
/// Most columns for an id: one that a record brought may be long, and its beginning will do.
const ID: usize = 12;
/// Papers narrower than this have no room for the name, and those narrower than the second none for the day.
const NARROW: [usize; 2] = [90, 56];
/// Columns between the parts of a line.
const GAP: usize = 2;

/// Lines under each other, then how many there are.
///
/// # Errors
/// When it cannot be written.
pub fn concordance_text(paper: &mut Paper<'_>, concordance: &Concordance, offset: usize) -> io::Result<()> {
    let layout = Layout::of(&concordance.lines, paper.width());
    for line in &concordance.lines {
        let text = layout.line(paper, line);
        paper.line(text.trim_end())?;
    }
    if !concordance.lines.is_empty() {
        paper.line("")?;
    }
    let range = match concordance.lines.len() {
        0 => String::new(),
        shown if shown == concordance.total => String::new(),
        1 => format!(", number {} shown", offset + 1),
        shown => format!(", {} to {} shown", offset + 1, offset + shown),
    };
    let from = counted(concordance.statements, "statement");
    paper.line(&format!("{} in {from}{range}", counted(concordance.total, "line")))?;
    match concordance.undated_left_out {
        0 => Ok(()),
        undated => paper.line(&format!("{undated} undated left out; `no:date` shows them")),
    }
}

/// How many columns each part of a line has.
struct Layout {
    short: usize,
    day: usize,
    name: usize,
    left: usize,
    whole: usize,
}

impl Layout {
    fn of(lines: &[ConcordLine], width: Option<usize>) -> Layout {
        let widest = |part: &dyn Fn(&ConcordLine) -> String| lines.iter().map(|line| part(line).width()).max();
        let short = widest(&|line| one_line(&line.short)).unwrap_or(0).min(ID);
        let keyword = widest(&|line| one_line(&line.keyword)).unwrap_or(0);
        let left = widest(&|line| one_line(&line.left)).unwrap_or(0);
        let whole = width.unwrap_or(usize::MAX);
        let day = if whole < NARROW[1] { 0 } else { widest(&|line| day(line)).unwrap_or(0) };
        let name = if whole < NARROW[0] { 0 } else { widest(&name).unwrap_or(0).min(NAME) };
        let beside: usize = [short, day, name].iter().filter(|part| **part > 0).map(|part| part + GAP).sum();
        // a long match takes from the right
        let room = whole.saturating_sub(beside + 2 * GAP);
        let left = left.min(room.saturating_sub(keyword.min(room / 3)) / 2);
        Layout { short, day, name, left, whole }
    }

    fn line(&self, paper: &Paper<'_>, line: &ConcordLine) -> String {
        let mut beside = String::new();
        for (text, columns) in [(one_line(&line.short), self.short), (day(line), self.day), (name(line), self.name)] {
            if columns > 0 {
                beside.push_str(&padded(first_columns(&text, columns), columns + GAP));
            }
        }
        let (left, keyword, right) = (one_line(&line.left), one_line(&line.keyword), one_line(&line.right));
        let left = last_columns(&left, self.left);
        let before = format!("{}{left}{}", " ".repeat(self.left - left.width()), " ".repeat(GAP));
        let room = self.whole.saturating_sub(beside.width() + before.width());
        let keyword = first_columns(&keyword, room);
        let right = first_columns(&right, room.saturating_sub(keyword.width() + GAP));
        format!("{}{before}{}{}{right}", paper.faint(&beside), paper.mark(keyword), " ".repeat(GAP))
    }
}

fn day(line: &ConcordLine) -> String {
    line.date.as_ref().map_or_else(|| "no day".to_owned(), |date| date.day_text().to_owned())
}

fn name(line: &ConcordLine) -> String {
    line.authors.first().map_or_else(|| "no name".to_owned(), |name| one_line(name))
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}

/// As much of a text's beginning as stands in so many columns.
fn first_columns(text: &str, columns: usize) -> &str {
    let mut taken = 0;
    let fits = |grapheme: &&str| {
        taken += grapheme.width();
        taken <= columns
    };
    let bytes = text.graphemes(true).take_while(fits).map(str::len).sum();
    words_until(text, bytes).trim_end()
}

/// As much of a text's end as stands in so many columns.
fn last_columns(text: &str, columns: usize) -> &str {
    let mut taken = 0;
    let fits = |grapheme: &&str| {
        taken += grapheme.width();
        taken <= columns
    };
    let bytes: usize = text.graphemes(true).rev().take_while(fits).map(str::len).sum();
    words_from(text, text.len() - bytes).trim_start()
}

/// Words that keep the matches' company, as a table.
///
/// # Errors
/// When it cannot be written.
pub fn collocates_text(paper: &mut Paper<'_>, concordance: &Concordance) -> io::Result<()> {
    let shown = &concordance.collocates;
    let widest = shown.iter().map(|collocate| collocate.word.width()).max().unwrap_or(0).max("word".len());
    if !shown.is_empty() {
        paper.line(&paper.strong(&format!(
            "{}{:>8}{:>11}{:>10}",
            padded("word", widest),
            "near",
            "elsewhere",
            "G²"
        )))?;
    }
    for collocate in shown {
        let (near, elsewhere) = (count(collocate.near), count(collocate.elsewhere));
        let word = padded(&one_line(&collocate.word), widest);
        paper.line(&format!("{word}{near:>8}{elsewhere:>11}{:>10.2}", collocate.score))?;
    }
    if !shown.is_empty() {
        paper.line("")?;
    }
    let lines = counted(concordance.total, "line");
    paper.line(&format!("{} of {lines}", counted(shown.len(), "collocate")))
}

/// The whole concordance as one JSON value.
///
/// # Errors
/// When it cannot be written.
pub fn concordance_json(out: &mut dyn Write, concordance: &Concordance) -> io::Result<()> {
    let text = serde_json::to_string_pretty(concordance).map_err(json_error)?;
    writeln!(out, "{}", harmless_json(&text))
}

/// A line `{"type":"line",…}` a match, `{"type":"collocate",…}` a word, then `{"type":"summary",…}` with the rest.
///
/// # Errors
/// When it cannot be written.
pub fn concordance_lines(out: &mut dyn Write, concordance: &Concordance) -> io::Result<()> {
    concordance.lines.iter().try_for_each(|line| json_line(out, "line", line))?;
    concordance.collocates.iter().try_for_each(|collocate| json_line(out, "collocate", collocate))?;
    let mut rest = serde_json::to_value(concordance).map_err(json_error)?;
    for key in ["lines", "collocates"] {
        rest.as_object_mut().map(|rest| rest.shift_remove(key));
    }
    json_line(out, "summary", &rest)
}

/// A row a line: id, kind, authors, day, title, site, address, path, first and last byte, left, match, right.
///
/// # Errors
/// When it cannot be written.
pub fn concordance_csv(out: &mut dyn Write, concordance: &Concordance) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.row(&[
        "id", "kind", "authors", "date", "title", "site", "url", "path", "from", "to", "left", "keyword", "right",
    ])?;
    for line in &concordance.lines {
        rows.row(&[
            &line.id,
            &line.kind.to_string(),
            &line.authors.join("; "),
            line.date.as_ref().map_or("", When::day_text),
            &line.title,
            line.site.as_deref().unwrap_or(""),
            line.url.as_deref().unwrap_or(""),
            &line.path,
            &line.source.from.to_string(),
            &line.source.to.to_string(),
            &line.left,
            &line.keyword,
            &line.right,
        ])?;
    }
    rows.end()
}

/// A row a word: word, near, elsewhere, score.
///
/// # Errors
/// When it cannot be written.
pub fn collocates_csv(out: &mut dyn Write, concordance: &Concordance) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.row(&["word", "near", "elsewhere", "score"])?;
    for collocate in &concordance.collocates {
        let score = format!("{:.4}", collocate.score);
        rows.row(&[&collocate.word, &collocate.near.to_string(), &collocate.elsewhere.to_string(), &score])?;
    }
    rows.end()
}

#[cfg(test)]
mod tests {
    use super::{concordance_text, first_columns, last_columns};
    use crate::ask::{ConcordLine, Concordance};
    use crate::show::{Look, Paper};
    use unicode_width::UnicodeWidthStr;

    fn line(left: &str, keyword: &str, right: &str) -> ConcordLine {
        let text = |text: &str| text.to_owned();
        let authors = vec![text("Ann Marsh-Okonkwo-Lindgren")];
        ConcordLine {
            short: text("abcdefg"),
            authors,
            left: text(left),
            keyword: text(keyword),
            right: text(right),
            ..ConcordLine::default()
        }
    }

    fn shown(lines: &[ConcordLine], width: Option<usize>) -> String {
        let all = Concordance { total: lines.len(), statements: 1, lines: lines.to_vec(), ..Concordance::default() };
        let mut out = Vec::new();
        let look = Look { width, ..Look::default() };
        concordance_text(&mut Paper::new(&mut out, look), &all, 0).expect("memory can be written");
        String::from_utf8(out).expect("text")
    }

    fn lines() -> Vec<ConcordLine> {
        vec![
            line("it is said that the old", "toll", "is a tax on bread and on everything else"),
            line("習近平說他走了 and the", "tolls", "are 習近平說他走了 which nobody pays at all"),
            line("", "toll of a length that nobody would have expected here", "e\u{301}tat"),
        ]
    }

    #[test]
    fn matches_stand_under_each_other_and_no_line_is_wider_than_the_paper() {
        for width in 30..140 {
            let out = shown(&lines(), Some(width));
            let lines: Vec<&str> = out.lines().take(3).collect();
            assert!(lines.iter().all(|line| line.width() <= width), "{width}:\n{out}");
            let at = |line: &str| line.find("  toll").map(|at| line[..at].width());
            assert!(at(lines[0]).is_some() && lines.iter().all(|line| at(line) == at(lines[0])), "{width}:\n{out}");
        }
    }

    #[test]
    fn names_and_days_give_way_to_the_words_on_a_narrow_paper() {
        assert!(shown(&lines(), Some(120)).contains("Ann Marsh-Okonkwo-  "));
        assert!(!shown(&lines(), Some(80)).contains("Ann") && shown(&lines(), Some(80)).contains("no day"));
        assert!(!shown(&lines(), Some(50)).contains("no day"));
        assert!(shown(&lines(), None).contains("  toll  is a tax on bread and on everything else\n"));
    }

    #[test]
    fn text_is_cut_between_words_and_letters_as_they_are_read() {
        assert_eq!((first_columns("習習習", 5), last_columns("習習習", 5)), ("習習", "習習"));
        assert_eq!((first_columns("e\u{301}e\u{301}", 1), last_columns("ae\u{301}", 1)), ("e\u{301}", "e\u{301}"));
        assert_eq!((first_columns("old toll", 6), last_columns("old toll", 6)), ("old", "toll"));
        assert_eq!((first_columns("ab", 0), last_columns("", 9)), ("", ""));
    }
}
