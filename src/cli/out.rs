//! Where a command's output goes: standard output, a pager in front of a terminal, or nowhere.
//!
//! In: the manners asked for. Out: something to write on. A pager runs only where one is named (`BYLINE_PAGER`, else `PAGER`) and
//! standard output is a terminal; one that is closed early ends the output quietly.

use super::options::Manners;
use super::settings::Settings;
use std::io::{self, BufWriter, StdoutLock, Write, stdout};
use std::process::{Child, ChildStdin, Command, Stdio};

/// An output.
pub(super) enum Out {
    /// Standard output.
    Direct(BufWriter<StdoutLock<'static>>),
    /// A pager's standard input; none once it is closed.
    Paged(Option<BufWriter<ChildStdin>>, Child),
    /// Nothing is written.
    Nowhere,
}

impl Out {
    /// The output of a command; `for_people` where it is text that a pager may show.
    pub(super) fn open(manners: &Manners, settings: &Settings, for_people: bool) -> Out {
        if manners.quiet {
            return Out::Nowhere;
        }
        let pager = settings.pager.as_deref().filter(|_| for_people && !manners.no_pager);
        pager.and_then(start).unwrap_or_else(|| Out::Direct(BufWriter::new(stdout().lock())))
    }

    /// Ends the output, and waits for the pager to be closed.
    pub(super) fn end(mut self) -> io::Result<()> {
        self.flush()
    }

    fn inner(&mut self) -> Option<&mut dyn Write> {
        match self {
            Out::Direct(out) => Some(out),
            Out::Paged(out, _) => out.as_mut().map(|out| out as &mut dyn Write),
            Out::Nowhere => None,
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner().map_or(Ok(bytes.len()), |out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner().map_or(Ok(()), |out| out.flush())
    }
}

impl Drop for Out {
    fn drop(&mut self) {
        if let Out::Paged(out, pager) = self {
            // the pager sees the end only when its input is closed; how it ends is its own matter
            drop(out.take());
            let _ = pager.wait();
        }
    }
}

/// Starts a pager by the shell, as it may come with options; none where it cannot be started.
fn start(pager: &str) -> Option<Out> {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut command = Command::new(shell);
    command.args([flag, pager]).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        // colours are let through, and what fits the terminal needs no pager
        command.env("LESS", "FRX");
    }
    let mut child = command.spawn().ok()?;
    let input = child.stdin.take()?;
    Some(Out::Paged(Some(BufWriter::new(input)), child))
}
