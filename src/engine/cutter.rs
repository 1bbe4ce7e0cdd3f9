//! The tokenizer that tantivy calls: byline's own words with their places, and stems as marked terms at the same place.
//!
//! In: a text, or names, with the language that stems are taken in, as `text` and `names` write them down. Out: a stream of
//! tokens; one at a time, so that a text of a million words needs no memory for its tokens.
//!
//! ```text
//!  text     Keep the buffers.␤␤Now
//!  places   0    1   2          131         the next paragraph begins 128 places further
//!  terms    keep the buffers    now
//!                    \1en\1buffer           the stem, where it differs
//! ```

use super::facts;
use crate::text::{STEMMED_LANGUAGES, Stemmer, Word, words};
use std::collections::HashMap;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Name under which the tokenizer is registered.
pub(super) const NAME: &str = "byline";

/// Places between the last word of a paragraph and the first of the next: more than any nearness reaches.
const BORDER: u32 = 128;

/// Places from the beginning of one name to that of the next.
pub(super) const BLOCK: u32 = 256;

/// Parts two names; no word holds it.
const BETWEEN: char = '\u{1}';

/// The term of a stem in the language with a number among [`STEMMED_LANGUAGES`].
pub(super) fn stem_term(language: usize, stem: &str) -> String {
    format!("\u{1}{}\u{1}{stem}", STEMMED_LANGUAGES.get(language).copied().unwrap_or(""))
}

/// Words of a text with their places: side by side within a paragraph, 128 apart between two.
pub(super) fn placed(text: &str) -> impl Iterator<Item = (u32, Word<'_>)> {
    let mut paragraph = 0;
    let mut shift = 0;
    (0u32..).zip(words(text)).map(move |(at, word)| {
        if word.paragraph != paragraph {
            paragraph = word.paragraph;
            shift += BORDER;
        }
        (at + shift, word)
    })
}

/// A text as the tokenizer takes it: one letter for the language, then the text.
pub(super) fn text(language: usize, text: &str) -> String {
    format!("{}{text}", letter('a', language))
}

/// Names as the tokenizer takes them, each a block of places of its own.
pub(super) fn names(language: usize, names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| name.replace(BETWEEN, " ")).collect();
    format!("{}{}", letter('A', language), names.join(&BETWEEN.to_string()))
}

fn letter(first: char, language: usize) -> char {
    char::from_u32(u32::from(first) + language as u32).unwrap_or(first)
}

/// The tokenizer; it keeps the stems that it has seen.
#[derive(Clone, Default)]
pub(super) struct Cutter {
    stems: HashMap<(usize, String), Option<String>>,
}

impl Tokenizer for Cutter {
    type TokenStream<'a> = Tokens<'a>;

    fn token_stream<'a>(&'a mut self, written: &'a str) -> Tokens<'a> {
        let head = written.bytes().next().unwrap_or(b'a');
        let body = written.get(1..).unwrap_or("");
        let is_text = head.is_ascii_lowercase();
        let language = usize::from(head - if is_text { b'a' } else { b'A' });
        let words: Box<dyn Iterator<Item = (u32, Word<'a>)> + 'a> = if is_text {
            Box::new(placed(body))
        } else {
            Box::new(
                (0u32..)
                    .zip(body.split(BETWEEN))
                    .flat_map(|(block, name)| (block * BLOCK..).zip(words(name)).take(facts::NAME_WORDS)),
            )
        };
        Tokens { words, language, stems: &mut self.stems, stem: None, token: Token::default() }
    }
}

/// Tokens of one field.
pub(super) struct Tokens<'a> {
    words: Box<dyn Iterator<Item = (u32, Word<'a>)> + 'a>,
    language: usize,
    stems: &'a mut HashMap<(usize, String), Option<String>>,
    /// The stem of the word that was given last, still to be given at its place.
    stem: Option<String>,
    token: Token,
}

impl TokenStream for Tokens<'_> {
    fn advance(&mut self) -> bool {
        if let Some(stem) = self.stem.take() {
            self.token.text = stem;
            return true;
        }
        let Some((place, word)) = self.words.next() else { return false };
        self.token.position = place as usize;
        self.token.text.clear();
        self.token.text.push_str(&word.folded);
        self.stem = self.stem_of(&word.folded);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

impl Tokens<'_> {
    /// The marked stem of a word, where it differs.
    fn stem_of(&mut self, word: &str) -> Option<String> {
        let code = STEMMED_LANGUAGES.get(self.language)?;
        let make = || {
            let stemmer = Stemmer::of(Some(code));
            Some(stemmer.stem(word)).filter(|stem| *stem != word).map(|stem| stem_term(self.language, &stem))
        };
        self.stems.entry((self.language, word.to_owned())).or_insert_with(make).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::{Cutter, names, text};
    use crate::engine::facts::stem_language;
    use tantivy::tokenizer::{TokenStream, Tokenizer};

    fn told(written: &str) -> Vec<String> {
        let mut cutter = Cutter::default();
        let mut stream = cutter.token_stream(written);
        let mut told = Vec::new();
        while stream.advance() {
            told.push(format!("{} {}", stream.token().position, stream.token().text.replace('\u{1}', "|")));
        }
        told
    }

    #[test]
    fn stems_stand_at_the_place_of_their_word_and_paragraphs_apart() {
        let english = stem_language(Some("en"));
        let found = told(&text(english, "Keep the buffers.\n\nNow"));
        assert_eq!(found, ["0 keep", "1 the", "2 buffers", "2 |en|buffer", "131 now"]);
    }

    #[test]
    fn every_name_is_a_block_of_its_own() {
        let none = stem_language(Some("pl"));
        assert_eq!(told(&names(none, &["Ann Taylor", "Bo\u{1}Ng"])), ["0 ann", "1 taylor", "256 bo", "257 ng"]);
        assert!(told(&names(none, &[])).is_empty());
    }
}
