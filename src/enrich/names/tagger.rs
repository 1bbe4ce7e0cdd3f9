//! The trained recogniser: two passes over the runs of a document.
//!
//! In: fields and a model. Out: mentions. The first pass looks at each run alone; what it says of a name in one place
//! is evidence for the same words elsewhere, and the second pass hears it.

use super::document::Document;
use super::features::{self, DISTANCES};
use super::lattice::{KIND_TYPES, LONGEST, Lattice, Segment};
use super::model::{Model, Row, Weights};
use super::run::{Run, spans};
use super::votes::Votes;
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

    /// What the first pass says of a document, run by run.
    #[must_use]
    pub fn first_pass(&self, document: &Document<'_>) -> Vec<Vec<Segment>> {
        let mut pass = Pass::new(document, self.model.passes[0]);
        document.runs.iter().map(|run| pass.best(*run, None)).collect()
    }

    /// The names of a document, run by run, in token numbers.
    #[must_use]
    pub fn segments(&self, document: &Document<'_>) -> Vec<Vec<Segment>> {
        let heard = self.first_pass(document);
        let mut votes = Votes::new(document);
        heard.iter().for_each(|segments| votes.count(document, segments, 1));
        let mut pass = Pass::new(document, self.model.passes[1]);
        let runs = document.runs.iter().zip(&heard);
        runs.map(|(run, own)| {
            votes.count(document, own, -1);
            let best = pass.best(*run, Some(&votes));
            votes.count(document, own, 1);
            best
        })
        .collect()
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

fn found(fields: &[Stretch<'_>], document: &Document<'_>, segment: &Segment) -> Option<Found> {
    let kind = *KIND_TYPES.get(segment.kind?)?;
    let (first, last) = (document.tokens.get(segment.from)?, document.tokens.get(segment.to - 1)?);
    let field = fields.get(*document.fields.get(segment.from)?)?;
    let stop = field.text.get(last.span.to..).is_some_and(|rest| rest.starts_with('.'));
    let short = super::run::is_abbreviation(last.text) && segment.to - segment.from > 1;
    let to = last.span.to + usize::from(stop && short);
    Some(Found { place: field.place, span: Span::new(first.span.from, to), kind })
}

/// One pass: weights, and the scores of each spelling by itself, added up once.
struct Pass<'d, 'a> {
    document: &'d Document<'d>,
    weights: Weights<'a>,
    alone: Vec<[Option<Row>; DISTANCES.len()]>,
}

impl<'d, 'a> Pass<'d, 'a> {
    fn new(document: &'d Document<'d>, weights: Weights<'a>) -> Pass<'d, 'a> {
        Pass { document, weights, alone: vec![[None; DISTANCES.len()]; document.facts.len()] }
    }

    fn best(&mut self, run: Run, votes: Option<&Votes>) -> Vec<Segment> {
        let lattice = self.lattice(run, votes);
        let segments = lattice.best().into_iter();
        segments.map(|s| Segment { from: s.from + run.from, to: s.to + run.from, kind: s.kind }).collect()
    }

    fn lattice(&mut self, run: Run, votes: Option<&Votes>) -> Lattice {
        let tokens = (run.from..run.to).map(|at| self.token(run, at, votes)).collect();
        let spans = spans(&self.document.tokens, run, LONGEST).into_iter();
        let name = |(from, to)| {
            let mut row = [0.0; super::votes::KINDS];
            features::segment(self.document, run, from, to, votes, &mut |hash| self.weights.add(hash, &mut row));
            (from - run.from, to - run.from, row)
        };
        let names = spans.map(name).collect();
        Lattice { length: run.to - run.from, tokens, names, follows: self.weights.follows }
    }

    fn token(&mut self, run: Run, at: usize, votes: Option<&Votes>) -> Row {
        let mut row = Row::default();
        for (number, by) in DISTANCES.into_iter().enumerate() {
            if self.document.near(at, by).is_some() {
                let spelling = self.document.spelling[at.saturating_add_signed(by)];
                row.iter_mut().zip(self.alone(spelling, number)).for_each(|(score, more)| *score += more);
            }
        }
        features::token(self.document, run, at, votes, &mut |hash| self.weights.add(hash, &mut row));
        row
    }

    fn alone(&mut self, spelling: usize, number: usize) -> Row {
        if let Some(known) = self.alone[spelling][number] {
            return known;
        }
        let mut row = Row::default();
        features::alone(&self.document.facts[spelling], number, &mut |hash| self.weights.add(hash, &mut row));
        self.alone[spelling][number] = Some(row);
        row
    }
}
