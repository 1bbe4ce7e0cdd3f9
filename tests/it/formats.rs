//! Every command in every form that it can write: the same facts, each form whole by itself.

use crate::archive::{Archive, Ran};
use serde_json::{Value, json};

/// An article whose fields hold everything that a form must quote, with a thread of two.
fn indexed() -> Archive {
    let article = json!({
        "id": "toll", "title": "The \"toll\", a\nquestion", "authors": ["Ann Marsh", "Bo; Reed"], "date": "2017-06-21T09:30:00Z",
        "url": "https://news.example.org/toll", "site": "The Post", "language": "en",
        "text": "A strategic buffer needs money, \"they\" say.\n\nA second paragraph about the toll.",
        "asides": [{"kind": "caption", "text": "The pier"}],
    });
    let comments = [
        json!({"kind": "comment", "id": "c1", "parent": "toll", "author": "Cy Dunn", "date": "2017-06", "text": "No toll, 習近平 said."}),
        json!({"kind": "comment", "id": "c2", "parent": "c1", "text": "Strategic buffer? No toll."}),
    ];
    let lines: String = [article].iter().chain(&comments).map(|line| format!("{line}\n")).collect();
    let archive = Archive::with(&[("a.jsonl", &lines)]);
    archive.finds(&["index"]);
    archive
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| panic!("JSON: {text}"))
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn table(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let owned = |row: &csv::StringRecord| row.iter().map(str::to_owned).collect::<Vec<_>>();
    let head = owned(reader.headers().expect("a head"));
    (head, reader.records().map(|row| owned(&row.expect("rows of one length"))).collect())
}

#[test]
fn an_answer_as_json_has_the_keys_of_the_plan_in_their_order() {
    let answer = json_of(&indexed().finds(&["search", "\"strategic buffer\"", "--format", "json"]));
    assert_eq!(
        keys(&answer),
        [
            "version",
            "query",
            "understood",
            "complaints",
            "total",
            "undated_left_out",
            "hits",
            "facets",
            "months",
            "suggestions"
        ]
    );
    assert_eq!((&answer["version"], &answer["query"]), (&json!(1), &json!("\"strategic buffer\"")));
    let of_plan = [
        "id",
        "kind",
        "score",
        "title",
        "thread_title",
        "authors",
        "date",
        "site",
        "url",
        "path",
        "thread",
        "parent",
        "depth",
        "snippets",
        "also",
        "group",
        "why",
    ];
    for hit in answer["hits"].as_array().expect("hits") {
        let own: Vec<&str> = keys(hit).into_iter().filter(|key| of_plan.contains(key)).collect();
        assert_eq!(own, of_plan);
        assert_eq!(keys(&hit["snippets"][0]), ["text", "highlights", "source", "opening"]);
    }
}

#[test]
fn an_article_has_no_depth_and_no_parent_and_a_comment_that_answers_it_depth_0() {
    let answer = json_of(&indexed().finds(&["search", "toll", "--sort", "newest", "--format", "json"]));
    let of =
        |id: &str| answer["hits"].as_array().expect("hits").iter().find(|hit| hit["id"] == id).expect("a hit").clone();
    for (id, parent, depth, title, thread_title) in [
        ("toll", json!(null), json!(null), json!("The \"toll\", a\nquestion"), json!(null)),
        ("c1", json!(null), json!(0), json!(null), json!("The \"toll\", a\nquestion")),
        ("c2", json!("c1"), json!(1), json!(null), json!("The \"toll\", a\nquestion")),
    ] {
        let hit = of(id);
        assert_eq!((&hit["parent"], &hit["depth"]), (&parent, &depth), "{id}");
        assert_eq!((&hit["title"], &hit["thread_title"]), (&title, &thread_title), "{id}");
        assert_eq!(hit["thread"], "toll", "{id}");
    }
}

#[test]
fn lines_hold_what_the_whole_answer_holds() {
    let archive = indexed();
    let whole = json_of(&archive.finds(&["search", "toll OR autor:x", "--format", "json"]));
    let lines: Vec<Value> =
        archive.finds(&["search", "toll OR autor:x", "--format", "jsonl"]).lines().map(json_of).collect();
    let (summary, hits) = lines.split_last().expect("a summary");
    let mut rebuilt = summary.clone();
    assert_eq!(rebuilt.as_object_mut().expect("an object").shift_remove("type"), Some(json!("summary")));
    let bare = |hit: &Value| {
        let mut hit = hit.clone();
        assert_eq!(hit.as_object_mut().expect("an object").shift_remove("type"), Some(json!("hit")));
        hit
    };
    rebuilt["hits"] = hits.iter().map(bare).collect();
    assert_eq!(rebuilt, whole);
}

#[test]
fn a_passage_is_the_same_in_every_form() {
    let archive = indexed();
    let marked = "A **strategic buffer** needs money, \"they\" say.";
    let plain = marked.replace("**", "");
    let ask = |format: &str| {
        archive.finds(&["search", "\"strategic buffer\" kind:article", "--chars", "60", "--format", format])
    };
    assert!(ask("text").contains(&format!("    {marked}\n")), "{}", ask("text"));
    let snippet = &json_of(&ask("json"))["hits"][0]["snippets"][0];
    assert_eq!(snippet["text"], plain);
    assert_eq!((&snippet["highlights"], &snippet["source"]), (&json!([[2, 18]]), &json!([0, plain.len()])));
    assert_eq!(&json_of(ask("jsonl").lines().next().expect("a hit"))["snippets"][0], snippet);
    let (head, rows) = table(&ask("csv"));
    assert_eq!(rows[0][head.iter().position(|name| name == "passage").expect("a column")], plain);
}

#[test]
fn tables_quote_what_they_must() {
    let archive = indexed();
    let (head, rows) =
        table(&archive.finds(&["search", "toll", "--sort", "newest", "--format", "csv", "--offset", "1"]));
    assert_eq!(head, ["rank", "id", "kind", "title", "authors", "date", "answers", "site", "url", "path", "passage"]);
    let ids: Vec<&str> = rows.iter().map(|row| row[1].as_str()).collect();
    assert_eq!((rows[0][0].as_str(), ids), ("2", vec!["c1", "c2"]), "ranks go on where the page begins");
    assert_eq!(
        (rows[0][4].as_str(), rows[0][5].as_str(), rows[0][6].as_str()),
        ("Cy Dunn", "2017-06", "Ann Marsh, Bo; Reed")
    );

    let (head, rows) = table(&archive.finds(&["show", "c2", "--thread", "--format", "csv"]));
    assert_eq!(head, ["id", "kind", "thread", "parent", "authors", "date", "title", "text"]);
    assert_eq!(rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["toll", "c1", "c2"]);
    assert_eq!(rows[0][6], "The \"toll\", a\nquestion");
    assert!(rows[0][7].contains("say.\n\nA second"), "the whole text stands in its cell");
    assert_eq!(table(&archive.finds(&["show", "c2", "--format", "csv"])).1.len(), 1);

    let (head, rows) = table(&archive.finds(&["stats", "--format", "csv"]));
    assert_eq!(head, ["what", "value"]);
    assert!(rows.contains(&vec!["comments".to_owned(), "2".to_owned()]));
}

#[test]
fn a_table_holds_no_control_characters_either() {
    let line =
        json!({"id": "a", "title": "T\u{1b}[31m", "author": "A\u{9b}31m", "text": "word \u{1b}]0;x\u{7} \u{202e} end"});
    let archive = Archive::with(&[("a.jsonl", &line.to_string())]);
    archive.finds(&["index"]);
    for command in [&["search", "word", "--format", "csv"][..], &["show", "a", "--format", "csv"], &["show", "a"]] {
        let out = archive.finds(command);
        assert!(!out.contains(['\u{1b}', '\u{9b}', '\u{7}', '\u{202e}']), "{}: {}", command[0], out.escape_debug());
    }
}

#[test]
fn one_value_is_one_value_and_lines_are_lines() {
    let archive = indexed();
    for command in [&["show", "toll"][..], &["show", "c1"], &["stats"], &["extract", "corpus/a.jsonl"], &["index"]] {
        let lines = archive.run(&[command, &["--format", "jsonl"]].concat()).out;
        assert!(lines.lines().count() > 0, "{}", command[0]);
        let values: Vec<Value> = lines.lines().map(json_of).collect();
        let pretty = archive.run(&[command, &["--format", "json"]].concat()).out;
        if command[0] != "index" {
            let several: Vec<Value> =
                serde_json::Deserializer::from_str(&pretty).into_iter().map(|value| value.expect("JSON")).collect();
            assert_eq!(several, values, "{}", command[0]);
        }
    }
}

#[test]
fn a_count_is_a_number_in_text_and_an_answer_without_hits_elsewhere() {
    let archive = indexed();
    assert_eq!(archive.finds(&["search", "toll", "--count"]), "3\n");
    let none = archive.run(&["search", "zeppelin", "--count"]);
    assert_eq!((none.out.as_str(), none.status), ("0\n", 1));
    let answer = json_of(&archive.finds(&["search", "toll", "--count", "--format", "json"]));
    assert_eq!((&answer["total"], &answer["hits"]), (&json!(3), &json!([])));
    assert_eq!(archive.finds(&["search", "toll", "--count", "--format", "jsonl"]).lines().count(), 1);
}

#[test]
fn nothing_found_is_said_in_every_form_with_status_1() {
    let archive = indexed();
    for (format, said) in
        [("text", "no statements\n"), ("json", "\"total\": 0"), ("jsonl", "\"total\":0"), ("csv", "rank,id")]
    {
        let ran = archive.run(&["search", "zeppelin", "--format", format]);
        assert_eq!(ran.status, 1, "{format}");
        assert!(ran.out.contains(said) && ran.err.is_empty(), "{format}: {}{}", ran.out, ran.err);
    }
}

#[test]
fn wrong_words_are_told_with_status_2_and_nothing_on_stdout() {
    let archive = indexed();
    for (arguments, said) in [
        (&["search", "toll", "--format", "xml"][..], "xml"),
        (&["search", "toll", "--limit", "many"], "many"),
        (&["search", "toll", "--limit", "-1"], "-1"),
        (&["search", "toll", "--sort", "best"], "best"),
        (&["search", "toll", "--kind", "letter"], "letter"),
        (&["search", "toll", "--nonsense"], "--nonsense"),
        (&["show"], "ID"),
        (&["extract"], "FILE"),
        (&["extract", "corpus/a.jsonl", "--format", "csv"], "extract writes text, json or jsonl"),
        (&["stats", "surplus"], "surplus"),
        (&["serch", "toll"], "search"),
        (&[], "Usage"),
    ] {
        let ran = archive.run(arguments);
        ran.says(2, said);
        assert!(ran.out.is_empty(), "{}: {}", arguments.join(" "), ran.out);
    }
}

#[test]
fn help_is_told_with_examples_for_every_command() {
    let archive = Archive::new();
    for command in ["search", "index", "show"] {
        let help = archive.finds(&[command, "--help"]);
        assert!(help.contains("Examples:\n  byline ") && help.contains(&format!("byline {command}")), "{help}");
        assert_eq!(archive.finds(&["help", command]), help);
    }
    for command in ["extract", "stats"] {
        assert!(archive.finds(&[command, "--help"]).contains("Usage: byline"));
    }
    assert!(archive.finds(&["--version"]).starts_with("byline "));
}

#[test]
fn examples_of_the_help_run() {
    let archive = Archive::with_sample();
    archive.finds(&["index"]);
    let id = archive.ids(&["\"strategic buffer\""]).remove(0);
    for command in ["search", "show"] {
        for line in archive.finds(&[command, "--help"]).lines().filter_map(|line| line.strip_prefix("  byline ")) {
            let line = line.split("   ").next().expect("a command").replace("ID", &id);
            let words = crate::readme::words(&line);
            archive.finds(&words.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}

#[test]
fn empty_queries_empty_archives_and_empty_input_are_ordinary() {
    let archive = indexed();
    assert_eq!(archive.ids(&[]).len(), 3, "nothing asked is everything");
    assert_eq!(archive.ids(&[""]).len(), 3);
    assert_eq!(archive.ids(&["   "]).len(), 3);
    assert_eq!(archive.run(&["search", "", "--limit", "0"]).status, 0);
    let told = |ran: &Ran, status: i32| assert_eq!(ran.status, status, "{}{}", ran.out, ran.err);
    told(&archive.run(&["show", ""]), 1);
    told(&archive.run_with(&["extract", "-"], ""), 1);
    told(&archive.run_with(&["extract", "--list", "-", "--format", "jsonl"], ""), 1);
    let empty = Archive::with(&[("empty.txt", "")]);
    empty.run(&["index"]);
    told(&empty.run(&["search", "toll"]), 1);
    told(&empty.run(&["stats"]), 1);
    told(&empty.run(&["show", "a"]), 1);
}

#[test]
fn words_of_a_query_may_come_as_several_arguments_and_behind_a_double_dash() {
    let archive = indexed();
    assert_eq!(archive.ids(&["strategic", "money"]), ["toll"]);
    assert_eq!(archive.ids(&["kind:article", "--", "-zeppelin"]), ["toll"]);
    let ran = archive.run(&["search", "--format", "json", "--", "-toll"]);
    assert_eq!((ran.status, &json_of(&ran.out)["total"]), (1, &json!(0)));
}
