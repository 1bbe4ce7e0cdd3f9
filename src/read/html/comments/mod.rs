//! Finds the comments of a page and cuts them out of it.
//!
//! In: a page. Out: comments in the order of the page, each with author, day, text and the one it answers; what
//! they stand in is gone from the page afterwards. Platforms stand in one ordered list, each described by its marks
//! in a file of its own.

mod blogger;
mod boards;
mod bodies;
mod context;
mod cutting;
mod discourse;
mod disqus;
mod drupal;
mod facebook;
mod flat;
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
mod regions;
mod repeated;
mod said;
mod schema;
mod services;
mod slash;
mod stack_exchange;
pub(super) mod stated;
mod substack;
#[cfg(test)]
mod testing;
mod topic;
mod tumblr;
mod vbulletin;
mod wanted;
mod wordpress;
mod xenforo;

use super::page::{At, Page};
use crate::article::CommentDraft;
use item::{Item, Shape};
use platform::Platform;

/// Every platform, the most certain first; the first that finds a comment reads the page.
const PLATFORMS: [&Platform; 52] = [
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
    &slash::TREE,
    &tumblr::NOTES,
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
    /// Where the first of them stood, or where one could be written.
    pub(super) start: Option<At>,
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
    let Some(mut read) = best else {
        let stated = preloaded::read(page).unwrap_or_default();
        return Found { start: regions::place(page), ..stated };
    };
    cutting::cut(page, &read.items);
    read.found.start = read.items.iter().map(|item| item.range.start).min();
    repeated::leave_out(&mut read.found.comments);
    repeated::uncount(&mut read.found.comments);
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
    Some(Read { found: Found { comments, opening, title: platform.title(page), start: None }, items })
}

/// One box without a day and without a number: a heading or an invitation under the same mark.
fn is_lone_label(comments: &[CommentDraft]) -> bool {
    let bare = |comment: &CommentDraft| comment.date.is_none() && (comment.id.is_none() || comment.author.is_none());
    matches!(comments, [one] if bare(one))
}

/// Comments without known marks: the posts of a forum, else what stands under a word for comments.
fn unknown(page: &Page<'_>, url: Option<&str>) -> Option<Read> {
    let topic =
        || best(generic::find(page, &[page.all()], true), |items, platform| topic::posts(page, items, platform));
    let topic = if context::is_forum(page, url) { topic() } else { None };
    topic.or_else(|| below(page))
}

/// What stands under a word for comments: the boxes that tell most, else all of it.
fn below(page: &Page<'_>) -> Option<Read> {
    let regions = regions::find(page);
    let told = best(generic::find(page, &regions, false), |items, platform| remarks(page, items, platform));
    told.or_else(|| {
        let (item, comment) = flat::find(page, &regions)?;
        Some(Read { found: Found { comments: vec![comment], ..Found::default() }, items: vec![item] })
    })
}

/// The reading that tells most, of equal ones the outermost.
fn best(
    guesses: Vec<(Vec<Item>, Platform)>,
    read: impl Fn(Vec<Item>, &Platform) -> Option<(usize, Read)>,
) -> Option<Read> {
    let read = |(items, platform): (Vec<Item>, Platform)| {
        let first = items.first().map(|item| item.at);
        read(items, &platform).map(|(told, read)| (told, std::cmp::Reverse(first), read))
    };
    guesses.into_iter().filter_map(read).max_by_key(|(told, first, _)| (*told, *first)).map(|(_, _, read)| read)
}

/// Comments below an article, and how many names and days they bear; most must bear one, one alone more than a name.
fn remarks(page: &Page<'_>, items: Vec<Item>, platform: &Platform) -> Option<(usize, Read)> {
    let comments = platform.read(page, &items);
    let told = comments.iter().filter(|comment| comment.author.is_some() || comment.date.is_some()).count();
    let both = comments.iter().filter(|comment| comment.author.is_some() && comment.date.is_some()).count();
    let marked = comments.iter().any(|comment| comment.date.is_some() || comment.id.is_some());
    let teased = comments.iter().filter(|comment| is_teaser(comment)).count();
    let sure = teased * 2 < comments.len() && told * 10 >= comments.len() * 7 && (marked || comments.len() > 1);
    // A box is surer than what stands between two heads.
    let weight = if platform.shape == Shape::Box { 8 } else { 7 };
    let read = Read { found: Found { comments, ..Found::default() }, items };
    (sure && !read.found.comments.is_empty()).then_some(((told + both) * weight, read))
}

/// A short line without a number that is cut off, as in a list of the newest comments.
fn is_teaser(comment: &CommentDraft) -> bool {
    let cut_off = |text: &str| text.len() < 200 && (text.ends_with('…') || text.ends_with("..."));
    comment.id.is_none() && matches!(comment.blocks.as_slice(), [one] if cut_off(&one.text))
}

/// Takes the first comment, which the others answer.
fn open(comments: &mut Vec<CommentDraft>) -> CommentDraft {
    let opening = comments.remove(0);
    for comment in comments {
        comment.parent = comment.parent.and_then(|parent| parent.checked_sub(1));
    }
    opening
}
