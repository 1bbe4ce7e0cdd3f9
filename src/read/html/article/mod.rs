//! The article's text: where it stands on the page, and its blocks.
//!
//! In: a page whose comments are cut out. Out: blocks in order, and the place they were taken from. Title, authors
//! and day are left to `clues`.

mod about;
mod boilerplate;
mod furniture;
mod heading;
mod lead;
mod region;
mod trim;

pub(super) use furniture::Furniture;
pub(super) use heading::Heading;

use super::blocks::pieces;
use super::page::{At, Page};
use crate::article::{Block, CommentDraft};

/// Where the article stands, and its blocks.
pub(super) struct Story {
    /// The element that holds it.
    pub(super) root: At,
    /// Where its title is shown.
    pub(super) heading: Option<Heading>,
    /// Its blocks.
    pub(super) blocks: Vec<Block>,
    /// The post that it is, on a page of a forum.
    pub(super) opening: Option<CommentDraft>,
}

/// Reads the article; on a page of a forum it is the post that opens it. `comments` is where the first comment stood:
/// what follows it is said of something else.
pub(super) fn read(page: &Page<'_>, opening: Option<CommentDraft>, comments: Option<At>) -> Story {
    let furniture = Furniture::of(page);
    let heading = heading::find(page);
    match opening {
        Some(opening) => {
            let root = heading.map_or(0, |heading| heading.at);
            Story { root, heading, blocks: opening.blocks.clone(), opening: Some(opening) }
        }
        None => {
            let (root, end) = region::find(page, &furniture, heading, comments);
            Story { root, heading, blocks: blocks(page, &furniture, root, heading, end), opening: None }
        }
    }
}

fn blocks(page: &Page<'_>, furniture: &Furniture, root: At, heading: Option<Heading>, end: At) -> Vec<Block> {
    let mut pieces = pieces(page, root, &|at| furniture.is(page, at) || (at != root && about::is_box(page, at)));
    pieces.retain(|piece| piece.at < end);
    let lead = heading.map(|heading| lead::find(page, furniture, heading.at, root)).unwrap_or_default();
    let mut blocks: Vec<Block> = lead.into_iter().map(|piece| Block::paragraph(&piece.block.text)).collect();
    blocks.extend(trim::keep(page, pieces, heading.map(|heading| heading.at)));
    blocks.extend(about::find(page));
    blocks
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::article::BlockKind;
    use crate::read::html::page::Page;

    const WORDS: &str = "The ferry to the island left an hour late, because the captain, as so often, was asleep. ";

    fn texts(html: &str) -> Vec<(BlockKind, String)> {
        let tree = scraper::Html::parse_document(html);
        let story = read(&Page::new(&tree), None, None);
        story.blocks.into_iter().map(|block| (block.kind, block.text)).collect()
    }

    #[test]
    fn navigation_sharing_and_footers_are_left_out() {
        let found = texts(&format!(
            "<nav><a href=/>Home</a></nav><div class=page><h1>Late again</h1><div class=story><p>{0}</p><div class=share-tools>\
             Share this</div><p>{0}</p></div><div class=related><h3>More</h3><p>{0}</p></div></div><footer><p>{0} Copyright</p></footer>",
            WORDS.repeat(2)
        ));
        assert_eq!(found.iter().filter(|(_, text)| text.starts_with("The ferry")).count(), 2);
        assert!(!found.iter().any(|(_, text)| ["Home", "Share this", "More"].contains(&text.as_str())));
    }

    #[test]
    fn headings_lists_quotes_and_captions_keep_their_kind() {
        let found = texts(&format!(
            "<article><p>{0}</p><h2>What went wrong</h2><ul><li>The clock was slow.</li></ul><blockquote>{0}</blockquote>\
             <figure><figcaption>The harbour at dawn</figcaption></figure><p>{0}</p></article>",
            WORDS.repeat(2)
        ));
        let kinds: Vec<_> = found.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(
            kinds,
            [
                BlockKind::Paragraph,
                BlockKind::Heading,
                BlockKind::ListItem,
                BlockKind::Quote,
                BlockKind::Caption,
                BlockKind::Paragraph
            ]
        );
    }

    #[test]
    fn what_follows_the_comments_is_no_part_of_the_article() {
        let html = format!(
            "<div class=page><h1>Late again</h1><p>{0}</p><p id=start>A comment stood here.</p><p>{1}</p></div>",
            WORDS.repeat(2),
            WORDS.replace("ferry", "site").repeat(9)
        );
        let tree = scraper::Html::parse_document(&html);
        let page = Page::new(&tree);
        let start = page.all().find(|at| page.attr(*at, "id") == Some("start"));
        let text = |start| read(&page, None, start).blocks.into_iter().map(|block| block.text).collect::<Vec<_>>();
        assert_eq!(text(start), [WORDS.repeat(2).trim()]);
        let first = page.all().find(|at| page.name(*at) == "h1");
        assert!(text(first).len() > 1, "comments above all text end nothing");
    }

    #[test]
    fn lines_about_the_author_stand_apart() {
        let found = texts(&format!(
            "<article><div class=entry-content><p>{0}</p><p>{0}</p></div><div class=author-bio><p>Ana Brod writes about the sea.</p></div></article>",
            WORDS.repeat(2)
        ));
        assert!(found.contains(&(BlockKind::About, "Ana Brod writes about the sea.".to_owned())), "{}", found.len());
    }
}
