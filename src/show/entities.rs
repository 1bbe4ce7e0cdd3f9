//! Names in an answer: who and what is named, and a person from both sides.
//!
//! In: [`Entities`], [`People`]. Out: text, lines of JSON, rows. What is counted is `ask`'s.

use super::answer::place_of;
use super::extract::extracted_json;
use super::harmless::{harmless_json, one_line};
use super::paper::Paper;
use super::passage::credit;
use super::plural::{count, counted};
use super::rows::{Rows, json_error};
use crate::ask::{Entities, Extent, Hit, NamedEntity, People, Side};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// A line a name: statements, name, type, days, sites, the clause that finds them; evidence and passages below.
///
/// # Errors
/// When it cannot be written.
pub fn entities_text(paper: &mut Paper<'_>, entities: &Entities, offset: usize) -> io::Result<()> {
    let cells: Vec<[String; 6]> = entities.entities.iter().map(cells).collect();
    let width = |at: usize| cells.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..6).map(width).collect();
    for (entity, row) in entities.entities.iter().zip(&cells) {
        let mut line = String::new();
        for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let blanks = " ".repeat(width.saturating_sub(cell.width()));
            let cell = if at == 1 { paper.strong(cell) } else { cell.clone() };
            line.push_str(&if at == 0 { format!("{blanks}{cell}") } else { format!("  {cell}{blanks}") });
        }
        paper.line(line.trim_end())?;
        for evidence in &entity.evidence {
            let times = if evidence.times == 1 { "once".to_owned() } else { format!("{} times", evidence.times) };
            let told = format!("{}, {times}: {}  {}", one_line(&evidence.text), evidence.reason, evidence.id);
            paper.line(&format!("      {}", paper.faint(&told)))?;
        }
        entity.passages.iter().try_for_each(|hit| passage(paper, hit, "      "))?;
    }
    let shown = range(entities.entities.len(), entities.total, offset);
    let names = counted(entities.total, "name");
    paper.line(&format!("{names} in {}{shown}", counted(entities.statements, "statement")))
}

fn cells(entity: &NamedEntity) -> [String; 6] {
    let extent = &entity.extent;
    [
        count(extent.count as u64),
        one_line(&entity.name),
        entity.kind.to_string(),
        days(extent),
        sites(extent),
        one_line(&extent.clause),
    ]
}

fn days(extent: &Extent) -> String {
    let days = match (&extent.first, &extent.last) {
        (Some(first), Some(last)) if first == last => first.clone(),
        (Some(first), Some(last)) => format!("{first} to {last}"),
        _ => return "no day".to_owned(),
    };
    if extent.undated == 0 { days } else { format!("{days}, {} undated", extent.undated) }
}

fn sites(extent: &Extent) -> String {
    counted(extent.sites, "site")
}

fn range(shown: usize, total: usize, offset: usize) -> String {
    match shown {
        0 => String::new(),
        shown if shown == total => String::new(),
        1 => format!(", number {} shown", offset + 1),
        shown => format!(", {} to {} shown", offset + 1, offset + shown),
    }
}

fn passage(paper: &mut Paper<'_>, hit: &Hit, indent: &str) -> io::Result<()> {
    let credit = credit(&hit.authors, hit.date.as_ref(), hit.kind, hit.answers.as_deref(), hit.depth);
    paper.line(&format!("{indent}{credit}"))?;
    for snippet in &hit.snippets {
        paper.paragraph(&snippet.text, &snippet.highlights, indent)?;
    }
    paper.place_line(indent, &place_of(hit))?;
    paper.line("")
}

/// Lines of JSON: a name each, then `{"type":"summary",…}` with the rest.
///
/// # Errors
/// When it cannot be written.
pub fn entities_lines(out: &mut dyn Write, entities: &Entities) -> io::Result<()> {
    entities.entities.iter().try_for_each(|entity| extracted_json(out, entity, false))?;
    let mut rest = serde_json::to_value(Entities { entities: Vec::new(), ..entities.clone() }).map_err(json_error)?;
    if let Some(rest) = rest.as_object_mut() {
        rest.shift_remove("entities");
        rest.shift_insert(0, "type".to_owned(), "summary".into());
    }
    writeln!(out, "{}", harmless_json(&rest.to_string()))
}

/// A row a name: type, key, name, count, first day, last day, undated, sites, query.
///
/// # Errors
/// When it cannot be written.
pub fn entities_csv(out: &mut dyn Write, entities: &Entities) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.row(&["type", "key", "name", "count", "first", "last", "undated", "sites", "query"])?;
    for entity in &entities.entities {
        let kind = entity.kind.to_string();
        let of = numbers(&entity.extent);
        let own = [kind.as_str(), &entity.key, &entity.name];
        rows.row(&own.into_iter().chain(of.iter().map(String::as_str)).collect::<Vec<_>>())?;
    }
    rows.end()
}

fn numbers(extent: &Extent) -> [String; 6] {
    [
        extent.count.to_string(),
        extent.first.clone().unwrap_or_default(),
        extent.last.clone().unwrap_or_default(),
        extent.undated.to_string(),
        extent.sites.to_string(),
        extent.query.clone(),
    ]
}

/// Everybody of a name: what they wrote, where they are named, the best passages of both.
///
/// # Errors
/// When it cannot be written.
pub fn people_text(paper: &mut Paper<'_>, people: &People, offset: usize) -> io::Result<()> {
    for somebody in &people.people {
        paper.line(&paper.strong(&one_line(&somebody.name)))?;
        side(paper, "wrote", somebody.wrote.as_ref())?;
        side(paper, "named in", somebody.named.as_ref())?;
        // a passage ends with an empty line
        if somebody.named.as_ref().is_none_or(|side| side.passages.is_empty()) {
            paper.line("")?;
        }
    }
    let of_name = match people.total {
        0 => format!("nobody is called {}", one_line(&people.name)),
        1 => "1 person".to_owned(),
        many => format!("{} people", count(many as u64)),
    };
    paper.line(&format!("{of_name}{}", range(people.people.len(), people.total, offset)))
}

fn side(paper: &mut Paper<'_>, what: &str, side: Option<&Side>) -> io::Result<()> {
    let Some(Side { extent, passages }) = side else { return paper.line(&format!("  {what} no statement")) };
    let counted = counted(extent.count, "statement");
    let line = format!("  {what} {counted}, {}, {}: {}", days(extent), sites(extent), one_line(&extent.clause));
    paper.line(&line)?;
    passages.iter().try_for_each(|hit| passage(paper, hit, "    "))
}

/// A row a side of somebody: key, name, `wrote` or `named`, count, first day, last day, undated, sites, query.
///
/// # Errors
/// When it cannot be written.
pub fn people_csv(out: &mut dyn Write, people: &People) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.row(&["key", "name", "side", "count", "first", "last", "undated", "sites", "query"])?;
    for somebody in &people.people {
        for (what, side) in [("wrote", &somebody.wrote), ("named", &somebody.named)] {
            let Some(side) = side else { continue };
            let own = [somebody.key.as_str(), &somebody.name, what];
            let of = numbers(&side.extent);
            rows.row(&own.into_iter().chain(of.iter().map(String::as_str)).collect::<Vec<_>>())?;
        }
    }
    rows.end()
}
