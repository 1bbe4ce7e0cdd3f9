//! Passages prove their hit: verbatim, located, within their length, marked where and only where something matched.
//!
//! Asked of the sample corpus, as it is read and indexed.

use crate::archive::sample;
use crate::shelf::{Shelf, question};
use byline::article::{Kind, Statement};
use byline::ask::{self, Answer, Question, Snippet};
use byline::text::words;
use serde_json::json;

const QUERIES: [&str; 16] = [
    "\"strategic buffer\"",
    "ferry",
    "toll NEAR/5 narrows",
    "lake*",
    "grain -ferry",
    "harbuor~",
    "/w[aeiou]ter/",
    "toll OR ferry OR grain",
    "author:denholm ferry",
    "kind:comment",
    "before:2016 the",
    "own:toll",
    "quoted:the",
    "the council of the lake",
    "title:toll",
    "\"of the\"~3",
];

fn sampled() -> Shelf {
    Shelf::at(&[sample()])
}

fn ask_for(shelf: &Shelf, typed: &str, chars: usize, passages: usize) -> Answer {
    ask::search(&shelf.index, &Question { chars, passages, ..question(typed) }).expect("an answer")
}

/// Every passage of every query at several lengths, with its statement.
fn each(shelf: &Shelf, check: impl Fn(&str, usize, &Statement, &Snippet)) {
    let mut checked = 0;
    for typed in QUERIES {
        for chars in [40, 120, 240] {
            for hit in ask_for(shelf, typed, chars, 3).hits {
                let statement = shelf.statement(&hit.id);
                assert!(hit.snippets.len() <= 3, "{typed}");
                for snippet in &hit.snippets {
                    check(typed, chars, &statement, snippet);
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 300, "{checked} passages");
}

#[test]
fn a_passage_is_text_as_it_stands_where_it_says() {
    each(&sampled(), |typed, _, statement, snippet| {
        assert_eq!(snippet.source.of(&statement.text), snippet.text, "{typed}: {}", statement.id);
        assert!(!snippet.text.trim().is_empty(), "{typed}: {}", statement.id);
    });
}

#[test]
fn a_passage_is_no_longer_than_asked_unless_one_mark_is() {
    each(&sampled(), |typed, chars, _, snippet| {
        let long = snippet.text.chars().count();
        let mark = snippet.highlights.iter().map(|mark| mark.of(&snippet.text).chars().count()).max().unwrap_or(0);
        assert!(long <= chars || mark >= chars, "{typed}: {long} characters for {chars}: {}", snippet.text);
    });
}

#[test]
fn marks_are_in_order_apart_and_hold_whole_words() {
    each(&sampled(), |typed, _, _, snippet| {
        let edges: Vec<(usize, usize)> = words(&snippet.text).map(|word| (word.span.from, word.span.to)).collect();
        let mut end = 0;
        for mark in &snippet.highlights {
            assert!(mark.from >= end && mark.to > mark.from, "{typed}: {}", snippet.text);
            assert!(edges.iter().any(|(from, _)| *from == mark.from), "{typed}: {}", snippet.text);
            assert!(edges.iter().any(|(_, to)| *to == mark.to), "{typed}: {}", snippet.text);
            end = mark.to;
        }
        assert_eq!(snippet.opening, snippet.highlights.is_empty(), "{typed}: {}", snippet.text);
    });
}

#[test]
fn passages_of_one_hit_come_in_the_order_of_the_text_and_do_not_overlap() {
    let shelf = sampled();
    for typed in QUERIES {
        for hit in ask_for(&shelf, typed, 80, 4).hits {
            let places: Vec<(usize, usize)> = hit.snippets.iter().map(|s| (s.source.from, s.source.to)).collect();
            assert!(
                places.windows(2).all(|pair| matches!(pair, [(_, to), (from, _)] if to <= from)),
                "{typed}: {}",
                hit.id
            );
        }
    }
}

#[test]
fn every_hit_with_a_text_has_a_passage() {
    let shelf = sampled();
    for typed in QUERIES {
        let answer = ask_for(&shelf, typed, 200, 1);
        for hit in answer.hits {
            let has_text = !shelf.statement(&hit.id).text.trim().is_empty();
            assert_eq!(hit.snippets.len(), usize::from(has_text), "{typed}: {}", hit.id);
        }
    }
}

#[test]
fn a_phrase_is_one_mark_and_its_words_alone_are_none() {
    let answer = ask_for(&sampled(), "\"strategic buffer\"", 240, 5);
    assert_eq!(answer.total, 3);
    for hit in answer.hits {
        for snippet in hit.snippets {
            let marks: Vec<String> =
                snippet.highlights.iter().map(|mark| mark.of(&snippet.text).to_lowercase()).collect();
            assert!(!marks.is_empty() && marks.iter().all(|mark| mark == "strategic buffer"), "{}", marks.join("|"));
        }
    }
}

#[test]
fn one_text_of_many_shapes_is_cut_at_its_sentences() {
    let text = "First comes a sentence. Then Dr. Marsh paid 1.5 million for the pier! “Why?” asked Bo. Nobody knew, and so \
        it went on for a while without any end in sight, through rain, through wind, through a very long winter, until the \
        pier was gone.";
    let shelf = Shelf::of(&[json!({"id": "a", "language": "en", "text": text})]);
    for (typed, chars, passage) in [
        ("pier NEAR/9 million", 60, "Then Dr. Marsh paid 1.5 million for the pier!"),
        ("first", 30, "First comes a sentence."),
        ("why", 30, "“Why?” asked Bo."),
    ] {
        let hit = ask_for(&shelf, typed, chars, 1).hits.remove(0);
        assert_eq!(hit.snippets.first().map(|s| s.text.as_str()), Some(passage), "{typed}");
    }
    let hit = ask_for(&shelf, "gone", 60, 1).hits.remove(0);
    let snippet = hit.snippets.first().expect("a passage");
    assert!(snippet.text.ends_with("pier was gone.") && !snippet.text.starts_with(' '), "{}", snippet.text);
    assert!(
        text.get(..snippet.source.from).is_some_and(|before| before.ends_with(", ")),
        "begins at a clause: {}",
        snippet.text
    );
}

#[test]
fn statements_without_a_text_are_hits_without_a_passage() {
    let shelf = Shelf::of(&[
        json!({"id": "a", "title": "Only a title", "text": ""}),
        json!({"id": "b", "title": "Only", "text": " \n\n "}),
    ]);
    let answer = shelf.answer("only");
    assert_eq!(answer.total, 2);
    assert!(answer.hits.iter().all(|hit| hit.snippets.is_empty() && hit.kind == Kind::Article));
}

#[test]
fn what_one_asks_for_is_shown_whole_however_short_the_passage() {
    let shelf = Shelf::of(&[
        json!({"id": "a", "language": "en", "text": "Once upon a time there was an extraordinarily strategic buffer somewhere."}),
    ]);
    for chars in [0, 1, 5, 16, 20] {
        let hit = ask_for(&shelf, "\"strategic buffer\"", chars, 1).hits.remove(0);
        let snippet = hit.snippets.first().expect("a passage");
        assert!(snippet.text.chars().count() <= chars.max(16), "{chars}: {}", snippet.text);
    }
    for (chars, passages) in [(0, 0), (0, 5), (1_000_000, 1_000_000)] {
        assert_eq!(ask_for(&shelf, "buffer", chars, passages).total, 1, "no number is too small or too large");
    }
}
