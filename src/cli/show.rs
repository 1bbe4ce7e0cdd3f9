//! `byline show`: one statement in full, or its conversation.
//!
//! In: an id or the beginning of one. Out: the statement; status 1 for an unknown id, 2 for an ambiguous one.

use super::Exit;
use super::options::{Format, Show};
use super::settings::Settings;
use super::stop::Stop;
use crate::article::{Kind, Statement, Thread};
use crate::ask::{self, Looked};
use crate::query::parse;
use crate::show::{self, Paper};
use crate::text::Span;
use crate::{ask::Refused, snippet};
use std::io::{BufWriter, Write, stderr, stdout};

pub(super) fn run(show: &Show, settings: &Settings) -> Result<Exit, Stop> {
    let index = settings.open_index()?;
    let statement = match ask::look(&index, &show.id)? {
        Looked::Found(statement) => statement,
        Looked::Unknown => {
            let message = format!("no statement has the id `{}`", show.id);
            show::fault(&mut Paper::new(&mut stderr(), settings.err), &message, None)?;
            return Ok(Exit::Nothing);
        }
        Looked::Ambiguous(ids) => {
            let message = format!("`{}` begins several ids: {}", show.id, ids.join(", "));
            return Err(Stop::Said(message, Some("write more letters of the id".to_owned())));
        }
    };
    let thread = ask::thread(&index, &statement)?;
    let marks = marks(show, settings, &statement)?;
    let mut out = BufWriter::new(stdout().lock());
    let mut paper = Paper::new(&mut out, settings.out);
    match show.format {
        Format::Text if show.thread => show::thread_text(&mut paper, &thread, &statement.id)?,
        Format::Text => show::statement_text(&mut paper, &statement, answered(&statement, &thread).as_deref(), &marks)?,
        Format::Json => show::statement_json(&mut out, root(show, &statement, &thread), &thread, true)?,
        Format::Jsonl => show::statement_json(&mut out, root(show, &statement, &thread), &thread, false)?,
        Format::Csv if show.thread => {
            let all: Vec<&Statement> = thread.article.iter().chain(&thread.comments).collect();
            show::statement_csv(&mut out, &all)?;
        }
        Format::Csv => show::statement_csv(&mut out, &[&statement])?,
    }
    out.flush()?;
    Ok(Exit::Found)
}

/// With `--thread` the record is that of the article.
fn root<'a>(show: &Show, statement: &'a Statement, thread: &'a Thread) -> &'a Statement {
    thread.article.as_ref().filter(|_| show.thread).unwrap_or(statement)
}

/// What `--query` marks.
fn marks(show: &Show, settings: &Settings, statement: &Statement) -> Result<Vec<Span>, Stop> {
    let Some(typed) = &show.query else { return Ok(Vec::new()) };
    let query = parse(typed, settings.today).map_err(|refusal| Stop::Refused(Refused::Query(refusal)))?;
    Ok(snippet::marks(&statement.text, &query.root, statement.language.as_deref(), &statement.quoted))
}

/// The name of the one whom a comment answers.
fn answered(statement: &Statement, thread: &Thread) -> Option<String> {
    if statement.kind == Kind::Article {
        return None;
    }
    let comment = thread.comments.iter().find(|other| Some(&other.id) == statement.parent.as_ref());
    let authors = &comment.or(thread.article.as_ref().filter(|_| statement.parent.is_none()))?.authors;
    authors.first().map(|author| author.name.clone())
}
