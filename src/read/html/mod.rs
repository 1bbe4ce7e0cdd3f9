//! HTML pages to drafts.
//!
//! In: the bytes of a saved page. Out: one draft: clues, blocks, comments, notes. The page is bounded and parsed
//! once; comments are found first and cut out, so that neither the text nor the clues are taken from them.

mod article;
mod blocks;
mod charset;
mod clues;
mod comments;
mod days;
mod guard;
mod labels;
mod page;

use crate::article::{Block, Draft, Field, Item, Note};
use crate::read::{Input, Reader, Reading};
use page::Page;

/// Words from which a description says what a page says; shorter ones speak of it.
const DESCRIPTION: usize = 40;

/// Reads saved HTML pages.
#[derive(Debug, Clone, Copy, Default)]
pub struct Html;

impl Reader for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn fits(&self, input: Input<'_>) -> f32 {
        let head = input.bytes.get(..input.bytes.len().min(4096)).unwrap_or_default();
        // Zero bytes of UTF-16 between the letters do not hide its tags.
        let head: Vec<u8> = head.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
        let head = String::from_utf8_lossy(&head);
        let start = head
            .trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}' || letter == '\u{fffd}');
        let named =
            [".html", ".htm", ".xhtml", ".shtml"].iter().any(|end| input.path.to_ascii_lowercase().ends_with(end));
        if start.starts_with("<!doctype html") || start.starts_with("<html") {
            1.0
        } else if ["<html", "<head", "<body", "<!doctype html"].iter().any(|tag| head.contains(tag))
            && start.starts_with('<')
        {
            0.95
        } else if named {
            0.8
        } else if start.starts_with('<')
            && ["<p", "<div", "<title", "<meta", "<article"].iter().any(|tag| head.contains(tag))
        {
            0.6
        } else {
            0.0
        }
    }

    fn read(&self, input: Input<'_>) -> Reading {
        Reading { items: vec![Item::Page(Box::new(draft(input)))], notes: Vec::new() }
    }
}

/// A page saved without what its scripts would show tells no more than its description.
fn described(page: &Page<'_>, draft: &mut Draft) {
    let names = |at: usize| page.attr(at, "property").or_else(|| page.attr(at, "name"));
    let is_description = |at: &usize| page.name(*at) == "meta" && names(*at) == Some("og:description");
    let description = page.all().find(is_description).and_then(|at| page.attr(at, "content")).unwrap_or_default();
    if description.split_whitespace().count() >= DESCRIPTION {
        draft.blocks = blank_parted(description).map(Block::paragraph).collect();
        draft.notes.push(Note::new("no text on the page; this is its description"));
    }
}

/// The parts of a plain text between blank lines.
fn blank_parted(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty())
}

/// The blocks of a piece of HTML that another form holds: the text of a feed's entry, of a comment in an export.
pub(super) fn fragment(html: &str) -> Vec<Block> {
    let (text, _) = guard::guard(html);
    let tree = scraper::Html::parse_fragment(&text);
    let page = Page::new(&tree);
    blocks::blocks(&page, page.subtree(0), &|_| false)
}

fn draft(input: Input<'_>) -> Draft {
    let (text, encoding) = charset::decode(input.bytes);
    let (text, mut notes) = guard::guard(&text);
    notes.extend(encoding);
    let tree = scraper::Html::parse_document(&text);
    let mut page = Page::new(&tree);
    let stated = clues::json_ld::read(&page);
    let mut draft = Draft { notes, ..Draft::default() };
    let found = comments::take(&mut page, input.url);
    draft.comments = found.comments;
    if draft.comments.is_empty() {
        draft.comments = comments::stated::find(&stated.objects);
    }
    let story = article::read(&page, found.opening, found.start);
    clues::collect(&page, &stated, &story, input, &mut draft);
    if let Some(title) = found.title {
        // Such platforms head every page with the name of the site.
        draft.clues.retain(|clue| clue.field != Field::Title || !matches!(clue.from.as_str(), "heading" | "h1"));
        draft.clue(Field::Title, &title, "topic", 0.95);
    }
    draft.blocks = story.blocks;
    if draft.blocks.is_empty() && draft.comments.is_empty() && story.opening.is_none() {
        described(&page, &mut draft);
    }
    draft.notes.extend(spent(&page));
    draft
}

fn spent(page: &Page<'_>) -> Option<Note> {
    page.is_spent().then(|| Note::new("too intricate to be read in the time of a page, read in part"))
}

#[cfg(test)]
mod tests {
    use super::{draft, page::Page, spent};
    use crate::read::Input;

    #[test]
    fn a_page_that_asks_for_too_much_ends_with_a_note() {
        let tree = scraper::Html::parse_document(&"<div>word</div>".repeat(20_000));
        let page = Page::new(&tree);
        assert!(spent(&page).is_none());
        while !page.is_spent() {
            page.subtree(0);
        }
        let note = spent(&page).map(|note| note.message);
        assert_eq!(note.as_deref(), Some("too intricate to be read in the time of a page, read in part"));
    }

    #[test]
    fn comments_nested_as_deep_as_a_page_may_be_are_within_the_budget() {
        let comment = "<li class=comment><cite class=fn>Ana</cite> <time datetime=2019-01-02></time><p>No, I do not agree.</p><ol>";
        let html = format!("<h1>Late</h1><ol class=commentlist>{}", comment.repeat(190));
        let draft = draft(Input { path: "a.html", url: None, bytes: html.as_bytes() });
        assert!(draft.notes.is_empty(), "{}", draft.notes.len());
    }
}
