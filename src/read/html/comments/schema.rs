//! Comments marked with schema.org microdata, whatever the platform.
//!
//! `[itemtype*=schema.org/Comment]` (also `UserComments`), with `author`, `datePublished` or `commentTime`, `text` or
//! `commentText`; answers stand inside what they answer.

use super::platform::Platform;

/// Comments in microdata.
pub(super) const MICRODATA: Platform = Platform {
    item: &["[itemtype*=schema.org/comment]", "[itemtype*=schema.org/usercomments]", "[itemprop=comment]"],
    author: &[
        "[itemprop=author] [itemprop=name]",
        "[itemprop=creator] [itemprop=name]",
        "[itemprop=author]",
        "[itemprop=creator]",
        "[itemprop=name]",
        ".comment-user",
        "[rel=author]",
        ".username",
        ".fn",
        ".comment-author",
        ".author",
    ],
    date: &[
        "[itemprop=datepublished]",
        "[itemprop=datecreated]",
        "[itemprop=commenttime]",
        "[itemprop=dateposted]",
        "time",
        ".comment-date",
        ".date",
    ],
    body: &[
        "[itemprop=text]",
        "[itemprop=commenttext]",
        "[itemprop=description]",
        ".comment-content",
        ".comment-text",
        ".comment-body",
    ],
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn microdata_comments_are_read_with_their_answers() {
        let (found, left) = told(
            "<div itemscope itemtype='https://schema.org/Comment' id=c1><span itemprop=author itemscope><b itemprop=name>Ana</b></span>\
             <meta itemprop=datePublished content='2020-02-03'><div itemprop=text><p>First.</p></div>\
             <div itemprop=comment itemscope itemtype='https://schema.org/Comment' id=c2><span itemprop=author>Ilo</span>\
             <time itemprop=dateCreated datetime='2020-02-04'>later</time><div itemprop=text>Second.</div></div></div>",
        );
        assert_eq!(found, ["1 | Ana | 2020-02-03 | - | First.", "2 | Ilo | 2020-02-04 | 0 | Second."]);
        assert!(left.is_empty());
    }
}
