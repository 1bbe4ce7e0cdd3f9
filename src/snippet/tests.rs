//! What passages promise.

use super::{Options, Passage, marks, passages};
use crate::query::{Node, parse};
use crate::text::{Day, Span};

fn query(typed: &str) -> Node {
    parse(typed, Day::from_ymd(2018, 3, 14).expect("a day")).expect("within the bounds").root
}

fn made(text: &str, typed: &str, chars: usize) -> Vec<Passage> {
    let found = passages(text, &query(typed), Some("en"), &Options { chars, ..Options::default() });
    for passage in &found {
        assert_eq!(passage.source.of(text), passage.text, "verbatim");
        assert!(passage.text.chars().count() <= chars, "{}", passage.text);
        assert_eq!(passage.opening, passage.highlights.is_empty());
    }
    found
}

/// The one passage, its marks in brackets.
fn shown(text: &str, typed: &str, chars: usize) -> String {
    let found = made(text, typed, chars);
    let passage = found.first().expect("a passage");
    let mut shown = passage.text.clone();
    for mark in passage.highlights.iter().rev() {
        shown.insert(mark.to, ']');
        shown.insert(mark.from, '[');
    }
    shown
}

const TEXT: &str = "The harbour was quiet. Ms. Oduya called it a strategic buffer for the islands, and nobody laughed. \
    A buffer is what you have when you lack a plan. In the evening the ferries came back, strategically late.";

#[test]
fn any_length_may_be_asked_for() {
    for chars in [20, usize::MAX] {
        made(TEXT, "buffer", chars);
    }
}

#[test]
fn a_phrase_is_one_mark_and_no_lone_word_of_it_is_marked() {
    assert_eq!(
        shown(TEXT, "\"strategic buffer\"", 90),
        "Ms. Oduya called it a [strategic buffer] for the islands, and nobody laughed."
    );
}

#[test]
fn what_matched_by_stem_wildcard_slip_or_nearness_is_marked() {
    assert_eq!(shown(TEXT, "ferry", 80), "In the evening the [ferries] came back, strategically late.");
    assert_eq!(shown(TEXT, "harb*", 30), "The [harbour] was quiet.");
    assert_eq!(shown(TEXT, "harbuor~1", 30), "The [harbour] was quiet.");
    assert_eq!(shown(TEXT, "lack NEAR/2 plan", 50), "A buffer is what you have when you [lack] a [plan].");
}

#[test]
fn words_such_as_the_are_marked_only_where_nothing_else_is_asked() {
    assert_eq!(shown(TEXT, "the harbour", 30), "The [harbour] was quiet.");
    assert_eq!(shown(TEXT, "the", 30), "[The] harbour was quiet.");
    assert_eq!(shown(TEXT, "\"the harbour\"", 30), "[The harbour] was quiet.");
    assert_eq!(shown(TEXT, "+the harbour", 30), "[The] [harbour] was quiet.");
}

#[test]
fn filters_exclusions_titles_and_joins_mark_nothing() {
    for typed in ["author:buffer", "-buffer", "title:buffer", "under:{buffer}", "person:oduya", "has:quote", ""] {
        let found = made(TEXT, typed, 60);
        assert_eq!(
            found.first().map(|p| (p.text.as_str(), p.opening)),
            Some(("The harbour was quiet.", true)),
            "{typed}"
        );
    }
}

#[test]
fn the_passage_shows_most_of_what_was_asked() {
    assert_eq!(shown(TEXT, "buffer plan", 60), "A [buffer] is what you have when you lack a [plan].");
    let words = shown(TEXT, "laughed plan ferries", 135);
    assert!(
        words.starts_with("and nobody [laughed].") && words.contains("[plan]") && words.contains("[ferries]"),
        "{words}"
    );
}

#[test]
fn it_begins_at_a_clause_or_a_word_only_where_the_sentence_is_too_long() {
    let long = "This sentence, which nobody asked for and which never seems to come to any end at all, holds one needle in the hay";
    assert_eq!(shown(long, "needle", 40), "holds one [needle] in the hay");
    assert_eq!(
        shown("A sentence that is long and comes to its end at the needle.", "needle", 30),
        "to its end at the [needle]."
    );
    let longer = "word ".repeat(60) + "needle in the hay " + &"word ".repeat(60);
    assert_eq!(shown(&longer, "needle", 20), "[needle] in the hay");
}

#[test]
fn several_passages_stand_in_the_order_of_the_text_and_apart() {
    let options = Options { chars: 70, passages: 3, quoted: &[] };
    let found = passages(TEXT, &query("harbour plan late"), Some("en"), &options);
    let texts: Vec<_> = found.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "The harbour was quiet.",
            "A buffer is what you have when you lack a plan.",
            "In the evening the ferries came back, strategically late."
        ]
    );
}

#[test]
fn no_grapheme_and_no_word_is_cut() {
    for text in [
        "e\u{301}tat e\u{301}tat e\u{301}tat",
        "👩\u{200d}👩\u{200d}👧👩\u{200d}👩\u{200d}👧 etat 🇫🇷🇩🇪🇫🇷",
        "习近平说他走了习近平说他走了",
        "a\u{ad}bc etat",
    ] {
        for typed in ["etat", "近", "nothing", "a*"] {
            for chars in 1..30 {
                let found = passages(text, &query(typed), None, &Options { chars, ..Options::default() });
                for passage in found {
                    let edges = |at: usize| {
                        unicode_segmentation::GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0)
                    };
                    assert_eq!(edges(passage.source.from), Ok(true), "{text} {chars}");
                    assert_eq!(edges(passage.source.to), Ok(true), "{text} {chars}");
                }
            }
        }
    }
}

#[test]
fn a_phrase_longer_than_the_passage_is_shown_from_its_beginning() {
    let found = made(TEXT, "\"what you have when you lack a plan\"", 20);
    let passage = found.first().expect("a passage");
    assert!(
        passage.text.starts_with("what you have") && passage.highlights == [Span::new(0, passage.text.len())],
        "{}",
        passage.text
    );
}

#[test]
fn a_part_of_a_phrase_is_no_mark() {
    let text = "It ended in the harbour. Strategic buffers were many, and all of them were strategic.";
    assert_eq!(
        shown(text, "\"harbour strategic\" buffers", 53),
        "It ended in the [harbour. Strategic] [buffers] were many,"
    );
    assert_eq!(shown(text, "\"harbour strategic\"", 12), "[harbour.]");
    assert_eq!(shown(text, "\"harbour strategic\" buffers", 8), "[buffers]");
}

#[test]
fn a_megabyte_on_one_line_takes_no_time() {
    let text = "the buffer, of the buffer of ".repeat(20_000);
    let began = std::time::Instant::now();
    assert_eq!(made(&text, "the buffer NEAR/99 of", 200).len(), 1);
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}

#[test]
fn own_and_quoted_words_are_marked_where_they_stand() {
    let text = "He said it was a buffer. It is no buffer.";
    let quoted = [Span::new(8, 24)];
    let of = |typed| marks(text, &query(typed), None, &quoted);
    assert_eq!(of("own:buffer"), [Span::new(34, 40)]);
    assert_eq!(of("quoted:buffer"), [Span::new(17, 23)]);
    assert_eq!(of("buffer").len(), 2);
}

#[test]
fn marks_that_meet_are_one() {
    let text = "north korean coal";
    assert_eq!(marks(text, &query("\"north korean\" \"korean coal\" coal"), None, &[]), [Span::new(0, 17)]);
}

#[test]
fn a_text_without_anything_to_show_has_no_passage() {
    assert_eq!(made("", "a", 50), []);
    assert_eq!(made(" \n\n ", "a", 50), []);
}

/// Pieces of texts and queries that meet every rule of cutting.
const PIECES: [&str; 22] = [
    "buffer",
    "Buffers",
    "the",
    "U.S.",
    "150,000",
    "习近平",
    "e\u{301}tat",
    "stra\u{ad}tegic",
    "👩\u{200d}👩",
    "🇫🇷",
    "\n\n",
    "\n",
    ". ",
    ", ",
    "; ",
    " ",
    " ",
    " ",
    "“",
    "”",
    "\u{2029}",
    "\u{301}",
];

#[test]
fn passages_of_any_text_keep_their_promises() {
    let mut rng = fastrand::Rng::with_seed(6);
    let queries = ["buffer", "\"the buffer\"", "buff* NEAR/9 us", "=etat OR 150000", "strategic~1", "平", "the", "*:*"]
        .map(query);
    for _ in 0..4_000 {
        let text: String = (0..rng.usize(..40)).map(|_| rng.choice(PIECES).unwrap_or(" ")).collect();
        let options = Options { chars: rng.usize(1..60), passages: rng.usize(1..4), quoted: &[] };
        for query in &queries {
            let marked = marks(&text, query, Some("en"), &[]);
            assert!(marked.windows(2).all(|pair| matches!(pair, [a, b] if a.to <= b.from)), "{text}");
            let found = passages(&text, query, Some("en"), &options);
            assert_eq!(found.is_empty(), text.trim().is_empty(), "{text}");
            assert!(found.windows(2).all(|pair| matches!(pair, [a, b] if a.source.to <= b.source.from)), "{text}");
            for passage in found {
                assert_eq!(passage.source.of(&text), passage.text);
                let graphemes =
                    unicode_segmentation::UnicodeSegmentation::graphemes(passage.text.as_str(), true).count();
                assert!(passage.text.chars().count() <= options.chars || graphemes == 1, "{} of {text}", passage.text);
                assert!(passage.highlights.iter().all(|mark| !mark.of(&passage.text).is_empty()), "{text}");
                assert_eq!(passage.opening, passage.highlights.is_empty());
                let edges = |at: usize| {
                    unicode_segmentation::GraphemeCursor::new(at, text.len(), true).is_boundary(&text, 0) == Ok(true)
                };
                assert!(edges(passage.source.from) && edges(passage.source.to), "{} of {text}", passage.text);
            }
        }
    }
}
