//! A table of hashes that is read where it lies: sorted into buckets, found by one short scan.
//!
//! ```text
//!  hash of 32 bits: │ 14 bits: bucket │ 16 bits: stored │ 2 bits: dropped │
//!  bytes: starts u32 × (2^14 + 1) │ stored u16 × entries
//! ```
//!
//! In: bytes, a hash. Out: the number of its entry. Two hashes in 2^30 are one; what stands behind an entry is left
//! to whoever keeps the table.

const BUCKET_BITS: u32 = 14;
/// Number of buckets.
pub const BUCKETS: usize = 1 << BUCKET_BITS;
/// Bytes before the entries.
const STARTS: usize = 4 * (BUCKETS + 1);

/// A table over borrowed bytes.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    starts: &'a [u8],
    stored: &'a [u8],
}

impl<'a> Table<'a> {
    /// Takes a table of `entries` from the front of `bytes`, and gives what lies behind it.
    #[must_use]
    pub fn read(bytes: &'a [u8], entries: usize) -> Option<(Table<'a>, &'a [u8])> {
        let (starts, rest) = bytes.split_at_checked(STARTS)?;
        let (stored, rest) = rest.split_at_checked(2 * entries)?;
        Some((Table { starts, stored }, rest))
    }

    /// The number of a hash's entry.
    #[must_use]
    pub fn find(&self, hash: u32) -> Option<usize> {
        let (first, end) = self.bucket(hash);
        let wanted = low(hash).to_le_bytes();
        let entries = self.stored.get(2 * first..2 * end)?;
        entries.chunks_exact(2).position(|entry| entry == wanted).map(|at| first + at)
    }

    /// The entries of a hash's bucket, as first and one past the last.
    #[must_use]
    pub fn bucket(&self, hash: u32) -> (usize, usize) {
        let bucket = bucket_of(hash);
        (number(self.starts, bucket), number(self.starts, bucket + 1))
    }
}

/// The bucket of a hash.
#[must_use]
pub fn bucket_of(hash: u32) -> usize {
    (hash >> (32 - BUCKET_BITS)) as usize
}

fn low(hash: u32) -> u16 {
    (hash >> 2) as u16
}

/// The u32 with a number in bytes; 0 beyond them.
#[must_use]
pub fn number(bytes: &[u8], at: usize) -> usize {
    let four = bytes.get(4 * at..4 * at + 4).and_then(|four| four.try_into().ok());
    four.map_or(0, |four| u32::from_le_bytes(four) as usize)
}

/// The bytes of a table of hashes, and the hashes in the order of its entries, each once.
#[must_use]
pub fn build(hashes: impl IntoIterator<Item = u32>) -> (Vec<u8>, Vec<u32>) {
    let mut sorted: Vec<u32> = hashes.into_iter().map(|hash| hash & !3).collect();
    sorted.sort_unstable();
    sorted.dedup();
    let mut bytes = Vec::with_capacity(STARTS + 2 * sorted.len());
    for bucket in 0..=1_u64 << BUCKET_BITS {
        let first = sorted.partition_point(|hash| u64::from(*hash) < bucket << (32 - BUCKET_BITS));
        bytes.extend((first as u32).to_le_bytes());
    }
    sorted.iter().for_each(|hash| bytes.extend(low(*hash).to_le_bytes()));
    (bytes, sorted)
}

#[cfg(test)]
mod tests {
    use super::{Table, build};

    #[test]
    fn every_hash_is_found_at_its_entry_and_no_other_is() {
        let hashes = (0..5000_u32).map(|n| n.wrapping_mul(2_654_435_761));
        let (bytes, order) = build(hashes.clone());
        let (table, rest) = Table::read(&bytes, order.len()).expect("a table");
        assert!(rest.is_empty());
        for hash in hashes {
            let entry = table.find(hash).expect("it is there");
            assert_eq!(order.get(entry), Some(&(hash & !3)));
        }
        assert_eq!(table.find(77), None);
    }

    #[test]
    fn cut_bytes_are_no_table() {
        let (bytes, order) = build([1, 2, 3000]);
        assert!(Table::read(&bytes[..bytes.len() - 1], order.len()).is_none());
    }
}
