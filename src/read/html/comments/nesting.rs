//! Which comment another one answers.
//!
//! In: the items of a thread in order. Out: for each the turn of the one that it answers. How a platform shows it is
//! part of its description.

use super::super::page::{At, Page};
use super::item::Item;

/// How a platform shows which comment another one answers.
pub(super) enum Nesting {
    /// The answer stands inside the item that it answers.
    Inside,
    /// A number at the end of one of the item's classes tells its depth: `level-2`.
    Depth(&'static str),
    /// An attribute of the item, or of an element inside it with this class, is its indent: `indent`.
    Indent(&'static str, &'static str),
    /// The number of elements of this class round the item is its depth.
    Within(&'static str),
    /// Comments answer the article.
    Flat,
}

/// For each item the turn of the one that it answers.
pub(super) fn parents(nesting: &Nesting, page: &Page<'_>, items: &[Item]) -> Vec<Option<usize>> {
    let by_depth = |depth: &dyn Fn(At) -> usize| by_depth(items.iter().map(|item| depth(item.at)));
    match nesting {
        Nesting::Inside => inside(items),
        Nesting::Depth(class) => by_depth(&|at| class_number(page, at, class)),
        Nesting::Indent(class, name) => by_depth(&|at| indent(page, at, class, name)),
        Nesting::Within(class) => {
            by_depth(&|at| page.ancestors(at).filter(|outer| page.has_class(*outer, class)).count())
        }
        Nesting::Flat => vec![None; items.len()],
    }
}

fn inside(items: &[Item]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(items.len());
    for (turn, item) in items.iter().enumerate() {
        while open.last().and_then(|last| items.get(*last)).is_some_and(|last| last.range.end <= item.at) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(turn);
    }
    parents
}

fn class_number(page: &Page<'_>, at: At, class: &str) -> usize {
    let mut labels = page.label(at).split_ascii_whitespace();
    labels.find_map(|label| label.strip_prefix(class)?.parse().ok()).unwrap_or(0)
}

fn indent(page: &Page<'_>, at: At, class: &str, name: &str) -> usize {
    let bears = |inner: &At| class.is_empty() || page.has_class(*inner, class);
    let stated = page.subtree(at).filter(bears).find_map(|inner| page.attr(inner, name)?.parse().ok());
    stated.unwrap_or(0)
}

fn by_depth(depths: impl Iterator<Item = usize>) -> Vec<Option<usize>> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut parents = Vec::new();
    for (turn, depth) in depths.enumerate() {
        while open.last().is_some_and(|(last, _)| *last >= depth) {
            open.pop();
        }
        parents.push(open.last().map(|(_, turn)| *turn));
        open.push((depth, turn));
    }
    parents
}

#[cfg(test)]
mod tests {
    use super::by_depth;

    #[test]
    fn an_answer_belongs_to_the_last_shallower_comment() {
        assert_eq!(by_depth([0, 1, 2, 1, 0, 2].into_iter()), [None, Some(0), Some(1), Some(0), None, Some(4)]);
        assert_eq!(by_depth([3, 0].into_iter()), [None, None]);
    }
}
