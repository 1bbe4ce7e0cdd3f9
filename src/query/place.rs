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
    let found = every_place(words, positions);
    // single words and phrases hold nothing narrower by themselves
    if matches!(words, Words::Term(_) | Words::Phrase(_)) { found } else { narrowest(found) }
}

/// Whether words hold anywhere.
#[must_use]
pub fn holds(words: &Words, positions: &dyn Positions) -> bool {
    !every_place(words, positions).is_empty()
}

fn every_place(words: &Words, positions: &dyn Positions) -> Vec<Place> {
    let mut found = match words {
        Words::Term(term) => positions.of(term).into_iter().map(|at| Place::of_run(at, at)).collect(),
        Words::Phrase(terms) => phrase(terms, positions),
        Words::Within { terms, slack } => within(terms, *slack, positions),
        Words::Any(words) => words.iter().flat_map(|words| every_place(words, positions)).collect(),
        Words::Near { left, right, gap, ordered } => {
            let (left, right) = (every_place(left, positions), every_place(right, positions));
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

/// Side by side, in this order. Begins at the rarest word.
fn phrase(terms: &[Term], positions: &dyn Positions) -> Vec<Place> {
    let lists: Vec<Vec<u32>> = terms.iter().map(|term| positions.of(term)).collect();
    let Some((rarest, starts)) = lists.iter().enumerate().min_by_key(|(_, list)| list.len()) else { return Vec::new() };
    let (rarest, length) = (rarest as u32, terms.len() as u32);
    let starts = starts.iter().filter_map(|at| at.checked_sub(rarest));
    let holds = |from: &u32| {
        let mut turn = *from..;
        lists.iter().all(|list| turn.next().is_some_and(|at| list.binary_search(&at).is_ok()))
            && positions.paragraph(*from) == positions.paragraph(from + length - 1)
    };
    starts.filter(holds).map(|from| Place::of_run(from, from + length - 1)).collect()
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
fn within(terms: &[Term], slack: u32, positions: &dyn Positions) -> Vec<Place> {
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
        window(inside, terms.len(), &mut found);
    }
    found
}

/// Places that begin at the first of these marks: one for each last position at which every term has found its own.
fn window<'a>(marks: impl Iterator<Item = &'a (u32, usize)>, terms: usize, found: &mut Vec<Place>) {
    let mut columns: Vec<(u32, Vec<usize>)> = Vec::new();
    for (at, turn) in marks {
        match columns.last_mut() {
            Some((last, turns)) if last == at => turns.push(*turn),
            _ => columns.push((*at, vec![*turn])),
        }
    }
    for last in terms.max(1)..=columns.len() {
        let columns = columns.get(..last).unwrap_or(&[]);
        if let Some(own) = assigned(columns, terms) {
            found.push(Place { runs: own.into_iter().map(|at| (at, at)).collect() });
        }
    }
}

/// A position of its own for every term, first and last column among them (augmenting paths).
fn assigned(columns: &[(u32, Vec<usize>)], terms: usize) -> Option<Vec<u32>> {
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

fn augment(columns: &[(u32, Vec<usize>)], column: usize, holder: &mut [Option<usize>], seen: &mut [bool]) -> bool {
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
        if best.is_none_or(|best| own.0 >= best.0) {
            best = Some(own);
        }
        !holds_other
    });
    found.sort_unstable();
    found
}
