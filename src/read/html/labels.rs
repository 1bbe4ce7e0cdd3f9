//! The labels of a page's elements, and which elements bear a word.
//!
//! In: class and id of each element, in the order of the page. Out: labels in small letters; for a word the elements whose
//! label holds it, found by one search of all labels instead of one a node. What a word means is left to the finders.
//!
//! ```text
//! text     comment odd comment-7fn urlcomment-meta
//! starts   12                   14    17
//! ```

use super::page::At;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// The labels.
#[derive(Default)]
pub(super) struct Labels {
    /// All labels, run together.
    text: String,
    /// Elements that have one, and where in the text it begins.
    starts: Vec<(At, usize)>,
    /// For words that were asked for, the elements whose label holds them.
    words: RefCell<HashMap<String, Rc<[At]>>>,
}

impl Labels {
    /// Bytes of all labels so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// A stretch of the labels.
    pub(super) fn get(&self, range: Range<usize>) -> Option<&str> {
        self.text.get(range)
    }

    /// Adds a class or an id to the label of the last element, with a blank between each two.
    pub(super) fn add(&mut self, at: At, part: &str) {
        if part.is_empty() || is_slug(part) {
            return;
        }
        if self.starts.last().is_some_and(|(last, _)| *last == at) {
            self.text.push(' ');
        } else {
            self.starts.push((at, self.text.len()));
        }
        let from = self.text.len();
        self.text.push_str(part);
        if let Some(added) = self.text.get_mut(from..) {
            added.make_ascii_lowercase();
        }
    }

    /// The elements whose label holds a word, in order.
    pub(super) fn bearers(&self, word: &str) -> Rc<[At]> {
        if let Some(known) = self.words.borrow().get(word) {
            return Rc::clone(known);
        }
        let found = self.search(word);
        self.words.borrow_mut().insert(word.to_owned(), Rc::clone(&found));
        found
    }

    fn search(&self, word: &str) -> Rc<[At]> {
        // most words are not there, and that is told faster than where they are
        let text = if self.text.contains(word) { self.text.as_str() } else { "" };
        let start = |turn: usize| self.starts.get(turn).map_or(self.text.len(), |(_, start)| *start);
        let bearer = |offset: usize| {
            let turn = self.starts.partition_point(|(_, start)| *start <= offset).checked_sub(1)?;
            self.starts.get(turn).filter(|_| offset + word.len() <= start(turn + 1)).map(|(at, _)| *at)
        };
        let mut found: Vec<At> = text.match_indices(word).filter_map(|(offset, _)| bearer(offset)).collect();
        found.dedup();
        found.into()
    }
}

/// An id made of a heading's words is no label; one of digits is.
fn is_slug(part: &str) -> bool {
    let count = |is: fn(&u8) -> bool| part.bytes().filter(is).count();
    let dashes = |byte: &u8| *byte == b'-';
    part.len() > 30 && !part.contains(' ') && count(dashes) >= 4 && count(u8::is_ascii_digit) * 4 < part.len()
}

#[cfg(test)]
mod tests {
    use super::Labels;
    use crate::read::html::page::Page;

    #[test]
    fn an_id_that_is_a_heading_is_no_label_and_one_of_digits_is() {
        let mut labels = Labels::default();
        labels.add(1, "why-the-ferry-line-was-closed-at-last");
        labels.add(2, "Comment-550e8400-e29b-41d4-a716-446655440000");
        assert!(labels.bearers("ferry").is_empty());
        assert_eq!(labels.bearers("comment-").to_vec(), [2]);
    }

    #[test]
    fn two_labels_that_touch_are_no_word() {
        let mut labels = Labels::default();
        labels.add(3, "ab");
        labels.add(4, "cd");
        labels.add(4, "ab");
        assert!(labels.bearers("bc").is_empty());
        assert_eq!((labels.bearers("ab").to_vec(), labels.bearers("d a").to_vec()), (vec![3, 4], vec![4]));
    }

    #[test]
    fn elements_are_found_by_a_word_of_their_label_within_a_range() {
        let tree = scraper::Html::parse_document(
            "<p class=ab id=cd></p><div class=b><i class='cd ab cd'></i></div><b class=c></b>",
        );
        let page = Page::new(&tree);
        let names = |range, word| page.labelled(range, word).map(|at| page.name(at)).collect::<Vec<_>>();
        assert_eq!(names(page.all(), "cd"), ["p", "i"]);
        assert_eq!(names(page.all(), "b"), ["p", "div", "i"]);
        let div = page.all().find(|at| page.name(*at) == "div").expect("the page has one");
        assert_eq!(names(page.subtree(div), "cd"), ["i"]);
    }
}
