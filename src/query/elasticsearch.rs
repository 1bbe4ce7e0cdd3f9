//! A query as the body of an Elasticsearch search.
//!
//! In: a node. Out: JSON over the fields that `foreign` lists, and the mapping that gives them their meaning there.

use super::foreign::{JOIN, Reason, Untold, check, fields, untold};
use super::tree::{Form, Match, Names, Node, Number, Presence, Range, Term, Words};
use crate::article::EntityType;
use crate::text::Day;
use serde_json::{Map, Value, json};

/// Places that words of one name stand within: fewer than lie between two names.
const WITHIN_A_NAME: u32 = 99;
/// Words of the index that a slip of spelling may stand for.
const EXPANSIONS: u32 = 10_000;

/// Places between two paragraphs, names or asides: more than any nearness reaches.
const BORDER: u32 = 200;

/// Settings and mapping of an index in which the queries of [`super::foreign`] mean the same.
///
/// Words come to it cut and folded with blanks between them, so no analysis of its own cuts otherwise; stems are Snowball's
/// of one language (`English`, `German`, …).
#[must_use]
pub fn mapping(language: &str) -> Value {
    let analyzer = |filters: &[&str]| json!({ "type": "custom", "tokenizer": "whitespace", "filter": filters });
    let words = json!({ "type": "text", "analyzer": "words", "position_increment_gap": BORDER });
    let stems = json!({ "type": "text", "analyzer": "stems", "position_increment_gap": BORDER });
    let mut stemmed = words.clone();
    if let Some(fields) = stemmed.as_object_mut() {
        fields.insert("fields".to_owned(), json!({ "stem": stems }));
    }
    let of = |kind: &str| json!({ "type": kind });
    let named = json!({ "type": "keyword", "fields": { "name": words } });
    let mut properties = Map::new();
    let groups: [(&[&str], Value); 7] = [
        (&["title", "text", "aside", "byline", "own", "quoted"], stemmed),
        (&["author", "entity", "person", "org", "place", "tag"], words),
        (&["url", "path", "lang", "id", "thread", "kind"], of("keyword")),
        (&["site"], named),
        (&["first", "last"], of("date")),
        (&["depth", "comments", "words", "quotes"], of("integer")),
        (&["shown"], json!({ "type": "object", "enabled": false })),
    ];
    for (names, kind) in groups {
        properties.extend(names.iter().map(|name| ((*name).to_owned(), kind.clone())));
    }
    json!({
        "settings": { "analysis": {
            "filter": { "snowball": { "type": "snowball", "language": language } },
            "analyzer": { "words": analyzer(&[]), "stems": analyzer(&["snowball"]) }
        } },
        "mappings": { "dynamic": false, "properties": properties }
    })
}

pub(super) fn body(node: &Node) -> Result<String, Untold> {
    let body = json!({ "query": query(node)? });
    Ok(format!("{body:#}"))
}

fn query(node: &Node) -> Result<Value, Untold> {
    Ok(match &node.asks {
        Match::All => json!({ "match_all": {} }),
        Match::Nothing => json!({ "match_none": {} }),
        Match::And(nodes) => conjunction(nodes)?,
        Match::Or(nodes) => should(nodes.iter().map(query).collect::<Result<_, _>>()?),
        Match::Not(node) => json!({ "bool": { "must_not": [query(node)?] } }),
        Match::Text(scope, words) => anywhere(fields(*scope), words).map_err(untold(node))?,
        Match::Own(words) => anywhere(&["own"], words).map_err(untold(node))?,
        Match::Quoted(words) => anywhere(&["quoted"], words).map_err(untold(node))?,
        Match::Author(names) => name("author", names).map_err(untold(node))?,
        Match::Entity(kind, names) => name(entity(*kind), names).map_err(untold(node))?,
        Match::Under(_) | Match::HasComment(_) | Match::ReplyTo(_) => return Err(untold(node)(JOIN)),
        fact => self::fact(fact),
    })
}

/// Exclusions beside what must match, as they are written there.
fn conjunction(nodes: &[Node]) -> Result<Value, Untold> {
    let (mut must, mut must_not) = (Vec::new(), Vec::new());
    for node in nodes {
        match &node.asks {
            Match::Not(excluded) => must_not.push(query(excluded)?),
            _ => must.push(query(node)?),
        }
    }
    let mut clauses = Map::new();
    if !must.is_empty() {
        clauses.insert("must".to_owned(), Value::Array(must));
    }
    if !must_not.is_empty() {
        clauses.insert("must_not".to_owned(), Value::Array(must_not));
    }
    Ok(json!({ "bool": clauses }))
}

fn should(queries: Vec<Value>) -> Value {
    json!({ "bool": { "should": queries, "minimum_should_match": 1 } })
}

fn fact(fact: &Match) -> Value {
    let part = |field: &str, value: &str| wildcard(field, &format!("*{}*", escaped(value)));
    match fact {
        Match::Site(value) => should(vec![
            json!({ "term": { "site": value.to_lowercase() } }),
            wildcard("site", &format!("*.{}", escaped(&value.to_lowercase()))),
            json!({ "match": { "site.name": { "query": value, "operator": "and" } } }),
        ]),
        Match::Url(value) => part("url", value),
        Match::Path(value) => part("path", value),
        Match::Language(value) => {
            should(vec![json!({ "term": { "lang": value } }), json!({ "prefix": { "lang": format!("{value}-") } })])
        }
        Match::Tag(value) => json!({ "match": { "tag": { "query": value, "operator": "and" } } }),
        Match::Id(value) => json!({ "prefix": { "id": value } }),
        Match::Thread(value) => json!({ "prefix": { "thread": value } }),
        Match::Kind(kind) => json!({ "term": { "kind": kind.to_string() } }),
        Match::Number(number, range) => json!({ "range": { counted(*number): bounds(*range) } }),
        Match::Has(Presence::Author) => json!({ "exists": { "field": "author" } }),
        Match::Has(Presence::Date) => json!({ "exists": { "field": "first" } }),
        Match::Has(Presence::Comments) => json!({ "range": { "comments": { "gte": 1 } } }),
        Match::Has(Presence::Quote) => json!({ "range": { "quotes": { "gte": 1 } } }),
        Match::Day { from, until } => days(*from, *until),
        _ => json!({ "match_all": {} }),
    }
}

fn days(from: Option<Day>, until: Option<Day>) -> Value {
    let from = from.map(|day| json!({ "range": { "first": { "gte": day.to_string() } } }));
    let until = until.map(|day| json!({ "range": { "last": { "lte": day.to_string() } } }));
    let ends: Vec<Value> = from.into_iter().chain(until).collect();
    if ends.is_empty() { json!({ "exists": { "field": "first" } }) } else { json!({ "bool": { "filter": ends } }) }
}

fn bounds(range: Range) -> Value {
    let mut bounds = Map::new();
    bounds.extend(range.least.map(|least| ("gte".to_owned(), least.into())));
    bounds.extend(range.most.map(|most| ("lte".to_owned(), most.into())));
    Value::Object(bounds)
}

/// Words in one of some fields.
fn anywhere(fields: &[&str], words: &Words) -> Result<Value, Reason> {
    check(words)?;
    let mut queries: Vec<Value> = fields.iter().map(|field| in_field(field, words)).collect();
    Ok(if queries.len() == 1 { queries.remove(0) } else { should(queries) })
}

fn in_field(field: &str, words: &Words) -> Value {
    match words {
        Words::Term(term) => one_word(field, term),
        Words::Phrase(terms) if terms.iter().all(|term| term.form == Form::Exact) => {
            let phrase: Vec<&str> = terms.iter().map(|term| term.word.as_str()).collect();
            json!({ "match_phrase": { field: phrase.join(" ") } })
        }
        words => json!({ "intervals": { field: rule(field, words) } }),
    }
}

fn one_word(field: &str, term: &Term) -> Value {
    match term.form {
        Form::Family => json!({ "match": { format!("{field}.stem"): term.word } }),
        Form::Exact => json!({ "term": { field: term.word } }),
        Form::Wildcard => json!({ "wildcard": { field: { "value": term.word } } }),
        Form::Fuzzy(edits) => {
            json!({ "fuzzy": { field: { "value": term.word, "fuzziness": edits, "max_expansions": EXPANSIONS, "transpositions": true } } })
        }
        Form::Regex => json!({ "regexp": { field: { "value": term.word, "flags": "NONE" } } }),
    }
}

/// Words as a rule over places.
fn rule(field: &str, words: &Words) -> Value {
    let terms = |terms: &[Term]| terms.iter().map(|term| of_term(field, term)).collect::<Vec<_>>();
    let all = |ordered: bool, gaps: u32, rules: Vec<Value>| json!({ "all_of": { "ordered": ordered, "max_gaps": gaps, "intervals": rules } });
    match words {
        Words::Term(term) => of_term(field, term),
        Words::Phrase(own) => all(true, 0, terms(own)),
        Words::Within { terms: own, slack } => all(false, *slack, terms(own)),
        Words::Near { left, right, gap, ordered } => all(*ordered, *gap, vec![rule(field, left), rule(field, right)]),
        Words::Any(words) => {
            json!({ "any_of": { "intervals": words.iter().map(|words| rule(field, words)).collect::<Vec<_>>() } })
        }
    }
}

fn of_term(field: &str, term: &Term) -> Value {
    match term.form {
        Form::Family => json!({ "match": { "query": term.word, "use_field": format!("{field}.stem") } }),
        Form::Exact => json!({ "match": { "query": term.word } }),
        Form::Wildcard => json!({ "wildcard": { "pattern": term.word } }),
        Form::Fuzzy(edits) => json!({ "fuzzy": { "term": term.word, "fuzziness": edits, "transpositions": true } }),
        Form::Regex => json!({ "regexp": { "pattern": term.word } }),
    }
}

/// All words in one name, in any order.
fn name(field: &str, names: &Names) -> Result<Value, Reason> {
    match names.terms.as_slice() {
        [term] => {
            check(&Words::Term(term.clone()))?;
            Ok(one_word(field, term))
        }
        terms => {
            let words = Words::Within { terms: terms.to_vec(), slack: WITHIN_A_NAME };
            check(&words)?;
            Ok(in_field(field, &words))
        }
    }
}

fn wildcard(field: &str, pattern: &str) -> Value {
    json!({ "wildcard": { field: { "value": pattern, "case_insensitive": true } } })
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('*', "\\*").replace('?', "\\?")
}

/// The field of a type of entities.
pub(super) fn entity(kind: Option<EntityType>) -> &'static str {
    match kind {
        Some(EntityType::Person) => "person",
        Some(EntityType::Org) => "org",
        Some(EntityType::Place) => "place",
        None => "entity",
    }
}

/// The field of a number.
pub(super) fn counted(number: Number) -> &'static str {
    match number {
        Number::Depth => "depth",
        Number::Comments => "comments",
        Number::Words => "words",
    }
}
