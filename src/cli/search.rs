//! `byline search`: the main job.
//!
//! In: a query and its flags. Out: ranked passages with their bylines; complaints on stderr. Where there is no index and
//! none is named, it is built from `./corpus` first.

use super::index::bring_up_to_date;
use super::options::{AnswerFormat, Search};
use super::settings::Settings;
use super::stop::Stop;
use super::{Exit, batch, index};
use crate::ask::{self, Answer, Question, Reading, Remark};
use crate::engine::Folder;
use crate::query::{Target, foreign};
use crate::show::{self, Paper};
use crate::text::Span;
use std::io::{BufWriter, Write, stderr, stdout};
use std::path::PathBuf;

pub(super) fn run(search: &Search, settings: &Settings) -> Result<Exit, Stop> {
    let question = question(search, settings);
    if let Some(engine) = search.to {
        return elsewhere(&question, engine.into(), settings);
    }
    if settings.lacks_index() {
        build(settings)?;
    }
    let index = settings.open_index()?;
    if let Some(queries) = &search.batch {
        return batch::run(queries, search, settings, &index);
    }
    let answer = if search.count { ask::count(&index, &question)? } else { ask::search(&index, &question)? };
    show::complaints(&mut Paper::new(&mut stderr(), settings.err), &answer.query, &answer.complaints)?;
    if search.strict && !answer.complaints.is_empty() {
        return Ok(Exit::Trouble);
    }
    write(search, settings, &answer)?;
    Ok(if answer.total > 0 { Exit::Found } else { Exit::Nothing })
}

/// Prints the query for another engine; what would mean something else there is told with the piece.
fn elsewhere(question: &Question, engine: Target, settings: &Settings) -> Result<Exit, Stop> {
    let query = ask::read(question)?;
    let remarks: Vec<Remark> = query.complaints.into_iter().map(Remark::from).collect();
    let mut err = stderr();
    let mut told = Paper::new(&mut err, settings.err);
    show::complaints(&mut told, &query.typed, &remarks)?;
    match foreign(&query.root, engine) {
        Ok(text) => {
            writeln!(stdout(), "{text}")?;
            Ok(Exit::Found)
        }
        Err(untold) => {
            let message = format!("cannot be said there: {untold}");
            let Span { from, to } = untold.span;
            show::complaints(&mut told, &query.typed, &[Remark { message, from, to, hint: None }])?;
            Ok(Exit::Trouble)
        }
    }
}

/// Builds `./index` from `./corpus` and says so.
fn build(settings: &Settings) -> Result<(), Stop> {
    let corpus = PathBuf::from(index::CORPUS);
    if !corpus.is_dir() {
        let hint = "`byline index PATH` makes one, --index DIR names one".to_owned();
        return Err(Stop::Said("no index here, and no ./corpus to build one from".to_owned(), Some(hint)));
    }
    let root = settings.index_root();
    let mut err = stderr();
    let mut paper = Paper::new(&mut err, settings.err);
    paper.line(&format!("no index here: building ./{} from ./{}", root.display(), corpus.display()))?;
    let report = bring_up_to_date(&Folder::open_or_create(&root)?, &[corpus], false, settings)?;
    show::report(&mut paper, &report)?;
    Ok(())
}

/// The question that the options ask.
pub(super) fn question(search: &Search, settings: &Settings) -> Question {
    Question {
        typed: search.query.join(" "),
        reading: if search.any { Reading::AnyWord } else { Reading::Language },
        flags: search.filters.clauses(),
        today: settings.today,
        sort: search.sort.into(),
        offset: search.offset,
        limit: search.limit,
        chars: search.chars,
        passages: search.passages,
        why: search.why,
    }
}

fn write(search: &Search, settings: &Settings, answer: &Answer) -> Result<(), Stop> {
    let mut out = BufWriter::new(stdout().lock());
    match search.format.unwrap_or(AnswerFormat::Text) {
        AnswerFormat::Text if search.count => writeln!(out, "{}", answer.total)?,
        AnswerFormat::Text => show::answer_text(&mut Paper::new(&mut out, settings.out), answer, search.offset)?,
        AnswerFormat::Json => show::answer_json(&mut out, answer)?,
        AnswerFormat::Jsonl => show::answer_lines(&mut out, answer)?,
        AnswerFormat::Csv => show::answer_csv(&mut out, answer, search.offset)?,
        AnswerFormat::Md => show::answer_markdown(&mut out, answer, search.offset)?,
        AnswerFormat::Trec => {
            let placed: Vec<_> = answer.hits.iter().map(|hit| (hit.id.as_str(), hit.score)).collect();
            show::trec(&mut out, "1", search.offset, &placed)?;
        }
    }
    out.flush()?;
    Ok(())
}
