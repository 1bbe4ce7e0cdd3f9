//! thread
/// thread
pub struct Thread;
/// note
pub struct ThreadNote;
