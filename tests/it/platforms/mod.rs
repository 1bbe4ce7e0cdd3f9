//! A page of our own for every platform and variant: title, authors, day, thread, and what must not be in any text.
//!
//! The markup is that of the platform, the words are invented. What a page tells is asserted through the same call
//! that `byline extract` makes.

mod blogger;
mod blogs;
mod boards;
mod containers;
mod discourse;
mod embeds;
mod files;
mod invision;
mod languages;
mod news;
mod phpbb;
mod plugins;
mod questions;
mod records;
mod variants;
mod vbulletin;
mod wordpress;
mod xenforo;

use byline::article::{Article, When};
use byline::ingest::{Outcome, extract_bytes};

/// What was told of one page.
pub(super) struct Told {
    article: Article,
}

/// Reads a page saved from an address.
pub(super) fn page(url: &str, html: &str) -> Told {
    file("page.html", Some(url), html.as_bytes())
}

/// Reads the bytes of a file of any form, which must hold one article.
pub(super) fn file(path: &str, url: Option<&str>, bytes: &[u8]) -> Told {
    let mut all = files_of(path, url, bytes);
    assert_eq!(all.len(), 1, "articles in {path}");
    all.remove(0)
}

/// Reads the bytes of a file of any form: its articles in order.
pub(super) fn files_of(path: &str, url: Option<&str>, bytes: &[u8]) -> Vec<Told> {
    let (items, _) = extract_bytes(path, url, bytes.to_vec());
    let articles = items.into_iter().filter_map(|item| match item.outcome {
        Outcome::Article(article) => Some(Told { article: *article }),
        Outcome::Comment(_) => None,
    });
    articles.collect()
}

fn day(when: Option<&When>) -> String {
    when.map_or("-".to_owned(), |when| when.value.get(..10).unwrap_or(&when.value).to_owned())
}

fn line(text: &str) -> String {
    text.replace("\n\n", " / ").replace('\n', " ")
}

impl Told {
    /// The title.
    pub(super) fn titled(self, title: &str) -> Told {
        assert_eq!(self.article.title, title);
        self
    }

    /// The names of the authors.
    pub(super) fn by(self, names: &[&str]) -> Told {
        let found: Vec<&str> = self.article.authors.iter().map(|author| author.name.as_str()).collect();
        assert_eq!(found, names);
        self
    }

    /// The day of publication; `-` for none.
    pub(super) fn on(self, wanted: &str) -> Told {
        assert_eq!(day(self.article.date.as_ref()), wanted);
        self
    }

    /// The text, ` / ` between its paragraphs.
    pub(super) fn says(self, text: &str) -> Told {
        assert_eq!(line(&self.article.text), text);
        self
    }

    /// The comments as `name | day | number of the one it answers | text`, numbered from 1; pingbacks begin with `pingback`.
    pub(super) fn thread(self, wanted: &[&str]) -> Told {
        let ids: Vec<&str> = self.article.comments.iter().map(|comment| comment.id.as_str()).collect();
        let told = self.article.comments.iter().map(|comment| {
            let name = comment.author.as_ref().map_or("-", |author| author.name.as_str());
            let parent = comment.parent.as_ref().and_then(|parent| ids.iter().position(|id| id == parent));
            let parent = parent.map_or("-".to_owned(), |turn| (turn + 1).to_string());
            let kind = if comment.kind == byline::article::Kind::Pingback { "pingback " } else { "" };
            format!("{kind}{name} | {} | {parent} | {}", day(comment.date.as_ref()), line(&comment.text))
        });
        let told: Vec<String> = told.collect();
        assert_eq!(told, wanted);
        self
    }

    /// Words that stand in no text, neither the article's nor a comment's.
    pub(super) fn lacks(self, words: &[&str]) -> Told {
        let comments = self.article.comments.iter().map(|comment| comment.text.as_str());
        for text in comments.chain([self.article.text.as_str()]) {
            for word in words {
                assert!(!text.contains(word), "`{word}` in {text}");
            }
        }
        self
    }

    /// What counts as quoted of the comment with this number.
    pub(super) fn quotes(self, number: usize, wanted: &[&str]) -> Told {
        let comment = &self.article.comments[number - 1];
        let quoted: Vec<&str> = comment.quoted.iter().map(|span| span.of(&comment.text)).collect();
        assert_eq!(quoted, wanted);
        self
    }

    /// The platform's own ids of the comments.
    pub(super) fn ids(self, wanted: &[&str]) -> Told {
        let ids: Vec<&str> = self.article.comments.iter().map(|comment| comment.id.as_str()).collect();
        assert_eq!(ids, wanted);
        self
    }

    /// The site's name.
    pub(super) fn site(self, wanted: &str) -> Told {
        assert_eq!(self.article.site.as_deref(), Some(wanted));
        self
    }

    /// What stands beside the text.
    pub(super) fn asides(self, wanted: &[&str]) -> Told {
        let asides: Vec<&str> = self.article.asides.iter().map(|aside| aside.text.as_str()).collect();
        assert_eq!(asides, wanted);
        self
    }

    /// The notes about the page.
    pub(super) fn notes(self, wanted: &[&str]) -> Told {
        assert_eq!(self.article.notes, wanted);
        self
    }
}
