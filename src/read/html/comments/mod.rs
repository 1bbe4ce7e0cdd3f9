//! Finds the comments of a page and cuts them out of it.
//!
//! In: a page. Out: comments in the order of the page, each with author, day, text and the one it answers; what
//! they stand in is gone from the page afterwards. Platforms stand in one ordered list, each described by its marks
//! in a file of its own.

mod cutting;
mod nesting;
mod platform;
mod said;
mod schema;
mod wanted;
mod wordpress;

use super::page::Page;
use crate::article::CommentDraft;
use platform::Platform;

/// Every platform, the most certain first; the first that finds a comment reads the page.
const PLATFORMS: [&Platform; 3] = [&wordpress::BLOCKS, &wordpress::CLASSIC, &schema::MICRODATA];

/// Reads the comments and cuts them out.
pub(super) fn take(page: &mut Page<'_>) -> Vec<CommentDraft> {
    for platform in PLATFORMS {
        let items = platform.items(page);
        if !items.is_empty() {
            let comments = platform.read(page, &items);
            cutting::cut(page, &items);
            return comments;
        }
    }
    Vec::new()
}
