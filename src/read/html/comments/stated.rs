//! Threads that a page does not show but states as data: Discourse's first posts, and comments in JSON-LD.
//!
//! In: a page without comments in its markup, and its JSON-LD objects. Out: comments, and the post that they answer.
//! Discourse keeps its topic in `data-preloaded`, JSON whose members are JSON again; JSON-LD hangs comments and
//! answers on the article, the question or the first post.

use super::super::page::Page;
use super::Found;
use crate::article::{Block, CommentDraft};
use crate::read::html::{blank_parted, fragment};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Comments that are read at most, so that objects which hold each other come to an end.
const MOST: usize = 5000;

/// What the page states.
pub(super) fn read(page: &Page<'_>, objects: &[Map<String, Value>]) -> Option<Found> {
    preloaded(page).or_else(|| objects.iter().find_map(thread))
}

fn preloaded(page: &Page<'_>) -> Option<Found> {
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
    (opening.is_some() || !comments.is_empty()).then_some(Found { comments, opening })
}

/// What an object's comments and answers tell.
fn thread(object: &Map<String, Value>) -> Option<Found> {
    let mut waiting: Vec<(&Value, Option<usize>)> = Vec::new();
    wait_for_answers(&mut waiting, |key| object.get(key), None);
    let mut comments: Vec<CommentDraft> = Vec::new();
    while let Some((value, parent)) = waiting.pop() {
        let Some(comment) = comment(value, parent).filter(|_| comments.len() < MOST) else { continue };
        let turn = comments.len();
        comments.push(comment);
        wait_for_answers(&mut waiting, |key| value.get(key), Some(turn));
    }
    let posted = ["DiscussionForumPosting", "Question", "QAPage", "SocialMediaPosting"];
    let is_post = object.get("@type").and_then(Value::as_str).is_some_and(|kind| posted.contains(&kind));
    let opening = comment(&Value::Object(object.clone()), None).filter(|_| is_post);
    (!comments.is_empty()).then_some(Found { comments, opening })
}

/// Answers wait so that the first is taken next: the thread comes in the order of its page.
fn wait_for_answers<'v>(
    waiting: &mut Vec<(&'v Value, Option<usize>)>,
    member: impl Fn(&str) -> Option<&'v Value>,
    parent: Option<usize>,
) {
    for key in ["suggestedAnswer", "acceptedAnswer", "comment"] {
        match member(key) {
            Some(Value::Array(list)) => waiting.extend(list.iter().rev().map(|value| (value, parent))),
            Some(value) => waiting.push((value, parent)),
            None => {}
        }
    }
}

fn comment(value: &Value, parent: Option<usize>) -> Option<CommentDraft> {
    let said =
        ["text", "articleBody", "description"].iter().map(|key| text(value, key)).find(|text| !text.is_empty())?;
    let blocks = blocks(said);
    let author = match value.get("author").or_else(|| value.get("creator")) {
        Some(Value::String(name)) => name,
        Some(Value::Array(list)) => list.first().map_or("", |one| text(one, "name")),
        Some(one) => text(one, "name"),
        None => "",
    };
    let day = ["datePublished", "dateCreated"].iter().map(|key| text(value, key)).find(|day| !day.is_empty());
    (!blocks.is_empty()).then(|| CommentDraft {
        author: some(author),
        date: day.and_then(some),
        url: some(text(value, "url")),
        blocks,
        parent,
        ..CommentDraft::default()
    })
}

fn blocks(text: &str) -> Vec<Block> {
    if text.contains("</") || text.contains("<p>") || text.contains("<br") {
        return fragment(text);
    }
    blank_parted(text).map(Block::paragraph).collect()
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
    use crate::read::html::clues::json_ld;
    use crate::read::html::page::Page;

    fn check(html: &str, wanted: &[&str]) {
        let tree = scraper::Html::parse_document(html);
        let page = Page::new(&tree);
        let found = read(&page, &json_ld::read(&page).objects).expect("the page states a thread");
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

    #[test]
    fn comments_of_an_article_in_json_ld_are_read_with_their_answers() {
        check(
            r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferries","comment":[
            {"@type":"Comment","text":"Late.","author":{"@type":"Person","name":"Ana"},"dateCreated":"2020-01-02",
             "comment":{"@type":"Comment","text":"So.","author":"Ilo"}},{"@type":"Comment","text":""},
            {"@type":"Comment","text":"<p>One.</p><p>Two.</p>","author":[{"name":"Kim"}]}]}</script>"#,
            &["- | Ana | 2020-01-02 | - | Late.", "- | Ilo | - | 0 | So.", "- | Kim | - | - | One. / Two."],
        );
    }

    #[test]
    fn a_question_in_json_ld_opens_with_its_text() {
        check(
            r#"<script type="application/ld+json">{"@type":"QAPage","mainEntity":{"@type":"Question","name":"Ferries?","text":"Late?",
            "author":{"name":"Ana"},"acceptedAnswer":{"@type":"Answer","text":"Yes.","author":{"name":"Ilo"}},
            "suggestedAnswer":[{"@type":"Answer","text":"No.\n\nNever.","author":{"name":"Kim"}}]}}</script>"#,
            &["> - | Ana | - | - | Late?", "- | Ilo | - | - | Yes.", "- | Kim | - | - | No. / Never."],
        );
    }
}
