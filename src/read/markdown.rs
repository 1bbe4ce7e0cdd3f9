//! Markdown, with front matter in YAML or TOML, or none.
//!
//! In: bytes. Out: one draft: the keys of the front matter as clues, the body as blocks. Markdown holds no comments.
//! Which clue counts is left to `enrich`.

use super::{Input, Reader, Reading, charset, staticman};
use crate::article::{Block, BlockKind, Draft, Field, Item, Note};
use crate::source::{Medium, recognise};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde_json::{Map, Value};

/// The reader of Markdown.
pub struct Markdown;

/// Keys of front matter, as the makers of sites write them, and the field each speaks for.
const KEYS: &[(&str, Field)] = &[
    ("title", Field::Title),
    ("author", Field::Author),
    ("authors", Field::Author),
    ("byline", Field::Author),
    ("date", Field::Published),
    ("published", Field::Published),
    ("publishdate", Field::Published),
    ("pubdate", Field::Published),
    ("date_published", Field::Published),
    ("modified", Field::Modified),
    ("updated", Field::Modified),
    ("lastmod", Field::Modified),
    ("last_modified_at", Field::Modified),
    ("url", Field::Url),
    ("canonical", Field::Url),
    ("canonical_url", Field::Url),
    ("source", Field::Url),
    ("link", Field::Url),
    ("site", Field::Site),
    ("site_name", Field::Site),
    ("publication", Field::Site),
    ("publisher", Field::Site),
    ("language", Field::Language),
    ("lang", Field::Language),
    ("locale", Field::Language),
    ("tags", Field::Tag),
    ("tag", Field::Tag),
    ("categories", Field::Tag),
    ("category", Field::Tag),
    ("keywords", Field::Tag),
    ("section", Field::Tag),
];

impl Reader for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn fits(&self, input: Input<'_>) -> f32 {
        let named = input.ends_in(&["md", "markdown", "mdown", "mkd"]);
        let is_text = matches!(recognise(input.bytes), Medium::Text | Medium::Html);
        let bytes = input.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input.bytes);
        let fenced = bytes.starts_with(b"---\n") || bytes.starts_with(b"---\r\n") || bytes.starts_with(b"+++");
        match (is_text, named, fenced) {
            (true, true, _) => 1.0,
            (true, false, true) => 0.9,
            _ => 0.0,
        }
    }

    fn read(&self, input: Input<'_>) -> Reading {
        let (text, note) = charset::decode(input.bytes);
        let id = staticman::post_id(input.path);
        let mut draft = Draft { id, notes: note.into_iter().collect(), ..Draft::default() };
        if let Some(url) = input.url {
            draft.clue(Field::Url, url, "address", 0.6);
        }
        let (front, body) = split(&text);
        if let Some(front) = front {
            front_matter(&mut draft, &front);
        }
        Body::new(&mut draft).read(body);
        Reading { items: vec![Item::Page(Box::new(draft))], notes: Vec::new() }
    }
}

/// The blocks of a text in Markdown that another form holds.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut draft = Draft::default();
    Body::new(&mut draft).read(text);
    draft.blocks
}

enum Front<'a> {
    Yaml(&'a str),
    Toml(&'a str),
}

/// Parts the front matter from the body; a fence that is never closed is a rule, not front matter.
fn split(text: &str) -> (Option<Front<'_>>, &str) {
    for fence in ["---", "+++"] {
        let Some(rest) =
            text.strip_prefix(fence).and_then(|rest| rest.trim_start_matches([' ', '\t']).strip_prefix('\n'))
        else {
            continue;
        };
        let close = format!("\n{fence}");
        let at = if rest.starts_with(fence) { Some(0) } else { rest.find(&close).map(|at| at + 1) };
        let Some((front, body)) = at.and_then(|at| rest.split_at_checked(at)) else { continue };
        let body = body.split_once('\n').map_or("", |(_, body)| body);
        return (Some(if fence == "---" { Front::Yaml(front) } else { Front::Toml(front) }), body);
    }
    (None, text)
}

fn front_matter(draft: &mut Draft, front: &Front<'_>) {
    let (parsed, form) = match front {
        Front::Yaml(text) => (serde_saphyr::from_str::<Value>(text).map_err(|error| error.to_string()), "YAML"),
        Front::Toml(text) => (toml::from_str::<Value>(text).map_err(|error| error.message().to_owned()), "TOML"),
    };
    match parsed {
        Ok(Value::Object(map)) => clues(draft, &map),
        Ok(_) => draft.notes.push(Note::new("front matter holds no keys; left out")),
        Err(message) => {
            let first = message.lines().next().unwrap_or("").to_lowercase();
            draft.notes.push(Note::new(format!("front matter is no {form}: {first}; left out")));
        }
    }
}

fn clues(draft: &mut Draft, map: &Map<String, Value>) {
    for (key, value) in map {
        let key = key.to_lowercase().replace('-', "_");
        if let Some((_, field)) = KEYS.iter().find(|(name, _)| *name == key) {
            clue(draft, *field, value, &format!("front-matter:{key}"));
        }
    }
}

/// A clue from a string, from each of a list, from the name in an object.
fn clue(draft: &mut Draft, field: Field, value: &Value, from: &str) {
    match value {
        Value::String(text) => draft.clue(field, text, from, 0.95),
        Value::Number(number) => draft.clue(field, &number.to_string(), from, 0.95),
        Value::Array(values) => values.iter().for_each(|value| clue(draft, field, value, from)),
        Value::Object(map) => {
            if let Some(value) = map.get("name").or_else(|| map.values().next().filter(|value| value.is_string())) {
                clue(draft, field, value, from);
            }
        }
        Value::Bool(_) | Value::Null => {}
    }
}

/// Turns the events of the body into blocks.
struct Body<'a> {
    draft: &'a mut Draft,
    text: String,
    /// Depth of block quotes around.
    quotes: usize,
    /// Kind of the block being read, where it is not a paragraph.
    kind: Option<BlockKind>,
    /// Inside a heading of the first level.
    is_title: bool,
    /// Pictures around: their text is a caption.
    pictures: usize,
    caption: String,
}

impl<'a> Body<'a> {
    fn new(draft: &'a mut Draft) -> Body<'a> {
        Body { draft, text: String::new(), quotes: 0, kind: None, is_title: false, pictures: 0, caption: String::new() }
    }

    fn read(mut self, body: &str) {
        for event in Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(tag) => self.start(&tag),
                Event::End(tag) => self.end(tag),
                Event::Text(text) | Event::Code(text) => self.push(&text),
                Event::SoftBreak => self.push(" "),
                Event::HardBreak => self.push("\n"),
                _ => {}
            }
        }
        self.flush();
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::Heading { level, .. } => {
                self.flush();
                self.kind = Some(BlockKind::Heading);
                self.is_title = *level == HeadingLevel::H1;
            }
            Tag::Item => {
                self.flush();
                self.kind = Some(BlockKind::ListItem);
            }
            Tag::Image { .. } => self.pictures += 1,
            Tag::TableCell => self.push(" "),
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::TableHead | Tag::TableRow if self.kind.is_none() => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes -= 1;
            }
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Image => {
                self.pictures -= 1;
                let caption = std::mem::take(&mut self.caption);
                self.block(BlockKind::Caption, &caption);
            }
            TagEnd::Item | TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::TableHead | TagEnd::TableRow => self.flush(),
            _ => {}
        }
    }

    /// The first heading of the first level is the title where nothing else has said it yet.
    fn end_heading(&mut self) {
        let is_first = self.is_title && self.draft.blocks.iter().all(|block| block.kind == BlockKind::Caption);
        if is_first {
            let title = std::mem::take(&mut self.text);
            self.draft.clue(Field::Title, &title, "heading", 0.8);
        }
        self.is_title = false;
        self.flush();
    }

    fn push(&mut self, text: &str) {
        if self.pictures > 0 { self.caption.push_str(text) } else { self.text.push_str(text) }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let kind = match self.kind.take() {
            _ if self.quotes > 0 => BlockKind::Quote,
            Some(kind) => kind,
            None => BlockKind::Paragraph,
        };
        self.block(kind, &text);
    }

    fn block(&mut self, kind: BlockKind, text: &str) {
        if !text.trim().is_empty() {
            self.draft.blocks.push(Block { kind, text: text.trim().to_owned() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Markdown;
    use crate::article::{BlockKind, Draft, Field, Item};
    use crate::read::{Input, Reader};

    fn read(text: &str) -> Draft {
        let reading = Markdown.read(Input { path: "a.md", url: None, bytes: text.as_bytes() });
        match reading.items.into_iter().next() {
            Some(Item::Page(draft)) => *draft,
            _ => Draft::default(),
        }
    }

    fn values(draft: &Draft, field: Field) -> Vec<&str> {
        draft.clues_for(field).map(|clue| clue.value.as_str()).collect()
    }

    fn blocks(draft: &Draft) -> Vec<(BlockKind, &str)> {
        draft.blocks.iter().map(|block| (block.kind, block.text.as_str())).collect()
    }

    #[test]
    fn front_matter_in_yaml_speaks_for_the_fields() {
        let draft = read(concat!(
            "---\ntitle: \"Rain: a history\"\nauthors:\n  - Ann Ost\n  - name: Bo Tarn\ndate: 2017-07-12\n",
            "lastmod: 2018-01-01\ntags: [rain, lake]\nlang: en\ncanonical-url: https://example.org/rain\nlayout: post\n---\nText.\n"
        ));
        assert_eq!(values(&draft, Field::Title), ["Rain: a history"]);
        assert_eq!(values(&draft, Field::Author), ["Ann Ost", "Bo Tarn"]);
        assert_eq!(values(&draft, Field::Published), ["2017-07-12"]);
        assert_eq!(values(&draft, Field::Modified), ["2018-01-01"]);
        assert_eq!(values(&draft, Field::Tag), ["rain", "lake"]);
        assert_eq!(values(&draft, Field::Language), ["en"]);
        assert_eq!(values(&draft, Field::Url), ["https://example.org/rain"]);
        assert_eq!(blocks(&draft), [(BlockKind::Paragraph, "Text.")]);
        assert!(draft.notes.is_empty());
    }

    #[test]
    fn front_matter_in_toml_is_read_too() {
        let draft = read("+++\ntitle = \"Rain\"\ndate = 2017-07-12T09:30:00Z\nauthors = [\"Ann Ost\"]\n+++\n\nText.\n");
        assert_eq!(values(&draft, Field::Title), ["Rain"]);
        assert_eq!(values(&draft, Field::Author), ["Ann Ost"]);
        assert_eq!(values(&draft, Field::Published), ["2017-07-12T09:30:00Z"]);
    }

    #[test]
    fn the_body_comes_as_blocks() {
        let draft = read(concat!(
            "# Rain\n\nIt *rained* and\nrained.\n\n## Later\n\n> She said\n> so.\n\n- one\n- two\n\n",
            "![The lake, 2016](lake.jpg)\n\nMore [here](x).\n\n| a | b |\n|---|---|\n| c | d |\n"
        ));
        assert_eq!(values(&draft, Field::Title), ["Rain"]);
        assert_eq!(
            blocks(&draft),
            [
                (BlockKind::Paragraph, "It rained and rained."),
                (BlockKind::Heading, "Later"),
                (BlockKind::Quote, "She said so."),
                (BlockKind::ListItem, "one"),
                (BlockKind::ListItem, "two"),
                (BlockKind::Caption, "The lake, 2016"),
                (BlockKind::Paragraph, "More here."),
                (BlockKind::Paragraph, "a b"),
                (BlockKind::Paragraph, "c d"),
            ]
        );
    }

    #[test]
    fn broken_front_matter_is_a_note_and_the_body_is_read() {
        let draft = read("---\ntitle: [oops\n---\nText.\n");
        assert_eq!(draft.notes.len(), 1);
        assert_eq!(blocks(&draft), [(BlockKind::Paragraph, "Text.")]);
        assert_eq!(blocks(&read("---\nnever closed\n")).last(), Some(&(BlockKind::Paragraph, "never closed")));
        assert!(values(&read("---\n---\nText."), Field::Title).is_empty());
    }
}
