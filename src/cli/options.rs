//! What may be typed.
//!
//! In: arguments. Out: the options as typed. What they mean once everything is known is left to `settings`.

mod filters;
mod keep;
mod manners;
mod names;
mod statements;

use crate::ask::Facet;
use crate::engine::Sort;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

pub(super) use filters::Filters;
pub(super) use keep::Keep;
pub(super) use manners::Manners;
pub(super) use names::{Entities, People};
pub(super) use statements::{Export, Foreign, Kwic, Open, Quote, Show};

const AFTER_HELP: &str = "\
Examples:
  byline search '\"strategic buffer\"'
  byline search ferry --author wrede
  byline search toll --kind comment --after 2017-06
  byline show pk7azkq --thread
  byline quote 'a number on paper'
  byline kwic ferry --sort author
  byline index corpus
  byline help query";

/// Find who said what, when, in your own archive of saved articles and comments
#[derive(Debug, Parser)]
#[command(args_override_self = true, name = "byline", version, about, after_help = AFTER_HELP, propagate_version = true)]
pub(super) struct Options {
    /// Folder of the index [default: the one found upwards from here, else ./index]
    #[arg(long, global = true, value_name = "DIR", env = "BYLINE_INDEX", hide_env_values = true)]
    pub(super) index: Option<PathBuf>,
    /// Decisions on names [default: aliases.tsv beside the index, then the one in the corpus folder there]
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) aliases: Option<PathBuf>,
    /// Day that `yesterday` and `last week` are counted from [default: today]
    #[arg(long, global = true, value_name = "DAY", hide = true)]
    pub(super) today: Option<String>,
    /// Use colours
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value = "auto")]
    pub(super) color: When,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true)]
pub(super) enum Command {
    Search(Search),
    Index(Index),
    Show(Show),
    Kwic(Kwic),
    Quote(Quote),
    Entities(Entities),
    People(People),
    Open(Open),
    Export(Export),
    Extract(Extract),
    Stats(Stats),
    Help(Help),
}

/// Show help about the query language, its fields, decisions on names, or a command
#[derive(Debug, Args)]
pub(super) struct Help {
    /// `query`, `fields`, `aliases`, or a command
    #[arg(value_name = "TOPIC")]
    pub(super) topic: Option<String>,
}

/// Search the statements: articles and comments, each a hit of its own
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  byline search '\"strategic buffer\"'
  byline search 'toll OR ferry' --before 2018
  byline search 'author:\"Annika Wrede\" ferr*' --sort oldest
  byline search --kind comment --count
  byline search --save tolls toll --after 2017-06
Words are joined by AND. OR, NOT, -, ( ), \"phrases\", buff*, author: person: org: place: after: before: on: kind: title: and more.")]
pub(super) struct Search {
    /// Query; several words are one query
    #[arg(value_name = "QUERY")]
    pub(super) query: Vec<String>,
    #[command(flatten)]
    pub(super) filters: Filters,
    /// Show at most so many hits [default: 10; all with --new and --files]
    #[arg(long, short = 'n', value_name = "N")]
    pub(super) limit: Option<usize>,
    /// Leave out so many hits at the beginning
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(super) offset: usize,
    /// Order of the hits
    #[arg(long, value_enum, value_name = "ORDER", default_value = "relevance")]
    pub(super) sort: Order,
    /// Print only how many statements match
    #[arg(long)]
    pub(super) count: bool,
    /// Read the words as free words, one of which is enough; no character in them is an operator
    #[arg(long)]
    pub(super) any: bool,
    /// Answer the queries in a file of JSON lines {"id", "text"} or {"id", "query"}; - is standard input
    #[arg(long, value_name = "QUERIES", conflicts_with_all = ["query", "count"])]
    pub(super) batch: Option<PathBuf>,
    /// Say why each hit stands where it stands
    #[arg(long)]
    pub(super) why: bool,
    /// Fold the hits of one conversation under their article
    #[arg(long, value_enum, value_name = "BY")]
    pub(super) group: Option<GroupBy>,
    /// Count the whole answer by these, parted by commas
    #[arg(long, value_enum, value_name = "FACETS", value_delimiter = ',')]
    pub(super) facets: Vec<Facets>,
    /// Show at most so many values of a facet
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(super) top: usize,
    /// Count the whole answer over time
    #[arg(long, value_enum, value_name = "TIME")]
    pub(super) by: Option<Time>,
    /// Refuse a query that gives rise to a complaint
    #[arg(long)]
    pub(super) strict: bool,
    /// Longest passage in characters
    #[arg(long, value_name = "N", default_value_t = 240)]
    pub(super) chars: usize,
    /// Passages a hit
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) passages: usize,
    /// Print only the paths of the files that hold what is found, each once
    #[arg(long, conflicts_with_all = ["count", "batch", "to", "format"])]
    pub(super) files: bool,
    /// End each path with NUL instead of a line end
    #[arg(long, short = '0', requires = "files")]
    pub(super) null: bool,
    #[command(flatten)]
    pub(super) keep: Keep,
    #[command(flatten)]
    pub(super) manners: Manners,
    /// Print the query for another engine instead, or refuse with the reason
    #[arg(long, value_enum, value_name = "ENGINE")]
    pub(super) to: Option<Foreign>,
    /// Form of the output [default: text; jsonl with --batch]
    #[arg(long, value_enum)]
    pub(super) format: Option<AnswerFormat>,
}

/// Bring the index up to date with files and folders
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  byline index
  byline index corpus/notebook corpus/records
Only what changed since the last run is read; what is gone is dropped.")]
pub(super) struct Index {
    /// File or folder [default: ./corpus]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Read everything again, changed or not
    #[arg(long)]
    pub(super) again: bool,
    /// Form of the report
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
}

/// Show what is read from files, without any index
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  byline extract corpus/harbour-post/ferry-strike.txt
  byline extract corpus/harbour-post/grain-buffer.html --why
  byline extract corpus/notebook/lock-keepers.md --format jsonl
A list for --list holds lines such as {\"path\": \"page.html\", \"url\": \"https://example.org/page\", \"id\": 1}.")]
pub(super) struct Extract {
    /// File; - is standard input
    #[arg(value_name = "FILE", required_unless_present = "list")]
    pub(super) files: Vec<PathBuf>,
    /// Read the files that a list of JSON lines {"path", "url", "id"} names, one record a line; - is standard input
    #[arg(long, value_name = "LIST", conflicts_with = "files")]
    pub(super) list: Option<PathBuf>,
    /// Address that the file was saved from
    #[arg(long, value_name = "URL", conflicts_with = "list")]
    pub(super) url: Option<String>,
    /// Show the evidence for every field
    #[arg(long)]
    pub(super) why: bool,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
}

/// Show what is in the index
#[derive(Debug, Args)]
pub(super) struct Stats {
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// One JSON value
    Json,
    /// One JSON value a line
    Jsonl,
    /// A table
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerFormat {
    /// For people
    Text,
    /// One JSON value
    Json,
    /// One JSON value a line
    Jsonl,
    /// A table
    Csv,
    /// Markdown, to paste into notes
    Md,
    /// A feed (Atom)
    Atom,
    /// Lines of a TREC run: query, Q0, id, rank, score, byline
    Trec,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum GroupBy {
    Thread,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Time {
    Month,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Facets {
    Author,
    Year,
    Site,
    Person,
    Org,
    Place,
    Kind,
}

impl From<Facets> for Facet {
    fn from(facet: Facets) -> Facet {
        match facet {
            Facets::Author => Facet::Author,
            Facets::Year => Facet::Year,
            Facets::Site => Facet::Site,
            Facets::Person => Facet::Person,
            Facets::Org => Facet::Org,
            Facets::Place => Facet::Place,
            Facets::Kind => Facet::Kind,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Order {
    Relevance,
    Newest,
    Oldest,
}

impl From<Order> for Sort {
    fn from(order: Order) -> Sort {
        match order {
            Order::Relevance => Sort::Relevance,
            Order::Newest => Sort::Newest,
            Order::Oldest => Sort::Oldest,
        }
    }
}
