//! Words that stand in nearly every text of their language.
//!
//! In: a folded word. Out: whether it is one of them. Such a word may be asked for and shown like any other, but decides nothing:
//! what that means for finding, ranking and showing is left to `query`, `engine` and `snippet`.

/// Whether a folded word is a function word of English, German, French or Spanish.
#[must_use]
pub fn is_light(folded: &str) -> bool {
    LIGHT.binary_search(&folded).is_ok()
}

/// English, German, French and Spanish function words, folded and in order; without those that carry weight in English (*die*,
/// *son*, *us*, *may*, *hat*, *pour*).
const LIGHT: [&str; 143] = [
    "a", "als", "am", "an", "and", "are", "as", "at", "au", "auch", "auf", "aus", "aux", "avec", "be", "been", "bei",
    "being", "but", "by", "can", "como", "could", "dans", "das", "dass", "de", "dem", "den", "der", "des", "did", "do",
    "does", "du", "ein", "eine", "einen", "einer", "el", "elle", "en", "er", "es", "est", "et", "for", "from", "fur",
    "had", "has", "have", "he", "her", "his", "how", "i", "ich", "if", "ihr", "il", "ils", "im", "in", "into", "is",
    "ist", "it", "its", "je", "la", "le", "les", "leur", "lo", "mais", "might", "my", "nach", "ne", "nicht", "no",
    "not", "nous", "o", "of", "on", "or", "ou", "our", "para", "pas", "pero", "por", "qu", "que", "qui", "s", "se",
    "she", "should", "sich", "sie", "sind", "so", "su", "such", "sur", "t", "that", "the", "their", "them", "then",
    "there", "these", "they", "this", "to", "u", "uber", "un", "una", "und", "une", "vom", "von", "vous", "was", "we",
    "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "would", "you", "your",
];

#[cfg(test)]
mod tests {
    use super::{LIGHT, is_light};

    #[test]
    fn function_words_are_light_and_others_are_not() {
        assert!(["the", "of", "und", "que", "uber"].into_iter().all(is_light));
        assert!(["buffer", "korea", "time", ""].into_iter().all(|word| !is_light(word)));
    }

    #[test]
    fn the_list_is_folded_and_in_order() {
        assert!(LIGHT.is_sorted());
        assert!(LIGHT.iter().all(|word| crate::text::fold(word) == *word));
    }
}
