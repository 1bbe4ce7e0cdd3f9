//! Movable Type and TypePad: the name and the day stand below the text.
//!
//! `div.comment` with `.comment-content` and `.comment-footer` ("Posted by: Ana | July 12, 2017 at 03:15 PM").

use super::platform::Platform;

/// Comments.
pub(super) const COMMENTS: Platform = Platform {
    item: &["div.comment[id^=comment-]", "#comments .comment", ".comments .comment", ".comments-content .comment"],
    needs: &[".comment-footer", ".comment-header"],
    author: &[
        ".byline .author",
        ".comment-footer .commenter",
        ".comment-footer a[href^=http]",
        ".comment-author a",
        ".comment-author",
        ".commenter-name",
        ".vcard .fn",
        ".byline a[href^=http]",
        ".comment-footer",
        ".comment-header",
        ".byline",
        ".posted",
        ".comments-post",
    ],
    date: &[
        ".comment-footer a[href*=#comment]",
        ".comment-footer",
        ".comment-header",
        ".byline abbr",
        ".byline",
        ".posted",
        ".comments-post",
    ],
    body: &[".comment-content", ".comment-body"],
    furniture: &[
        ".comment-footer",
        ".comment-header",
        ".comment-footer-inner",
        ".byline",
        ".posted",
        ".comment-avatar",
        ".user-pic",
        ".comments-post",
    ],
    ..Platform::NONE
};

/// Comments of the first versions, each a box of what newer ones call the list.
pub(super) const OLD: Platform = Platform { item: &[".comments-body"], needs: &[".comments-post"], ..COMMENTS };

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn names_and_days_below_the_text_are_read() {
        let (found, left) = told(
            "<p>Post.</p><div class=comments id=all-comments><h2>Comments</h2><div class=comments-content id=comments-content>\
             <div class='comment comment-odd' id=comment-6a7><div class=comment-content><p>Late.</p></div><p class=comment-footer>Posted by: \
             <a href='http://ana.example'>Ana</a> | <a href='#comment-6a7'>July 12, 2017 at 03:15 PM</a></p></div>\
             <div class=comment id=comment-6a8><div class=comment-content><p>So.</p></div><p class=comment-footer>Posted by: Ilo |\
             <a href='#comment-6a8'>July 13, 2017 at 03:15 PM</a></p></div></div></div>",
        );
        assert_eq!(
            found,
            ["6a7 | Ana | July 12, 2017 at 03:15 PM | - | Late.", "6a8 | Ilo | July 13, 2017 at 03:15 PM | - | So."]
        );
        assert_eq!(left, "Post.");
    }
}
