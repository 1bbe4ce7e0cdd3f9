//! Services that keep the comments of many sites, and sites that are one: Isso, Commento, Coral, OpenWeb, YouTube, Discuz.
//!
//! Their elements bear names of their own, so that marks are certain.

use super::nesting::Nesting;
use super::platform::Platform;

/// Isso.
pub(super) const ISSO: Platform = Platform {
    item: &[".isso-comment"],
    author: &[".isso-author", ".author"],
    date: &["time", ".isso-permalink"],
    body: &[".isso-text", ".text"],
    furniture: &[".isso-comment-footer", ".isso-comment-header"],
    ..Platform::NONE
};

/// Commento.
pub(super) const COMMENTO: Platform = Platform {
    item: &[".commento-card"],
    author: &[".commento-name"],
    date: &[".commento-timeago"],
    body: &[".commento-body"],
    ..Platform::NONE
};

/// Coral, where a class tells the depth.
pub(super) const CORAL: Platform = Platform {
    item: &[".coral-comment[id^=comment-]"],
    author: &[".coral-comment-username", ".coral-username"],
    date: &["time", ".coral-timestamp"],
    body: &[".coral-comment-content", ".coral-content"],
    nesting: Nesting::Depth("coral-indent-"),
    ..Platform::NONE
};

/// OpenWeb, where answers stand in lists beside what they answer.
pub(super) const OPENWEB: Platform = Platform {
    item: &["[data-spmark=message]"],
    author: &["[data-spot-im-class=message-username]"],
    date: &["[data-spot-im-class=message-timestamp]", "time"],
    body: &["[data-spot-im-class=message-text]"],
    nesting: Nesting::Within("spcv_children-list"),
    ..Platform::NONE
};

/// YouTube, of which a saved page tells no days.
pub(super) const YOUTUBE: Platform = Platform {
    item: &["ytd-comment-view-model", "ytd-comment-renderer"],
    author: &["#author-text"],
    date: &["#published-time-text"],
    body: &["#content-text"],
    nesting: Nesting::Within("replies"),
    ..Platform::NONE
};

/// Discuz.
pub(super) const DISCUZ: Platform = Platform {
    item: &["table[id^=pid]"],
    author: &[".authi a.xw1", ".authi a"],
    date: &["[id^=authorposton]"],
    body: &["[id^=postmessage_]"],
    furniture: &[".pstatus", ".quote_source"],
    title: &["#thread_subject"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn depth_is_told_by_a_class_or_by_the_lists_round_a_comment() {
        let (found, _) = told(
            "<div><article class='coral-comment coral-indent-0' id=comment-1a><span class=coral-username>Ana</span><div class=coral-content>Late.\
             </div></article><article class='coral-comment coral-indent-1' id=comment-2b><span class=coral-username>Ilo</span><div \
             class=coral-content>So.</div></article></div>",
        );
        assert_eq!(found, ["1a | Ana | - | - | Late.", "2b | Ilo | - | 0 | So."]);
        let (found, _) = told(
            "<ytd-comment-view-model id=comment><a id=author-text>@ana</a><b id=content-text>Late.</b></ytd-comment-view-model><div id=replies>\
             <ytd-comment-view-model><a id=author-text>@ilo</a><b id=content-text>So.</b></ytd-comment-view-model></div>",
        );
        assert_eq!(found, ["- | @ana | - | - | Late.", "- | @ilo | - | 0 | So."]);
    }
}
