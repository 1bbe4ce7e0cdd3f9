//! `byline extract`: what is read from files, without any index.
//!
//! In: files, or a list of them. Out: text, records, or the evidence for every field; status 2 where a named file could not
//! be opened.

use super::options::{Extract, Format};
use super::settings::Settings;
use super::stop::Stop;
use super::{Exit, list};
use crate::ingest::{self, Extracted, LIMIT, Outcome};
use crate::show::{self, Paper};
use std::io::{self, BufWriter, Read, Write, stderr, stdout};
use std::path::Path;

pub(super) fn run(extract: &Extract, settings: &Settings) -> Result<Exit, Stop> {
    if extract.format == Format::Csv {
        return Err(Stop::Said("extract writes text, json or jsonl".to_owned(), None));
    }
    if let Some(list) = &extract.list {
        return list::run(list, settings);
    }
    let mut exit = Exit::Nothing;
    for file in &extract.files {
        exit = worse(exit, one(file, extract, settings)?);
    }
    Ok(exit)
}

/// Trouble wins over found, found over nothing.
fn worse(one: Exit, other: Exit) -> Exit {
    match (one, other) {
        (Exit::Trouble, _) | (_, Exit::Trouble) => Exit::Trouble,
        (Exit::Found, _) | (_, Exit::Found) => Exit::Found,
        _ => Exit::Nothing,
    }
}

fn one(file: &Path, extract: &Extract, settings: &Settings) -> Result<Exit, Stop> {
    let shown = file.to_string_lossy();
    let mut err = stderr();
    let mut told = Paper::new(&mut err, settings.err);
    let (items, notes) = match open(file, extract.url.as_deref()) {
        Ok(read) => read,
        Err(message) => {
            show::fault(&mut told, &format!("{shown}: {message}"), None)?;
            return Ok(Exit::Trouble);
        }
    };
    for note in &notes {
        told.line(&format!("{}: {}", show::harmless(&shown), show::harmless(note)))?;
    }
    let mut out = BufWriter::new(stdout().lock());
    for item in &items {
        write(&mut out, item, extract, settings)?;
    }
    out.flush()?;
    Ok(if items.is_empty() { Exit::Nothing } else { Exit::Found })
}

/// Reads one file, or standard input.
pub(super) fn open(file: &Path, url: Option<&str>) -> Result<(Vec<Extracted>, Vec<String>), String> {
    let shown = file.to_string_lossy();
    if shown != "-" {
        return ingest::extract(file, &shown, url).map_err(|why| why.to_string());
    }
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(LIMIT).read_to_end(&mut bytes);
    read.map_err(|error| error.to_string())?;
    Ok(ingest::extract_bytes("-", url, bytes))
}

fn write(out: &mut dyn Write, item: &Extracted, extract: &Extract, settings: &Settings) -> io::Result<()> {
    if extract.why {
        return show::why_text(&mut Paper::new(out, settings.out), &item.findings);
    }
    let pretty = extract.format == Format::Json;
    match (extract.format, &item.outcome) {
        (Format::Text, _) => show::extracted_text(&mut Paper::new(out, settings.out), item),
        (_, Outcome::Article(article)) => show::extracted_json(out, article, pretty),
        (_, Outcome::Comment(comment)) => show::extracted_json(out, comment, pretty),
    }
}
