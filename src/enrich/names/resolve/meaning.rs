//! Meaning: the full name that a mention stands for, and why.
//!
//! In: the forms of a statement in their order, what its parentheses introduce, what was named before. Out: for each
//! form a name to show and a reason. The statement's own names come first, then those named before, then its authors;
//! within one level exactly one name must fit, the earlier ones before the later.

use super::form::{self, Form};
use crate::article::{Entity, EntityType, key_of};
use std::fmt;

/// Why a mention has its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is the name.
    Itself,
    /// Several names would do, so it stays apart; with `Mr` or `Mrs` before it, by that too.
    Doubtful,
    /// The end of a full name: a surname.
    Ending,
    /// The beginning of a full name: a family name that stands first, or a first name.
    Beginning,
    /// The same name with initials in the middle or without.
    Initials,
    /// The acronym that stands in parentheses beside the name.
    Parentheses,
    /// The first letters of the only name that has them.
    FirstLetters,
    /// The same office in other order.
    Office,
    /// A company without its legal form and branch.
    Company,
    /// The same words meant it before.
    Before,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::Itself => "the name itself",
            Reason::Doubtful => "apart, because several names would do",
            Reason::Ending => "the end of a full name",
            Reason::Beginning => "the beginning of a full name",
            Reason::Initials => "the same name but for initials",
            Reason::Parentheses => "in parentheses beside the name",
            Reason::FirstLetters => "the first letters of the name",
            Reason::Office => "the same office in other words",
            Reason::Company => "a company by its short name",
            Reason::Before => "as it was meant before",
        })
    }
}

/// What a mention can mean, from the nearest to the farthest.
pub(super) struct Levels<'a> {
    /// The statement's own forms, in their order.
    pub(super) own: &'a [&'a Form],
    /// Long names and acronyms beside them, as numbers of own forms.
    pub(super) introduced: &'a [(usize, usize)],
    /// Entities named before.
    pub(super) named: &'a [Entity],
    /// Their names, each once.
    pub(super) before: &'a [Form],
    /// The statement's authors.
    pub(super) writers: &'a [Form],
}

/// A branch of trade at the end of a company's name.
const BRANCHES: &str =
    " airlines electronics energy group holding holdings industries international motor motors systems technologies ";

impl Levels<'_> {
    /// The name of the own form with a number, and why.
    pub(super) fn meaning(&self, at: usize) -> (String, Reason) {
        let Some(form) = self.own.get(at) else { return (String::new(), Reason::Itself) };
        let (name, reason) = self
            .in_statement(at, form)
            .or_else(|| self.as_before(form))
            .or_else(|| fitting(form, self.before.iter()))
            .or_else(|| fitting(form, self.writers.iter()))
            .unwrap_or((form, Reason::Itself));
        let shown = self.spelled(self.without_initials(name));
        match form.address.filter(|_| reason == Reason::Doubtful) {
            Some(address) => (format!("{address} {shown}"), reason),
            None => (shown, reason),
        }
    }

    /// A full name that stands in the statement without its initials too is shown without them.
    fn without_initials<'b>(&'b self, name: &'b Form) -> &'b Form {
        let shorter = |other: &&&Form| relation(name, other) == Some(Reason::Initials);
        self.own.iter().find(shorter).copied().unwrap_or(name)
    }

    fn in_statement<'b>(&'b self, at: usize, form: &'b Form) -> Option<(&'b Form, Reason)> {
        let spelled_out = self.introduced.iter().find(|(_, short)| {
            self.own.get(*short).is_some_and(|short| short.kind == form.kind && short.key == form.key)
        });
        if let Some(long) = spelled_out.and_then(|(long, _)| self.own.get(*long)) {
            return Some((long, Reason::Parentheses));
        }
        let (earlier, later) = self.own.split_at(at);
        match fits(form, earlier.iter().copied()) {
            Fit::One(full, reason) => Some((full, reason)),
            Fit::Several => Some((form, Reason::Doubtful)),
            Fit::None => fitting(form, later.iter().copied()),
        }
    }

    /// What the same words meant before, where they meant one thing.
    fn as_before(&self, form: &Form) -> Option<(&Form, Reason)> {
        let mut same =
            self.named.iter().filter(|e| e.kind == form.kind && e.text != e.name && has_words_of(&e.text, form));
        let first = same.next()?;
        if same.any(|other| other.key != first.key) {
            return None;
        }
        let key = key_of(&first.name);
        self.before
            .iter()
            .find(|known| known.kind == form.kind && known.key == key)
            .map(|known| (known, Reason::Before))
    }

    /// A name as the statement spells it best: not in capitals alone where it has another spelling.
    fn spelled(&self, form: &Form) -> String {
        let all = self.own.iter().copied().chain(self.before);
        let mut same = all.filter(|other| other.kind == form.kind && other.key == form.key);
        same.find(|other| !other.shouted).unwrap_or(form).name.clone()
    }
}

/// Whether a mention has the words of a form. Long threads ask this often, so folding is left to the letters that
/// need it.
fn has_words_of(text: &str, form: &Form) -> bool {
    if text.is_ascii() && form.name.is_ascii() {
        return text.eq_ignore_ascii_case(&form.name);
    }
    key_of(text) == form.key
}

/// What fits a form at one level.
enum Fit<'a> {
    None,
    One(&'a Form, Reason),
    Several,
}

fn fitting<'a>(form: &'a Form, names: impl Iterator<Item = &'a Form>) -> Option<(&'a Form, Reason)> {
    match fits(form, names) {
        Fit::None => None,
        Fit::One(full, reason) => Some((full, reason)),
        Fit::Several => Some((form, Reason::Doubtful)),
    }
}

/// The one name that a form is short for: by the surest relation that any name has to it.
fn fits<'a>(form: &Form, names: impl Iterator<Item = &'a Form>) -> Fit<'a> {
    let related = names.filter(|name| name.kind == form.kind).filter_map(|name| Some((relation(form, name)?, name)));
    let mut related: Vec<(Reason, &Form)> = related.collect();
    let surest = |reason: &Reason| matches!(reason, Reason::Beginning);
    if related.iter().any(|(reason, _)| !surest(reason)) {
        related.retain(|(reason, _)| !surest(reason));
    }
    let Some((reason, first)) = related.first().copied() else { return Fit::None };
    // full names that differ by initials alone are one person
    let one = related.iter().all(|(_, other)| other.key == first.key || is_same_but_initials(&other.key, &first.key));
    if one { Fit::One(first, reason) } else { Fit::Several }
}

/// How a form is short for a name; none where it is not.
pub(super) fn relation(form: &Form, name: &Form) -> Option<Reason> {
    if form.key == name.key || form.key.is_empty() {
        return None;
    }
    match form.kind {
        EntityType::Person => person(form, name),
        EntityType::Org => organisation(form, name),
        EntityType::Place => None,
    }
}

fn person(form: &Form, name: &Form) -> Option<Reason> {
    let (short, full) = (&form.key, &name.key);
    if full.strip_suffix(short.as_str()).is_some_and(|head| head.ends_with(' ') && !head.ends_with(" of ")) {
        return Some(Reason::Ending);
    }
    if form.words == 1 && full.strip_prefix(short.as_str()).is_some_and(|tail| tail.starts_with(' ')) {
        return Some(Reason::Beginning);
    }
    (form.words > 2 && is_same_but_initials(short, full) && name.words == 2).then_some(Reason::Initials)
}

fn is_same_but_initials(one: &str, other: &str) -> bool {
    core(one) == core(other)
}

/// First and last word, where all between are single letters.
fn core(key: &str) -> (&str, &str) {
    let words: Vec<&str> = key.split(' ').collect();
    match words.as_slice() {
        [first, middle @ .., last] if middle.iter().all(|word| word.chars().count() == 1) => (first, last),
        _ => (key, ""),
    }
}

fn organisation(form: &Form, name: &Form) -> Option<Reason> {
    if form::is_acronym_of(&form.name, &name.name) {
        return Some(Reason::FirstLetters);
    }
    let tail = name.key.strip_prefix(form.key.as_str()).and_then(|tail| tail.strip_prefix(' '));
    let branch = tail.is_some_and(|tail| crate::enrich::names::lists::holds(BRANCHES, tail));
    if form.words == 1 && branch && name.company {
        return Some(Reason::Company);
    }
    let office = form::office(&form.key).filter(|_| name.key.contains(" of "))?;
    (form::office(&name.key)? == office).then_some(Reason::Office)
}
