//! A person as author: the name as shown, and the key that joins spellings.
//!
//! In: a name. Out: name, key, where it was taken from, how sure that is. Splitting and cleaning bylines is left to `enrich`.

use crate::text::words;
use serde::{Deserialize, Serialize};

/// An author.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// As it is shown.
    pub name: String,
    /// Folded words of the name with blanks between; equal for two spellings of one name.
    pub key: String,
    /// Where it was taken from (`json-ld`, `byline`, `record`, …).
    pub from: String,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
}

impl Person {
    /// A person under a name, with its key derived.
    #[must_use]
    pub fn new(name: &str, from: &str, confidence: f32) -> Person {
        Person { name: name.to_owned(), key: key_of(name), from: from.to_owned(), confidence }
    }
}

/// The key of a name: its folded words in their order, with blanks between.
#[must_use]
pub fn key_of(name: &str) -> String {
    let folded: Vec<_> = words(name).map(|word| word.folded).collect();
    folded.join(" ")
}
