//! What the tests of the platforms share: a page in, one line a comment out.

use super::take;
use crate::article::{Block, BlockKind, CommentDraft};
use crate::read::html::page::Page;

/// Comments as `id | author | day | parent | blocks`, and what is left of the page; an opening post comes first as `>`.
pub(super) fn told(html: &str) -> (Vec<String>, String) {
    let tree = scraper::Html::parse_document(html);
    let mut page = Page::new(&tree);
    let found = take(&mut page, None);
    let opening = found.opening.iter().map(|one| format!("> {}", line(one)));
    (opening.chain(found.comments.iter().map(line)).collect(), page.text(0))
}

/// A comment as one line.
pub(super) fn line(one: &CommentDraft) -> String {
    let field = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let parent = one.parent.map_or("-".to_owned(), |parent| parent.to_string());
    let text = |block: &Block| match block.kind {
        BlockKind::Quote => format!("“{}”", block.text),
        _ => block.text.replace('\n', " "),
    };
    let text: Vec<_> = one.blocks.iter().map(text).collect();
    let kind = if one.pingback { "pingback " } else { "" };
    format!(
        "{kind}{} | {} | {} | {parent} | {}",
        field(&one.id),
        field(&one.author),
        field(&one.date),
        text.join(" / ")
    )
}

/// Checks what is told of a topic of two posts; `post` writes one from its number, its author and its text.
pub(super) fn topic(post: impl Fn(u8, &str, &str) -> String, wanted: [&str; 2]) {
    let (found, _) = told(&format!("<h1>Ferries</h1>{}{}", post(1, "Ana", "Late?"), post(2, "Ilo", "Yes.")));
    assert_eq!(found, wanted);
}
