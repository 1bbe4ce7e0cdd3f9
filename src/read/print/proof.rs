//! Proof: what else on the page says that a run of heads heads comments, and no list of other pages.
//!
//! In: lines, and the choice of heads. Out: whether the page bears it out. News pages list other pages as names (of
//! sections) and days with a teaser below; articles number their chapters. Comments have a heading over them which counts
//! them or stands near, or buttons to answer them, or a form for one more.

use super::choice::{Choice, Told};
use super::head::Shape;
use super::line::{Line, Marker};
use super::words::{is_button, is_comment_word, is_ending, is_reply};

/// Lines between a heading and the first head: the form may stand there.
pub(super) const NEAR: usize = 30;

/// Lines between a heading without a count and points of a list that nothing else tells from any other list.
const RIGHT_UNDER: usize = 5;

/// Lines behind the last comment and before the first in which a form may stand.
const AROUND: usize = 12;

/// Whether the page bears out that these are comments.
pub(super) fn bears_out(lines: &[Line], choice: &Choice) -> bool {
    let Some(first) = choice.heads.first().map(|told| &told.head) else { return false };
    let is_weak = matches!(first.shape, Shape::Listed | Shape::Nameless | Shape::Dayed);
    let is_headed = choice.heading.as_ref().is_some_and(|heading| {
        let distance = first.at - heading.at;
        match heading.count {
            Some(count) => count == choice.heads.len() || count > 0 && distance <= NEAR,
            None if first.shape == Shape::Nameless => false,
            None => distance <= if is_weak { RIGHT_UNDER } else { NEAR },
        }
    });
    let is_none = choice.heading.as_ref().is_some_and(|heading| heading.count == Some(0));
    !is_none && (is_headed || first.shape == Shape::Says || is_of_people(lines, choice) || is_answered(lines, choice))
}

/// Words of a name that no chapter of an article has.
const NAME: usize = 3;

/// Bullets with short names behind an article that is longer than what they say, as an embedded thread is printed.
fn is_of_people(lines: &[Line], choice: &Choice) -> bool {
    let is_person = |told: &Told| {
        let name = told.head.name.as_deref().unwrap_or("");
        told.head.marker == Some(Marker::Bullet) && name.split_whitespace().count() <= NAME
    };
    let (Some(first), Some(last)) = (choice.heads.first(), choice.heads.last()) else { return false };
    let words = |from: usize, to: usize| -> usize {
        let lines = lines.get(from..to).unwrap_or(&[]).iter();
        lines.filter(|line| line.marker.is_none()).map(|line| line.text.split_whitespace().count()).sum()
    };
    first.head.shape == Shape::Listed
        && choice.heads.iter().all(is_person)
        && words(0, first.head.at) > words(first.head.at, last.end)
}

/// Buttons to answer among the comments, or a form around them.
fn is_answered(lines: &[Line], choice: &Choice) -> bool {
    let (Some(first), Some(last)) = (choice.heads.first(), choice.heads.last()) else { return false };
    let (from, to) = (first.head.at.min(first.from), last.end.max(last.head.body));
    let among = |from: usize, to: usize| lines.get(from..to.min(lines.len())).unwrap_or(&[]).iter();
    among(from, to + 3).any(|line| is_button(&line.key) && is_reply(&line.key))
        || among(from.saturating_sub(AROUND), from).chain(among(to, to + AROUND)).any(is_form)
}

/// A line that opens or closes a form for comments.
pub(super) fn is_form(line: &Line) -> bool {
    is_ending(&line.key) && line.key.split(' ').any(is_comment_word)
}

#[cfg(test)]
mod tests {
    use crate::read::print::line::lines;
    use crate::read::print::thread;

    fn count(text: &str) -> usize {
        let lines = lines(text);
        thread::find(&lines, usize::MAX).map_or(0, |thread| thread.comments.len())
    }

    const ARTICLE: &str = "The dam of Tarn broke in the night, and in the morning the lower town stood in the water.\n\n\
         Nobody was hurt, as the town had been asked to leave on the evening before by the keeper of the dam.\n\n";

    const TEASERS: &str = "Weather\n12 July 2017\n\nIt will rain on the lake until the end of the week.\n\n\
         Letters\n11 July 2017\n\nWho keeps the keepers of the dam, asks a reader.\n\n";

    #[test]
    fn other_pages_with_sections_and_days_are_no_comments() {
        assert_eq!(count(&format!("{ARTICLE}More news\n\n{TEASERS}")), 0);
        assert_eq!(count(&format!("{ARTICLE}0 comments\n\n{TEASERS}")), 0);
    }

    #[test]
    fn a_heading_a_button_or_a_form_bears_heads_out() {
        assert_eq!(count(&format!("{ARTICLE}Comments\n\n{TEASERS}")), 2);
        assert_eq!(count(&format!("{ARTICLE}{}", TEASERS.replace("week.", "week.\nReply"))), 2);
        assert_eq!(count(&format!("{ARTICLE}{TEASERS}Leave a comment\n")), 2);
    }

    #[test]
    fn chapters_of_an_article_are_no_comments() {
        let chapters =
            "1. Rain\n\nIt rained for three days on the lake.\n\n2. The wall\n\nThe wall was older than the town.\n\n";
        assert_eq!(count(&format!("{ARTICLE}{chapters}{ARTICLE}")), 0);
    }
}
