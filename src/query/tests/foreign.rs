//! The same query for other engines, or the reason.

use super::super::{Target, foreign, mapping};
use super::read;

fn lucene(typed: &str) -> String {
    foreign(&read(typed).root, Target::Lucene).unwrap_or_else(|untold| format!("no: {untold}"))
}

fn elastic(typed: &str) -> serde_json::Value {
    let text = foreign(&read(typed).root, Target::Elasticsearch).expect(typed);
    let body: serde_json::Value = serde_json::from_str(&text).expect("json");
    let query = body.get("query").expect("a query");
    let clause = query.pointer("/bool/must").and_then(|must| must.as_array()).filter(|must| must.len() == 1);
    // pingbacks are left out beside every query that asks for none
    match (clause, query.pointer("/bool/must_not/1")) {
        (Some(clause), None) => clause.first().expect("a clause").clone(),
        _ => query.clone(),
    }
}

#[test]
fn a_line_for_lucene_says_the_same() {
    for (typed, line) in [
        ("title:buffers", "(+title.stem:buffers -kind:pingback)"),
        ("text:=C++", "(+text:c\\+\\+ -kind:pingback)"),
        ("text:\"strategic buffer\" -author:taylor", "(+text:\"strategic buffer\" -author:taylor -kind:pingback)"),
        ("=buffer", "(+(title:buffer OR byline:buffer OR text:buffer) -kind:pingback)"),
        ("text:\"strateg* buffer\"", "(+text:fn:phrase(fn:wildcard(strateg*) buffer) -kind:pingback)"),
        ("text:(a NEAR/3 b)", "(+text.stem:fn:maxgaps(3 fn:unordered(a b)) -kind:pingback)"),
        ("text:(=a ADJ/0 \"b c\")", "(+text:fn:maxgaps(0 fn:ordered(a fn:phrase(b c))) -kind:pingback)"),
        ("author:\"Brendan Taylor\"", "(+author:fn:maxgaps(99 fn:unordered(brendan taylor)) -kind:pingback)"),
        ("text:stratgic~1 text:/b.*r/", "(+text:stratgic~1 +text:/b.*r/ -kind:pingback)"),
        (
            "date:2017 kind:comment",
            "(+(+first:[2017-01-01 TO *] +last:[* TO 2017-12-31]) +kind:comment -kind:pingback)",
        ),
        ("-kind:comment", "(+*:* -kind:comment -kind:pingback)"),
        ("depth:>1 site:a.org", "(+depth:[2 TO *] +(site:a.org OR site:a\\ org) -kind:pingback)"),
        ("", "(+*:* -kind:pingback)"),
        ("kind:pingback", "kind:pingback"),
        ("tag:\"Ferry News\" lang:EN", "(+tag:ferry\\ news +lang:en -kind:pingback)"),
    ] {
        assert_eq!(lucene(typed), line, "{typed}");
    }
}

#[test]
fn what_would_mean_something_else_is_refused_with_the_reason() {
    for (typed, reason) in [
        ("under:{a}", "another statement"),
        ("a NEAR b NEAR c", "chain"),
        ("\"a b\"~3 NEAR c", "loosely"),
        ("a NEAR =b", "two fields"),
        ("=a NEAR =a", "same word"),
        ("\"buff* buffer\"~2", "same word"),
        (r"/\p{Greek}+/", "regular expression"),
        ("=a NEAR /b+/", "near another word"),
    ] {
        assert!(lucene(typed).contains(reason), "{typed}: {}", lucene(typed));
    }
    let typed = "a under:{b}";
    let untold = foreign(&read(typed).root, Target::Elasticsearch).expect_err("a join");
    assert_eq!(untold.span.of(typed), "under:{b}");
}

#[test]
fn a_body_for_elasticsearch_says_the_same() {
    use serde_json::json;
    assert_eq!(elastic("text:\"strategic buffer\""), json!({ "match_phrase": { "text": "strategic buffer" } }));
    assert_eq!(
        elastic("text:(a ADJ/2 =b)"),
        json!({ "intervals": { "text": { "all_of": { "ordered": true, "max_gaps": 2, "intervals": [
            { "match": { "query": "a", "use_field": "text.stem" } }, { "match": { "query": "b" } }
        ] } } } })
    );
    assert_eq!(
        elastic("kind:comment -title:x"),
        json!({ "bool": { "must": [{ "term": { "kind": "comment" } }], "must_not": [{ "match": { "title.stem": "x" } }, { "term": { "kind": "pingback" } }] } })
    );
    assert_eq!(elastic("after:2017"), json!({ "range": { "first": { "gte": "2017-01-01" } } }));
    assert_eq!(elastic("url:a*b"), json!({ "wildcard": { "url": { "value": "*a\\*b*" } } }));
    assert_eq!(elastic("words:3..9"), json!({ "range": { "words": { "gte": "3", "lte": "9" } } }));
}

#[test]
fn every_clause_without_a_join_is_told_or_refused_and_never_dropped() {
    for typed in [
        "author:x",
        "person:x",
        "site:x",
        "path:x",
        "lang:en",
        "tag:x",
        "id:x",
        "thread:x",
        "has:author",
        "has:date",
        "has:comments",
        "has:quote",
        "own:x",
        "quoted:x",
        "on:2017",
    ] {
        assert_ne!(elastic(typed), serde_json::json!({ "match_all": {} }), "{typed}");
        assert_ne!(lucene(typed), "*:*", "{typed}");
    }
}

#[test]
fn the_mapping_knows_every_field_that_queries_name() {
    fn fields<'a>(query: &'a serde_json::Value, found: &mut Vec<&'a str>) {
        if let Some(object) = query.as_object() {
            for (key, value) in object {
                let leaf = matches!(
                    key.as_str(),
                    "term" | "match" | "match_phrase" | "wildcard" | "prefix" | "range" | "intervals"
                );
                let names = value.as_object().filter(|_| leaf).into_iter().flat_map(|object| object.keys());
                found.extend(
                    names.map(String::as_str).filter(|name| !matches!(*name, "query" | "use_field" | "pattern")),
                );
                fields(value, found);
            }
        }
        query.as_array().into_iter().flatten().for_each(|query| fields(query, found));
    }
    let typed = "x =x title:=x aside:x own:x quoted:=x author:\"a b\" person:x org:x place:x entity:x site:x url:x path:x lang:x tag:x id:x \
        thread:x kind:comment depth:1 comments:1 words:1 has:quote on:2017 (a NEAR =b)";
    let query = elastic(typed);
    let mut found = Vec::new();
    fields(&query, &mut found);
    assert!(found.len() > 30, "{found:?}");
    let mapping = mapping("English");
    for name in found {
        let path = name.replace('.', "/fields/");
        assert!(mapping.pointer(&format!("/mappings/properties/{path}")).is_some(), "{name}");
    }
}
