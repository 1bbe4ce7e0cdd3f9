//! Statements and queries for other engines: what is exported, asked what is printed, gives the answer that byline gives.
//!
//! The queries are asked of a small interpreter of Elasticsearch's query language, by its documentation, over the exported
//! documents: words stand where the mapping puts them, values of one field 200 places apart.

use crate::archive::Archive;
use byline::text::Stemmer;
use regex::Regex;
use serde_json::{Value, json};

const TOLL: &str =
    "A strategic buffer needs money. The buffers of U.S.-China trade cost 150,000 a year.\n\nKim Jong-un does not pay.";

fn archive() -> Archive {
    let quoting = "What does it say? A strategic buffer needs money. The buffers of U.S.-China trade. I disagree.";
    let records = [
        json!({"id": "toll", "title": "A toll on the narrows", "authors": ["Ann Marsh", "Brendan Taylor"], "date": "2017-06-21",
            "language": "en", "url": "https://news.example.org/2017/Toll", "tags": ["Ferry news"], "text": TOLL,
            "asides": [{"kind": "caption", "text": "The old pier at dawn."}],
            "entities": [crate::shelf::named("text", TOLL, "person", "Kim Jong-un", "Kim Jong-un")]}),
        json!({"kind": "comment", "id": "c1", "parent": "toll", "author": "Bo Reed", "date": "2017-06", "language": "en", "text": "No toll at all, says the taylor."}),
        json!({"kind": "comment", "id": "c2", "parent": "c1", "language": "en", "text": quoting}),
        json!({"kind": "pingback", "id": "p1", "parent": "toll", "author": "Elsewhere", "language": "en", "text": "The toll, from afar"}),
        json!({"id": "grain", "title": "Grain and strategic patience", "authors": ["Taylor Reed"], "date": "2018", "language": "en",
            "site": "The Lake Post", "text": "The buffer is strategic, in strategies of grain. Don't ask."}),
    ];
    let lines: String = records.iter().map(|record| format!("{record}\n")).collect();
    let archive = Archive::with(&[("press/a.jsonl", &lines)]);
    archive.finds(&["index"]);
    archive
}

/// The exported documents by their ids.
fn exported(archive: &Archive, arguments: &[&str]) -> Vec<(String, Value)> {
    let out = archive.finds(&[&["export", "--bulk"], arguments].concat());
    let values: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let pairs =
        values.chunks(2).map(|pair| (pair[0]["index"]["_id"].as_str().expect("an id").to_owned(), pair[1].clone()));
    pairs.collect()
}

/// Values of a keyword or number as text.
fn values(document: &Value, field: &str) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match &document[field] {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().map(text).collect(),
        value => vec![text(value)],
    }
}

/// Words of a field with their places.
fn placed(document: &Value, field: &str) -> Vec<(usize, String)> {
    let (field, stems) = field.strip_suffix(".stem").map_or((field, false), |field| (field, true));
    let stemmer = Stemmer::of(Some("en"));
    let mut at = 0;
    let mut words = Vec::new();
    for value in values(document, field) {
        for word in value.split_whitespace() {
            words.push((at, if stems { stemmer.stem(word).into_owned() } else { word.to_owned() }));
            at += 1;
        }
        at += 200;
    }
    words
}

fn pattern(wildcard: &str) -> Regex {
    let mut out = String::from("^");
    let mut letters = wildcard.chars();
    while let Some(c) = letters.next() {
        match c {
            '*' => out.push_str(".*"),
            '?' => out.push('.'),
            '\\' => out.push_str(&regex::escape(&letters.next().map(String::from).unwrap_or_default())),
            c => out.push_str(&regex::escape(&c.to_string())),
        }
    }
    Regex::new(&format!("{out}$")).expect("a pattern")
}

/// Places (first, last, words of its own) at which a rule of an `intervals` query matches.
fn intervals(document: &Value, field: &str, rule: &Value) -> Vec<(usize, usize, usize)> {
    let (kind, body) = rule.as_object().and_then(|rule| rule.iter().next()).expect("a rule");
    let at = |field: &str, holds: &dyn Fn(&str) -> bool| {
        let words = placed(document, field).into_iter().filter(|(_, word)| holds(word));
        words.map(|(at, _)| (at, at, 1)).collect::<Vec<_>>()
    };
    match kind.as_str() {
        "match" => {
            let field = body["use_field"].as_str().unwrap_or(field);
            let word = body["query"].as_str().expect("a word");
            let word = if field.ends_with(".stem") {
                Stemmer::of(Some("en")).stem(word).into_owned()
            } else {
                word.to_owned()
            };
            at(field, &|other| other == word)
        }
        "wildcard" => at(field, &|word| pattern(body["pattern"].as_str().expect("a pattern")).is_match(word)),
        "any_of" => body["intervals"]
            .as_array()
            .expect("rules")
            .iter()
            .flat_map(|rule| intervals(document, field, rule))
            .collect(),
        "all_of" => {
            let (ordered, gaps) =
                (body["ordered"].as_bool().expect("a flag"), body["max_gaps"].as_u64().expect("a number") as usize);
            let mut found: Vec<Vec<(usize, usize, usize)>> = vec![Vec::new()];
            for rule in body["intervals"].as_array().expect("rules") {
                let next = intervals(document, field, rule);
                let apart = |so_far: &[(usize, usize, usize)], new: &(usize, usize, usize)| {
                    so_far.iter().all(|old| old.1 < new.0 || (!ordered && new.1 < old.0))
                };
                let joined = |so_far: &Vec<_>| {
                    let fitting = next.iter().filter(|new| apart(so_far, new));
                    fitting.map(|new| [so_far.as_slice(), &[*new]].concat()).collect::<Vec<_>>()
                };
                found = found.iter().flat_map(joined).collect();
            }
            let whole = |parts: &Vec<(usize, usize, usize)>| {
                let first = parts.iter().map(|part| part.0).min().expect("a part");
                let last = parts.iter().map(|part| part.1).max().expect("a part");
                (first, last, parts.iter().map(|part| part.2).sum::<usize>())
            };
            found.iter().map(whole).filter(|(first, last, own)| last - first + 1 - own <= gaps).collect()
        }
        other => panic!("no rule {other}"),
    }
}

fn holds(query: &Value, document: &Value) -> bool {
    let (kind, body) = query.as_object().and_then(|query| query.iter().next()).expect("a query");
    if kind == "bool" {
        let all = |key: &str| body[key].as_array().map(Vec::as_slice).unwrap_or_default().to_vec();
        return all("must").iter().all(|query| holds(query, document))
            && !all("must_not").iter().any(|query| holds(query, document))
            && (all("should").is_empty() || all("should").iter().any(|query| holds(query, document)));
    }
    let (field, value) =
        body.as_object().and_then(|body| body.iter().next()).map_or(("", &Value::Null), |(f, v)| (f.as_str(), v));
    let text = value.as_str().or(value["value"].as_str()).unwrap_or_default();
    let words = || placed(document, field).into_iter().map(|(_, word)| word);
    let is_text = ["title", "text", "aside", "byline", "own", "quoted", "author", "entity", "person", "org", "place"]
        .contains(&field.trim_end_matches(".stem"));
    let tokens = || if is_text { words().collect() } else { values(document, field) };
    match kind.as_str() {
        "match_all" => true,
        "match_none" => false,
        "term" => tokens().iter().any(|token| token == text),
        "prefix" => tokens().iter().any(|token| token.starts_with(text)),
        "wildcard" => tokens().iter().any(|token| pattern(text).is_match(token)),
        "regexp" => {
            tokens().iter().any(|token| Regex::new(&format!("^(?:{text})$")).expect("an expression").is_match(token))
        }
        "fuzzy" => tokens()
            .iter()
            .any(|token| strsim::osa_distance(token, text) as u64 <= value["fuzziness"].as_u64().expect("edits")),
        "match" => words().any(|word| word == Stemmer::of(Some("en")).stem(text)),
        "match_phrase" => {
            let asked: Vec<&str> = text.split(' ').collect();
            let said = placed(document, field);
            said.windows(asked.len()).any(|window| {
                window
                    .iter()
                    .zip(&asked)
                    .enumerate()
                    .all(|(n, ((at, word), asked))| word == asked && *at == window[0].0 + n)
            })
        }
        "exists" => !values(document, body["field"].as_str().expect("a field")).is_empty(),
        "range" => tokens().iter().any(|token| {
            let bound = |end: &str| value[end].as_str();
            let number = |text: &str| text.parse::<f64>().ok();
            let least = |end: &str| number(token).zip(number(end)).map_or(token.as_str() >= end, |(a, b)| a >= b);
            let most = |end: &str| number(token).zip(number(end)).map_or(token.as_str() <= end, |(a, b)| a <= b);
            bound("gte").is_none_or(least) && bound("lte").is_none_or(most)
        }),
        "intervals" => !intervals(document, field, value).is_empty(),
        other => panic!("no query {other}"),
    }
}

#[test]
fn the_printed_query_finds_among_the_exported_documents_what_byline_finds() {
    let archive = archive();
    let documents = exported(&archive, &["kind:pingback OR kind:article OR kind:comment"]);
    assert_eq!(documents.len(), 5, "pingbacks are exported where they are asked for");
    for typed in [
        "",
        "buffer",
        "=buffers",
        "toll",
        "toll kind:pingback",
        "-toll",
        "\"strategic buffer\"",
        "\"strateg* buffer\"",
        "\"year kim\"",
        "strategic NEAR/5 buffer",
        "buffer ADJ/1 strategic",
        "\"buffer strategic\"~1",
        "stratgic~",
        "stratgic~1",
        "/strateg(y|ies)/",
        "(toll OR grain) NEAR/2 strateg*",
        "buff* -grain",
        "title:strategic",
        "aside:pier",
        "pier",
        "author:taylor",
        "author:\"Taylor, Brendan\"",
        "author:\"Marsh Taylor\"",
        "by:reed",
        "person:\"Kim Jong-un\"",
        "org:kim",
        "entity:kim",
        "site:example.org",
        "site:ample.org",
        "site:\"lake post\"",
        "site:\"the lake post\"",
        "url:2017/toll",
        "path:PRESS/",
        "lang:en",
        "lang:EN",
        "lang:fr",
        "tag:\"ferry news\"",
        "tag:ferry",
        "id:c",
        "thread:toll",
        "kind:comment",
        "depth:0",
        "depth:>0",
        "comments:>1",
        "comments:0",
        "words:<12",
        "has:author",
        "no:author",
        "has:date",
        "no:date",
        "has:comments",
        "no:comments",
        "has:quote",
        "own:\"strategic buffer\"",
        "quoted:\"strategic buffer\"",
        "own:disagree",
        "quoted:disagree",
        "after:2017-06",
        "before:2018",
        "on:2017-06",
        "date:2018",
        "-after:2018",
        "toll OR (grain -kind:comment)",
        "150,000",
        "U.S.-China",
        "don’t",
    ] {
        let printed = archive.finds(&["search", "--to", "elasticsearch", "--", typed]);
        let body: Value = serde_json::from_str(&printed).expect("JSON");
        let mut found: Vec<&str> =
            documents.iter().filter(|(_, doc)| holds(&body["query"], doc)).map(|(id, _)| id.as_str()).collect();
        found.sort_unstable();
        let mut expected = archive.ids(&["--", typed]);
        expected.sort_unstable();
        assert_eq!(found, expected, "{typed}: {printed}");
    }
}

#[test]
fn bulk_lines_are_an_action_and_a_document_each() {
    let archive = archive();
    let all = exported(&archive, &[]);
    assert_eq!(all.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["c1", "c2", "grain", "toll"]);
    let toll = &all[3].1;
    assert_eq!(toll["text"][1], "kim jong un does not pay");
    assert_eq!((&toll["shown"]["text"], &toll["shown"]["title"]), (&json!(TOLL), &json!("A toll on the narrows")));
    assert_eq!(exported(&archive, &["grain", "--author", "reed"]).len(), 1);
    assert_eq!(archive.run(&["export", "--bulk", "zeppelin"]).status, 1);
    archive.run(&["export", "--bulk", "autor:x"]).says(1, "^^^^^");
    archive.run(&["export"]).says(2, "--bulk");
}

#[test]
fn the_mapping_names_every_field_that_is_exported() {
    let archive = archive();
    let mapping: Value = serde_json::from_str(&archive.finds(&["export", "--mapping"])).expect("JSON");
    for (_, document) in exported(&archive, &[]) {
        for field in document.as_object().expect("an object").keys() {
            assert!(mapping["mappings"]["properties"].get(field).is_some(), "{field}");
        }
    }
    let german: Value =
        serde_json::from_str(&archive.finds(&["export", "--mapping", "--language", "German"])).expect("JSON");
    assert_eq!(german["settings"]["analysis"]["filter"]["snowball"]["language"], "German");
}

#[test]
fn a_query_is_printed_for_lucene_or_refused_with_the_reason_and_the_piece() {
    // no index is needed
    let archive = Archive::new();
    let line = archive.finds(&["search", "--to", "lucene", "text:\"strategic buffer\"", "--author", "marsh"]);
    assert_eq!(line, "(+text:\"strategic buffer\" +author:marsh -kind:pingback)\n");
    let ran = archive.run(&["search", "--to", "lucene", "toll under:{grain}"]);
    assert_eq!((ran.out.as_str(), ran.status), ("", 2));
    let expected = "\
note: cannot be said there: a condition on another statement of the thread needs a search of its own there
  toll under:{grain}
       ^^^^^^^^^^^^^
";
    assert_eq!(ran.err, expected);
    let ran = archive.run(&["search", "--to", "lucene", "a toll", "--author", "ann ann"]);
    let reason = "note: cannot be said there: words that may be the same word need no places of their own there\n";
    assert_eq!((ran.err.as_str(), ran.status), (reason, 2), "a flag is no piece of the query");
    archive.run(&["search", "--to", "lucene", "autor:x"]).says(0, "^^^^^");
}
