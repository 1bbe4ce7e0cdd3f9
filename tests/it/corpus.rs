//! The sample corpus: what its catalogue says of every page is what comes out.

use crate::archive::{Archive, sample};
use byline::article::{Kind, Statement, Thread};
use byline::engine::{Engine, Folder, Index};
use byline::query::{Match, Node};
use byline::text::Span;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Rows of the catalogue's table below a heading: cells by the names of their columns.
fn table(heading: &str) -> Vec<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(sample().join("CATALOGUE.md")).expect("the catalogue");
    let section = text.split(&format!("{heading}\n")).nth(1).expect("a section");
    let section = section.split("\n#").next().expect("its text");
    let mut lines = section.lines().filter(|line| line.starts_with('|')).map(cells);
    let names = lines.next().expect("names of columns");
    lines.skip(1).map(|row| names.iter().cloned().zip(row).collect()).collect()
}

fn cells(line: &str) -> Vec<String> {
    line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// Threads of the indexed sample corpus by the path of their article.
fn threads() -> &'static BTreeMap<String, Thread> {
    static THREADS: OnceLock<BTreeMap<String, Thread>> = OnceLock::new();
    THREADS.get_or_init(|| {
        let archive = Archive::new();
        let folder = Folder::open_or_create(&archive.path("index")).expect("an index");
        crate::shelf::index(&folder, &[sample()]);
        let index = Index::open(&folder).expect("an index");
        let articles = Node { span: Span::default(), asks: Match::Kind(Kind::Article) };
        let mut threads = BTreeMap::new();
        for id in index.ids(&articles).expect("ids") {
            let thread = Thread::of(index.thread(&id).expect("a thread"));
            threads.insert(thread.article.as_ref().expect("an article").path.clone(), thread);
        }
        threads
    })
}

fn thread(page: &str) -> &'static Thread {
    let first_of_file =
        || threads().iter().find(|(path, _)| path.split('!').next() == Some(page)).map(|(_, thread)| thread);
    threads()
        .get(page)
        .or_else(first_of_file)
        .unwrap_or_else(|| panic!("{page} among {}", threads().keys().cloned().collect::<Vec<_>>().join(", ")))
}

fn article(page: &str) -> &'static Statement {
    thread(page).article.as_ref().expect("an article")
}

fn names(statement: &Statement) -> String {
    let names: Vec<&str> = statement.authors.iter().map(|author| author.name.as_str()).collect();
    if names.is_empty() { "none".to_owned() } else { names.join("; ") }
}

fn day(statement: &Statement) -> String {
    statement.date.as_ref().map_or("none", |date| date.day_text()).to_owned()
}

/// Words of a text with single blanks between them.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Compares each page's row with what came out, and tells every difference at once.
fn check(heading: &str, differences: impl Fn(&BTreeMap<String, String>) -> Vec<(String, String, String)>) {
    let mut told = Vec::new();
    for row in table(heading) {
        for (what, expected, found) in differences(&row) {
            if expected != found {
                told.push(format!("{}: {what}: expected `{expected}`, found `{found}`", row["page"]));
            }
        }
    }
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

#[test]
fn title_authors_day_and_thread_of_every_page_come_out() {
    check("## Pages", |row| {
        let thread = thread(&row["page"]);
        let article = thread.article.as_ref().expect("an article");
        let of_kind = |kind: Kind| thread.comments.iter().filter(move |c| c.kind == kind);
        let deepest = of_kind(Kind::Comment).filter_map(|c| c.depth).max();
        let found = [
            ("title", plain(&article.title)),
            ("authors", names(article)),
            ("day", day(article)),
            ("comments", of_kind(Kind::Comment).count().to_string()),
            ("pingbacks", of_kind(Kind::Pingback).count().to_string()),
            ("deepest", deepest.map_or("none".to_owned(), |depth| depth.to_string())),
            ("language", article.language.clone().unwrap_or_default()),
        ];
        found.into_iter().map(|(what, found)| (what.to_owned(), plain(&row[what]), found)).collect()
    });
}

#[test]
fn texts_begin_and_end_where_the_catalogue_says_and_asides_stand_apart() {
    check("## Where the text begins and ends, what stands beside it", |row| {
        let article = article(&row["page"]);
        let text = plain(&article.text);
        let begins: String = text.chars().take(row["begins"].chars().count()).collect();
        let ends: String =
            text.chars().skip(text.chars().count().saturating_sub(row["ends"].chars().count())).collect();
        let asides: Vec<String> = article
            .asides
            .iter()
            .map(|aside| {
                format!(
                    "{}: {}",
                    serde_json::to_value(aside.kind).expect("a kind").as_str().unwrap_or(""),
                    plain(&aside.text)
                )
            })
            .collect();
        let asides = if asides.is_empty() { "none".to_owned() } else { asides.join("<br>") };
        let url = article.url.clone().unwrap_or("none".to_owned());
        [("begins", begins), ("ends", ends), ("asides", asides), ("address", url)]
            .into_iter()
            .map(|(what, found)| (what.to_owned(), row[what].clone(), found))
            .collect()
    });
}

#[test]
fn furniture_stands_in_no_field() {
    check("## Traps, and what must be in no field", |row| {
        let thread = thread(&row["page"]);
        let mut fields = String::new();
        for statement in thread.article.iter().chain(&thread.comments) {
            let asides = statement.asides.iter().map(|aside| aside.text.as_str());
            let all = [statement.title.as_str(), &statement.text].into_iter().chain(asides);
            fields.push_str(&all.map(plain).collect::<Vec<_>>().join("\n"));
            fields.push_str(&names(statement));
        }
        let forbidden = row["in no field"].split("<br>").map(|piece| piece.trim_matches('`')).filter(|p| *p != "none");
        forbidden
            .filter(|piece| fields.contains(*piece))
            .map(|piece| ("in no field".to_owned(), String::new(), piece.to_owned()))
            .collect()
    });
}

#[test]
fn every_comment_has_its_author_its_day_and_its_place() {
    let mut told = Vec::new();
    for page in table("## Pages").iter().map(|row| row["page"].clone()) {
        let thread = thread(&page);
        if thread.comments.is_empty() {
            continue;
        }
        let mut comments: Vec<&Statement> = thread.comments.iter().collect();
        if !page.ends_with("flat.jsonl") {
            comments.sort_by_key(|comment| comment.turn);
        }
        for (row, comment) in table(&format!("### {page}")).iter().zip(&comments) {
            let answers = comment.parent.as_ref().and_then(|id| comments.iter().position(|other| other.id == *id));
            let text = plain(&comment.text);
            let begins = if row["begins"] == "none" {
                "none".to_owned()
            } else {
                text.chars().take(row["begins"].chars().count()).collect()
            };
            let found = [
                ("author", names(comment)),
                ("day", day(comment)),
                ("answers", answers.map_or("article".to_owned(), |at| (at + 1).to_string())),
                ("depth", comment.depth.unwrap_or(0).to_string()),
                ("begins", begins),
            ];
            for (what, found) in found {
                let expected = row[what].trim_matches('*');
                if found != expected {
                    told.push(format!(
                        "{page}: comment {}: {what}: expected `{expected}`, found `{found}`",
                        row["no."]
                    ));
                }
            }
        }
    }
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

#[test]
fn the_phrase_is_found_in_two_articles_and_a_comment_and_nowhere_else() {
    let archive = Archive::with_sample();
    archive.finds(&["index"]);
    let out = archive.finds(&["search", "\"strategic buffer\"", "--format", "csv"]);
    let mut found: Vec<(String, String)> = csv::Reader::from_reader(out.as_bytes())
        .records()
        .map(|row| row.expect("a row"))
        .map(|row| (row[9].to_owned(), row[2].to_owned()))
        .collect();
    found.sort();
    let expected = [
        ("harbour-post/grain-buffer.html", "article"),
        ("pier-letters/narrows-toll.html", "comment"),
        ("three-shores-forum/grain-pact.txt", "article"),
    ];
    assert_eq!(found, expected.map(|(path, kind)| (path.to_owned(), kind.to_owned())));
}
