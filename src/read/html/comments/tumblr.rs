//! Tumblr: the notes below a post, of which those with words are comments.
//!
//! `ol.notes li.note.with_commentary` with `a.tumblelog` and the words in a `blockquote` ("Ana reblogged this and
//! added:"), `li.note.reply` with `.answer_content` ("Ana said:"). Likes and bare reblogs are said by nobody.

use super::nesting::Nesting;
use super::platform::Platform;

/// Notes with words.
pub(super) const NOTES: Platform = Platform {
    item: &["li.note.with_commentary", "li.note.reply"],
    author: &["a.tumblelog", ".action a"],
    body: &[".answer_content", "blockquote"],
    nesting: Nesting::Flat,
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn notes_with_words_are_comments() {
        let (found, left) = told(
            "<ol class=notes><li class='note like tumblelog_o without_commentary'><span class=action><a>Oda</a> likes this</span></li>\
             <li class='note reblog tumblelog_ana with_commentary'><a><img></a><span class=action><a class=tumblelog>ana</a> reblogged this \
             from <a class=source_tumblelog>quay</a> and added:</span><blockquote><a>Late again.</a></blockquote></li>\
             <li class='note reply tumblelog_ilo without_commentary'><span class=action><a>ilo</a> said: <span class=answer_content>So it is.\
             </span></span></li></ol>",
        );
        assert_eq!(found, ["- | ana | - | - | Late again.", "- | ilo | - | - | So it is."]);
        assert_eq!(left, "Oda likes this");
    }
}
