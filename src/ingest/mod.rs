//! The corridor in: source, read, enrich, engine, and a report of what happened.
//!
//! In: PATHs. Out: an index that holds exactly what lies there, and a report. What is odd about the input is in the
//! report and the run goes on; a fault of the machine ends it, and what was indexed before stays.
//!
//! ```text
//!  walk ─▶ compare with the list of sources ─▶ gather what changed ─▶ claim ids ─▶ settle threads ─▶ write, commit
//! ```

mod changes;
mod claims;
mod gather;
mod report;
mod settle;

pub use gather::{Extracted, LIMIT, Outcome, extract, extract_bytes};
pub use report::{Report, Trouble};

use crate::engine::{Fault, Folder, Index, Source, Sources, Writer};
use changes::Changes;
use claims::Claims;
use gather::{Gathered, State};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

/// Where reading and enriching run: each worker has a stack that deep pages fit in, in bytes.
const STACK: usize = 64 << 20;

/// Version of byline and mark of the model that reads.
static READ_BY: LazyLock<String> =
    LazyLock::new(|| format!("{} {}", env!("CARGO_PKG_VERSION"), crate::enrich::names::model_mark()));

/// How far a run is; the caller may show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Sources read so far.
    pub read: usize,
    /// Sources to be read.
    pub of: usize,
}

/// Brings the index up to date with what lies below `paths`; `tell` is called as sources are read. With `again` every
/// source is read, changed or not.
///
/// # Errors
/// Faults of the machine and of the index folder. Bad input is in the report.
pub fn index(
    folder: &Folder,
    paths: &[PathBuf],
    again: bool,
    tell: &(dyn Fn(Progress) + Sync),
) -> Result<Report, Fault> {
    let mut writer = Writer::open(folder)?;
    let index = Index::open(folder)?;
    let before = index.sources()?;

    let mut changes = Changes::find(paths, folder.root(), &before, again);
    let mut gathered = gather_all(&changes.read, tell);
    let claims = settle_claims(&mut changes, &mut gathered, &before);

    let mut sources = Sources::default();
    let listed = gathered.iter().filter(|source| source.is_listed()).map(|gathered| &gathered.source);
    changes.kept(&before).into_iter().chain(listed).for_each(|source| sources.put(source.clone()));
    let read = gathered.iter_mut().filter(|source| source.is_replacing());
    let statements = read.flat_map(|one| claims.statements(&one.source, std::mem::take(&mut one.items))).collect();
    let replaced: BTreeSet<String> = changes.replaced(&gathered);
    let work = settle::threads(&index, &replaced, statements)?;
    work.gone.iter().for_each(|id| writer.remove(id));
    for statement in &work.changed {
        writer.remove(&statement.id);
        writer.add(statement)?;
    }
    let report = report::report(&changes, &gathered, &work, &sources);
    if report.changed || sources != before {
        writer.commit(&sources)?;
    }
    Ok(report)
}

/// Settles who bears which id. Where that takes an id from a source that did not change, or gives it one back, the
/// source is read again.
fn settle_claims(changes: &mut Changes, gathered: &mut Vec<Gathered>, before: &Sources) -> Claims {
    let earlier = Claims::of(before.by_key.values());
    loop {
        let kept = changes.kept(before);
        let claims = Claims::of(kept.iter().copied().chain(gathered.iter().map(|gathered| &gathered.source)));
        let same = gathered.iter().filter(|gathered| gathered.state == State::Same).map(|gathered| &gathered.source);
        let unread = kept.into_iter().chain(same);
        let again: Vec<Source> = unread.filter(|source| claims.turned(&earlier, source)).cloned().collect();
        if again.is_empty() {
            return claims;
        }
        gathered.retain(|gathered| !again.contains(&gathered.source));
        gathered.extend(gather_all(&changes.read_again(again), &|_| {}));
    }
}

/// Loads, reads and enriches sources side by side.
fn gather_all(sources: &[changes::ToRead], tell: &(dyn Fn(Progress) + Sync)) -> Vec<Gathered> {
    let done = std::sync::atomic::AtomicUsize::new(0);
    let gather = |to_read: &changes::ToRead| {
        let gathered = gather::gather(to_read);
        let read = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        tell(Progress { read, of: sources.len() });
        gathered
    };
    side_by_side(sources, gather)
}

/// Works on every item on all cores, keeping the order.
pub fn side_by_side<I: Sync, T: Send>(items: &[I], work: impl Fn(&I) -> T + Sync + Send) -> Vec<T> {
    on_workers(|| items.par_iter().map(work).collect())
}

/// Runs on workers with a large stack; on the caller's own threads where none can be made.
fn on_workers<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().stack_size(STACK).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

impl Source {
    /// A source that is about to be read, with nothing known of its content.
    fn unread(found: &crate::source::Found) -> Source {
        Source {
            path: found.shown.clone(),
            location: found.path.to_string_lossy().into_owned(),
            size: found.size,
            changed: found.mtime,
            fingerprint: String::new(),
            read_by: READ_BY.clone(),
            claims: Vec::new(),
            notes: Vec::new(),
        }
    }
}
