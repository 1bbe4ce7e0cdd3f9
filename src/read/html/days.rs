//! Finds the day inside a short text, as it is written there.
//!
//! In: the text of a small element or the value of an attribute. Out: the words of a day. Reading them is left to `text`,
//! deciding which day counts to `enrich`.

use super::page::{At, Page};
use crate::text::{Stamp, find_days};
use regex::{Captures, Regex};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Longest text that is taken for a line with a day.
const LONGEST: usize = 120;

/// The words of the first day inside a short text.
pub(super) fn written(text: &str) -> Option<String> {
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    if Stamp::parse(text).is_some_and(|stamp| stamp.value.len() >= 10) {
        return Some(text.to_owned());
    }
    // `07/08/2017` is settled later, from the whole thread.
    let text = with_two_digits(text);
    let days = find_days(&text, Some(true)).into_iter().chain(find_days(&text, Some(false)));
    let (span, _) = days.filter(|(_, stamp)| stamp.value.len() >= 10).min_by_key(|(span, _)| span.from)?;
    text.get(span.from..span.to).map(str::to_owned)
}

/// The words of the first day inside a short element, whose parts may stand apart on the screen alone.
pub(super) fn written_in(page: &Page<'_>, at: At) -> Option<String> {
    written(&page.text(at)).or_else(|| {
        let parts: Vec<&str> = page.shown(page.subtree(at)).filter_map(|node| page.own_text(node)).collect();
        written(parts.join(" ").trim())
    })
}

/// `2.11.22` as `02.11.22`: where a day is due it is no version number.
pub(super) fn with_two_digits(text: &str) -> Cow<'_, str> {
    static SHORT: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"(?P<before>^|[\s,(])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{2})(?P<after>$|[\s,)])";
        Regex::new(pattern).expect("the pattern is a constant and covered by tests")
    });
    SHORT.replace(text, |found: &Captures<'_>| {
        let part = |name| found.name(name).map_or("", |part| part.as_str());
        format!("{}{:0>2}.{:0>2}.{}{}", part("before"), part("day"), part("month"), part("year"), part("after"))
    })
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn days_are_read_and_other_words_are_not() {
        assert_eq!(written("July 12, 2017 at 3:15 pm").as_deref(), Some("July 12, 2017 at 3:15 pm"));
        assert_eq!(written("Ana | 07/08/2017 | Permalink").as_deref(), Some("07/08/2017"));
        assert_eq!(written("Culture, 2.11.22").as_deref(), Some("02.11.22"));
        assert_eq!(written("Permalink"), None);
        assert_eq!(written("1"), None);
    }
}
