//! Who said it, when, where: the small values of one comment.
//!
//! In: the elements that bear them. Out: a name without the words round it, a day as it is stated, an id, an address.

use super::super::days::written;
use super::super::page::{At, Page};
use crate::text::find_days;

/// Longest text that is taken for a name.
const LONGEST_NAME: usize = 80;

/// The platform's own id: the number in an id such as `comment-123`.
pub(super) fn number<'a>(page: &Page<'a>, at: At) -> Option<&'a str> {
    let attributes = ["data-comment-id", "data-commentid", "data-post-id", "data-fullname", "thingid", "data-id"];
    let stated = attributes.iter().find_map(|name| last_part(page.attr(at, name)?));
    stated.or_else(|| digits(page.attr(at, "id")?))
}

/// The last run of letters and digits of an id.
pub(super) fn last_part(id: &str) -> Option<&str> {
    let from = id.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric()).len();
    id.get(from..).filter(|part| part.bytes().any(|byte| byte.is_ascii_digit()))
}

/// The last run of letters and digits of an id, from its first digit on.
pub(super) fn digits(id: &str) -> Option<&str> {
    let number = last_part(id)?.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    Some(number).filter(|number| !number.is_empty())
}

/// The name that an element bears.
pub(super) fn name(page: &Page<'_>, at: At) -> Option<String> {
    let stated = ["content", "data-author", "data-username", "author"].iter().find_map(|name| page.attr(at, name));
    let text = stated.filter(|value| !value.trim().is_empty()).map_or_else(|| page.text(at), str::to_owned);
    Some(name_of(&text)).filter(|name| !name.is_empty() && name.len() <= LONGEST_NAME)
}

/// A name without the words that themes put round it, without a day or an address beside it.
pub(super) fn name_of(text: &str) -> String {
    let mut text = text.replace(['\n', '\u{a0}'], " ");
    while let Some((span, _)) = find_days(&text, None).first() {
        text.replace_range(span.from..span.to, " ");
    }
    let counts = |word: &&str| !word.contains("://") && word.chars().any(char::is_alphanumeric) && !is_clock(word);
    let words = text.split_whitespace().filter(counts);
    let mut name = words.collect::<Vec<_>>().join(" ");
    name = name.trim_end_matches("...").trim_end_matches([':', ',', '…', '|', '•', '·']).trim().to_owned();
    for word in SAYS {
        if let Some(bare) = strip_end(&name, word) {
            name = bare.trim_end_matches([':', ',']).trim().to_owned();
        }
    }
    for word in [
        "By ",
        "by ",
        "Posted by: ",
        "Posted by ",
        "posted by ",
        "From ",
        "from ",
        "Von ",
        "von ",
        "Comment by ",
        "Comment from ",
        "Name: ",
        "Author: ",
    ] {
        name = name.strip_prefix(word).map_or(name.clone(), str::to_owned);
    }
    name
}

/// `12:56`
fn is_clock(word: &str) -> bool {
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    word.trim_matches(['(', ')', ',']).split_once(':').is_some_and(|(hour, minute)| digits(hour) && digits(minute))
}

const SAYS: [&str; 20] = [
    " at",
    " says",
    " said",
    " wrote",
    " writes",
    " commented",
    " on",
    " sagt",
    " schreibt",
    " schrieb",
    " meint",
    " a écrit",
    " dit",
    " dice",
    " dijo",
    " disse",
    " diz",
    " ha scritto",
    " skriver",
    " zegt",
];

fn strip_end<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(word.len())?;
    let end = text.get(at..)?;
    end.eq_ignore_ascii_case(word).then(|| text.get(..at)).flatten()
}

/// The day that an element states: an attribute before its words; nothing where it is no day.
pub(super) fn day(page: &Page<'_>, at: At) -> Option<String> {
    let stated = page.subtree(at).find_map(|inner| {
        let of = |name: &&str| page.attr(inner, name).map(str::trim).and_then(written);
        ["datetime", "content", "title", "data-time-string", "data-datetime", "data-date"].iter().find_map(of)
    });
    stated.or_else(|| written(&page.text(at)))
}

/// A day as far as the words tell, where no element states one: "3 days ago".
pub(super) fn vague_day(page: &Page<'_>, at: At) -> Option<String> {
    let text = page.text(at);
    let counts = text.chars().any(char::is_numeric) && text.chars().any(char::is_alphabetic);
    (counts && text.len() <= 40).then_some(text)
}

/// The comment's own address: the link round or in its day.
pub(super) fn link<'a>(page: &Page<'a>, item: At, date: At, nested: &dyn Fn(At) -> bool) -> Option<&'a str> {
    let linked = |at: At| page.attr(at, "href").filter(|href| href.contains('#') || href.contains("comment"));
    let round = page.ancestors(date).take_while(|at| *at > item).find_map(linked);
    round.or_else(|| page.subtree(date).filter(|at| !nested(*at)).find_map(linked))
}

#[cfg(test)]
mod tests {
    use super::{digits, name_of};

    #[test]
    fn names_lose_the_words_round_them() {
        for text in [
            "Ana Brod says:",
            "Ana Brod says …",
            "Ana Brod :",
            "Ana Brod schreibt:",
            " Ana Brod",
            "By Ana Brod",
            "November 5, 2012 Ana Brod",
            "https://quay.example/ana Ana Brod",
            "Ana Brod 29.07.2020 //",
        ] {
            assert_eq!(name_of(text), "Ana Brod", "{text}");
        }
    }

    #[test]
    fn ids_end_in_their_number() {
        assert_eq!(digits("comment-123"), Some("123"));
        assert_eq!(digits("c7788"), Some("7788"));
        assert_eq!(digits("comments"), None);
    }
}
