//! Medium: responses below a story.
//!
//! `.js-responsesStream .streamItem` and `.responsesStream .postArticle`, with `.postMetaInline`, `time`,
//! `.postArticle-content`.

use super::nesting::Nesting;
use super::platform::Platform;

/// Responses.
pub(super) const RESPONSES: Platform = Platform {
    item: &[".js-responsesstream .streamitem", ".responsesstreamwrapper .streamitem", ".responsesstream .postarticle"],
    author: &[".postmetainline-authorlockup a", ".postmetainline a", "[data-action=show-user-card]"],
    date: &["time"],
    body: &[".postarticle-content", ".section-inner"],
    furniture: &[".postmetainline", ".u-paddingtop10", ".js-postfooter"],
    nesting: Nesting::Flat,
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn responses_are_read() {
        let (found, _) = told(
            "<div class=js-responsesStream><div class=streamItem><div class=postArticle data-post-id=a7><div class=postMetaInline-authorLockup>\
             <a>Ana</a><time datetime=2017-07-12>x</time></div><div class=postArticle-content><p>Late.</p></div></div></div></div>",
        );
        assert_eq!(found, ["- | Ana | 2017-07-12 | - | Late."]);
    }
}
