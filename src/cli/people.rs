//! `byline people`: what a person wrote, and where they are named.
//!
//! In: a name and filters. Out: everybody of that name from both sides; status 1 where there is nobody.

use super::Exit;
use super::options::{Format, People};
use super::out::Out;
use super::settings::Settings;
use super::stop::Stop;
use crate::ask::{self, Question};
use crate::show::{self, Paper};
use std::io::stderr;

pub(super) fn run(people: &People, settings: &Settings) -> Result<Exit, Stop> {
    let index = settings.open_decided()?;
    let question = Question {
        flags: people.filters.clauses(),
        offset: people.offset,
        limit: people.limit,
        passages: people.passages,
        ..Question::new("", settings.today)
    };
    let found = ask::people(&index, &question, &people.name.join(" "))?;
    show::complaints(&mut Paper::new(&mut stderr(), settings.err), "", &found.complaints)?;
    let mut out = Out::open(&people.manners, settings, people.format == Format::Text);
    match people.format {
        Format::Text => show::people_text(&mut Paper::new(&mut out, settings.out), &found, question.offset)?,
        Format::Json => show::extracted_json(&mut out, &found, true)?,
        Format::Jsonl => found.people.iter().try_for_each(|one| show::extracted_json(&mut out, one, false))?,
        Format::Csv => show::people_csv(&mut out, &found)?,
    }
    out.end()?;
    Ok(if found.total > 0 { Exit::Found } else { Exit::Nothing })
}
