//! `byline quote`: whether a quotation is what was said.
//!
//! In: a quotation. Out: who says it word for word, or the difference; status 0 only for word for word.

use super::Exit;
use super::options::{Format, Quote};
use super::out::Out;
use super::settings::Settings;
use super::stop::Stop;
use crate::ask::{self, Question, Verdict};
use crate::show::{self, Paper};
use crate::text::words;
use std::io::stderr;

pub(super) fn run(quote: &Quote, settings: &Settings) -> Result<Exit, Stop> {
    let typed = quote.quotation.join(" ");
    if words(&typed).next().is_none() {
        return Err(Stop::Said("the quotation holds no word".to_owned(), None));
    }
    let index = settings.open_decided()?;
    let flags = quote.filters.clauses();
    let question =
        Question { flags, offset: quote.offset, limit: quote.limit, ..Question::new(&typed, settings.today) };
    let checked = ask::check(&index, &question)?;
    show::complaints(&mut Paper::new(&mut stderr(), settings.err), &checked.quotation, &checked.complaints)?;
    let mut out = Out::open(&quote.manners, settings, quote.format == Format::Text);
    match quote.format {
        Format::Text => show::checked_text(&mut Paper::new(&mut out, settings.out), &checked, quote.offset)?,
        Format::Json => show::checked_json(&mut out, &checked)?,
        Format::Jsonl => show::checked_lines(&mut out, &checked)?,
        Format::Csv => show::checked_csv(&mut out, &checked)?,
    }
    out.end()?;
    Ok(if checked.verdict == Verdict::Verbatim { Exit::Found } else { Exit::Nothing })
}
