//! WordPress: the comment lists of classic themes, and those of block themes.
//!
//! Classic: `ol.commentlist > li.comment#comment-7`, with `.comment-author .fn`, `.comment-meta`, the text beside
//! them or in `.comment-content`, answers in `ul.children`. Blocks: `.wp-block-comment-*`. Pingbacks: `li.pingback`.

use super::platform::Platform;

const PINGBACK: &[&str] = &[".pingback", ".trackback", ".type-pingback", ".type-trackback"];

/// Comments of block themes.
pub(super) const BLOCKS: Platform = Platform {
    item: &[
        ".wp-block-comment-template li.comment",
        ".wp-block-comment-template li.pingback",
        ".wp-block-comment-template li.trackback",
    ],
    pingback: PINGBACK,
    author: &[".wp-block-comment-author-name"],
    date: &[".wp-block-comment-date"],
    body: &[".wp-block-comment-content"],
    ..Platform::NONE
};

/// Comments of classic themes.
pub(super) const CLASSIC: Platform = Platform {
    item: &[
        "li.comment",
        "li.pingback",
        "li.trackback",
        "li[id^=comment-]",
        "li[id^=li-comment-]",
        "article.comment[id^=comment-]",
        "div.comment.depth-*",
    ],
    pingback: PINGBACK,
    author: &[
        ".comment-author .fn",
        ".vcard .fn",
        ".fn",
        ".comment-author-name",
        ".comment-author cite",
        ".comment-author",
        ".comment_author",
        ".commentauthor",
        ".author",
        "cite",
        ".wpd-comment-author",
        ".wc-comment-author",
        ".name",
        "h5",
        "h4",
        "h3",
    ],
    date: &[
        ".comment-metadata time",
        ".comment-meta time",
        "time",
        ".comment-date",
        ".comment_date",
        ".comment-time",
        ".commentdate",
        "a[href*=#comment-]",
        ".comment-meta",
        ".commentmetadata",
        ".comment-metadata",
        ".date",
    ],
    body: &[
        ".comment-content",
        ".comment-text",
        ".comment_text",
        ".commenttext",
        ".comment-entry",
        ".comment-copy",
        ".commententry",
        "[class*=comment-text]",
    ],
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn a_classic_list_with_answers_is_read_and_cut_out() {
        let (found, left) = told(
            "<p>Article.</p><div id=comments><h3>2 Responses</h3><ol class=commentlist><li class='comment depth-1' id=comment-7>\
             <div class=comment-body id=div-comment-7><div class='comment-author vcard'><img class=avatar><cite class=fn>Ana Brod</cite> \
             <span class=says>says:</span></div><div class='comment-meta commentmetadata'><a href='/late#comment-7'>July 12, 2017 at \
             3:15 pm</a> <a class=comment-edit-link>(Edit)</a></div><p>Late again.</p><p>And again.</p><div class=reply>Reply</div></div>\
             <ul class=children><li class='comment depth-2' id=comment-9><div class=comment-body><cite class=fn>Ilo</cite>\
             <div class=comment-meta><a href='#comment-9'>July 13, 2017</a></div><p>So it is.</p></div></li></ul></li></ol></div>",
        );
        assert_eq!(
            found,
            [
                "7 | Ana Brod | July 12, 2017 at 3:15 pm | - | Late again. / And again.",
                "9 | Ilo | July 13, 2017 | 0 | So it is."
            ]
        );
        assert_eq!(left, "Article.");
    }

    #[test]
    fn a_five_theme_states_its_days() {
        let (found, _) = told(
            "<ol class=comment-list><li id=comment-3 class=comment><article class=comment-body><footer class=comment-meta>\
             <div class='comment-author vcard'><b class=fn><a class=url>Ana</a></b> <span class=says>says:</span></div>\
             <div class=comment-metadata><a href='#comment-3'><time datetime='2019-01-02T03:04:05+00:00'>2. Januar 2019</time></a></div>\
             </footer><div class=comment-content><blockquote><p>the captain</p></blockquote><p>Asleep!</p></div>\
             <div class=reply>Antworten</div></article></li></ol>",
        );
        assert_eq!(found, ["3 | Ana | 2019-01-02T03:04:05+00:00 | - | “the captain” / Asleep!"]);
    }

    #[test]
    fn a_block_theme_is_read() {
        let (found, _) = told(
            "<div class=wp-block-comments><ol class=wp-block-comment-template><li id=comment-4 class='comment even'>\
             <div class=wp-block-comment-author-name>Ana</div><div class=wp-block-comment-date><time datetime='2023-05-06'>6 May</time></div>\
             <div class=wp-block-comment-content><p>First.</p></div><div class=wp-block-comment-reply-link>Reply</div>\
             <ol><li id=comment-5 class=comment><div class=wp-block-comment-author-name>Ilo</div>\
             <div class=wp-block-comment-content><p>Second.</p></div></li></ol></li></ol></div>",
        );
        assert_eq!(found, ["4 | Ana | 2023-05-06 | - | First.", "5 | Ilo | - | 0 | Second."]);
    }

    #[test]
    fn an_old_theme_without_boxes_is_read() {
        let (found, _) = told(
            "<ol class=commentlist><li class=alt id=comment-12><cite><a>Ana</a></cite> Says:<br><small class=commentmetadata>\
             <a href='#comment-12'>July 12th, 2007 at 3:15 pm</a></small><p>Late.</p></li></ol>",
        );
        assert_eq!(found, ["12 | Ana | July 12th, 2007 at 3:15 pm | - | Late."]);
    }

    #[test]
    fn pingbacks_are_a_kind_of_their_own() {
        let (found, _) = told(
            "<ol class=commentlist><li class='pingback even' id=comment-1><p>Pingback: <a class=url href=x>Other quay</a></p></li>\
             <li class=comment id=comment-2><b class=fn>Ana</b><p>Hm.</p></li></ol>",
        );
        assert_eq!(found, ["pingback 1 | Other quay | - | - | ", "2 | Ana | - | - | Hm."]);
    }
}
