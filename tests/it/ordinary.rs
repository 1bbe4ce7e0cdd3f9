//! An archive that an ordinary user works in: permissions mean nothing to root, so that root runs byline by `setpriv`.
//!
//! In: an archive. Out: status and stderr of a run, or nothing with a clear line where `setpriv` (util-linux) is missing; with
//! `BYLINE_REQUIRE_ALL` set its absence fails.

use crate::archive::Archive;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

/// An archive that an ordinary user works in, since permissions mean nothing to root.
pub(crate) struct Ordinary {
    pub(crate) archive: Archive,
    root: bool,
}

impl Ordinary {
    /// Opens the archive, its corpus and a copy of the program to everybody.
    pub(crate) fn of(archive: Archive) -> Ordinary {
        let probe = archive.path("probe");
        fs::write(&probe, "").expect("a file");
        fs::set_permissions(&probe, fs::Permissions::from_mode(0o000)).expect("permissions");
        let root = fs::read(&probe).is_ok();
        // root's own build folder may be closed to others
        fs::copy(env!("CARGO_BIN_EXE_byline"), archive.path("byline")).expect("the program can be copied");
        for open in [".", "corpus", "byline"] {
            if archive.path(open).exists() {
                fs::set_permissions(archive.path(open), fs::Permissions::from_mode(0o777)).expect("permissions");
            }
        }
        Ordinary { archive, root }
    }

    /// Runs byline as an ordinary user; for root by `setpriv` (util-linux), without which the test is skipped.
    pub(crate) fn run(&self, arguments: &[&str]) -> Option<(i32, String)> {
        let program = self.archive.path("byline");
        let mut command = if self.root { Command::new("setpriv") } else { Command::new(&program) };
        if self.root {
            command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
        }
        match command.args(arguments).current_dir(self.archive.path(".")).output() {
            Ok(output) => {
                Some((output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned()))
            }
            Err(_) => {
                assert!(
                    std::env::var_os("BYLINE_REQUIRE_ALL").is_none(),
                    "setpriv is missing and BYLINE_REQUIRE_ALL is set"
                );
                eprintln!("skipped: permissions mean nothing for root, and setpriv is missing");
                None
            }
        }
    }
}
