//! Joomla: JComments, Komento, K2.
//!
//! `.comment-item`/`#comment-item-7`, `.kmt-item`, `ul.itemCommentsList li`.

use super::nesting::Nesting;
use super::platform::Platform;

/// Comments.
pub(super) const COMMENTS: Platform = Platform {
    item: &[
        ".comments-list .comments-list-item",
        "[id^=comment-item-]",
        ".kmt-list .kmt-item",
        "li.kmt-item",
        "ul.itemcommentslist li",
    ],
    author: &[".comment-author", ".kmt-author", ".commentauthorname", ".author"],
    date: &[".comment-date", ".kmt-time time", ".kmt-time", ".commentdate", "time"],
    body: &[".comment-body", ".commententry", ".kmt-body", "p"],
    furniture: &[".comments-buttons", ".comment-anchor", ".kmt-control", ".commentdate", ".commentauthorname"],
    nesting: Nesting::Depth("kmt-child-"),
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn lists_are_read() {
        let (found, _) = told(
            "<div class=comments-list><div class='even' id=comment-item-7><a class=comment-anchor>#1</a><span class=comment-author>Ana</span>\
             <span class=comment-date>2017-07-12 15:15</span><div class=comment-body>Late.</div></div></div>",
        );
        assert_eq!(found, ["7 | Ana | 2017-07-12 15:15 | - | Late."]);
        let (found, _) = told(
            "<ul class=itemCommentsList><li><span class=commentDate>12 July 2017</span><span class=commentAuthorName>posted by Ana</span>\
             <p>Late.</p></li></ul>",
        );
        assert_eq!(found, ["- | Ana | 12 July 2017 | - | Late."]);
    }
}
