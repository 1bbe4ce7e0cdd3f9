//! An answer as Markdown, to be pasted into notes.
//!
//! In: an [`Answer`]. Out: a numbered list: title, credit line, passages as quotations with what matched in bold, source.

use super::harmless::one_line;
use super::passage::credit;
use crate::ask::{Answer, Hit, Snippet};
use std::io::{self, Write};

/// Hits as a numbered list.
///
/// # Errors
/// When it cannot be written.
pub fn answer_markdown(out: &mut dyn Write, answer: &Answer, offset: usize) -> io::Result<()> {
    for (rank, hit) in (offset + 1..).zip(&answer.hits) {
        for hit in [hit].into_iter().chain(&hit.group) {
            entry(out, rank, hit)?;
        }
    }
    Ok(())
}

fn entry(out: &mut dyn Write, rank: usize, hit: &Hit) -> io::Result<()> {
    let title = hit.title.as_ref().or(hit.thread_title.as_ref()).map_or("no title", String::as_str);
    let title = match &hit.url {
        Some(url) => format!("[{}](<{}>)", plain(title), one_line(url).replace(['<', '>'], "")),
        None => plain(title),
    };
    let credit = credit(&hit.authors, hit.date.as_ref(), hit.kind, hit.answers.as_deref(), hit.depth);
    writeln!(out, "{rank}. **{title}**  ")?;
    writeln!(out, "   {}", plain(&credit))?;
    for snippet in &hit.snippets {
        writeln!(out, "\n   > {}", marked(snippet))?;
    }
    writeln!(out, "\n   {} · {}\n", plain(&hit.path), plain(&hit.short))
}

/// A passage on one line with its marks in bold.
fn marked(snippet: &Snippet) -> String {
    let piece = |from: usize, to: usize| snippet.text.get(from..to).unwrap_or_default();
    let mut line = String::new();
    let mut at = 0;
    for mark in &snippet.highlights {
        line.push_str(&plain(piece(at, mark.from)));
        line.push_str(&format!("**{}**", plain(piece(mark.from, mark.to))));
        at = mark.to;
    }
    line + &plain(piece(at, snippet.text.len()))
}

/// Text on one line, with every character that Markdown would take for its own made plain. Blanks at both ends stay.
fn plain(text: &str) -> String {
    let mut line = String::new();
    for c in super::harmless::harmless(&text.replace(['\n', '\r', '\t', '\u{2029}'], " ")).chars() {
        if c.is_ascii_punctuation() && "\\`*_[]<>#|~&".contains(c) {
            line.push('\\');
        }
        line.push(c);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::answer_markdown;
    use crate::article::Person;
    use crate::ask::{Answer, Hit, Snippet};
    use crate::text::Span;

    #[test]
    fn a_hit_is_an_entry_with_its_passage_quoted() {
        let snippet = Snippet {
            text: "The *buffer* holds\nwell.".to_owned(),
            highlights: vec![Span::new(5, 11)],
            source: Span::new(0, 24),
            opening: false,
        };
        let hit = Hit {
            title: Some("A [draft]".to_owned()),
            url: Some("https://example.org/a".to_owned()),
            authors: vec![Person::new("Ann Marsh", "x", 1.0)],
            path: "a_b.html".to_owned(),
            short: "pk7azkq".to_owned(),
            snippets: vec![snippet],
            ..Hit::default()
        };
        let mut out = Vec::new();
        answer_markdown(&mut out, &Answer { hits: vec![hit], ..Answer::default() }, 2).expect("written");
        let expected = "3. **[A \\[draft\\]](<https://example.org/a>)**  \n   Ann Marsh · no day · article\n\n   \
                        > The \\***buffer**\\* holds well.\n\n   a\\_b.html · pk7azkq\n\n";
        assert_eq!(String::from_utf8(out).expect("text"), expected);
    }
}
