//! Enums that are not a screen's own, in words; each match is exhaustive on purpose.

use super::catalog::ShellTexts;
use crate::platform::storage::{Recovery, StorageError};

/// Why something was not saved, and what to do.
pub fn storage_error(error: &StorageError, texts: &ShellTexts) -> &'static str {
    match error {
        StorageError::Full => texts.storage_full,
        StorageError::Blocked => texts.storage_blocked,
        StorageError::ChangedElsewhere => texts.storage_changed_elsewhere,
        StorageError::Newer { .. } => texts.storage_newer,
        StorageError::NotReadBack
        | StorageError::Stopped
        | StorageError::Refused(_)
        | StorageError::Failed { .. } => texts.storage_other,
    }
}

/// What had to be done to load what was saved.
pub fn recovery(recovery: Recovery, texts: &ShellTexts) -> &'static str {
    match recovery {
        Recovery::Older => texts.recovered_older,
        Recovery::Nothing => texts.recovered_none,
    }
}
