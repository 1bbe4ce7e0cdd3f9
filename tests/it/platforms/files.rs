//! Pages as people keep them on disk: saved complete with a side folder, saved into one file, and static sites whose comments
//! are files beside their posts.

use super::{Told, page};
use crate::archive::Archive;
use serde_json::Value;

/// What `byline extract --format json` says of a file.
fn extracted(archive: &Archive, path: &str) -> Value {
    let out = archive.finds(&["extract", path, "--format", "json"]);
    serde_json::from_str(&out).unwrap_or_else(|_| panic!("JSON: {out}"))
}

/// Texts of the comments that a search finds, in the order of the thread.
fn texts(archive: &Archive, query: &str) -> Vec<String> {
    let ran = archive.run(&["search", query, "--format", "json", "-n", "100", "--sort", "oldest"]);
    let answer: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("JSON: {ran:?}"));
    let snippet = |hit: &Value| hit["snippets"][0]["text"].as_str().unwrap_or_default().to_owned();
    answer["hits"].as_array().expect("hits").iter().map(snippet).collect()
}

/// A page saved complete: pictures and frames beside it, the frame of its comments too.
const SAVED: &str = r##"<!DOCTYPE html>
<!-- saved from url=(0046)https://harbour.example/2018/04/the-net-loft/ -->
<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>The net loft – Harbour Notes</title><link rel="stylesheet" href="./The net loft_files/style.css"><meta property="article:published_time" content="2018-04-09T10:00:00Z"></head>
<body><article><h1>The net loft</h1><p>By <a rel="author" href="https://harbour.example/author/ana/">Ana Brod</a></p><img src="./The net loft_files/loft.jpg">
<p>The loft over the chandler holds nets for boats that were broken up before anybody who mends them now was born.</p><p>They are mended all the same, every winter, because the needle must not rust and the fingers must not forget.</p></article></body></html>"##;

#[test]
fn the_side_folder_of_a_saved_page_is_no_page() {
    let archive = Archive::with(&[
        ("The net loft.html", SAVED),
        (
            "The net loft_files/saved_resource.html",
            "<html><body><p>An advertisement that nobody wrote and nobody reads.</p></body></html>",
        ),
        ("The net loft_files/style.css", "p { color: red }"),
        ("other.html", "<html><body><p>Another page that stands for itself and is read.</p></body></html>"),
    ]);
    archive.finds(&["index"]);
    assert_eq!(texts(&archive, "title:\"net loft\"").len(), 1);
    assert!(texts(&archive, "advertisement").is_empty());
    assert_eq!(texts(&archive, "stands itself").len(), 1);
}

#[test]
fn a_saved_page_is_read_as_it_was_online() {
    let archive = Archive::with(&[("The net loft.html", SAVED)]);
    let record = extracted(&archive, "corpus/The net loft.html");
    assert_eq!(record["title"], "The net loft");
    assert_eq!(record["authors"][0]["name"], "Ana Brod");
    assert_eq!(record["date"]["value"].as_str().map(|day| &day[..10]), Some("2018-04-09"));
    assert!(record["text"].as_str().is_some_and(|text| text.contains("the fingers must not forget")));
}

/// A page saved into one file: its parts that elements of its own show stand in templates.
fn single(attribute: &str) -> Told {
    let html = format!(
        r##"<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://harbour.example/tide
 saved date: Fri Jan 05 2024 10:00:00 GMT+0100
--><meta charset=utf-8><title>Tide tables</title><style>body{{color:#000}}</style>
<body><x-header><template {attribute}=open><nav><a href=https://harbour.example/>Home</a></nav></template></x-header>
<x-article><template {attribute}=open><style>:host{{display:block}}</style><main><h1>Tide tables</h1><p class=byline>By <span class=author>Ana Brod</span> <time datetime=2023-12-30>30 December 2023</time></p>
<p>The tables for the new year are out, and for the first time they come without the moon, which the printer has forgotten.</p>
<p>The harbour master has drawn it in by hand, four hundred times, with a compass and a brush, and is seeing moons in his sleep.</p><slot></slot></main></template></x-article>
<x-comments><template {attribute}=open><section class=comments id=comments><h2>2 comments</h2>
<div class=comment id=comment-801><span class=comment-author>Ilo Kerr</span> <time datetime=2023-12-31>31 December</time><div class=comment-text><p>Mine has two moons.</p></div></div>
<div class=comment id=comment-802><span class=comment-author>Pat Reed</span> <time datetime=2024-01-01>1 January</time><div class=comment-text><p>Swap you for one without.</p></div></div></section></template></x-comments>
<template id=row><p>A row that nothing shows.</p></template></body></html>"##
    );
    page("https://harbour.example/tide", &html)
}

#[test]
fn a_page_in_one_file_shows_what_its_own_elements_show() {
    for attribute in ["shadowrootmode", "shadowroot"] {
        single(attribute)
            .titled("Tide tables")
            .by(&["Ana Brod"])
            .on("2023-12-30")
            .thread(&[
                "Ilo Kerr | 2023-12-31 | - | Mine has two moons.",
                "Pat Reed | 2024-01-01 | - | Swap you for one without.",
            ])
            .lacks(&["A row that nothing shows", "Home", "color"]);
    }
}

/// A site of Jekyll with comments of Staticman.
fn jekyll() -> Archive {
    let archive = Archive::with(&[
        (
            "site/_posts/2017-08-04-late-again.md",
            "---\ntitle: Late again\nauthor: Ana Brod\ndate: 2017-08-04\n---\nThe post boat is late again, and the tide will not wait for the letters.\n",
        ),
        ("site/_posts/2017-08-09-on-time.md", "---\ntitle: On time\nauthor: Ana Brod\n---\nNobody can explain it.\n"),
        (
            "site/_data/comments/late-again/entry1501932635109.yml",
            "_id: 37ea0a80-79d1-11e7-9b2c\n_parent: https://harbour.example/late-again/\nname: Ilo Kerr\nemail: 5d41402abc4b2a76b9719d911017c592\nhidden: ''\nmessage: 'The screw is **fouled** with weed.'\ndate: '2017-08-05T11:30:35.109Z'\n",
        ),
        (
            "site/_data/comments/late-again/entry1501936235109.yml",
            "_id: 41cc0a80-79d9-11e7-9b2d\nreplying_to_uid: 37ea0a80-79d1-11e7-9b2c\nname: Pat Reed\nmessage: |-\n  > The screw is fouled\n\n  So is the captain.\ndate: 1501936235\n",
        ),
        (
            "site/_data/comments/on-time/entry1502272235109.json",
            "{\"_id\": \"52dd0a80\", \"name\": \"Ilo Kerr\", \"message\": \"A new captain.\", \"date\": \"2017-08-09T10:00:00Z\"}",
        ),
        ("site/_data/navigation.yml", "- title: About\n  url: /about/\n"),
    ]);
    archive.run(&["index"]);
    archive
}

#[test]
fn comments_in_files_belong_to_the_post_of_their_folder() {
    let archive = jekyll();
    let told = ["The screw is fouled with weed.", "The screw is fouled"];
    assert_eq!(texts(&archive, "under:{title:\"Late again\"}"), told);
    assert_eq!(texts(&archive, "under:{title:\"On time\"}"), ["A new captain."]);
    assert_eq!(archive.ids(&["has-comment:{captain}"]).len(), 2);
    assert_eq!(archive.ids(&["comments:2"]).len(), 1);
}

#[test]
fn an_answer_in_a_file_stands_below_what_it_answers() {
    let archive = jekyll();
    assert_eq!(archive.ids(&["reply-to:{author:Kerr}"]), archive.ids(&["author:\"Pat Reed\""]));
    assert_eq!(archive.ids(&["depth:1"]), archive.ids(&["author:\"Pat Reed\""]));
    assert_eq!(archive.ids(&["quoted:fouled"]), archive.ids(&["author:\"Pat Reed\""]));
}

#[test]
fn a_comment_that_comes_later_joins_its_thread() {
    let archive = jekyll();
    archive.write(
        "corpus/site/_data/comments/on-time/later.yml",
        "_id: 63ee0a80-aaaa\nname: Pat Reed\nmessage: The old one sleeps.\ndate: 2017-08-10\n",
    );
    archive.run(&["index"]);
    assert_eq!(texts(&archive, "under:{title:\"On time\"}"), ["A new captain.", "The old one sleeps."]);
    archive.remove("corpus/site/_data/comments/on-time/later.yml");
    archive.run(&["index"]);
    assert_eq!(texts(&archive, "under:{title:\"On time\"}"), ["A new captain."]);
}

#[test]
fn a_comment_in_a_file_is_extracted_by_itself() {
    let archive = jekyll();
    let record = extracted(&archive, "corpus/site/_data/comments/late-again/entry1501932635109.yml");
    assert_eq!(record["kind"], "comment");
    assert_eq!(record["text"], "The screw is fouled with weed.");
    assert_eq!(record["author"]["name"], "Ilo Kerr");
}
