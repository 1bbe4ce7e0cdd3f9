//! `byline open`: a statement's source in the program that the platform opens it with.
//!
//! In: an id, and a query whose passage is meant. Out: a browser or viewer, or (`--print`) the address alone.

use super::Exit;
use super::options::Open;
use super::settings::Settings;
use super::show::{query, statement};
use super::stop::Stop;
use crate::ask;
use crate::show::harmless;
use std::io::{Write, stdout};
use std::path::Path;
use std::process::{Command, Stdio};

/// What opens addresses and files here.
const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

pub(super) fn run(open: &Open, settings: &Settings) -> Result<Exit, Stop> {
    let index = settings.open_index()?;
    let Some(statement) = statement(&index, &open.id, settings)? else { return Ok(Exit::Nothing) };
    let query = query(open.query.as_deref(), settings)?;
    let address = ask::address(&statement, query.as_ref()).filter(|_| !open.file);
    let target = match address.as_deref().or(statement.location()) {
        Some(target) => target,
        None => return Err(Stop::Said(format!("{}: its source is not known", statement.path), None)),
    };
    if open.print {
        writeln!(stdout(), "{}", harmless(target))?;
        return Ok(Exit::Found);
    }
    if address.is_none() && !Path::new(target).exists() {
        return Err(Stop::Said(
            format!("{target}: no such file"),
            Some("`byline index` drops what is gone".to_owned()),
        ));
    }
    start(target)
}

fn start(target: &str) -> Result<Exit, Stop> {
    let hint = || Some("--print prints the address alone".to_owned());
    let status = Command::new(OPENER).arg(target).stdin(Stdio::null()).status();
    match status {
        // explorer tells nothing by its status
        Ok(status) if status.success() || cfg!(windows) => Ok(Exit::Found),
        Ok(_) => Err(Stop::Said(format!("{OPENER} could not open {target}"), hint())),
        Err(_) => Err(Stop::Said(format!("{OPENER}: no such program"), hint())),
    }
}
