//! What a thread remembers from document to document: what is known of a spelling, and its scores by themselves, so
//! that a common word is looked at once.
//!
//! In: a spelling's hash and how to find what is asked. Out: what was found. A memory belongs to one model and is
//! emptied when it is full or another model asks.

use super::document::Facts;
use super::features::DISTANCES;
use super::model::Row;
use super::votes::KINDS;
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Scores of a spelling: at each distance from a token, and inside a name; none where nobody has asked yet.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scores {
    pub(super) alone: [Option<Row>; DISTANCES.len()],
    pub(super) inside: Option<[f32; KINDS]>,
}

/// So many spellings are remembered, some 15 MB.
const MOST: usize = 40_000;

/// A map whose keys are hashes.
pub(super) type Hashed<T> = HashMap<u64, T, BuildHasherDefault<AsItIs>>;

/// A hasher for keys that are hashes.
#[derive(Debug, Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = (self.0 << 8) | u64::from(*byte));
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

struct Memory<T> {
    model: usize,
    known: Hashed<T>,
}

impl<T> Default for Memory<T> {
    fn default() -> Memory<T> {
        Memory { model: 0, known: Hashed::default() }
    }
}

impl<T> Memory<T> {
    /// What is known under a model, which `model` tells from others.
    fn of(&mut self, model: usize) -> &mut Hashed<T> {
        if self.model != model || self.known.len() >= MOST {
            self.known.clear();
            self.model = model;
        }
        &mut self.known
    }
}

thread_local! {
    static SCORES: RefCell<Memory<Scores>> = RefCell::default();
    static FACTS: RefCell<Memory<Facts>> = RefCell::default();
}

/// Asks for something of a spelling's scores.
pub(super) fn scores<T>(model: usize, spelling: u64, ask: impl FnOnce(&mut Scores) -> T) -> T {
    SCORES.with_borrow_mut(|memory| ask(memory.of(model).entry(spelling).or_default()))
}

/// The facts of a spelling, looked up where nobody has asked yet.
pub(super) fn facts(model: usize, spelling: u64, find: impl FnOnce() -> Facts) -> Facts {
    FACTS.with_borrow_mut(|memory| memory.of(model).entry(spelling).or_insert_with(find).clone())
}

#[cfg(test)]
mod tests {
    use super::scores;

    #[test]
    fn a_spelling_is_remembered_until_another_model_asks() {
        scores(1, 77, |known| known.inside = Some([1.0, 2.0, 3.0]));
        assert_eq!(scores(1, 77, |known| known.inside), Some([1.0, 2.0, 3.0]));
        assert_eq!(scores(1, 78, |known| known.inside), None);
        assert_eq!(scores(2, 77, |known| known.inside), None, "the memory was emptied");
    }
}
