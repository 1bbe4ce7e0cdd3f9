//! `byline index`: bring the index up to date.
//!
//! In: PATHs. Out: an index that holds what lies there; a report on stderr, or as JSON on stdout.

use super::Exit;
use super::options::{Format, Index};
use super::settings::Settings;
use super::stop::Stop;
use crate::engine::Folder;
use crate::ingest::{self, Progress, Report};
use crate::show::{self, Paper};
use std::io::{Write, stderr, stdout};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Folder that is indexed where none is named.
pub(super) const CORPUS: &str = "corpus";

pub(super) fn run(index: &Index, settings: &Settings) -> Result<Exit, Stop> {
    let paths = if index.paths.is_empty() { vec![PathBuf::from(CORPUS)] } else { index.paths.clone() };
    if paths.iter().all(|path| !path.exists()) {
        let missing: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        return Err(Stop::Said(format!("{}: no such file or folder", missing.join(", ")), None));
    }
    let folder = Folder::open_or_create(&settings.index_root())?;
    let report = bring_up_to_date(&folder, &paths, index.again, settings)?;
    match index.format {
        Format::Json | Format::Jsonl => show::extracted_json(&mut stdout(), &report, index.format == Format::Json)?,
        Format::Text | Format::Csv => show::report(&mut Paper::new(&mut stderr(), settings.err), &report)?,
    }
    Ok(match report {
        Report { faulty: true, .. } => Exit::Trouble,
        Report { articles: 0, comments: 0, unchanged: 0, .. } => Exit::Nothing,
        _ => Exit::Found,
    })
}

/// Seconds between two lines of progress. A line at a time moves no cursor, so that a log stays readable.
const PACE: u64 = 2;

/// Runs `ingest`, with progress where it may be shown.
pub(super) fn bring_up_to_date(
    folder: &Folder,
    paths: &[PathBuf],
    again: bool,
    settings: &Settings,
) -> Result<Report, Stop> {
    let start = Instant::now();
    let told = AtomicU64::new(0);
    let tell = |progress: Progress| {
        let due = start.elapsed().as_secs() / PACE;
        if settings.progress && told.fetch_max(due, Ordering::Relaxed) < due {
            // progress that cannot be shown is no trouble
            let _ = writeln!(stderr(), "{} of {} sources read", progress.read, progress.of);
        }
    };
    Ok(ingest::index(folder, paths, again, &tell)?)
}
