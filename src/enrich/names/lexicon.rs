//! What is known of words before any document is read: their clusters, and the lists that hold them as names.
//!
//! In: bytes of the model file. Out: for a word its clusters (fine, middle, coarse), for a name the lists it stands in.
//! Lists are evidence, never a verdict.
//!
//! ```text
//!  entries u32 │ table │ cluster u16 × entries          words
//!  u16 × 1024 middle │ u16 × 1024 coarse                tree
//!  entries u32 │ table │ class u8 × entries             names
//!  u16 × 256 lists of a class
//! ```

use super::table::{self, Table};

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
    words: Table<'a>,
    fine: &'a [u8],
    middle: &'a [u8],
    coarse: &'a [u8],
    names: Table<'a>,
    class: &'a [u8],
    lists: &'a [u8],
}

impl<'a> Lexicon<'a> {
    /// Takes a lexicon from the front of `bytes`, and gives what lies behind it.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Lexicon<'a>, &'a [u8])> {
        let (entries, bytes) = count(bytes)?;
        let (words, bytes) = Table::read(bytes, entries)?;
        let (fine, bytes) = bytes.split_at_checked(2 * entries)?;
        let (middle, bytes) = bytes.split_at_checked(2 * FINE)?;
        let (coarse, bytes) = bytes.split_at_checked(2 * FINE)?;
        let (entries, bytes) = count(bytes)?;
        let (names, bytes) = Table::read(bytes, entries)?;
        let (class, bytes) = bytes.split_at_checked(entries)?;
        let (lists, rest) = bytes.split_at_checked(2 * 256)?;
        Some((Lexicon { words, fine, middle, coarse, names, class, lists }, rest))
    }

    /// Clusters of a word by its hash.
    #[must_use]
    pub fn clusters(&self, word: u64) -> Clusters {
        let Some(entry) = self.words.find((word >> 32) as u32) else { return Clusters::default() };
        let fine = short(self.fine, entry);
        let leaf = usize::from(fine);
        Clusters { fine: fine + 1, middle: short(self.middle, leaf) + 1, coarse: short(self.coarse, leaf) + 1 }
    }

    /// The lists that hold a name, by the hash of its words joined; one bit a list.
    #[must_use]
    pub fn lists(&self, name: u64) -> u16 {
        let Some(entry) = self.names.find((name >> 32) as u32) else { return 0 };
        self.class.get(entry).map_or(0, |class| short(self.lists, usize::from(*class)))
    }
}

/// A count of four bytes, and what lies behind it.
pub(super) fn count(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (four, rest) = bytes.split_at_checked(4)?;
    Some((table::number(four, 0), rest))
}

fn short(bytes: &[u8], at: usize) -> u16 {
    bytes.get(2 * at..2 * at + 2).and_then(|two| two.try_into().ok()).map_or(0, u16::from_le_bytes)
}
