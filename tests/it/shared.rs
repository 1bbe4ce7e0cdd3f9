//! The evaluation data beside the repository, where they are.
//!
//! In: a path below them (`../shared`, or the folder that `BYLINE_SHARED` names). Out: the path, or nothing with a clear line; with `BYLINE_REQUIRE_ALL` set their absence fails.

use std::path::{Path, PathBuf};

/// A file or folder of the shared data; skips the test that asks where it is missing.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let found = std::env::var_os("BYLINE_SHARED").map_or(beside, PathBuf::from).join(path);
    if found.exists() {
        return Some(found);
    }
    assert!(
        std::env::var_os("BYLINE_REQUIRE_ALL").is_none(),
        "../shared/{path} is missing and BYLINE_REQUIRE_ALL is set"
    );
    eprintln!("skipped: ../shared/{path} is missing");
    None
}
