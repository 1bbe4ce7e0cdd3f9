//! What may be typed for the commands about names.
//!
//! In: arguments. Out: the options as typed.

use super::{Filters, Format, Manners};
use crate::article::EntityType;
use clap::{Args, ValueEnum};

/// Show who and what is named in the statements that match
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  byline entities --type person
  byline entities toll --type org,place
  byline entities --with 'Pavel Ostrander' --passages 1
  byline entities ferry --why -n 3
  byline entities --review
The last column is the clause that finds exactly the statements counted: byline search 'toll org:\"Harbour Post\"'
Decisions on names stand in aliases.tsv: `byline help aliases`.")]
pub(in crate::cli) struct Entities {
    /// Only names in statements that match this query; several words are one query
    #[arg(value_name = "QUERY")]
    pub(in crate::cli) query: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) filters: Filters,
    /// Only names of these types, parted by commas
    #[arg(long = "type", value_enum, value_name = "TYPES", value_delimiter = ',')]
    pub(in crate::cli) types: Vec<Types>,
    /// Only what is named together with this name
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) with: Option<String>,
    /// Show so many passages with each name
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(in crate::cli) passages: usize,
    /// Show the forms of each name and why they are taken for it
    #[arg(long, conflicts_with = "review")]
    pub(in crate::cli) why: bool,
    /// List names that are probably one; on a terminal ask, and write what is decided to aliases.tsv
    #[arg(long, conflicts_with_all = ["with", "passages", "offset"])]
    pub(in crate::cli) review: bool,
    /// Show the lines that would be written and write nothing
    #[arg(long, requires = "review", conflicts_with = "format")]
    pub(in crate::cli) dry_run: bool,
    /// Show at most so many names
    #[arg(long, short = 'n', value_name = "N", default_value_t = 20)]
    pub(in crate::cli) limit: usize,
    /// Leave out so many names at the beginning
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(in crate::cli) offset: usize,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: Format,
    #[command(flatten)]
    pub(in crate::cli) manners: Manners,
}

/// Show what a person wrote and where they are named
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  byline people 'Annika Wrede'
  byline people wrede --passages 1
  byline people 'Annika Wrede' --after 2018 --format json")]
pub(in crate::cli) struct People {
    /// Name, or a part of it; several words are one name
    #[arg(value_name = "NAME", required = true)]
    pub(in crate::cli) name: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) filters: Filters,
    /// Show so many passages of what they wrote, and as many where they are named
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(in crate::cli) passages: usize,
    /// Show at most so many people of the name
    #[arg(long, short = 'n', value_name = "N", default_value_t = 5)]
    pub(in crate::cli) limit: usize,
    /// Leave out so many people at the beginning
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(in crate::cli) offset: usize,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: Format,
    #[command(flatten)]
    pub(in crate::cli) manners: Manners,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Types {
    Person,
    Org,
    Place,
}

impl From<Types> for EntityType {
    fn from(kind: Types) -> EntityType {
        match kind {
            Types::Person => EntityType::Person,
            Types::Org => EntityType::Org,
            Types::Place => EntityType::Place,
        }
    }
}
