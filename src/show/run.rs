//! What a run of `index` did, and faults.
//!
//! In: a report, a fault. Out: a summary in one or two lines; every source that was skipped or is odd.

use super::harmless::one_line;
use super::paper::Paper;
use super::plural::counted;
use crate::ingest::Report;
use std::fmt;
use std::io;

/// Sources that were skipped or are odd, then what was done.
///
/// # Errors
/// When it cannot be written.
pub fn report(paper: &mut Paper<'_>, report: &Report) -> io::Result<()> {
    for trouble in &report.troubles {
        let what = if trouble.skipped { "skipped: " } else { "" };
        paper.line(&format!("{}: {what}{}", one_line(&trouble.path), one_line(&trouble.message)))?;
    }
    let mut parts = vec![format!("{} read", counted(report.read, "source"))];
    if report.unchanged > 0 {
        parts.push(format!("{} unchanged", report.unchanged));
    }
    if report.gone > 0 {
        parts.push(format!("{} gone", report.gone));
    }
    let skipped = report.troubles.iter().filter(|trouble| trouble.skipped).count();
    if skipped > 0 {
        parts.push(format!("{skipped} skipped"));
    }
    let read = format!("{} and {}", counted(report.articles, "article"), counted(report.comments, "comment"));
    paper.line(&format!("{}; {read}", parts.join(", ")))
}

/// A fault with its hint on a line of its own.
///
/// # Errors
/// When it cannot be written.
pub fn fault(paper: &mut Paper<'_>, message: &dyn fmt::Display, hint: Option<&str>) -> io::Result<()> {
    paper.line(&format!("byline: {}", one_line(&message.to_string())))?;
    match hint {
        Some(hint) => paper.line(&format!("hint: {}", one_line(hint))),
        None => Ok(()),
    }
}
