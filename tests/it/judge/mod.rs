//! The judge: on random corpora and random queries the index and the scan find the same statements.
//!
//! The scan reads every statement and takes each clause literally. `BYLINE_JUDGE_CASES` sets the number of queries
//! (2,000 by default); a long run takes 100,000.

mod corpora;
mod queries;

use byline::article::EntityType;
use byline::engine::{By, Engine, Folder, Index, Request, Scan, Sort};
use byline::query::{Match, Node, Refusal, parse, print};
use byline::text::{Day, Span};
use fastrand::Rng;
use std::path::Path;

/// Queries asked of one corpus.
const A_CORPUS: usize = 250;

fn cases() -> usize {
    std::env::var("BYLINE_JUDGE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000)
}

fn node(asks: Match) -> Node {
    Node { span: Span::default(), asks }
}

/// Indexes what lies in `corpus` and loads every statement into a scan.
fn both(folder: &Path, corpus: &Path) -> (Index, Scan) {
    let folder = Folder::open_or_create(folder).expect("an index");
    crate::shelf::index(&folder, &[corpus.to_owned()]);
    let index = Index::open(&folder).expect("an index");
    let every = Match::Or(vec![node(Match::All), node(Match::Kind(byline::article::Kind::Pingback))]);
    let ids = index.ids(&node(every)).expect("ids");
    let statements = ids.iter().map(|id| index.statement(id).expect("a statement").expect("a statement")).collect();
    (index, Scan { statements })
}

#[test]
fn index_and_scan_find_the_same_statements() {
    let mut rng = Rng::with_seed(7);
    let mut asked = 0;
    let mut found = 0;
    while asked < cases() {
        let place = tempfile::tempdir().expect("a folder");
        let corpus = place.path().join("corpus");
        corpora::write(&corpus, &mut rng);
        both(&place.path().join("index"), &corpus);
        // a second and a third run leave replaced statements and several segments behind
        corpora::change(&corpus, &mut rng);
        both(&place.path().join("index"), &corpus);
        corpora::change(&corpus, &mut rng);
        let (index, scan) = both(&place.path().join("index"), &corpus);
        for _ in 0..A_CORPUS {
            let query = queries::node(&mut rng, 3);
            let expected = scan.ids(&query).expect("a scan");
            assert_eq!(index.ids(&query).expect("an answer"), expected, "query: {}", print(&query));
            found += usize::from(!expected.is_empty());
            asked += 1;
        }
    }
    assert!(found * 4 > asked, "{found} of {asked} queries find something: too few to judge by");
}

#[test]
fn what_is_understood_finds_what_was_asked() {
    let mut rng = Rng::with_seed(11);
    let place = tempfile::tempdir().expect("a folder");
    let corpus = place.path().join("corpus");
    corpora::write(&corpus, &mut rng);
    let (index, _) = both(&place.path().join("index"), &corpus);
    let today = Day::from_ymd(2019, 6, 1).expect("a day");
    for _ in 0..300 {
        let query = queries::node(&mut rng, 3);
        let read = match parse(&print(&query), today) {
            Ok(read) => read,
            Err(Refusal::TooDeep | Refusal::TooMany | Refusal::TooLong(_)) => continue,
        };
        let expected = index.ids(&query).expect("an answer");
        assert_eq!(index.ids(&read.root).expect("an answer"), expected, "query: {}", print(&query));
    }
}

#[test]
fn runs_over_changes_leave_what_a_fresh_run_makes() {
    let mut rng = Rng::with_seed(13);
    for _ in 0..6 {
        let place = tempfile::tempdir().expect("a folder");
        let corpus = place.path().join("corpus");
        corpora::write(&corpus, &mut rng);
        let mut grown = both(&place.path().join("grown"), &corpus).1;
        for _ in 0..4 {
            corpora::change(&corpus, &mut rng);
            grown = both(&place.path().join("grown"), &corpus).1;
        }
        let fresh = both(&place.path().join("fresh"), &corpus).1;
        assert_eq!(grown.statements.len(), fresh.statements.len());
        for (grown, fresh) in grown.statements.iter().zip(&fresh.statements) {
            assert_eq!(grown, fresh);
        }
    }
}

#[test]
fn index_and_scan_count_the_same_values() {
    let mut rng = Rng::with_seed(19);
    let place = tempfile::tempdir().expect("a folder");
    let corpus = place.path().join("corpus");
    corpora::write(&corpus, &mut rng);
    both(&place.path().join("index"), &corpus);
    corpora::change(&corpus, &mut rng);
    let (index, scan) = both(&place.path().join("index"), &corpus);
    let types = [EntityType::Person, EntityType::Org, EntityType::Place].map(By::Entity);
    for _ in 0..100 {
        let query = queries::node(&mut rng, 2);
        for by in [By::Author, By::Site, By::Kind, By::Year, By::Month].into_iter().chain(types) {
            let expected = scan.values(&query, by).expect("a scan");
            assert_eq!(index.values(&query, by).expect("values"), expected, "query: {}", print(&query));
        }
    }
}

#[test]
fn one_segment_or_many_give_the_same_order() {
    let mut rng = Rng::with_seed(17);
    let place = tempfile::tempdir().expect("a folder");
    let corpus = place.path().join("corpus");
    corpora::write(&corpus, &mut rng);
    for _ in 0..3 {
        corpora::change(&corpus, &mut rng);
        both(&place.path().join("grown"), &corpus);
    }
    let (grown, _) = both(&place.path().join("grown"), &corpus);
    let (fresh, _) = both(&place.path().join("fresh"), &corpus);
    for _ in 0..100 {
        let query = queries::node(&mut rng, 2);
        for sort in [Sort::Relevance, Sort::Newest, Sort::Oldest] {
            let request = Request { query: query.clone(), sort, take: 7, why: false };
            let order = |index: &Index| {
                let first = index.order(&request).expect("an answer").first;
                first.into_iter().map(|placed| (placed.id, placed.score)).collect::<Vec<_>>()
            };
            assert_eq!(order(&grown), order(&fresh), "query: {}", print(&query));
        }
    }
}
