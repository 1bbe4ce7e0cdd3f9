//! What a page says of itself in JSON-LD.
//!
//! In: the scripts of type `ld+json`. Out: clues, and the article's text where it is stated. Graphs and lists are
//! looked through, references by `@id` followed, broken scripts mended or searched by hand.

use super::super::page::{Page, head};
use crate::article::{Clue, Field};
use serde_json::{Map, Value};

const FROM: &str = "json-ld";
/// Longest value that is taken for a title or a name.
const LONGEST: usize = 1000;

/// What was stated.
#[derive(Default)]
pub(in crate::read::html) struct Stated {
    /// Clues for the article's fields.
    pub(in crate::read::html) clues: Vec<Clue>,
    /// The article's text.
    pub(in crate::read::html) body: Option<String>,
    /// The objects that say something of the page, for those who look for other things in them.
    pub(in crate::read::html) objects: Vec<Map<String, Value>>,
}

/// Reads every script of a page.
pub(in crate::read::html) fn read(page: &Page<'_>) -> Stated {
    let mut stated = Stated::default();
    let scripts = page
        .all()
        .filter(|at| page.name(*at) == "script" && page.attr(*at, "type").is_some_and(|kind| kind.contains("ld+json")));
    for at in scripts {
        let text: String = page.subtree(at).filter_map(|node| page.own_text(node)).collect();
        match parse(&text) {
            Some(value) => flatten(value, &mut stated.objects),
            None => stated.clues.extend(salvage(&text)),
        }
    }
    collect(&mut stated);
    stated
}

/// The text as JSON, mended where it is nearly that.
fn parse(text: &str) -> Option<Value> {
    let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
    let text = text.trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let text = text.trim_end_matches("//]]>").trim_end_matches("]]>").trim().trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&mended(text)).ok())
}

/// Line breaks inside strings escaped, commas before a closing bracket left out, unknown escapes doubled.
fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quoted, mut letters) = (false, text.chars().peekable());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if quoted => {
                let next = letters.next().unwrap_or(' ');
                out.push_str(if "\"\\/bfnrtu".contains(next) { "\\" } else { "" });
                out.push(next);
            }
            '"' => {
                quoted = !quoted;
                out.push('"');
            }
            letter if quoted && letter.is_control() => out.push(' '),
            ']' | '}' if !quoted => {
                let kept = out.trim_end().trim_end_matches(',').len();
                out.truncate(kept);
                out.push(letter);
            }
            letter => out.push(letter),
        }
    }
    out
}

/// Objects at the top, in lists, in graphs and in what a page is about.
fn flatten(value: Value, objects: &mut Vec<Map<String, Value>>) {
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(list) => waiting.extend(list.into_iter().rev()),
            Value::Object(mut object) => {
                for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    match object.get(key) {
                        Some(Value::Array(_)) => waiting.extend(object.remove(key)),
                        Some(Value::Object(inner)) if inner.contains_key("@type") => {
                            waiting.extend(object.get(key).cloned())
                        }
                        _ => {}
                    }
                }
                objects.push(object);
            }
            _ => {}
        }
    }
}

/// How surely an object of this type is the article; 0 where it is something else.
fn worth(object: &Map<String, Value>) -> f32 {
    let of = |kind: &str| {
        let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
        match kind {
            "VideoObject" | "AudioObject" | "Product" | "CreativeWork" | "HowTo" | "LearningResource" => 0.6,
            "Recipe" | "QAPage" | "Question" | "Event" | "Review" | "Report" | "PodcastEpisode" => 0.85,
            _ if kind.ends_with("WebPage") || matches!(kind, "ItemPage" | "AboutPage") => 0.6,
            _ if kind.ends_with("Article") || kind.ends_with("Posting") || kind.ends_with("Story") => 1.0,
            _ => 0.0,
        }
    };
    match object.get("@type") {
        Some(Value::String(kind)) => of(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).map(of).fold(0.0, f32::max),
        _ if object.contains_key("headline") => 0.8,
        _ => 0.0,
    }
}

fn collect(stated: &mut Stated) {
    let objects = std::mem::take(&mut stated.objects);
    let best = objects.iter().map(worth).fold(0.0, f32::max);
    // A page that lists several articles states the first for itself, if any.
    let first = objects.iter().find(|object| worth(object) >= best && best >= 0.8);
    for object in &objects {
        let worth = worth(object);
        let is_first = first.is_some_and(|first| std::ptr::eq(first, object));
        let is_beside = worth > 0.0 && worth < 0.8 && !(first.is_some() && is_medium(object));
        if is_first || is_beside {
            stated.clues.extend(clues_of(object, worth, &objects));
        }
        if is_first {
            stated.body = object.get("articleBody").and_then(Value::as_str).map(plain);
        }
        if types(object).any(|kind| kind == "WebSite") {
            stated
                .clues
                .extend(names(object.get("name"), &objects).into_iter().map(|(name, _)| clue(Field::Site, &name, 0.7)));
        }
    }
    stated.objects = objects;
}

/// A film or a recording inside an article has makers and a day of its own.
fn is_medium(object: &Map<String, Value>) -> bool {
    types(object).any(|kind| matches!(kind, "VideoObject" | "AudioObject"))
}

fn types(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let (one, many) = match object.get("@type") {
        Some(Value::String(kind)) => (Some(kind.as_str()), None),
        Some(Value::Array(kinds)) => (None, Some(kinds.iter().filter_map(Value::as_str))),
        _ => (None, None),
    };
    one.into_iter().chain(many.into_iter().flatten())
}

fn clue(field: Field, value: &str, confidence: f32) -> Clue {
    Clue { field, value: value.to_owned(), from: FROM.to_owned(), confidence }
}

fn clues_of(object: &Map<String, Value>, worth: f32, all: &[Map<String, Value>]) -> Vec<Clue> {
    let mut clues = Vec::new();
    let keys: [(&str, Field, f32); 14] = [
        ("headline", Field::Title, 0.92),
        ("name", Field::Title, 0.7),
        ("datePublished", Field::Published, 0.95),
        ("dateCreated", Field::Published, 0.75),
        ("uploadDate", Field::Published, 0.7),
        ("dateModified", Field::Modified, 0.9),
        ("url", Field::Url, 0.8),
        ("mainEntityOfPage", Field::Url, 0.7),
        ("publisher", Field::Site, 0.8),
        ("inLanguage", Field::Language, 0.8),
        ("keywords", Field::Tag, 0.7),
        ("articleSection", Field::Tag, 0.7),
        ("commentCount", Field::CommentCount, 0.8),
        ("interactionCount", Field::CommentCount, 0.5),
    ];
    for (key, field, confidence) in keys {
        let addressed = field == Field::Url;
        let values = names(object.get(key), all).into_iter().filter(|(value, _)| !addressed || value.contains("://"));
        for (value, _) in values {
            clues.push(clue(field, &value, confidence * worth));
        }
    }
    let authors = ["author", "creator"].iter().find_map(|key| object.get(*key).filter(|value| !value.is_null()));
    for (name, organisation) in names(authors, all) {
        let confidence = if organisation { 0.5 } else { 0.95 };
        let from = if organisation { "json-ld organization" } else { FROM };
        clues.push(Clue { from: from.to_owned(), ..clue(Field::Author, &name, confidence * worth) });
    }
    clues
}

/// The strings that a value gives: itself, its `name`, or that of the object that it refers to; and whether an
/// organisation bears it.
fn names(value: Option<&Value>, all: &[Map<String, Value>]) -> Vec<(String, bool)> {
    let mut out = Vec::new();
    let mut waiting: Vec<(&Value, bool)> = value.map(|value| (value, false)).into_iter().collect();
    let mut steps = 0;
    while let Some((value, organisation)) = waiting.pop() {
        steps += 1;
        if steps > 200 {
            break;
        }
        match value {
            Value::String(text) if !text.trim().is_empty() && text.len() <= LONGEST => {
                out.push((plain(text), organisation))
            }
            Value::Number(number) => out.push((number.to_string(), organisation)),
            Value::Array(list) => waiting.extend(list.iter().rev().map(|value| (value, organisation))),
            Value::Object(object) => {
                let organisation = types(object).any(|kind| kind.ends_with("Organization"));
                let inner = object.get("name").or_else(|| object.get("@value")).or_else(|| referred(object, all));
                let inner = inner.or_else(|| object.get("@id").filter(|_| object.len() <= 2));
                waiting.extend(inner.map(|inner| (inner, organisation)));
            }
            _ => {}
        }
    }
    out
}

fn referred<'v>(object: &Map<String, Value>, all: &'v [Map<String, Value>]) -> Option<&'v Value> {
    let id = object.get("@id")?.as_str()?;
    all.iter().find(|other| other.get("@id").and_then(Value::as_str) == Some(id))?.get("name")
}

/// A value without the markup and the entities that some sites leave in it.
pub(in crate::read::html) fn plain(value: &str) -> String {
    if !value.contains(['<', '&']) {
        return value.trim().to_owned();
    }
    let fragment = scraper::Html::parse_fragment(&super::super::guard::guard(value).0);
    let text: String = fragment.root_element().text().collect();
    text.trim().to_owned()
}

/// Fields of a script that is no JSON, each found by its key alone.
fn salvage(text: &str) -> Vec<Clue> {
    let keys = [
        ("headline", Field::Title, 0.8),
        ("datePublished", Field::Published, 0.85),
        ("dateModified", Field::Modified, 0.8),
    ];
    let mut clues: Vec<_> = keys
        .iter()
        .filter_map(|(key, field, confidence)| Some(clue(*field, &string_after(text, key)?, *confidence)))
        .collect();
    let author =
        text.find("\"author\"").and_then(|at| text.get(at..)).and_then(|rest| string_after(head(rest, 400), "name"));
    clues.extend(author.map(|name| clue(Field::Author, &name, 0.75)));
    clues
}

fn string_after(text: &str, key: &str) -> Option<String> {
    let at = text.find(&format!("\"{key}\""))?;
    let rest = text.get(at + key.len() + 2..)?.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    let end = rest.find('"')?;
    rest.get(..end).filter(|value| !value.is_empty() && value.len() <= LONGEST).map(plain)
}

#[cfg(test)]
mod tests {
    use super::{Stated, read};
    use crate::article::Field;
    use crate::read::html::page::Page;

    fn stated(json: &str) -> Stated {
        let html = format!("<script type='application/ld+json'>{json}</script>");
        let tree = scraper::Html::parse_document(&html);
        read(&Page::new(&tree))
    }

    fn check(json: &str, wanted: &[(Field, &str)]) {
        let found = stated(json);
        for (field, value) in wanted {
            assert!(found.clues.iter().any(|clue| clue.field == *field && clue.value == *value), "{value} in {json}");
        }
    }

    #[test]
    fn an_article_states_its_fields() {
        check(
            r#"{"@type":"NewsArticle","headline":"Tide &amp; time","author":[{"@type":"Person","name":"Ana Brod"},"Ilo Kerr"],
            "datePublished":"2019-03-04T05:06:07Z","dateModified":"2019-03-05","publisher":{"name":"The Quay"},"inLanguage":"en"}"#,
            &[
                (Field::Title, "Tide & time"),
                (Field::Author, "Ana Brod"),
                (Field::Author, "Ilo Kerr"),
                (Field::Published, "2019-03-04T05:06:07Z"),
                (Field::Modified, "2019-03-05"),
                (Field::Site, "The Quay"),
                (Field::Language, "en"),
            ],
        );
    }

    #[test]
    fn references_in_a_graph_are_followed() {
        check(
            r##"{"@graph":[{"@type":"Article","headline":"A","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Ana Brod"}]}"##,
            &[(Field::Author, "Ana Brod"), (Field::Title, "A")],
        );
    }

    #[test]
    fn broken_scripts_are_mended_or_searched() {
        check("{\"@type\":\"Article\",\"headline\":\"A\nB\",}", &[(Field::Title, "A B")]);
        check("<!-- {\"@type\":\"Article\",\"headline\":\"A\"} -->", &[(Field::Title, "A")]);
        check(
            "{\"@type\":\"Article\",\"headline\":\"A\" \"datePublished\": \"2019-01-02\", \"author\": {\"name\":\"Ana\"",
            &[(Field::Title, "A"), (Field::Published, "2019-01-02"), (Field::Author, "Ana")],
        );
    }

    #[test]
    fn other_articles_of_a_list_give_nothing() {
        let found = stated(
            r#"[{"@type":"Article","headline":"Mine"},{"@type":"Article","headline":"Other"},
            {"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"Third"}]}]"#,
        );
        let titles: Vec<_> = found.clues.iter().map(|clue| clue.value.as_str()).collect();
        assert_eq!(titles, ["Mine"]);
    }

    #[test]
    fn a_film_inside_an_article_has_makers_and_a_day_of_its_own() {
        let film = r#"{"@type":"VideoObject","name":"Tide","author":{"name":"Ilo Kerr"},"uploadDate":"2018-01-02"}"#;
        let found = stated(&format!(r#"[{{"@type":"NewsArticle","headline":"Mine"}},{film}]"#));
        assert!(found.clues.iter().all(|clue| clue.value == "Mine"));
        check(film, &[(Field::Author, "Ilo Kerr"), (Field::Published, "2018-01-02")]);
    }

    #[test]
    fn what_is_no_article_states_its_day_too() {
        check(
            r#"{"@type":"HowTo","name":"A table","datePublished":"2022-01-10"}"#,
            &[(Field::Published, "2022-01-10")],
        );
    }

    #[test]
    fn an_organisation_is_a_weak_author() {
        let found = stated(r#"{"@type":"Article","author":{"@type":"Organization","name":"The Quay"}}"#);
        assert!(found.clues.iter().all(|clue| clue.confidence <= 0.5));
    }

    #[test]
    fn a_depth_bomb_is_left_alone() {
        assert!(stated(&"[".repeat(100_000)).clues.is_empty());
    }
}
