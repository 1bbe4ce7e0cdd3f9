//! A thread: an article and everything said under it, and what follows for each from its place there.
//!
//! In: the statements of one thread, in any order. Out: the same, in their order, with parent, depth, counts, thread
//! title, the language that counts and quoted stretches filled in. It leaves names seen before to `enrich`.
//!
//! ```text
//!  article                     depth none
//!  ├─ a  answers the article   depth 0
//!  │  └─ b  answers a          depth 1
//!  └─ c  answers ?             depth 0, with a note
//! ```

use super::{Kind, Statement};
use crate::text::{Span, words};
use std::collections::{HashMap, HashSet};

/// Fewest words in a row that make a repetition a quotation.
const QUOTED_WORDS: usize = 8;
/// Under so many words a comment without a stated language has its article's.
const SHORT_COMMENT: usize = 20;

/// An article and its comments, for reading.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Thread {
    /// The article; none while it is missing.
    pub article: Option<Statement>,
    /// Comments and pingbacks, each behind what it answers.
    pub comments: Vec<Statement>,
}

impl Thread {
    /// Orders statements of one thread for reading: every answer stands below what it answers, answers in their turn.
    #[must_use]
    pub fn of(statements: Vec<Statement>) -> Thread {
        let (articles, comments): (Vec<_>, Vec<_>) = statements.into_iter().partition(|s| s.kind == Kind::Article);
        let mut answers: HashMap<Option<String>, Vec<Statement>> = HashMap::new();
        for comment in comments {
            answers.entry(comment.parent.clone()).or_default().push(comment);
        }
        for group in answers.values_mut() {
            group.sort_by(|a, b| order(b).cmp(&order(a)));
        }
        let mut thread = Thread { article: articles.into_iter().next(), comments: Vec::new() };
        let mut open = answers.remove(&None).unwrap_or_default();
        while let Some(comment) = open.pop() {
            open.extend(answers.remove(&Some(comment.id.clone())).unwrap_or_default());
            thread.comments.push(comment);
        }
        thread
    }

    /// The way from the article down to the statement with this id, that statement, and its own answers, in reading order.
    #[must_use]
    pub fn around(&self, id: &str) -> Vec<&Statement> {
        let known: HashMap<&str, &Statement> = self.comments.iter().map(|s| (s.id.as_str(), s)).collect();
        let mut way: Vec<&Statement> = Vec::new();
        let mut at = known.get(id).copied();
        while let Some(comment) = at.filter(|_| way.len() <= self.comments.len()) {
            way.push(comment);
            at = comment.parent.as_deref().and_then(|parent| known.get(parent).copied());
        }
        way.extend(&self.article);
        way.reverse();
        let is_article = self.article.as_ref().is_some_and(|article| article.id == id);
        let answered = Some(id).filter(|_| !is_article);
        way.extend(self.comments.iter().filter(|comment| comment.parent.as_deref() == answered));
        way
    }
}

fn order(statement: &Statement) -> (bool, &str, u32, &str) {
    (statement.kind != Kind::Article, &statement.path, statement.turn, &statement.id)
}

/// Works out, for the statements of one thread, everything that depends on the thread.
pub fn settle(statements: &mut [Statement]) {
    statements.sort_by(|a, b| order(a).cmp(&order(b)));
    for statement in statements.iter_mut() {
        statement.words = words(&statement.text).count().try_into().unwrap_or(u32::MAX);
        statement.thread_notes.clear();
    }
    place(statements);
    describe(statements);
    mark_quotes(statements);
}

/// Parents and depths.
fn place(statements: &mut [Statement]) {
    let depths = depths(statements);
    for statement in statements.iter_mut() {
        statement.parent = None;
        statement.depth = None;
        if statement.kind == Kind::Article {
            continue;
        }
        statement.depth = Some(0);
        let Some(answered) = statement.answers.clone().filter(|id| *id != statement.thread) else { continue };
        match depths.get(&statement.id).copied().flatten() {
            Some(depth) if depths.contains_key(&answered) => {
                statement.parent = Some(answered);
                statement.depth = Some(depth);
            }
            Some(_) => statement.thread_notes.push(format!("the comment it answers, `{answered}`, is missing")),
            None => statement.thread_notes.push("it answers itself through a circle of comments".to_owned()),
        }
    }
}

/// For every comment the steps to one that answers no known comment; none where the way up is a circle.
fn depths(statements: &[Statement]) -> HashMap<String, Option<u32>> {
    let comments = statements.iter().filter(|s| s.kind != Kind::Article);
    let answers: HashMap<&str, &str> = comments.clone().map(|s| (&*s.id, s.answers.as_deref().unwrap_or(""))).collect();
    let mut depths: HashMap<String, Option<u32>> = HashMap::new();
    for comment in comments {
        let mut way: Vec<&str> = Vec::new();
        let mut on_way: HashSet<&str> = HashSet::new();
        let mut at: &str = &comment.id;
        while answers.contains_key(at) && !depths.contains_key(at) && on_way.insert(at) {
            way.push(at);
            at = answers.get(at).copied().unwrap_or("");
        }
        let circle = on_way.contains(at);
        let mut above = depths.get(at).copied().unwrap_or(None);
        let mut known = depths.contains_key(at);
        while let Some(id) = way.pop() {
            above = if circle {
                None
            } else if known {
                above.map(|depth| depth + 1)
            } else {
                Some(0)
            };
            known = true;
            depths.insert(id.to_owned(), above);
        }
    }
    depths
}

/// Thread titles, counts and languages.
fn describe(statements: &mut [Statement]) {
    let article = statements.first().filter(|s| s.kind == Kind::Article).cloned();
    let count = statements.iter().filter(|s| s.kind == Kind::Comment).count();
    for statement in statements.iter_mut() {
        statement.language = statement.own_language.clone();
        statement.thread_title.clear();
        if statement.kind == Kind::Article {
            statement.comments = count.try_into().unwrap_or(u32::MAX);
            continue;
        }
        match &article {
            Some(article) => {
                statement.thread_title = article.title.clone();
                statement.thread_url = article.url.clone();
                statement.site = article.site.clone();
                let short = (statement.words as usize) < SHORT_COMMENT;
                if statement.language.is_none() && short {
                    statement.language = article.own_language.clone();
                }
            }
            None => statement.thread_notes.push(format!("its article, `{}`, is missing", statement.thread)),
        }
    }
}

/// Quotations: those that the markup states, and every run of eight or more words that stands in the article or in an
/// earlier comment.
fn mark_quotes(statements: &mut [Statement]) {
    let mut said: HashSet<u64> = HashSet::new();
    for statement in statements.iter_mut() {
        let cut: Vec<(Span, u64)> = words(&statement.text).map(|word| (word.span, hash(&word.folded))).collect();
        let runs: Vec<u64> = cut.windows(QUOTED_WORDS).map(run_hash).collect();
        statement.quoted = statement.marked_quotes.clone();
        if statement.kind != Kind::Article {
            statement.quoted.extend(repeated(&cut, &runs, &said));
        }
        statement.quoted = joined(&statement.quoted);
        said.extend(runs);
    }
}

fn repeated(cut: &[(Span, u64)], runs: &[u64], said: &HashSet<u64>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (window, run) in cut.windows(QUOTED_WORDS).zip(runs) {
        if let (true, Some(first), Some(last)) = (said.contains(run), window.first(), window.last()) {
            spans.push(first.0.join(last.0));
        }
    }
    spans
}

/// Stretches in order, those that meet or touch made one.
fn joined(spans: &[Span]) -> Vec<Span> {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let mut out: Vec<Span> = Vec::new();
    for span in sorted.into_iter().filter(|span| !span.is_empty()) {
        match out.last_mut() {
            Some(last) if span.from <= last.to => *last = last.join(span),
            _ => out.push(span),
        }
    }
    out
}

fn hash(word: &str) -> u64 {
    xxhash_rust::xxh3::xxh3_64(word.as_bytes())
}

fn run_hash(run: &[(Span, u64)]) -> u64 {
    run.iter().fold(0, |sum: u64, (_, word)| sum.rotate_left(7).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ word)
}

#[cfg(test)]
mod tests {
    use super::{Thread, settle};
    use crate::article::{Kind, Statement};

    fn statement(id: &str, kind: Kind, answers: Option<&str>, text: &str) -> Statement {
        Statement {
            id: id.to_owned(),
            kind,
            thread: "a".to_owned(),
            answers: answers.map(str::to_owned),
            text: text.to_owned(),
            ..Statement::default()
        }
    }

    fn settled(mut statements: Vec<Statement>) -> Vec<Statement> {
        settle(&mut statements);
        statements
    }

    #[test]
    fn depth_counts_steps_from_the_articles_own_answers() {
        let all = settled(vec![
            statement("c", Kind::Comment, Some("b"), "three"),
            statement("b", Kind::Comment, Some("a"), "two"),
            statement("a", Kind::Article, None, "one"),
        ]);
        let depth = |id: &str| all.iter().find(|s| s.id == id).and_then(|s| s.depth);
        assert_eq!((depth("a"), depth("b"), depth("c")), (None, Some(0), Some(1)));
        assert_eq!(all.first().map(|s| s.comments), Some(2));
        let ids: Vec<_> = Thread::of(all).comments.into_iter().map(|s| s.id).collect();
        assert_eq!(ids, ["b", "c"]);
    }

    #[test]
    fn around_a_statement_stand_the_way_to_it_and_its_own_answers() {
        let thread = Thread::of(settled(vec![
            statement("a", Kind::Article, None, "one"),
            statement("b", Kind::Comment, Some("a"), "two"),
            statement("c", Kind::Comment, Some("b"), "three"),
            statement("d", Kind::Comment, Some("c"), "four"),
            statement("e", Kind::Comment, Some("d"), "five"),
            statement("f", Kind::Comment, Some("b"), "six"),
        ]));
        let around = |id: &str| thread.around(id).iter().map(|s| s.id.as_str()).collect::<Vec<_>>().join(" ");
        assert_eq!([around("a"), around("b"), around("c"), around("e")], ["a b", "a b c f", "a b c d", "a b c d e"]);
    }

    #[test]
    fn a_missing_parent_and_a_circle_stand_at_depth_0_with_a_note() {
        let all = settled(vec![
            statement("a", Kind::Article, None, "one"),
            statement("b", Kind::Comment, Some("gone"), "two"),
            statement("c", Kind::Comment, Some("d"), "three"),
            statement("d", Kind::Comment, Some("c"), "four"),
        ]);
        for comment in &all[1..] {
            assert_eq!((comment.depth, comment.parent.as_deref()), (Some(0), None), "{}", comment.id);
            assert_eq!(comment.thread_notes.len(), 1);
        }
    }

    #[test]
    fn eight_words_of_the_article_are_a_quotation_and_seven_are_not() {
        let article = "The council keeps the upper lock closed until the autumn rains have passed";
        let all = settled(vec![
            statement("a", Kind::Article, None, article),
            statement("b", Kind::Comment, Some("a"), "Really? “keeps the upper lock closed until the autumn” they say"),
            statement("c", Kind::Comment, Some("a"), "Keeps the upper lock closed until the spring"),
        ]);
        let quoted = |at: usize| all[at].quoted.iter().map(|q| q.of(&all[at].text)).collect::<Vec<_>>();
        assert_eq!(quoted(1), ["keeps the upper lock closed until the autumn"]);
        assert!(quoted(2).is_empty());
        assert!(all[0].quoted.is_empty());
    }

    #[test]
    fn a_short_comment_has_its_articles_language() {
        let mut article = statement("a", Kind::Article, None, "Bonjour");
        article.own_language = Some("fr".to_owned());
        let long = "mot ".repeat(30);
        let all = settled(vec![
            article,
            statement("b", Kind::Comment, Some("a"), "Oui"),
            statement("c", Kind::Comment, Some("a"), &long),
        ]);
        let languages: Vec<_> = all.iter().map(|s| s.language.as_deref()).collect();
        assert_eq!(languages, [Some("fr"), Some("fr"), None]);
    }

    #[test]
    fn without_its_article_a_comment_says_so() {
        let all = settled(vec![statement("b", Kind::Comment, Some("a"), "two")]);
        assert_eq!(all[0].thread_notes, ["its article, `a`, is missing"]);
    }
}
