//! Reddit: elements of its own in the new form, boxes in the old one.
//!
//! New: `shreddit-comment[author][depth]` with `time`, `[slot=comment]`. Old: `.thing.comment` with `.author`, `time`,
//! `.usertext-body`, answers in `.child`. What they answer is `shreddit-post` with `[slot=text-body]`, or the one `.link` of
//! the list above them; a post that only links elsewhere has no text.

use super::nesting::Nesting;
use super::platform::Platform;

/// The new form.
pub(super) const NEW: Platform = Platform {
    item: &["shreddit-comment"],
    author: &["shreddit-comment[author]", "shreddit-post[author]"],
    date: &["shreddit-post[created-timestamp]", "time", "faceplate-timeago"],
    body: &["[slot=comment]", "[slot=text-body]"],
    opening: &["shreddit-post[view-context=commentspage]", "shreddit-post[post-type=text]"],
    nesting: Nesting::Indent("", "depth"),
    ..Platform::NONE
};

/// The old form.
pub(super) const OLD: Platform = Platform {
    item: &[".commentarea .thing.comment", ".commentarea .comment[data-fullname]"],
    author: &[".tagline .author", ".author"],
    date: &[".tagline time", "time"],
    body: &[".usertext-body .md", ".usertext-body"],
    title: &["#sitetable .thing.link a.title"],
    opening: &["#sitetable .thing.link", ".sitetable.linklisting .thing.link"],
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn the_new_form_is_read() {
        let (found, _) = told(
            "<shreddit-comment author=ana thingid=t1_a7 depth=0><time datetime='2020-01-02'>x</time><div slot=comment><p>Late.</p></div>\
             <shreddit-comment author=ilo thingid=t1_a8 depth=1><div slot=comment><p>So.</p></div></shreddit-comment></shreddit-comment>",
        );
        assert_eq!(found, ["a7 | ana | 2020-01-02 | - | Late.", "a8 | ilo | - | 0 | So."]);
    }

    #[test]
    fn the_old_form_is_read() {
        let (found, _) = told(
            "<div class=commentarea><div class='thing comment' data-fullname=t1_a7><p class=tagline><a class=author>ana</a>\
             <time datetime='2020-01-02'>x</time></p><div class=usertext-body><div class=md><p>Late.</p></div></div><div class=child>\
             <div class='thing comment' data-fullname=t1_a8><a class=author>ilo</a><div class=usertext-body>So.</div></div></div></div></div>",
        );
        assert_eq!(found, ["a7 | ana | 2020-01-02 | - | Late.", "a8 | ilo | - | 0 | So."]);
    }
}
