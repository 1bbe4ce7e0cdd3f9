//! Feet: pages that print the name and the day behind each comment.
//!
//! In: the strong heads of a page, and a heading over comments. Out: the same lines as feet, each with the text before it.
//!
//! ```text
//!  2 comments
//!  It rained.                    text of the first
//!  Ida Quell, July 12, 2017      its foot
//!  It did not.                   text of the second
//!  Bo Tarn, July 13, 2017        its foot
//! ```
//! Whether a page has heads or feet is left to `choice`: read the wrong way, one comment is without a text.

use super::choice::{Told, has_text, holds_sentence, is_foot};
use super::head::Head;
use super::heading::Heading;
use super::line::Line;

/// Heads behind a heading, read as feet.
pub(super) fn feet(lines: &[Line], heads: &[Head], heading: &Heading) -> Vec<Told> {
    let mut from = heading.at + 1;
    let mut feet = Vec::new();
    for head in heads.iter().filter(|head| head.at > heading.at) {
        if (from..head.at).any(|at| is_foot(lines, at)) {
            break;
        }
        if has_text(lines, from, head.at) {
            let sentence = holds_sentence(lines, from, head.at);
            feet.push(Told { head: head.clone(), from, end: head.at, sentence });
        }
        from = head.body;
    }
    feet
}

#[cfg(test)]
mod tests {
    use super::feet;
    use crate::read::print::head::head_at;
    use crate::read::print::heading::Heading;
    use crate::read::print::line::lines;

    #[test]
    fn each_foot_takes_the_text_before_it_and_none_behind_a_form() {
        let lines = lines(
            "2 comments\n\nIt rained here.\nIda Quell, July 12, 2017\n\nIt did not.\nBo Tarn, July 13, 2017\n\nPost a comment\n\nName\nCy Ost, July 14, 2017",
        );
        let heads: Vec<_> = (0..lines.len()).filter_map(|at| head_at(&lines, at)).collect();
        let heading = Heading { at: 0, count: Some(2), title: None };
        let feet = feet(&lines, &heads, &heading);
        let told: Vec<_> = feet.iter().map(|foot| (foot.head.name.as_deref(), foot.from, foot.end)).collect();
        assert_eq!(told, [(Some("Ida Quell"), 1, 2), (Some("Bo Tarn"), 3, 4)]);
    }
}
