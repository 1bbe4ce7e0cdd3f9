//! Hashes of words and of features, the same in training and tagging.
//!
//! In: words in small letters, numbers of templates. Out: 64 bits for a word, 32 for a feature. A change here makes
//! every trained model worthless, so the model's version rises with it.

/// Hash of a word or of a part of one.
#[must_use]
#[inline]
pub fn word(text: &str) -> u64 {
    xxhash_rust::xxh3::xxh3_64(text.as_bytes())
}

/// Hash of a name of several words: of what came before and the next word.
#[must_use]
#[inline]
pub fn join(before: u64, word: u64) -> u64 {
    mix(before.rotate_left(17) ^ word)
}

/// Hash of a feature: the number of its template and what it found there.
#[must_use]
#[inline]
pub fn feature(template: u8, found: u64) -> u32 {
    (mix(found ^ (u64::from(template) + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)) >> 32) as u32
}

/// Hash of a feature that found two things together.
#[must_use]
#[inline]
pub fn pair(template: u8, one: u64, other: u64) -> u32 {
    feature(template, join(one, other))
}

#[inline]
fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    value ^ (value >> 29)
}

#[cfg(test)]
mod tests {
    use super::{feature, join, pair, word};

    #[test]
    fn hashes_are_those_that_the_committed_model_was_trained_with() {
        assert_eq!(word("lund"), xxhash_rust::xxh3::xxh3_64(b"lund"));
        assert_ne!(join(word("a"), word("b")), join(word("b"), word("a")));
        assert_ne!(feature(1, 5), feature(2, 5));
        assert_ne!(pair(1, 5, 6), pair(1, 6, 5));
    }
}
