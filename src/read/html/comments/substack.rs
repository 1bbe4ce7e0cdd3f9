//! Substack: threads below a post.
//!
//! `.comment` with `.comment-meta`, `.comment-body`, answers in `.comment-list` inside.

use super::platform::Platform;

/// Comments.
pub(super) const COMMENTS: Platform = Platform {
    item: &["div.comment-list div.comment", ".comments-page div.comment"],
    author: &[
        ".comment-meta .profile-link",
        ".comment-meta a",
        ".commenter-name",
        ".profile-hover-card a",
        "a[href*=/profile/]",
    ],
    date: &[".comment-meta [title]", "time", ".comment-timestamp", "a[title]"],
    body: &[".comment-body"],
    furniture: &[".comment-actions", ".comment-meta", ".comment-head"],
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn threads_are_read() {
        let (found, _) = told(
            "<div class=comment-list><div class=comment id=comment-7><div class=comment-content><div class=comment-meta><a class=profile-link>Ana</a>\
             <a title='Jan 2, 2020, 3:04 AM'>Jan 2</a></div><div class=comment-body><p>Late.</p></div></div><div class=comment-list>\
             <div class=comment id=comment-8><div class=comment-meta><a class=profile-link>Ilo</a></div><div class=comment-body>So.</div></div></div></div></div>",
        );
        assert_eq!(found, ["7 | Ana | Jan 2, 2020, 3:04 AM | - | Late.", "8 | Ilo | - | 0 | So."]);
    }
}
