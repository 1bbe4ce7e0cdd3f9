//! vBulletin, versions three to five.
//!
//! Three: `table#post7` with `.bigusername`, `.thead` (day), `#post_message_7`. Four: `li.postbit#post_7` with `.username`,
//! `.postdate`, `.postcontent`. Five: `li.b-post` with `.author`, `time`, `.js-post__content-text`.

use super::nesting::Nesting;
use super::platform::Platform;

/// Version three.
pub(super) const THREE: Platform = Platform {
    item: &["table[id^=post]", "div.tpost[id^=post]"],
    author: &[".bigusername", "[id^=postmenu_] a", "[id^=postmenu_]"],
    date: &["td.thead", ".thead"],
    title: &["td.navbar strong", ".navbar strong"],
    body: &["[id^=post_message_]"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// Version four.
pub(super) const FOUR: Platform = Platform {
    item: &["li.postbit[id^=post_]", "li.postbitlegacy", "li.postcontainer[id^=post_]"],
    author: &[".username strong", ".username"],
    date: &[".postdate", ".date"],
    body: &[".postcontent", "[id^=post_message_]"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// Version five.
pub(super) const FIVE: Platform = Platform {
    item: &["li.b-post", "div.b-post"],
    author: &[".author [itemprop=name]", ".author a", ".author"],
    date: &["time", ".b-post__timestamp"],
    body: &[".js-post__content-text", ".b-post__content"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::topic;

    #[test]
    fn version_three_is_read() {
        topic(
            |id, name, text| {
                format!(
                    "<table id=post{id}><tr><td class=thead>{id}th January 2020, 03:04</td></tr><tr><td><a class=bigusername>{name}</a></td>\
             <td><div id=post_message_{id}>{text}</div></td></tr></table>"
                )
            },
            ["> 1 | Ana | 1th January 2020, 03:04 | - | Late?", "2 | Ilo | 2th January 2020, 03:04 | - | Yes."],
        );
    }

    #[test]
    fn version_four_is_read() {
        topic(
            |id, name, text| {
                format!(
                    "<ol><li class='postbit postcontainer' id=post_{id}><span class=postdate>01-0{id}-2020, 03:04 AM</span>\
             <a class=username><strong>{name}</strong></a><blockquote class=postcontent>{text}</blockquote></li></ol>"
                )
            },
            ["> 1 | Ana | 01-01-2020, 03:04 AM | - | Late?", "2 | Ilo | 01-02-2020, 03:04 AM | - | Yes."],
        );
    }

    #[test]
    fn version_five_is_read() {
        topic(
            |id, name, text| {
                format!(
                    "<ul><li class=b-post data-node-id={id}><div class=author><a>{name}</a></div><time datetime='2020-01-0{id}'>x</time>\
             <div class=js-post__content-text>{text}</div></li></ul>"
                )
            },
            ["> - | Ana | 2020-01-01 | - | Late?", "- | Ilo | 2020-01-02 | - | Yes."],
        );
    }
}
