//! What the options mean once everything is known: where the index lies, what day it is, how output looks.
//!
//! In: options, environment, terminal. Out: values for the rooms below, which never read either.

use super::aliases;
use super::options::{Options, When};
use super::stop::Stop;
use crate::engine::{Decided, Fault, Folder, MARK};
use crate::query::read_day;
use crate::show::Look;
use crate::text::Day;
use std::env;
use std::io::{IsTerminal, stderr, stdout};
use std::path::{Path, PathBuf};

/// Folder of the index where nothing else is said or found.
const INDEX: &str = "index";
/// Columns that text is broken at, at most: longer lines tire the eye.
const WIDEST: usize = 100;

/// Settings of a run.
pub(super) struct Settings {
    /// Folder that an option or the environment names.
    pub(super) named_index: Option<PathBuf>,
    /// File of decisions on names that an option names.
    pub(super) named_aliases: Option<PathBuf>,
    /// The working folder, by its true path.
    here: Option<PathBuf>,
    /// Today, or what stands for it.
    pub(super) today: Day,
    /// Look of standard output.
    pub(super) out: Look,
    /// Columns of the terminal that standard output is; none where it is none.
    pub(super) columns: Option<usize>,
    /// Command of the pager; only where standard output is a terminal and one is named.
    pub(super) pager: Option<String>,
    /// Look of standard error.
    pub(super) err: Look,
    /// Whether progress may be shown.
    pub(super) progress: bool,
}

impl Settings {
    pub(super) fn of(options: &Options) -> Settings {
        let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let look = |terminal: bool| Look {
            colour: match options.color {
                When::Auto => terminal && !no_color,
                When::Always => true,
                When::Never => false,
            },
            links: false,
            width: terminal.then(|| columns().min(WIDEST)),
        };
        let out = look(stdout().is_terminal());
        let known = env::var("TERM").is_ok_and(|term| !term.is_empty() && term != "dumb");
        let linked = stdout().is_terminal() && out.colour && !no_color && known;
        let given = options.today.as_deref().and_then(|day| read_day(day, clock())).map(|period| period.first);
        Settings {
            named_index: options.index.clone(),
            named_aliases: options.aliases.clone(),
            here: env::current_dir().ok().and_then(|here| here.canonicalize().ok()),
            today: given.unwrap_or_else(clock),
            out: Look { links: linked, ..out },
            pager: pager().filter(|_| stdout().is_terminal()),
            columns: stdout().is_terminal().then(columns),
            err: look(stderr().is_terminal()),
            progress: stderr().is_terminal(),
        }
    }

    /// The folder of the index: the one that is named, the one found upwards, else `./index`.
    pub(super) fn index_root(&self) -> PathBuf {
        self.named_index.clone().or_else(found_upwards).unwrap_or_else(|| PathBuf::from(INDEX))
    }

    /// A path from the root as it is written from the working folder, where it lies below that.
    pub(super) fn as_seen_here<'a>(&self, path: &'a str) -> &'a str {
        let here = self.here.as_deref();
        let below = here.and_then(|here| Path::new(path).strip_prefix(here).ok()).and_then(Path::to_str);
        below.filter(|below| !below.is_empty()).unwrap_or(path)
    }

    /// The index, which must be there.
    pub(super) fn open_index(&self) -> Result<crate::engine::Index, Stop> {
        let folder = Folder::open(&self.index_root())?;
        Ok(crate::engine::Index::open(&folder)?)
    }

    /// The index under the user's decisions on names.
    pub(super) fn open_decided(&self) -> Result<Decided<crate::engine::Index>, Stop> {
        Ok(Decided::new(self.open_index()?, aliases::read(self)?))
    }

    /// Whether there is no index yet that a run has finished, and no place was named.
    pub(super) fn lacks_index(&self) -> bool {
        let is_lacking = match Folder::open(&self.index_root()) {
            Ok(folder) => folder.is_bare(),
            Err(fault) => matches!(fault, Fault::Missing(_)),
        };
        self.named_index.is_none() && is_lacking
    }
}

/// What `BYLINE_PAGER`, else `PAGER` names; an empty one is none.
fn pager() -> Option<String> {
    let named = env::var("BYLINE_PAGER").or_else(|_| env::var("PAGER")).ok();
    named.filter(|pager| !pager.trim().is_empty())
}

fn clock() -> Day {
    let today = jiff::ZonedDateTime::now().date();
    Day::from_ymd(today.year(), today.month(), today.day()).unwrap_or(Day::from_number(0))
}

fn columns() -> usize {
    let asked = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let wide = asked.or_else(|| terminal_size::terminal_size().map(|(terminal_size::Width(width), _)| width.into()));
    wide.unwrap_or(80).max(20)
}

/// An `index` folder that bears byline's mark, here or in a folder above, no further than a git root or the home.
fn found_upwards() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    let home = env::var_os("HOME").map(PathBuf::from);
    for (level, folder) in here.ancestors().enumerate() {
        if folder.join(INDEX).join(MARK).is_file() {
            return Some(if level == 0 { PathBuf::from(INDEX) } else { folder.join(INDEX) });
        }
        if folder.join(".git").exists() || home.as_deref() == Some(folder) || folder == Path::new("/") {
            break;
        }
    }
    None
}
