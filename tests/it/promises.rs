//! The promises of the query page: nothing is lost, nothing is dropped silently, and what a day leaves out is counted.

use crate::archive::Archive;
use crate::shelf::{Shelf, question};
use byline::ask::{self, Question};
use byline::engine::Sort;
use serde_json::{Value, json};

fn shelf() -> Shelf {
    let statement = |id: &str, date: Option<&str>, text: &str| json!({"id": id, "title": id, "date": date, "language": "en", "text": text});
    Shelf::of(&[
        statement("early", Some("2016-03"), "The toll of the ferry."),
        statement("late", Some("2018-05-06"), "A toll on bread, see https://example.org/a-b?c=d at 12:30 :-)"),
        statement("none", None, "No toll for C++ and R&D."),
        statement("quiet", None, "Nothing at all."),
        json!({"kind": "comment", "id": "said", "parent": "late", "author": "Bo \"Nails\" Reed", "text": "toll, he says"}),
    ])
}

#[test]
fn a_day_filter_never_hides_undated_statements_without_a_count() {
    let shelf = shelf();
    for (typed, total, undated) in [
        ("toll", 4, 0),
        ("toll after:2017", 1, 2),
        ("toll before:2017", 1, 2),
        ("toll on:1999", 0, 2),
        ("after:2017", 1, 3),
        ("toll after:2016 before:2017", 1, 2),
        ("kind:article toll after:2017", 1, 1),
        ("toll (after:2018 OR before:2017)", 2, 2),
        ("(toll after:2018) OR ferry", 2, 2),
        ("author:reed after:2017", 0, 1),
        ("has:date after:2017", 1, 0),
        ("toll has:date", 2, 0),
        // an undated statement fulfils no day clause, so this finds it
        ("-after:2018 toll", 3, 0),
        ("no:date toll", 2, 0),
        ("zeppelin after:2017", 0, 0),
        ("toll after:2017 -ferry", 1, 2),
        // the day is asked of the article and not of the comment that is found
        ("under:{after:2018} toll", 1, 0),
    ] {
        let answer = shelf.answer(typed);
        assert_eq!((answer.total, answer.undated_left_out), (total, undated), "{typed}");
        let counted = ask::count(&shelf.index, &question(typed)).expect("a count");
        assert_eq!((counted.total, counted.undated_left_out), (total, undated), "{typed}, counted");
        assert!(counted.hits.is_empty());
    }
}

#[test]
fn words_that_are_not_meant_as_operators_are_text() {
    shelf().expect(&[
        ("https://example.org/a-b?c=d", "late"),
        ("12:30", "late"),
        ("bread :-)", "late"),
        ("toll - bread", "late"),
        ("toll * bread", "late"),
        ("toll \" bread", "late"),
        ("C++", "none"),
        ("R&D and", "none"),
        ("toll of the", "early"),
        ("toll or bread", ""),
        ("(toll) [bread]", "late"),
        ("toll: bread!", "late"),
        ("'toll' #bread", "late"),
    ]);
}

#[test]
fn a_piece_that_cannot_be_read_is_searched_as_words_and_said() {
    let shelf = shelf();
    for (typed, ids, piece, said, hint) in [
        ("titel:ferry", "", "titel:ferry", "titel", "did you mean `title:ferry`"),
        ("toll subject:bread", "", "subject:bread", "subject", "did you mean `title:bread`"),
        ("toll OR", "early late none said", "OR", "OR", "to look for the word write `\"or\"`"),
        ("(toll bread", "late", "(", "", ""),
        ("toll kind:coment", "early late none said", "coment", "coment", "did you mean `kind:comment`"),
    ] {
        assert_eq!(shelf.ids(typed).join(" "), ids, "{typed}");
        let answer = shelf.answer(typed);
        assert_eq!(answer.complaints.len(), 1, "{typed}");
        let remark = answer.complaints.first().expect("a complaint");
        assert_eq!(typed.get(remark.from..remark.to), Some(piece), "{typed}");
        assert!(remark.message.contains(said), "{typed}: {}", remark.message);
        assert_eq!(remark.hint.as_deref().unwrap_or(""), hint, "{typed}");
    }
}

#[test]
fn an_unreadable_day_or_number_leaves_its_clause_out_and_says_so() {
    let shelf = shelf();
    for (typed, same_as) in [
        ("toll after:soonish", "toll"),
        ("toll date:2017-13", "toll"),
        ("toll words:many", "toll"),
        ("toll -depth:x", "toll"),
        ("toll date:[x TO y]", "toll"),
    ] {
        assert_eq!(shelf.ids(typed), shelf.ids(same_as), "{typed}");
        let remarks = shelf.answer(typed).complaints;
        assert!(remarks.iter().any(|remark| remark.message.contains("left out")), "{typed}");
        assert!(remarks.iter().all(|remark| remark.hint.is_some()), "{typed}: how it is written is told");
    }
}

#[test]
fn flags_mean_their_field_and_no_character_in_them_is_an_operator() {
    let shelf = shelf();
    let asked = |typed: &str, flag: &str, field: &str, value: &str| {
        let flags = vec![(format!("--{flag}"), byline::query::clause(field, value))];
        let question = Question { flags, ..question(typed) };
        let answer = ask::search(&shelf.index, &question).expect("an answer");
        let ids: Vec<String> = answer.hits.into_iter().map(|hit| hit.id).collect();
        (ids.join(" "), answer.complaints)
    };
    for (typed, flag, field, value, ids) in [
        ("", "author", "author", "Bo \"Nails\" Reed", "said"),
        ("", "author", "author", "reed OR zeppelin", ""),
        ("", "author", "author", "reed (bo)", "said"),
        ("", "author", "author", "-reed", "said"),
        ("toll OR zeppelin", "kind", "kind", "comment", "said"),
        ("toll", "after", "after", "May 2018", "late"),
        ("toll", "on", "on", "2016", "early"),
    ] {
        let (found, complaints) = asked(typed, flag, field, value);
        assert_eq!(found, ids, "{typed} --{flag} {value}");
        assert!(complaints.is_empty(), "--{flag} {value}: {}", complaints.len());
    }
    let (found, complaints) = asked("bread", "after", "after", "soonish");
    assert_eq!(found, "late");
    assert!(complaints.iter().any(|remark| remark.message.starts_with("--after: ")), "the flag is named");
}

#[test]
fn pages_of_an_answer_are_stable_and_together_the_whole() {
    let shelf = Shelf::of(
        &(0..25)
            .map(|n| json!({"id": format!("s{n:02}"), "date": format!("2017-{:02}", n % 5 + 1), "text": "same words"}))
            .collect::<Vec<Value>>(),
    );
    for sort in [Sort::Relevance, Sort::Newest, Sort::Oldest] {
        let page = |offset: usize, limit: usize| {
            let question = Question { sort, offset, limit, ..question("words") };
            let answer = ask::search(&shelf.index, &question).expect("an answer");
            assert_eq!(answer.total, 25);
            answer.hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>()
        };
        let whole = page(0, 1000);
        let pages: Vec<String> = (0..4).flat_map(|number| page(number * 7, 7)).collect();
        assert_eq!((whole.len(), &pages), (25, &whole));
        assert_eq!(page(24, usize::MAX), whole[24..]);
        assert!(page(25, 7).is_empty() && page(usize::MAX, 7).is_empty());
    }
}

#[test]
fn past_a_bound_a_query_is_refused_with_status_2_and_the_bound_is_said() {
    let archive = Archive::with(&[("a.jsonl", "{\"text\":\"toll\"}")]);
    archive.finds(&["index"]);
    for (query, said) in [
        ("a".repeat(8 * 1024 + 1), "8 KB"),
        (format!("{}toll{}", "(".repeat(33), ")".repeat(33)), "32"),
        ("NOT ".repeat(33) + "toll", "32"),
        ("a ".repeat(1_025), "1,024"),
    ] {
        let ran = archive.run(&["search", "--", &query]);
        ran.says(2, said);
        assert!(ran.out.is_empty() && ran.err.lines().count() <= 2, "{}", ran.err);
    }
    for query in [format!("{}toll{}", "(".repeat(32), ")".repeat(32)), vec!["toll"; 500].join(" ")] {
        assert_eq!(archive.run(&["search", "--", &query]).status, 0, "within the bounds");
    }
}

#[test]
fn strict_turns_every_complaint_into_status_2() {
    let archive = Archive::with(&[("a.jsonl", "{\"text\":\"toll bread\"}")]);
    archive.finds(&["index"]);
    for query in ["titel:toll", "toll OR", "toll after:soonish", "(toll"] {
        let ran = archive.run(&["search", "--strict", "--", query]);
        ran.says(2, "note: ");
        assert!(ran.out.is_empty(), "{query}");
    }
    archive.run(&["search", "toll", "--strict", "--on", "soonish"]).says(2, "note: --on: ");
    assert_eq!(archive.run(&["search", "toll -zeppelin", "--strict"]).status, 0);
}

#[test]
fn a_caret_stands_under_its_piece_whatever_stands_before_it() {
    let archive = Archive::with(&[("a.jsonl", "{\"text\":\"toll\"}")]);
    archive.finds(&["index"]);
    for (query, line, carets) in [
        ("toll titel:x", "  toll titel:x", "       ^^^^^^^"),
        ("étude titel:x", "  étude titel:x", "        ^^^^^^^"),
        ("e\u{301}tude titel:x", "  e\u{301}tude titel:x", "        ^^^^^^^"),
        ("習近平 titel:x", "  習近平 titel:x", "         ^^^^^^^"),
        ("toll\ttitel:x", "  toll titel:x", "       ^^^^^^^"),
    ] {
        let err = archive.run(&["search", query]).err;
        assert!(err.contains(&format!("\n{line}\n{carets}\n")), "{query}: {err}");
    }
}
