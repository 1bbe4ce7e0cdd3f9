//! Printed pages that mix what the others show one by one: feet, embeds, older software, further languages.
//!
//! In: pages beside this file. Out: nothing.

use super::{print, said};

#[test]
fn a_dash_before_a_name_under_a_comment_signs_it() {
    print(include_str!("mixed/feet_with_dash.txt"))
        .title("Why the clock on the market runs slow")
        .authors(&["Hedda Grane"])
        .day("2012-05-09")
        .comments(&[said("nightwatch", "2012-05-09", "I have wound"), said("R. Lund", "2012-05-10", "Let it be slow")]);
}

#[test]
fn bullets_with_says_and_no_day_nest_by_indent() {
    print(include_str!("mixed/says_no_day_bullets.txt"))
        .title("The orchard behind the prison")
        .authors(&["Tove Ask"])
        .undated()
        .comments(&[
            said("Gardener", "", "The grey one"),
            said("Tove Ask", "", "It is").to(0),
            said("former guest", "", "We called it").to(1),
            said("K.", "", "How does one"),
        ]);
}

#[test]
fn advertisements_between_comments_belong_to_none() {
    print(include_str!("mixed/ads_between.txt"))
        .title("A map of all the holes in Mill Street")
        .authors(&["Bert Vang"])
        .day("2016-04-14")
        .comments(&[
            said("axle", "2016-04-14", "You forgot"),
            said("Ditte K", "2016-04-14", "Number 19"),
            said("axle", "2016-04-15", "Then I owe"),
        ]);
}

#[test]
fn a_box_about_the_author_behind_the_text_names_him() {
    print(include_str!("mixed/author_block.txt"))
        .title("When the lake was a road")
        .authors(&["Sixten Hoel"])
        .day("2011-01-22")
        .comments(&[said("lorry", "2011-01-23", "In 1947")]);
}

#[test]
fn numbers_behind_the_hash_and_quotes_in_comments() {
    print(include_str!("mixed/numbers_hash.txt"))
        .title("Should the swans be fed?")
        .authors(&["Irma Holt"])
        .day("2010-02-11")
        .comments(&[
            said("breadline", "2010-02-11", "They come"),
            said("Dr. Feather", "2010-02-11", "They come"),
            said("breadline", "2010-02-12", "So it is"),
        ]);
}

#[test]
fn german_pingbacks_and_a_single_answer() {
    print(include_str!("mixed/wordpress_de_pingback.txt"))
        .title("Der Zug hielt nicht")
        .authors(&["Gesine Pohl"])
        .day("2013-08-20")
        .comments(&[said("Fahrgast", "2013-08-21", "Bei uns")]);
}

#[test]
fn numbered_german_readers_with_titles() {
    print(include_str!("mixed/spiegel_number.txt"))
        .title("Maut für Fußgänger geplant")
        .authors(&["Veit Harms"])
        .day("2014-04-01")
        .comments(&[
            said("sohle", "2014-04-01", "Ich gehe"),
            said("Barfuß", "2014-04-01", "Gilt das"),
            said("sohle", "2014-04-02", "Heute"),
        ]);
}

#[test]
fn answers_whose_depth_the_print_lost_keep_names_and_days() {
    print(include_str!("mixed/lost_nesting_reply_to.txt"))
        .title("Notes from a library without books")
        .authors(&["Agnes Thorn"])
        .day("2018-10-02")
        .comments(&[
            said("Shelf Life", "2018-10-02", "Where did"),
            said("Agnes Thorn", "2018-10-02", "To the cellar"),
            said("dogear", "2018-10-03", "The smell"),
        ]);
}

#[test]
fn a_german_blogger_page() {
    print(include_str!("mixed/blogger_de.txt"))
        .title("Rezept für einen Dienstag")
        .authors(&["Hanna"])
        .day("2012-03-06")
        .comments(&[said("Fips", "2012-03-06", "Mit oder"), said("Anonym", "2012-03-07", "Bei mir")]);
}

#[test]
fn a_french_blogger_page() {
    print(include_str!("mixed/blogger_fr.txt"))
        .title("Le chat du notaire")
        .authors(&["Odile"])
        .day("2011-09-14")
        .comments(&[said("Jeannot", "2011-09-14", "Il vient"), said("Odile", "2011-09-15", "Alors il")]);
}

#[test]
fn a_portuguese_blogger_page_with_run_together_heads() {
    print(include_str!("mixed/blogger_pt.txt"))
        .title("O elevador da câmara")
        .authors(&["Inês Duarte"])
        .day("2016-02-18")
        .comments(&[said("Tonho", "2016-02-18", "Fiquei"), said("Inês Duarte", "2016-02-18", "E o que").to(0)]);
}

#[test]
fn a_swedish_page() {
    print(include_str!("mixed/swedish.txt"))
        .title("Bryggan som flöt bort")
        .authors(&["Karin Ek"])
        .day("2015-07-03")
        .comments(&[said("Sven", "2015-07-03", "Den ligger"), said("badkrukan", "2015-07-04", "Då får").to(0)]);
}

#[test]
fn a_czech_page() {
    print(include_str!("mixed/czech.txt"))
        .title("Kašna bez vody")
        .authors(&["Věra Malá"])
        .day("2017-06-19")
        .comments(&[said("Jarda", "2017-06-19", "Voda teče"), said("soused", "2017-06-20", "To je")]);
}

#[test]
fn a_turkish_page() {
    print(include_str!("mixed/turkish.txt"))
        .title("Köprüdeki balıkçılar")
        .authors(&["Selin Akar"])
        .day("2018-11-12")
        .comments(&[said("oltacı", "2018-11-12", "Ben de"), said("Mehmet", "2018-11-13", "Balık")]);
}

#[test]
fn the_hour_and_the_day_before_a_name_in_one_line() {
    print(include_str!("mixed/time_first.txt"))
        .title("Rain stops play for the fourth year")
        .authors(&["Neil Farrow"])
        .day("2008-07-20")
        .comments(&[said("Umbrella", "2008-07-20", "Best match"), said("Silly Mid", "2008-07-21", "They could")]);
}

#[test]
fn comments_from_named_readers_behind_from() {
    print(include_str!("mixed/from_name_place.txt"))
        .title("The post office on wheels")
        .authors(&["Moira Teal"])
        .day("2007-11-15")
        .comments(&[said("Old Bill", "2007-11-15", "It came"), said("Pen Friend", "2007-11-16", "Stamps")]);
}

#[test]
fn likes_counts_and_follows_around_names() {
    print(include_str!("mixed/multiword_likes.txt"))
        .title("I swapped my car for a donkey")
        .authors(&["Ruben Oke"])
        .day("2021-05-01")
        .comments(&[
            said("Longears", "2021-05-01", "Does it"),
            said("Ruben Oke", "2021-05-01", "Only at").to(0),
            said("hay fever", "2021-05-02", "What about"),
        ]);
}

#[test]
fn a_thread_under_no_heading_that_says_who_speaks() {
    print(include_str!("mixed/no_heading_says.txt"))
        .title("The bell that nobody may ring")
        .authors(&["Kaja Lind"])
        .day("2009-09-09")
        .comments(&[said("verger", "2009-09-10", "My nephew"), said("Kaja Lind", "2009-09-10", "And what")]);
}

#[test]
fn a_print_with_teasers_that_count_comments_has_no_thread() {
    print(include_str!("mixed/zero_with_teasers.txt"))
        .title("Mayor opens half a bridge")
        .authors(&["Lena Fisk"])
        .day("2019-04-08")
        .comments(&[]);
}

#[test]
fn an_italian_blogger_page() {
    print(include_str!("mixed/italian_blogger.txt"))
        .title("Il treno delle nocciole")
        .authors(&["Gina Ferri"])
        .day("2013-10-22")
        .comments(&[said("Beppe", "2013-10-22", "Lo prendeva"), said("Anonimo", "2013-10-24", "Adesso")]);
}

#[test]
fn a_movable_type_page_signs_comments_below_with_posted_by() {
    print(include_str!("mixed/mt_style.txt"))
        .title("On the proper use of ladders")
        .authors(&["Gus Ember"])
        .day("2005-03-17")
        .comments(&[said("third rung", "2005-03-17", "You have not"), said("Mel", "2005-03-18", "Aluminium")]);
}
