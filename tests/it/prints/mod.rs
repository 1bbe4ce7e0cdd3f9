//! Whole printed pages, invented ones, and everything that must come out of them: title, authors, day, and the thread.
//!
//! In: pages as text browsers, "save as text" and "copy all" leave them, one file a page, in folders by language. Out: nothing.
//! The pages vary in what stands before the title, how bylines and heads are written and where, how answers are set off,
//! and what stands between and behind the comments.

mod dutch;
mod english;
mod french;
mod german;
mod italian;
mod later;
mod mixed;
mod news;
mod polish;
mod portuguese;
mod russian;
mod spanish;

use byline::article::{Article, Comment, Kind};
use byline::ingest::{Outcome, extract_bytes};

/// Lines that stand around comments and are never part of one.
const FURNITURE: [&str; 22] = [
    "Reply",
    "Like",
    "Share",
    "Report",
    "Delete",
    "ReplyDelete",
    "Replies",
    "Permalink",
    "Advertisements",
    "Antworten",
    "Antworten ↓",
    "Répondre",
    "Responder",
    "Rispondi",
    "Beantwoorden",
    "Odpowiedz",
    "Ответить",
    "Report this ad",
    "Leave a comment",
    "Leave a Reply",
    "Post a Comment",
    "Comments are closed.",
];

/// A page that was read.
struct Printed(Article);

/// Reads a page.
fn print(page: &str) -> Printed {
    let (mut items, _) = extract_bytes("page.txt", None, page.as_bytes().to_vec());
    assert_eq!(items.len(), 1, "a print is one page");
    match items.remove(0).outcome {
        Outcome::Article(article) => Printed(*article),
        other => panic!("an article and not {other:?}"),
    }
}

impl Printed {
    fn title(&self, title: &str) -> &Printed {
        assert_eq!(self.0.title, title);
        self
    }

    fn authors(&self, names: &[&str]) -> &Printed {
        let found: Vec<&str> = self.0.authors.iter().map(|author| author.name.as_str()).collect();
        assert_eq!(found, names);
        self
    }

    fn day(&self, day: &str) -> &Printed {
        let found = self.0.date.as_ref().map(|date| date.value.as_str().get(..10).unwrap_or(&date.value));
        assert_eq!(found, Some(day));
        self
    }

    fn undated(&self) -> &Printed {
        assert_eq!(self.0.date.as_ref().map(|date| date.value.as_str()), None);
        self
    }

    /// The thread without its pingbacks, and no line of furniture in it.
    fn comments(&self, expected: &[Said]) {
        let comments: Vec<&Comment> = self.0.comments.iter().filter(|comment| comment.kind == Kind::Comment).collect();
        let found: Vec<Said> = comments.iter().map(|comment| seen(comment, &comments)).collect();
        let expected: Vec<Said> = expected
            .iter()
            .zip(&comments)
            .map(|(said, comment)| said.cut(comment))
            .chain(expected.iter().skip(comments.len()).cloned())
            .collect();
        assert_eq!(found, expected);
        for comment in comments {
            let odd = comment.text.lines().find(|line| FURNITURE.contains(&line.trim()));
            assert_eq!(odd, None, "in {}", comment.text);
            assert!(self.0.text.find(&comment.text).is_none(), "also in the article: {}", comment.text);
        }
    }
}

/// A comment: who, on which day (nothing where the page tells none), its first words, which of the comments it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    name: String,
    day: String,
    words: String,
    parent: Option<usize>,
}

fn said(name: &str, day: &str, words: &str) -> Said {
    Said { name: name.to_owned(), day: day.to_owned(), words: words.to_owned(), parent: None }
}

impl Said {
    fn to(self, parent: usize) -> Said {
        Said { parent: Some(parent), ..self }
    }

    /// With the whole text of a comment that begins with the words expected.
    fn cut(&self, comment: &Comment) -> Said {
        let words = if comment.text.starts_with(&self.words) { comment.text.clone() } else { self.words.clone() };
        Said { words, ..self.clone() }
    }
}

fn seen(comment: &Comment, all: &[&Comment]) -> Said {
    let day = comment.date.as_ref().map(|date| date.value.chars().take(10).collect());
    Said {
        name: comment.author.as_ref().map_or_else(String::new, |author| author.name.clone()),
        day: day.unwrap_or_default(),
        words: comment.text.clone(),
        parent: comment.parent.as_ref().and_then(|parent| all.iter().position(|other| other.id == *parent)),
    }
}
