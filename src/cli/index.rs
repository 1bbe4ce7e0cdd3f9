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

/// Folder that is indexed where none is named.
pub(super) const CORPUS: &str = "corpus";

pub(super) fn run(index: &Index, settings: &Settings) -> Result<Exit, Stop> {
    let paths = if index.paths.is_empty() { vec![PathBuf::from(CORPUS)] } else { index.paths.clone() };
    if paths.iter().all(|path| !path.exists()) {
        let missing: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        return Err(Stop::Said(format!("{}: no such file or folder", missing.join(", ")), None));
    }
    let folder = Folder::open_or_create(&settings.index_root())?;
    let report = bring_up_to_date(&folder, &paths, settings)?;
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

/// Runs `ingest`, with progress where it may be shown.
pub(super) fn bring_up_to_date(folder: &Folder, paths: &[PathBuf], settings: &Settings) -> Result<Report, Stop> {
    let tell = |progress: Progress| {
        if settings.progress && (progress.read.is_multiple_of(50) || progress.read == progress.of) {
            // progress that cannot be shown is no trouble
            let _ = write!(stderr(), "\r{} of {} sources read", progress.read, progress.of);
        }
    };
    let report = ingest::index(folder, paths, &tell)?;
    if settings.progress && report.read > 0 {
        let _ = write!(stderr(), "\r\u{1b}[K");
    }
    Ok(report)
}
