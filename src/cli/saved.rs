//! Searches with names: kept, asked for what is new, listed, forgotten.
//!
//! In: a name and a search. Out: a small file of JSON beside the index, `index.searches.json`, with each search as it was typed
//! and the ids of the statements that were shown. The file is replaced as a whole, so that no run leaves half of one.
//!
//! ```text
//!  --save NAME QUERY…  all that it finds now is seen
//!  --new NAME          what is found and not seen ─▶ shown ─▶ seen
//! ```

use super::options::Search;
use super::settings::Settings;
use super::stop::Stop;
use crate::ask::{Answer, Question, Reading};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Version of the file.
const VERSION: u32 = 1;

/// The kept searches by their names.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Searches {
    version: u32,
    searches: BTreeMap<String, Kept>,
}

/// A kept search.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The query as typed.
    pub(super) query: String,
    /// Whether it is free words, one of which is enough.
    #[serde(default)]
    pub(super) any: bool,
    /// Filters and their clauses.
    #[serde(default)]
    pub(super) flags: Vec<(String, String)>,
    /// Ids of the statements that were shown.
    pub(super) seen: BTreeSet<String>,
}

impl Searches {
    /// Reads them; none where there is no file yet.
    pub(super) fn read(settings: &Settings) -> Result<Searches, Stop> {
        let path = file(settings);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Searches { version: VERSION, searches: BTreeMap::new() });
            }
            Err(error) => return Err(trouble(&path, &error.to_string())),
        };
        let searches: Searches =
            serde_json::from_str(&text).map_err(|_| trouble(&path, "no file of kept searches, left as it is"))?;
        if searches.version > VERSION {
            return Err(trouble(&path, "kept by a later byline"));
        }
        Ok(searches)
    }

    fn write(&self, settings: &Settings) -> Result<(), Stop> {
        let path = file(settings);
        let text = serde_json::to_string_pretty(self).map_err(|error| trouble(&path, &error.to_string()))?;
        let draft = path.with_extension("json.new");
        let written = fs::write(&draft, text + "\n").and_then(|()| fs::rename(&draft, &path));
        written.map_err(|error| trouble(&path, &error.to_string()))
    }

    /// The search with this name.
    pub(super) fn named(&self, name: &str) -> Result<&Kept, Stop> {
        self.searches.get(name).ok_or_else(|| {
            let names: Vec<&str> = self.searches.keys().map(String::as_str).collect();
            let hint = if names.is_empty() {
                "`byline search --save NAME QUERY` keeps one".to_owned()
            } else {
                format!("kept are {}", names.join(", "))
            };
            Stop::Said(format!("no search is kept as `{name}`"), Some(hint))
        })
    }

    /// Every search with its name.
    pub(super) fn all(&self) -> &BTreeMap<String, Kept> {
        &self.searches
    }

    /// Keeps a search under a name, with what it finds now as seen; whether it took the place of another.
    pub(super) fn keep(
        mut self,
        name: &str,
        search: &Search,
        seen: BTreeSet<String>,
        settings: &Settings,
    ) -> Result<bool, Stop> {
        let kept = Kept { query: search.query.join(" "), any: search.any, flags: search.filters.clauses(), seen };
        let replaced = self.searches.insert(name.to_owned(), kept).is_some();
        self.write(settings)?;
        Ok(replaced)
    }

    /// Takes the hits of an answer as seen.
    pub(super) fn look(mut self, name: &str, answer: &Answer, settings: &Settings) -> Result<(), Stop> {
        let Some(kept) = self.searches.get_mut(name).filter(|_| !answer.hits.is_empty()) else { return Ok(()) };
        kept.seen.extend(answer.hits.iter().map(|hit| hit.id.clone()));
        self.write(settings)
    }

    /// Forgets a search.
    pub(super) fn forget(mut self, name: &str, settings: &Settings) -> Result<(), Stop> {
        self.named(name)?;
        self.searches.remove(name);
        self.write(settings)
    }
}

impl Kept {
    /// The question it asks, with everything else as `question` has it.
    pub(super) fn asked(&self, question: Question) -> Question {
        let reading = if self.any { Reading::AnyWord } else { Reading::Language };
        Question { typed: self.query.clone(), reading, flags: self.flags.clone(), ..question }
    }

    /// Query and filters as one line of the query language.
    pub(super) fn line(&self) -> String {
        let clauses = self.flags.iter().map(|(_, clause)| clause.as_str());
        let parts: Vec<&str> =
            Some(self.query.as_str()).filter(|query| !query.is_empty()).into_iter().chain(clauses).collect();
        parts.join(" ")
    }
}

/// `index.searches.json` beside `index`.
fn file(settings: &Settings) -> PathBuf {
    let root = settings.index_root();
    let mut name = root.file_name().unwrap_or_default().to_owned();
    name.push(".searches.json");
    root.with_file_name(name)
}

fn trouble(path: &Path, what: &str) -> Stop {
    Stop::Said(format!("{}: {what}", path.display()), None)
}
