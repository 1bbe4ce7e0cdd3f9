//! `byline kwic`: a concordance, or the words that keep the matches' company.
//!
//! In: a query. Out: lines under each other; status 1 where no text holds a match.

use super::Exit;
use super::options::{Format, Kwic};
use super::out::Out;
use super::settings::Settings;
use super::stop::Stop;
use crate::ask::{self, Concord, Concordance, Question};
use crate::show::{self, Look, Paper};
use std::io::stderr;

/// Characters on either side where there is no terminal to fit.
const WIDTH: usize = 40;

pub(super) fn run(kwic: &Kwic, settings: &Settings) -> Result<Exit, Stop> {
    let index = settings.open_decided()?;
    let fitted = settings.columns.filter(|_| kwic.format == Format::Text).unwrap_or(WIDTH);
    let window = kwic.collocates.then_some(kwic.window);
    let concord = Concord { sort: kwic.sort.into(), width: kwic.width.unwrap_or(fitted), window };
    let mut found = ask::concordance(&index, &question(kwic, settings), concord)?;
    found.collocates.truncate(kwic.limit);
    let mut err = stderr();
    let mut told = Paper::new(&mut err, settings.err);
    show::complaints(&mut told, &found.query, &found.complaints)?;
    if found.statements > 0 && found.total == 0 {
        told.line(
            "note: no text holds words that this query asks for: its statements match by title, byline or filter",
        )?;
    }
    write(kwic, settings, &found)?;
    Ok(if found.total > 0 { Exit::Found } else { Exit::Nothing })
}

fn question(kwic: &Kwic, settings: &Settings) -> Question {
    Question {
        flags: kwic.filters.clauses(),
        offset: kwic.offset,
        limit: if kwic.collocates { 0 } else { kwic.limit },
        ..Question::new(&kwic.query.join(" "), settings.today)
    }
}

fn write(kwic: &Kwic, settings: &Settings, found: &Concordance) -> Result<(), Stop> {
    let mut out = Out::open(&kwic.manners, settings, kwic.format == Format::Text);
    let look = Look { width: settings.columns, ..settings.out };
    match kwic.format {
        Format::Text if kwic.collocates => show::collocates_text(&mut Paper::new(&mut out, look), found)?,
        Format::Text => show::concordance_text(&mut Paper::new(&mut out, look), found, kwic.offset)?,
        Format::Json => show::concordance_json(&mut out, found)?,
        Format::Jsonl => show::concordance_lines(&mut out, found)?,
        Format::Csv if kwic.collocates => show::collocates_csv(&mut out, found)?,
        Format::Csv => show::concordance_csv(&mut out, found)?,
    }
    out.end()?;
    Ok(())
}
