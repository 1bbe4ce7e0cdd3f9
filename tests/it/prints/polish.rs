//! Printed pages in Polish.
//!
//! In: pages beside this file. Out: nothing.

use super::{print, said};

#[test]
fn polish_comments_to_a_title_nest_by_number() {
    print(include_str!("polish/komentarze_do.txt"))
        .title("Prom nie popłynie")
        .authors(&["Agata Wrona"])
        .day("2016-05-12")
        .comments(&[
            said("Marek", "2016-05-12", "A most"),
            said("Agata Wrona", "2016-05-13", "Most").to(0),
            said("wędkarz", "2016-05-14", "Cisza"),
        ]);
}

#[test]
fn readers_of_a_polish_page_have_name_and_day_in_a_line() {
    print(include_str!("polish/komentarze_czytelnikow.txt"))
        .title("Dzwon, który spóźnia się o kwadrans")
        .authors(&["Jerzy Malik"])
        .day("2018-09-03")
        .comments(&[said("parafianka", "2018-09-03", "U nas"), said("Zdzisław", "2018-09-04", "Nie spóźnia")]);
}
