//! Evidence that a reader sees, by its marks: microdata, hCard, headings, classes of bylines and days, `time`.
//!
//! In: a page without its comments, and where its article stands. Out: clues. Lines without marks are left to `lines`.

use super::super::article::Story;
use super::super::days;
use super::super::page::{At, Page};
use super::zone::{AFTER, Zone};
use super::{labelled, lines};
use crate::article::{Draft, Field};

/// Longest text of a place that is taken for a name, a byline or a day.
const LONGEST: usize = 160;

/// Collects the clues.
pub(super) fn collect(page: &Page<'_>, story: &Story, draft: &mut Draft) {
    if let Some(opening) = &story.opening {
        draft.clue(Field::Author, opening.author.as_deref().unwrap_or_default(), "first post", 0.95);
        draft.clue(Field::Published, opening.date.as_deref().unwrap_or_default(), "first post", 0.95);
    }
    let zone = Zone::of(page, story);
    let elements = zone.elements(page);
    for at in &elements {
        microdata(page, *at, draft);
        if zone.heading == Some(*at) {
            let (from, confidence) = if zone.certain { ("heading", 0.93) } else { ("h1", 0.75) };
            draft.clue(Field::Title, &page.text(*at), from, confidence);
        }
        if zone.holds(*at) {
            marked(page, *at, &zone, draft);
        }
    }
    lines::collect(page, &zone, &elements, story, draft);
    if draft.clues_for(Field::Published).next().is_none() {
        labelled::collect(page, &elements, draft);
    }
}

fn microdata(page: &Page<'_>, at: At, draft: &mut Draft) {
    let Some(properties) = page.attr(at, "itemprop") else { return };
    for property in properties.split_ascii_whitespace().map(str::to_ascii_lowercase) {
        let (field, confidence) = match property.as_str() {
            "headline" => (Field::Title, 0.85),
            "author" | "creator" => (Field::Author, 0.8),
            "datepublished" => (Field::Published, 0.9),
            "datecreated" => (Field::Published, 0.75),
            "datemodified" => (Field::Modified, 0.85),
            "commentcount" => (Field::CommentCount, 0.6),
            _ => continue,
        };
        let value = if field == Field::Author { named(page, at) } else { stated(page, at) };
        if value.len() <= LONGEST * 2 {
            super::seen(draft, field, &value, &format!("itemprop:{property}"), confidence);
        }
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
            || page.has_class(*inner, "p-name")
    };
    let inner = page.subtree(at).skip(1).find(is_name).unwrap_or(at);
    page.attr(inner, "content").map_or_else(|| page.text(inner), str::to_owned)
}

/// Elements that bear a mark of their meaning.
fn marked(page: &Page<'_>, at: At, zone: &Zone, draft: &mut Draft) {
    let label = page.label(at);
    let near = if zone.is_after(page, at) { AFTER } else { 1.0 };
    if page.name(at) == "time" {
        return time(page, at, near, draft);
    }
    if let Some((from, confidence)) = author_mark(page, at, label) {
        let value = named(page, at);
        if value.len() <= LONGEST {
            super::seen(draft, Field::Author, &value, from, confidence * near);
        }
    }
    if has_word(label, &["date", "published", "pubdate", "dateline", "timestamp", "datum", "fecha", "data"]) {
        let modified = has_word(label, &["updated", "modified"]);
        let field = if modified { Field::Modified } else { Field::Published };
        if let Some(day) = days::written(&page.text(at)) {
            super::seen(draft, field, &day, "day class", 0.6 * near);
        }
    } else if has_word(label, &["headline"]) || label.contains("entry-title") || label.contains("post-title") {
        short(page, at, Field::Title, "title class", 0.7 * near, draft);
    }
}

/// What marks an element as an author's, and its worth.
fn author_mark(page: &Page<'_>, at: At, label: &str) -> Option<(&'static str, f32)> {
    let attribute = |name: &str, wanted: &str| {
        page.attr(at, name).is_some_and(|value| value.split_ascii_whitespace().any(|one| one == wanted))
    };
    if attribute("rel", "author") {
        return Some(("rel=author", 0.75));
    }
    if page.name(at) == "a" && page.attr(at, "href").is_some_and(is_author_address) {
        return Some(("author link", 0.7));
    }
    if page.has_class(at, "vcard") || page.has_class(at, "hcard") || page.has_class(at, "p-author") {
        return Some(("hcard", 0.75));
    }
    let words = [
        "byline",
        "author",
        "authors",
        "writer",
        "autor",
        "auteur",
        "autore",
        "autoren",
        "verfasser",
        "redakteur",
        "journalist",
    ];
    let named = has_word(label, &words) || label.contains("author-name") || label.contains("authorname");
    named.then_some(("byline", 0.65))
}

/// Addresses under which sites list what somebody wrote.
fn is_author_address(href: &str) -> bool {
    let href = href.to_ascii_lowercase();
    [
        "/author/",
        "/authors/",
        "/autor/",
        "/autoren/",
        "/auteur/",
        "/auteurs/",
        "/autores/",
        "/profil/",
        "/profile/",
        "/staff/",
        "/journalist/",
        "/people/",
        "/contributors/",
        "/contributor/",
        "/by/",
        "/redaktion/",
        "?author=",
    ]
    .iter()
    .any(|part| href.contains(part))
}

fn time(page: &Page<'_>, at: At, near: f32, draft: &mut Draft) {
    let label = page.label(at);
    let modified = has_word(label, &["updated", "modified"]) && !has_word(label, &["published"]);
    let value =
        page.attr(at, "datetime").filter(|value| !value.trim().is_empty()).map_or_else(|| page.text(at), str::to_owned);
    let field = if modified { Field::Modified } else { Field::Published };
    let confidence = if page.attr(at, "pubdate").is_some() || has_word(label, &["published"]) { 0.85 } else { 0.7 };
    if value.len() <= LONGEST {
        super::seen(draft, field, &value, "time", confidence * near);
    }
}

fn short(page: &Page<'_>, at: At, field: Field, from: &str, confidence: f32, draft: &mut Draft) {
    let value = page.text(at);
    if value.len() <= LONGEST {
        super::seen(draft, field, &value, from, confidence);
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
        super::collect(&page, &article::read(&page, None, None), &mut draft);
        let found: Vec<_> = draft.clues_for(field).map(|clue| clue.value.as_str()).collect();
        assert_eq!(found, wanted, "{header}");
    }

    #[test]
    fn the_heading_is_a_title() {
        check("", Field::Title, &["Late"]);
    }

    #[test]
    fn authors_are_found_by_their_marks() {
        check("<span class=byline>By Ana Brod</span>", Field::Author, &["By Ana Brod", "Ana Brod"]);
        check("<a rel=author href=/ana>Ana Brod</a>", Field::Author, &["Ana Brod"]);
        check("<a href=/author/ana>Ana Brod</a>", Field::Author, &["Ana Brod"]);
        check("<div class=vcard><b class=fn>Ana Brod</b>, harbour desk</div>", Field::Author, &["Ana Brod"]);
        check("<div itemprop=author><span itemprop=name>Ana Brod</span></div>", Field::Author, &["Ana Brod"]);
    }

    #[test]
    fn days_are_found_by_mark_but_not_in_the_footer() {
        check("<time datetime=2019-01-02>yesterday</time>", Field::Published, &["2019-01-02"]);
        check("<time class=updated>2019-01-02</time>", Field::Published, &[]);
    }
}
