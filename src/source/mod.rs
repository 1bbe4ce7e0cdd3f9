//! Files on disk, and the files inside containers.
//!
//! In: the PATHs that were given. Out: every file below them in a stable order ([`walk`]), its bytes ([`load`]),
//! the members it holds ([`members`]), the form they have ([`recognise`]).
//! What the bytes say is left to `read`.

mod gzip;
mod load;
mod mbox;
mod medium;
mod members;
mod mhtml;
mod tarball;
mod walk;
mod warc;
mod zipped;
mod zstd;

pub use load::{Unreadable, load};
pub use medium::{Medium, recognise};
pub use members::{Member, Opened, members};
pub use walk::{Found, Skipped, Walk, Why, walk};
pub use zipped::entry;
#[cfg(test)]
pub(crate) use zipped::pack as pack_zip;
