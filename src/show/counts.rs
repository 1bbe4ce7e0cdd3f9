//! The counts of an answer: facets and months, as bars or as a table; and the queries that may have been meant.
//!
//! In: an [`Answer`]. Out: lines. What is counted is `ask`'s.

use super::harmless::one_line;
use super::paper::Paper;
use super::plural::{count, counted};
use super::rows::Rows;
use crate::ask::{Answer, Suggestion};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Longest bar, in columns.
const BAR: usize = 30;
/// Longest name before a bar, in columns.
const NAME: usize = 32;

/// Facets and months, each as a table with bars.
pub(super) fn counts_text(paper: &mut Paper<'_>, answer: &Answer) -> io::Result<()> {
    for (facet, values) in &answer.facets {
        let values: Vec<_> = values.iter().map(|value| (value.name.as_str(), value.count)).collect();
        bars(paper, facet, &values)?;
    }
    let months: Vec<_> = answer.months.iter().map(|month| (month.month.as_str(), month.count)).collect();
    if months.is_empty() { Ok(()) } else { bars(paper, "month", &months) }
}

fn bars(paper: &mut Paper<'_>, head: &str, values: &[(&str, usize)]) -> io::Result<()> {
    paper.line(&paper.strong(head))?;
    let names: Vec<String> = values.iter().map(|(name, _)| short(&one_line(name))).collect();
    let numbers: Vec<String> = values.iter().map(|(_, number)| count(*number as u64)).collect();
    let widest = names.iter().map(|name| name.width()).max().unwrap_or(0);
    let longest = numbers.iter().map(String::len).max().unwrap_or(0);
    let most = values.iter().map(|(_, number)| *number).max().unwrap_or(1);
    let room = paper.width().map_or(BAR, |width| width.saturating_sub(widest + longest + 6).min(BAR));
    for ((name, number), (_, of)) in names.iter().zip(&numbers).zip(values) {
        let blanks = " ".repeat(widest - name.width());
        // whatever is there at all has a bar
        let bar = "\u{2588}".repeat((of * room).div_ceil(most));
        paper.line(format!("  {name}{blanks}  {number:>longest$}  {bar}").trim_end())?;
    }
    if values.is_empty() {
        paper.line("  none")?;
    }
    paper.line("")
}

/// A name that leaves room for its bar.
fn short(name: &str) -> String {
    if name.width() <= NAME {
        return name.to_owned();
    }
    let mut kept = String::new();
    for c in name.chars() {
        if kept.width() + unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) >= NAME {
            break;
        }
        kept.push(c);
    }
    kept + "\u{2026}"
}

/// A line for each query that may have been meant.
pub(super) fn suggestions_text(paper: &mut Paper<'_>, suggestions: &[Suggestion]) -> io::Result<()> {
    for Suggestion { query, reason, total } in suggestions.iter().filter(|one| may_be(one).is_none()) {
        let (query, found) = (one_line(query), counted(*total, "statement"));
        let line = match reason.as_str() {
            "did you mean" => format!("did you mean `{query}`? {found}"),
            without if without.starts_with("without") => format!("{}: {found}", one_line(without)),
            by => format!("{found} {by}: `{query}`"),
        };
        paper.line(&line)?;
    }
    let names: Vec<(&str, String)> = suggestions.iter().filter_map(may_be).collect();
    for names in names.chunk_by(|one, other| one.0 == other.0) {
        let Some((short, _)) = names.first() else { continue };
        let all: Vec<&str> = names.iter().map(|(_, name)| name.as_str()).collect();
        paper.line(&format!("{} may be {}", one_line(short), alternatives(&all)))?;
    }
    Ok(())
}

/// A short name as it was asked for and a full one that it may mean, with its count.
fn may_be(suggestion: &Suggestion) -> Option<(&str, String)> {
    let (short, name) = suggestion.reason.split_once(" may be ")?;
    Some((short, format!("{} ({})", one_line(name), count(suggestion.total as u64))))
}

fn alternatives(all: &[&str]) -> String {
    match all.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        _ => all.join(""),
    }
}

/// A row a value: the facet, or `month`, its key, its name, how many statements.
///
/// # Errors
/// When it cannot be written.
pub fn counts_csv(out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.row(&["facet", "key", "name", "count"])?;
    for (facet, values) in &answer.facets {
        for value in values {
            rows.row(&[facet, &value.key, &value.name, &value.count.to_string()])?;
        }
    }
    for month in &answer.months {
        rows.row(&["month", &month.month, &month.month, &month.count.to_string()])?;
    }
    rows.end()
}
