//! IntenseDebate: boxes that its script wrote into the page.
//!
//! `.idc-c` with `.idc-c-h` (name), `.idc-time`, `.idc-c-t` (text), answers in `.idc-thread` inside.

use super::platform::Platform;

/// Comments.
pub(super) const EMBED: Platform = Platform {
    item: &["div.idc-c", "div[id^=idcomment]"],
    author: &[".idc-c-h strong a", ".idc-c-h strong", ".idc-c-h a", ".idc-c-h"],
    date: &[".idc-time", ".idc-c-h"],
    body: &[".idc-c-t", ".idc-c-t-inner"],
    furniture: &[".idc-c-h", ".idc-c-m", ".idc-reply", ".idc-right", ".idc-r"],
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn boxes_are_read() {
        let (found, _) = told(
            "<div class=idc-thread id=IDThread7><div class=idc-c id=IDComment7><div class=idc-c-h><strong><a>Ana</a></strong>\
             <a class=idc-time>July 12, 2017</a></div><div class=idc-c-t>Late.</div></div></div>",
        );
        assert_eq!(found, ["7 | Ana | July 12, 2017 | - | Late."]);
    }
}
