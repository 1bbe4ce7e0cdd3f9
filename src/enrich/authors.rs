//! The authors: which names of which byline wrote the article.
//!
//! In: author clues, what the site is called, the comments. Out: persons in the order of the byline, and a finding.
//! Names of one place belong together; the place whose names others confirm decides. Nobody is an ordinary result.
//! Where no person is named, a body that is named stands: an agency, a newsroom, the site itself.

use super::body::Body;
use super::site::Called;
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
    /// How many of the names stand in its first clue.
    first: usize,
}

/// Decides the authors.
pub(super) fn decide(draft: &Draft, site: &Called, body: &Body, comments: &[Comment]) -> (Vec<Person>, Finding) {
    let clues: Vec<Clue> = draft.clues_for(Field::Author).cloned().collect();
    let mut places = places(&clues, |byline| byline::names(byline, site), comments);
    shorten(&mut places);
    if places.iter().all(|place| !place.is_structured() && place.names.iter().all(|name| !name.contains(' '))) {
        places.extend(bodies(&clues));
    }
    let Some(best) = strongest(&places) else {
        return (Vec::new(), nothing(Field::Author, clues, "nobody is named as the author"));
    };
    let persons = persons(best, &places, body);
    let names: Vec<&str> = persons.iter().map(|person| person.name.as_str()).collect();
    let (value, reason) = (Some(names.join("; ")), reason(best, &places));
    let clues = clues.iter().map(|clue| weighed(clue, site, &persons)).collect();
    (persons, Finding { field: Field::Author, value, clues, reason })
}

fn weighed(clue: &Clue, site: &Called, persons: &[Person]) -> Clue {
    let mut named = byline::names(&clue.value, site);
    named.extend(byline::bodies(&clue.value));
    let chosen = persons.iter().find(|person| named.iter().any(|name| same(name, &person.name)));
    Clue { confidence: chosen.map_or(0.0, |person| person.confidence), ..clue.clone() }
}

/// An agency, a newsroom or the site stands for the author where no person is named for certain.
fn bodies(clues: &[Clue]) -> Vec<Place<'_>> {
    let mut places = places(clues, byline::bodies, &[]);
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
            None => {
                places.push(Place { from: &clue.from, confidence: clue.confidence, first: names.len(), names });
            }
        }
    }
    places
}

/// A name that holds another one whole, as `Director Ada Lund` holds `Ada Lund`, is shortened to it. A single word
/// shortens only what is plainly no name: a handle is no better than the full name beside it.
fn shorten(places: &mut [Place<'_>]) {
    let all: Vec<String> = places.iter().flat_map(|place| place.names.iter().cloned()).collect();
    for place in places {
        for name in &mut place.names {
            let shorter = all.iter().find(|other| holds(name, other));
            if let Some(shorter) = shorter {
                shorter.clone_into(name);
            }
        }
        let mut seen: Vec<String> = Vec::new();
        place.names.retain(|name| {
            let new = !seen.iter().any(|known| same(known, name));
            seen.push(name.clone());
            new
        });
        place.first = place.first.min(place.names.len());
    }
}

fn holds(name: &str, other: &str) -> bool {
    let (long, short) = (format!(" {} ", key_of(name)), format!(" {} ", key_of(other)));
    let (more, fewer) = (long.split_whitespace().count(), short.split_whitespace().count());
    let plain = name.split_whitespace().all(|word| word.starts_with(char::is_uppercase)) && more <= 3;
    more > fewer && long.contains(&short) && (fewer > 1 && more > fewer + usize::from(plain) || !plain)
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

    /// Written for machines, so that each of its names is meant.
    fn is_structured(&self) -> bool {
        ["json-ld", "meta", "front-matter", "record"].iter().any(|kind| self.from.starts_with(kind))
    }

    /// Its names that count: on the visible page a byline stands first, and what follows in places of its kind may be
    /// another article's, unless some other kind of place says the same.
    fn meant<'p>(&'p self, places: &'p [Place<'_>]) -> impl Iterator<Item = &'p String> {
        let confirmed = |name: &str| places.iter().any(|place| place.from != self.from && place.states(name));
        let structured = self.is_structured();
        let names = self.names.iter().enumerate();
        names.filter(move |(at, name)| structured || *at < self.first || confirmed(name)).map(|(_, name)| name)
    }

    /// Names on the visible page before one that the chosen place states: a byline of two, of which the page's head
    /// repeats one. Another kind of visible place must say so too.
    fn before<'p>(&'p self, chosen: &Place<'_>, places: &'p [Place<'_>]) -> impl Iterator<Item = &'p String> {
        let seen = !self.is_structured() && chosen.is_structured();
        let until = self.names.iter().position(|name| chosen.states(name)).filter(|_| seen).unwrap_or(0);
        let also = |name: &str| places.iter().any(|place| place.from != self.from && place.states(name));
        self.names.iter().take(until).filter(move |name| name.contains(' ') && also(name))
    }

    /// How sure the place is, with those that share a name.
    fn weight(&self, places: &[Place<'_>]) -> f32 {
        let sharing = places.iter().filter(|other| self.meant(places).any(|name| other.states(name)));
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
    let unlisted = places.iter().filter(|other| other.from != place.from).flat_map(|other| other.before(place, places));
    let mut names: Vec<&String> = Vec::new();
    for name in unlisted.chain(place.meant(places)) {
        if !names.iter().any(|known| same(known, name)) {
            names.push(name);
        }
    }
    names.into_iter().map(person).collect()
}

/// A single name in its full form, where another place or the line about the author states one: `Lund` is
/// `Ada Lund`, and so is `adalund`.
fn fullest(name: &str, places: &[Place<'_>], body: &Body) -> String {
    let elsewhere = places.iter().flat_map(|place| &place.names);
    let about = body.asides.iter().filter(|aside| aside.kind == AsideKind::About);
    let about: Vec<String> = about.flat_map(|aside| byline::names(&aside.text, &Called::new(None, None))).collect();
    let full = |other: &&String| {
        let key = key_of(other);
        other.contains(' ') && (key.split(' ').any(|word| word == key_of(name)) || key.replace(' ', "") == key_of(name))
    };
    let single = !name.contains(' ');
    elsewhere.chain(&about).find(full).filter(|_| single).cloned().unwrap_or_else(|| name.to_owned())
}

/// Whether two names are one but for case, accents, signs, blanks, and initials in the middle.
fn same(one: &str, other: &str) -> bool {
    core(one) == core(other) || key_of(one).replace(' ', "") == key_of(other).replace(' ', "")
}

fn core(name: &str) -> String {
    let key = byline::key(name);
    let words: Vec<&str> = key.split(' ').collect();
    match words.as_slice() {
        [_] => key,
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
    use crate::enrich::site::Called;

    fn authors(clues: &[(&str, &str, f32)], readers: &[&str]) -> Vec<String> {
        let mut draft = Draft::default();
        for (from, value, confidence) in clues {
            draft.clue(Field::Author, value, from, *confidence);
        }
        let person = |name: &&str| Comment { author: Some(Person::new(name, "comment", 0.9)), ..Comment::default() };
        let comments: Vec<Comment> = readers.iter().map(person).collect();
        let (persons, _) = decide(&draft, &Called::new(Some("Lake Post"), None), &Body::default(), &comments);
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
    fn a_byline_of_two_stands_where_the_head_repeats_its_last() {
        let clues = [
            ("json-ld", "Per Berg", 0.95),
            ("byline", "Ada Lund", 0.65),
            ("byline", "Per Berg", 0.55),
            ("byline", "Ola Nordmann", 0.47),
            ("rel=author", "Ada Lund", 0.75),
            ("rel=author", "Per Berg", 0.64),
        ];
        assert_eq!(authors(&clues, &[]), ["Ada Lund", "Per Berg"]);
        assert_eq!(authors(&clues[..4], &[]), ["Per Berg"]);
    }

    #[test]
    fn a_weakly_stated_name_that_stands_in_the_thread_is_a_reader() {
        assert!(authors(&[("class", "Per Berg", 0.4)], &["Per Berg"]).is_empty());
        assert_eq!(authors(&[("json-ld", "Per Berg", 0.8)], &["Per Berg"]), ["Per Berg"]);
    }

    #[test]
    fn nobody_is_an_ordinary_result() {
        assert!(authors(&[], &[]).is_empty());
        assert!(authors(&[("meta", "none", 0.9), ("byline", "Admin", 0.9)], &[]).is_empty());
    }

    #[test]
    fn an_agency_stands_for_the_author_only_where_no_person_is_named() {
        assert_eq!(authors(&[("meta", "Reuters", 0.8)], &[]), ["Reuters"]);
        assert_eq!(authors(&[("meta", "Lake staff reporter", 0.8)], &[]), ["Lake staff reporter"]);
        assert_eq!(authors(&[("meta", "Reuters", 0.8), ("byline", "Ada Lund", 0.4)], &[]), ["Ada Lund"]);
    }

    #[test]
    fn a_single_name_is_completed_from_another_place() {
        let clues = [("byline", "Lund", 0.7), ("bio line", "Ada Lund", 0.5)];
        assert_eq!(authors(&clues, &[]), ["Ada Lund"]);
    }
}
