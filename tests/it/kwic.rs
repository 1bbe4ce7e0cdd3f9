//! Concordances: matches under each other, in the order asked for, and the words that keep their company.

use crate::archive::Archive;
use crate::shelf::{Shelf, today};
use byline::ask::{self, Concord, LineSort, Question};
use serde_json::{Value, json};

fn archive() -> Archive {
    let lines: String = [
        json!({"id": "a", "title": "Toll", "author": "Bo Reed", "date": "2018", "language": "en",
            "text": "The old toll was a burden. A new toll is a blessing."}),
        json!({"kind": "comment", "id": "b", "parent": "a", "author": "Ann Marsh", "date": "2017-06-02",
            "text": "No toll at all!\n\nNever a TOLL."}),
        json!({"id": "c", "title": "The toll in its title alone", "text": "Nothing of it here."}),
        json!({"id": "d", "title": "D", "text": "An undated, nameless toll."}),
    ]
    .iter()
    .map(|record| format!("{record}\n"))
    .collect();
    let archive = Archive::with(&[("a.jsonl", &lines)]);
    archive.finds(&["index"]);
    archive
}

/// What stands before and behind each match.
fn contexts(archive: &Archive, arguments: &[&str]) -> Vec<(String, String)> {
    let out = archive.finds(&[&["kwic", "toll", "--format", "jsonl"], arguments].concat());
    let values = out.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let text = |value: &Value| value.as_str().expect("text").trim().to_owned();
    values.filter(|value| value["type"] == "line").map(|value| (text(&value["left"]), text(&value["right"]))).collect()
}

#[test]
fn lines_stand_under_each_other_with_whose_they_are() {
    let out = archive().finds(&["kwic", "toll", "--width", "12"]);
    let expected = "\
b  2017-06-02  Ann Marsh   Never a  TOLL  .
d  no day      no name    nameless  toll  .
b  2017-06-02  Ann Marsh        No  toll  at all!
a  2018        Bo Reed       A new  toll  is a
a  2018        Bo Reed     The old  toll  was a

5 lines in 4 statements
";
    assert_eq!(out, expected);
}

#[test]
fn lines_are_sorted_by_what_is_asked() {
    let archive = archive();
    let firsts = |sort: &str| {
        let lines = contexts(&archive, &["--sort", sort]);
        lines.into_iter().map(|(left, _)| left.rsplit(' ').next().unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(firsts("right"), ["a", "nameless", "No", "new", "old"]);
    assert_eq!(firsts("left"), ["a", "nameless", "new", "No", "old"]);
    assert_eq!(firsts("author"), ["a", "No", "new", "old", "nameless"]);
    assert_eq!(firsts("date"), ["a", "No", "new", "old", "nameless"]);
}

#[test]
fn no_context_reaches_into_another_paragraph_or_beyond_its_width() {
    let archive = archive();
    assert_eq!(
        contexts(&archive, &["--author", "marsh"]),
        [("Never a".into(), ".".into()), ("No".into(), "at all!".into())]
    );
    for (left, right) in contexts(&archive, &["--width", "5"]) {
        assert!(left.chars().count() <= 5 && right.chars().count() <= 5, "{left}|{right}");
    }
}

#[test]
fn pages_of_lines_are_stable_and_say_which_they_are() {
    let archive = archive();
    let all = contexts(&archive, &[]);
    for offset in 0..5 {
        let page = contexts(&archive, &["-n", "1", "--offset", &offset.to_string()]);
        assert_eq!(page, all[offset..=offset]);
    }
    let out = archive.finds(&["kwic", "toll", "-n", "2", "--offset", "1"]);
    assert_eq!(out.lines().last(), Some("5 lines in 4 statements, 2 to 3 shown"));
}

#[test]
fn a_phrase_is_one_keyword_and_its_bytes_are_those_of_the_text() {
    let archive = archive();
    let out = archive.finds(&["kwic", "\"old toll was\"", "--format", "json"]);
    let value: Value = serde_json::from_str(&out).expect("JSON");
    let line = &value["lines"][0];
    assert_eq!((&line["keyword"], &line["source"]), (&json!("old toll was"), &json!([4, 16])));
    assert_eq!((&value["version"], &value["total"], &value["statements"]), (&json!(1), &json!(1), &json!(1)));
    assert_eq!(value["understood"], "\"old toll was\"");
}

#[test]
fn a_table_has_a_row_a_line_and_columns_for_both_sides() {
    let out = archive().finds(&["kwic", "toll", "--author", "reed", "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(out.as_bytes());
    let head: Vec<String> = rows.headers().expect("a head").iter().map(str::to_owned).collect();
    assert_eq!(head[..4], ["id", "kind", "authors", "date"]);
    assert_eq!(head[8..], ["from", "to", "left", "keyword", "right"]);
    let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!((&rows[0][8], &rows[0][9], &rows[0][11]), ("33", "37", "toll"));
}

#[test]
fn collocates_are_scored_by_log_likelihood_within_their_window() {
    let text =
        format!("{}{}", "A steep toll here. ".repeat(8), "The lamp is far from any of the piers of it. ".repeat(20));
    let archive = Archive::with(&[("a.jsonl", &json!({"id": "a", "text": text, "language": "en"}).to_string())]);
    archive.finds(&["index"]);
    let out = archive.finds(&["kwic", "toll", "--collocates", "--window", "1", "--format", "json"]);
    let value: Value = serde_json::from_str(&out).expect("JSON");
    let found = value["collocates"].as_array().expect("collocates");
    let words: Vec<&str> = found.iter().map(|one| one["word"].as_str().expect("a word")).collect();
    assert_eq!(words, ["here", "steep"], "one word to either side: {out}");
    // 8 of the 16 words near the matches and none of the 228 elsewhere
    let (near, all, others) = (8.0_f64, 244.0_f64, 228.0_f64);
    let expected = 2.0
        * (near * (near * all / (8.0 * 16.0)).ln()
            + near * (near * all / (236.0 * 16.0)).ln()
            + others * (others * all / (236.0 * 228.0)).ln());
    let score = found[0]["score"].as_f64().expect("a score");
    assert!((score - expected).abs() < 1e-6, "{score} {expected}");
    let table = archive.finds(&["kwic", "toll", "--collocates", "--window", "1"]);
    assert!(table.starts_with("word     near  elsewhere        G²\nhere "), "{table}");
    assert!(table.ends_with("\n2 collocates of 8 lines\n"), "{table}");
    assert!(
        archive.finds(&["kwic", "toll", "--collocates", "--format", "csv"]).starts_with("word,near,elsewhere,score\n")
    );
}

#[test]
fn nothing_found_is_status_1_and_a_match_outside_of_texts_is_said() {
    let archive = archive();
    assert_eq!(archive.run(&["kwic", "zeppelin"]).status, 1);
    archive.run(&["kwic", "kind:article"]).says(1, "no text holds words that this query asks for");
    archive.run(&["kwic", "autor:toll"]).says(1, "^^^^^");
    archive.run(&["kwic"]).says(2, "QUERY");
    archive.run(&["kwic", "toll", "--window", "3"]).says(2, "--collocates");
}

#[test]
fn every_line_is_the_text_as_it_stands_but_for_its_blanks() {
    let shelf = Shelf::at(&[crate::archive::sample()]);
    let mut checked = 0;
    for typed in [
        "ferry",
        "\"of the\"",
        "toll NEAR/5 narrows",
        "lake*",
        "harbuor~",
        "own:toll",
        "toll OR grain",
        "\"the lake\"~3",
    ] {
        for sort in [LineSort::Right, LineSort::Left, LineSort::Author, LineSort::Date] {
            let concord = Concord { sort, width: 30, window: None };
            let question = Question { limit: 1_000, ..Question::new(typed, today()) };
            let all = ask::concordance(&shelf.index, &question, concord).expect("an answer");
            assert_eq!(all.total, all.lines.len(), "{typed}");
            for line in &all.lines {
                let text = shelf.statement(&line.id).text;
                let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                assert_eq!(flat(line.source.of(&text)), flat(&line.keyword), "{typed}");
                assert!(flat(&text[..line.source.from]).ends_with(line.left.trim()), "{typed}: {}", line.left);
                assert!(flat(&text[line.source.to..]).starts_with(line.right.trim()), "{typed}: {}", line.right);
                assert!(line.left.chars().count() <= 30 && line.right.chars().count() <= 30, "{typed}");
                checked += 1;
            }
        }
    }
    assert!(checked > 400, "{checked} lines");
}

#[test]
fn the_order_of_lines_does_not_hang_on_the_width() {
    let archive = Archive::with_sample();
    archive.finds(&["index"]);
    for sort in ["right", "left", "author", "date"] {
        let ids = |width: &str| {
            let out = archive.finds(&["kwic", "the", "--sort", sort, "--width", width, "-n", "300", "--format", "csv"]);
            let mut rows = csv::Reader::from_reader(out.as_bytes());
            rows.records()
                .map(|row| row.expect("a row"))
                .map(|row| format!("{} {}", &row[0], &row[8]))
                .collect::<Vec<_>>()
        };
        assert_eq!(ids("0"), ids("80"), "{sort}");
    }
}
