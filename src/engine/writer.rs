//! Writing: statements replaced, dropped and committed together with the list of sources.
//!
//! In: statements and the source list. Out: one commit, or nothing. A run that is killed leaves the last commit.

use super::documents::Documents;
use super::fault::Fault;
use super::folder::Folder;
use super::schema::Fields;
use super::sources::Sources;
use crate::article::Statement;
use std::fs;
use tantivy::schema::Term;
use tantivy::{IndexWriter, TantivyDocument};

/// Memory for documents that are not yet written to a segment, in bytes, for all threads.
const BUFFER: usize = 48 << 20;
const THREADS: usize = 2;

/// The one writer of an index; holds its lock.
pub struct Writer {
    folder: Folder,
    fields: Fields,
    tantivy: IndexWriter<TantivyDocument>,
    documents: Documents,
}

impl Writer {
    /// Takes the lock.
    ///
    /// # Errors
    /// [`Fault::Busy`] where another process holds it; faults of the disk.
    pub fn open(folder: &Folder) -> Result<Writer, Fault> {
        let index = folder.tantivy()?;
        let (_, fields) = Fields::build();
        let tantivy: IndexWriter<TantivyDocument> =
            index.writer_with_num_threads(THREADS, BUFFER).map_err(Fault::tantivy(folder.root()))?;
        // tantivy 0.27: unless the first operation of a re-opened writer deletes a term that never occurs, a merge
        // before the next commit can double the first updated document
        tantivy.delete_term(Term::from_field_text(fields.id, "\u{0}"));
        Ok(Writer { folder: folder.clone(), fields, tantivy, documents: Documents::new(fields) })
    }

    /// Removes the statement with this id.
    pub fn remove(&self, id: &str) {
        self.tantivy.delete_term(Term::from_field_text(self.fields.id, id));
    }

    /// Adds a statement. One of the same id must be removed first.
    ///
    /// # Errors
    /// Faults of the disk.
    pub fn add(&mut self, statement: &Statement) -> Result<(), Fault> {
        let root = self.folder.root();
        let record =
            serde_json::to_vec(statement).map_err(|error| Fault::Damaged(root.to_owned(), error.to_string()))?;
        let document = self.documents.document(statement, &record);
        self.tantivy.add_document(document).map(|_| ()).map_err(Fault::tantivy(root))
    }

    /// Makes everything since the last commit visible, together with the list of sources.
    ///
    /// # Errors
    /// Faults of the disk; what was committed before stays as it was.
    pub fn commit(mut self, sources: &Sources) -> Result<(), Fault> {
        let root = self.folder.root().to_owned();
        let before = list_number(&self.folder)?;
        let number = before.unwrap_or(0) + 1;
        sources.write(&self.folder.sources(number))?;
        let mut prepared = self.tantivy.prepare_commit().map_err(Fault::tantivy(&root))?;
        prepared.set_payload(&number.to_string());
        prepared.commit().map_err(Fault::tantivy(&root))?;
        self.tantivy.wait_merging_threads().map_err(Fault::tantivy(&root))?;
        if let Some(before) = before {
            // a list that cannot be removed costs room and is never read
            let _ = fs::remove_file(self.folder.sources(before));
        }
        Ok(())
    }
}

/// The number of the source list that the last commit names.
fn list_number(folder: &Folder) -> Result<Option<u64>, Fault> {
    let metas = folder.tantivy()?.load_metas().map_err(Fault::tantivy(folder.root()))?;
    Ok(metas.payload.and_then(|payload| payload.parse().ok()))
}

/// The list of sources of the last commit; empty where nothing was committed.
pub(super) fn committed_sources(folder: &Folder) -> Result<Sources, Fault> {
    match list_number(folder)? {
        Some(number) => Sources::read(&folder.sources(number)),
        None => Ok(Sources::default()),
    }
}
