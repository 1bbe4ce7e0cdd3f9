//! The same query for other engines, or the reason why it means something else there.
//!
//! In: a node. Out: a query for Elasticsearch (JSON) or for Lucene's standard parser (a line of text). What the exported
//! statements must look like there is the table below; writing them is left to `engine`. What a query asks of these fields is
//! worked out here, once; the engines' own files only write it down.
//!
//! ```text
//!  field                       what it holds                                           kind there
//!  title text aside byline     words, folded; each paragraph, name or aside a value    text, values 200 places apart
//!  title.stem text.stem …      the same words by their stems, at the same places       text
//!  own quoted own.stem …       stretches of the text that are not, or are, quoted      text, values 200 places apart
//!  author entity person …      names, folded; each name a value                        text, values 200 places apart
//!  key                         keys of authors (author:…) and of entities              keyword
//!  site                        host and every domain above it; the name, folded        keyword
//!  lang                        language code and its primary part, in small letters    keyword
//!  tag                         tags, folded                                            keyword
//!  url path                    address and path in small letters                       keyword
//!  id thread kind              as they are                                             keyword
//!  first last                  first and last day of the statement's day               date
//!  depth comments words quotes numbers; depth and comments only where they mean one    integer
//!  shown                       the statement as it is read, not searched               object
//! ```

use super::pattern::TermMatcher;
use super::print::{counted, entity};
use super::tree::{Form, Match, Names, Node, Presence, Scope, Term, Words};
use super::{elasticsearch, key_forms, lucene, site_forms};
use crate::article::{Kind, key_of};
use crate::text::{Day, Span};
use std::fmt;

/// Places that words of one name stand within: fewer than lie between two names.
const WITHIN_A_NAME: u32 = 99;

/// An engine that a query is printed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Elasticsearch and OpenSearch: the body of a search.
    Elasticsearch,
    /// Lucene's standard parser, 9.1 or later.
    Lucene,
}

/// Why a query cannot be said in another engine's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    /// The piece, in bytes of the typed query.
    pub span: Span,
    /// The reason, in small letters and without a full stop.
    pub reason: String,
}

impl fmt::Display for Untold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for Untold {}

/// The query for another engine. Pingbacks are statements only where the query asks for them, as here.
///
/// # Errors
/// When a piece of it would mean something else there.
pub fn foreign(node: &Node, target: Target) -> Result<String, Untold> {
    let mut clause = clause(node)?;
    if !node.asks_for_pingbacks() {
        clause = clause.without(Clause::Is("kind", Kind::Pingback.to_string()));
    }
    match target {
        Target::Elasticsearch => Ok(elasticsearch::body(&clause)),
        Target::Lucene => lucene::line(&clause),
    }
}

/// What a query asks of the fields above.
#[derive(Debug, Clone)]
pub(super) enum Clause {
    Everything,
    Nothing,
    All {
        must: Vec<Clause>,
        not: Vec<Clause>,
    },
    Any(Vec<Clause>),
    /// Words in a field of words, with the piece of the query that they come from.
    Words(&'static str, Words, Span),
    /// A keyword is exactly this.
    Is(&'static str, String),
    /// A keyword begins with this.
    Begins(&'static str, String),
    /// A keyword holds this.
    Holds(&'static str, String),
    /// The field has a value.
    Present(&'static str),
    /// A number or a day lies between these, both included.
    Between(&'static str, Option<String>, Option<String>),
}

impl Clause {
    fn without(self, excluded: Clause) -> Clause {
        match self {
            Clause::All { must, mut not } => {
                not.push(excluded);
                Clause::All { must, not }
            }
            clause => Clause::All { must: vec![clause], not: vec![excluded] },
        }
    }
}

const JOIN: &str = "a condition on another statement of the thread needs a search of its own there";

/// Why words cannot be said there; the span is added by the caller.
pub(super) type Reason = &'static str;

/// Adds the piece to a reason.
pub(super) fn untold(span: Span) -> impl Fn(Reason) -> Untold {
    move |reason| Untold { span, reason: reason.to_owned() }
}

fn clause(node: &Node) -> Result<Clause, Untold> {
    let all = |nodes: &[Node]| nodes.iter().map(clause).collect::<Result<Vec<_>, _>>();
    Ok(match &node.asks {
        Match::All => Clause::Everything,
        Match::Nothing => Clause::Nothing,
        Match::And(nodes) => conjunction(nodes)?,
        Match::Or(nodes) => Clause::Any(all(nodes)?),
        Match::Not(inner) => Clause::All { must: Vec::new(), not: vec![clause(inner)?] },
        Match::Text(scope, words) => in_words(fields(*scope), words, node.span)?,
        Match::Own(words) => in_words(&["own"], words, node.span)?,
        Match::Quoted(words) => in_words(&["quoted"], words, node.span)?,
        Match::Author(names) => name("author", names, node.span)?,
        Match::Entity(kind, names) => name(entity(*kind), names, node.span)?,
        Match::Under(_) | Match::HasComment(_) | Match::ReplyTo(_) => return Err(untold(node.span)(JOIN)),
        fact => self::fact(fact),
    })
}

fn conjunction(nodes: &[Node]) -> Result<Clause, Untold> {
    let (mut must, mut not) = (Vec::new(), Vec::new());
    for node in nodes {
        match &node.asks {
            Match::Not(excluded) => not.push(clause(excluded)?),
            _ => must.push(clause(node)?),
        }
    }
    Ok(Clause::All { must, not })
}

/// Words in one of some fields.
fn in_words(fields: &[&'static str], words: &Words, span: Span) -> Result<Clause, Untold> {
    check(words).map_err(untold(span))?;
    Ok(any(fields.iter().map(|field| Clause::Words(field, words.clone(), span)).collect()))
}

/// All words in one name, in any order.
fn name(field: &'static str, names: &Names, span: Span) -> Result<Clause, Untold> {
    let words = match names.terms.as_slice() {
        [term] => Words::Term(term.clone()),
        terms => Words::Within { terms: terms.to_vec(), slack: WITHIN_A_NAME },
    };
    in_words(&[field], &words, span)
}

fn any(mut clauses: Vec<Clause>) -> Clause {
    if clauses.len() == 1 { clauses.remove(0) } else { Clause::Any(clauses) }
}

fn fact(fact: &Match) -> Clause {
    let small = |value: &str| value.to_lowercase();
    match fact {
        Match::Key(value) if value.ends_with('@') => Clause::Begins("key", value.clone()),
        Match::Key(value) => any(key_forms(value).into_iter().map(|form| Clause::Is("key", form)).collect()),
        Match::Site(value) => {
            let mut forms = site_forms(value).to_vec();
            forms.dedup();
            any(forms.into_iter().map(|form| Clause::Is("site", form)).collect())
        }
        Match::Url(value) => Clause::Holds("url", small(value)),
        Match::Path(value) => Clause::Holds("path", small(value)),
        Match::Language(value) => Clause::Is("lang", small(value)),
        Match::Tag(value) => Clause::Is("tag", key_of(value)),
        Match::Id(value) => Clause::Begins("id", value.clone()),
        Match::Thread(value) => Clause::Begins("thread", value.clone()),
        Match::Kind(kind) => Clause::Is("kind", kind.to_string()),
        Match::Number(number, range) => {
            let end = |end: Option<u64>| end.map(|end| end.to_string());
            Clause::Between(counted(*number), end(range.least), end(range.most))
        }
        Match::Has(Presence::Author) => Clause::Present("author"),
        Match::Has(Presence::Date) => Clause::Present("first"),
        Match::Has(Presence::Comments) => Clause::Between("comments", Some("1".to_owned()), None),
        Match::Has(Presence::Quote) => Clause::Between("quotes", Some("1".to_owned()), None),
        Match::Day { from, until } => days(*from, *until),
        _ => Clause::Everything,
    }
}

fn days(from: Option<Day>, until: Option<Day>) -> Clause {
    let from = from.map(|day| Clause::Between("first", Some(day.to_string()), None));
    let until = until.map(|day| Clause::Between("last", None, Some(day.to_string())));
    let mut ends: Vec<Clause> = from.into_iter().chain(until).collect();
    match ends.len() {
        0 => Clause::Present("first"),
        1 => ends.remove(0),
        _ => Clause::All { must: ends, not: Vec::new() },
    }
}

/// Fields in which words of a scope stand.
fn fields(scope: Scope) -> &'static [&'static str] {
    match scope {
        Scope::Anywhere => &["title", "byline", "text"],
        Scope::Title => &["title"],
        Scope::Text => &["text"],
        Scope::Aside => &["aside"],
    }
}

/// Whether words mean the same where only the narrowest places are looked at, and words without order may share a place.
fn check(words: &Words) -> Result<(), Reason> {
    match words {
        Words::Term(term) => expression(term),
        Words::Phrase(terms) => terms.iter().try_for_each(expression),
        Words::Within { terms, .. } => {
            terms.iter().try_for_each(expression)?;
            apart(&terms.iter().collect::<Vec<_>>())
        }
        Words::Any(words) => words.iter().try_for_each(check),
        Words::Near { left, right, ordered, .. } => {
            for operand in [left, right] {
                rigid(operand)?;
                check(operand)?;
            }
            if *ordered { Ok(()) } else { apart(&words.terms()) }
        }
    }
}

/// Only operands of a fixed length are found at all their places.
fn rigid(words: &Words) -> Result<(), Reason> {
    match words {
        Words::Near { .. } => Err("a chain of nearness is measured otherwise there"),
        Words::Within { .. } => Err("nearness to words that stand loosely is measured otherwise there"),
        Words::Any(words) => words.iter().try_for_each(rigid),
        Words::Term(_) | Words::Phrase(_) => Ok(()),
    }
}

/// No two terms may fall on one word.
fn apart(terms: &[&Term]) -> Result<(), Reason> {
    let meet = |a: &Term, b: &Term| {
        let patterns = [a, b].iter().filter(|term| !matches!(term.form, Form::Exact | Form::Family)).count();
        patterns == 2
            || a.word == b.word
            || TermMatcher::new(a).matches(&b.word)
            || TermMatcher::new(b).matches(&a.word)
    };
    let any = terms.iter().enumerate().any(|(turn, a)| terms.iter().skip(turn + 1).any(|b| meet(a, b)));
    if any { Err("words that may be the same word need no places of their own there") } else { Ok(()) }
}

/// Lucene's regular expressions know no classes by backslash and give meaning to other signs.
fn expression(term: &Term) -> Result<(), Reason> {
    let plain = |c: char| c.is_alphanumeric() || "()[]{}|.*+?,^-".contains(c);
    let told = term.form != Form::Regex || (term.word.chars().all(plain) && !term.word.contains("(?"));
    if told { Ok(()) } else { Err("this regular expression is written otherwise there") }
}
