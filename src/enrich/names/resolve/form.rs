//! Cleaning: a mention without what is no part of the name.
//!
//! In: a mention as it stands. Out: the name to show, its key and its words. Titles, legal forms and possessives go;
//! `Lund, Ada` is turned round; the short forms of countries are written out.

use crate::article::{EntityType, key_of};
use crate::enrich::names::lists;

/// A cleaned mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) kind: EntityType,
    /// As it is shown.
    pub(super) name: String,
    /// Its folded words with blanks between.
    pub(super) key: String,
    /// Number of its words.
    pub(super) words: usize,
    /// Whether a legal form was cut off: it is a company.
    pub(super) company: bool,
    /// Whether it is written in capitals alone.
    pub(super) shouted: bool,
    /// `Mr` or `Mrs` and the like before it, where it says man or woman.
    pub(super) address: Option<&'static str>,
}

/// Legal forms at the end of a company's name, folded.
const LEGAL: &str = " ag bv co company corp corporation gmbh inc incorporated limited llc llp ltd nv oy plc sa spa ";

/// Short forms of countries that mean one country everywhere, folded.
const COUNTRIES: [(&str, &str); 16] = [
    ("us", "United States"),
    ("usa", "United States"),
    ("u s", "United States"),
    ("u s a", "United States"),
    ("united states of america", "United States"),
    ("uk", "United Kingdom"),
    ("u k", "United Kingdom"),
    ("uae", "United Arab Emirates"),
    ("ussr", "Soviet Union"),
    ("drc", "Democratic Republic of the Congo"),
    ("prc", "China"),
    ("people s republic of china", "China"),
    ("dprk", "North Korea"),
    ("nk", "North Korea"),
    ("rok", "South Korea"),
    ("republic of korea", "South Korea"),
];

/// Words that address a man or a woman.
pub(super) const ADDRESSES: [&str; 5] = ["Mr", "Mrs", "Ms", "Miss", "Madam"];

impl Form {
    /// Cleans a mention.
    pub(super) fn new(kind: EntityType, text: &str) -> Form {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let bare = without_possessive(&line);
        let (name, company) = match kind {
            EntityType::Person => (person(bare), false),
            EntityType::Org => company(bare),
            EntityType::Place => (place(bare), false),
        };
        let key = key_of(&name);
        let shouted = name.chars().count() > 1 && !name.chars().any(char::is_lowercase);
        let words = key.split(' ').count();
        Form { kind, name, key, words, company, shouted, address: None }
    }

    /// Notes how the person is addressed by what stands before the mention.
    pub(super) fn addressed(mut self, before: &str) -> Form {
        let word = before.trim_end().trim_end_matches('.').rsplit(|c: char| !c.is_alphanumeric()).next();
        self.address = ADDRESSES.into_iter().find(|address| Some(*address) == word);
        self
    }
}

fn without_possessive(text: &str) -> &str {
    let bare = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
    let bare = bare.trim_end_matches(['\'', '’', ',']);
    ["the ", "The ", "THE "].iter().find_map(|article| bare.strip_prefix(article)).unwrap_or(bare)
}

/// A person's name without titles before it, in the order of speech.
fn person(text: &str) -> String {
    if let Some((last, first)) = text.split_once(", ")
        && !matches!(first, "Jr" | "Jr." | "Sr" | "Sr.")
    {
        return person(&format!("{first} {last}"));
    }
    let mut words: Vec<&str> = text.split(' ').collect();
    while words.len() > 1 && lists::holds(lists::TITLES, &key_of(words.first().copied().unwrap_or_default())) {
        words.remove(0);
    }
    // what stands behind `of` says where somebody is from; one word before it needs that (`Joan of Arc`)
    if let Some(of) = words.iter().position(|word| *word == "of").filter(|of| *of > 1) {
        words.truncate(of);
    }
    words.join(" ")
}

/// An organisation's name without its legal form, and whether it had one.
fn company(text: &str) -> (String, bool) {
    let mut words: Vec<&str> = text.split(' ').collect();
    let mut cut = false;
    while words.len() > 1 && words.last().is_some_and(|word| lists::holds(LEGAL, &key_of(word))) {
        words.pop();
        cut = true;
    }
    let name = words.join(" ");
    (name.trim_end_matches(',').to_owned(), cut)
}

fn place(text: &str) -> String {
    let key = key_of(text);
    let known = COUNTRIES.iter().find(|(short, _)| *short == key);
    // "us" in small letters is a pronoun that a tagger mistook
    let written = text.starts_with(char::is_uppercase);
    known.filter(|_| written).map_or_else(|| text.to_owned(), |(_, name)| (*name).to_owned())
}

/// Whether a text of two capitals and more is made of the first letters of a longer name's words, in their order,
/// with or without its small words.
pub(super) fn is_acronym_of(short: &str, long: &str) -> bool {
    if !is_shouted_word(short) || !long.contains([' ', '-']) {
        return false;
    }
    let letters: String = short.chars().filter(|c| c.is_alphanumeric()).collect();
    let words = || long.split([' ', '-']).filter_map(|word| word.chars().next());
    let all: String = words().flat_map(char::to_uppercase).collect();
    let large: String = words().filter(|c| c.is_uppercase()).collect();
    letters == all || letters == large
}

/// Whether a text is one word of two capitals and more.
fn is_shouted_word(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphanumeric());
    !text.contains(' ') && letters.all(char::is_uppercase) && text.chars().filter(|c| c.is_alphanumeric()).count() >= 2
}

/// Whether a text of capitals can be drawn from a longer name beside it: its letters stand in the name in their order,
/// the first of them first.
pub(super) fn is_drawn_from(short: &str, long: &str) -> bool {
    let mut letters = short.chars().filter(|c| c.is_alphanumeric());
    let mut rest = long.chars().flat_map(char::to_uppercase);
    let first = letters.clone().next() == long.chars().next();
    is_shouted_word(short) && first && long.contains(' ') && letters.all(|letter| rest.any(|c| c == letter))
}

/// `Ministry of Foreign Affairs` and `Foreign Ministry` as the same words: sorted, without the small ones.
pub(super) fn office(key: &str) -> Option<Vec<&str>> {
    let body = ["ministry", "department", "office", "bureau"];
    key.split(' ').any(|word| body.contains(&word)).then_some(())?;
    let mut words: Vec<&str> =
        key.split(' ').filter(|w| !matches!(*w, "of" | "for" | "the" | "and" | "affairs")).collect();
    words.sort_unstable();
    (words.len() > 1).then_some(words)
}
