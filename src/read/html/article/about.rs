//! Lines about the author, which stand below or beside many articles.
//!
//! In: a page whose comments are cut out. Out: their blocks. The names in them are left to `clues`.

use super::super::blocks;
use super::super::page::{At, Page};
use crate::article::{Block, BlockKind};
use regex::Regex;
use std::sync::LazyLock;

/// Longest box about an author; a longer one is a page about him.
const LONGEST: usize = 1500;

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"author[_-]*(?:bio|box|info|desc|about)|bio[_-]*(?:author|box|text)|about[_-]*(?:the[_-]*)?author|author__bio|(?:^|[ _-])bio(?:$|[ _-])")
        .expect("the pattern is a constant and covered by tests")
});

/// The lines about the author.
pub(super) fn find(page: &Page<'_>) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    for at in boxes(page) {
        let lines = blocks::blocks(page, page.subtree(at), &|inner| is_beside(page, inner));
        for block in lines.into_iter().filter(|block| block.text.split_whitespace().count() >= 5) {
            let block = Block { kind: BlockKind::About, text: block.text };
            if !found.contains(&block) {
                found.push(block);
            }
        }
    }
    found
}

/// Headings, lists and links to more of the same.
fn is_beside(page: &Page<'_>, at: At) -> bool {
    match page.name(at) {
        "h2" | "h3" | "h4" | "nav" | "ul" | "button" => true,
        "a" => MORE.is_match(&page.text(at)),
        _ => false,
    }
}

static MORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:view|see|read|show|all|more|alle|mehr|voir|ver|leggi)\b")
        .expect("the pattern is a constant and covered by tests")
});

/// Whether an element is a box about an author.
pub(super) fn is_box(page: &Page<'_>, at: At) -> bool {
    let named = LABEL.is_match(page.label(at)) && !matches!(page.name(at), "body" | "html" | "main" | "article");
    named && page.text(at).len() <= LONGEST
}

/// Boxes about an author, the outermost of each.
fn boxes<'p>(page: &'p Page<'_>) -> impl Iterator<Item = At> + 'p {
    let mut end = 0;
    page.shown(page.all()).filter(move |at| {
        if *at >= end && is_box(page, *at) {
            end = page.end(*at);
            return true;
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::read::html::page::Page;

    #[test]
    fn a_box_about_the_author_gives_its_sentences_once() {
        let tree = scraper::Html::parse_document(
            "<body class=author-bio-page><div class='author-bio box'><h3>About</h3><div class=bio><p>Ana Brod writes about the sea. <a>View all posts by Ana</a></p></div><p>More</p></div>",
        );
        let found: Vec<_> = find(&Page::new(&tree)).into_iter().map(|block| block.text).collect();
        assert_eq!(found, ["Ana Brod writes about the sea."]);
    }
}
