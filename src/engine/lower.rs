//! A query tree to sets of documents, segment by segment: the one place that turns byline's query into tantivy's terms.
//!
//! In: a tree whose leaves hold byline's own tokens. Out: for each segment the documents that match. Scores are left to `rank`.
//! Sets of bits rather than tantivy's scorers: joins, nearness and negation alone come out exact, and a segment of a
//! million statements costs 125 kB a node.

use super::cutter::BLOCK;
use super::docs::Docs;
use super::facts::AUTHOR_KEY;
use super::fault::Fault;
use super::postings::{Counts, Problem, WordField};
use super::schema::Fields;
use crate::article::{EntityType, Kind, key_of};
use crate::query::place::Place;
use crate::query::{Form, Match, Names, Node, Number, Presence, Range, Scope, Term, Words, key_forms, site_forms};
use crate::text::Day;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet, Searcher, SegmentReader, TERMINATED};

/// A pattern inside a phrase or nearness may stand for so many words.
const MOST_WORDS: usize = 10_000;

/// One set a segment, in the order of the segments.
pub(super) type Sets = Vec<Docs>;

/// Matches of words in a scope, a list a segment.
type Counted = HashMap<(Scope, Words), Rc<[Counts]>>;

/// Lowers trees for one state of the index.
pub(super) struct Lowering<'a> {
    pub(super) searcher: &'a Searcher,
    pub(super) fields: Fields,
    /// Words that were counted: what matches is ranked by the same counts.
    counted: RefCell<Counted>,
}

impl<'a> Lowering<'a> {
    pub(super) fn new(searcher: &'a Searcher, fields: Fields) -> Lowering<'a> {
        Lowering { searcher, fields, counted: RefCell::default() }
    }
}

impl Lowering<'_> {
    /// Statements that match; pingbacks only where the tree asks for them.
    pub(super) fn matching(&self, query: &Node) -> Result<Sets, Problem> {
        let mut sets = self.sets(query)?;
        if !query.asks_for_pingbacks() {
            let pingbacks = self.with_term(self.fields.kind, "pingback")?;
            sets.iter_mut().zip(&pingbacks).for_each(|(set, pingbacks)| set.and_not(pingbacks));
        }
        let living = self.living();
        sets.iter_mut().zip(&living).for_each(|(set, living)| set.and(living));
        Ok(sets)
    }

    fn sets(&self, node: &Node) -> Result<Sets, Problem> {
        let fields = self.fields;
        match &node.asks {
            Match::All => Ok(self.living()),
            Match::Nothing => Ok(self.none()),
            Match::And(nodes) => self.fold(nodes, self.living(), Docs::and),
            Match::Or(nodes) => self.fold(nodes, self.none(), Docs::or),
            Match::Not(inner) => Ok(self.sets(inner)?.iter().map(Docs::complement).collect()),
            Match::Text(scope, words) => self.words(*scope, words),
            Match::Author(names) => self.names(fields.byline, names),
            Match::Entity(kind, names) => self.entity(*kind, names),
            Match::Key(value) => self.with_key(value),
            Match::Site(value) => self.with_any_term(fields.site, &site_forms(value)),
            Match::Url(part) => self.with_part(fields.url, part),
            Match::Path(part) => self.with_part(fields.path, part),
            Match::Language(code) => self.with_term(fields.lang, &code.to_lowercase()),
            Match::Tag(tag) => self.with_term(fields.tag, &key_of(tag)),
            Match::Id(id) => self.with_id(fields.id, id),
            Match::Thread(id) => self.with_id(fields.thread, id),
            Match::Kind(kind) => self.with_term(fields.kind, &kind.to_string()),
            Match::Number(number, range) => self.number(*number, *range),
            Match::Has(presence) => self.has(*presence),
            Match::Day { from, until } => self.day(*from, *until),
            Match::Own(words) => self.stretch(words, false),
            Match::Quoted(words) => self.stretch(words, true),
            Match::Under(inner) => self.under(inner),
            Match::HasComment(inner) => self.has_comment(inner),
            Match::ReplyTo(inner) => self.reply_to(inner),
        }
    }

    fn fold(&self, nodes: &[Node], start: Sets, with: fn(&mut Docs, &Docs)) -> Result<Sets, Problem> {
        nodes.iter().try_fold(start, |mut sets, node| {
            let others = self.sets(node)?;
            sets.iter_mut().zip(&others).for_each(|(set, other)| with(set, other));
            Ok(sets)
        })
    }

    fn none(&self) -> Sets {
        self.segments().map(|segment| Docs::none(segment.max_doc())).collect()
    }

    /// Documents that were not replaced or dropped.
    fn living(&self) -> Sets {
        let of = |segment: &SegmentReader| match segment.alive_bitset() {
            Some(_) => Docs::from_docs(segment.max_doc(), segment.doc_ids_alive()),
            None => Docs::all(segment.max_doc()),
        };
        self.segments().map(of).collect()
    }

    fn segments(&self) -> impl Iterator<Item = &SegmentReader> {
        self.searcher.segment_readers().iter()
    }

    fn each(&self, make: impl Fn(&SegmentReader) -> Result<Docs, Problem>) -> Result<Sets, Problem> {
        self.segments().map(make).collect()
    }

    fn words(&self, scope: Scope, words: &Words) -> Result<Sets, Problem> {
        if !stand_alone(words) {
            self.bounded(&words.terms(), &self.fields_of(scope))?;
        }
        let counted = self.counted(scope, words)?;
        let docs = |(segment, counts): (&SegmentReader, &Counts)| {
            Docs::from_docs(segment.max_doc(), counts.iter().map(|(doc, _)| *doc))
        };
        Ok(self.segments().zip(counted.iter()).map(docs).collect())
    }

    /// Matches in all fields of a scope together, a list a segment; replaced statements have none.
    pub(super) fn counted(&self, scope: Scope, words: &Words) -> Result<Rc<[Counts]>, Problem> {
        let key = (scope, words.clone());
        if let Some(known) = self.counted.borrow().get(&key) {
            return Ok(Rc::clone(known));
        }
        let fields = self.fields_of(scope);
        let found: Rc<[Counts]> =
            self.segments().map(|segment| counts(segment, &fields, words)).collect::<Result<_, Problem>>()?;
        self.counted.borrow_mut().insert(key, Rc::clone(&found));
        Ok(found)
    }

    /// A pattern whose words must stand somewhere may stand for so many of the index, however many segments it has.
    fn bounded(&self, terms: &[&Term], fields: &[Field]) -> Result<(), Problem> {
        let is_pattern = |term: &&&Term| !matches!(term.form, Form::Exact | Form::Family);
        for term in terms.iter().filter(is_pattern) {
            let mut known: HashSet<String> = HashSet::new();
            for (segment, field) in self.segments().flat_map(|segment| fields.iter().map(move |field| (segment, field)))
            {
                WordField::open(segment, *field)?.each_word(term, |word, _| {
                    known.insert(word.to_owned());
                    known.len() <= MOST_WORDS
                })?;
            }
            if known.len() > MOST_WORDS {
                return Err(Fault::TooManyWords(term.word.clone(), MOST_WORDS).into());
            }
        }
        Ok(())
    }

    pub(super) fn fields_of(&self, scope: Scope) -> Vec<Field> {
        match scope {
            Scope::Anywhere => vec![self.fields.title, self.fields.byline, self.fields.text],
            Scope::Title => vec![self.fields.title],
            Scope::Text => vec![self.fields.text],
            Scope::Aside => vec![self.fields.aside],
        }
    }

    /// All words in one name, which is one block of places.
    fn names(&self, field: Field, names: &Names) -> Result<Sets, Problem> {
        if let [only] = names.terms.as_slice() {
            let word = Words::Term(only.clone());
            return self.each(|segment| {
                let counts = WordField::open(segment, field)?.counts(&word)?;
                Ok(Docs::from_docs(segment.max_doc(), counts.into_iter().map(|(doc, _)| doc)))
            });
        }
        self.bounded(&names.terms.iter().collect::<Vec<_>>(), &[field])?;
        self.each(|segment| {
            let mut docs = Docs::none(segment.max_doc());
            WordField::open(segment, field)?.each_places(&names.terms, |doc, places| {
                let mut blocks = places.iter().map(|own| own.iter().map(|p| p / BLOCK).collect::<HashSet<_>>());
                let first = blocks.next().unwrap_or_default();
                if !blocks.fold(first, |both, own| &both & &own).is_empty() {
                    docs.insert(doc);
                }
            })?;
            Ok(docs)
        })
    }

    fn entity(&self, kind: Option<EntityType>, names: &Names) -> Result<Sets, Problem> {
        let kinds = kind.map_or(EntityType::ALL.to_vec(), |kind| vec![kind]);
        kinds.into_iter().try_fold(self.none(), |mut sets, kind| {
            let others = self.names(self.fields.names(kind), names)?;
            sets.iter_mut().zip(&others).for_each(|(set, other)| set.or(other));
            Ok(sets)
        })
    }

    fn with_key(&self, value: &str) -> Result<Sets, Problem> {
        if value.ends_with('@') {
            return self.with_any_term(self.fields.entity, &self.terms_from(self.fields.entity, value)?);
        }
        let forms = key_forms(value);
        let authors: Vec<&str> = forms.iter().filter_map(|form| form.strip_prefix(AUTHOR_KEY)).collect();
        if authors.is_empty() {
            self.with_any_term(self.fields.entity, &forms)
        } else {
            self.with_any_term(self.fields.author, &authors)
        }
    }

    /// Terms of a field that begin with `prefix`.
    fn terms_from(&self, field: Field, prefix: &str) -> Result<Vec<String>, Problem> {
        let mut terms = Vec::new();
        for segment in self.segments() {
            let inverted = segment.inverted_index(field)?;
            let mut stream = inverted.terms().range().ge(prefix).into_stream()?;
            while stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
                terms.push(String::from_utf8_lossy(stream.key()).into_owned());
            }
        }
        terms.sort_unstable();
        terms.dedup();
        Ok(terms)
    }

    fn with_term(&self, field: Field, term: &str) -> Result<Sets, Problem> {
        self.with_any_term(field, &[term])
    }

    pub(super) fn with_any_term<T: AsRef<str>>(&self, field: Field, terms: &[T]) -> Result<Sets, Problem> {
        self.each(|segment| {
            let inverted = segment.inverted_index(field)?;
            let mut docs = Docs::none(segment.max_doc());
            for term in terms {
                if let Some(found) = inverted.terms().get(term.as_ref().as_bytes())? {
                    let mut postings = inverted.read_postings_from_terminfo(&found, IndexRecordOption::Basic)?;
                    while postings.doc() != TERMINATED {
                        docs.insert(postings.doc());
                        postings.advance();
                    }
                }
            }
            Ok(docs)
        })
    }

    /// Documents with a term of the field that `test` accepts.
    fn with_terms_where(&self, field: Field, test: impl Fn(&str) -> bool) -> Result<Sets, Problem> {
        let mut terms: HashSet<String> = HashSet::new();
        for segment in self.segments() {
            let inverted = segment.inverted_index(field)?;
            let mut stream = inverted.terms().stream()?;
            while stream.advance() {
                let term = String::from_utf8_lossy(stream.key());
                if test(&term) {
                    terms.insert(term.into_owned());
                }
            }
        }
        self.with_any_term(field, &terms.into_iter().collect::<Vec<_>>())
    }

    fn with_part(&self, field: Field, part: &str) -> Result<Sets, Problem> {
        let part = part.to_lowercase();
        self.with_terms_where(field, |term| term.contains(&part))
    }

    /// An exact id wins over a prefix.
    fn with_id(&self, field: Field, id: &str) -> Result<Sets, Problem> {
        let mut exact = self.with_term(field, id)?;
        exact.iter_mut().zip(&self.living()).for_each(|(set, living)| set.and(living));
        if exact.iter().any(|docs| docs.len() > 0) {
            return Ok(exact);
        }
        self.with_terms_where(field, |term| term.starts_with(id))
    }

    fn number(&self, number: Number, range: Range) -> Result<Sets, Problem> {
        let name = match number {
            Number::Depth => "depth",
            Number::Comments => "comments",
            Number::Words => "words",
        };
        let (least, most) = (range.least.unwrap_or(0), range.most.unwrap_or(u64::MAX));
        self.each(|segment| {
            let column = segment.fast_fields().u64(name)?;
            let fits = |doc: &u32| column.first(*doc).is_some_and(|value| (least..=most).contains(&value));
            Ok(Docs::from_docs(segment.max_doc(), (0..segment.max_doc()).filter(fits)))
        })
    }

    fn has(&self, presence: Presence) -> Result<Sets, Problem> {
        match presence {
            Presence::Author => self.with_term(self.fields.has, "author"),
            Presence::Date => self.with_term(self.fields.has, "date"),
            Presence::Quote => self.with_term(self.fields.has, "quote"),
            Presence::Comments => self.number(Number::Comments, Range { least: Some(1), most: None }),
        }
    }

    fn day(&self, from: Option<Day>, until: Option<Day>) -> Result<Sets, Problem> {
        let from = from.map_or(i64::MIN, |day| day.number().into());
        let until = until.map_or(i64::MAX, |day| day.number().into());
        self.each(|segment| {
            let (first, last) = (segment.fast_fields().i64("first")?, segment.fast_fields().i64("last")?);
            let fits = |doc: &u32| match (first.first(*doc), last.first(*doc)) {
                (Some(first), Some(last)) => from <= first && last <= until,
                _ => false,
            };
            Ok(Docs::from_docs(segment.max_doc(), (0..segment.max_doc()).filter(fits)))
        })
    }

    /// The whole match in one stretch of the text that is, or is not, quoted.
    fn stretch(&self, words: &Words, quoted: bool) -> Result<Sets, Problem> {
        self.bounded(&words.terms(), &[self.fields.text])?;
        self.each(|segment| {
            let mut docs = Docs::none(segment.max_doc());
            let column = segment.fast_fields().bytes("quotes")?;
            let mut bytes = Vec::new();
            WordField::open(segment, self.fields.text)?.each_match(words, |doc, found| {
                bytes.clear();
                let ord = column.as_ref().and_then(|column| column.term_ords(doc).next());
                if let (Some(column), Some(ord)) = (&column, ord) {
                    // an unreadable entry counts as no quotation at all
                    let _ = column.ord_to_bytes(ord, &mut bytes);
                }
                let stretches = stretches(&bytes);
                let fits = |place: &Place| match stretches.as_slice() {
                    [] => !quoted,
                    all => all.iter().any(|(is, first, last)| {
                        *is == u32::from(quoted) && *first <= place.from() && place.to() <= *last
                    }),
                };
                if found.iter().any(fits) {
                    docs.insert(doc);
                }
            })?;
            Ok(docs)
        })
    }

    fn under(&self, inner: &Node) -> Result<Sets, Problem> {
        let articles = self.of_kind(inner, Kind::Article)?;
        let threads = self.strings(&articles, "id")?;
        let mut sets = self.with_any_term(self.fields.thread, &threads)?;
        let own = self.with_term(self.fields.kind, "article")?;
        sets.iter_mut().zip(&own).for_each(|(set, articles)| set.and_not(articles));
        Ok(sets)
    }

    fn has_comment(&self, inner: &Node) -> Result<Sets, Problem> {
        let comments = self.of_kind(inner, Kind::Comment)?;
        let threads = self.strings(&comments, "thread")?;
        let mut sets = self.with_any_term(self.fields.id, &threads)?;
        let own = self.with_term(self.fields.kind, "article")?;
        sets.iter_mut().zip(&own).for_each(|(set, articles)| set.and(articles));
        Ok(sets)
    }

    fn reply_to(&self, inner: &Node) -> Result<Sets, Problem> {
        let comments = self.of_kind(inner, Kind::Comment)?;
        let ids = self.strings(&comments, "id")?;
        self.with_any_term(self.fields.parent, &ids)
    }

    fn of_kind(&self, inner: &Node, kind: Kind) -> Result<Sets, Problem> {
        let mut sets = self.sets(inner)?;
        let of_kind = self.with_term(self.fields.kind, &kind.to_string())?;
        let living = self.living();
        for ((set, of_kind), living) in sets.iter_mut().zip(&of_kind).zip(&living) {
            set.and(of_kind);
            set.and(living);
        }
        Ok(sets)
    }

    /// Living documents with a term.
    pub(super) fn addresses(&self, field: Field, term: &str) -> Result<Vec<DocAddress>, Problem> {
        let mut found = Vec::new();
        for (number, segment) in (0u32..).zip(self.segments()) {
            let inverted = segment.inverted_index(field)?;
            let Some(info) = inverted.terms().get(term.as_bytes())? else { continue };
            let mut postings = inverted.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
            while postings.doc() != TERMINATED {
                if !segment.is_deleted(postings.doc()) {
                    found.push(DocAddress::new(number, postings.doc()));
                }
                postings.advance();
            }
        }
        Ok(found)
    }

    /// Ids of living statements that begin with `prefix`, ascending, at most `most`.
    pub(super) fn living_ids(&self, prefix: &str, most: usize) -> Result<Vec<String>, Problem> {
        let mut ids = Vec::new();
        for segment in self.segments() {
            let inverted = segment.inverted_index(self.fields.id)?;
            let mut stream = inverted.terms().range().ge(prefix).into_stream()?;
            let mut taken = 0;
            while taken < most && stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
                let mut postings = inverted.read_postings_from_terminfo(stream.value(), IndexRecordOption::Basic)?;
                while postings.doc() != TERMINATED && segment.is_deleted(postings.doc()) {
                    postings.advance();
                }
                if postings.doc() != TERMINATED {
                    ids.push(String::from_utf8_lossy(stream.key()).into_owned());
                    taken += 1;
                }
            }
        }
        ids.sort_unstable();
        ids.truncate(most);
        Ok(ids)
    }

    /// Values of a fast field of the documents in `sets`.
    pub(super) fn strings(&self, sets: &Sets, field: &str) -> Result<Vec<String>, Problem> {
        let mut values = Vec::new();
        for (segment, docs) in self.segments().zip(sets) {
            let Some(column) = segment.fast_fields().str(field)? else { continue };
            let mut ords: Vec<u64> = docs.iter().flat_map(|doc| column.term_ords(doc)).collect();
            ords.sort_unstable();
            ords.dedup();
            for ord in ords {
                let mut value = String::new();
                column.ord_to_str(ord, &mut value)?;
                values.push(value);
            }
        }
        Ok(values)
    }
}

fn counts(segment: &SegmentReader, fields: &[Field], words: &Words) -> Result<Counts, Problem> {
    let mut all = Counts::new();
    for field in fields {
        all.extend(WordField::open(segment, *field)?.counts(words)?);
    }
    // a stable sort joins the few runs in order that it meets
    all.sort_by_key(|(doc, _)| *doc);
    all.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 += if same { next.1 } else { 0 };
        same
    });
    all.retain(|(doc, _)| !segment.is_deleted(*doc));
    Ok(all)
}

/// Whether it does not matter where the words stand, only that one of them does.
fn stand_alone(words: &Words) -> bool {
    match words {
        Words::Term(_) => true,
        Words::Any(choices) => choices.iter().all(|choice| matches!(choice, Words::Term(_))),
        _ => false,
    }
}

/// Stretches as `documents` wrote them: a flag (1 quoted, 0 own), first and last place.
fn stretches(bytes: &[u8]) -> Vec<(u32, u32, u32)> {
    let number = |four: &[u8]| four.try_into().map_or(0, u32::from_le_bytes);
    bytes
        .chunks_exact(12)
        .map(|entry| {
            let (flag, places) = entry.split_at(4);
            let (first, last) = places.split_at(4);
            (number(flag), number(first), number(last))
        })
        .collect()
}
