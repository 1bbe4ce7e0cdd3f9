//! byline finds who said what, when, in your own archive of saved articles and comments.
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
