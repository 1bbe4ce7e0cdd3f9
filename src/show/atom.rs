//! An answer as an Atom feed (RFC 4287), for a feed reader.
//!
//! In: an [`Answer`] and what the feed is called. Out: one entry a hit. A part-date stands at its first day, an undated statement
//! at the day of the feed, for an entry must have a time; its credit line says what is known.

use super::answer::title_of;
use super::harmless::harmless;
use super::passage::credit;
use crate::article::{Kind, When};
use crate::ask::{Answer, Hit};
use crate::text::{Day, Precision, percent_encoded};
use std::io::{self, Write};

/// Writes the feed of a search with this name, made on this day.
///
/// # Errors
/// When it cannot be written.
pub fn answer_atom(out: &mut dyn Write, answer: &Answer, name: &str, today: Day) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">")?;
    writeln!(out, "  <id>urn:byline:search:{}</id>", encoded(name))?;
    writeln!(out, "  <title>byline: {}</title>", escaped(name))?;
    writeln!(out, "  <subtitle>{}</subtitle>", escaped(&answer.understood))?;
    writeln!(out, "  <updated>{today}T00:00:00Z</updated>")?;
    for hit in &answer.hits {
        entry(out, hit, today)?;
    }
    writeln!(out, "</feed>")
}

fn entry(out: &mut dyn Write, hit: &Hit, today: Day) -> io::Result<()> {
    let title = match hit.kind {
        Kind::Article => title_of(hit),
        Kind::Comment => format!("Comment on “{}”", title_of(hit)),
        Kind::Pingback => format!("Pingback to “{}”", title_of(hit)),
    };
    writeln!(out, "  <entry>\n    <id>urn:byline:statement:{}</id>", encoded(&hit.id))?;
    writeln!(out, "    <title>{}</title>", escaped(&title))?;
    writeln!(out, "    <updated>{}</updated>", time(hit.date.as_ref(), today))?;
    if hit.authors.is_empty() {
        writeln!(out, "    <author><name>no name</name></author>")?;
    }
    for author in &hit.authors {
        writeln!(out, "    <author><name>{}</name></author>", escaped(&author.name))?;
    }
    let is_web = |url: &&String| url.starts_with("http://") || url.starts_with("https://");
    if let Some(url) = hit.url.as_ref().filter(is_web) {
        writeln!(out, "    <link href=\"{}\"/>", escaped(url))?;
    }
    writeln!(out, "    <category term=\"{}\"/>", hit.kind)?;
    let credit = credit(&hit.authors, hit.date.as_ref(), hit.kind, hit.answers.as_deref(), hit.depth);
    writeln!(out, "    <summary>{}</summary>", escaped(&credit))?;
    let passages: Vec<&str> = hit.snippets.iter().map(|snippet| snippet.text.as_str()).collect();
    writeln!(out, "    <content>{}</content>\n  </entry>", escaped(&passages.join(" … ")))
}

/// A time as RFC 3339 has it.
fn time(date: Option<&When>, today: Day) -> String {
    let first = date.and_then(When::period).map_or(today, |period| period.first);
    match date.filter(|date| date.precision == Precision::Minute) {
        Some(date) if date.value.len() > "2017-07-12T23:30:00".len() => date.value.clone(),
        Some(date) => format!("{}Z", date.value),
        None => format!("{first}T00:00:00Z"),
    }
}

/// Text as XML: no markup, and no character that XML forbids.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in harmless(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// A name as part of a URN.
fn encoded(name: &str) -> String {
    percent_encoded(name, |byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::{answer_atom, time};
    use crate::article::{Person, When};
    use crate::ask::{Answer, Hit};
    use crate::text::{Day, Stamp};

    fn today() -> Day {
        Day::from_ymd(2019, 6, 1).expect("a day")
    }

    #[test]
    fn no_text_of_a_page_is_markup_or_forbidden() {
        let hit = Hit {
            id: "a/1 é".to_owned(),
            title: Some("A <b>toll</b> & a \"levy\" \u{1}\u{ffff}".to_owned()),
            authors: vec![Person::new("A & B", "x", 1.0)],
            url: Some("https://a.org/?a=1&b=\"2\"".to_owned()),
            ..Hit::default()
        };
        let mut out = Vec::new();
        answer_atom(&mut out, &Answer { hits: vec![hit], ..Answer::default() }, "my <toll>", today()).expect("written");
        let text = String::from_utf8(out).expect("text");
        for piece in [
            "<id>urn:byline:search:my%20%3Ctoll%3E</id>",
            "<title>byline: my &lt;toll&gt;</title>",
            "<id>urn:byline:statement:a%2F1%20%C3%A9</id>",
            "<title>A &lt;b&gt;toll&lt;/b&gt; &amp; a &quot;levy&quot; ␁\u{fffd}</title>",
            "<link href=\"https://a.org/?a=1&amp;b=&quot;2&quot;\"/>",
            "<author><name>A &amp; B</name></author>",
        ] {
            assert!(text.contains(piece), "{piece} in {text}");
        }
    }

    #[test]
    fn every_entry_has_a_time() {
        for (written, shown) in [
            ("2017", "2017-01-01T00:00:00Z"),
            ("2017-07-12", "2017-07-12T00:00:00Z"),
            ("2017-07-12T23:30", "2017-07-12T23:30:00Z"),
            ("2017-07-12T23:30-08:00", "2017-07-12T23:30:00-08:00"),
        ] {
            assert_eq!(time(Some(&When::new(Stamp::parse(written).expect("a day"), "x", 1.0)), today()), shown);
        }
        assert_eq!(time(None, today()), "2019-06-01T00:00:00Z");
    }
}
