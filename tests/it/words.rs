//! What a word is, from the index to the mark: each rule of the query page on texts of its own.
//!
//! A row is a text, a query, and the pieces of the text that are marked; no piece where the text is not found.

use crate::shelf::Shelf;
use byline::article::Kind;
use serde_json::{Value, json};

type Row<'a> = (&'a str, &'a str, &'a [&'a str]);

/// Indexes the rows' texts as English articles, asks each its query, and tells every row that comes out otherwise.
fn marks(rows: &[Row]) {
    let article =
        |(number, row): (usize, &Row)| json!({"id": format!("row{number:03}"), "language": "en", "text": row.0});
    let records: Vec<Value> = rows.iter().enumerate().map(article).collect();
    let shelf = Shelf::of(&records);
    let mut told = Vec::new();
    for (number, (text, query, expected)) in rows.iter().enumerate() {
        let query = format!("({query}) id:row{number:03}");
        let marked = marked(&shelf, &query);
        if marked != *expected {
            told.push(format!(
                "{text}\n  {query}\n  expected: {}\n  marked:   {}",
                expected.join(" | "),
                marked.join(" | ")
            ));
        }
    }
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

/// What the passage of the only hit marks; the passage must be the piece of the stored text that it claims to be.
fn marked(shelf: &Shelf, query: &str) -> Vec<String> {
    assert_eq!(shelf.ids(query).len(), shelf.answer(query).total, "{query}");
    let Some(hit) = shelf.answer(query).hits.pop() else { return Vec::new() };
    let text = shelf.statement(&hit.id).text;
    let snippet = hit.snippets.first().expect("a passage");
    assert_eq!(snippet.text, snippet.source.of(&text), "{query}");
    snippet.highlights.iter().map(|mark| mark.of(&snippet.text).to_owned()).collect()
}

#[test]
fn soft_hyphens_joiners_and_direction_marks_vanish() {
    marks(&[
        ("A stra\u{ad}tegic plan.", "strategic", &["stra\u{ad}tegic"]),
        ("A strategic plan.", "stra\u{ad}tegic", &["strategic"]),
        ("A b\u{200d}uf\u{200c}fer.", "buffer", &["b\u{200d}uf\u{200c}fer"]),
        ("No\u{2060}where.", "nowhere", &["No\u{2060}where"]),
        ("\u{feff}First word.", "first", &["First"]),
        ("The \u{200f}lamp\u{200e} is out.", "\"lamp is\"", &["lamp\u{200e} is"]),
    ]);
}

#[test]
fn everything_but_letters_marks_and_numbers_separates() {
    marks(&[
        ("China’s grain", "china", &["China"]),
        ("China's grain", "\"china s grain\"", &["China's grain"]),
        ("US–China talks", "us-china", &["US–China"]),
        ("US-China talks", "US–China", &["US-China"]),
        ("Vive l’État", "état", &["État"]),
        ("a snake_case name", "snake case", &["snake", "case"]),
        ("write to ann@example.org", "example", &["example"]),
        ("and/or", "\"and or\"", &["and/or"]),
        ("uschina", "us-china", &[]),
        ("習近平講話", "近平", &["近平"]),
        ("習近平講話", "平近", &[]),
        ("ひらがな", "らが", &["らが"]),
        ("カタカナ語", "タカ", &["タカ"]),
    ]);
}

#[test]
fn initials_thousands_and_sharps_are_joined() {
    marks(&[
        ("The U.S. fleet", "us", &["U.S."]),
        ("The US fleet", "U.S.", &["US"]),
        ("The U.S.A fleet", "usa", &["U.S.A"]),
        ("The U.S. fleet", "\"u s\"", &[]),
        ("at 5 p.m. sharp", "pm", &["p.m."]),
        ("some 150,000 men", "150000", &["150,000"]),
        ("some 150000 men", "150,000", &["150000"]),
        ("some 1,234,567 men", "1234567", &["1,234,567"]),
        ("some 15,00 crowns", "1500", &[]),
        ("some 15,00 crowns", "15", &["15"]),
        ("37.4 per cent", "37.4", &["37.4"]),
        ("37.4 per cent", "374", &[]),
        ("in C++ and C", "c++", &["C++"]),
        ("in C++ and C", "c", &["C"]),
        ("in F# minor", "f#", &["F#"]),
        ("in F# minor", "f", &[]),
    ]);
}

#[test]
fn case_accents_and_ligatures_are_folded_in_text_and_query() {
    marks(&[
        ("Die Straße", "STRASSE", &["Straße"]),
        ("die strasse", "Straße", &["strasse"]),
        ("e\u{301}tat", "état", &["e\u{301}tat"]),
        ("Ørsted", "orsted", &["Ørsted"]),
        ("Đuro", "duro", &["Đuro"]),
        ("Łódź", "lodz", &["Łódź"]),
        ("Æsir", "aesir", &["Æsir"]),
        ("œuvre", "OEUVRE", &["œuvre"]),
        ("Þór", "thor", &["Þór"]),
        ("ışık", "isik", &["ışık"]),
        ("İzmir", "izmir", &["İzmir"]),
        ("a ﬁne day", "fine", &["ﬁne"]),
        ("ＡＢＣ", "abc", &["ＡＢＣ"]),
        ("Ёлка", "елка", &["Ёлка"]),
        ("ΆΛΦΑ", "αλφα", &["ΆΛΦΑ"]),
        ("हिन्दी", "हिन्दी", &["हिन्दी"]),
        ("हिन्दी", "हनद", &[]),
        ("か\u{3099}", "が", &["か\u{3099}"]),
    ]);
}

#[test]
fn a_word_counts_by_its_first_128_characters() {
    let x = |length: usize| "x".repeat(length);
    let text = format!("{} end", x(200));
    let whole = x(200);
    marks(&[
        (&text, &x(128), &[&whole]),
        (&text, &x(300), &[&whole]),
        (&text, &x(127), &[]),
        (&text, &x(129), &[&whole]),
    ]);
}

#[test]
fn blank_lines_end_a_paragraph_and_line_ends_and_sentences_do_not() {
    let phrase = "\"strategic buffer\"";
    marks(&[
        ("a strategic\nbuffer here", phrase, &["strategic\nbuffer"]),
        ("a strategic\r\nbuffer here", phrase, &["strategic\r\nbuffer"]),
        ("It is strategic. Buffer it.", phrase, &["strategic. Buffer"]),
        ("a strategic\n\nbuffer here", phrase, &[]),
        ("a strategic\n \t\nbuffer here", phrase, &[]),
        ("a strategic\r\n\r\nbuffer here", phrase, &[]),
        ("a strategic\u{2029}buffer here", phrase, &[]),
        ("a strategic\n\nbuffer here", "strategic NEAR/99 buffer", &[]),
        ("a strategic\n\nbuffer here", "\"strategic buffer\"~99", &[]),
        ("a strategic\n\nbuffer here", "strategic buffer", &["strategic", "buffer"]),
    ]);
}

#[test]
fn title_byline_and_text_are_apart() {
    let record = json!({"id": "a", "title": "Strategic", "authors": ["Buffer Money"], "text": "Needs grain."});
    let comment = json!({"kind": "comment", "id": "b", "parent": "a", "text": "Nothing."});
    let shelf = Shelf::of(&[record, comment]);
    shelf.expect(&[
        ("strategic buffer grain", "a"),
        ("\"strategic buffer\"", ""),
        ("\"money needs\"", ""),
        ("strategic NEAR buffer", ""),
        ("\"buffer money\"", "a"),
        ("title:strategic kind:comment", ""),
    ]);
    let hit = shelf.answer("nothing").hits.remove(0);
    assert_eq!(
        (hit.title, hit.thread_title.as_deref()),
        (None, Some("Strategic")),
        "a comment shows its article's title"
    );
}

#[test]
fn a_stem_holds_only_in_statements_of_its_language() {
    let text = |id: &str, language: &str, text: &str| json!({"id": id, "language": language, "text": text});
    Shelf::of(&[
        text("en", "en", "the runs"),
        text("gb", "en-GB", "the runs"),
        text("fr", "fr", "les runs et les maisons"),
        text("pl", "pl", "domami runs"),
        text("de", "de", "die Häuser"),
        text("nb", "nb", "husene"),
    ])
    .expect(&[
        // English cuts both words to `run`, French only one of them
        ("running", "en gb"),
        ("=runs", "en fr gb pl"),
        ("maison", "fr"),
        ("haus", "de"),
        ("domami", "pl"),
        ("domam", ""),
        ("huset", "nb"),
    ]);
}

#[test]
fn a_short_comment_without_a_language_has_its_articles() {
    let article = |id: &str, language: &str| json!({"id": id, "language": language, "text": "xyzzy"});
    let comment = |id: &str, parent: &str| json!({"kind": "comment", "id": id, "parent": parent, "text": "runs"});
    let shelf = Shelf::of(&[article("e", "en"), article("f", "fr"), comment("e1", "e"), comment("f1", "f")]);
    shelf.expect(&[("running", "e1"), ("lang:fr", "f f1")]);
    let own = shelf.statement("f1").own_language;
    assert_eq!(own, None, "the language is the article's and not written into the record");
}

#[test]
fn a_stem_family_is_marked_as_it_stands() {
    marks(&[
        ("Buffering helps, the buffers say.", "buffer", &["Buffering", "buffers"]),
        ("Buffering helps, the buffers say.", "+buffers", &["buffers"]),
        ("Buffering helps, the buffers say.", "buff*", &["Buffering", "buffers"]),
        ("Buffering helps, the bufers say.", "buffers~1", &["bufers"]),
        ("The buffer is strategic here.", "strategic NEAR/1 buffer", &["buffer", "strategic"]),
        ("A buffer. No strategic buffer. A strategic plan.", "\"strategic buffer\"", &["strategic buffer"]),
    ]);
}

#[test]
fn what_only_a_filter_asks_for_is_not_marked() {
    let record =
        json!({"id": "a", "title": "Kim", "authors": ["Ann Marsh"], "date": "2017", "text": "Ann met Kim in 2017."});
    let shelf = Shelf::of(&[record]);
    for query in ["author:ann", "title:kim", "date:2017", "id:a", "-zeppelin"] {
        assert!(marked(&shelf, query).is_empty(), "{query}");
        let snippet = shelf.answer(query).hits.remove(0).snippets.remove(0);
        assert!(snippet.opening, "{query}: the opening is shown, and said to be that");
    }
    assert_eq!(marked(&shelf, "met author:ann -zeppelin"), ["met"]);
    assert_eq!(shelf.answer("met").hits.first().map(|hit| hit.kind), Some(Kind::Article));
}
