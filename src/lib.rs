//! byline finds who said what, when, in your own archive of saved articles and comments.
pub mod article;
pub mod enrich;
pub mod query;
pub mod read;
pub mod text;
