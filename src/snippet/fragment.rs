//! A passage as the text fragment of an address, so that a browser opens the page at it.
//!
//! In: a text and a passage of it. Out: `text=…` per the specification of URL fragment text directives (WICG): the whole of a
//! short passage, the first and last words of a longer one, each within one line, for a browser looks inside one block.
//!
//! ```text
//!  “The reserve is a strategic buffer, not a savings account,” Soulé told the assembly
//!    ╰──── start ────╯                                         ╰──────── end ────────╯
//! ```

use crate::text::{Span, Word, percent_encoded, words};

/// A passage of so many words is given whole.
const WHOLE: usize = 8;
/// Words given of the beginning and of the end of a longer one.
const EDGE: usize = 4;

/// The text directive that leads to `passage`; none where it holds no word.
#[must_use]
pub fn fragment(text: &str, passage: Span) -> Option<String> {
    let lines = passage.of(text).split(['\n', '\r', '\u{2029}']);
    let lines: Vec<(&str, Vec<Word<'_>>)> =
        lines.map(|line| (line, words(line).collect::<Vec<_>>())).filter(|(_, words)| !words.is_empty()).collect();
    let ((first, first_words), (last, last_words)) = (lines.first()?, lines.last()?);
    if lines.len() == 1 && first_words.len() <= WHOLE {
        return Some(format!("text={}", encoded(stretch(first, first_words)?)));
    }
    let start = stretch(first, first_words.get(..EDGE.min(first_words.len()))?)?;
    let end = stretch(last, last_words.get(last_words.len().saturating_sub(EDGE)..)?)?;
    Some(format!("text={},{}", encoded(start), encoded(end)))
}

/// From the first to the last of some words of a line.
fn stretch<'a>(line: &'a str, words: &[Word<'_>]) -> Option<&'a str> {
    Some(words.first()?.span.join(words.last()?.span).of(line))
}

/// Percent-encoded; `-`, `,` and `&` have a meaning of their own in a directive.
fn encoded(text: &str) -> String {
    percent_encoded(text, |byte| byte.is_ascii_alphanumeric() || b"._~".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::fragment;
    use crate::text::Span;

    fn of(text: &str) -> Option<String> {
        fragment(text, Span::new(0, text.len()))
    }

    #[test]
    fn a_short_passage_is_given_whole_and_a_long_one_by_its_ends() {
        assert_eq!(of("“A strategic buffer.”").as_deref(), Some("text=A%20strategic%20buffer"));
        assert_eq!(
            of("One two three four five six seven eight nine.").as_deref(),
            Some("text=One%20two%20three%20four,six%20seven%20eight%20nine")
        );
    }

    #[test]
    fn no_part_reaches_over_a_lines_end() {
        assert_eq!(of("One two.\n\nThree four.").as_deref(), Some("text=One%20two,Three%20four"));
        assert_eq!(of("\n\nOne two.\r\n — \n").as_deref(), Some("text=One%20two"));
    }

    #[test]
    fn signs_with_a_meaning_are_encoded() {
        assert_eq!(of("US-China, R&D 100% é").as_deref(), Some("text=US%2DChina%2C%20R%26D%20100%25%20%C3%A9"));
    }

    #[test]
    fn without_a_word_there_is_none() {
        assert_eq!((of(""), of("— …\n!")), (None, None));
    }
}
