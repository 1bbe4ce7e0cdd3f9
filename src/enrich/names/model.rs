//! A trained model, read where it lies: nothing is parsed, nothing is copied.
//!
//! In: the bytes of the model file. Out: its lexicon and the weights of its two passes, or what is wrong with it.
//!
//! ```text
//!  "byline names" │ version u32 │ checksum u64 of all that follows
//!  lexicon
//!  weights of the first pass │ weights of the second pass
//!
//!  weights: scale f32 │ follows f32 × 5 × 4
//!           table: of each bucket its first value; of each feature a mask u16, and its first value in the bucket u8
//!           values u32 │ value i8 × values
//! ```
//! A mask has a bit for each tag that a feature has a weight for; its values lie side by side.

use super::lattice::{LABELS, TAGS};
use super::lexicon::Lexicon;
use super::table::{Table, number};
use std::fmt;

/// What a model file begins with.
pub const MAGIC: &[u8; 12] = b"byline names";
/// Version of features and file together.
pub const VERSION: u32 = 2;

/// A model over borrowed bytes.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    /// What is known of words and names.
    pub lexicon: Lexicon<'a>,
    /// Weights of the first and of the second pass.
    pub passes: [Weights<'a>; 2],
}

/// Weights of one pass.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'a> {
    table: Table<'a, 3>,
    values: &'a [u8],
    scale: f32,
    /// For each label before (the start last) the weight of each label behind.
    pub follows: [[f32; LABELS]; LABELS + 1],
}

/// Why bytes are no model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelError {
    /// They begin otherwise.
    Foreign,
    /// Another version, which is given.
    Version(u32),
    /// They are cut or changed.
    Damaged,
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ModelError::Foreign => f.write_str("no model of names"),
            ModelError::Version(version) => {
                write!(f, "a model of names of version {version}, but version {VERSION} is needed")
            }
            ModelError::Damaged => f.write_str("a damaged model of names"),
        }
    }
}

impl std::error::Error for ModelError {}

impl<'a> Model<'a> {
    /// Reads a model.
    ///
    /// # Errors
    /// Bytes of another kind, of another version, or damaged.
    pub fn read(bytes: &'a [u8]) -> Result<Model<'a>, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::Foreign)?;
        let (version, rest) = count(rest).ok_or(ModelError::Damaged)?;
        if version != VERSION as usize {
            return Err(ModelError::Version(version as u32));
        }
        let (sum, body) = rest.split_at_checked(8).ok_or(ModelError::Damaged)?;
        if sum != xxhash_rust::xxh3::xxh3_64(body).to_le_bytes() {
            return Err(ModelError::Damaged);
        }
        Self::sections(body).ok_or(ModelError::Damaged)
    }

    fn sections(body: &'a [u8]) -> Option<Model<'a>> {
        let (lexicon, rest) = Lexicon::read(body)?;
        let (first, rest) = Weights::read(rest)?;
        let (second, rest) = Weights::read(rest)?;
        rest.is_empty().then_some(Model { lexicon, passes: [first, second] })
    }
}

impl<'a> Weights<'a> {
    /// Takes weights from the front of `bytes`, and gives what lies behind them.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Weights<'a>, &'a [u8])> {
        let (scale, bytes) = float(bytes)?;
        let mut follows = [[0.0; LABELS]; LABELS + 1];
        let mut bytes = bytes;
        for weight in follows.iter_mut().flatten() {
            (*weight, bytes) = float(bytes)?;
        }
        let (table, bytes) = Table::read(bytes)?;
        let (values, bytes) = count(bytes)?;
        let (values, rest) = bytes.split_at_checked(values)?;
        Some((Weights { table, values, scale, follows }, rest))
    }

    /// Tells these weights from others in memory.
    #[must_use]
    pub fn mark(&self) -> usize {
        self.values.as_ptr().addr()
    }

    /// Adds the weights of a feature to a row of scores.
    #[inline]
    pub fn add(&self, feature: u32, row: &mut [f32]) {
        let Some(([low, high, skip], first)) = self.table.find(feature) else { return };
        let mut mask = u16::from_le_bytes([low, high]);
        let value = first + usize::from(skip);
        let values = self.values.get(value..value + mask.count_ones() as usize).unwrap_or_default();
        for weight in values {
            if let Some(score) = row.get_mut(mask.trailing_zeros() as usize) {
                *score += f32::from(*weight as i8) * self.scale;
            }
            mask &= mask - 1;
        }
    }
}

fn count(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (four, rest) = bytes.split_at_checked(4)?;
    Some((number(four, 0), rest))
}

fn float(bytes: &[u8]) -> Option<(f32, &[u8])> {
    let (four, rest) = bytes.split_at_checked(4)?;
    Some((f32::from_le_bytes(four.try_into().ok()?), rest))
}

/// A row of scores for the tags of a token.
pub type Row = [f32; TAGS];
