//! Folding: what of a word's spelling counts when words are compared.
//!
//! In: one word as it stands in a text. Out: its folded form.
//! Compatibility decomposition and case folding are Unicode's (UAX #15, CaseFolding.txt, full); the letters
//! that Unicode does not decompose (ø, đ, ł, æ, œ, þ, ı) are mapped here. Cutting is left to `word`.

use icu_casemap::CaseMapper;
use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup, Script};
use std::borrow::Cow;

/// Longest word that counts, in characters.
pub(super) const LONGEST: usize = 128;

/// Characters that vanish before text is cut: soft hyphen, zero-width joiner and non-joiner, word joiner,
/// byte-order mark, direction marks.
#[must_use]
pub fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The folded form of a word: decomposed, in folded case, without the combining marks of Latin, Greek and
/// Cyrillic, recomposed, cut to its first 128 characters.
///
/// `fold("Économie")` is `economie`, `fold("Straße")` is `strasse`.
#[must_use]
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return fold_ascii(word);
    }
    let decomposing = DecomposingNormalizer::new_nfkd();
    let decomposed = decomposing.normalize(word);
    let cased = CaseMapper::new().fold_string(&decomposed);
    let again = decomposing.normalize(&cased);
    let bare = without_marks(&again);
    let composed = ComposingNormalizer::new_nfc().normalize(&bare);
    Cow::Owned(composed.chars().take(LONGEST).collect())
}

fn fold_ascii(word: &str) -> Cow<'_, str> {
    let plain = word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if plain && word.len() <= LONGEST {
        return Cow::Borrowed(word);
    }
    let kept = word.chars().filter(char::is_ascii_alphanumeric).take(LONGEST);
    Cow::Owned(kept.map(|c| c.to_ascii_lowercase()).collect())
}

/// Keeps letters, marks and numbers; drops marks behind a Latin, Greek or Cyrillic letter.
fn without_marks(text: &str) -> String {
    let scripts = CodePointMapData::<Script>::new();
    let mut bare = String::with_capacity(text.len());
    let mut strip = true;
    for c in text.chars() {
        let group = category(c);
        if GeneralCategoryGroup::Mark.contains(group) {
            if !strip || !matches!(scripts.get(c), Script::Inherited | Script::Cyrillic) {
                bare.push(c);
            }
        } else if is_word_category(group) {
            strip = matches!(scripts.get(c), Script::Latin | Script::Greek | Script::Cyrillic | Script::Common);
            push_mapped(&mut bare, c);
        }
    }
    bare
}

fn push_mapped(out: &mut String, c: char) {
    match c {
        'ø' => out.push('o'),
        'đ' => out.push('d'),
        'ł' => out.push('l'),
        'ı' => out.push('i'),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        c => out.push(c),
    }
}

/// General category of a character (Unicode Character Database).
pub(super) fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

/// Letters, marks and numbers: what words are made of.
pub(super) fn is_word_category(category: GeneralCategory) -> bool {
    GeneralCategoryGroup::Letter.contains(category)
        || GeneralCategoryGroup::Mark.contains(category)
        || GeneralCategoryGroup::Number.contains(category)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_case_and_ligatures_do_not_count() {
        let pairs = [
            ("Économie", "economie"),
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("SØREN", "soren"),
            ("ﬁne", "fine"),
            ("Œuvre", "oeuvre"),
            ("Ýþ", "yth"),
            ("İstanbul", "istanbul"),
            ("ışık", "isik"),
            ("Ёлка", "елка"),
            ("ΆΛΦΑ", "αλφα"),
            ("e\u{301}tat", "etat"),
            ("½", "12"),
        ];
        for (word, folded) in pairs {
            assert_eq!(fold(word), folded, "{word}");
        }
    }

    #[test]
    fn marks_of_other_scripts_stay() {
        assert_eq!(fold("हिन्दी"), "हिन्दी");
        assert_ne!(fold("が"), fold("か"));
    }

    #[test]
    fn a_word_counts_by_its_first_128_characters() {
        assert_eq!(fold(&"X".repeat(500)).len(), 128);
        assert_eq!(fold(&"é".repeat(500)).len(), 128);
    }
}
