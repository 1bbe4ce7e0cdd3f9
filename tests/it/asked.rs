//! What a query means: every row of the query page's table, asked of a small archive by index and scan.
//!
//! ```text
//!  toll   Ann Marsh, 2017-06-21                 lamp   nameless, undated
//!  ├ c1   Bo Reed, 2017-06-22                   port   Brendan Taylor, 2017-07, in French
//!  │ └ c2  Cy Dunn, 2017-06-23 late, UTC-8      grain  Taylor Reed and Brendan Okoye, 2018
//!  │   └ c3  nameless, undated, quotes toll     └ d1   Ann Marsh, 2018-01-02
//!  └ p1   a pingback
//! ```

use crate::shelf::{Shelf, named};
use serde_json::{Value, json};

const TOLL: &str = "A strategic buffer needs money. The buffers of U.S.-China trade cost 150,000 a year.\n\n\
    Kim Jong-un does not pay.";
const PIER: &str = "The old pier at dawn, by FHWU.";

fn toll() -> Value {
    json!({
        "id": "toll", "title": "A toll on the narrows", "authors": ["Ann Marsh"], "date": "2017-06-21", "language": "en",
        "url": "https://news.example.org/2017/Toll", "tags": ["Ferry news", "Money"], "text": TOLL,
        "asides": [{"kind": "caption", "text": PIER}],
        "entities": [
            named("text", TOLL, "person", "Kim Jong-un", "Kim Jong-un"),
            named("title", "A toll on the narrows", "place", "narrows", "Hallin Narrows"),
            named("aside:0", PIER, "org", "FHWU", "Ferry and Harbour Workers’ Union"),
        ],
    })
}

fn under_toll() -> [Value; 4] {
    let quoting = "What does it say? A strategic buffer needs money. The buffers of U.S.-China trade. I disagree.";
    [
        json!({"kind": "comment", "id": "c1", "parent": "toll", "author": "Bo Reed", "date": "2017-06-22",
            "text": "No toll at all, says the taylor."}),
        json!({"kind": "comment", "id": "c2", "parent": "c1", "author": "Cy Dunn", "date": "2017-06-23T23:30:00-08:00",
            "text": "Bo is right about the toll; strategic it is not. One two three buffer."}),
        json!({"kind": "comment", "id": "c3", "parent": "c2", "text": quoting}),
        json!({"kind": "pingback", "id": "p1", "parent": "toll", "author": "Elsewhere", "text": "The toll, from afar"}),
    ]
}

fn others() -> [Value; 4] {
    [
        json!({"id": "lamp", "title": "The lamp", "language": "en",
            "text": "Nobody knows when the lamp went out. A buffered lamp burns on strategy alone."}),
        json!({"id": "port", "title": "Le port", "authors": ["Brendan Taylor"], "date": "2017-07", "language": "fr",
            "url": "https://example.com/port", "text": "L’État paie les quais du port. Straße, C++ et œuvre."}),
        json!({"id": "grain", "title": "Grain and strategic patience", "authors": ["Taylor Reed", "Brendan Okoye"],
            "date": "2018", "language": "en", "url": "https://www.example.org/grain",
            "text": "The buffer is strategic, in strategies of grain. Don't ask at 12:30."}),
        json!({"kind": "comment", "id": "d1", "parent": "grain", "author": "Ann Marsh", "date": "2018-01-02",
            "text": "I said it: a toll."}),
    ]
}

fn shelf() -> Shelf {
    let press: Vec<Value> = [vec![toll()], under_toll().to_vec()].concat();
    Shelf::with(&[("press/Toll.jsonl", &press), ("others.jsonl", &others())])
}

#[test]
fn words_are_joined_by_and_and_stand_in_any_form_of_their_family() {
    shelf().expect(&[
        ("", "c1 c2 c3 d1 grain lamp port toll"),
        ("strategic buffer", "c2 c3 grain toll"),
        ("buffer", "c2 c3 grain lamp toll"),
        ("buffering", "c2 c3 grain lamp toll"),
        ("ports", "port"),
        ("MONEY", "c3 toll"),
        ("marsh money", "toll"),
        ("narrows money", "toll"),
        ("+buffers", "c3 toll"),
        ("=buffers", "c3 toll"),
        ("=buffering", ""),
    ]);
}

#[test]
fn a_phrase_is_these_words_side_by_side_in_one_field() {
    shelf().expect(&[
        ("\"strategic buffer\"", "c3 toll"),
        ("“strategic buffer”", "c3 toll"),
        ("„strategic buffer“", "c3 toll"),
        ("«strategic buffer»", "c3 toll"),
        ("\"strategic buffer", "c3 toll"),
        ("\"buffer strategic\"", ""),
        ("\"strategic buffers\"", ""),
        ("\"ann marsh\"", "d1 toll"),
        ("\"narrows a strategic\"", ""),
        ("\"money the buffers\"", "c3 toll"),
        ("\"year kim\"", ""),
        ("\"reed brendan\"", ""),
    ]);
}

#[test]
fn patterns_slips_and_expressions_stand_for_whole_words() {
    shelf().expect(&[
        ("buff*", "c2 c3 grain lamp toll"),
        ("strat?gic", "c2 c3 grain toll"),
        ("strateg?", "lamp"),
        ("*ies", "grain"),
        ("\"strateg* buffer\"", "c3 toll"),
        ("\"strategic buff*\"", "c3 toll"),
        ("stratgic~", "c2 c3 grain toll"),
        ("stratgic~1", "c2 c3 grain toll"),
        ("straetgic~1", "c2 c3 grain toll"),
        ("stratgicx~1", ""),
        ("stratgicx~2", "c2 c3 grain toll"),
        ("/strateg(y|ies)/", "grain lamp"),
        ("/strateg/", ""),
        ("/[bm].*[rh]/", "c2 c3 d1 grain toll"),
    ]);
}

#[test]
fn nearness_counts_the_words_in_between() {
    shelf().expect(&[
        ("\"buffer strategic\"~0", "c3 toll"),
        ("\"buffer strategic\"~1", "c3 grain toll"),
        ("\"buffer strategic\"~5", "c3 grain toll"),
        ("\"buffer strategic\"~6", "c2 c3 grain toll"),
        ("strategic NEAR/5 buffer", "c3 grain toll"),
        ("strategic NEAR/6 buffer", "c2 c3 grain toll"),
        ("strategic NEAR buffer", "c3 grain toll"),
        ("strategic ADJ buffer", "c3 toll"),
        ("strategic ADJ/6 buffer", "c2 c3 toll"),
        ("buffer ADJ/1 strategic", "grain"),
        ("year NEAR/99 kim", ""),
        ("ann NEAR money", ""),
        ("\"strategic buffer\" ADJ/1 money", "c3 toll"),
        ("\"strategic buffer\" ADJ/0 money", ""),
        ("(lamp OR grain) NEAR/1 strateg*", "grain"),
        ("(lamp OR grain) NEAR/2 strateg*", "grain lamp"),
        ("lamp NEAR/9 lamp", "lamp"),
        ("toll NEAR/9 toll", ""),
    ]);
}

#[test]
fn a_chain_of_nearness_is_measured_against_the_span_so_far() {
    shelf().expect(&[
        ("strategic ADJ buffer ADJ needs ADJ money", "c3 toll"),
        ("strategic NEAR/2 money NEAR/0 the", "c3 toll"),
        // `buffer` stands inside the span of the first two, so nothing lies in between
        ("strategic NEAR/2 money NEAR/0 buffer", "c3 toll"),
        ("strategic ADJ/2 money ADJ/0 buffer", ""),
    ]);
}

#[test]
fn not_binds_before_and_and_and_before_or() {
    shelf().expect(&[
        ("toll OR lamp", "c1 c2 d1 lamp toll"),
        ("toll | lamp", "c1 c2 d1 lamp toll"),
        ("toll AND buffer", "c2 toll"),
        ("toll NOT buffer", "c1 d1"),
        ("toll -buffer", "c1 d1"),
        ("toll !buffer", "c1 d1"),
        ("(toll OR lamp) buffer", "c2 lamp toll"),
        ("toll OR lamp zeppelin", "c1 c2 d1 toll"),
        ("-toll", "c3 grain lamp port"),
        ("-toll -strategic", "lamp port"),
        ("-(toll OR lamp)", "c3 grain port"),
        ("NOT NOT toll", "c1 c2 d1 toll"),
        ("toll or lamp", ""),
        ("toll and the not", ""),
    ]);
}

#[test]
fn a_piece_that_is_cut_into_several_words_asks_for_them_side_by_side() {
    shelf().expect(&[
        ("U.S.-China", "c3 toll"),
        ("us–china", "c3 toll"),
        ("China-U.S.", ""),
        ("Jong-un", "toll"),
        ("un-Jong", ""),
        ("don’t", "grain"),
        ("12:30", "grain"),
        ("150,000", "toll"),
        ("150000", "toll"),
        ("c++", "port"),
        ("l'etat", "port"),
        ("strasse", "port"),
        ("OEUVRE", "port"),
    ]);
}

#[test]
fn title_text_and_aside_are_searched_where_they_say() {
    shelf().expect(&[
        ("title:toll", "toll"),
        ("title:strategic", "grain"),
        ("title:(toll OR lamp)", "lamp toll"),
        ("title:\"toll on\"", "toll"),
        ("text:narrows", ""),
        ("text:lamp", "lamp"),
        ("text:marsh", ""),
        ("aside:pier", "toll"),
        ("pier", ""),
        ("-aside:pier kind:article", "grain lamp port"),
    ]);
}

#[test]
fn author_is_who_made_the_statement_all_words_in_one_name() {
    shelf().expect(&[
        ("author:taylor", "grain port"),
        ("author:\"Brendan Taylor\"", "port"),
        ("author:\"Taylor, Brendan\"", "port"),
        ("author:\"Brendan Reed\"", ""),
        ("by:marsh", "d1 toll"),
        ("author:reed", "c1 grain"),
        ("author:tayl*", "grain port"),
        ("author:(marsh OR dunn)", "c2 d1 toll"),
        ("author:Brendan Taylor", "grain port"),
        ("author:elsewhere", ""),
    ]);
}

#[test]
fn entities_are_named_in_title_text_or_asides_under_one_of_their_names() {
    shelf().expect(&[
        ("person:\"Kim Jong-un\"", "toll"),
        ("person:\"Jong-un Kim\"", "toll"),
        ("person:kim", "toll"),
        ("entity:kim", "toll"),
        ("org:kim", ""),
        ("place:\"Hallin Narrows\"", "toll"),
        ("place:narrows", "toll"),
        ("org:fhwu", "toll"),
        ("org:\"Harbour Workers\"", "toll"),
        ("org:\"Workers FHWU\"", ""),
    ]);
}

#[test]
fn facts_filter_as_they_say() {
    shelf().expect(&[
        ("site:example.org", "c1 c2 c3 d1 grain toll"),
        ("site:news.example.org", "c1 c2 c3 toll"),
        ("site:ample.org", ""),
        ("url:2017/toll", "toll"),
        ("path:PRESS/", "c1 c2 c3 toll"),
        ("path:others", "d1 grain lamp port"),
        ("lang:fr", "port"),
        ("lang:en", "c1 c2 c3 d1 grain lamp toll"),
        ("tag:\"ferry news\"", "toll"),
        ("tag:FERRY", ""),
        ("tag:money", "toll"),
        ("id:c1", "c1"),
        ("id:c", "c1 c2 c3"),
        ("thread:toll", "c1 c2 c3 toll"),
        ("thread:gr", "d1 grain"),
    ]);
}

#[test]
fn kinds_are_articles_and_comments_and_pingbacks_only_when_asked_for() {
    shelf().expect(&[
        ("kind:comment", "c1 c2 c3 d1"),
        ("is:comment", "c1 c2 c3 d1"),
        ("in:comments", "c1 c2 c3 d1"),
        ("kind:article", "grain lamp port toll"),
        ("kind:pingback", "p1"),
        ("kind:pingback toll", "p1"),
        ("toll (kind:pingback OR kind:article)", "p1 toll"),
        ("afar", ""),
        ("-kind:article", "c1 c2 c3 d1"),
    ]);
}

#[test]
fn numbers_are_compared_and_belong_to_their_kind() {
    shelf().expect(&[
        ("depth:0", "c1 d1"),
        ("depth:>1", "c3"),
        ("depth:>=1", "c2 c3"),
        ("depth:0..1", "c1 c2 d1"),
        ("-depth:<9", "grain lamp port toll"),
        ("comments:3", "toll"),
        ("comments:>0", "grain toll"),
        ("comments:0", "lamp port"),
        ("comments:<=1", "grain lamp port"),
        ("words:<7", "d1"),
        ("words:5..7", "c1 d1"),
        ("words:7", "c1"),
    ]);
}

#[test]
fn present_and_absent() {
    shelf().expect(&[
        ("has:author kind:article", "grain port toll"),
        ("no:author", "c3 lamp"),
        ("has:date kind:comment", "c1 c2 d1"),
        ("no:date", "c3 lamp"),
        ("has:comments", "grain toll"),
        ("no:comments", "lamp port"),
        ("has:quote", "c3"),
    ]);
}

#[test]
fn own_and_quoted_hold_for_the_whole_match() {
    shelf().expect(&[
        ("own:\"strategic buffer\"", "toll"),
        ("quoted:\"strategic buffer\"", "c3"),
        ("quoted:buff*", "c3"),
        ("own:disagree", "c3"),
        ("quoted:disagree", ""),
        // half of it is quoted, half is not
        ("trade NEAR/2 disagree", "c3"),
        ("quoted:(trade NEAR/2 disagree)", ""),
        ("own:(trade NEAR/2 disagree)", ""),
        ("quoted:(strategic NEAR money)", "c3"),
        ("own:(strategic NEAR buffer)", "grain toll"),
    ]);
}

#[test]
fn joins_look_at_the_article_its_comments_and_what_is_answered() {
    shelf().expect(&[
        ("under:{strategic buffer}", "c1 c2 c3 d1"),
        ("under:{title:toll}", "c1 c2 c3"),
        ("under:{author:marsh} author:reed", "c1"),
        ("has-comment:{author:reed}", "toll"),
        ("has-comment:{author:marsh}", "grain"),
        ("has-comment:{afar}", ""),
        ("reply-to:{author:reed}", "c2"),
        ("reply-to:{author:marsh}", ""),
        ("reply-to:{reply-to:{author:reed}}", "c3"),
        ("has-comment:{reply-to:{author:reed}}", "toll"),
        ("-under:{title:toll} kind:comment", "d1"),
        ("kind:article -has-comment:{toll}", "lamp port"),
    ]);
}

#[test]
fn a_backslash_takes_the_meaning_from_the_next_character() {
    shelf().expect(&[
        (r"\-toll", "c1 c2 d1 toll"),
        (r"buff\*", ""),
        (r"title\:toll", ""),
        (r"\“strategic money\”", "c3 toll"),
        (r"toll \OR lamp", ""),
    ]);
}

#[test]
fn part_dates_are_the_whole_period_and_undated_statements_fulfil_no_day() {
    shelf().expect(&[
        ("after:2017-06", "c1 c2 d1 grain port toll"),
        ("after:2017-06-22", "c1 c2 d1 grain port"),
        ("after:2017-07", "d1 grain port"),
        ("after:2017-07-01", "d1 grain port"),
        ("before:2018", "c1 c2 port toll"),
        ("before:2017-07", "c1 c2 toll"),
        ("on:2017-06", "c1 c2 toll"),
        ("on:2017", "c1 c2 port toll"),
        ("on:2017-07-12", ""),
        ("date:2018", "d1 grain"),
        ("date:2018-01", "d1"),
        ("-after:2018", "c1 c2 c3 lamp port toll"),
        ("-before:2018 -after:2018", "c3 lamp"),
    ]);
}

#[test]
fn a_month_or_a_year_matches_when_it_lies_wholly_inside() {
    shelf().expect(&[
        ("after:2017-07-02 before:2018", ""),
        ("before:2017-07-31", "c1 c2 toll"),
        ("before:2017-08-01", "c1 c2 port toll"),
        ("date:2017-07-01..2017-07-31", "port"),
        ("date:2017-07-01..2017-07-30", ""),
        ("after:2018-01-02", "d1"),
        ("date:2018-01-01..2018-12-31", "d1 grain"),
    ]);
}

#[test]
fn days_are_compared_and_read_as_people_write_them() {
    shelf().expect(&[
        ("date:>2017-06", "d1 grain port"),
        ("date:>=2017-07", "d1 grain port"),
        ("date:<=2017-06", "c1 c2 toll"),
        ("date:<2017-06-22", "toll"),
        ("date:2017-06..2017-07", "c1 c2 port toll"),
        ("date:july-2017", "port"),
        ("on:\"22 June 2017\"", "c1"),
        ("since:\"3 months ago\"", "d1 grain"),
        ("date:[2017-06-21 TO 2017-06-22]", "c1 toll"),
        ("date:[2017-06-21 TO 2017-06-22}", "toll"),
        ("date:{2017-06-21 TO 2017-06-22]", "c1"),
        ("date:[2018 TO *]", "d1 grain"),
    ]);
}

#[test]
fn the_day_is_the_one_written_in_its_own_offset() {
    shelf().expect(&[("on:2017-06-23", "c2"), ("on:2017-06-24", ""), ("after:2017-06-24 before:2017-07", "")]);
}
