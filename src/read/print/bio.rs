//! Lines about the author: `Ida Quell is Director of the Lake Institute.`
//!
//! In: a paragraph at the end of an article. Out: the names of those it is about. That it stands at the end is for the caller
//! to know.

use super::words::{is_being, is_role};
use crate::article::key_of;
use crate::text::fold;

/// Words of a name that begin small.
const PARTICLES: &[&str] = &[
    "de", "da", "di", "du", "del", "della", "dos", "van", "von", "der", "den", "ter", "la", "le", "al", "bin", "ibn",
    "bint", "e", "y", "zu",
];

/// Words before a name that are no part of it.
const TITLES: &[&str] =
    &["dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame", "herr", "frau", "the", "photo", "about"];

/// Words from the verb in which a role must be named.
const REACH: usize = 14;

/// The names of those whom a paragraph introduces as its authors; none where it introduces nobody.
pub(super) fn names(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut names = Vec::new();
    let mut at = 0;
    // the second of two authors stands behind an `and` or begins a sentence
    while let Some(from) = (at..words.len()).find(|&place| place == at && at == 0 || begins_again(&words, place)) {
        match name_at(&words, from) {
            Some((name, end)) => {
                names.push(name);
                at = end;
            }
            None if from == 0 => return names,
            None => at = from + 1,
        }
    }
    names
}

fn begins_again(words: &[&str], place: usize) -> bool {
    let before = place.checked_sub(1).and_then(|before| words.get(before));
    before.is_some_and(|word| {
        matches!(*word, "and" | "und" | "et" | "y" | "e" | "en" | "&") || word.ends_with('.') || word.ends_with(';')
    })
}

/// A name at a place with a verb and a role behind it, and the place of the verb.
fn name_at(words: &[&str], from: usize) -> Option<(String, usize)> {
    let from = from
        + words
            .get(from..)?
            .iter()
            .take_while(|word| TITLES.contains(&fold(word.trim_end_matches('.')).as_ref()))
            .count();
    let mut end = from;
    while end < from + 6 && words.get(end).is_some_and(|word| is_of_name(word, end == from)) {
        end += 1;
        if words.get(end - 1).is_some_and(|word| word.ends_with(',')) {
            break;
        }
    }
    let name = words.get(from..end)?;
    let full = name.iter().filter(|word| word.chars().next().is_some_and(char::is_uppercase)).count() >= 2;
    let verb = words.get(end)?;
    let is_told = is_being(&key_of(verb)) && words.get(end..)?.iter().take(REACH).any(|word| is_role(&key_of(word)));
    let is_several = matches!(*verb, "and" | "und" | "et")
        && words.get(end + 1..)?.iter().take(8).any(|word| matches!(*word, "are" | "sind" | "sont"));
    (full && (is_told || is_several)).then(|| (name.join(" ").trim_end_matches(',').to_owned(), end))
}

fn is_of_name(word: &str, is_first: bool) -> bool {
    let bare = word.trim_end_matches(',');
    let capital = bare.chars().next().is_some_and(char::is_uppercase);
    let letters = bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\'' | '.' | '‐'));
    letters && (capital || !is_first && PARTICLES.contains(&bare))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn those_who_are_introduced_are_named() {
        for (text, expected) in [
            ("Ida Quell is Director of the Lake Institute.", vec!["Ida Quell"]),
            ("Dr Ida van der Quell was a visiting fellow at the Institute.", vec!["Ida van der Quell"]),
            ("Ida Quell is a professor and Bo Tarn is a researcher at the Institute.", vec!["Ida Quell", "Bo Tarn"]),
            ("Ida Quell and Bo Tarn are research fellows.", vec!["Ida Quell", "Bo Tarn"]),
            ("Ida Quell ist Professorin in Seestadt.", vec!["Ida Quell"]),
            ("Ida Quell teaches history. Bo Tarn is a student.", vec!["Ida Quell", "Bo Tarn"]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn sentences_about_others_introduce_nobody() {
        for text in [
            "Lake Ost is under water.",
            "The Director is a member of the council.",
            "It is a former member who said so.",
            "Rain is a teacher.",
            "",
        ] {
            assert!(names(text).is_empty(), "{text}");
        }
    }
}
