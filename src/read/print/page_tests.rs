//! Whole printed pages, invented ones, and what must come out of them.
//!
//! In: pages as browsers and text browsers print them. Out: nothing.

use super::Print;
use crate::article::{BlockKind, CommentDraft, Draft, Field, Item};
use crate::read::{Input, Reader};

fn read(page: &str) -> Draft {
    let reading = Print.read(Input { path: "page.txt", url: None, bytes: page.as_bytes() });
    match reading.items.into_iter().next() {
        Some(Item::Page(draft)) => *draft,
        _ => Draft::default(),
    }
}

/// The surest value of a field.
fn surest(draft: &Draft, field: Field) -> Option<&str> {
    let clues = draft.clues_for(field);
    clues.max_by(|a, b| a.confidence.total_cmp(&b.confidence)).map(|clue| clue.value.as_str())
}

fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
    draft.blocks.iter().filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
}

/// Name, day and parent of each comment.
fn thread(draft: &Draft) -> Vec<(Option<&str>, Option<&str>, Option<usize>)> {
    draft.comments.iter().map(|comment| (comment.author.as_deref(), comment.date.as_deref(), comment.parent)).collect()
}

fn text(comment: Option<&CommentDraft>) -> String {
    let blocks = comment.map_or(&[][..], |comment| &comment.blocks);
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" / ")
}

const JOURNAL: &str = "\
Careful writing on the lake and its neighbours

Why Orle keeps its grain at Tarn

Reading Time: 4 mins
Minister Ida Quell (L) opens the new silo at Tarn harbour on 4 May 2016 in Tarn, Orle. (Photo: Lakeside Press/Bo Ost).

In Brief

Orle is asked to move its grain away from the water before the next flood comes down.


  • A
  • A
  • A


  • A
  • A
  • A

After the flood of last spring the council of the three towns has called upon Orle to move the reserve up the hill.

Orle says that its reserve serves as a strategic buffer between two harvests. There is some truth in that, as anyone knows who lived here in December 2003.

The harbour is old, dry and close to the mills. That, not stubbornness, is why the grain stays where it is.

Runa Velt is Director of the School of Inland Waters at the University of Orle.

This article is part of the ‘Dry feet’ project organised by the School of Inland Waters and the Mill Owners’ Institute.

3 responses to “Why Orle keeps its grain at Tarn”

  1. If one follows this, the council would have to pay for the road as well before Orle moves a single sack up the hill.

    As I wrote a few weeks ago the council lacks the money, if not the will, for a road.

    The mills have the advantage here.

    • It is not about advantages but about what works.

      There is little chance that the mills will ever pay for anything.

  2. Firstly, the statement that “the harbour is old, dry and close to the mills” describes half of the matter.
    Secondly, the reserve of 2003 was wet. See points 1. and 2. of the report.

Support the Lake Journal

The Lake Journal is written in Tarn and acknowledges the fishers of this shore — past and present.

Article printed from The Lake Journal (

Copyright ©2024 The Lake Journal. All rights reserved.";

#[test]
fn a_journal_page_gives_its_title_and_the_author_that_only_the_closing_line_names() {
    let draft = read(JOURNAL);
    assert_eq!(surest(&draft, Field::Title), Some("Why Orle keeps its grain at Tarn"));
    assert_eq!(draft.clues_for(Field::Author).map(|clue| clue.value.as_str()).collect::<Vec<_>>(), ["Runa Velt"]);
    assert_eq!(surest(&draft, Field::CommentCount), Some("3"));
}

#[test]
fn days_of_captions_events_and_copyright_lines_are_no_clues() {
    let draft = read(JOURNAL);
    assert_eq!(surest(&draft, Field::Published), None);
    assert_eq!(surest(&draft, Field::Modified), None);
}

#[test]
fn a_journal_page_gives_its_text_and_what_stands_beside_it() {
    let draft = read(JOURNAL);
    let paragraphs = of_kind(&draft, BlockKind::Paragraph);
    assert_eq!(paragraphs.len(), 4);
    assert!(paragraphs.first().is_some_and(|text| text.starts_with("Orle is asked to move")));
    assert!(paragraphs.last().is_some_and(|text| text.ends_with("the grain stays where it is.")));
    assert!(of_kind(&draft, BlockKind::Caption).first().is_some_and(|text| text.starts_with("Minister Ida Quell (L)")));
    assert!(of_kind(&draft, BlockKind::About).first().is_some_and(|text| text.starts_with("Runa Velt is Director")));
    assert!(of_kind(&draft, BlockKind::Standing).first().is_some_and(|text| text.starts_with("This article is part")));
    assert_eq!(draft.blocks.len(), 7);
}

#[test]
fn a_journal_page_gives_nameless_comments_with_their_parents() {
    let draft = read(JOURNAL);
    assert_eq!(thread(&draft), [(None, None, None), (None, None, Some(0)), (None, None, None)]);
    assert!(text(draft.comments.first()).ends_with("/ The mills have the advantage here."));
    assert!(
        text(draft.comments.get(1)).starts_with("It is not about advantages but about what works. / There is little")
    );
    let last = text(draft.comments.get(2));
    assert!(last.starts_with("Firstly,") && last.ends_with("of the report."), "{last}");
}

/// A page with this thread under an article of two paragraphs.
fn with_thread(thread: &str) -> Draft {
    read(&format!(
        "The Shore Post\n\nWhy the ferry stops at Tarn\n\nBy Ida Quell\n12 July 2017\n\nThe ferry has stopped at Tarn since the \
         flood, and nobody has asked it to go on to Orle since then.\n\nThere is little hope that it will, say those who \
         own it, because the pier at Orle is gone and will stay so.\n\n{thread}"
    ))
}

/// Name, day and first words of each comment.
fn told(draft: &Draft) -> Vec<(String, String, String)> {
    let first = |comment: &CommentDraft| {
        comment.blocks.first().map_or(String::new(), |block| block.text.chars().take(8).collect())
    };
    let comments = draft.comments.iter().filter(|comment| !comment.pingback);
    comments.map(|c| (c.author.clone().unwrap_or_default(), c.date.clone().unwrap_or_default(), first(c))).collect()
}

#[test]
fn threads_are_read_in_every_shape_that_pages_print() {
    let one = "It never stopped here before the flood, as far as I know.";
    let two = "My aunt says it did. She is rarely wrong about ferries.";
    let day = ("1 May 2018 at 9:15 am", "2 May 2018 at 10:20 pm");
    for thread in [
        format!(
            "2 responses to “Why the ferry stops at Tarn”\n\n 1. Bo Tarn says:\n    {}\n\n    {one}\n\n    Reply\n 2. Cy Ost says:\n    {}\n\n    {two}\n\n    Reply\n\nLeave a Reply\n",
            day.0, day.1
        ),
        format!(
            "2 Comments Leave a comment\n\n    1.\n   Bo Tarn\n       {}\n       {one}\n       Reply\n    2.\n   Cy Ost\n       {}\n       {two}\n       Reply\n\nLeave a Reply\n",
            day.0, day.1
        ),
        format!(
            "Readers’ comments\n\nBo Tarn {}\n\n{one}\n\nLike (3)\n\nCy Ost {}\n\n{two}\n\nLike\n\nPost a Comment\n",
            day.0, day.1
        ),
        format!(
            "2 Kommentare\n\n  • [a1b] Bo Tarn\n    {}\n\n    {one}\n\n    Antworten\n  • [c2d] Cy Ost\n    {}\n\n    {two}\n\n    Antworten\n\nSchreibe einen Kommentar\n",
            day.0, day.1
        ),
        format!(
            "2 comments:\n\nBo Tarn said...\n\n    {one}\n\n    {}\n\nCy Ost said...\n\n    {two}\n\n    {}\n\nPost a Comment\n",
            day.0, day.1
        ),
        format!(
            "Comments (2)\n\n{}\nBo Tarn\n{one}\n\n{}\nCy Ost\n{two}\n\nSubscribe to our newsletter\n",
            day.0, day.1
        ),
        format!(
            "2 commentaires\n\nBo Tarn{}\n{one}\nRépondre\n\nCy Ost{}\n{two}\nRépondre\n\nLaisser un commentaire\n",
            day.0, day.1
        ),
        format!(
            "2 Comments\n\n{one}\n\nPosted by Bo Tarn on {}\n\n{two}\n\nPosted by Cy Ost on {}\n\nPost a comment\n",
            day.0, day.1
        ),
        format!(
            "2 Comments\n\n 1. Bo Tarn says:\n    {}\n\n    {one}\n\n    Reply\n\nAdvertisement\n\nBuy boats\n\n 2. Cy Ost says:\n    {}\n\n    {two}\n\n    Reply\n",
            day.0, day.1
        ),
        format!(
            "3 Comments\n\n 1. Bo Tarn says:\n    {}\n\n    {one}\n\n 2. Pingback: Ferries of the lake | A blog\n\n 3. Cy Ost says:\n    {}\n\n    {two}\n\nCopyright 2019",
            day.0, day.1
        ),
    ] {
        let expected = [("Bo Tarn", day.0, "It never"), ("Cy Ost", day.1, "My aunt ")];
        let expected = expected.map(|(name, day, text)| (name.to_owned(), day.to_owned(), text.to_owned()));
        assert_eq!(told(&with_thread(&thread)), expected, "{thread}");
    }
}

#[test]
fn a_comment_without_a_day_or_a_name_is_still_one() {
    let thread = "One thought on “Why the ferry stops at Tarn”\n\n 1. Bo Tarn says:\n\n    It never stopped here before, did it?\n\nLeave a Reply";
    assert_eq!(told(&with_thread(thread)), [("Bo Tarn".to_owned(), String::new(), "It never".to_owned())]);
    let thread = "2 Comments\n\n 1. It never stopped here before, did it?\n\n 2. It did. My points:\n    1. The pier.\n    2. The boat.\n\nLeave a Reply";
    assert_eq!(with_thread(thread).comments.len(), 2);
}

#[test]
fn answers_are_told_by_how_far_in_they_stand() {
    let thread = "3 Comments\n\n 1. Bo Tarn says:\n    1 May 2018\n\n    It never stopped here.\n\n      □ Cy Ost says:\n        2 May 2018\n\n        It did, said my aunt.\n\n          ☆ Bo Tarn says:\n            3 May 2018\n\n            Then she is right.\n";
    let parents: Vec<_> = with_thread(thread).comments.iter().map(|comment| comment.parent).collect();
    assert_eq!(parents, [None, Some(0), Some(1)]);
}

#[test]
fn a_list_of_other_pages_is_no_thread() {
    for list in [
        "Related Posts\n\nThe dam of Orle\n3 May 2016\n\nThe mills of Tarn\n4 May 2016\n",
        "Recent Comments\n\n  • Bo Tarn on The dam\n  • Cy Ost on The mills\n",
        "Archives\n\n  • May 2016 (3)\n  • June 2016 (4)\n",
        "Comments are closed\n\n  • Home\n  • About\n",
    ] {
        assert_eq!(told(&with_thread(list)), [], "{list}");
    }
}

#[test]
fn title_author_and_day_are_read_from_the_lines_around_the_title() {
    let text = "The ferry has stopped at Tarn since the flood, and nobody has asked it to go on to Orle since then.\n\nThere is little hope that it will, say those who own it.";
    for head in [
        "The Shore Post\n\nHome\n\nWhy the ferry stops at Tarn\n\nBy Ida Quell\n12 July 2017\n\n",
        "12 July 2017\n\nWhy the ferry stops at Tarn\n\nAuthor: Ida Quell, Lake Institute\n\n",
        "News from the shore\n\nWhy the ferry stops at Tarn\n\n12 July 2017 12 July 2017 by Ida Quell\n\n",
        "Why the ferry stops at Tarn\n\nPosted on July 12, 2017 by Ida Quell\n\n",
        "Why the ferry stops at Tarn\n\nIda Quell\nJuly 12, 2017\n2 Comments\n\n",
    ] {
        let draft = read(&format!("{head}{text}"));
        assert_eq!(surest(&draft, Field::Title), Some("Why the ferry stops at Tarn"), "{head}");
        assert_eq!(surest(&draft, Field::Author), Some("Ida Quell"), "{head}");
        let day = surest(&draft, Field::Published).and_then(|day| crate::text::read_day(day, None));
        assert_eq!(day.map(|day| day.value).as_deref(), Some("2017-07-12"), "{head}");
    }
}

#[test]
fn on_a_forum_only_a_word_leads_to_a_writer() {
    let text = "The ferry has stopped at Tarn since the flood, and nobody has asked it to go on to Orle since then.\n\nThere is little hope that it will, say those who own it.";
    for (head, author) in [
        ("Shore Forum\n\nWhy the ferry stops at Tarn\n\nBoat Repair\nJuly 12, 2017\n\n", None),
        ("Shore\n\nTopics\n\nForums\n\nWhy the ferry stops at Tarn\n\nBoat Repair\nJuly 12, 2017\n\n", None),
        ("Shore Forum\n\nWhy the ferry stops at Tarn\n\nPostby Ida Quell » July 12, 2017\n\n", Some("Ida Quell")),
        ("Shore Forum\n\nWhy the ferry stops at Tarn\n\nWritten by\n\nIda Quell\n\n", Some("Ida Quell")),
    ] {
        assert_eq!(surest(&read(&format!("{head}{text}")), Field::Author), author, "{head}");
    }
}

#[test]
fn bylines_of_several_writers_below_the_text_head_other_articles() {
    let text = "The ferry has stopped at Tarn since the flood, and nobody has asked it to go on to Orle since then.\n\nThere is little hope that it will, say those who own it.\n\n";
    let author = |foot: &str| {
        surest(&read(&format!("The ferry stops\n\n{}{foot}", text.repeat(4))), Field::Author).map(str::to_owned)
    };
    assert_eq!(author("Posted by Ida Quell\n\nBy Ida Quell\n").as_deref(), Some("Ida Quell"));
    assert_eq!(author("The silo\n\nBy Ida Quell\n\nThe dam\n\nBy Bo Tarn\n"), None);
}
