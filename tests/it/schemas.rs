//! JSON keeps its shape: every form of it is validated against the schemas beside the code that writes it.

use crate::archive::Archive;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::sync::LazyLock;

fn schema(text: &str, definition: Option<&str>) -> Validator {
    let mut schema: Value = serde_json::from_str(text).expect("a schema is JSON");
    if let Some(name) = definition {
        let defs = schema["$defs"].clone();
        schema = json!({"$schema": schema["$schema"], "$defs": defs, "$ref": format!("#/$defs/{name}")});
    }
    jsonschema::validator_for(&schema).expect("a schema")
}

fn answer(definition: Option<&str>) -> Validator {
    schema(include_str!("../../src/show/answer.schema.json"), definition)
}

fn record() -> Validator {
    schema(include_str!("../../src/show/record.schema.json"), None)
}

/// Expects values that fit a schema.
fn fit(schema: &Validator, values: &[Value]) {
    assert!(!values.is_empty());
    for value in values {
        let errors: Vec<String> =
            schema.iter_errors(value).map(|error| format!("{error} at {}", error.instance_path())).collect();
        assert_eq!(errors, Vec::<String>::new(), "{value}");
    }
}

fn values(text: &str) -> Vec<Value> {
    serde_json::Deserializer::from_str(text).into_iter().map(|value| value.expect("JSON")).collect()
}

/// The sample corpus, indexed.
static SAMPLE: LazyLock<Archive> = LazyLock::new(|| {
    let archive = Archive::with_sample();
    archive.finds(&["index"]);
    archive
});

/// Searches of every kind: ranked, by day, counted, folded, explained, complained about, empty.
const SEARCHES: [&[&str]; 8] = [
    &["toll"],
    &["\"strategic buffer\"", "--why", "--passages", "3"],
    &["ferry", "--group", "thread", "--facets", "author,year,site,person,org,place,kind", "--by", "month"],
    &["autor:x OR toll", "--sort", "oldest"],
    &["kind:comment", "--after", "2017", "-n", "100"],
    &["stratgic bufer"],
    &["toll", "--count"],
    &["toll after:2040"],
];

fn ran(arguments: &[&str]) -> Vec<Value> {
    values(&SAMPLE.run(arguments).out)
}

#[test]
fn answers_fit_their_schema() {
    for search in SEARCHES {
        fit(&answer(None), &ran(&[&["search", "--format", "json"], search].concat()));
    }
}

#[test]
fn lines_of_answers_fit_theirs() {
    let (hits, summary) = (answer(Some("hit_line")), answer(Some("summary_line")));
    for search in SEARCHES {
        let mut lines = ran(&[&["search", "--format", "jsonl"], search].concat());
        fit(&summary, &lines.split_off(lines.len() - 1));
        lines.iter().for_each(|line| fit(&hits, std::slice::from_ref(line)));
    }
}

#[test]
fn lines_of_a_batch_fit_theirs() {
    let queries =
        "{\"id\": 1, \"text\": \"toll\"}\n{\"id\": 2, \"query\": \"autor:x\"}\n{\"id\": 3, \"text\": \"zeppelin\"}\n";
    let out = SAMPLE.run_with(&["search", "--batch", "-"], queries).out;
    assert_eq!(values(&out).len(), 3);
    fit(&answer(Some("batch_line")), &values(&out));
}

/// Concordances, with and without lines.
const CONCORDANCES: [&[&str]; 4] =
    [&["ferr*"], &["ferry", "--collocates"], &["kind:article autor:x OR toll"], &["zeppelin"]];

/// Quotations that are found, altered and not found, and a filter that cannot be read.
const QUOTATIONS: [&[&str]; 4] = [
    &["a number on paper"],
    &["the reserve is a strategic cushion, not a savings account"],
    &["nobody has ever said this anywhere"],
    &["a number on paper", "--before", "smarch"],
];

#[test]
fn concordances_fit_their_schema() {
    let of = |definition: Option<&str>| schema(include_str!("../../src/show/kwic.schema.json"), definition);
    for kwic in CONCORDANCES {
        fit(&of(None), &ran(&[&["kwic", "--format", "json"], kwic].concat()));
        for line in ran(&[&["kwic", "--format", "jsonl"], kwic].concat()) {
            let definition = format!("{}_line", line["type"].as_str().expect("a type"));
            fit(&of(Some(&definition)), &[line]);
        }
    }
}

#[test]
fn checked_quotations_fit_theirs() {
    let of = |definition: Option<&str>| schema(include_str!("../../src/show/quote.schema.json"), definition);
    for quote in QUOTATIONS {
        fit(&of(None), &ran(&[&["quote", "--format", "json"], quote].concat()));
        for line in ran(&[&["quote", "--format", "jsonl"], quote].concat()) {
            let definition = format!("{}_line", line["type"].as_str().expect("a type"));
            fit(&of(Some(&definition)), &[line]);
        }
    }
}

#[test]
fn names_fit_their_schema() {
    let of = |definition: Option<&str>| schema(include_str!("../../src/show/entities.schema.json"), definition);
    for names in [&["--why", "-n", "5"][..], &["toll", "--passages", "2"], &["autor:x"], &["zeppelin"]] {
        fit(&of(None), &ran(&[&["entities", "--format", "json"], names].concat()));
        let mut lines = ran(&[&["entities", "--format", "jsonl"], names].concat());
        fit(&of(Some("summary_line")), &lines.split_off(lines.len() - 1));
        lines.iter().for_each(|line| fit(&of(Some("entity")), std::slice::from_ref(line)));
    }
}

#[test]
fn people_fit_theirs() {
    let of = |definition: Option<&str>| schema(include_str!("../../src/show/people.schema.json"), definition);
    for name in ["wrede", "Ferran Oyelaran", "nobody"] {
        fit(&of(None), &ran(&["people", "--format", "json", name]));
        let lines = ran(&["people", "--format", "jsonl", name]);
        lines.iter().for_each(|line| fit(&of(Some("somebody")), std::slice::from_ref(line)));
    }
}

#[test]
fn records_fit_their_schema() {
    let out = SAMPLE.run(&["search", "", "-n", "100", "--format", "jsonl"]).out;
    for hit in values(&out).iter().filter_map(|line| line["id"].as_str()) {
        fit(&record(), &ran(&["show", hit, "--thread", "--format", "json"]));
    }
    let list = "{\"path\": \"corpus/pier-letters/narrows-toll.html\", \"id\": 7}\n{\"path\": \"missing\"}\n";
    fit(&record(), &values(&SAMPLE.run_with(&["extract", "--list", "-", "--format", "jsonl"], list).out));
    fit(&record(), &ran(&["extract", "--format", "json", "corpus/harbour-post/ferry-strike.txt"]));
}

#[test]
fn a_schema_refuses_what_has_another_shape() {
    let good = ran(&["search", "toll", "--format", "json"]).remove(0);
    for (path, wrong) in
        [("/total", json!("4")), ("/hits/0/kind", json!("letter")), ("/hits/0/more", json!(-1)), ("/new", json!(1))]
    {
        let mut bad = good.clone();
        match bad.pointer_mut(path) {
            Some(place) => *place = wrong,
            None => bad["new"] = wrong,
        }
        assert!(!answer(None).is_valid(&bad), "{path}");
    }
}
