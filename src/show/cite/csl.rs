//! A citation as CSL-JSON.
//!
//! In: a [`Citation`]. Out: an array of one item; `date-parts` hold what is known of the day, `custom` the passage and where
//! it stands.

use super::{passage, place, title};
use crate::article::Kind;
use crate::ask::Citation;
use crate::show::harmless::{harmless_json, one_line};
use serde_json::{Map, Value, json};

pub(super) fn items(citation: &Citation) -> String {
    let mut item = Map::new();
    let mut put = |key: &str, value: Option<Value>| item.extend(value.map(|value| (key.to_owned(), value)));
    let kind = match citation.kind {
        Kind::Article => "webpage",
        Kind::Comment | Kind::Pingback => "post",
    };
    let names: Vec<Value> = citation.authors.iter().map(|name| json!({ "literal": one_line(name) })).collect();
    put("id", Some(json!(citation.id)));
    put("type", Some(json!(kind)));
    put("title", Some(json!(title(citation))));
    put("author", Some(json!(names)).filter(|_| !names.is_empty()));
    put("issued", citation.date.as_ref().map(|date| json!({ "date-parts": [date.parts()] })));
    put("container-title", citation.site.as_ref().map(|site| json!(one_line(site))));
    put("URL", citation.url.as_ref().map(|url| json!(url)));
    put("language", citation.language.as_ref().map(|language| json!(language)));
    put("note", Some(json!(place(citation))));
    put("custom", citation.passage.as_ref().map(|_| custom(citation)));
    let text = serde_json::to_string_pretty(&json!([item])).unwrap_or_default();
    format!("{}\n", harmless_json(&text))
}

fn custom(citation: &Citation) -> Value {
    let source = citation.passage.as_ref().map(|passage| [passage.source.from, passage.source.to]);
    let precision = citation.date.as_ref().map(|date| date.precision);
    json!({ "passage": passage(citation), "bytes": source, "path": citation.path, "precision": precision })
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::items;
    use serde_json::{Value, json};

    #[test]
    fn it_is_an_item_whose_day_is_as_exact_as_it_is_known() {
        let items: Value = serde_json::from_str(&items(&sample())).expect("JSON");
        let item = &items[0];
        assert_eq!(item["issued"], json!({ "date-parts": [[2017, 7]] }));
        assert_eq!(item["author"], json!([{ "literal": "Ann Marsh" }, { "literal": "Marsh and Sons, Ltd" }]));
        assert_eq!(item["custom"]["passage"], "A *toll* is a tax.");
        assert_eq!((&item["custom"]["bytes"], &item["custom"]["precision"]), (&json!([10, 28]), &json!("month")));
        assert_eq!(item["type"], "webpage");
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let bare = crate::ask::Citation {
            authors: Vec::new(),
            date: None,
            site: None,
            url: None,
            language: None,
            passage: None,
            ..sample()
        };
        let items: Value = serde_json::from_str(&items(&bare)).expect("JSON");
        let keys: Vec<&str> = items[0].as_object().expect("an item").keys().map(String::as_str).collect();
        assert_eq!(keys, ["id", "type", "title", "note"]);
    }
}
