//! Rows of CSV (RFC 4180) and errors of writers.
//!
//! In: fields. Out: quoted rows, harmless for a terminal.

use super::harmless::harmless;
use std::io::{self, Write};

/// Rows on a writer.
pub(super) struct Rows<'a> {
    csv: csv::Writer<&'a mut dyn Write>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Rows<'a> {
        Rows { csv: csv::Writer::from_writer(out) }
    }

    pub(super) fn row(&mut self, fields: &[&str]) -> io::Result<()> {
        self.csv.write_record(fields.iter().map(|field| harmless(field).into_owned())).map_err(|error| {
            match error.into_kind() {
                csv::ErrorKind::Io(error) => error,
                _ => io::Error::other("a row could not be written"),
            }
        })
    }

    pub(super) fn end(mut self) -> io::Result<()> {
        self.csv.flush()
    }
}

pub(super) fn json_error(error: serde_json::Error) -> io::Error {
    io::Error::from(error)
}
