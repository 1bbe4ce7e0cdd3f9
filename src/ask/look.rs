//! One statement by its id, and the conversation around it.
//!
//! In: an id or the beginning of one. Out: the statement, or that there is none or more than one; its thread in reading order.

use crate::article::{Statement, Thread};
use crate::engine::{Engine, Fault};

/// Letters of an id that are shown at least.
const SHORT: usize = 7;
/// Letters of an id that is made by byline.
const DERIVED: usize = 12;
/// Ids named when an id is ambiguous.
const NAMED: usize = 6;

/// What an id stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Looked {
    /// This statement.
    Found(Box<Statement>),
    /// None.
    Unknown,
    /// Several: the first of their ids.
    Ambiguous(Vec<String>),
}

/// The statement with an id that is exactly, or begins with, `id`; an exact id wins.
///
/// # Errors
/// When the engine fails.
pub fn look(engine: &dyn Engine, id: &str) -> Result<Looked, Fault> {
    if let Some(statement) = engine.statement(id)? {
        return Ok(Looked::Found(Box::new(statement)));
    }
    let ids = if id.is_empty() { Vec::new() } else { engine.ids_from(id, NAMED)? };
    match ids.as_slice() {
        [] => Ok(Looked::Unknown),
        [only] => Ok(engine.statement(only)?.map_or(Looked::Unknown, |found| Looked::Found(Box::new(found)))),
        _ => Ok(Looked::Ambiguous(ids)),
    }
}

/// The conversation that a statement belongs to, in reading order.
///
/// # Errors
/// When the engine fails.
pub fn thread(engine: &dyn Engine, statement: &Statement) -> Result<Thread, Fault> {
    Ok(Thread::of(engine.thread(&statement.thread)?))
}

/// The shortest beginning of an id, seven letters at least, that stands for it alone; an id that a record brought is shown whole.
pub(super) fn short(engine: &dyn Engine, id: &str) -> Result<String, Fault> {
    let derived = id.len() == DERIVED && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    for length in SHORT..id.len() {
        let Some(prefix) = id.get(..length).filter(|_| derived) else { break };
        if engine.ids_from(prefix, 2)?.len() < 2 {
            return Ok(prefix.to_owned());
        }
    }
    Ok(id.to_owned())
}
