//! The few things that storage needs of a browser; the tests have a backend that fails on demand.

use super::StorageError;

/// A key-value store that answers at once, a store of large records that does not, and a clock.
pub(super) trait Backend {
    /// Whether the page has stopped, so that nothing may be written.
    fn is_stopped(&self) -> bool;
    /// Milliseconds since 1970.
    fn now_ms(&self) -> f64;
    /// Lets the page handle events before the next piece of work.
    async fn pause(&self);

    /// The text under a key.
    fn get(&self, key: &str) -> Result<Option<String>, Fault>;
    /// Replaces the text under a key.
    fn set(&self, key: &str, text: &str) -> Result<(), Fault>;
    /// Replaces the text under a key, and looks whether it is there.
    fn set_checked(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.set(key, text)?;
        if self.get(key)?.as_deref() == Some(text) {
            Ok(())
        } else {
            Err(StorageError::NotReadBack)
        }
    }
    /// Removes a key and its text.
    fn remove(&self, key: &str) -> Result<(), Fault>;
    /// All keys, those of others on this origin included.
    fn keys(&self) -> Result<Vec<String>, Fault>;

    /// Adds a record; `Ok` when it is on disk, [`Fault::Exists`] when there is one already.
    async fn add_record(
        &self,
        sequence: u64,
        saved_at_ms: f64,
        pieces: impl Iterator<Item = String>,
    ) -> Result<(), Fault>;
    /// Hands the pieces of a record to `take`; when it was saved, or `None` without one.
    async fn read_record(
        &self,
        sequence: u64,
        take: impl FnMut(&str),
    ) -> Result<Option<f64>, Fault>;
    /// The sequences of all records, ascending.
    async fn sequences(&self) -> Result<Vec<u64>, Fault>;
    /// Removes these records.
    async fn remove_records(&self, sequences: &[u64]) -> Result<(), Fault>;
    /// Bytes of all records together.
    async fn record_bytes(&self) -> Result<u64, Fault>;
}

/// How a store can fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// No more room.
    Full,
    /// No access.
    Blocked,
    /// There is a record of this sequence already.
    Exists,
    /// Something else.
    Failed {
        /// The name of the exception.
        name: String,
    },
}

impl Fault {
    /// What the name and the code of a browser's exception mean.
    pub(super) fn from_exception(name: &str, code: Option<u16>) -> Self {
        // 22 and 1014 are the codes of the same error where the name is not to be relied on
        // (older WebKit, Firefox).
        let is_full_by_code = code.is_some_and(|code| code == 22 || code == 1014);
        match name {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR" => {
                Self::Full
            }
            _ if is_full_by_code => Self::Full,
            // Firefox without permission: SecurityError here, InvalidStateError from IndexedDB.
            "SecurityError" | "InvalidStateError" | "NotAllowedError" => Self::Blocked,
            "ConstraintError" => Self::Exists,
            _ => Self::Failed {
                name: name.to_owned(),
            },
        }
    }
}
