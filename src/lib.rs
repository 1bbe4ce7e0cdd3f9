//! byline finds who said what, when, in your own archive of saved articles and comments.
pub mod article;
pub mod query;
pub mod read;
pub mod snippet;
pub mod text;
