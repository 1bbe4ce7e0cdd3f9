//! What stands on a page without being anybody's statement: navigation, sharing, teasers, notices.
//!
//! In: a page. Out: whether an element is furniture, by its element name, its role and its labels. How much of
//! the page's text an element holds is weighed against its label, since many a theme marks its outermost box.

use super::super::page::{At, Page};
use regex::Regex;
use std::sync::LazyLock;

/// Share of the page's words from which a label is not believed.
const TOO_MUCH: f32 = 0.5;

/// Sums over the page that tell how much text an element holds.
pub(in crate::read::html) struct Furniture {
    /// Bytes of shown text that is no link, before each node and after the last.
    unlinked: Vec<u32>,
}

impl Furniture {
    /// Measures a page.
    pub(in crate::read::html) fn of(page: &Page<'_>) -> Furniture {
        let mut sums = Furniture { unlinked: vec![0] };
        let (mut unlinked, mut gone_until, mut link_until) = (0, 0, 0);
        for at in page.all() {
            if at >= gone_until && page.is_gone(at) {
                gone_until = page.end(at);
            }
            if page.name(at) == "a" {
                link_until = link_until.max(page.end(at));
            }
            if at >= gone_until
                && let Some(text) = page.own_text(at)
            {
                unlinked += if at < link_until { 0 } else { text.trim().len() as u32 };
            }
            sums.unlinked.push(unlinked);
        }
        sums
    }

    /// Bytes of shown text in a subtree that are no link.
    pub(in crate::read::html) fn unlinked(&self, page: &Page<'_>, at: At) -> u32 {
        span(&self.unlinked, page, at)
    }

    fn share(&self, page: &Page<'_>, at: At) -> f32 {
        let all = self.unlinked.last().copied().unwrap_or(0).max(1);
        self.unlinked(page, at) as f32 / all as f32
    }

    /// Whether an element is furniture.
    pub(in crate::read::html) fn is(&self, page: &Page<'_>, at: At) -> bool {
        let name = page.name(at);
        match name {
            "nav" | "footer" | "button" | "menu" => return self.share(page, at) < TOO_MUCH,
            "aside" | "form" | "header" => {}
            "" | "html" | "body" | "main" | "h1" | "p" | "b" | "i" | "em" | "strong" => return false,
            _ => {}
        }
        let label = page.label(at);
        let role = page.attr(at, "role").unwrap_or_default();
        let named = (!label.is_empty() && is_furniture_label(label)) || FURNITURE_ROLES.contains(&role);
        let boxed = name == "aside" || name == "form";
        (named || boxed) && self.share(page, at) < TOO_MUCH
    }
}

fn span(sums: &[u32], page: &Page<'_>, at: At) -> u32 {
    let get = |at: At| sums.get(at).copied().unwrap_or(0);
    get(page.end(at)) - get(at)
}

const FURNITURE_ROLES: [&str; 8] =
    ["navigation", "complementary", "search", "contentinfo", "dialog", "menu", "menubar", "tooltip"];

/// Whether class or id name furniture.
fn is_furniture_label(label: &str) -> bool {
    FURNITURE.is_match(label) && !CONTENT.is_match(label)
}

/// Whole words of labels, and parts that are distinctive enough to stand anywhere.
static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    let words = "ad|ads|adv|advert|banner|bar|bookmark|byline|category|categories|cat|contact|cookie|copyright|credit|cta|\
        dateline|date|disclaimer|disclosure|embed|extra|feed|feedback|flag|follow|foot|form|gallery|jump|legal|links|login|logo|mail|\
        masthead|menu|meta|modal|more|most|nav|newsfeed|next|notice|pager|paging|overlay|popup|prev|previous|print|\
        promo|rating|ratings|readmore|rss|search|shop|sidebar|sign|signup|slideshow|sponsor|store|tag|tags|toc|tool|tools|toolbar|tooltip|\
        topics|trending|tweet|utility|vote|widget|sr|hidden";
    let parts = "addthis|addtoany|adsense|advertis|affiliate|author-?(?:bio|box|info|desc)|about-?(?:the-?)?author|avatar|breadcrumb|carousel|\
        comment|consent|cookies|cross-?sell|disqus|donat|dropdown|facebook|footer|gdpr|hide-?print|jp-post-flair|jp-relatedposts|livefyre|\
        most-?(?:read|popular|shared|viewed|recent)|navbar|navigation|newsletter|noprint|offcanvas|onesignal|outbrain|paywall|pagination|\
        popular|post-?meta|entry-?meta|postmetadata|powered-?by|print-?(?:only|hide)|promot|pullquote|read-?(?:more|next|also)|recirc|recommend|\
        related|respond|scroll-?up|share|sharing|shar(?:e|ing)daddy|sidebar|similar|site-?(?:header|footer|nav)|skip-?(?:link|to)|social|\
        sponsor|sub-?menu|subscri|taboola|tag-?(?:list|cloud|links)|teaser|tooltip|trackback|twitter-(?:share|follow)|upsell|\
        video-?(?:list|carousel)|whatsapp|widget|wp-caption-dd|yarpp|zergnet|screen-reader|visually-?hidden|sr-only|you-?may";
    Regex::new(&format!(r"(?:^|[\s_-])(?:{words})(?:$|[\s_-])|{parts}"))
        .expect("the pattern is a constant and covered by tests")
});

/// Labels of what holds the text itself, whatever else is named beside them.
static CONTENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:article|story|entry|post|page|news|blog|main)[\s_-]?(?:body|content|text|copy|container|wrapper|main)|(?:^| )post(?: |$)|\bpost-\d+\b|\bhentry\b|articlebody|storytext")
        .expect("the pattern is a constant and covered by tests")
});

#[cfg(test)]
mod tests {
    use super::is_furniture_label;

    #[test]
    fn labels_of_furniture_are_known_and_those_of_text_are_not() {
        for label in
            ["share-buttons", "post-meta", "sidebar", "related-posts", "nav main", "newsletter_signup", "ads top"]
        {
            assert!(is_furniture_label(label), "{label}");
        }
        for label in ["entry-content", "article-body has-sidebar", "story", "loads", "column", "postarea", "headline"] {
            assert!(!is_furniture_label(label), "{label}");
        }
    }
}
