//! What stands around a statement, and how it is cited.

use crate::archive::Archive;
use serde_json::{Value, json};

fn conversation() -> Archive {
    let comment = |id: &str, parent: &str, author: &str, text: &str| json!({"kind": "comment", "id": id, "parent": parent, "author": author, "date": "2017-07-01", "text": text});
    let mut records = vec![
        json!({"id": "toll", "title": "A toll & a {levy}", "authors": ["Ann Marsh", "Bo Reed"], "date": "2017-06",
            "url": "https://news.example.org/toll", "site": "The Lake Post", "language": "en",
            "text": "The narrows are narrow.\n\nA toll is a tax. Nobody likes one."}),
        comment("one", "toll", "Cy", "First of all."),
        comment("two", "one", "Di", "Second of all: a toll is 100% a tax."),
        comment("three", "two", "Ed", "Third of all."),
        comment("four", "toll", "Flo", "Fourth of all."),
    ];
    records.extend((0..12).map(|n| comment(&format!("more{n:02}"), "four", "Gil", "More.")));
    let lines: String = records.iter().map(|record| format!("{record}\n")).collect();
    let archive = Archive::with(&[("a.jsonl", &lines)]);
    archive.finds(&["index"]);
    archive
}

/// The heads of the small tree under a statement.
fn around(archive: &Archive, id: &str) -> Vec<String> {
    let shown = archive.finds(&["show", id]);
    let (_, tree) = shown.split_once("a.jsonl").expect("the place");
    let heads = tree.lines().filter(|line| line.contains(" · "));
    heads.map(|line| line.split(" — ").next().unwrap_or(line).to_owned()).collect()
}

#[test]
fn a_statement_is_shown_with_the_chain_above_it_and_the_answers_below() {
    let archive = conversation();
    assert_eq!(
        around(&archive, "two"),
        [
            "  A toll & a {levy}",
            "     Cy · 2017-07-01 · comment  one",
            "→       Di · 2017-07-01 · comment  two",
            "           Ed · 2017-07-01 · comment  three",
        ]
    );
    let shown = archive.finds(&["show", "two"]);
    assert_eq!(shown.matches("Second of all").count(), 1, "its own text stands there once: {shown}");
    assert_eq!(around(&archive, "toll").len(), 3, "an article has its own answers below");
}

#[test]
fn many_answers_are_cut_and_counted() {
    let archive = conversation();
    assert_eq!(around(&archive, "four").len(), 12);
    let shown = archive.finds(&["show", "four"]);
    assert_eq!(shown.lines().last(), Some("and 2 further answers; --thread shows the whole conversation"));
}

#[test]
fn a_citation_holds_the_passage_that_the_query_finds_else_the_opening() {
    let archive = conversation();
    let text = "The narrows are narrow.\n\nA toll is a tax. Nobody likes one.";
    for (more, passage) in [(&["--query", "\"a tax\""][..], "A toll is a tax."), (&[], "The narrows are narrow.")] {
        let shown = archive.finds(&[&["show", "toll", "--cite", "csl"], more].concat());
        let items: Value = serde_json::from_str(&shown).expect("CSL-JSON");
        let custom = &items[0]["custom"];
        let byte = |at: usize| usize::try_from(custom["bytes"][at].as_u64().expect("a byte")).expect("a byte");
        assert!(custom["passage"].as_str().expect("a passage").contains(passage), "{shown}");
        assert!(text[byte(0)..byte(1)].contains(passage), "{shown}");
        assert_eq!(items[0]["issued"]["date-parts"], json!([[2017, 6]]), "a month has no day");
    }
}

#[test]
fn every_form_names_author_day_title_address_and_place() {
    let archive = conversation();
    let cite = |style: &str| archive.finds(&["show", "toll", "--cite", style, "--query", "tax"]);
    for (style, pieces) in [
        (
            "bibtex",
            &[
                "@misc{toll,",
                "{Ann Marsh and Bo Reed}",
                "{{A toll \\& a \\textbraceleft{}levy\\textbraceright{}}}",
                "year = {2017}",
                "month = jun",
                "url = {https://news.example.org/toll}",
                "of toll, a.jsonl",
            ][..],
        ),
        (
            "ris",
            &[
                "TY  - ELEC\n",
                "AU  - Bo Reed\n",
                "DA  - 2017/06//\n",
                "UR  - https://news.example.org/toll\n",
                "\nER  - \n",
            ],
        ),
        (
            "markdown",
            &[
                "A toll is a tax.",
                "— Ann Marsh, Bo Reed, *A toll \\& a {levy}*, The Lake Post, 2017-06, day unknown, <https",
            ],
        ),
    ] {
        let shown = cite(style);
        assert!(!shown.contains("day ="), "{shown}");
        pieces.iter().for_each(|piece| assert!(shown.contains(piece), "{piece} in {shown}"));
    }
}

#[test]
fn a_comment_is_cited_under_its_articles_title_with_its_own_day() {
    let shown = conversation().finds(&["show", "two", "--cite", "bibtex", "--query", "tax"]);
    for piece in ["{{Comment on “A toll", "author = {Di}", "day = {1}", "100\\% a tax.”}", "news.example.org/toll"]
    {
        assert!(shown.contains(piece), "{piece} in {shown}");
    }
}

#[test]
fn complaints_about_the_query_of_show_are_told() {
    conversation().run(&["show", "toll", "--query", "autor:x"]).says(0, "author:");
    conversation().run(&["show", "toll", "--cite", "ris", "--thread"]).says(2, "--thread");
}
