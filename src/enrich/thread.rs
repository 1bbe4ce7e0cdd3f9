//! Comments: from drafts to records, each with an id that its answers can name.
//!
//! In: comment drafts, whose parents are places in the list. Out: comments, whose parents are ids. A platform's own
//! id is kept where it is unique on the page; the others are called `c1`, `c2`, … in their order.
//! Depth, inherited language and circles of parents are left to whoever sees the whole thread.

use super::{body, byline, day};
use crate::article::{Comment, CommentDraft, Kind, Person, When};
use std::collections::HashMap;

/// How sure a name or a day is that stands at the head of a comment.
const HEAD: f32 = 0.9;

/// Makes comments of drafts; `day_first` settles `07/08/2017`.
pub(super) fn comments(drafts: &[CommentDraft], day_first: Option<bool>) -> Vec<Comment> {
    let ids = ids(drafts);
    drafts.iter().zip(&ids).map(|(draft, id)| comment(draft, id, &ids, day_first)).collect()
}

fn comment(draft: &CommentDraft, id: &str, ids: &[String], day_first: Option<bool>) -> Comment {
    let body = body::join(&draft.blocks);
    let parent = draft.parent.and_then(|at| ids.get(at)).filter(|parent| parent.as_str() != id);
    Comment {
        id: id.to_owned(),
        kind: if draft.pingback { Kind::Pingback } else { Kind::Comment },
        author: draft.author.as_deref().and_then(author),
        date: draft
            .date
            .as_deref()
            .and_then(|day| day::read(day, day_first))
            .map(|stamp| When::new(stamp, "comment", HEAD)),
        url: draft.url.clone(),
        text: body.text,
        parent: parent.cloned(),
        quoted: body.quoted,
        ..Comment::default()
    }
}

/// A commenter's name as written; a reader may call himself what he likes, so only blanks and a closing colon go.
fn author(written: &str) -> Option<Person> {
    let name = byline::one_line(written);
    let name = name.trim_end_matches([':', ',']).trim();
    (!name.is_empty()).then(|| Person::new(name, "comment", HEAD))
}

fn ids(drafts: &[CommentDraft]) -> Vec<String> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for id in drafts.iter().filter_map(|draft| draft.id.as_deref()) {
        *times.entry(id).or_default() += 1;
    }
    let own = |draft: &CommentDraft| draft.id.clone().filter(|id| !id.is_empty() && times.get(id.as_str()) == Some(&1));
    let mut number = 0;
    let mut given = || {
        number += 1;
        while times.contains_key(format!("c{number}").as_str()) {
            number += 1;
        }
        format!("c{number}")
    };
    drafts.iter().map(|draft| own(draft).unwrap_or_else(&mut given)).collect()
}

#[cfg(test)]
mod tests {
    use crate::article::{Block, BlockKind, Comment, CommentDraft, Kind};

    fn comments(drafts: &[CommentDraft]) -> Vec<Comment> {
        super::comments(drafts, None)
    }

    fn draft(id: Option<&str>, parent: Option<usize>) -> CommentDraft {
        CommentDraft { id: id.map(str::to_owned), parent, blocks: vec![Block::paragraph("Yes.")], ..Default::default() }
    }

    #[test]
    fn answers_name_the_id_of_what_they_answer() {
        let made = comments(&[draft(None, None), draft(Some("comment-7"), Some(0)), draft(None, Some(1))]);
        let ids: Vec<_> = made.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(ids, ["c1", "comment-7", "c2"]);
        assert_eq!(made[1].parent.as_deref(), Some("c1"));
        assert_eq!(made[2].parent.as_deref(), Some("comment-7"));
    }

    #[test]
    fn an_id_that_a_page_gives_twice_is_not_kept() {
        let made =
            comments(&[draft(Some("x"), None), draft(Some("x"), None), draft(Some("c3"), None), draft(None, None)]);
        let ids: Vec<_> = made.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(ids, ["c1", "c2", "c3", "c4"]);
    }

    #[test]
    fn a_parent_out_of_the_list_or_itself_is_none() {
        let made = comments(&[draft(None, Some(0)), draft(None, Some(9))]);
        assert!(made.iter().all(|comment| comment.parent.is_none()));
    }

    #[test]
    fn name_day_and_quotes_are_carried_over() {
        let quote = Block { kind: BlockKind::Quote, text: "No buffer.".to_owned() };
        let made = comments(&[CommentDraft {
            author: Some(" Ada\u{a0}Lund: ".to_owned()),
            date: Some("2017-07-12 09:30".to_owned()),
            blocks: vec![quote, Block::paragraph("Why not?")],
            pingback: true,
            ..Default::default()
        }]);
        let comment = &made[0];
        assert_eq!(comment.author.as_ref().map(|author| author.name.as_str()), Some("Ada Lund"));
        assert_eq!(comment.date.as_ref().map(|date| date.value.as_str()), Some("2017-07-12T09:30:00"));
        assert_eq!(comment.kind, Kind::Pingback);
        assert_eq!(comment.quoted[0].of(&comment.text), "No buffer.");
    }

    #[test]
    fn a_comment_without_name_and_day_is_an_ordinary_comment() {
        let made = comments(&[draft(None, None)]);
        assert_eq!((made[0].author.as_ref(), made[0].date.as_ref()), (None, None));
    }
}
