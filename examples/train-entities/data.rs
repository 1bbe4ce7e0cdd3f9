//! Training files: documents with the names in them.
//!
//! In: JSON Lines of `{"id", "text", "entities": [{"start", "end", "type"}]}` with offsets in code points. Out: texts
//! with names in bytes. Single sentences that follow each other are put together, so that they have neighbours.

use serde::Deserialize;
use std::io;
use std::path::Path;

/// A document with its names: first byte, one past the last, kind.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    pub(crate) text: String,
    pub(crate) names: Vec<(usize, usize, usize)>,
    pub(crate) weight: f32,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    entities: Vec<Mention>,
}

#[derive(Deserialize)]
struct Mention {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

/// Reads a file; `together` single sentences make one document.
pub(crate) fn read(path: &Path, weight: f32, together: usize) -> io::Result<Vec<Sample>> {
    let text = std::fs::read_to_string(path)?;
    let mut samples: Vec<Sample> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line: Line = serde_json::from_str(line).map_err(io::Error::other)?;
        let sample = sample(&line, weight);
        match samples.last_mut() {
            Some(last) if number % together != 0 => append(last, sample),
            _ => samples.push(sample),
        }
    }
    Ok(samples)
}

fn append(last: &mut Sample, next: Sample) {
    last.text.push_str("\n\n");
    let shift = last.text.len();
    last.text.push_str(&next.text);
    last.names.extend(next.names.into_iter().map(|(from, to, kind)| (from + shift, to + shift, kind)));
}

fn sample(line: &Line, weight: f32) -> Sample {
    let bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let mut names = Vec::new();
    for mention in &line.entities {
        let kind = match mention.kind.as_str() {
            "PER" => 0,
            "ORG" => 1,
            "LOC" => 2,
            _ => continue,
        };
        if let (Some(&from), Some(&to)) = (bytes.get(mention.start), bytes.get(mention.end)) {
            let (from, to) = trimmed(&line.text, from, to);
            names.push((from, to, kind));
        }
    }
    names.sort_unstable();
    Sample { text: line.text.clone(), names, weight }
}

/// Without `State` in `Secretary of State`, which labels by machine call an organisation: it is part of a title.
pub(crate) fn without_titles(mut sample: Sample) -> Sample {
    let text = sample.text.as_str();
    let titled = |from: usize| text.get(..from).is_some_and(|head| head.ends_with("Secretary of "));
    sample.names.retain(|(from, to, _)| text.get(*from..*to) != Some("State") || !titled(*from));
    sample
}

/// Without white space, a leading article and a possessive, which count for nothing.
pub(crate) fn trimmed(text: &str, from: usize, to: usize) -> (usize, usize) {
    let name = text.get(from..to).unwrap_or_default();
    let name = name.trim_end();
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name).trim_end();
    let name = name.trim_end_matches(['\'', '’']);
    let start = name.trim_start();
    let bare = ["the ", "The ", "THE "].iter().find_map(|article| start.strip_prefix(article)).unwrap_or(start);
    let from = from + name.len() - bare.trim_start().len();
    (from, from + bare.trim_start().len())
}
