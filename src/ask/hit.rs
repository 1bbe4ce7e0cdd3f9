//! Hits: a statement at its place in the order, with its passages and whom it answers.
//!
//! In: places in the order. Out: hits. The order is the engine's, the passages are `snippet`'s.

use super::answer::{Hit, Snippet, Why};
use super::look;
use super::question::Question;
use crate::article::{Kind, Statement};
use crate::engine::{Engine, Fault, Placed};
use crate::query::Node;
use crate::snippet::{self, Options};
use std::collections::HashMap;

/// Makes hits, and remembers whom comments answer.
pub(super) struct Hits<'a> {
    engine: &'a dyn Engine,
    query: &'a Node,
    question: &'a Question,
    known: HashMap<String, Option<String>>,
}

impl<'a> Hits<'a> {
    pub(super) fn new(engine: &'a dyn Engine, query: &'a Node, question: &'a Question) -> Hits<'a> {
        Hits { engine, query, question, known: HashMap::new() }
    }

    /// The hit of a statement; none where the index lost it meanwhile.
    pub(super) fn hit(&mut self, placed: &Placed) -> Result<Option<Hit>, Fault> {
        let statement = self.engine.statement(&placed.id)?;
        statement.map(|statement| self.of(&statement, placed)).transpose()
    }

    /// A statement that stands there for others: without passages, since it was not found.
    pub(super) fn unfound(&mut self, statement: &Statement) -> Result<Hit, Fault> {
        Ok(Hit {
            short: look::short(self.engine, &statement.id)?,
            answers: self.answers(statement)?,
            ..Hit::from(statement)
        })
    }

    /// The hit of a statement at its place.
    pub(super) fn of(&mut self, statement: &Statement, placed: &Placed) -> Result<Hit, Fault> {
        let question = self.question;
        let options = Options { chars: question.chars, passages: question.passages, quoted: &statement.quoted };
        let snippets = snippet::passages(&statement.text, self.query, statement.language.as_deref(), &options);
        Ok(Hit {
            score: placed.score,
            why: placed.parts.iter().map(Why::from).collect(),
            snippets: snippets.into_iter().map(Snippet::from).collect(),
            ..self.unfound(statement)?
        })
    }

    /// The name of the one whom a comment answers; none for an article, or where nobody is named.
    fn answers(&mut self, statement: &Statement) -> Result<Option<String>, Fault> {
        if statement.kind == Kind::Article {
            return Ok(None);
        }
        let id = statement.parent.as_ref().unwrap_or(&statement.thread);
        if let Some(known) = self.known.get(id) {
            return Ok(known.clone());
        }
        let answered = self.engine.statement(id)?;
        let names = answered.map(|s| s.authors.iter().map(|author| author.name.clone()).collect::<Vec<_>>().join(", "));
        let name = names.filter(|name| !name.is_empty());
        self.known.insert(id.clone(), name.clone());
        Ok(name)
    }
}
