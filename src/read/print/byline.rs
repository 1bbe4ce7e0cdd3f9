//! Bylines of a printed article: who wrote it and when, as single lines say it.
//!
//! In: a short line near the title or at the foot of the article. Out: names and days as clues. Splitting and cleaning names
//! is left to `enrich`, but what is plainly no name (an affiliation, a day, a count of comments) is cut off here.

use super::day_line::{cut_at_clock, cut_at_day, day_line, is_company, without_company};
use super::head::is_name;
use super::heading::apart;
use super::line::without_pictures;
use super::words::{
    begins_label, behind_by, is_button, is_by, is_comment_word, is_modified, is_published_word, is_role, number,
};
use crate::article::{Draft, Field, key_of};
use crate::text::find_days;

/// Longest byline, in characters.
const LONGEST: usize = 160;

/// Words that may stand before a late `by`.
const MOST_BEFORE: usize = 6;

/// Words of a line with the day of publication at the foot of an article.
const LONGEST_LABEL: usize = 9;

/// Words between two names, with the blanks around them.
const AND: [&str; 8] = [" and ", " und ", " et ", " og ", " och ", " y ", " e ", " i "];

/// Ends of the names of files that pages show.
const FILES: [&str; 6] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf"];

/// What a line says about author and day.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// Names, as they stand there.
    pub(super) names: Option<String>,
    /// Whether a word such as `by` leads to them.
    pub(super) led: bool,
    /// The day of publication.
    pub(super) day: Option<String>,
    /// The day of a change.
    pub(super) changed: Option<String>,
}

/// Reads a line as a byline or as a line with the day.
pub(super) fn read(text: &str) -> Option<Said> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let text = without_pictures(text);
    // the name of a file holds a day too
    if FILES.iter().any(|end| text.ends_with(end)) {
        return None;
    }
    let mut said = Said::default();
    match cut_at_day(text) {
        Some(dayed) => {
            days(&mut said, text);
            let (before, behind) = (named(without_clock(dayed.before), true), named(dayed.behind, true));
            (said.names, said.led) = match (before, behind) {
                (Some((name, true)), _) | (_, Some((name, true))) => (Some(name), true),
                (Some((name, false)), _) if is_person(&name) && !is_modified(&key_of(dayed.before)) => {
                    (Some(name), false)
                }
                (_, Some((name, false))) if is_person(&name) => (Some(name), false),
                _ => (None, false),
            };
        }
        None => {
            let (name, led) = named(text, false)?;
            (said.names, said.led) = (Some(name), led);
            if !led {
                return None;
            }
        }
    }
    (said != Said::default()).then_some(said)
}

/// The days of a line: each is that of a change where the words before it say so; of two with nothing between them the
/// earlier is that of publication.
fn days(said: &mut Said, text: &str) {
    let mut rest = text;
    while let Some(dayed) = cut_at_day(rest) {
        let day = dayed.written();
        if is_modified(&key_of(dayed.before)) {
            said.changed.get_or_insert(day);
        } else if said.day.as_ref().is_some_and(|first| dayed.before.trim().is_empty() && is_earlier(&day, first)) {
            said.changed = said.day.replace(day);
        } else {
            said.day.get_or_insert(day);
        }
        rest = dayed.behind;
    }
}

fn is_earlier(day: &str, other: &str) -> bool {
    let first = |text: &str| find_days(text, Some(true)).first().map(|(_, stamp)| stamp.period.first);
    first(day) < first(other)
}

/// Without a time at the end: `Ida Quell at 4:00 AM on`.
fn without_clock(text: &str) -> &str {
    let words: Vec<&str> = text.split_inclusive(' ').collect();
    let is_clock = |word: &str| word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit());
    let at = words.iter().rposition(|word| is_clock(word)).filter(|at| at + 4 >= words.len());
    let kept = at.map_or(text.len(), |at| words.iter().take(at).map(|word| word.len()).sum());
    text.get(..kept).unwrap_or(text)
}

/// The names in a piece of a line, `dated` where the line holds a day, and whether a word leads to them.
fn named(piece: &str, dated: bool) -> Option<(String, bool)> {
    // `by` may stand behind another statement: `Posted in Rain by Ida Quell`
    let piece = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
    let late =
        [" by ", " By ", " von ", " par ", " por ", " door "].iter().find_map(|by| piece.find(by).map(|at| at + 1));
    let led = behind_by(piece).or_else(|| behind_glued_by(piece));
    // behind other words only where the line is plainly a byline: `Posted in Rain by Ida Quell`
    let led = led.or_else(|| {
        let late =
            late.filter(|at| piece.get(..*at).is_some_and(|before| before.split_whitespace().count() <= MOST_BEFORE))?;
        let name = behind_by(piece.get(late..)?)?;
        let begins = piece.split_whitespace().next().is_some_and(|first| is_published_word(&key_of(first)));
        let is_labelled = piece.get(..late).is_some_and(|label| is_button(&key_of(label)));
        let is_dated = dated && is_person(without_affiliation(without_company(before_clock(name))));
        (begins || is_labelled || is_dated || dated && is_said(piece.strip_suffix(name)?)).then_some(name)
    });
    let text = led.map_or(piece, |name| without_button(before_clock(name)));
    let text = &without_places(without_company(text));
    let text = if led.is_some() { before_place(text) } else { text };
    let text = text.trim_end_matches('.');
    // `By continuing, you agree`, `From: Brisbane`
    let behind = led.and_then(|led| led.strip_prefix(text)).filter(|_| is_word(text));
    let goes_on = behind.is_some_and(|rest| rest.starts_with(", ") && rest.contains(char::is_alphabetic));
    let is_place = key_of(piece.get(..5).unwrap_or("")).starts_with("from") && !is_person(text);
    if goes_on || is_place {
        return None;
    }
    let is_one = !is_company(text)
        && is_name_like(text)
        && text.split(" and ").all(is_name)
        && text.chars().any(char::is_alphabetic);
    (is_one && !is_count(text)).then(|| (text.to_owned(), led.is_some()))
}

/// Words that end as those that lead to a name: `Discussion in Rain started by`.
fn is_said(lead: &str) -> bool {
    let key = key_of(lead);
    let last = key.rmatch_indices(' ').nth(1).map_or(0, |(at, _)| at + 1);
    key.get(last..).is_some_and(|last| last.contains(' ') && is_by(last))
}

/// A name before the time of the day and what follows it: `Ida Quell at 4:15 PM Email This`.
fn before_clock(text: &str) -> &str {
    cut_at_clock(text).map_or(text, |(before, _)| before)
}

/// A name before what it is filed under: `Ida Quell in Rain`, `idaq under Rain, Wind`.
fn before_place(text: &str) -> &str {
    let places = ["under", "in", "for", "For", "with", "unter", "für", "dans", "em", "w", "w dziale", "в"];
    let at = text.match_indices(' ').map(|(at, _)| at).find(|at| {
        let rest = text.get(at + 1..).unwrap_or("");
        places.iter().any(|place| rest.strip_prefix(place).is_some_and(|behind| behind.starts_with(' ')))
    });
    text.get(..at.unwrap_or(text.len())).unwrap_or(text)
}

/// A name without the button or the count behind it: `Ida Quell Follow`, `Ida Quell 21 Comments`.
fn without_button(text: &str) -> &str {
    let text = text.trim_end();
    match text.rsplit_once(' ') {
        // `Ida Quell 21 Comments`
        Some((before, last)) if is_comment_word(&key_of(last)) => match before.rsplit_once(' ') {
            Some((name, count)) if number(&key_of(count)).is_some() => name,
            _ => text,
        },
        Some((name, last)) if is_button(&key_of(last)) => name,
        _ => text,
    }
}

/// A name with what its owner is behind it, some pages run the two together: `Ida Quell Science Editor`,
/// `Ida QuellScience Editor`.
pub(super) fn before_role(text: &str) -> Option<&str> {
    let words = text.split_whitespace().count();
    if !(3..=8).contains(&words) || text.ends_with(['.', '!', '?', ':']) {
        return None;
    }
    let last = text.rsplit(' ').next().filter(|last| is_role(&key_of(last)))?;
    let second = text.match_indices(' ').nth(1).map_or(text.len() - last.len(), |(at, _)| at);
    let name = text.get(..second)?;
    let from = name.find(' ')? + 2;
    let mut before = 'X';
    let glue = name.char_indices().skip_while(|(at, _)| *at < from).find_map(|(at, c)| {
        let is_break = before.is_lowercase() && c.is_uppercase();
        before = c;
        is_break.then_some(at)
    });
    // the capital inside `McAdam` begins no other word
    let name = name.get(..glue.filter(|at| at - from > 2).unwrap_or(name.len()))?;
    is_person(name).then_some(name)
}

/// A name that a page ran into the label before it and the one behind: `AuthorIda QuellCategoriesRain`.
fn behind_glued_by(text: &str) -> Option<&str> {
    let mut before = ' ';
    let mut breaks = text.char_indices().filter_map(|(at, c)| {
        let is_break = before.is_lowercase() && c.is_uppercase();
        before = c;
        is_break.then_some(at)
    });
    let from = breaks.next().filter(|from| text.get(..*from).is_some_and(|lead| is_by(&key_of(lead))))?;
    let is_label = |at: &usize| text.get(*at..).is_some_and(begins_label);
    let to = breaks.find(is_label).unwrap_or(text.len());
    text.get(from..to)
}

/// One word in small letters.
fn is_word(text: &str) -> bool {
    !text.contains(' ') && text.chars().all(char::is_lowercase)
}

/// A name of several words begins with a capital, in scripts that have them.
fn is_name_like(text: &str) -> bool {
    !text.contains(' ') || !text.chars().next().is_some_and(char::is_lowercase)
}

/// `2 comments`.
fn is_count(text: &str) -> bool {
    let key = key_of(text);
    let words: Vec<&str> = key.split(' ').collect();
    words.iter().any(|word| is_comment_word(word)) && words.iter().any(|word| number(word).is_some())
}

/// Names without what stands behind them in the line: `Ida Quell, Lake Institute`, `Ida Quell | Rain`.
fn without_affiliation(text: &str) -> &str {
    let end = text.find(['|', '·', '•', '(', '/', '–', '—', '»']).unwrap_or(text.len());
    let text = text.get(..end).unwrap_or(text).trim();
    match text.split_once(',') {
        Some((first, rest)) if (first.contains(' ') || rest.trim().contains(' ')) && !is_list_of_names(rest) => {
            first.trim()
        }
        _ => text,
    }
}

/// Names without their places of work: `Ida Quell, Lake Institute, and Bo Tarn, Mill College`.
fn without_places(text: &str) -> String {
    let first = without_affiliation(text);
    let others = text.get(first.len()..).unwrap_or("").split(',').filter_map(|piece| {
        let name = ["and ", "und ", "et ", "y ", "e ", "en ", "i ", "и ", "& "]
            .iter()
            .find_map(|and| piece.trim().strip_prefix(and))?;
        is_person(name).then_some(name)
    });
    let names: Vec<&str> = std::iter::once(first).chain(others.filter(|other| !first.contains(other))).collect();
    names.join(" and ")
}

/// Every piece is two to four words with capitals, and the last may stand behind an `and`.
fn is_list_of_names(text: &str) -> bool {
    text.split([',', '&'])
        .flat_map(|piece| {
            AND.iter().fold(vec![piece], |pieces, and| pieces.into_iter().flat_map(|piece| piece.split(*and)).collect())
        })
        .all(|piece| {
            let words: Vec<&str> = piece.split_whitespace().collect();
            (2..=4).contains(&words.len())
                && words.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase))
                && !words.iter().any(|word| is_institution(word))
        })
}

/// A word of an institution's name, or an acronym.
fn is_institution(word: &str) -> bool {
    let key = key_of(word);
    let is_acronym = word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase());
    let stems = [
        "univ",
        "instit",
        "centre",
        "center",
        "college",
        "school",
        "academ",
        "council",
        "foundation",
        "ministry",
        "bank",
        "hochschule",
        "radio",
        "news",
        "media",
        "magazin",
        "journal",
        "times",
        "agen",
        "muse",
        "station",
        "societ",
        "associa",
        "network",
        "laborator",
        "hospital",
        "department",
        "facult",
        "office",
        "librar",
        "archiv",
        "theat",
        "gmbh",
        "verlag",
        "zeitung",
        "redaktion",
    ];
    is_acronym || stems.iter().any(|stem| key.starts_with(stem))
}

/// Adds what a line says to the clues.
pub(super) fn clue(draft: &mut Draft, said: &Said, from: &str, sure: f32) {
    if let Some(names) = &said.names {
        draft.clue(Field::Author, names, from, if said.led { sure } else { sure - 0.2 });
    }
    if let Some(day) = &said.day {
        draft.clue(Field::Published, day, from, sure);
    }
    if let Some(day) = &said.changed {
        draft.clue(Field::Modified, day, from, sure);
    }
}

/// A name of two to four words that all begin with a capital and hold nothing but letters: what a person is called.
pub(super) fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_part = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| c.is_lowercase() || c.is_uppercase() || matches!(c, '-' | '’' | '\'' | '.'))
    };
    let small = |word: &&str| word.chars().count() <= 3 && word.chars().all(char::is_lowercase);
    (2..=4).contains(&words.len())
        && words.first().is_some_and(is_part)
        && words.last().is_some_and(is_part)
        && words.iter().all(|word| is_part(word) || small(word))
        && !words.iter().any(|word| is_institution(word))
}

/// The name of a line that can be one and says nothing else but what its owner is: `Ida Quell, Correspondent`.
pub(super) fn bare_name(text: &str) -> Option<&str> {
    let name = without_affiliation(text);
    let is_short = text.split_whitespace().count() <= MOST_BEFORE + 2 && !text.ends_with(['.', '!', '?', ':']);
    (is_short && (name == text.trim() || is_person(name)) && is_bare_name(name)).then_some(name)
}

/// A line that can be a name and says nothing else.
fn is_bare_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    is_name(text) && (1..=4).contains(&words) && !is_count(text) && !is_bare_day(text)
}

/// The day of a short line that says of it that it is the day of publication: `Posted on July 12, 2017`.
pub(super) fn published(text: &str) -> Option<String> {
    let text = without_pictures(text);
    // labels of other kinds may follow in the same paragraph
    let end = text.match_indices(' ').nth(LONGEST_LABEL * 2).map_or(text.len(), |(end, _)| end);
    let text = text.get(..end)?;
    let dayed = cut_at_day(text)?;
    let lead = key_of(&apart(dayed.before));
    // the word stands at the beginning and near the day: a sentence may tell of another publication
    let words: Vec<&str> = lead.split(' ').collect();
    let is_led = words.iter().take(5).skip(words.len().saturating_sub(3)).any(|word| is_published_word(word));
    is_led.then(|| read(text)?.day)?
}

/// A line with nothing but a day.
pub(super) fn is_bare_day(text: &str) -> bool {
    day_line(text).is_some_and(|day| day.is_some())
}

#[cfg(test)]
mod tests {
    use super::{before_role, published, read};

    fn names(text: &str) -> Option<String> {
        read(text).and_then(|said| said.names)
    }

    #[test]
    fn names_are_read_without_what_stands_around_them() {
        for text in [
            "By Ida Quell",
            "Author: Ida Quell, Lake Institute",
            "Author: Ida Quell, ULS",
            "von Ida Quell · 12. Juli 2017 12. Juli 2017",
            "Posted in Rain by Ida Quell on July 12, 2017",
            "Posted by Ida Quell at 4:00 AM on July 12, 2017",
            "Ida Quell 12/07/2017 2 comments",
            "12. Juli 2017, 23:39 · von Ida Quell",
            "By Ida Quell | Rain",
            "Post author By Ida Quell",
            "ByIda Quell",
        ] {
            assert_eq!(names(text).as_deref(), Some("Ida Quell"), "{text}");
        }
        assert_eq!(names("By Ida Quell and Bo Tarn").as_deref(), Some("Ida Quell and Bo Tarn"));
        assert_eq!(names("Authors: Ida Quell, Bo Tarn and Cy Ost").as_deref(), Some("Ida Quell, Bo Tarn and Cy Ost"));
    }

    #[test]
    fn the_day_of_a_change_is_kept_apart() {
        let said = read("von Ida Quell · Published 12. Juli 2017 · Last modified 14. April 2018").expect("a byline");
        assert_eq!(said.day.as_deref(), Some("12. Juli 2017"));
        assert_eq!(said.changed.as_deref(), Some("14. April 2018"));
        let said = read("Updated July 12, 2017").expect("a day");
        assert_eq!((said.day, said.names), (None, None));
    }

    #[test]
    fn places_of_work_buttons_and_labels_are_no_names() {
        for (text, expected) in [
            ("Discussion in 'Rain' started by idaq, May 26, 2017.", "idaq"),
            ("Started by Ida Quell, July 12, 2017, 04:15:10 PM", "Ida Quell"),
            ("Authors: Ida Quell, Lake Station, and Bo Tarn, Mill College", "Ida Quell and Bo Tarn"),
            ("Von Ida Quell, Bo Tarn und Cy Ost", "Ida Quell, Bo Tarn und Cy Ost"),
            ("By Ida Quell Follow", "Ida Quell"),
            ("By Ida Quell 21 Comments", "Ida Quell"),
            ("Posted by Ida Quell at 4:15 PM Email This BlogThis!", "Ida Quell"),
            ("Posted in Rain by idaq", "idaq"),
            ("Posted by idaq under Rain, Wind | Tags: lakes", "idaq"),
            ("AuthorIda QuellCategoriesRainTagswind, lakes", "Ida Quell"),
            ("Guest post by Ida, PhD in Parenting", "Ida"),
        ] {
            assert_eq!(names(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(names("A new study by Bo Tarn"), None, "a title may say by whom something is");
    }

    #[test]
    fn of_two_days_with_nothing_between_them_the_earlier_is_that_of_publication() {
        for text in ["Posted on April 3, 2017April 5, 2017", "April 5, 2017April 3, 2017 by Ida Quell"] {
            let said = read(text).expect("two days");
            assert_eq!(
                (said.day.as_deref(), said.changed.is_some()),
                (Some("April 3, 2017"), !text.starts_with('P')),
                "{text}"
            );
        }
    }

    #[test]
    fn a_day_of_publication_is_labelled_near_its_beginning() {
        for (text, day) in [
            ("This entry was posted on Monday, February 29th, 2016 at 4:29 pm and is filed under Paper.", true),
            ("[677c3]Author Guest bloggerPosted on January 8, 2015December 14, 2019Categories", true),
            ("Veröffentlicht am 12. Juli 2017 in Regen", true),
            ("Editor’s note: this post was originally published on October 7, 2008, but it is still true.", false),
            ("The dam broke on July 12, 2017.", false),
        ] {
            assert_eq!(published(text).is_some(), day, "{text}");
        }
    }

    #[test]
    fn a_name_is_parted_from_the_role_behind_it() {
        for (text, name) in [
            ("Ida Quell Science Editor", Some("Ida Quell")),
            ("Ida QuellScience Editor", Some("Ida Quell")),
            ("Ida McQuell Deputy Content Director", Some("Ida McQuell")),
            ("The life of an editor", None),
            ("Ida Quell", None),
        ] {
            assert_eq!(before_role(text), name, "{text}");
        }
    }

    #[test]
    fn other_lines_say_nothing() {
        for text in [
            "Rain",
            "The dam broke on a day in spring.",
            "2 comments",
            "By continuing, you agree to our rules",
            "From: Tarn, OL",
            "Screen Shot 2017-07-12 at 8.11.16 AM.png",
            "By the way, it rained all day long in the valley, she said to the few who had stayed there.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
