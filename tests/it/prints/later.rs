//! Printed pages with kickers, newsletters, content systems that print who submitted what, and feet with numbers.
//!
//! In: pages beside this file. Out: nothing.

use super::{print, said};

#[test]
fn a_kicker_and_a_summary_stand_around_the_title() {
    print(include_str!("later/kicker_and_standfirst.txt"))
        .title("The town that sold its traffic lights")
        .authors(&["Iris Vance"])
        .day("2018-04-26")
        .comments(&[said("amber", "2018-04-26", "So that is"), said("Mr Green", "2018-04-27", "At ours")]);
}

#[test]
fn a_count_so_far_and_a_pingback() {
    print(include_str!("later/one_comment_so_far.txt"))
        .title("Spring cleaning in the archive")
        .authors(&["Rita Moll"])
        .day("2010-04-11")
        .comments(&[said("dustjacket", "2010-04-12", "Page 212")]);
}

#[test]
fn nameless_comments_with_bullets_only() {
    print(include_str!("later/nameless_bullets_lost.txt"))
        .title("Should Tarn build a second pier?")
        .authors(&["Emil Rask"])
        .day("2016-06-30")
        .comments(&[said("", "", "The first pier"), said("", "", "With respect"), said("", "", "Third option")]);
}

#[test]
fn a_german_content_system_prints_who_wrote_what() {
    print(include_str!("later/drupal_de.txt"))
        .title("Neue Bänke für den Kurpark")
        .authors(&["Uta Frenzel"])
        .day("2015-03-19")
        .comments(&[said("Gast", "2015-03-19", "Gibt es"), said("Kurgast 44", "2015-03-20", "Die alten")]);
}

#[test]
fn likes_and_replies_of_a_newsletter() {
    print(include_str!("later/newsletter_likes.txt"))
        .title("How I failed to retire")
        .authors(&["Paula Drew"])
        .day("2023-01-20")
        .comments(&[
            said("Henry T", "2023-01-20", "I give it"),
            said("Paula Drew", "2023-01-20", "Thank you"),
            said("Lou", "2023-01-21", "My father"),
        ]);
}

#[test]
fn a_french_page_with_submitted_lines() {
    print(include_str!("later/french_drupal.txt"))
        .title("Le marché déménage")
        .authors(&["Paul Kermadec"])
        .day("2016-09-05")
        .comments(&[said("Visiteur", "2016-09-05", "Et les"), said("la crémière", "2016-09-06", "Trois mètres")]);
}

#[test]
fn spanish_answers_by_indent_without_numbers() {
    print(include_str!("later/spanish_nested_indent.txt"))
        .title("Se vende faro con farero")
        .authors(&["Nuria Salas"])
        .day("2019-11-02")
        .comments(&[
            said("mareas", "2019-11-02", "¿Y el farero"),
            said("Nuria Salas", "2019-11-03", "Con derecho").to(0),
            said("Fermín", "2019-11-04", "Yo fui"),
        ]);
}

#[test]
fn a_russian_journal_with_run_together_furniture() {
    print(include_str!("later/russian_live.txt"))
        .title("Как мы чинили колодец")
        .authors(&["Анна Лугова"])
        .day("2012-08-19")
        .comments(&[said("сосед", "2012-08-19", "Ведро"), said("Марина", "2012-08-20", "А вода")]);
}

#[test]
fn numbers_times_and_links_before_names() {
    print(include_str!("later/long_thread_ids.txt"))
        .title("The museum of lost umbrellas")
        .authors(&["Walter Finch"])
        .day("2006-10-12")
        .comments(&[
            said("drizzle", "2006-10-12", "Mine is"),
            said("Walter Finch", "2006-10-12", "Row four"),
            said("no hat", "2006-10-14", "Do you"),
        ]);
}

#[test]
fn comments_that_are_announced_as_comments() {
    print(include_str!("later/ordinal_comment_by.txt"))
        .title("Letter from a very small island")
        .authors(&["Bea Norse"])
        .day("2014-02-23")
        .comments(&[said("gull", "2014-02-23", "We can see"), said("Tide Table", "2014-02-25", "Bread")]);
}
