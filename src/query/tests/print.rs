//! Parse, print, parse is the identity: on trees at random over the whole language, and on whatever is typed.

use super::super::{Form, Match, Names, Node, Number, Presence, Range, Scope, Term, Words, parse};
use super::today;
use crate::article::{EntityType, Kind};
use crate::text::{Day, Span};
use fastrand::Rng;

/// The node without its spans.
fn bare(node: &Node) -> Node {
    let all = |nodes: &[Node]| nodes.iter().map(bare).collect();
    let one = |node: &Node| Box::new(bare(node));
    let asks = match &node.asks {
        Match::And(nodes) => Match::And(all(nodes)),
        Match::Or(nodes) => Match::Or(all(nodes)),
        Match::Not(node) => Match::Not(one(node)),
        Match::Under(node) => Match::Under(one(node)),
        Match::HasComment(node) => Match::HasComment(one(node)),
        Match::ReplyTo(node) => Match::ReplyTo(one(node)),
        leaf => leaf.clone(),
    };
    Node { span: Span::default(), asks }
}

fn pick<T: Clone>(rng: &mut Rng, of: &[T]) -> T {
    of.get(rng.usize(..of.len())).cloned().expect("one of them")
}

fn word(rng: &mut Rng) -> String {
    pick(rng, &["a", "or", "not", "near", "150000", "us", "c++", "f#", "習", "etat", "strategic", "он", "हिन्दी", "9"])
        .to_owned()
}

fn term(rng: &mut Rng, forms: &[Form]) -> Term {
    match pick(rng, forms) {
        Form::Wildcard => {
            Term { word: pick(rng, &["buff*", "strat?gic", "*tion", "a*b?c"]).to_owned(), form: Form::Wildcard }
        }
        Form::Fuzzy(edits) => Term { word: pick(rng, &["stratgic", "buffre"]).to_owned(), form: Form::Fuzzy(edits) },
        Form::Regex => Term {
            word: pick(rng, &["strateg(y|ies)", "a/b", r"\p{Greek}+", "[a-c]{2}", "x\\."]).to_owned(),
            form: Form::Regex,
        },
        form => Term { word: word(rng), form },
    }
}

const IN_PHRASE: [Form; 4] = [Form::Exact, Form::Exact, Form::Wildcard, Form::Fuzzy(1)];
const ALONE: [Form; 6] = [Form::Family, Form::Family, Form::Exact, Form::Wildcard, Form::Fuzzy(2), Form::Regex];

fn phrase(rng: &mut Rng) -> Vec<Term> {
    (0..rng.usize(2..4)).map(|_| term(rng, &IN_PHRASE)).collect()
}

fn words(rng: &mut Rng, depth: usize) -> Words {
    match rng.usize(..if depth == 0 { 4 } else { 6 }) {
        0 | 1 => Words::Term(term(rng, &ALONE)),
        2 => Words::Phrase(phrase(rng)),
        3 => Words::Within { terms: phrase(rng), slack: rng.u32(..100) },
        _ => Words::Near {
            left: Box::new(operand(rng, depth - 1)),
            right: Box::new(operand(rng, depth - 1)),
            gap: rng.u32(..100),
            ordered: rng.bool(),
        },
    }
}

/// Alternatives stand only beside nearness; elsewhere they are nodes.
fn operand(rng: &mut Rng, depth: usize) -> Words {
    if depth > 0 && rng.u8(..3) == 0 {
        Words::Any((0..rng.usize(2..4)).map(|_| words(rng, depth - 1)).collect())
    } else {
        words(rng, depth)
    }
}

fn names(rng: &mut Rng) -> Names {
    let one = [Form::Exact, Form::Wildcard, Form::Fuzzy(1), Form::Regex];
    Names { terms: if rng.bool() { vec![term(rng, &one)] } else { phrase(rng) } }
}

fn value(rng: &mut Rng) -> String {
    pick(
        rng,
        &["example.org", "a b", "x\"y", "back\\slash", "(a)", "-a", "https://a.org/b?c", "é", "a:b", "OR", "a|b}"],
    )
    .to_owned()
}

fn day(rng: &mut Rng) -> Day {
    Day::from_number(rng.i32(-20_000..40_000))
}

fn days(rng: &mut Rng) -> Match {
    let (one, other) = (day(rng), day(rng));
    match rng.u8(..4) {
        0 => Match::Day { from: Some(one), until: None },
        1 => Match::Day { from: None, until: Some(one) },
        2 => Match::Day { from: Some(one), until: Some(one) },
        _ => Match::Day { from: Some(one.min(other)), until: Some(one.max(other)) },
    }
}

fn number(rng: &mut Rng) -> Match {
    let (one, other) = (rng.u64(..100), rng.u64(..100));
    let (least, most) = (Some(one.min(other)), Some(one.max(other)));
    let range = match rng.u8(..3) {
        0 => Range { least, most: None },
        1 => Range { least: None, most },
        _ => Range { least, most },
    };
    Match::Number(pick(rng, &[Number::Depth, Number::Comments, Number::Words]), range)
}

fn leaf(rng: &mut Rng) -> Match {
    let scope = pick(rng, &[Scope::Anywhere, Scope::Title, Scope::Text, Scope::Aside]);
    match rng.u8(..20) {
        0..=5 => Match::Text(scope, words(rng, 2)),
        6 => Match::Author(names(rng)),
        7 => Match::Entity(
            pick(rng, &[None, Some(EntityType::Person), Some(EntityType::Org), Some(EntityType::Place)]),
            names(rng),
        ),
        8 => Match::Site(pick(rng, &["example.org", "the news"]).to_owned()),
        9 => Match::Url(value(rng)),
        10 => Match::Path(value(rng)),
        11 => Match::Language(pick(rng, &["en", "pt-br"]).to_owned()),
        12 => {
            if rng.bool() {
                Match::Tag(value(rng))
            } else {
                Match::Key(format!("person:{}", value(rng)))
            }
        }
        13 => Match::Id(value(rng)),
        14 => Match::Thread(value(rng)),
        15 => Match::Kind(pick(rng, &[Kind::Article, Kind::Comment, Kind::Pingback])),
        16 => number(rng),
        17 => Match::Has(pick(rng, &[Presence::Author, Presence::Date, Presence::Comments, Presence::Quote])),
        18 => days(rng),
        _ => {
            if rng.bool() {
                Match::Own(words(rng, 1))
            } else {
                Match::Quoted(words(rng, 1))
            }
        }
    }
}

fn node(rng: &mut Rng, depth: usize) -> Node {
    let some = |rng: &mut Rng| (0..rng.usize(2..4)).map(|_| node(rng, depth - 1)).collect();
    let one = |rng: &mut Rng| Box::new(node(rng, depth - 1));
    let asks = match rng.u8(..if depth == 0 { 1 } else { 10 }) {
        1 | 2 => Match::And(some(rng)),
        3 | 4 => Match::Or(some(rng)),
        5 => Match::Not(one(rng)),
        6 => Match::Under(one(rng)),
        7 => Match::HasComment(one(rng)),
        8 => Match::ReplyTo(one(rng)),
        _ => leaf(rng),
    };
    Node { span: Span::default(), asks }
}

#[test]
fn trees_at_random_print_and_read_back() {
    let mut rng = Rng::with_seed(7);
    for _ in 0..5_000 {
        let tree = node(&mut rng, 3);
        let printed = tree.to_string();
        let query = parse(&printed, today()).expect("within the bounds");
        assert_eq!(bare(&query.root), tree, "{printed}");
        let hints: Vec<_> = query.complaints.iter().filter(|c| !c.message.contains("capitals")).collect();
        assert!(hints.is_empty(), "{printed}: {}", hints.first().map_or("", |c| &c.message));
    }
}

#[test]
fn whatever_is_typed_prints_and_reads_back() {
    let pieces = [
        "a",
        "Buff*",
        "\"",
        "(",
        ")",
        "{",
        "}",
        "-",
        "+",
        "=",
        "!",
        "OR",
        "AND",
        "NOT",
        "NEAR/3",
        "ADJ",
        "|",
        "title:",
        "author:",
        "date:",
        "2017",
        "[a TO b]",
        "under:",
        "kind:comment",
        " ",
        " ",
        " ",
        "~2",
        "^3",
        "/x/",
        "/",
        "\\",
        "*",
        "?",
        ":",
        "“b c”",
        "é",
        "\u{202e}",
        "😀",
        "own:",
        "depth:>1",
        "..",
        "*:*",
        ":)",
        "http://a.b/(c)",
        "»",
        "\0",
        "no:comments",
        "C++",
        "say?",
    ];
    let mut rng = Rng::with_seed(11);
    for _ in 0..20_000 {
        let typed: String = (0..rng.usize(..14)).map(|_| pick(&mut rng, &pieces)).collect();
        let Ok(query) = parse(&typed, today()) else { continue };
        for complaint in &query.complaints {
            assert!(typed.get(complaint.span.from..complaint.span.to).is_some(), "{typed}: {}", complaint.message);
        }
        let printed = query.root.to_string();
        let again = parse(&printed, today()).expect("no larger than before");
        assert_eq!(bare(&again.root), bare(&query.root), "{typed} printed as {printed}");
    }
}

#[test]
fn a_tree_is_a_plain_value() {
    let query = parse("a OR (title:\"b c\" -date:>2017) under:{x NEAR y}", today()).expect("within the bounds");
    let json = serde_json::to_string(&query).expect("serialisable");
    assert_eq!(serde_json::from_str::<super::super::Query>(&json).expect("readable"), query);
}
