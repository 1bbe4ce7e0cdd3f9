//! Printed pages in German.
//!
//! In: pages beside this file. Out: nothing.

use super::{print, said};

#[test]
fn german_thoughts_on_a_title_nest_by_indent() {
    print(include_str!("german/gedanken_zu.txt"))
        .title("Das Wehr bleibt zu")
        .authors(&["Frauke Sommer"])
        .day("2017-07-12")
        .comments(&[
            said("Jens", "2017-07-12", "Endlich"),
            said("Frauke Sommer", "2017-07-13", "Dieses Jahr").to(0),
            said("Uferläufer", "2017-07-14", "Die Fische"),
        ]);
}

#[test]
fn a_german_newspaper_numbers_its_readers_and_states_when_it_changed() {
    print(include_str!("german/zeitung_nummern.txt"))
        .title("Stadtbad öffnet ohne Wasser")
        .authors(&["Lutz Baumann"])
        .day("2018-05-03")
        .comments(&[
            said("Schwimmerin", "2018-05-03", "Im vorigen"),
            said("H. Krüger", "2018-05-03", "Trockenschwimmen"),
            said("Schwimmerin", "2018-05-04", "Mit welchem"),
        ]);
}

#[test]
fn german_comments_without_a_day_keep_their_names_and_the_closing_line_gives_the_author() {
    print(include_str!("german/schreibt_ohne_tag.txt"))
        .title("Was der Deich noch trägt")
        .authors(&["Ina Vollmer"])
        .undated()
        .comments(&[said("Deichgraf", "", "Zwei Meter"), said("Nils P.", "", "Und wer")]);
}

#[test]
fn readers_of_a_german_page_stand_with_by_and_day() {
    print(include_str!("german/leserkommentare.txt"))
        .title("Ein Dorf kauft seinen Laden")
        .authors(&["Meike Tonn"])
        .day("2016-10-21")
        .comments(&[said("Rolf Anders", "2016-10-21", "Genau so"), said("dorfkind", "2016-10-22", "Bei uns")]);
}
