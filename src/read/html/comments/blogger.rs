//! Blogger: threaded comments of newer templates, and the lists of older ones.
//!
//! Threaded: `li.comment#c7` with `cite.user`, `.datetime`, `.comment-content`, answers inside `.comment-replies`.
//! Lists: `dt.comment-author`, `dd.comment-body`, `dd.comment-footer` beside each other.

use super::item::Shape;
use super::nesting::Nesting;
use super::platform::Platform;

/// Comments of newer templates.
pub(super) const THREADED: Platform = Platform {
    item: &[".comment-thread li.comment", "#comment-holder li.comment"],
    author: &[".comment-header .user", "cite.user", ".user"],
    date: &[".datetime", ".comment-timestamp"],
    body: &[".comment-content"],
    ..Platform::NONE
};

/// Comments of older templates.
pub(super) const LIST: Platform = Platform {
    item: &[
        "#comments-block dt.comment-author",
        ".comments-block dt",
        "dl dt.comment-author",
        "dt.comment-data",
        "dl[id^=comment] dt[id^=c]",
    ],
    shape: Shape::Head,
    author: &["dt.comment-author a[rel=nofollow]", "dt.comment-author", "dt a[rel=nofollow]", "dt"],
    date: &["dd.comment-footer", ".comment-timestamp", "dt.comment-data"],
    body: &["dd.comment-body", ".comment-body"],
    nesting: Nesting::Flat,
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn threaded_comments_are_read() {
        let (found, _) = told(
            "<div id=comment-holder><ol><li class=comment id=c77><div class=comment-block><div class=comment-header><cite class='user'>\
             <a>Ana</a></cite><span class='datetime secondary-text'><a href='#c77'>12 July 2017 at 03:15</a></span></div>\
             <p class=comment-content>Late.</p><span class=comment-actions><a>Reply</a></span></div><div class=comment-replies><ol>\
             <li class=comment id=c78><div class=comment-header><cite class=user>Ilo</cite></div><p class=comment-content>So it is.</p></li>\
             </ol></div></li></ol></div>",
        );
        assert_eq!(found, ["77 | Ana | 12 July 2017 at 03:15 | - | Late.", "78 | Ilo | - | 0 | So it is."]);
    }

    #[test]
    fn lists_of_heads_and_bodies_are_read() {
        let (found, left) = told(
            "<p>Post.</p><dl id=comments-block><dt class='comment-author' id=c7><a rel=nofollow>Ana</a> said...</dt>\
             <dd class=comment-body id=Blog1_cmt-7><p>Late.</p></dd><dd class=comment-footer><span class=comment-timestamp>\
             <a href='#c7'>July 12, 2017</a></span></dd><dt class=comment-author id=c8>Ilo said...</dt><dd class=comment-body>So.</dd></dl>",
        );
        assert_eq!(found, ["7 | Ana | July 12, 2017 | - | Late.", "8 | Ilo | - | - | So."]);
        assert_eq!(left, "Post.");
    }
}
