//! Files on disk, and the files inside containers.
