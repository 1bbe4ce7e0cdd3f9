//! LiveFyre: articles that its script wrote into the page.
//!
//! `.fyre-comment-article` with `.fyre-comment-username`, `.fyre-comment-date`, `.fyre-comment`, answers inside.

use super::platform::Platform;

/// Comments.
pub(super) const EMBED: Platform = Platform {
    item: &["article.fyre-comment-article", ".fyre-comment-article"],
    author: &[".fyre-comment-username"],
    date: &[".fyre-comment-date", "time"],
    body: &[".fyre-comment"],
    furniture: &[".fyre-comment-footer", ".fyre-comment-head", ".fyre-comment-like"],
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn articles_are_read_with_answers() {
        let (found, _) = told(
            "<article class=fyre-comment-article id=fyre-7><a class=fyre-comment-username>Ana</a><time class=fyre-comment-date datetime=2017-07-12>\
             x</time><div class=fyre-comment><p>Late.</p></div><article class=fyre-comment-article id=fyre-8>\
             <span class=fyre-comment-username>Ilo</span><div class=fyre-comment>So.</div></article></article>",
        );
        assert_eq!(found, ["7 | Ana | 2017-07-12 | - | Late.", "8 | Ilo | - | 0 | So."]);
    }
}
