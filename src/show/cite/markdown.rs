//! A citation as Markdown: the passage as a block quotation, and a line that says whose it is.
//!
//! In: a [`Citation`]. Out: text in which no sign of the page is markup.

use super::{passage, place, title};
use crate::article::When;
use crate::ask::Citation;
use crate::show::harmless::one_line;
use crate::text::Precision;

pub(super) fn quotation(citation: &Citation) -> String {
    let names: Vec<String> = citation.authors.iter().map(|name| one_line(name)).collect();
    let byline = if names.is_empty() { "no name".to_owned() } else { names.join(", ") };
    let mut parts = vec![escaped(&byline), format!("*{}*", escaped(&title(citation)))];
    parts.extend(citation.site.as_ref().map(|site| escaped(&one_line(site))));
    parts.push(day(citation.date.as_ref()));
    parts.extend(citation.url.as_ref().map(|url| format!("<{}>", address(url))));
    let line = format!("— {} ({})\n", parts.join(", "), escaped(&place(citation)));
    match passage(citation) {
        passage if passage.is_empty() => line,
        passage => format!("> {}\n>\n> {line}", escaped(&passage)),
    }
}

fn day(date: Option<&When>) -> String {
    match date {
        None => "no day".to_owned(),
        Some(date) => match date.precision {
            Precision::Year => format!("{}, month and day unknown", date.day_text()),
            Precision::Month => format!("{}, day unknown", date.day_text()),
            Precision::Day | Precision::Minute => date.day_text().to_owned(),
        },
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#|~&".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    // a paragraph that begins with a number and a full stop, a plus or a dash is a list
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marker = text.get(digits..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
    if (digits > 0 && ".)".contains(marker)) || (digits == 0 && "+-=".contains(marker)) {
        out.insert(digits, '\\');
    }
    out
}

fn address(url: &str) -> String {
    one_line(url).replace('<', "%3C").replace('>', "%3E").replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::{escaped, quotation};

    #[test]
    fn the_passage_is_quoted_and_its_source_named() {
        let expected = r"> A \*toll\* is a tax.
>
> — Ann Marsh, Marsh and Sons, Ltd, *Tolls \& {levies}: 100% \#1\_a*, The Lake Post, 2017-07, day unknown, <https://lake.example.org/a_b?c=1&d={e}#f> (bytes 10–28 of pk7azkq, lake/toll.html)
";
        assert_eq!(quotation(&sample()), expected);
    }

    #[test]
    fn no_sign_of_the_page_is_markup() {
        for (text, shown) in
            [("1. x", "1\\. x"), ("- x", "\\- x"), ("+x", "\\+x"), ("[a](b)", "\\[a\\](b)"), ("2017 was", "2017 was")]
        {
            assert_eq!(escaped(text), shown);
        }
    }
}
