//! Comments marked with schema.org microdata, whatever the platform.
//!
//! `[itemtype*=schema.org/Comment]` (also `UserComments`), with `author`, `datePublished` or `commentTime`, `text` or
//! `commentText`; answers stand inside what they answer.

use super::nesting::Nesting;
use super::platform::Platform;

/// Comments in microdata.
pub(super) const MICRODATA: Platform = Platform {
    item: &["[itemtype*=schema.org/comment]", "[itemtype*=schema.org/usercomments]", "[itemprop=comment]"],
    pingback: &[],
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
    furniture: &[
        ".reply",
        ".comment-meta",
        ".comment-author",
        ".avatar",
        "[itemprop=author]",
        "[itemprop=creator]",
        "button",
        "form",
    ],
    nesting: Nesting::Inside,
};

#[cfg(test)]
mod tests {
    use crate::read::html::{comments, page::Page};

    #[test]
    fn microdata_comments_are_read_with_their_answers() {
        let tree = scraper::Html::parse_document(
            "<div itemscope itemtype='https://schema.org/Comment' id=c1><span itemprop=author itemscope><b itemprop=name>Ana</b></span>\
             <meta itemprop=datePublished content='2020-02-03'><div itemprop=text><p>First.</p></div>\
             <div itemprop=comment itemscope itemtype='https://schema.org/Comment' id=c2><span itemprop=author>Ilo</span>\
             <time itemprop=dateCreated datetime='2020-02-04'>later</time><div itemprop=text>Second.</div></div></div>",
        );
        let mut page = Page::new(&tree);
        let found = comments::take(&mut page);
        let told: Vec<_> = found
            .iter()
            .map(|one| {
                (
                    one.author.as_deref(),
                    one.date.as_deref(),
                    one.parent,
                    one.blocks.iter().map(|block| block.text.as_str()).collect::<String>(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (Some("Ana"), Some("2020-02-03"), None, "First.".to_owned()),
                (Some("Ilo"), Some("2020-02-04"), Some(0), "Second.".to_owned()),
            ]
        );
        assert!(page.text(0).is_empty());
    }
}
