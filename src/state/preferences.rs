//! Language, theme and columns: of this browser, not of a project.

use leptos::prelude::*;

use super::session::Column;
use crate::i18n::{Locale, LocaleSignal};

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// As in `data-theme` and in the stored preferences.
    pub fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a stored code; the system's for any other text.
    pub fn from_code(code: &str) -> Self {
        match code {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The next one round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// Language, theme and columns on screen.
#[derive(Clone, Copy)]
pub struct PreferencesState {
    /// Language.
    pub locale: RwSignal<Locale>,
    /// Theme.
    pub theme: RwSignal<Theme>,
    /// The columns of the grid, from left to right.
    pub columns: RwSignal<Vec<Column>>,
}

impl PreferencesState {
    /// Makes the state and provides it, and the language, to everything below.
    pub fn provide(locale: Locale, theme: Theme, columns: Vec<Column>) -> Self {
        let state = Self {
            locale: RwSignal::new(locale),
            theme: RwSignal::new(theme),
            columns: RwSignal::new(columns),
        };
        provide_context(state);
        provide_context(LocaleSignal(state.locale.read_only()));
        state
    }

    /// The state provided above.
    pub fn expect() -> Self {
        expect_context()
    }
}
