//! Finds comments that no platform's marks give away: repeated boxes that each hold a day or a mark of a comment,
//! near a word for comments.
//!
//! In: a page. Out: items, and the marks to read them by. What such boxes are called is unknown, so those win that
//! divide the days of a part labelled as comments among them, one to each.

use super::super::days;
use super::super::page::{At, Page};
use super::item::{self, Item, Shape};
use super::nesting::Nesting;
use super::platform::Platform;
use super::said;
use super::{bodies, context};
use std::collections::BTreeMap;
use std::ops::Range;

/// Levels above a day in which its comment's box is looked for.
const LEVELS: usize = 9;
/// Groups of boxes that are tried.
const GUESSES: usize = 6;
/// Words that a box may hold; a larger one is a page.
const LARGEST: usize = 4000;

/// What may be the items of comments without known marks, the likeliest first, and how to read them.
///
/// On a page of a forum every part may hold its posts, and the first of them opens the topic.
pub(super) fn find(page: &Page<'_>, regions: &[Range<At>], forum: bool) -> Vec<(Vec<Item>, Platform)> {
    let mut groups: BTreeMap<String, Vec<At>> = BTreeMap::new();
    for spot in regions.iter().flat_map(|region| spots(page, region)) {
        let round = std::iter::once(spot).chain(page.ancestors(spot)).take(LEVELS);
        for at in round.take_while(|at| !matches!(page.name(*at), "body" | "main" | "html")) {
            if page.is_element(at) {
                groups.entry(signature(page, at)).or_default().push(at);
            }
        }
    }
    let mut groups: Vec<Vec<At>> = groups.into_values().filter_map(|group| chosen(page, group, regions)).collect();
    if forum {
        groups.iter_mut().for_each(|group| leave_out_lists(page, group));
    }
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first().copied()));
    groups
        .into_iter()
        .take(GUESSES)
        .map(|group| {
            let (mut items, platform) = shaped(page, group);
            bodies::mark(page, &mut items);
            (items, Platform { opens: forum, ..platform })
        })
        .collect()
}

/// Nodes of a part that bear a day, a mark of a comment, or a number of their own.
fn spots(page: &Page<'_>, region: &Range<At>) -> Vec<At> {
    page.shown(region.clone()).filter(|at| is_spot(page, *at) && !context::is_elsewhere(page, *at)).collect()
}

fn is_spot(page: &Page<'_>, at: At) -> bool {
    is_day(page, at) || is_single(page, at)
}

/// Whether a node states a day, or bears a number as only posts do.
fn is_day(page: &Page<'_>, at: At) -> bool {
    if let Some(text) = page.own_text(at) {
        let text = text.trim();
        return text.len() <= 90 && text.bytes().any(|byte| byte.is_ascii_digit()) && days::written(text).is_some();
    }
    let stated = ["datetime", "title"].iter().filter_map(|name| page.attr(at, name));
    let dated = stated.into_iter().any(|value| value.len() < 60 && days::written(value).is_some());
    dated || said::number(page, at).is_some_and(|number| number.len() >= 4)
}

/// What repeated boxes share: the element's name with what stands before the number in its id, else with its first
/// class without numbers, else with what holds it.
pub(super) fn signature(page: &Page<'_>, at: At) -> String {
    let name = page.name(at);
    let id = page.attr(at, "id").unwrap_or_default().to_ascii_lowercase();
    let before = id.trim_end_matches(|letter: char| letter.is_ascii_digit());
    if before.len() > 2 && before.len() < id.len() {
        return format!("{name}#{before}");
    }
    let turns = ["even", "odd", "alt", "first", "last", "clearfix", "cf"];
    let classes = page.attr(at, "class").unwrap_or_default().to_ascii_lowercase();
    let own = classes
        .split_ascii_whitespace()
        .find(|class| !class.bytes().any(|byte| byte.is_ascii_digit()) && !turns.contains(class));
    match own {
        Some(class) => format!("{name}.{class}"),
        None => format!("{name}@{}", page.parent(at).unwrap_or(0)),
    }
}

/// The boxes of a group that can be comments; nothing where too few can.
fn chosen(page: &Page<'_>, mut group: Vec<At>, regions: &[Range<At>]) -> Option<Vec<At>> {
    group.sort_unstable();
    group.dedup();
    let inside = |at: &At| {
        let starts = is_single(page, *at);
        regions
            .iter()
            .any(|region| (region.start < *at || (starts && region.start == *at)) && page.end(*at) <= region.end)
    };
    group.retain(|at| {
        inside(at) && !context::is_preview(page, *at) && (1..=LARGEST).contains(&page.words(page.subtree(*at)))
    });
    let first = *group.first()?;
    (group.len() > 1 || is_single(page, first)).then_some(group)
}

/// Posts stand side by side: a box that holds several others of its group is the list of them.
fn leave_out_lists(page: &Page<'_>, group: &mut Vec<At>) {
    let behind = |turn: usize| group.get(turn + 1..).unwrap_or_default().iter();
    let holds_few =
        |(turn, at): (usize, &At)| behind(turn).take_while(|other| page.holds(*at, **other)).nth(2).is_none();
    let posts = group.iter().enumerate().filter(|one| holds_few(*one)).map(|(_, at)| *at).collect();
    *group = posts;
}

/// Whether a box that stands alone is surely a comment and not the list of them.
fn is_single(page: &Page<'_>, at: At) -> bool {
    let id = page.attr(at, "id").unwrap_or_default();
    let numbered = said::number(page, at).is_some_and(|number| {
        let lettered = id.len() - number.len().min(id.len());
        let marked = context::is_comment_label(&id.to_ascii_lowercase());
        let long = number.len() >= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
        (marked && number.len() > 1) || (long && (1..=12).contains(&lettered) && !is_headed(page, at))
    });
    numbered
        || [
            "comment",
            "kommentar",
            "comment-item",
            "commentitem",
            "comment_item",
            "kommentar-item",
            "comment-entry",
            "commententry",
            "reader-comment",
            "user-comment",
        ]
        .iter()
        .any(|class| page.has_class(at, class))
}

/// Whether an element holds a heading as articles have it.
fn is_headed(page: &Page<'_>, at: At) -> bool {
    page.subtree(at).any(|inner| matches!(page.name(inner), "h1" | "h2"))
}

/// Boxes that hold no more than name and day are heads of what follows them, or feet of what stands before.
fn shaped(page: &Page<'_>, group: Vec<At>) -> (Vec<Item>, Platform) {
    let bare = group.iter().filter(|at| page.words(page.subtree(**at)) <= 14 && has_day(page, **at)).count();
    let holder = |at: &At| page.parent(*at).map_or("", |parent| page.name(parent));
    let alike = group.iter().all(|at| Some(holder(at)) == group.first().map(holder));
    let terms = group.iter().all(|at| page.name(*at) == "dt");
    let heads = terms || (group.len() > 1 && bare * 10 >= group.len() * 9);
    if !heads || !alike || !is_parted(page, &group) {
        return (item::of(page, group, Shape::Box), platform(Shape::Box));
    }
    let shape = if stands_first(page, &group) { Shape::Head } else { Shape::Foot };
    (item::of(page, group, shape), platform(shape))
}

/// Whether text stands between most of the boxes.
fn is_parted(page: &Page<'_>, group: &[At]) -> bool {
    let told = |pair: &[At]| match pair {
        [one, next] => {
            page.shown(page.end(*one)..*next).filter_map(|at| page.own_text(at)).any(|text| !text.trim().is_empty())
        }
        _ => false,
    };
    let parted = group.windows(2).filter(|pair| told(pair)).count();
    parted * 10 >= group.len().saturating_sub(1) * 7
}

fn has_day(page: &Page<'_>, at: At) -> bool {
    page.subtree(at).any(|inner| is_day(page, inner))
}

/// Whether text follows the last of the boxes, up to the end of what holds them or to a form.
fn stands_first(page: &Page<'_>, group: &[At]) -> bool {
    let Some(last) = group.last() else { return false };
    let next = page.end(*last);
    let end = page.parent(*last).map_or(next, |parent| page.end(parent));
    let mut at = next;
    while at < end {
        if matches!(page.name(at), "form" | "h2" | "h3" | "h4") {
            return false;
        }
        if page.words(page.subtree(at)) > 0 {
            return true;
        }
        at = page.end(at);
    }
    false
}

fn platform(shape: Shape) -> Platform {
    // A term is defined by what follows it; elsewhere definitions are counts beside a name.
    let body = if shape == Shape::Head { BODY_BELOW } else { BODY };
    Platform { shape, pingback: PINGBACK, author: AUTHOR, date: DATE, body, nesting: Nesting::Inside, ..Platform::NONE }
}

const AUTHOR: &[&str] = &[
    ".fn",
    ".comment-author",
    ".commentauthor",
    ".author",
    ".username",
    ".user-name",
    ".commenter",
    ".nickname",
    ".poster",
    ".user",
    ".name",
    "a[href*=/member]",
    "a[href*=/profile]",
    "a[href*=/user]",
    "[class*=author]",
    "[class*=username]",
    "[class*=user-name]",
    "[class*=user]",
    "[class*=name]",
    "[class*=poster]",
    "[class*=byline]",
    "[rel*=nofollow]",
    "cite",
    "dt",
    "h3",
    "h4",
    "h5",
    "strong",
    "b",
    "[class*=by]",
    "[class*=posted]",
    "[class*=head]",
    "a",
];

const PINGBACK: &[&str] = &[".pingback", ".trackback", ".type-pingback", ".type-trackback"];

const DATE: &[&str] = &["time", "[class*=date]", "[class*=time]", "[class*=posted]", "[class*=meta]", ".by"];

const BODY: &[&str] = &[
    "[class*=comment-text]",
    "[class*=commenttext]",
    "[class*=comment_text]",
    "[class*=comment-body]",
    "[class*=comment_body]",
    "[class*=commentbody]",
    "[class*=comment-content]",
    "[class*=commentcontent]",
    "[class*=comment_content]",
    "[class*=comment-message]",
    "[class*=commentmessage]",
    "[class*=kommentar-text]",
    "[class*=kommentartext]",
    "[class*=cbody]",
];

const BODY_BELOW: &[&str] = &["dd"];

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn boxes_of_unknown_names_are_read() {
        let (found, left) = told(
            "<p>Text of 12 July 2017.</p><div id=kommentare><h3>2 Kommentare</h3><div class=kbox><span class=who-user>Ana</span>\
             <em>12.07.2017</em><div><p>Zu spät.</p></div></div><div class=kbox><span class=who-user>Ilo</span><em>13.07.2017</em>\
             <div><p>Schon wieder.</p></div></div></div>",
        );
        assert_eq!(found, ["- | Ana | 12.07.2017 | - | Zu spät.", "- | Ilo | 13.07.2017 | - | Schon wieder."]);
        assert_eq!(left, "Text of 12 July 2017.");
    }

    #[test]
    fn an_entry_of_a_menu_is_nobody() {
        let post = |name: &str, day: u8| {
            format!(
                "<div class=remark id=r{day}><div class=top>{name}</div><p>Late.</p><time datetime=2017-07-{day}></time>\
                 <ul class=f-dropdown><li><a rel=nofollow href=/print>Printer format</a></li></ul></div>"
            )
        };
        let (found, _) = told(&format!("<div id=comments>{}{}</div>", post("<h4>Ana</h4>", 12), post("", 13)));
        assert_eq!(found.iter().map(|line| &line[..14]).collect::<Vec<_>>(), ["12 | Ana | 201", "13 | - | 2017-"]);
    }

    #[test]
    fn heads_with_what_follows_them_are_read() {
        let (found, _) = told(
            "<div id=comments><dl><dt>1. <a>Ana</a> - July 12, 2017</dt><dd><p>Late.</p></dd><dt>2. <a>Ilo</a> - July 13, 2017</dt>\
             <dd><p>So.</p></dd></dl></div>",
        );
        assert_eq!(found, ["- | Ana | July 12, 2017 | - | Late.", "- | Ilo | July 13, 2017 | - | So."]);
    }

    #[test]
    fn feet_with_what_stands_before_them_are_read() {
        let (found, _) = told(
            "<div id=comments><div><p>Late.</p></div><p class=posted>Posted by: Ana at July 12, 2017</p><div><p>So.</p></div>\
             <p class=posted>Posted by: Ilo at July 13, 2017</p></div>",
        );
        assert_eq!(found, ["- | Ana | July 12, 2017 | - | Late.", "- | Ilo | July 13, 2017 | - | So."]);
    }

    #[test]
    fn lists_of_recent_comments_are_no_comments() {
        let (found, _) = told(
            "<div class=recent-comments><ul><li class=rc>Ana on 12 July 2017: late…</li><li class=rc>Ilo on 13 July 2017: so…</li></ul></div>",
        );
        assert!(found.is_empty());
    }
}
