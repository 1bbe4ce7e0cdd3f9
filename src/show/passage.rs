//! Credit lines and paragraphs: what every form of text shows of a statement.
//!
//! In: a statement's fields. Out: one line of names, day, kind and whom it answers; where the paragraphs of its text stand.

use super::harmless::one_line;
use crate::article::{Kind, Person, When};
use crate::text::Span;

/// Names, day, kind, and whom a comment answers.
pub(super) fn credit(
    authors: &[Person],
    date: Option<&When>,
    kind: Kind,
    answers: Option<&str>,
    depth: Option<u32>,
) -> String {
    let names: Vec<String> = authors.iter().map(|author| one_line(&author.name)).collect();
    let byline = if names.is_empty() { "no name".to_owned() } else { names.join(", ") };
    let day = date.map_or("no day", When::day_text);
    let to = match (kind, answers, depth) {
        (Kind::Article, ..) => String::new(),
        (_, Some(name), _) => format!(", answers {}", one_line(name)),
        (_, None, Some(0)) => ", answers the article".to_owned(),
        (_, None, _) => ", answers a nameless comment".to_owned(),
    };
    format!("{byline} · {day} · {kind}{to}")
}

/// Where the paragraphs of a text stand: a line of white space alone, or U+2029, parts them.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let (mut at, mut goes_on) = (0, false);
    for line in text.split_inclusive(['\n', '\u{2029}']) {
        let span = Span::new(at, at + line.len());
        at = span.to;
        let is_blank = line.trim().is_empty();
        match out.last_mut().filter(|_| goes_on) {
            _ if is_blank => {}
            Some(last) => *last = last.join(span),
            None => out.push(span),
        }
        goes_on = !is_blank && !line.ends_with('\u{2029}');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{credit, paragraphs};
    use crate::article::{Kind, Person, When};
    use crate::text::Stamp;

    #[test]
    fn a_credit_line_names_authors_day_kind_and_whom_it_answers() {
        let ann = [Person::new("Ann  Marsh\u{7}", "x", 1.0), Person::new("Bo", "x", 1.0)];
        let month = When::new(Stamp::parse("2017-07").expect("a month"), "x", 1.0);
        for (authors, date, kind, answers, depth, line) in [
            (&ann[..], Some(&month), Kind::Article, None, None, "Ann Marsh␇, Bo · 2017-07 · article"),
            (&[], None, Kind::Article, Some("Cy"), None, "no name · no day · article"),
            (&[], None, Kind::Comment, Some("Cy\nDunn"), Some(0), "no name · no day · comment, answers Cy Dunn"),
            (&[], None, Kind::Comment, None, Some(0), "no name · no day · comment, answers the article"),
            (&[], None, Kind::Comment, None, Some(3), "no name · no day · comment, answers a nameless comment"),
            (&[], None, Kind::Pingback, None, Some(0), "no name · no day · pingback, answers the article"),
        ] {
            assert_eq!(credit(authors, date, kind, answers, depth), line);
        }
    }

    #[test]
    fn paragraphs_stand_where_the_word_rules_part_them() {
        for (text, expected) in [
            ("one\ntwo", &["one\ntwo"][..]),
            ("one\n\ntwo", &["one", "two"]),
            ("\n\n one \r\n \t\r\n two\n", &["one", "two"]),
            ("one\u{2029}two\nthree\u{2029}", &["one", "two\nthree"]),
            (" \n ", &[]),
            ("", &[]),
        ] {
            let found: Vec<&str> = paragraphs(text).into_iter().map(|span| span.of(text).trim()).collect();
            assert_eq!(found, expected, "{}", text.escape_debug());
        }
    }
}
