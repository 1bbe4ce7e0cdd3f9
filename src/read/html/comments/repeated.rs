//! Lines that stand in most comments of a thread and are said by nobody: "Rate this: 0 0", "Reply to this", "68 posts".
//!
//! In: the comments of a thread. Out: the same without such lines, and without their own numbers in their names. No list of words tells them, only that readers do
//! not say the same; what a comment would be empty without stays.

use crate::article::CommentDraft;
use std::collections::{BTreeMap, BTreeSet};

/// Comments from which a line that most of them share is furniture.
const FEW: usize = 3;
/// Longest such line.
const LONGEST: usize = 60;

/// Leaves the lines out.
pub(super) fn leave_out(comments: &mut [CommentDraft]) {
    if comments.len() < FEW {
        return;
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for comment in comments.iter() {
        let keys: BTreeSet<String> = comment.blocks.iter().filter_map(|block| key(&block.text)).collect();
        for key in keys {
            *times.entry(key).or_default() += 1;
        }
    }
    let least = FEW.max(comments.len() / 2 + 1);
    times.retain(|_, count| *count >= least);
    for comment in comments.iter_mut().filter(|_| !times.is_empty()) {
        let shared = |text: &str| key(text).is_some_and(|key| times.contains_key(&key));
        if comment.blocks.iter().any(|block| !shared(&block.text)) {
            comment.blocks.retain(|block| !shared(&block.text));
        }
    }
}

/// Takes the numbers of comments off their names: "1 Ana", "2 Ilo".
pub(super) fn uncount(comments: &mut [CommentDraft]) {
    let named = comments.iter().filter(|comment| comment.author.is_some()).count();
    let counted = comments.iter().enumerate().filter(|(turn, comment)| without_turn(comment, *turn).is_some()).count();
    if counted * 3 < named * 2 {
        return;
    }
    for (turn, comment) in comments.iter_mut().enumerate() {
        if let Some(name) = without_turn(comment, turn).map(str::to_owned) {
            comment.author = Some(name);
        }
    }
}

fn without_turn(comment: &CommentDraft, turn: usize) -> Option<&str> {
    let name = comment.author.as_deref()?.strip_prefix(&(turn + 1).to_string())?;
    name.strip_prefix(' ').filter(|rest| rest.starts_with(char::is_alphabetic))
}

/// The letters of a short line; numbers differ from comment to comment.
fn key(text: &str) -> Option<String> {
    let letters = || text.chars().filter(|letter| letter.is_alphanumeric() && !letter.is_numeric());
    (text.len() <= LONGEST).then(|| letters().flat_map(char::to_lowercase).collect())
}

#[cfg(test)]
mod tests {
    use super::{leave_out, uncount};
    use crate::article::{Block, CommentDraft};

    fn check(comments: &[&[&str]], wanted: &[&[&str]]) {
        let draft = |lines: &&[&str]| CommentDraft {
            blocks: lines.iter().map(|line| Block::paragraph(line)).collect(),
            ..CommentDraft::default()
        };
        let mut comments: Vec<CommentDraft> = comments.iter().map(draft).collect();
        leave_out(&mut comments);
        let left: Vec<Vec<&str>> =
            comments.iter().map(|one| one.blocks.iter().map(|block| block.text.as_str()).collect()).collect();
        assert_eq!(left, wanted);
    }

    #[test]
    fn what_most_comments_share_goes() {
        check(
            &[&["Late.", "Rate this: 0 0"], &["So.", "Rate this: 12 3"], &["Hm.", "Rate this: 1 0"]],
            &[&["Late."], &["So."], &["Hm."]],
        );
    }

    #[test]
    fn a_comment_that_says_what_others_say_stays() {
        check(&[&["First!"], &["First!"], &["First!"]], &[&["First!"], &["First!"], &["First!"]]);
        check(&[&["Late.", "Thanks"], &["Thanks"], &["Hm."]], &[&["Late.", "Thanks"], &["Thanks"], &["Hm."]]);
    }

    #[test]
    fn numbers_of_comments_are_no_part_of_names() {
        let draft = |name: &str| CommentDraft { author: Some(name.to_owned()), ..CommentDraft::default() };
        let told = |names: &[&str]| {
            let mut comments: Vec<_> = names.iter().map(|name| draft(name)).collect();
            uncount(&mut comments);
            comments.into_iter().filter_map(|one| one.author).collect::<Vec<_>>()
        };
        assert_eq!(told(&["1 Ana", "2 Ilo"]), ["Ana", "Ilo"]);
        assert_eq!(told(&["1 Ana"]), ["Ana"]);
        assert_eq!(told(&["Ana", "2 Ilo", "Oda"]), ["Ana", "2 Ilo", "Oda"]);
    }

    #[test]
    fn two_comments_tell_nothing() {
        check(&[&["Late.", "68 posts"], &["So.", "3 posts"]], &[&["Late.", "68 posts"], &["So.", "3 posts"]]);
    }
}
