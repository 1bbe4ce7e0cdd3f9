//! XenForo, versions one and two.
//!
//! Two: `article.message--post[data-author]` with `time`, `.bbWrapper`. One: `li.message[data-author]` with `.DateTime`,
//! `.messageText`. The first post opens the topic, on its first page.

use super::nesting::Nesting;
use super::platform::Platform;

/// Version two.
pub(super) const TWO: Platform = Platform {
    item: &["article.message--post", "article.message[data-author]"],
    author: &["article[data-author]", ".message-name .username", ".message-name"],
    date: &[".message-attribution time", ".message-attribution-main time", "time"],
    body: &[".message-body .bbwrapper", ".message-content .bbwrapper", ".message-body"],
    furniture: &[
        ".message-signature",
        ".message-attribution",
        ".message-footer",
        ".js-reactionslist",
        ".bbcodeblock-expandlink",
        ".message-lastedit",
    ],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// Version one.
pub(super) const ONE: Platform = Platform {
    item: &["li.message[data-author]"],
    author: &["li[data-author]", ".username"],
    date: &[".datetime", "abbr.datetime"],
    body: &[".messagecontent .messagetext", ".messagetext"],
    furniture: &[".signature", ".messagemeta", ".attribution", ".quoteexpand"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::topic;

    #[test]
    fn version_two_is_read() {
        topic(
            |id, name, text| {
                format!(
                    "<article class='message message--post' data-author={name} id=js-post-{id}><div class=message-attribution>\
             <time datetime='2020-01-0{id}T03:04:05+0100'>x</time></div><div class=message-body><div class=bbWrapper>{text}</div></div></article>"
                )
            },
            ["> 1 | Ana | 2020-01-01T03:04:05+0100 | - | Late?", "2 | Ilo | 2020-01-02T03:04:05+0100 | - | Yes."],
        );
    }

    #[test]
    fn version_one_is_read() {
        topic(
            |id, name, text| {
                format!(
                    "<ol><li class=message data-author={name} id=post-{id}><blockquote class=messageText>{text}</blockquote>\
             <span class=DateTime title='Jan {id}, 2020 at 3:04 AM'>x</span></li></ol>"
                )
            },
            ["> 1 | Ana | Jan 1, 2020 at 3:04 AM | - | Late?", "2 | Ilo | Jan 2, 2020 at 3:04 AM | - | Yes."],
        );
    }
}
