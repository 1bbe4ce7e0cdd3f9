//! Stack Exchange: a question, its answers, and the remarks below each of them.
//!
//! `.question` and `.answer` with `.user-details`, `.relativetime[title]`, `.js-post-body`; `li.comment` with
//! `.comment-user`, `.comment-date`, `.comment-copy`, of late `#follow-up-7` with microdata. The question opens the page.

use super::platform::Platform;

/// Question, answers and remarks.
pub(super) const ANSWERS: Platform = Platform {
    item: &["div.question", "div.answer", "li.comment.js-comment", "[id^=follow-up-]", "tr.comment"],
    author: &[".comment-user", ".user-details[itemprop=author] a", ".user-details a", ".user-details"],
    date: &[
        ".comment-date .relativetime*",
        ".comment-date",
        ".user-action-time .relativetime",
        ".relativetime",
        "[itemprop=datepublished]",
    ],
    body: &[".js-post-body", ".post-text", ".s-prose", ".comment-copy", "[itemprop=text]"],
    furniture: &[".comment-user", ".comment-date", ".js-post-notices", ".post-taglist"],
    opens: true,
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn answers_and_remarks_are_read() {
        let (found, _) = told(
            "<div class=question data-questionid=6 id=question><div class=js-post-body><p>Late?</p></div><div class=user-details><a>Ana</a></div></div>\
             <div class=answer id=answer-7><div class=js-post-body><p>Yes.</p></div><span class=user-action-time><span class=relativetime \
             title='2020-01-02 03:04:05Z'>x</span></span><div class=user-details><a>Ilo</a></div><ul><li class='comment js-comment' id=comment-8>\
             <span class=comment-copy>No.</span><a class=comment-user>Kim</a><span class=comment-date><span class=relativetime-clean \
             title='2020-01-03 03:04:05Z, License: CC BY-SA 4.0'>y</span></span></li></ul></div>",
        );
        assert_eq!(
            found,
            [
                "> - | Ana | - | - | Late?",
                "7 | Ilo | 2020-01-02 03:04:05Z | - | Yes.",
                "8 | Kim | 2020-01-03 03:04:05Z | 0 | No."
            ]
        );
    }
}
