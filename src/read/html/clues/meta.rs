//! What a page says of itself in its head: `meta`, `title`, `link`, `html lang`.
//!
//! In: a page. Out: clues. Families differ only in their names, so they stand in one table.

use super::super::page::Page;
use crate::article::{Draft, Field};

/// Names of `meta` elements in small letters, the field that they speak for, and their worth.
const NAMES: [(&str, Field, f32); 73] = [
    ("og:title", Field::Title, 0.85),
    ("twitter:title", Field::Title, 0.8),
    ("citation_title", Field::Title, 0.9),
    ("dc.title", Field::Title, 0.75),
    ("dcterms.title", Field::Title, 0.75),
    ("parsely-title", Field::Title, 0.85),
    ("sailthru.title", Field::Title, 0.85),
    ("hdl", Field::Title, 0.8),
    ("headline", Field::Title, 0.8),
    ("title", Field::Title, 0.6),
    ("fb_title", Field::Title, 0.7),
    ("author", Field::Author, 0.8),
    ("authors", Field::Author, 0.8),
    ("article:author", Field::Author, 0.75),
    ("article:author_name", Field::Author, 0.8),
    ("og:author", Field::Author, 0.75),
    ("byl", Field::Author, 0.85),
    ("byline", Field::Author, 0.85),
    ("citation_author", Field::Author, 0.9),
    ("dc.creator", Field::Author, 0.75),
    ("dc.contributor", Field::Author, 0.5),
    ("dcterms.creator", Field::Author, 0.75),
    ("parsely-author", Field::Author, 0.85),
    ("sailthru.author", Field::Author, 0.85),
    ("cxenseparse:author", Field::Author, 0.8),
    ("twitter:data1", Field::Author, 0.4),
    ("article:published_time", Field::Published, 0.93),
    ("og:article:published_time", Field::Published, 0.9),
    ("article.published", Field::Published, 0.9),
    ("article:published", Field::Published, 0.9),
    ("og:published_time", Field::Published, 0.9),
    ("og:pubdate", Field::Published, 0.9),
    ("rnews:datepublished", Field::Published, 0.9),
    ("datepublished", Field::Published, 0.9),
    ("published_time", Field::Published, 0.85),
    ("published-date", Field::Published, 0.85),
    ("publish-date", Field::Published, 0.85),
    ("publish_date", Field::Published, 0.85),
    ("publishdate", Field::Published, 0.85),
    ("publication_date", Field::Published, 0.85),
    ("publicationdate", Field::Published, 0.85),
    ("date_published", Field::Published, 0.85),
    ("pubdate", Field::Published, 0.85),
    ("pdate", Field::Published, 0.8),
    ("ptime", Field::Published, 0.8),
    ("date", Field::Published, 0.65),
    ("date.issued", Field::Published, 0.8),
    ("dc.date", Field::Published, 0.65),
    ("dc.date.issued", Field::Published, 0.85),
    ("dc.date.created", Field::Published, 0.75),
    ("dcterms.date", Field::Published, 0.65),
    ("dcterms.issued", Field::Published, 0.8),
    ("dcterms.created", Field::Published, 0.75),
    ("dcterms.available", Field::Published, 0.7),
    ("parsely-pub-date", Field::Published, 0.88),
    ("sailthru.date", Field::Published, 0.85),
    ("citation_publication_date", Field::Published, 0.85),
    ("citation_date", Field::Published, 0.8),
    ("cxenseparse:recs:publishtime", Field::Published, 0.85),
    ("created", Field::Published, 0.6),
    ("article:modified_time", Field::Modified, 0.9),
    ("og:updated_time", Field::Modified, 0.8),
    ("datemodified", Field::Modified, 0.85),
    ("last-modified", Field::Modified, 0.6),
    ("lastmod", Field::Modified, 0.6),
    ("dcterms.modified", Field::Modified, 0.8),
    ("og:url", Field::Url, 0.85),
    ("og:site_name", Field::Site, 0.9),
    ("application-name", Field::Site, 0.6),
    ("og:locale", Field::Language, 0.6),
    ("content-language", Field::Language, 0.7),
    ("article:tag", Field::Tag, 0.8),
    ("news_keywords", Field::Tag, 0.7),
];

/// Longest content that is taken; longer ones are descriptions or worse.
const LONGEST: usize = 1000;

/// Collects the clues of the head.
pub(super) fn collect(page: &Page<'_>, draft: &mut Draft) {
    let mut titled = false;
    for at in page.all() {
        match page.name(at) {
            "meta" => meta(page, at, draft),
            "html" => draft.clue(Field::Language, page.attr(at, "lang").unwrap_or_default(), "html lang", 0.75),
            "link" if page.attr(at, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                draft.clue(Field::Url, page.attr(at, "href").unwrap_or_default(), "canonical", 0.9);
            }
            // A drawing inside the page may bear a title of its own.
            "title" if !titled && !page.ancestors(at).any(|outer| page.name(outer) == "svg") => {
                titled = true;
                draft.clue(Field::Title, &page.text(at), "title", 0.6);
            }
            _ => {}
        }
    }
}

fn meta(page: &Page<'_>, at: usize, draft: &mut Draft) {
    let Some(content) = page.attr(at, "content").map(str::trim) else { return };
    if content.is_empty() || content.len() > LONGEST {
        return;
    }
    for attribute in ["property", "name", "http-equiv"] {
        let Some(name) = page.attr(at, attribute) else { continue };
        let name = name.trim().to_ascii_lowercase();
        let known = NAMES.iter().find(|(known, ..)| *known == name).map(|(_, field, confidence)| (field, confidence));
        let Some((field, confidence)) = known.or_else(|| says_published(&name).then_some((&Field::Published, &0.7)))
        else {
            continue;
        };
        if *field == Field::Author && (content.contains("://") || content.starts_with('@')) {
            continue;
        }
        let value = super::json_ld::plain(content);
        draft.clue(*field, &value, &format!("meta:{name}"), *confidence);
    }
}

/// Whether a name that no vocabulary knows says what it is: `published`, `published_on`, `cms.publishDate`.
fn says_published(name: &str) -> bool {
    let mut parts = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts
        .any(|part| matches!(part, "published" | "publisheddate" | "publisheddatetime" | "publishedat" | "publishedon"))
        && !["by", "author", "modified", "updated"].iter().any(|other| name.contains(other))
}

#[cfg(test)]
mod tests {
    use super::collect;
    use crate::article::{Draft, Field};
    use crate::read::html::page::Page;

    fn clues(html: &str) -> Draft {
        let tree = scraper::Html::parse_document(html);
        let mut draft = Draft::default();
        collect(&Page::new(&tree), &mut draft);
        draft
    }

    fn values(draft: &Draft, field: Field) -> Vec<&str> {
        draft.clues_for(field).map(|clue| clue.value.as_str()).collect()
    }

    #[test]
    fn families_of_meta_elements_are_read() {
        let draft = clues(
            "<html lang=de><head><title>T | Quay</title><meta property='og:title' content='T'>\
             <meta name='Author' content='Ana Brod'><meta property='article:author' content='https://quay.example/ana'>\
             <meta property='article:published_time' content='2019-01-02'><link rel=canonical href='https://quay.example/t'>",
        );
        assert_eq!(values(&draft, Field::Title), ["T | Quay", "T"]);
        assert_eq!(values(&draft, Field::Author), ["Ana Brod"]);
        assert_eq!(values(&draft, Field::Published), ["2019-01-02"]);
        assert_eq!(values(&draft, Field::Url), ["https://quay.example/t"]);
        assert_eq!(values(&draft, Field::Language), ["de"]);
    }

    #[test]
    fn the_title_of_a_drawing_is_not_the_page_s() {
        let draft = clues("<body><svg><title>Logo</title></svg><title>Page</title>");
        assert_eq!(values(&draft, Field::Title), ["Page"]);
    }
}
