//! Threads that a run touched, worked out again from the stored statements, whatever sources they came from.
//!
//! In: the statements that were read, the sources that were replaced or dropped, the index as it was. Out: statements to
//! write and ids to remove; what did not change is not written again.

use crate::article::{Comment, Entity, Kind, Statement, settle};
use crate::engine::{Engine, Fault, Index};
use crate::enrich;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is to be written.
#[derive(Default)]
pub(super) struct Work {
    /// Statements that are new or changed.
    pub(super) changed: Vec<Statement>,
    /// Ids that are gone.
    pub(super) gone: Vec<String>,
    /// Articles and comments that were read.
    pub(super) read: (usize, usize),
}

/// Settles every thread that `read` or the dropped statements of `replaced` sources belong to.
pub(super) fn threads(index: &Index, replaced: &BTreeSet<String>, read: Vec<Statement>) -> Result<Work, Fault> {
    let mut pool = Pool { index, replaced, stored: BTreeMap::new(), looked: BTreeSet::new() };
    let mut open: BTreeSet<String> = BTreeSet::new();
    for key in replaced {
        for old in index.of_source(key)? {
            open.extend([old.thread.clone(), old.id.clone()]);
            pool.stored.insert(old.id.clone(), old);
        }
    }
    open.extend(read.iter().flat_map(|s| [Some(s.id.clone()), s.answers.clone()]).flatten());
    pool.complete(open)?;

    let articles = read.iter().filter(|s| s.kind == Kind::Article).count();
    let mut work = Work { read: (articles, read.len() - articles), ..Work::default() };
    let mut present: BTreeMap<String, Statement> = BTreeMap::new();
    for statement in pool.stored.values().filter(|s| !replaced.contains(&s.source)) {
        present.insert(statement.id.clone(), statement.clone());
    }
    let fresh: BTreeSet<String> = read.iter().map(|s| s.id.clone()).collect();
    present.extend(read.into_iter().map(|s| (s.id.clone(), s)));
    let dropped = pool.stored.keys().filter(|id| !present.contains_key(*id));
    work.gone = dropped.cloned().collect();
    for thread in by_thread(present) {
        for statement in settled(thread, &fresh) {
            if pool.stored.get(&statement.id) != Some(&statement) {
                work.changed.push(statement);
            }
        }
    }
    Ok(work)
}

/// Stored statements that may belong to a touched thread.
struct Pool<'a> {
    index: &'a Index,
    replaced: &'a BTreeSet<String>,
    stored: BTreeMap<String, Statement>,
    looked: BTreeSet<String>,
}

impl Pool<'_> {
    /// Follows threads and answers from the ids in `open` until nothing new comes.
    fn complete(&mut self, mut open: BTreeSet<String>) -> Result<(), Fault> {
        while let Some(id) = open.pop_first() {
            if !self.looked.insert(id.clone()) {
                continue;
            }
            let mut found = self.index.thread(&id)?;
            found.extend(self.index.answering(&id)?);
            found.extend(self.index.statement(&id)?);
            for statement in found {
                if !self.stored.contains_key(&statement.id) {
                    let links = [Some(statement.thread.clone()), statement.answers.clone()];
                    open.extend(links.into_iter().flatten().filter(|link| !self.looked.contains(link)));
                    if self.replaced.contains(&statement.source) {
                        open.insert(statement.id.clone());
                    }
                    self.stored.insert(statement.id.clone(), statement);
                }
            }
        }
        Ok(())
    }
}

/// Groups statements by the article at the top of what they answer; without one, by the id that is missing.
fn by_thread(statements: BTreeMap<String, Statement>) -> Vec<Vec<Statement>> {
    let answers: HashMap<String, Option<String>> = statements.values().map(|s| (s.id.clone(), above(s))).collect();
    let mut tops: HashMap<String, String> = HashMap::new();
    let mut threads: BTreeMap<String, Vec<Statement>> = BTreeMap::new();
    for (id, mut statement) in statements {
        statement.thread = top(&id, &answers, &mut tops);
        threads.entry(statement.thread.clone()).or_default().push(statement);
    }
    threads.into_values().collect()
}

/// The next id on the way to the article. A comment that its article's record brings belongs there, even where it says that
/// it answers a comment that nobody knows, or itself.
fn above(statement: &Statement) -> Option<String> {
    match (statement.kind, &statement.local_id) {
        (Kind::Article, _) => None,
        (_, Some(_)) => Some(statement.thread.clone()),
        (_, None) => statement.answers.clone(),
    }
}

/// The id at the top of a chain of answers; of a circle the smallest id in it.
fn top(from: &str, answers: &HashMap<String, Option<String>>, tops: &mut HashMap<String, String>) -> String {
    let mut way: Vec<String> = Vec::new();
    let mut on_way: BTreeSet<String> = BTreeSet::new();
    let mut at = from.to_owned();
    let found = loop {
        if let Some(known) = tops.get(&at) {
            break known.clone();
        }
        if !on_way.insert(at.clone()) {
            let circle = way.iter().position(|id| *id == at).unwrap_or(0);
            break way.iter().skip(circle).min().cloned().unwrap_or(at);
        }
        way.push(at.clone());
        match answers.get(&at) {
            Some(Some(answered)) => at.clone_from(answered),
            Some(None) | None => break at,
        }
    };
    for id in way {
        tops.insert(id, found.clone());
    }
    found
}

/// One thread, settled. Names seen before are found again, unless the whole thread was just read from one source.
fn settled(mut thread: Vec<Statement>, fresh: &BTreeSet<String>) -> Vec<Statement> {
    settle(&mut thread);
    let sources: BTreeSet<&str> = thread.iter().map(|s| s.source.as_str()).collect();
    let known = sources.len() == 1 && thread.iter().all(|s| fresh.contains(&s.id));
    if known && thread.first().is_some_and(|s| s.kind == Kind::Article) {
        return thread;
    }
    let mut named: Vec<Entity> = Vec::new();
    for statement in &mut thread {
        if statement.kind != Kind::Article && !statement.entities_given {
            statement.entities = names(statement, &named);
        }
        named.extend(statement.entities.iter().cloned());
    }
    thread
}

/// Entities of a comment after those named before it.
fn names(statement: &Statement, named: &[Entity]) -> Vec<Entity> {
    let mut comment = Comment {
        author: statement.authors.first().cloned(),
        language: Some(statement.language.clone().unwrap_or_default()),
        text: statement.text.clone(),
        ..Comment::default()
    };
    enrich::comment(&mut comment, named);
    comment.entities
}
