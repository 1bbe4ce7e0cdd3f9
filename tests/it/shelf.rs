//! A small archive for questions about meaning: records go in, and each question is asked of the index and of the scan.
//!
//! In: records as JSON, a typed query. Out: the ids that both engines agree on, the answer, the stored statements. No process
//! is started; the commands themselves are tested through `archive`.

use byline::article::{Kind, Statement};
use byline::ask::{self, Answer, Question};
use byline::engine::{Engine, Fault, Folder, Index, Scan};
use byline::ingest::{self, Report};
use byline::query::{Match, Node, parse, print};
use byline::text::{Day, Span};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

/// Records, indexed and in memory.
pub(crate) struct Shelf {
    place: tempfile::TempDir,
    pub(crate) index: Index,
    pub(crate) scan: Scan,
}

/// The day that stands for today in every question.
pub(crate) fn today() -> Day {
    Day::from_ymd(2018, 3, 14).expect("a day")
}

/// A question without flags.
pub(crate) fn question(typed: &str) -> Question {
    Question { limit: 1000, ..Question::new(typed, today()) }
}

/// Indexes in this process. A lock that was let go may live on for a moment in a child that another test is starting, so a
/// busy index is tried again.
pub(crate) fn index(folder: &Folder, paths: &[PathBuf]) -> Report {
    for _ in 0..200 {
        match ingest::index(folder, paths, false, &|_| {}) {
            Err(Fault::Busy(_)) => std::thread::sleep(Duration::from_millis(10)),
            done => return done.expect("indexing"),
        }
    }
    panic!("the index stays busy")
}

/// An entity of a record, at the first place where `piece` stands in `text`.
pub(crate) fn named(place: &str, text: &str, kind: &str, piece: &str, name: &str) -> Value {
    let start = text.find(piece).expect("the piece stands in the text");
    json!({"in": place, "start": start, "end": start + piece.len(), "type": kind, "text": piece, "name": name})
}

impl Shelf {
    /// One file of records.
    pub(crate) fn of(records: &[Value]) -> Shelf {
        Shelf::with(&[("records.jsonl", records)])
    }

    /// Several files of records.
    pub(crate) fn with(files: &[(&str, &[Value])]) -> Shelf {
        let place = tempfile::tempdir().expect("a temporary folder");
        let corpus = place.path().join("corpus");
        for (path, records) in files {
            let path = corpus.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
            let lines: String = records.iter().map(|record| format!("{record}\n")).collect();
            fs::write(path, lines).expect("the file can be written");
        }
        Shelf::read(place, &[corpus])
    }

    /// Files and folders that lie elsewhere.
    pub(crate) fn at(paths: &[PathBuf]) -> Shelf {
        Shelf::read(tempfile::tempdir().expect("a temporary folder"), paths)
    }

    /// Indexes `paths` into the place's own index.
    fn read(place: tempfile::TempDir, paths: &[PathBuf]) -> Shelf {
        let folder = Folder::open_or_create(&place.path().join("index")).expect("an index");
        index(&folder, paths);
        let index = Index::open(&folder).expect("an index");
        let node = |asks| Node { span: Span::default(), asks };
        let every = node(Match::Or(vec![node(Match::All), node(Match::Kind(Kind::Pingback))]));
        let ids = index.ids(&every).expect("ids");
        let statements = ids.iter().map(|id| index.statement(id).expect("a statement").expect("a statement"));
        let scan = Scan { statements: statements.collect() };
        Shelf { place, index, scan }
    }

    /// The corpus folder.
    pub(crate) fn corpus(&self) -> PathBuf {
        self.place.path().join("corpus")
    }

    /// Indexes the corpus again, as it now is.
    pub(crate) fn again(self) -> Shelf {
        let corpus = self.corpus();
        Shelf::read(self.place, &[corpus])
    }

    /// Ids that match, ascending: the same from the index, from the scan, and of the query as it was understood.
    pub(crate) fn ids(&self, typed: &str) -> Vec<String> {
        let query = parse(typed, today()).expect("a query within bounds");
        let found = self.index.ids(&query.root).expect("an answer");
        assert_eq!(found, self.scan.ids(&query.root).expect("a scan"), "index and scan: {typed}");
        let understood = print(&query.root);
        let again = parse(&understood, today()).expect("a query within bounds");
        assert_eq!(found, self.index.ids(&again.root).expect("an answer"), "{typed}, understood as {understood}");
        found
    }

    /// The answer of the index.
    pub(crate) fn answer(&self, typed: &str) -> Answer {
        ask::search(&self.index, &question(typed)).expect("an answer")
    }

    /// The statement with this id.
    pub(crate) fn statement(&self, id: &str) -> Statement {
        self.index.statement(id).expect("an answer").unwrap_or_else(|| panic!("no statement {id}"))
    }

    /// Tells every query of a table (`query`, ids parted by blanks) that finds other ids.
    pub(crate) fn expect(&self, table: &[(&str, &str)]) {
        let mut told = Vec::new();
        for (typed, expected) in table {
            let found = self.ids(typed).join(" ");
            if found != *expected {
                told.push(format!("{typed}\n  expected: {expected}\n  found:    {found}"));
            }
        }
        assert!(told.is_empty(), "\n{}", told.join("\n"));
    }
}
