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
