//! Scores: BM25 over title, byline and text of a statement as one, the exact form above the stem, a bonus for titles.
//!
//! In: a query tree and the documents that match. Out: a score for each, rounded to 1e-4. Statistics are those of the
//! whole index, whatever its segments; sums run in the order of the query, so that the same index gives the same scores.
//!
//! ```text
//!  score = Σ over the asked words   idf · f · (k + 1) / (f + k · (1 − b + b · length / mean))
//!  idf   = ln(1 + (N − n + ½) / (n + ½))          k = 1.2, b = ½
//!  f     = matches in title, byline and text, + 0.2 a match in the exact form, + 0.3 a match in the title
//! ```
//!
//! Formula: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009.

use super::lower::{Lowering, Sets};
use super::postings::{Counts, Problem, WordField};
use crate::query::{Form, Node, Scope, Term, Words};
use std::collections::HashMap;
use tantivy::SegmentReader;

const K: f64 = 1.2;
const B: f64 = 0.5;
const EXACT: f64 = 0.2;
const TITLE: f64 = 0.3;

/// Scores by document, one map a segment.
pub(super) type Scores = Vec<HashMap<u32, f64>>;

/// Scores of the documents in `sets`; empty maps where the query asks for no words.
pub(super) fn scores(lowering: &Lowering<'_>, query: &Node, sets: &Sets) -> Result<Scores, Problem> {
    let mut scores: Scores = sets.iter().map(|_| HashMap::new()).collect();
    let leaves = query.asked_words();
    if leaves.is_empty() {
        return Ok(scores);
    }
    let segments = lowering.searcher.segment_readers();
    let mean = mean_length(segments)?;
    let total = lowering.searcher.num_docs() as f64;
    for (scope, words) in leaves {
        let weighted =
            segments.iter().map(|segment| weigh(lowering, segment, scope, words)).collect::<Result<Vec<_>, _>>()?;
        let holders = weighted.iter().map(HashMap::len).sum::<usize>() as f64;
        let idf = (1.0 + (total - holders + 0.5).max(0.0) / (holders + 0.5)).ln();
        for (((segment, weights), docs), scores) in segments.iter().zip(weighted).zip(sets).zip(&mut scores) {
            let lengths = segment.fast_fields().u64("length")?;
            for (doc, f) in weights.into_iter().filter(|(doc, _)| docs.contains(*doc)) {
                let length = lengths.first(doc).unwrap_or(0) as f64;
                let norm = K * (1.0 - B + B * length / mean);
                *scores.entry(doc).or_default() += idf * f * (K + 1.0) / (f + norm);
            }
        }
    }
    scores.iter_mut().flat_map(HashMap::values_mut).for_each(|score| *score = (*score * 1e4).round() / 1e4);
    Ok(scores)
}

/// Weighted matches of one leaf in the documents of one segment.
fn weigh(
    lowering: &Lowering<'_>,
    segment: &SegmentReader,
    scope: Scope,
    words: &Words,
) -> Result<HashMap<u32, f64>, Problem> {
    let mut weights: HashMap<u32, f64> = HashMap::new();
    let mut add = |counts: Counts, weight: f64| {
        // statements that were replaced but not merged away move no score
        for (doc, count) in counts.into_iter().filter(|(doc, _)| !segment.is_deleted(*doc)) {
            *weights.entry(doc).or_default() += f64::from(count) * weight;
        }
    };
    for field in lowering.fields_of(scope) {
        let open = WordField::open(segment, field)?;
        let title = if field == lowering.fields.title { TITLE } else { 0.0 };
        add(open.counts(words)?, 1.0 + title);
        if let Words::Term(Term { word, form: Form::Family }) = words {
            add(open.counts(&Words::Term(Term { word: word.clone(), form: Form::Exact }))?, EXACT);
        }
    }
    Ok(weights)
}

fn mean_length(segments: &[SegmentReader]) -> Result<f64, Problem> {
    let (mut sum, mut count) = (0, 0);
    for segment in segments {
        let lengths = segment.fast_fields().u64("length")?;
        for doc in segment.doc_ids_alive() {
            sum += lengths.first(doc).unwrap_or(0);
            count += 1;
        }
    }
    Ok(if sum == 0 { 1.0 } else { sum as f64 / f64::from(count) })
}
