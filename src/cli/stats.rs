//! `byline stats`: what is in the index.
//!
//! In: an index. Out: its totals; status 1 where it is empty.

use super::Exit;
use super::options::{Format, Stats};
use super::settings::Settings;
use super::stop::Stop;
use crate::show::{self, Paper};
use std::io::stdout;

pub(super) fn run(stats: &Stats, settings: &Settings) -> Result<Exit, Stop> {
    let totals = settings.open_index()?.totals()?;
    let mut out = stdout();
    match stats.format {
        Format::Text => show::stats_text(&mut Paper::new(&mut out, settings.out), &totals)?,
        Format::Csv => show::stats_csv(&mut out, &totals)?,
        Format::Json => show::stats_json(&mut out, &totals, true)?,
        Format::Jsonl => show::stats_json(&mut out, &totals, false)?,
    }
    let statements = totals.articles + totals.comments + totals.pingbacks;
    Ok(if statements > 0 { Exit::Found } else { Exit::Nothing })
}
