//! One statement, one conversation, one file: what `show`, `extract` and `stats` print for people.

use crate::archive::Archive;
use serde_json::{Value, json};

fn of(records: &[Value]) -> Archive {
    let lines: String = records.iter().map(|record| format!("{record}\n")).collect();
    let archive = Archive::with(&[("a.jsonl", &lines)]);
    archive.finds(&["index"]);
    archive
}

fn article() -> Value {
    json!({
        "id": "toll", "title": "The  toll\non bread", "authors": ["Ann Marsh", "Bo Reed"], "date": "2017-06",
        "url": "https://news.example.org/toll", "language": "en",
        "text": "A strategic buffer\nneeds money.\n\nThe second paragraph says toll, and toll again.",
        "asides": [{"kind": "caption", "text": "The pier at dawn"}, {"kind": "about", "text": "Ann writes."}],
        "notes": ["a note of its own"],
    })
}

#[test]
fn a_statement_is_shown_in_full_with_what_stands_beside_it() {
    let shown = of(&[article()]).finds(&["show", "toll"]);
    let expected = "\
The toll on bread
Ann Marsh, Bo Reed · 2017-06 · article

A strategic buffer needs money.

The second paragraph says toll, and toll again.

  | The pier at dawn

  | Ann writes.

note: a note of its own
toll  a.jsonl  https://news.example.org/toll
";
    assert_eq!(shown, expected);
}

#[test]
fn a_query_marks_what_it_matches_in_every_paragraph() {
    let archive = of(&[article()]);
    for (query, marked) in [
        ("toll", "The second paragraph says **toll**, and **toll** again."),
        ("\"strategic buffer needs\" OR second", "A **strategic buffer needs** money.\n\nThe **second** paragraph"),
        ("author:ann kind:article", "The second paragraph says toll, and toll again."),
        ("own:paragraph", "The second **paragraph** says"),
    ] {
        let shown = archive.finds(&["show", "toll", "--query", query]);
        assert!(shown.contains(marked), "{query}: {shown}");
    }
    archive.run(&["show", "toll", "--query", &"(".repeat(60)]).says(2, "32");
}

#[test]
fn paragraphs_are_told_apart_as_words_are() {
    for between in ["\n\n", "\r\n\r\n", "\n \t\n", "\u{2029}", "\n\n\n\n"] {
        let text = format!("One pier.{between}Two piers.");
        let archive = of(&[json!({"id": "a", "title": "T", "text": text})]);
        let shown = archive.finds(&["show", "a", "--query", "pier"]);
        assert!(shown.contains("One **pier**.\n\nTwo **piers**.\n"), "{}: {shown}", between.escape_debug());
        let extracted = archive.finds(&["extract", "corpus/a.jsonl"]);
        assert!(extracted.contains("One pier.\n\nTwo piers.\n"), "{}: {extracted}", between.escape_debug());
    }
}

#[test]
fn a_conversation_is_a_tree_with_the_hit_marked_in_it() {
    let comment = |id: &str, parent: &str, author: Value, text: &str| json!({"kind": "comment", "id": id, "parent": parent, "author": author, "date": "2017-07-01", "text": text});
    let long = "word ".repeat(60);
    let archive = of(&[
        article(),
        comment("one", "toll", json!("Cy"), "First\n\nof all."),
        comment("two", "one", Value::Null, &long),
        comment("three", "toll", json!("Di"), "習近平"),
    ]);
    let tree = archive.finds(&["show", "two", "--thread"]);
    let lines: Vec<&str> = tree.lines().collect();
    assert_eq!(lines[0], "  The toll on bread — Ann Marsh, Bo Reed · 2017-06 · article  toll");
    assert_eq!(lines[2], "     Cy · 2017-07-01 · comment  one");
    assert_eq!(lines[3], "       First of all.");
    assert_eq!(lines[4], "→       no name · 2017-07-01 · comment  two");
    assert!(lines[5].starts_with("          word word") && lines[5].ends_with('…'), "{}", lines[5]);
    assert_eq!(&lines[6..], ["     Di · 2017-07-01 · comment  three", "       習近平"]);
    for format in ["json", "jsonl"] {
        let record: Value =
            serde_json::from_str(&archive.finds(&["show", "two", "--thread", "--format", format])).expect("JSON");
        assert_eq!((&record["id"], record["comments"].as_array().map(Vec::len)), (&json!("toll"), Some(3)), "{format}");
    }
}

#[test]
fn what_lacks_a_title_a_name_or_a_day_says_so() {
    let archive =
        of(&[json!({"id": "a", "text": "bare"}), json!({"kind": "comment", "id": "b", "parent": "a", "text": "bare"})]);
    let shown = archive.finds(&["search", "bare", "--sort", "oldest"]);
    for line in
        ["1.  no title", "    no name · no day · article", "    no name · no day · comment, answers the article"]
    {
        assert!(shown.lines().any(|own| own == line), "{line} in {shown}");
    }
    assert!(archive.finds(&["show", "a"]).starts_with("no title\nno name · no day · article\n\nbare\n"));
}

#[test]
fn a_part_date_is_shown_as_far_as_it_is_known() {
    for (date, shown) in [
        ("2017", "2017"),
        ("2017-07", "2017-07"),
        ("2017-07-12", "2017-07-12"),
        ("2017-07-12T23:30:00-08:00", "2017-07-12"),
    ] {
        let out = of(&[json!({"id": "a", "title": "T", "date": date, "text": "pier"})]).finds(&["search", "pier"]);
        assert!(out.contains(&format!("    no name · {shown} · article\n")), "{date}: {out}");
    }
}

#[test]
fn extract_prints_the_article_its_asides_and_its_thread() {
    let mut record = article();
    record["comments"] = json!([
        {"id": "1", "author": "Cy", "date": "2017-07-01", "text": "No.\n\nNever."},
        {"id": "2", "parent": "1", "text": "Yes."},
        {"id": "3", "kind": "pingback", "author": "Blog", "text": "Seen."},
    ]);
    let archive = of(&[record]);
    let out = archive.finds(&["extract", "corpus/a.jsonl"]);
    for piece in [
        "The toll on bread\nAnn Marsh, Bo Reed · 2017-06 · article\nurl: https://news.example.org/toll\n",
        "language: en\n",
        "\nA strategic buffer needs money.\n\nThe second",
        "  | caption: The pier at dawn\n",
        "  | about: Ann writes.\n",
        "\n   Cy · 2017-07-01 · comment\n   No.\n   Never.\n",
        "\n      no name · no day · comment\n      Yes.\n",
        "\n   Blog · no day · pingback\n   Seen.\n",
        "note: a note of its own\n",
    ] {
        assert!(out.contains(piece), "{piece} in {out}");
    }
}

#[test]
fn the_evidence_names_the_value_chosen_its_reason_and_every_clue() {
    let archive = Archive::with_sample();
    let out = archive.finds(&["extract", "--why", "corpus/harbour-post/ferry-timetable.html"]);
    for field in ["title: ", "author: ", "published: "] {
        let at = out.lines().position(|line| line.starts_with(field)).unwrap_or_else(|| panic!("{field} in {out}"));
        let below: Vec<&str> = out.lines().skip(at + 1).take_while(|line| line.starts_with("  ")).collect();
        assert!(below.len() >= 2, "{field}: a reason and a clue: {out}");
        let weight = below[1].trim_start().split(' ').next().unwrap_or_default();
        assert!(weight.parse::<f32>().is_ok_and(|weight| (0.0..=1.0).contains(&weight)), "{}", below[1]);
    }
}

#[test]
fn stats_are_a_table_that_reads_well() {
    let archive =
        of(&[article(), json!({"kind": "comment", "id": "b", "parent": "toll", "text": "bare", "date": "2019"})]);
    let out = archive.finds(&["stats"]);
    for line in [
        "articles       1",
        "comments       1",
        "days           2017-06-01 to 2019-12-31",
        "undated        0",
        "sources        1",
    ] {
        assert!(out.lines().any(|own| own == line), "{line} in {out}");
    }
    assert!(out.lines().any(|line| line.starts_with("size on disk   ") && line.ends_with("kB")), "{out}");
    let none = Archive::with(&[("a.jsonl", "{\"text\":\"x\"}")]);
    none.finds(&["index"]);
    assert!(none.finds(&["stats"]).contains("days           none\n"));
}

#[test]
fn pages_of_an_answer_say_which_part_they_are() {
    let records: Vec<Value> = (0..23).map(|n| json!({"id": format!("r{n:02}"), "text": "pier"})).collect();
    let archive = of(&records);
    for (arguments, last) in [
        (&["-n", "10"][..], "23 statements, 1 to 10 shown"),
        (&["-n", "10", "--offset", "20"], "23 statements, 21 to 23 shown"),
        (&["-n", "100"], "23 statements"),
        (&["-n", "0"], "23 statements"),
        (&["--offset", "40"], "23 statements"),
        (&["-n", "1"], "23 statements, number 1 shown"),
    ] {
        let out = archive.finds(&[&["search", "pier"], arguments].concat());
        assert_eq!(out.lines().last(), Some(last), "{}", arguments.join(" "));
    }
    assert!(archive.finds(&["search", "pier", "--offset", "20"]).starts_with("21. no title\n"));
}
