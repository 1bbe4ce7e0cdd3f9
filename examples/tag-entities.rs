//! Tags documents with the committed model: `cargo run --release --example tag-entities < FILE.jsonl > OUT.jsonl`.
//!
//! In: JSON Lines of `{"id", "text"}`; with `--given` also `"entities": [{"start", "end", "type"}]`, which are resolved
//! as they stand, so that resolution is measured by itself. Out: `{"id", "entities": [{"start", "end", "type", "name"}]}`
//! with offsets in code points, as the scorer of names reads them; on standard error the speed.

use byline::article::{Article, Entity, EntityType, Place};
use byline::enrich::names::{self, Found, Reason, Stretch};
use byline::text::Span;
use serde_json::{Value, json};
use std::io::{BufRead, Error, Write};
use std::time::Instant;

const TYPES: [(&str, EntityType); 3] =
    [("PER", EntityType::Person), ("ORG", EntityType::Org), ("LOC", EntityType::Place)];

fn main() -> std::io::Result<()> {
    let given = std::env::args().any(|arg| arg == "--given");
    let mut out = std::io::stdout().lock();
    let (mut bytes, mut spent) = (0, 0.0);
    for line in std::io::stdin().lock().lines() {
        let document: Value = serde_json::from_str(&line?).map_err(Error::other)?;
        let text = document["text"].as_str().unwrap_or_default().to_owned();
        bytes += text.len();
        let mentions = if given { mentions(&document, &text) } else { Vec::new() };
        let began = Instant::now();
        let found = match given {
            true => names::of_mentions(&[Stretch { place: Place::Text, text: &text }], &mentions),
            false => names::of_article(&Article { text: text.clone(), ..Article::default() }),
        };
        spent += began.elapsed().as_secs_f64();
        let entities: Vec<Value> = found.iter().map(|(entity, reason)| told(&text, entity, *reason)).collect();
        writeln!(out, "{}", json!({ "id": document["id"], "entities": entities }))?;
    }
    writeln!(std::io::stderr(), "{:.2} MB, {:.2} MB/s", bytes as f64 / 1e6, bytes as f64 / 1e6 / spent)
}

/// The mentions that a document brings, in their order.
fn mentions(document: &Value, text: &str) -> Vec<Found> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |point: &Value| point.as_u64().and_then(|point| bytes.get(point as usize)).copied();
    let mention = |given: &Value| {
        let kind = TYPES.iter().find(|(name, _)| given["type"].as_str() == Some(name))?.1;
        Some(Found { place: Place::Text, span: Span::new(byte(&given["start"])?, byte(&given["end"])?), kind })
    };
    let mut mentions: Vec<Found> = document["entities"].as_array().into_iter().flatten().filter_map(mention).collect();
    mentions.sort_unstable();
    mentions
}

fn told(text: &str, entity: &Entity, reason: Reason) -> Value {
    let points = |byte: usize| text.get(..byte).map_or(0, |head| head.chars().count());
    let kind = TYPES.iter().find(|(_, kind)| *kind == entity.kind).map(|(name, _)| name);
    let (start, end) = (points(entity.start), points(entity.end));
    json!({ "start": start, "end": end, "type": kind, "name": entity.name, "why": reason.to_string() })
}
