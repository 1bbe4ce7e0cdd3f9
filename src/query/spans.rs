//! The arithmetic of phrases and nearness over word positions.
//!
//! In: a [`Words`] node and, for each of its terms, the positions of the words it stands for within one field.
//! Out: the matches, each with its first and last position and every place it takes. Paragraphs must lie at least
//! [`BORDER`] positions apart, so that nothing crosses them. Where the positions come from (an index, a cut text)
//! is left to the caller.
//!
//! ```text
//!  position   0 1 2 3 4 5 6           a NEAR/2 b        {1,4}   two words in between
//!  word       . a . . b . b           "a b"~1           {1,4} no: needs 4 − 1 + 1 ≤ 2 + 1
//! ```

use super::tree::{Term, Words};
use std::collections::HashSet;

/// Distance that keeps paragraphs and names apart; greater than any nearness.
pub const BORDER: u32 = 128;

/// One way in which words stand as asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spread {
    /// First position.
    pub first: u32,
    /// Last position.
    pub last: u32,
    /// Every position taken, ascending.
    pub places: Vec<u32>,
}

impl Spread {
    fn at(position: u32) -> Spread {
        Spread { first: position, last: position, places: vec![position] }
    }

    fn run(first: u32, length: usize) -> Spread {
        let places: Vec<u32> = (first..).take(length).collect();
        Spread { first, last: places.last().copied().unwrap_or(first), places }
    }

    /// Both together; none where they want the same place.
    fn with(&self, other: &Spread) -> Option<Spread> {
        if self.places.iter().any(|place| other.places.binary_search(place).is_ok()) {
            return None;
        }
        let mut places: Vec<u32> = self.places.iter().chain(&other.places).copied().collect();
        places.sort_unstable();
        Some(Spread { first: self.first.min(other.first), last: self.last.max(other.last), places })
    }
}

/// Every match of `words`, in order; `positions` gives a term's positions in ascending order.
pub fn matches(words: &Words, positions: &mut dyn FnMut(&Term) -> Vec<u32>) -> Vec<Spread> {
    let mut leaves = Vec::new();
    collect(words, positions, &mut leaves);
    let mut seen = HashSet::new();
    let rivals = leaves.iter().flatten().any(|place| !seen.insert(*place));
    let mut found = Matcher { leaves: leaves.into_iter(), rivals }.matches(words);
    found.sort_unstable();
    found.dedup();
    found
}

/// The terms of `words`, in order.
#[must_use]
pub fn terms(words: &Words) -> Vec<&Term> {
    match words {
        Words::Term(term) => vec![term],
        Words::Phrase(terms) | Words::Within { terms, .. } => terms.iter().collect(),
        Words::Near { left, right, .. } => [terms(left), terms(right)].concat(),
        Words::Any(choices) => choices.iter().flat_map(terms).collect(),
    }
}

fn collect(words: &Words, positions: &mut dyn FnMut(&Term) -> Vec<u32>, leaves: &mut Vec<Vec<u32>>) {
    leaves.extend(terms(words).into_iter().map(positions));
}

/// Walks a tree, taking the positions of its terms in order.
struct Matcher {
    leaves: std::vec::IntoIter<Vec<u32>>,
    /// Whether two terms may want one place; else two matches of one extent are worth the same, which bounds chains.
    rivals: bool,
}

impl Matcher {
    fn matches(&mut self, words: &Words) -> Vec<Spread> {
        match words {
            Words::Term(_) => self.leaves.next().unwrap_or_default().into_iter().map(Spread::at).collect(),
            Words::Phrase(terms) => phrase(&self.take(terms.len())),
            Words::Within { terms, slack } => within(&self.take(terms.len()), terms.len() as u32 + slack),
            Words::Near { left, right, gap, ordered } => {
                let left = self.matches(left);
                let right = self.matches(right);
                self.near(&left, &right, *gap, *ordered)
            }
            Words::Any(choices) => choices.iter().flat_map(|choice| self.matches(choice)).collect(),
        }
    }

    fn take(&mut self, count: usize) -> Vec<Vec<u32>> {
        self.leaves.by_ref().take(count).collect()
    }

    fn near(&self, left: &[Spread], right: &[Spread], gap: u32, ordered: bool) -> Vec<Spread> {
        let mut right: Vec<&Spread> = right.iter().collect();
        right.sort_unstable_by_key(|m| m.first);
        let longest = right.iter().map(|m| m.last - m.first).max().unwrap_or(0);
        let mut seen = HashSet::new();
        let mut out = Vec::new();
        for l in left {
            let low = if ordered { l.last + 1 } else { l.first.saturating_sub(gap + 1 + longest) };
            let from = right.partition_point(|m| m.first < low);
            for r in right.iter().skip(from).take_while(|m| m.first <= l.last.saturating_add(gap + 1)) {
                if !ordered && l.first > r.last && l.first - r.last > gap + 1 {
                    continue;
                }
                let Some(both) = l.with(r) else { continue };
                let places = if self.rivals { both.places.clone() } else { Vec::new() };
                if seen.insert((both.first, both.last, places)) {
                    out.push(both);
                }
            }
        }
        out
    }
}

fn phrase(places: &[Vec<u32>]) -> Vec<Spread> {
    let Some((first, rest)) = places.split_first() else { return Vec::new() };
    let follows = |start: u32| (start + 1..).zip(rest).all(|(at, places)| places.binary_search(&at).is_ok());
    first.iter().filter(|&&start| follows(start)).map(|&start| Spread::run(start, places.len())).collect()
}

/// All terms at places of their own inside a window of `width` positions; for each first place the shortest window.
fn within(places: &[Vec<u32>], width: u32) -> Vec<Spread> {
    let mut starts: Vec<u32> = places.iter().flatten().copied().collect();
    starts.sort_unstable();
    starts.dedup();
    let mut out = Vec::new();
    for &start in &starts {
        let end = start.saturating_add(width);
        let inside: Vec<u32> = starts.iter().copied().skip_while(|&p| p < start).take_while(|&p| p < end).collect();
        if inside.len() < places.len() {
            continue;
        }
        for cut in places.len()..=inside.len() {
            let window = inside.get(..cut).unwrap_or(&inside);
            if let Some(found) = assign(places, window, start) {
                out.push(found);
                break;
            }
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Gives every term a place of its own within `window`, the first place among them (Kuhn's augmenting paths).
fn assign(places: &[Vec<u32>], window: &[u32], start: u32) -> Option<Spread> {
    let choices: Vec<Vec<u32>> =
        places.iter().map(|all| window.iter().copied().filter(|p| all.binary_search(p).is_ok()).collect()).collect();
    let takers = (0..choices.len()).filter(|&term| choices.get(term).is_some_and(|c| c.contains(&start)));
    for taker in takers {
        let mut taken: Vec<(u32, usize)> = vec![(start, taker)];
        let others = (0..choices.len()).filter(|&term| term != taker);
        if others.clone().all(|term| place_term(term, &choices, &mut taken, &mut HashSet::from([start]))) {
            let mut used: Vec<u32> = taken.iter().map(|(place, _)| *place).collect();
            used.sort_unstable();
            return Some(Spread { first: start, last: used.last().copied().unwrap_or(start), places: used });
        }
    }
    None
}

fn place_term(term: usize, choices: &[Vec<u32>], taken: &mut Vec<(u32, usize)>, tried: &mut HashSet<u32>) -> bool {
    for &place in choices.get(term).into_iter().flatten() {
        if !tried.insert(place) {
            continue;
        }
        let owner = taken.iter().position(|(p, _)| *p == place);
        let holder = owner.and_then(|at| taken.get(at)).map(|(_, holder)| *holder);
        match holder {
            None => {
                taken.push((place, term));
                return true;
            }
            Some(holder) if place_term(holder, choices, taken, tried) => {
                taken.retain(|entry| *entry != (place, holder));
                taken.push((place, term));
                return true;
            }
            Some(_) => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Spread, matches};
    use crate::query::{Form, Term, Words};

    fn term(word: &str) -> Term {
        Term { word: word.to_owned(), form: Form::Exact }
    }

    fn one(word: &str) -> Box<Words> {
        Box::new(Words::Term(term(word)))
    }

    fn near(left: Box<Words>, gap: u32, ordered: bool, right: Box<Words>) -> Words {
        Words::Near { left, right, gap, ordered }
    }

    /// Extents of the matches in a text of one-letter words.
    fn extents(text: &str, words: &Words) -> Vec<(u32, u32)> {
        let cut: Vec<&str> = text.split(' ').collect();
        let mut positions =
            |term: &Term| (0u32..).zip(&cut).filter(|(_, w)| **w == term.word).map(|(at, _)| at).collect();
        matches(words, &mut positions).iter().map(|m: &Spread| (m.first, m.last)).collect()
    }

    #[test]
    fn a_phrase_stands_side_by_side_in_order() {
        let phrase = Words::Phrase(vec![term("a"), term("b"), term("a")]);
        assert_eq!(extents("a b a b a a", &phrase), [(0, 2), (2, 4)]);
    }

    #[test]
    fn near_counts_the_words_in_between() {
        assert_eq!(extents("a x x b", &near(one("a"), 2, false, one("b"))), [(0, 3)]);
        assert_eq!(extents("a x x b", &near(one("a"), 1, false, one("b"))), []);
        assert_eq!(extents("b x a", &near(one("a"), 1, false, one("b"))), [(0, 2)]);
        assert_eq!(extents("b x a", &near(one("a"), 1, true, one("b"))), []);
    }

    #[test]
    fn a_chain_is_measured_against_the_span_so_far() {
        let chain = near(Box::new(near(one("a"), 1, false, one("b"))), 1, false, one("c"));
        assert_eq!(extents("a x b x c", &chain), [(0, 4)]);
        assert_eq!(extents("a x b x x c", &chain), []);
        assert_eq!(extents("a c b", &chain), [(0, 2)]);
    }

    #[test]
    fn repeated_words_need_places_of_their_own() {
        assert_eq!(extents("a x", &near(one("a"), 5, false, one("a"))), []);
        assert_eq!(extents("a x a", &near(one("a"), 5, false, one("a"))), [(0, 2)]);
        let within = Words::Within { terms: vec![term("a"), term("a"), term("b")], slack: 1 };
        assert_eq!(extents("b a x a", &within), [(0, 3)]);
        assert_eq!(extents("b a x", &within), []);
    }

    #[test]
    fn within_holds_all_words_in_their_number_plus_the_slack() {
        let within = |slack| Words::Within { terms: vec![term("a"), term("b")], slack };
        assert_eq!(extents("b x x x x x a", &within(5)), [(0, 6)]);
        assert_eq!(extents("b x x x x x a", &within(4)), []);
    }
}
