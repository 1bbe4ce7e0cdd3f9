//! Boards of single design: bbPress, MyBB, Flarum, inSided, the first Simple Machines.
//!
//! Each page is a topic whose first post is what the others answer.

use super::item::Shape;
use super::nesting::Nesting;
use super::platform::Platform;

/// bbPress: a line with the day, then the box with name and text.
pub(super) const BBPRESS: Platform =
    Platform { item: &[".bbp-reply-header", ".bbp-topic-header"], shape: Shape::Head, ..BBPRESS_BOXES };

/// bbPress in themes that put day, name and text into one box.
pub(super) const BBPRESS_BOXES: Platform = Platform {
    item: &[".bbp-lead-topic", "div.bbp-reply", "div.bbp-topic"],
    author: &[
        ".bbp-author-name",
        ".bbp-reply-author a[href]",
        ".bbp-topic-author a[href]",
        ".bbp-reply-post-name",
        ".bbp-thread-byline a",
        ".bbp-author-link",
        ".bbp-reply-author",
    ],
    date: &[".bbp-reply-post-date", ".bbp-topic-post-date", ".bbp-thread-byline"],
    body: &[".bbp-reply-content", ".bbp-topic-content"],
    furniture: &[
        ".bbp-reply-revision-log",
        ".bbp-topic-revision-log",
        ".bbp-thread-byline",
        ".bbp-signature",
        ".bbp-topic-tags",
        ".d4p-bbp-signature",
        ".reply-tools",
        "h1",
        "h2",
        "form",
    ],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// MyBB: boxes in the newer themes, tables in the older ones.
pub(super) const MYBB: Platform = Platform {
    item: &["#posts div.post[id^=post_]", "#posts table[id^=post_]", "div[id=posts] div.post"],
    author: &[
        ".author_information strong a",
        ".author_information .largetext",
        ".post_author .largetext",
        ".post_author a",
    ],
    date: &[".post_date", ".post_head .smalltext", ".smalltext"],
    body: &[".post_body"],
    furniture: &[".signature", ".post_meta", ".post_edit", ".edited_post"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// Flarum, and what it shows to readers without scripts.
pub(super) const FLARUM: Platform = Platform {
    item: &["article.commentpost", "article.post", "#flarum-content article"],
    needs: &[".poststream", "#flarum-content", ".postuser"],
    author: &[".postuser-name .username", ".postuser-name", ".postuser .username"],
    date: &[".postmeta time", "time"],
    body: &[".post-body"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// inSided.
pub(super) const INSIDED: Platform = Platform {
    item: &[".qa-topic-post-box"],
    author: &[".qa-username", ".user-name-wrapper a"],
    date: &[".tooltip__content--publish-date", ".list-item--publish-date", "time"],
    body: &[".qa-topic-post-content"],
    furniture: &[".signature", ".post__footer"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// The first version of Simple Machines: rows of a table.
pub(super) const SIMPLE_MACHINES_ONE: Platform = Platform {
    item: &["#bodyarea td.windowbg", "#bodyarea td.windowbg2", "form td.windowbg", "form td.windowbg2"],
    author: &["b a[title*=profile]", "a[title*=profile]", "td[valign=top] b"],
    date: &["div.smalltext", ".smalltext"],
    body: &["div.post"],
    title: &["[id^=subject_] a"],
    furniture: &[".signature", ".smalltext"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::{told, topic};

    const TOLD: [&str; 2] = ["> 1 | Ana | January 1, 2020 | - | Late?", "2 | Ilo | January 2, 2020 | - | Yes."];

    #[test]
    fn bbpress_topics_are_read_with_heads_or_boxes() {
        topic(
            |id, name, text| {
                format!(
                    "<div id=post-{id} class=bbp-reply-header><div class=bbp-meta><span class=bbp-reply-post-date>January {id}, 2020</span>\
                     </div></div><div class=reply><div class=bbp-reply-author><a href=/u><span class=bbp-author-name>{name}</span></a></div>\
                     <div class=bbp-reply-content><p>{text}</p></div></div>"
                )
            },
            TOLD,
        );
        topic(
            |id, name, text| {
                format!(
                    "<div id=post-{id} class=bbp-reply><span class=bbp-reply-post-name>{name}</span><span class=bbp-reply-post-date>- January {id}, \
                     2020</span><div class=bbp-reply-content><p>{text}</p></div></div>"
                )
            },
            TOLD,
        );
    }

    #[test]
    fn mybb_topics_are_read() {
        topic(
            |id, name, text| {
                format!(
                    "<div id=posts><div class='post classic' id=post_{id}><div class=post_author><div class=author_information><strong><a>{name}</a>\
                     </strong></div></div><div class=post_content><span class=post_date>January {id}, 2020</span><div class='post_body'>{text}</div>\
                     <div class='signature'>sig</div></div></div></div>"
                )
            },
            TOLD,
        );
    }

    #[test]
    fn flarum_topics_are_read() {
        let post = |id: u8, name: &str, text: &str| {
            format!(
                "<div class=PostStream-item data-id={id}><article class='CommentPost Post' data-id={id}><header class=Post-header><div class=PostUser>\
                 <h3 class=PostUser-name><span class=username>{name}</span></h3></div><time datetime='2020-01-0{id}'>x</time></header>\
                 <div class=Post-body><p>{text}</p></div></article></div>"
            )
        };
        let (found, _) =
            told(&format!("<div class=PostStream>{}{}</div>", post(1, "Ana", "Late?"), post(2, "Ilo", "Yes.")));
        assert_eq!(found, ["> 1 | Ana | 2020-01-01 | - | Late?", "2 | Ilo | 2020-01-02 | - | Yes."]);
    }

    #[test]
    fn insided_topics_are_read() {
        topic(
            |id, name, text| {
                format!(
                    "<div id=post{id} class='post qa-topic-post-box'><a class='qa-username'>{name}</a><time>Forum|1 year ago</time><div \
                     class='tooltip__content--publish-date'>January {id}, 2020</div><div class='post__content qa-topic-post-content'><p>{text}</p>\
                     </div><div class=post__footer><div class=signature>sig</div></div></div>"
                )
            },
            TOLD,
        );
    }

    #[test]
    fn rows_of_the_first_simple_machines_are_read() {
        let row = |id: u8, name: &str, text: &str| {
            format!(
                "<tr><td class=windowbg><table><tr><td valign=top><b><a title='View the profile of {name}'>{name}</a></b></td><td><div \
                 class=smalltext>« <b>on:</b> January {id}, 2020, 03:04:05 PM »</div><div class=post>{text}</div></td></tr></table></td></tr>"
            )
        };
        let (found, _) =
            told(&format!("<div id=bodyarea><table>{}{}</table></div>", row(1, "Ana", "Late?"), row(2, "Ilo", "Yes.")));
        assert_eq!(
            found,
            [
                "> - | Ana | January 1, 2020, 03:04:05 PM | - | Late?",
                "- | Ilo | January 2, 2020, 03:04:05 PM | - | Yes."
            ]
        );
    }
}
