//! Discourse: pages saved from a browser, and those that it shows to crawlers.
//!
//! Live: `article[data-post-id]` with `.names`, `.relative-date[title]`, `.cooked`. Crawled: `.crawler-post` with
//! microdata. The first post opens the topic.

use super::nesting::Nesting;
use super::platform::Platform;

/// Pages saved from a browser.
pub(super) const LIVE: Platform = Platform {
    item: &[".topic-post article[data-post-id]", "article.topic-post[data-post-id]"],
    author: &[".names .username", ".username", ".names a"],
    date: &[".post-date .relative-date", ".relative-date", "time"],
    body: &[".cooked"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// Pages shown to crawlers.
pub(super) const CRAWLED: Platform = Platform {
    item: &[
        "div.crawler-post",
        "div.topic-body[itemprop=comment]",
        "div[itemtype*=discussionforumposting] .topic-body",
    ],
    author: &[".creator [itemprop=name]", ".creator", "[itemprop=author] [itemprop=name]", "[itemprop=author]"],
    date: &["time.post-time", "[itemprop=datepublished]", ".crawler-post-infos time", "time"],
    body: &[".post", "[itemprop=text]", "[itemprop=articlebody]"],
    furniture: &[".crawler-post-meta", ".crawler-linkback-list", ".post-likes", "[itemprop=interactionstatistic]"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn a_crawled_topic_opens_with_its_first_post() {
        let (found, _) = told(
            "<h1>Ferries</h1><div id=post_1 class='topic-body crawler-post'><div class=crawler-post-meta><span class=creator><a><span \
             itemprop=name>Ana</span></a></span><time datetime='2020-01-02T03:04:05Z' class=post-time>2 Jan</time></div><div class=post \
             itemprop=text><p>Late?</p></div></div><div id=post_2 class='topic-body crawler-post'><div class=crawler-post-meta><span class=creator>\
             <span itemprop=name>Ilo</span></span><time class=post-time datetime='2020-01-03'>3 Jan</time></div><div class=post><p>Yes.</p></div></div>",
        );
        assert_eq!(found, ["> 1 | Ana | 2020-01-02T03:04:05Z | - | Late?", "2 | Ilo | 2020-01-03 | - | Yes."]);
    }

    #[test]
    fn a_topic_saved_from_a_browser_is_read() {
        let post = |id: u8, name: &str, text: &str| {
            format!(
                "<div class=topic-post><article id=post_{id} data-post-id=9{id}><div class=names><span class=username>{name}</span></div>\
             <div class=post-date><span class=relative-date title='January {id}, 2020 3:04 am'>1d</span></div><div class=cooked><p>{text}</p></div></article></div>"
            )
        };
        let (found, _) = told(&format!("{}{}", post(1, "ana", "Late?"), post(2, "ilo", "Yes.")));
        assert_eq!(
            found,
            ["> 91 | ana | January 1, 2020 3:04 am | - | Late?", "92 | ilo | January 2, 2020 3:04 am | - | Yes."]
        );
    }
}
