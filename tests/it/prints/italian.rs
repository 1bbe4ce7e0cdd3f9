//! Printed pages in Italian.
//!
//! In: pages beside this file. Out: nothing.

use super::{print, said};

#[test]
fn italian_thoughts_on_a_title_are_read_with_names_that_have_said() {
    print(include_str!("italian/pensieri_su.txt"))
        .title("La fontana e il sindaco")
        .authors(&["Chiara Bandini"])
        .day("2016-08-30")
        .comments(&[said("Oreste", "2016-08-30", "Dopo le dieci"), said("nonna Pina", "2016-08-31", "Io ci lavavo")]);
}

#[test]
fn italian_comments_run_name_and_day_together_with_a_list_inside() {
    print(include_str!("italian/commenti_numerati.txt"))
        .title("Tre ricette per un inverno lungo")
        .authors(&["Elvira Sassi"])
        .day("2013-01-11")
        .comments(&[said("Gastone", "2013-01-11", "Aggiungo"), said("Lia", "2013-01-12", "Il cavolo")]);
}
