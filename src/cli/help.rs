//! `byline help`: the query language, its fields, or a command.
//!
//! In: a topic. Out: its page; status 2 for a topic that is none.

use super::options::{Help, Options};
use super::stop::Stop;
use super::{Exit, aliases};
use crate::query::{HELP_FIELDS, HELP_QUERY};
use clap::CommandFactory;
use std::io::{Write, stdout};

pub(super) fn run(help: &Help) -> Result<Exit, Stop> {
    let mut program = Options::command();
    program.build();
    let page = match help.topic.as_deref() {
        None => program.render_long_help().to_string(),
        Some("query") => HELP_QUERY.to_owned(),
        Some("fields") => HELP_FIELDS.to_owned(),
        Some("aliases") => aliases::HELP.to_owned(),
        Some(topic) => match program.find_subcommand_mut(topic) {
            Some(command) => command.render_long_help().to_string(),
            None => {
                let hint = "topics are query, fields, aliases and the commands".to_owned();
                return Err(Stop::Said(format!("no help about `{topic}`"), Some(hint)));
            }
        },
    };
    writeln!(stdout(), "{}", page.trim_end())?;
    Ok(Exit::Found)
}
