//! Names: the persons, organisations and places that a statement names.
//!
//! In: title, text and asides of a statement, and what was named before it. Out: entities with byte offsets, each
//! with the name that is shown and the key that joins. Recognisers find mentions, `resolve` says which of them mean
//! one entity. The user's own decisions are `article::Aliases`, which are applied when a question is asked.
//!
//! ```text
//!  fields ── token, run ── document ── features ── lattice, twice ──▶ mentions ── resolve ──▶ entities
//!                             ▲            ▲
//!                          lexicon ◀── model ──▶ weights
//! ```
//! What training needs is public, so that training and tagging share one file of features.

pub mod document;
pub mod features;
pub mod hash;
pub mod lattice;
pub mod lexicon;
mod lists;
mod memory;
pub mod model;
mod resolve;
pub mod run;
pub mod table;
pub mod tagger;
pub mod token;
pub mod votes;

pub use resolve::{Counted, Likely, Reason, likely};

use crate::article::{Article, Entity, EntityType, Person, Place};
use crate::text::Span;
use model::Model;
use std::sync::LazyLock;
use tagger::Tagger;

/// The committed model; its card stands beside it.
static ENGLISH: &[u8] = include_bytes!("english.bin");

static TRAINED: LazyLock<Tagger<'static>> = LazyLock::new(|| {
    Tagger::new(Model::read(ENGLISH).expect("the committed model is read whole by a test of this file"))
});

/// A field of a statement that names are looked for in.
#[derive(Debug, Clone, Copy)]
pub struct Stretch<'a> {
    /// Which field it is.
    pub place: Place,
    /// Its text; no name crosses a blank line.
    pub text: &'a str,
}

/// A mention that a recogniser found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The field it stands in.
    pub place: Place,
    /// Where in that field, in bytes, without titles, a leading article or a possessive.
    pub span: Span,
    /// Its type.
    pub kind: EntityType,
}

/// One source of evidence for names.
pub trait Recognizer: Sync {
    /// Name, for `--why`.
    fn name(&self) -> &'static str;
    /// Mentions in the fields of one statement, in the order of fields and places; none overlaps another.
    fn find(&self, fields: &[Stretch<'_>]) -> Vec<Found>;
}

/// A mark of the committed model: two indexes with one mark hold names of one model.
#[must_use]
pub fn model_mark() -> String {
    crate::article::fingerprint(ENGLISH)
}

/// Entities of an article's title, text and asides, each with the reason for its name.
#[must_use]
pub fn of_article(article: &Article) -> Vec<(Entity, Reason)> {
    let mut fields = vec![Stretch { place: Place::Title, text: &article.title }];
    fields.push(Stretch { place: Place::Text, text: &article.text });
    let asides = article.asides.iter().enumerate();
    fields.extend(asides.map(|(number, aside)| Stretch { place: Place::Aside(number), text: &aside.text }));
    let authors: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    resolve::entities(&fields, &TRAINED.find(&fields), &authors, &[])
}

/// Entities of a comment's text, each with the reason for its name. `named` are the entities named before it.
#[must_use]
pub fn of_comment(text: &str, author: Option<&Person>, named: &[Entity]) -> Vec<(Entity, Reason)> {
    let fields = [Stretch { place: Place::Text, text }];
    let authors: Vec<&str> = author.iter().map(|author| author.name.as_str()).collect();
    resolve::entities(&fields, &TRAINED.find(&fields), &authors, named)
}

#[cfg(test)]
mod tests {
    use super::document::Document;
    use super::model::{Model, ModelError, VERSION};
    use super::{ENGLISH, Place, Stretch, of_article, of_comment};
    use crate::article::Article;

    /// Texts as the fields of one document, with the committed lexicon.
    pub(super) fn documents<'a>(texts: &[&'a str]) -> Document<'a> {
        let place = |(number, text): (usize, &&'a str)| Stretch { place: Place::Aside(number), text };
        let fields: Vec<Stretch<'a>> = texts.iter().enumerate().map(place).collect();
        Document::new(&fields, &Model::read(ENGLISH).expect("the committed model").lexicon)
    }

    pub(super) fn document(text: &str) -> Document<'_> {
        documents(&[text])
    }

    fn found(text: &str) -> Vec<String> {
        of_comment(text, None, &[]).into_iter().map(|(entity, _)| format!("{} {}", entity.kind, entity.name)).collect()
    }

    #[test]
    fn the_committed_model_is_read_whole() {
        assert!(Model::read(ENGLISH).is_ok());
        assert!(ENGLISH.len() <= 4_000_000, "the model and its resources take at most 4 MB");
    }

    #[test]
    fn a_model_of_another_kind_version_or_with_a_changed_byte_is_refused() {
        assert_eq!(Model::read(b"something else").err(), Some(ModelError::Foreign));
        let mut other = ENGLISH.to_vec();
        other[12] = 99;
        assert_eq!(Model::read(&other).err(), Some(ModelError::Version(99)));
        let mut damaged = ENGLISH.to_vec();
        let last = damaged.len() - 1;
        damaged[last] ^= 1;
        assert_eq!(Model::read(&damaged).err(), Some(ModelError::Damaged));
        assert_eq!(Model::read(&ENGLISH[..1000]).err(), Some(ModelError::Damaged));
        assert!(ModelError::Version(99).to_string().contains(&VERSION.to_string()));
    }

    #[test]
    fn names_stand_in_title_text_and_asides_by_their_bytes() {
        let article = Article {
            title: "Ärger in London".to_owned(),
            text: "Prime Minister Boris Johnson said “no”.\n\nJohnson’s office moved to Paris.".to_owned(),
            asides: vec![crate::article::Aside {
                kind: crate::article::AsideKind::About,
                text: "Ada Lund is a lecturer at the University of Oslo.".to_owned(),
            }],
            ..Article::default()
        };
        let found = of_article(&article);
        let told: Vec<(Place, &str, &str)> =
            found.iter().map(|(entity, _)| (entity.place, entity.text.as_str(), entity.name.as_str())).collect();
        let expected = [
            (Place::Title, "London", "London"),
            (Place::Text, "Boris Johnson", "Boris Johnson"),
            (Place::Text, "Johnson", "Boris Johnson"),
            (Place::Text, "Paris", "Paris"),
            (Place::Aside(0), "Ada Lund", "Ada Lund"),
            (Place::Aside(0), "University of Oslo", "University of Oslo"),
        ];
        assert_eq!(told, expected);
        assert!(found.iter().all(
            |(entity, _)| article_field(&article, entity.place).get(entity.start..entity.end) == Some(&entity.text)
        ));
    }

    fn article_field(article: &Article, place: Place) -> &str {
        match place {
            Place::Title => &article.title,
            Place::Text => &article.text,
            Place::Aside(number) => article.asides.get(number).map_or("", |aside| &aside.text),
        }
    }

    #[test]
    fn the_committed_model_tags_ten_sentences_as_it_did_when_it_was_trained() {
        let sentences = [
            ("The Ministry of Grain in Berlin said no.", "org Ministry of Grain; place Berlin"),
            ("President Anna Keller flew to Tokyo on Monday.", "person Anna Keller; place Tokyo"),
            ("Mr. Peter Hansen joined Microsoft Corp. in 1998.", "person Peter Hansen; org Microsoft"),
            ("Officials from the United Nations met in Geneva.", "org United Nations; place Geneva"),
            ("She studied at the University of Chicago.", "org University of Chicago"),
            ("The ferry crossed Lake Victoria to Uganda.", "place Lake Victoria; place Uganda"),
            ("A BBC reporter asked David Miller about Syria.", "org BBC; person David Miller; place Syria"),
            ("The Liberal Party of Canada lost seats in Quebec.", "org Liberal Party of Canada; place Quebec"),
            ("But nobody in the village had seen the Chinese film.", ""),
            (
                "Maria Gonzalez and John Smith live in New York.",
                "person Maria Gonzalez; person John Smith; place New York",
            ),
        ];
        for (sentence, expected) in sentences {
            assert_eq!(found(sentence).join("; "), expected, "{sentence}");
        }
    }

    #[test]
    fn a_text_without_capitals_or_in_another_script_names_nobody() {
        assert!(found("nothing here has a capital, not even the start.").is_empty());
        assert!(found("朝日新聞は昨日報じた。").is_empty());
        assert!(found("").is_empty());
    }

    #[test]
    fn a_megabyte_on_one_line_and_a_shouted_page_are_read_to_the_end() {
        let line = "Ada Lund spoke in London. ".repeat(4_000);
        assert!(of_comment(&line, None, &[]).len() >= 8_000);
        let shouted = "ADA LUND SPOKE IN LONDON ".repeat(400);
        assert!(of_comment(&shouted, None, &[]).len() < 2_000);
    }

    #[test]
    fn a_word_may_stand_in_a_text_more_often_than_it_is_counted() {
        let text = format!("Ada Lund spoke. {}", "and in and ".repeat(70_000));
        assert!(!of_comment(&text, None, &[]).is_empty());
    }
}
