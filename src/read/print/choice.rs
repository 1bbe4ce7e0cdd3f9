//! The choice of heads: which lines of a page are heads of comments, of all that could be.
//!
//! In: lines, and the headings over comments. Out: the heads of one shape, and the heading they stand under.
//!
//! A page uses one shape. A sidebar may use another, and the byline of the article the same; so heads are looked at in
//! runs, from a heading to where a long stretch belongs to no comment, and the run that explains most wins: most of all
//! one that stands right under a heading which counts it. Heads that only a list marker tells are looked at where there
//! are no others.

use super::day_line::{cut_at_clock, day_line};
use super::feet::feet;
use super::head::{Head, Shape, day_over_name, dayed_at, head_but_for_days, listed_at};
use super::heading::Heading;
use super::line::{Line, Marker};
use super::proof::{NEAR, bears_out, is_form};
use super::words::{is_button, is_ending};

/// Heads of one shape, and the heading before them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    /// The heads, each with the end of its text.
    pub(super) heads: Vec<Told>,
    /// The heading.
    pub(super) heading: Option<Heading>,
    score: f32,
}

/// A head, and the text that it heads.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told {
    /// The head.
    pub(super) head: Head,
    /// The first line of its text.
    pub(super) from: usize,
    /// One past the last line of its text.
    pub(super) end: usize,
    /// Whether its text holds a sentence; a list of other pages holds none.
    pub(super) sentence: bool,
}

/// Lines between two comments that belong to neither, as an advertisement does; more of them may end the thread.
const BREAK: usize = 8;

/// A line at least as long may go on in the next.
const WRAPPED: usize = 55;

/// Lines behind the last foot that are looked at.
const LEFT: usize = 3;

/// Words of running text that stand before every thread but one that is printed without its article.
const BEFORE: usize = 20;

/// Headings and breaks that are looked at; a page has few, and an index of pages too many to try.
const TRIED: usize = 24;

/// What heads must be worth to be believed.
const LEAST: f32 = 1.5;

/// What a page's heads are worth together before more of them add little.
const ENOUGH: f32 = 10.0;

/// Chooses the heads of a page.
pub(super) fn choose(lines: &[Line], headings: &[Heading]) -> Option<Choice> {
    // a day above a name may belong to the text before it
    let found: Vec<Option<Head>> = (0..lines.len()).map(|at| head_but_for_days(lines, at)).collect();
    let alone = strong_heads(lines, |at| found.get(at).cloned().flatten());
    let strong = strong_heads(lines, |at| found.get(at).cloned().flatten().or_else(|| day_over_name(lines, at)));
    let of = |shape| of_shape(if shape == Shape::DayName { &strong } else { &alone }, shape);
    let shapes = [Shape::Says, Shape::NameDay, Shape::DayName, Shape::Line, Shape::Timed];
    let runs: Vec<_> = shapes.into_iter().map(|shape| with_text(lines, of(shape))).collect();
    let starts = || headings.iter().take(TRIED).map(Some).chain([None]);
    let choices = starts().flat_map(|heading| runs.iter().flat_map(move |run| parts(lines, run, heading)));
    let footed = headings.iter().take(TRIED).flat_map(|heading| {
        let feet =
            [Shape::NameDay, Shape::DayName, Shape::Line, Shape::Signed].map(|shape| feet(lines, &of(shape), heading));
        feet.map(|feet| footed(lines, feet, heading))
    });
    let headings = || headings.iter().take(TRIED);
    let forms = forms(lines);
    let listed = |heading| choice(listed(lines, heading), Some(heading));
    surest(lines, choices.chain(footed))
        .or_else(|| surest(lines, headings().map(listed)))
        .or_else(|| surest(lines, headings().map(|heading| dayed(lines, heading))))
        .or_else(|| surest(lines, forms.iter().map(listed)))
        .or_else(|| surest(lines, std::iter::once(choice(spaced(lines), None))))
}

fn surest(lines: &[Line], choices: impl Iterator<Item = Choice>) -> Option<Choice> {
    let mut best: Option<Choice> = None;
    for choice in choices {
        if choice.score > best.as_ref().map_or(LEAST, |best| best.score) && bears_out(lines, &choice) {
            best = Some(choice);
        }
    }
    best
}

fn choice(heads: Vec<Told>, heading: Option<&Heading>) -> Choice {
    Choice { score: score(&heads, heading), heads, heading: heading.cloned() }
}

/// Heads read as feet: what follows the last would be text without one.
fn footed(lines: &[Line], feet: Vec<Told>, heading: &Heading) -> Choice {
    let behind = feet.last().map(|told| (told.head.body, body_end(lines, &told.head, lines.len())));
    let is_left = behind.is_some_and(|(from, to)| holds_sentence(lines, from, to.min(from + LEFT)));
    let mut choice = choice(feet, Some(heading));
    choice.score -= if is_left { 1.0 } else { 0.0 };
    choice
}

/// Days alone, each over a comment of nobody, where the heading counts as many.
fn dayed(lines: &[Line], heading: &Heading) -> Choice {
    let days = (heading.at + 1..lines.len()).filter_map(|at| dayed_at(lines, at)).collect();
    let mut choice = choice(with_text(lines, days), Some(heading));
    if heading.count != Some(choice.heads.len()) {
        choice.score = 0.0;
    }
    choice
}

fn strong_heads(lines: &[Line], head_at: impl Fn(usize) -> Option<Head>) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let head = head_at(at);
        at = head.as_ref().map_or(at, |head| head.body - 1) + 1;
        heads.extend(head);
    }
    heads
}

fn of_shape(heads: &[Head], shape: Shape) -> Vec<Head> {
    heads.iter().filter(|head| head.shape == shape || head.pingback).cloned().collect()
}

/// Heads with the end of their text; those without a text are no heads.
fn with_text(lines: &[Line], heads: Vec<Head>) -> Vec<Told> {
    let nexts: Vec<usize> = heads.iter().skip(1).map(|head| head.at).chain([lines.len()]).collect();
    let ended = heads.into_iter().zip(nexts).map(|(head, next)| {
        let end = body_end(lines, &head, next);
        let sentence = head.pingback || is_to_the_minute(&head) || holds_sentence(lines, head.body, end);
        Told { sentence, from: head.body, head, end }
    });
    ended.filter(|told| told.head.pingback || has_text(lines, told.head.body, told.end)).collect()
}

/// A point of a list, or `Ida says`, with a time of the day: other pages are listed by the day.
fn is_to_the_minute(head: &Head) -> bool {
    let is_timed = head.day.as_ref().is_some_and(|day| cut_at_clock(day).is_some());
    is_timed && (head.marker.is_some() || head.shape == Shape::Says)
}

pub(super) fn has_text(lines: &[Line], from: usize, to: usize) -> bool {
    let body = lines.get(from..to).unwrap_or(&[]);
    body.iter().any(|line| !is_button(&line.key) && day_line(&line.text).is_none())
}

/// One past the last line of a comment: before the next head, before what stands further out, before forms and feet.
fn body_end(lines: &[Line], head: &Head, next: usize) -> usize {
    let first = lines.get(head.body).map_or(0, |line| line.column);
    let lead = lines.get(head.at).map_or(0, |line| line.lead);
    // a list's text stands behind its marker; without a marker it may stand under the name
    let least = match head.marker {
        // unless the page prints all texts alike, however deep their heads stand
        Some(_) if (1..=lead).contains(&first) || first == 0 && lead == 0 && is_sure(lines, head) => first,
        None if first <= head.column => head.column.min(first),
        _ => lead + 1,
    };
    let is_out = |at: usize| lines.get(at).is_none_or(|line| line.column < least || is_foot(lines, at));
    (head.body..next).find(|&at| is_out(at)).unwrap_or(next)
}

/// A head with a day, or with its text right under it.
fn is_sure(lines: &[Line], head: &Head) -> bool {
    head.dated || lines.get(head.body).is_some_and(|line| line.gap == 0 && line.marker.is_none())
}

/// A line that begins what stands behind comments, and does not go on from the line above as wrapped text does.
pub(super) fn is_foot(lines: &[Line], at: usize) -> bool {
    let Some(line) = lines.get(at).filter(|line| is_ending(&line.key)) else { return false };
    let above = at.checked_sub(1).and_then(|above| lines.get(above));
    line.gap > 0 || above.is_none_or(|above| above.column != line.column || above.width < WRAPPED)
}

/// The runs of heads behind a heading (anywhere without one), to each place where they break off.
fn parts(lines: &[Line], run: &[Told], heading: Option<&Heading>) -> Vec<Choice> {
    let first = heading.map_or(0, |heading| run.partition_point(|told| told.head.at <= heading.at));
    let run = run.get(first..).unwrap_or(&[]);
    let breaks: Vec<usize> = breaks(run).into_iter().take(TRIED).collect();
    let starts: Vec<usize> =
        if heading.is_some() { vec![0] } else { [0, 1].into_iter().chain(breaks.clone()).collect() };
    let mut choices = Vec::new();
    for start in starts {
        let ends = breaks.iter().copied().filter(|&end| end > start).chain([run.len()]);
        let parts = ends.filter_map(|end| run.get(start..end)).map(|part| choice(part.to_vec(), heading));
        choices.extend(parts.map(|choice| behind_text(lines, choice)));
    }
    choices
}

/// A head before all running text is the byline of the article, a word for comments there stands in a menu, and sentences between a heading and the first head
/// belong to nobody.
fn behind_text(lines: &[Line], mut choice: Choice) -> Choice {
    let Some(first) = choice.heads.first().map(|told| told.head.at) else { return choice };
    let from = choice.heading.as_ref().map_or(0, |heading| heading.at + 1);
    if choice.heading.is_some() {
        choice.score -= if holds_sentence(lines, from, first) { 0.5 } else { 0.0 };
    }
    let is_counted = choice.heading.as_ref().is_some_and(|heading| heading.count.is_some());
    let to = if choice.heading.is_some() { from } else { first };
    if !is_counted && running_words(lines, to) < BEFORE {
        choice.score -= 4.0;
    }
    choice
}

/// Words in the long lines before a place, up to more than enough.
fn running_words(lines: &[Line], to: usize) -> usize {
    let mut words = 0;
    for line in lines.get(..to).unwrap_or(&[]) {
        let of_line = line.text.split_whitespace().count();
        words += if of_line >= 9 { of_line } else { 0 };
        if words >= BEFORE {
            break;
        }
    }
    words
}

/// The places where a run may end: a long stretch belongs to no comment, or the heads stand further out than all before.
fn breaks(run: &[Told]) -> Vec<usize> {
    let mut least = usize::MAX;
    let mut breaks = Vec::new();
    for (at, pair) in run.windows(2).enumerate() {
        let [told, next] = pair else { continue };
        least = least.min(told.head.column);
        let is_other = next.head.column < least || next.head.marker.is_some() != told.head.marker.is_some();
        if is_other || next.head.at - told.end > BREAK {
            breaks.push(at + 1);
        }
    }
    breaks
}

/// How well heads explain a page: each by what it tells, more where a heading stands right before and counts them, less
/// where stretches between them belong to none.
fn score(heads: &[Told], heading: Option<&Heading>) -> f32 {
    let Some(first) = heads.first().map(|told| &told.head) else { return 0.0 };
    let told: f32 = heads.iter().map(|told| weight(&told.head)).sum();
    let told = if told > ENOUGH { ENOUGH + (told - ENOUGH) * 0.1 } else { told };
    let lost = heads.windows(2).map(|pair| match pair {
        [told, next] => next.head.at.saturating_sub(told.end + 3) as f32 * 0.15,
        _ => 0.0,
    });
    let spoken = heads.iter().filter(|told| told.sentence).count() as f32 / heads.len() as f32;
    let others = heads.iter().filter(|told| told.head.marker.is_some() != first.marker.is_some()).count();
    let told = told - lost.sum::<f32>() - others as f32 * 0.5;
    let Some(heading) = heading else {
        let is_plain = first.shape != Shape::Says && first.day.as_ref().is_none_or(|day| cut_at_clock(day).is_none());
        let least = if is_plain { 0.8 } else { 0.6 };
        return if first.shape == Shape::Timed || spoken < least { 0.0 } else { told - 2.0 };
    };
    let counted = counted(heads, heading.count);
    let least = if counted > 10.0 { 0.2 } else { 0.5 };
    if spoken < least && !(heads.len() < 3 && counted > 10.0) {
        return 0.0;
    }
    let distance = first.at - heading.at;
    let near = if distance <= NEAR { 2.0 } else { -2.0 };
    told + near + 1.0 / (2.0 + distance as f32) + counted
}

fn counted(heads: &[Told], count: Option<usize>) -> f32 {
    let comments = heads.iter().filter(|told| !told.head.pingback).count();
    match count {
        None => 0.5,
        Some(count) if count == comments || count == heads.len() => 12.0,
        Some(0) => -4.0,
        // a few may be hidden or deleted, and a long thread goes on on another page
        Some(count) if comments < count => {
            if comments * 5 >= count * 4 {
                6.0
            } else {
                2.0
            }
        }
        Some(count) => -0.5 * (comments - count) as f32,
    }
}

fn weight(head: &Head) -> f32 {
    match (head.shape, head.dated) {
        (Shape::Says, true) => 3.0,
        (Shape::Says, false) => 1.5,
        (Shape::Listed | Shape::Dayed, _) => 1.2,
        (Shape::Nameless, _) => 0.3,
        (Shape::Timed, _) => 0.8,
        _ if head.day.is_some() => 2.2,
        _ => 1.6,
    }
}

/// Heads that only a list marker tells, behind a heading.
fn listed(lines: &[Line], heading: &Heading) -> Vec<Told> {
    let heads = list_heads(lines, heading.at + 1);
    let named = heads.iter().filter(|head| head.shape == Shape::Listed).count();
    if named * 10 >= heads.len() * 7 {
        return with_text(lines, heads.into_iter().filter(|head| head.shape == Shape::Listed).collect());
    }
    let nameless = heads.into_iter().map(|head| Head { shape: Shape::Nameless, name: None, body: head.at, ..head });
    let nameless: Vec<Head> = nameless.collect();
    with_text(lines, as_counted(nameless, heading.count))
}

/// Most kinds of points that are told apart in one list.
const KINDS: usize = 6;

/// Of all points of a list those that are comments, as the heading counts them: a comment may hold a list of its own.
/// Points of one column and one sort of marker go together, and those like the first are always comments.
fn as_counted(heads: Vec<Head>, count: Option<usize>) -> Vec<Head> {
    let least = heads.iter().map(|head| head.column).min().unwrap_or(0);
    let kind = |head: &Head| {
        let is_number = matches!(head.marker, Some(Marker::Number(_)));
        if head.column <= least + 1 { (0, is_number) } else { (head.column, is_number) }
    };
    let mut kinds: Vec<(usize, bool)> = Vec::new();
    for head in &heads {
        if !kinds.contains(&kind(head)) {
            kinds.push(kind(head));
        }
    }
    let of = |choice: u32| {
        let is_in =
            |head: &&Head| kinds.iter().position(|other| *other == kind(head)).is_some_and(|at| choice >> at & 1 == 1);
        heads.iter().filter(is_in).collect::<Vec<_>>()
    };
    let all = (1u32 << kinds.len().min(KINDS)) - 1;
    let chosen = (1..=all).rev().filter(|choice| choice & 1 == 1).map(of).find(|some| count == Some(some.len()));
    match chosen {
        Some(chosen) if kinds.len() <= KINDS => chosen.into_iter().cloned().collect(),
        _ => heads,
    }
}

/// Forms for a comment, which some pages print above the comments, as if they were headings.
fn forms(lines: &[Line]) -> Vec<Heading> {
    let places = lines.iter().enumerate().filter(|(_, line)| is_form(line)).take(TRIED);
    places.map(|(at, _)| Heading { at, count: None, title: None }).collect()
}

/// The points of the list that begins behind a line, up to where the page goes on outside it.
fn list_heads(lines: &[Line], from: usize) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    let mut least = usize::MAX;
    for at in from..lines.len() {
        let Some(line) = lines.get(at) else { break };
        let is_out = line.marker.is_none() && line.column + 3 < least;
        if !heads.is_empty() && (is_out || is_ending(&line.key)) {
            break;
        }
        if let Some(head) = listed_at(lines, at) {
            least = least.min(head.column);
            heads.push(head);
        }
    }
    heads
}

/// Names behind list markers with a blank line and sentences below: a thread without any heading.
fn spaced(lines: &[Line]) -> Vec<Told> {
    let points = (0..lines.len()).filter_map(|at| listed_at(lines, at));
    let named =
        points.filter(|head| head.shape == Shape::Listed && lines.get(head.body).is_some_and(|line| line.gap > 0));
    let mut heads = with_text(lines, named.collect());
    heads.retain(|told| told.sentence);
    heads
}

/// A few words with the end of a sentence behind them, or many words.
pub(super) fn holds_sentence(lines: &[Line], from: usize, to: usize) -> bool {
    let body = lines.get(from..to).unwrap_or(&[]);
    let words: usize = body.iter().map(|line| line.text.split_whitespace().count()).sum();
    let ends = |line: &Line| {
        line.text.trim_end_matches([')', '"', '”', '’', ' ']).ends_with(['.', '!', '?', '…', '。', '！', '？'])
    };
    words >= 4 && body.iter().any(ends) || words >= 25
}

#[cfg(test)]
mod tests {
    use super::choose;
    use crate::read::print::head::Shape;
    use crate::read::print::heading::{Heading, heading};
    use crate::read::print::line::{Line, lines};

    fn chosen(text: &str) -> Option<(Shape, usize, Option<usize>)> {
        let lines: Vec<Line> = lines(text);
        let headings: Vec<Heading> =
            lines.iter().enumerate().filter_map(|(at, line)| heading(&line.text, at)).collect();
        let choice = choose(&lines, &headings)?;
        let shape = choice.heads.first()?.head.shape;
        Some((shape, choice.heads.len(), choice.heading.and_then(|heading| heading.count)))
    }

    #[test]
    fn the_shape_that_the_heading_counts_wins_over_a_longer_list() {
        let list: String = (1..9).map(|day| format!("The mill of Tarn\n{day} May 2016\n\n")).collect();
        let text = format!(
            "1 comment\n\nBo Tarn says:\n3 May 2018 at 9:15\n\nIt rained, as it does.\n\nRecent posts\n\n{list}"
        );
        assert_eq!(chosen(&text), Some((Shape::Says, 1, Some(1))));
    }

    #[test]
    fn an_advertisement_does_not_end_a_thread_and_a_long_stretch_does() {
        let one = |name: &str| format!("  • {name} says:\n    3 May 2018 at 9:15\n\n    It rained, as it does.\n\n");
        let few = "Buy boats\nCheap boats\n\n";
        let text = format!("Comments\n\n{}{few}{}", one("Bo"), one("Cy"));
        assert_eq!(chosen(&text).map(|(_, count, _)| count), Some(2));
    }

    #[test]
    fn names_with_sentences_below_are_a_thread_without_any_heading() {
        let article = "The dam of Tarn broke in the night, and in the morning the lower town stood in the water up to its windows.";
        let text = format!(
            "The dam\n\n{article}\n\n  • bo_tarn\n\n    I was there, and it did.\n\n  • cy\n\n    So was I, and it did not.\n\n  • dee\n\n    It was the rain.\n"
        );
        assert_eq!(chosen(&text), Some((Shape::Listed, 3, None)));
    }

    #[test]
    fn menus_and_archives_are_no_threads() {
        for text in ["  • Home\n  • About\n\n  • Contact\n", "Comments\n\n  • May 2016\n  • June 2016\n", ""]
        {
            assert_eq!(chosen(text), None, "{text}");
        }
    }
}
