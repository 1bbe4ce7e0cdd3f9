//! `byline entities --review`: names that are probably one, for a person to decide.
//!
//! In: the names of the statements that match. Out: a line a pair with its counts and what speaks for it; on a terminal a
//! question each, and the answers as lines of `aliases.tsv`. Nothing is decided by itself.

use super::options::{Entities, Format};
use super::out::Out;
use super::settings::Settings;
use super::stop::Stop;
use super::{Exit, aliases};
use crate::article::{Entity, EntityType};
use crate::ask::{self, Question, Wanted};
use crate::engine::{Decided, Engine, Index};
use crate::enrich::names::{Counted, Likely, likely};
use crate::query::{Match, Node};
use crate::show::{self, Paper};
use crate::text::Span;
use serde::Serialize;
use std::io::{BufRead, IsTerminal, Write, stderr, stdin, stdout};

/// A pair to be decided.
#[derive(Serialize)]
struct Pair {
    #[serde(rename = "type")]
    kind: EntityType,
    short: String,
    short_count: u64,
    name: String,
    count: u64,
    reason: String,
    /// Statements that name both.
    together: usize,
    /// The line that joins them.
    line: String,
}

pub(super) fn run(
    entities: &Entities,
    index: &Decided<Index>,
    question: &Question,
    wanted: &Wanted,
    settings: &Settings,
) -> Result<Exit, Stop> {
    let pairs = pairs(index, question, wanted, entities.limit, settings)?;
    let may_ask = stdin().is_terminal() && stdout().is_terminal() && !entities.manners.quiet;
    if may_ask && entities.format == Format::Text {
        decide(&pairs, entities.dry_run, settings)?;
        return Ok(if pairs.is_empty() { Exit::Nothing } else { Exit::Found });
    }
    let mut out = Out::open(&entities.manners, settings, false);
    match entities.format {
        Format::Csv => return Err(Stop::Said("--review writes text, json or jsonl".to_owned(), None)),
        Format::Json => show::extracted_json(&mut out, &pairs, true)?,
        Format::Jsonl => pairs.iter().try_for_each(|pair| show::extracted_json(&mut out, pair, false))?,
        Format::Text => {
            let mut paper = Paper::new(&mut out, settings.out);
            let line = |pair: &Pair| if entities.dry_run { pair.line.clone() } else { told(pair) };
            pairs.iter().try_for_each(|pair| paper.line(&show::harmless(&line(pair))))?;
        }
    }
    out.end()?;
    Ok(if pairs.is_empty() { Exit::Nothing } else { Exit::Found })
}

/// The likely pairs, those in the most statements first, without what is decided already.
fn pairs(
    index: &Decided<Index>,
    question: &Question,
    wanted: &Wanted,
    most: usize,
    settings: &Settings,
) -> Result<Vec<Pair>, Stop> {
    let remarks: Vec<ask::Remark> = ask::read(question)?.complaints.into_iter().map(ask::Remark::from).collect();
    show::complaints(&mut Paper::new(&mut stderr(), settings.err), &question.typed, &remarks)?;
    let all = ask::every_name(index, question, wanted)?;
    let counted = |(kind, name, count)| Counted { kind, name, count: count as u64 };
    let counted: Vec<Counted> = all.into_iter().map(counted).collect();
    let undecided =
        likely(&counted).into_iter().filter(|pair| !index.aliases().are_apart(&pair.short.name, &pair.full.name));
    undecided.take(most).map(|pair| shown(index, pair)).collect()
}

fn shown(index: &Decided<Index>, Likely { short, full, reason }: Likely) -> Result<Pair, Stop> {
    let key = |counted: &Counted| {
        let key = Entity::key_for(counted.kind, &counted.name);
        leaf(Match::Or(vec![leaf(Match::Key(format!("{key}@"))), leaf(Match::Key(key))]))
    };
    let together = index.count(&leaf(Match::And(vec![key(&short), key(&full)])))?;
    // a name with something before it that is no part of it is not the better one
    let is_whole = short.name.contains(' ') && short.count > full.count;
    let (kept, other) = if is_whole { (&short.name, &full.name) } else { (&full.name, &short.name) };
    let line = format!("{}\t{}\t{}", full.kind, field(kept), field(other));
    Ok(Pair {
        kind: full.kind,
        short: short.name,
        short_count: short.count,
        name: full.name,
        count: full.count,
        reason: reason.to_string(),
        together,
        line,
    })
}

fn told(pair: &Pair) -> String {
    let together = if pair.together == 0 {
        "never named together".to_owned()
    } else {
        format!("named together in {}", show::counted(pair.together, "statement"))
    };
    let (short, name) = (format!("{} ({})", pair.short, pair.short_count), format!("{} ({})", pair.name, pair.count));
    format!("{}  {short} is likely {name}: {}; {together}", pair.kind, pair.reason)
}

/// Asks about every pair and writes what was decided.
fn decide(pairs: &[Pair], dry_run: bool, settings: &Settings) -> Result<(), Stop> {
    let mut lines = Vec::new();
    let mut out = stdout();
    let mut answers = stdin().lock().lines();
    for pair in pairs {
        writeln!(out, "{}", show::harmless(&told(pair)))?;
        write!(out, "join them? y yes, n not now, a keep them apart, q quit: ")?;
        out.flush()?;
        let answer = answers.next().transpose()?.unwrap_or_else(|| "q".to_owned());
        match answer.trim().to_lowercase().as_str() {
            "y" | "yes" => lines.push(pair.line.clone()),
            "a" => lines.push(format!("apart\t{}\t{}", field(&pair.name), field(&pair.short))),
            "q" => break,
            _ => {}
        }
    }
    if lines.is_empty() {
        return Ok(writeln!(out, "nothing decided")?);
    }
    if dry_run {
        writeln!(out, "{} would get:", aliases::target(settings).display())?;
        return Ok(lines.iter().try_for_each(|line| writeln!(out, "{}", show::harmless(line)))?);
    }
    let path = aliases::append(&lines, settings)?;
    Ok(writeln!(out, "{} written to {}", show::counted(lines.len(), "decision"), path.display())?)
}

/// A name as one field of the file: a name from a record may hold tabs and line ends.
fn field(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn leaf(asks: Match) -> Node {
    Node { span: Span::default(), asks }
}
