//! The door: hands the arguments to `cli` and ends with its status.

use std::process::ExitCode;

fn main() -> ExitCode {
    byline::cli::run(std::env::args_os())
}
