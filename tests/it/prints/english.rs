//! Printed pages in English: slogans, menus, doubled days, feet, run-together heads, lost nesting.
//!
//! In: pages beside this file. Out: nothing.

use super::{print, said};

#[test]
fn a_slogan_and_a_menu_before_the_title_are_not_the_title() {
    print(include_str!("english/slogan_and_menu.txt"))
        .title("Tarn wants its night ferry back")
        .authors(&["Ida Quell"])
        .day("2017-07-12")
        .comments(&[
            said("Bo Tarn", "2017-07-13", "I took that boat"),
            said("Cy", "2017-07-13", "So did I").to(0),
            said("Runa Velt", "2017-07-14", "Forty thousand"),
        ]);
}

#[test]
fn a_doubled_day_before_the_title_and_an_affiliation_behind_the_name_are_understood() {
    print(include_str!("english/day_first_doubled.txt"))
        .title("What the mill owners owe the river")
        .authors(&["Marta Lindqvist"])
        .day("2015-03-04")
        .comments(&[said("grainboat", "2015-03-06", "The weir at Orle")]);
}

#[test]
fn nameless_comments_nested_by_number_and_bullet_are_counted() {
    print(include_str!("english/nameless_numbered.txt"))
        .title("Three harbours, one dredger")
        .authors(&["Olaf Brandt"])
        .undated()
        .comments(&[
            said("", "", "Before anybody buys"),
            said("", "", "The inventory exists").to(0),
            said("", "", "Two remarks"),
        ]);
}

#[test]
fn names_and_days_that_stand_under_each_comment_belong_to_the_text_above_them() {
    print(include_str!("english/typepad_feet.txt"))
        .title("The price of a quiet lake")
        .authors(&["Henrik Sool"])
        .day("2009-06-08")
        .comments(&[
            said("Petra Ost", "2009-06-08", "Twelve boats"),
            said("mudlark", "2009-06-09", "You forget"),
            said("Henrik Sool", "2009-06-09", "I do not forget"),
        ]);
}

#[test]
fn a_blogger_page_has_its_day_above_the_title_and_the_days_of_comments_after_their_text() {
    print(include_str!("english/blogger_day_header.txt"))
        .title("Bread for the lock keeper")
        .authors(&["Dora Finn"])
        .day("2011-05-17")
        .comments(&[
            said("Kit", "2011-05-17", "My grandfather"),
            said("Anonymous", "2011-05-18", "Recipe"),
            said("Dora Finn", "2011-05-18", "Next week"),
        ]);
}

#[test]
fn a_name_run_into_its_day_is_parted_from_it() {
    print(include_str!("english/blogger_run_together.txt"))
        .title("A week without the bridge")
        .authors(&["Sel Harrow"])
        .day("2014-09-21")
        .comments(&[
            said("Jan Pell", "2014-09-21", "It takes me"),
            said("Sel Harrow", "2014-09-22", "Through the ford").to(0),
            said("Toomas", "2014-09-23", "They said"),
        ]);
}

#[test]
fn a_heading_with_a_button_in_it_counts_comments_that_only_say_who_speaks() {
    print(include_str!("english/leave_a_comment_heading.txt"))
        .title("Why I sold the heifers")
        .authors(&["Ruth Amsel"])
        .day("2018-02-03")
        .comments(&[
            said("Ned", "", "I am sorry"),
            said("Farmer's wife", "", "The best thing"),
            said("Gil O'Marsh", "", "What will you do"),
            said("Ruth Amsel", "", "Sleep"),
        ]);
}

#[test]
fn likes_and_advertisements_inside_the_thread_are_no_part_of_it() {
    print(include_str!("english/likes_and_ads.txt"))
        .title("Council buries the cycle path")
        .authors(&["Anna Breck"])
        .day("2019-10-18")
        .comments(&[
            said("Wheelwright", "2019-10-18", "A map"),
            said("Lars Ekholm", "2019-10-18", "Map 4").to(0),
            said("no_brakes", "2019-10-19", "In 2030"),
        ]);
}

#[test]
fn pingbacks_are_told_from_comments() {
    print(include_str!("english/pingbacks_among.txt"))
        .title("Salt on the coast road")
        .authors(&["Edda Norling"])
        .day("2012-01-30")
        .comments(&[said("tyrone", "2012-01-31", "The sand"), said("Edda Norling", "2012-01-31", "Sand is used")]);
}

#[test]
fn a_numbered_list_inside_a_comment_is_part_of_it() {
    print(include_str!("english/numbers_inside.txt"))
        .title("How to read a tide table")
        .authors(&["Pim Vos"])
        .day("2013-04-22")
        .comments(&[
            said("Greta", "2013-04-23", "My rules"),
            said("Abel Stone", "2013-04-24", "On 2"),
            said("Pim Vos", "2013-04-24", "You are").to(1),
        ]);
}

#[test]
fn drupal_prints_give_who_submitted_what() {
    print(include_str!("english/drupal_not_verified.txt"))
        .title("Five benches for the station")
        .authors(&["Liv Moor"])
        .day("2016-11-09")
        .comments(&[said("Karl", "2016-11-09", "I measured"), said("S. Abbot", "2016-11-10", "Wood, please")]);
}

#[test]
fn a_saved_embed_tells_names_and_how_long_ago() {
    print(include_str!("english/disqus_saved.txt"))
        .title("The lighthouse is for sale")
        .authors(&["Peter Wray"])
        .day("2020-08-14")
        .comments(&[
            said("stormglass", "", "One careful owner"),
            said("Mina Hale", "", "And a very loud horn").to(0),
            said("b0atman", "", "The rock"),
        ]);
}

#[test]
fn numbers_with_points_nest_comments() {
    print(include_str!("english/deep_numbers.txt"))
        .title("The second reservoir")
        .authors(&["Sigrid Hult"])
        .day("2014-06-30")
        .comments(&[
            said("Alma Reed", "2014-07-01", "Where will"),
            said("Tom Fen", "2014-07-01", "To the new").to(0),
            said("Alma Reed", "2014-07-02", "Which is").to(1),
            said("poacher", "2014-07-03", "The trout"),
        ]);
}

#[test]
fn numbers_of_links_in_a_lynx_print_are_no_part_of_names_and_texts() {
    print(include_str!("english/lynx_links.txt"))
        .title("Snow on the signal box")
        .authors(&["Magnus Frey"])
        .day("2010-12-02")
        .comments(&[said("Old Points", "2010-12-02", "In 1963"), said("Dee", "2010-12-03", "My train")]);
}

#[test]
fn addresses_that_a_browser_saves_behind_its_links_do_not_disturb() {
    print(include_str!("english/firefox_text.txt"))
        .title("A kiln for the whole street")
        .authors(&["Wilma Roos"])
        .day("2016-03-05")
        .comments(&[said("Otto Klint", "2016-03-06", "Count me in"), said("clayfoot", "2016-03-07", "Me too").to(0)]);
}

#[test]
fn a_page_pasted_without_any_indent_gives_its_thread_with_nesting_lost() {
    print(include_str!("english/copy_all.txt"))
        .title("Who owns the beach at low tide?")
        .authors(&["Carl Menning"])
        .day("2021-06-11")
        .comments(&[
            said("LowWater", "2021-06-11", "The crown"),
            said("Eva Strand", "2021-06-12", "Then the crown"),
            said("LowWater", "2021-06-12", "It does not"),
        ]);
}

#[test]
fn a_theme_that_runs_its_byline_together_is_taken_apart() {
    print(include_str!("english/posted_on_glued.txt"))
        .title("The last telephone box")
        .authors(&["Nora Penn"])
        .day("2017-04-03")
        .comments(&[said("Hamish", "2017-04-04", "I proposed")]);
}

#[test]
fn two_authors_with_their_places_of_work_are_two_names() {
    print(include_str!("english/two_authors_affiliations.txt"))
        .title("Ice on the upper lake")
        .authors(&["Berta Lund", "Jonas Hake"])
        .day("2013-12-19")
        .comments(&[said("skater", "2013-12-20", "Twelve centimetres"), said("Elin", "2013-12-20", "And a rope")]);
}

#[test]
fn slashes_between_name_day_and_buttons_part_them() {
    print(include_str!("english/slashes.txt"))
        .title("Learning to row at fifty")
        .authors(&["Jette Blom"])
        .day("2015-05-24")
        .comments(&[
            said("Hilde", "2015-05-24", "Fifty-eight"),
            said("coxswain", "2015-05-25", "It is always").to(0),
            said("Mads", "2015-05-26", "Which club"),
        ]);
}

#[test]
fn answers_that_only_an_indent_shows_have_their_parents() {
    print(include_str!("english/indent_only.txt"))
        .title("Letters to a young beekeeper")
        .authors(&["Aino Salme"])
        .day("2012-06-01")
        .comments(&[
            said("Drone", "2012-06-01", "Gloves"),
            said("Aino Salme", "2012-06-02", "Cotton").to(0),
            said("Drone", "2012-06-02", "Ordered").to(1),
            said("Queen Anne", "2012-06-04", "Tenth letter"),
        ]);
}

#[test]
fn days_above_names_head_comments_too() {
    print(include_str!("english/day_above_name.txt"))
        .title("A short history of puddles")
        .authors(&["Finn Hollow"])
        .day("2011-10-10")
        .comments(&[said("Rubber Boots", "2011-10-10", "The one"), said("M. Grey", "2011-10-11", "You left")]);
}

#[test]
fn names_that_wrote_on_a_day_are_heads() {
    print(include_str!("english/wrote_on.txt"))
        .title("Counting swifts from a balcony")
        .authors(&["Per Alving"])
        .day("2019-05-27")
        .comments(&[
            said("tower7", "2019-05-27", "Fourteen"),
            said("Gunilla", "2019-05-28", "On your"),
            said("tower7", "2019-05-28", "Then thirteen"),
        ]);
}

#[test]
fn controls_between_the_heading_and_the_first_comment_are_no_comment() {
    print(include_str!("english/view_sort.txt"))
        .title("My year without a clock")
        .authors(&["Leonie Hart"])
        .day("2020-12-31")
        .comments(&[
            said("Sunny Side", "2020-12-31", "How did"),
            said("Leonie Hart", "2020-12-31", "I arrived"),
            said("quarter past", "2021-01-01", "I stopped"),
        ]);
}

#[test]
fn days_in_brackets_and_permalinks_behind_names() {
    print(include_str!("english/brackets.txt"))
        .title("Notes on a borrowed boat")
        .authors(&["Stig Fallow"])
        .day("2007-08-19")
        .comments(&[said("Hanne", "2007-08-19", "Ours"), said("the owner", "2007-08-20", "Keep it")]);
}

#[test]
fn comments_with_titles_of_their_own_keep_names_and_days() {
    print(include_str!("english/by_on_title_comments.txt"))
        .title("The case for muddy carrots")
        .authors(&["Oda Brix"])
        .day("2014-10-07")
        .comments(&[said("Ferdinand", "2014-10-07", "My grocer"), said("Sybil Tarrant", "2014-10-08", "Mud keeps")]);
}

#[test]
fn a_page_in_small_print_with_metadata_lines_at_its_foot() {
    print(include_str!("english/lowercase_meta.txt"))
        .title("Postcards nobody sent")
        .authors(&["Ulla Brand"])
        .day("2016-02-29")
        .comments(&[said("collector", "2016-02-29", "I have"), said("Ivo", "2016-03-01", "Of what").to(0)]);
}

#[test]
fn opinions_of_readers_are_a_thread() {
    print(include_str!("english/reader_town.txt"))
        .title("Nine reasons to keep the old cinema")
        .authors(&["Viktor Rehn"])
        .day("2009-03-14")
        .comments(&[said("usherette", "2009-03-15", "Ten"), said("Row Seven", "2009-03-16", "I met")]);
}

#[test]
fn comments_with_a_day_and_no_name() {
    print(include_str!("english/anonymous_days.txt"))
        .title("The week in weather")
        .authors(&["Mons Aske"])
        .day("2018-08-05")
        .comments(&[said("", "2018-08-05", "Two millimetres"), said("", "2018-08-06", "Three")]);
}
