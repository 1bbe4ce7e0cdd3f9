//! Features: what speaks for and against a name, as hashes. Training and tagging take them from here alone.
//!
//! In: a document, a place in it, the votes of the first pass where there are some. Out: hashes, handed to `emit`.
//! Three kinds: of a word by itself at some distance from the token (so that they can be added up once a spelling),
//! of a token in its place, and of a whole segment, which sees the name as one.

use super::document::{Document, Evidence, Facts, Sort};
use super::hash::{feature, join, pair};
use super::run::Run;
use super::votes::{Votes, verdict};

/// Distances from the token at which words are looked at.
pub const DISTANCES: [isize; 5] = [0, -1, 1, -2, 2];

/// Features of a word that stands `distance` (by its number in [`DISTANCES`]) away.
pub fn alone(fact: &Facts, distance: usize, emit: &mut impl FnMut(u32)) {
    let base = 10 * distance as u8;
    let mut say = |template: u8, found: u64| emit(feature(base + template, found));
    say(0, fact.lower);
    say(1, u64::from(fact.clusters.fine));
    say(2, u64::from(fact.clusters.middle));
    if distance > 2 {
        return;
    }
    say(3, u64::from(fact.clusters.coarse) << 8 | fact.case as u64);
    say(4, fact.shape);
    say(5, u64::from(fact.lists));
    say(6, u64::from(fact.sort.0) << 4 | fact.case as u64);
    say(7, fact.suffixes[1]);
    if distance == 0 {
        own(fact, emit);
    }
}

fn own(fact: &Facts, emit: &mut impl FnMut(u32)) {
    for length in 0..3 {
        emit(feature(50 + length as u8, fact.prefixes[length]));
        emit(feature(53 + length as u8, fact.suffixes[length]));
    }
    for bit in 0..16 {
        if fact.lists >> bit & 1 == 1 {
            emit(feature(56, bit));
        }
    }
    emit(feature(57, fact.length.min(12) as u64));
    emit(pair(58, u64::from(fact.lists), u64::from(fact.clusters.middle)));
}

/// Features of a token in its place in a run.
pub fn token(document: &Document<'_>, run: Run, at: usize, emit: &mut impl FnMut(u32)) {
    let fact = document.fact(at);
    let (before, behind) = (document.near(at, -1), document.near(at, 1));
    let (w, l, r) = (fact.lower, before.map_or(1, |b| b.lower), behind.map_or(1, |b| b.lower));
    emit(pair(60, l, w));
    emit(pair(61, w, r));
    emit(pair(62, l, r));
    let middle = |fact: Option<&Facts>| fact.map_or(0, |fact| u64::from(fact.clusters.middle));
    let coarse = |fact: Option<&Facts>| fact.map_or(99, |fact| u64::from(fact.clusters.coarse));
    emit(pair(63, middle(before), middle(Some(fact))));
    emit(pair(64, middle(Some(fact)), middle(behind)));
    emit(pair(65, coarse(before) << 8 | coarse(Some(fact)), coarse(behind)));
    let shape = |fact: Option<&Facts>| fact.map_or(3, |fact| fact.shape);
    emit(pair(66, join(shape(before), fact.shape), shape(behind)));
    let lists = |fact: Option<&Facts>| fact.map_or(0, |fact| u64::from(fact.lists));
    emit(pair(67, lists(before), lists(Some(fact))));
    emit(pair(68, lists(Some(fact)), lists(behind)));
    place(document, run, at, emit);
    office(document, at, emit);
    let seen = evidence(&document.evidence[fact.word]);
    emit(pair(75, seen, u64::from(document.starts[at])));
    emit(pair(76, seen, u64::from(fact.clusters.middle)));
    if document.is_acronym(fact) {
        emit(pair(79, fact.case as u64, fact.length as u64));
    }
}

/// Features of where in its run and its sentence a token stands.
fn place(document: &Document<'_>, run: Run, at: usize, emit: &mut impl FnMut(u32)) {
    let fact = document.fact(at);
    let (from_left, from_right) = ((at - run.from).min(3) as u64, (run.to - 1 - at).min(3) as u64);
    let start = u64::from(document.starts[at]);
    emit(pair(70, from_left << 4 | from_right, fact.case as u64));
    emit(pair(71, start << 4 | fact.case as u64, u64::from(fact.clusters.middle)));
    let (lists, inside) = document.covered[at];
    emit(pair(72, u64::from(lists), u64::from(inside)));
    let length = (run.to - run.from).min(6) as u64;
    let outside = |by: isize| document.near(if by < 0 { run.from } else { run.to - 1 }, by);
    let (left, right) = (outside(-1), outside(1));
    emit(pair(73, left.map_or(1, |fact| fact.lower), length << 4 | from_left));
    emit(pair(74, right.map_or(1, |fact| fact.lower), length << 4 | from_right));
    let coarse = |fact: Option<&Facts>| fact.map_or(99, |fact| u64::from(fact.clusters.middle));
    emit(pair(77, coarse(left) << 8 | coarse(right), length << 8 | from_left << 4 | from_right));
    emit(pair(78, u64::from(document.tokens[at].line) << 1 | start, length));
}

/// Features of a token behind an office with `of` in it: `Secretary of State Ada Lund`.
fn office(document: &Document<'_>, at: usize, emit: &mut impl FnMut(u32)) {
    let (Some(office), Some(body)) = (document.near(at, -3), document.near(at, -1)) else { return };
    if document.tokens[at - 2].text == "of" {
        emit(pair(133, office.lower, body.lower));
        let case = document.fact(at).case as u64;
        emit(pair(134, u64::from(office.sort.0) << 4 | case, u64::from(body.sort.0)));
    }
}

/// What the statement says of a word elsewhere, in few steps.
fn evidence(seen: &Evidence) -> u64 {
    let step = |times: u16| u64::from(times.min(2));
    step(seen.small) << 8
        | step(seen.inside.saturating_sub(1)) << 6
        | step(seen.titled) << 4
        | step(seen.named) << 2
        | step(seen.placed)
}

/// What the first pass says of a token's word elsewhere, of its neighbours, and of longer names that it stands in.
pub fn heard_token(document: &Document<'_>, at: usize, votes: &Votes, emit: &mut impl FnMut(u32)) {
    let fact = document.fact(at);
    let near = |by: isize| document.near(at, by).map_or(99, |fact| said(&votes.word(fact.word)));
    let (own, first, last) =
        (said(&votes.word(fact.word)), said(&votes.first(fact.word)), said(&votes.last(fact.word)));
    emit(feature(80, own));
    emit(pair(81, own, fact.case as u64));
    emit(feature(82, first));
    emit(feature(83, last));
    emit(pair(84, near(-1), own));
    emit(pair(85, own, near(1)));
    emit(pair(86, own, u64::from(document.starts[at])));
    emit(pair(87, own, u64::from(fact.clusters.coarse)));
    emit(pair(88, own, evidence(&document.evidence[fact.word])));
}

/// What the first pass says of a whole name elsewhere, and of longer names with its first and last word.
pub fn heard_segment(document: &Document<'_>, from: usize, to: usize, votes: &Votes, emit: &mut impl FnMut(u32)) {
    let (first, last) = (document.fact(from), document.fact(to - 1));
    let length = (to - from).min(3) as u64;
    let whole = said(&votes.name(document.name(from, to)));
    emit(pair(120, whole, length));
    emit(pair(121, said(&votes.last(last.word)), length));
    emit(pair(122, said(&votes.first(first.word)), length));
    emit(pair(124, said(&votes.first(first.word)), said(&votes.last(last.word))));
    emit(pair(125, whole, said(&votes.word(last.word))));
}

fn said(votes: &[i32]) -> u64 {
    verdict(votes).map_or(0, |(kind, share)| 1 + (kind as u64) * 16 + share)
}

/// Features of any word inside a name.
pub fn inside(fact: &Facts, emit: &mut impl FnMut(u32)) {
    emit(feature(116, fact.lower));
    emit(feature(117, u64::from(fact.clusters.fine)));
}

/// Features of a whole segment, as one name.
pub fn segment(document: &Document<'_>, run: Run, from: usize, to: usize, emit: &mut impl FnMut(u32)) {
    let (first, last) = (document.fact(from), document.fact(to - 1));
    let name = document.name(from, to);
    let length = (to - from).min(6) as u64;
    emit(feature(100, length));
    emit(feature(101, name));
    emit(pair(102, first.lower, length));
    emit(pair(103, last.lower, length));
    emit(pair(104, u64::from(first.clusters.middle), u64::from(last.clusters.middle)));
    emit(pair(105, u64::from(first.lists), u64::from(last.lists) << 8 | length));
    emit(pair(106, u64::from(document.listed(from, to)), length));
    emit(pair(107, first.suffixes[1], last.suffixes[1]));
    let (left, right) = (document.near(from, -1), document.near(to - 1, 1));
    emit(pair(108, left.map_or(1, |fact| fact.lower), length));
    emit(pair(109, right.map_or(1, |fact| fact.lower), length));
    let middle = |fact: Option<&Facts>| fact.map_or(0, |fact| u64::from(fact.clusters.middle));
    emit(pair(110, middle(left), u64::from(last.clusters.middle)));
    emit(pair(111, middle(right), u64::from(last.clusters.middle)));
    emit(pair(112, middle(left) << 8 | middle(right), length));
    let whole = u64::from(from == run.from) << 1 | u64::from(to == run.to);
    emit(pair(113, whole, (length << 8) | (first.case as u64) << 4 | last.case as u64));
    if document.is_lettered(from, to) {
        emit(feature(126, length));
    }
    if length == 1 && document.is_acronym(first) {
        emit(feature(127, first.length as u64));
    }
    around(document, from, to, emit);
    heads(document, from, to, emit);
}

/// Features of two words on each side of a segment.
fn around(document: &Document<'_>, from: usize, to: usize, emit: &mut impl FnMut(u32)) {
    let (left, right) = (document.near(from, -1), document.near(to - 1, 1));
    let (far_left, far_right) = (document.near(from, -2), document.near(to - 1, 2));
    let lower = |fact: Option<&Facts>| fact.map_or(1, |fact| fact.lower);
    let middle = |fact: Option<&Facts>| fact.map_or(0, |fact| u64::from(fact.clusters.middle));
    emit(pair(128, lower(far_left), lower(left)));
    emit(pair(129, lower(right), lower(far_right)));
    emit(pair(130, middle(far_left), middle(left)));
    emit(pair(131, middle(right), middle(far_right)));
    emit(pair(132, lower(left), lower(right)));
}

/// Features of the words inside a segment: words of organisations and places, linkers, what stands around a linker.
fn heads(document: &Document<'_>, from: usize, to: usize, emit: &mut impl FnMut(u32)) {
    let (mut sorts, mut small, mut shapes) = (0_u64, 0_u64, 7_u64);
    for at in from..to {
        let fact = document.fact(at);
        let sort = u64::from(fact.sort.0);
        let place = if at == from {
            0
        } else if at + 1 == to {
            2
        } else {
            1
        };
        sorts |= sort << (4 * place);
        shapes = join(shapes, fact.case as u64);
        if !document.tokens[at].is_capital() && document.tokens[at].is_word() {
            small = fact.lower;
            emit(pair(114, fact.lower, document.fact(at - usize::from(at > from)).lower));
            emit(pair(115, fact.lower, u64::from(document.fact(at - usize::from(at > from)).sort.0)));
        }
    }
    emit(pair(118, sorts, small));
    emit(feature(119, shapes));
    let shout = document.fact(from).case;
    emit(pair(123, sorts | u64::from(Sort::TITLE) << 16, shout as u64));
}

#[cfg(test)]
mod tests {
    use super::{alone, heard_token, segment, token};
    use crate::enrich::names::lattice::Segment;
    use crate::enrich::names::tests::document;
    use crate::enrich::names::votes::Votes;

    #[test]
    fn the_same_place_gives_the_same_features_and_another_gives_others() {
        let document = document("Minister Ada Lund met Minister Ada Lund in Osk.");
        let of = |at: usize| {
            let run = *document.runs.iter().find(|run| (run.from..run.to).contains(&at)).expect("a run");
            let mut found = Vec::new();
            token(&document, run, at, &mut |hash| found.push(hash));
            found
        };
        assert_eq!(of(1), of(1));
        assert_ne!(of(1), of(2));
        let far = |number: usize| {
            let mut found = Vec::new();
            alone(document.fact(1), number, &mut |hash| found.push(hash));
            found
        };
        assert!(far(0).iter().all(|hash| !far(1).contains(hash)), "a distance has templates of its own");
    }

    #[test]
    fn a_segment_is_seen_as_one_name() {
        let document = document("Bank of Osk");
        let of = |from: usize, to: usize| {
            let mut found = Vec::new();
            segment(&document, document.runs[0], from, to, &mut |hash| found.push(hash));
            found
        };
        assert_eq!(document.runs.len(), 1);
        assert_ne!(of(0, 3), of(0, 1));
        assert!(of(0, 3).len() > of(0, 1).len(), "a linker has features too");
    }

    #[test]
    fn what_was_heard_elsewhere_changes_what_is_said_of_a_word() {
        let document = document("Osk met. Osk left.");
        let hear = |votes: &Votes| {
            let mut found = Vec::new();
            heard_token(&document, 0, votes, &mut |hash| found.push(hash));
            found
        };
        let mut votes = Votes::new(&document);
        let silent = hear(&votes);
        votes.count(&document, &[Segment { from: 3, to: 4, kind: Some(2) }], 1);
        assert_ne!(hear(&votes), silent);
    }
}
