//! Bytes to drafts: one file a form, behind the [`Reader`] trait, chosen by content before name.
//!
//! In: the bytes of a source. Out: items (drafts with clues, or records). Who wrote it is left to `enrich`.

mod html;

use crate::article::{Item, Note};
pub use html::Html;

/// The bytes of one source, and what is known of them before they are read.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// Path below the PATH that was indexed, `/` between its parts, inside a container followed by `!` and the item.
    pub path: &'a str,
    /// Address that the page was saved from, where it is known.
    pub url: Option<&'a str>,
    /// The bytes.
    pub bytes: &'a [u8],
}

/// What a reader made of a source.
#[derive(Debug, Default, PartialEq)]
pub struct Reading {
    /// Items in the order of the source.
    pub items: Vec<Item>,
    /// What was odd.
    pub notes: Vec<Note>,
}

/// One form of input. Readers stand in one ordered list; the first that is certain reads, else the likeliest.
pub trait Reader: Sync {
    /// Name of the form, for `--why` and reports: `html`, `print`, `markdown`, `records`.
    fn name(&self) -> &'static str;
    /// How surely the input has this form, 0 to 1, from its first bytes before its name.
    fn fits(&self, input: Input<'_>) -> f32;
    /// Reads it. Bad input is a note, never an error.
    fn read(&self, input: Input<'_>) -> Reading;
}
