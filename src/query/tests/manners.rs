//! What is said about a query, and that nothing typed is lost or fatal.

use super::super::{MOST_CLAUSES, Match, Refusal, parse};
use super::{read, said, today};

fn check(cases: &[(&str, &str, &str, &str)]) {
    for (typed, reading, piece, hint) in cases {
        let (understood, said) = said(typed);
        assert_eq!(understood, *reading, "{typed}");
        assert_eq!(said, [((*piece).to_owned(), (*hint).to_owned())], "{typed}");
    }
}

#[test]
fn an_unknown_field_is_searched_as_words_with_a_hint() {
    check(&[
        ("autor:taylor", "\"autor taylor\"", "autor:taylor", "did you mean `author:taylor`"),
        ("from:taylor x", "\"from taylor\" AND x", "from:taylor", "did you mean `author:taylor`"),
        ("subject:x", "\"subject x\"", "subject:x", "did you mean `title:x`"),
        ("intitle:\"a b\"", "intitle AND \"a b\"", "intitle:", "did you mean `title:\"a b\"`"),
        ("source:x.org", "\"source x org\"", "source:x.org", "did you mean `site:x.org`"),
        ("newer_than:7d", "\"newer than 7d\"", "newer_than:7d", "did you mean `after:\"7 days ago\"`"),
        ("created:>=2017", "\"created 2017\"", "created:>=2017", "did you mean `date:>=2017`"),
        ("a AROUND(5) b", "a AND \"around 5\" AND b", "AROUND(5)", "write `NEAR/5`"),
        ("a w/5 b", "a AND \"w 5\" AND b", "w/5", "write `NEAR/5`"),
        ("[a TO b]", "a AND to AND b", "TO", ""),
        ("a pre/3 b", "a AND \"pre 3\" AND b", "pre/3", "write `ADJ/3`"),
        ("a –b", "a AND b", "–b", "to exclude write `-b`"),
    ]);
}

#[test]
fn an_unreadable_value_leaves_its_clause_out_and_says_so() {
    let days = "days are written 2017, 2017-06, 2017-06-12, \"12 June 2017\" or \"2 weeks ago\"";
    check(&[
        ("a date:soon", "a", "soon", days),
        ("date:soon", "*:*", "soon", days),
        ("a after:2017..2018", "a", "2017..2018", "did you mean `date:2017..2018`"),
        ("a date:7/8/2017", "a", "7/8/2017", "did you mean 2017-08-07 or 2017-07-08"),
        ("a depth:many", "a", "many", "numbers are written 5, >5, <=5 or 3..9"),
        ("a kind:coment", "a", "coment", "did you mean `kind:comment`"),
        ("a in:title", "a", "title", "to look only there write `title:word`"),
        ("a has:dat", "a", "dat", "did you mean `date`"),
        ("a author:", "a", "author:", ""),
        ("a author:!!", "a", "!!", ""),
        ("a under:{}", "a", "under:", ""),
    ]);
}

#[test]
fn an_operator_without_an_operand_is_left_out_and_said() {
    check(&[
        ("a OR", "a", "OR", "to look for the word write `\"or\"`"),
        ("AND a", "a", "AND", "to look for the word write `\"and\"`"),
        ("a NOT", "a", "NOT", "to look for the word write `\"not\"`"),
        ("a NEAR", "a", "NEAR", "to look for the word write `\"near\"`"),
        ("NEAR/3 a", "a", "NEAR/3", ""),
        ("a)", "a", ")", ""),
        ("(a", "a", "(", ""),
        ("\"a b", "\"a b\"", "\"a b", ""),
        ("under:{a", "under:{a}", "{", ""),
    ]);
}

#[test]
fn what_is_read_otherwise_than_typed_is_said() {
    check(&[
        ("a NEAR/200 b", "(a NEAR/99 b)", "NEAR/200", ""),
        ("\"a b\"~999999999999999999999999", "\"a b\"~99", "~999999999999999999999999", ""),
        ("site:https://a.org/b", "site:a.org", "https://a.org/b", ""),
        ("a^2", "a", "^2", ""),
        ("(e OR f)^2", "e OR f", "^2", ""),
        ("a~7", "a~2", "a~7", ""),
        ("\"a * b\"", "\"a b\"", "\"a * b\"", "for a word in between write `a ADJ/1 b`"),
        ("/Abc/", "/Abc/", "/Abc/", "write `/abc/`"),
        ("+(a b)", "a AND b", "+", ""),
        ("author:x NEAR b", "author:x AND b", "NEAR", ""),
        ("what did he say?", "what AND did AND he AND say", "say?", "for one more letter write `/say./`"),
        ("date:2017-07-01 to 2017-07-31 x", "date:2017-07-01..2017-07-31 AND x", "date:2017-07-01 to 2017-07-31", ""),
        ("\"a b\" ~5", "\"a b\"", "~5", "write it right behind the quotation: `\"…\"~5`"),
        (
            "\"is it now?\"",
            "\"is it now\"",
            "\"is it now?\"",
            "for one more letter leave a blank before the closing mark",
        ),
        (
            "\"now? asked the old man\"",
            "\"now asked the old man\"",
            "\"now? asked the old man\"",
            "for one more letter leave a blank before the closing mark",
        ),
        ("after:12 July 2017 x", "date:>=2017-07-12 AND x", "after:12 July 2017", ""),
        ("/(b/ a", "b AND a", "/(b/", ""),
        ("depth:<0 a", "NOT *:* AND a", "<0", ""),
    ]);
}

#[test]
fn an_unquoted_name_is_asked_about() {
    check(&[
        (
            "author:Brendan Taylor",
            "author:brendan AND taylor",
            "author:Brendan",
            "did you mean `author:\"Brendan Taylor\"`",
        ),
        (
            "person:Kim Jong-un x",
            "person:kim AND \"jong un\" AND x",
            "person:Kim",
            "did you mean `person:\"Kim Jong-un\"`",
        ),
    ]);
    assert_eq!(read("author:taylor buffer").complaints, []);
}

#[test]
fn text_without_a_word_finds_nothing_and_is_said() {
    for typed in ["😀😀", "-", "*", "\"", "?????", "\"\"", ":)", "/(/", "()", "((", "OR", "-😀"] {
        let query = read(typed);
        assert_eq!(query.root.asks, Match::Nothing, "{typed}");
        assert!(!query.complaints.is_empty(), "{typed}");
    }
    assert_eq!(said("korea 😀").1.len(), 1);
    assert_eq!(read("   ").root.asks, Match::All);
}

#[test]
fn past_a_bound_the_query_is_refused_and_the_bound_said() {
    let refused = |typed: String| parse(&typed, today()).expect_err("past a bound");
    assert_eq!(refused("a".repeat(8193)), Refusal::TooLong(8193));
    assert_eq!(refused(format!("{}a{}", "(".repeat(33), ")".repeat(33))), Refusal::TooDeep);
    assert_eq!(refused("NOT ".repeat(40) + "a"), Refusal::TooDeep);
    assert_eq!(refused("(".repeat(8000)), Refusal::TooDeep);
    assert_eq!(refused("a NEAR ".repeat(40) + "b"), Refusal::TooDeep);
    assert!(parse(&"a ".repeat(MOST_CLAUSES), today()).is_ok());
    assert_eq!(refused("a ".repeat(MOST_CLAUSES + 1)), Refusal::TooMany);
    assert!(refused("a".repeat(9000)).to_string().contains("8 KB"));
    for typed in [format!("{}a{}", "(".repeat(32), ")".repeat(32)), "a ".repeat(400), "-".repeat(2000) + "buffer"] {
        assert!(parse(&typed, today()).is_ok());
    }
}

#[test]
fn a_long_piece_is_cut_in_the_message_and_whole_in_the_span() {
    let typed = "?".repeat(4000);
    let query = read(&typed);
    let complaint = query.complaints.first().expect("a complaint");
    assert!(complaint.message.len() < 200 && complaint.message.contains('…'));
    assert_eq!(complaint.span.len(), 4000);
}

#[test]
fn past_a_hundred_complaints_are_counted() {
    let typed = "title: ".repeat(150);
    let query = read(&typed);
    assert_eq!(query.complaints.len(), 101);
    let last = query.complaints.last().expect("a complaint");
    assert!(last.message.starts_with("50 more pieces") && last.span.to == typed.len(), "{}", last.message);
}

/// Pieces between which words are strewn.
const PIECES: [&str; 54] = [
    "\"",
    "“",
    "”",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "-",
    "+",
    "=",
    "!",
    "OR ",
    "AND ",
    "NOT ",
    " NEAR/3 ",
    " ADJ ",
    "|",
    "||",
    "&&",
    "title:",
    "author:",
    "date:",
    "depth:>",
    "kind:",
    "has:",
    "no:",
    "under:{",
    "reply-to:",
    "own:",
    "site:",
    "path:",
    "tag:",
    "autor:",
    "from:",
    " TO ",
    "~",
    "~2",
    "^3",
    "/",
    "\\",
    "*",
    "?",
    ":",
    ",",
    ".",
    " ",
    " ",
    " ",
    " ",
    "\u{ad}",
    ":)",
    "http://",
];

#[test]
fn every_word_typed_is_asked_for_or_told_about() {
    let mut rng = fastrand::Rng::with_seed(3);
    for _ in 0..30_000 {
        let mut typed = String::new();
        for turn in 0..rng.usize(1..12) {
            typed += PIECES.get(rng.usize(..PIECES.len())).copied().unwrap_or(" ");
            if rng.bool() {
                typed += &format!("w{turn}x");
            }
        }
        let Ok(query) = parse(&typed, today()) else { continue };
        let printed = query.root.to_string();
        for (at, word) in (0..12)
            .filter_map(|turn| typed.match_indices(&format!("w{turn}x")).next().map(|(at, word)| (at, word.to_owned())))
        {
            let told = query.complaints.iter().any(|complaint| complaint.span.from <= at && at < complaint.span.to);
            let typed_as = printed.contains(word.as_str()) || printed.replace(['*', '?'], "").contains(word.as_str());
            assert!(told || typed_as, "{word} of {typed} is lost in {printed}");
        }
    }
}

#[test]
fn nothing_typed_is_fatal() {
    let mut rng = fastrand::Rng::with_seed(9);
    for _ in 0..20_000 {
        let length = rng.usize(..40);
        let typed: String =
            (0..length).map(|_| if rng.bool() { char::from(rng.u8(32..127)) } else { rng.char(..) }).collect();
        if let Ok(query) = parse(&typed, today()) {
            assert!(
                query.complaints.iter().all(|complaint| typed.get(complaint.span.from..complaint.span.to).is_some()),
                "{typed}"
            );
            assert!(parse(&query.root.to_string(), today()).is_ok(), "{typed}");
        }
    }
}

#[test]
fn complaints_stand_in_the_order_of_the_query_and_point_into_it() {
    let typed = "é autor:x date:soon (b";
    let spans: Vec<_> = read(typed).complaints.iter().map(|c| c.span.of(typed)).collect();
    assert_eq!(spans, ["autor:x", "soon", "("]);
}
