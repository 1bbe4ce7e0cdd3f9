//! A concordance: every place where a query's words stand, under each other, and the words that keep their company.
//!
//! In: a question, and how the lines are ordered. Out: a [`Concordance`], a plain serialisable value. How lines are fitted to a
//! page is left to `show`.

use super::answer::{Answer, Remark};
use super::question::{Question, Refused, read};
use super::{frame, look};
use crate::article::{Kind, Statement, When};
use crate::engine::{Engine, Fault};
use crate::query::Node;
use crate::snippet::kwic::{self, Collocate, Company};
use crate::text::{Day, Span};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Version of the concordance's shape; it rises when a field changes its meaning.
pub const CONCORDANCE_VERSION: u32 = 1;

/// A word that stands near matches only once may stand there by chance.
const LEAST_NEAR: u64 = 2;
/// Lines kept beyond those that are wanted, between two sortings.
const SPARE: usize = 10_000;

/// What is made of the matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Concord {
    /// Order of the lines.
    pub sort: LineSort,
    /// Longest context on either side, in characters.
    pub width: usize,
    /// So many words to either side are company; none where it is not counted.
    pub window: Option<usize>,
}

/// Order of lines; ties go by right context, left context, id and place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineSort {
    /// By the words behind the match, the nearest first.
    Right,
    /// By the words before it, the nearest first.
    Left,
    /// By the name of the first author, nameless last.
    Author,
    /// By day, undated last.
    Date,
}

/// Lines of matches with their context.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Concordance {
    /// Version of this shape, [`CONCORDANCE_VERSION`].
    pub version: u32,
    /// The query as typed.
    pub query: String,
    /// How it was read, in the same language.
    pub understood: String,
    /// What could not be read, or may have been meant otherwise.
    pub complaints: Vec<Remark>,
    /// Statements that match.
    pub statements: usize,
    /// Undated statements that would match if every day clause held for them.
    pub undated_left_out: usize,
    /// Lines in all.
    pub total: usize,
    /// The lines asked for, in order.
    pub lines: Vec<ConcordLine>,
    /// Words that are drawn to the matches, the strongest first; empty where they are not asked for.
    pub collocates: Vec<Collocate>,
}

/// A match in its context.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ConcordLine {
    /// Id of the statement.
    pub id: String,
    /// The shortest form of the id that `show` takes.
    pub short: String,
    /// Article, comment or pingback.
    pub kind: Kind,
    /// Names of its authors.
    pub authors: Vec<String>,
    /// Its day.
    pub date: Option<When>,
    /// Title of the article: its own, or that under which it stands.
    pub title: String,
    /// Site.
    pub site: Option<String>,
    /// Address; that of the article where a comment has none.
    pub url: Option<String>,
    /// Path of the source.
    pub path: String,
    /// What stands before the match, on one line.
    pub left: String,
    /// What matched, from its first to its last word.
    pub keyword: String,
    /// What stands behind it.
    pub right: String,
    /// The match, in bytes of the statement's text.
    pub source: Span,
}

/// A line with what it is ordered by.
struct Draft {
    shown: ConcordLine,
    before: Vec<String>,
    after: Vec<String>,
    author: Option<String>,
    day: Option<Day>,
}

/// Every match of a question's words in the texts that it finds.
///
/// # Errors
/// When the query is past a bound of the language, or the engine fails.
pub fn concordance(engine: &dyn Engine, question: &Question, concord: Concord) -> Result<Concordance, Refused> {
    let query = read(question)?;
    let wanted = question.offset.saturating_add(question.limit);
    let mut best: Vec<Draft> = Vec::new();
    let mut total = 0;
    let mut company = concord.window.map(Company::within);
    let ids = engine.ids(&query.root)?;
    for id in &ids {
        let Some(statement) = engine.statement(id)? else { continue };
        let found = drafts(&statement, &query.root, concord.width);
        total += found.len();
        best.extend(found);
        // a word such as `the` has more lines than a memory holds
        if best.len() > wanted.saturating_mul(2).saturating_add(SPARE) {
            sort(concord.sort, &mut best);
            best.truncate(wanted);
        }
        let language = statement.language.as_deref();
        company.iter_mut().for_each(|company| company.add(&statement.text, &query.root, language, &statement.quoted));
    }
    sort(concord.sort, &mut best);
    let page = best.into_iter().skip(question.offset).take(question.limit);
    let lines = page.map(|draft| with_short(engine, draft.shown)).collect::<Result<_, Fault>>()?;
    let collocates = company.map(|company| company.collocates(LEAST_NEAR)).unwrap_or_default();
    let Answer { query, understood, complaints, undated_left_out, .. } = frame(engine, query, ids.len())?;
    Ok(Concordance {
        version: CONCORDANCE_VERSION,
        query,
        understood,
        complaints,
        statements: ids.len(),
        undated_left_out,
        total,
        lines,
        collocates,
    })
}

fn sort(by: LineSort, drafts: &mut [Draft]) {
    drafts.sort_by(|a, b| compare(by, a, b));
}

fn drafts(statement: &Statement, query: &Node, width: usize) -> Vec<Draft> {
    let title = if statement.kind == Kind::Article { &statement.title } else { &statement.thread_title };
    let found = kwic::lines(&statement.text, query, statement.language.as_deref(), &statement.quoted, width);
    let draft = |line: kwic::Line| Draft {
        shown: ConcordLine {
            id: statement.id.clone(),
            short: String::new(),
            kind: statement.kind,
            authors: statement.authors.iter().map(|author| author.name.clone()).collect(),
            date: statement.date.clone(),
            title: title.clone(),
            site: statement.site.clone(),
            url: statement.url.clone().or_else(|| statement.thread_url.clone()),
            path: statement.path.clone(),
            left: line.left,
            keyword: line.keyword,
            right: line.right,
            source: line.source,
        },
        author: statement.authors.first().map(|author| author.key.clone()),
        day: statement.date.as_ref().and_then(When::period).map(|period| period.first),
        before: line.before,
        after: line.after,
    };
    found.into_iter().map(draft).collect()
}

fn with_short(engine: &dyn Engine, line: ConcordLine) -> Result<ConcordLine, Fault> {
    Ok(ConcordLine { short: look::short(engine, &line.id)?, ..line })
}

fn compare(sort: LineSort, a: &Draft, b: &Draft) -> Ordering {
    let right = || a.after.cmp(&b.after);
    let left = || a.before.cmp(&b.before);
    let first = match sort {
        LineSort::Right => Ordering::Equal,
        LineSort::Left => left(),
        LineSort::Author => (a.author.is_none(), &a.author).cmp(&(b.author.is_none(), &b.author)),
        LineSort::Date => (a.day.is_none(), a.day).cmp(&(b.day.is_none(), b.day)),
    };
    let place = || (&a.shown.id, a.shown.source).cmp(&(&b.shown.id, b.shown.source));
    first.then_with(right).then_with(left).then_with(place)
}
