//! The name in the words at the head of a comment.
//!
//! In: "Posted by: Ana Brod | July 12, 2017", "3. Ana Brod says:". Out: "Ana Brod". A reader may call himself what he
//! likes, so only words that platforms put round names go.

use crate::text::find_days;

/// A name without the words that themes put round it, without a day or an address beside it; empty where none is left.
pub(super) fn name_of(text: &str) -> String {
    let mut text = text.replace(['\n', '\u{a0}'], " ");
    let mut dated = false;
    for day_first in [None, Some(true), Some(false)] {
        while let Some((span, _)) = find_days(&text, day_first).first() {
            text.replace_range(span.from..span.to, " | ");
            dated = true;
        }
    }
    let counts = |word: &&str| !word.contains("://") && !is_clock(word);
    let words = text.split_whitespace().filter(counts).skip_while(|word| is_turn(word));
    let mut name = words.collect::<Vec<_>>().join(" ");
    for part in [" | ", "| ", " |", " • ", " · ", " – ", " — ", " - ", " » ", " // ", "(Score"] {
        // A bar may stand in a name; beside a day or the word of a button it parts them.
        if dated || name.split(part).any(|piece| !is_named(piece)) {
            name = name.split(part).find(|piece| is_named(piece)).unwrap_or_default().to_owned();
        }
    }
    name = trimmed(&name);
    for word in BEFORE {
        name = strip_start(&name, word).map_or(name.clone(), str::to_owned);
    }
    for word in SAYS {
        let cut = name.find(word).filter(|at| *at > 0 && is_whole(&name, *at + word.len()));
        name.truncate(cut.unwrap_or(name.len()));
    }
    let name = trimmed(without_number(&name));
    if is_nobody(&name) { String::new() } else { name }
}

fn trimmed(name: &str) -> String {
    let mut name = name.trim_end_matches("...").trim_end_matches(" -").trim_start_matches("- ");
    for word in WEEKDAYS.iter().chain(&BEFORE_DAY) {
        name = name.trim_end_matches([',', ' ']).strip_suffix(word).unwrap_or(name);
    }
    name.trim_matches(|letter: char| " :,…|•·–—»«".contains(letter)).to_owned()
}

/// "Ana (512897)": the number of a member.
fn without_number(name: &str) -> &str {
    let inner = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    let counts = |number: &str| number.len() > 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    inner.filter(|(_, number)| counts(number)).map_or(name, |(name, _)| name)
}

fn is_named(piece: &str) -> bool {
    piece.chars().any(char::is_alphabetic) && !is_nobody(&trimmed(piece))
}

fn is_nobody(name: &str) -> bool {
    let small = name.to_lowercase();
    NOBODY.contains(&small.as_str()) || !name.chars().any(char::is_alphanumeric) || is_time(&small) || is_button(&small)
}

/// "Report this comment", "View profile".
fn is_button(small: &str) -> bool {
    let mut words = small.split(' ');
    let verb = ["report", "reply", "flag", "share", "view", "show", "more", "link"]
        .contains(&words.next().unwrap_or_default());
    let what = ["this", "to", "all", "the", "comment", "comments", "post", "posts", "options", "profile", "member"];
    verb && words.next().is_some_and(|word| what.contains(&word))
}

/// `7/9/058:56 pm`: a day and a clock that run together.
fn is_time(small: &str) -> bool {
    let rest = small.trim_end_matches(" am").trim_end_matches(" pm").trim_end_matches(" uhr");
    rest.contains(':') && rest.bytes().all(|byte| byte.is_ascii_digit() || b":/.- ".contains(&byte))
}

fn is_whole(text: &str, at: usize) -> bool {
    !text.get(at..).unwrap_or_default().starts_with(char::is_alphanumeric)
}

fn strip_start<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let start = text.get(..word.len())?;
    let rest = text.get(word.len()..)?;
    (start.eq_ignore_ascii_case(word) && rest.starts_with([' ', ':'])).then(|| rest.trim_start_matches([' ', ':']))
}

/// `12.` or `#12`: the number of a comment.
fn is_turn(word: &str) -> bool {
    let number = word.trim_start_matches('#').trim_end_matches(['.', ')', ':']);
    number.len() < word.len() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// `12:56`
fn is_clock(word: &str) -> bool {
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    word.trim_matches(['(', ')', ',']).split_once(':').is_some_and(|(hour, minute)| digits(hour) && digits(minute))
}

/// Words behind a name, where a platform ends it.
const SAYS: [&str; 23] = [
    " says",
    " Says",
    " said",
    " wrote",
    " writes",
    " commented",
    " posted",
    " Posted",
    " added",
    " replied",
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

/// Beginnings of days.
const WEEKDAYS: [&str; 14] = [
    " Monday",
    " Tuesday",
    " Wednesday",
    " Thursday",
    " Friday",
    " Saturday",
    " Sunday",
    " Mon",
    " Tue",
    " Wed",
    " Thu",
    " Fri",
    " Sat",
    " Sun",
];

/// Words between a name and a day.
const BEFORE_DAY: [&str; 5] = [" at", " on", " am", " um", " le"];

/// Words before a name.
const BEFORE: [&str; 15] = [
    "post by",
    "submitted by",
    "posted by",
    "comment by",
    "comment from",
    "written by",
    "comment number",
    "by",
    "from",
    "von",
    "par",
    "name",
    "author",
    "autor",
    "de",
];

/// Words that stand where a name would.
const NOBODY: [&str; 46] = [
    "reply",
    "antworten",
    "répondre",
    "responder",
    "rispondi",
    "edit",
    "quote",
    "report",
    "permalink",
    "link",
    "share",
    "like",
    "comment",
    "comments",
    "log in",
    "login",
    "sign in",
    "posted",
    "author",
    "view profile",
    "says",
    "said",
    "wrote",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "melden",
    "zitieren",
    "flag",
    "delete",
    "on",
    "at",
    "am",
    "pm",
    "um",
];

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn names_lose_the_words_round_them() {
        for text in [
            "Ana Brod says:",
            "Ana Brod says …",
            "Ana Brod Says:",
            "Ana Brod :",
            "Ana Brod schreibt:",
            " Ana Brod",
            "By Ana Brod",
            "Posted by: Ana Brod | July 12, 2017 at 03:15 PM",
            "Submitted by Ana Brod on Wed, 07/12/2017 - 15:15.",
            "November 5, 2012 Ana Brod",
            "https://quay.example/ana Ana Brod",
            "Ana Brod 29.07.2020 // 12:56",
            "3. Ana Brod - July 12, 2017",
            "Ana Brod on Aug 9, 2012 10:14 AM said:",
            "Ana Brod at July 12, 2017",
            "Ana Brod (512897)",
        ] {
            assert_eq!(name_of(text), "Ana Brod", "{text}");
        }
    }

    #[test]
    fn words_of_buttons_and_days_are_no_names() {
        for text in [
            "Reply",
            "says",
            "Sunday, July 9, 2017",
            "12:56",
            "#3",
            "7/9/058:56 PM",
            "Report this comment (4)",
            "More options",
        ] {
            assert_eq!(name_of(text), "", "{text}");
        }
    }

    #[test]
    fn odd_names_are_kept() {
        for text in [
            "Deckhand on the Quay",
            "Ana | Harbour Notes",
            "Late again – Pier Letters",
            "ana_brod-7",
            "Ana & Ilo",
            "Dr. Brod",
            "анна",
            "O’Kerr",
        ] {
            assert_eq!(name_of(text), text);
        }
    }
}
