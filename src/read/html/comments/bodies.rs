//! Where in each item its text stands, when no mark says so.
//!
//! In: items of one kind. Out: the same, each with the element that bears one name and class in nearly all of them
//! and holds nearly all of their running text, the innermost of such: the writer's rank, counts and buttons that stand
//! beside it are short.

use super::super::page::{At, Page};
use super::generic::signature;
use super::item::Item;
use std::collections::BTreeMap;
use std::ops::Range;

/// Words of a text node that runs.
const RUNNING: usize = 8;

/// What the elements of one name and class hold in all items.
#[derive(Default)]
struct Kind {
    running: usize,
    words: usize,
    /// The first of them in each item, by its turn.
    firsts: BTreeMap<usize, At>,
}

/// Marks the texts of items, where there is such an element.
pub(super) fn mark(page: &Page<'_>, items: &mut [Item]) {
    let sums = Sums::of(page);
    let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
    let mut running = 0;
    for (turn, item) in items.iter().enumerate() {
        let own = own(page, items, item);
        running += own.iter().map(|at| sums.running(*at..at + 1)).sum::<usize>();
        let inner =
            own.into_iter().filter(|at| *at != item.at && page.is_element(*at) && !holds_item(page, items, *at));
        for at in inner {
            let kind = kinds.entry(signature(page, at)).or_default();
            if kind.firsts.contains_key(&turn) {
                continue;
            }
            kind.firsts.insert(turn, at);
            kind.running += sums.running(at..page.end(at));
            kind.words += sums.words(at..page.end(at));
        }
    }
    let holds = |kind: &&Kind| kind.firsts.len() * 10 >= items.len() * 9 && kind.running * 10 >= running * 9;
    let least = kinds.values().filter(holds).min_by_key(|kind| kind.words);
    let Some(least) = least.filter(|_| running > 0 && items.len() > 1) else { return };
    for (turn, item) in items.iter_mut().enumerate() {
        item.body = least.firsts.get(&turn).copied();
    }
}

/// The nodes of an item that belong to no item inside it.
fn own(page: &Page<'_>, items: &[Item], item: &Item) -> Vec<At> {
    let is_other = |at: At| at != item.at && items.binary_search_by_key(&at, |one| one.at).is_ok();
    let mut own = Vec::new();
    let mut at = item.range.start;
    while at < item.range.end {
        if page.is_gone(at) || is_other(at) {
            at = page.end(at);
            continue;
        }
        own.push(at);
        at += 1;
    }
    own
}

/// Whether an item begins inside an element.
fn holds_item(page: &Page<'_>, items: &[Item], at: At) -> bool {
    let next = items.partition_point(|item| item.at <= at);
    items.get(next).is_some_and(|item| item.at < page.end(at))
}

/// Words before each node, and those of them that run.
struct Sums(Vec<(usize, usize)>);

impl Sums {
    fn of(page: &Page<'_>) -> Sums {
        let mut sums = vec![(0, 0)];
        let (mut words, mut running, mut gone_until) = (0, 0, 0);
        for at in page.all() {
            if at >= gone_until && page.is_gone(at) {
                gone_until = page.end(at);
            }
            let shown = page.own_text(at).filter(|_| at >= gone_until);
            let more = shown.map_or(0, |text| text.split_ascii_whitespace().count());
            words += more;
            running += if more >= RUNNING { more } else { 0 };
            sums.push((words, running));
        }
        Sums(sums)
    }

    fn before(&self, at: At) -> (usize, usize) {
        self.0.get(at).copied().unwrap_or_default()
    }

    fn words(&self, range: Range<At>) -> usize {
        self.before(range.end).0 - self.before(range.start).0
    }

    fn running(&self, range: Range<At>) -> usize {
        self.before(range.end).1 - self.before(range.start).1
    }
}

#[cfg(test)]
mod tests {
    use super::mark;
    use crate::read::html::comments::item::{Shape, find};
    use crate::read::html::page::Page;

    const LONG: &str = "the ferry was late again because the captain slept";

    fn check(html: &str, wanted: &[Option<&str>]) {
        let tree = scraper::Html::parse_document(html);
        let page = Page::new(&tree);
        let mut items = find(&page, &[".c"], Shape::Box);
        mark(&page, &mut items);
        let found: Vec<_> = items.iter().map(|item| item.body.map(|at| page.text(at))).collect();
        assert_eq!(found.iter().map(Option::as_deref).collect::<Vec<_>>(), wanted, "{html}");
    }

    #[test]
    fn the_text_is_what_runs_in_every_item() {
        let item = |text: &str| {
            format!(
                "<div class=c><div class=who>Ana <dl><dd>1,046<dd>Joined 2012</dl></div><div class=what><p class=t>{text}</p></div></div>"
            )
        };
        let page = format!("{}{}{}", item(LONG), item("So."), item(LONG));
        check(&page, &[Some(LONG), Some("So."), Some(LONG)]);
    }

    #[test]
    fn answers_inside_an_item_are_not_its_text() {
        let html = format!(
            "<div class=c><p class=t>{LONG}</p><div class=below><div class=c><p class=t>{LONG}!</p></div></div></div>"
        );
        check(&html, &[Some(LONG), Some(&format!("{LONG}!"))]);
    }

    #[test]
    fn without_running_text_nothing_is_marked() {
        check("<div class=c><p class=t>So.</p></div><div class=c><p class=t>Hm.</p></div>", &[None, None]);
    }
}
