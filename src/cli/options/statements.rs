//! What may be typed for the commands beside search that read statements from the index.
//!
//! In: arguments. Out: the options as typed.

use super::Format;
use crate::show::Style;
use clap::{Args, ValueEnum};

/// Show one statement in full
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  byline show pk7azkq
  byline show pk7azkq --thread
  byline show pk7azkq --query '\"strategic buffer\"'
  byline show pk7azkq --query '\"strategic buffer\"' --cite bibtex
  byline show pk7azkq --thread --format json")]
pub(in crate::cli) struct Show {
    /// Id, or the beginning of one
    #[arg(value_name = "ID")]
    pub(in crate::cli) id: String,
    /// Show the whole conversation as a tree
    #[arg(long)]
    pub(in crate::cli) thread: bool,
    /// Mark what matches this query
    #[arg(long, value_name = "QUERY")]
    pub(in crate::cli) query: Option<String>,
    /// Write a citation instead, with the passage that --query finds, else the opening
    #[arg(long, value_enum, value_name = "STYLE", conflicts_with_all = ["thread", "format"])]
    pub(in crate::cli) cite: Option<CiteStyle>,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CiteStyle {
    Bibtex,
    Ris,
    /// CSL-JSON
    Csl,
    Markdown,
}

impl From<CiteStyle> for Style {
    fn from(style: CiteStyle) -> Style {
        match style {
            CiteStyle::Bibtex => Style::Bibtex,
            CiteStyle::Ris => Style::Ris,
            CiteStyle::Csl => Style::Csl,
            CiteStyle::Markdown => Style::Markdown,
        }
    }
}
