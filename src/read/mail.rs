//! One mail: an article, or an answer to another mail.
//!
//! In: the bytes of a mail (RFC 5322). Out: an article with its sender, day and subject; a mail that names the one it
//! answers is a comment on it, so that a box of mails becomes threads. Quoted lines of the mail answered are quotations.

use super::html::fragment;
use super::{Input, Reader, Reading};
use crate::article::{Article, Block, BlockKind, Comment, Item, Kind, Person, RECORD_VERSION, When};
use crate::source::{Medium, recognise};
use crate::text::{Span, Stamp};
use mail_parser::{Address, Message, MessageParser};

/// The reader of mails.
pub struct Mail;

/// Where its fields were taken from.
const FROM: &str = "mail header";

/// Longest subject that is kept, in characters.
const LONGEST: usize = 1_000;

impl Reader for Mail {
    fn name(&self) -> &'static str {
        "mail"
    }

    fn fits(&self, input: Input<'_>) -> f32 {
        if recognise(input.bytes) == Medium::Mail { 1.0 } else { 0.0 }
    }

    fn read(&self, input: Input<'_>) -> Reading {
        let Some(mail) = MessageParser::default().parse(input.bytes) else {
            return Reading::nothing("no mail that can be read");
        };
        let (text, quoted) = joined(&blocks(&mail));
        let id = mail.message_id().map(str::to_owned).unwrap_or_default();
        let author = mail.from().and_then(sender);
        let date = mail.date().and_then(|date| Stamp::parse(&date.to_rfc3339())).map(|day| When::new(day, FROM, 1.0));
        let item = match answered(&mail) {
            Some(parent) => Item::Comment(Box::new(Comment {
                id,
                kind: Kind::Comment,
                author,
                date,
                text,
                parent: Some(parent),
                quoted,
                ..Comment::default()
            })),
            None => Item::Article(Box::new(Article {
                version: RECORD_VERSION,
                id,
                path: input.path.to_owned(),
                title: mail.subject().unwrap_or_default().trim().chars().take(LONGEST).collect(),
                authors: author.into_iter().collect(),
                date,
                text,
                quoted,
                ..Article::default()
            })),
        };
        Reading { items: vec![item], notes: Vec::new() }
    }
}

/// The name of the sender, without one the address.
fn sender(address: &Address<'_>) -> Option<Person> {
    let first = address.first()?;
    let name = first.name().or_else(|| first.address())?.trim();
    (!name.is_empty()).then(|| Person::new(name, FROM, 1.0))
}

/// The mail that it answers: the one it names, else the last of those before it.
fn answered(mail: &Message<'_>) -> Option<String> {
    let named = |value: &mail_parser::HeaderValue<'_>| {
        value.as_text_list().and_then(|list| list.last().map(ToString::to_string))
    };
    named(mail.in_reply_to()).or_else(|| named(mail.references()))
}

/// Paragraphs of the text, and those that begin with `>` as quotations; the lines of a signature are left out.
fn blocks(mail: &Message<'_>) -> Vec<Block> {
    if mail.text_body.is_empty() || mail.text_bodies().all(|part| part.is_text_html()) {
        return mail.body_html(0).map(|html| fragment(&html)).unwrap_or_default();
    }
    let text = mail.body_text(0).unwrap_or_default().replace("\r\n", "\n");
    let text = text.split("\n-- \n").next().unwrap_or(&text).to_owned();
    let mut blocks: Vec<Block> = Vec::new();
    let mut gap = true;
    for line in text.lines() {
        let bare = line.trim_start_matches(['>', ' ']);
        let kind = if line.starts_with('>') { BlockKind::Quote } else { BlockKind::Paragraph };
        match blocks.last_mut() {
            _ if bare.trim().is_empty() => gap = true,
            Some(block) if !gap && block.kind == kind => {
                block.text.push('\n');
                block.text.push_str(bare.trim_end());
            }
            _ => {
                blocks.push(Block { kind, text: bare.trim_end().to_owned() });
                gap = false;
            }
        }
    }
    blocks
}

/// Blocks as one text with a blank line between, and where the quotations stand in it.
fn joined(blocks: &[Block]) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut quoted = Vec::new();
    for block in blocks {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let from = text.len();
        text.push_str(&block.text);
        if block.kind == BlockKind::Quote {
            quoted.push(Span::new(from, text.len()));
        }
    }
    (text, quoted)
}

#[cfg(test)]
mod tests {
    use super::Mail;
    use crate::article::Item;
    use crate::read::{Input, Reader};

    fn read(text: &str) -> Option<Item> {
        Mail.read(Input { path: "a.eml", url: None, bytes: text.as_bytes() }).items.into_iter().next()
    }

    const FIRST: &str = "From: Ida Quell <ida@example.org>\r\nDate: Wed, 12 Jul 2017 09:30:00 +0200\r\nSubject: =?utf-8?q?K=C3=BChler?= rain\r\n\
        Message-ID: <one@example.org>\r\n\r\nIt rained\r\nall day.\r\n\r\nAnd blew.\r\n-- \r\nIda\r\n";

    #[test]
    fn a_mail_is_an_article_with_sender_day_and_subject() {
        let Some(Item::Article(article)) = read(FIRST) else { unreachable!("an article") };
        assert_eq!((article.id.as_str(), article.title.as_str()), ("one@example.org", "Kühler rain"));
        assert_eq!(article.authors.first().map(|author| author.name.as_str()), Some("Ida Quell"));
        assert_eq!(article.date.map(|date| date.value).as_deref(), Some("2017-07-12T09:30:00+02:00"));
        assert_eq!(article.text, "It rained\nall day.\n\nAnd blew.");
    }

    #[test]
    fn an_answer_is_a_comment_on_the_mail_it_names_and_marks_what_it_quotes() {
        let text = "From: bo@example.org\r\nIn-Reply-To: <one@example.org>\r\nMessage-ID: <two@example.org>\r\nSubject: Re: rain\r\n\r\n> It rained\r\n> all day.\r\n\r\nNo.\r\n";
        let Some(Item::Comment(comment)) = read(text) else { unreachable!("a comment") };
        assert_eq!(comment.parent.as_deref(), Some("one@example.org"));
        assert_eq!(comment.author.map(|author| author.name).as_deref(), Some("bo@example.org"));
        let quoted: Vec<_> = comment.quoted.iter().map(|span| span.of(&comment.text)).collect();
        assert_eq!(quoted, ["It rained\nall day."]);
    }

    #[test]
    fn a_mail_in_html_alone_is_read() {
        let text = "From: bo@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>It rained.</p>";
        assert!(matches!(read(text), Some(Item::Article(article)) if article.text == "It rained."));
    }
}
