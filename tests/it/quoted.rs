//! A quotation checked: word for word, altered, or not said at all.

use crate::archive::Archive;
use crate::shelf::{Shelf, today};
use byline::article::{Kind, Statement};
use byline::ask::{self, PieceKind, Verdict};
use byline::text::words;
use serde_json::{Value, json};

const TOLL: &str = "The minister called it a strategic buffer for the islands. Nobody laughed.";

fn archive() -> Archive {
    let mut records = vec![
        json!({"id": "a", "title": "The toll", "author": "Ann Marsh", "date": "2017-06-21", "language": "en", "text": TOLL}),
        json!({"kind": "comment", "id": "b", "parent": "a", "author": "Bo Reed", "date": "2017-06-22",
            "text": "“The minister called it a strategic buffer for the islands.” So what?"}),
        json!({"id": "c", "title": "Earlier", "author": "Cy Dunn", "date": "2016", "language": "en",
            "text": "It’s, I say, a strategic buffer – for the islands and for “nobody else”."}),
    ];
    records.extend(
        (0..30).map(|n| json!({"id": format!("n{n}"), "text": "The lamp of the pier was a lamp for the pier."})),
    );
    let lines: String = records.iter().map(|record| format!("{record}\n")).collect();
    let archive = Archive::with(&[("a.jsonl", &lines)]);
    archive.finds(&["index"]);
    archive
}

fn checked(archive: &Archive, arguments: &[&str]) -> Value {
    let ran = archive.run(&[&["quote", "--format", "json"], arguments].concat());
    serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("JSON: {ran:?}"))
}

fn ids(checked: &Value) -> Vec<&str> {
    checked["hits"].as_array().expect("hits").iter().map(|hit| hit["id"].as_str().expect("an id")).collect()
}

#[test]
fn word_for_word_is_told_with_who_when_and_whose_words() {
    let archive = archive();
    let ran = archive.run(&["quote", "a strategic buffer for the islands"]);
    let expected = "\
found word for word in 3 statements

1.  Earlier
    Cy Dunn · 2016 · article · own words
    It’s, I say, **a strategic buffer – for the islands** and for “nobody else”.
    c  a.jsonl!3

2.  The toll
    Ann Marsh · 2017-06-21 · article · own words
    The minister called it **a strategic buffer for the islands**. Nobody laughed.
    a  a.jsonl!1

3.  The toll
    Bo Reed · 2017-06-22 · comment, answers Ann Marsh · quoted words
    “The minister called it **a strategic buffer for the islands**.” So what?
    b  a.jsonl
";
    assert_eq!((ran.out.as_str(), ran.status), (expected, 0));
}

#[test]
fn quotes_dashes_capitals_and_ellipses_are_forgiven() {
    let archive = archive();
    for (quotation, found) in [
        ("“A Strategic Buffer”", "c a b"),
        ("IT'S, I SAY", "c"),
        ("strategic buffer — for the islands", "c a b"),
        ("the minister … for the islands", "a b"),
        ("The minister [...] nobody laughed", "a"),
        ("for “nobody else”", "c"),
    ] {
        let answer = checked(&archive, &[quotation]);
        assert_eq!((ids(&answer).join(" ").as_str(), &answer["verdict"]), (found, &json!("verbatim")), "{quotation}");
    }
    let turned = checked(&archive, &["nobody laughed … the minister called it"]);
    assert_ne!(turned["verdict"], "verbatim", "parts in another order are something else");
}

#[test]
fn an_altered_quotation_is_shown_as_a_difference_with_status_1() {
    let archive = archive();
    for (quotation, difference) in [
        (
            "The minister called it a tactical buffer for the islands",
            "The minister called it a [-tactical-]{+strategic+} buffer for the islands\n",
        ),
        (
            "The minister called it a strategic buffer for the small islands",
            "The minister called it a strategic buffer for the [-small-] islands\n",
        ),
        (
            "The minister called it a buffer for the islands. Nobody",
            "The minister called it a {+strategic+} buffer for the islands. Nobody\n",
        ),
    ] {
        let ran = archive.run(&["quote", quotation, "-n", "1"]);
        assert_eq!(ran.status, 1, "{}", ran.out);
        assert!(ran.out.starts_with("not found word for word; something like it stands in"), "{}", ran.out);
        assert!(ran.out.contains(difference), "{difference} in {}", ran.out);
        assert!(ran.out.contains("Ann Marsh · 2017-06-21 · article · own words · ") && ran.out.contains(" % alike\n"));
    }
}

#[test]
fn colours_show_a_difference_where_there_are_colours() {
    let archive = archive();
    let ran = archive.run(&["quote", "called it a tactical buffer for the islands", "-n", "1", "--color", "always"]);
    assert!(
        ran.out.contains("\u{1b}[9m\u{1b}[31mtactical\u{1b}[0m\u{1b}[32mstrategic\u{1b}[0m buffer"),
        "{}",
        ran.out.escape_debug()
    );
    assert!(!ran.out.contains("[-") && !ran.out.contains("{+"));
}

#[test]
fn what_nobody_said_is_not_found() {
    let archive = archive();
    let ran = archive.run(&["quote", "we will never surrender the harbour to anyone"]);
    assert_eq!((ran.out.as_str(), ran.status), ("not found\n", 1));
    assert_eq!(checked(&archive, &["zeppelins over the pier today"])["verdict"], "missing");
    archive.run(&["quote", "…!"]).says(2, "the quotation holds no word");
    archive.run(&["quote"]).says(2, "QUOTATION");
}

#[test]
fn filters_ask_whether_this_person_said_it() {
    let archive = archive();
    assert_eq!(ids(&checked(&archive, &["a strategic buffer", "--author", "reed"])), ["b"]);
    assert_eq!(ids(&checked(&archive, &["a strategic buffer", "--before", "2017"])), ["c"]);
    assert_eq!(checked(&archive, &["a strategic buffer", "--author", "zeppelin"])["verdict"], "missing");
    let odd = checked(&archive, &["a strategic buffer", "--before", "smarch"]);
    assert!(odd["complaints"][0]["message"].as_str().expect("a message").starts_with("--before: "), "{odd}");
}

#[test]
fn every_place_is_given_in_bytes_of_the_text_with_its_difference() {
    let archive = archive();
    let answer = checked(&archive, &["strategic buffer", "--author", "marsh"]);
    let place = &answer["hits"][0]["places"][0];
    assert_eq!((&place["source"], &place["whose"], &place["likeness"]), (&json!([25, 41]), &json!("own"), &json!(1.0)));
    assert_eq!(place["pieces"], json!([{"is": "same", "quotation": "strategic buffer", "text": "strategic buffer"}]));
    let altered = checked(&archive, &["called it a tactical buffer for the islands", "--author", "marsh"]);
    let kinds: Vec<&str> = altered["hits"][0]["places"][0]["pieces"]
        .as_array()
        .expect("pieces")
        .iter()
        .map(|p| p["is"].as_str().expect("a kind"))
        .collect();
    assert_eq!(kinds, ["same", "changed", "same"]);
}

#[test]
fn lines_and_tables_say_the_same() {
    let archive = archive();
    let lines = archive.finds(&["quote", "strategic buffer", "--format", "jsonl"]);
    let values: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(
        values.iter().map(|value| value["type"].as_str().expect("a type")).collect::<Vec<_>>(),
        ["hit", "hit", "hit", "summary"]
    );
    let table = archive.finds(&["quote", "strategic buffer", "--format", "csv"]);
    assert!(table.starts_with("verdict,id,kind,title,authors,date,whose,likeness,from,to,text,url,path\nverbatim,c,article,Earlier,Cy Dunn,2016,own,1.00,"), "{table}");
    assert_eq!(table.lines().count(), 4);
}

#[test]
fn among_many_statements_the_one_that_is_like_it_is_found_by_its_rare_words() {
    let filler = (0..400).map(|n| json!({"id": format!("f{n}"), "text": format!("It was the best of piers, it was the worst of piers, number {n}, and the lamp for the islands.")}));
    let hidden = json!({"id": "hidden", "text": "On and on. ".repeat(300) + "A granary is a promise that the harvest makes to the winter."});
    let lines: String = filler.chain([hidden]).map(|record| format!("{record}\n")).collect();
    let archive = Archive::with(&[("a.jsonl", &lines)]);
    archive.finds(&["index"]);
    let answer = checked(&archive, &["a granary is the promise that a harvest makes to the winter"]);
    assert_eq!((ids(&answer), &answer["verdict"]), (vec!["hidden"], &json!("altered")));
}

/// Sentences of eight to thirty words of the sample corpus, each with the statement that says it first.
fn sentences(shelf: &Shelf) -> Vec<(String, Statement)> {
    let mut found: Vec<(String, Statement)> = Vec::new();
    for statement in &shelf.scan.statements {
        for span in byline::text::sentences(&statement.text) {
            let sentence = span.of(&statement.text).to_owned();
            if (8..=30).contains(&words(&sentence).count()) && statement.kind != Kind::Pingback {
                found.push((sentence, statement.clone()));
            }
        }
    }
    found
}

fn check(shelf: &Shelf, quotation: &str) -> ask::Checked {
    ask::check(&shelf.index, &ask::Question::new(quotation, today())).expect("an answer")
}

#[test]
fn every_sentence_of_the_sample_is_found_word_for_word_where_it_stands() {
    let shelf = Shelf::at(&[crate::archive::sample()]);
    let sentences = sentences(&shelf);
    assert!(sentences.len() > 200, "{} sentences", sentences.len());
    for (sentence, statement) in &sentences {
        let checked = check(&shelf, &sentence.to_uppercase());
        assert_eq!(checked.verdict, Verdict::Verbatim, "{sentence}");
        let hit = checked.hits.iter().find(|hit| hit.hit.id == statement.id);
        let hit = hit.unwrap_or_else(|| panic!("not in {}: {sentence}", statement.id));
        let said: Vec<String> = hit.places.iter().map(|place| place.source.of(&statement.text).to_owned()).collect();
        assert!(said.iter().any(|said| sentence.contains(said.as_str())), "{sentence}: {}", said.join(" | "));
    }
}

#[test]
fn every_sentence_of_the_sample_with_a_word_changed_is_found_altered_and_the_change_shown() {
    let shelf = Shelf::at(&[crate::archive::sample()]);
    for (turn, (sentence, statement)) in sentences(&shelf).iter().enumerate().step_by(5) {
        let all: Vec<_> = words(sentence).collect();
        let span = all[turn % all.len()].span;
        let altered = format!("{}zeppelin{}", &sentence[..span.from], &sentence[span.to..]);
        let checked = check(&shelf, &altered);
        assert_eq!(checked.verdict, Verdict::Altered, "{altered}");
        let best = checked.hits.first().expect("a hit");
        assert!(best.hit.id == statement.id || best.places[0].likeness > 0.9, "{altered}");
        let pieces = best.places.iter().flat_map(|place| &place.pieces);
        let changes: Vec<_> = pieces.filter(|piece| piece.is != PieceKind::Same).collect();
        assert!(changes.iter().any(|piece| piece.quotation.as_deref() == Some("zeppelin")), "{altered}");
    }
}
