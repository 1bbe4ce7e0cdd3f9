//! `byline search --batch`: many queries answered in one process.
//!
//! In: lines of JSON `{"id", "text"}` (free words) or `{"id", "query"}` (the query language). Out: for each, in the order of
//! the file, a line of JSON, its rows of a table, or its lines of a TREC run. A line that cannot be read is said and the
//! others hold; the run ends with status 2 then.

use super::options::{AnswerFormat, Search};
use super::search::question;
use super::settings::Settings;
use super::stop::Stop;
use super::{Exit, list};
use crate::ask::{self, Answer, Question, Reading, Refused, Remark};
use crate::engine::Engine;
use crate::show::{self, Paper};
use serde::Deserialize;
use serde_json::Value;
use std::io::{BufWriter, Write, stderr, stdout};
use std::path::Path;

/// One line of the file.
#[derive(Deserialize)]
struct Asked {
    id: Value,
    text: Option<String>,
    query: Option<String>,
}

pub(super) fn run(queries: &Path, search: &Search, settings: &Settings, engine: &dyn Engine) -> Result<Exit, Stop> {
    let format = search.format.unwrap_or(AnswerFormat::Jsonl);
    if !matches!(format, AnswerFormat::Jsonl | AnswerFormat::Csv | AnswerFormat::Trec) {
        let hint = "name one of them with --format".to_owned();
        return Err(Stop::Said("--batch writes jsonl, csv or trec".to_owned(), Some(hint)));
    }
    let mut out = BufWriter::new(stdout().lock());
    let mut batch = Batch { search, settings, engine, format, trouble: false, found: false };
    if format == AnswerFormat::Csv {
        show::batch_head(&mut out)?;
    }
    for (number, line) in (1..).zip(list::read(queries)?.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        batch.line(number, line, &mut out)?;
    }
    out.flush()?;
    Ok(match (batch.trouble, batch.found) {
        (true, _) => Exit::Trouble,
        (false, true) => Exit::Found,
        (false, false) => Exit::Nothing,
    })
}

struct Batch<'a> {
    search: &'a Search,
    settings: &'a Settings,
    engine: &'a dyn Engine,
    format: AnswerFormat,
    trouble: bool,
    found: bool,
}

impl Batch<'_> {
    fn line(&mut self, number: usize, line: &str, out: &mut dyn Write) -> Result<(), Stop> {
        let read: Result<Asked, _> = serde_json::from_str(line);
        let (id, question) = match read.map_err(|error| error.to_string()).and_then(|asked| self.question(asked)) {
            Ok(asked) => asked,
            Err(reason) => return self.say(&format!("line {number} of the queries: {reason}")),
        };
        match self.answer(&id, &question, out) {
            Err(Stop::Refused(Refused::Query(refusal))) => {
                self.say(&format!("query {id}: {refusal}"))?;
                let refused = Remark { message: refusal.to_string(), from: 0, to: 0, hint: None };
                let answer = Answer { query: question.typed, complaints: vec![refused], ..Answer::default() };
                if self.format == AnswerFormat::Jsonl {
                    show::batch_line(out, &id, &answer)?;
                }
                Ok(())
            }
            other => other,
        }
    }

    fn question(&self, asked: Asked) -> Result<(String, Question), String> {
        let id = match asked.id {
            Value::String(id) => id,
            Value::Number(id) => id.to_string(),
            _ => return Err("`id` must be text or a number".to_owned()),
        };
        let (typed, free) = match (asked.text, asked.query) {
            (Some(text), None) => (text, true),
            (None, Some(query)) => (query, false),
            _ => return Err("either `text` or `query` must be there".to_owned()),
        };
        let reading = match (free, self.search.any) {
            (false, _) => Reading::Language,
            (true, false) => Reading::AllWords,
            (true, true) => Reading::AnyWord,
        };
        Ok((id, Question { typed, reading, ..question(self.search, self.settings) }))
    }

    fn answer(&mut self, id: &str, question: &Question, out: &mut dyn Write) -> Result<(), Stop> {
        if self.format == AnswerFormat::Trec {
            let (placed, complaints) = ask::ranked(self.engine, question)?;
            self.complain(id, &question.typed, &complaints)?;
            self.found |= !placed.is_empty();
            let placed: Vec<_> = placed.iter().map(|placed| (placed.id.as_str(), placed.score)).collect();
            return Ok(show::trec(out, id, question.offset, &placed)?);
        }
        let answer = ask::search(self.engine, question)?;
        self.complain(id, &answer.query, &answer.complaints)?;
        self.found |= answer.total > 0;
        match self.format {
            AnswerFormat::Csv => show::batch_rows(out, id, &answer, question.offset)?,
            _ => show::batch_line(out, id, &answer)?,
        }
        Ok(())
    }

    fn complain(&mut self, id: &str, typed: &str, complaints: &[Remark]) -> Result<(), Stop> {
        if complaints.is_empty() {
            return Ok(());
        }
        let mut err = stderr();
        let mut paper = Paper::new(&mut err, self.settings.err);
        paper.line(&format!("query {id}:"))?;
        show::complaints(&mut paper, typed, complaints)?;
        self.trouble |= self.search.strict;
        Ok(())
    }

    fn say(&mut self, trouble: &str) -> Result<(), Stop> {
        self.trouble = true;
        Ok(Paper::new(&mut stderr(), self.settings.err).line(trouble)?)
    }
}
