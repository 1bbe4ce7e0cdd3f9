//! Training of one pass: weights that make the gold cuts likely.
//!
//! In: documents with their gold names, votes for the second pass. Out: weights. Log-likelihood of the lattice of each
//! run, climbed by AdaGrad (Duchi et al. 2011) with a pull to zero; weights are averaged over the later rounds. A share
//! of the features is hidden each time (Wang et al. 2013), so that none is relied upon alone: names that were never
//! seen have few of them.
//! One thread, a fixed seed: the same files give the same weights.

use byline::enrich::names::document::Document;
use byline::enrich::names::features::{self, DISTANCES};
use byline::enrich::names::lattice::{LABELS, LONGEST, Lattice, Segment, TAGS};
use byline::enrich::names::run::{Run, spans};
use byline::enrich::names::votes::{KINDS, Votes};
use std::collections::HashMap;

/// How training goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options {
    pub(crate) rounds: usize,
    pub(crate) rate: f32,
    pub(crate) pull: f32,
    pub(crate) least: u32,
    /// Share of the features that an example is looked at without, drawn anew each time.
    pub(crate) noise: f32,
}

/// A run as numbers.
pub(crate) struct Example {
    tokens: Vec<Vec<u32>>,
    names: Vec<(usize, usize, Vec<u32>)>,
    /// Scores that are there before.
    base: Lattice,
    gold: Vec<Segment>,
    weight: f32,
}

type Follows = [[f32; LABELS]; LABELS + 1];

/// Trained weights: of tokens' features, of segments' features, of steps.
#[derive(Default)]
pub(crate) struct Trained {
    pub(crate) tokens: Vec<(u32, [f32; TAGS])>,
    pub(crate) names: Vec<(u32, [f32; KINDS])>,
    pub(crate) follows: [[f32; LABELS]; LABELS + 1],
}

/// The gold cut of a run; none where a gold name is no stretch of it.
pub(crate) fn gold(document: &Document<'_>, run: Run, names: &[(usize, usize, usize)]) -> Option<Vec<Segment>> {
    let (first, last) = (document.tokens[run.from].span.from, document.tokens[run.to - 1].span.to);
    let stretches = spans(&document.tokens, run, LONGEST);
    let mut segments = Vec::new();
    let mut at = run.from;
    for (from, to, kind) in names.iter().filter(|(from, to, _)| *from < last && first < *to) {
        let begin = (at..run.to).find(|&t| document.tokens[t].span.from == *from)?;
        let end = (begin..run.to).find(|&t| {
            let end = document.tokens[t].span.to;
            end == *to || (end + 1 == *to && byline::enrich::names::run::is_abbreviation(document.tokens[t].text))
        })? + 1;
        stretches.contains(&(begin, end)).then_some(())?;
        segments.extend((at..begin).map(|at| Segment { from: at, to: at + 1, kind: None }));
        segments.push(Segment { from: begin, to: end, kind: Some(*kind) });
        at = end;
    }
    segments.extend((at..run.to).map(|at| Segment { from: at, to: at + 1, kind: None }));
    Some(segments)
}

/// A run for the first pass: all features but what is heard.
pub(crate) fn example(document: &Document<'_>, run: Run, gold: Vec<Segment>, weight: f32) -> Example {
    let tokens = (run.from..run.to).map(|at| {
        let mut found = Vec::with_capacity(80);
        for (number, by) in DISTANCES.into_iter().enumerate() {
            if let Some(fact) = document.near(at, by) {
                features::alone(fact, number, &mut |hash| found.push(hash & !3));
            }
        }
        features::token(document, run, at, &mut |hash| found.push(hash & !3));
        found
    });
    let names = spans(&document.tokens, run, LONGEST).into_iter().map(|(from, to)| {
        let mut found = Vec::with_capacity(40);
        features::segment(document, run, from, to, &mut |hash| found.push(hash & !3));
        (from..to).for_each(|at| features::inside(document.fact(at), &mut |hash| found.push(hash & !3)));
        (from - run.from, to - run.from, found)
    });
    let base = Lattice { length: run.to - run.from, ..Lattice::default() };
    Example { tokens: tokens.collect(), names: names.collect(), base, gold: counted(run, gold), weight }
}

/// A run for the second pass: what is heard, upon the scores of the first.
pub(crate) fn listening(
    document: &Document<'_>,
    run: Run,
    votes: &Votes,
    base: Lattice,
    gold: Vec<Segment>,
    weight: f32,
) -> Example {
    let tokens = (run.from..run.to).map(|at| {
        let mut found = Vec::new();
        features::heard_token(document, at, votes, &mut |hash| found.push(hash & !3));
        found
    });
    let names = base.names.iter().map(|(from, to, _)| {
        let mut found = Vec::new();
        features::heard_segment(document, run.from + from, run.from + to, votes, &mut |hash| found.push(hash & !3));
        (*from, *to, found)
    });
    Example { tokens: tokens.collect(), names: names.collect(), base, gold: counted(run, gold), weight }
}

/// Segments counted from the beginning of their run.
fn counted(run: Run, segments: Vec<Segment>) -> Vec<Segment> {
    let moved = |s: Segment| Segment { from: s.from - run.from, to: s.to - run.from, kind: s.kind };
    segments.into_iter().map(moved).collect()
}

impl Example {
    /// The example with a share of its features hidden.
    fn without(&self, share: f32, seed: &mut u64) -> Example {
        let hidden = (f64::from(share) * f64::from(u32::MAX)) as u64;
        let mut seen =
            |list: &[u32]| -> Vec<u32> { list.iter().copied().filter(|_| draw(seed) >> 32 >= hidden).collect() };
        Example {
            tokens: self.tokens.iter().map(|list| seen(list)).collect(),
            names: self.names.iter().map(|(from, to, list)| (*from, *to, seen(list))).collect(),
            base: self.base.clone(),
            gold: self.gold.clone(),
            weight: self.weight,
        }
    }

    /// The lattice under some weights.
    fn lattice(&self, tokens: &Family<TAGS>, names: &Family<KINDS>, follows: &Follows) -> Lattice {
        let mut lattice = Lattice { length: self.tokens.len(), follows: *follows, ..Lattice::default() };
        lattice.tokens = self.tokens.iter().map(|list| tokens.score(list)).collect();
        lattice.names = self.names.iter().map(|(from, to, list)| (*from, *to, names.score(list))).collect();
        for (row, base) in lattice.tokens.iter_mut().zip(&self.base.tokens) {
            row.iter_mut().zip(base).for_each(|(score, more)| *score += more);
        }
        for (name, base) in lattice.names.iter_mut().zip(&self.base.names) {
            name.2.iter_mut().zip(base.2).for_each(|(score, more)| *score += more);
        }
        let steps = lattice.follows.iter_mut().flatten().zip(self.base.follows.iter().flatten());
        steps.for_each(|(step, more)| *step += more);
        lattice
    }
}

/// Weights of one family of features, with the sums that AdaGrad needs.
struct Family<const N: usize> {
    numbers: HashMap<u32, u32>,
    hashes: Vec<u32>,
    weights: Vec<[f32; N]>,
    squares: Vec<[f32; N]>,
    sums: Vec<[f32; N]>,
}

impl<const N: usize> Family<N> {
    /// Numbers every feature that is seen `least` times; the others are taken out.
    fn new<'e>(lists: impl Iterator<Item = &'e mut Vec<u32>>, least: u32) -> Family<N> {
        let mut lists: Vec<&mut Vec<u32>> = lists.collect();
        let mut times: HashMap<u32, u32> = HashMap::new();
        lists.iter().flat_map(|list| list.iter()).for_each(|hash| *times.entry(*hash).or_default() += 1);
        let mut hashes: Vec<u32> =
            times.into_iter().filter(|(_, times)| *times >= least).map(|(hash, _)| hash).collect();
        hashes.sort_unstable();
        let numbers: HashMap<u32, u32> = hashes.iter().enumerate().map(|(at, hash)| (*hash, at as u32)).collect();
        for list in &mut lists {
            let known: Vec<u32> = list.iter().filter_map(|hash| numbers.get(hash).copied()).collect();
            **list = known;
        }
        let n = hashes.len();
        Family { numbers, hashes, weights: vec![[0.0; N]; n], squares: vec![[1e-6; N]; n], sums: vec![[0.0; N]; n] }
    }

    fn score(&self, list: &[u32]) -> [f32; N] {
        let mut row = [0.0; N];
        for number in list {
            let weights = &self.weights[*number as usize];
            row.iter_mut().zip(weights).for_each(|(score, weight)| *score += weight);
        }
        row
    }

    fn climb(&mut self, list: &[u32], slope: &[f32; N], options: &Options) {
        if slope.iter().all(|slope| slope.abs() < 1e-6) {
            return;
        }
        for number in list {
            let number = *number as usize;
            for tag in 0..N {
                let weight = &mut self.weights[number][tag];
                let slope = slope[tag] - options.pull * *weight;
                let square = &mut self.squares[number][tag];
                *square += slope * slope;
                *weight += options.rate * slope / square.sqrt();
            }
        }
    }

    fn add_up(&mut self) {
        for (sum, weight) in self.sums.iter_mut().zip(&self.weights) {
            sum.iter_mut().zip(weight).for_each(|(sum, weight)| *sum += weight);
        }
    }

    fn averaged(&self, rounds: f32) -> Vec<(u32, [f32; N])> {
        let rows = self.hashes.iter().zip(&self.sums);
        rows.map(|(hash, sum)| (*hash, sum.map(|sum| sum / rounds))).collect()
    }
}

/// Trains on examples.
pub(crate) fn train(mut examples: Vec<Example>, options: &Options) -> Trained {
    let mut tokens: Family<TAGS> = Family::new(examples.iter_mut().flat_map(|e| e.tokens.iter_mut()), options.least);
    let mut names: Family<KINDS> =
        Family::new(examples.iter_mut().flat_map(|e| e.names.iter_mut().map(|n| &mut n.2)), options.least);
    tokens.numbers = HashMap::new();
    names.numbers = HashMap::new();
    let mut follows = [[0.0_f32; LABELS]; LABELS + 1];
    let mut squares = [[1e-6_f32; LABELS]; LABELS + 1];
    let mut sums = [[0.0_f32; LABELS]; LABELS + 1];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let (mut seed, mut chance) = (20_170_712_u64, 20_170_911_u64);
    let averaged_from = options.rounds / 2;
    for round in 0..options.rounds {
        shuffle(&mut order, &mut seed);
        for &at in &order {
            let example = &examples[at].without(options.noise, &mut chance);
            let lattice = example.lattice(&tokens, &names, &follows);
            let slopes = slopes(&lattice, &example.gold, example.weight);
            example.tokens.iter().zip(&slopes.tokens).for_each(|(list, slope)| tokens.climb(list, slope, options));
            example.names.iter().zip(&slopes.names).for_each(|((_, _, list), slope)| names.climb(list, slope, options));
            for (before, row) in slopes.follows.iter().enumerate() {
                for (label, slope) in row.iter().enumerate() {
                    squares[before][label] += slope * slope;
                    follows[before][label] += options.rate * slope / squares[before][label].sqrt();
                }
            }
        }
        if round >= averaged_from {
            tokens.add_up();
            names.add_up();
            sums.iter_mut().flatten().zip(follows.iter().flatten()).for_each(|(sum, weight)| *sum += weight);
        }
    }
    let rounds = (options.rounds - averaged_from) as f32;
    Trained {
        tokens: tokens.averaged(rounds),
        names: names.averaged(rounds),
        follows: sums.map(|row| row.map(|sum| sum / rounds)),
    }
}

struct Slopes {
    tokens: Vec<[f32; TAGS]>,
    names: Vec<[f32; KINDS]>,
    follows: [[f32; LABELS]; LABELS + 1],
}

/// Gold counts less expected counts.
fn slopes(lattice: &Lattice, gold: &[Segment], weight: f32) -> Slopes {
    let chances = lattice.chances();
    let mut slopes = Slopes {
        tokens: chances.tokens.iter().map(|row| row.map(|chance| -chance)).collect(),
        names: chances.names.iter().map(|row| row.map(|chance| -chance)).collect(),
        follows: chances.follows.map(|row| row.map(|chance| -chance)),
    };
    let mut before = LABELS;
    for segment in gold {
        let label = segment.kind.unwrap_or(KINDS);
        slopes.follows[before][label] += 1.0;
        before = label;
        let Some(kind) = segment.kind else {
            slopes.tokens[segment.from][0] += 1.0;
            continue;
        };
        let name = lattice.names.iter().position(|name| (name.0, name.1) == (segment.from, segment.to));
        if let Some(name) = name {
            slopes.names[name][kind] += 1.0;
        }
        for at in segment.from..segment.to {
            let tag = if at == segment.from { 1 + 2 * kind } else { 2 + 2 * kind };
            slopes.tokens[at][tag] += 1.0;
        }
    }
    slopes.tokens.iter_mut().flatten().for_each(|slope| *slope *= weight);
    slopes.names.iter_mut().flatten().for_each(|slope| *slope *= weight);
    slopes.follows.iter_mut().flatten().for_each(|slope| *slope *= weight);
    slopes
}

/// Fisher and Yates.
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for at in (1..order.len()).rev() {
        order.swap(at, (draw(seed) % (at as u64 + 1)) as usize);
    }
}

/// A number by chance, with the generator of Steele et al. (SplitMix64).
fn draw(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
