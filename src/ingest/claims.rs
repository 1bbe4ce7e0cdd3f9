//! Who bears which id, whatever is read first.
//!
//! In: the ids that sources bring or derive. Out: statements with ids that stand once in the index. Where two sources claim
//! one id, the first in path order keeps it and the other gets a derived one, with a note.

use super::gather::{Extracted, Outcome};
use crate::article::{Article, Comment, Statement, article_id, comment_id, derived_id, local_comment_id};
use crate::engine::Source;
use std::collections::HashMap;

/// For every claimed id the key of the first source that claims it.
pub(super) struct Claims {
    first: HashMap<String, String>,
}

impl Claims {
    /// Settles the claims of all sources that are in the index together.
    pub(super) fn of<'a>(sources: impl IntoIterator<Item = &'a Source>) -> Claims {
        let mut first: HashMap<String, String> = HashMap::new();
        for source in sources {
            let key = source.key();
            for id in &source.claims {
                let holder = first.entry(id.clone()).or_insert_with(|| key.clone());
                if key < *holder {
                    holder.clone_from(&key);
                }
            }
        }
        Claims { first }
    }

    fn wins(&self, id: &str, key: &str) -> bool {
        self.first.get(id).is_none_or(|first| first == key)
    }

    /// Whether an id of this source was its own before and is not now, or the other way round.
    pub(super) fn turned(&self, before: &Claims, source: &Source) -> bool {
        let key = source.key();
        source.claims.iter().any(|id| before.wins(id, &key) != self.wins(id, &key))
    }

    /// The statements that the items of a source become, under their final ids.
    pub(super) fn statements(&self, source: &Source, items: Vec<Extracted>) -> Vec<Statement> {
        let key = source.key();
        let mut namer =
            Namer { claims: self, key: &key, path: &source.path, turns: HashMap::new(), given: HashMap::new() };
        let names: Vec<(String, Option<String>)> = items.iter().map(|item| namer.name(item)).collect();
        let mut out = Vec::new();
        for (item, (id, note)) in items.into_iter().zip(names) {
            let from = out.len();
            let path = item.path().unwrap_or(&source.path).to_owned();
            let entities_given = item.entities_given;
            match item.outcome {
                Outcome::Article(article) => out.extend(thread_of(*article, &id)),
                Outcome::Comment(comment) => out.push(namer.flat(*comment, id)),
            }
            for (turn, statement) in (0u32..).zip(&mut out).skip(from) {
                statement.source.clone_from(&key);
                statement.path.clone_from(&path);
                statement.turn = turn;
                statement.entities_given = entities_given;
            }
            if let Some(statement) = out.get_mut(from) {
                statement.notes.extend(note);
            }
        }
        out
    }
}

impl Extracted {
    fn path(&self) -> Option<&str> {
        match &self.outcome {
            Outcome::Article(article) => Some(article.path.as_str()).filter(|path| !path.is_empty()),
            Outcome::Comment(_) => None,
        }
    }
}

/// Names the items of one source.
struct Namer<'a> {
    claims: &'a Claims,
    key: &'a str,
    path: &'a str,
    /// How often each id was claimed so far.
    turns: HashMap<String, usize>,
    /// Final ids of the ids that the source itself brings.
    given: HashMap<String, String>,
}

impl Namer<'_> {
    /// The final id of an item, and a note where it is not the one it claims.
    fn name(&mut self, item: &Extracted) -> (String, Option<String>) {
        let claimed = claim_of(item);
        let turn = self.turns.entry(claimed.clone()).or_default();
        *turn += 1;
        if *turn == 1 && self.claims.wins(&claimed, self.key) {
            self.given.insert(claimed.clone(), claimed.clone());
            return (claimed, None);
        }
        let id = derived_id(&["again", &claimed, self.path, &turn.to_string()]);
        self.given.entry(claimed.clone()).or_insert_with(|| id.clone());
        let note = format!("id `{claimed}` is taken; this one is `{id}`");
        (id, Some(note))
    }

    fn flat(&self, comment: Comment, id: String) -> Statement {
        let parent = comment.parent.clone().unwrap_or_default();
        let answers = self.given.get(&parent).cloned().unwrap_or(parent);
        let mut statement = Statement::of_comment(comment, id, Some(answers));
        statement.local_id = None;
        statement
    }
}

/// Ids that the items of a source claim, each once.
pub(super) fn claims_of(items: &[Extracted]) -> Vec<String> {
    let mut ids: Vec<String> = items.iter().map(claim_of).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The id that an item brings, else the one that follows from what it is.
fn claim_of(item: &Extracted) -> String {
    match &item.outcome {
        Outcome::Article(article) if article.id.is_empty() => article_id(article),
        Outcome::Article(article) => article.id.clone(),
        Outcome::Comment(comment) if comment.id.is_empty() => {
            let parent = comment.parent.as_deref().unwrap_or("");
            comment_id(parent, &local_comment_id(comment, 0))
        }
        Outcome::Comment(comment) => comment.id.clone(),
    }
}

/// An article and its nested comments as statements.
fn thread_of(mut article: Article, id: &str) -> Vec<Statement> {
    let comments = std::mem::take(&mut article.comments);
    let locals = local_ids(&comments);
    let mut first_of: HashMap<String, &str> = HashMap::new();
    for (comment, local) in comments.iter().zip(&locals) {
        first_of.entry(comment.id.clone()).or_insert(local);
    }
    let mut statement = Statement::of_article(article);
    id.clone_into(&mut statement.id);
    id.clone_into(&mut statement.thread);
    let mut out = vec![statement];
    for (comment, local) in comments.into_iter().zip(&locals) {
        let parent = comment.parent.as_deref().map(|parent| first_of.get(parent).copied().unwrap_or(parent));
        let answers = parent.map_or_else(|| id.to_owned(), |parent| comment_id(id, parent));
        let mut one = Statement::of_comment(comment, comment_id(id, local), Some(answers));
        one.local_id = Some(local.clone());
        id.clone_into(&mut one.thread);
        out.push(one);
    }
    out
}

/// Ids within the article, each once: the platform's own, else from author, day and first words.
fn local_ids(comments: &[Comment]) -> Vec<String> {
    let mut turns: HashMap<String, usize> = HashMap::new();
    let mut name = |comment: &Comment| {
        let base = if comment.id.is_empty() { local_comment_id(comment, 0) } else { comment.id.clone() };
        let turn = turns.entry(base.clone()).or_default();
        *turn += 1;
        if *turn == 1 { base } else { format!("{base}~{turn}") }
    };
    comments.iter().map(&mut name).collect()
}
