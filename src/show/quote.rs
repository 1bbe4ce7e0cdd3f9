//! What became of a quotation, as text, JSON, lines of JSON and CSV.
//!
//! In: a [`Checked`]. Out: the verdict, who says it, and the difference word by word: in colours, else as `[-quotation-]` and
//! `{+text+}`.

use super::answer::{line as json_line, place_of, title_of};
use super::harmless::{harmless_json, one_line};
use super::paper::{Paper, Styled};
use super::passage::credit;
use super::plural::counted;
use super::rows::{Rows, json_error};
use crate::article::When;
use crate::ask::{Checked, CheckedHit, CheckedPiece, CheckedPlace, PieceKind, Verdict};
use crate::snippet::quote::Whose;
use std::io::{self, Write};

/// The verdict, then each statement with its passage or difference.
///
/// # Errors
/// When it cannot be written.
pub fn checked_text(paper: &mut Paper<'_>, checked: &Checked, offset: usize) -> io::Result<()> {
    let statements = counted(checked.total, "statement");
    let verdict = match checked.verdict {
        Verdict::Verbatim => format!("found word for word in {statements}"),
        Verdict::Altered => format!("not found word for word; something like it stands in {statements}"),
        Verdict::Missing => "not found".to_owned(),
    };
    paper.line(&paper.strong(&verdict))?;
    for (rank, checked_hit) in (offset + 1..).zip(&checked.hits) {
        paper.line("")?;
        hit_text(paper, rank, checked_hit, checked.verdict)?;
    }
    Ok(())
}

fn hit_text(paper: &mut Paper<'_>, rank: usize, checked: &CheckedHit, verdict: Verdict) -> io::Result<()> {
    let hit = &checked.hit;
    let number = format!("{rank}.");
    paper.line(&format!("{number:<3} {}", paper.strong(&title_of(hit))))?;
    let credit = credit(&hit.authors, hit.date.as_ref(), hit.kind, hit.answers.as_deref(), hit.depth);
    paper.line(&format!("    {credit} · {}", whose(&checked.places)))?;
    match verdict {
        Verdict::Altered => {
            for place in &checked.places {
                paper.styled_words(&difference(paper, &place.pieces), "    ")?;
            }
        }
        _ => {
            for snippet in &hit.snippets {
                paper.paragraph(&snippet.text, &snippet.highlights, "    ")?;
            }
        }
    }
    paper.place_line("    ", &place_of(hit))
}

/// Whose words they are, how many times, how like.
fn whose(places: &[CheckedPlace]) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    for place in places {
        let kind = match place.whose {
            Whose::Own => "own words",
            Whose::Quoted => "quoted words",
            Whose::Both => "partly quoted words",
        };
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let mut said = kinds.join(" and ");
    if places.len() > 1 {
        said.push_str(&format!(", {}", counted(places.len(), "place")));
    }
    let likest = places.iter().map(|place| place.likeness).fold(0.0, f32::max);
    if likest < 1.0 {
        said.push_str(&format!(" · {:.0} % alike", likest * 100.0));
    }
    said
}

fn difference(paper: &Paper<'_>, pieces: &[CheckedPiece]) -> Vec<Styled> {
    let mut words: Vec<Styled> = Vec::new();
    for piece in pieces {
        let quotation = piece.quotation.as_deref().unwrap_or("");
        let text = piece.text.as_deref().unwrap_or("");
        match piece.is {
            PieceKind::Same => words.extend(paper.plain(text)),
            PieceKind::Added => words.extend(paper.dropped(quotation)),
            PieceKind::Missing => words.extend(paper.put_in(text)),
            PieceKind::Skipped => words.extend(paper.plain("[…]")),
            PieceKind::Changed => {
                words.extend(paper.dropped(quotation));
                let mut put_in = paper.put_in(text);
                put_in.iter_mut().take(1).for_each(|word| word.spaced = false);
                words.extend(put_in);
            }
        }
    }
    words
}

/// All of it as one JSON value.
///
/// # Errors
/// When it cannot be written.
pub fn checked_json(out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
    let text = serde_json::to_string_pretty(checked).map_err(json_error)?;
    writeln!(out, "{}", harmless_json(&text))
}

/// A line `{"type":"hit",…}` a statement, then `{"type":"summary",…}` with the rest.
///
/// # Errors
/// When it cannot be written.
pub fn checked_lines(out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
    checked.hits.iter().try_for_each(|hit| json_line(out, "hit", hit))?;
    let mut rest = serde_json::to_value(checked).map_err(json_error)?;
    rest.as_object_mut().map(|rest| rest.shift_remove("hits"));
    json_line(out, "summary", &rest)
}

/// A row a place: verdict, id, kind, title, authors, day, whose words, likeness, first and last byte, what the text says,
/// address, path.
///
/// # Errors
/// When it cannot be written.
pub fn checked_csv(out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.row(&[
        "verdict", "id", "kind", "title", "authors", "date", "whose", "likeness", "from", "to", "text", "url", "path",
    ])?;
    let verdict = if checked.verdict == Verdict::Verbatim { "verbatim" } else { "altered" };
    for CheckedHit { hit, places } in &checked.hits {
        let names: Vec<&str> = hit.authors.iter().map(|author| author.name.as_str()).collect();
        for place in places {
            let said: Vec<&str> = place.pieces.iter().filter_map(|piece| piece.text.as_deref()).collect();
            rows.row(&[
                verdict,
                &hit.id,
                &hit.kind.to_string(),
                &one_line(hit.title.as_ref().or(hit.thread_title.as_ref()).map_or("", String::as_str)),
                &names.join("; "),
                hit.date.as_ref().map_or("", When::day_text),
                match place.whose {
                    Whose::Own => "own",
                    Whose::Quoted => "quoted",
                    Whose::Both => "both",
                },
                &format!("{:.2}", place.likeness),
                &place.source.from.to_string(),
                &place.source.to.to_string(),
                &said.join(" "),
                hit.url.as_deref().unwrap_or(""),
                &hit.path,
            ])?;
        }
    }
    rows.end()
}
