//! Disqus, saved as static HTML: the frame of today, and the list that plugins wrote into the page.
//!
//! Frame: `li.post#post-7` with `.author`, `.time-ago[title]`, `.post-message`, answers in `ul.children`.
//! List: `#dsq-comments li#dsq-comment-7` with `cite`, `.dsq-comment-message`.

use super::platform::Platform;

/// The frame.
pub(super) const EMBED: Platform = Platform {
    item: &["li.post[id^=post-]", "#disqus_thread li.post", ".post-list li.post"],
    author: &[".post-byline .author", ".author", ".publisher-anchor-color"],
    date: &[".time-ago", ".post-meta", "time"],
    body: &[".post-message", ".post-body .post-content"],
    furniture: &[".post-menu", ".post-meta", "footer", ".avatar", ".post-byline", "button"],
    ..Platform::NONE
};

/// The list.
pub(super) const OLD: Platform = Platform {
    item: &["li[id^=dsq-comment-]", "#dsq-comments li.comment", "li[id^=comment-].dsq-comment", "div.dsq-comment"],
    author: &[".dsq-comment-header cite", ".dsq-commenter-name", ".dsq-author-name", "cite", ".dsq-comment-cite"],
    date: &[".dsq-comment-header-time", ".dsq-comment-meta", ".dsq-header-time", "time"],
    body: &[".dsq-comment-message", ".dsq-comment-text", ".dsq-comment-body"],
    furniture: &[".dsq-comment-header", ".dsq-comment-footer", ".dsq-comment-buttons", ".dsq-comment-meta", "button"],
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn the_frame_is_read_with_answers() {
        let (found, _) = told(
            "<ul class=post-list><li class=post id=post-7><div class=post-content><div class=post-body><header><span class=post-byline>\
             <span class=author><a>Ana</a></span></span><a class=time-ago title='Wednesday, July 12, 2017 3:15 PM'>a year ago</a></header>\
             <div class=post-message><p>Late.</p></div><footer>Reply</footer></div></div><ul class=children><li class=post id=post-8>\
             <span class=author>Ilo</span><div class=post-message>So.</div></li></ul></li></ul>",
        );
        assert_eq!(found, ["7 | Ana | July 12, 2017 3:15 PM | - | Late.", "8 | Ilo | - | 0 | So."]);
    }

    #[test]
    fn the_list_is_read() {
        let (found, _) = told(
            "<div id=disqus_thread><ul id=dsq-comments><li class=comment id=dsq-comment-9><div class=dsq-comment-header><cite id=dsq-cite-9>\
             http://ana.example Ana</cite></div><div class=dsq-comment-body><div class=dsq-comment-message><p>Late.</p></div></div></li></ul></div>",
        );
        assert_eq!(found, ["9 | Ana | - | - | Late."]);
    }
}
