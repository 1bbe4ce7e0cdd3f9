//! Every line of the language's table: typed, and read as.

use super::understood;

fn check(pairs: &[(&str, &str)]) {
    for (typed, reading) in pairs {
        assert_eq!(understood(typed), *reading, "{typed}");
    }
}

#[test]
fn words_stand_together_by_and_in_any_form() {
    check(&[
        ("", "*:*"),
        ("strategic buffer", "strategic AND buffer"),
        ("Économie, China’s", "economie AND \"china s\""),
        ("+buffers =buffer", "=buffers AND =buffer"),
    ]);
}

#[test]
fn quotes_mean_these_words_side_by_side() {
    check(&[
        ("\"Strategic Buffer\"", "\"strategic buffer\""),
        ("“strategic buffer”", "\"strategic buffer\""),
        ("„strategic buffer“ «a b» »c d«", "\"strategic buffer\" AND \"a b\" AND \"c d\""),
        ("\"buffer\"", "=buffer"),
        ("\"strateg* b?ffer\"", "\"strateg* b?ffer\""),
        ("\"a b\"~5", "\"a b\"~5"),
    ]);
}

#[test]
fn patterns_stand_for_words() {
    check(&[
        ("buff* Strat?gic", "buff* AND strat?gic"),
        ("stratgic~ stratgic~1", "stratgic~2 AND stratgic~1"),
        ("/strateg(y|ies)/", "/strateg(y|ies)/"),
        ("M*A*S*H", "m*a*s*h"),
        ("buffe?", "buffe?"),
        ("\"strateg? buffer\"", "\"strateg? buffer \""),
        ("\"the b?ffer of old times\"", "\"the b?ffer of old times\""),
        ("\"the buffe? of old times \"", "\"the buffe? of old times \""),
    ]);
}

#[test]
fn nearness_is_a_chain_read_from_the_left() {
    check(&[
        ("a NEAR/5 b", "(a NEAR/5 b)"),
        ("a NEAR b ADJ c", "((a NEAR/5 b) ADJ/0 c)"),
        ("\"a b\" ADJ/2 (c* OR d)", "(\"a b\" ADJ/2 (c* OR d))"),
        ("NOT a NEAR b", "NOT (a NEAR/5 b)"),
        ("title:(a NEAR/3 b)", "title:(a NEAR/3 b)"),
        ("a NEAR/0 (b ADJ c)", "(a NEAR/0 (b ADJ/0 c))"),
    ]);
}

#[test]
fn booleans_bind_not_before_and_before_or() {
    check(&[
        ("a OR b", "a OR b"),
        ("a | b || c", "a OR b OR c"),
        ("a AND b && c", "a AND b AND c"),
        ("-a !b NOT c", "NOT a AND NOT b AND NOT c"),
        ("a b OR c -d", "(a AND b) OR (c AND NOT d)"),
        ("(a b)", "a AND b"),
        ("-(a OR b)", "NOT (a OR b)"),
        ("NOT NOT a", "NOT NOT a"),
        ("a|b(c)d", "a OR (b AND c AND d)"),
        ("-\"a b\"", "NOT \"a b\""),
        ("-author:taylor", "NOT author:taylor"),
    ]);
}

#[test]
fn a_piece_of_several_words_is_a_phrase() {
    check(&[
        ("U.S.-China", "\"us china\""),
        ("Jong-un don't 12:30", "\"jong un\" AND \"don t\" AND \"12 30\""),
        ("150,000 37.4", "150000 AND \"37 4\""),
        ("習近平", "\"習 近 平\""),
    ]);
}

#[test]
fn fields_hold_for_a_word_a_phrase_or_a_group() {
    check(&[
        ("title:x text:=x aside:\"x y\"", "title:x AND text:=x AND aside:\"x y\""),
        ("author:taylor", "author:taylor"),
        ("author:\"Taylor, Brendan\" by:tayl*", "author:\"taylor brendan\" AND author:tayl*"),
        ("person:\"Kim Jong-un\"", "person:\"kim jong un\""),
        ("org:un place:seoul entity:korea", "org:un AND place:seoul AND entity:korea"),
        ("title:(a OR b)", "title:a OR title:b"),
        ("author:(a OR text:b)", "author:a OR text:b"),
        ("date:(2017 OR 2015)", "date:2017-01-01..2017-12-31 OR date:2015-01-01..2015-12-31"),
        ("AUTHOR:x Title: y", "author:x AND title:y"),
        ("title:OR", "title:or"),
        ("own:\"a b\" quoted:c*", "own:\"a b\" AND quoted:c*"),
        ("own:(a NEAR/2 b)", "own:(a NEAR/2 b)"),
    ]);
}

#[test]
fn facts_are_read_as_they_are() {
    check(&[
        ("site:example.org", "site:example.org"),
        ("site:https://example.org/", "site:example.org"),
        ("url:https://a.org/b_(c)?d=e", "url:\"https://a.org/b_(c)?d=e\""),
        ("path:2017/a.html lang:English tag:\"two words\"", "path:2017/a.html AND lang:en AND tag:\"two words\""),
        ("id:abc123 thread:abc", "id:abc123 AND thread:abc"),
        ("tag:\"a\\\"b\\\\\"", "tag:\"a\\\"b\\\\\""),
        (
            "kind:comment is:article in:comments kind:pingback",
            "kind:comment AND kind:article AND kind:comment AND kind:pingback",
        ),
        ("depth:0 depth:>1 comments:>10 words:<50", "depth:0 AND depth:>=2 AND comments:>=11 AND words:<=49"),
        ("words:3..9 words:>= 4", "words:3..9 AND words:>=4"),
        ("has:author has:quote", "has:author AND has:quote"),
        ("no:author no:date", "NOT has:author AND NOT has:date"),
        ("no:comments", "kind:article AND NOT has:comments"),
    ]);
}

#[test]
fn days_are_read_as_people_write_them() {
    check(&[
        ("after:2017-06 before:2018", "date:>=2017-06-01 AND date:<=2017-12-31"),
        ("on:2017-07-12", "date:2017-07-12"),
        ("date:2017-06..2017-08", "date:2017-06-01..2017-08-31"),
        ("date:>=2017-07", "date:>=2017-07-01"),
        ("since:\"2 weeks ago\"", "date:>=2018-02-28"),
        ("date:july-2017", "date:2017-07-01..2017-07-31"),
        ("date:[2017-07-01 TO 2018-01-01}", "date:2017-07-01..2017-12-31"),
        ("date:[* TO *]", "has:date"),
        ("-after:2018", "NOT date:>=2018-01-01"),
        ("date:>= 2017", "date:>=2017-01-01"),
    ]);
}

#[test]
fn joins_hold_a_whole_query() {
    check(&[
        ("under:{strategic buffer}", "under:{strategic AND buffer}"),
        ("has-comment:{author:x} reply-to:{a OR b}", "has-comment:{author:x} AND reply-to:{a OR b}"),
        ("under:{reply-to:{(a)}} b", "under:{reply-to:{a}} AND b"),
        ("under:(a b) under:c", "under:{a AND b} AND under:{c}"),
    ]);
}

#[test]
fn a_backslash_takes_the_meaning_away() {
    check(&[
        (r"\AND \-a buff\* \author:x", "and AND a AND buff AND \"author x\""),
        (r#""a \" b""#, "\"a b\""),
        (r"dir\name", "\"dir name\""),
        (r"a\ b", "\"a b\""),
    ]);
}

#[test]
fn words_that_are_not_meant_as_operators_are_text() {
    check(&[
        ("https://example.org/a-b?c=d", "\"https example org a b c d\""),
        ("at 12:30", "at AND \"12 30\""),
        ("great :) really :-(", "great AND really"),
        ("C++ and F#", "c++ AND and AND f#"),
        ("China - Korea", "china AND korea"),
        ("a * b", "a AND b"),
        ("5\" screen", "5 AND screen"),
        ("black and white or not", "black AND and AND white AND or AND not"),
        ("Opinion: strategic", "opinion AND strategic"),
        ("either/or ab@c.org", "\"either or\" AND \"ab c org\""),
        ("R&D AT&T", "\"r d\" AND \"at t\""),
        ("'single quotes'", "single AND quotes"),
        ("#hashtag @name $5", "hashtag AND name AND 5"),
        ("1990-2000", "\"1990 2000\""),
        ("rock'n'roll", "\"rock n roll\""),
        ("what (if anything) happened", "what AND (if AND anything) AND happened"),
    ]);
}
