//! The last resort: a heading counts comments, and nothing tells one from the next.
//!
//! In: the parts of a page that announce comments. Out: the words below such a heading as one comment without a name.
//! They are said by readers, so they are no part of the article; forms and invitations are not said at all.

use super::super::blocks;
use super::super::page::{At, Page};
use super::context;
use super::item::Item;
use crate::article::{Block, CommentDraft};
use std::ops::Range;

/// Fewest words of a block of comments.
const LEAST: usize = 6;
/// Most words; more is a page.
const MOST: usize = 6000;

/// The block below the first heading that counts at least one comment.
pub(super) fn find(page: &Page<'_>, regions: &[Range<At>]) -> Option<(Item, CommentDraft)> {
    regions.iter().find_map(|region| {
        let heading = page.shown(region.clone()).find(|at| is_count(page, *at))?;
        let range = page.end(heading)..region.end;
        let blocks = said(page, range.clone());
        let words: usize = blocks.iter().map(|block| block.text.split_whitespace().count()).sum();
        let draft = CommentDraft { blocks, ..CommentDraft::default() };
        (LEAST..=MOST).contains(&words).then_some((Item { at: heading, range, body: None }, draft))
    })
}

/// A heading with a number above nought.
fn is_count(page: &Page<'_>, at: At) -> bool {
    let text = || page.text(at);
    matches!(page.name(at), "h2" | "h3" | "h4" | "h5") && context::is_heading(&text()) && context::counts(&text())
}

fn said(page: &Page<'_>, range: Range<At>) -> Vec<Block> {
    let start = range.start;
    let end = page.shown(range.clone()).find(|at| is_other_heading(page, *at)).unwrap_or(range.end);
    let other = |at: At| at > start && matches!(page.name(at), "form" | "button" | "nav" | "aside" | "label");
    let mut blocks = blocks::blocks(page, start..end, &other);
    blocks.retain(|block| !context::is_invitation(&block.text) && block.text.split_whitespace().count() > 2);
    blocks
}

/// A heading over something else, such as the form below the comments.
fn is_other_heading(page: &Page<'_>, at: At) -> bool {
    matches!(page.name(at), "h1" | "h2" | "h3" | "h4")
}

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn words_below_a_count_are_one_comment() {
        let (found, left) = told(
            "<p>Text.</p><div><h3>2 Comments</h3><p>The ferry was late again, as ever.</p><p>So it was on Sunday.</p>\
             <form>Your name</form><h3>Leave a comment</h3><p>Write here whatever you like to say.</p></div>",
        );
        assert_eq!(found, ["- | - | - | - | The ferry was late again, as ever. / So it was on Sunday."]);
        assert!(left.starts_with("Text.") && !left.contains("Sunday"), "{left}");
    }

    #[test]
    fn a_heading_that_counts_none_announces_nothing() {
        for heading in ["0 Comments", "No comments", "Comments"] {
            let (found, _) = told(&format!("<div><h3>{heading}</h3><p>The ferry was late again, as ever.</p></div>"));
            assert!(found.is_empty(), "{heading}");
        }
    }
}
