//! A person from both sides: what they wrote, where they are named; and a statement with its names marked.

use crate::aliases::{archive, record};
use crate::archive::Archive;
use serde_json::{Value, json};

fn people(archive: &Archive, arguments: &[&str]) -> Value {
    let out = archive.run(&[&["people", "--format", "json"], arguments].concat()).out;
    serde_json::from_str(&out).expect("JSON")
}

/// Two of one surname, one of whom writes.
fn two() -> Archive {
    let records = [
        record("a", "Ada Lund", "2017-06-01", "A toll is a tax.", &[]),
        record(
            "b",
            "Bo Dunn",
            "2018-07-02",
            "Ada Lund wrote that. Eva Lund did not.",
            &[("Ada Lund", "Ada Lund"), ("Eva Lund", "Eva Lund")],
        ),
        record("c", "Bo Dunn", "2019-01-05", "Lund, again.", &[("Lund", "Ada Lund")]),
        record("d", "Ada M. Lund", "2019-01-06", "I am somebody else.", &[]),
    ];
    let archive = Archive::with(&[("a.jsonl", &records.map(|record| format!("{record}\n")).concat())]);
    archive.finds(&["index"]);
    archive
}

#[test]
fn a_person_is_shown_as_author_and_as_named() {
    let archive = two();
    let out = archive.finds(&["people", "Ada", "Lund", "-n", "1"]);
    let expected = "Ada Lund
  wrote 1 statement, 2017-06-01, 1 site: key:\"author:ada lund\"
    Ada Lund · 2017-06-01 · article
    A toll is a tax.
    a  a.jsonl!1  https://ada-lund.example.org/a

  named in 2 statements, 2018-07-02 to 2019-01-05, 1 site: person:\"Ada Lund\"
    Bo Dunn · 2018-07-02 · article
    **Ada Lund** wrote that. Eva Lund did not.
    b  a.jsonl!2  https://bo-dunn.example.org/b

    Bo Dunn · 2019-01-05 · article
    **Lund**, again.
    c  a.jsonl!3  https://bo-dunn.example.org/c

2 people, number 1 shown
";
    assert_eq!(out, expected);
}

#[test]
fn everybody_of_a_name_is_listed_the_one_of_exactly_this_name_first() {
    let archive = two();
    let names = |found: &Value| {
        let all = found["people"].as_array().expect("people").iter();
        all.map(|one| one["name"].as_str().unwrap_or("?").to_owned()).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(names(&people(&archive, &["lund"])), "Ada Lund, Ada M. Lund, Eva Lund");
    assert_eq!(names(&people(&archive, &["Lund, Eva"])), "Eva Lund");
    assert_eq!(names(&people(&archive, &["ada m lund"])), "Ada M. Lund");
    let nobody = archive.run(&["people", "Nemo"]);
    assert_eq!((nobody.status, nobody.out.as_str()), (1, "nobody is called Nemo\n"));
    let later = people(&archive, &["ada lund", "--after", "2018"]);
    assert_eq!(later["people"][0]["wrote"], Value::Null);
    assert_eq!(later["people"][0]["named"]["count"], 2);
}

#[test]
fn every_side_is_opened_by_its_query() {
    let archive = Archive::with_sample();
    archive.finds(&["index"]);
    for name in ["wrede", "Ferran Oyelaran", "rautio"] {
        for somebody in people(&archive, &[name])["people"].as_array().expect("people") {
            for side in ["wrote", "named"].map(|side| &somebody[side]).into_iter().filter(|side| !side.is_null()) {
                let count = archive.finds(&["search", "--count", side["query"].as_str().expect("a query")]);
                assert_eq!(count.trim(), side["count"].to_string(), "{side}");
            }
        }
    }
}

#[test]
fn names_of_one_person_are_one_and_authors_of_a_short_name_stay_themselves() {
    let archive = archive();
    archive.write("aliases.tsv", "person\tXi Osk\tOsk\t習近\tAnn Marsh\n");
    let found = people(&archive, &["習近"]);
    assert_eq!((&found["total"], &found["people"][0]["named"]["count"]), (&json!(1), &json!(3)));
    assert_eq!(found["people"][0]["wrote"], Value::Null, "who writes under a name is not joined by decision");
    let table = archive.finds(&["people", "ann marsh", "--format", "csv"]);
    assert_eq!(
        table,
        "key,name,side,count,first,last,undated,sites,query\n\
         ann marsh,Ann Marsh,wrote,2,2017-06-01,2017-07-02,0,1,\"author:\"\"Ann Marsh\"\"\"\n\
         xi osk,Xi Osk,named,3,2017-06-01,2018-01-05,0,2,\"person:\"\"Xi Osk\"\"\"\n"
    );
}

#[test]
fn a_statement_shows_what_it_names_with_types_and_full_names() {
    let archive = archive();
    archive.write("aliases.tsv", "person\tXi Osk\tOsk\t習近\nnot\tGod Bless\n");
    let out = archive.finds(&["show", "b", "--entities"]);
    assert!(out.contains("\nThen **Osk** [person Xi Osk] closed it.\n"), "{out}");
    let out = archive.finds(&["show", "c", "--entities", "--why"]);
    assert!(out.contains("**習近** [person Xi Osk] was there. God Bless.\n"), "{out}");
    assert!(out.contains("\n習近: person 習近, as its record names it\n"), "{out}");
    let table = archive.finds(&["show", "a", "--entities", "--format", "csv"]);
    assert_eq!(table, "in,start,end,type,text,name,key\ntext,0,6,person,Xi Osk,Xi Osk,person:xi osk\n");
    assert_eq!(archive.run(&["show", "a", "--why"]).status, 2);
}
