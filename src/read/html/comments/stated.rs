//! Comments that a page states in JSON-LD and shows nowhere.
//!
//! In: the objects of its scripts. Out: comments, each with those that answer it behind it: `comment` of an article
//! or of a comment, `suggestedAnswer` and `acceptedAnswer` of a question that readers answered. A page of frequent
//! questions answers itself and names nobody.

use crate::article::{Block, CommentDraft};
use serde_json::{Map, Value};

/// Levels of answers that are followed.
const LEVELS: usize = 12;

/// The comments of all objects.
pub(in crate::read::html) fn find(objects: &[Map<String, Value>]) -> Vec<CommentDraft> {
    let mut comments = Vec::new();
    for object in objects {
        below(object, None, LEVELS, &mut comments);
    }
    comments
}

/// Adds what answers an object, which is itself the comment of this turn.
fn below(object: &Map<String, Value>, parent: Option<usize>, levels: usize, comments: &mut Vec<CommentDraft>) {
    for key in ["acceptedAnswer", "suggestedAnswer", "comment"] {
        for answer in listed(object.get(key)).iter().filter_map(|value| value.as_object()) {
            let Some(comment) = comment(answer, parent).filter(|_| levels > 0) else { continue };
            if key != "comment" && comment.author.is_none() {
                continue;
            }
            let turn = comments.len();
            comments.push(comment);
            below(answer, Some(turn), levels - 1, comments);
        }
    }
}

fn comment(object: &Map<String, Value>, parent: Option<usize>) -> Option<CommentDraft> {
    let text = ["text", "description"].iter().find_map(|key| object.get(*key)?.as_str())?;
    let blocks = said(text);
    let date = ["dateCreated", "datePublished"].iter().find_map(|key| object.get(*key)?.as_str());
    let address = ["url", "@id"].iter().find_map(|key| object.get(*key)?.as_str());
    let draft = CommentDraft {
        author: author(object).map(str::to_owned),
        date: date.map(str::to_owned),
        url: address.map(str::to_owned),
        blocks,
        parent,
        ..CommentDraft::default()
    };
    (!draft.blocks.is_empty()).then_some(draft)
}

/// Text that some write as markup.
fn said(text: &str) -> Vec<Block> {
    if text.contains(['<', '&']) {
        return super::super::fragment(text);
    }
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(Block::paragraph).collect()
}

fn author(object: &Map<String, Value>) -> Option<&str> {
    let author = listed(object.get("author").or_else(|| object.get("creator"))).first().copied()?;
    let name = author.as_str().or_else(|| author.get("name")?.as_str())?.trim();
    (!name.is_empty()).then_some(name)
}

/// One value or a list of them, as a list.
fn listed(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use serde_json::json;

    fn told(value: serde_json::Value) -> Vec<String> {
        let objects: Vec<_> = value.as_object().cloned().into_iter().collect();
        let line = |one: &crate::article::CommentDraft| {
            let text: Vec<_> = one.blocks.iter().map(|block| block.text.as_str()).collect();
            let field = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
            let parent = one.parent.map_or("-".to_owned(), |parent| parent.to_string());
            format!("{} | {} | {parent} | {}", field(&one.author), field(&one.date), text.join(" / "))
        };
        find(&objects).iter().map(line).collect()
    }

    #[test]
    fn comments_of_an_article_are_read_with_their_answers() {
        let found = told(json!({"@type": "NewsArticle", "comment": [
            {"@type": "Comment", "author": {"name": "Ana"}, "dateCreated": "2020-02-03", "text": "Late.\n\nAgain.",
             "comment": {"@type": "Comment", "author": "Ilo", "text": "<p>So <b>it</b> is.</p>"}},
            {"@type": "Comment", "text": ""}]}));
        assert_eq!(found, ["Ana | 2020-02-03 | - | Late. / Again.", "Ilo | - | 0 | So it is."]);
    }

    #[test]
    fn answers_of_readers_are_comments_and_those_of_the_page_are_not() {
        let found =
            told(json!({"@type": "Question", "acceptedAnswer": {"author": {"name": "Ana"}, "text": "At noon."},
            "suggestedAnswer": [{"text": "Nobody said this."}]}));
        assert_eq!(found, ["Ana | - | - | At noon."]);
    }

    #[test]
    fn a_chain_of_answers_without_end_is_bounded() {
        let mut value = json!({"text": "deep", "author": "Ana"});
        for _ in 0..100 {
            value = json!({"text": "deep", "author": "Ana", "comment": value});
        }
        assert_eq!(told(value).len(), super::LEVELS);
    }
}
