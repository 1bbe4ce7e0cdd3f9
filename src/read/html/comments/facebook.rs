//! Facebook's comment plug-in, saved as static HTML: the older boxes and the newer feed.
//!
//! Boxes: `.fbFeedbackPost` with `.profileName`, `.postText`, answers in `.fbFeedbackReplies`. Feed: `.UFIComment`
//! with `.UFICommentActorName`, `.UFICommentBody`, `abbr.livetimestamp[title]`.

use super::platform::Platform;

/// The boxes.
pub(super) const PLUGIN: Platform = Platform {
    item: &[".fbfeedbackpost", ".fbfirstpartyposts > li", ".postcontainer.fbfeedback"],
    author: &[".profilename", ".fwb"],
    date: &[".timestamp", "abbr"],
    body: &[".posttext", ".postcontent"],
    furniture: &[".actionlinks", ".uilistactions", ".fbfeedbackreplies"],
    ..Platform::NONE
};

/// The feed.
pub(super) const FEED: Platform = Platform {
    item: &[".ufilist .uficomment", ".uficomment"],
    author: &[".uficommentactorname"],
    date: &[".livetimestamp", ".uficommenttimestamp", "abbr"],
    body: &[".uficommentbody"],
    furniture: &[".uficommentactions"],
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn boxes_and_feeds_are_read() {
        let (found, _) = told(
            "<ul><li class=fbFeedbackPost id=fbc_7><a class=profileName>Ana</a><div class=postText>Late.</div>\
             <div class=actionLinks>Like<abbr class=timestamp title='July 12, 2017 at 3:15pm'>July 12</abbr></div></li></ul>",
        );
        assert_eq!(found, ["7 | Ana | July 12, 2017 at 3:15pm | - | Late."]);
        let (found, _) = told(
            "<div class=UFIList><div class=UFIComment id=c_8><a class=UFICommentActorName>Ilo</a><span class=UFICommentBody>So.</span>\
             <abbr class=livetimestamp title='July 13, 2017'>1d</abbr></div></div>",
        );
        assert_eq!(found, ["8 | Ilo | July 13, 2017 | - | So."]);
    }
}
