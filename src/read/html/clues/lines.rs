//! Evidence in lines without marks: "By Ana Brod", "21 January 2022 // Ana Brod", a name below the text.
//!
//! In: the zone of the article. Out: clues for authors and days, weaker than those of marked places.

use super::super::article::Story;
use super::super::blocks::pieces_in;
use super::super::days::with_two_digits;
use super::super::page::{At, Page, head};
use super::CHANGED;
use super::zone::{AFTER, Zone};
use crate::article::{BlockKind, Draft, Field};
use crate::text::find_days;
use regex::Regex;
use std::sync::LazyLock;

/// Longest line that is a byline or states the day.
const LONGEST: usize = 120;
/// Nodes below the lead in which a byline may stand.
const BELOW_LEAD: usize = 40;
/// Characters between a name and the verb of a line about its owner.
const BETWEEN: usize = 42;
/// Longest line in which `2.11.22` is a day.
const SHORT: usize = 60;

/// Collects the clues. `elements` are those that speak of this page, in order.
pub(super) fn collect(page: &Page<'_>, zone: &Zone, elements: &[At], story: &Story, draft: &mut Draft) {
    let inside = text_range(page, zone, story);
    let other = |at: At| page.is_element(at) && (page.name(at) == "time" || elements.binary_search(&at).is_err());
    for piece in pieces_in(page, zone.range(page), &other) {
        if inside.contains(&piece.at) || piece.block.text.len() > LONGEST * 3 {
            continue;
        }
        let near = if zone.is_after(page, piece.at) { AFTER } else { 1.0 };
        for line in piece.block.text.split('\n').filter(|line| (3..=LONGEST).contains(&line.trim().len())) {
            read(line, near, draft);
        }
    }
    edges(story, draft);
    dateline(story, draft);
    about(story, draft);
}

/// "Osk, 12 July 2017. –": the place and the day before a press release's first words.
fn dateline(story: &Story, draft: &mut Draft) {
    let Some(first) = story.blocks.iter().find(|block| block.kind == BlockKind::Paragraph) else { return };
    let opening = head(&first.text, LONGEST);
    let Some((span, stamp)) = find_days(opening, None).into_iter().next() else { return };
    let (before, after) = (opening.get(..span.from).unwrap_or_default(), opening.get(span.to..).unwrap_or_default());
    let ends = after.trim_start_matches([')', ' ']).starts_with(['.', ':', '-', '–', '—', '|', '/']);
    if ends && stamp.value.len() >= 10 && PLACE.is_match(before) {
        super::seen(draft, Field::Published, &stamp.value, "dateline", 0.45);
    }
}

/// The nodes between the second and the last running text: lines there speak of other things. The first may be the lead,
/// with the byline close below it.
fn text_range(page: &Page<'_>, zone: &Zone, story: &Story) -> std::ops::Range<At> {
    let long = |block: &&crate::article::Block| block.kind == BlockKind::Paragraph && block.text.len() > 150;
    let mut running = story.blocks.iter().filter(long).map(|block| start_of(page, zone, &block.text));
    let Some(Some(first)) = running.next() else { return 0..0 };
    let second = running.next().flatten().filter(|second| *second > first).unwrap_or(first);
    let start = second.min(first + BELOW_LEAD);
    start..page.end(zone.root).saturating_sub(1).max(start)
}

/// The node that a text begins in.
fn start_of(page: &Page<'_>, zone: &Zone, text: &str) -> Option<At> {
    let opening = head(text, 120);
    let begins = |own: &str| own.trim().len() > 20 && opening.starts_with(own.trim().get(..20).unwrap_or(" "));
    page.subtree(zone.root).find(|at| page.own_text(*at).is_some_and(begins))
}

fn read(line: &str, near: f32, draft: &mut Draft) {
    let line = line.trim();
    let padded = if line.len() <= SHORT { with_two_digits(line) } else { line.into() };
    let line = padded.as_ref();
    let days = find_days(line, None);
    for (span, stamp) in days.iter().filter(|(_, stamp)| stamp.value.len() >= 10) {
        let field = if CHANGED.is_match(line.get(..span.from).unwrap_or_default()) {
            Field::Modified
        } else {
            Field::Published
        };
        super::seen(draft, field, &stamp.value, "line", 0.5 * near);
    }
    if let Some(name) = behind_by(line) {
        super::seen(draft, Field::Author, name, "by line", 0.6 * near);
    } else if let Some((span, _)) = days.first() {
        let rest = format!("{} {}", line.get(..span.from).unwrap_or_default(), line.get(span.to..).unwrap_or_default());
        if let Some(name) = NAME.captures(&rest).and_then(|found| few(found.name("name")?.as_str(), MOST, false)) {
            super::seen(draft, Field::Author, name, "day line", 0.4 * near);
        }
    }
}

/// A byline as the first or the last line of the text itself.
fn edges(story: &Story, draft: &mut Draft) {
    let own: Vec<&str> = story
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
        .map(|block| block.text.as_str())
        .collect();
    for line in own.iter().take(2).chain(own.iter().rev().take(2)).filter(|line| line.len() <= LONGEST) {
        if let Some(name) = behind_by(line) {
            super::seen(draft, Field::Author, name, "by line", 0.5);
        }
    }
}

/// "Ana Brod is a writer": the subject of a line about the author.
fn about(story: &Story, draft: &mut Draft) {
    for block in story.blocks.iter().filter(|block| block.kind == BlockKind::About) {
        if let Some(name) = subject(&block.text) {
            super::seen(draft, Field::Author, name, "bio line", 0.55);
        }
    }
}

/// The names of "By Ana Brod".
fn behind_by(line: &str) -> Option<&str> {
    BY.captures(line).and_then(|found| few(found.name("name")?.as_str(), MOST + 1, true))
}

/// The names of "Ana Brod, a farmer, is".
fn subject(text: &str) -> Option<&str> {
    let found = SUBJECT.captures(text)?;
    let between = found.name("between").map_or(0, |between| between.as_str().chars().count());
    few(found.name("name")?.as_str(), MOST, false).filter(|_| between <= BETWEEN)
}

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is a constant and covered by tests")
}

/// One name, or several joined by "and". How many words and names is counted by `few`: a bound in a pattern is paid for
/// with a copy of all letters.
const NAMES: &str = r"(?P<name>\p{Lu}[\p{L}’'.-]*(?: (?:\p{Lu}[\p{L}’'.-]*|de|da|di|del|van|von|der|den|la|le|el|al|bin))*(?:(?:,| and| und| et| y| e| &) \p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+)+)*)";

/// What joins names, with the blanks round it.
const JOINTS: [&str; 7] = [", ", " and ", " und ", " et ", " y ", " e ", " & "];

/// Names that a line may hold, and words of one behind the first.
const MOST: usize = 4;

/// Names of which the first has at most so many words and there are few; of an open list those before a comma that fit.
fn few(names: &str, mut words: usize, open: bool) -> Option<&str> {
    let joint = |from: usize| {
        let found = |joint: &&str| names.get(from..)?.find(*joint).map(|at| (from + at, from + at + joint.len()));
        JOINTS.iter().filter_map(found).min()
    };
    let mut kept = None;
    let mut from = 0;
    for _ in 0..MOST {
        let next = joint(from);
        let end = next.map_or(names.len(), |(end, _)| end);
        if names.get(from..end)?.split(' ').count() > words {
            return kept;
        }
        let Some((end, behind)) = next else { return Some(names) };
        kept = names.get(..end).filter(|_| open && names.get(end..).is_some_and(|rest| rest.starts_with(',')));
        (from, words) = (behind, MOST);
    }
    kept
}

static BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:(?:(?i:written|posted|submitted|published|reported|story|text|words|article|reviewed|created|post|geschrieben|verfasst|veröffentlicht|publié|escrito|publicado|scritto|ein\w* \w+|reporting)\s)*(?i:by|von|par|por|di|door|av|af)(?:\s|\s?:)|(?i:autor(?:in)?|author|auteur|autore|text|words|redaktion|verfasser|writer|reporter|von)\s?:)\s*{NAMES}(?:$|\s*[|,•·–—/(-]|\s+(?:on|am|le|el|at|in|for|im|à|em|vom|/)\s|\s+\d)",
    ))
});

static PLACE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:\p{Lu}[\p{L}.-]+(?: am \p{Lu}\p{L}+)?[ ,/]+){1,3}(?:den |le |on )?\(?$"));

static NAME: LazyLock<Regex> = LazyLock::new(|| {
    let full = NAMES.replace(")*(?:(?:,", ")+(?:(?:,");
    pattern(&format!(r"^[\s|/,•·–—-]*(?i:(?:published|posted|updated|by|von|am|on)\s+)?{full}[\s|/,•·–—-]*$"))
});

static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    let full = NAMES.replace(")*(?:(?:,", ")+(?:(?:,");
    pattern(&format!(
        r"^(?i:about the author:?|about)?\s*{full},?\s+(?P<between>[^.]*?,\s+)?(?:is|was|has|writes|covers|works|serves|lives|reports|ist|schreibt|arbeitet|est|es|è|é|[-–—])\s"
    ))
});

#[cfg(test)]
mod tests {
    use crate::article::{Block, Draft, Field};
    use crate::read::html::article::Story;

    fn check(line: &str, author: Option<&str>, published: Option<&str>) {
        let mut draft = Draft::default();
        super::read(line, 1.0, &mut draft);
        let first = |field| draft.clues_for(field).map(|clue| clue.value.as_str()).next();
        assert_eq!((first(Field::Author), first(Field::Published)), (author, published), "{line}");
    }

    #[test]
    fn bylines_are_read() {
        check("By Ana Brod", Some("Ana Brod"), None);
        check("Written by: Ana Brod and Ilo Kerr", Some("Ana Brod and Ilo Kerr"), None);
        check("Von Ana Brod am 12.07.2017", Some("Ana Brod"), Some("2017-07-12"));
        check("Autor: Ana Brod", Some("Ana Brod"), None);
        check("By the harbour it was cold", None, None);
        check("By noon it was over", None, None);
        check("AFP, Osk", None, None);
        check("DIY: A table", None, None);
    }

    #[test]
    fn a_line_of_many_names_gives_the_first_of_them() {
        let four = "Ana Brod, Ilo Kerr, Kim Sun, Bo Tarn";
        check(&format!("By {four}"), Some(four), None);
        check(&format!("By {four}, Ida Quell"), Some(four), None);
        check("By Ana Brod, Chief Of The Harbour Of Osk", Some("Ana Brod"), None);
        check("By Ana Brod Ilo Kerr Kim Sun", None, None);
    }

    #[test]
    fn a_line_about_the_author_begins_with_a_name() {
        let name = |text| super::subject(text);
        assert_eq!(name("Ana Brod is a writer"), Some("Ana Brod"));
        assert_eq!(name("Ana Brod, once a sailor on the ferry, is a writer"), Some("Ana Brod"));
        assert_eq!(name("Ana Brod, once a sailor on the ferry and then a farmer on an island, is a writer"), None);
    }

    #[test]
    fn a_press_release_begins_with_its_place_and_day() {
        for (text, day) in [
            ("Osk, 12 July 2017 – The ferry was late.", Some("2017-07-12")),
            ("Osk am See, (12.07.2017). The ferry was late.", Some("2017-07-12")),
            ("On 12 July 2017 the ferry was late.", None),
            ("Osk, 12 July 2017 was a late day.", None),
        ] {
            let blocks = vec![Block::paragraph(text)];
            let mut draft = Draft::default();
            super::dateline(&Story { root: 0, heading: None, blocks, opening: None }, &mut draft);
            assert_eq!(draft.clues_for(Field::Published).map(|clue| clue.value.as_str()).next(), day, "{text}");
        }
    }

    #[test]
    fn a_short_year_stands_in_a_short_line_alone() {
        check("Ana Brod, 8.5.12", Some("Ana Brod"), Some("2012-05-08"));
        check("The program was released as 8.5.12 and is, as all its users will confirm, a good one", None, None);
    }

    #[test]
    fn a_name_beside_a_day_is_a_weak_clue() {
        check("21 January 2022 // Ana Brod", Some("Ana Brod"), Some("2022-01-21"));
        check("Ana Brod, 01.12.2021", Some("Ana Brod"), Some("2021-12-01"));
        check("At the harbour, 1 December 2021", None, Some("2021-12-01"));
    }

    #[test]
    fn a_change_is_no_publication() {
        check("Last updated on 12 July 2017", None, None);
    }
}
