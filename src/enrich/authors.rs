//! The authors: which names of which byline wrote the article.
//!
//! In: author clues, the site, the comments. Out: persons in the order of the byline, and a finding.
//! Names of one place belong together; the place whose names others confirm decides. Nobody is an ordinary result.

use super::body::Body;
use super::{byline, nothing};
use crate::article::{AsideKind, Clue, Comment, Draft, Field, Finding, Person, key_of};

/// A place less sure than this names nobody.
const LEAST: f32 = 0.25;
/// Below this a name that also stands in the thread is taken for a reader's.
const READER: f32 = 0.5;

/// What a body is worth as an author, as a share of the confidence of its place.
const BODY: f32 = 0.6;

/// Names that one kind of place states.
struct Place<'a> {
    from: &'a str,
    confidence: f32,
    names: Vec<String>,
}

/// Decides the authors.
pub(super) fn decide(draft: &Draft, site: Option<&str>, body: &Body, comments: &[Comment]) -> (Vec<Person>, Finding) {
    let clues: Vec<Clue> = draft.clues_for(Field::Author).cloned().collect();
    let places = places(&clues, |byline| byline::names(byline, site), comments);
    let places = if places.is_empty() { bodies(&clues, site) } else { places };
    let Some(best) = strongest(&places) else {
        return (Vec::new(), nothing(Field::Author, clues, "nobody is named as the author"));
    };
    let persons = persons(best, &places, body);
    let names: Vec<&str> = persons.iter().map(|person| person.name.as_str()).collect();
    let (value, reason) = (Some(names.join("; ")), reason(best, &places));
    let clues = clues.iter().map(|clue| weighed(clue, site, &persons)).collect();
    (persons, Finding { field: Field::Author, value, clues, reason })
}

fn weighed(clue: &Clue, site: Option<&str>, persons: &[Person]) -> Clue {
    let mut named = byline::names(&clue.value, site);
    named.extend(byline::bodies(&clue.value, site));
    let chosen = persons.iter().find(|person| named.iter().any(|name| same(name, &person.name)));
    Clue { confidence: chosen.map_or(0.0, |person| person.confidence), ..clue.clone() }
}

/// An agency or a newsroom stands for the author where no person is named anywhere.
fn bodies<'a>(clues: &'a [Clue], site: Option<&str>) -> Vec<Place<'a>> {
    let mut places = places(clues, |byline| byline::bodies(byline, site), &[]);
    places.iter_mut().for_each(|place| place.confidence *= BODY);
    places
}

fn places<'a>(clues: &'a [Clue], named: impl Fn(&str) -> Vec<String>, comments: &[Comment]) -> Vec<Place<'a>> {
    let mut places: Vec<Place<'a>> = Vec::new();
    for clue in clues {
        let mut names = named(&clue.value);
        names.retain(|name| clue.confidence >= READER || !is_reader(name, comments));
        if names.is_empty() {
            continue;
        }
        match places.iter_mut().find(|place| place.from == clue.from) {
            Some(place) => place.add(names, clue.confidence),
            None => places.push(Place { from: &clue.from, confidence: clue.confidence, names }),
        }
    }
    places
}

impl Place<'_> {
    fn add(&mut self, names: Vec<String>, confidence: f32) {
        self.confidence = self.confidence.max(confidence);
        for name in names {
            if !self.states(&name) {
                self.names.push(name);
            }
        }
    }

    fn states(&self, name: &str) -> bool {
        self.names.iter().any(|known| same(known, name))
    }

    /// How sure the place is, with those that share a name.
    fn weight(&self, places: &[Place<'_>]) -> f32 {
        let sharing = places.iter().filter(|other| other.names.iter().any(|name| self.states(name)));
        1.0 - sharing.map(|place| 1.0 - place.confidence.clamp(0.0, 0.99)).product::<f32>()
    }
}

/// The weightiest place; of equal ones the surer by itself, then the earlier.
fn strongest<'p, 'a>(places: &'p [Place<'a>]) -> Option<&'p Place<'a>> {
    let mut best: Option<(&Place<'a>, f32)> = None;
    for place in places {
        let weight = place.weight(places);
        let better = best.is_none_or(|(known, most)| {
            weight > most + 1e-6 || ((weight - most).abs() <= 1e-6 && place.confidence > known.confidence)
        });
        if better {
            best = Some((place, weight));
        }
    }
    best.filter(|(_, weight)| *weight >= LEAST).map(|(place, _)| place)
}

fn persons(place: &Place<'_>, places: &[Place<'_>], body: &Body) -> Vec<Person> {
    let sure = |name: &str| {
        let stating = places.iter().filter(|place| place.states(name));
        1.0 - stating.map(|place| 1.0 - place.confidence.clamp(0.0, 0.99)).product::<f32>()
    };
    let person = |name: &String| {
        let shown = fullest(name, places, body);
        Person { key: byline::key(&shown), ..Person::new(&shown, place.from, sure(name)) }
    };
    place.names.iter().map(person).collect()
}

/// A single name in its full form, where another place or the line about the author states one.
fn fullest(name: &str, places: &[Place<'_>], body: &Body) -> String {
    if name.contains(' ') {
        return name.to_owned();
    }
    let elsewhere = places.iter().flat_map(|place| &place.names);
    let about = body.asides.iter().filter(|aside| aside.kind == AsideKind::About);
    let about: Vec<String> = about.flat_map(|aside| byline::names(&aside.text, None)).collect();
    let fuller = elsewhere
        .chain(&about)
        .find(|other| other.contains(' ') && key_of(other).split(' ').any(|word| word == key_of(name)));
    fuller.cloned().unwrap_or_else(|| name.to_owned())
}

/// Whether two names are one but for case, accents, signs, and initials in the middle.
fn same(one: &str, other: &str) -> bool {
    core(one) == core(other)
}

fn core(name: &str) -> String {
    let key = byline::key(name);
    let words: Vec<&str> = key.split(' ').collect();
    match words.as_slice() {
        [first, middle @ .., last] if middle.iter().all(|word| word.chars().count() == 1) => format!("{first} {last}"),
        _ => key,
    }
}

fn is_reader(name: &str, comments: &[Comment]) -> bool {
    comments.iter().filter_map(|comment| comment.author.as_ref()).any(|author| same(&author.name, name))
}

fn reason(best: &Place<'_>, places: &[Place<'_>]) -> String {
    let agreeing = places.iter().filter(|other| other.names.iter().any(|name| best.states(name)));
    let agreeing: Vec<&str> = agreeing.map(|place| place.from).collect();
    let others = places.len() - agreeing.len();
    let said =
        if agreeing.len() > 1 { format!("{} agree", agreeing.join(", ")) } else { format!("{} says so", best.from) };
    match others {
        0 => said,
        1 => format!("{said}; one other place names somebody else"),
        more => format!("{said}; {more} other places name somebody else"),
    }
}

#[cfg(test)]
mod tests {
    use super::decide;
    use crate::article::{Comment, Draft, Field, Person};
    use crate::enrich::body::Body;

    fn authors(clues: &[(&str, &str, f32)], readers: &[&str]) -> Vec<String> {
        let mut draft = Draft::default();
        for (from, value, confidence) in clues {
            draft.clue(Field::Author, value, from, *confidence);
        }
        let person = |name: &&str| Comment { author: Some(Person::new(name, "comment", 0.9)), ..Comment::default() };
        let comments: Vec<Comment> = readers.iter().map(person).collect();
        let (persons, _) = decide(&draft, Some("Lake Post"), &Body::default(), &comments);
        persons.into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn names_of_one_place_belong_together() {
        let clues = [("json-ld", "Ada Lund", 0.8), ("json-ld", "Per Berg", 0.8), ("byline", "By Ada Lund", 0.6)];
        assert_eq!(authors(&clues, &[]), ["Ada Lund", "Per Berg"]);
    }

    #[test]
    fn places_that_agree_beat_a_surer_one_alone() {
        let clues = [("meta", "Ola Nordmann", 0.8), ("byline", "Ada Lund", 0.7), ("bio line", "Ada M. Lund", 0.6)];
        assert_eq!(authors(&clues, &[]), ["Ada Lund"]);
    }

    #[test]
    fn a_weakly_stated_name_that_stands_in_the_thread_is_a_reader() {
        assert!(authors(&[("class", "Per Berg", 0.4)], &["Per Berg"]).is_empty());
        assert_eq!(authors(&[("json-ld", "Per Berg", 0.8)], &["Per Berg"]), ["Per Berg"]);
    }

    #[test]
    fn nobody_is_an_ordinary_result() {
        assert!(authors(&[], &[]).is_empty());
        assert!(authors(&[("meta", "Lake Post", 0.9), ("byline", "Staff", 0.9)], &[]).is_empty());
    }

    #[test]
    fn an_agency_stands_for_the_author_only_where_no_person_is_named() {
        assert_eq!(authors(&[("meta", "Reuters", 0.8)], &[]), ["Reuters"]);
        assert_eq!(authors(&[("meta", "Reuters", 0.8), ("byline", "Ada Lund", 0.4)], &[]), ["Ada Lund"]);
    }

    #[test]
    fn a_single_name_is_completed_from_another_place() {
        let clues = [("byline", "Lund", 0.7), ("bio line", "Ada Lund", 0.5)];
        assert_eq!(authors(&clues, &[]), ["Ada Lund"]);
    }
}
