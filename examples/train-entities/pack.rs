//! Writing a model file in the shape that `names/model.rs` and `names/lexicon.rs` read.
//!
//! In: lists, clusters, trained weights. Out: bytes, the same for the same input.

use super::chain::Trained;
use byline::enrich::names::hash;
use byline::enrich::names::lattice::TAGS;
use byline::enrich::names::model::{MAGIC, VERSION};
use byline::enrich::names::table::{self, Keeper};
use byline::enrich::names::token::tokens;
use std::collections::{BTreeMap, HashMap};

/// A whole model.
pub(crate) fn model(lexicon: &[u8], passes: [&Trained; 2], least: f32) -> Vec<u8> {
    let mut body = lexicon.to_vec();
    for pass in passes {
        body.extend(weights(pass, least));
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend(xxhash_rust::xxh3::xxh3_64(&body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// A lexicon of `clusters.tsv` and `gaz.tsv`.
pub(crate) fn lexicon(clusters: &str, names: &str) -> Vec<u8> {
    let mut bytes = word_section(clusters);
    bytes.extend(name_section(names));
    bytes
}

/// Stores what a map holds for each hash.
struct Fixed<const P: usize>(HashMap<u32, [u8; P]>);

impl<const P: usize> Keeper<P> for Fixed<P> {
    fn open(&mut self) -> u32 {
        0
    }

    fn store(&mut self, hash: u32) -> [u8; P] {
        self.0.get(&hash).copied().unwrap_or([0; P])
    }
}

fn word_section(clusters: &str) -> Vec<u8> {
    let mut leaves: HashMap<u32, [u8; 2]> = HashMap::new();
    let mut tree = vec![(0_u16, 0_u16); 1024];
    for line in clusters.lines() {
        let mut fields = line.split('\t');
        let (Some(word), numbers) = (fields.next(), fields.filter_map(|n| n.parse().ok()).collect::<Vec<u16>>()) else {
            continue;
        };
        if let [fine, middle, coarse] = numbers[..] {
            leaves.entry((hash::word(word) >> 32) as u32 & !3).or_insert(fine.to_le_bytes());
            tree[usize::from(fine)] = (middle, coarse);
        }
    }
    let mut bytes = table::build(leaves.keys().copied().collect::<Vec<u32>>(), &mut Fixed(leaves));
    tree.iter().for_each(|(middle, _)| bytes.extend(middle.to_le_bytes()));
    tree.iter().for_each(|(_, coarse)| bytes.extend(coarse.to_le_bytes()));
    bytes
}

fn name_section(names: &str) -> Vec<u8> {
    let mut lists: HashMap<u32, u16> = HashMap::new();
    for line in names.lines() {
        let Some((name, bits)) = line.split_once('\t') else { continue };
        let joined = tokens(name).iter().fold(0, |before, token| hash::join(before, hash::word(token.text)));
        *lists.entry((joined >> 32) as u32 & !3).or_default() |= bits.parse().unwrap_or(0);
    }
    let mut times: BTreeMap<u16, usize> = BTreeMap::new();
    lists.values().for_each(|bits| *times.entry(*bits).or_default() += 1);
    let mut common: Vec<(u16, usize)> = times.into_iter().collect();
    common.sort_by_key(|(bits, times)| (std::cmp::Reverse(*times), *bits));
    let mut classes: Vec<u16> = common.iter().map(|(bits, _)| *bits).take(256).collect();
    classes.resize(256, 0);
    let number = |bits: u16| classes.iter().position(|class| *class == bits).unwrap_or(255) as u8;
    let classed: HashMap<u32, [u8; 1]> = lists.iter().map(|(hash, bits)| (*hash, [number(*bits)])).collect();
    let mut bytes = table::build(lists.keys().copied(), &mut Fixed(classed));
    classes.iter().for_each(|bits| bytes.extend(bits.to_le_bytes()));
    bytes
}

/// Lays the values of features side by side, bucket by bucket.
struct Laid {
    rows: HashMap<u32, [i8; TAGS]>,
    values: Vec<u8>,
    first: usize,
}

impl Keeper<3> for Laid {
    fn open(&mut self) -> u32 {
        self.first = self.values.len();
        self.first as u32
    }

    fn store(&mut self, hash: u32) -> [u8; 3] {
        let row = self.rows.get(&hash).copied().unwrap_or_default();
        let mask = (0..TAGS).filter(|tag| row[*tag] != 0).fold(0_u16, |mask, tag| mask | (1 << tag));
        let skip = self.values.len() - self.first;
        self.values.extend(row.iter().filter(|weight| **weight != 0).map(|weight| *weight as u8));
        let [low, high] = mask.to_le_bytes();
        [low, high, u8::try_from(skip).expect("a bucket of some twelve features with seven weights each")]
    }
}

/// Weights as bytes of eight bits; those under `least` are left out.
fn weights(trained: &Trained, least: f32) -> Vec<u8> {
    let mut rows: HashMap<u32, [f32; TAGS]> = trained.tokens.iter().copied().collect();
    for (hash, row) in &trained.names {
        let wide = rows.entry(*hash).or_default();
        wide.iter_mut().zip(row).for_each(|(wide, weight)| *wide += weight);
    }
    let most = rows.values().flatten().fold(0.0_f32, |most, weight| most.max(weight.abs()));
    let scale = (most / 127.0).max(1e-9);
    let rounded = |weight: f32| if weight.abs() < least { 0 } else { (weight / scale).round() as i8 };
    let rows: HashMap<u32, [i8; TAGS]> = rows.into_iter().map(|(hash, row)| (hash, row.map(rounded))).collect();
    let kept: Vec<u32> = rows.iter().filter(|(_, row)| row.iter().any(|w| *w != 0)).map(|(hash, _)| *hash).collect();
    let mut laid = Laid { rows, values: Vec::new(), first: 0 };
    let table = table::build(kept, &mut laid);
    let mut bytes = scale.to_le_bytes().to_vec();
    trained.follows.iter().flatten().for_each(|weight| bytes.extend(weight.to_le_bytes()));
    bytes.extend(table);
    bytes.extend((laid.values.len() as u32).to_le_bytes());
    bytes.extend(laid.values);
    bytes
}
