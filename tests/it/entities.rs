//! Names that are found: counted, opened, explained, reviewed.

use crate::aliases::{archive, record};
use crate::archive::Archive;
use serde_json::{Value, json};

fn rows(archive: &Archive, arguments: &[&str]) -> Vec<Value> {
    let out = archive.run(&[&["entities", "--format", "jsonl"], arguments].concat()).out;
    let lines = out.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    lines.filter(|line| line["type"] != "summary").collect()
}

fn told(archive: &Archive, arguments: &[&str]) -> String {
    let of = |row: Value| format!("{} {}", row["name"].as_str().unwrap_or("?"), row["count"]);
    rows(archive, arguments).into_iter().map(of).collect::<Vec<_>>().join(", ")
}

#[test]
fn names_are_listed_with_counts_days_sites_and_the_query_that_opens_them() {
    let archive = archive();
    archive.write("aliases.tsv", "person\tXi Osk\tOsk\t習近\nnot\tGod Bless\n");
    assert_eq!(
        archive.finds(&["entities"]),
        "3  Xi Osk   person  2017-06-01 to 2018-01-05  2 sites  person:\"Xi Osk\"\n\
         1  Per Osk  person  2018-02-06                1 site   person:\"Per Osk\"\n\
         2 names in 4 statements\n"
    );
    archive.remove("aliases.tsv");
    assert_eq!(told(&archive, &["--after", "2018"]), "God Bless 1, Per Osk 1, 習近 1");
    assert_eq!(told(&archive, &["author:marsh", "-n", "1"]), "Osk 1");
    assert_eq!(told(&archive, &["--type", "org,place"]), "");
    assert_eq!(archive.run(&["entities", "--type", "org"]).status, 1);
    assert_eq!(told(&archive, &["--with", "God Bless"]), "習近 1");
    assert_eq!(told(&archive, &["-n", "2", "--offset", "3"]), "Xi Osk 1, 習近 1");
}

#[test]
fn every_count_is_that_of_its_query() {
    let archive = Archive::with_sample();
    archive.finds(&["index"]);
    for query in [&[][..], &["toll OR ferry"], &["--kind", "comment"], &["--with", "Tomas Wrede", "--after", "2018"]] {
        let rows = rows(&archive, query);
        assert!(rows.len() > 3, "{}", rows.len());
        for row in rows {
            let opened = archive.finds(&["search", row["query"].as_str().expect("a query"), "--count"]);
            assert_eq!(opened.trim(), row["count"].to_string(), "{row}");
        }
    }
}

#[test]
fn passages_show_the_sentence_with_the_name() {
    let archive = archive();
    let out = archive.finds(&["entities", "author:dunn", "--passages", "1"]);
    assert!(out.contains("      **Per Osk** never came.\n      d  records.jsonl"), "{out}");
}

#[test]
fn why_shows_every_form_of_a_name_and_the_reason() {
    let texts = [
        json!({"id": "a", "text": "Prime Minister Ada Lund spoke in London. Lund said no.",
            "comments": [{"id": "c", "text": "Lund was right about London."}]}),
        record("r", "Ann Marsh", "2017", "The premier left.", &[("premier", "Ada Lund")]),
    ];
    let archive = Archive::with(&[("a.jsonl", &texts.map(|text| format!("{text}\n")).concat())]);
    archive.write("aliases.tsv", "place\tLondon Town\tLondon\n");
    archive.finds(&["index"]);
    let out = archive.finds(&["entities", "--why"]);
    for line in [
        "      Lund, once: the end of a full name  a\n",
        "      Lund, once: as it was meant before  ",
        "      Ada Lund, once: the name itself  a\n",
        "      premier, once: as its record names it  r\n",
        "      London, 2 times: London Town by decision, else London  ",
    ] {
        assert!(out.contains(line), "{line}\n{out}");
    }
    let json: Value = serde_json::from_str(&archive.finds(&["entities", "--why", "--format", "json"])).expect("JSON");
    assert_eq!(json["entities"][1]["evidence"][0]["times"], 2);
}

#[test]
fn a_table_has_a_row_a_name() {
    let archive = archive();
    let out = archive.finds(&["entities", "--format", "csv", "-n", "1", "osk"]);
    let mut lines = out.lines();
    assert_eq!(lines.next(), Some("type,key,name,count,first,last,undated,sites,query"));
    assert_eq!(
        lines.next(),
        Some("person,person:osk,Osk,1,2017-07-02,2017-07-02,0,1,\"osk AND key:\"\"person:osk\"\"\"")
    );
}

#[test]
fn a_short_name_answers_with_the_full_ones_it_may_mean() {
    let archive = archive();
    let out = archive.finds(&["search", "person:osk", "--count", "--format", "json"]);
    assert!(!out.contains("may be"), "a count is a count");
    let out = archive.finds(&["search", "person:osk", "-n", "1"]);
    assert!(out.ends_with("3 statements, number 1 shown\n`person:osk` may be Per Osk (1) or Xi Osk (1)\n"), "{out}");
    assert!(!archive.finds(&["search", "person:\"xi osk\""]).contains("may be"));
    let out = archive.finds(&["search", "--entity", "osk", "--author", "dunn", "--format", "json"]);
    let answer: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(answer["suggestions"][0]["reason"], "`entity:osk` may be Per Osk");
    assert_eq!(answer["suggestions"][0]["query"], "author:dunn AND person:\"per osk\"");
}

#[test]
fn a_bare_surname_is_found_everywhere_and_counted_in_each_conversation() {
    let texts = [
        json!({"id": "a", "text": "Mr. Smith said no. Then Smith left for London.", "comments": [
            {"id": "c", "text": "Good for Mr. Smith, I say."}]}),
        json!({"id": "b", "text": "Mr. Smith was elected in Paris. Smith is a baker."}),
    ];
    let archive = Archive::with(&[("a.jsonl", &texts.map(|text| format!("{text}\n")).concat())]);
    archive.finds(&["index"]);
    assert_eq!(archive.finds(&["search", "person:smith", "--count"]), "3\n");
    assert_eq!(told(&archive, &["--type", "person"]), "Smith 2, Smith 1", "they may be two");
    assert_eq!(archive.ids(&["key:\"person:smith@b\""]), ["b"]);
    let record: Value = serde_json::from_str(&archive.finds(&["show", "b", "--format", "json"])).expect("JSON");
    assert_eq!(record["entities"][0]["key"], "person:smith?");
    archive.write("aliases.tsv", "person\tJohn Smith\tSmith\n");
    assert_eq!(told(&archive, &["--type", "person"]), "John Smith 3", "unless somebody knows better");
    assert_eq!(archive.finds(&["search", "person:john", "--count"]), "3\n");
    archive.write("aliases.tsv", "not\tSmith\n");
    assert_eq!(archive.run(&["search", "person:smith"]).status, 1);
    let other = archive.finds(&["show", "a", "--format", "jsonl"]);
    let again = Archive::with(&[("again.jsonl", &format!("{record}\n{other}"))]);
    again.finds(&["index"]);
    assert_eq!(told(&again, &["--type", "person"]), "Smith 2, Smith 1", "records keep what is local");
}

/// Names of which one is short for another.
fn reviewed() -> Archive {
    let archive = Archive::with(&[(
        "a.jsonl",
        &[
            record("a", "Ann", "2017", "Ada Lund came.", &[("Ada Lund", "Ada Lund")]),
            record("b", "Ann", "2017", "Lund left. Per Berg, too.", &[("Lund", "Lund"), ("Per Berg", "Per Berg")]),
            record("c", "Ann", "2017", "Lund and Berg are here.", &[("Lund", "Lund"), ("Berg", "Berg")]),
            record(
                "d",
                "Ann",
                "2017",
                "Skipper Ada Lund saw Lund.",
                &[("Skipper Ada Lund", "Skipper Ada Lund"), ("Lund.", "Lund")],
            ),
        ]
        .map(|record| format!("{record}\n"))
        .concat(),
    )]);
    archive.finds(&["index"]);
    archive
}

#[test]
fn names_that_are_probably_one_are_listed_and_nothing_is_written() {
    let archive = reviewed();
    let ran = archive.run(&["entities", "--review"]);
    assert_eq!(
        ran.out,
        "person  Ada Lund (1) is likely Skipper Ada Lund (1): the end of a full name; never named together\n\
         person  Berg (1) is likely Per Berg (1): the end of a full name; never named together\n",
        "Lund is the end of two names, so that it is not proposed: {}",
        ran.err
    );
    let lines = archive.finds(&["entities", "--review", "--dry-run"]);
    assert_eq!(lines, "person\tSkipper Ada Lund\tAda Lund\nperson\tPer Berg\tBerg\n");
    assert!(!archive.path("aliases.tsv").exists());
    archive.write("aliases.tsv", format!("{lines}apart\tLund\tSkipper Ada Lund\n"));
    assert_eq!(archive.run(&["entities", "--review"]).status, 1, "what is decided is not asked again");
    let json = archive.run(&["entities", "--review", "--aliases", "/dev/null", "--format", "jsonl"]).out;
    let pair: Value = serde_json::from_str(json.lines().next().expect("a line")).expect("JSON");
    assert_eq!(
        (&pair["short"], &pair["name"], &pair["together"]),
        (&json!("Ada Lund"), &json!("Skipper Ada Lund"), &json!(0))
    );
}

#[test]
fn a_name_with_tabs_and_escapes_is_one_field_and_moves_no_cursor() {
    let record = json!({"id": "a", "text": "Lund and Ada Lund.", "entities": [
        {"start": 0, "end": 4, "type": "person", "name": "Lund"},
        {"start": 9, "end": 17, "type": "person", "name": "Ada\t\u{1b}[2J\nLund"}]});
    let archive = Archive::with(&[("a.jsonl", &record.to_string())]);
    archive.finds(&["index"]);
    for arguments in
        [&["entities"][..], &["people", "lund"], &["show", "a", "--entities", "--why"], &["entities", "--review"]]
    {
        assert!(!archive.finds(arguments).contains('\u{1b}'), "{arguments:?}");
    }
    let line = archive.finds(&["entities", "--review", "--dry-run"]);
    assert_eq!((line.lines().count(), line.matches('\t').count()), (1, 2), "{line}");
}

/// Reviews on a terminal with these answers: what it showed. Nothing where no terminal can be made.
fn on_terminal(archive: &Archive, arguments: &str, answers: &str) -> Option<String> {
    let call = format!("'{}' entities --review {arguments}", env!("CARGO_BIN_EXE_byline"));
    let mut command = std::process::Command::new("script");
    command.args(["-q", "-e", "-c", &call, "/dev/null"]).current_dir(archive.path("."));
    command.env_remove("BYLINE_INDEX").env("NO_COLOR", "1");
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let Ok(mut child) = command.spawn() else {
        assert!(std::env::var_os("BYLINE_REQUIRE_ALL").is_none(), "script is missing and BYLINE_REQUIRE_ALL is set");
        eprintln!("skipped: script (util-linux) is missing");
        return None;
    };
    // the answers stay unread in the terminal until they are asked for
    let mut input = child.stdin.take().expect("standard input");
    std::io::Write::write_all(&mut input, answers.as_bytes()).expect("answers can be typed");
    let output = child.wait_with_output().expect("script ends");
    drop(input);
    Some(String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n"))
}

#[test]
fn on_a_terminal_every_pair_is_asked_and_what_is_accepted_is_appended() {
    let archive = reviewed();
    let before = "# ours\nnot\tGod Bless";
    archive.write("aliases.tsv", before);
    let Some(shown) = on_terminal(&archive, "--dry-run", "y\nn\n") else { return };
    assert!(shown.contains("aliases.tsv would get:\nperson\tSkipper Ada Lund\tAda Lund\n"), "{shown}");
    assert_eq!(std::fs::read_to_string(archive.path("aliases.tsv")).expect("the file"), before);
    let Some(shown) = on_terminal(&archive, "", "y\na\n") else { return };
    assert!(shown.contains("2 decisions written to "), "{shown}");
    let after = std::fs::read_to_string(archive.path("aliases.tsv")).expect("the file");
    assert_eq!(after, format!("{before}\nperson\tSkipper Ada Lund\tAda Lund\napart\tPer Berg\tBerg\n"));
    let next = archive.finds(&["entities", "--review"]);
    assert!(next.starts_with("person  Lund (3) is likely Skipper Ada Lund (2): "), "decisions hold at once: {next}");
    assert_eq!(next.lines().count(), 1);
    let fresh = reviewed();
    let Some(shown) = on_terminal(&fresh, "", "q\n") else { return };
    assert!(shown.ends_with("nothing decided\n") && !fresh.path("aliases.tsv").exists(), "{shown}");
}
