//! How a query was understood: a tree in the query language, fully bracketed.
//!
//! In: a node. Out: text that reads back as the same node, up to its spans.

use super::tree::{Form, Match, Names, Node, Number, Presence, Range, Scope, Term, Words};
use crate::article::EntityType;
use crate::text::Day;
use std::fmt::{self, Display, Formatter, Write};

/// A node in the query language: `print(&node)` typed back means the same.
#[must_use]
pub fn print(node: &Node) -> String {
    node.to_string()
}

impl Display for Node {
    /// Without brackets around the whole.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.asks {
            Match::And(nodes) => joined(f, nodes, " AND "),
            Match::Or(nodes) => joined(f, nodes, " OR "),
            Match::Not(node) => write!(f, "NOT {}", Bracketed(node)),
            Match::Under(node) => write!(f, "under:{{{node}}}"),
            Match::HasComment(node) => write!(f, "has-comment:{{{node}}}"),
            Match::ReplyTo(node) => write!(f, "reply-to:{{{node}}}"),
            leaf => leaf.fmt_leaf(f),
        }
    }
}

/// A node inside another: with brackets where it is more than one piece.
struct Bracketed<'a>(&'a Node);

impl Display for Bracketed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0.asks {
            Match::And(_) | Match::Or(_) => write!(f, "({})", self.0),
            _ => self.0.fmt(f),
        }
    }
}

fn joined(f: &mut Formatter<'_>, nodes: &[Node], between: &str) -> fmt::Result {
    for (turn, node) in nodes.iter().enumerate() {
        let before = if turn == 0 { "" } else { between };
        write!(f, "{before}{}", Bracketed(node))?;
    }
    Ok(())
}

impl Match {
    fn fmt_leaf(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Match::All => f.write_str("*:*"),
            Match::Nothing => f.write_str("NOT *:*"),
            Match::Text(scope, words) => write!(f, "{}{words}", prefix(*scope)),
            Match::Own(words) => write!(f, "own:{words}"),
            Match::Quoted(words) => write!(f, "quoted:{words}"),
            Match::Author(names) => write!(f, "author:{names}"),
            Match::Entity(kind, names) => write!(f, "{}:{names}", entity(*kind)),
            Match::Key(value) => write!(f, "key:{}", Value(value)),
            Match::Site(value) => write!(f, "site:{}", Value(value)),
            Match::Url(value) => write!(f, "url:{}", Value(value)),
            Match::Path(value) => write!(f, "path:{}", Value(value)),
            Match::Language(value) => write!(f, "lang:{}", Value(value)),
            Match::Tag(value) => write!(f, "tag:{}", Value(value)),
            Match::Id(value) => write!(f, "id:{}", Value(value)),
            Match::Thread(value) => write!(f, "thread:{}", Value(value)),
            Match::Kind(kind) => write!(f, "kind:{kind}"),
            Match::Number(number, range) => write!(f, "{}:{range}", counted(*number)),
            Match::Has(what) => write!(f, "has:{}", present(*what)),
            Match::Day { from, until } => days(f, *from, *until),
            Match::And(_)
            | Match::Or(_)
            | Match::Not(_)
            | Match::Under(_)
            | Match::HasComment(_)
            | Match::ReplyTo(_) => Ok(()),
        }
    }
}

fn prefix(scope: Scope) -> &'static str {
    match scope {
        Scope::Anywhere => "",
        Scope::Title => "title:",
        Scope::Text => "text:",
        Scope::Aside => "aside:",
    }
}

/// The field of a type of entities.
pub(super) fn entity(kind: Option<EntityType>) -> &'static str {
    match kind {
        Some(EntityType::Person) => "person",
        Some(EntityType::Org) => "org",
        Some(EntityType::Place) => "place",
        None => "entity",
    }
}

/// The field of a number.
pub(super) fn counted(number: Number) -> &'static str {
    match number {
        Number::Depth => "depth",
        Number::Comments => "comments",
        Number::Words => "words",
    }
}

fn present(what: Presence) -> &'static str {
    match what {
        Presence::Author => "author",
        Presence::Date => "date",
        Presence::Comments => "comments",
        Presence::Quote => "quote",
    }
}

fn days(f: &mut Formatter<'_>, from: Option<Day>, until: Option<Day>) -> fmt::Result {
    match (from, until) {
        (Some(from), Some(until)) if from == until => write!(f, "date:{from}"),
        (Some(from), Some(until)) => write!(f, "date:{from}..{until}"),
        (Some(from), None) => write!(f, "date:>={from}"),
        (None, Some(until)) => write!(f, "date:<={until}"),
        (None, None) => f.write_str("has:date"),
    }
}

impl Display for Range {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.least, self.most) {
            (Some(least), Some(most)) if least == most => write!(f, "{least}"),
            (Some(least), Some(most)) => write!(f, "{least}..{most}"),
            (Some(least), None) => write!(f, ">={least}"),
            (None, Some(most)) => write!(f, "<={most}"),
            (None, None) => f.write_str(">=0"),
        }
    }
}

impl Display for Words {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Words::Term(term) if term.form == Form::Exact => write!(f, "={}", term.word),
            Words::Term(term) => term.fmt(f),
            Words::Phrase(terms) => quoted(f, terms),
            Words::Within { terms, slack } => {
                quoted(f, terms)?;
                write!(f, "~{slack}")
            }
            Words::Near { left, right, gap, ordered } => {
                let operator = if *ordered { "ADJ" } else { "NEAR" };
                write!(f, "({left} {operator}/{gap} {right})")
            }
            Words::Any(words) => {
                f.write_char('(')?;
                for (turn, words) in words.iter().enumerate() {
                    write!(f, "{}{words}", if turn == 0 { "" } else { " OR " })?;
                }
                f.write_char(')')
            }
        }
    }
}

fn quoted(f: &mut Formatter<'_>, terms: &[Term]) -> fmt::Result {
    f.write_char('"')?;
    for (turn, term) in terms.iter().enumerate() {
        write!(f, "{}{term}", if turn == 0 { "" } else { " " })?;
    }
    // a `?` behind a word would be read as a question mark but for the blank
    f.write_str(if terms.iter().any(|term| term.word.ends_with('?')) { " \"" } else { "\"" })
}

impl Display for Term {
    /// As it stands inside a phrase.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::Family | Form::Exact | Form::Wildcard => f.write_str(&self.word),
            Form::Fuzzy(edits) => write!(f, "{}~{edits}", self.word),
            Form::Regex => write!(f, "/{}/", self.word.replace('/', "\\/")),
        }
    }
}

impl Display for Names {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.terms.as_slice() {
            [term] => term.fmt(f),
            terms => quoted(f, terms),
        }
    }
}

/// A value as it is, in quotation marks where it holds more than letters, digits and a few harmless signs.
struct Value<'a>(&'a str);

impl Display for Value<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let harmless = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/');
        if self.0.chars().all(harmless) && self.0.starts_with(char::is_alphanumeric) {
            return f.write_str(self.0);
        }
        f.write_char('"')?;
        for c in self.0.chars() {
            if matches!(c, '"' | '\\') {
                f.write_char('\\')?;
            }
            f.write_char(c)?;
        }
        f.write_char('"')
    }
}
