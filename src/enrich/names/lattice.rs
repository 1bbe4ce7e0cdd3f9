//! The lattice of a run: every way to cut it into names and other words, and the best of them.
//!
//! In: scores of tokens, segments and neighbours. Out: the segments of the best cut. A semi-Markov chain: a name is
//! scored as one segment (Sarawagi and Cohen 2004), words outside names are segments of one token. Viterbi here; the
//! sums over all cuts, which training needs, stand beside it, so that both see one lattice.
//!
//! ```text
//!  kinds: 0 person, 1 organisation, 2 place; outside: none
//!  score of a name i..j: begin(i) + Σ inside(i+1..j) + segment(i..j) + follows(kind before, kind)
//! ```

use super::votes::KINDS;
use crate::article::EntityType;

/// Outside, then begin and inside for each kind.
pub const TAGS: usize = 1 + 2 * KINDS;
/// A label is a kind or outside (3); before the first stands the start (4).
pub const LABELS: usize = KINDS + 1;
/// Longest name, in tokens.
pub const LONGEST: usize = 12;

/// The type of each kind.
pub const KIND_TYPES: [EntityType; KINDS] = [EntityType::Person, EntityType::Org, EntityType::Place];

/// The kind of organisations.
pub(super) const ORGANISATION: usize = 1;
/// The kind of places.
pub(super) const PLACE: usize = 2;

const OUTSIDE: usize = KINDS;
const START: usize = KINDS + 1;

/// A stretch of tokens that is one name, or one token outside names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// First token.
    pub from: usize,
    /// One past the last.
    pub to: usize,
    /// Its kind; none outside names.
    pub kind: Option<usize>,
}

/// Scores of one run; tokens are counted from its beginning.
#[derive(Debug, Clone, Default)]
pub struct Lattice {
    /// Tokens.
    pub length: usize,
    /// For each token its score for each tag.
    pub tokens: Vec<[f32; TAGS]>,
    /// Names that can stand: first, one past the last, score for each kind; in the order of their ends.
    pub names: Vec<(usize, usize, [f32; KINDS])>,
    /// For each label before (the start last) the score of each label behind.
    pub follows: [[f32; LABELS]; LABELS + 1],
}

impl Lattice {
    /// Score of a name of a kind, without what stands before it.
    fn name(&self, name: usize, kind: usize) -> f32 {
        let (from, to, scores) = &self.names[name];
        let begin = self.tokens[*from][1 + 2 * kind];
        let inside: f32 = self.tokens[from + 1..*to].iter().map(|token| token[2 + 2 * kind]).sum();
        begin + inside + scores[kind]
    }

    /// For each end the names that end there, as a range of `names`.
    fn ending(&self) -> Vec<std::ops::Range<usize>> {
        let mut ranges = vec![0..0; self.length + 1];
        let mut at = 0;
        for (end, range) in ranges.iter_mut().enumerate() {
            let from = at;
            while self.names.get(at).is_some_and(|name| name.1 == end) {
                at += 1;
            }
            *range = from..at;
        }
        ranges
    }

    /// The best cut, its segments counted from the beginning of the run.
    #[must_use]
    pub fn best(&self) -> Vec<Segment> {
        let mut scores = vec![[f32::NEG_INFINITY; LABELS + 1]; self.length + 1];
        let mut back = vec![[(0, 0); LABELS]; self.length + 1];
        scores[0][START] = 0.0;
        for (end, range) in self.ending().into_iter().enumerate().skip(1) {
            for label in 0..LABELS {
                let starts = self.reaching(end, label, range.clone());
                for (from, score) in starts {
                    let (before, sum) = self.step(&scores[from], label);
                    if sum + score > scores[end][label] {
                        scores[end][label] = sum + score;
                        back[end][label] = (from, before);
                    }
                }
            }
        }
        self.follow(&scores, &back)
    }

    /// The best cut, its segments counted in tokens of a document in which the run begins at `first`.
    #[must_use]
    pub fn best_at(&self, first: usize) -> Vec<Segment> {
        let moved = |s: Segment| Segment { from: s.from + first, to: s.to + first, kind: s.kind };
        self.best().into_iter().map(moved).collect()
    }

    /// The segments of a label that end at a place: where each begins, and its score.
    fn reaching(&self, end: usize, label: usize, names: std::ops::Range<usize>) -> impl Iterator<Item = (usize, f32)> {
        let outside = (label == OUTSIDE).then(|| (end - 1, self.tokens[end - 1][0]));
        let names = if label == OUTSIDE { 0..0 } else { names };
        outside.into_iter().chain(names.map(move |name| (self.names[name].0, self.name(name, label))))
    }

    /// The best label before, with its score.
    fn step(&self, before: &[f32; LABELS + 1], label: usize) -> (usize, f32) {
        let mut best = (START, f32::NEG_INFINITY);
        for (from, score) in before.iter().enumerate() {
            let sum = score + self.follows[from][label];
            if sum > best.1 {
                best = (from, sum);
            }
        }
        best
    }

    fn follow(&self, scores: &[[f32; LABELS + 1]], back: &[[(usize, usize); LABELS]]) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut end = self.length;
        let last = &scores[end][..LABELS];
        let mut label = (0..LABELS).max_by(|a, b| last[*a].total_cmp(&last[*b])).unwrap_or(OUTSIDE);
        while end > 0 {
            let (from, before) = back[end][label];
            segments.push(Segment { from, to: end, kind: (label != OUTSIDE).then_some(label) });
            (end, label) = (from, before);
        }
        segments.reverse();
        segments
    }

    /// Chances of every tag of every token, of every name and of every step, given the scores, and the logarithm of
    /// the sum over all cuts; what training follows.
    #[must_use]
    pub fn chances(&self) -> Chances {
        let ending = self.ending();
        let names: Vec<[f32; KINDS]> =
            (0..self.names.len()).map(|name| std::array::from_fn(|kind| self.name(name, kind))).collect();
        let forward = self.forward(&ending, &names);
        let backward = self.backward(&names);
        let total = log_sum(&forward[self.length][..LABELS]);
        let mut chances = Chances {
            total,
            tokens: vec![[0.0; TAGS]; self.length],
            names: vec![[0.0; KINDS]; self.names.len()],
            follows: [[0.0; LABELS]; LABELS + 1],
        };
        for at in 0..self.length {
            for (before, sum) in forward[at].iter().enumerate() {
                let step = sum + self.follows[before][OUTSIDE] + self.tokens[at][0];
                let chance = (step + backward[at + 1][OUTSIDE] - total).exp();
                chances.tokens[at][0] += chance;
                chances.follows[before][OUTSIDE] += chance;
            }
        }
        for (number, (from, to, _)) in self.names.iter().enumerate() {
            for kind in 0..KINDS {
                for (before, sum) in forward[*from].iter().enumerate() {
                    let step = sum + self.follows[before][kind] + names[number][kind];
                    let chance = (step + backward[*to][kind] - total).exp();
                    chances.follows[before][kind] += chance;
                    chances.names[number][kind] += chance;
                }
                let chance = chances.names[number][kind];
                chances.tokens[*from][1 + 2 * kind] += chance;
                chances.tokens[from + 1..*to].iter_mut().for_each(|token| token[2 + 2 * kind] += chance);
            }
        }
        chances
    }

    fn forward(&self, ending: &[std::ops::Range<usize>], names: &[[f32; KINDS]]) -> Vec<[f32; LABELS + 1]> {
        let mut sums = vec![[f32::NEG_INFINITY; LABELS + 1]; self.length + 1];
        sums[0][START] = 0.0;
        let mut terms = Vec::new();
        for end in 1..=self.length {
            for label in 0..LABELS {
                terms.clear();
                let mut add = |from: usize, score: f32| {
                    terms.extend((0..=LABELS).map(|before| sums[from][before] + self.follows[before][label] + score));
                };
                if label == OUTSIDE {
                    add(end - 1, self.tokens[end - 1][0]);
                } else {
                    ending[end].clone().for_each(|name| add(self.names[name].0, names[name][label]));
                }
                sums[end][label] = log_sum(&terms);
            }
        }
        sums
    }

    fn backward(&self, names: &[[f32; KINDS]]) -> Vec<[f32; LABELS]> {
        let mut starting: Vec<Vec<usize>> = vec![Vec::new(); self.length];
        self.names.iter().enumerate().for_each(|(number, name)| starting[name.0].push(number));
        let mut sums = vec![[f32::NEG_INFINITY; LABELS]; self.length + 1];
        sums[self.length] = [0.0; LABELS];
        let mut terms = Vec::new();
        for at in (0..self.length).rev() {
            for before in 0..LABELS {
                terms.clear();
                terms.push(self.follows[before][OUTSIDE] + self.tokens[at][0] + sums[at + 1][OUTSIDE]);
                for &name in &starting[at] {
                    let to = self.names[name].1;
                    terms
                        .extend((0..KINDS).map(|kind| self.follows[before][kind] + names[name][kind] + sums[to][kind]));
                }
                sums[at][before] = log_sum(&terms);
            }
        }
        sums
    }
}

/// Chances over all cuts of a run.
#[derive(Debug, Clone)]
pub struct Chances {
    /// Logarithm of the sum over all cuts.
    pub total: f32,
    /// For each token the chance of each tag.
    pub tokens: Vec<[f32; TAGS]>,
    /// For each name the chance of each kind.
    pub names: Vec<[f32; KINDS]>,
    /// How often each label is expected behind each.
    pub follows: [[f32; LABELS]; LABELS + 1],
}

fn log_sum(terms: &[f32]) -> f32 {
    let most = terms.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY {
        return most;
    }
    most + terms.iter().map(|term| (term - most).exp()).sum::<f32>().ln()
}

#[cfg(test)]
mod tests {
    use super::{KINDS, LABELS, LONGEST, Lattice, Segment, TAGS};

    /// A lattice of random scores in which every stretch can be a name.
    fn random(length: usize, random: &mut fastrand::Rng) -> Lattice {
        let mut score = || random.f32() * 6.0 - 3.0;
        let tokens = (0..length).map(|_| std::array::from_fn::<f32, TAGS, _>(|_| score())).collect();
        let follows = std::array::from_fn(|_| std::array::from_fn(|_| score()));
        let mut names = Vec::new();
        for to in 1..=length {
            for from in to.saturating_sub(LONGEST)..to {
                names.push((from, to, std::array::from_fn::<f32, KINDS, _>(|_| score())));
            }
        }
        Lattice { length, tokens, names, follows }
    }

    /// Every cut of the tokens from `at` on.
    fn cuts(lattice: &Lattice, at: usize) -> Vec<Vec<Segment>> {
        if at == lattice.length {
            return vec![Vec::new()];
        }
        let mut firsts = vec![Segment { from: at, to: at + 1, kind: None }];
        for name in lattice.names.iter().filter(|name| name.0 == at) {
            firsts.extend((0..KINDS).map(|kind| Segment { from: at, to: name.1, kind: Some(kind) }));
        }
        let with = |first: Segment| {
            let rest = cuts(lattice, first.to).into_iter();
            rest.map(move |rest| std::iter::once(first).chain(rest).collect::<Vec<_>>())
        };
        firsts.into_iter().flat_map(with).collect()
    }

    fn score(lattice: &Lattice, cut: &[Segment]) -> f32 {
        let mut before = LABELS;
        let mut sum = 0.0;
        for segment in cut {
            let label = segment.kind.unwrap_or(KINDS);
            sum += lattice.follows[before][label];
            before = label;
            let name = lattice.names.iter().position(|name| (name.0, name.1) == (segment.from, segment.to));
            sum += match (segment.kind, name) {
                (Some(kind), Some(name)) => lattice.name(name, kind),
                _ => lattice.tokens[segment.from][0],
            };
        }
        sum
    }

    #[test]
    fn the_best_cut_is_the_best_of_all_cuts() {
        let mut rng = fastrand::Rng::with_seed(7);
        for length in 1..=4 {
            let lattice = random(length, &mut rng);
            let all = cuts(&lattice, 0);
            let most = all.iter().map(|cut| score(&lattice, cut)).fold(f32::NEG_INFINITY, f32::max);
            let best = lattice.best();
            assert!((score(&lattice, &best) - most).abs() < 1e-3);
            assert_eq!(best.last().map(|segment| segment.to), Some(length));
        }
    }

    #[test]
    fn chances_are_those_of_all_cuts_weighed() {
        let mut rng = fastrand::Rng::with_seed(11);
        let lattice = random(4, &mut rng);
        let all = cuts(&lattice, 0);
        let sum: f32 = all.iter().map(|cut| score(&lattice, cut).exp()).sum();
        let chances = lattice.chances();
        assert!((chances.total - sum.ln()).abs() < 1e-3);
        let outside = |at: usize| {
            let with = all.iter().filter(|cut| cut.iter().any(|s| s.from == at && s.kind.is_none()));
            with.map(|cut| score(&lattice, cut).exp()).sum::<f32>() / sum
        };
        for at in 0..lattice.length {
            assert!((chances.tokens[at][0] - outside(at)).abs() < 1e-3);
            assert!((chances.tokens[at].iter().sum::<f32>() - 1.0).abs() < 1e-3, "a token has one tag");
        }
    }

    #[test]
    fn a_run_moves_with_its_place_in_the_document() {
        let lattice = random(3, &mut fastrand::Rng::with_seed(3));
        let (here, there) = (lattice.best(), lattice.best_at(100));
        assert!(here.iter().zip(&there).all(|(a, b)| a.from + 100 == b.from && a.kind == b.kind));
    }
}
