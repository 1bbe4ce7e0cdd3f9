//! The tantivy index as an [`Engine`].
//!
//! In: requests. Out: statements as they were stored. Trees are lowered in `lower`, scored in `rank`, ordered by `order`.

use super::docs::Docs;
use super::fault::Fault;
use super::folder::Folder;
use super::lower::{Lowering, Sets};
use super::order::{Rank, compare, keys};
use super::points::Points;
use super::postings::Problem;
use super::rank::{Ranking, Scores, WEIGHED_AGAIN};
use super::schema::Fields;
use super::sources::Sources;
use super::totals::Totals;
use super::writer::committed_sources;
use super::{By, Engine, Order, Placed, Request, Sort, Value};
use crate::article::Statement;
use crate::query::Node;
use std::collections::{BTreeMap, HashMap, HashSet};
use tantivy::columnar::{Column, StrColumn};
use tantivy::schema::{Field, Value as _};
use tantivy::{DocAddress, ReloadPolicy, Searcher, TantivyDocument};

/// An index on disk, opened for reading at its last commit.
pub struct Index {
    folder: Folder,
    fields: Fields,
    searcher: Searcher,
}

impl Index {
    /// Opens the index in a folder.
    ///
    /// # Errors
    /// Faults of the disk, a damaged index.
    pub fn open(folder: &Folder) -> Result<Index, Fault> {
        let (_, fields) = Fields::build();
        let index = folder.tantivy()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
        let searcher = reader.map_err(Fault::tantivy(folder.root()))?.searcher();
        Ok(Index { folder: folder.clone(), fields, searcher })
    }

    /// What the index was made from.
    ///
    /// # Errors
    /// Faults of the disk, a damaged list.
    pub fn sources(&self) -> Result<Sources, Fault> {
        committed_sources(&self.folder)
    }

    /// What is in the index.
    ///
    /// # Errors
    /// Faults of the disk.
    pub fn totals(&self) -> Result<Totals, Fault> {
        let totals = self.lowering().totals().map_err(self.fault())?;
        Ok(Totals { sources: self.sources()?.by_key.len(), bytes: self.folder.bytes()?, ..totals })
    }

    /// Statements that came from the source with this key.
    ///
    /// # Errors
    /// Faults of the disk.
    pub fn of_source(&self, key: &str) -> Result<Vec<Statement>, Fault> {
        self.with_term(self.fields.source, key)
    }

    /// Statements of which their source says that they answer this id, known or not.
    ///
    /// # Errors
    /// Faults of the disk.
    pub fn answering(&self, id: &str) -> Result<Vec<Statement>, Fault> {
        self.with_term(self.fields.answers, id)
    }

    fn lowering(&self) -> Lowering<'_> {
        Lowering::new(&self.searcher, self.fields)
    }

    fn fault(&self) -> impl FnOnce(Problem) -> Fault {
        let root = self.folder.root().to_owned();
        move |problem| match problem {
            Problem::Fault(fault) => fault,
            Problem::Tantivy(error) => Fault::tantivy(&root)(error),
        }
    }

    fn with_term(&self, field: Field, term: &str) -> Result<Vec<Statement>, Fault> {
        let addresses = self.lowering().addresses(field, term).map_err(self.fault())?;
        addresses.into_iter().map(|address| self.stored(address)).collect()
    }

    fn stored(&self, address: DocAddress) -> Result<Statement, Fault> {
        let root = self.folder.root();
        let doc: TantivyDocument = self.searcher.doc(address).map_err(Fault::tantivy(root))?;
        let bytes = doc.get_first(self.fields.record).and_then(|value| value.as_bytes()).unwrap_or_default();
        serde_json::from_slice(bytes).map_err(|error| Fault::Damaged(root.to_owned(), error.to_string()))
    }

    /// The first `take` documents in order.
    fn first(&self, sort: Sort, take: usize, sets: &Sets, scores: &Scores) -> Result<Vec<(Rank, DocAddress)>, Problem> {
        let mut first = Vec::new();
        for (number, (docs, scores)) in (0u32..).zip(sets.iter().zip(scores)) {
            let segment = self.searcher.segment_reader(number);
            let days = segment.fast_fields().i64("first")?;
            let Some(ids) = segment.fast_fields().str("id")? else { continue };
            for (key, doc) in first_of(sort, take, docs.iter(), scores, &days, &ids) {
                let mut id = String::new();
                ids.ord_to_str(key, &mut id)?;
                let rank = Rank { score: score_of(scores, doc), day: days.first(doc), id };
                first.push((rank, DocAddress::new(number, doc)));
            }
        }
        first.sort_by(|(a, _), (b, _)| compare(sort, a, b));
        first.truncate(take);
        Ok(first)
    }

    /// Where the threads of documents stand, a column a segment.
    fn threads(&self) -> Result<Vec<Option<StrColumn>>, Problem> {
        let of = |segment: &tantivy::SegmentReader| Ok(segment.fast_fields().str("thread")?);
        self.searcher.segment_readers().iter().map(of).collect()
    }

    fn placed(&self, request: &Request) -> Result<Order, Problem> {
        let lowering = self.lowering();
        let sets = lowering.matching(&request.query)?;
        let ranking = Ranking::of(&lowering, &request.query)?;
        let mut scores = ranking.by_words(&sets)?;
        let most = if ranking.scores_nothing() { 0 } else { WEIGHED_AGAIN };
        let best = self.first(Sort::Relevance, most, &sets, &scores)?;
        for (address, points) in weighed(&ranking, &best)? {
            let own = scores.get_mut(address.segment_ord as usize);
            own.and_then(|own| own.get_mut(address.doc_id as usize)).into_iter().for_each(|s| *s = points.sum());
        }
        let first = self.first(request.sort, request.take, &sets, &scores)?;
        let mut parts = HashMap::new();
        if request.why {
            let asked = ranking.words();
            let again: HashSet<DocAddress> = best.iter().map(|(_, address)| *address).collect();
            for (address, points) in weighed(&ranking, &first)? {
                let points = if again.contains(&address) { points } else { points.words_alone() };
                parts.insert(address, points.parts(&asked));
            }
        }
        let threads = self.threads()?;
        let placed = |(rank, address): (Rank, DocAddress)| {
            let column = threads.get(address.segment_ord as usize).and_then(Option::as_ref);
            let mut thread = String::new();
            if let Some((column, ord)) = column.zip(column.and_then(|column| column.term_ords(address.doc_id).next())) {
                column.ord_to_str(ord, &mut thread)?;
            }
            let parts = parts.remove(&address).unwrap_or_default();
            Ok(Placed { id: rank.id, thread, score: rank.score, parts })
        };
        let total = sets.iter().map(Docs::len).sum();
        Ok(Order { total, first: first.into_iter().map(placed).collect::<Result<_, Problem>>()? })
    }
}

/// What documents get for everything.
fn weighed(ranking: &Ranking<'_>, docs: &[(Rank, DocAddress)]) -> Result<Vec<(DocAddress, Points)>, Problem> {
    let mut by_segment: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (_, address) in docs {
        by_segment.entry(address.segment_ord).or_default().push(address.doc_id);
    }
    let mut weighed = Vec::new();
    for (number, mut docs) in by_segment {
        docs.sort_unstable();
        let points = ranking.weigh(number as usize, &docs)?;
        weighed.extend(docs.into_iter().map(|doc| DocAddress::new(number, doc)).zip(points));
    }
    Ok(weighed)
}

fn score_of(scores: &[f64], doc: u32) -> f64 {
    scores.get(doc as usize).copied().unwrap_or(0.0)
}

/// The first documents of one segment with the numbers of their ids, which order as the ids do.
fn first_of(
    sort: Sort,
    take: usize,
    docs: impl Iterator<Item = u32>,
    scores: &[f64],
    days: &Column<i64>,
    ids: &StrColumn,
) -> Vec<(u64, u32)> {
    let mut ranked: Vec<((bool, f64), u64, u32)> = docs
        .map(|doc| {
            let day = if sort == Sort::Relevance { None } else { days.first(doc) };
            (keys(sort, score_of(scores, doc), day), ids.term_ords(doc).next().unwrap_or(0), doc)
        })
        .collect();
    let order = |a: &((bool, f64), u64, u32), b: &((bool, f64), u64, u32)| {
        a.0.partial_cmp(&b.0).unwrap_or(std::cmp::Ordering::Equal).then(a.1.cmp(&b.1))
    };
    if ranked.len() > take && take > 0 {
        ranked.select_nth_unstable_by(take - 1, order);
    }
    ranked.truncate(take);
    ranked.into_iter().map(|(_, ord, doc)| (ord, doc)).collect()
}

impl Engine for Index {
    fn order(&self, request: &Request) -> Result<Order, Fault> {
        self.placed(request).map_err(self.fault())
    }

    fn ids(&self, query: &Node) -> Result<Vec<String>, Fault> {
        let lowering = self.lowering();
        let sets = lowering.matching(query).map_err(self.fault())?;
        let mut ids = lowering.strings(&sets, "id").map_err(self.fault())?;
        ids.sort_unstable();
        Ok(ids)
    }

    fn count(&self, query: &Node) -> Result<usize, Fault> {
        let sets = self.lowering().matching(query).map_err(self.fault())?;
        Ok(sets.iter().map(Docs::len).sum())
    }

    fn values(&self, query: &Node, by: By) -> Result<Vec<Value>, Fault> {
        let lowering = self.lowering();
        let sets = lowering.matching(query).map_err(self.fault())?;
        lowering.values(&sets, by).map_err(self.fault())
    }

    fn near_words(&self, word: &str, most: usize) -> Result<Vec<(String, usize)>, Fault> {
        self.lowering().near_words(word, most).map_err(self.fault())
    }

    fn ids_from(&self, prefix: &str, most: usize) -> Result<Vec<String>, Fault> {
        self.lowering().living_ids(prefix, most).map_err(self.fault())
    }

    fn statement(&self, id: &str) -> Result<Option<Statement>, Fault> {
        Ok(self.with_term(self.fields.id, id)?.into_iter().next())
    }

    fn thread(&self, id: &str) -> Result<Vec<Statement>, Fault> {
        self.with_term(self.fields.thread, id)
    }
}
