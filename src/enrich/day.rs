//! The day of publication: voted from what the page states, with precision and reason.
//!
//! In: clues for the published and the modified day, the days of the comments. Out: a day or none, and a finding.
//! No day is an ordinary result and better than a wrong one: a modified day never decides against a published one,
//! a day after the first comment or outside the years of print contradicts itself, and a weak clue alone is not enough.

use super::{nothing, votes};
use crate::article::{Clue, Comment, Draft, Field, Finding, When};
use crate::text::{Day, Precision, Stamp, read_day};

/// A day less sure than this is not given.
const LEAST: f32 = 0.25;
/// What a modified day is worth, as a share of the confidence of its place.
const MODIFIED: f32 = 0.5;
/// Years in which a page that is saved as text can have been published.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2100;

/// Reads a day as a clue states it; `day_first` settles `07/08/2017`.
pub(super) fn read(text: &str, day_first: Option<bool>) -> Option<Stamp> {
    // a time that is none must not lose its day: `2022-01-10T22:06:08:684Z`
    read_day(text, day_first)
        .or_else(|| Stamp::parse(text.get(..10)?).filter(|stamp| stamp.precision == Precision::Day))
}

/// Whether this page writes `07/08/2017` for the seventh of August: as its other days show, where one number can be
/// no month; else as its language and region write.
pub(super) fn day_first(draft: &Draft) -> Option<bool> {
    let clues = draft.clues_for(Field::Published).chain(draft.clues_for(Field::Modified));
    let days = clues.map(|clue| clue.value.as_str()).chain(draft.comments.iter().filter_map(|c| c.date.as_deref()));
    let mut shown = days.filter_map(shown_order);
    match shown.next() {
        Some(first) => shown.all(|other| other == first).then_some(first),
        None => draft.clues_for(Field::Language).find_map(|clue| habit(&clue.value)),
    }
}

/// The order of a written day whose first or second number is above twelve.
fn shown_order(text: &str) -> Option<bool> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    let (first, second, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let slashed = first.len() <= 2 && second.len() <= 2 && matches!(year.len(), 2 | 4);
    let (first, second): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
    match (slashed, first > 12, second > 12) {
        (true, true, false) => Some(true),
        (true, false, true) => Some(false),
        _ => None,
    }
}

/// The order that a language and region write in; none for English of no region, and for regions that write both.
fn habit(language: &str) -> Option<bool> {
    let small = language.trim().to_lowercase().replace('_', "-");
    let (primary, region) = small.split_once('-').unwrap_or((&small, ""));
    match (primary, region) {
        ("", _) | ("en", "" | "ca" | "za" | "ph") => None,
        ("en", region) => Some(region != "us"),
        _ => Some(true),
    }
}

/// Decides the day.
pub(super) fn decide(draft: &Draft, comments: &[Comment]) -> (Option<When>, Finding) {
    let mut clues: Vec<Clue> =
        draft.clues_for(Field::Published).chain(draft.clues_for(Field::Modified)).cloned().collect();
    let order = day_first(draft);
    let stated: Vec<Option<Stamp>> = clues.iter().map(|clue| read(&clue.value, order).filter(is_possible)).collect();
    let first_answer = first_answer(comments);
    let groups = grouped(&clues, &stated, first_answer);
    for (clue, stamp) in clues.iter_mut().zip(&stated) {
        let group = stamp.as_ref().and_then(|stamp| groups.iter().find(|group| agree(&group.stamp, stamp)));
        clue.confidence = group.map_or(0.0, Group::weight);
    }
    let Some(best) = strongest(&groups) else { return (None, nothing(Field::Published, clues, "no day is stated")) };
    if best.weight() < LEAST {
        let reason = "no clue is sure enough to give a day";
        return (None, nothing(Field::Published, clues, reason));
    }
    let day = When::new(as_written(best, &clues, &stated), &best.vote.from, best.weight());
    let reason = votes::reason(&best.vote, groups.len());
    let finding = Finding { field: Field::Published, value: Some(day.value.clone()), clues, reason };
    (Some(day), finding)
}

/// Clues whose days agree.
struct Group {
    stamp: Stamp,
    vote: votes::Candidate,
    late: bool,
}

impl Group {
    /// A day after the first comment is worth a third: the page was published again, or it is another page's.
    fn weight(&self) -> f32 {
        self.vote.weight() * if self.late { 0.35 } else { 1.0 }
    }
}

/// Groups days that agree, the published ones first; a modified day supports a group, and founds one only where no
/// published day is stated.
fn grouped(clues: &[Clue], stated: &[Option<Stamp>], first_answer: Option<Day>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut published = false;
    for (clue, stamp) in clues.iter().zip(stated) {
        let Some(stamp) = stamp else { continue };
        let modified = clue.field == Field::Modified;
        published |= !modified;
        let confidence = clue.confidence * if modified { MODIFIED } else { 1.0 };
        match groups.iter_mut().find(|group| agree(&group.stamp, stamp)) {
            Some(group) => group.add(stamp, clue, confidence),
            None if modified && published => {}
            None => groups.push(Group::new(stamp, clue, confidence, first_answer)),
        }
    }
    groups
}

impl Group {
    fn new(stamp: &Stamp, clue: &Clue, confidence: f32, first_answer: Option<Day>) -> Group {
        let mut vote = Vec::new();
        votes::vote(&mut vote, String::new(), &stamp.value, place(&clue.from), confidence);
        let late = first_answer.is_some_and(|answer| answer.plus(1) < stamp.period.first);
        Group { stamp: stamp.clone(), vote: vote.remove(0), late }
    }

    /// The more exact of two days that agree stands; of two equally exact ones the surer.
    fn add(&mut self, stamp: &Stamp, clue: &Clue, confidence: f32) {
        let finer = coarseness(stamp) < coarseness(&self.stamp);
        let surer = coarseness(stamp) == coarseness(&self.stamp) && confidence > self.vote.best();
        if finer || surer {
            self.stamp = stamp.clone();
            self.vote.from.clone_from(&clue.from);
        }
        self.vote.support(place(&clue.from), confidence);
    }
}

/// The names under which a page's head repeats a day that it does not call one of publication count as one place.
fn place(from: &str) -> &str {
    const UNSPECIFIC: [&str; 3] = ["meta:date", "meta:dc.date", "meta:dcterms.date"];
    if UNSPECIFIC.contains(&from) { "meta:date" } else { from }
}

fn strongest(groups: &[Group]) -> Option<&Group> {
    let mut best: Option<&Group> = None;
    for group in groups {
        if best.is_none_or(|known| group.weight() > known.weight() + 1e-6) {
            best = Some(group);
        }
    }
    best
}

/// Two days agree when one lies in the other's period, or when both are exact and a day apart, as two time zones
/// make them.
fn agree(one: &Stamp, other: &Stamp) -> bool {
    let meet = one.period.first <= other.period.last && other.period.first <= one.period.last;
    let exact = coarseness(one) == 0 && coarseness(other) == 0;
    let timed = one.precision == Precision::Minute || other.precision == Precision::Minute;
    meet || (exact && timed && (one.period.first.number() - other.period.first.number()).abs() == 1)
}

fn coarseness(stamp: &Stamp) -> u8 {
    match stamp.precision {
        Precision::Minute | Precision::Day => 0,
        Precision::Month => 1,
        Precision::Year => 2,
    }
}

/// The day as the page writes it: where a time was converted to universal time, and everything that the page states in
/// its own time agrees on the day before or after, that day stands.
fn as_written(best: &Group, clues: &[Clue], stated: &[Option<Stamp>]) -> Stamp {
    if !is_universal(&best.stamp) {
        return best.stamp.clone();
    }
    let published = clues.iter().zip(stated).filter(|(clue, _)| clue.field == Field::Published);
    let stamps = published.filter_map(|(_, stamp)| stamp.as_ref()).filter(|stamp| agree(&best.stamp, stamp));
    let mut own = stamps.filter(|stamp| coarseness(stamp) == 0 && !is_universal(stamp));
    match own.next() {
        Some(first) if own.all(|other| other.period == first.period) && first.period != best.stamp.period => {
            first.clone()
        }
        _ => best.stamp.clone(),
    }
}

/// Whether a time is given in universal time (RFC 3339 `Z` or `+00:00`), whatever the place of publication.
fn is_universal(stamp: &Stamp) -> bool {
    stamp.value.ends_with('Z') || stamp.value.ends_with("+00:00")
}

fn is_possible(stamp: &Stamp) -> bool {
    YEARS.contains(&stamp.period.first.ymd().0)
}

/// The earliest exact day of a comment.
fn first_answer(comments: &[Comment]) -> Option<Day> {
    let exact = comments.iter().filter_map(|comment| comment.date.as_ref()).filter_map(When::period);
    exact.filter(|period| period.first == period.last).map(|period| period.first).min()
}

#[cfg(test)]
mod tests {
    use super::decide;
    use crate::article::{Comment, CommentDraft, Draft, Field, When};
    use crate::text::{Precision, Stamp};

    fn day(clues: &[(Field, &str, &str, f32)], comments: &[Comment]) -> Option<When> {
        let mut draft = Draft::default();
        for (field, value, from, confidence) in clues {
            draft.clue(*field, value, from, *confidence);
        }
        decide(&draft, comments).0
    }

    fn answered_on(value: &str) -> Comment {
        let stamp = Stamp::parse(value).expect("a day");
        Comment { date: Some(When::new(stamp, "comment", 0.9)), ..Comment::default() }
    }

    const P: Field = Field::Published;
    const M: Field = Field::Modified;

    #[test]
    fn no_clue_means_no_day_and_a_weak_one_is_not_enough() {
        assert_eq!(day(&[], &[]), None);
        assert_eq!(day(&[(P, "2017-03-19", "somewhere", 0.1)], &[]), None);
        assert_eq!(day(&[(P, "a Sunday in spring", "byline", 0.9)], &[]), None);
    }

    #[test]
    fn the_published_day_beats_a_surer_modified_one() {
        let found = day(&[(M, "2019-01-02", "json-ld", 0.9), (P, "2017-07-12", "byline", 0.5)], &[]);
        assert_eq!(found.map(|day| day.value).as_deref(), Some("2017-07-12"));
    }

    #[test]
    fn a_modified_day_alone_is_a_last_resort_that_says_so() {
        let found = day(&[(M, "2019-01-02", "json-ld", 0.9)], &[]).expect("a day");
        assert_eq!(found.value, "2019-01-02");
        assert!(found.confidence < 0.5);
    }

    #[test]
    fn days_that_agree_outvote_a_surer_one_and_the_finest_form_stands() {
        let clues = [
            (P, "2016-01-01", "meta", 0.8),
            (P, "2017-07", "address", 0.5),
            (P, "2017-07-12", "time", 0.6),
            (P, "2017-07-12", "byline", 0.5),
        ];
        let found = day(&clues, &[]).expect("a day");
        assert_eq!((found.value.as_str(), found.precision), ("2017-07-12", Precision::Day));
    }

    #[test]
    fn a_day_that_the_head_does_not_call_one_of_publication_yields_to_the_one_that_readers_see() {
        let clues = [(P, "2017-07-10", "meta:date", 0.65), (P, "2017-07-10", "meta:dcterms.date", 0.65)];
        let seen = [clues[0], clues[1], (P, "2017-07-12", "time", 0.7)];
        assert_eq!(day(&seen, &[]).map(|day| day.value).as_deref(), Some("2017-07-12"));
        assert_eq!(day(&clues, &[]).map(|day| day.confidence), Some(0.65));
    }

    #[test]
    fn a_day_apart_in_two_time_zones_is_one_day() {
        let clues = [(P, "2017-07-12T23:30:00-08:00", "json-ld", 0.9), (P, "2017-07-13", "byline", 0.5)];
        assert_eq!(day(&clues, &[]).map(|day| day.value).as_deref(), Some("2017-07-12T23:30:00-08:00"));
    }

    #[test]
    fn a_time_converted_to_universal_time_yields_to_the_day_as_written() {
        let clues = [(P, "2023-11-09T06:35:29+00:00", "json-ld", 0.95), (P, "2023-11-08", "line", 0.5)];
        assert_eq!(day(&clues, &[]).map(|day| day.value).as_deref(), Some("2023-11-08"));
        let turned = [clues[1], clues[0]];
        assert_eq!(day(&turned, &[]).map(|day| day.value).as_deref(), Some("2023-11-08"));
        let divided = [clues[0], clues[1], (P, "2023-11-09", "time", 0.5)];
        assert_eq!(day(&divided, &[]).map(|day| day.value).as_deref(), Some("2023-11-09T06:35:29+00:00"));
        let same = [(P, "2023-11-08T06:35:29Z", "json-ld", 0.95), (P, "2023-11-08", "line", 0.5)];
        assert_eq!(day(&same, &[]).map(|day| day.value).as_deref(), Some("2023-11-08T06:35:29Z"));
    }

    #[test]
    fn a_month_stays_a_month() {
        let found = day(&[(P, "2017-07", "byline", 0.6)], &[]).expect("a day");
        assert_eq!((found.value.as_str(), found.precision), ("2017-07", Precision::Month));
    }

    #[test]
    fn a_day_after_the_first_comment_loses() {
        let clues = [(P, "2019-01-02", "meta", 0.7), (P, "2017-07-12", "address", 0.4)];
        let found = day(&clues, &[answered_on("2017-07-13")]).expect("a day");
        assert_eq!(found.value, "2017-07-12");
        assert_eq!(day(&clues[..1], &[answered_on("2017-07-13")]), None);
    }

    #[test]
    fn the_order_of_numbers_is_that_of_the_page_s_other_days_or_of_its_region() {
        let slashed = |language: &str, other: Option<&str>| {
            let mut draft = Draft::default();
            draft.clue(P, "07/08/2017", "byline", 0.8);
            draft.clue(Field::Language, language, "html lang", 0.8);
            let answer = CommentDraft { date: other.map(str::to_owned), ..CommentDraft::default() };
            draft.comments.push(answer);
            decide(&draft, &[]).0.map(|day| day.value)
        };
        assert_eq!(slashed("en", None), None);
        assert_eq!(slashed("en-US", None).as_deref(), Some("2017-07-08"));
        assert_eq!(slashed("en-AU", None).as_deref(), Some("2017-08-07"));
        assert_eq!(slashed("fr", None).as_deref(), Some("2017-08-07"));
        assert_eq!(slashed("en", Some("25/08/2017")).as_deref(), Some("2017-08-07"));
        assert_eq!(slashed("en-GB", Some("08/25/2017 at 9:30")).as_deref(), Some("2017-07-08"));
    }

    #[test]
    fn a_year_in_which_nothing_can_have_been_published_is_no_day() {
        assert_eq!(day(&[(P, "0201-07-12", "meta", 0.9), (P, "9999-12-31", "meta", 0.9)], &[]), None);
    }
}
