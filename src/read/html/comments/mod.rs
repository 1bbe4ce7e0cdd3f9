//! Finds the comments of a page and cuts them out of it.
//!
//! In: a page. Out: comments in the order of the page, each with author, day, text and the one it answers; what
//! they stand in is gone from the page afterwards. Platforms stand in one ordered list, each described by its marks
//! in a file of its own.

mod blogger;
mod boards;
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
mod preloaded;
mod reddit;
mod said;
mod schema;
mod services;
mod stack_exchange;
mod substack;
#[cfg(test)]
mod testing;
mod topic;
mod vbulletin;
mod wanted;
mod wordpress;
mod xenforo;

use super::page::Page;
use crate::article::{Block, CommentDraft};
use item::Item;
use platform::Platform;

/// Every platform, the most certain first; the first that finds a comment reads the page.
const PLATFORMS: [&Platform; 51] = [
    &discourse::LIVE,
    &discourse::CRAWLED,
    &xenforo::TWO,
    &xenforo::ONE,
    &vbulletin::FIVE,
    &vbulletin::FOUR,
    &vbulletin::THREE,
    &phpbb::THREE,
    &phpbb::TABLES,
    &phpbb::TWO,
    &forums::INVISION,
    &forums::INVISION_TABLES,
    &forums::NODEBB,
    &forums::SIMPLE_MACHINES,
    &forums::VANILLA,
    &forums::FLUXBB,
    &forums::WPFORO,
    &boards::BBPRESS,
    &boards::BBPRESS_BOXES,
    &boards::MYBB,
    &boards::FLARUM,
    &boards::INSIDED,
    &boards::SIMPLE_MACHINES_ONE,
    &boards::SLASHDOT,
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
    &services::ISSO,
    &services::COMMENTO,
    &services::CORAL,
    &services::OPENWEB,
    &services::YOUTUBE,
    &services::DISCUZ,
    &wordpress::BLOCKS,
    &blogger::THREADED,
    &blogger::LIST,
    &substack::COMMENTS,
    &medium::RESPONSES,
    &joomla::COMMENTS,
    &drupal::COMMENTS,
    &wordpress::CLASSIC,
    &movable_type::COMMENTS,
    &movable_type::OLD,
    &schema::MICRODATA,
];

/// What was found.
#[derive(Default)]
pub(super) struct Found {
    /// The comments.
    pub(super) comments: Vec<CommentDraft>,
    /// What they answer, on a page of a forum.
    pub(super) opening: Option<CommentDraft>,
    /// The topic's title, where the platform marks it.
    pub(super) title: Option<String>,
}

/// Comments that a platform's marks may name by chance; above this number they are believed.
const FEW: usize = 3;

/// Reads the comments and cuts them out. `url` is where the page was saved from.
pub(super) fn take(page: &mut Page<'_>, url: Option<&str>) -> Found {
    let known = PLATFORMS.iter().find_map(|platform| known(page, platform));
    let few = known.as_ref().is_none_or(|read| read.found.opening.is_none() && read.found.comments.len() <= FEW);
    let unknown = if few { unknown(page, url) } else { None };
    let count = |read: &Option<Read>| read.as_ref().map_or(0, |read| read.found.comments.len());
    let best = if count(&unknown) > count(&known) * 2 { unknown } else { known };
    let Some(read) = best else { return preloaded::read(page).unwrap_or_default() };
    cutting::cut(page, &read.items);
    read.found
}

/// Comments and where they stand.
struct Read {
    found: Found,
    items: Vec<Item>,
}

/// Comments with a platform's marks.
fn known(page: &Page<'_>, platform: &Platform) -> Option<Read> {
    let items = platform.items(page);
    let mut comments = platform.read(page, &items);
    let post = platform.opening(page);
    if (comments.is_empty() && post.is_none()) || is_lone_label(&comments) {
        return None;
    }
    let opening = (platform.opens && platform.begins(page, &items)).then(|| open(&mut comments)).or(post);
    Some(Read { found: Found { comments, opening, title: platform.title(page) }, items })
}

/// One box without a day and without a number: a heading or an invitation under the same mark.
fn is_lone_label(comments: &[CommentDraft]) -> bool {
    let bare = |comment: &CommentDraft| comment.date.is_none() && (comment.id.is_none() || comment.author.is_none());
    matches!(comments, [one] if bare(one))
}

/// Comments without known marks: the posts of a forum, else what stands under a word for comments.
fn unknown(page: &Page<'_>, url: Option<&str>) -> Option<Read> {
    let forum = context::is_forum(page, url);
    let topic = if forum { generic::find(page, true) } else { Vec::new() };
    let topic = topic.into_iter().find_map(|(items, platform)| topic::posts(page, items, &platform));
    topic.or_else(|| {
        generic::find(page, false).into_iter().find_map(|(items, platform)| remarks(page, items, &platform))
    })
}

/// Comments below an article; most must bear a name or a day, one alone more than a name.
fn remarks(page: &Page<'_>, items: Vec<Item>, platform: &Platform) -> Option<Read> {
    let comments = platform.read(page, &items);
    let told = comments.iter().filter(|comment| comment.author.is_some() || comment.date.is_some()).count();
    let marked = comments.iter().any(|comment| comment.date.is_some() || comment.id.is_some());
    let cut_off = |block: &Block| block.text.ends_with('…') || block.text.ends_with("...");
    let teased = comments.iter().filter(|comment| comment.blocks.last().is_some_and(cut_off)).count();
    let sure = teased * 2 < comments.len() && told * 10 >= comments.len() * 7 && (marked || comments.len() > 1);
    (sure && !comments.is_empty()).then_some(Read { found: Found { comments, ..Found::default() }, items })
}

/// Takes the first comment, which the others answer.
fn open(comments: &mut Vec<CommentDraft>) -> CommentDraft {
    let opening = comments.remove(0);
    for comment in comments {
        comment.parent = comment.parent.and_then(|parent| parent.checked_sub(1));
    }
    opening
}
