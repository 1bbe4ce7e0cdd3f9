//! Days that a page labels as its day of publication, wherever they stand: "Published 12 July 2017", "Erstellt am
//! 12.07.2017", a definition list of *Datum* and *12.07.2017*.
//!
//! In: the elements that speak of this page, where nothing nearer to the heading gave a day. Out: a clue, where all labels
//! of the page stand for one day. Marks and the lines around the heading are left to `visible` and `lines`.

use super::super::page::{At, Page, head};
use super::{CHANGED, visible};
use crate::article::{Draft, Field};
use crate::text::{Stamp, find_days};
use regex::Regex;
use std::sync::LazyLock;

/// Nodes of an element that is still a line.
const MOST_NODES: usize = 24;
/// Bytes of a line.
const LONGEST: usize = 160;
/// Words between a label and its day: a name, a weekday.
const BETWEEN: usize = 48;

/// What a label says, at the end of the text before a day.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    let labels = "published|posted|written|created|date|released|issued|online since|veröffentlicht|erstellt|gespeichert|geschrieben|\
                  wurde|von|by|verfasst|eingestellt|publiziert|datum|publié|mise? en ligne|posté|rédigé|écrit|\
                  publicado|publicada|fecha|pubblicato|pubblicata|data|scritto|publicerad|publicerat|publisert|offentliggjort|geplaatst|\
                  gepubliceerd|opublikowano|dodano|опубликовано|дата";
    let pattern = format!(r"(?i)(?:^|[^\p{{L}}-])(?:{labels})(?:[^\p{{L}}]|$)[^\n]{{0,{BETWEEN}}}$");
    Regex::new(&pattern).expect("the pattern is a constant and covered by tests")
});

/// A sentence that an article says of itself: "This entry was posted on …", "Dieser Beitrag wurde am … veröffentlicht".
static OF_ITSELF: LazyLock<Regex> = LazyLock::new(|| {
    let subjects = "this (?:entry|post|article|item|story)|dieser (?:beitrag|artikel|eintrag)|cet article|este (?:artículo|artigo|post)|\
                    questo articolo|dit (?:artikel|bericht)";
    Regex::new(&format!(r"(?i)^\s*(?:{subjects})\s")).expect("the pattern is a constant and covered by tests")
});

/// Collects the clues; `worth` is the share that they keep of their usual one.
pub(super) fn collect(page: &Page<'_>, elements: &[At], worth: f32, draft: &mut Draft) {
    let itself: Vec<At> = elements.iter().copied().filter(|at| is_of_itself(page, *at)).collect();
    let lines = if itself.is_empty() { elements } else { &itself };
    let days: Vec<(Field, Stamp)> = lines.iter().flat_map(|at| labelled(&line(page, *at))).collect();
    for (field, confidence) in [(Field::Published, 0.5), (Field::Modified, 0.65)] {
        let mut own = days.iter().filter(|(of, _)| *of == field).map(|(_, day)| day);
        if let Some(first) = own.next().filter(|first| own.all(|day| day.period == first.period)) {
            draft.clue(field, &first.value, "labelled day", confidence * worth);
        }
    }
    let marked: Vec<String> = elements.iter().filter_map(|at| visible::marked_day(page, *at)).collect();
    if let Some(first) = marked.first().filter(|first| marked.iter().all(|day| day.get(..10) == first.get(..10))) {
        draft.clue(Field::Published, first, "only day", 0.4 * worth);
    }
}

fn is_of_itself(page: &Page<'_>, at: At) -> bool {
    page.own_text(at + 1).is_some_and(|text| OF_ITSELF.is_match(text))
}

/// The text of an element that is a line: a short one, or the first words of what the article says of itself.
fn line(page: &Page<'_>, at: At) -> String {
    if is_of_itself(page, at) {
        return head(&page.text(at), LONGEST).to_owned();
    }
    if page.subtree(at).len() > MOST_NODES {
        return String::new();
    }
    let text = page.text(at);
    if text.len() <= LONGEST { text } else { String::new() }
}

/// Days of a line that stand behind a label, of publication or of a change.
fn labelled(text: &str) -> Vec<(Field, Stamp)> {
    let mut from = 0;
    let mut found = Vec::new();
    for (span, stamp) in find_days(text, None) {
        let before = text.get(from..span.from).unwrap_or_default();
        let field = if CHANGED.is_match(before) { Field::Modified } else { Field::Published };
        if stamp.value.len() >= 10 && (field == Field::Modified || LABEL.is_match(before)) {
            found.push((field, stamp));
        }
        from = span.to;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{collect, labelled};
    use crate::article::{Draft, Field};
    use crate::read::html::page::Page;

    #[test]
    fn a_label_before_a_day_makes_it_the_day_of_publication() {
        for (text, day) in [
            ("Published July 12, 2017", Some("2017-07-12")),
            ("Gespeichert von rasos am 12. Juli 2017 - 18:55", Some("2017-07-12T18:55:00")),
            ("Dieser Artikel wurde am 12. Juli 2017 von Ada geschrieben", Some("2017-07-12")),
            ("Mise en ligne 12 juillet 2017", Some("2017-07-12")),
            ("Datum: 12.07.2017", Some("2017-07-12")),
            ("Last updated July 12, 2017", None),
            ("Published by Ada, updated July 12, 2017", None),
            ("Candidate since July 12, 2017", None),
            ("July 12, 2017", None),
        ] {
            let found = labelled(text);
            let published = found.iter().find(|(field, _)| *field == Field::Published);
            assert_eq!(published.map(|(_, stamp)| stamp.value.as_str()), day, "{text}");
        }
    }

    fn clue(html: &str) -> Option<String> {
        let tree = scraper::Html::parse_document(html);
        let page = Page::new(&tree);
        let elements: Vec<_> = page.all().filter(|at| page.is_element(*at)).collect();
        let mut draft = Draft::default();
        collect(&page, &elements, 1.0, &mut draft);
        draft.clues_for(Field::Published).next().map(|clue| clue.value.clone())
    }

    #[test]
    fn a_label_and_its_day_may_stand_in_two_elements() {
        assert_eq!(clue("<dl><dt>Datum</dt><dd>12.01.2017</dd></dl>").as_deref(), Some("2017-01-12"));
    }

    #[test]
    fn what_an_article_says_of_itself_stands_over_other_labels() {
        let links = "<a href=/x>ferries</a>, ".repeat(20);
        let html = format!(
            "<p>Posted on July 1, 2017</p><p>Posted on July 2, 2017</p>\
             <p>This entry was posted on Wednesday, July 12th, 2017 and is filed under {links}<br>Published May 1, 2015</p>"
        );
        assert_eq!(clue(&html).as_deref(), Some("2017-07-12"));
    }

    #[test]
    fn labels_of_several_days_are_those_of_teasers() {
        assert_eq!(clue("<p>Posted on July 12, 2017</p><p>Posted on July 13, 2017</p>"), None);
        assert_eq!(clue("<p>Posted on July 12, 2017</p><p>Posted: July 12, 2017</p>").as_deref(), Some("2017-07-12"));
    }

    #[test]
    fn the_only_time_of_a_page_is_a_weak_clue() {
        assert_eq!(clue("<time datetime=2017-07-12>today</time>").as_deref(), Some("2017-07-12"));
        assert_eq!(clue("<time datetime=2017-07-12></time><time datetime=2018-07-12></time>"), None);
    }
}
