//! What the first pass said, so that the second can hear it: a name that stands clearly in one place speaks for the
//! doubtful places of the same words.
//!
//! In: segments of the first pass. Out: for a word or a name how often it was which type. A run never hears itself.

use super::document::Document;
use super::lattice::Segment;
use std::collections::HashMap;

/// Types of names, and none.
pub const KINDS: usize = 3;

/// Votes of a document.
#[derive(Debug, Clone, Default)]
pub struct Votes {
    /// For each word, times outside names and inside each type.
    words: Vec<[i32; KINDS + 1]>,
    /// For each word, times as the last word of a longer name of each type.
    lasts: Vec<[i32; KINDS]>,
    /// For each word, times as the first word of a longer name of each type.
    firsts: Vec<[i32; KINDS]>,
    /// For each whole name, times of each type.
    names: HashMap<u64, [i32; KINDS]>,
}

impl Votes {
    /// No votes yet.
    #[must_use]
    pub fn new(document: &Document<'_>) -> Votes {
        let words = document.evidence.len();
        Votes {
            words: vec![[0; KINDS + 1]; words],
            lasts: vec![[0; KINDS]; words],
            firsts: vec![[0; KINDS]; words],
            names: HashMap::new(),
        }
    }

    /// Counts segments `times` times; −1 takes them back.
    pub fn count(&mut self, document: &Document<'_>, segments: &[Segment], times: i32) {
        for segment in segments {
            for at in segment.from..segment.to {
                let word = document.fact(at).word;
                self.words[word][segment.kind.map_or(0, |kind| kind + 1)] += times;
            }
            let Some(kind) = segment.kind else { continue };
            *self.names.entry(document.name(segment.from, segment.to)).or_default().get_mut(kind).unwrap_or(&mut 0) +=
                times;
            if segment.to - segment.from > 1 {
                self.firsts[document.fact(segment.from).word][kind] += times;
                self.lasts[document.fact(segment.to - 1).word][kind] += times;
            }
        }
    }

    /// Votes for a word: times outside names, then inside each type.
    #[must_use]
    pub fn word(&self, word: usize) -> [i32; KINDS + 1] {
        self.words[word]
    }

    /// Votes for a word as the first of a longer name.
    #[must_use]
    pub fn first(&self, word: usize) -> [i32; KINDS] {
        self.firsts[word]
    }

    /// Votes for a word as the last of a longer name.
    #[must_use]
    pub fn last(&self, word: usize) -> [i32; KINDS] {
        self.lasts[word]
    }

    /// Votes for a whole name.
    #[must_use]
    pub fn name(&self, name: u64) -> [i32; KINDS] {
        self.names.get(&name).copied().unwrap_or_default()
    }
}

/// The strongest of some votes and how strong: 1 for some, 2 for most, 3 for all; none where nobody voted.
#[must_use]
pub fn verdict(votes: &[i32]) -> Option<(usize, u64)> {
    let sum: i32 = votes.iter().sum();
    let (best, most) = votes.iter().enumerate().max_by_key(|(at, votes)| (**votes, std::cmp::Reverse(*at)))?;
    if *most <= 0 {
        return None;
    }
    let share = if *most == sum {
        3
    } else if 3 * most >= 2 * sum {
        2
    } else {
        1
    };
    Some((best, share * 2 + u64::from(*most > 1)))
}

#[cfg(test)]
mod tests {
    use super::{Votes, verdict};
    use crate::enrich::names::lattice::Segment;
    use crate::enrich::names::tests::document;

    #[test]
    fn a_verdict_says_which_kind_and_how_clearly() {
        assert_eq!(verdict(&[0, 0, 0]), None);
        assert_eq!(verdict(&[0, 3, 0]), Some((1, 7)));
        assert_eq!(verdict(&[1, 2, 0]), Some((1, 5)));
        assert_eq!(verdict(&[1, 1, 0]), Some((0, 2)), "the first of equal ones");
    }

    #[test]
    fn votes_that_are_taken_back_leave_nothing() {
        let document = document("Ada Lund met Ada Lund.");
        let name = Segment { from: 0, to: 2, kind: Some(0) };
        let mut votes = Votes::new(&document);
        votes.count(&document, &[name], 1);
        let (first, last) = (document.fact(0).word, document.fact(1).word);
        assert_eq!(votes.name(document.name(0, 2)), [1, 0, 0]);
        assert_eq!(votes.name(document.name(3, 5)), [1, 0, 0], "the same words are the same name");
        assert_eq!((votes.first(first), votes.last(last), votes.word(last)), ([1, 0, 0], [1, 0, 0], [0, 1, 0, 0]));
        votes.count(&document, &[name], -1);
        assert_eq!((votes.word(first), votes.name(document.name(0, 2))), ([0; 4], [0; 3]));
    }
}
