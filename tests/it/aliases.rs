//! The user's word on names: `aliases.tsv` holds for every question, and no index is made anew for it.

use crate::archive::Archive;
use crate::shelf::{Shelf, named, today};
use byline::article::{Aliases, EntityType};
use byline::engine::{By, Decided, Engine};
use byline::query::parse;
use serde_json::{Value, json};

/// A record that names these persons, by their text and their name.
pub(crate) fn record(id: &str, author: &str, date: &str, text: &str, persons: &[(&str, &str)]) -> Value {
    let entities: Vec<Value> = persons.iter().map(|(piece, name)| named("text", text, "person", piece, name)).collect();
    json!({"id": id, "title": "", "author": author, "date": date, "text": text, "entities": entities,
        "url": format!("https://{}.example.org/{id}", author.to_lowercase().replace(' ', "-"))})
}

/// Four articles about two men called Osk, one of whom is named in two scripts, and a blessing.
pub(crate) fn archive() -> Archive {
    let records = [
        record("a", "Ann Marsh", "2017-06-01", "Xi Osk opened the lock.", &[("Xi Osk", "Xi Osk")]),
        record("b", "Ann Marsh", "2017-07-02", "Then Osk closed it.", &[("Osk", "Osk")]),
        record(
            "c",
            "Bo Dunn",
            "2018-01-05",
            "習近 was there. God Bless.",
            &[("習近", "習近"), ("God Bless", "God Bless")],
        ),
        record("d", "Bo Dunn", "2018-02-06", "Per Osk never came.", &[("Per Osk", "Per Osk")]),
    ];
    let lines: String = records.iter().map(|record| format!("{record}\n")).collect();
    let archive = Archive::with(&[("records.jsonl", &lines)]);
    archive.finds(&["index"]);
    archive
}

const ONE: &str = "person\tXi Osk\tOsk\t習近\n";

fn found(archive: &Archive, query: &str) -> String {
    let mut ids = archive.ids(&[query]);
    ids.sort_unstable();
    ids.join(" ")
}

#[test]
fn a_name_finds_every_name_that_was_said_to_be_the_same() {
    let archive = archive();
    assert_eq!(found(&archive, "person:\"Xi Osk\""), "a");
    archive.write("aliases.tsv", ONE);
    for (query, ids) in [
        ("person:\"Xi Osk\"", "a b c"),
        ("entity:習近", "a b c"),
        ("person:per", "d"),
        ("person:osk", "a b c d"),
        ("org:\"Xi Osk\"", ""),
        ("NOT person:\"Xi Osk\"", "d"),
        ("key:\"person:osk\"", "a b c"),
        ("author:dunn person:xi", "c"),
    ] {
        assert_eq!(found(&archive, query), ids, "{query}");
    }
    assert_eq!(archive.finds(&["search", "--entity", "Xi Osk", "--count"]), "3\n");
    archive.remove("aliases.tsv");
    assert_eq!(found(&archive, "person:\"Xi Osk\""), "a", "nothing was indexed anew");
}

fn persons(archive: &Archive) -> String {
    let out = archive.finds(&["search", "", "--facets", "person", "--format", "json"]);
    let answer: Value = serde_json::from_str(&out).expect("JSON");
    let counts = answer["facets"]["person"].as_array().expect("counts");
    let told = counts.iter().map(|count| format!("{} {} {}", count["key"], count["name"], count["count"]));
    told.collect::<Vec<_>>().join(", ").replace('"', "")
}

#[test]
fn facets_count_one_who_has_several_names_once() {
    let archive = archive();
    archive.write("aliases.tsv", format!("{ONE}not\tGod Bless\n"));
    assert_eq!(persons(&archive), "person:xi osk Xi Osk 3, person:per osk Per Osk 1");
}

#[test]
fn what_is_no_name_is_neither_found_nor_counted() {
    let archive = archive();
    assert_eq!(found(&archive, "person:bless"), "c");
    archive.write("aliases.tsv", "not\tGod Bless\n");
    assert_eq!(archive.run(&["search", "person:bless"]).status, 1);
    assert_eq!(archive.run(&["search", "key:\"person:god bless\""]).status, 1);
    assert_eq!(found(&archive, "bless"), "c", "the words stand there all the same");
    assert!(!persons(&archive).contains("God"));
    archive.write("aliases.tsv", "not\tOsk\n");
    assert_eq!(found(&archive, "person:osk"), "a d", "who has another name with this word is found by it");
}

#[test]
fn what_is_apart_is_not_joined() {
    let archive = archive();
    archive.write("aliases.tsv", "person\tXi Osk\tOsk\tPer Osk\napart\tXi Osk\tPer Osk\n");
    assert_eq!(found(&archive, "key:\"person:xi osk\""), "a b");
    assert!(persons(&archive).contains("person:per osk Per Osk 1"), "{}", persons(&archive));
}

#[test]
fn a_broken_line_is_told_by_its_number_and_the_others_hold() {
    let archive = archive();
    archive.write("aliases.tsv", format!("# ours\nnonsense\nanimal\tA\tB\n{ONE}"));
    let ran = archive.run(&["search", "person:\"Xi Osk\"", "--count"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "3\n"));
    assert_eq!(
        ran.err,
        "aliases.tsv: line 2: `nonsense` has no tab; a decision is a word, a tab and names\n\
         aliases.tsv: line 3: `animal` is no decision; `person`, `org`, `place`, `not` and `apart` are\n"
    );
    archive.write("aliases.tsv", b"person\tXi Osk\t\xe7sk\nperson\tXi Osk\tOsk\n");
    let ran = archive.run(&["search", "person:\"Xi Osk\"", "--count"]);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("2\n", "aliases.tsv: line 1: holds letters that are no UTF-8\n"));
}

#[test]
fn the_file_lies_beside_the_index_or_in_the_corpus_or_where_it_is_said_to() {
    let archive = archive();
    archive.write("corpus/aliases.tsv", "person\tXi Osk\t習近\nperson\tPer Osk\tOsk\n");
    assert_eq!(found(&archive, "key:\"person:xi osk\""), "a c");
    archive.write("aliases.tsv", "person\tXi Osk\tOsk\n");
    assert_eq!(found(&archive, "key:\"person:xi osk\""), "a b c", "both are read, the one beside the index first");
    assert_eq!(found(&archive, "key:\"person:per osk\""), "d");
    archive.write("mine.tsv", "person\tPer Osk\tOsk\n");
    let mine = archive.ids(&["key:\"person:per osk\"", "--aliases", "mine.tsv"]);
    assert_eq!(mine.len(), 2);
    archive.run(&["search", "x", "--aliases", "none.tsv"]).says(2, "none.tsv: ");
    archive.finds(&["index"]);
    assert!(!archive.finds(&["stats"]).contains("aliases"), "the file is no source");
}

#[test]
fn a_record_is_shown_as_it_was_read() {
    let archive = archive();
    archive.write("aliases.tsv", ONE);
    let shown: Value = serde_json::from_str(&archive.finds(&["show", "b", "--format", "json"])).expect("JSON");
    assert_eq!(shown["entities"][0]["name"], "Osk");
}

#[test]
fn index_and_scan_keep_the_same_decisions() {
    let records = [
        record("a", "Ann Marsh", "2017", "Xi Osk opened it.", &[("Xi Osk", "Xi Osk")]),
        record("b", "Ann Marsh", "2017", "Osk and God Bless.", &[("Osk", "Osk"), ("God Bless", "God Bless")]),
        record("c", "Bo Dunn", "2018", "God Bless.", &[("God Bless", "God Bless")]),
        json!({"id": "d", "text": "Mr. Osk said no. Then Osk left.", "comments": [{"id": "e", "text": "Mr. Osk was right."}]}),
    ];
    let files = [
        "",
        ONE,
        "not\tGod Bless\n",
        "person\tXi Osk\tOsk\nnot\tXi Osk\n",
        "person\tOsk\tXi Osk\napart\tOsk\tXi Osk\n",
    ];
    let queries = [
        "person:osk",
        "person:xi",
        "entity:b*",
        "NOT person:osk",
        "key:\"person:osk\"",
        "key:\"person:osk@d\"",
        "under:{person:xi}",
        "has-comment:{person:xi}",
        "person:bless OR org:osk",
        "author:marsh -person:xi",
    ];
    for file in files {
        let aliases = || Aliases::read(file).0;
        let shelf = Shelf::of(&records);
        let (index, scan) = (Decided::new(shelf.index, aliases()), Decided::new(shelf.scan, aliases()));
        for query in queries {
            let root = parse(query, today()).expect("within the bounds").root;
            assert_eq!(index.ids(&root).expect("ids"), scan.ids(&root).expect("ids"), "{query} with {file}");
            let by = By::Entity(EntityType::Person);
            assert_eq!(
                index.values(&root, by).expect("values"),
                scan.values(&root, by).expect("values"),
                "{query} with {file}"
            );
        }
    }
}
