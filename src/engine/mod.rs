//! Keeping statements and finding them again: the [`Engine`] trait, the tantivy index behind it, and the scan that judges it.
//!
//! In: statements; a query tree whose leaves are byline's own tokens. Out: ids, scores and stored statements.
//! Snippets, marks, grouping and the arithmetic of days stay above.
//!
//! ```text
//!  statements ─▶ writer ─▶ index on disk ─▶ lower ─▶ docs ─▶ rank ─▶ hits
//!                documents  schema           postings         order
//!                cutter
//!                facts ◀──────── both engines ────────▶ scan
//! ```

mod cutter;
mod docs;
mod documents;
mod facts;
mod fault;
mod flat;
mod folder;
mod index;
mod lower;
mod order;
mod postings;
mod rank;
mod scan;
mod schema;
mod sources;

mod totals;
mod writer;

pub use fault::Fault;
pub use flat::flat;
pub use folder::{Folder, MARK};
pub use index::Index;
pub use scan::Scan;
pub use sources::{Source, Sources};
pub use totals::Totals;
pub use writer::Writer;

use crate::article::Statement;
use crate::query::Node;
use serde::{Deserialize, Serialize};

/// What is asked of an engine.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Request {
    /// The question.
    pub query: Node,
    /// Order of the hits.
    pub sort: Sort,
    /// So many of the best are given back.
    pub take: usize,
}

/// Order of hits. Ties go by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// Best score first.
    #[default]
    Relevance,
    /// Latest day first, undated last.
    Newest,
    /// Earliest day first, undated last.
    Oldest,
}

/// A statement that answers a request.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Score, rounded to 1e-4; higher is better, 0 where the query asks for no words.
    pub score: f64,
    /// The statement as it was stored.
    pub statement: Statement,
}

/// What an engine found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Finds {
    /// How many statements match.
    pub total: usize,
    /// The best of them, in order.
    pub best: Vec<Found>,
}

/// A place where statements are kept and found.
pub trait Engine {
    /// The statements that match, the best first.
    ///
    /// # Errors
    /// When the machine fails, or a pattern stands for more words than [`Fault::TooManyWords`] allows.
    fn find(&self, request: &Request) -> Result<Finds, Fault>;

    /// Ids of all statements that match, ascending.
    ///
    /// # Errors
    /// As for [`Engine::find`].
    fn ids(&self, query: &Node) -> Result<Vec<String>, Fault>;

    /// How many statements match.
    ///
    /// # Errors
    /// As for [`Engine::find`].
    fn count(&self, query: &Node) -> Result<usize, Fault> {
        self.ids(query).map(|ids| ids.len())
    }

    /// Ids that begin with `prefix`, ascending, at most `most`.
    ///
    /// # Errors
    /// When the machine fails.
    fn ids_from(&self, prefix: &str, most: usize) -> Result<Vec<String>, Fault>;

    /// The statement with exactly this id.
    ///
    /// # Errors
    /// When the machine fails.
    fn statement(&self, id: &str) -> Result<Option<Statement>, Fault>;

    /// All statements of a thread, in no order.
    ///
    /// # Errors
    /// When the machine fails.
    fn thread(&self, id: &str) -> Result<Vec<Statement>, Fault>;
}
