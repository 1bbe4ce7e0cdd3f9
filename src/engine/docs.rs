//! Sets of documents, one bit each: what the lowering computes with.
//!
//! In: document numbers of one segment. Out: unions, intersections, complements. Which statement a document is, is left to `index`.

/// A set of documents of one segment of known size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Docs {
    bits: Vec<u64>,
    size: u32,
}

impl Docs {
    /// No document of `size`.
    pub(super) fn none(size: u32) -> Docs {
        Docs { bits: vec![0; size.div_ceil(64) as usize], size }
    }

    /// Every document of `size`.
    pub(super) fn all(size: u32) -> Docs {
        let mut docs = Docs { bits: vec![u64::MAX; size.div_ceil(64) as usize], size };
        docs.trim();
        docs
    }

    pub(super) fn from_docs(size: u32, ids: impl IntoIterator<Item = u32>) -> Docs {
        let mut docs = Docs::none(size);
        for id in ids {
            docs.insert(id);
        }
        docs
    }

    pub(super) fn insert(&mut self, doc: u32) {
        if let Some(word) = self.bits.get_mut((doc / 64) as usize) {
            *word |= 1 << (doc % 64);
        }
    }

    pub(super) fn contains(&self, doc: u32) -> bool {
        self.bits.get((doc / 64) as usize).is_some_and(|word| word & (1 << (doc % 64)) != 0)
    }

    pub(super) fn and(&mut self, other: &Docs) {
        for (word, other) in self.bits.iter_mut().zip(&other.bits) {
            *word &= other;
        }
    }

    pub(super) fn or(&mut self, other: &Docs) {
        for (word, other) in self.bits.iter_mut().zip(&other.bits) {
            *word |= other;
        }
    }

    pub(super) fn and_not(&mut self, other: &Docs) {
        for (word, other) in self.bits.iter_mut().zip(&other.bits) {
            *word &= !other;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.bits.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The documents, ascending.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0u32..).zip(&self.bits).flat_map(|(at, &word)| Bits(word).map(move |bit| at * 64 + bit))
    }

    /// The documents that are not in it.
    pub(super) fn complement(&self) -> Docs {
        let mut all = Docs::all(self.size);
        all.and_not(self);
        all
    }

    fn trim(&mut self) {
        if let (Some(last), rest @ 1..) = (self.bits.last_mut(), self.size % 64) {
            *last = (1 << rest) - 1;
        }
    }
}

/// The set bits of a word, ascending.
struct Bits(u64);

impl Iterator for Bits {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.0 == 0 {
            return None;
        }
        let bit = self.0.trailing_zeros();
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

#[cfg(test)]
mod tests {
    use super::Docs;

    #[test]
    fn sets_are_combined_bit_by_bit() {
        let mut set = Docs::from_docs(130, [0, 63, 64, 129]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert_eq!(set.complement().len(), 126);
        set.and(&Docs::from_docs(130, [63, 129, 5]));
        assert_eq!(set.iter().collect::<Vec<_>>(), [63, 129]);
        assert!(set.contains(63) && !set.contains(5));
        assert_eq!(Docs::all(130).len(), 130);
        assert_eq!(Docs::all(0).len(), 0);
    }
}
