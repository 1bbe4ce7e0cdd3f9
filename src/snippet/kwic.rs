//! Concordance: every match of a query with the words around it, and the words that keep its company.
//!
//! In: a text and a query. Out: lines (left, keyword, right) and counts of neighbouring words, scored by log-likelihood. Putting
//! lines of many statements in order and under each other is left to the caller.
//!
//! ```text
//!                 it as a useful | strategic buffer | against the ships
//!  …5 words: it as a useful …    |     keyword      |  … against the ships: 5 words     company
//! ```

use super::edge;
use super::mark;
use crate::query::Node;
use crate::text::{Span, words};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// So many words to either side are compared when lines are sorted, however much context is shown.
const COMPARED: usize = 8;
/// Letters that a word has at most on average, with the signs around it.
const LETTERS: usize = 32;

/// A match in its context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What stands before, on one line, at most as many characters as asked for.
    pub left: String,
    /// What matched, from its first to its last word, on one line.
    pub keyword: String,
    /// What stands behind.
    pub right: String,
    /// The keyword, in bytes of the text.
    pub source: Span,
    /// Folded words before it, the nearest first: what sorting by the left compares.
    pub before: Vec<String>,
    /// Folded words behind it, the nearest first.
    pub after: Vec<String>,
}

/// The lines of a text, in its order, each with up to `width` characters on either side; none reaches into another paragraph.
#[must_use]
pub fn lines(text: &str, query: &Node, language: Option<&str>, quoted: &[Span], width: usize) -> Vec<Line> {
    keywords(text, query, language, quoted).into_iter().map(|keyword| line(text, keyword, width)).collect()
}

/// Where the query matches, each match from its first to its last word.
fn keywords(text: &str, query: &Node, language: Option<&str>, quoted: &[Span]) -> Vec<Span> {
    let mut spans: Vec<Span> = mark::find(text, query, language, quoted).iter().map(|mark| mark.place).collect();
    spans.sort_by_key(|span| (span.from, std::cmp::Reverse(span.to)));
    // a word that also stands in a wider match is no line of its own
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        if apart.last().is_none_or(|last| !last.meets(span)) {
            apart.push(span);
        }
    }
    apart
}

fn line(text: &str, keyword: Span, width: usize) -> Line {
    let before = text.get(..keyword.from).unwrap_or("");
    let before = before.get(paragraph_start(before)..).unwrap_or("");
    let behind = text.get(keyword.to..).unwrap_or("");
    let behind = behind.get(..paragraph_end(behind)).unwrap_or("");
    // a little more than is shown, as white space is made single blanks
    let far = width.saturating_mul(2).saturating_add(LETTERS);
    let (left, right) = (one_line(last_chars(before, far)), one_line(first_chars(behind, far)));
    let from = left.char_indices().rev().nth(width.saturating_sub(1)).map_or(0, |(at, _)| at);
    let to = right.char_indices().nth(width).map_or(right.len(), |(at, _)| at);
    let (left, right) = if width == 0 {
        ("", "")
    } else {
        (words_from(&left, edge::forth(&left, from)), words_until(&right, edge::back(&right, to)))
    };
    let mut words_before = folded(last_chars(before, COMPARED * LETTERS), usize::MAX);
    words_before.reverse();
    words_before.truncate(COMPARED);
    Line {
        left: left.to_owned(),
        keyword: one_line(keyword.of(text)),
        right: right.to_owned(),
        source: keyword,
        before: words_before,
        after: folded(behind, COMPARED),
    }
}

fn last_chars(text: &str, most: usize) -> &str {
    let from = text.char_indices().rev().nth(most.saturating_sub(1)).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or("")
}

fn first_chars(text: &str, most: usize) -> &str {
    let to = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    text.get(..to).unwrap_or("")
}

fn folded(text: &str, most: usize) -> Vec<String> {
    words(text).take(most).map(|word| word.folded.into_owned()).collect()
}

/// A text from `at` on, without the rest of a word that is cut there; where no blank follows the cut stays.
#[must_use]
pub fn words_from(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    if !cuts_word(text, at) {
        return rest;
    }
    rest.find(char::is_whitespace).map_or(rest, |blank| rest.get(blank..).unwrap_or("").trim_start())
}

/// A text up to `at`, without the beginning of a word that is cut there; where no blank stands before it the cut stays.
#[must_use]
pub fn words_until(text: &str, at: usize) -> &str {
    let part = text.get(..at).unwrap_or("");
    if !cuts_word(text, at) {
        return part;
    }
    part.rfind(char::is_whitespace).map_or(part, |blank| part.get(..blank).unwrap_or(""))
}

fn cuts_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|part| part.chars().next_back());
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    before.zip(next).is_some_and(|(before, next)| !edge::parts(before, next))
}

fn paragraph_start(before: &str) -> usize {
    let lines = before.rmatch_indices('\n').map(|(at, _)| at);
    let blank = lines
        .clone()
        .zip(lines.skip(1))
        .find(|(last, first)| before.get(first + 1..*last).is_some_and(|line| line.trim().is_empty()));
    let separator = before.rfind('\u{2029}').map_or(0, |at| at + '\u{2029}'.len_utf8());
    blank.map_or(0, |(last, _)| last + 1).max(separator)
}

fn paragraph_end(behind: &str) -> usize {
    let lines = behind.match_indices('\n').map(|(at, _)| at);
    let blank = lines
        .clone()
        .zip(lines.skip(1))
        .find(|(first, last)| behind.get(first + 1..*last).is_some_and(|line| line.trim().is_empty()));
    let separator = behind.find('\u{2029}').unwrap_or(behind.len());
    blank.map_or(behind.len(), |(first, _)| first).min(separator)
}

/// White space as single blanks, so that a line stays a line.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if !c.is_whitespace() => line.push(c),
            _ if line.ends_with(' ') => {}
            _ => line.push(' '),
        }
    }
    line
}

/// Words counted near matches and elsewhere, over many texts.
#[derive(Debug, Clone)]
pub struct Company {
    reach: usize,
    near: HashMap<String, u64>,
    elsewhere: HashMap<String, u64>,
}

/// A word that stands near matches more often than elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Collocate {
    /// The folded word.
    pub word: String,
    /// How often it stands near a match.
    pub near: u64,
    /// How often it stands elsewhere in the same texts.
    pub elsewhere: u64,
    /// Log-likelihood ratio G² (Dunning 1993); above 3.84 chance has less than one part in twenty.
    pub score: f64,
}

impl Company {
    /// Nothing counted yet; a word is near within `reach` words of a match, in the same paragraph.
    #[must_use]
    pub fn within(reach: usize) -> Company {
        Company { reach, near: HashMap::new(), elsewhere: HashMap::new() }
    }

    /// Counts a text. Words of the matches themselves are not counted.
    pub fn add(&mut self, text: &str, query: &Node, language: Option<&str>, quoted: &[Span]) {
        let keywords = keywords(text, query, language, quoted);
        let words: Vec<_> = words(text).collect();
        let mut near = vec![false; words.len()];
        let mut own = vec![false; words.len()];
        for keyword in &keywords {
            let first = words.partition_point(|word| word.span.to <= keyword.from);
            let last = words.partition_point(|word| word.span.from < keyword.to);
            let paragraph = words.get(first).map(|word| word.paragraph);
            let around = first.saturating_sub(self.reach)..(last + self.reach).min(words.len());
            for at in around.filter(|at| words.get(*at).map(|word| word.paragraph) == paragraph) {
                near.get_mut(at).into_iter().for_each(|near| *near = true);
            }
            own.get_mut(first..last).into_iter().flatten().for_each(|own| *own = true);
        }
        for ((word, near), own) in words.iter().zip(near).zip(own) {
            let counts = if near { &mut self.near } else { &mut self.elsewhere };
            if !own {
                *counts.entry(word.folded.clone().into_owned()).or_default() += 1;
            }
        }
    }

    /// Words that are drawn to the matches and stand near them at least `least` times, the strongest first.
    #[must_use]
    pub fn collocates(&self, least: u64) -> Vec<Collocate> {
        let (near_all, elsewhere_all) = (self.near.values().sum(), self.elsewhere.values().sum());
        let scored = self.near.iter().filter(|(_, near)| **near >= least.max(1)).map(|(word, &near)| {
            let elsewhere = self.elsewhere.get(word).copied().unwrap_or(0);
            Collocate {
                word: word.clone(),
                near,
                elsewhere,
                score: likelihood(near, near_all, elsewhere, elsewhere_all),
            }
        });
        let mut found: Vec<Collocate> = scored.filter(|collocate| collocate.score > 0.0).collect();
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.word.cmp(&b.word)));
        found
    }
}

/// G² of a word: `near` of `near_all` words against `elsewhere` of `elsewhere_all`; 0 where it is not drawn near.
fn likelihood(near: u64, near_all: u64, elsewhere: u64, elsewhere_all: u64) -> f64 {
    let (near, near_all, elsewhere, elsewhere_all) =
        (near as f64, near_all as f64, elsewhere as f64, elsewhere_all as f64);
    let all = near_all + elsewhere_all;
    let of_word = near + elsewhere;
    if near * all <= of_word * near_all {
        return 0.0;
    }
    let part = |observed: f64, row: f64, column: f64| {
        if observed > 0.0 { observed * (observed * all / (row * column)).ln() } else { 0.0 }
    };
    let others = all - of_word;
    2.0 * (part(near, of_word, near_all)
        + part(elsewhere, of_word, elsewhere_all)
        + part(near_all - near, others, near_all)
        + part(elsewhere_all - elsewhere, others, elsewhere_all))
}

#[cfg(test)]
mod tests {
    use super::{Company, Line, likelihood, lines};
    use crate::query::{Node, parse};
    use crate::text::Day;

    fn query(typed: &str) -> Node {
        parse(typed, Day::from_ymd(2018, 3, 14).expect("a day")).expect("within the bounds").root
    }

    fn shown(text: &str, typed: &str, width: usize) -> Vec<String> {
        let found: Vec<Line> = lines(text, &query(typed), Some("en"), &[], width);
        found.into_iter().map(|line| format!("{}|{}|{}", line.left, line.keyword, line.right)).collect()
    }

    #[test]
    fn each_match_is_a_line_with_its_context() {
        assert_eq!(
            shown("He saw a strategic\nbuffer. No buffer.", "\"strategic buffer\"", 6),
            ["saw a |strategic buffer|. No"]
        );
        assert_eq!(shown("a buffer and buffers", "buffer", 20).len(), 2);
        assert_eq!(shown("lack of a plan", "lack NEAR plan", 20), ["|lack of a plan|"]);
        assert_eq!(shown("b a b", "\"a b\" b", 9), ["|b| a b", "b |a b|"]);
    }

    #[test]
    fn context_is_cut_between_words_where_there_are_blanks() {
        assert_eq!(shown("an abcdef ghijk buffer lmnop qrstu v", "buffer", 9), ["ghijk |buffer| lmnop"]);
        assert_eq!(shown("習近平說 buffer 他走了", "buffer", 3), ["平說 |buffer| 他走"]);
    }

    #[test]
    fn context_ends_with_its_paragraph_and_on_a_grapheme() {
        assert_eq!(shown("One.\n\nthe buffer is\n \nTwo.", "buffer", 20), ["the |buffer| is"]);
        assert_eq!(shown("One.\u{2029}the buffer is\u{2029}Two.", "buffer", 20), ["the |buffer| is"]);
        assert_eq!(shown("xe\u{301} buffer e\u{301}x", "buffer", 2), [" |buffer| "]);
        assert_eq!(shown("a buffer b", "buffer", 0), ["|buffer|"]);
    }

    #[test]
    fn a_line_can_be_sorted_by_its_neighbours() {
        let found = lines("the old Strategic buffer was gone", &query("buffer"), Some("en"), &[], 40);
        let line = found.first().expect("a line");
        assert_eq!(
            (line.before.first().map(String::as_str), line.after.first().map(String::as_str)),
            (Some("strategic"), Some("was"))
        );
    }

    #[test]
    fn words_that_keep_its_company_come_first() {
        let mut company = Company::within(2);
        let text = "a cold buffer. The rest of it is about other things and the cold is not among them. ";
        company.add(&text.repeat(5), &query("buffer"), Some("en"), &[]);
        let found = company.collocates(2);
        let words: Vec<_> = found.iter().map(|collocate| collocate.word.as_str()).collect();
        assert!(
            words.starts_with(&["a"])
                && words.contains(&"cold")
                && !words.contains(&"buffer")
                && !words.contains(&"things"),
            "{words:?}"
        );
        assert!(found.windows(2).all(|pair| matches!(pair, [a, b] if a.score >= b.score)));
    }

    #[test]
    fn likelihood_is_that_of_the_two_by_two_table() {
        assert_eq!(likelihood(10, 100, 10, 100), 0.0);
        assert_eq!(likelihood(1, 100, 50, 100), 0.0, "it is driven away");
        let score = likelihood(20, 100, 10, 1000);
        assert!((score - 63.203).abs() < 0.001, "{score}");
    }
}
