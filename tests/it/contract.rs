//! The contract of an engine: the same promises asked of the index and of the scan, as they will be of any third one.

use crate::shelf::{Shelf, today};
use byline::engine::{Engine, Fault, Request, Sort};
use byline::query::{Node, parse};
use serde_json::{Value, json};

/// Statements with days of every precision, equal days, equal scores, a thread and a pingback.
fn shelf() -> Shelf {
    let dated =
        |id: &str, date: Option<&str>, text: &str| json!({"id": id, "date": date, "text": text, "language": "en"});
    Shelf::of(&[
        dated("b", Some("2017-07-12"), "apple pie"),
        dated("a", Some("2017-07-12T23:30:00-08:00"), "apple pie"),
        dated("month", Some("2017-07"), "apple pie"),
        dated("year", Some("2018"), "apple"),
        dated("late", Some("2018-01-02"), "apple"),
        dated("none2", None, "apple"),
        dated("none1", None, "apple"),
        dated("other", Some("2016"), "banana"),
        json!({"kind": "comment", "id": "c1", "parent": "b", "text": "cherry"}),
        json!({"kind": "comment", "id": "c2", "parent": "c1", "text": "date"}),
        json!({"kind": "pingback", "id": "p", "parent": "b", "text": "apple"}),
    ])
}

fn node(typed: &str) -> Node {
    parse(typed, today()).expect("a query within bounds").root
}

fn best(engine: &dyn Engine, typed: &str, sort: Sort, take: usize) -> Vec<String> {
    let request = Request { query: node(typed), sort, take, why: false };
    engine.order(&request).expect("an answer").first.into_iter().map(|placed| placed.id).collect()
}

/// Runs one promise on both engines.
fn both(promise: impl Fn(&dyn Engine)) {
    let shelf = shelf();
    promise(&shelf.index);
    promise(&shelf.scan);
}

#[test]
fn total_count_and_ids_agree_whatever_is_taken() {
    both(|engine| {
        for (typed, total) in
            [("apple", 7), ("banana", 1), ("zeppelin", 0), ("", 10), ("kind:pingback", 1), ("-apple", 3)]
        {
            let query = node(typed);
            assert_eq!(engine.count(&query).expect("a count"), total, "{typed}");
            assert_eq!(engine.ids(&query).expect("ids").len(), total, "{typed}");
            for take in [0, 1, 3, 1000] {
                let request = Request { query: query.clone(), sort: Sort::Relevance, take, why: false };
                let order = engine.order(&request).expect("an answer");
                assert_eq!((order.total, order.first.len()), (total, take.min(total)), "{typed}");
            }
        }
    });
}

#[test]
fn ids_come_ascending() {
    both(|engine| {
        let ids = engine.ids(&node("apple")).expect("ids");
        assert_eq!(ids, ["a", "b", "late", "month", "none1", "none2", "year"]);
    });
}

#[test]
fn by_day_a_part_date_stands_at_its_first_day_ties_go_by_id_and_undated_come_last() {
    both(|engine| {
        let newest = ["late", "year", "a", "b", "month", "none1", "none2"];
        let oldest = ["month", "a", "b", "year", "late", "none1", "none2"];
        assert_eq!(best(engine, "apple", Sort::Newest, 100), newest);
        assert_eq!(best(engine, "apple", Sort::Oldest, 100), oldest);
        for take in 0..8 {
            assert_eq!(
                best(engine, "apple", Sort::Newest, take),
                newest[..take.min(7)],
                "the first {take} are the same"
            );
        }
    });
}

#[test]
fn equal_scores_go_by_id() {
    both(|engine| {
        assert_eq!(best(engine, "banana OR cherry OR date", Sort::Relevance, 10).len(), 3);
        let pies = best(engine, "\"apple pie\"", Sort::Relevance, 10);
        assert_eq!(pies, ["a", "b", "month"]);
        assert_eq!(best(engine, "has:date kind:article", Sort::Relevance, 3), ["a", "b", "late"]);
    });
}

#[test]
fn every_statement_in_an_order_is_there() {
    both(|engine| {
        for id in best(engine, "apple OR cherry", Sort::Oldest, 100) {
            let stored = engine.statement(&id).expect("an answer");
            assert_eq!(stored.map(|statement| statement.id), Some(id));
        }
    });
}

#[test]
fn ids_are_found_by_their_beginning_and_statements_by_the_whole() {
    both(|engine| {
        let from = |prefix: &str, most: usize| engine.ids_from(prefix, most).expect("ids");
        assert_eq!(from("none", 10), ["none1", "none2"]);
        assert_eq!(from("none", 1), ["none1"]);
        assert_eq!(from("none2", 10), ["none2"]);
        assert_eq!(from("zzz", 10), [""; 0]);
        assert_eq!(from("none", 0), [""; 0]);
        assert!(engine.statement("none").expect("an answer").is_none());
        assert!(engine.statement("").expect("an answer").is_none());
        assert_eq!(engine.statement("none1").expect("an answer").map(|s| s.id).as_deref(), Some("none1"));
    });
}

#[test]
fn a_thread_is_all_its_statements_and_those_alone() {
    both(|engine| {
        let ids = |id: &str| {
            let mut ids: Vec<String> = engine.thread(id).expect("a thread").into_iter().map(|s| s.id).collect();
            ids.sort();
            ids
        };
        assert_eq!(ids("b"), ["b", "c1", "c2", "p"]);
        assert_eq!(ids("a"), ["a"]);
        assert_eq!(ids("c1"), [""; 0], "a thread goes by its article");
    });
}

#[test]
fn pingbacks_are_found_only_where_a_part_of_the_query_asks_for_them() {
    both(|engine| {
        for (typed, ids) in [
            ("kind:pingback", "p"),
            ("apple kind:pingback", "p"),
            ("thread:b -kind:pingback", "b c1 c2"),
            ("id:p", ""),
            ("thread:b", "b c1 c2"),
            ("cherry OR kind:pingback", "c1 p"),
        ] {
            assert_eq!(engine.ids(&node(typed)).expect("ids").join(" "), ids, "{typed}");
        }
    });
}

#[test]
fn a_request_is_a_plain_value_that_can_be_sent_away() {
    let request = Request {
        query: node("(\"strategic buffer\" OR author:taylor) -under:{date:2017} a NEAR/3 b* /c+/"),
        sort: Sort::Newest,
        take: 7,
        why: true,
    };
    let sent = serde_json::to_string(&request).expect("JSON");
    let got: Request = serde_json::from_str(&sent).expect("a request");
    assert_eq!((got.query, got.sort, got.take, got.why), (request.query, request.sort, request.take, request.why));
}

#[test]
fn inside_phrases_and_nearness_a_pattern_stands_for_10_000_words_at_most() {
    let words = |file: usize| (0..1_000).map(move |n| format!("w{}", file * 1_000 + n)).collect::<Vec<String>>();
    let record = |file: usize| json!({"id": format!("d{file:02}"), "authors": words(file), "text": format!("start {}", words(file).join(" "))});
    let many: Vec<Value> = (0..11).map(record).collect();
    let shelf = Shelf::of(&many);
    for typed in ["\"w* w*\"", "start NEAR/2 w*", "\"start /w.*/\"", "author:\"w1 w*\""] {
        let error = shelf.index.ids(&node(typed)).err();
        assert!(matches!(&error, Some(Fault::TooManyWords(_, 10_000))), "{typed}");
        assert!(error.is_some_and(|fault| fault.hint().is_some()), "{typed}");
    }
    for (typed, found) in [("w*", 11), ("start w1*", 3), ("\"start w1*\"", 2), ("-w* OR start", 11), ("author:w*", 11)]
    {
        assert_eq!(shelf.index.ids(&node(typed)).map(|ids| ids.len()).ok(), Some(found), "{typed}");
    }
}
