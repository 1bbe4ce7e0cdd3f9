//! Writing a model file in the shape that `names/model.rs` and `names/lexicon.rs` read.
//!
//! In: lists, clusters, trained weights. Out: bytes, the same for the same input.

use super::chain::Trained;
use byline::enrich::names::hash;
use byline::enrich::names::lattice::TAGS;
use byline::enrich::names::model::{MAGIC, VERSION};
use byline::enrich::names::table;
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

fn word_section(clusters: &str) -> Vec<u8> {
    let mut leaves: HashMap<u32, u16> = HashMap::new();
    let mut tree = vec![(0_u16, 0_u16); 1024];
    for line in clusters.lines() {
        let mut fields = line.split('\t');
        let (Some(word), numbers) = (fields.next(), fields.filter_map(|n| n.parse().ok()).collect::<Vec<u16>>()) else {
            continue;
        };
        if let [fine, middle, coarse] = numbers[..] {
            leaves.entry((hash::word(word) >> 32) as u32 & !3).or_insert(fine);
            tree[usize::from(fine)] = (middle, coarse);
        }
    }
    let (table, order) = table::build(leaves.keys().copied());
    let mut bytes = (order.len() as u32).to_le_bytes().to_vec();
    bytes.extend(table);
    order.iter().for_each(|hash| bytes.extend(leaves[hash].to_le_bytes()));
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
    let mut classes: BTreeMap<u16, usize> = BTreeMap::new();
    lists.values().for_each(|bits| *classes.entry(*bits).or_default() += 1);
    let mut common: Vec<(u16, usize)> = classes.into_iter().collect();
    common.sort_by_key(|(bits, times)| (std::cmp::Reverse(*times), *bits));
    let mut classes: Vec<u16> = common.iter().map(|(bits, _)| *bits).take(256).collect();
    classes.resize(256, 0);
    let number = |bits: &u16| classes.iter().position(|class| class == bits).unwrap_or(255) as u8;
    let (table, order) = table::build(lists.keys().copied());
    let mut bytes = (order.len() as u32).to_le_bytes().to_vec();
    bytes.extend(table);
    bytes.extend(order.iter().map(|hash| number(&lists[hash])));
    classes.iter().for_each(|bits| bytes.extend(bits.to_le_bytes()));
    bytes
}

/// Weights as bytes of eight bits; those under `least` are left out.
fn weights(trained: &Trained, least: f32) -> Vec<u8> {
    let mut rows: HashMap<u32, [f32; TAGS]> = HashMap::new();
    for (hash, row) in &trained.tokens {
        rows.insert(*hash, *row);
    }
    for (hash, row) in &trained.names {
        let wide = rows.entry(*hash).or_default();
        wide.iter_mut().zip(row).for_each(|(wide, weight)| *wide += weight);
    }
    let most = rows.values().flatten().fold(0.0_f32, |most, weight| most.max(weight.abs()));
    let scale = (most / 127.0).max(1e-9);
    let rounded =
        |row: &[f32; TAGS]| row.map(|weight| if weight.abs() < least { 0 } else { (weight / scale).round() as i8 });
    let rows: HashMap<u32, [i8; TAGS]> =
        rows.iter().map(|(hash, row)| (*hash, rounded(row))).filter(|(_, row)| row.iter().any(|w| *w != 0)).collect();
    let (table, order) = table::build(rows.keys().copied());
    let (mut masks, mut values, mut firsts) = (Vec::new(), Vec::new(), Vec::new());
    let mut at = 0;
    for bucket in 0..table::BUCKETS {
        firsts.extend((values.len() as u32).to_le_bytes());
        while order.get(at).is_some_and(|hash| table::bucket_of(*hash) == bucket) {
            let row = rows[&order[at]];
            let mask = (0..TAGS).filter(|tag| row[*tag] != 0).fold(0_u16, |mask, tag| mask | 1 << tag);
            masks.extend(mask.to_le_bytes());
            values.extend(row.iter().filter(|w| **w != 0).map(|w| *w as u8));
            at += 1;
        }
    }
    let mut bytes = (order.len() as u32).to_le_bytes().to_vec();
    bytes.extend((values.len() as u32).to_le_bytes());
    bytes.extend(scale.to_le_bytes());
    trained.follows.iter().flatten().for_each(|weight| bytes.extend(weight.to_le_bytes()));
    bytes.extend(table);
    bytes.extend(firsts);
    bytes.extend(masks);
    bytes.extend(values);
    bytes
}
