//! What a thread remembers from document to document: the scores of spellings by themselves, so that a common word is
//! scored once.
//!
//! In: a spelling's hash and how to score it. Out: its scores. A memory belongs to one model and is emptied when it is
//! full or another model asks.

use super::features::DISTANCES;
use super::model::Row;
use super::votes::KINDS;
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Scores of a spelling: at each distance from a token, and inside a name; none where nobody has asked yet.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known {
    pub(super) alone: [Option<Row>; DISTANCES.len()],
    pub(super) inside: Option<[f32; KINDS]>,
}

/// So many spellings are remembered, some 10 MB.
const MOST: usize = 40_000;

#[derive(Default)]
struct Memory {
    model: usize,
    known: HashMap<u64, Known, BuildHasherDefault<AsItIs>>,
}

/// A hasher for keys that are hashes.
#[derive(Default)]
struct AsItIs(u64);

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

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// Asks for something of a spelling under a model, which `model` tells from others.
pub(super) fn recall<T>(model: usize, spelling: u64, ask: impl FnOnce(&mut Known) -> T) -> T {
    MEMORY.with_borrow_mut(|memory| {
        if memory.model != model || memory.known.len() >= MOST {
            memory.known.clear();
            memory.model = model;
        }
        ask(memory.known.entry(spelling).or_default())
    })
}
