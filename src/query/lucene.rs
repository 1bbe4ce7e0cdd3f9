//! A query as a line for Lucene's standard parser, with its functions over intervals (9.1 or later).
//!
//! In: what a query asks of the fields that `foreign` lists. Out: a line of text. A function looks at one field alone, so words
//! by their stem and words as they are cannot stand near each other.

use super::foreign::{Clause, Reason, Untold, untold};
use super::tree::{Form, Term, Words};

const MIXED: Reason =
    "words by their stem and words as they are stand in two fields there, and so never near each other";

pub(super) fn line(clause: &Clause) -> Result<String, Untold> {
    Ok(match clause {
        Clause::Everything => "*:*".to_owned(),
        Clause::Nothing => "(*:* -*:*)".to_owned(),
        Clause::All { must, not } => conjunction(must, not)?,
        Clause::Any(clauses) => format!("({})", lines(clauses)?.join(" OR ")),
        Clause::Words(field, words, span) => in_field(field, words).map_err(untold(*span))?,
        Clause::Is(field, value) => format!("{field}:{}", escaped(value)),
        Clause::Begins(field, value) => format!("{field}:{}*", escaped(value)),
        Clause::Holds(field, value) => format!("{field}:*{}*", escaped(value)),
        Clause::Present(field) => format!("{field}:*"),
        Clause::Between(field, least, most) => {
            let end = |end: &Option<String>| end.clone().unwrap_or_else(|| "*".to_owned());
            format!("{field}:[{} TO {}]", end(least), end(most))
        }
    })
}

fn lines(clauses: &[Clause]) -> Result<Vec<String>, Untold> {
    clauses.iter().map(line).collect()
}

/// Exclusions alone find nothing there, so everything stands beside them.
fn conjunction(must: &[Clause], not: &[Clause]) -> Result<String, Untold> {
    if must.is_empty() && not.len() == 1 {
        return Ok(format!("(*:* -{})", lines(not)?.join(" -")));
    }
    let mut clauses: Vec<String> = lines(must)?.into_iter().map(|line| format!("+{line}")).collect();
    if clauses.is_empty() {
        clauses.push("+*:*".to_owned());
    }
    clauses.extend(lines(not)?.into_iter().map(|line| format!("-{line}")));
    Ok(format!("({})", clauses.join(" ")))
}

fn in_field(field: &str, words: &Words) -> Result<String, Reason> {
    match words {
        Words::Term(term) => Ok(format!("{}:{}", field_of(field, term), one_word(term))),
        Words::Phrase(terms) if terms.iter().all(|term| term.form == Form::Exact) => {
            let phrase: Vec<&str> = terms.iter().map(|term| term.word.as_str()).collect();
            Ok(format!("{field}:\"{}\"", phrase.join(" ")))
        }
        words => {
            let mut fields = Vec::new();
            let function = function(field, words, &mut fields)?;
            fields.dedup();
            match fields.as_slice() {
                [one] => Ok(format!("{one}:{function}")),
                _ => Err(MIXED),
            }
        }
    }
}

fn field_of(field: &str, term: &Term) -> String {
    if term.form == Form::Family { format!("{field}.stem") } else { field.to_owned() }
}

fn one_word(term: &Term) -> String {
    match term.form {
        Form::Family | Form::Exact => escaped(&term.word),
        Form::Wildcard => term.word.clone(),
        Form::Fuzzy(edits) => format!("{}~{edits}", escaped(&term.word)),
        Form::Regex => format!("/{}/", term.word),
    }
}

/// Words as a function over intervals; the fields that its words stand in are collected.
fn function(field: &str, words: &Words, seen: &mut Vec<String>) -> Result<String, Reason> {
    let mut all = |terms: &[Term]| {
        let terms: Result<Vec<_>, _> = terms.iter().map(|term| of_term(field, term, seen)).collect();
        terms.map(|terms| terms.join(" "))
    };
    Ok(match words {
        Words::Term(term) => of_term(field, term, seen)?,
        Words::Phrase(terms) => format!("fn:phrase({})", all(terms)?),
        Words::Within { terms, slack } => format!("fn:maxgaps({slack} fn:unordered({}))", all(terms)?),
        Words::Near { left, right, gap, ordered } => {
            let order = if *ordered { "ordered" } else { "unordered" };
            format!("fn:maxgaps({gap} fn:{order}({} {}))", function(field, left, seen)?, function(field, right, seen)?)
        }
        Words::Any(words) => {
            let words: Result<Vec<_>, _> = words.iter().map(|words| function(field, words, seen)).collect();
            format!("fn:or({})", words?.join(" "))
        }
    })
}

fn of_term(field: &str, term: &Term, seen: &mut Vec<String>) -> Result<String, Reason> {
    seen.push(field_of(field, term));
    match term.form {
        Form::Family | Form::Exact => Ok(escaped(&term.word)),
        Form::Wildcard => Ok(format!("fn:wildcard({})", term.word)),
        Form::Fuzzy(edits) => Ok(format!("fn:fuzzyTerm({} {edits})", escaped(&term.word))),
        Form::Regex => Err("a regular expression cannot stand near another word there"),
    }
}

/// A word or value with its signs made harmless.
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for c in value.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && c != '_' && c != '.' {
            text.push('\\');
        }
        text.push(c);
    }
    text
}
