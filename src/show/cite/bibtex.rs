//! A citation as a BibTeX entry.
//!
//! In: a [`Citation`]. Out: an entry `@misc` in which every sign that TeX obeys is written as the letter it is, and braces
//! always come in pairs.

use super::{passage, place, title};
use crate::ask::Citation;
use crate::show::harmless::one_line;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(super) fn entry(citation: &Citation) -> String {
    let braced = |text: &str| format!("{{{}}}", escaped(text));
    let mut fields: Vec<(&str, String)> = Vec::new();
    let names: Vec<String> = citation.authors.iter().map(|name| name_of(&one_line(name))).collect();
    if !names.is_empty() {
        fields.push(("author", format!("{{{}}}", names.join(" and "))));
    }
    // a second pair of braces keeps the capitals
    fields.push(("title", format!("{{{}}}", braced(&title(citation)))));
    let parts = citation.date.as_ref().map(|date| date.parts()).unwrap_or_default();
    fields.extend(parts.first().map(|year| ("year", format!("{{{year}}}"))));
    fields.extend(parts.get(1).and_then(|month| month_of(*month)).map(|month| ("month", month.to_owned())));
    fields.extend(parts.get(2).map(|day| ("day", format!("{{{day}}}"))));
    fields.extend(citation.site.as_ref().map(|site| ("howpublished", braced(&one_line(site)))));
    fields.extend(citation.url.as_ref().map(|url| ("url", format!("{{{}}}", address(&one_line(url))))));
    fields.extend(citation.language.as_ref().map(|language| ("langid", braced(&one_line(language)))));
    fields.push(("note", braced(&place(citation))));
    let passage = passage(citation);
    if !passage.is_empty() {
        fields.push(("annote", braced(&format!("“{passage}”"))));
    }
    let lines: Vec<String> = fields.iter().map(|(name, value)| format!("  {name} = {value}")).collect();
    format!("@misc{{{},\n{}\n}}\n", key(&citation.id), lines.join(",\n"))
}

fn month_of(month: i16) -> Option<&'static str> {
    MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?).copied()
}

/// A name; in braces where BibTeX would take it apart at a comma or `and`.
fn name_of(name: &str) -> String {
    let is_apart = name.contains(',') || name.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
    if is_apart { format!("{{{}}}", escaped(name)) } else { escaped(name) }
}

/// A key holds no sign that BibTeX reads.
fn key(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.:".contains(c) { c } else { '-' }).collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // BibTeX counts braces behind a backslash too, so a lone one is named
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '<' => out.push_str("\\textless{}"),
            '>' => out.push_str("\\textgreater{}"),
            '$' | '&' | '%' | '#' | '_' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// An address stays as it is, but for what would end the field.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::{entry, escaped};

    #[test]
    fn every_sign_that_tex_obeys_is_a_letter() {
        let shown = entry(&sample());
        let expected = r"@misc{pk7azkq,
  author = {Ann Marsh and {Marsh and Sons, Ltd}},
  title = {{Tolls \& \textbraceleft{}levies\textbraceright{}: 100\% \#1\_a}},
  year = {2017},
  month = jul,
  howpublished = {The Lake Post},
  url = {https://lake.example.org/a_b?c=1&d=%7Be%7D#f},
  langid = {en},
  note = {bytes 10–28 of pk7azkq, lake/toll.html},
  annote = {“A *toll* is a tax.”}
}
";
        assert_eq!(shown, expected);
    }

    #[test]
    fn braces_are_always_in_pairs() {
        for text in ["{", "}", "}{", "a\\}b", "\\{", "~^$<>", "{{{"] {
            let (mut open, mut least) = (0_i32, 0);
            for c in escaped(text).chars() {
                open += i32::from(c == '{') - i32::from(c == '}');
                least = least.min(open);
            }
            assert_eq!((open, least), (0, 0), "{text}");
        }
    }

    #[test]
    fn without_a_day_nothing_is_said_of_it() {
        let shown = entry(&crate::ask::Citation { date: None, authors: Vec::new(), ..sample() });
        assert!(!shown.contains("year") && !shown.contains("month") && !shown.contains("author"), "{shown}");
    }
}
