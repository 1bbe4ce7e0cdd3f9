//! Weighing: from the clues of a draft to the fields of a record, each with the reasons for it.
//!
//! In: a draft (blocks, clues, comments). Out: the article with its comments, and a finding a field for `--why`.
//! It never looks at markup and never goes back to the source; ids are left to `ingest`.
//!
//! ```text
//!  clues ── title, day, authors, language, site ──▶ findings ─┐
//!  blocks ── body ──▶ text, asides, quoted                    ├─▶ Article
//!  comment drafts ── thread ──▶ comments                      │
//!  text, title, asides ── names ──▶ entities ─────────────────┘
//! ```

mod authors;
mod body;
mod byline;
mod day;
mod language;
pub mod names;
mod site;
mod thread;
mod title;
mod votes;

use crate::article::{Article, Comment, Draft, Entity, Field, Finding, Kind, RECORD_VERSION};

/// Decides a draft's fields. `path` is where its source lies; it stands in the record and decides nothing.
///
/// Every field that had a clue has a finding, in the order title, authors, day, language, address, site.
#[must_use]
pub fn article(draft: &Draft, path: &str) -> (Article, Vec<Finding>) {
    let body = body::join(&draft.blocks);
    let comments = thread::comments(&draft.comments, day::day_first(draft));
    let url = site::address(draft);
    let site = site::name(draft, url.value.as_deref());
    let called = site::Called::new(site.value.as_deref(), url.value.as_deref());
    let title = title::decide(draft, &called);
    let (authors, by) = authors::decide(draft, &called, &body, &comments);
    let (date, day) = day::decide(draft, &comments);
    let language = language::decide(draft, &body.text);
    let mut article = Article {
        version: RECORD_VERSION,
        kind: Kind::Article,
        id: draft.id.clone().unwrap_or_default(),
        path: path.to_owned(),
        url: url.value.clone(),
        site: site.value.clone(),
        title: title.value.clone().unwrap_or_default(),
        language: language.value.clone(),
        tags: site::tags(draft),
        authors,
        date,
        text: body.text,
        asides: body.asides,
        quoted: body.quoted,
        comments,
        notes: draft.notes.iter().map(ToString::to_string).collect(),
        ..Article::default()
    };
    complete(&mut article);
    let findings = [title, by, day, language, url, site];
    (article, findings.into_iter().filter(|finding| !finding.clues.is_empty() || finding.value.is_some()).collect())
}

/// Completes a record that was decided elsewhere: a language and entities where it brings none.
pub fn record(article: &mut Article) {
    if article.language.is_none() {
        article.language = language::of_text(&article.text).map(str::to_owned);
    }
    complete(article);
}

/// Completes one comment that stands without its article. `named` are the entities named before it (its article's,
/// then those of earlier comments): a short form in the comment may mean one of them.
pub fn comment(comment: &mut Comment, named: &[Entity]) {
    if comment.language.is_none() {
        comment.language = language::of_text(&comment.text).map(str::to_owned);
    }
    if comment.entities.is_empty() {
        let found = names::of_comment(&comment.text, comment.author.as_ref(), named);
        comment.entities = found.into_iter().map(|(entity, _)| entity).collect();
    }
}

/// Entities of the article, then of its comments in their order, each seeing what was named before it.
fn complete(article: &mut Article) {
    if article.entities.is_empty() {
        article.entities = names::of_article(article).into_iter().map(|(entity, _)| entity).collect();
    }
    let mut named = article.entities.clone();
    for one in &mut article.comments {
        comment(one, &named);
        named.extend(one.entities.iter().cloned());
    }
}

/// A finding that no clue was good enough for.
fn nothing(field: Field, clues: Vec<crate::article::Clue>, reason: &str) -> Finding {
    Finding { field, value: None, clues, reason: reason.to_owned() }
}
