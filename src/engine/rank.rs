//! The order of relevance: every match scored by its words, then the first two hundred weighed again by where those stand.
//!
//! In: a query tree and the documents that match. Out: a score for each, rounded to 1e-4, and on request the parts it is
//! made of. Statistics are those of the whole index, whatever its segments; sums run in the order of the query, and who is
//! weighed again goes by score and id, so that the same statements give the same scores. The arithmetic is in `points`.
//!
//! ```text
//!  all matches          words in any form of their family        ─┐
//!  the first 200        + exact form, title, side by side, close  ├▶ score
//!                         (never less than before, so what lies beyond them follows below)
//! ```

use super::lower::{Lowering, Sets};
use super::points::{self, Lengths, Points, Seen, idf, rounded};
use super::postings::{Counts, Problem, WordField};
use crate::query::{Form, Match, Node, Scope, Term, Words};
use crate::text::is_light;
use std::rc::Rc;
use tantivy::SegmentReader;
use tantivy::columnar::Column;
use tantivy::schema::Field;

/// So many of the first are weighed again, whatever is shown of them.
pub(super) const WEIGHED_AGAIN: usize = 200;

/// Scores by document, one list a segment.
pub(super) type Scores = Vec<Vec<f64>>;

/// A word or phrase that is asked for, with what the whole index says of it.
struct Asked<'q> {
    scope: Scope,
    words: &'q Words,
    /// How often it is asked for.
    times: f64,
    /// Weight of the word in any form.
    idf: f64,
    /// The word in exactly the form asked for, where another would do too.
    exact: Option<Words>,
    /// Weight of exactly what is asked for.
    exact_idf: f64,
    /// Matches in title, byline and text by document, one list a segment.
    counts: Rc<[Counts]>,
}

/// What is asked of one index.
pub(super) struct Ranking<'a> {
    lowering: &'a Lowering<'a>,
    asked: Vec<Asked<'a>>,
    /// The asked words as numbers in `asked`, in the order of the query.
    order: Vec<usize>,
    mean: Lengths,
}

impl<'a> Ranking<'a> {
    /// Reads what the index says of the words in a query. Light words count only where nothing else is asked.
    pub(super) fn of(lowering: &'a Lowering<'a>, query: &'a Node) -> Result<Ranking<'a>, Problem> {
        let mut ranking = Ranking { lowering, asked: Vec::new(), order: Vec::new(), mean: Lengths::default() };
        let words = weighty(query.asked_words());
        // every statement is looked at for these; a query of filters alone scores nothing
        if !words.is_empty() {
            ranking.mean = mean_lengths(lowering.searcher.segment_readers())?;
        }
        for (scope, words) in words {
            let known = ranking.asked.iter().position(|asked| asked.scope == scope && asked.words == words);
            let at = known.unwrap_or(ranking.asked.len());
            match ranking.asked.get_mut(at) {
                Some(asked) => asked.times += 1.0,
                None => ranking.asked.push(ranking.look_up(scope, words)?),
            }
            ranking.order.push(at);
        }
        Ok(ranking)
    }

    /// Whether no words are asked for.
    pub(super) fn scores_nothing(&self) -> bool {
        self.asked.is_empty()
    }

    fn look_up(&self, scope: Scope, words: &'a Words) -> Result<Asked<'a>, Problem> {
        let searcher = self.lowering.searcher;
        let fields = self.lowering.fields_of(scope);
        let counts = self.lowering.counted(scope, words)?;
        let statements = searcher.num_docs() as f64;
        let holders = counts.iter().map(Vec::len).sum::<usize>() as f64;
        let (mut exact, mut exact_holders) = (None, holders);
        if let Words::Term(Term { word, form: Form::Family }) = words {
            let term = Term { word: word.clone(), form: Form::Exact };
            exact_holders = self.holders(&fields, &term)?.min(holders);
            exact = Some(Words::Term(term));
        }
        let [idf, exact_idf] = [holders, exact_holders].map(|holders| idf(statements, holders));
        Ok(Asked { scope, words, times: 1.0, idf, exact, exact_idf, counts })
    }

    /// Documents that hold a word in the field where most do.
    fn holders(&self, fields: &[Field], term: &Term) -> Result<f64, Problem> {
        let mut most = 0;
        for field in fields {
            let mut holders = 0;
            for segment in self.lowering.searcher.segment_readers() {
                holders += WordField::open(segment, *field)?.holders(term, segment)?;
            }
            most = most.max(holders);
        }
        Ok(most as f64)
    }

    /// Scores by the words alone.
    pub(super) fn by_words(&self, sets: &Sets) -> Result<Scores, Problem> {
        let mut scores = Vec::new();
        for (number, (segment, docs)) in self.lowering.searcher.segment_readers().iter().zip(sets).enumerate() {
            let lengths = segment.fast_fields().u64("length")?;
            let mut own = vec![0.0; segment.max_doc() as usize];
            for asked in &self.asked {
                for (doc, count) in asked.counts.get(number).into_iter().flatten() {
                    if let Some(score) = own.get_mut(*doc as usize).filter(|_| docs.contains(*doc)) {
                        *score += self.of_word(asked, *count, length(&lengths, *doc));
                    }
                }
            }
            own.iter_mut().for_each(|score| *score = rounded(*score));
            scores.push(own);
        }
        Ok(scores)
    }

    fn of_word(&self, asked: &Asked<'_>, count: u32, length: f64) -> f64 {
        asked.times * asked.idf * points::gain(count, length, self.mean.statement)
    }

    /// Weighs documents of one segment, ascending, by everything.
    pub(super) fn weigh(&self, number: usize, docs: &[u32]) -> Result<Vec<Points>, Problem> {
        let Some(segment) = self.lowering.searcher.segment_readers().get(number) else { return Ok(Vec::new()) };
        let (statements, headings) = (segment.fast_fields().u64("length")?, segment.fast_fields().u64("heading")?);
        let weights: Vec<f64> = self.asked.iter().map(|asked| asked.idf).collect();
        let mut weighed: Vec<Points> = Vec::new();
        let mut seen = Vec::new();
        for asked in &self.asked {
            seen.push(self.seen(segment, asked, docs)?);
        }
        for (at, doc) in docs.iter().enumerate() {
            let lengths = Lengths { statement: length(&statements, *doc), heading: length(&headings, *doc) };
            let of_doc: Vec<&Seen> = seen.iter().filter_map(|docs| docs.get(at)).collect();
            let words = self.words_of(number, *doc, lengths.statement);
            let mut points = Points { words, ..Points::default() };
            for (asked, seen) in self.asked.iter().zip(&of_doc) {
                points.exact += asked.times * asked.exact_idf * seen.exact_gain(&lengths, &self.mean);
                points.title += asked.times * asked.idf * seen.title_gain(&lengths, &self.mean);
            }
            points.pairs = points::pairs(&self.order, &weights, &of_doc, &lengths, &self.mean);
            points.close = points::close(&weights, &of_doc);
            weighed.push(points);
        }
        Ok(weighed)
    }

    /// Points for the words alone, a pair of matches and points for each that is asked.
    fn words_of(&self, number: usize, doc: u32, length: f64) -> Vec<(u32, f64)> {
        let count = |asked: &Asked<'_>| {
            let counts = asked.counts.get(number)?;
            let at = counts.binary_search_by_key(&doc, |(doc, _)| *doc).ok()?;
            counts.get(at).map(|(_, count)| *count)
        };
        let counted = self.asked.iter().map(|asked| (asked, count(asked).unwrap_or(0)));
        counted.map(|(asked, count)| (count, self.of_word(asked, count, length))).collect()
    }

    /// Where one asked word stands in each document; names of authors have no places beside other words, and a pattern
    /// stands for too many to be looked for again.
    fn seen(&self, segment: &SegmentReader, asked: &Asked<'_>, docs: &[u32]) -> Result<Vec<Seen>, Problem> {
        let mut seen: Vec<Seen> = docs.iter().map(|_| Seen::default()).collect();
        if asked.words.terms().iter().any(|term| !matches!(term.form, Form::Exact | Form::Family)) {
            return Ok(seen);
        }
        let fields = self.lowering.fields;
        for field in self.lowering.fields_of(asked.scope).into_iter().filter(|field| *field != fields.byline) {
            let open = WordField::open(segment, field)?;
            for (seen, places) in seen.iter_mut().zip(open.places_in(asked.words, docs)?) {
                seen.exact += if asked.exact.is_none() { places.len() as u32 } else { 0 };
                if field == fields.title {
                    seen.title = places
                } else {
                    seen.text = places
                };
            }
            if let Some(exact) = &asked.exact {
                for (seen, places) in seen.iter_mut().zip(open.places_in(exact, docs)?) {
                    seen.exact += places.len() as u32;
                }
            }
        }
        Ok(seen)
    }

    /// The asked words as they are printed, each once.
    pub(super) fn words(&self) -> Vec<String> {
        let node = |asked: &Asked<'_>| Node {
            span: crate::text::Span::default(),
            asks: Match::Text(asked.scope, asked.words.clone()),
        };
        self.asked.iter().map(|asked| node(asked).to_string()).collect()
    }
}

/// What is asked without function words, unless nothing else is.
fn weighty(all: Vec<(Scope, &Words)>) -> Vec<(Scope, &Words)> {
    let light = |words: &Words| matches!(words, Words::Term(Term { word, form: Form::Family }) if is_light(word));
    let heavy: Vec<_> = all.iter().copied().filter(|(_, words)| !light(words)).collect();
    if heavy.is_empty() { all } else { heavy }
}

fn length(column: &Column<u64>, doc: u32) -> f64 {
    column.first(doc).unwrap_or(0) as f64
}

/// Mean words of a statement, and of a title where there is one; at least 1.
fn mean_lengths(segments: &[SegmentReader]) -> Result<Lengths, Problem> {
    let (mut words, mut statements, mut heading_words, mut headings) = (0, 0, 0, 0);
    for segment in segments {
        let (lengths, titles) = (segment.fast_fields().u64("length")?, segment.fast_fields().u64("heading")?);
        for doc in segment.doc_ids_alive() {
            let heading = titles.first(doc).unwrap_or(0);
            words += lengths.first(doc).unwrap_or(0);
            statements += 1;
            heading_words += heading;
            headings += u64::from(heading > 0);
        }
    }
    let mean = |sum: u64, count: u64| (sum as f64 / count.max(1) as f64).max(1.0);
    Ok(Lengths { statement: mean(words, statements), heading: mean(heading_words, headings) })
}
