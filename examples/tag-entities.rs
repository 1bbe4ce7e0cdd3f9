//! Tags documents with the committed model: `cargo run --release --example tag-entities < FILE.jsonl > OUT.jsonl`.
//!
//! In: JSON Lines of `{"id", "text"}`. Out: `{"id", "entities": [{"start", "end", "type", "name"}]}` with offsets in code
//! points, as the scorer of names reads them; on standard error the speed.

use byline::article::{Article, EntityType};
use std::io::{BufRead, Write};
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let (mut bytes, mut spent) = (0, 0.0);
    for line in std::io::stdin().lock().lines() {
        let document: serde_json::Value = serde_json::from_str(&line?).map_err(std::io::Error::other)?;
        let text = document["text"].as_str().unwrap_or_default().to_owned();
        bytes += text.len();
        let began = Instant::now();
        let article = Article { text, ..Article::default() };
        let found = byline::enrich::names::of_article(&article);
        spent += began.elapsed().as_secs_f64();
        let points = |byte: usize| article.text.get(..byte).map_or(0, |head| head.chars().count());
        let entities: Vec<serde_json::Value> = found
            .iter()
            .map(|(entity, reason)| {
                let kind = match entity.kind {
                    EntityType::Person => "PER",
                    EntityType::Org => "ORG",
                    EntityType::Place => "LOC",
                };
                let (start, end) = (points(entity.start), points(entity.end));
                let (name, why) = (&entity.name, reason.to_string());
                serde_json::json!({ "start": start, "end": end, "type": kind, "name": name, "why": why })
            })
            .collect();
        writeln!(out, "{}", serde_json::json!({ "id": document["id"], "entities": entities }))?;
    }
    writeln!(std::io::stderr(), "{:.2} MB, {:.2} MB/s", bytes as f64 / 1e6, bytes as f64 / 1e6 / spent)
}
