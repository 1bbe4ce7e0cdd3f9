//! Printed pages in Spanish.
//!
//! In: pages beside this file. Out: nothing.

use super::{print, said};

#[test]
fn spanish_comments_in_a_title_say_who_speaks() {
    print(include_str!("spanish/comentarios_en.txt"))
        .title("El puente que nadie cruza")
        .authors(&["Lucía Tormes"])
        .day("2017-03-09")
        .comments(&[
            said("Ramón", "2017-03-09", "Yo lo cruzo"),
            said("Lucía Tormes", "2017-03-10", "Entonces").to(0),
            said("río_arriba", "2017-03-12", "Lo que falta"),
        ]);
}

#[test]
fn spanish_readers_stand_behind_day_and_hour() {
    print(include_str!("spanish/lectores_dia_primero.txt"))
        .title("La feria se muda al polígono")
        .authors(&["Álvaro Cifuentes"])
        .day("2013-09-27")
        .comments(&[said("vecina del 5", "2013-09-27", "Por fin"), said("Eusebio", "2013-09-28", "Una feria")]);
}

#[test]
fn a_spanish_blogger_page_has_days_after_the_texts() {
    print(include_str!("spanish/blogger_dijo.txt"))
        .title("Nadie riega los limoneros")
        .authors(&["Marisa Olmo"])
        .day("2010-08-22")
        .comments(&[said("Pepa", "2010-08-22", "Yo pasaría"), said("Anónimo", "2010-08-23", "Los limoneros")]);
}
