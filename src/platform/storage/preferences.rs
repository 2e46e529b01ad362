//! What is stored that is not of a project: language, theme, columns, and how files of one form are read.

use abc_core::intake::Forms;
use abc_core::project::stored;
use serde::{Deserialize, Serialize};

use super::StorageError;
use super::backend::Backend;
use super::places::{FORMS, PREFERENCES};

const VERSION: u32 = 1;

/// A longer code is no language and no theme.
const MAX_CODE_BYTES: usize = 32;

/// How the page looks and speaks, as short codes: empty for 'nothing chosen', ignored where nobody knows one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// A language code, such as `nl`.
    pub locale: String,
    /// A theme, such as `dark`.
    pub theme: String,
    /// The columns of the grid; `None` until some are chosen.
    pub columns: Option<Vec<String>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    locale: String,
    theme: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    columns: Option<Vec<String>>,
}

pub(super) fn load<B: Backend>(backend: &B) -> Preferences {
    let text = backend.get(PREFERENCES).ok().flatten();
    text.and_then(|text| preferences_from_text(&text))
        .unwrap_or_default()
}

fn preferences_from_text(text: &str) -> Option<Preferences> {
    let stored: Stored = serde_json::from_str(text).ok()?;
    let is_code = |code: &str| code.len() <= MAX_CODE_BYTES;
    let is_sane = stored.version == VERSION && is_code(&stored.locale) && is_code(&stored.theme);
    is_sane.then_some(Preferences {
        locale: stored.locale,
        theme: stored.theme,
        columns: stored.columns,
    })
}

pub(super) fn save<B: Backend>(backend: &B, preferences: &Preferences) -> Result<(), StorageError> {
    let stored = Stored {
        version: VERSION,
        locale: preferences.locale.clone(),
        theme: preferences.theme.clone(),
        columns: preferences.columns.clone(),
    };
    let text = serde_json::to_string(&stored).map_err(|error| StorageError::Failed {
        name: error.to_string(),
    })?;
    write(backend, PREFERENCES, &text)
}

/// What was said about files per form; nothing where there is none, or it cannot be read.
pub(super) fn load_forms<B: Backend>(backend: &B) -> Forms {
    let text = backend.get(FORMS).ok().flatten();
    text.map_or_else(Forms::default, |text| stored::forms_from_text(&text))
}

/// Stores what was said about files per form; nothing is written where nothing changed.
pub(super) fn save_forms<B: Backend>(backend: &B, forms: &Forms) -> Result<(), StorageError> {
    if *forms == load_forms(backend) {
        return Ok(());
    }
    write(backend, FORMS, &stored::forms_text(forms))
}

fn write<B: Backend>(backend: &B, key: &str, text: &str) -> Result<(), StorageError> {
    if backend.is_stopped() {
        return Err(StorageError::Stopped);
    }
    backend.set_checked(key, text)
}
