//! An engine under the user's word on names: what was decided holds for every question, and no index is made anew.
//!
//! In: an engine and the decisions of alias files. Out: the same engine, which finds, counts and shows names as decided.
//!
//! ```text
//!  person:xi ──▶ person:xi OR key:"person:xi jinping" OR key:"person:习 近 平"   every name of whom a name is meant
//!            ──▶ … NOT id:…                                                  where only what is no name was found
//!  values, statements ──▶ keys and names as decided
//! ```

use super::{By, Engine, Fault, Order, Request, Value};
use crate::article::{Aliases, Entity, EntityType, Statement};
use crate::query::{Match, Names, Node, key_forms};
use std::collections::BTreeMap;

/// An engine and the decisions that hold for it.
pub struct Decided<E> {
    engine: E,
    aliases: Aliases,
}

impl<E: Engine> Decided<E> {
    /// An engine under these decisions.
    pub fn new(engine: E, aliases: Aliases) -> Decided<E> {
        Decided { engine, aliases }
    }

    /// The decisions.
    pub fn aliases(&self) -> &Aliases {
        &self.aliases
    }

    /// The engine, with statements and keys as they are kept.
    pub fn undecided(&self) -> &E {
        &self.engine
    }

    /// A statement with its entities as decided.
    pub fn shown(&self, mut statement: Statement) -> Statement {
        let decided = |mut entity: Entity| {
            (entity.key, entity.name) = self.aliases.meaning(&entity.key, &entity.name)?;
            Some(entity)
        };
        statement.entities = statement.entities.into_iter().filter_map(decided).collect();
        statement
    }

    /// A question as the engine below is asked it.
    fn asked(&self, node: &Node) -> Result<Node, Fault> {
        if self.aliases.is_empty() {
            return Ok(node.clone());
        }
        let one = |inner: &Node| self.asked(inner).map(Box::new);
        let all = |nodes: &[Node]| nodes.iter().map(|inner| self.asked(inner)).collect::<Result<Vec<_>, _>>();
        let asks = match &node.asks {
            Match::And(nodes) => Match::And(all(nodes)?),
            Match::Or(nodes) => Match::Or(all(nodes)?),
            Match::Not(inner) => Match::Not(one(inner)?),
            Match::Under(inner) => Match::Under(one(inner)?),
            Match::HasComment(inner) => Match::HasComment(one(inner)?),
            Match::ReplyTo(inner) => Match::ReplyTo(one(inner)?),
            Match::Entity(kind, names) => self.named(node, *kind, names)?,
            Match::Key(value) => self.keyed(value),
            other => other.clone(),
        };
        Ok(Node { span: node.span, asks })
    }

    /// Statements with such a name, or with another name of whom that is a name.
    fn named(&self, node: &Node, kind: Option<EntityType>, names: &Names) -> Result<Match, Fault> {
        let is_named = |folded: &str| names.stand_in(folded);
        let keys = self.aliases.all_named(kind, is_named);
        let mut ways = vec![self.without_none(node, kind, names)?];
        ways.extend(keys.into_iter().flat_map(everywhere));
        Ok(any(ways))
    }

    /// The node without the statements in which only what is no name has such a name.
    fn without_none(&self, node: &Node, kind: Option<EntityType>, names: &Names) -> Result<Node, Fault> {
        let none = self.aliases.none_named(|folded| names.stand_in(folded));
        let kinds: Vec<EntityType> =
            EntityType::ALL.into_iter().filter(|one| kind.is_none_or(|kind| kind == *one)).collect();
        let keys = none.iter().flat_map(|name| kinds.iter().map(move |kind| format!("{kind}:{name}")));
        let keys: Vec<Node> = keys.flat_map(everywhere).collect();
        if keys.is_empty() {
            return Ok(node.clone());
        }
        let is_name = |entity: &Entity| {
            let asked = kinds.contains(&entity.kind) && self.aliases.meaning(&entity.key, "").is_some();
            asked && [&entity.name, &entity.text].into_iter().any(|name| names.stand_in(name))
        };
        let mut wrong = Vec::new();
        for id in self.engine.ids(&leaf(Match::And(vec![node.clone(), leaf(any(keys))])))? {
            let statement = self.engine.statement(&id)?;
            if !statement.is_some_and(|statement| statement.entities.iter().any(is_name)) {
                wrong.push(leaf(Match::Id(id)));
            }
        }
        if wrong.is_empty() {
            return Ok(node.clone());
        }
        Ok(leaf(Match::And(vec![node.clone(), leaf(Match::Not(Box::new(leaf(any(wrong)))))])))
    }

    /// Statements with a key, or with one that means the same.
    fn keyed(&self, value: &str) -> Match {
        // the decisions are about who is named; two who write under one short name stay two
        if value.starts_with("author:") {
            return Match::Key(value.to_owned());
        }
        let mut keys = Vec::new();
        for form in key_forms(value) {
            match self.aliases.meaning(&form, "") {
                Some((meant, _)) if self.aliases.joins(&meant) => {
                    keys.extend(self.aliases.all_of(&meant).into_iter().flat_map(everywhere));
                }
                Some(_) => keys.push(leaf(Match::Key(form))),
                None => {}
            }
        }
        any(keys)
    }

    /// Counts of one key from those of all that mean it: a statement that names several counts once.
    fn joined(&self, query: &Node, key: String, own: &[Value]) -> Result<Value, Fault> {
        let count = match own {
            [only] => only.count,
            _ => {
                let keys = own.iter().map(|value| leaf(Match::Key(value.key.clone()))).collect();
                self.engine.count(&leaf(Match::And(vec![query.clone(), leaf(any(keys))])))?
            }
        };
        let first = own.iter().map(|value| value.first.clone()).min().unwrap_or_default();
        Ok(Value { key, count, first })
    }
}

impl<E: Engine> Engine for Decided<E> {
    fn order(&self, request: &Request) -> Result<Order, Fault> {
        self.engine.order(&Request { query: self.asked(&request.query)?, ..request.clone() })
    }

    fn ids(&self, query: &Node) -> Result<Vec<String>, Fault> {
        self.engine.ids(&self.asked(query)?)
    }

    fn count(&self, query: &Node) -> Result<usize, Fault> {
        self.engine.count(&self.asked(query)?)
    }

    fn values(&self, query: &Node, by: By) -> Result<Vec<Value>, Fault> {
        let query = self.asked(query)?;
        let values = self.engine.values(&query, by)?;
        if self.aliases.is_empty() || !matches!(by, By::Entity(_)) {
            return Ok(values);
        }
        let mut meant: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for value in values {
            if let Some((key, _)) = self.aliases.meaning(&value.key, "") {
                meant.entry(key).or_default().push(value);
            }
        }
        meant.into_iter().map(|(key, own)| self.joined(&query, key, &own)).collect()
    }

    fn keys_of(&self, key: &str) -> Vec<String> {
        self.aliases.all_of(key)
    }

    fn near_words(&self, word: &str, most: usize) -> Result<Vec<(String, usize)>, Fault> {
        self.engine.near_words(word, most)
    }

    fn ids_from(&self, prefix: &str, most: usize) -> Result<Vec<String>, Fault> {
        self.engine.ids_from(prefix, most)
    }

    fn statement(&self, id: &str) -> Result<Option<Statement>, Fault> {
        Ok(self.engine.statement(id)?.map(|statement| self.shown(statement)))
    }

    fn thread(&self, id: &str) -> Result<Vec<Statement>, Fault> {
        Ok(self.engine.thread(id)?.into_iter().map(|statement| self.shown(statement)).collect())
    }
}

/// A key, and the same as a bare name in any conversation.
fn everywhere(key: String) -> [Node; 2] {
    [leaf(Match::Key(format!("{key}@"))), leaf(Match::Key(key))]
}

fn any(mut nodes: Vec<Node>) -> Match {
    match nodes.pop() {
        Some(only) if nodes.is_empty() => only.asks,
        Some(last) => {
            nodes.push(last);
            Match::Or(nodes)
        }
        None => Match::Nothing,
    }
}

fn leaf(asks: Match) -> Node {
    Node { span: crate::text::Span::default(), asks }
}

#[cfg(test)]
mod tests {
    use super::{Aliases, Decided, Engine};
    use crate::article::{Entity, EntityType, Place, Statement};
    use crate::engine::{By, Scan};
    use crate::query::parse;
    use crate::text::Day;

    fn statement(id: &str, persons: &[&str]) -> Statement {
        let entity = |name: &&str| Entity {
            start: 0,
            end: 0,
            place: Place::Text,
            kind: EntityType::Person,
            text: (*name).to_owned(),
            name: (*name).to_owned(),
            key: if name.contains(' ') {
                Entity::key_for(EntityType::Person, name)
            } else {
                Entity::local_key_for(EntityType::Person, name)
            },
        };
        let entities = persons.iter().map(entity).collect();
        Statement { id: id.to_owned(), thread: id.to_owned(), entities, ..Statement::default() }
    }

    fn decided(aliases: &str) -> Decided<Scan> {
        let statements = vec![
            statement("a", &["Ada Lund", "Lund"]),
            statement("b", &["Lund"]),
            statement("c", &["Eva Lund"]),
            statement("d", &["Per Berg", "God Bless"]),
            statement("e", &["God Bless"]),
        ];
        Decided::new(Scan { statements }, Aliases::read(aliases).0)
    }

    fn ids(engine: &dyn Engine, typed: &str) -> String {
        let query = parse(typed, Day::from_number(0)).expect("within the bounds");
        engine.ids(&query.root).expect("ids").join(" ")
    }

    fn persons(engine: &dyn Engine) -> String {
        let query = parse("", Day::from_number(0)).expect("within the bounds");
        let values = engine.values(&query.root, By::Entity(EntityType::Person)).expect("values");
        values.into_iter().map(|value| format!("{} {}", value.key, value.count)).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn nothing_decided_changes_nothing() {
        let engine = decided("");
        assert_eq!(ids(&engine, "person:lund"), "a b c");
        assert_eq!(ids(&engine, "key:\"person:lund\""), "", "a bare name means somebody in its conversation");
        assert!(persons(&engine).contains("person:lund@a 1, person:lund@b 1"), "{}", persons(&engine));
    }

    #[test]
    fn a_statement_that_names_one_by_two_names_counts_once() {
        let engine = decided("person\tAda Lund\tLund");
        assert_eq!(persons(&engine), "person:ada lund 2, person:eva lund 1, person:god bless 2, person:per berg 1");
        for (typed, found) in [
            ("person:ada", "a b"),
            ("key:\"person:lund@b\"", "a b"),
            ("under:{person:ada} OR person:ada", "a b"),
            ("person:lund NOT person:ada", "c"),
        ] {
            assert_eq!(ids(&engine, typed), found, "{typed}");
        }
        assert_eq!(engine.keys_of("person:ada lund"), ["person:ada lund", "person:lund"]);
        let shown = engine.statement("b").expect("an answer").expect("a statement");
        assert_eq!((shown.entities[0].name.as_str(), shown.entities[0].text.as_str()), ("Ada Lund", "Lund"));
    }

    #[test]
    fn no_name_is_found_only_by_another_in_the_same_statement() {
        let engine = decided("not\tGod Bless\tLund");
        assert_eq!(ids(&engine, "person:bless"), "");
        assert_eq!(ids(&engine, "entity:*e*"), "c d", "Eva and Per Berg, not Bless");
        assert_eq!(ids(&engine, "person:lund"), "a c");
        assert_eq!(persons(&engine), "person:ada lund 1, person:eva lund 1, person:per berg 1");
    }
}
