//! A trained model, read where it lies: nothing is parsed, nothing is copied.
//!
//! In: the bytes of the model file. Out: its lexicon and the weights of its two passes, or what is wrong with it.
//!
//! ```text
//!  "byline names" │ version u32 │ checksum u64 of all that follows
//!  lexicon
//!  weights of the first pass │ weights of the second pass
//!
//!  weights: entries u32 │ values u32 │ scale f32 │ follows f32 × 5 × 4
//!           table │ first value of each bucket u32 │ mask u16 × entries │ value i8 × values
//! ```
//! A mask has a bit for each tag that a feature has a weight for; its values lie side by side.

use super::lattice::{LABELS, TAGS};
use super::lexicon::{Lexicon, count};
use super::table::{self, Table};
use std::fmt;

/// What a model file begins with.
pub const MAGIC: &[u8; 12] = b"byline names";
/// Version of features and file together.
pub const VERSION: u32 = 1;

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
    table: Table<'a>,
    firsts: &'a [u8],
    masks: &'a [u8],
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
        let (entries, bytes) = count(bytes)?;
        let (values, bytes) = count(bytes)?;
        let (scale, bytes) = float(bytes)?;
        let mut follows = [[0.0; LABELS]; LABELS + 1];
        let mut bytes = bytes;
        for weight in follows.iter_mut().flatten() {
            (*weight, bytes) = float(bytes)?;
        }
        let (table, bytes) = Table::read(bytes, entries)?;
        let (firsts, bytes) = bytes.split_at_checked(4 * table::BUCKETS)?;
        let (masks, bytes) = bytes.split_at_checked(2 * entries)?;
        let (values, rest) = bytes.split_at_checked(values)?;
        Some((Weights { table, firsts, masks, values, scale, follows }, rest))
    }

    /// Adds the weights of a feature to a row of scores.
    pub fn add(&self, feature: u32, row: &mut [f32]) {
        let Some(entry) = self.table.find(feature) else { return };
        let (first, _) = self.table.bucket(feature);
        let before: u32 = (first..entry).map(|entry| self.mask(entry).count_ones()).sum();
        let mut value = table::number(self.firsts, table::bucket_of(feature)) + before as usize;
        let mut mask = self.mask(entry);
        while mask != 0 {
            let tag = mask.trailing_zeros() as usize;
            if let (Some(score), Some(weight)) = (row.get_mut(tag), self.values.get(value)) {
                *score += f32::from(*weight as i8) * self.scale;
            }
            value += 1;
            mask &= mask - 1;
        }
    }

    fn mask(&self, entry: usize) -> u16 {
        let two = self.masks.get(2 * entry..2 * entry + 2).and_then(|two| two.try_into().ok());
        two.map_or(0, u16::from_le_bytes)
    }
}

fn float(bytes: &[u8]) -> Option<(f32, &[u8])> {
    let (four, rest) = bytes.split_at_checked(4)?;
    Some((f32::from_le_bytes(four.try_into().ok()?), rest))
}

/// A row of scores for the tags of a token.
pub type Row = [f32; TAGS];
