//! Which stretches of a text to show.
//!
//! In: a text, its marks, a bound on length. Out: the best stretches. Worth most is what a stretch shows of the things asked for;
//! then that it begins and ends with a sentence, then with a clause; then that the marks stand close, many and early.
//!
//! ```text
//!  ├─ sentence ───────────┤├─ sentence ── clause ──, ── clause ─────┤
//!        ▀▀▀                      ▀▀▀                     ▀▀▀          marks
//!  ╰────────── begins at a sentence ────────────╯
//!                          ╰─────────── shows more marks ────────────╯
//! ```

use super::mark::Mark;
use super::{Options, edge};
use crate::text::{Span, clauses, sentences};

/// What a worth of 1 gains. More than the worst edges cost, so that marks come before edges.
const GAIN: f32 = 2.0;
/// What is taken off for a beginning inside a sentence: at a clause behind a colon, semicolon or line end, at another clause, at a word.
const START: [f32; 3] = [0.1, 0.4, 0.9];
/// What is taken off for an end in another paragraph, at a clause, at a word.
const END: [f32; 3] = [0.05, 0.15, 0.3];
/// What a thing already shown by another passage is still worth.
const AGAIN: f32 = 0.2;
/// With other passages to show the rest, bad edges cost more: up to this many times.
const DEARER: usize = 3;

/// The best stretches, in the order of the text; the opening where nothing is marked.
pub(super) fn best(text: &str, marks: &[Mark], options: &Options<'_>) -> Vec<Span> {
    let chars = options.chars.max(1);
    let page = Page { text, sentences: sentences(text), marks, chars, dear: options.passages.min(DEARER) as f32 };
    if page.sentences.is_empty() || options.passages == 0 {
        return Vec::new();
    }
    let candidates = page.candidates();
    let mut chosen: Vec<Span> = Vec::new();
    let mut shown: Vec<usize> = Vec::new();
    while chosen.len() < options.passages {
        let free = candidates.iter().filter(|candidate| !chosen.iter().any(|other| other.meets(candidate.span)));
        let scored = free.map(|candidate| (page.score(*candidate, &shown), candidate.span));
        let Some((score, span)) = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))) else { break };
        if score < 0.0 && !chosen.is_empty() {
            break;
        }
        let span = page.with_context(span, &chosen);
        shown.extend(page.inside(span).map(|mark| mark.piece));
        chosen.push(span);
    }
    if chosen.is_empty() {
        chosen.push(page.opening());
    }
    chosen.sort_unstable();
    // a sentence may begin with a combining mark that belongs to the blank before it
    chosen.into_iter().map(|span| edge::inside(text, span)).collect()
}

/// A stretch with what its edges cost.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    span: Span,
    cost: f32,
}

struct Page<'a> {
    text: &'a str,
    sentences: Vec<Span>,
    marks: &'a [Mark],
    chars: usize,
    /// How many times the edges' costs are counted.
    dear: f32,
}

impl Page<'_> {
    fn candidates(&self) -> Vec<Candidate> {
        let mut starts = self.starts();
        starts.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        starts.dedup_by_key(|start| start.0);
        starts
            .into_iter()
            .flat_map(|(from, cost)| self.ends(from).into_iter().map(move |(to, end)| (from, to, cost + end)))
            .map(|(from, to, cost)| Candidate { span: Span::new(from, to), cost })
            .filter(|candidate| self.inside(candidate.span).next().is_some() || self.cuts_long_mark(candidate.span))
            .collect()
    }

    /// Where a passage may begin: at the sentences and clauses that hold a mark, or at the mark itself.
    fn starts(&self) -> Vec<(usize, f32)> {
        let mut starts = Vec::new();
        let mut last: Option<(Span, Vec<Span>)> = None;
        for mark in self.marks {
            let sentence = self.sentence_of(mark.span.from);
            if last.as_ref().is_none_or(|(other, _)| *other != sentence) {
                starts.push((sentence.from, 0.0));
                last = Some((sentence, clauses(self.text, sentence)));
            }
            let clauses = last.as_ref().map_or(&[][..], |(_, clauses)| clauses);
            let first = clauses
                .partition_point(|clause| clause.from.saturating_add(self.chars.saturating_mul(4)) < mark.span.from);
            let near = clauses.iter().skip(first).take_while(|clause| clause.from <= mark.span.from);
            starts.extend(
                near.map(|clause| (edge::back(self.text, clause.from), self.clause_cost(sentence, clause.from))),
            );
            starts.push((mark.span.from, START[2]));
        }
        starts
    }

    fn clause_cost(&self, sentence: Span, from: usize) -> f32 {
        let before = self.text.get(sentence.from..from).unwrap_or("");
        let bare = before.trim_end();
        match () {
            () if bare.is_empty() => 0.0,
            () if bare.ends_with([':', ';']) || before.get(bare.len()..).is_some_and(|gap| gap.contains('\n')) => {
                START[0]
            }
            () => START[1],
        }
    }

    /// Where a passage that begins at `from` may end, each with its cost.
    fn ends(&self, from: usize) -> Vec<(usize, f32)> {
        let limit = self.limit(from);
        let first = self.sentences.partition_point(|sentence| sentence.to <= from);
        let mut ends: Vec<(usize, f32)> = Vec::new();
        let mut same_paragraph = true;
        let mut before: Option<Span> = None;
        for sentence in self.sentences.get(first..).unwrap_or(&[]).iter().take_while(|sentence| sentence.from < limit) {
            same_paragraph &= before.is_none_or(|before| !self.parted(before, *sentence));
            let cost = if same_paragraph { 0.0 } else { END[0] };
            if sentence.to <= limit {
                ends.retain(|end| end.1 != cost);
                ends.push((sentence.to, cost));
            } else {
                let shown = Span::new(sentence.from.max(from), sentence.to.min(limit + 1));
                let fitting = clauses(self.text, self.whole_chars(shown)).into_iter().rev().nth(1);
                ends.extend(fitting.map(|clause| (clause.to, cost + END[1])));
                ends.push((self.word_end(from, limit), cost + END[2]));
            }
            before = Some(*sentence);
        }
        ends
    }

    /// The last end between words, not inside a mark unless that one fills the passage.
    fn word_end(&self, from: usize, limit: usize) -> usize {
        let end = edge::word_end(self.text, from, limit);
        let inside = self.marks.partition_point(|mark| mark.span.from <= from)
            ..self.marks.partition_point(|mark| mark.span.from < end);
        match self.marks.get(inside).unwrap_or(&[]).iter().find(|mark| end < mark.span.to) {
            Some(mark) => from + self.text.get(from..mark.span.from).unwrap_or("").trim_end().len(),
            None => end,
        }
    }

    /// The byte at which a passage that begins at `from` is as long as it may be; behind one grapheme at least.
    fn limit(&self, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or("");
        let end = rest.char_indices().nth(self.chars).map_or(self.text.len(), |(offset, _)| from + offset);
        let edge = edge::back(self.text, end);
        if edge > from { edge } else { edge::forth(self.text, from + 1) }
    }

    /// A span whose end lies between characters.
    fn whole_chars(&self, span: Span) -> Span {
        Span::new(
            span.from,
            (span.to..self.text.len()).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.text.len()),
        )
    }

    fn parted(&self, before: Span, next: Span) -> bool {
        let gap = self.text.get(before.to..next.from).unwrap_or("");
        gap.matches('\n').count() > 1 || gap.contains('\u{2029}')
    }

    fn sentence_of(&self, at: usize) -> Span {
        let turn = self.sentences.partition_point(|sentence| sentence.to <= at);
        self.sentences.get(turn).or(self.sentences.last()).copied().unwrap_or_default()
    }

    /// Marks wholly inside a stretch.
    fn inside(&self, span: Span) -> impl Iterator<Item = &Mark> {
        let first = self.marks.partition_point(|mark| mark.span.from < span.from);
        let marks = self.marks.get(first..).unwrap_or(&[]).iter();
        marks.take_while(move |mark| mark.span.from < span.to).filter(move |mark| mark.span.to <= span.to)
    }

    /// Whether a mark begins with this stretch and is longer than any passage.
    fn cuts_long_mark(&self, span: Span) -> bool {
        let first = self.marks.partition_point(|mark| mark.span.from < span.from);
        let begin = self.marks.get(first..).unwrap_or(&[]).iter().take_while(|mark| mark.span.from == span.from);
        begin.into_iter().any(|mark| mark.span.to > self.limit(span.from))
    }

    fn score(&self, candidate: Candidate, shown: &[usize]) -> f32 {
        let mut pieces: Vec<(usize, f32)> = Vec::new();
        let (mut first, mut last, mut many) = (usize::MAX, 0, 0_u8);
        for mark in self.inside(candidate.span) {
            // words near each other prove nothing apart
            let whole = candidate.span.holds(mark.place);
            let worth = if whole { mark.worth } else { mark.worth * 0.3 }
                * if shown.contains(&mark.piece) { AGAIN } else { 1.0 };
            match pieces.iter_mut().find(|(piece, _)| *piece == mark.piece) {
                Some((_, best)) => *best = best.max(worth),
                None => pieces.push((mark.piece, worth)),
            }
            (first, last, many) = (first.min(mark.span.from), last.max(mark.span.to), many.saturating_add(1));
        }
        let worth: f32 = pieces.iter().map(|(_, worth)| worth).sum();
        let spread = last.saturating_sub(first) as f32 / (4.0 * self.chars as f32);
        let late = candidate.span.from as f32 / self.text.len().max(1) as f32;
        GAIN * worth - self.dear * candidate.cost - if pieces.len() > 1 { 0.1 * spread } else { 0.0 } - 0.05 * late
            + 0.01 * f32::from(many.min(8))
    }

    /// A stretch with what fits before it: whole sentences of its paragraph, or, inside a sentence, words from a clause on.
    fn with_context(&self, span: Span, chosen: &[Span]) -> Span {
        let earliest = self
            .earliest(span.to)
            .max(chosen.iter().map(|other| other.to).filter(|to| *to <= span.from).max().unwrap_or(0));
        let sentence = self.sentence_of(span.from);
        if sentence.from == span.from {
            return Span::new(self.sentences_before(span.from, earliest), span.to);
        }
        let clauses = clauses(self.text, sentence);
        if clauses.iter().any(|clause| clause.from == span.from) {
            return span;
        }
        let clause = clauses.iter().map(|clause| clause.from).find(|from| *from >= earliest && *from < span.from);
        Span::new(clause.unwrap_or_else(|| self.word_start(earliest, span.from)), span.to)
    }

    /// Where the sentences begin that stand before `from` in its paragraph and not before `earliest`.
    fn sentences_before(&self, from: usize, earliest: usize) -> usize {
        let turn = self.sentences.partition_point(|sentence| sentence.from < from);
        let mut from = from;
        for before in self.sentences.get(..turn).unwrap_or(&[]).iter().rev() {
            if before.from < earliest || self.parted(*before, Span::new(from, from)) {
                break;
            }
            from = before.from;
        }
        from
    }

    /// The first word that begins behind white space from `earliest` on, `at` itself where there is none before it.
    fn word_start(&self, earliest: usize, at: usize) -> usize {
        let part = self.text.get(earliest..at).unwrap_or("");
        let blank = part.find(char::is_whitespace).map(|blank| part.get(blank..).unwrap_or(""));
        blank.map_or(at, |rest| at - rest.trim_start().len())
    }

    /// The byte at which a passage that ends at `to` may begin at the earliest.
    fn earliest(&self, to: usize) -> usize {
        let before = self.text.get(..to).unwrap_or("");
        before.char_indices().rev().nth(self.chars - 1).map_or(0, |(offset, _)| offset)
    }

    /// The first sentences that fit, or the first clauses or words of the first.
    fn opening(&self) -> Span {
        let from = self.sentences.first().map_or(0, |sentence| sentence.from);
        let ends = self.ends(from);
        let to = ends.iter().min_by(|a, b| a.1.total_cmp(&b.1)).map_or(self.text.len(), |end| end.0);
        Span::new(from, to)
    }
}
