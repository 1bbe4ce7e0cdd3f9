//! What is in an index.
//!
//! In: its totals. Out: a table, or JSON.

use super::paper::Paper;
use super::plural::count;
use super::rows::{Rows, json_error};
use crate::engine::Totals;
use std::io::{self, Write};

/// A table of two columns.
///
/// # Errors
/// When it cannot be written.
pub fn stats_text(paper: &mut Paper<'_>, totals: &Totals) -> io::Result<()> {
    for (name, value) in rows(totals) {
        paper.line(&format!("{name:<14} {value}"))?;
    }
    Ok(())
}

/// A row a number.
///
/// # Errors
/// When it cannot be written.
pub fn stats_csv(out: &mut dyn Write, totals: &Totals) -> io::Result<()> {
    let mut table = Rows::new(out);
    table.row(&["what", "value"])?;
    for (name, value) in rows(totals) {
        table.row(&[name, &value])?;
    }
    table.end()
}

fn rows(totals: &Totals) -> Vec<(&'static str, String)> {
    let number = |number: usize| count(number as u64);
    let days = match (totals.first_day, totals.last_day) {
        (Some(first), Some(last)) => format!("{first} to {last}"),
        _ => "none".to_owned(),
    };
    vec![
        ("articles", number(totals.articles)),
        ("comments", number(totals.comments)),
        ("pingbacks", number(totals.pingbacks)),
        ("threads", number(totals.threads)),
        ("authors", number(totals.authors)),
        ("nameless", number(totals.nameless)),
        ("days", days),
        ("undated", number(totals.undated)),
        ("persons", number(totals.persons)),
        ("organisations", number(totals.orgs)),
        ("places", number(totals.places)),
        ("words", count(totals.words)),
        ("sources", number(totals.sources)),
        ("size on disk", size(totals.bytes)),
    ]
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// The totals as JSON.
///
/// # Errors
/// When it cannot be written.
pub fn stats_json(out: &mut dyn Write, totals: &Totals, pretty: bool) -> io::Result<()> {
    let text = if pretty { serde_json::to_string_pretty(totals) } else { serde_json::to_string(totals) };
    writeln!(out, "{}", text.map_err(json_error)?)
}
