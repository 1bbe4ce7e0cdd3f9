//! Evidence that a reader sees, by its marks: microdata, hCard, headings, classes of bylines and days, `time`.
//!
//! In: a page without its comments, and where its article stands. Out: clues. Lines without marks are left to `lines`.

use super::super::article::Story;
use super::super::days;
use super::super::page::{At, Page, push_collapsed};
use super::zone::{AFTER, Zone};
use super::{labelled, lines};
use crate::article::{Draft, Field};
use crate::text::Stamp;

/// Longest text of a place that is taken for a name, a byline or a day.
const LONGEST: usize = 160;

/// What a day beside the article is worth, as a share: sidebars speak of other pages, and of this one.
const BESIDE: f32 = 0.8;

/// Collects the clues.
pub(super) fn collect(page: &Page<'_>, story: &Story, draft: &mut Draft) {
    if let Some(opening) = &story.opening {
        draft.clue(Field::Author, opening.author.as_deref().unwrap_or_default(), "first post", 0.95);
        draft.clue(Field::Published, opening.date.as_deref().unwrap_or_default(), "first post", 0.95);
    }
    let zone = Zone::of(page, story);
    let elements = zone.elements(page);
    for at in page.stating(page.all(), "itemprop").unwrap_or_default() {
        if elements.binary_search(at).is_ok() {
            microdata(page, *at, draft);
        }
    }
    for at in &elements {
        if zone.heading == Some(*at) {
            let (from, confidence) = if zone.certain { ("heading", 0.93) } else { ("h1", 0.75) };
            draft.clue(Field::Title, &page.text(*at), from, confidence);
        }
        if zone.holds(*at) {
            marked(page, *at, &zone, draft);
        }
    }
    lines::collect(page, &zone, &elements, story, draft);
    let is_undated = |draft: &Draft| draft.clues_for(Field::Published).next().is_none();
    if is_undated(draft) {
        labelled::collect(page, &elements, 1.0, draft);
    }
    if is_undated(draft) {
        labelled::collect(page, &zone.elements_and_beside(page), BESIDE, draft);
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
    page.attr(inner, "content").map_or_else(|| listed(page, inner), str::to_owned)
}

/// The text of an element with a comma between parts that only the screen sets apart: `<a>Ana Brod</a><span>Editor</span>`,
/// or several links or spans of one kind.
fn listed(page: &Page<'_>, at: At) -> String {
    let mut text = String::new();
    let mut last: Option<At> = None;
    for node in page.shown(page.subtree(at)) {
        let Some(own) = page.own_text(node) else { continue };
        let holder = page.parent(node);
        if let (Some(before), Some(now)) = (last, holder)
            && before != now
            && !own.trim().is_empty()
            && (is_glued(&text, own) || are_alike(page, before, now, &text))
        {
            text.truncate(text.trim_end().len());
            text.push_str(", ");
        }
        if OPENINGS.contains(&text.to_lowercase().as_str()) {
            text.push(' ');
        }
        push_collapsed(&mut text, own);
        last = if own.trim().is_empty() { last } else { holder };
    }
    text.truncate(text.trim_end().len());
    text
}

/// Words before a name that may stand in an element of their own.
const OPENINGS: [&str; 10] = ["by", "von", "par", "por", "di", "door", "av", "af", "author", "text"];

/// Two words run together, the first of them no `By`.
fn is_glued(before: &str, own: &str) -> bool {
    let is_name = before.contains(' ') || (before.len() > 2 && before.chars().all(char::is_uppercase));
    is_name && before.ends_with(char::is_alphabetic) && own.starts_with(char::is_uppercase)
}

/// Two elements of one kind, side by side, with nothing but blanks between.
fn are_alike(page: &Page<'_>, one: At, other: At, text: &str) -> bool {
    page.parent(one) == page.parent(other)
        && page.name(one) == page.name(other)
        && page.label(one) == page.label(other)
        && text.trim_end().ends_with(char::is_alphanumeric)
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
    if let Some((field, day)) = titled(page, at, label) {
        super::seen(draft, field, day, "day class", 0.6 * near);
    } else if is_day_label(label) {
        let modified = has_word(label, &["updated", "modified"]);
        let field = if modified { Field::Modified } else { Field::Published };
        if let Some(day) = days::written_in(page, at) {
            super::seen(draft, field, &day, "day class", 0.6 * near);
        }
    } else if has_word(label, &["headline"]) || label.contains("entry-title") || label.contains("post-title") {
        short(page, at, Field::Title, "title class", 0.7 * near, draft);
    }
}

/// The day of an element that is marked as one: what its `time` states, what its class names.
pub(super) fn marked_day(page: &Page<'_>, at: At) -> Option<String> {
    if page.name(at) == "time" {
        let stated = page.attr(at, "datetime").filter(|time| Stamp::parse(time).is_some());
        return stated.map(str::to_owned).or_else(|| days::written(&page.text(at)));
    }
    is_day_label(page.label(at)).then(|| days::written_in(page, at)).flatten()
}

/// Whether a label marks a day of publication: `date`, `post-date`, `articleCreationDate`.
fn is_day_label(label: &str) -> bool {
    let words = ["published", "dateline", "timestamp", "fecha", "data", "tarih", "time"];
    let other = ["update", "candidate", "mandate", "validate"];
    !label.is_empty()
        && label.split([' ', '-', '_']).any(|part| {
            let named = part.ends_with("date") || part.ends_with("datum") || words.contains(&part);
            named && !other.iter().any(|other| part.ends_with(other))
        })
}

/// The day that the title of an hCard's `published` or `updated` states.
fn titled<'p>(page: &Page<'p>, at: At, label: &str) -> Option<(Field, &'p str)> {
    let field = if has_word(label, &["published"]) {
        Field::Published
    } else if has_word(label, &["updated"]) {
        Field::Modified
    } else {
        return None;
    };
    page.attr(at, "title").filter(|title| Stamp::parse(title).is_some()).map(|title| (field, title))
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
    // what readers see may be the day at the place of publication, or another day altogether
    let text = page.text(at);
    if let Some(shown) = days::written(&text).filter(|shown| *shown != value) {
        let field = if super::CHANGED.is_match(&text) { Field::Modified } else { field };
        draft.clue(field, &shown, "time", confidence * 0.9 * near);
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
        check("<span class=articleCreationDate><b>On</b><b>02.01.2019</b></span>", Field::Published, &["02.01.2019"]);
        check("<abbr class=published title=2019-01-02></abbr>", Field::Published, &["2019-01-02"]);
    }

    #[test]
    fn a_mark_of_change_is_no_publication() {
        check("<time class=updated>2019-01-02</time>", Field::Modified, &["2019-01-02"]);
        check("<span class=updated title=2019-01-02></span>", Field::Modified, &["2019-01-02"]);
    }

    #[test]
    fn the_day_that_readers_see_in_a_time_is_a_clue_too() {
        let html = "<time datetime=2019-01-05>Published January 2, 2019</time>";
        check(html, Field::Published, &["2019-01-05", "January 2, 2019"]);
    }

    #[test]
    fn what_stands_with_the_heading_is_the_article_s_whatever_its_label() {
        check("<p class=teaser-meta>2 January 2019</p>", Field::Published, &["2019-01-02"]);
    }

    #[test]
    fn the_only_day_beside_the_article_is_its_own() {
        let sidebar = |days: &str| format!("<div><div class=sidebar><dl>{days}</dl></div></div>");
        check(&sidebar("<dt>Date</dt><dd>12.01.2017</dd>"), Field::Published, &["2017-01-12"]);
        check(&sidebar("<dt>Date</dt><dd>12.01.2017</dd><dt>Date</dt><dd>13.01.2017</dd>"), Field::Published, &[]);
    }

    #[test]
    fn names_in_elements_of_their_own_are_parted() {
        check("<p class=byline><b>Ana Brod</b> <b>Ilo Kerr</b></p>", Field::Author, &["Ana Brod, Ilo Kerr"]);
        check("<p class=byline><a>Ana Brod</a><i>Editor</i></p>", Field::Author, &["Ana Brod, Editor"]);
        check("<p class=byline><i>By</i><b>Ana Brod</b></p>", Field::Author, &["By Ana Brod"]);
    }
}
