//! Comments that a static site keeps as files beside its posts: Staticman's, and those that others write the same way.
//!
//! In: `_data/comments/<slug>/*.yml` (or JSON), one comment a file, or a list of them in one file a post. Out: flat
//! comments, each answering the post `_posts/*-<slug>.md` of the same site or another comment. What is told between
//! files is an id made of the site's folder and the slug, which the reader of Markdown gives to such a post too.

use super::discussion::stamp;
use super::{Input, Reader, Reading, charset, markdown};
use crate::article::{Block, BlockKind, Note, derived_id, read_record};
use serde_json::{Map, Value, json};

/// The folder that holds them, below that of the site.
const FOLDERS: [&str; 2] = ["_data/comments/", "data/comments/"];
/// The folder of a site's posts.
const POSTS: &str = "_posts/";

/// The reader of comments in files.
pub struct Staticman;

impl Reader for Staticman {
    fn name(&self) -> &'static str {
        "staticman"
    }

    fn fits(&self, input: Input<'_>) -> f32 {
        let is_data = input.ends_in(&["yml", "yaml", "json"]);
        if is_data && place(input.path).is_some() { 1.0 } else { 0.0 }
    }

    fn read(&self, input: Input<'_>) -> Reading {
        let Some((site, slug)) = place(input.path) else { return Reading::nothing("stands beside no post") };
        let (text, note) = charset::decode(input.bytes);
        let mut reading = Reading { items: Vec::new(), notes: note.into_iter().collect() };
        let post = id_of(site, slug);
        let values = match serde_saphyr::from_str::<Value>(&text) {
            Ok(Value::Array(values)) => values,
            Ok(value) => vec![value],
            Err(error) => {
                let message = error.to_string().lines().next().unwrap_or_default().to_lowercase();
                return Reading::nothing(&format!("comment is no YAML: {message}"));
            }
        };
        for value in values {
            let record = value.as_object().and_then(|comment| record(comment, &post));
            match record.map(read_record) {
                Some(Ok(read)) => reading.items.push(read.item),
                Some(Err(error)) => reading.notes.push(Note::new(error.to_string())),
                None => reading.notes.push(Note::new("a comment without a message; left out")),
            }
        }
        reading
    }
}

/// The id of a post of a static site, by which comments in files know it; nothing for any other path.
pub(super) fn post_id(path: &str) -> Option<String> {
    let (site, post) = split(path, POSTS)?;
    let name = post.rsplit('/').next().unwrap_or(post);
    let slug = name.rsplit_once('.').map_or(name, |(slug, _)| slug);
    Some(id_of(site, undated(slug)))
}

fn id_of(site: &str, slug: &str) -> String {
    derived_id(&["post", site.trim_end_matches('/'), &slug.to_lowercase()])
}

/// The site's folder and the post's slug in the path of a comment.
fn place(path: &str) -> Option<(&str, &str)> {
    let (site, rest) = FOLDERS.iter().find_map(|folder| split(path, folder))?;
    let slug = match rest.rsplit_once('/') {
        Some((folders, _)) => folders.rsplit('/').next()?,
        None => rest.rsplit_once('.')?.0,
    };
    Some((site, undated(slug)))
}

/// What stands before and behind a folder in a path.
fn split<'p>(path: &'p str, folder: &str) -> Option<(&'p str, &'p str)> {
    let at = path.rfind(folder)?;
    let (site, rest) = (path.get(..at)?, path.get(at + folder.len()..)?);
    (site.is_empty() || site.ends_with(['/', '!'])).then_some((site, rest))
}

/// A slug without the day before it: `2017-07-12-late-again`.
fn undated(slug: &str) -> &str {
    let is_day = |day: &str| day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match slug.split_at_checked(11) {
        Some((day, rest)) if is_day(day) && day.ends_with('-') && !rest.is_empty() => rest,
        _ => slug,
    }
}

/// A comment as a flat record.
fn record(comment: &Map<String, Value>, post: &str) -> Option<Value> {
    let first = |keys: &[&str]| keys.iter().find_map(|key| comment.get(*key)).and_then(written).unwrap_or_default();
    let blocks = markdown::blocks(&first(&["message", "comment", "body", "text", "content"]));
    let (text, quoted) = joined(&blocks);
    let answers = first(&["replying_to_uid", "reply_to", "replying_to", "replyTo", "_parent", "parent"]);
    let parent = if is_id(&answers) { derived_id(&["reply", post, &answers]) } else { post.to_owned() };
    let id = first(&["_id", "id", "uid"]);
    let mut record = json!({
        "kind": "comment", "parent": parent, "text": text, "quoted": quoted,
        "author": first(&["name", "author"]), "url": first(&["permalink"]),
    });
    if let Some(fields) = record.as_object_mut() {
        for (key, value) in [("id", id), ("date", first(&["date", "created_at", "timestamp"]))] {
            let value = if key == "id" && !value.is_empty() { derived_id(&["reply", post, &value]) } else { value };
            fields.extend((!value.is_empty()).then(|| (key.to_owned(), Value::String(value))));
        }
        fields.retain(|_, value| value.as_str() != Some(""));
    }
    (!text.is_empty()).then_some(record)
}

/// Whether a value names a comment: a number of one's own or a hash, and neither a place in a list nor a page's slug.
fn is_id(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let in_form = value.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    in_form && value.len() >= 8 && digits > 0
}

/// A value as text; a number of seconds or milliseconds since 1970 as a day and a time.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => match number.as_i64()? {
            seconds @ 100_000_000..100_000_000_000 => stamp(seconds),
            milliseconds @ 100_000_000_000.. => stamp(milliseconds / 1000),
            other => Some(other.to_string()),
        },
        _ => None,
    }
}

/// Blocks as one text, and the ranges of it that quote.
fn joined(blocks: &[Block]) -> (String, Vec<[usize; 2]>) {
    let (mut text, mut quoted) = (String::new(), Vec::new());
    for block in blocks {
        text.push_str(if text.is_empty() { "" } else { "\n\n" });
        let from = text.len();
        text.push_str(&block.text);
        quoted.extend((block.kind == BlockKind::Quote).then_some([from, text.len()]));
    }
    (text, quoted)
}

#[cfg(test)]
mod tests {
    use super::{Staticman, post_id};
    use crate::article::{Comment, Item};
    use crate::read::{Input, Reader, Reading, reader_for};

    fn read(path: &str, text: &str) -> Reading {
        Staticman.read(Input { path, url: None, bytes: text.as_bytes() })
    }

    fn comment(item: &Item) -> Option<&Comment> {
        match item {
            Item::Comment(comment) => Some(comment),
            _ => None,
        }
    }

    fn comments(reading: &Reading) -> Vec<&Comment> {
        reading.items.iter().filter_map(comment).collect()
    }

    const FIRST: &str = "_id: 37ea0a80-79d1-11e7-9b2c\n_parent: late-again\nname: Ana Brod\nemail: 5d41402abc\nmessage: >-\n  It is **late**\n  \
                         again.\ndate: '2017-08-05T11:30:35.109Z'\n";

    #[test]
    fn a_comment_in_a_file_answers_the_post_of_its_slug() {
        let reading = read("blog/_data/comments/late-again/comment-1501932635109.yml", FIRST);
        let told: Vec<_> = comments(&reading)
            .iter()
            .map(|one| (one.author.as_ref().map(|who| who.name.clone()), one.text.clone(), one.parent.clone()))
            .collect();
        let post = post_id("blog/_posts/2017-08-04-late-again.md");
        assert!(post.is_some());
        assert_eq!(told, [(Some("Ana Brod".to_owned()), "It is late again.".to_owned(), post)]);
        assert_eq!(
            comments(&reading).first().and_then(|one| one.date.as_ref()).map(|day| day.value.get(..10).unwrap_or("")),
            Some("2017-08-05")
        );
        assert!(reading.notes.is_empty(), "{}", reading.notes.len());
    }

    #[test]
    fn an_answer_names_the_comment_that_it_answers() {
        let first = read("_data/comments/late-again/a.yml", FIRST);
        let answer = read(
            "_data/comments/late-again/b.yml",
            "_id: 99ea0a80-79d1-11e7-9b2d\nreplying_to_uid: 37ea0a80-79d1-11e7-9b2c\nname: Ilo\nmessage: |\n  > It is late\n\n  So.\ndate: 1501932700\n",
        );
        let answered = comments(&first).first().map(|one| one.id.clone());
        let told = comments(&answer);
        assert_eq!(told.first().and_then(|one| one.parent.clone()), answered);
        assert_eq!(told.first().map(|one| (one.text.as_str(), one.quoted.len())), Some(("It is late\n\nSo.", 1)));
        assert_eq!(
            told.first().and_then(|one| one.date.as_ref()).map(|day| day.value.get(..16).unwrap_or("")),
            Some("2017-08-05T11:31")
        );
    }

    #[test]
    fn a_list_in_one_file_and_json_are_read_too() {
        let list = read("data/comments/late-again.yml", "- name: Ana\n  message: Late.\n- name: Ilo\n  message: So.\n");
        assert_eq!(comments(&list).iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["Late.", "So."]);
        let json =
            read("x/_data/comments/a/1.json", "{\"name\": \"Ana\", \"message\": \"Late.\", \"replying_to\": \"2\"}");
        assert_eq!(comments(&json).first().and_then(|one| one.parent.clone()), post_id("x/_posts/a.md"));
    }

    #[test]
    fn what_is_no_comment_is_a_note() {
        for text in ["name: Ana\n", "just words", "a: [b"] {
            let reading = read("_data/comments/late-again/a.yml", text);
            assert!(reading.items.is_empty());
            assert_eq!(reading.notes.len(), 1, "{text}");
        }
    }

    #[test]
    fn other_files_are_left_to_other_readers() {
        let name = |path| reader_for(Input { path, url: None, bytes: b"name: Ana\nmessage: Late." }).map(Reader::name);
        assert_eq!(name("_data/comments/a/b.yml"), Some("staticman"));
        assert_eq!(name("my_data/comments/a/b.txt"), Some("print"));
        assert!(name("_data/navigation.yml") != Some("staticman"));
        assert_eq!(post_id("notes/late-again.md"), None);
    }
}
