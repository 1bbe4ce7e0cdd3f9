//! A query as the body of an Elasticsearch search.
//!
//! In: what a query asks of the fields that `foreign` lists. Out: JSON, and the mapping that gives the fields their meaning.

use super::foreign::Clause;
use super::tree::{Form, Term, Words};
use serde_json::{Map, Value, json};

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
    let mut properties = Map::new();
    let groups: [(&[&str], Value); 6] = [
        (&["title", "text", "aside", "byline", "own", "quoted"], stemmed),
        (&["author", "entity", "person", "org", "place"], words),
        (&["key", "site", "url", "path", "lang", "tag", "id", "thread", "kind"], of("keyword")),
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

pub(super) fn body(clause: &Clause) -> String {
    let body = json!({ "query": query(clause) });
    format!("{body:#}")
}

fn query(clause: &Clause) -> Value {
    match clause {
        Clause::Everything => json!({ "match_all": {} }),
        Clause::Nothing => json!({ "match_none": {} }),
        Clause::All { must, not } => {
            let kinds = [("must", must), ("must_not", not)].into_iter().filter(|(_, clauses)| !clauses.is_empty());
            let clauses = kinds.map(|(kind, clauses)| (kind.to_owned(), clauses.iter().map(query).collect()));
            json!({ "bool": clauses.collect::<Map<_, _>>() })
        }
        Clause::Any(clauses) => {
            let should: Vec<Value> = clauses.iter().map(query).collect();
            json!({ "bool": { "should": should, "minimum_should_match": 1 } })
        }
        Clause::Words(field, words, _) => in_field(field, words),
        Clause::Is(field, value) => json!({ "term": { *field: value } }),
        Clause::Begins(field, value) => json!({ "prefix": { *field: value } }),
        Clause::Holds(field, value) => json!({ "wildcard": { *field: { "value": format!("*{}*", escaped(value)) } } }),
        Clause::Present(field) => json!({ "exists": { "field": field } }),
        Clause::Between(field, least, most) => {
            let ends = [("gte", least), ("lte", most)].into_iter();
            let ends = ends.filter_map(|(end, value)| value.as_ref().map(|value| (end.to_owned(), json!(value))));
            json!({ "range": { *field: ends.collect::<Map<_, _>>() } })
        }
    }
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

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('*', "\\*").replace('?', "\\?")
}
