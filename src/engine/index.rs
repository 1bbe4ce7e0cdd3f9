//! The tantivy index as an [`Engine`].
//!
//! In: requests. Out: statements as they were stored. Trees are lowered in `lower`, scored in `rank`, ordered by `order`.

use super::fault::Fault;
use super::folder::Folder;
use super::lower::{Lowering, Sets};
use super::order::{Rank, compare, keys};
use super::postings::Problem;
use super::rank::{Scores, scores};
use super::schema::Fields;
use super::sources::Sources;
use super::totals::Totals;
use super::writer::committed_sources;
use super::{Engine, Finds, Found, Request, Sort};
use crate::article::Statement;
use crate::query::Node;
use tantivy::columnar::{Column, StrColumn};
use tantivy::schema::{Field, Value};
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
        Lowering { searcher: &self.searcher, fields: self.fields }
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

    /// The best `take` documents in order.
    fn best(&self, request: &Request, sets: &Sets, scores: &Scores) -> Result<Vec<(Rank, DocAddress)>, Problem> {
        let mut best = Vec::new();
        for (number, (docs, scores)) in (0u32..).zip(sets.iter().zip(scores)) {
            let segment = self.searcher.segment_reader(number);
            let days = segment.fast_fields().i64("first")?;
            let Some(ids) = segment.fast_fields().str("id")? else { continue };
            for (key, doc) in best_of(request, docs.iter(), scores, &days, &ids) {
                let mut id = String::new();
                ids.ord_to_str(key, &mut id)?;
                let rank = Rank { score: scores.get(&doc).copied().unwrap_or(0.0), day: days.first(doc), id };
                best.push((rank, DocAddress::new(number, doc)));
            }
        }
        best.sort_by(|(a, _), (b, _)| compare(request.sort, a, b));
        best.truncate(request.take);
        Ok(best)
    }
}

/// The best documents of one segment with the numbers of their ids, which order as the ids do.
fn best_of(
    request: &Request,
    docs: impl Iterator<Item = u32>,
    scores: &std::collections::HashMap<u32, f64>,
    days: &Column<i64>,
    ids: &StrColumn,
) -> Vec<(u64, u32)> {
    let by_day = request.sort != Sort::Relevance;
    let mut ranked: Vec<((bool, f64), u64, u32)> = docs
        .map(|doc| {
            let day = if by_day { days.first(doc) } else { None };
            let score = scores.get(&doc).copied().unwrap_or(0.0);
            (keys(request.sort, score, day), ids.term_ords(doc).next().unwrap_or(0), doc)
        })
        .collect();
    let order = |a: &((bool, f64), u64, u32), b: &((bool, f64), u64, u32)| {
        a.0.partial_cmp(&b.0).unwrap_or(std::cmp::Ordering::Equal).then(a.1.cmp(&b.1))
    };
    if ranked.len() > request.take && request.take > 0 {
        ranked.select_nth_unstable_by(request.take - 1, order);
    }
    ranked.truncate(request.take);
    ranked.into_iter().map(|(_, ord, doc)| (ord, doc)).collect()
}

impl Engine for Index {
    fn find(&self, request: &Request) -> Result<Finds, Fault> {
        let lowering = self.lowering();
        let sets = lowering.matching(&request.query).map_err(self.fault())?;
        let scores = scores(&lowering, &request.query, &sets).map_err(self.fault())?;
        let ranked = self.best(request, &sets, &scores).map_err(self.fault())?;
        let found =
            |(rank, address): (Rank, DocAddress)| Ok(Found { score: rank.score, statement: self.stored(address)? });
        let total = sets.iter().map(super::docs::Docs::len).sum();
        Ok(Finds { total, best: ranked.into_iter().map(found).collect::<Result<_, Fault>>()? })
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
        Ok(sets.iter().map(super::docs::Docs::len).sum())
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
