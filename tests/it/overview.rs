//! The answer as a whole: counted, folded by conversation, and the queries that may have been meant.

use crate::archive::Archive;
use crate::shelf::{Shelf, named, question};
use byline::ask::{self, Answer, Facet, Question};
use byline::engine::Engine;
use serde_json::{Value, json};

fn records() -> Vec<Value> {
    let entity = |text: &str, piece: &str, name: &str| named("text", text, "person", piece, name);
    let first = "Ilse Tamm named the toll a tax.";
    vec![
        json!({"id": "a", "title": "The toll", "author": "Ann Marsh", "date": "2017-06-21", "site": "Pier Letters",
            "text": first, "entities": [entity(first, "Ilse Tamm", "Ilse Tamm")],
            "comments": [
                {"id": "c1", "author": "Bo Dunn", "date": "2017-06-22", "text": "A toll is a toll."},
                {"id": "c2", "author": "Cy Ng", "date": "2017-07-01", "text": "Toll it, then."},
                {"id": "c3", "author": "Bo Dunn", "text": "The toll, the toll, the toll."},
                {"id": "c4", "author": "Di Fox", "date": "2017", "text": "No more of the toll."},
                {"id": "c5", "author": "Di Fox", "date": "2017-07", "text": "Toll!"}]}),
        json!({"id": "b", "title": "Ferries", "author": "Ann Marsh", "date": "2019-01-02", "url": "https://www.lake.example.org/b",
            "text": "Nothing of it here.", "comments": [{"id": "d1", "author": "Ann Marsh", "text": "But here: the toll."}]}),
        json!({"id": "z", "author": "Annika Wrede", "text": "Ferries run late, and ferries run full. Wrede said so."}),
    ]
}

fn asked(typed: &str, with: impl FnOnce(Question) -> Question) -> Answer {
    let shelf = Shelf::of(&records());
    ask::search(&shelf.index, &with(question(typed))).expect("an answer")
}

fn facet(answer: &Answer, name: &str) -> String {
    let counts = answer.facets[name].iter().map(|count| format!("{} {}", count.name, count.count));
    counts.collect::<Vec<_>>().join(", ")
}

#[test]
fn facets_count_the_whole_answer_whatever_is_shown() {
    let facets = vec![Facet::Author, Facet::Year, Facet::Site, Facet::Person, Facet::Org, Facet::Kind];
    let answer = asked("toll", |question| Question { limit: 1, facets, ..question });
    assert_eq!((answer.hits.len(), answer.total), (1, 7));
    assert_eq!(facet(&answer, "author"), "Ann Marsh 2, Bo Dunn 2, Di Fox 2, Cy Ng 1");
    assert_eq!(facet(&answer, "year"), "2017 5");
    assert_eq!(facet(&answer, "site"), "Pier Letters 6, lake.example.org 1");
    assert_eq!(facet(&answer, "person"), "Ilse Tamm 1");
    assert_eq!(facet(&answer, "org"), "");
    assert_eq!(facet(&answer, "kind"), "comment 6, article 1");
    let few = asked("toll", |question| Question { facets: vec![Facet::Author], values: 1, ..question });
    assert_eq!(facet(&few, "author"), "Ann Marsh 2");
}

#[test]
fn months_end_with_those_of_which_no_month_is_known() {
    let answer = asked("toll", |question| Question { by_month: true, ..question });
    let months: Vec<(&str, usize)> = answer.months.iter().map(|month| (month.month.as_str(), month.count)).collect();
    assert_eq!(months, [("2017", 1), ("2017-06", 2), ("2017-07", 2), ("undated", 2)]);
}

#[test]
fn hits_of_one_conversation_are_folded_under_their_article() {
    let answer = asked("toll", |question| Question { grouped: true, ..question });
    let told: Vec<(&str, Vec<&str>, usize)> = answer
        .hits
        .iter()
        .map(|hit| (hit.id.as_str(), hit.group.iter().map(|hit| hit.id.as_str()).collect(), hit.more))
        .collect();
    assert_eq!(told.len(), 2);
    let of_a = told.iter().find(|(id, ..)| *id == "a").expect("the first conversation");
    assert_eq!((of_a.1.len(), of_a.2), (3, 2));
    let of_b = answer.hits.iter().find(|hit| hit.id == "b").expect("the second conversation");
    assert!(of_b.snippets.is_empty(), "the article itself was not found");
    assert_eq!(of_b.group[0].snippets[0].text, "But here: the toll.");
    let page = asked("toll", |question| Question { grouped: true, offset: 1, limit: 1, ..question });
    assert_eq!((page.hits.len(), page.total, &page.hits[0].id), (1, 7, &answer.hits[1].id));
}

#[test]
fn words_are_corrected_by_those_of_the_corpus_where_next_to_nothing_is_found() {
    let suggestions = |typed: &str| {
        let answer = asked(typed, |question| Question { suggest: true, ..question });
        let told = answer.suggestions.into_iter();
        told.map(|one| format!("{} | {} | {}", one.reason, one.query, one.total)).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(suggestions("tolll"), "did you mean | toll | 7");
    assert_eq!(suggestions("\"the tolll\" OR feries"), "did you mean | \"the toll\" OR ferries | 6");
    assert_eq!(suggestions("toll"), "");
    assert_eq!(suggestions("xylophone"), "");
    assert_eq!(suggestions("toll after:2030"), "without `date:>=2030-01-01` | toll | 7");
    assert_eq!(suggestions("wrede"), "by this author | author:\"wrede\" | 1");
    assert_eq!(suggestions("ilse tamm"), "naming this person | person:\"ilse tamm\" | 1");
    assert_eq!(suggestions("author:wrede"), "");
}

#[test]
fn near_words_are_the_nearest_then_the_most_frequent() {
    let shelf = Shelf::of(&records());
    for engine in [&shelf.index as &dyn Engine, &shelf.scan] {
        assert_eq!(engine.near_words("tol", 3).expect("words"), [("toll".to_owned(), 7)]);
        assert_eq!(engine.near_words("toll", 3).expect("words"), [], "it is there itself");
        assert_eq!(engine.near_words("feriies", 1).expect("words"), [("ferries".to_owned(), 2)]);
    }
}

#[test]
fn counts_are_bars_on_paper_and_rows_in_a_table() {
    let archive = Archive::with(&[("a.jsonl", &records().iter().map(|r| format!("{r}\n")).collect::<String>())]);
    archive.finds(&["index"]);
    let out = archive.finds(&["search", "toll", "-n", "1", "--facets", "kind,author", "--top", "2", "--by", "month"]);
    assert!(out.contains("\nkind\n  comment  6  ██████████████████████████████\n  article  1  █████\n\n"), "{out}");
    assert!(out.contains("\nmonth\n  2017     1  ███████████████\n  2017-06  2  "), "{out}");
    let table = archive.finds(&["search", "toll", "--facets", "kind", "--by", "month", "--format", "csv"]);
    assert!(
        table.starts_with("facet,key,name,count\nkind,comment,comment,6\nkind,article,article,1\nmonth,2017,2017,1\n"),
        "{table}"
    );
    let folded = archive.finds(&["search", "toll", "--group", "thread"]);
    assert!(folded.contains("and 2 statements more; `thread:a` shows them"), "{folded}");
    let none = archive.run(&["search", "tolll"]);
    assert_eq!((none.status, none.out.as_str()), (1, "no statements\ndid you mean `toll`? 7 statements\n"));
    archive.run(&["search", "toll", "--facets", "colour"]).says(2, "invalid value 'colour'");
}
