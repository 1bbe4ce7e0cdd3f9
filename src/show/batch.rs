//! Answers to many queries: a line of JSON, rows of a table, or lines of a TREC run for each.
//!
//! In: the id of a query and its answer. Out: lines. Which queries, and where it goes, is the caller's.

use super::answer::{COLUMNS, columns};
use super::harmless::harmless_json;
use super::rows::{Rows, json_error};
use crate::ask::{Answer, Hit, Remark};
use serde::Serialize;
use std::io::{self, Write};

/// The answer to one of many queries.
#[derive(Serialize)]
struct Line<'a> {
    query: &'a str,
    total: usize,
    complaints: &'a [Remark],
    hits: &'a [Hit],
}

/// One line `{"query", "total", "complaints", "hits"}`.
///
/// # Errors
/// When it cannot be written.
pub fn batch_line(out: &mut dyn Write, query: &str, answer: &Answer) -> io::Result<()> {
    let line = Line { query, total: answer.total, complaints: &answer.complaints, hits: &answer.hits };
    let text = serde_json::to_string(&line).map_err(json_error)?;
    writeln!(out, "{}", harmless_json(&text))
}

/// The head of the table: the query's id before the columns of an answer.
///
/// # Errors
/// When it cannot be written.
pub fn batch_head(out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.row(&[["query"].as_slice(), &COLUMNS].concat())?;
    rows.end()
}

/// A row a hit.
///
/// # Errors
/// When it cannot be written.
pub fn batch_rows(out: &mut dyn Write, query: &str, answer: &Answer, offset: usize) -> io::Result<()> {
    let mut rows = Rows::new(out);
    for (rank, hit) in (offset + 1..).zip(&answer.hits) {
        let own = columns(rank, hit);
        let fields: Vec<&str> = [query].into_iter().chain(own.iter().map(String::as_str)).collect();
        rows.row(&fields)?;
    }
    rows.end()
}

/// Lines `query Q0 id rank score byline`, as trec_eval reads them. Whoever reads a run orders it by score, so equal scores
/// are made to differ behind their fourth place, and every score of another order falls with its rank.
///
/// # Errors
/// When it cannot be written.
pub fn trec(out: &mut dyn Write, query: &str, offset: usize, placed: &[(&str, f64)]) -> io::Result<()> {
    let query = together(query);
    let mut above = f64::INFINITY;
    for (rank, (id, score)) in (offset + 1..).zip(placed) {
        let score = score.min(above - 1e-8);
        above = score;
        writeln!(out, "{query} Q0 {} {rank} {score:.8} byline", together(id))?;
    }
    Ok(())
}

/// A field of a line whose fields are parted by white space.
fn together(field: &str) -> String {
    let whole: String = field.chars().map(|c| if c.is_whitespace() || c.is_control() { '_' } else { c }).collect();
    if whole.is_empty() { "_".to_owned() } else { whole }
}

#[cfg(test)]
mod tests {
    use super::trec;

    #[test]
    fn scores_of_a_run_fall_strictly_with_the_rank() {
        let mut out = Vec::new();
        let placed = [("a", 2.5), ("b c", 2.5), ("d", 2.5), ("e", 9.0), ("", 0.0)];
        trec(&mut out, "q 1", 0, &placed).expect("written");
        let out = String::from_utf8(out).expect("text");
        let lines: Vec<Vec<&str>> = out.lines().map(|line| line.split(' ').collect()).collect();
        assert!(lines.iter().all(|line| line.len() == 6 && line[0] == "q_1" && line[5] == "byline"));
        let ids: Vec<&str> = lines.iter().map(|line| line[2]).collect();
        assert_eq!(ids, ["a", "b_c", "d", "e", "_"]);
        let scores: Vec<f64> = lines.iter().map(|line| line[4].parse().expect("a number")).collect();
        assert!(scores.windows(2).all(|two| two[0] > two[1]), "{out}");
    }
}
