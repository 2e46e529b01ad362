//! Browser storage: stand-in until the real one lands.

use abc_core::project::Project;

/// What was loaded.
#[derive(Default)]
pub struct Loaded {
    /// The project, if one was saved.
    pub project: Option<Project>,
    /// When.
    pub saved_at_ms: Option<f64>,
    /// What had to be done.
    pub recovered: Option<Recovery>,
}

/// What had to be done to load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// The older slot was used.
    Older,
    /// Nothing could be used.
    Nothing,
}

/// Why storage failed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum StorageError {
    /// Full.
    #[error("full")]
    Full,
    /// Blocked.
    #[error("blocked")]
    Blocked,
    /// Another tab wrote.
    #[error("changed elsewhere")]
    ChangedElsewhere,
    /// Read back differs.
    #[error("not read back")]
    NotReadBack,
}

/// Bytes in each store.
#[derive(Clone, Copy, Debug, Default)]
pub struct Usage {
    /// localStorage.
    pub local_bytes: u64,
    /// IndexedDB.
    pub indexed_bytes: u64,
}

/// Preferences.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    /// Code.
    pub locale: String,
    /// Code.
    pub theme: String,
}

pub async fn load() -> Result<Loaded, StorageError> {
    Ok(Loaded::default())
}
pub async fn save(_project: &Project) -> Result<(), StorageError> {
    Ok(())
}
pub async fn wipe() -> Result<(), StorageError> {
    Ok(())
}
pub async fn usage() -> Result<Usage, StorageError> {
    Ok(Usage::default())
}
pub fn load_preferences() -> Preferences {
    Preferences::default()
}
pub fn save_preferences(_preferences: &Preferences) -> Result<(), StorageError> {
    Ok(())
}
