//! Evidence that a reader sees: microdata, hCard, `time`, classes of bylines and days, headings, "By X" lines.
//!
//! In: a page without its comments, and where its article stands. Out: clues. Only what stands between the page's
//! heading and a little after the article counts.

use super::super::article::{Furniture, Story};
use super::super::page::{At, Page};
use crate::article::{Draft, Field};

/// Longest text of a place that is taken for a name, a byline or a day.
const LONGEST: usize = 160;

/// Collects the clues.
pub(super) fn collect(page: &Page<'_>, story: &Story, draft: &mut Draft) {
    let zone = Zone::of(page, story);
    let mut next = 0;
    for at in page.all() {
        if at < next {
            continue;
        }
        if page.is_gone(at) || zone.is_elsewhere(page, at) {
            // Microdata often stands in `meta` elements inside a part that is not shown.
            next = page.end(at);
            continue;
        }
        if page.is_element(at) {
            element(page, at, &zone, draft);
        }
    }
}

/// Where the page speaks of its article.
struct Zone {
    heading: Option<At>,
    certain: bool,
    start: At,
    end: At,
    root: At,
    sums: Furniture,
}

impl Zone {
    fn of(page: &Page<'_>, story: &Story) -> Zone {
        let end = page.end(story.root);
        let heading = story.heading.map(|heading| heading.at);
        let start = heading.unwrap_or(story.root).min(story.root).saturating_sub(80);
        Zone {
            heading,
            certain: story.heading.is_some_and(|heading| heading.certain),
            start,
            end: end + 150,
            root: story.root,
            sums: Furniture::of(page),
        }
    }

    /// Parts that speak of other pages or of the site.
    fn is_elsewhere(&self, page: &Page<'_>, at: At) -> bool {
        let label = page.label(at);
        let other =
            ["related", "sidebar", "popular", "recommend", "teaser", "comment", "widget", "footer", "newsletter"];
        let named =
            matches!(page.name(at), "nav" | "footer" | "figcaption") || other.iter().any(|word| label.contains(word));
        named && !page.holds(at, self.root) && self.sums.unlinked(page, at) < 2000
    }

    fn near(&self, at: At) -> bool {
        (self.start..self.end).contains(&at)
    }
}

fn element(page: &Page<'_>, at: At, zone: &Zone, draft: &mut Draft) {
    if let Some(properties) = page.attr(at, "itemprop") {
        for property in properties.split_ascii_whitespace() {
            microdata(page, at, property, draft);
        }
    }
    if zone.heading == Some(at) {
        let (from, confidence) = if zone.certain { ("heading", 0.93) } else { ("h1", 0.75) };
        draft.clue(Field::Title, &page.text(at), from, confidence);
    }
    if zone.near(at) {
        marked(page, at, draft);
    }
}

fn microdata(page: &Page<'_>, at: At, property: &str, draft: &mut Draft) {
    let (field, confidence) = match property.to_ascii_lowercase().as_str() {
        "headline" => (Field::Title, 0.85),
        "author" | "creator" => (Field::Author, 0.8),
        "datepublished" => (Field::Published, 0.9),
        "datecreated" => (Field::Published, 0.75),
        "datemodified" => (Field::Modified, 0.85),
        "commentcount" => (Field::CommentCount, 0.6),
        _ => return,
    };
    let value = if field == Field::Author { named(page, at) } else { stated(page, at) };
    if value.len() <= LONGEST * 2 {
        draft.clue(field, &value, &format!("itemprop:{}", property.to_ascii_lowercase()), confidence);
    }
}

/// The value that an element states: an attribute before its text.
fn stated(page: &Page<'_>, at: At) -> String {
    let attributes = ["content", "datetime", "title"];
    let value = attributes.iter().find_map(|name| page.attr(at, name).filter(|value| !value.trim().is_empty()));
    value.map_or_else(|| page.text(at), str::to_owned)
}

/// The name inside an element: its `name` property or its hCard's, else its text.
fn named(page: &Page<'_>, at: At) -> String {
    let is_name = |inner: &At| {
        page.attr(*inner, "itemprop").is_some_and(|value| value.eq_ignore_ascii_case("name"))
            || page.has_class(*inner, "fn")
    };
    let inner = page.subtree(at).skip(1).find(is_name).unwrap_or(at);
    page.attr(inner, "content").map_or_else(|| page.text(inner), str::to_owned)
}

/// Elements that bear a mark of their meaning.
fn marked(page: &Page<'_>, at: At, draft: &mut Draft) {
    let label = page.label(at);
    if page.name(at) == "time" {
        time(page, at, draft);
    } else if page.attr(at, "rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|one| one == "author")) {
        short(page, at, Field::Author, "rel=author", 0.75, draft);
    } else if page.has_class(at, "vcard") || page.has_class(at, "hcard") {
        let value = named(page, at);
        if value.len() <= LONGEST {
            draft.clue(Field::Author, &value, "hcard", 0.75);
        }
    } else if has_word(label, &["byline", "author", "writer", "autor", "auteur", "autore"]) {
        short(page, at, Field::Author, "byline", 0.65, draft);
    } else if has_word(label, &["date", "published", "pubdate", "dateline", "timestamp", "datum", "fecha"]) {
        let modified = has_word(label, &["updated", "modified"]);
        let field = if modified { Field::Modified } else { Field::Published };
        short(page, at, field, "day class", 0.6, draft);
    } else if has_word(label, &["headline"]) || label.contains("entry-title") || label.contains("post-title") {
        short(page, at, Field::Title, "title class", 0.7, draft);
    } else if page.name(at) == "p" || page.name(at) == "div" || page.name(at) == "span" {
        by_line(page, at, draft);
    }
}

fn time(page: &Page<'_>, at: At, draft: &mut Draft) {
    let label = page.label(at);
    let modified = has_word(label, &["updated", "modified"]) && !has_word(label, &["published"]);
    let value =
        page.attr(at, "datetime").filter(|value| !value.trim().is_empty()).map_or_else(|| page.text(at), str::to_owned);
    let field = if modified { Field::Modified } else { Field::Published };
    let confidence = if page.attr(at, "pubdate").is_some() || has_word(label, &["published"]) { 0.85 } else { 0.7 };
    if value.len() <= LONGEST {
        draft.clue(field, &value, "time", confidence);
    }
}

fn short(page: &Page<'_>, at: At, field: Field, from: &str, confidence: f32, draft: &mut Draft) {
    let value = page.text(at);
    if value.len() <= LONGEST {
        draft.clue(field, &value, from, confidence);
    }
}

/// A line that begins as bylines do, in a small element without marks.
fn by_line(page: &Page<'_>, at: At, draft: &mut Draft) {
    if page.subtree(at).len() > 12 {
        return;
    }
    let value = page.text(at);
    let opens =
        ["By ", "BY ", "by ", "Von ", "Par ", "Por ", "Di ", "Door "].iter().any(|word| value.starts_with(word));
    let named = value.split_whitespace().nth(1).and_then(|word| word.chars().next()).is_some_and(char::is_uppercase);
    if opens && named && value.len() <= 80 && !value.ends_with('.') {
        draft.clue(Field::Author, &value, "by line", 0.6);
    }
}

/// Whether one of the words stands in a label between blanks, hyphens or underscores.
fn has_word(label: &str, words: &[&str]) -> bool {
    !label.is_empty() && label.split([' ', '-', '_']).any(|part| words.contains(&part))
}

#[cfg(test)]
mod tests {
    use crate::article::{Draft, Field};
    use crate::read::html::{article, page::Page};

    const WORDS: &str = "The ferry to the island left an hour late, because the captain, as so often, was asleep. ";

    fn check(header: &str, field: Field, wanted: &[&str]) {
        let html = format!(
            "<h1>Late</h1>{header}<article><p>{0}<p>{0}</article><footer><time>1999-01-01</time></footer>",
            WORDS.repeat(3)
        );
        let tree = scraper::Html::parse_document(&html);
        let page = Page::new(&tree);
        let mut draft = Draft::default();
        super::collect(&page, &article::read(&page), &mut draft);
        let found: Vec<_> = draft.clues_for(field).map(|clue| clue.value.as_str()).collect();
        assert_eq!(found, wanted, "{header}");
    }

    #[test]
    fn the_heading_is_a_title() {
        check("", Field::Title, &["Late"]);
    }

    #[test]
    fn bylines_are_found_by_mark_and_by_word() {
        check("<span class=byline>By Ana Brod</span>", Field::Author, &["By Ana Brod"]);
        check("<p>By Ana Brod</p>", Field::Author, &["By Ana Brod"]);
        check("<a rel=author href=/ana>Ana Brod</a>", Field::Author, &["Ana Brod"]);
        check("<div class=vcard><b class=fn>Ana Brod</b>, harbour desk</div>", Field::Author, &["Ana Brod"]);
        check("<div itemprop=author><span itemprop=name>Ana Brod</span></div>", Field::Author, &["Ana Brod"]);
        check("<p>By the harbour it was cold</p>", Field::Author, &[]);
    }

    #[test]
    fn days_are_found_by_mark_but_not_in_the_footer() {
        check("<time datetime=2019-01-02>yesterday</time>", Field::Published, &["2019-01-02"]);
        check("<span class=post-date>2 January 2019</span>", Field::Published, &["2 January 2019"]);
        check("<time class=updated>2019-01-02</time>", Field::Published, &[]);
    }
}
