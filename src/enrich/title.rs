//! The title: voted from all its clues, without the name of the site.
//!
//! In: title clues, what the site is called. Out: a finding. A title that no clue states stays empty:
//! the first words of a text are no title.

use super::site::Called;
use super::{nothing, votes};
use crate::article::{Clue, Draft, Field, Finding, key_of};

/// What parts a title from the name of a site, with blanks around it.
const SEPARATORS: [&str; 11] = [" | ", " - ", " – ", " — ", " » ", " « ", " · ", " • ", " :: ", " : ", " ~ "];

/// The head of a page, as one place.
const HEAD: &str = "the page's head";
/// Places of the headline that readers see.
const HEADLINES: [&str; 2] = ["h1", "heading"];

/// Decides the title.
pub(super) fn decide(draft: &Draft, site: &Called) -> Finding {
    let clues: Vec<Clue> = draft.clues_for(Field::Title).cloned().collect();
    let known = Known { site, titles: clues.iter().map(|clue| key_of(&clue.value)).collect() };
    let mut candidates = Vec::new();
    for clue in &clues {
        let title = cut(&plain(&clue.value), &known);
        if !title.is_empty() {
            votes::vote(&mut candidates, key_or_self(&title), &title, family(&clue.from), clue.confidence);
        }
    }
    confirm_headlines(&mut candidates);
    let Some(best) = votes::strongest(&candidates) else { return nothing(Field::Title, clues, "no title is stated") };
    let clues = weighed(clues, &candidates, &known);
    Finding {
        field: Field::Title,
        value: Some(best.value.clone()),
        clues,
        reason: votes::reason(best, candidates.len()),
    }
}

/// Places that are filled from one source count once: a page's head repeats one title, written for search engines.
fn family(from: &str) -> &str {
    if from == "title" || from.starts_with("meta") { HEAD } else { from }
}

/// The headline that readers see stands over its variants: a title of the page's head that shares its words speaks
/// for it too.
fn confirm_headlines(candidates: &mut [votes::Candidate]) {
    let hidden = |from: &str| matches!(from, HEAD | "json-ld");
    let variants: Vec<votes::Candidate> = candidates.iter().filter(|c| hidden(&c.from)).cloned().collect();
    for headline in candidates.iter_mut().filter(|c| HEADLINES.contains(&c.from.as_str())) {
        let key = headline.key.clone();
        for variant in variants.iter().filter(|variant| alike(&variant.key, &key)) {
            headline.support(&variant.from, variant.best());
        }
    }
}

/// Whether two keys share two in five of their words.
fn alike(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let shared = one.iter().filter(|word| other.contains(word)).count();
    5 * shared >= one.len() + other.len()
}

/// What is known beside a title: what the site is called, and the titles that other clues state.
struct Known<'a> {
    site: &'a Called,
    titles: Vec<String>,
}

impl Known<'_> {
    fn is_title(&self, part: &str) -> bool {
        self.titles.contains(&key_of(part))
    }
}

/// Cuts the parts that name the site, from either end, and what stands beside a part that another clue gives as
/// the whole title.
fn cut(title: &str, known: &Known<'_>) -> String {
    for separator in SEPARATORS {
        for (at, _) in title.match_indices(separator) {
            let (head, tail) =
                (title.get(..at).unwrap_or_default(), title.get(at + separator.len()..).unwrap_or_default());
            if known.site.is(tail) || known.is_title(head) || is_shelf(head, separator, tail, known) {
                return cut(head.trim(), known);
            }
            if known.site.is(head) || known.is_title(tail) {
                return cut(tail.trim(), known);
            }
        }
    }
    title.to_owned()
}

/// Whether what follows a separator is the site or its shelf: a few words behind a bar, or words like the site's name,
/// fewer than the title's.
fn is_shelf(head: &str, separator: &str, tail: &str, known: &Known<'_>) -> bool {
    let (title, shelf) = (head.split_whitespace().count(), tail.split_whitespace().count());
    let bar = separator == " | " && shelf <= 4;
    shelf < title && (bar || known.site.is_like(tail))
}

/// One line, single blanks.
fn plain(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn key_or_self(title: &str) -> String {
    let key = key_of(title);
    if key.is_empty() { title.to_owned() } else { key }
}

fn weighed(clues: Vec<Clue>, candidates: &[votes::Candidate], known: &Known<'_>) -> Vec<Clue> {
    let weigh = |mut clue: Clue| {
        let key = key_or_self(&cut(&plain(&clue.value), known));
        clue.confidence = candidates.iter().find(|c| c.key == key).map_or(0.0, votes::Candidate::weight);
        clue
    };
    clues.into_iter().map(weigh).collect()
}

#[cfg(test)]
mod tests {
    use super::decide;
    use crate::article::{Draft, Field};
    use crate::enrich::site::Called;

    fn title(clues: &[(&str, &str, f32)], site: Option<&str>, url: Option<&str>) -> Option<String> {
        let mut draft = Draft::default();
        for (from, value, confidence) in clues {
            draft.clue(Field::Title, value, from, *confidence);
        }
        decide(&draft, &Called::new(site, url)).value
    }

    #[test]
    fn the_name_of_the_site_is_cut_off_either_end() {
        for whole in
            ["Grain for Osk | The Lake Post", "The Lake Post – Grain for Osk", "Grain for Osk - lakepost.example"]
        {
            let found = title(&[("title", whole, 0.5)], Some("The Lake Post"), Some("https://lakepost.example/a"));
            assert_eq!(found.as_deref(), Some("Grain for Osk"), "{whole}");
        }
    }

    #[test]
    fn a_dash_that_belongs_to_the_title_stays() {
        let found = title(&[("title", "Osk – a town without a ferry", 0.5)], Some("Lake Post"), None);
        assert_eq!(found.as_deref(), Some("Osk – a town without a ferry"));
    }

    #[test]
    fn a_part_that_another_clue_states_as_the_title_is_the_title() {
        let clues = [("heading", "Grain for Osk", 0.4), ("title", "Grain for Osk » Opinion » Lake", 0.6)];
        assert_eq!(title(&clues, None, None).as_deref(), Some("Grain for Osk"));
    }

    #[test]
    fn clues_that_agree_but_for_signs_are_one_candidate() {
        let clues = [("meta", "“Grain” for Osk", 0.5), ("heading", "'Grain' for Osk", 0.45), ("title", "Osk", 0.6)];
        assert_eq!(title(&clues, None, None).as_deref(), Some("“Grain” for Osk"));
    }

    #[test]
    fn the_headline_that_readers_see_beats_its_variants_for_search_engines() {
        let clues = [
            ("title", "Grain for Osk: what the ferry line means for you", 0.6),
            ("meta:og:title", "Grain for Osk: what the ferry line means for you", 0.85),
            ("h1", "Osk: what the ferry line means", 0.8),
        ];
        assert_eq!(title(&clues, None, None).as_deref(), Some("Osk: what the ferry line means"));
        let clues = [clues[0], clues[1], ("h1", "Welcome to our pages", 0.8)];
        assert_eq!(title(&clues, None, None).as_deref(), Some(clues[0].1));
    }

    #[test]
    fn no_clue_means_no_title() {
        assert_eq!(title(&[], Some("Lake Post"), None), None);
    }
}
