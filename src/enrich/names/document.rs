//! A statement made ready for the search: its tokens, what is known of each word, its runs, and what the statement
//! says of a word elsewhere.
//!
//! In: fields, a lexicon. Out: a document that features are taken from. Each distinct word is looked at once.

use super::Stretch;
use super::hash;
use super::lexicon::{Clusters, Lexicon};
use super::memory::{self, Hashed};
use super::run::{Run, runs, spans};
use super::small;
use super::token::{Token, tokens};
use std::collections::{HashMap, HashSet};

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// A mark.
    Mark,
    /// A number.
    Number,
    /// Small letters.
    Small,
    /// One capital at its beginning.
    Capital,
    /// A single capital.
    Single,
    /// Capitals alone.
    Shouted,
    /// Anything else, as `eBay`.
    Mixed,
}

/// What is known of a distinct spelling.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Hash of the spelling.
    pub spelled: u64,
    /// Hash of the word in small letters.
    pub lower: u64,
    /// Number of the word in small letters, within the document.
    pub word: usize,
    /// Hash of its shape: letters as `x` and `X`, digits as `9`, runs shortened.
    pub shape: u64,
    /// Hashes of its first two, three and four letters.
    pub prefixes: [u64; 3],
    /// Hashes of its last two, three and four letters.
    pub suffixes: [u64; 3],
    /// Its clusters.
    pub clusters: Clusters,
    /// The lists that hold it as a name of one word.
    pub lists: u16,
    /// The hand-made lists that hold it: titles, words of organisations, words of places.
    pub sort: Sort,
    /// How it is written.
    pub case: Case,
    /// Its length in characters.
    pub length: usize,
}

/// What a word stands for beside names, one bit a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort(pub u8);

impl Sort {
    /// Before a person's name.
    pub const TITLE: u8 = 1;
    /// In an organisation's name.
    pub const ORGANISATION: u8 = 2;
    /// In a place's name.
    pub const PLACE: u8 = 4;

    /// The lists that hold a word in small letters.
    #[must_use]
    pub fn of(lower: &str) -> Sort {
        Sort(super::lists::sorts(lower))
    }

    /// Whether one of the lists of `bits` holds it.
    #[must_use]
    pub fn any(self, bits: u8) -> bool {
        self.0 & bits != 0
    }
}

/// What the statement says of a word, over all its occurrences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Evidence {
    /// Times in small letters.
    pub small: u16,
    /// Times with a capital where no sentence begins.
    pub inside: u16,
    /// Times behind a title.
    pub titled: u16,
    /// Times behind a first name.
    pub named: u16,
    /// Times behind `in`, `at`, `from`, `near`.
    pub placed: u16,
}

/// A statement made ready.
#[derive(Debug)]
pub struct Document<'a> {
    /// Tokens of all fields, one after the other.
    pub tokens: Vec<Token<'a>>,
    /// The field of each token, by its number.
    pub fields: Vec<usize>,
    /// For each token the number of its facts.
    pub spelling: Vec<usize>,
    /// Facts of each distinct spelling.
    pub facts: Vec<Facts>,
    /// For each distinct word in small letters what the statement says of it.
    pub evidence: Vec<Evidence>,
    /// Whether a sentence begins with each token.
    pub starts: Vec<bool>,
    /// Candidates.
    pub runs: Vec<Run>,
    /// Names of the lists that cover a token: lists, place in the name (0 first, 1 inside, 2 last).
    pub covered: Vec<(u16, u8)>,
    /// Names whose first letters stand in the statement as an acronym, by first token and one past the last.
    lettered: HashSet<(usize, usize)>,
    /// Words that are acronyms of such names.
    acronyms: HashSet<u64>,
    /// Lists of every name of two words and more that stands in them, by its first token and one past its last.
    listed: HashMap<(usize, usize), u16>,
}

/// Longest name that is looked up, in tokens.
const LONGEST_NAME: usize = 5;
/// Longest name that has an acronym, in tokens.
const LONGEST_LETTERED: usize = 9;
/// The bit of countries, with capitals and continents, in the lists.
pub(super) const COUNTRIES: u16 = 16;
/// The bits of first names in the lists.
pub const FIRST_NAMES: u16 = 128 | 256;

impl<'a> Document<'a> {
    /// Makes fields ready.
    #[must_use]
    pub fn new(stretches: &[Stretch<'a>], lexicon: &Lexicon<'_>) -> Document<'a> {
        let mut document = Document {
            tokens: Vec::new(),
            fields: Vec::new(),
            spelling: Vec::new(),
            facts: Vec::new(),
            evidence: Vec::new(),
            starts: Vec::new(),
            runs: Vec::new(),
            covered: Vec::new(),
            lettered: HashSet::new(),
            acronyms: HashSet::new(),
            listed: HashMap::new(),
        };
        for (number, stretch) in stretches.iter().enumerate() {
            let cut = tokens(stretch.text);
            let first = document.tokens.len();
            document.runs.extend(runs(&cut).iter().map(|run| run.moved(first)));
            document.fields.resize(first + cut.len(), number);
            document.tokens.extend(cut);
        }
        document.spell(lexicon);
        document.find_starts();
        document.gather();
        document.add_small(lexicon);
        document.cover(lexicon);
        document.find_letters();
        document
    }

    /// The facts of a token.
    #[must_use]
    pub fn fact(&self, at: usize) -> &Facts {
        &self.facts[self.spelling[at]]
    }

    /// The facts of a token `by` places away; none beyond the field.
    #[must_use]
    pub fn near(&self, at: usize, by: isize) -> Option<&Facts> {
        let there = at.checked_add_signed(by)?;
        (self.fields.get(there)? == self.fields.get(at)?).then(|| self.fact(there))
    }

    /// Hash of the name that a stretch of tokens is.
    #[must_use]
    pub fn name(&self, from: usize, to: usize) -> u64 {
        (from..to).fold(0, |hash, at| hash::join(hash, self.fact(at).lower))
    }

    /// The lists that hold the name that a stretch of tokens is.
    #[must_use]
    pub fn listed(&self, from: usize, to: usize) -> u16 {
        match to - from {
            1 => self.fact(from).lists,
            _ => self.listed.get(&(from, to)).copied().unwrap_or(0),
        }
    }

    /// Whether the first letters of a stretch of tokens stand in the statement as an acronym.
    #[must_use]
    pub fn is_lettered(&self, from: usize, to: usize) -> bool {
        self.lettered.contains(&(from, to))
    }

    /// Whether a word is the acronym of a name in the statement.
    #[must_use]
    pub fn is_acronym(&self, fact: &Facts) -> bool {
        self.acronyms.contains(&fact.lower)
    }

    fn spell(&mut self, lexicon: &Lexicon<'_>) {
        let mut spellings: Hashed<usize> = Hashed::default();
        let mut words: Hashed<usize> = Hashed::default();
        for token in &self.tokens {
            let spelled = hash::word(token.text);
            let next = self.facts.len();
            let number = *spellings.entry(spelled).or_insert(next);
            if number == next {
                let mut facts = memory::facts(lexicon.mark(), spelled, || facts(token, spelled, lexicon));
                let unseen = words.len();
                facts.word = *words.entry(facts.lower).or_insert(unseen);
                self.facts.push(facts);
            }
            self.spelling.push(number);
        }
        self.evidence = vec![Evidence::default(); words.len()];
    }

    fn find_starts(&mut self) {
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            let before = at.checked_sub(1).filter(|_| !token.opens).map(|before| &self.tokens[before]);
            let start = before.is_none_or(|before| {
                matches!(
                    before.text,
                    "." | "!" | "?" | ":" | "“" | "\"" | "«" | "•" | "*" | "…" | "‘" | "--" | ">" | "|"
                ) && !(before.text == "." && at > 1 && self.fact(at - 2).length == 1)
            });
            self.starts.push(start || token.line);
        }
    }

    fn gather(&mut self) {
        for at in 0..self.tokens.len() {
            let (fact, before) = (self.fact(at), self.near(at, -1));
            let mut seen = self.evidence[fact.word];
            match fact.case {
                Case::Small => count(&mut seen.small, true),
                Case::Capital | Case::Shouted | Case::Mixed => count(&mut seen.inside, !self.starts[at]),
                _ => {}
            }
            if let (Some(before), true) = (before, fact.case >= Case::Capital) {
                count(&mut seen.titled, before.sort.any(Sort::TITLE));
                count(&mut seen.named, before.lists & FIRST_NAMES != 0 && before.case == Case::Capital);
                let text = self.tokens[at - 1].text;
                count(&mut seen.placed, matches!(text, "in" | "at" | "from" | "near" | "In" | "At" | "From"));
            }
            let word = fact.word;
            self.evidence[word] = seen;
        }
    }

    /// Adds the candidates of sentences without capitals, in their places.
    fn add_small(&mut self, lexicon: &Lexicon<'_>) {
        let small = small::runs(self, lexicon);
        if !small.is_empty() {
            self.runs.extend(small);
            self.runs.sort_unstable_by_key(|run| run.from);
        }
    }

    /// Looks up every name in the runs, and marks tokens with the longest that covers them.
    fn cover(&mut self, lexicon: &Lexicon<'_>) {
        self.covered = vec![(0, 0); self.tokens.len()];
        for run in self.runs.clone() {
            let mut free = run.from;
            for at in run.from..run.to {
                let longest = (at + 2..=(at + LONGEST_NAME).min(run.to)).rev();
                let found = longest.map(|to| (to, lexicon.lists(self.name(at, to)))).filter(|(_, lists)| *lists != 0);
                for (to, lists) in found.collect::<Vec<_>>() {
                    self.listed.insert((at, to), lists);
                    if at >= free {
                        self.mark(at, to, lists);
                        free = to;
                    }
                }
            }
        }
    }

    /// Finds names and acronyms of their first letters, with their small words (`UoO`) or without.
    fn find_letters(&mut self) {
        let shouted = |fact: &&Facts| fact.case == Case::Shouted && (2..=6).contains(&fact.length);
        let known: HashSet<u64> = self.facts.iter().filter(shouted).map(|fact| fact.lower).collect();
        if known.is_empty() {
            return;
        }
        for run in self.runs.clone() {
            for (from, to) in spans(&self.tokens, run, LONGEST_LETTERED).into_iter().filter(|(from, to)| to - from > 1)
            {
                let large = hash::word(&self.letters(from, to, true));
                let all = hash::word(&self.letters(from, to, false));
                for letters in [large, all].into_iter().filter(|letters| known.contains(letters)) {
                    self.acronyms.insert(letters);
                    self.lettered.insert((from, to));
                }
            }
        }
    }

    /// First letters of a stretch of tokens, in small letters; of its words with capitals only, or of all its words.
    fn letters(&self, from: usize, to: usize, large: bool) -> String {
        let words = self.tokens[from..to].iter().filter(|token| token.is_word() && (token.is_capital() || !large));
        words.filter_map(|token| token.text.chars().next()).flat_map(char::to_lowercase).collect()
    }

    fn mark(&mut self, from: usize, to: usize, lists: u16) {
        for at in from..to {
            let place = if at == from { 0 } else { 1 + u8::from(at + 1 == to) };
            self.covered[at] = (lists, place);
        }
    }
}

fn facts(token: &Token<'_>, spelled: u64, lexicon: &Lexicon<'_>) -> Facts {
    let lower = token.text.to_lowercase();
    let hash = hash::word(&lower);
    let length = lower.chars().count();
    let ends: Vec<usize> = lower.char_indices().map(|(at, _)| at).chain([lower.len()]).collect();
    let head = |n: usize| hash::word(lower.get(..ends[n.min(length)]).unwrap_or_default());
    let tail = |n: usize| hash::word(lower.get(ends[length - n.min(length)]..).unwrap_or_default());
    Facts {
        spelled,
        lower: hash,
        word: 0,
        shape: hash::word(&shape(token.text)),
        prefixes: [head(2), head(3), head(4)],
        suffixes: [tail(2), tail(3), tail(4)],
        clusters: lexicon.clusters(hash),
        lists: if token.is_word() { lexicon.lists(hash::join(0, hash)) } else { 0 },
        sort: Sort::of(&lower),
        case: case(token.text),
        length,
    }
}

fn case(text: &str) -> Case {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return Case::Mark };
    if !first.is_alphanumeric() {
        return Case::Mark;
    }
    let (upper, small) = (text.chars().any(char::is_uppercase), text.chars().any(char::is_lowercase));
    match (first.is_uppercase(), upper, small) {
        (_, false, false) => Case::Number,
        (_, false, true) => Case::Small,
        (true, _, false) if text.chars().filter(|c| c.is_alphabetic()).count() == 1 => Case::Single,
        (true, _, false) => Case::Shouted,
        (true, _, true) if !chars.any(char::is_uppercase) => Case::Capital,
        _ => Case::Mixed,
    }
}

/// Letters as `x` and `X`, digits as `9`, other signs as they are; a run of more than two of a kind is cut to two.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    let (mut last, mut times) = ('\0', 0);
    for c in text.chars() {
        let kind = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => '9',
            c => c,
        };
        times = if kind == last { times + 1 } else { 1 };
        last = kind;
        if times <= 2 {
            shape.push(kind);
        }
    }
    shape
}

/// Counts up to what the number holds: a word may stand in a text a million times.
fn count(number: &mut u16, holds: bool) {
    *number = number.saturating_add(u16::from(holds));
}

#[cfg(test)]
mod tests {
    use super::{Case, Sort, case, shape};
    use crate::enrich::names::tests::document;

    #[test]
    fn words_are_told_apart_by_how_they_are_written() {
        let cases = [
            ("Osk", Case::Capital),
            ("OSK", Case::Shouted),
            ("U.S.", Case::Shouted),
            ("A", Case::Single),
            ("eBay", Case::Mixed),
            ("osk", Case::Small),
            ("1994", Case::Number),
            (",", Case::Mark),
        ];
        for (word, expected) in cases {
            assert_eq!(case(word), expected, "{word}");
        }
        assert_eq!(shape("Jong-un2017"), "Xxx-xx99");
    }

    #[test]
    fn the_statement_says_what_a_word_is_elsewhere() {
        let document = document("President Lund came. In Osk, Lund and a lund met. Lund left.");
        let lund = document.tokens.iter().position(|token| token.text == "Lund").expect("it is there");
        let seen = document.evidence[document.fact(lund).word];
        assert_eq!((seen.titled, seen.inside, seen.small, seen.placed), (1, 2, 1, 0));
        let osk = document.tokens.iter().position(|token| token.text == "Osk").expect("it is there");
        assert_eq!(document.evidence[document.fact(osk).word].placed, 1);
    }

    #[test]
    fn a_sentence_begins_behind_a_full_stop_but_not_behind_an_initial() {
        let document = document("He saw J. Lund. Then\nshe left. (So)");
        let starts: Vec<&str> =
            document.tokens.iter().zip(&document.starts).filter(|(_, start)| **start).map(|(t, _)| t.text).collect();
        assert_eq!(starts, ["He", "Then", "she", "("]);
    }

    #[test]
    fn lists_are_found_for_names_of_one_word_and_of_several() {
        let document = document("From New York to Paris.");
        let at = |text: &str| document.tokens.iter().position(|token| token.text == text).expect("it is there");
        assert_ne!(document.listed(at("New"), at("York") + 1), 0);
        assert_eq!(document.covered[at("York")].1, 2, "the last word of a listed name");
        assert_ne!(document.fact(at("Paris")).lists, 0);
        assert!(Sort::of("president").any(Sort::TITLE) && !Sort::of("lund").any(7));
    }

    #[test]
    fn a_name_whose_first_letters_stand_as_an_acronym_is_known() {
        let document = document("The Union of Osk Ferries met. UOF agreed with the XYZ.");
        assert!(document.is_lettered(1, 5) && !document.is_lettered(1, 4));
        let acronyms: Vec<&str> = document
            .tokens
            .iter()
            .enumerate()
            .filter(|(at, _)| document.is_acronym(document.fact(*at)))
            .map(|(_, t)| t.text)
            .collect();
        assert_eq!(acronyms, ["UOF"]);
    }

    #[test]
    fn fields_do_not_see_each_other() {
        let document = crate::enrich::names::tests::documents(&["Ada Lund", "Osk"]);
        assert_eq!(document.runs.len(), 2);
        assert!(document.near(1, 1).is_none() && document.near(2, -1).is_none() && document.near(0, 1).is_some());
    }
}
