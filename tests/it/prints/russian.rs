//! Printed pages in Russian.
//!
//! In: pages beside this file. Out: nothing.

use super::{print, said};

#[test]
fn russian_comments_to_a_title_nest_by_number() {
    print(include_str!("russian/kommentarii_k.txt"))
        .title("Мост на тот берег")
        .authors(&["Ида Квелл"])
        .day("2017-07-12")
        .comments(&[
            said("Борис", "2017-07-12", "Три года"),
            said("Ида Квелл", "2017-07-13", "Четыре").to(0),
            said("лодочник", "2017-07-15", "А мне"),
        ]);
}

#[test]
fn a_russian_news_page_counts_its_comments_behind_the_word() {
    print(include_str!("russian/kommentarii_chislo.txt"))
        .title("В парке считают скворцов")
        .authors(&["Павел Громов"])
        .day("2019-03-31")
        .comments(&[said("Наталья", "2019-03-31", "У нас"), said("дворник", "2019-04-01", "Считали")]);
}
