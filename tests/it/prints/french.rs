//! Printed pages in French.
//!
//! In: pages beside this file. Out: nothing.

use super::{print, said};

#[test]
fn french_comments_on_a_title_nest_by_number() {
    print(include_str!("french/commentaires_sur.txt"))
        .title("Le barrage et les saumons")
        .authors(&["Solène Marchais"])
        .day("2017-07-12")
        .comments(&[
            said("Yann", "2017-07-12", "On les voit"),
            said("Solène Marchais", "2017-07-13", "Vers midi").to(0),
            said("pêcheur29", "2017-07-15", "Tant que"),
        ]);
}

#[test]
fn reactions_of_french_readers_stand_under_by_and_day() {
    print(include_str!("french/vos_reactions.txt"))
        .title("La gare sans trains")
        .authors(&["Luc Aubrac"])
        .day("2014-04-02")
        .comments(&[said("Mireille", "2014-04-02", "J'y ai"), said("ex-cheminot", "2014-04-03", "La pendule")]);
}

#[test]
fn one_french_reflection_is_one_comment() {
    print(include_str!("french/une_reflexion.txt"))
        .title("Éloge du potage")
        .authors(&["Aude Perrin"])
        .day("2012-11-18")
        .comments(&[said("Bernard", "2012-11-19", "Sans poireau")]);
}
