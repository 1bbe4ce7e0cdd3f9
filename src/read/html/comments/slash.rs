//! Slash, the software of Slashdot and its kin.
//!
//! `li.comment#tree_7` with `.commentTop` (`.title h4 a`, `.by a` with the number in `.uid`, `.otherdetails`) and
//! `.commentBody`; answers stand inside what they answer.

use super::platform::Platform;

/// Comments.
pub(super) const TREE: Platform = Platform {
    item: &["li[id^=tree_]"],
    needs: &[".commentbody", ".commenttop"],
    author: &[".by a", ".by"],
    date: &[".otherdetails"],
    body: &["[id^=comment_body_]", ".commentbody"],
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn a_tree_is_read() {
        let (found, _) = told(
            "<ul id=commentlisting><li id=tree_407 class=comment><div class=commentTop><div class=title><h4><a>Late</a></h4></div>\
             <div class=details><span class=by>by <a>Ana</a></span><span class=otherdetails> on Monday July 23, 2012 @09:58PM</span></div></div>\
             <div class=commentBody><div id=comment_body_407><p>Late again.</p></div></div><ul><li id=tree_408 class=comment>\
             <div class=commentTop><span class=by>by <a>Ilo <span class=uid>(512897)</span></a></span></div><div class=commentBody>\
             <div id=comment_body_408>So.</div></div></li></ul></li></ul>",
        );
        assert_eq!(found, ["407 | Ana | July 23, 2012 @09:58PM | - | Late again.", "408 | Ilo | - | 0 | So."]);
    }
}
