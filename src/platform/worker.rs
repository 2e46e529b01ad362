//! The text worker: one reading at a time, typed errors, cancel by terminating.

use abc_core::customers::Customer;
use abc_core::intake::{IntakeError, ReadOptions};
use abc_core::protocol::Read;

use super::File;

/// What is to be read.
#[derive(Clone, Debug)]
pub enum ReadInput {
    /// A dropped or picked file; read as a stream.
    File(File),
    /// Pasted text.
    Text(String),
}

/// Why a reading gave nothing.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WorkerError {
    /// The file itself is the trouble.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// The worker died; the next reading starts a new one.
    #[error("the worker is gone")]
    Gone,
    /// The user stopped it.
    #[error("cancelled")]
    Cancelled,
    /// A cached worker of another build answered.
    #[error("the worker is of another version")]
    VersionMismatch,
}

/// Reads `input` in the worker; `on_progress` hears bytes and records.
pub async fn read_text(
    input: ReadInput,
    options: ReadOptions,
    on_progress: impl Fn(u64, u64) + 'static,
) -> Result<(Vec<Customer>, Read), WorkerError> {
    let _ = (input, options, on_progress);
    Err(WorkerError::Gone)
}

/// Stops the reading that is under way; it ends with `WorkerError::Cancelled`.
pub fn cancel() {}
