//! The posts of a forum whose marks are unknown.
//!
//! In: boxes that repeat on a page of a forum. Out: its posts, where nearly all boxes bear a name and a day and hold
//! most of the page's words. The first opens the topic, unless a text with a day stands apart above it.

use super::super::article::Furniture;
use super::super::page::{At, Page};
use super::super::{blocks, days};
use super::item::Item;
use super::platform::Platform;
use super::{Found, Read};
use std::ops::Range;

/// Words from which a block between the heading and the posts may be a post itself.
const POST: usize = 12;

/// The posts of a topic, and how many names and days they bear.
pub(super) fn posts(page: &Page<'_>, items: Vec<Item>, platform: &Platform) -> Option<(usize, Read)> {
    let mut comments = platform.read(page, &items);
    let told = comments.iter().filter(|comment| comment.author.is_some() && comment.date.is_some()).count();
    let furniture = Furniture::of(page);
    if comments.len() < 2 || told * 10 < comments.len() * 8 || !hold_most(page, &furniture, &items) {
        return None;
    }
    let opening = (!opens_apart(page, &furniture, &items)).then(|| super::open(&mut comments));
    Some((told, Read { found: Found { comments, opening, ..Found::default() }, items }))
}

/// Whether items hold most of the words of a page that are no furniture.
fn hold_most(page: &Page<'_>, furniture: &Furniture, items: &[Item]) -> bool {
    let inside: usize = items.iter().map(|item| page.words(item.range.clone())).sum();
    let mut outside = 0;
    let mut at = 0;
    while at < page.all().end {
        let item = items.binary_search_by_key(&at, |item| item.range.start).ok().and_then(|turn| items.get(turn));
        match item {
            Some(item) => at = item.range.end.max(at + 1),
            None if page.is_gone(at) || furniture.is(page, at) => at = page.end(at),
            None => {
                outside += page.own_text(at).map_or(0, |text| text.split_ascii_whitespace().count());
                at += 1;
            }
        }
    }
    inside * 6 >= outside * 4
}

/// Whether the first post has marks of its own: a text and its day stand between the heading and the items.
fn opens_apart(page: &Page<'_>, furniture: &Furniture, items: &[Item]) -> bool {
    let Some(first) = items.first().map(|item| item.range.start) else { return false };
    let Some(heading) = page.shown(0..first).find(|at| page.name(*at) == "h1") else { return false };
    let between = page.end(heading)..first;
    let pieces = blocks::pieces_in(page, between.clone(), &|at| furniture.is(page, at));
    let words = |text: &str| text.split_ascii_whitespace().count();
    pieces.iter().any(|piece| words(&piece.block.text) >= POST && piece.link_share() < 0.3) && has_day(page, between)
}

fn has_day(page: &Page<'_>, range: Range<At>) -> bool {
    let is_day = |at: At| {
        let stated = ["datetime", "title"].iter().find_map(|name| page.attr(at, name));
        let text = stated.or_else(|| page.own_text(at)).unwrap_or_default().trim();
        text.len() <= 60 && days::written(text).is_some()
    };
    page.shown(range).any(is_day)
}

#[cfg(test)]
mod tests {
    use super::super::take;
    use crate::read::html::page::Page;

    /// How many comments are told of a page of a forum, and who opens it.
    fn check(html: &str, comments: usize, opener: Option<&str>) {
        let tree = scraper::Html::parse_document(html);
        let mut page = Page::new(&tree);
        let found = take(&mut page, Some("https://quay.example/forum/7"));
        let opened = found.opening.and_then(|post| post.author);
        assert_eq!((found.comments.len(), opened.as_deref()), (comments, opener), "{html}");
    }

    fn rows() -> String {
        let row = |name: &str, day: u8| {
            format!(
                "<tr><td class=msg><a class=name>{name}</a> <span title='2/{day}/2024 5:00:00 AM'>2 years ago</span><div class=text>The ferry \
                 left an hour late again and nobody said why.</div></td></tr>"
            )
        };
        format!("<table>{}{}{}</table>", row("Ana", 1), row("Ilo", 2), row("Kim", 3))
    }

    #[test]
    fn the_first_of_the_boxes_opens_the_topic() {
        check(&format!("<h1>Ferries</h1>{}", rows()), 2, Some("Ana"));
    }

    #[test]
    fn a_dialogue_longer_than_the_topic_changes_nothing() {
        let consent = "<p>These cookies are set by us and by others to show you what you may like.</p>".repeat(60);
        check(&format!("<h1>Ferries</h1>{}<div id=onetrust-consent-sdk>{consent}</div>", rows()), 2, Some("Ana"));
    }

    #[test]
    fn a_first_post_with_marks_of_its_own_is_no_comment() {
        let first = "<div id=original><p>Pat · <span>1 February 2024</span></p><p>Has anybody seen the ferry this week, or is it late \
                     again as it was in the winter?</p></div>";
        check(&format!("<h1>Ferries</h1>{first}{}", rows()), 3, None);
    }

    #[test]
    fn a_notice_without_a_day_opens_nothing() {
        let notice =
            "<div>You are browsing this board as a guest: sign up for free to post messages and to see pictures.</div>";
        check(&format!("<h1>Ferries</h1>{notice}{}", rows()), 2, Some("Ana"));
    }
}
