//! A table of hashes that is read where it lies: sorted into buckets, found by one short walk.
//!
//! ```text
//!  hash of 32 bits: │ 14 bits: bucket │ 16 bits: stored │ 2 bits: dropped │
//!  bytes: sieve, a bit for each beginning of 19 bits
//!         heads: first entry u32, a number of the keeper's u32, for each bucket and one more
//!         entries: stored u16 and P bytes of the keeper's
//! ```
//! In: bytes, a hash. Out: what its keeper stored with it. Two hashes in 2^30 are one. Most hashes that are asked for
//! are not there; the sieve turns them away before a bucket is touched.

use std::cmp::Ordering;

const SIEVE_BITS: u32 = 19;
const BUCKET_BITS: u32 = 14;
/// Number of buckets.
const BUCKETS: usize = 1 << BUCKET_BITS;

/// A table over borrowed bytes, with `P` bytes stored for each hash.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a, const P: usize> {
    sieve: &'a [u8],
    heads: &'a [u8],
    entries: &'a [u8],
}

impl<'a, const P: usize> Table<'a, P> {
    /// Takes a table from the front of `bytes`, and gives what lies behind it.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Table<'a, P>, &'a [u8])> {
        let (sieve, rest) = bytes.split_at_checked(1 << (SIEVE_BITS - 3))?;
        let (heads, rest) = rest.split_at_checked(8 * (BUCKETS + 1))?;
        let (entries, rest) = rest.split_at_checked((2 + P) * number(heads, 2 * BUCKETS))?;
        Some((Table { sieve, heads, entries }, rest))
    }

    /// What is stored for a hash: its own bytes, and the number of its bucket. Hashes lie evenly in their bucket, so
    /// the walk begins where the hash should be.
    #[must_use]
    #[inline]
    pub fn find(&self, hash: u32) -> Option<([u8; P], usize)> {
        let beginning = hash >> (32 - SIEVE_BITS);
        if (self.sieve.get((beginning >> 3) as usize)? >> (beginning & 7)) & 1 == 0 {
            return None;
        }
        let bucket = bucket(hash);
        let (first, end) = (number(self.heads, 2 * bucket), number(self.heads, 2 * bucket + 2));
        let entries = self.entries.get((2 + P) * first..(2 + P) * end)?;
        let stored = |at: usize| entries.get((2 + P) * at..(2 + P) * at + 2).map_or(u16::MAX, short);
        let wanted = low(hash);
        let mut at = (usize::from(wanted) * (end - first)) >> 16;
        while at > 0 && stored(at) > wanted {
            at -= 1;
        }
        while at < end - first {
            match stored(at).cmp(&wanted) {
                Ordering::Less => at += 1,
                Ordering::Equal => {
                    let own = entries.get((2 + P) * at + 2..(2 + P) * (at + 1))?;
                    return Some((own.try_into().ok()?, number(self.heads, 2 * bucket + 1)));
                }
                Ordering::Greater => return None,
            }
        }
        None
    }
}

#[inline]
fn bucket(hash: u32) -> usize {
    (hash >> (32 - BUCKET_BITS)) as usize
}

#[inline]
fn low(hash: u32) -> u16 {
    (hash >> 2) as u16
}

/// The u16 of two bytes; 0 of others.
#[must_use]
#[inline]
pub fn short(bytes: &[u8]) -> u16 {
    bytes.try_into().map_or(0, u16::from_le_bytes)
}

/// The u32 with a number in bytes; 0 beyond them.
#[must_use]
#[inline]
pub fn number(bytes: &[u8], at: usize) -> usize {
    let four = bytes.get(4 * at..4 * at + 4).and_then(|four| four.try_into().ok());
    four.map_or(0, |four| u32::from_le_bytes(four) as usize)
}

/// The bytes of a table of hashes, each with its own bytes. `open` is asked for the number of each bucket, before its
/// entries are `stored` in the order of their hashes. Two hashes with the same first 30 bits are one: the first.
#[must_use]
pub fn build<const P: usize>(hashes: impl IntoIterator<Item = u32>, keeper: &mut impl Keeper<P>) -> Vec<u8> {
    let mut sorted: Vec<u32> = hashes.into_iter().map(|hash| hash & !3).collect();
    sorted.sort_unstable();
    sorted.dedup();
    let mut bytes = vec![0_u8; 1 << (SIEVE_BITS - 3)];
    for hash in &sorted {
        let beginning = hash >> (32 - SIEVE_BITS);
        bytes[(beginning >> 3) as usize] |= 1 << (beginning & 7);
    }
    let mut entries = Vec::with_capacity((2 + P) * sorted.len());
    let mut left = sorted.iter().copied().peekable();
    for number in 0..=BUCKETS {
        bytes.extend(((entries.len() / (2 + P)) as u32).to_le_bytes());
        bytes.extend(keeper.open().to_le_bytes());
        while let Some(hash) = left.next_if(|hash| bucket(*hash) == number) {
            entries.extend(low(hash).to_le_bytes());
            entries.extend(keeper.store(hash));
        }
    }
    bytes.extend(entries);
    bytes
}

/// Who stores something with the hashes of a table that is built.
pub trait Keeper<const P: usize> {
    /// The number of the bucket that begins.
    fn open(&mut self) -> u32;
    /// The bytes of a hash, whose last two bits are 0.
    fn store(&mut self, hash: u32) -> [u8; P];
}

#[cfg(test)]
mod tests {
    use super::{Keeper, Table, build};

    /// Stores the middle of each hash, and how many hashes came before each bucket.
    struct Middle(u32);

    impl Keeper<1> for Middle {
        fn open(&mut self) -> u32 {
            self.0
        }

        fn store(&mut self, hash: u32) -> [u8; 1] {
            self.0 += 1;
            [(hash >> 8) as u8]
        }
    }

    #[test]
    fn every_hash_is_found_with_what_was_stored_and_no_other_is() {
        let hashes = (1..5000_u32).map(|n| n.wrapping_mul(2_654_435_761));
        let bytes = build(hashes.clone(), &mut Middle(0));
        let (table, rest) = Table::<1>::read(&bytes).expect("a table");
        assert!(rest.is_empty());
        for hash in hashes {
            assert_eq!(table.find(hash).map(|(own, _)| own), Some([(hash >> 8) as u8]));
        }
        assert_eq!(table.find(77), None);
    }

    #[test]
    fn cut_bytes_are_no_table() {
        let bytes = build([1, 2, 3000], &mut Middle(0));
        assert!(Table::<1>::read(&bytes[..bytes.len() - 1]).is_none());
    }
}
