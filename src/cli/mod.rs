//! The street door: options, settings, commands, exit statuses.
//!
//! In: arguments and environment. Out: output, complaints on stderr, an exit status. What may be typed is declared in
//! `options`, what happens stands in one file a command, what it means once everything is known in `settings`.

mod aliases;
mod batch;
mod entities;
mod evidence;
mod export;
mod extract;
mod help;
mod index;
mod kwic;
mod list;
mod open;
mod options;
mod out;
mod people;
mod quote;
mod review;
mod saved;
mod search;
mod settings;
mod show;
mod stats;
mod stop;

use clap::Parser;
use options::{Command, Options};
use settings::Settings;
use std::ffi::OsString;
use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Something was found, or done.
    Found,
    /// Nothing was found.
    Nothing,
    /// It could not be done.
    Trouble,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Found => 0,
            Exit::Nothing => 1,
            Exit::Trouble => 2,
        })
    }
}

/// Runs the command that the arguments name.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let options = match Options::try_parse_from(arguments) {
        Ok(options) => options,
        Err(error) => {
            // help and version go to stdout with status 0, wrong words to stderr with status 2
            let _ = error.print();
            return if error.use_stderr() { Exit::Trouble.into() } else { Exit::Found.into() };
        }
    };
    quiet_panics();
    let settings = Settings::of(&options);
    let done = match &options.command {
        Command::Search(search) => search::run(search, &settings),
        Command::Index(index) => index::run(index, &settings),
        Command::Show(show) => show::run(show, &settings),
        Command::Kwic(kwic) => kwic::run(kwic, &settings),
        Command::Quote(quote) => quote::run(quote, &settings),
        Command::Entities(entities) => entities::run(entities, &settings),
        Command::People(people) => people::run(people, &settings),
        Command::Open(open) => open::run(open, &settings),
        Command::Export(export) => export::run(export, &settings),
        Command::Extract(extract) => extract::run(extract, &settings),
        Command::Stats(stats) => stats::run(stats, &settings),
        Command::Help(help) => help::run(help),
    };
    done.unwrap_or_else(|stop| stop.tell(&settings)).into()
}

/// A reader that fails on one page is told as that page's trouble, not as a trace of the program.
fn quiet_panics() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() == Some("main") {
            tell(panic);
        }
    }));
}
