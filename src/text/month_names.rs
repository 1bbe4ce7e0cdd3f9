//! Names of months, in the larger languages of Europe.
//!
//! In: a word. Out: the number of the month it names. Names are compared folded; a full stop behind an abbreviation is
//! no part of it. Left out are names that two languages use for different months (Croatian `srpanj`, `listopad`).

use super::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A line a month: English, German, French, Spanish, Catalan, Italian, Portuguese, Dutch, Scandinavian, Finnish, Polish,
/// Czech and Slovak, Hungarian, Romanian, Turkish, Russian, Ukrainian, Greek; nominative, genitive, abbreviations.
const NAMES: [&str; 12] = [
    "january jan januar jänner jän janvier janv enero ene gener gennaio gen janeiro januari tammikuu tammikuuta tammi \
     styczeń stycznia sty leden ledna január januára ianuarie ian ocak oca январь января янв січень січня ιανουάριος \
     ιανουαρίου ιαν",
    "february feb februar feber février févr fév febrero febrer febbraio fevereiro fev februari febr helmikuu helmikuuta \
     helmi luty lutego lut únor února február februára februarie şubat şub февраль февраля фев лютий лютого φεβρουάριος \
     φεβρουαρίου φεβ",
    "march mar märz mär mrz mars marzo març março maart mrt marts maaliskuu maaliskuuta maalis marzec marca březen března \
     marec március márc martie mart март марта мар березень березня μάρτιος μαρτίου μαρ",
    "april apr avril avr abril abr aprile huhtikuu huhtikuuta huhti kwiecień kwietnia kwi duben dubna apríl apríla április \
     ápr aprilie nisan nis апрель апреля апр квітень квітня απρίλιος απριλίου απρ",
    "may mai mayo maig maggio mag maio mei maj toukokuu toukokuuta touko maja květen května máj mája május mayıs май мая \
     травень травня μάιος μαΐου μαϊ",
    "june jun juni juin junio juny giugno giu junho kesäkuu kesäkuuta kesä czerwiec czerwca cze červen června jún júna \
     június iunie iun haziran haz июнь июня июн червень червня ιούνιος ιουνίου ιουν",
    "july jul juli juillet juil julio juliol luglio lug julho heinäkuu heinäkuuta heinä lipiec lipca lip červenec července \
     júl júla július iulie iul temmuz tem июль июля июл липень липня ιούλιος ιουλίου ιουλ",
    "august aug août aout agosto ago agost augustus augusti elokuu elokuuta elo sierpień sierpnia sie srpen srpna augusta \
     augusztus ağustos ağu август августа авг серпень серпня αύγουστος αυγούστου αυγ",
    "september sep sept septembre septiembre setembre settembre set setembro syyskuu syyskuuta syys wrzesień września wrz \
     září septembra szeptember szept septembrie eylül eyl сентябрь сентября сен вересень вересня σεπτέμβριος \
     σεπτεμβρίου σεπ",
    "october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta loka październik października paź \
     říjen října október októbra octombrie ekim eki октябрь октября окт жовтень жовтня οκτώβριος οκτωβρίου οκτ",
    "november nov novembre noviembre novembro marraskuu marraskuuta marras listopad listopada lis listopadu novembra \
     noiembrie kasım kas ноябрь ноября ноя листопад листопада νοέμβριος νοεμβρίου νοε",
    "december dec dezember dez décembre déc diciembre dic desembre dicembre dezembro desember joulukuu joulukuuta joulu \
     grudzień grudnia gru prosinec prosince decembra decembrie aralık ara декабрь декабря дек грудень грудня δεκέμβριος \
     δεκεμβρίου δεκ",
];

/// The month, 1 to 12, that a word names.
pub(super) fn month(word: &str) -> Option<i8> {
    static MONTHS: OnceLock<HashMap<String, i8>> = OnceLock::new();
    let months = MONTHS.get_or_init(|| {
        let lines = (1..).zip(NAMES);
        lines
            .flat_map(|(number, names)| names.split_whitespace().map(move |name| (fold(name).into_owned(), number)))
            .collect()
    });
    if word.len() > 24 { None } else { months.get(fold(word).as_ref()).copied() }
}

#[cfg(test)]
mod tests {
    use super::{NAMES, month};
    use crate::text::fold;
    use std::collections::HashMap;

    #[test]
    fn no_name_stands_for_two_months() {
        let mut seen = HashMap::new();
        for (number, names) in NAMES.iter().enumerate() {
            for name in names.split_whitespace() {
                let before = seen.insert(fold(name).into_owned(), number);
                assert!(before.is_none_or(|before| before == number), "{name}");
            }
        }
    }

    #[test]
    fn accents_and_case_do_not_count() {
        assert_eq!(month("MÄRZ"), Some(3));
        assert_eq!(month("aout"), Some(8));
        assert_eq!(month("Июля"), Some(7));
        assert_eq!(month("monday"), None);
    }
}
