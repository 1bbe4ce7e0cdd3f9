//! Words of the index that are near a word that is not.
//!
//! In: a folded word, words with how many statements hold them. Out: those within two edits, the nearest first.

use super::lower::Lowering;
use super::postings::{Problem, WordField};
use crate::query::{Form, Scope, Term, TermMatcher};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The nearest words, then the most frequent, then by letters. A short word is near within one edit alone.
pub(super) fn nearest(word: &str, most: usize, known: impl Iterator<Item = (String, usize)>) -> Vec<(String, usize)> {
    let [one, two] = [1, 2].map(|edits| TermMatcher::new(&within(word, edits)));
    let distance = |known: &str| match (one.matches(known), two.matches(known)) {
        _ if known == word => None,
        (true, _) => Some(1),
        (_, true) if widest(word) == 2 => Some(2),
        _ => None,
    };
    let mut near: Vec<(u8, Reverse<usize>, String)> =
        known.filter_map(|(known, count)| distance(&known).map(|edits| (edits, Reverse(count), known))).collect();
    near.sort_unstable();
    near.into_iter().take(most).map(|(_, Reverse(count), word)| (word, count)).collect()
}

/// Edits within which a word is near.
fn widest(word: &str) -> u8 {
    if word.chars().count() < 5 { 1 } else { 2 }
}

fn within(word: &str, edits: u8) -> Term {
    Term { word: word.to_owned(), form: Form::Fuzzy(edits) }
}

impl Lowering<'_> {
    /// The nearest words of titles, bylines and texts.
    pub(super) fn near_words(&self, word: &str, most: usize) -> Result<Vec<(String, usize)>, Problem> {
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for segment in self.searcher.segment_readers() {
            for field in self.fields_of(Scope::Anywhere) {
                WordField::open(segment, field)?.each_word(&within(word, widest(word)), |near, _| {
                    known.insert(near.to_owned(), 0);
                    true
                })?;
            }
        }
        // how many hold them is asked of the few alone: a word may stand in several fields of one statement
        for (near, count) in &mut known {
            let exact = crate::query::Words::Term(Term { word: near.clone(), form: Form::Exact });
            *count = self.counted(Scope::Anywhere, &exact)?.iter().map(Vec::len).sum();
        }
        known.retain(|_, count| *count > 0);
        Ok(nearest(word, most, known.into_iter()))
    }
}
