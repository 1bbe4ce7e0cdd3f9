//! Discussions as JSON: an item of Hacker News with its children (Algolia's form), a thread of Reddit.
//!
//! In: bytes of JSON. Out: one draft with the story as the article and every answer as a comment with its parent.

use super::html::fragment;
use super::{Input, Reader, Reading, charset};
use crate::article::{Block, BlockKind, CommentDraft, Draft, Field, Item};
use crate::source::{Medium, recognise};
use crate::text::Day;
use serde_json::Value;

/// The reader of discussions.
pub struct Discussion;

impl Reader for Discussion {
    fn name(&self) -> &'static str {
        "discussion"
    }

    fn fits(&self, input: Input<'_>) -> f32 {
        if recognise(input.bytes) != Medium::Json {
            return 0.0;
        }
        let head: String =
            String::from_utf8_lossy(input.bytes.get(..8192).unwrap_or(input.bytes)).split_whitespace().collect();
        let is_reddit = head.contains("\"kind\":\"Listing\"");
        let is_news =
            head.contains("\"created_at_i\":") && (head.contains("\"children\":") || head.contains("\"story_id\":"));
        if is_reddit || is_news { 1.0 } else { 0.0 }
    }

    fn read(&self, input: Input<'_>) -> Reading {
        let (text, note) = charset::decode(input.bytes);
        let value = match serde_json::from_str::<Value>(&text) {
            Ok(value) => value,
            Err(error) => return Reading::nothing(&format!("no JSON: {}", error.to_string().to_lowercase())),
        };
        let mut draft = Draft { notes: note.into_iter().collect(), ..Draft::default() };
        match &value {
            Value::Array(listings) => reddit(&mut draft, listings),
            Value::Object(map) if map.contains_key("data") => reddit(&mut draft, std::slice::from_ref(&value)),
            _ => news(&mut draft, &value),
        }
        if draft.clues.is_empty() && draft.comments.is_empty() {
            return Reading::nothing("no story stands in this discussion");
        }
        Reading { items: vec![Item::Page(Box::new(draft))], notes: Vec::new() }
    }
}

fn said<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty() && text != "[deleted]" && text != "[removed]").then(|| text.to_owned())
}

fn news(draft: &mut Draft, story: &Value) {
    draft.clue(Field::Title, said(story, "title"), "item:title", 0.95);
    draft.clue(Field::Author, said(story, "author"), "item:author", 0.95);
    draft.clue(Field::Published, said(story, "created_at"), "item:created_at", 0.95);
    draft.clue(Field::Url, said(story, "url"), "item:url", 0.9);
    draft.blocks = fragment(said(story, "text"));
    let mut waiting: Vec<(&Value, Option<usize>)> = Vec::new();
    push_children(&mut waiting, story.get("children"), None);
    while let Some((answer, parent)) = waiting.pop() {
        let at = draft.comments.len();
        let blocks = fragment(said(answer, "text"));
        draft.comments.push(CommentDraft {
            id: answer.get("id").map(ToString::to_string),
            author: some(said(answer, "author")),
            date: some(said(answer, "created_at")),
            blocks,
            parent,
            ..CommentDraft::default()
        });
        push_children(&mut waiting, answer.get("children"), Some(at));
    }
}

/// Children wait so that the first is taken next: the thread comes in the order of its page.
fn push_children<'a>(
    waiting: &mut Vec<(&'a Value, Option<usize>)>,
    children: Option<&'a Value>,
    parent: Option<usize>,
) {
    let children = children.and_then(Value::as_array).into_iter().flatten();
    waiting.extend(children.rev().map(|child| (child, parent)));
}

fn reddit(draft: &mut Draft, listings: &[Value]) {
    let things = listings.iter().filter_map(|listing| listing.get("data")?.get("children")?.as_array()).flatten();
    let things: Vec<&Value> = things.collect();
    if let Some(post) = things.iter().find(|thing| said(thing, "kind") == "t3").and_then(|thing| thing.get("data")) {
        draft.clue(Field::Title, said(post, "title"), "post:title", 0.95);
        draft.clue(Field::Author, &some(said(post, "author")).unwrap_or_default(), "post:author", 0.95);
        draft.clue(Field::Published, &day_of(post).unwrap_or_default(), "post:created_utc", 0.95);
        draft.clue(Field::Site, said(post, "subreddit_name_prefixed"), "post:subreddit", 0.8);
        if let Some(link) = some(said(post, "permalink")) {
            draft.clue(Field::Url, &format!("https://www.reddit.com{link}"), "post:permalink", 0.9);
        }
        draft.blocks = marked(said(post, "selftext"));
    }
    let mut waiting: Vec<(&Value, Option<usize>)> = things.iter().rev().map(|thing| (*thing, None)).collect();
    while let Some((thing, parent)) = waiting.pop() {
        let Some(answer) = thing.get("data").filter(|_| said(thing, "kind") == "t1") else { continue };
        let at = draft.comments.len();
        draft.comments.push(CommentDraft {
            id: some(said(answer, "id")),
            author: some(said(answer, "author")),
            date: day_of(answer),
            url: some(said(answer, "permalink")).map(|link| format!("https://www.reddit.com{link}")),
            blocks: marked(said(answer, "body")),
            parent,
            ..CommentDraft::default()
        });
        push_children(
            &mut waiting,
            answer.get("replies").and_then(|replies| replies.get("data")?.get("children")),
            Some(at),
        );
    }
}

/// The day that a post or an answer states.
fn day_of(value: &Value) -> Option<String> {
    stamp(value.get("created_utc")?.as_f64()? as i64)
}

/// Seconds since 1970 as a day and a time.
pub(super) fn stamp(seconds: i64) -> Option<String> {
    let day = Day::from_number(i32::try_from(seconds.div_euclid(86_400)).ok()?);
    let (minutes, second) = (seconds.rem_euclid(86_400) / 60, seconds.rem_euclid(60));
    Some(format!("{day}T{:02}:{:02}:{second:02}Z", minutes / 60, minutes % 60))
}

/// Paragraphs of a text in Markdown, with quotations.
fn marked(text: &str) -> Vec<Block> {
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    let block = |part: &str| match part.strip_prefix('>').or_else(|| part.strip_prefix("&gt;")) {
        Some(quote) => Block { kind: BlockKind::Quote, text: quote.trim().to_owned() },
        None => Block::paragraph(part),
    };
    parts.map(block).collect()
}

#[cfg(test)]
mod tests {
    use super::Discussion;
    use crate::article::{Draft, Field, Item};
    use crate::read::{Input, Reader};

    fn read(text: &str) -> Draft {
        let input = Input { path: "a.json", url: None, bytes: text.as_bytes() };
        assert!(Discussion.fits(input) > 0.9, "{text}");
        match Discussion.read(input).items.into_iter().next() {
            Some(Item::Page(draft)) => *draft,
            _ => Draft::default(),
        }
    }

    fn told(draft: &Draft) -> Vec<(Option<&str>, Option<&str>, Option<usize>)> {
        draft
            .comments
            .iter()
            .map(|c| (c.author.as_deref(), c.blocks.first().map(|b| b.text.as_str()), c.parent))
            .collect()
    }

    #[test]
    fn an_item_of_hacker_news_is_a_thread() {
        let draft = read(
            r#"{"id":1,"created_at":"2017-07-12T09:30:00Z","created_at_i":1,"author":"ida","title":"Rain","url":"https://example.org/rain","text":null,
            "children":[{"id":2,"author":"bo","created_at":"2017-07-12T10:00:00Z","text":"<p>No.","children":[{"id":3,"author":"cy","text":"Yes.","children":[]}]},
            {"id":4,"author":"dee","text":"Perhaps.","children":[]}]}"#,
        );
        assert_eq!(draft.clues_for(Field::Title).map(|clue| clue.value.as_str()).collect::<Vec<_>>(), ["Rain"]);
        let expected = [
            (Some("bo"), Some("No."), None),
            (Some("cy"), Some("Yes."), Some(0)),
            (Some("dee"), Some("Perhaps."), None),
        ];
        assert_eq!(told(&draft), expected);
    }

    #[test]
    fn a_thread_of_reddit_is_one_too() {
        let draft = read(
            r#"[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"title":"Rain","author":"ida","selftext":"It rained.","created_utc":1499851800.0,"permalink":"/r/lake/1/"}}]}},
            {"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"a","author":"bo","body":"> It rained.\n\nNo.","created_utc":1499851900,
            "replies":{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"b","author":"[deleted]","body":"Yes.","replies":""}}]}}}},{"kind":"more","data":{}}]}}]"#,
        );
        assert_eq!(told(&draft), [(Some("bo"), Some("It rained."), None), (None, Some("Yes."), Some(0))]);
        assert_eq!(
            draft.clues_for(Field::Published).next().map(|clue| clue.value.as_str()),
            Some("2017-07-12T09:30:00Z")
        );
        assert_eq!(draft.blocks.len(), 1);
    }
}
