//! Where words stand: every place at which a [`Words`] node holds.
//!
//! In: words, and the positions of single terms in one field of one statement. Out: places, as runs of positions.
//! It defines phrase and nearness for whoever finds and whoever marks; where positions come from is left to [`Positions`].
//!
//! ```text
//!  (a ADJ/0 b) NEAR/2 c        "a b"~1            a position stands for a word, in the order of the text
//!   a  b  x  y  c               b  x  a           no place crosses paragraphs
//!   ├──┤  ╌╌╌╌  │ two between   ├─────┤ 2 + 1     each word has a position of its own
//! ```

use super::tree::{Term, Words};

/// Most places kept for one operand of nearness; past it the narrowest stay.
const MOST_PLACES: usize = 20_000;

/// Most choices of positions that are tried from one beginning.
const MOST_STEPS: usize = 50_000;

/// Positions of the words of one field of one statement.
pub trait Positions {
    /// The positions that a term stands for, in ascending order.
    fn of(&self, term: &Term) -> Vec<u32>;
    /// The number of a position's paragraph.
    fn paragraph(&self, position: u32) -> u32;
}

/// First and last position of neighbouring words that belong together: a phrase, or one word.
pub type Run = (u32, u32);

/// One place at which words hold: its runs in the order of the text, none meeting another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Never empty.
    pub runs: Vec<Run>,
}

impl Place {
    fn of_run(from: u32, to: u32) -> Place {
        Place { runs: vec![(from, to)] }
    }

    /// First position.
    #[must_use]
    pub fn from(&self) -> u32 {
        self.runs.first().map_or(0, |run| run.0)
    }

    /// Last position.
    #[must_use]
    pub fn to(&self) -> u32 {
        self.runs.last().map_or(0, |run| run.1)
    }

    fn meets(&self, other: &Place) -> bool {
        let meet = |a: &Run, b: &Run| a.0 <= b.1 && b.0 <= a.1;
        self.runs.iter().any(|run| other.runs.iter().any(|own| meet(run, own)))
    }

    fn with(&self, other: &Place) -> Place {
        let mut runs = [self.runs.as_slice(), other.runs.as_slice()].concat();
        runs.sort_unstable();
        Place { runs }
    }
}

/// The places at which words hold and that hold no narrower one, in the order of the text.
#[must_use]
pub fn places(words: &Words, positions: &dyn Positions) -> Vec<Place> {
    let found = every_place(words, positions, false);
    // single words and phrases hold nothing narrower by themselves
    if matches!(words, Words::Term(_) | Words::Phrase(_)) { found } else { narrowest(found) }
}

/// How many places there are.
#[must_use]
pub fn count(words: &Words, positions: &dyn Positions) -> usize {
    match words {
        Words::Term(term) => positions.of(term).len(),
        Words::Phrase(terms) => starts(terms, positions).len(),
        _ => places(words, positions).len(),
    }
}

/// Whether words hold anywhere.
#[must_use]
pub fn holds(words: &Words, positions: &dyn Positions) -> bool {
    !every_place(words, positions, false).is_empty()
}

/// The places of words; `beside` other words every choice of positions counts, since those may need one of them.
fn every_place(words: &Words, positions: &dyn Positions, beside: bool) -> Vec<Place> {
    let mut found = match words {
        Words::Term(term) => positions.of(term).into_iter().map(|at| Place::of_run(at, at)).collect(),
        Words::Phrase(terms) => phrase(terms, positions),
        Words::Within { terms, slack } => within(terms, *slack, positions, beside),
        Words::Any(words) => words.iter().flat_map(|words| every_place(words, positions, beside)).collect(),
        Words::Near { left, right, gap, ordered } => {
            let (left, right) = (every_place(left, positions, true), every_place(right, positions, true));
            near(&left, &right, *gap, *ordered, positions)
        }
    };
    found.sort_unstable();
    found.dedup();
    if found.len() > MOST_PLACES {
        found.sort_by_key(|place| (place.to() - place.from(), place.from()));
        found.truncate(MOST_PLACES);
        found.sort_unstable();
    }
    found
}

/// Side by side, in this order.
fn phrase(terms: &[Term], positions: &dyn Positions) -> Vec<Place> {
    let length = terms.len() as u32;
    starts(terms, positions).into_iter().map(|from| Place::of_run(from, from + length - 1)).collect()
}

/// Where a phrase begins, in the order of the text. Begins at the rarest word, and reads no further where one is missing.
fn starts(terms: &[Term], positions: &dyn Positions) -> Vec<u32> {
    let mut lists: Vec<Vec<u32>> = Vec::with_capacity(terms.len());
    for term in terms {
        let list = positions.of(term);
        if list.is_empty() {
            return list;
        }
        lists.push(list);
    }
    let Some((rarest, starts)) = lists.iter().enumerate().min_by_key(|(_, list)| list.len()) else { return Vec::new() };
    let (rarest, length) = (rarest as u32, terms.len() as u32);
    let starts = starts.iter().filter_map(|at| at.checked_sub(rarest));
    let holds = |from: &u32| {
        let mut turn = *from..;
        lists.iter().all(|list| turn.next().is_some_and(|at| list.binary_search(&at).is_ok()))
            && positions.paragraph(*from) == positions.paragraph(from + length - 1)
    };
    let mut starts: Vec<u32> = starts.filter(holds).collect();
    starts.dedup();
    starts
}

/// Two operands with at most `gap` words between their spans, at positions of their own.
fn near(left: &[Place], right: &[Place], gap: u32, ordered: bool, positions: &dyn Positions) -> Vec<Place> {
    let widest = right.iter().map(|place| place.to() - place.from()).max().unwrap_or(0);
    let mut found = Vec::new();
    for left in left {
        let (from, to) = (left.from(), left.to());
        let paragraph = positions.paragraph(from);
        let first = right.partition_point(|place| place.from() < from.saturating_sub(gap + 1 + widest));
        for right in right.get(first..).unwrap_or(&[]) {
            if right.from() > to.saturating_add(gap + 1) || found.len() > 4 * MOST_PLACES {
                break;
            }
            let follows = right.from() > to;
            let close = follows || (!ordered && from <= right.to().saturating_add(gap + 1));
            if close && !left.meets(right) && positions.paragraph(right.from()) == paragraph {
                found.push(left.with(right));
            }
        }
    }
    found
}

/// All terms at positions of their own within their number plus `slack`, in any order.
fn within(terms: &[Term], slack: u32, positions: &dyn Positions, every: bool) -> Vec<Place> {
    let mut marks: Vec<(u32, usize)> = Vec::new();
    for (turn, term) in terms.iter().enumerate() {
        marks.extend(positions.of(term).into_iter().map(|at| (at, turn)));
    }
    marks.sort_unstable();
    let width = (terms.len() as u32).saturating_add(slack);
    let mut found = Vec::new();
    for first in 0..marks.len() {
        let rest = marks.get(first..).unwrap_or(&[]);
        let Some(from) = rest.first().map(|mark| mark.0) else { continue };
        if first > 0 && marks.get(first - 1).is_some_and(|mark| mark.0 == from) {
            continue;
        }
        let paragraph = positions.paragraph(from);
        let inside =
            rest.iter().take_while(|(at, _)| *at < from.saturating_add(width) && positions.paragraph(*at) == paragraph);
        let columns = columns(inside);
        if every {
            let mut choice =
                Choice { columns: &columns, taken: vec![None; terms.len()], found: &mut found, steps: MOST_STEPS };
            choice.fill(0);
        } else {
            found.extend(window(&columns, terms.len()));
        }
    }
    found
}

/// A position with the turns of the terms that stand for it.
type Column = (u32, Vec<usize>);

fn columns<'a>(marks: impl Iterator<Item = &'a (u32, usize)>) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (at, turn) in marks {
        match columns.last_mut() {
            Some((last, turns)) if last == at => turns.push(*turn),
            _ => columns.push((*at, vec![*turn])),
        }
    }
    columns
}

/// Every choice of positions that takes the first column, term by term.
struct Choice<'a> {
    columns: &'a [Column],
    taken: Vec<Option<u32>>,
    found: &'a mut Vec<Place>,
    steps: usize,
}

impl Choice<'_> {
    fn fill(&mut self, turn: usize) {
        if turn == self.taken.len() {
            let mut own: Vec<u32> = self.taken.iter().copied().flatten().collect();
            own.sort_unstable();
            if own.first() == self.columns.first().map(|column| &column.0) {
                self.found.push(Place { runs: own.into_iter().map(|at| (at, at)).collect() });
            }
            return;
        }
        for (at, turns) in self.columns {
            let free = turns.contains(&turn) && !self.taken.contains(&Some(*at));
            if free && self.steps > 0 {
                self.steps -= 1;
                self.take(turn, Some(*at));
                self.fill(turn + 1);
                self.take(turn, None);
            }
        }
    }

    fn take(&mut self, turn: usize, at: Option<u32>) {
        if let Some(own) = self.taken.get_mut(turn) {
            *own = at;
        }
    }
}

/// The narrowest place that begins at the first column.
fn window(columns: &[Column], terms: usize) -> Option<Place> {
    let ends = terms.max(1)..=columns.len();
    let own = ends.filter_map(|last| columns.get(..last)).find_map(|columns| assigned(columns, terms))?;
    Some(Place { runs: own.into_iter().map(|at| (at, at)).collect() })
}

/// A position of its own for every term, first and last column among them (augmenting paths).
fn assigned(columns: &[Column], terms: usize) -> Option<Vec<u32>> {
    let mut holder: Vec<Option<usize>> = vec![None; terms];
    let ends = [0, columns.len() - 1];
    let middle = 1..columns.len().saturating_sub(1);
    // a column once taken stays taken, so the ends come first
    for column in ends.into_iter().take(columns.len()).chain(middle) {
        augment(columns, column, &mut holder, &mut vec![false; terms]);
    }
    let mut own: Vec<u32> =
        holder.iter().map(|column| columns.get((*column)?).map(|column| column.0)).collect::<Option<_>>()?;
    own.sort_unstable();
    let whole =
        own.first() == columns.first().map(|column| &column.0) && own.last() == columns.last().map(|column| &column.0);
    whole.then_some(own)
}

fn augment(columns: &[Column], column: usize, holder: &mut [Option<usize>], seen: &mut [bool]) -> bool {
    let Some((_, turns)) = columns.get(column) else { return false };
    for &turn in turns {
        if seen.get(turn).copied().unwrap_or(true) {
            continue;
        }
        if let Some(seen) = seen.get_mut(turn) {
            *seen = true;
        }
        let free = match holder.get(turn).copied().flatten() {
            None => true,
            Some(other) if other == column => return true,
            Some(other) => augment(columns, other, holder, seen),
        };
        if free {
            if let Some(own) = holder.get_mut(turn) {
                *own = Some(column);
            }
            return true;
        }
    }
    false
}

/// Places inside which no other one lies.
fn narrowest(mut found: Vec<Place>) -> Vec<Place> {
    found.sort_by_key(|place| (place.to(), std::cmp::Reverse(place.from())));
    let mut best: Option<(u32, u32)> = None;
    found.retain(|place| {
        let own = (place.from(), place.to());
        let holds_other = best.is_some_and(|best| best.0 >= own.0 && best != own);
        if !holds_other {
            best = Some(own);
        }
        !holds_other
    });
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::{Positions, Term, Words, holds, places};
    use crate::query::Form;
    use fastrand::Rng;
    use std::collections::BTreeSet;

    /// A text of single letters, `|` between paragraphs.
    struct Letters(Vec<(char, u32)>);

    impl Letters {
        fn of(text: &str) -> Letters {
            let mut paragraph = 0;
            let mut letters = Vec::new();
            for c in text.chars() {
                if c == '|' { paragraph += 1 } else { letters.push((c, paragraph)) }
            }
            Letters(letters)
        }
    }

    impl Positions for Letters {
        fn of(&self, term: &Term) -> Vec<u32> {
            // `*` stands for every letter but z
            let stands = |c: char| if term.form == Form::Wildcard { c != 'z' } else { term.word.contains(c) };
            (0..).zip(&self.0).filter(|(_, (c, _))| stands(*c)).map(|(at, _)| at).collect()
        }

        fn paragraph(&self, position: u32) -> u32 {
            self.0.get(position as usize).map_or(u32::MAX, |(_, paragraph)| *paragraph)
        }
    }

    /// The definition word for word: every way to give each word a position of its own.
    fn by_definition(words: &Words, text: &Letters) -> BTreeSet<Vec<u32>> {
        let one_paragraph =
            |own: &Vec<u32>| own.iter().all(|at| text.paragraph(*at) == text.paragraph(*own.first().unwrap_or(&0)));
        let found: BTreeSet<Vec<u32>> = match words {
            Words::Term(term) => Positions::of(text, term).into_iter().map(|at| vec![at]).collect(),
            Words::Phrase(terms) => assignments(terms, text)
                .into_iter()
                .filter(|own| own.windows(2).all(|w| matches!(w, [a, b] if a + 1 == *b)))
                .collect(),
            Words::Within { terms, slack } => {
                let wide = terms.len() as u32 + slack;
                let mut all: Vec<Vec<u32>> = assignments(terms, text);
                all.iter_mut().for_each(|own| own.sort_unstable());
                all.into_iter().filter(|own| own.last().unwrap_or(&0) - own.first().unwrap_or(&0) < wide).collect()
            }
            Words::Any(words) => words.iter().flat_map(|words| by_definition(words, text)).collect(),
            Words::Near { left, right, gap, ordered } => {
                let mut all = BTreeSet::new();
                for a in by_definition(left, text) {
                    for b in by_definition(right, text) {
                        let (from, to) = (*a.first().unwrap_or(&0), *a.last().unwrap_or(&0));
                        let (first, last) = (*b.first().unwrap_or(&0), *b.last().unwrap_or(&0));
                        let between = if first > to {
                            first - to - 1
                        } else if from > last {
                            from - last - 1
                        } else {
                            0
                        };
                        let apart = a.iter().all(|at| !b.contains(at));
                        if apart && between <= *gap && (!ordered || first > to) {
                            let mut both = [a.clone(), b].concat();
                            both.sort_unstable();
                            all.insert(both);
                        }
                    }
                }
                all
            }
        };
        found.into_iter().filter(one_paragraph).collect()
    }

    fn assignments(terms: &[Term], text: &Letters) -> Vec<Vec<u32>> {
        let Some((last, before)) = terms.split_last() else { return vec![Vec::new()] };
        let with = |own: Vec<u32>| {
            let free = Positions::of(text, last).into_iter().filter(|at| !own.contains(at)).collect::<Vec<_>>();
            free.into_iter().map(move |at| [own.clone(), vec![at]].concat())
        };
        assignments(before, text).into_iter().flat_map(with).collect()
    }

    fn term(rng: &mut Rng) -> Term {
        let (word, form) = match rng.u8(..8) {
            0 => ("*", Form::Wildcard),
            1 => ("ab", Form::Exact),
            2 | 3 => ("a", Form::Exact),
            4 | 5 => ("b", Form::Exact),
            _ => ("c", Form::Exact),
        };
        Term { word: word.to_owned(), form }
    }

    fn words(rng: &mut Rng, depth: u8) -> Words {
        let terms = |rng: &mut Rng| (0..rng.usize(2..4)).map(|_| term(rng)).collect();
        match rng.u8(..if depth == 0 { 4 } else { 8 }) {
            0 | 1 => Words::Term(term(rng)),
            2 => Words::Phrase(terms(rng)),
            3 => Words::Within { terms: terms(rng), slack: rng.u32(..3) },
            4 => Words::Any((0..2).map(|_| words(rng, depth - 1)).collect()),
            _ => Words::Near {
                left: Box::new(words(rng, depth - 1)),
                right: Box::new(words(rng, depth - 1)),
                gap: rng.u32(..4),
                ordered: rng.bool(),
            },
        }
    }

    #[test]
    fn places_are_those_of_the_definition() {
        let mut rng = Rng::with_seed(5);
        for _ in 0..3_000 {
            let written: String = (0..rng.usize(..10))
                .map(|_| rng.choice(['a', 'a', 'b', 'b', 'c', 'x', 'z', '|']).unwrap_or('a'))
                .collect();
            let (text, words) = (Letters::of(&written), words(&mut rng, 2));
            let defined = by_definition(&words, &text);
            assert_eq!(holds(&words, &text), !defined.is_empty(), "{words} in {written}");
            let spans: BTreeSet<_> = defined.iter().filter_map(|own| Some((*own.first()?, *own.last()?))).collect();
            let inside = |a: &(u32, u32), b: &(u32, u32)| a != b && b.0 <= a.0 && a.1 <= b.1;
            let narrowest: BTreeSet<_> =
                spans.iter().filter(|span| !spans.iter().any(|other| inside(other, span))).copied().collect();
            let found: BTreeSet<_> = places(&words, &text).iter().map(|place| (place.from(), place.to())).collect();
            assert_eq!(found, narrowest, "{words} in {written}");
        }
    }
}
