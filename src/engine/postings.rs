//! Words in one field of one segment: which documents hold them, how often, and at which places.
//!
//! In: a [`Words`] node. Out: documents with counts. Stem families and patterns become terms of the dictionary here;
//! how words must stand to each other is the arithmetic of `query::place`.

use super::cutter::stem_term;
use super::docs::Docs;
use super::facts;
use super::fault::Fault;
use crate::query::place::{Place, Positions, count, places};
use crate::query::{Form, Term, TermMatcher, Words};
use crate::text::{STEMMED_LANGUAGES, Stemmer};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use tantivy::columnar::Column;
use tantivy::postings::{Postings, SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, InvertedIndexReader, SegmentReader, TERMINATED};

/// Languages, one bit each, in which a term counts.
type Languages = u32;
const EVERY_LANGUAGE: Languages = (1 << facts::STEM_LANGUAGES) - 1;

/// Terms of the dictionary for each term that is asked for.
type Expanded<'a> = HashMap<&'a Term, Vec<(TermInfo, Languages)>>;

/// Postings of each term that is asked for.
type Cursors<'a> = HashMap<&'a Term, RefCell<Cursor<'a>>>;

/// One field of one segment, opened for words.
pub(super) struct WordField {
    inverted: Arc<InvertedIndexReader>,
    stems: Column<u64>,
    size: u32,
}

/// Documents with the number of matches in each, ascending.
pub(super) type Counts = Vec<(u32, u32)>;

impl WordField {
    pub(super) fn open(segment: &SegmentReader, field: Field) -> tantivy::Result<WordField> {
        Ok(WordField {
            inverted: segment.inverted_index(field)?,
            stems: segment.fast_fields().u64("stems")?,
            size: segment.max_doc(),
        })
    }

    /// Documents in which `words` stand as asked, with the number of matches.
    pub(super) fn counts(&self, words: &Words) -> Result<Counts, Problem> {
        match words {
            Words::Term(term) => self.term_counts(term),
            Words::Any(choices) if choices.iter().all(|choice| matches!(choice, Words::Term(_))) => {
                let mut sums: BTreeMap<u32, u32> = BTreeMap::new();
                for term in words.terms() {
                    self.term_counts(term)?.into_iter().for_each(|(doc, n)| *sums.entry(doc).or_default() += n);
                }
                Ok(sums.into_iter().collect())
            }
            words => {
                let mut counts = Vec::new();
                self.each_candidate(words, |doc, positions| match count(words, positions) {
                    0 => {}
                    found => counts.push((doc, found as u32)),
                })?;
                Ok(counts)
            }
        }
    }

    /// Calls `each` with every document in which `words` stand as asked, and how.
    pub(super) fn each_match(&self, words: &Words, mut each: impl FnMut(u32, &[Place])) -> Result<(), Problem> {
        self.each_candidate(words, |doc, positions| {
            let found = places(words, positions);
            if !found.is_empty() {
                each(doc, &found);
            }
        })
    }

    /// Calls `each` with the positions in every document that holds the words at all.
    fn each_candidate(&self, words: &Words, mut each: impl FnMut(u32, &InDoc<'_>)) -> Result<(), Problem> {
        let expanded = self.expand_all(words)?;
        let candidates = self.candidates(words, &expanded)?;
        let cursors = self.cursors(&expanded)?;
        candidates.iter().for_each(|doc| each(doc, &InDoc { cursors: &cursors, doc }));
        Ok(())
    }

    /// How `words` stand in each of these documents, which ascend.
    pub(super) fn places_in(&self, words: &Words, docs: &[u32]) -> Result<Vec<Vec<Place>>, Problem> {
        let expanded = self.expand_all(words)?;
        let cursors = self.cursors(&expanded)?;
        Ok(docs.iter().map(|doc| places(words, &InDoc { cursors: &cursors, doc: *doc })).collect())
    }

    /// Calls `each` with the places of each term in every document that holds all terms.
    pub(super) fn each_places(&self, all: &[Term], mut each: impl FnMut(u32, &[Vec<u32>])) -> Result<(), Problem> {
        let mut candidates = Docs::all(self.size);
        let mut cursors = Vec::new();
        for term in all {
            let forms = self.expand(term)?;
            candidates.and(&self.docs(&forms)?);
            cursors.push(forms);
        }
        let mut cursors = cursors.iter().map(|forms| self.cursor(forms)).collect::<Result<Vec<_>, _>>()?;
        for doc in candidates.iter() {
            let places: Vec<_> = cursors.iter_mut().map(|cursor| cursor.places(doc)).collect();
            each(doc, &places);
        }
        Ok(())
    }

    /// Documents that hold the words at all, wherever they stand.
    fn candidates(&self, words: &Words, expanded: &Expanded<'_>) -> Result<Docs, Problem> {
        let of_term = |term: &Term| self.docs(expanded.get(term).map_or(&[], Vec::as_slice));
        match words {
            Words::Term(term) => of_term(term),
            Words::Phrase(terms) | Words::Within { terms, .. } => self.in_all(terms.iter().map(of_term)),
            Words::Near { left, right, .. } => {
                self.in_all([left, right].into_iter().map(|side| self.candidates(side, expanded)))
            }
            Words::Any(choices) => choices.iter().try_fold(Docs::none(self.size), |mut any, choice| {
                any.or(&self.candidates(choice, expanded)?);
                Ok(any)
            }),
        }
    }

    fn in_all(&self, mut parts: impl Iterator<Item = Result<Docs, Problem>>) -> Result<Docs, Problem> {
        parts.try_fold(Docs::all(self.size), |mut all, docs| {
            all.and(&docs?);
            Ok(all)
        })
    }

    fn docs(&self, forms: &[(TermInfo, Languages)]) -> Result<Docs, Problem> {
        let mut docs = Docs::none(self.size);
        self.each_posting(forms, |doc, _| docs.insert(doc))?;
        Ok(docs)
    }

    fn term_counts(&self, term: &Term) -> Result<Counts, Problem> {
        let forms = self.expand(term)?;
        let mut counts = Counts::new();
        self.each_posting(&forms, |doc, count| counts.push((doc, count)))?;
        if forms.len() > 1 {
            counts.sort_unstable_by_key(|(doc, _)| *doc);
            counts.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 += if same { next.1 } else { 0 };
                same
            });
        }
        Ok(counts)
    }

    fn each_posting(&self, forms: &[(TermInfo, Languages)], mut each: impl FnMut(u32, u32)) -> Result<(), Problem> {
        for (term, languages) in forms {
            let mut postings = self.inverted.read_postings_from_terminfo(term, IndexRecordOption::WithFreqs)?;
            let mut doc = postings.doc();
            while doc != TERMINATED {
                if self.counts_in(doc, *languages) {
                    each(doc, postings.term_freq());
                }
                doc = postings.advance();
            }
        }
        Ok(())
    }

    fn counts_in(&self, doc: u32, languages: Languages) -> bool {
        languages == EVERY_LANGUAGE || languages & (1 << self.stems.first(doc).unwrap_or(0)) != 0
    }

    fn cursors<'a>(&'a self, expanded: &Expanded<'a>) -> Result<Cursors<'a>, Problem> {
        expanded.iter().map(|(term, forms)| Ok((*term, RefCell::new(self.cursor(forms)?)))).collect()
    }

    fn cursor(&self, forms: &[(TermInfo, Languages)]) -> Result<Cursor<'_>, Problem> {
        let option = IndexRecordOption::WithFreqsAndPositions;
        let open = |(term, languages): &(TermInfo, Languages)| {
            Ok((self.inverted.read_postings_from_terminfo(term, option)?, *languages))
        };
        Ok(Cursor { field: self, postings: forms.iter().map(open).collect::<Result<_, Problem>>()? })
    }

    fn expand_all<'a>(&self, words: &'a Words) -> Result<Expanded<'a>, Problem> {
        let mut expanded = Expanded::new();
        for term in words.terms() {
            if !expanded.contains_key(term) {
                expanded.insert(term, self.expand(term)?);
            }
        }
        Ok(expanded)
    }

    /// How many documents of the segment hold a term, replaced ones left out.
    pub(super) fn holders(&self, term: &Term, segment: &SegmentReader) -> Result<usize, Problem> {
        match self.expand(term)?.as_slice() {
            [(only, EVERY_LANGUAGE)] if !segment.has_deletes() => Ok(only.doc_freq as usize),
            _ => Ok(self.term_counts(term)?.iter().filter(|(doc, _)| !segment.is_deleted(*doc)).count()),
        }
    }

    /// Terms of the dictionary that a term stands for.
    fn expand(&self, term: &Term) -> Result<Vec<(TermInfo, Languages)>, Problem> {
        match term.form {
            Form::Exact => Ok(self.look_up(&term.word)?.map(|found| (found, EVERY_LANGUAGE)).into_iter().collect()),
            Form::Family => self.family(&term.word),
            Form::Wildcard | Form::Fuzzy(_) | Form::Regex => {
                let mut found = Vec::new();
                self.each_word(term, |_, value| {
                    found.push((value.clone(), EVERY_LANGUAGE));
                    true
                })?;
                Ok(found)
            }
        }
    }

    /// A word's stem in every language, each only in statements of that language.
    fn family(&self, word: &str) -> Result<Vec<(TermInfo, Languages)>, Problem> {
        let mut exact: BTreeMap<String, Languages> = BTreeMap::new();
        let mut found = Vec::new();
        for (number, code) in STEMMED_LANGUAGES.iter().enumerate() {
            let stemmer = Stemmer::of(Some(code));
            let stem = stemmer.stem(word);
            if let Some(term) = self.look_up(&stem_term(number, &stem))? {
                found.push((term, EVERY_LANGUAGE));
            }
            // a word that is its own stem is indexed once, without the mark
            if stemmer.stem(&stem) == stem {
                *exact.entry(stem.into_owned()).or_default() |= 1 << number;
            }
        }
        *exact.entry(word.to_owned()).or_default() |= 1 << STEMMED_LANGUAGES.len();
        for (stem, languages) in exact {
            found.extend(self.look_up(&stem)?.map(|term| (term, languages)));
        }
        Ok(found)
    }

    /// Calls `each` with every word that a pattern stands for, until it says no.
    pub(super) fn each_word(&self, term: &Term, mut each: impl FnMut(&str, &TermInfo) -> bool) -> Result<(), Problem> {
        let matcher = TermMatcher::new(term);
        let prefix = matcher.prefix();
        let mut stream = self.inverted.terms().range().ge(prefix).into_stream()?;
        while let Some((bytes, value)) = stream.next() {
            if !bytes.starts_with(prefix.as_bytes()) {
                break;
            }
            // stems are marked with \u{1} and are no words of a text
            let word = std::str::from_utf8(bytes).unwrap_or("").trim_start_matches('\u{1}');
            if word.len() == bytes.len() && matcher.matches(word) && !each(word, value) {
                break;
            }
        }
        Ok(())
    }

    fn look_up(&self, text: &str) -> Result<Option<TermInfo>, Problem> {
        Ok(self.inverted.terms().get(text.as_bytes())?)
    }
}

/// Postings of all words that one term stands for, read side by side. Documents are asked for in ascending order.
struct Cursor<'a> {
    field: &'a WordField,
    postings: Vec<(SegmentPostings, Languages)>,
}

impl Cursor<'_> {
    /// Places of the words in a document, ascending.
    fn places(&mut self, doc: u32) -> Vec<u32> {
        let mut places = Vec::new();
        let mut own = Vec::new();
        for (postings, languages) in &mut self.postings {
            if postings.doc() < doc {
                postings.seek(doc);
            }
            if postings.doc() == doc && self.field.counts_in(doc, *languages) {
                postings.positions(&mut own);
                places.append(&mut own);
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Positions in one document.
struct InDoc<'a> {
    cursors: &'a Cursors<'a>,
    doc: u32,
}

impl Positions for InDoc<'_> {
    fn of(&self, term: &Term) -> Vec<u32> {
        self.cursors.get(term).map(|cursor| cursor.borrow_mut().places(self.doc)).unwrap_or_default()
    }

    /// Paragraphs lie further apart than any nearness reaches, so the distance tells them.
    fn paragraph(&self, _: u32) -> u32 {
        0
    }
}

/// What stands against an answer: a fault, or an error of tantivy whose folder the caller knows.
pub(super) enum Problem {
    /// A fault, complete.
    Fault(Fault),
    /// An error of tantivy.
    Tantivy(tantivy::TantivyError),
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Problem::Fault(fault)
    }
}

impl From<tantivy::TantivyError> for Problem {
    fn from(error: tantivy::TantivyError) -> Self {
        Problem::Tantivy(error)
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Problem::Tantivy(error.into())
    }
}
