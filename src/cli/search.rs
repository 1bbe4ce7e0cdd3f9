//! `byline search`: the main job.
//!
//! In: a query and its flags. Out: ranked passages with their bylines; complaints on stderr. Where there is no index and
//! none is named, it is built from `./corpus` first.

use super::index::bring_up_to_date;
use super::options::{AnswerFormat, Search};
use super::out::Out;
use super::saved::Searches;
use super::settings::Settings;
use super::stop::Stop;
use super::{Exit, batch, index};
use crate::ask::{self, Answer, Question, Reading, Remark};
use crate::engine::{Engine, Folder};
use crate::query::{Target, foreign};
use crate::show::{self, Paper};
use crate::text::Span;
use std::collections::HashSet;
use std::io::{Write, stderr};
use std::path::PathBuf;

/// Hits shown where nothing else is asked.
const LIMIT: usize = 10;

pub(super) fn run(search: &Search, settings: &Settings) -> Result<Exit, Stop> {
    if search.keep.saved {
        return list(search, settings);
    }
    if let Some(name) = &search.keep.forget {
        Searches::read(settings)?.forget(name, settings)?;
        return Ok(Exit::Found);
    }
    let question = question(search, settings);
    if let Some(engine) = search.to {
        return elsewhere(&question, engine.into(), search, settings);
    }
    if settings.lacks_index() {
        build(settings)?;
    }
    let index = settings.open_decided()?;
    if let Some(queries) = &search.batch {
        return batch::run(queries, search, settings, &index);
    }
    if let Some(name) = &search.keep.new {
        return news(name, search, settings, &index);
    }
    if search.files {
        return files(search, settings, &index);
    }
    let answer = if search.count { ask::count(&index, &question)? } else { ask::search(&index, &question)? };
    show::complaints(&mut Paper::new(&mut stderr(), settings.err), &answer.query, &answer.complaints)?;
    if search.strict && !answer.complaints.is_empty() {
        return Ok(Exit::Trouble);
    }
    write(search, settings, &answer)?;
    if let Some(name) = &search.keep.save {
        keep(name, search, settings, &index)?;
    }
    Ok(if answer.total > 0 { Exit::Found } else { Exit::Nothing })
}

/// What came since the last look at a kept search; only what is shown counts as seen.
fn news(name: &str, search: &Search, settings: &Settings, index: &dyn Engine) -> Result<Exit, Stop> {
    let searches = Searches::read(settings)?;
    let kept = searches.named(name)?;
    let asked = kept.asked(question(search, settings));
    // without a limit of the user's all of it is shown, so that nothing is left over for a next look
    let limit = if search.count { 0 } else { search.limit.unwrap_or(usize::MAX) };
    let answer = ask::news(index, &Question { limit, ..asked }, &kept.seen)?;
    show::complaints(&mut Paper::new(&mut stderr(), settings.err), &answer.query, &answer.complaints)?;
    let is_text = matches!(search.format, None | Some(AnswerFormat::Text));
    if answer.total > 0 || !is_text || search.count {
        write(search, settings, &answer)?;
    }
    searches.look(name, &answer, settings)?;
    Ok(if answer.total > 0 { Exit::Found } else { Exit::Nothing })
}

/// The paths of the files that hold what is found, in the order of the answer.
fn files(search: &Search, settings: &Settings, index: &dyn Engine) -> Result<Exit, Stop> {
    let limit = search.limit.unwrap_or(usize::MAX);
    let (placed, remarks) = ask::ranked(index, &Question { limit, ..question(search, settings) })?;
    show::complaints(&mut Paper::new(&mut stderr(), settings.err), &search.query.join(" "), &remarks)?;
    if search.strict && !remarks.is_empty() {
        return Ok(Exit::Trouble);
    }
    let mut out = Out::open(&search.manners, settings, false);
    let mut told: HashSet<String> = HashSet::new();
    for placed in &placed {
        let statement = index.statement(&placed.id)?;
        let location = statement.as_ref().and_then(|statement| statement.location()).unwrap_or_default();
        if !location.is_empty() && told.insert(location.to_owned()) {
            let path = settings.as_seen_here(location);
            if search.null { write!(out, "{path}\0")? } else { writeln!(out, "{}", show::harmless(path))? }
        }
    }
    out.end()?;
    Ok(if placed.is_empty() { Exit::Nothing } else { Exit::Found })
}

/// Keeps the search; everything that it finds now is seen.
fn keep(name: &str, search: &Search, settings: &Settings, index: &dyn Engine) -> Result<(), Stop> {
    let query = ask::read(&question(search, settings))?;
    let seen = index.ids(&query.root)?.into_iter().collect();
    let replaced = Searches::read(settings)?.keep(name, search, seen, settings)?;
    let what = if replaced { "kept anew" } else { "kept" };
    let told = format!("{what} as `{}`; `--new` shows what comes from now on", show::harmless(name));
    Ok(Paper::new(&mut stderr(), settings.err).line(&told)?)
}

fn list(search: &Search, settings: &Settings) -> Result<Exit, Stop> {
    let searches = Searches::read(settings)?;
    let is_text = matches!(search.format, None | Some(AnswerFormat::Text));
    let mut out = Out::open(&search.manners, settings, is_text);
    match search.format.unwrap_or(AnswerFormat::Text) {
        AnswerFormat::Text => {
            let mut paper = Paper::new(&mut out, settings.out);
            for (name, kept) in searches.all() {
                let line = format!("{}: {}  ({} seen)", name, kept.line(), kept.seen.len());
                paper.line(&show::harmless(&line))?;
            }
        }
        AnswerFormat::Json | AnswerFormat::Jsonl => {
            show::extracted_json(&mut out, searches.all(), search.format == Some(AnswerFormat::Json))?;
        }
        _ => return Err(Stop::Said("--saved writes text, json or jsonl".to_owned(), None)),
    }
    out.end()?;
    Ok(if searches.all().is_empty() { Exit::Nothing } else { Exit::Found })
}

/// Prints the query for another engine; what would mean something else there is told with the piece.
fn elsewhere(question: &Question, engine: Target, search: &Search, settings: &Settings) -> Result<Exit, Stop> {
    let query = ask::read(question)?;
    let remarks: Vec<Remark> = query.complaints.into_iter().map(Remark::from).collect();
    let mut err = stderr();
    let mut told = Paper::new(&mut err, settings.err);
    show::complaints(&mut told, &query.typed, &remarks)?;
    match foreign(&query.root, engine) {
        Ok(text) => {
            let mut out = Out::open(&search.manners, settings, false);
            writeln!(out, "{text}")?;
            out.end()?;
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
        limit: search.limit.unwrap_or(LIMIT),
        chars: search.chars,
        passages: search.passages,
        why: search.why,
        grouped: search.group.is_some(),
        facets: search.facets.iter().map(|facet| (*facet).into()).collect(),
        values: search.top,
        by_month: search.by.is_some(),
        suggest: search.batch.is_none(),
    }
}

fn write(search: &Search, settings: &Settings, answer: &Answer) -> Result<(), Stop> {
    let format = search.format.unwrap_or(AnswerFormat::Text);
    let mut out = Out::open(&search.manners, settings, format == AnswerFormat::Text && !search.count);
    match format {
        AnswerFormat::Text if search.count => writeln!(out, "{}", answer.total)?,
        AnswerFormat::Text => show::answer_text(&mut Paper::new(&mut out, settings.out), answer, search.offset)?,
        AnswerFormat::Json => show::answer_json(&mut out, answer)?,
        AnswerFormat::Jsonl => show::answer_lines(&mut out, answer)?,
        AnswerFormat::Csv if !search.facets.is_empty() || search.by.is_some() => show::counts_csv(&mut out, answer)?,
        AnswerFormat::Csv => show::answer_csv(&mut out, answer, search.offset)?,
        AnswerFormat::Md => show::answer_markdown(&mut out, answer, search.offset)?,
        AnswerFormat::Atom => {
            let name = search.keep.new.as_ref().or(search.keep.save.as_ref()).unwrap_or(&answer.understood);
            show::answer_atom(&mut out, answer, name, settings.today)?;
        }
        AnswerFormat::Trec => {
            let placed: Vec<_> = answer.hits.iter().map(|hit| (hit.id.as_str(), hit.score)).collect();
            show::trec(&mut out, "1", search.offset, &placed)?;
        }
    }
    Ok(out.end()?)
}
