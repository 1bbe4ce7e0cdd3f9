//! Printed pages in Dutch.
//!
//! In: pages beside this file. Out: nothing.

use super::{print, said};

#[test]
fn one_dutch_reaction_on_a_title_is_one_comment() {
    print(include_str!("dutch/reactie_op.txt"))
        .title("De sluis van Oudekade")
        .authors(&["Maaike Terpstra"])
        .day("2017-11-05")
        .comments(&[said("Schipper Bas", "2017-11-06", "Drie kwartier")]);
}

#[test]
fn dutch_reactions_stand_under_by_and_day() {
    print(include_str!("dutch/reacties_door.txt"))
        .title("Nieuwe stoep breekt records")
        .authors(&["Koen Dijkman"])
        .day("2014-03-18")
        .comments(&[said("trottoir", "2014-03-18", "Over honderd"), said("Ans", "2014-03-19", "Mijn kat")]);
}
