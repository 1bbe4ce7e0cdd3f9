//! The scan: every statement read one by one, each clause taken literally. It defines what a query means and judges the index.
//!
//! In: statements in memory and a request. Out: what an index must find. It is slow on purpose: no list, no bit set,
//! no arithmetic of positions, only the query page word by word; it scores nothing. Facts are shared with the index (`facts`), as is the order of hits.

use super::fault::Fault;
use super::near::nearest;
use super::order::{Rank, compare};
use super::values::Tally;
use super::{By, Engine, Order, Placed, Request, Value, facts};
use crate::article::{EntityType, Kind, Statement, key_of};
use crate::query::{
    Form, Match, Names, Node, Number, Presence, Range, Scope, Term, TermMatcher, Words, key_forms, site_forms,
};
use crate::text::{Day, STEMMED_LANGUAGES, Span, Stemmer, words};
use std::collections::{BTreeMap, BTreeSet};

/// Statements in memory, searched one by one.
#[derive(Debug, Clone, Default)]
pub struct Scan {
    /// The statements, in no order.
    pub statements: Vec<Statement>,
}

impl Engine for Scan {
    fn order(&self, request: &Request) -> Result<Order, Fault> {
        let day = |s: &Statement| facts::period(s).map(|period| period.first.number().into());
        let rank = |s: &Statement| (Rank { score: 0.0, day: day(s), id: s.id.clone() }, s.thread.clone());
        let mut found: Vec<(Rank, String)> = self.matching(&request.query).into_iter().map(rank).collect();
        found.sort_by(|(a, _), (b, _)| compare(request.sort, a, b));
        let total = found.len();
        let placed = |(rank, thread): (Rank, String)| Placed { id: rank.id, thread, score: 0.0, parts: Vec::new() };
        Ok(Order { total, first: found.into_iter().take(request.take).map(placed).collect() })
    }

    fn ids(&self, query: &Node) -> Result<Vec<String>, Fault> {
        let mut ids: Vec<String> = self.matching(query).into_iter().map(|s| s.id.clone()).collect();
        ids.sort_unstable();
        Ok(ids)
    }

    fn values(&self, query: &Node, by: By) -> Result<Vec<Value>, Fault> {
        let mut tally = Tally::default();
        for statement in self.matching(query) {
            facts::keys(statement, by).into_iter().for_each(|key| tally.add(key, 1, statement.id.clone()));
        }
        Ok(tally.values())
    }

    fn near_words(&self, word: &str, most: usize) -> Result<Vec<(String, usize)>, Fault> {
        let mut holders: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for s in &self.statements {
            for place in fields(Scope::Anywhere, s).into_iter().flatten() {
                holders.entry(place.word).or_default().insert(&s.id);
            }
        }
        let counted = holders.into_iter().map(|(word, ids)| (word, ids.len()));
        Ok(nearest(word, most, counted))
    }

    fn ids_from(&self, prefix: &str, most: usize) -> Result<Vec<String>, Fault> {
        let ids: BTreeSet<&String> =
            self.statements.iter().map(|s| &s.id).filter(|id| id.starts_with(prefix)).collect();
        Ok(ids.into_iter().take(most).cloned().collect())
    }

    fn statement(&self, id: &str) -> Result<Option<Statement>, Fault> {
        Ok(self.statements.iter().find(|s| s.id == id).cloned())
    }

    fn thread(&self, id: &str) -> Result<Vec<Statement>, Fault> {
        Ok(self.statements.iter().filter(|s| s.thread == id).cloned().collect())
    }
}

impl Scan {
    fn matching(&self, query: &Node) -> Vec<&Statement> {
        let pingbacks = query.asks_for_pingbacks();
        let asked = self.statements.iter().filter(|s| pingbacks || s.kind != Kind::Pingback);
        asked.filter(|s| self.holds(query, s)).collect()
    }

    fn holds(&self, node: &Node, s: &Statement) -> bool {
        match &node.asks {
            Match::All => true,
            Match::Nothing => false,
            Match::And(nodes) => nodes.iter().all(|node| self.holds(node, s)),
            Match::Or(nodes) => nodes.iter().any(|node| self.holds(node, s)),
            Match::Not(inner) => !self.holds(inner, s),
            Match::Text(scope, asked) => fields(*scope, s).iter().any(|field| !found(asked, field, s).is_empty()),
            Match::Author(names) => one_name(names, facts::byline(s), s),
            Match::Entity(kind, names) => entity(*kind, names, s),
            Match::Key(value) => facts::known_keys(s).iter().any(|own| is_key(value, own)),
            Match::Site(value) => site_forms(value).iter().any(|form| facts::site_keys(s).contains(form)),
            Match::Url(part) => s.url.as_ref().is_some_and(|url| contains(url, part)),
            Match::Path(part) => contains(&s.path, part),
            Match::Language(code) => facts::language_keys(s).contains(&code.to_lowercase()),
            Match::Tag(tag) => s.tags.iter().any(|own| key_of(own) == key_of(tag)),
            Match::Id(id) => self.is(id, &s.id, |s| &s.id),
            Match::Thread(id) => self.is(id, &s.thread, |s| &s.thread),
            Match::Kind(kind) => s.kind == *kind,
            Match::Number(number, range) => counted(*number, s).is_some_and(|value| within(value, *range)),
            Match::Has(presence) => has(*presence, s),
            Match::Day { from, until } => days(*from, *until, s),
            Match::Own(asked) => stretch(asked, s, false),
            Match::Quoted(asked) => stretch(asked, s, true),
            Match::Under(inner) => {
                s.kind != Kind::Article && self.other(inner, |o| o.kind == Kind::Article && o.id == s.thread)
            }
            Match::HasComment(inner) => {
                s.kind == Kind::Article && self.other(inner, |o| o.kind == Kind::Comment && o.thread == s.id)
            }
            Match::ReplyTo(inner) => self.other(inner, |o| o.kind == Kind::Comment && s.parent.as_ref() == Some(&o.id)),
        }
    }

    /// Whether a statement of which `which` holds matches.
    fn other(&self, inner: &Node, which: impl Fn(&Statement) -> bool) -> bool {
        self.statements.iter().filter(|o| which(o)).any(|o| self.holds(inner, o))
    }

    /// An exact id wins over a prefix.
    fn is(&self, asked: &str, own: &str, of: impl Fn(&Statement) -> &String) -> bool {
        let exact = self.statements.iter().any(|s| of(s) == asked);
        if exact { own == asked } else { own.starts_with(asked) }
    }
}

/// Whether a key is the one asked for; `person:kim@` asks for that name in every conversation.
fn is_key(asked: &str, own: &str) -> bool {
    key_forms(asked).iter().any(|form| if form.ends_with('@') { own.starts_with(form) } else { own == form })
}

/// A word of a field, with what a query can ask of it.
struct Place {
    word: String,
    span: Span,
    paragraph: u32,
}

fn cut(text: &str) -> Vec<Place> {
    words(text).map(|w| Place { word: w.folded.into_owned(), span: w.span, paragraph: w.paragraph }).collect()
}

/// The texts that a scope stands for; each name of the byline is a text of its own.
fn fields(scope: Scope, s: &Statement) -> Vec<Vec<Place>> {
    let byline = || facts::byline(s).into_iter().map(name);
    match scope {
        Scope::Title => vec![cut(&s.title)],
        Scope::Text => vec![cut(&s.text)],
        Scope::Aside => s.asides.iter().map(|aside| cut(&aside.text)).collect(),
        Scope::Anywhere => [cut(&s.title), cut(&s.text)].into_iter().chain(byline()).collect(),
    }
}

fn name(name: &str) -> Vec<Place> {
    cut(name).into_iter().take(facts::NAME_WORDS).map(|place| Place { paragraph: 0, ..place }).collect()
}

/// Every way in which `asked` stands in a field, each as the numbers of its words.
fn found(asked: &Words, field: &[Place], s: &Statement) -> BTreeSet<BTreeSet<usize>> {
    let all: Vec<BTreeSet<usize>> = match asked {
        Words::Term(term) => at(term, field, s).into_iter().map(|i| BTreeSet::from([i])).collect(),
        Words::Phrase(terms) => {
            spread(terms, field, s, &|sofar, next| sofar.last().is_none_or(|last| *last + 1 == next))
        }
        Words::Within { terms, slack } => {
            let width = terms.len() + *slack as usize;
            spread(terms, field, s, &|sofar, next| sofar.iter().all(|i| i.abs_diff(next) < width && *i != next))
        }
        Words::Near { left, right, gap, ordered } => {
            let (left, right) = (found(left, field, s), found(right, field, s));
            let pairs = left.iter().flat_map(|l| right.iter().map(move |r| (l, r)));
            pairs.filter(|(l, r)| are_near(l, r, *gap, *ordered)).map(|(l, r)| l | r).collect()
        }
        Words::Any(choices) => choices.iter().flat_map(|choice| found(choice, field, s)).collect(),
    };
    let one_paragraph = |way: &BTreeSet<usize>| {
        let mut paragraphs = way.iter().filter_map(|i| field.get(*i)).map(|place| place.paragraph);
        let first = paragraphs.next();
        paragraphs.all(|paragraph| Some(paragraph) == first)
    };
    all.into_iter().filter(one_paragraph).collect()
}

/// Chooses a place for every term in turn, where `fits` lets it stand beside those chosen so far.
fn spread(
    terms: &[Term],
    field: &[Place],
    s: &Statement,
    fits: &dyn Fn(&[usize], usize) -> bool,
) -> Vec<BTreeSet<usize>> {
    let mut ways: Vec<Vec<usize>> = vec![Vec::new()];
    for term in terms {
        let places = at(term, field, s);
        let next = |way: &Vec<usize>, i: usize| fits(way, i).then(|| [way.as_slice(), &[i]].concat());
        ways = ways.iter().flat_map(|way| places.iter().filter_map(|i| next(way, *i)).collect::<Vec<_>>()).collect();
    }
    ways.into_iter().map(BTreeSet::from_iter).collect()
}

fn are_near(left: &BTreeSet<usize>, right: &BTreeSet<usize>, gap: u32, ordered: bool) -> bool {
    let ends = |way: &BTreeSet<usize>| Some((*way.first()?, *way.last()?));
    let (Some((l1, l2)), Some((r1, r2))) = (ends(left), ends(right)) else { return false };
    let between = if r1 > l2 {
        r1 - l2 - 1
    } else if l1 > r2 {
        l1 - r2 - 1
    } else {
        0
    };
    left.is_disjoint(right) && between <= gap as usize && (!ordered || r1 > l2)
}

/// Where a term stands.
fn at(term: &Term, field: &[Place], s: &Statement) -> Vec<usize> {
    let where_it = |holds: &dyn Fn(&str) -> bool| {
        field.iter().enumerate().filter(|(_, place)| holds(&place.word)).map(|(i, _)| i).collect()
    };
    if term.form == Form::Family {
        let code = STEMMED_LANGUAGES.get(facts::stem_language(s.language.as_deref())).copied();
        let stemmer = Stemmer::of(Some(code.unwrap_or("none")));
        let stem = stemmer.stem(&term.word);
        return where_it(&|word| stemmer.stem(word) == stem);
    }
    let matcher = TermMatcher::new(term);
    where_it(&|word| matcher.matches(word))
}

fn one_name<'a>(names: &Names, known: impl IntoIterator<Item = &'a str>, s: &Statement) -> bool {
    let holds = |field: &[Place]| names.terms.iter().all(|term| !at(term, field, s).is_empty());
    !names.terms.is_empty() && known.into_iter().any(|known| holds(&name(known)))
}

fn entity(kind: Option<EntityType>, names: &Names, s: &Statement) -> bool {
    let mut asked = EntityType::ALL.into_iter().filter(|every| kind.is_none_or(|kind| kind == *every));
    asked.any(|kind| one_name(names, facts::entity_names(s, kind), s))
}

fn stretch(asked: &Words, s: &Statement, quoted: bool) -> bool {
    let field = cut(&s.text);
    let span = |way: &BTreeSet<usize>| {
        let spans = way.iter().filter_map(|i| field.get(*i)).map(|place| place.span);
        spans.reduce(Span::join).unwrap_or_default()
    };
    let stretches = facts::stretches(s);
    let inside = |span: Span| stretches.iter().any(|(is, stretch)| *is == quoted && stretch.holds(span));
    found(asked, &field, s).iter().map(span).any(inside)
}

fn counted(number: Number, s: &Statement) -> Option<u64> {
    match number {
        Number::Depth => s.depth.map(u64::from),
        Number::Comments => (s.kind == Kind::Article).then(|| u64::from(s.comments)),
        Number::Words => Some(u64::from(s.words)),
    }
}

fn within(value: u64, range: Range) -> bool {
    range.least.is_none_or(|least| least <= value) && range.most.is_none_or(|most| value <= most)
}

fn has(presence: Presence, s: &Statement) -> bool {
    match presence {
        Presence::Author => !s.authors.is_empty(),
        Presence::Date => facts::period(s).is_some(),
        Presence::Comments => s.kind == Kind::Article && s.comments > 0,
        Presence::Quote => !s.quoted.is_empty(),
    }
}

fn days(from: Option<Day>, until: Option<Day>, s: &Statement) -> bool {
    let Some(own) = facts::period(s) else { return false };
    from.is_none_or(|from| from <= own.first) && until.is_none_or(|until| own.last <= until)
}

fn contains(whole: &str, part: &str) -> bool {
    whole.to_lowercase().contains(&part.to_lowercase())
}
