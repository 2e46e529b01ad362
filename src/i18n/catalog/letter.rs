//! Texts of the request to the bookkeeper.

use crate::i18n::Locale;

/// The letter that asks for an auditfile and an hours export, and the dialog around it.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct LetterTexts {
    /// Before the link that opens the dialog.
    pub no_figures: &'static str,
    pub open: &'static str,
    /// After it.
    pub what_it_says: &'static str,
    pub title: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    /// The letter, about this financial year.
    pub letter: fn(i16) -> String,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    /// The button that shows the letter in the other language.
    pub in_language: fn(Locale) -> &'static str,
}
