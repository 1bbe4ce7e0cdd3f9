//! The development table: exact span and type, as `score.py` counts.
//!
//! In: gold samples and a tagger. Out: precision, recall and F1 over all types, and F1 for each.

use super::data::Sample;
use byline::article::{EntityType, Place};
use byline::enrich::names::tagger::Tagger;
use byline::enrich::names::{Recognizer, Stretch};
use std::collections::BTreeSet;

/// Counts of one type: right, found, wanted.
type Counts = [usize; 3];

/// Scores of a set: person, organisation, place, all.
pub(crate) fn counts(tagger: &Tagger<'_>, samples: &[Sample]) -> [Counts; 4] {
    let mut counts = [[0; 3]; 4];
    for sample in samples {
        let fields = [Stretch { place: Place::Text, text: &sample.text }];
        let found: BTreeSet<(usize, usize, usize)> = tagger
            .find(&fields)
            .into_iter()
            .map(|found| {
                let (from, to) = super::data::trimmed(&sample.text, found.span.from, found.span.to);
                let kind = match found.kind {
                    EntityType::Person => 0,
                    EntityType::Org => 1,
                    EntityType::Place => 2,
                };
                (from, to, kind)
            })
            .collect();
        let wanted: BTreeSet<(usize, usize, usize)> = sample.names.iter().copied().collect();
        for kind in 0..3 {
            let of = |set: &BTreeSet<(usize, usize, usize)>| set.iter().filter(|name| name.2 == kind).count();
            let right = found.intersection(&wanted).filter(|name| name.2 == kind).count();
            for (at, more) in [right, of(&found), of(&wanted)].into_iter().enumerate() {
                counts[kind][at] += more;
                counts[3][at] += more;
            }
        }
    }
    counts
}

/// A line of the table.
pub(crate) fn line(name: &str, counts: &[Counts; 4]) -> String {
    let share = |part: usize, of: usize| if of == 0 { 0.0 } else { 100.0 * part as f64 / of as f64 };
    let f1 = |[right, found, wanted]: Counts| share(2 * right, found + wanted);
    let [per, org, loc, all] = *counts;
    format!(
        "{name:<10} P {:5.1}  R {:5.1}  F1 {:5.1}   person {:5.1}  org {:5.1} (R {:4.1})  place {:5.1}   n {}",
        share(all[0], all[1]),
        share(all[0], all[2]),
        f1(all),
        f1(per),
        f1(org),
        share(org[0], org[2]),
        f1(loc),
        all[2]
    )
}
