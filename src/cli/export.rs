//! `byline export`: statements for another engine, and the mapping that gives their fields a meaning there.
//!
//! In: a query, or none for every statement. Out: bulk NDJSON (an action and a document a statement), or the mapping.

use super::Exit;
use super::options::Export;
use super::settings::Settings;
use super::stop::Stop;
use crate::ask::{self, Question};
use crate::engine::Engine;
use crate::query::mapping;
use crate::show::{self, Paper};
use std::io::{BufWriter, Write, stderr, stdout};

pub(super) fn run(export: &Export, settings: &Settings) -> Result<Exit, Stop> {
    let mut out = BufWriter::new(stdout().lock());
    if export.mapping {
        show::extracted_json(&mut out, &mapping(&export.language), true)?;
        out.flush()?;
        return Ok(Exit::Found);
    }
    let index = settings.open_decided()?;
    let typed = export.query.join(" ");
    let question = Question { flags: export.filters.clauses(), ..Question::new(&typed, settings.today) };
    let query = ask::read(&question)?;
    let remarks: Vec<ask::Remark> = query.complaints.into_iter().map(ask::Remark::from).collect();
    show::complaints(&mut Paper::new(&mut stderr(), settings.err), &query.typed, &remarks)?;
    let ids = index.ids(&query.root)?;
    for id in &ids {
        if let Some(statement) = index.undecided().statement(id)? {
            show::bulk_lines(&mut out, &statement)?;
        }
    }
    out.flush()?;
    Ok(if ids.is_empty() { Exit::Nothing } else { Exit::Found })
}
