//! The saved project in the browser: everything that localStorage and `IndexedDB` hold of ours.
//!
//! 'Saved' is an `Ok` of [`save`] and nothing else: what was written has then been read back and
//! compared. Up to about 1 MB goes to one of two keys of localStorage in turn, more to `IndexedDB`;
//! the head key, written last and replaced whole, says which save is the newest. `places` has the
//! form of each text, for a reader that is not this module (the rescue overlay of boot.js).
//!
//! Not here: what a project looks like (`abc_core::project`), and when to save. Browser storage is
//! best effort (Safari empties it after 7 days without a visit), so nothing here promises safety.

use std::rc::Rc;

use abc_core::intake::Forms;
use abc_core::project::{Project, ProjectError};

use backend::Fault;
use browser::Browser;
use keeper::Keeper;

mod backend;
mod browser;
mod keeper;
mod places;
mod preferences;

pub use places::Place;
pub use preferences::Preferences;

/// What was found in this browser.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The newest project that is whole; `None` when there is none.
    pub project: Option<Project>,
    /// When it was saved, in milliseconds since 1970.
    pub saved_at_ms: Option<f64>,
    /// What had to be done to load it, when not all was well.
    pub recovered: Option<Recovery>,
}

/// What had to be done about a broken save. Its text is kept under a key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// The newest save was broken, an older one was taken.
    Older,
    /// No save could be used.
    Nothing,
}

/// A save that was read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Counts the saves in this browser.
    pub sequence: u64,
    /// Bytes of the project's text.
    pub n_bytes: u64,
    /// Which of the stores.
    pub where_: Place,
}

/// Bytes of ours in each store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// localStorage, keys included.
    pub local_bytes: u64,
    /// `IndexedDB`.
    pub indexed_bytes: u64,
}

/// Why something was not saved, loaded or wiped. No customer is named.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser gives no more room.
    #[error("the browser's storage is full")]
    Full,
    /// The browser allows no storage to this page.
    #[error("the browser does not let this page store anything")]
    Blocked,
    /// Another tab saved since this one last loaded or saved; its work was not overwritten.
    #[error("another tab has changed what is stored")]
    ChangedElsewhere,
    /// Another tab wiped since then; what was to be gone was not brought back.
    #[error("another tab has wiped what was stored")]
    WipedElsewhere,
    /// A write seemed to succeed, but what is there now is not what was written.
    #[error("what was written is not what is stored")]
    NotReadBack,
    /// The page has stopped after a panic and writes nothing any more.
    #[error("the page has stopped, nothing is written")]
    Stopped,
    /// Everything was wiped while this waited to be saved.
    #[error("everything was wiped meanwhile, nothing is written")]
    Wiped,
    /// A newer build saved here; its work is left as it is.
    #[error("what is stored has schema {schema}, this build knows up to {known}")]
    Newer {
        /// The schema of what is stored.
        schema: u32,
        /// The newest schema that this build reads.
        known: u32,
    },
    /// The project is beyond what may be stored.
    #[error("the project cannot be stored: {0}")]
    Refused(ProjectError),
    /// The browser refused for a reason of its own.
    #[error("the browser's storage failed: {name}")]
    Failed {
        /// The name of the browser's exception.
        name: String,
    },
}

impl From<Fault> for StorageError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Full => Self::Full,
            Fault::Blocked => Self::Blocked,
            Fault::Exists => Self::ChangedElsewhere,
            Fault::Failed { name } => Self::Failed { name },
        }
    }
}

impl From<ProjectError> for StorageError {
    fn from(error: ProjectError) -> Self {
        match error {
            ProjectError::Newer { schema, known } => Self::Newer { schema, known },
            error => Self::Refused(error),
        }
    }
}

thread_local! {
    static KEEPER: Rc<Keeper<Browser>> = Rc::new(Keeper::new(Browser));
}

fn keeper() -> Rc<Keeper<Browser>> {
    KEEPER.with(Rc::clone)
}

/// The newest project that is whole; to be called before the first [`save`].
pub async fn load() -> Result<Loaded, StorageError> {
    keeper().load().await
}

/// Stores the project and reads it back. Calls that overlap wait for each other.
pub async fn save(project: &Project) -> Result<Saved, StorageError> {
    keeper().save(project).await
}

/// Stores the project before this returns, for a page that goes; `None` where that cannot be.
pub fn save_now(project: &Project) -> Option<Result<Saved, StorageError>> {
    keeper().save_now(project)
}

/// After another tab saved or wiped: the next save of this tab goes on top of that.
pub async fn take_over() -> Result<(), StorageError> {
    keeper().take_over().await
}

/// Removes everything of ours from both stores, preferences included, and looks that it is gone.
pub async fn wipe() -> Result<(), StorageError> {
    keeper().wipe().await
}

/// How much is stored where.
pub async fn usage() -> Result<Usage, StorageError> {
    keeper().usage().await
}

/// Asks the browser not to clear our storage by itself; whether it agreed.
pub async fn persist() -> bool {
    browser::persist().await
}

/// The preferences as saved; the defaults where there are none or they cannot be read.
pub fn load_preferences() -> Preferences {
    preferences::load(&Browser)
}

/// Stores the preferences and reads them back.
pub fn save_preferences(preferences: &Preferences) -> Result<(), StorageError> {
    preferences::save(&Browser, preferences)
}

/// How files of each form were said to be read.
pub fn load_forms() -> Forms {
    preferences::load_forms(&Browser)
}

/// Stores how files of each form are to be read, and reads it back; not after another tab wiped everything.
pub fn save_forms(forms: &Forms) -> Result<(), StorageError> {
    keeper().looks_unchanged()?;
    preferences::save_forms(&Browser, forms)
}

#[cfg(test)]
mod tests;
