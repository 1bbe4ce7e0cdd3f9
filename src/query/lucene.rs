//! A query as a line for Lucene's standard parser, with its functions over intervals (9.1 or later).
//!
//! In: a node. Out: text over the fields that `foreign` lists. A function looks at one field alone, so words by their stem and
//! words as they are cannot stand near each other.

use super::elasticsearch::{counted, entity};
use super::foreign::{JOIN, Reason, Untold, check, fields, untold};
use super::term::plain;
use super::tree::{Form, Match, Names, Node, Presence, Term, Words};
use crate::text::Day;

const MIXED: Reason =
    "words by their stem and words as they are stand in two fields there, and so never near each other";

pub(super) fn line(node: &Node) -> Result<String, Untold> {
    Ok(match &node.asks {
        Match::All => "*:*".to_owned(),
        Match::Nothing => "(*:* -*:*)".to_owned(),
        Match::And(nodes) => conjunction(nodes)?,
        Match::Or(nodes) => alternatives(nodes.iter().map(line).collect::<Result<_, _>>()?),
        Match::Not(node) => format!("(*:* -{})", line(node)?),
        Match::Text(scope, words) => anywhere(fields(*scope), words).map_err(untold(node))?,
        Match::Own(words) => anywhere(&["own"], words).map_err(untold(node))?,
        Match::Quoted(words) => anywhere(&["quoted"], words).map_err(untold(node))?,
        Match::Author(names) => name("author", names).map_err(untold(node))?,
        Match::Entity(kind, names) => name(entity(*kind), names).map_err(untold(node))?,
        Match::Under(_) | Match::HasComment(_) | Match::ReplyTo(_) => return Err(untold(node)(JOIN)),
        fact => self::fact(fact),
    })
}

/// Exclusions alone find nothing there, so everything stands beside them.
fn conjunction(nodes: &[Node]) -> Result<String, Untold> {
    let mut clauses = Vec::new();
    for node in nodes {
        clauses.push(match &node.asks {
            Match::Not(excluded) => format!("-{}", line(excluded)?),
            _ => format!("+{}", line(node)?),
        });
    }
    if clauses.iter().all(|clause| clause.starts_with('-')) {
        clauses.insert(0, "+*:*".to_owned());
    }
    Ok(format!("({})", clauses.join(" ")))
}

fn alternatives(mut clauses: Vec<String>) -> String {
    if clauses.len() == 1 { clauses.remove(0) } else { format!("({})", clauses.join(" OR ")) }
}

fn fact(fact: &Match) -> String {
    let small = |value: &str| escaped(&value.to_lowercase());
    match fact {
        Match::Site(value) => format!("(site:{0} OR site:*.{0} OR {1})", small(value), all_words("site.name", value)),
        Match::Url(value) => format!("url:*{}*", small(value)),
        Match::Path(value) => format!("path:*{}*", small(value)),
        Match::Language(value) => format!("(lang:{0} OR lang:{0}\\-*)", small(value)),
        Match::Tag(value) => all_words("tag", value),
        Match::Id(value) => format!("id:{}*", escaped(value)),
        Match::Thread(value) => format!("thread:{}*", escaped(value)),
        Match::Kind(kind) => format!("kind:{kind}"),
        Match::Number(number, range) => format!("{}:{}", counted(*number), between(range.least, range.most)),
        Match::Has(Presence::Author) => "author:*".to_owned(),
        Match::Has(Presence::Date) => "first:[* TO *]".to_owned(),
        Match::Has(Presence::Comments) => "comments:[1 TO *]".to_owned(),
        Match::Has(Presence::Quote) => "quotes:[1 TO *]".to_owned(),
        Match::Day { from, until } => days(*from, *until),
        _ => "*:*".to_owned(),
    }
}

fn days(from: Option<Day>, until: Option<Day>) -> String {
    let from = from.map(|day| format!("+first:[{day} TO *]"));
    let until = until.map(|day| format!("+last:[* TO {day}]"));
    let ends: Vec<String> = from.into_iter().chain(until).collect();
    if ends.is_empty() { "first:[* TO *]".to_owned() } else { format!("({})", ends.join(" ")) }
}

fn between(least: Option<u64>, most: Option<u64>) -> String {
    let end = |end: Option<u64>| end.map_or("*".to_owned(), |number| number.to_string());
    format!("[{} TO {}]", end(least), end(most))
}

fn anywhere(fields: &[&str], words: &Words) -> Result<String, Reason> {
    check(words)?;
    fields.iter().map(|field| in_field(field, words)).collect::<Result<Vec<_>, _>>().map(alternatives)
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

/// All words in one name, in any order.
fn name(field: &str, names: &Names) -> Result<String, Reason> {
    let words = match names.terms.as_slice() {
        [term] => Words::Term(term.clone()),
        terms => Words::Within { terms: terms.to_vec(), slack: 99 },
    };
    anywhere(&[field], &words)
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

/// All words of a value.
fn all_words(field: &str, value: &str) -> String {
    let words: Vec<String> = plain(value).iter().map(|term| format!("+{}", escaped(&term.word))).collect();
    format!("{field}:({})", words.join(" "))
}
