//! `byline show`: one statement in full, or its conversation.
//!
//! In: an id or the beginning of one. Out: the statement; status 1 for an unknown id, 2 for an ambiguous one.

use super::options::{Format, Show};
use super::out::Out;
use super::settings::Settings;
use super::stop::Stop;
use super::{Exit, aliases, evidence};
use crate::article::{Aliases, Kind, Statement, Thread};
use crate::ask::{self, Looked, Refused, Remark};
use crate::engine::{Decided, Index};
use crate::query::{Node, parse};
use crate::show::{self, Paper};
use crate::snippet;
use crate::text::Span;
use std::io::stderr;

pub(super) fn run(show: &Show, settings: &Settings) -> Result<Exit, Stop> {
    // a record is shown as it is kept; only names that are marked are shown as decided
    let aliases = if show.entities { aliases::read(settings)? } else { Aliases::default() };
    let decided = Decided::new(settings.open_index()?, aliases);
    let index = decided.undecided();
    let Some(statement) = statement(index, &show.id, settings)? else { return Ok(Exit::Nothing) };
    let query = query(show.query.as_deref(), settings)?;
    let for_people = show.cite.is_none() && show.format == Format::Text;
    let mut out = Out::open(&show.manners, settings, for_people);
    if let Some(style) = show.cite {
        show::citation(&mut out, &ask::cite(&statement, query.as_ref()), style.into())?;
        out.end()?;
        return Ok(Exit::Found);
    }
    let thread = ask::thread(index, &statement)?;
    let mut paper = Paper::new(&mut out, settings.out);
    match show.format {
        Format::Text if show.entities => named(&mut paper, &decided, &statement, &thread, show.why)?,
        Format::Text if show.thread => show::thread_text(&mut paper, &thread, &statement.id)?,
        Format::Text => {
            let marks = query.map(|query| marks(&statement, &query)).unwrap_or_default();
            show::statement_text(&mut paper, &statement, answered(&statement, &thread).as_deref(), &marks)?;
            show::around_text(&mut paper, &thread, &statement.id)?;
        }
        Format::Json => show::statement_json(&mut out, root(show, &statement, &thread), &thread, true)?,
        Format::Jsonl => show::statement_json(&mut out, root(show, &statement, &thread), &thread, false)?,
        Format::Csv if show.entities => show::mentions_csv(&mut out, &decided.shown(*statement))?,
        Format::Csv if show.thread => {
            let all: Vec<&Statement> = thread.article.iter().chain(&thread.comments).collect();
            show::statement_csv(&mut out, &all)?;
        }
        Format::Csv => show::statement_csv(&mut out, &[&statement])?,
    }
    out.end()?;
    Ok(Exit::Found)
}

/// The statement with what it names marked, and with `why` the reason for each name.
fn named(
    paper: &mut Paper<'_>,
    decided: &Decided<Index>,
    statement: &Statement,
    thread: &Thread,
    why: bool,
) -> Result<(), Stop> {
    let shown = decided.shown(statement.clone());
    show::named_text(paper, &shown, answered(statement, thread).as_deref())?;
    if why {
        let reasons = evidence::reasons(decided, statement)?;
        show::reasons_text(paper, &reasons)?;
    }
    Ok(())
}

/// The statement with an id or the beginning of one; where there is none that is told.
pub(super) fn statement(index: &Index, id: &str, settings: &Settings) -> Result<Option<Box<Statement>>, Stop> {
    match ask::look(index, id)? {
        Looked::Found(statement) => Ok(Some(statement)),
        Looked::Unknown => {
            let message = format!("no statement has the id `{id}`");
            show::fault(&mut Paper::new(&mut stderr(), settings.err), &message, None)?;
            Ok(None)
        }
        Looked::Ambiguous(ids) => {
            let message = format!("`{id}` begins several ids: {}", ids.join(", "));
            Err(Stop::Said(message, Some("write more letters of the id".to_owned())))
        }
    }
}

/// With `--thread` the record is that of the article.
fn root<'a>(show: &Show, statement: &'a Statement, thread: &'a Thread) -> &'a Statement {
    thread.article.as_ref().filter(|_| show.thread).unwrap_or(statement)
}

/// What `--query` asks for; complaints about it are told.
pub(super) fn query(typed: Option<&str>, settings: &Settings) -> Result<Option<Node>, Stop> {
    let Some(typed) = typed else { return Ok(None) };
    let query = parse(typed, settings.today).map_err(|refusal| Stop::Refused(Refused::Query(refusal)))?;
    let remarks: Vec<Remark> = query.complaints.into_iter().map(Remark::from).collect();
    show::complaints(&mut Paper::new(&mut stderr(), settings.err), typed, &remarks)?;
    Ok(Some(query.root))
}

fn marks(statement: &Statement, query: &Node) -> Vec<Span> {
    snippet::marks(&statement.text, query, statement.language.as_deref(), &statement.quoted)
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
