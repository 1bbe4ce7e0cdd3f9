//! Facts about a statement: the values of the fields that are compared and not searched for words.
//!
//! In: a field and the text of its value. Out: what it asks for, or why the value cannot be read and what would be.

use super::dated;
use super::field::{Fact, Field, nearest};
use super::key::is_key;
use super::number;
use super::tree::{Match, Node, Presence};
use crate::article::Kind;
use crate::text::{Day, Span};

/// A fact that was read.
pub(super) struct Read {
    pub(super) asks: Match,
    /// How it was read, where that may surprise.
    pub(super) remark: Option<String>,
}

/// A value that cannot be read.
pub(super) struct Unread {
    pub(super) message: String,
    pub(super) hint: Option<String>,
}

impl From<Match> for Read {
    fn from(asks: Match) -> Read {
        Read { asks, remark: None }
    }
}

/// Reads a value.
pub(super) fn read(field: Field, value: &str, today: Day) -> Result<Read, Unread> {
    match field {
        Field::Fact(fact) => text(fact, value),
        Field::Kind => kind(value).map(|kind| Match::Kind(kind).into()),
        Field::Number(number) => number::read(number, value),
        Field::Has => presence(value).map(|what| Match::Has(what).into()),
        Field::No => presence(value).map(|what| absent(what).into()),
        Field::Day(day) => dated::read(day, value, today),
        Field::Words(_) | Field::Author | Field::Entity(_) | Field::Join(_) => {
            Err(Unread { message: format!("`{value}` is no value"), hint: None })
        }
    }
}

fn text(fact: Fact, typed: &str) -> Result<Read, Unread> {
    let value = match fact {
        Fact::Site => host(typed).to_owned(),
        Fact::Language => language(typed),
        _ => typed.to_owned(),
    };
    if value.is_empty() {
        return Err(Unread { message: "the value is empty; left out".to_owned(), hint: None });
    }
    let shorter = fact == Fact::Site && !typed.trim_end_matches('/').ends_with(&value);
    let remark = shorter.then(|| format!("of the address only the host counts; read as `site:{value}`"));
    if fact == Fact::Key && !is_key(&value) {
        let hint = "a key is `person:`, `org:`, `place:` or `author:` and a name, all in quotation marks".to_owned();
        return Err(Unread { message: format!("`{value}` is no key; left out"), hint: Some(hint) });
    }
    let asks = match fact {
        Fact::Key => Match::Key(value),
        Fact::Site => Match::Site(value),
        Fact::Url => Match::Url(value),
        Fact::Path => Match::Path(value),
        Fact::Language => Match::Language(value),
        Fact::Tag => Match::Tag(value),
        Fact::Id => Match::Id(value),
        Fact::Thread => Match::Thread(value),
    };
    Ok(Read { asks, remark })
}

/// The host of a pasted address; a site's name as it is.
fn host(value: &str) -> &str {
    let value = value.strip_prefix("*.").unwrap_or(value).trim_end_matches('/');
    match value.split_once("://") {
        Some((scheme, rest)) if scheme.bytes().all(|b| b.is_ascii_alphabetic()) => {
            rest.split(['/', '?', '#', ':']).next().unwrap_or("")
        }
        _ => value,
    }
}

/// A language's code, also where its English name is written.
fn language(value: &str) -> String {
    const NAMES: [(&str, &str); 12] = [
        ("arabic", "ar"),
        ("chinese", "zh"),
        ("dutch", "nl"),
        ("english", "en"),
        ("french", "fr"),
        ("german", "de"),
        ("italian", "it"),
        ("japanese", "ja"),
        ("korean", "ko"),
        ("portuguese", "pt"),
        ("russian", "ru"),
        ("spanish", "es"),
    ];
    let value = value.to_lowercase().replace('_', "-");
    NAMES.iter().find(|(name, _)| *name == value).map_or(value, |(_, code)| (*code).to_owned())
}

fn kind(value: &str) -> Result<Kind, Unread> {
    let value = value.to_lowercase();
    match value.as_str() {
        "article" | "articles" => Ok(Kind::Article),
        "comment" | "comments" => Ok(Kind::Comment),
        "pingback" | "pingbacks" | "trackback" | "trackbacks" => Ok(Kind::Pingback),
        "title" | "text" => Err(Unread {
            message: format!("`{value}` is no kind of statement; left out"),
            hint: Some(format!("to look only there write `{value}:word`")),
        }),
        _ => {
            let near = nearest(&value, ["article", "comment", "pingback"].into_iter());
            let hint = near.map_or("kinds are article, comment and pingback".to_owned(), |kind| {
                format!("did you mean `kind:{kind}`")
            });
            Err(Unread { message: format!("`{value}` is no kind of statement; left out"), hint: Some(hint) })
        }
    }
}

fn presence(value: &str) -> Result<Presence, Unread> {
    let value = value.to_lowercase();
    match value.as_str() {
        "author" | "authors" => Ok(Presence::Author),
        "date" | "dates" | "day" => Ok(Presence::Date),
        "comments" | "comment" => Ok(Presence::Comments),
        "quote" | "quotes" => Ok(Presence::Quote),
        _ => {
            let near = nearest(&value, ["author", "date", "comments", "quote"].into_iter());
            let hint = near.map_or("it may be author, date, comments or quote".to_owned(), |what| {
                format!("did you mean `{what}`")
            });
            Err(Unread {
                message: format!("`{value}` is nothing that can be present or absent; left out"),
                hint: Some(hint),
            })
        }
    }
}

/// `no:comments` is about articles: one without any.
fn absent(what: Presence) -> Match {
    let node = |asks| Node { span: Span::default(), asks };
    let without = Match::Not(Box::new(node(Match::Has(what))));
    match what {
        Presence::Comments => Match::And(vec![node(Match::Kind(Kind::Article)), node(without)]),
        _ => without,
    }
}
