//! Drupal: comments whose answers stand in boxes of class `indented` behind them.
//!
//! `.comment` with `.submitted` ("Submitted by Ana on 12 July 2017") or `.comment__author` and `.comment__time`,
//! `.content` or `.field-name-comment-body`.

use super::nesting::Nesting;
use super::platform::Platform;

/// Comments.
pub(super) const COMMENTS: Platform = Platform {
    item: &[
        "#comments .comment",
        ".comments .comment",
        "article.comment",
        ".comment-wrapper .comment",
        "div.comment[class*=comment-]",
        "article.js-comment",
        "div.js-comment",
    ],
    needs: &[
        ".indented",
        ".submitted",
        ".field-name-comment-body",
        ".field--name-comment-body",
        ".comment__content",
        ".comment__author",
        ".js-comment",
    ],
    author: &[
        ".username",
        ".comment__author",
        ".author",
        "[rel*=author]",
        "[property=foaf:name]",
        ".comment__submitted a",
        ".submitted a",
    ],
    date: &["time", "[property*=dc:date]", ".comment__time", ".submitted", ".comment-date", ".date"],
    body: &[
        ".field-name-comment-body",
        ".field--name-comment-body",
        ".comment__content",
        ".comment-body",
        ".comment-content",
        ".content",
    ],
    furniture: &[
        ".links",
        ".submitted",
        ".user-picture",
        ".comment__meta",
        ".comment__permalink",
        ".indented",
        "h3",
        "form",
        "ul.inline",
    ],
    nesting: Nesting::Within("indented"),
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn indented_boxes_answer_what_stands_before_them() {
        let (found, _) = told(
            "<div id=comments><div class='comment first'><h3>Late</h3><div class=submitted>Submitted by <span class=username>Ana</span> on \
             Wed, 07/12/2017 - 15:15.</div><div class=content><p>Late.</p></div><ul class=links><li>reply</ul></div><div class=indented>\
             <div class=comment><div class=submitted>By <span class=username>Ilo</span></div><div class=content>So.</div></div></div></div>",
        );
        assert_eq!(found, ["- | Ana | Wed, 07/12/2017 - 15:15 | - | Late.", "- | Ilo | - | 0 | So."]);
    }
}
