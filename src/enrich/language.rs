//! The language of a text: what the page declares, checked against the text itself.
//!
//! In: language clues (`en-GB`, `eng`, `English`), a text. Out: an ISO 639-1 code where there is one.
//! Short texts are not guessed: names and numbers look like any language.

use super::{nothing, votes};
use crate::article::{Clue, Draft, Field, Finding};
use whatlang::{Detector, Lang};

/// A shorter text, in characters, is not guessed.
const LEAST: usize = 120;
/// Longest part of a text that is looked at, in characters: more of it changes nothing.
const LOOKED_AT: usize = 4000;

/// ISO 639-1 codes by ISO 639-3, for the languages that can be told apart by their letters.
const CODES: [(&str, &str); 69] = [
    ("epo", "eo"),
    ("eng", "en"),
    ("rus", "ru"),
    ("cmn", "zh"),
    ("spa", "es"),
    ("por", "pt"),
    ("ita", "it"),
    ("ben", "bn"),
    ("fra", "fr"),
    ("deu", "de"),
    ("ukr", "uk"),
    ("kat", "ka"),
    ("ara", "ar"),
    ("hin", "hi"),
    ("jpn", "ja"),
    ("heb", "he"),
    ("yid", "yi"),
    ("pol", "pl"),
    ("amh", "am"),
    ("jav", "jv"),
    ("kor", "ko"),
    ("nob", "no"),
    ("dan", "da"),
    ("swe", "sv"),
    ("fin", "fi"),
    ("tur", "tr"),
    ("nld", "nl"),
    ("hun", "hu"),
    ("ces", "cs"),
    ("ell", "el"),
    ("bul", "bg"),
    ("bel", "be"),
    ("mar", "mr"),
    ("kan", "kn"),
    ("ron", "ro"),
    ("slv", "sl"),
    ("hrv", "hr"),
    ("srp", "sr"),
    ("mkd", "mk"),
    ("lit", "lt"),
    ("lav", "lv"),
    ("est", "et"),
    ("tam", "ta"),
    ("vie", "vi"),
    ("urd", "ur"),
    ("tha", "th"),
    ("guj", "gu"),
    ("uzb", "uz"),
    ("pan", "pa"),
    ("aze", "az"),
    ("ind", "id"),
    ("tel", "te"),
    ("pes", "fa"),
    ("mal", "ml"),
    ("ori", "or"),
    ("mya", "my"),
    ("nep", "ne"),
    ("sin", "si"),
    ("khm", "km"),
    ("tuk", "tk"),
    ("aka", "ak"),
    ("zul", "zu"),
    ("sna", "sn"),
    ("afr", "af"),
    ("lat", "la"),
    ("slk", "sk"),
    ("cat", "ca"),
    ("hye", "hy"),
    ("cym", "cy"),
];

/// Decides an article's language.
pub(super) fn decide(draft: &Draft, text: &str) -> Finding {
    let clues: Vec<Clue> = draft.clues_for(Field::Language).cloned().collect();
    let mut candidates = Vec::new();
    for clue in &clues {
        if let Some(code) = code(&clue.value) {
            votes::vote(&mut candidates, code.clone(), &code, &clue.from, clue.confidence);
        }
    }
    let found = of_text(text);
    let declared = votes::strongest(&candidates);
    let (value, reason) = match (declared, found) {
        (Some(declared), Some(found)) if declared.value != found && !related(&declared.value, found) => {
            (Some(found.to_owned()), format!("declared {}, but the text reads as {found}", declared.value))
        }
        (Some(declared), _) => (Some(declared.value.clone()), votes::reason(declared, candidates.len())),
        (None, Some(found)) => (Some(found.to_owned()), "none is declared; the text reads so".to_owned()),
        (None, None) => return nothing(Field::Language, clues, "none is declared, and the text is too short to tell"),
    };
    Finding { field: Field::Language, value, clues, reason }
}

/// The language of a text that is long enough and clear enough.
pub(super) fn of_text(text: &str) -> Option<&'static str> {
    if text.chars().take(LEAST).count() < LEAST {
        return None;
    }
    let looked_at: String = text.chars().take(LOOKED_AT).collect();
    let found = Detector::new().detect(&looked_at)?;
    if found.is_reliable() { of_lang(found.lang()) } else { None }
}

fn of_lang(lang: Lang) -> Option<&'static str> {
    CODES.iter().find(|(three, _)| *three == lang.code()).map(|(_, two)| *two)
}

/// The code of a declared language: its first subtag, in ISO 639-1 where there is such a code, or the code of a
/// language named in words.
fn code(declared: &str) -> Option<String> {
    let first = declared.trim().split(['-', '_', ',', ';', ' ']).next()?.to_lowercase();
    let code = match first.as_str() {
        "nb" => "no",
        "ger" => "de",
        "fre" => "fr",
        "dut" => "nl",
        "gre" => "el",
        "zho" | "chi" => "zh",
        other => other,
    };
    if let Some((_, two)) = CODES.iter().find(|(three, two)| *three == code || *two == code) {
        return Some((*two).to_owned());
    }
    let named = Lang::all()
        .iter()
        .find(|lang| lang.eng_name().eq_ignore_ascii_case(code) || lang.name().to_lowercase() == code);
    match named {
        Some(lang) => of_lang(*lang).map(str::to_owned),
        None => (matches!(code.len(), 2 | 3) && code.bytes().all(|b| b.is_ascii_lowercase())).then(|| code.to_owned()),
    }
}

/// Languages so close that letters alone do not tell them apart: the declared one stands.
fn related(one: &str, other: &str) -> bool {
    const FAMILIES: [&[&str]; 8] = [
        &["no", "nn", "da", "sv"],
        &["hr", "sr", "bs", "sl", "sh", "mk", "bg"],
        &["cs", "sk"],
        &["es", "ca", "gl", "pt", "oc"],
        &["ru", "uk", "be"],
        &["id", "ms", "jv"],
        &["nl", "af", "fy"],
        &["fa", "ar", "ur", "ps"],
    ];
    FAMILIES.iter().any(|family| family.contains(&one) && family.contains(&other))
}

#[cfg(test)]
mod tests {
    use super::{code, decide, of_text};
    use crate::article::{Draft, Field};

    const FRENCH: &str = "La ligne du ferry ne sera pas rouverte avant le printemps, a déclaré le maire, parce que \
        le quai n’a pas été réparé et que personne ne veut payer les travaux nécessaires.";

    #[test]
    fn declared_forms_become_codes_of_two_letters() {
        for (declared, expected) in
            [("en-GB", "en"), ("en_US", "en"), ("deu", "de"), ("French", "fr"), ("nb-NO", "no"), ("zh-Hant", "zh")]
        {
            assert_eq!(code(declared).as_deref(), Some(expected), "{declared}");
        }
        assert_eq!(code("{{ lang }}"), None);
    }

    #[test]
    fn a_long_text_corrects_a_wrong_declaration() {
        let mut draft = Draft::default();
        draft.clue(Field::Language, "en", "html lang", 0.8);
        assert_eq!(decide(&draft, FRENCH).value.as_deref(), Some("fr"));
        assert_eq!(decide(&draft, "Non.").value.as_deref(), Some("en"));
    }

    #[test]
    fn a_short_text_is_not_guessed() {
        assert_eq!(of_text("Danke, Herr Bürgermeister."), None);
        assert_eq!(decide(&Draft::default(), "").value, None);
        assert_eq!(of_text(FRENCH), Some("fr"));
    }
}
