//! Feeds: RSS, Atom, RDF, and the export of WordPress, which is RSS with comments.
//!
//! In: bytes of XML. Out: a draft an entry; of an export also its comments with their parents. Drafts, revisions,
//! attachments and unapproved comments of an export are left out.

use super::html::fragment;
use super::xml::{self, Element};
use super::{Input, Reader, Reading, charset};
use crate::article::{Block, CommentDraft, Draft, Field, Item, Note};
use crate::source::{Medium, recognise};

/// The reader of feeds.
pub struct Feed;

impl Reader for Feed {
    fn name(&self) -> &'static str {
        "feed"
    }

    fn fits(&self, input: Input<'_>) -> f32 {
        let head = String::from_utf8_lossy(input.bytes.get(..4096).unwrap_or(input.bytes)).to_lowercase();
        let is_feed = ["<rss", "<feed", "<rdf:rdf"].iter().any(|root| head.contains(root));
        match recognise(input.bytes) {
            Medium::Xml if is_feed => 1.0,
            Medium::Xml => 0.1,
            _ => 0.0,
        }
    }

    fn read(&self, input: Input<'_>) -> Reading {
        let (text, note) = charset::decode(input.bytes);
        let (root, odd) = xml::parse(&text);
        let mut reading = Reading { items: Vec::new(), notes: note.into_iter().chain(odd.map(Note::new)).collect() };
        let mut entries = root.below("item");
        entries.extend(root.below("entry"));
        for (number, entry) in (1..).zip(entries) {
            if is_published(entry) {
                reading.items.push(Item::Page(Box::new(draft(&root, entry, number))));
            }
        }
        if reading.items.is_empty() {
            reading.notes.push(Note::new("no entry that can be read"));
        }
        reading
    }
}

/// Of an export only posts and pages that were published; a feed holds nothing else.
fn is_published(entry: &Element) -> bool {
    let kind = entry.said(&["wp:post_type"]).unwrap_or("post");
    let status = entry.said(&["wp:status"]).unwrap_or("publish");
    matches!(kind, "post" | "page") && status == "publish"
}

fn draft(root: &Element, entry: &Element, number: usize) -> Draft {
    let mut draft = Draft { item: Some(number.to_string()), ..Draft::default() };
    let from = |name: &str| format!("feed:{name}");
    let mut clue =
        |field, value: Option<&str>, name: &str, sure| draft.clue(field, value.unwrap_or(""), &from(name), sure);
    let title = entry.said(&["title"]).map(plain);
    clue(Field::Title, title.as_deref(), "title", 0.95);
    clue(
        Field::Published,
        entry.said(&["wp:post_date", "pubDate", "published", "dc:date", "issued"]),
        "published",
        0.95,
    );
    clue(Field::Modified, entry.said(&["updated", "wp:post_modified"]), "updated", 0.9);
    clue(Field::Url, address(entry), "link", 0.95);
    let channel = root.below("channel").into_iter().next().or_else(|| root.first("feed"));
    clue(Field::Site, channel.and_then(|channel| channel.said(&["title"])), "channel", 0.8);
    clue(Field::Language, channel.and_then(|channel| channel.said(&["language", "dc:language"])), "channel", 0.8);
    clue(Field::Author, Some(&authors(entry).join(" and ")), "author", 0.95);
    for tag in entry.all("category") {
        clue(Field::Tag, tag.attribute("term").or(Some(&tag.text)), "category", 0.9);
    }
    let content = entry.said(&["content:encoded", "content", "description", "summary"]).unwrap_or("");
    draft.blocks = texts(content);
    draft.comments = comments(entry);
    draft
}

/// `link` holds the address, or bears it; of several that of the page itself.
fn address(entry: &Element) -> Option<&str> {
    let is_page = |link: &&Element| link.attribute("rel").is_none_or(|rel| rel == "alternate");
    let linked = entry.all("link").find(is_page);
    let href = linked.and_then(|link| link.attribute("href")).or_else(|| linked.map(|link| link.text.trim()));
    href.filter(|href| !href.is_empty())
}

/// `dc:creator`, the names of Atom's authors, and the name in RSS's `a@example.org (Ida Quell)`.
fn authors(entry: &Element) -> Vec<String> {
    if let Some(creator) = entry.said(&["dc:creator"]) {
        return vec![creator.to_owned()];
    }
    let named = entry.all("author").map(|author| match author.said(&["name"]) {
        Some(name) => name.to_owned(),
        None => bracketed(&author.text),
    });
    named.filter(|name| !name.is_empty()).collect()
}

fn bracketed(author: &str) -> String {
    let inner = author.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(name, _)| name);
    let name = inner.unwrap_or(author).trim();
    if name.contains('@') { String::new() } else { name.to_owned() }
}

fn comments(entry: &Element) -> Vec<CommentDraft> {
    let kept: Vec<&Element> = entry
        .all("wp:comment")
        .filter(|comment| comment.said(&["wp:comment_approved"]).is_none_or(|state| state == "1"))
        .collect();
    let id = |comment: &Element| comment.said(&["wp:comment_id"]).map(str::to_owned);
    let ids: Vec<Option<String>> = kept.iter().map(|comment| id(comment)).collect();
    let draft = |comment: &&Element| {
        let kind = comment.said(&["wp:comment_type"]).unwrap_or("");
        let parent = comment.said(&["wp:comment_parent"]).filter(|parent| *parent != "0");
        CommentDraft {
            id: id(comment),
            pingback: matches!(kind, "pingback" | "trackback"),
            author: comment.said(&["wp:comment_author"]).map(str::to_owned),
            date: comment.said(&["wp:comment_date"]).map(str::to_owned),
            url: None,
            blocks: texts(comment.said(&["wp:comment_content"]).unwrap_or("")),
            parent: parent.and_then(|parent| ids.iter().position(|id| id.as_deref() == Some(parent))),
        }
    };
    kept.iter().map(draft).collect()
}

/// Blocks of a text that is HTML, or plain with line ends for paragraphs, as WordPress keeps it.
fn texts(content: &str) -> Vec<Block> {
    if ["<p", "<div", "<br", "<li"].iter().any(|tag| content.contains(tag)) {
        return fragment(content);
    }
    let paragraphs = content.split("\n\n").map(|part| part.replace('\n', "<br>"));
    fragment(&paragraphs.map(|part| format!("<p>{part}</p>")).collect::<String>())
}

/// A title without markup.
fn plain(title: &str) -> String {
    fragment(title).into_iter().map(|block| block.text).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Feed;
    use crate::article::{Draft, Field, Item};
    use crate::read::{Input, Reader};

    fn read(text: &str) -> Vec<Draft> {
        let reading = Feed.read(Input { path: "feed.xml", url: None, bytes: text.as_bytes() });
        let drafts = reading.items.into_iter().filter_map(|item| match item {
            Item::Page(draft) => Some(*draft),
            _ => None,
        });
        drafts.collect()
    }

    fn value(draft: Option<&Draft>, field: Field) -> Option<&str> {
        draft.and_then(|draft| draft.clues_for(field).next()).map(|clue| clue.value.as_str())
    }

    #[test]
    fn entries_of_rss_and_atom_are_pages() {
        let rss = "<?xml version='1.0'?><rss><channel><title>The Shore</title><language>en</language><item><title>Rain &amp; wind</title>\
            <link>https://example.org/rain</link><dc:creator>Ida Quell</dc:creator><pubDate>Wed, 12 Jul 2017 09:30:00 +0000</pubDate>\
            <category>weather</category><content:encoded><![CDATA[<p>It rained.</p><p>It blew.</p>]]></content:encoded></item></channel></rss>";
        let atom = "<feed><title>The Shore</title><entry><title>Rain &amp;amp; wind</title><link rel='alternate' href='https://example.org/rain'/>\
            <author><name>Ida Quell</name></author><published>2017-07-12T09:30:00Z</published><category term='weather'/>\
            <content type='html'>&lt;p&gt;It rained.&lt;/p&gt;&lt;p&gt;It blew.&lt;/p&gt;</content></entry></feed>";
        for text in [rss, atom] {
            let drafts = read(text);
            let draft = drafts.first();
            assert_eq!(value(draft, Field::Title), Some("Rain & wind"), "{text}");
            assert_eq!(value(draft, Field::Url), Some("https://example.org/rain"));
            assert_eq!(value(draft, Field::Author), Some("Ida Quell"));
            assert_eq!(value(draft, Field::Site), Some("The Shore"));
            assert_eq!(value(draft, Field::Tag), Some("weather"));
            assert!(value(draft, Field::Published).is_some_and(|day| day.contains("2017")));
            let texts: Vec<_> =
                draft.map(|draft| draft.blocks.iter().map(|block| block.text.as_str()).collect()).unwrap_or_default();
            assert_eq!(texts, ["It rained.", "It blew."]);
        }
    }

    #[test]
    fn an_export_brings_its_approved_comments_with_their_parents() {
        let comment = |id: &str, parent: &str, approved: &str, text: &str| {
            format!(
                "<wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_date>2017-07-13 10:00:00</wp:comment_date>\
                <wp:comment_content><![CDATA[{text}]]></wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>"
            )
        };
        let text = format!(
            "<rss><channel><item><title>Rain</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>2017-07-12 09:30:00</wp:post_date>\
             <content:encoded><![CDATA[It rained.\n\nIt blew.]]></content:encoded>{}{}{}</item><item><title>x</title><wp:post_type>attachment</wp:post_type></item></channel></rss>",
            comment("7", "0", "1", "No.\n\nIt did not."),
            comment("8", "0", "spam", "Buy"),
            comment("9", "7", "1", "It did.")
        );
        let drafts = read(&text);
        assert_eq!(drafts.len(), 1);
        let comments = drafts.first().map(|draft| draft.comments.clone()).unwrap_or_default();
        let parents: Vec<_> = comments.iter().map(|comment| comment.parent).collect();
        assert_eq!(parents, [None, Some(0)]);
        assert_eq!(comments.first().map(|comment| comment.blocks.len()), Some(2));
    }

    #[test]
    fn a_broken_feed_is_read_as_far_as_it_goes() {
        assert_eq!(read("<rss><channel><item><title>One</title><description>Rain").len(), 1);
        assert!(read("<rss></rss>").is_empty());
    }
}
