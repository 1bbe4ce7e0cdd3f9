//! The arithmetic of relevance: what a statement gets for the words asked for, by how often and where they stand in it.
//!
//! In: counts, places, lengths, weights. Out: points. Nothing here knows an index.
//!
//! ```text
//!  gain(f) = f · (k + 1) / (f + k · (1 − b + b · length / mean))        k = 1.2, b = ½
//!  idf     = ln(1 + (N − n + ½) / (n + ½))                              n of N statements hold the word
//!
//!  words   Σ idf · gain(matches in any form)
//!  exact   + 0.2 Σ idf · gain(matches in exactly this form)
//!  title   + 0.3 Σ idf · gain(matches in the title)
//!  pairs   + 0.2 Σ (idf + idf) · gain(two that are asked side by side stand so, with two words between them at most)
//!  close   + 0.3 (Σ idf of the words present) · √(words present / words of the smallest stretch that holds them)
//! ```
//!
//! Formula of the first line: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009. The
//! weights are the round numbers at which mean nDCG@10 over five collections of questions levels off. Two words between:
//! function words count for nothing, and neither do those between the words of a pair.

use super::{Part, Reason};
use crate::query::place::Place;

const K: f64 = 1.2;
const B: f64 = 0.5;
const EXACT: f64 = 0.2;
const TITLE: f64 = 0.3;
const PAIRS: f64 = 0.2;
const CLOSE: f64 = 0.3;

/// Words between the two of a pair, at most.
const BETWEEN: u32 = 2;

/// Words of a statement, and of its title.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lengths {
    pub(super) statement: f64,
    pub(super) heading: f64,
}

/// Where one asked word stands in one statement.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    pub(super) title: Vec<Place>,
    /// In the text, or in the asides where those are asked for.
    pub(super) text: Vec<Place>,
    /// Matches in exactly the form asked for.
    pub(super) exact: u32,
}

impl Seen {
    pub(super) fn exact_gain(&self, own: &Lengths, mean: &Lengths) -> f64 {
        EXACT * gain(self.exact, own.statement, mean.statement)
    }

    pub(super) fn title_gain(&self, own: &Lengths, mean: &Lengths) -> f64 {
        TITLE * gain(self.title.len() as u32, own.heading, mean.heading)
    }

    fn fields(&self) -> [&[Place]; 2] {
        [&self.title, &self.text]
    }
}

/// The words present close together: how many, in a stretch of how many words, and its points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Close {
    words: u32,
    width: u32,
    points: f64,
}

/// What a statement gets.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Points {
    /// Matches and points for each asked word.
    pub(super) words: Vec<(u32, f64)>,
    pub(super) exact: f64,
    pub(super) title: f64,
    pub(super) pairs: f64,
    pub(super) close: Close,
}

impl Points {
    /// The score.
    pub(super) fn sum(&self) -> f64 {
        let words: f64 = self.words.iter().map(|(_, points)| points).sum();
        rounded(rounded(words) + self.exact + self.title + self.pairs + self.close.points)
    }

    /// What it gets where only its words are counted.
    pub(super) fn words_alone(self) -> Points {
        Points { words: self.words, ..Points::default() }
    }

    /// The score in parts that are not nothing; `asked` are the asked words as they are printed.
    pub(super) fn parts(&self, asked: &[String]) -> Vec<Part> {
        let words = asked.iter().zip(&self.words);
        let words = words.map(|(word, (times, points))| (Reason::Word { word: word.clone(), times: *times }, *points));
        let Close { words: present, width, points } = self.close;
        let rest = [
            (Reason::Exact, self.exact),
            (Reason::Title, self.title),
            (Reason::SideBySide, self.pairs),
            (Reason::Close { words: present, width }, points),
        ];
        let all = words.chain(rest).filter(|(_, points)| *points > 0.0);
        all.map(|(reason, points)| Part { reason, points: rounded(points) }).collect()
    }
}

/// To 1e-4, the grain of scores.
pub(super) fn rounded(score: f64) -> f64 {
    (score * 1e4).round() / 1e4
}

/// Weight of a word that `holders` of `statements` hold.
pub(super) fn idf(statements: f64, holders: f64) -> f64 {
    (1.0 + (statements - holders + 0.5).max(0.0) / (holders + 0.5)).ln()
}

/// What `count` matches are worth in `length` words, where `mean` is usual.
pub(super) fn gain(count: u32, length: f64, mean: f64) -> f64 {
    let f = f64::from(count);
    f * (K + 1.0) / (f + K * (1.0 - B + B * length / mean))
}

/// Points for neighbours of the query, `order`, that stand side by side.
pub(super) fn pairs(order: &[usize], weights: &[f64], seen: &[&Seen], own: &Lengths, mean: &Lengths) -> f64 {
    let pair = |at: usize| Some((seen.get(at)?, weights.get(at)?));
    let of = |two: &[usize]| {
        let [first, second] = two else { return None };
        let ((first, weight), (second, other)) = (pair(*first)?, pair(*second)?);
        let count: u32 = first.fields().iter().zip(second.fields()).map(|(a, b)| followed(a, b)).sum();
        Some((weight + other) * gain(count, own.statement, mean.statement))
    };
    let different = order.windows(2).filter(|two| two.first() != two.last());
    PAIRS * different.filter_map(of).sum::<f64>()
}

/// How many of `first` have one of `second` behind them.
fn followed(first: &[Place], second: &[Place]) -> u32 {
    let mut starts: Vec<u32> = second.iter().map(Place::from).collect();
    starts.sort_unstable();
    let has_next = |place: &&Place| {
        let next = starts.get(starts.partition_point(|start| *start <= place.to()));
        next.is_some_and(|start| start - place.to() <= BETWEEN + 1)
    };
    first.iter().filter(has_next).count() as u32
}

/// Points for the words that are present in the field where they stand closest.
pub(super) fn close(weights: &[f64], seen: &[&Seen]) -> Close {
    let in_field = |field: usize| {
        let present = |seen: &&&Seen| seen.fields().get(field).is_some_and(|places| !places.is_empty());
        let words = seen.iter().filter(present).count() as u32;
        let weight: f64 = seen.iter().zip(weights).filter(|(seen, _)| present(seen)).map(|(_, weight)| weight).sum();
        let width = smallest(seen, field, words);
        // one place may answer two asked words, so that the stretch can have fewer words than are present
        let points = CLOSE * weight * (f64::from(words) / f64::from(width.max(words).max(1))).sqrt();
        Close { words, width, points }
    };
    let [title, text] = [in_field(0), in_field(1)];
    if title.points > text.points { title } else { text }
}

/// Words of the smallest stretch of a field that holds each of `present` asked words; 0 where none is.
fn smallest(seen: &[&Seen], field: usize, present: u32) -> u32 {
    let places = |(word, seen): (usize, &&Seen)| {
        let places = seen.fields().get(field).copied().unwrap_or_default();
        places.iter().map(move |place| (place.from(), place.to(), word)).collect::<Vec<_>>()
    };
    let mut events: Vec<(u32, u32, usize)> = seen.iter().enumerate().flat_map(places).collect();
    events.sort_unstable();
    let mut held = vec![0_u32; seen.len()];
    let (mut distinct, mut first, mut best) = (0, 0, 0);
    for (last, (_, _, word)) in events.iter().enumerate() {
        distinct += change(&mut held, *word, 1);
        while let Some((from, _, dropped)) = events.get(first).filter(|_| distinct == i64::from(present)) {
            let stretch = events.get(first..=last).unwrap_or_default();
            let to = stretch.iter().map(|(_, to, _)| *to).max().unwrap_or(*from);
            best = if best == 0 { to - from + 1 } else { best.min(to - from + 1) };
            distinct += change(&mut held, *dropped, -1);
            first += 1;
        }
    }
    best
}

/// Counts a word in or out; how the number of words present changes by it.
fn change(held: &mut [u32], word: usize, by: i32) -> i64 {
    let Some(count) = held.get_mut(word) else { return 0 };
    let before = *count > 0;
    *count = count.saturating_add_signed(by);
    i64::from(*count > 0) - i64::from(before)
}
