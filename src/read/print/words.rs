//! Words that pages print around what people wrote.
//!
//! In: `furniture.txt`, the table of them by kind and language. Out: the questions that the other files ask of it.
//! Lines are compared in the form that `key_of` gives: folded words with blanks between.

use crate::article::key_of;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

type Table = HashMap<&'static str, HashSet<String>>;

/// The table, by kind; languages are joined, as a page may mix its own with that of its software.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::new();
    for line in include_str!("furniture.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((head, entries)) = line.split_once(':') else { continue };
        let kind = head.split(' ').next().unwrap_or(head);
        table.entry(kind).or_default().extend(entries.split(',').map(folded));
    }
    table
});

/// The words for numbers.
static NUMBERS: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    entries("number")
        .filter_map(|entry| entry.split_once('='))
        .filter_map(|(word, value)| Some((word, value.parse().ok()?)))
        .collect()
});

/// The words in which a distance without a number is told.
static NEAR: LazyLock<HashSet<&str>> = LazyLock::new(|| entries("near").flat_map(|near| near.split(' ')).collect());

/// An entry in the form in which it is compared; a number keeps its value.
fn folded(entry: &str) -> String {
    match entry.split_once('=') {
        Some((word, value)) => format!("{}={}", key_of(word), value.trim()),
        None => key_of(entry),
    }
}

fn has(kind: &str, entry: &str) -> bool {
    TABLE.get(kind).is_some_and(|entries| entries.contains(entry))
}

fn entries(kind: &str) -> impl Iterator<Item = &'static str> {
    TABLE.get(kind).into_iter().flatten().map(String::as_str)
}

/// Whether a folded line is a button, or nothing but buttons and numbers between them.
pub(super) fn is_button(key: &str) -> bool {
    let is_part = |word: &str| is_figure(word) || has("button", word);
    has("button", key) || !key.is_empty() && !is_figures(key) && key.split(' ').all(is_part)
}

/// Whether a folded line holds a button to answer a comment.
pub(super) fn is_reply(key: &str) -> bool {
    key.split(' ').any(|word| has("reply", word))
}

/// Whether a folded line is nothing but numbers, as a count of votes is.
pub(super) fn is_figures(key: &str) -> bool {
    !key.is_empty() && key.split(' ').all(is_figure)
}

fn is_figure(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a folded line says what a commenter is on the site: its author, a member.
pub(super) fn is_badge(key: &str) -> bool {
    has("badge", key)
}

/// Whether a folded line begins what stands behind the last comment.
pub(super) fn is_ending(key: &str) -> bool {
    // a single word begins many a sentence
    has("label", key) || begins("ending", key, 3, 14)
}

/// Whether a folded line begins with an entry of one word and has at most `short` words, or of more and has at most `long`.
fn begins(kind: &str, key: &str, short: usize, long: usize) -> bool {
    let words = key.split(' ').count();
    let begins = |count: usize| {
        let end = key.match_indices(' ').nth(count - 1).map_or(key.len(), |(at, _)| at);
        let most = if count == 1 { short } else { long };
        words <= most && words >= count && key.get(..end).is_some_and(|lead| has(kind, lead))
    };
    (1..=5).any(begins)
}

/// Whether a folded line is a part of the page and no text: a label, a share, the reading time.
pub(super) fn is_part(key: &str) -> bool {
    begins("part", key, 4, 7) || is_button(key)
}

/// Whether a text begins with a label of the page that it was run into: `CategoriesRain`.
pub(super) fn begins_label(text: &str) -> bool {
    let mut before = ' ';
    let ends = text.char_indices().find_map(|(at, c)| {
        let is_end = !c.is_alphabetic() || before.is_lowercase() && c.is_uppercase();
        before = c;
        is_end.then_some(at)
    });
    text.get(..ends.unwrap_or(text.len())).is_some_and(|label| has("part", &key_of(label)))
}

/// Whether a word says that what follows is the day of publication.
pub(super) fn is_published_word(word: &str) -> bool {
    has("published", word)
}

/// Whether words before a day make it the day of a change.
pub(super) fn is_modified(key: &str) -> bool {
    key.split(' ').any(|word| has("modified", word)) || begins("modified", key, 20, 20)
}

/// Whether a folded text names a picture or who made it.
pub(super) fn is_of_picture(key: &str) -> bool {
    key.split(' ').any(|word| has("picture", word))
        || ["getty images", "ap photo"].iter().any(|maker| key.contains(maker))
}

/// The word of a forum in a folded line.
pub(super) fn board_words(key: &str) -> impl Iterator<Item = &str> {
    key.split(' ').filter(|word| has("board", word))
}

/// Whether a word says what an author is.
pub(super) fn is_role(word: &str) -> bool {
    has("role", word)
}

/// Whether a word is the verb before it.
pub(super) fn is_being(word: &str) -> bool {
    has("is", word)
}

/// Whether a folded paragraph begins a note that stands under many articles.
pub(super) fn is_standing(key: &str) -> bool {
    begins("standing", key, 60, 120)
}

/// Whether it is a word that stands for comments where they are counted.
pub(super) fn is_counted_word(word: &str) -> bool {
    has("counted", word)
}

/// Whether it is a word for comments, one or many.
pub(super) fn is_comment_word(word: &str) -> bool {
    has("comment", word) || is_many(word)
}

/// Whether it is a word for more than one comment.
pub(super) fn is_many(word: &str) -> bool {
    has("comments", word)
}

/// Whether a word may stand in a heading over comments.
pub(super) fn is_beside(word: &str) -> bool {
    has("beside", word) || is_comment_word(word)
}

/// Whether a folded line is a heading over comments without a word for them.
pub(super) fn is_heading(key: &str) -> bool {
    has("heading", key)
}

/// Whether a word offers to let the reader in.
pub(super) fn is_door(word: &str) -> bool {
    has("door", word)
}

/// Whether a word leads from the number of comments to the title.
pub(super) fn is_about(word: &str) -> bool {
    has("about", word)
}

/// A number in figures or as a word.
pub(super) fn number(word: &str) -> Option<usize> {
    if !word.is_empty() && word.len() <= 5 && is_figure(word) {
        return word.parse().ok();
    }
    NUMBERS.get(word).copied()
}

/// Whether a folded line is nothing but words that lead to a name: `By`, `Written by:`.
pub(super) fn is_by(key: &str) -> bool {
    has("by", key)
}

/// What stands behind the words that lead to a name: `Ida Quell` of `Posted by: Ida Quell`.
pub(super) fn behind_by(text: &str) -> Option<&str> {
    // some pages run the word into the name
    let mut best =
        ["By", "Von"].iter().find_map(|by| text.strip_prefix(by)).filter(|rest| rest.starts_with(char::is_uppercase));
    let mut at = 0;
    for piece in text.split_inclusive([' ', ':', '\u{a0}']).take(6) {
        at += piece.len();
        let (lead, rest) = text.split_at_checked(at)?;
        let rest = rest.trim_start_matches([' ', ':', '\u{a0}']);
        if !rest.is_empty() && has("by", &key_of(lead)) {
            best = Some(rest);
        }
    }
    best
}

/// Splits `Ida Quell says: rest` into the name and the rest.
pub(super) fn split_says(text: &str) -> Option<(&str, &str)> {
    let starts: Vec<usize> = text.match_indices(' ').map(|(at, _)| at + 1).take(10).collect();
    for start in starts {
        let (name, rest) = text.split_at_checked(start)?;
        for words in [2, 1] {
            let end = rest.match_indices(' ').nth(words - 1).map_or(rest.len(), |(at, _)| at);
            let (verb, behind) = rest.split_at_checked(end)?;
            if has("says", &key_of(verb)) {
                return Some((name.trim_end(), behind.trim_start_matches([' ', ':', '.', '…'])));
            }
        }
    }
    None
}

/// Whether a folded line says that nobody knows whether a commenter is who he says he is.
pub(super) fn is_standing_of_guests(key: &str) -> bool {
    has("guest", key)
}

/// Whether a word may stand beside a day in a line that holds nothing else.
pub(super) fn is_day_company(word: &str) -> bool {
    has("day", word) || is_figure(word)
}

/// Whether a folded line tells a day by its distance: `12 days ago`, `vor 3 tagen`, `yesterday`.
pub(super) fn is_distance(key: &str) -> bool {
    is_counted_distance(key) || entries("near").any(|near| key.starts_with(near))
}

/// The same with a number: `12 days ago`.
pub(super) fn is_counted_distance(key: &str) -> bool {
    let words: Vec<&str> = key.split(' ').collect();
    let counted = words.windows(2).any(|pair| match pair {
        [count, unit] => (number(count).is_some() || *count == "an") && has("unit", unit),
        _ => false,
    });
    counted && (key.contains("il y a ") || words.iter().any(|word| has("ago", word)))
}

/// Whether a word belongs to such a distance.
pub(super) fn is_of_distance(word: &str) -> bool {
    has("unit", word)
        || has("ago", word)
        || number(word).is_some()
        || matches!(word, "an" | "il" | "y")
        || NEAR.contains(word)
}

#[cfg(test)]
mod tests {
    use super::{TABLE, behind_by, is_button, is_distance, is_ending, number, split_says};

    #[test]
    fn every_line_of_the_table_is_of_a_kind_that_is_asked_for() {
        let kinds = [
            "says",
            "comment",
            "comments",
            "beside",
            "number",
            "about",
            "button",
            "label",
            "ending",
            "board",
            "by",
            "day",
            "unit",
            "ago",
            "near",
            "guest",
            "door",
            "reply",
            "heading",
            "badge",
            "counted",
            "published",
            "part",
            "modified",
            "picture",
            "role",
            "is",
            "standing",
        ];
        for kind in TABLE.keys() {
            assert!(kinds.contains(kind), "{kind}");
        }
        assert!(kinds.iter().all(|kind| TABLE.contains_key(kind)));
    }

    #[test]
    fn a_name_is_parted_from_the_verb_behind_it() {
        assert_eq!(split_says("Ida Quell says:"), Some(("Ida Quell", "")));
        assert_eq!(split_says("Ida Quell said..."), Some(("Ida Quell", "")));
        assert_eq!(split_says("Ida schrieb am 3. Mai 2016:"), Some(("Ida", "am 3. Mai 2016:")));
        assert_eq!(split_says("Ida a dit :"), Some(("Ida", "")));
        assert_eq!(split_says("Ida Quell"), None);
        assert_eq!(split_says("says"), None);
    }

    #[test]
    fn a_name_is_found_behind_the_words_that_lead_to_it() {
        assert_eq!(behind_by("Posted by Ida Quell"), Some("Ida Quell"));
        assert_eq!(behind_by("Author: Ida Quell, Lake Institute"), Some("Ida Quell, Lake Institute"));
        assert_eq!(behind_by("von Ida Quell"), Some("Ida Quell"));
        assert_eq!(behind_by("Byron Ost"), None);
    }

    #[test]
    fn buttons_forms_and_feet_are_known() {
        assert!(is_button("reply") && is_button("like 3 reply") && !is_button("reply all of you"));
        assert!(is_ending("leave a reply") && is_ending("leave a reply to ida") && is_ending("related posts"));
        assert!(!is_ending("search the lake for what you lost there"));
    }

    #[test]
    fn distances_are_days_and_counts_are_not() {
        assert!(is_distance("12 days ago") && is_distance("vor 3 tagen") && is_distance("il y a 2 ans"));
        assert!(is_distance("yesterday at 3") && is_distance("an hour ago") && !is_distance("12 days of rain"));
    }

    #[test]
    fn numbers_may_be_words() {
        assert_eq!((number("12"), number("one"), number("zwei"), number("x")), (Some(12), Some(1), Some(2), None));
    }
}
