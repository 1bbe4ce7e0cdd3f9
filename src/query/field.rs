//! The fields of the language, and the words that other tools use for them.
//!
//! In: the name before a colon. Out: the field, or a guess at what was meant.
//! Reading values is left to `clause`.

use super::tree::{Number, Scope};
use crate::article::EntityType;

/// A field of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// Words in a part of a statement.
    Words(Ward),
    /// The statement's author.
    Author,
    /// A named entity.
    Entity(Option<EntityType>),
    /// A fact compared as text.
    Fact(Fact),
    Kind,
    Number(Number),
    Has,
    No,
    Day(DayField),
    /// A join in the thread.
    Join(Join),
}

/// Where words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ward {
    In(Scope),
    Own,
    Quoted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fact {
    Key,
    Site,
    Url,
    Path,
    Language,
    Tag,
    Id,
    Thread,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayField {
    After,
    Before,
    On,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    Under,
    HasComment,
    ReplyTo,
}

impl Field {
    pub(super) fn is_join(self) -> bool {
        matches!(self, Field::Join(_))
    }

    /// Whether its value is words, so that a sign or a regular expression in it counts.
    pub(super) fn is_words(self) -> bool {
        matches!(self, Field::Words(_) | Field::Author | Field::Entity(_) | Field::Join(_))
    }
}

/// Every field's name, in the order of the help.
pub(super) const FIELDS: [(&str, Field); 35] = [
    ("title", Field::Words(Ward::In(Scope::Title))),
    ("text", Field::Words(Ward::In(Scope::Text))),
    ("aside", Field::Words(Ward::In(Scope::Aside))),
    ("own", Field::Words(Ward::Own)),
    ("quoted", Field::Words(Ward::Quoted)),
    ("author", Field::Author),
    ("by", Field::Author),
    ("person", Field::Entity(Some(EntityType::Person))),
    ("org", Field::Entity(Some(EntityType::Org))),
    ("place", Field::Entity(Some(EntityType::Place))),
    ("entity", Field::Entity(None)),
    ("key", Field::Fact(Fact::Key)),
    ("site", Field::Fact(Fact::Site)),
    ("url", Field::Fact(Fact::Url)),
    ("path", Field::Fact(Fact::Path)),
    ("lang", Field::Fact(Fact::Language)),
    ("tag", Field::Fact(Fact::Tag)),
    ("id", Field::Fact(Fact::Id)),
    ("thread", Field::Fact(Fact::Thread)),
    ("kind", Field::Kind),
    ("is", Field::Kind),
    ("in", Field::Kind),
    ("depth", Field::Number(Number::Depth)),
    ("comments", Field::Number(Number::Comments)),
    ("words", Field::Number(Number::Words)),
    ("has", Field::Has),
    ("no", Field::No),
    ("after", Field::Day(DayField::After)),
    ("since", Field::Day(DayField::After)),
    ("before", Field::Day(DayField::Before)),
    ("on", Field::Day(DayField::On)),
    ("date", Field::Day(DayField::On)),
    ("under", Field::Join(Join::Under)),
    ("has-comment", Field::Join(Join::HasComment)),
    ("reply-to", Field::Join(Join::ReplyTo)),
];

/// The field with a name, in capitals or not.
pub(super) fn known(name: &str) -> Option<Field> {
    FIELDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, field)| *field)
}

/// Words that other tools (Gmail, Google, GitHub, news archives, Lucene schemas) put before a colon.
const FOREIGN: [(&str, &[&str]); 14] = [
    ("author", &["from", "user", "username", "writer", "byline", "creator", "poster", "commenter"]),
    ("title", &["subject", "intitle", "allintitle", "headline", "heading", "hl", "hed"]),
    ("text", &["body", "intext", "allintext", "inbody", "content", "contents", "fulltext", "message"]),
    ("site", &["source", "domain", "host", "publisher", "publication", "outlet", "newspaper"]),
    ("url", &["inurl", "allinurl", "link", "uri", "address"]),
    ("path", &["file", "filename", "folder", "dir", "filetype", "ext", "directory"]),
    ("tag", &["label", "category", "keyword", "keywords", "topic", "section"]),
    ("lang", &["language", "locale"]),
    ("kind", &["type", "doctype"]),
    ("date", &["created", "published", "pubdate", "day", "year", "updated", "daterange", "time", "dt"]),
    ("person", &["people", "name", "mentions", "per", "involves"]),
    ("org", &["organization", "organisation", "company", "institution"]),
    ("place", &["location", "loc", "gpe", "country", "city"]),
    ("comments", &["replies", "num_comments", "responses"]),
];

/// What was probably meant by `name:` with a value: the clause to write, without its value where that needs no change.
pub(super) fn meant(name: &str, value: &str) -> Option<String> {
    let name = name.to_lowercase();
    match name.as_str() {
        "newer_than" | "newer" => return Some(format!("after:{}", ago(value))),
        "older_than" | "older" | "until" => return Some(format!("before:{}", ago(value))),
        "parent" => return Some(format!("reply-to:{{{value}}}")),
        _ => {}
    }
    let foreign = FOREIGN.iter().find(|(_, words)| words.contains(&name.as_str())).map(|(field, _)| *field);
    let field = foreign.or_else(|| nearest(&name, FIELDS.iter().map(|(known, _)| *known)))?;
    Some(format!("{field}:{value}"))
}

/// What another tool's operator of nearness is called here: `w/5`, `AROUND(5)`, `pre/3`, `NEAR5`.
pub(super) fn foreign_operator(piece: &str) -> Option<String> {
    let lower = piece.to_lowercase();
    let digits_at = lower.trim_end_matches(')').trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let digits = lower.get(digits_at..)?.trim_end_matches(')');
    let (name, sign) = match lower.get(..digits_at)?.split_at_checked(digits_at.checked_sub(1)?) {
        Some((name, sign @ ("/" | "(" | ":"))) => (name, sign),
        _ => (lower.get(..digits_at)?, ""),
    };
    let ours = match (name, sign) {
        ("w" | "n" | "within", "/") | ("near" | "around", _) => "NEAR",
        ("pre" | "onear" | "p", "/") | ("adj", _) => "ADJ",
        _ => return None,
    };
    (!digits.is_empty()).then(|| format!("{ours}/{digits}"))
}

/// `7d` as `"7 days ago"`; anything else as it is.
fn ago(value: &str) -> String {
    let digits = value.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match value.get(digits.len()..).unwrap_or("") {
        "d" => "days",
        "w" => "weeks",
        "m" => "months",
        "y" => "years",
        _ => return value.to_owned(),
    };
    if digits.bytes().all(|b| b.is_ascii_digit()) && !digits.is_empty() {
        format!("\"{digits} {unit} ago\"")
    } else {
        value.to_owned()
    }
}

/// The word at most two edits away (one for short words), the nearest first.
pub(super) fn nearest<'a>(typed: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let reach = if typed.chars().count() < 5 { 1 } else { 2 };
    let near = words.map(|word| (strsim::osa_distance(typed, word), word)).filter(|(edits, _)| *edits <= reach);
    near.min_by_key(|(edits, _)| *edits).map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::{known, meant};

    #[test]
    fn names_are_read_in_capitals_too() {
        assert_eq!(known("AUTHOR"), known("author"));
        assert!(known("Reply-To").is_some() && known("autor").is_none());
    }

    #[test]
    fn slips_and_other_tools_words_are_guessed() {
        let pairs = [
            ("autor", "x", "author:x"),
            ("from", "taylor", "author:taylor"),
            ("subject", "x", "title:x"),
            ("intitle", "x", "title:x"),
            ("source", "x", "site:x"),
            ("newer_than", "7d", "after:\"7 days ago\""),
            ("created", ">=2017", "date:>=2017"),
            ("tilte", "x", "title:x"),
        ];
        for (name, value, clause) in pairs {
            assert_eq!(meant(name, value).as_deref(), Some(clause), "{name}");
        }
        assert_eq!(meant("korea", "x"), None);
    }
}
