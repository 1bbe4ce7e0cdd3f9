//! Candidates in sentences without any capital, as readers type them: `i live in osk`.
//!
//! In: a document whose spellings and evidence are there. Out: runs of words in small letters that a list holds as a
//! name, or that the statement writes with a capital elsewhere. One word of a list is a candidate only right behind a
//! preposition of place: `bill` and `turkey` are common words, and a statement without capitals must not have names
//! invented for it. A sentence with a capital is left alone, so that edited prose costs nothing.

use super::document::{Case, Document};
use super::lexicon::Lexicon;
use super::run::{LONGEST, LONGEST_SMALL, Run};

/// Lists whose names are mostly common words when they are in small letters: demonyms, and family names of the census.
const COMMON: u16 = 32 | 1024;
/// A list's name of one word is at least so long; shorter ones are common words.
const SHORTEST: usize = 3;

/// The runs of all sentences without capitals.
pub(super) fn runs(document: &Document<'_>, lexicon: &Lexicon<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut from = 0;
    while from < document.tokens.len() {
        let to = sentence_end(document, from);
        if is_loose(document, from, to) {
            gather(&known(document, from, to, lexicon), from, &mut runs);
        }
        from = to;
    }
    runs
}

fn sentence_end(document: &Document<'_>, from: usize) -> usize {
    let ends = |at: usize| matches!(document.tokens[at - 1].text, "." | "!" | "?" | "…");
    let begins = |at: &usize| document.tokens[*at].line || (document.starts[*at] && ends(*at));
    (from + 1..document.tokens.len()).find(begins).unwrap_or(document.tokens.len())
}

/// Whether a sentence has words in small letters and no others, but for a lone capital as in `I`.
fn is_loose(document: &Document<'_>, from: usize, to: usize) -> bool {
    let large = |at| matches!(document.fact(at).case, Case::Capital | Case::Shouted | Case::Mixed);
    !(from..to).any(large) && (from..to).any(|at| document.fact(at).case == Case::Small)
}

/// For each token of a sentence whether it can stand in a name.
fn known(document: &Document<'_>, from: usize, to: usize, lexicon: &Lexicon<'_>) -> Vec<bool> {
    let mut known = vec![false; to - from];
    let is_small = |at: usize| document.fact(at).case == Case::Small;
    for at in (from..to).filter(|at| is_small(*at)) {
        let fact = document.fact(at);
        let listed = fact.lists & !COMMON != 0 && fact.length >= SHORTEST && is_placed(document, from, at);
        known[at - from] |= listed || document.evidence[fact.word].inside > 0;
        for end in at + 2..=(at + LONGEST_SMALL).min(to) {
            if (at..end).all(is_small) && lexicon.lists(document.name(at, end)) != 0 {
                known[at - from..end - from].fill(true);
            }
        }
    }
    known
}

/// Whether the word before, in the sentence, says where.
fn is_placed(document: &Document<'_>, from: usize, at: usize) -> bool {
    at > from && matches!(document.tokens[at - 1].text, "in" | "at" | "from" | "near")
}

/// Neighbours as runs.
fn gather(known: &[bool], first: usize, runs: &mut Vec<Run>) {
    let mut at = 0;
    for stretch in known.chunk_by(|one, other| one == other) {
        if stretch.first() == Some(&true) {
            let starts = (at..at + stretch.len()).step_by(LONGEST);
            let end = at + stretch.len();
            runs.extend(starts.map(|from| Run { from, to: end.min(from + LONGEST), small: true }.moved(first)));
        }
        at += stretch.len();
    }
}

#[cfg(test)]
mod tests {
    use crate::enrich::names::tests::document;

    fn small(text: &str) -> Vec<String> {
        let document = document(text);
        let runs = document.runs.iter().filter(|run| run.small);
        runs.map(|run| document.tokens[run.from].span.join(document.tokens[run.to - 1].span).of(text).to_owned())
            .collect()
    }

    #[test]
    fn a_listed_name_in_a_sentence_without_capitals_is_a_candidate() {
        assert_eq!(small("i lived in chicago, then in san francisco"), ["chicago", "san francisco"]);
        assert!(small("He lived in san francisco and london").is_empty(), "a sentence with a capital is left alone");
    }

    #[test]
    fn common_words_that_a_list_holds_too_are_none() {
        assert!(small("the bill was nice and the turkey too, may i reply?").is_empty());
    }

    #[test]
    fn a_word_that_stands_with_a_capital_elsewhere_is_a_candidate() {
        assert_eq!(small("We met Zorblatt there. but zorblatt left"), ["zorblatt"]);
        assert!(small("we left. but zorblatt stayed").is_empty());
    }

    #[test]
    fn candidates_stand_in_the_order_of_the_text_and_a_long_row_is_cut() {
        let text = format!("i was in london. Ada Lund and Zorb left. {}", "zorb ".repeat(100));
        let document = document(&text);
        assert!(document.runs.is_sorted_by_key(|run| run.from));
        assert!(document.runs.iter().all(|run| run.to - run.from <= 40));
        assert_eq!(document.runs.iter().filter(|run| run.small).count(), 4);
    }
}
