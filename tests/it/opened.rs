//! The source opened at the passage: what reaches the platform's opener.

use crate::archive::{Archive, byline};
use serde_json::json;

fn archive() -> Archive {
    let text = "The lamp is out. A toll is a tax on bread, and the harbour lives from bread and nothing else at all.";
    let lines: String = [
        json!({"id": "web", "title": "T", "url": "https://a.example.org/x?a=1", "language": "en", "text": text}),
        json!({"kind": "comment", "id": "under", "parent": "web", "text": "No toll!"}),
        json!({"id": "local", "title": "T", "text": text}),
        json!({"id": "evil", "title": "T", "url": "javascript:alert(1)", "text": text}),
    ]
    .iter()
    .map(|record| format!("{record}\n"))
    .collect();
    let archive = Archive::with(&[("a.jsonl", &lines)]);
    archive.finds(&["index"]);
    archive
}

#[test]
fn print_gives_the_address_with_the_passage_as_a_text_fragment() {
    let archive = archive();
    for (arguments, address) in [
        (&["web"][..], "https://a.example.org/x?a=1"),
        (&["under", "--query", "toll"], "https://a.example.org/x?a=1#:~:text=No%20toll"),
        (
            &["web", "--query", "toll"],
            "https://a.example.org/x?a=1#:~:text=The%20lamp%20is%20out,nothing%20else%20at%20all",
        ),
        (&["web", "--query", "zeppelin"], "https://a.example.org/x?a=1"),
    ] {
        let out = archive.finds(&[&["open", "--print"], arguments].concat());
        assert_eq!(out.trim_end(), address, "{}", arguments.join(" "));
    }
}

#[test]
fn without_an_address_of_the_web_it_is_the_file() {
    let archive = archive();
    let file = archive.path("corpus/a.jsonl").canonicalize().expect("the file").to_string_lossy().into_owned();
    for arguments in [&["local"][..], &["evil"], &["web", "--file"]] {
        let out = archive.finds(&[&["open", "--print"], arguments].concat());
        assert_eq!(out.trim_end(), file, "{}", arguments.join(" "));
    }
    archive.remove("corpus/a.jsonl");
    archive.run(&["open", "local"]).says(2, "a.jsonl: no such file");
}

#[cfg(target_os = "linux")]
#[test]
fn the_platforms_opener_gets_the_address_and_its_trouble_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let archive = archive();
    archive.write("bin/xdg-open", "#!/bin/sh\necho \"$#:$1\" >> \"$OPENED\"\n[ -z \"$FAIL\" ]\n");
    let program = archive.path("bin/xdg-open");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("permissions");
    let open = |fail: &str, path: &str| {
        let mut command = byline(&archive.path("."));
        command.args(["open", "web", "--query", "toll"]).env("PATH", path).env("OPENED", archive.path("opened"));
        command.env("FAIL", fail).output().expect("byline runs")
    };
    let path = format!("{}:/usr/bin:/bin", archive.path("bin").display());
    assert_eq!(open("", &path).status.code(), Some(0));
    let opened = std::fs::read_to_string(archive.path("opened")).expect("the opener ran");
    assert!(opened.starts_with("1:https://a.example.org/x?a=1#:~:text="), "{opened}");
    for (fail, path, said) in [("yes", path.as_str(), "could not open"), ("", "/nowhere", "xdg-open: no such program")]
    {
        let ran = open(fail, path);
        let err = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.code() == Some(2) && err.contains(said) && err.contains("hint: --print"), "{err}");
    }
}

#[test]
fn an_unknown_id_is_told_as_by_show() {
    archive().run(&["open", "zeppelin"]).says(1, "no statement has the id `zeppelin`");
}
