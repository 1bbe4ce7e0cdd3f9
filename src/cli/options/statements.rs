//! What may be typed for the commands beside search that read statements from the index.
//!
//! In: arguments. Out: the options as typed.

use super::{Filters, Format, Manners};
use crate::ask::LineSort;
use crate::query::Target;
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
  byline show pk7azkq --entities --why
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
    /// Mark who and what is named, each with its type and full name
    #[arg(long, conflicts_with_all = ["thread", "query", "cite"])]
    pub(in crate::cli) entities: bool,
    /// List every mention with the reason for its name
    #[arg(long, requires = "entities")]
    pub(in crate::cli) why: bool,
    /// Write a citation instead, with the passage that --query finds, else the opening
    #[arg(long, value_enum, value_name = "STYLE", conflicts_with_all = ["thread", "format"])]
    pub(in crate::cli) cite: Option<CiteStyle>,
    #[command(flatten)]
    pub(in crate::cli) manners: Manners,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: Format,
}

/// Show every match under each other with the words around it: a concordance
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  byline kwic toll
  byline kwic 'ferr*' --sort author --author denholm
  byline kwic 'strategic NEAR buffer' --format csv
  byline kwic ferry --collocates --window 3
--collocates scores each word near a match by its log-likelihood ratio G² (Dunning 1993); above 3.84 chance has less than one part in twenty.")]
pub(in crate::cli) struct Kwic {
    /// Query; several words are one query
    #[arg(value_name = "QUERY", required = true)]
    pub(in crate::cli) query: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) filters: Filters,
    /// Order of the lines: by the words to the right or left, by author, by day
    #[arg(long, value_enum, value_name = "ORDER", default_value = "right")]
    pub(in crate::cli) sort: Lines,
    /// Longest context on either side, in characters [default: what fits the terminal, else 40]
    #[arg(long, value_name = "N")]
    pub(in crate::cli) width: Option<usize>,
    /// Show the words that keep the matches' company instead
    #[arg(long)]
    pub(in crate::cli) collocates: bool,
    /// So many words to either side are company
    #[arg(long, value_name = "N", default_value_t = 5, requires = "collocates")]
    pub(in crate::cli) window: usize,
    /// Show at most so many lines or collocates
    #[arg(long, short = 'n', value_name = "N", default_value_t = 100)]
    pub(in crate::cli) limit: usize,
    /// Leave out so many lines at the beginning
    #[arg(long, value_name = "N", default_value_t = 0, conflicts_with = "collocates")]
    pub(in crate::cli) offset: usize,
    #[command(flatten)]
    pub(in crate::cli) manners: Manners,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: Format,
}

/// Check a quotation: who said it word for word, who said something like it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  byline quote 'a number on paper'
  byline quote 'the strategic buffer [...] is a number' --author holloway
Capitals, quotation marks and dashes do not count; … or [...] marks what is left out.
Where nobody says it word for word, the difference is shown: [-words of the quotation-] {+words of the text+}.
The status is 0 where it is found word for word, and 1 where it is altered or not found.")]
pub(in crate::cli) struct Quote {
    /// Quotation; several words are one
    #[arg(value_name = "QUOTATION", required = true)]
    pub(in crate::cli) quotation: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) filters: Filters,
    /// Show at most so many statements
    #[arg(long, short = 'n', value_name = "N", default_value_t = 5)]
    pub(in crate::cli) limit: usize,
    /// Leave out so many statements at the beginning
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(in crate::cli) offset: usize,
    #[command(flatten)]
    pub(in crate::cli) manners: Manners,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: Format,
}

/// Open the source of a statement: its address, else its file
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  byline open pk7azkq --print
  byline open pk7azkq --query '\"strategic buffer\"' --print
  byline open hbnpyc5 --file --print")]
pub(in crate::cli) struct Open {
    /// Id, or the beginning of one
    #[arg(value_name = "ID")]
    pub(in crate::cli) id: String,
    /// Open the page at the passage that this query finds
    #[arg(long, value_name = "QUERY")]
    pub(in crate::cli) query: Option<String>,
    /// Open the saved file, also where an address is known
    #[arg(long)]
    pub(in crate::cli) file: bool,
    /// Print the address or path and open nothing
    #[arg(long)]
    pub(in crate::cli) print: bool,
}

/// Write statements for another engine
#[derive(Debug, Args)]
#[command(
    group(clap::ArgGroup::new("what").required(true).args(["bulk", "mapping"])),
    after_help = "\
Examples:
  byline export --mapping
  byline export --bulk
  byline export --bulk toll --kind comment
An index made with the mapping understands what `byline search --to elasticsearch` prints:
  curl -X PUT localhost:9200/statements -H 'Content-Type: application/json' -d \"$(byline export --mapping)\"
  curl localhost:9200/statements/_bulk -H 'Content-Type: application/x-ndjson' --data-binary @<(byline export --bulk)
Stems there are those of one language, here of each statement's own."
)]
pub(in crate::cli) struct Export {
    /// Only statements that match this query; several words are one query
    #[arg(value_name = "QUERY")]
    pub(in crate::cli) query: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) filters: Filters,
    /// Write bulk NDJSON, as Elasticsearch and OpenSearch take it
    #[arg(long)]
    pub(in crate::cli) bulk: bool,
    /// Write the mapping that gives the fields their meaning there
    #[arg(long)]
    pub(in crate::cli) mapping: bool,
    /// Language of the mapping's stems, by its Snowball name
    #[arg(long, value_name = "LANGUAGE", default_value = "English", requires = "mapping")]
    pub(in crate::cli) language: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Foreign {
    /// Elasticsearch and OpenSearch: the body of a search
    Elasticsearch,
    /// A line for Lucene's standard parser, 9.1 or later
    Lucene,
}

impl From<Foreign> for Target {
    fn from(engine: Foreign) -> Target {
        match engine {
            Foreign::Elasticsearch => Target::Elasticsearch,
            Foreign::Lucene => Target::Lucene,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Lines {
    Right,
    Left,
    Author,
    Date,
}

impl From<Lines> for LineSort {
    fn from(lines: Lines) -> LineSort {
        match lines {
            Lines::Right => LineSort::Right,
            Lines::Left => LineSort::Left,
            Lines::Author => LineSort::Author,
            Lines::Date => LineSort::Date,
        }
    }
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
