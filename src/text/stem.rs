//! Stem families: the forms of one word in one language.
//!
//! In: a folded word and a language code. Out: its stem by the Snowball stemmer of that language.
//! Languages without a stemmer keep the word as it is; a text of undetermined language counts as English.

use rust_stemmers::{Algorithm, Stemmer as Snowball};
use std::borrow::Cow;

/// Languages (ISO 639-1) that have a Snowball stemmer.
pub const STEMMED_LANGUAGES: [&str; 18] =
    ["ar", "da", "de", "el", "en", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv", "ta", "tr"];

/// The stemmer of one language.
pub struct Stemmer {
    snowball: Option<Snowball>,
}

impl Stemmer {
    /// The stemmer for a language code such as `en` or `pt-BR`; `None` counts as English.
    #[must_use]
    pub fn of(language: Option<&str>) -> Self {
        let code = language.unwrap_or("en");
        let primary = code.split(['-', '_']).next().unwrap_or("");
        Self { snowball: algorithm(primary).map(Snowball::create) }
    }

    /// The stem of a folded word.
    #[must_use]
    pub fn stem<'a>(&self, folded: &'a str) -> Cow<'a, str> {
        match &self.snowball {
            Some(snowball) => snowball.stem(folded),
            None => Cow::Borrowed(folded),
        }
    }
}

fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match language {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" | "und" | "" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nl" => Algorithm::Dutch,
        "no" | "nb" | "nn" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Stemmer;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let english = Stemmer::of(None);
        assert_eq!(english.stem("buffers"), english.stem("buffer"));
        assert_eq!(Stemmer::of(Some("pt-BR")).stem("livros"), Stemmer::of(Some("pt")).stem("livro"));
    }

    #[test]
    fn a_language_without_a_stemmer_keeps_the_word() {
        assert_eq!(Stemmer::of(Some("pl")).stem("domami"), "domami");
    }
}
