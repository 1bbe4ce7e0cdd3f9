//! Printed news pages on which nobody comments, whatever else they list.
//!
//! In: pages beside this file. Out: nothing.

use super::print;

#[test]
fn a_news_page_with_a_list_of_other_pages_has_no_comments() {
    print(include_str!("news/no_comments.txt"))
        .title("Flood gates pass their first test")
        .authors(&["Greta Holm"])
        .day("2021-11-08")
        .comments(&[]);
}

#[test]
fn a_heading_that_counts_none_is_no_thread() {
    print(include_str!("news/no_comments_yet.txt"))
        .title("Library to open on Sundays")
        .authors(&["Tilda Crane"])
        .day("2022-02-14")
        .comments(&[]);
}

#[test]
fn a_page_that_says_that_comments_are_closed_has_none() {
    print(include_str!("news/comments_closed.txt"))
        .title("Farewell to the gasworks")
        .authors(&["Egon Marsh"])
        .day("2008-10-30")
        .comments(&[]);
}
