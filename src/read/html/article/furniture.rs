//! What stands on a page without being anybody's statement: navigation, sharing, teasers, notices.
//!
//! In: a page. Out: whether an element is furniture, by its element name, its role and its labels. How much of
//! the page's text an element holds is weighed against its label, since many a theme marks its outermost box.

use super::super::page::{At, Page};
use regex::Regex;
use std::sync::LazyLock;

/// Share of the page's words from which a label is not believed.
const TOO_MUCH: f32 = 0.4;
/// Bytes of running text from which a label that may also mean a box of the text is not believed.
const RUNNING: u32 = 240;

/// Sums over the page that tell how much text an element holds.
pub(in crate::read::html) struct Furniture {
    /// Bytes of shown text that is no link, before each node and after the last.
    unlinked: Vec<u32>,
    /// Bytes of text nodes long enough to be running text, counted in the same way.
    running: Vec<u32>,
}

impl Furniture {
    /// Measures a page.
    pub(in crate::read::html) fn of(page: &Page<'_>) -> Furniture {
        let mut sums = Furniture { unlinked: vec![0], running: vec![0] };
        let (mut unlinked, mut running, mut gone_until, mut link_until) = (0, 0, 0, 0);
        for at in page.all() {
            if at >= gone_until && page.is_gone(at) {
                gone_until = page.end(at);
            }
            if page.name(at) == "a" {
                link_until = link_until.max(page.end(at));
            }
            if at >= gone_until.max(link_until)
                && let Some(text) = page.own_text(at)
            {
                let length = text.trim().len() as u32;
                unlinked += length;
                running += if length >= 60 { length } else { 0 };
            }
            sums.unlinked.push(unlinked);
            sums.running.push(running);
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
        match page.name(at) {
            "nav" | "footer" | "button" | "menu" => return self.share(page, at) < TOO_MUCH,
            "p" => return POSTED.is_match(page.label(at)) && span(&self.unlinked, page, at) < RUNNING,
            "" | "html" | "body" | "main" | "h1" | "b" | "i" | "em" | "strong" | "td" | "tr" | "tbody" => {
                return false;
            }
            "blockquote" => return false,
            "aside" | "form" => return self.share(page, at) < TOO_MUCH,
            _ => {}
        }
        let label = page.label(at);
        let role = page.attr(at, "role").unwrap_or_default();
        if FURNITURE_ROLES.contains(&role) {
            return self.share(page, at) < TOO_MUCH;
        }
        if label.is_empty() || CONTENT.is_match(label) {
            return false;
        }
        if CONSENT.is_match(label) && !holds_heading(page, at) {
            return true;
        }
        let certain = CERTAIN.is_match(label) && self.share(page, at) < TOO_MUCH && !is_quotation(page, at);
        certain || (LIKELY.is_match(label) && span(&self.running, page, at) < RUNNING)
    }
}

/// A frame round somebody's words that the article quotes.
fn is_quotation(page: &Page<'_>, at: At) -> bool {
    let small = page.subtree(at).len() < 60;
    small && page.subtree(at).any(|inner| page.name(inner) == "blockquote")
}

/// Whether a box holds what only a page itself does: a theme may mark all of it as waiting for consent.
fn holds_heading(page: &Page<'_>, at: At) -> bool {
    page.subtree(at).any(|inner| matches!(page.name(inner), "h1" | "article" | "main"))
}

fn span(sums: &[u32], page: &Page<'_>, at: At) -> u32 {
    let get = |at: At| sums.get(at).copied().unwrap_or(0);
    get(page.end(at)) - get(at)
}

const FURNITURE_ROLES: [&str; 8] =
    ["navigation", "complementary", "search", "contentinfo", "dialog", "menu", "menubar", "tooltip"];

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is a constant and covered by tests")
}

/// Lines of themes that say when a text was posted, and where it is filed.
static POSTED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[\s_-])(?:post-?meta|post-?metadata|entry-?meta)(?:$|[\s_-])"));

/// Boxes that ask for consent, which may be longer than a short article.
static CONSENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"onetrust|didomi|usercentrics|qc-cmp|cookie-?(?:consent|banner|notice|law|dialog)|consent-?(?:sdk|banner|dialog|manager)|gdpr-?(?:consent|banner)",
    )
});

/// Labels that mean furniture whatever it holds.
static CERTAIN: LazyLock<Regex> = LazyLock::new(|| {
    let words = "nav|menu|ads?|advert|breadcrumbs?|footer|foot|popup|modal|overlay|search|rss|pager|pagination|cookies?|toc|sr|\
        masthead|login|signup|sign-?in|comments?|commentlist|pingbacks?|trackbacks?|responses?|replies";
    let parts = "addthis|addtoany|advertis|author-?_?(?:bio|box|info|desc)|about-?_?(?:the-?_?)?author|breadcrumb|carousel|\
        comments?-?_?(?:area|list|section|box|form|wrap|count|link|container|thread)|consent|cookie|disqus|dropdown|gdpr|jp-relatedposts|\
        livefyre|most-?_?(?:read|popular|shared|viewed|recent)|navbar|navigation|newsletter|noprint|offcanvas|outbrain|pagination|popular|\
        powered-?by|print-?(?:only|hide)|promo|read-?_?(?:more|next|also)|recirc|recommend|related|respond|share|sharing|sharedaddy|\
        shariff|signup|similar|site-?(?:header|footer|nav)|skip-?(?:link|to)|social|sponsor|sub-?menu|subscri|taboola|\
        tag-?_?(?:list|cloud|links)|tooltip|upsell|whatsapp|yarpp|zergnet|screen-reader|visually-?hidden|sr-only|you-?may|\
        bottom-?of-?page|more-?(?:stories|from|news|posts|articles)|trending|latest-?(?:news|posts|stories)|recent-?(?:posts|comments|entries)";
    pattern(&format!(r"(?:^|[\s_-])(?:{words})(?:$|[\s_-])|{parts}"))
});

/// Labels that mean furniture where no running text stands in it.
static LIKELY: LazyLock<Regex> = LazyLock::new(|| {
    let words = "adv|banner|bar|bookmark|byline|category|categories|cat|contact|copyright|cta|dateline|date|disclaimer|disclosure|\
        extra|feed|feedback|flag|follow|form|gallery|jump|legal|links|logo|mail|meta|more|most|newsfeed|next|notice|paging|prev|previous|\
        print|rating|ratings|readmore|shop|sidebar|sign|slideshow|store|tag|tags|tool|tools|toolbar|topics|tweet|utility|\
        vote|widget|hidden|author|autor|timestamp|time|published|updated|player|duration|infobox|credits?|eyebrow|kicker|label|badge";
    let parts = "affiliate|avatar|comment|donat|facebook|hide-?print|jp-post-flair|paywall-|post-?meta|entry-?meta|postmetadata|pullquote|\
        scroll-?up|sidebar|teaser|trackback|twitter|video-?(?:list|carousel)|widget|article-?(?:meta|info|tools|header-?meta)|share|byline|\
        reading-?time|read-?time|rollover|popover|hover-?card|text-?(?:size|resize)|image-?(?:source|credit)";
    pattern(&format!(r"(?:^|[\s_-])(?:{words})(?:$|[\s_-])|{parts}"))
});

/// Labels of what holds the text itself, whatever else is named beside them.
static CONTENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:article|story|entry|post|page|news|blog|main)[\s_-]*(?:body|content|text|copy|container|wrapper|main)(?:$|[\s_])|(?:^| )(?:post|entry|story)(?: |$)|\b(?:post|entry)-[0-9a-f]*\d{2}[0-9a-f]*\b|\bhentry\b|articlebody|storytext",
    )
});

#[cfg(test)]
mod tests {
    use super::{CONTENT, Furniture};
    use crate::read::html::page::Page;

    const WORDS: &str = "The ferry to the island left an hour late, because the captain, as so often, was asleep. ";

    fn is_furniture(label: &str, text: &str) -> bool {
        let html = format!("<body><div id=probe class='{label}'>{text}</div><div><p>{}</div>", WORDS.repeat(20));
        let tree = scraper::Html::parse_document(&html);
        let page = Page::new(&tree);
        let probe = page.all().find(|at| page.attr(*at, "id") == Some("probe")).expect("it stands in the page");
        Furniture::of(&page).is(&page, probe)
    }

    #[test]
    fn labels_of_furniture_are_known_and_those_of_text_are_not() {
        for label in
            ["share-buttons", "sidebar", "related-posts", "nav main", "newsletter_signup", "ads top", "breadcrumbs"]
        {
            assert!(is_furniture(label, "Words"), "{label}");
        }
        for label in ["entry-content", "article-body has-sidebar", "story", "loads", "column", "postarea", "headline"] {
            assert!(!is_furniture(label, "Words"), "{label}");
        }
    }

    #[test]
    fn a_doubtful_label_is_believed_only_without_running_text() {
        assert!(is_furniture("text-widget", "Words"));
        assert!(!is_furniture("text-widget", &WORDS.repeat(4)));
        assert!(is_furniture("rollover-block", "Words") && !is_furniture("rollover-block", &WORDS.repeat(4)));
        assert!(is_furniture("related-widget", &WORDS.repeat(4)));
    }

    #[test]
    fn labels_of_bodies_are_known() {
        assert!(CONTENT.is_match("post-body") && !CONTENT.is_match("post-meta"));
    }
}
