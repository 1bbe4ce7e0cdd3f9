//! A text cut into words once, to be asked where terms stand in it.
//!
//! In: a text and its language. Out: words, and the positions of terms. Stems are made when first asked for.

use super::pattern::TermMatcher;
use super::place::Positions;
use super::tree::{Form, Term};
use crate::text::{Span, Stemmer, Word, words};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

/// A text with its words; a position is the turn of a word, from 0.
pub struct Cut<'t> {
    words: Vec<Word<'t>>,
    stemmer: Stemmer,
    stems: OnceCell<HashMap<String, Vec<u32>>>,
    /// Terms asked before, since one term often stands in several nodes.
    asked: RefCell<HashMap<Term, Vec<u32>>>,
}

impl<'t> Cut<'t> {
    /// Cuts a text of a language (a code such as `en`; none counts as English).
    #[must_use]
    pub fn new(text: &'t str, language: Option<&str>) -> Cut<'t> {
        Cut {
            words: words(text).collect(),
            stemmer: Stemmer::of(language),
            stems: OnceCell::new(),
            asked: RefCell::new(HashMap::new()),
        }
    }

    /// The words, in order.
    #[must_use]
    pub fn words(&self) -> &[Word<'t>] {
        &self.words
    }

    /// The stretch of text from one position to another.
    #[must_use]
    pub fn span(&self, from: u32, to: u32) -> Span {
        let span = |at: u32| self.words.get(at as usize).map_or(Span::default(), |word| word.span);
        span(from).join(span(to))
    }

    fn find(&self, term: &Term) -> Vec<u32> {
        if term.form == Form::Family {
            let stems = self.stems.get_or_init(|| self.by_stem());
            return stems.get(self.stemmer.stem(&term.word).as_ref()).cloned().unwrap_or_default();
        }
        let matcher = TermMatcher::new(term);
        (0..).zip(&self.words).filter(|(_, word)| matcher.matches(&word.folded)).map(|(at, _)| at).collect()
    }

    fn by_stem(&self) -> HashMap<String, Vec<u32>> {
        let mut stems: HashMap<String, Vec<u32>> = HashMap::new();
        for (at, word) in (0..).zip(&self.words) {
            stems.entry(self.stemmer.stem(&word.folded).into_owned()).or_default().push(at);
        }
        stems
    }
}

impl Positions for Cut<'_> {
    fn of(&self, term: &Term) -> Vec<u32> {
        if let Some(found) = self.asked.borrow().get(term) {
            return found.clone();
        }
        let found = self.find(term);
        self.asked.borrow_mut().insert(term.clone(), found.clone());
        found
    }

    fn paragraph(&self, position: u32) -> u32 {
        self.words.get(position as usize).map_or(u32::MAX, |word| word.paragraph)
    }
}

#[cfg(test)]
mod tests {
    use super::Cut;
    use crate::query::{Match, parse, place};
    use crate::text::Day;

    /// The places of a query's words, as the text of their runs.
    fn found(query: &str, text: &str) -> Vec<String> {
        let today = Day::from_ymd(2018, 3, 14).expect("a day");
        let Match::Text(_, words) = parse(query, today).expect("within the bounds").root.asks else {
            panic!("{query} is no words")
        };
        let cut = Cut::new(text, Some("en"));
        let run = |run: &place::Run| cut.span(run.0, run.1).of(text).to_owned();
        place::places(&words, &cut)
            .iter()
            .map(|place| place.runs.iter().map(run).collect::<Vec<_>>().join(" + "))
            .collect()
    }

    #[test]
    fn a_word_stands_for_its_stem_family_and_a_marked_one_for_itself() {
        assert_eq!(found("buffer", "Buffers, a buffer; buffered"), ["Buffers", "buffer", "buffered"]);
        assert_eq!(found("=buffer", "Buffers, a buffer"), ["buffer"]);
        assert_eq!(found("buff*", "Buffet rebuff"), ["Buffet"]);
        assert_eq!(found("bufer~1", "Buffers, a buffer"), ["buffer"]);
        assert_eq!(found("/b.*r/", "Buffers, a buffer"), ["buffer"]);
    }

    #[test]
    fn a_phrase_is_one_run_inside_one_paragraph() {
        assert_eq!(found("\"strategic buffer\"", "the Strategic\nbuffer. Strategic\n\nbuffer"), ["Strategic\nbuffer"]);
        assert_eq!(found("\"a a b\"", "a a a b"), ["a a b"]);
        assert_eq!(found("U.S.-China", "the US–China talks"), ["US–China"]);
    }

    #[test]
    fn within_counts_the_other_words_and_gives_each_word_its_own_place() {
        assert_eq!(found("\"a b\"~1", "b x a y y b"), ["b + a"]);
        assert_eq!(found("\"a b c\"~1", "c a x b"), ["c + a + b"]);
        assert_eq!(found("\"a b c\"~1", "c a x x b"), [""; 0]);
        assert_eq!(found("\"a a\"~5", "a b b"), [""; 0]);
        assert_eq!(found("\"a* ab\"~0", "ab ab x"), ["ab + ab"]);
        assert_eq!(found("\"a b\"~3", "a\n\nb"), [""; 0]);
    }

    #[test]
    fn nearness_counts_the_words_between() {
        assert_eq!(found("a NEAR/1 b", "a x b y y a"), ["a + b"]);
        assert_eq!(found("a ADJ/1 b", "b a x x b"), [""; 0]);
        assert_eq!(found("a ADJ b", "b a b"), ["a + b"]);
        assert_eq!(found("a NEAR a", "a b"), [""; 0]);
        assert_eq!(found("\"a b\" NEAR/0 c", "c a b"), ["c + a b"]);
        assert_eq!(found("a NEAR/5 (b OR \"c d\")", "a c d x x x x x x b"), ["a + c d"]);
    }

    #[test]
    fn a_chain_measures_against_the_span_so_far() {
        assert_eq!(found("a NEAR/1 b NEAR/0 c", "c a x b"), ["c + a + b"]);
        assert_eq!(found("a NEAR/3 b NEAR/0 c", "a c x b"), ["a + c + b"], "inside the span there is nothing between");
        assert_eq!(
            found("a NEAR/3 b ADJ/0 c", "a b x b c"),
            ["a + b + c"],
            "a wider place may reach where the narrowest does not"
        );
        assert_eq!(found("a ADJ/0 b ADJ/0 c", "a b x c"), [""; 0]);
    }
}
