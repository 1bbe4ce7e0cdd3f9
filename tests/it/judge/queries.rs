//! Random query trees over the whole language.
//!
//! In: a generator of numbers. Out: a tree whose words are those that the corpora are made of.

use super::corpora::WRITTEN;
use byline::article::{EntityType, Kind};
use byline::query::{Form, Match, Names, Node, Number, Presence, Range, Scope, Term, Words};
use byline::text::{Day, Span, words};
use fastrand::Rng;

/// Keys of names that the corpora name, folded and not, and of one that they do not.
const KEYS: [&str; 6] = [
    "person:kim jong un",
    "org:Kim Jong-un",
    "place:ann taylor",
    "author:Ann Taylor",
    "author:bo ng",
    "person:kim jong un@",
];

fn pick<T: Clone>(rng: &mut Rng, choices: &[T]) -> T {
    choices[rng.usize(..choices.len())].clone()
}

/// A random tree of at most this depth.
pub(super) fn node(rng: &mut Rng, depth: usize) -> Node {
    let asks = if depth == 0 || rng.usize(..3) == 0 { leaf(rng) } else { branch(rng, depth - 1) };
    Node { span: Span::default(), asks }
}

fn branch(rng: &mut Rng, depth: usize) -> Match {
    let some = |rng: &mut Rng| (0..rng.usize(2..4)).map(|_| node(rng, depth)).collect();
    match rng.usize(..10) {
        0..3 => Match::And(some(rng)),
        3..6 => Match::Or(some(rng)),
        6 => Match::Not(Box::new(node(rng, depth))),
        7 => Match::Under(Box::new(node(rng, depth))),
        8 => Match::HasComment(Box::new(node(rng, depth))),
        _ => Match::ReplyTo(Box::new(node(rng, depth))),
    }
}

fn leaf(rng: &mut Rng) -> Match {
    match rng.usize(..24) {
        0..9 => Match::Text(
            pick(rng, &[Scope::Anywhere, Scope::Anywhere, Scope::Title, Scope::Text, Scope::Aside]),
            asked(rng, 2),
        ),
        9 => Match::Author(names(rng)),
        10 => Match::Entity(
            pick(rng, &[None, Some(EntityType::Person), Some(EntityType::Org), Some(EntityType::Place)]),
            names(rng),
        ),
        11 => Match::Site(pick(rng, &["example.org", "news.example.org", "Example.com", "ample.org"]).to_owned()),
        12 => Match::Url(pick(rng, &["/A", "example", "zzz"]).to_owned()),
        13 => Match::Path(pick(rng, &["b/", "1.JSONL", "2"]).to_owned()),
        14 => Match::Language(pick(rng, &["en", "fr", "en-gb", "pl"]).to_owned()),
        15 if rng.bool() => Match::Key(pick(rng, &KEYS).to_owned()),
        15 => Match::Tag(pick(rng, &["ferry", "Ferry News", "etat"]).to_owned()),
        16 => Match::Id(pick(rng, &["a1", "f", "a", "zz", "f11"]).to_owned()),
        17 => Match::Thread(pick(rng, &["a1", "a", "f3"]).to_owned()),
        18 => Match::Kind(pick(rng, &[Kind::Article, Kind::Comment, Kind::Comment, Kind::Pingback])),
        19 => Match::Number(pick(rng, &[Number::Depth, Number::Comments, Number::Words]), range(rng)),
        20 => Match::Has(pick(rng, &[Presence::Author, Presence::Date, Presence::Comments, Presence::Quote])),
        21 => days(rng),
        22 => Match::Own(asked(rng, 1)),
        _ => Match::Quoted(asked(rng, 1)),
    }
}

fn range(rng: &mut Rng) -> Range {
    let (a, b) = (rng.u64(..8), rng.u64(..8));
    match rng.usize(..3) {
        0 => Range { least: Some(a.min(b)), most: Some(a.max(b)) },
        1 => Range { least: Some(a), most: None },
        _ => Range { least: None, most: Some(b) },
    }
}

fn days(rng: &mut Rng) -> Match {
    let day = |rng: &mut Rng| {
        Day::from_ymd(pick(rng, &[2016, 2017, 2018]), pick(rng, &[1, 7, 12]), pick(rng, &[1, 12, 13, 31]))
    };
    let (a, b) = (day(rng), day(rng));
    match rng.usize(..3) {
        0 => Match::Day { from: a.min(b), until: a.max(b) },
        1 => Match::Day { from: a.or(b), until: None },
        _ => Match::Day { from: None, until: b.or(a) },
    }
}

/// Folded words that the corpora hold.
fn word(rng: &mut Rng) -> String {
    let written = pick(rng, &WRITTEN);
    let all: Vec<String> = words(written).map(|word| word.folded.into_owned()).collect();
    pick(rng, &all)
}

fn term(rng: &mut Rng) -> Term {
    let word = word(rng);
    match rng.usize(..10) {
        0..4 => Term { word, form: Form::Exact },
        4..8 => Term { word, form: Form::Family },
        8 => Term { word: pick(rng, &["buff*", "str?tegic", "*s", "ru*", "?f*"]).to_owned(), form: Form::Wildcard },
        _ if word.chars().count() > 3 => Term { word, form: Form::Fuzzy(pick(rng, &[1, 2])) },
        _ => Term { word: pick(rng, &["strateg(y|ic)", "[a-c].*", "buffers?"]).to_owned(), form: Form::Regex },
    }
}

/// Words in a phrase count as they are written; wildcards may stand there, other patterns not.
fn exact(rng: &mut Rng) -> Vec<Term> {
    let plain = |rng: &mut Rng| match term(rng) {
        term if term.form == Form::Wildcard => term,
        _ => Term { word: word(rng), form: Form::Exact },
    };
    (0..rng.usize(2..4)).map(|_| plain(rng)).collect()
}

fn asked(rng: &mut Rng, depth: usize) -> Words {
    match rng.usize(..if depth == 0 { 4 } else { 8 }) {
        0..2 => Words::Term(term(rng)),
        2..4 => Words::Phrase(exact(rng)),
        4 => Words::Within { terms: exact(rng), slack: rng.u32(..6) },
        5 => Words::Any((0..rng.usize(2..4)).map(|_| asked(rng, 0)).collect()),
        _ => {
            let (left, right) = (Box::new(asked(rng, depth - 1)), Box::new(asked(rng, 0)));
            Words::Near { left, right, gap: rng.u32(..5), ordered: rng.bool() }
        }
    }
}

fn names(rng: &mut Rng) -> Names {
    let words = ["brendan", "taylor", "ann", "kim", "jong", "un", "oeuvre", "strasse", "ng"];
    let some = (0..rng.usize(1..3)).map(|_| Term { word: pick(rng, &words).to_owned(), form: Form::Exact });
    Names { terms: some.collect() }
}
