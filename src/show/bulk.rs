//! Statements as bulk NDJSON for Elasticsearch and OpenSearch.
//!
//! In: a statement. Out: two lines, the action with its id and the flat document.

use super::rows::json_error;
use crate::article::Statement;
use crate::engine::flat;
use serde_json::json;
use std::io::{self, Write};

/// The action `{"index":{"_id":…}}` and the document.
///
/// # Errors
/// When it cannot be written.
pub fn bulk_lines(out: &mut dyn Write, statement: &Statement) -> io::Result<()> {
    let action = json!({ "index": { "_id": statement.id } });
    for value in [action, flat(statement)] {
        writeln!(out, "{}", super::harmless::harmless_json(&serde_json::to_string(&value).map_err(json_error)?))?;
    }
    Ok(())
}
