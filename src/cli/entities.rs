//! `byline entities`: who and what is named.
//!
//! In: a query, or none for every statement. Out: names with their counts; status 1 where nobody and nothing is named.

use super::options::{Entities, Format};
use super::out::Out;
use super::settings::Settings;
use super::stop::Stop;
use super::{Exit, evidence, review};
use crate::ask::{self, Question, Wanted};
use crate::show::{self, Paper};
use std::io::stderr;

pub(super) fn run(entities: &Entities, settings: &Settings) -> Result<Exit, Stop> {
    let index = settings.open_decided()?;
    let wanted =
        Wanted { kinds: entities.types.iter().map(|kind| (*kind).into()).collect(), with: entities.with.clone() };
    let question = Question {
        flags: entities.filters.clauses(),
        offset: entities.offset,
        limit: entities.limit,
        passages: entities.passages,
        ..Question::new(&entities.query.join(" "), settings.today)
    };
    if entities.review {
        return review::run(entities, &index, &question, &wanted, settings);
    }
    let mut found = ask::entities(&index, &question, &wanted)?;
    show::complaints(&mut Paper::new(&mut stderr(), settings.err), &found.query, &found.complaints)?;
    if entities.why {
        evidence::add(&index, &mut found, settings.today)?;
    }
    let mut out = Out::open(&entities.manners, settings, entities.format == Format::Text);
    match entities.format {
        Format::Text => show::entities_text(&mut Paper::new(&mut out, settings.out), &found, question.offset)?,
        Format::Json => show::extracted_json(&mut out, &found, true)?,
        Format::Jsonl => show::entities_lines(&mut out, &found)?,
        Format::Csv => show::entities_csv(&mut out, &found)?,
    }
    out.end()?;
    Ok(if found.total > 0 { Exit::Found } else { Exit::Nothing })
}
