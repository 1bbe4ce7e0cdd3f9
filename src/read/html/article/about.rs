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
        let lines = blocks::blocks(page, page.subtree(at), &|inner| {
            matches!(page.name(inner), "h2" | "h3" | "h4" | "nav" | "ul" | "button") || leads_to_more(page, inner)
        });
        for block in lines.into_iter().filter(|block| block.text.split_whitespace().count() >= 5) {
            let block = Block { kind: BlockKind::About, text: block.text };
            if !found.contains(&block) {
                found.push(block);
            }
        }
    }
    found
}

/// A link to everything else that the author wrote.
fn leads_to_more(page: &Page<'_>, at: At) -> bool {
    page.name(at) == "a" && page.attr(at, "rel") == Some("author") && page.text(at).split_whitespace().count() > 3
}

/// Boxes about an author, the outermost of each.
pub(in crate::read::html) fn boxes<'p>(page: &'p Page<'_>) -> impl Iterator<Item = At> + 'p {
    let mut end = 0;
    page.shown(page.all()).filter(move |at| {
        let is_box = *at >= end
            && LABEL.is_match(page.label(*at))
            && !matches!(page.name(*at), "body" | "html" | "main" | "article");
        if is_box && page.text(*at).len() <= LONGEST {
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
            "<body class=author-bio-page><div class='author-bio box'><h3>About</h3><div class=bio><p>Ana Brod writes about the sea. <a rel=author>View all posts by Ana Brod</a></p></div><p>More</p></div>",
        );
        let found: Vec<_> = find(&Page::new(&tree)).into_iter().map(|block| block.text).collect();
        assert_eq!(found, ["Ana Brod writes about the sea."]);
    }
}
