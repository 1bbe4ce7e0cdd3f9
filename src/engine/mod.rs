//! Keeping statements and finding them again: the [`Engine`] trait, the tantivy index behind it, and the scan that judges it.
//!
//! In: statements; a query tree whose leaves are byline's own tokens. Out: ids, scores and stored statements.
//! Snippets, marks, grouping and the arithmetic of days stay above.
//!
//! ```text
//!  statements ─▶ writer ─▶ index on disk ─▶ lower ─▶ docs ─▶ rank ─▶ hits
//!                documents  schema           postings         order
//!                cutter                                        points
//!                facts ◀──────── both engines ────────▶ scan
//! ```

mod cutter;
mod decided;
mod docs;
mod documents;
mod facts;
mod fault;
mod flat;
mod folder;
mod index;
mod lower;
mod near;
mod order;
mod points;
mod postings;
mod rank;
mod scan;
mod schema;
mod sources;
mod totals;
mod values;
mod writer;

pub use decided::Decided;
pub use fault::Fault;
pub use flat::flat;
pub use folder::{Folder, MARK};
pub use index::Index;
pub use scan::Scan;
pub use sources::{Source, Sources};
pub use totals::Totals;
pub use values::{By, Value};
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
    /// Whether each is to come with the parts of its score.
    pub why: bool,
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

/// The place of a statement in the order asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Its id.
    pub id: String,
    /// Id of its article.
    pub thread: String,
    /// Score, rounded to 1e-4; higher is better, 0 where the query asks for no words.
    pub score: f64,
    /// What the score is the sum of, but for rounding; empty unless asked for.
    pub parts: Vec<Part>,
}

/// A part of a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is given for.
    pub reason: Reason,
    /// Points, more than 0.
    pub points: f64,
}

/// What a part of a score is given for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// This word or phrase, as the query is printed, stands in it so often in title, byline and text together.
    Word {
        /// What is asked for.
        word: String,
        /// Matches.
        times: u32,
    },
    /// Words stand in exactly the form that was asked for.
    Exact,
    /// Words stand in its title.
    Title,
    /// Words that are asked side by side stand so.
    SideBySide,
    /// Words stand close together.
    Close {
        /// So many of the asked words,
        words: u32,
        /// within so many words.
        width: u32,
    },
}

/// Which statements match, the first of them in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Order {
    /// How many statements match.
    pub total: usize,
    /// The first of them.
    pub first: Vec<Placed>,
}

/// A place where statements are kept and found.
pub trait Engine {
    /// The order of the statements that match.
    ///
    /// # Errors
    /// When the machine fails, or a pattern stands for more words than [`Fault::TooManyWords`] allows.
    fn order(&self, request: &Request) -> Result<Order, Fault>;

    /// Ids of all statements that match, ascending.
    ///
    /// # Errors
    /// As for [`Engine::order`].
    fn ids(&self, query: &Node) -> Result<Vec<String>, Fault>;

    /// How many statements match.
    ///
    /// # Errors
    /// As for [`Engine::order`].
    fn count(&self, query: &Node) -> Result<usize, Fault> {
        self.ids(query).map(|ids| ids.len())
    }

    /// The statements that match, counted by what they have in common; in the order of the keys.
    ///
    /// # Errors
    /// As for [`Engine::order`].
    fn values(&self, query: &Node, by: By) -> Result<Vec<Value>, Fault>;

    /// Every key that means the same as the key of an entity: itself, and what was decided to be one with it.
    fn keys_of(&self, key: &str) -> Vec<String> {
        vec![key.to_owned()]
    }

    /// Words of titles, bylines and texts within two edits of `word`, each with how many statements hold it: the nearest
    /// first, then the most frequent, at most `most`.
    ///
    /// # Errors
    /// When the machine fails.
    fn near_words(&self, word: &str, most: usize) -> Result<Vec<(String, usize)>, Fault>;

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
