//! Small lists of words that stand before and in names.
//!
//! In: a word in small letters. Out: whether a list holds it. The lists name kinds of words, never a name.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Before a person's name.
pub(super) const TITLES: &str = " actor actress admiral agent ambassador analyst archbishop attorney author ayatollah bishop candidate capt \
    captain cardinal ceo chairman chairperson chairwoman chancellor chief coach col colonel commissioner \
    congressman congresswoman correspondent dato datuk defender deputy detective dictator director dr economist \
    editor emir engineer envoy ex-president father founder gen general goalkeeper gov governor historian imam \
    inspector journalist judge justice king lady laureate lawmaker lawyer leader lieutenant lord lt madam major \
    mayor midfielder minister miss mr mrs ms novelist officer philosopher poet pope premier president prime \
    prince princess prof professor queen rep reporter representative rev reverend saint scientist secretary sen \
    senator sgt sheikh sheriff singer sir sister spokesman spokesperson spokeswoman sri st striker sultan tan \
    vice writer ";

/// In an organisation's name.
pub(super) const ORGANISATIONS: &str = " academy ag agence agency airlines airways alliance army assembly association authority bank board brigade \
    brigades bureau cabinet caucus center centre church club co coalition college command commission committee \
    company confederation congress consortium cooperative corp corporation corps council court department \
    directorate enterprises exchange faculty fc federation force forces forum foundation front fund gmbh group \
    guild holdings hospital inc industries institute international journal laboratories laboratory league liga \
    limited llc ltd ministry movement museum navy network news observatory office orchestra organisation \
    organization parliament parti partido partners partnership party plc police post press radio regiment sa \
    school secretariat senate service services society studios syndicate team times tribunal trust tv union \
    university ";

/// In a place's name.
pub(super) const PLACES: &str = " airfield airport avenue base bay beach boulevard bridge canal cape castle cemetery central city coast \
    county cove creek desert district east eastern falls forest gulf hall harbor harbour heights hill hills \
    hotel house island islands isle lagoon lake lane mall monument mount mountain north northern ocean palace \
    park pass peninsula plain plains plateau plaza port prison province region river road sea south southern \
    square stadium state station strait street temple terminal territory tower town valley village volcano west \
    western ";

/// The lists that hold a word: 1 titles, 2 organisations, 4 places.
pub(super) fn sorts(word: &str) -> u8 {
    static SORTS: LazyLock<HashMap<&str, u8>> = LazyLock::new(|| {
        let mut sorts = HashMap::new();
        for (list, bit) in [(TITLES, 1), (ORGANISATIONS, 2), (PLACES, 4)] {
            list.split_whitespace().for_each(|word| *sorts.entry(word).or_default() |= bit);
        }
        sorts
    });
    SORTS.get(word).copied().unwrap_or(0)
}

/// Whether a list, its words between blanks, holds a word.
pub(super) fn holds(list: &str, word: &str) -> bool {
    let bytes = list.as_bytes();
    !word.is_empty()
        && list
            .match_indices(word)
            .any(|(at, _)| at > 0 && bytes.get(at - 1) == Some(&b' ') && bytes.get(at + word.len()) == Some(&b' '))
}

#[cfg(test)]
mod tests {
    use super::{TITLES, holds};

    #[test]
    fn a_list_holds_whole_words() {
        assert!(holds(TITLES, "president") && !holds(TITLES, "resident") && !holds(TITLES, ""));
    }
}
