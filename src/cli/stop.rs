//! Why a command could not be done.
//!
//! In: faults of the rooms below, of input and of output. Out: a message with its hint, and the status.

use super::Exit;
use super::settings::Settings;
use crate::ask::Refused;
use crate::engine::Fault;
use crate::show::{self, Paper};
use std::io;

/// A command that could not be done.
#[derive(Debug)]
pub(super) enum Stop {
    /// A fault of the machine or of the index.
    Fault(Fault),
    /// A query past a bound, or a fault of the engine.
    Refused(Refused),
    /// Output could not be written.
    Output(io::Error),
    /// Something else: a message and a hint.
    Said(String, Option<String>),
}

impl Stop {
    /// Tells it on stderr. A reader that has gone away is no trouble.
    pub(super) fn tell(self, settings: &Settings) -> Exit {
        let (message, hint) = match self {
            Stop::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return Exit::Found,
            Stop::Output(error) => (format!("output: {error}"), None),
            Stop::Fault(fault) | Stop::Refused(Refused::Engine(fault)) => (fault.to_string(), fault.hint()),
            Stop::Refused(refused) => (refused.to_string(), None),
            Stop::Said(message, hint) => (message, hint),
        };
        // where even stderr is gone, the status still tells
        let _ = show::fault(&mut Paper::new(&mut io::stderr(), settings.err), &message, hint.as_deref());
        Exit::Trouble
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Stop::Fault(fault)
    }
}

impl From<Refused> for Stop {
    fn from(refused: Refused) -> Self {
        Stop::Refused(refused)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Output(error)
    }
}
