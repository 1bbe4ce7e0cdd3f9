//! The trained recogniser: two passes over the runs of a document.
//!
//! In: fields and a model. Out: mentions. The first pass looks at each run alone; what it says of a name in one place
//! is evidence for the same words elsewhere, and the second pass hears it.

use super::document::{COUNTRIES, Document, Facts};
use super::features::{self, DISTANCES};
use super::lattice::{KIND_TYPES, LONGEST, Lattice, ORGANISATION, PLACE, Segment};
use super::memory::{self, Scores};
use super::model::{Model, Row, Weights};
use super::run::{Run, spans};
use super::votes::{KINDS, Votes};
use super::{Found, Recognizer, Stretch};
use crate::text::Span;

/// The recogniser of a trained model.
#[derive(Debug, Clone, Copy)]
pub struct Tagger<'a> {
    model: Model<'a>,
}

impl<'a> Tagger<'a> {
    /// The recogniser of a model.
    #[must_use]
    pub fn new(model: Model<'a>) -> Tagger<'a> {
        Tagger { model }
    }

    /// The lattices of the first pass, run by run.
    #[must_use]
    pub fn lattices(&self, document: &Document<'_>) -> Vec<Lattice> {
        let mut pass = Pass::new(document, self.model.passes[0]);
        document.runs.iter().map(|run| pass.lattice(*run)).collect()
    }

    /// The names of a document, run by run, in token numbers.
    #[must_use]
    pub fn segments(&self, document: &Document<'_>) -> Vec<Vec<Segment>> {
        let mut lattices = self.lattices(document);
        let heard: Vec<Vec<Segment>> =
            lattices.iter().zip(&document.runs).map(|(lattice, run)| lattice.best_at(run.from)).collect();
        let mut votes = Votes::new(document);
        heard.iter().for_each(|segments| votes.count(document, segments, 1));
        let runs = document.runs.iter().zip(&heard).zip(&mut lattices);
        runs.map(|((run, own), lattice)| {
            votes.count(document, own, -1);
            self.hear(document, *run, &votes, lattice);
            votes.count(document, own, 1);
            lattice.best_at(run.from).into_iter().map(|segment| as_elsewhere(document, &votes, segment)).collect()
        })
        .collect()
    }

    /// Adds to a lattice what the votes of the other runs say.
    fn hear(&self, document: &Document<'_>, run: Run, votes: &Votes, lattice: &mut Lattice) {
        let weights = self.model.passes[1];
        for (at, row) in lattice.tokens.iter_mut().enumerate() {
            features::heard_token(document, run.from + at, votes, &mut |hash| weights.add(hash, row));
        }
        for (from, to, row) in &mut lattice.names {
            let (from, to) = (run.from + *from, run.from + *to);
            features::heard_segment(document, from, to, votes, &mut |hash| weights.add(hash, row));
        }
        let steps = lattice.follows.iter_mut().flatten();
        steps.zip(weights.follows.iter().flatten()).for_each(|(step, more)| *step += more);
    }
}

impl Recognizer for Tagger<'_> {
    fn name(&self) -> &'static str {
        "trained"
    }

    fn find(&self, fields: &[Stretch<'_>]) -> Vec<Found> {
        let document = Document::new(fields, &self.model.lexicon);
        let segments = self.segments(&document);
        segments.iter().flatten().filter_map(|segment| found(fields, &document, segment)).collect()
    }
}

/// A country that is taken for an organisation here and mostly for a place elsewhere in the statement is the place: a
/// state that acts is still one entity.
fn as_elsewhere(document: &Document<'_>, votes: &Votes, segment: Segment) -> Segment {
    let (from, to) = (segment.from, segment.to);
    if segment.kind != Some(ORGANISATION) || document.listed(from, to) & COUNTRIES == 0 {
        return segment;
    }
    let elsewhere = votes.name(document.name(from, to));
    if elsewhere[PLACE] > elsewhere[ORGANISATION] { Segment { kind: Some(PLACE), ..segment } } else { segment }
}

fn found(fields: &[Stretch<'_>], document: &Document<'_>, segment: &Segment) -> Option<Found> {
    let kind = *KIND_TYPES.get(segment.kind?)?;
    let (first, last) = (document.tokens.get(segment.from)?, document.tokens.get(segment.to - 1)?);
    let field = fields.get(*document.fields.get(segment.from)?)?;
    let stop = field.text.get(last.span.to..).is_some_and(|rest| rest.starts_with('.'));
    let short = super::run::is_abbreviation(last.text) && segment.to - segment.from > 1;
    let to = last.span.to + usize::from(stop && short);
    Some(Found { place: field.place, span: Span::new(first.span.from, to), kind })
}

/// The first pass: weights, and the scores of each spelling by itself, added up once.
struct Pass<'d, 'a> {
    document: &'d Document<'d>,
    weights: Weights<'a>,
    known: Vec<Option<Scores>>,
}

impl<'d, 'a> Pass<'d, 'a> {
    fn new(document: &'d Document<'d>, weights: Weights<'a>) -> Pass<'d, 'a> {
        Pass { document, weights, known: vec![None; document.facts.len()] }
    }

    fn lattice(&mut self, run: Run) -> Lattice {
        let tokens = (run.from..run.to).map(|at| self.token(run, at)).collect();
        let spans = spans(&self.document.tokens, run, LONGEST).into_iter();
        let names = spans.map(|(from, to)| (from - run.from, to - run.from, self.name(run, from, to))).collect();
        Lattice { length: run.to - run.from, tokens, names, follows: self.weights.follows }
    }

    fn token(&mut self, run: Run, at: usize) -> Row {
        let mut row = Row::default();
        for (number, by) in DISTANCES.into_iter().enumerate() {
            if self.document.near(at, by).is_some() {
                let spelling = self.document.spelling[at.saturating_add_signed(by)];
                row.iter_mut().zip(self.alone(spelling, number)).for_each(|(score, more)| *score += more);
            }
        }
        features::token(self.document, run, at, &mut |hash| self.weights.add(hash, &mut row));
        row
    }

    /// What is known of a spelling, with what `find` adds where that is new.
    fn known(
        &mut self,
        spelling: usize,
        is_known: impl Fn(&Scores) -> bool,
        find: impl Fn(&Facts, &mut Scores),
    ) -> Scores {
        let (mark, fact) = (self.weights.mark(), &self.document.facts[spelling]);
        let known = self.known[spelling].get_or_insert_with(|| memory::scores(mark, fact.spelled, |known| *known));
        if !is_known(known) {
            find(fact, known);
            memory::scores(mark, fact.spelled, |remembered| *remembered = *known);
        }
        *known
    }

    fn alone(&mut self, spelling: usize, number: usize) -> Row {
        let weights = self.weights;
        let find = |fact: &Facts, known: &mut Scores| {
            let mut row = Row::default();
            features::alone(fact, number, &mut |hash| weights.add(hash, &mut row));
            known.alone[number] = Some(row);
        };
        self.known(spelling, |known| known.alone[number].is_some(), find).alone[number].unwrap_or_default()
    }

    fn inside(&mut self, spelling: usize) -> [f32; KINDS] {
        let weights = self.weights;
        let find = |fact: &Facts, known: &mut Scores| {
            let mut row = [0.0; KINDS];
            features::inside(fact, &mut |hash| weights.add(hash, &mut row));
            known.inside = Some(row);
        };
        self.known(spelling, |known| known.inside.is_some(), find).inside.unwrap_or_default()
    }

    fn name(&mut self, run: Run, from: usize, to: usize) -> [f32; KINDS] {
        let mut row = [0.0; KINDS];
        features::segment(self.document, run, from, to, &mut |hash| self.weights.add(hash, &mut row));
        for at in from..to {
            let inside = self.inside(self.document.spelling[at]);
            row.iter_mut().zip(inside).for_each(|(score, more)| *score += more);
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::{ORGANISATION, PLACE, Segment, as_elsewhere};
    use crate::enrich::names::tests::document;
    use crate::enrich::names::votes::Votes;

    #[test]
    fn a_country_is_one_entity_also_where_it_acts() {
        let document = document("Kenya, Kenya, Osk");
        let org = |from: usize| Segment { from, to: from + 1, kind: Some(ORGANISATION) };
        let mut votes = Votes::new(&document);
        votes.count(&document, &[org(2), org(4)], 1);
        assert_eq!(as_elsewhere(&document, &votes, org(2)), org(2), "nothing speaks for a place");
        let place = Segment { kind: Some(PLACE), ..org(0) };
        votes.count(&document, &[place], 2);
        assert_eq!(as_elsewhere(&document, &votes, org(2)).kind, Some(PLACE));
        votes.count(&document, &[Segment { kind: Some(PLACE), ..org(4) }], 3);
        assert_eq!(as_elsewhere(&document, &votes, org(4)), org(4), "it is no country that a list knows");
    }
}
