//! What is known of words before any document is read: their clusters, and the lists that hold them as names.
//!
//! In: bytes of the model file. Out: for a word its clusters (fine, middle, coarse), for a name the lists it stands in.
//! Lists are evidence, never a verdict.
//!
//! ```text
//!  table, with the fine cluster u16 of each word
//!  middle cluster u16 × 1024 │ coarse cluster u16 × 1024
//!  table, with the class u8 of each name
//!  lists of a class u16 × 256
//! ```

use super::table::{Table, short};

/// Number of fine clusters.
const FINE: usize = 1024;

/// Clusters of a word; 0 where it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clusters {
    /// One of 1,024.
    pub fine: u16,
    /// One of 128.
    pub middle: u16,
    /// One of 24.
    pub coarse: u16,
}

/// Words and names over borrowed bytes.
#[derive(Debug, Clone, Copy)]
pub struct Lexicon<'a> {
    words: Table<'a, 2>,
    middle: &'a [u8],
    coarse: &'a [u8],
    names: Table<'a, 1>,
    lists: &'a [u8],
}

impl<'a> Lexicon<'a> {
    /// Takes a lexicon from the front of `bytes`, and gives what lies behind it.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Lexicon<'a>, &'a [u8])> {
        let (words, bytes) = Table::read(bytes)?;
        let (middle, bytes) = bytes.split_at_checked(2 * FINE)?;
        let (coarse, bytes) = bytes.split_at_checked(2 * FINE)?;
        let (names, bytes) = Table::read(bytes)?;
        let (lists, rest) = bytes.split_at_checked(2 * 256)?;
        Some((Lexicon { words, middle, coarse, names, lists }, rest))
    }

    /// Tells this lexicon from others in memory.
    #[must_use]
    pub fn mark(&self) -> usize {
        self.lists.as_ptr().addr()
    }

    /// Clusters of a word by its hash.
    #[must_use]
    pub fn clusters(&self, word: u64) -> Clusters {
        let Some((fine, _)) = self.words.find((word >> 32) as u32) else { return Clusters::default() };
        let fine = u16::from_le_bytes(fine);
        let leaf = usize::from(fine);
        Clusters { fine: fine + 1, middle: nth(self.middle, leaf) + 1, coarse: nth(self.coarse, leaf) + 1 }
    }

    /// The lists that hold a name, by the hash of its words joined; one bit a list.
    #[must_use]
    pub fn lists(&self, name: u64) -> u16 {
        self.names.find((name >> 32) as u32).map_or(0, |([class], _)| nth(self.lists, usize::from(class)))
    }
}

#[inline]
fn nth(bytes: &[u8], at: usize) -> u16 {
    bytes.get(2 * at..2 * at + 2).map_or(0, short)
}
