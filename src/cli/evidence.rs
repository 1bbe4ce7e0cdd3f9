//! Why names are taken for what they are: statements read once more, since an index keeps names and not their reasons.
//!
//! In: an index and names in it, or a statement. Out: the forms of each name, with the reason for it.

use super::stop::Stop;
use crate::article::{Entity, Kind, Statement};
use crate::ask::{Entities, Evidence, NamedEntity};
use crate::engine::{Decided, Engine, Fault, Index, Request, Sort};
use crate::enrich::names;
use crate::query::parse;
use crate::text::Day;
use std::collections::BTreeMap;

/// Statements of a name that are read for it.
const READ: usize = 50;

/// Adds to each name its forms in the first statements that name it.
pub(super) fn add(index: &Decided<Index>, entities: &mut Entities, today: Day) -> Result<(), Stop> {
    for entity in &mut entities.entities {
        entity.evidence = of_name(index, entity, today)?;
    }
    Ok(())
}

fn of_name(index: &Decided<Index>, entity: &NamedEntity, today: Day) -> Result<Vec<Evidence>, Stop> {
    let query =
        parse(&entity.extent.query, today).map_err(|refusal| Stop::Refused(crate::ask::Refused::Query(refusal)))?;
    let order = index.order(&Request { query: query.root, sort: Sort::Newest, take: READ, why: false })?;
    let mut forms: BTreeMap<(String, String), (usize, String)> = BTreeMap::new();
    for placed in &order.first {
        let Some(statement) = index.undecided().statement(&placed.id)? else { continue };
        for (mention, reason) in reasons(index, &statement)? {
            let Some((key, name)) = index.aliases().meaning(&mention.joining_key(&statement.thread), &mention.name)
            else {
                continue;
            };
            if key != entity.key {
                continue;
            }
            let is_own = key == mention.joining_key(&statement.thread);
            let reason = if is_own { reason } else { format!("{name} by decision, else {}", mention.name) };
            forms.entry((mention.text, reason)).or_insert((0, placed.id.clone())).0 += 1;
        }
    }
    let evidence = |((text, reason), (times, id))| Evidence { text, reason, times, id };
    let mut all: Vec<Evidence> = forms.into_iter().map(evidence).collect();
    all.sort_by_key(|evidence| std::cmp::Reverse(evidence.times));
    Ok(all)
}

/// The entities of a statement as it is kept, each with the reason for its name.
pub(super) fn reasons(index: &Decided<Index>, statement: &Statement) -> Result<Vec<(Entity, String)>, Fault> {
    let again = match statement.kind {
        Kind::Article => names::of_article(&Statement::to_record(statement, &[])),
        _ => names::of_comment(&statement.text, statement.authors.first(), &before(index, statement)?),
    };
    let reason = |entity: &Entity| {
        let same = again.iter().find(|(other, _)| other == entity);
        same.map_or_else(|| "as its record names it".to_owned(), |(_, reason)| reason.to_string())
    };
    Ok(statement.entities.iter().map(|entity| (entity.clone(), reason(entity))).collect())
}

/// What the article and the earlier comments name.
fn before(index: &Decided<Index>, statement: &Statement) -> Result<Vec<Entity>, Fault> {
    let mut thread = index.undecided().thread(&statement.thread)?;
    thread.retain(|other| other.kind == Kind::Article || other.turn < statement.turn);
    thread.sort_by_key(|other| (other.kind != Kind::Article, other.turn));
    Ok(thread.into_iter().flat_map(|other| other.entities).collect())
}
