//! Records: JSON Lines, one JSON object, or an array of them.
//!
//! In: bytes. Out: articles and flat comments as they were written. A line that is no record is a note with its number;
//! the other lines are read. How one value is read, leniently, is `article::record`.

use super::{Input, Reader, Reading, charset};
use crate::article::{Item, Note, Read, read_record};
use crate::source::{Medium, recognise};
use serde_json::Value;

/// The reader of records.
pub struct Records;

impl Reader for Records {
    fn name(&self) -> &'static str {
        "records"
    }

    fn fits(&self, input: Input<'_>) -> f32 {
        let named = input.ends_in(&["jsonl", "ndjson", "json"]);
        match recognise(input.bytes) {
            Medium::Json => 1.0,
            Medium::Text if named => 0.9,
            _ => 0.0,
        }
    }

    fn read(&self, input: Input<'_>) -> Reading {
        let (text, note) = charset::decode(input.bytes);
        let mut reading = Reading { items: Vec::new(), notes: note.into_iter().collect() };
        match serde_json::from_str::<Value>(&text) {
            Ok(Value::Array(values)) => {
                for (number, value) in (1..).zip(values) {
                    take(&mut reading, value, input.path, Some(number), None);
                }
            }
            Ok(value) => take(&mut reading, value, input.path, None, None),
            Err(error) => read_lines(&mut reading, &text, input.path, &error),
        }
        reading
    }
}

fn read_lines(reading: &mut Reading, text: &str, path: &str, whole: &serde_json::Error) {
    if text.lines().filter(|line| !line.trim().is_empty()).count() == 1 {
        return reading.notes.push(Note::at_line(whole.line(), message_of(whole)));
    }
    let before = reading.notes.len();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str(line) {
            Ok(value) => take(reading, value, path, Some(number), Some(number)),
            Err(error) => reading.notes.push(Note::at_line(number, message_of(&error))),
        }
    }
    // one object over several lines, cut or mistyped: its own fault says more than that of each line
    if reading.items.is_empty() {
        reading.notes.truncate(before);
        reading.notes.push(Note::at_line(whole.line(), message_of(whole)));
    }
}

/// Reads one value; `number` is its place in the file, `line` its line where it has one to itself.
fn take(reading: &mut Reading, value: Value, path: &str, number: Option<usize>, line: Option<usize>) {
    let Read { mut item, notes } = match read_record(value) {
        Ok(read) => read,
        Err(error) => return reading.notes.push(Note { line, message: error.to_string() }),
    };
    if let Item::Article(article) = &mut item
        && article.path.is_empty()
    {
        article.path = number.map_or_else(|| path.to_owned(), |number| format!("{path}!{number}"));
    }
    reading.notes.extend(notes.into_iter().map(|message| Note { line, message }));
    reading.items.push(item);
}

/// The parser's message without its own line and column, which count within the line.
fn message_of(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    format!("no JSON: {} (column {})", message.to_lowercase(), error.column())
}

#[cfg(test)]
mod tests {
    use super::Records;
    use crate::article::{Article, Item};
    use crate::read::{Input, Reader, Reading};

    fn read(text: &str) -> Reading {
        Records.read(Input { path: "a/b.jsonl", url: None, bytes: text.as_bytes() })
    }

    fn articles(reading: &Reading) -> Vec<&Article> {
        let articles = reading.items.iter().filter_map(|item| match item {
            Item::Article(article) => Some(article.as_ref()),
            _ => None,
        });
        articles.collect()
    }

    #[test]
    fn lines_an_array_and_one_object_are_read() {
        for text in [
            "{\"title\": \"One\"}\n\n{\"title\": \"Two\"}",
            "[{\"title\": \"One\"},\n {\"title\": \"Two\"}]",
            "{\"title\": \"One\"}\r\n{\"title\": \"Two\"}\r\n",
        ] {
            let reading = read(text);
            let titles: Vec<_> = articles(&reading).iter().map(|article| article.title.as_str()).collect();
            assert_eq!(titles, ["One", "Two"], "{text}");
            assert!(reading.notes.is_empty(), "{text}");
        }
        let one = read("{\n  \"title\": \"One\"\n}");
        assert_eq!(articles(&one).first().map(|article| article.path.as_str()), Some("a/b.jsonl"));
    }

    #[test]
    fn a_bad_line_is_named_and_the_others_are_read() {
        let reading = read("{\"title\": \"One\"}\n{\"title\": \n42\n{\"title\": \"Four\"}");
        let notes: Vec<_> = reading.notes.iter().map(ToString::to_string).collect();
        assert_eq!(
            notes,
            ["line 2: no JSON: eof while parsing a value (column 10)", "line 3: no record: a number, not an object"]
        );
        let paths: Vec<_> = articles(&reading).iter().map(|article| article.path.as_str()).collect();
        assert_eq!(paths, ["a/b.jsonl!1", "a/b.jsonl!4"]);
    }

    #[test]
    fn a_broken_object_over_several_lines_is_one_note() {
        let reading = read("{\n \"title\": \"One\",\n \"text\": oops\n}");
        assert!(reading.items.is_empty());
        assert_eq!(reading.notes.len(), 1);
        assert_eq!(reading.notes.first().and_then(|note| note.line), Some(3));
    }

    #[test]
    fn flat_comments_stand_beside_nested_ones() {
        let reading = read(concat!(
            "{\"kind\": \"comment\", \"parent\": \"x\", \"text\": \"Before its article\"}\n",
            "{\"id\": \"x\", \"comments\": [{\"text\": \"nested\"}]}\n",
        ));
        assert!(
            matches!(reading.items.first(), Some(Item::Comment(comment)) if comment.parent.as_deref() == Some("x"))
        );
        assert_eq!(articles(&reading).first().map(|article| article.comments.len()), Some(1));
    }

    #[test]
    fn an_unknown_key_is_a_note_with_its_line() {
        let reading = read("{\"title\": \"One\"}\n{\"titel\": \"Two\"}");
        let notes: Vec<_> = reading.notes.iter().map(ToString::to_string).collect();
        assert_eq!(notes, ["line 2: unknown key `titel` left out"]);
    }

    #[test]
    fn nesting_without_end_is_a_note_and_no_crash() {
        let reading = read(&"[".repeat(100_000));
        assert!(reading.items.is_empty());
        assert_eq!(reading.notes.len(), 1);
    }
}
