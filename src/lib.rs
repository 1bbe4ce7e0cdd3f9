//! byline finds who said what, when, in your own archive of saved articles and comments.
//!
//! A folder of saved pages goes in. Every article and every comment under it becomes a statement of its own; a question
//! comes back as ranked passages, each with the names of its authors and its day.
//!
//! ```
//! use byline::engine::{Folder, Index};
//! use byline::{ask, ingest, text::Day};
//!
//! let place = tempfile::tempdir()?;
//! let corpus = place.path().join("corpus");
//! std::fs::create_dir(&corpus)?;
//! std::fs::write(corpus.join("toll.jsonl"), r#"{"title": "The toll", "author": "Ann Marsh", "text": "A toll is a tax."}"#)?;
//!
//! let folder = Folder::open_or_create(&place.path().join("index"))?;
//! ingest::index(&folder, &[corpus], false, &|_| {})?;
//!
//! let today = Day::from_ymd(2019, 6, 1).ok_or("a day")?;
//! let question = ask::Question::new("\"is a tax\" author:marsh", today);
//! let answer = ask::search(&Index::open(&folder)?, &question)?;
//! assert_eq!(answer.total, 1);
//! assert_eq!(answer.hits[0].authors[0].name, "Ann Marsh");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The rooms, from the ground up: [`text`] and [`article`] hold what was said; [`source`], [`read`] and [`enrich`] make it
//! from files; [`query`], [`engine`] and [`snippet`] find it again. [`ingest`] is the corridor in, [`ask`] the corridor
//! out. [`show`] writes answers down, [`cli`] is the door to the street.

pub mod article;
pub mod ask;
pub mod cli;
pub mod engine;
pub mod enrich;
pub mod ingest;
pub mod query;
pub mod read;
pub mod show;
pub mod snippet;
pub mod source;
pub mod text;
