//! Discourse's first posts, where a page holds them as data alone and its scripts would show them.
//!
//! In: a page without posts in its markup. Out: comments, and the post that they answer. The topic stands in the attribute
//! `data-preloaded`: JSON whose members are JSON again.

use super::super::page::Page;
use super::Found;
use crate::article::CommentDraft;
use crate::read::html::fragment;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The topic that the page holds as data.
pub(super) fn read(page: &Page<'_>) -> Option<Found> {
    let mut data = page.all().filter_map(|at| page.attr(at, "data-preloaded"));
    let members: Map<String, Value> = data.find_map(|data| serde_json::from_str(data).ok())?;
    let topic = members.iter().find(|(name, _)| name.starts_with("topic_"))?.1.as_str()?;
    let topic: Value = serde_json::from_str(topic).ok()?;
    let posts = topic.get("post_stream")?.get("posts")?.as_array()?;
    let mut turns: BTreeMap<u64, usize> = BTreeMap::new();
    let mut comments = Vec::new();
    for post in posts {
        let answered = post.get("reply_to_post_number").and_then(Value::as_u64);
        let blocks = fragment(text(post, "cooked"));
        if blocks.is_empty() {
            continue;
        }
        turns.extend(post.get("post_number").and_then(Value::as_u64).map(|number| (number, comments.len())));
        comments.push(CommentDraft {
            id: post.get("id").map(ToString::to_string),
            author: some(text(post, "username")),
            date: some(text(post, "created_at")),
            parent: answered.and_then(|number| turns.get(&number).copied()),
            blocks,
            ..CommentDraft::default()
        });
    }
    let first = posts.first().and_then(|post| post.get("post_number")).and_then(Value::as_u64);
    let opens = first == Some(1) && !comments.is_empty();
    let opening = opens.then(|| super::open(&mut comments));
    (opening.is_some() || !comments.is_empty()).then_some(Found { comments, opening, ..Found::default() })
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default().trim()
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::testing::line;
    use super::read;
    use crate::read::html::page::Page;

    fn check(html: &str, wanted: &[&str]) {
        let tree = scraper::Html::parse_document(html);
        let page = Page::new(&tree);
        let found = read(&page).expect("the page states a thread");
        let opening = found.opening.iter().map(|one| format!("> {}", line(one)));
        let told: Vec<_> = opening.chain(found.comments.iter().map(line)).collect();
        assert_eq!(told, wanted);
    }

    #[test]
    fn posts_that_discourse_keeps_as_data_are_read_with_whom_they_answer() {
        let topic = r#"{"title":"Ferries","post_stream":{"posts":[
            {"id":91,"username":"ana","created_at":"2020-01-02T03:04:05.678Z","cooked":"<p>Late?</p>","post_number":1},
            {"id":92,"username":"ilo","created_at":"2020-01-03T03:04:05Z","cooked":"<p>Yes.</p>","post_number":2,"reply_to_post_number":1},
            {"id":93,"username":"system","created_at":"2020-01-03T03:04:05Z","cooked":"","post_number":3},
            {"id":94,"username":"kim","created_at":"2020-01-04T03:04:05Z","cooked":"<blockquote><p>Yes.</p></blockquote><p>No.</p>","post_number":4,"reply_to_post_number":2}]}}"#;
        let data = serde_json::json!({ "site": "{}", "topic_7": topic }).to_string();
        check(
            &format!("<div class=hidden id=data-preloaded data-preloaded=\"{}\"></div>", data.replace('"', "&quot;")),
            &[
                "> 91 | ana | 2020-01-02T03:04:05.678Z | - | Late?",
                "92 | ilo | 2020-01-03T03:04:05Z | - | Yes.",
                "94 | kim | 2020-01-04T03:04:05Z | 0 | “Yes.” / No.",
            ],
        );
    }
}
