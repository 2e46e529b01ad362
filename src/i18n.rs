//! Words. Dutch is the source text; a text without its English twin does not compile.
//!
//! `catalog` names every text, `nl` and `en` each define one static. Texts without values are
//! `&'static str`, texts with values are functions of those values. `format` alone writes money,
//! percentages and dates; `describe` turns enums of the core into words. No other module holds a
//! sentence that a user can see.

pub mod catalog;
pub mod describe;
mod en;
pub mod format;
mod nl;

use leptos::prelude::*;

pub use catalog::Catalog;
pub use format::{Format, whole_parts};

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Dutch, the source language.
    #[default]
    Nl,
    /// English.
    En,
}

impl Locale {
    /// As in `<html lang>` and in the stored preferences.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The locale of a stored code; `None` for any other text.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "nl" => Some(Self::Nl),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Nl => Self::En,
            Self::En => Self::Nl,
        }
    }

    /// Every text in this language.
    pub fn catalog(self) -> &'static Catalog {
        match self {
            Self::Nl => &nl::CATALOG,
            Self::En => &en::CATALOG,
        }
    }

    /// How this language writes numbers, money and dates.
    pub fn format(self) -> Format {
        Format::new(self)
    }
}

/// The language on screen, provided once by the app.
#[derive(Clone, Copy)]
pub struct LocaleSignal(pub ReadSignal<Locale>);

/// The language on screen. Tracked when it is called in a closure of a view.
pub fn locale() -> Locale {
    use_context::<LocaleSignal>().map_or(Locale::Nl, |signal| signal.0.get())
}

/// The texts of the language on screen. A change of language mounts the screen anew, so a component
/// takes this once at the top of its body.
pub fn catalog() -> &'static Catalog {
    locale().catalog()
}

/// A run of a sentence: numbers with rows behind them are links, others only heavier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// As is.
    Plain(String),
    /// A number without rows behind it.
    Strong(String),
    /// A number with rows behind it; the target is a key that the screen resolves.
    Link(String, &'static str),
}

/// Shorthand for the catalogs: plain text.
pub(crate) fn plain(text: impl Into<String>) -> Span {
    Span::Plain(text.into())
}

/// Shorthand for the catalogs: heavier text.
pub(crate) fn strong(text: impl Into<String>) -> Span {
    Span::Strong(text.into())
}

/// Shorthand for the catalogs: text that leads to rows.
pub(crate) fn link(text: impl Into<String>, target: &'static str) -> Span {
    Span::Link(text.into(), target)
}

/// The sentence without its markup, for titles and screen readers.
pub fn text_of(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Plain(text) | Span::Strong(text) | Span::Link(text, _) => text.as_str(),
        })
        .collect()
}

#[cfg(test)]
mod tests;
