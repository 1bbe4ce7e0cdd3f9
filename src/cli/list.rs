//! `byline extract --list`: one record a line of a list, in its order, on all cores.
//!
//! In: JSON lines `{"path", "url", "id"}`. Out: exactly one record a line; a file that cannot be read gives a record with
//! empty text and a note, a container its first article and a note.

use super::Exit;
use super::settings::Settings;
use super::stop::Stop;
use crate::article::{Article, Kind, RECORD_VERSION};
use crate::ingest::{self, Extracted, LIMIT, Outcome};
use crate::show;
use crate::source::load;
use serde::Deserialize;
use std::io::{BufWriter, Read, Write, stderr, stdin, stdout};
use std::path::Path;

/// Lines worked on together; their records are written before the next ones are read.
const BATCH: usize = 256;

#[derive(Deserialize)]
struct Line {
    path: String,
    url: Option<String>,
    id: Option<serde_json::Value>,
}

pub(super) fn run(list: &Path, settings: &Settings) -> Result<Exit, Stop> {
    let text = read(list)?;
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut out = BufWriter::new(stdout().lock());
    for (done, batch) in lines.chunks(BATCH).enumerate() {
        for record in ingest::side_by_side(batch, |line| record(line)) {
            show::extracted_json(&mut out, &record, false)?;
        }
        let read = (done * BATCH + batch.len()).min(lines.len());
        if settings.progress && lines.len() > BATCH {
            // progress that cannot be shown is no trouble
            let _ = writeln!(stderr(), "{read} of {} files read", lines.len());
        }
    }
    out.flush()?;
    Ok(if lines.is_empty() { Exit::Nothing } else { Exit::Found })
}

/// The text of a list; `-` is standard input, and bytes that are no text spoil their own line alone.
pub(super) fn read(list: &Path) -> Result<String, Stop> {
    let bytes = if list == Path::new("-") {
        let mut bytes = Vec::new();
        stdin().lock().take(LIMIT).read_to_end(&mut bytes).map(|_| bytes).map_err(|error| error.to_string())
    } else {
        load(list, LIMIT).map_err(|why| why.to_string())
    };
    let bytes = bytes.map_err(|why| Stop::Said(format!("{}: {why}", list.display()), None))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn record(line: &str) -> Article {
    let line: Line = match serde_json::from_str(line) {
        Ok(line) => line,
        Err(_) => return empty("", "this line of the list is no object with a path"),
    };
    let mut article = match ingest::extract(Path::new(&line.path), &line.path, line.url.as_deref()) {
        Ok((items, notes)) => first_article(&line.path, items, notes),
        Err(why) => empty(&line.path, &why.to_string()),
    };
    article.list_id = line.id.map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
    article
}

fn first_article(path: &str, items: Vec<Extracted>, notes: Vec<String>) -> Article {
    let count = items.len();
    let first = items.into_iter().find_map(|item| match item.outcome {
        Outcome::Article(article) => Some(*article),
        Outcome::Comment(_) => None,
    });
    let mut article = first.unwrap_or_else(|| empty(path, "no article in it"));
    article.notes.extend(notes);
    if count > 1 {
        article.notes.push(format!("the first of {count} items of this file"));
    }
    article
}

fn empty(path: &str, note: &str) -> Article {
    Article {
        version: RECORD_VERSION,
        kind: Kind::Article,
        path: path.to_owned(),
        notes: vec![note.to_owned()],
        ..Article::default()
    }
}
