//! Parts of a page that announce comments, by a label or by a heading over them.
//!
//! In: a page. Out: ranges of nodes, the outermost of each. What in them is a comment is left to `generic` and `flat`.

use super::super::page::{At, Page};
use super::context;
use std::ops::Range;

/// Elements round a heading of its own box in which what it announces is looked for.
const UP: usize = 3;
/// Nodes of an element that is no heading by name and bears one.
const SMALL: usize = 6;

/// The parts, in order.
pub(super) fn find(page: &Page<'_>) -> Vec<Range<At>> {
    let mut regions: Vec<Range<At>> = Vec::new();
    for at in page.shown(page.all()).filter(|at| page.is_element(*at) && !matches!(page.name(*at), "body" | "html")) {
        if regions.last().is_some_and(|last| at < last.end) {
            continue;
        }
        if is_heading(page, at) {
            regions.push(at..end_of_headed(page, at));
        } else if is_labelled(page, at) && !context::is_elsewhere(page, at) {
            regions.push(page.subtree(at));
        }
    }
    regions
}

/// Where readers could comment on a page: a part with such a label that holds a field to write in, one that waits for
/// what a service writes into it, or a heading that says no more than that.
pub(super) fn place(page: &Page<'_>) -> Option<At> {
    let waits =
        |at: At| page.attr(at, "id").is_some_and(|id| ["disqus_thread", "respond", "fb-comments"].contains(&id));
    let takes = |at: At| {
        is_labelled(page, at)
            && !context::is_layout(page, at)
            && page.subtree(at).any(|inner| page.name(inner) == "textarea")
    };
    let headed = |at: At| {
        let heading = matches!(page.name(at), "h1" | "h2" | "h3" | "h4") && page.subtree(at).len() < 12;
        heading && context::is_place_heading(&page.text(at)) && !context::is_elsewhere(page, at)
    };
    page.shown(page.all()).filter(|at| page.is_element(*at)).find(|at| waits(*at) || takes(*at) || headed(*at))
}

/// Whether a label names comments; `has-comments` is said of the article.
fn is_labelled(page: &Page<'_>, at: At) -> bool {
    let says_how =
        |word: &&str| ["has-", "has_", "no-", "no_", "with-", "num"].iter().any(|start| word.starts_with(start));
    let words = page.label(at).split_ascii_whitespace().filter(|word| !says_how(word));
    words.into_iter().any(context::is_comment_label)
}

/// Whether an element is a heading over comments of this page.
fn is_heading(page: &Page<'_>, at: At) -> bool {
    match page.name(at) {
        "h2" | "h3" | "h4" | "h5" => context::is_heading(&page.text(at)),
        "div" | "p" | "strong" | "b" | "td" | "th" | "legend" | "h1" | "h6" => {
            let plain = page.subtree(at).len() <= SMALL && !page.subtree(at).any(|inner| page.name(inner) == "a");
            plain && context::is_bare_heading(&page.text(at)) && !context::is_elsewhere(page, at)
        }
        _ => false,
    }
}

/// The end of what holds the heading and something behind it.
fn end_of_headed(page: &Page<'_>, at: At) -> At {
    let ends = page.ancestors(at).take(UP).take_while(|outer| page.name(*outer) != "html").map(|outer| page.end(outer));
    let mut last = page.end(at);
    for end in ends {
        last = end;
        if page.words(page.end(at)..end) > 0 {
            break;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::read::html::page::Page;

    fn check(html: &str, wanted: &[&str]) {
        let tree = scraper::Html::parse_document(html);
        let page = Page::new(&tree);
        let text = |range: std::ops::Range<usize>| {
            page.shown(range).filter_map(|at| page.own_text(at)).map(str::trim).collect::<Vec<_>>().join("/")
        };
        let found: Vec<_> = find(&page).into_iter().map(text).collect();
        assert_eq!(found, wanted, "{html}");
    }

    #[test]
    fn a_label_announces_what_it_holds() {
        check("<p>a</p><div id=kommentare><p>b</p><p class=comment>c</p></div><p>d</p>", &["b/c"]);
        check("<div class=recent-comments><p>b</p></div>", &[]);
        check("<article class='post has-comments'><p>a</p><div class=comments>b</div></article>", &["b"]);
    }

    #[test]
    fn a_heading_announces_what_follows_it() {
        check("<p>a</p><div><h3>2 Comments</h3><p>b</p></div><p>c</p>", &["2 Comments/b"]);
        check("<div><div><div>Kommentare</div></div><div>b</div></div>", &["Kommentare/b"]);
        check("<div><h3>Recent comments</h3><p>b</p></div>", &[]);
        check("<div><div><a href=x>3 Comments</a></div><p>b</p></div>", &[]);
    }

    #[test]
    fn the_place_for_comments_is_a_field_or_a_service() {
        let place = |html: &str| {
            let tree = scraper::Html::parse_document(html);
            let page = Page::new(&tree);
            super::place(&page).map(|at| page.label(at).to_owned())
        };
        let text = "<p>x</p>".repeat(8);
        assert_eq!(
            place(&format!("{text}<div class=comment-form><textarea></textarea></div>")).as_deref(),
            Some("comment-form")
        );
        assert_eq!(place(&format!("{text}<div id=disqus_thread></div>")).as_deref(), Some("disqus_thread"));
        for heading in ["Comments", "Leave a comment", "Kommentare (0)"] {
            assert!(place(&format!("{text}<h3>{heading}</h3>")).is_some(), "{heading}");
        }
        assert_eq!(place(&format!("{text}<h3>No comment on the ferry</h3>")), None);
        assert_eq!(place(&format!("{text}<div class=comments-link>0</div>")), None);
    }

    #[test]
    fn a_label_on_most_of_the_page_is_layout() {
        let text = "<p>x</p>".repeat(8);
        check(&format!("<div class=no-sidebars>{text}<div class=comments><p>b</p></div></div>"), &["b"]);
        check(&format!("{text}<div class=sidebar><ul class=comment><li>b</ul></div>"), &[]);
        check(&format!("{text}<div class=teaser><ul class=comment><li>b</ul></div>"), &[]);
    }
}
