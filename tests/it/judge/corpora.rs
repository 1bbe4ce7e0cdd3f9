//! Random corpora: few words, many ways to write them.
//!
//! In: a generator of numbers. Out: files of records whose texts cross every rule of the query page.

use fastrand::Rng;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Words as texts write them; queries ask for their folded forms.
pub(super) const WRITTEN: [&str; 40] = [
    "buffer",
    "buffers",
    "Buffered",
    "strategic",
    "STRATEGIC",
    "strategy",
    "U.S.",
    "US",
    "U.S.-China",
    "China’s",
    "150,000",
    "150000",
    "37.4",
    "l’État",
    "état",
    "e\u{301}tat",
    "C++",
    "F#",
    "c",
    "stra\u{ad}tegic",
    "Straße",
    "strasse",
    "running",
    "ran",
    "runs",
    "the",
    "of",
    "习近平",
    "近",
    "maison",
    "maisons",
    "Häuser",
    "Haus",
    "p.m.",
    "pm",
    "don't",
    "Jong-un",
    "Kim",
    "jong",
    "un",
];
const NAMES: [&str; 7] =
    ["Brendan Taylor", "Taylor Brendan", "Ann Taylor", "Kim Jong-un", "Taylor, Ann", "Œuvre Straße", "Bo Ng"];
const LANGUAGES: [Option<&str>; 6] = [Some("en"), Some("fr"), Some("de"), Some("pl"), Some("en-GB"), None];
const DATES: [Option<&str>; 8] = [
    Some("2017"),
    Some("2017-07"),
    Some("2017-07-12"),
    Some("2017-07-12T23:30:00-08:00"),
    Some("2018-01-01"),
    Some("2016-12-31"),
    None,
    None,
];
const SITES: [Option<&str>; 4] =
    [Some("https://news.example.org/a/b"), Some("https://example.org/c"), Some("http://Example.com/x"), None];

fn pick<T: Copy>(rng: &mut Rng, choices: &[T]) -> T {
    choices[rng.usize(..choices.len())]
}

fn text(rng: &mut Rng, most: usize) -> String {
    let mut out = String::new();
    for _ in 0..rng.usize(..=most) {
        out.push_str(pick(rng, &WRITTEN));
        out.push_str(pick(rng, &[" ", " ", " ", " ", ", ", ". ", "-", "\n", "\n\n", " \u{201c}", "\u{201d} "]));
    }
    out
}

/// A record's `quoted`: up to two stretches between letters.
fn quoted(rng: &mut Rng, text: &str) -> Value {
    let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut spans = Vec::new();
    for _ in 0..rng.usize(..3) {
        let (a, b) = (pick(rng, &edges), pick(rng, &edges));
        if a != b {
            spans.push(json!([a.min(b), a.max(b)]));
        }
    }
    Value::Array(spans)
}

fn entities(rng: &mut Rng, text: &str) -> Value {
    let Some(end) = text.find(' ') else { return json!([]) };
    let named = |rng: &mut Rng| {
        let (kind, name) = (pick(rng, &["person", "org", "place"]), pick(rng, &NAMES));
        json!({"start": 0, "end": end, "type": kind, "text": &text[..end], "name": name})
    };
    (0..rng.usize(..3)).map(|_| named(rng)).collect()
}

fn fill(rng: &mut Rng, record: &mut Value, most: usize) {
    let text = text(rng, most);
    record["quoted"] = quoted(rng, &text);
    record["entities"] = entities(rng, &text);
    record["text"] = text.into();
    for (key, value) in [("date", pick(rng, &DATES)), ("language", pick(rng, &LANGUAGES)), ("url", pick(rng, &SITES))] {
        if let Some(value) = value {
            record[key] = value.into();
        }
    }
    let authors: Vec<&str> = (0..rng.usize(..3)).map(|_| pick(rng, &NAMES)).collect();
    record["authors"] = json!(authors);
}

fn article(rng: &mut Rng, number: usize) -> Value {
    let mut record = json!({"title": text(rng, 4), "tags": [pick(rng, &["Ferry", "ferry news", "État"])]});
    if rng.bool() {
        record["id"] = format!("a{number}").into();
    }
    record["asides"] = json!([{"kind": "caption", "text": text(rng, 4)}, {"kind": "about", "text": text(rng, 4)}]);
    fill(rng, &mut record, 30);
    let comments: Vec<Value> = (0..rng.usize(..5)).map(|turn| nested(rng, turn)).collect();
    record["comments"] = comments.into();
    record
}

fn nested(rng: &mut Rng, turn: usize) -> Value {
    let mut record = json!({"id": turn.to_string(), "kind": pick(rng, &["comment", "comment", "comment", "pingback"])});
    fill(rng, &mut record, 12);
    let author = record["authors"][0].clone();
    record.as_object_mut().expect("an object").remove("authors");
    record["author"] = author;
    record["parent"] = if turn > 0 && rng.bool() { rng.usize(..turn + 2).to_string().into() } else { Value::Null };
    record
}

/// A flat comment that answers an article, another flat comment, or nothing that is known.
fn flat(rng: &mut Rng, number: usize) -> Value {
    let parent = if rng.bool() { format!("a{}", rng.usize(..20)) } else { format!("f{}", rng.usize(..12)) };
    let mut record = json!({"kind": "comment", "id": format!("f{number}"), "parent": parent});
    fill(rng, &mut record, 12);
    record
}

fn line(rng: &mut Rng) -> String {
    let number = rng.usize(..14);
    let record = if rng.usize(..3) == 0 { flat(rng, number) } else { article(rng, number) };
    format!("{record}\n")
}

fn file(rng: &mut Rng) -> String {
    (0..rng.usize(1..4)).map(|_| line(rng)).collect()
}

fn name(number: usize) -> String {
    if number.is_multiple_of(2) { format!("{number}.jsonl") } else { format!("b/{number}.jsonl") }
}

/// Writes a corpus of a dozen files.
pub(super) fn write(folder: &Path, rng: &mut Rng) {
    fs::create_dir_all(folder.join("b")).expect("a folder");
    for number in 0..12 {
        fs::write(folder.join(name(number)), file(rng)).expect("a file");
    }
}

/// Changes, removes and adds a few files.
pub(super) fn change(folder: &Path, rng: &mut Rng) {
    for _ in 0..3 {
        let path = folder.join(name(rng.usize(..16)));
        if path.exists() && rng.usize(..3) == 0 {
            fs::remove_file(path).expect("the file can be removed");
        } else {
            fs::write(path, file(rng)).expect("the file can be written");
        }
    }
}
