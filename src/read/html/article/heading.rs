//! Finds the page's heading: the place where the article's title is shown.
//!
//! In: a page. Out: an element, and how surely it is the heading. What the page's head calls itself is the judge:
//! a heading that it repeats is the title, the text stands behind it. Which title is shown is left to `enrich`.

use super::super::page::{At, Page};

/// The page's heading.
#[derive(Clone, Copy)]
pub(in crate::read::html) struct Heading {
    /// The element.
    pub(in crate::read::html) at: At,
    /// Whether the page's head repeats its words.
    pub(in crate::read::html) certain: bool,
}

/// Finds it: the first heading that the head repeats, else the first `h1`.
pub(in crate::read::html) fn find(page: &Page<'_>) -> Option<Heading> {
    let titles = titles(page);
    let mut best: Option<(u32, At)> = None;
    for at in page.shown(page.all()).filter(|at| may_be_heading(page, *at)) {
        let worth = worth(page, at, &titles);
        if worth > 0 && best.is_none_or(|(most, _)| worth > most) {
            best = Some((worth, at));
        }
    }
    best.map(|(worth, at)| Heading { at, certain: worth >= 4 })
}

fn may_be_heading(page: &Page<'_>, at: At) -> bool {
    let name = page.name(at);
    let label = page.label(at);
    matches!(name, "h1" | "h2" | "h3")
        || (matches!(name, "div" | "span" | "p" | "h4" | "strong" | "td")
            && (label.contains("title") || label.contains("headline")))
}

/// From 1 for any `h1` to 10 for one that says exactly what the head says.
fn worth(page: &Page<'_>, at: At, titles: &[String]) -> u32 {
    let first = u32::from(page.name(at) == "h1");
    if page.subtree(at).len() > 40 {
        return 0;
    }
    let words = plain_words(&page.text(at));
    if words.is_empty() {
        return 0;
    }
    let long_enough = words.len() >= 12 || words.contains(' ');
    let equal = titles.contains(&words);
    let within = long_enough && titles.iter().any(|title| title.starts_with(&words) || title.ends_with(&words));
    let part = long_enough && words.len() >= 20 && titles.iter().any(|title| title.contains(&words));
    // Of two parts of a title the longer is the article's, the shorter the site's.
    let most = titles.iter().any(|title| words.len() * 2 > title.len());
    let repeated = match (equal, within, part) {
        (true, ..) => 8,
        (_, true, _) if most => 6,
        (_, true, _) | (_, _, true) => 4,
        _ => 0,
    };
    repeated + first
}

/// The titles that the head states, as plain words.
fn titles(page: &Page<'_>) -> Vec<String> {
    let mut titles = Vec::new();
    for at in page.all() {
        match page.name(at) {
            "title" if !page.ancestors(at).any(|outer| page.name(outer) == "svg") => titles.push(page.text(at)),
            "meta" => {
                let name = page.attr(at, "property").or_else(|| page.attr(at, "name")).unwrap_or_default();
                if ["og:title", "twitter:title", "title", "dc.title"]
                    .iter()
                    .any(|known| name.eq_ignore_ascii_case(known))
                {
                    titles.extend(page.attr(at, "content").map(str::to_owned));
                }
            }
            "body" => break,
            _ => {}
        }
    }
    titles.iter().map(|title| plain_words(title)).filter(|title| !title.is_empty()).collect()
}

/// Letters and digits in small letters, a blank for everything between them.
fn plain_words(text: &str) -> String {
    let parts = text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::read::html::page::Page;

    fn check(html: &str, wanted: Option<(&str, bool)>) {
        let tree = scraper::Html::parse_document(html);
        let page = Page::new(&tree);
        let found = find(&page).map(|heading| (page.text(heading.at), heading.certain));
        assert_eq!(found.as_ref().map(|(text, certain)| (text.as_str(), *certain)), wanted, "{html}");
    }

    #[test]
    fn the_heading_that_the_head_repeats_wins_over_the_site_s_name() {
        check("<title>Late again – The Quay</title><h1>The Quay</h1><h2>Late again</h2>", Some(("Late again", true)));
        check(
            "<title>Late again</title><h1>The Quay</h1><div class=title>Late again</div>",
            Some(("Late again", true)),
        );
    }

    #[test]
    fn without_a_title_the_first_heading_is_a_guess() {
        check("<h1>Late again</h1><h1>Other</h1>", Some(("Late again", false)));
        check("<p>No heading", None);
    }
}
