//! Evidence for every field of an article, each with its place and what such a place is worth.
//!
//! In: a page whose comments are cut out, and where its article stands. Out: clues in a draft.
//! Which of them is right is left to `enrich`; nothing is taken from comments, captions, footers or lists.

pub(super) mod json_ld;
mod labelled;
mod lines;
mod meta;
mod visible;
mod zone;

use super::article::Story;
use super::page::Page;
use crate::article::{Draft, Field};
use crate::read::Input;
use regex::Regex;
use std::sync::LazyLock;

/// Collects every clue.
pub(super) fn collect(page: &Page<'_>, stated: &json_ld::Stated, story: &Story, input: Input<'_>, draft: &mut Draft) {
    for clue in &stated.clues {
        draft.clue(clue.field, &clue.value, &clue.from, clue.confidence);
    }
    meta::collect(page, draft);
    visible::collect(page, story, draft);
    address(input, draft);
}

/// Words before a day that is that of a change.
static CHANGED: LazyLock<Regex> = LazyLock::new(|| {
    let words = "updat|modif|edited|revis|republi|\\(re\\)|aktualis|geändert|änderung|bearbeitet|zuletzt|mise? à jour|\
                 actualiz|atualiz|aggiorn|bijgewerkt|gewijzigd|oppdatert|uppdaterad|opdateret|güncelle|обновлен|изменен";
    Regex::new(&format!("(?i){words}")).expect("the pattern is a constant and covered by tests")
});

/// Share of its worth that a place keeps for each other value of its kind that stands before it: the first name and the
/// first day below the heading are the article's, the later ones those of teasers.
const LATER: f32 = 0.85;

/// Adds a clue that a reader sees, in the order of the page.
fn seen(draft: &mut Draft, field: Field, value: &str, from: &str, confidence: f32) {
    let before = draft.clues_for(field).filter(|clue| clue.from == from && clue.value != value.trim()).count();
    draft.clue(field, value, from, confidence * LATER.powi(before.min(20) as i32));
}

fn address(input: Input<'_>, draft: &mut Draft) {
    let Some(url) = input.url else { return };
    draft.clue(Field::Url, url, "address", 0.7);
    if let Some(day) = day_in_address(url) {
        draft.clue(Field::Published, &day, "address", 0.6);
    }
}

/// The day in an address such as `/2017/07/12/` or `/2017-07-12-`; a month alone is too weak to be one.
fn day_in_address(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split_once('/').map_or("", |(_, path)| path);
    let numbers: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    let short = |part: &str| is_number(part, 1) || is_number(part, 2);
    let written = |parts: &[&str]| match parts {
        [year, month, day] if is_number(year, 4) && short(month) && short(day) => {
            Some(format!("{year}-{month:0>2}-{day:0>2}"))
        }
        // above twelve the first number can be no month
        [day, month, year] if is_number(year, 4) && is_number(month, 2) && is_number(day, 2) && *day > "12" => {
            Some(format!("{year}-{month}-{day}"))
        }
        _ => None,
    };
    let run_together = || {
        numbers
            .iter()
            .find(|part| is_number(part, 8))
            .and_then(|part| written(&[part.get(..4)?, part.get(4..6)?, part.get(6..)?]))
    };
    let day = numbers.windows(3).find_map(written).or_else(run_together)?;
    crate::text::Stamp::parse(&day).map(|_| day)
}

fn is_number(part: &str, digits: usize) -> bool {
    let year_like = digits < 4 || part.starts_with("19") || part.starts_with("20");
    part.len() == digits && year_like && part.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::day_in_address;

    #[test]
    fn the_day_of_an_address_is_read_and_nothing_else() {
        let check = |url: &str, wanted: Option<&str>| assert_eq!(day_in_address(url).as_deref(), wanted, "{url}");
        check("https://paper.example/2017/07/12/title", Some("2017-07-12"));
        check("https://paper.example/news/2017-07-12-title.html", Some("2017-07-12"));
        check("https://paper.example/a/20170712-title", Some("2017-07-12"));
        check("https://paper.example/news/29-10-2017", Some("2017-10-29"));
        check("https://paper.example/news/09-10-2017", None);
        check("https://paper.example/2017/7/9/title", Some("2017-07-09"));
        check("https://paper.example/2017/07/title", None);
        check("https://paper.example/2017/13/40/title", None);
        check("https://paper.example/story/99887766", None);
    }
}
