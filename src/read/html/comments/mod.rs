//! Finds the comments of a page and cuts them out of it.
//!
//! In: a page. Out: comments in the order of the page, each with author, day, text and the one it answers; what
//! they stand in is gone from the page afterwards. Platforms stand in one ordered list, each described by its marks
//! in a file of its own.

mod blogger;
mod context;
mod cutting;
mod discourse;
mod disqus;
mod drupal;
mod facebook;
mod forums;
mod generic;
mod hacker_news;
mod intense_debate;
mod item;
mod joomla;
mod livefyre;
mod medium;
mod movable_type;
mod name;
mod nesting;
mod phpbb;
mod platform;
mod reddit;
mod said;
mod schema;
mod stack_exchange;
mod substack;
#[cfg(test)]
mod testing;
mod vbulletin;
mod wanted;
mod wordpress;
mod xenforo;

use super::page::Page;
use crate::article::CommentDraft;
use platform::Platform;

/// Every platform, the most certain first; the first that finds a comment reads the page.
const PLATFORMS: [&Platform; 34] = [
    &discourse::LIVE,
    &discourse::CRAWLED,
    &xenforo::TWO,
    &xenforo::ONE,
    &vbulletin::FIVE,
    &vbulletin::FOUR,
    &vbulletin::THREE,
    &phpbb::THREE,
    &phpbb::TWO,
    &forums::INVISION,
    &forums::NODEBB,
    &forums::SIMPLE_MACHINES,
    &forums::FLUXBB,
    &forums::WPFORO,
    &stack_exchange::ANSWERS,
    &hacker_news::ITEMS,
    &reddit::NEW,
    &reddit::OLD,
    &disqus::EMBED,
    &disqus::OLD,
    &intense_debate::EMBED,
    &livefyre::EMBED,
    &facebook::PLUGIN,
    &facebook::FEED,
    &wordpress::BLOCKS,
    &blogger::THREADED,
    &blogger::LIST,
    &substack::COMMENTS,
    &medium::RESPONSES,
    &joomla::COMMENTS,
    &wordpress::CLASSIC,
    &movable_type::COMMENTS,
    &drupal::COMMENTS,
    &schema::MICRODATA,
];

/// What was found.
#[derive(Default)]
pub(super) struct Found {
    /// The comments.
    pub(super) comments: Vec<CommentDraft>,
    /// What they answer, on a page of a forum.
    pub(super) opening: Option<CommentDraft>,
}

/// Reads the comments and cuts them out.
pub(super) fn take(page: &mut Page<'_>) -> Found {
    for platform in PLATFORMS {
        let items = platform.items(page);
        if items.is_empty() {
            continue;
        }
        let mut comments = platform.read(page, &items);
        if comments.is_empty() {
            continue;
        }
        cutting::cut(page, &items);
        let opening = (platform.opens && platform.begins(page, &items)).then(|| open(&mut comments));
        return Found { comments, opening };
    }
    generic(page).unwrap_or_default()
}

/// Comments without known marks; all of them must have been read as such.
fn generic(page: &mut Page<'_>) -> Option<Found> {
    let (items, platform) = generic::find(page)?;
    let comments = platform.read(page, &items);
    let told = comments.iter().filter(|comment| comment.author.is_some() || comment.date.is_some()).count();
    if comments.is_empty() || told * 10 < comments.len() * 7 {
        return None;
    }
    cutting::cut(page, &items);
    Some(Found { comments, opening: None })
}

/// Takes the first comment, which the others answer.
fn open(comments: &mut Vec<CommentDraft>) -> CommentDraft {
    let opening = comments.remove(0);
    for comment in comments {
        comment.parent = comment.parent.and_then(|parent| parent.checked_sub(1));
    }
    opening
}
