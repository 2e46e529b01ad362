//! Texts of what the owner notes about a customer, and of the classes that he set before.

use abc_core::customers::Class;

use crate::i18n::Span;

/// A class by hand that no longer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastWords<'a> {
    /// The class.
    pub class: Class,
    /// The class by the rules then.
    pub computed: Option<Class>,
    /// Why.
    pub reason: &'a str,
    /// Free text, perhaps empty.
    pub note: &'a str,
    /// The day on which it was set.
    pub from: Option<String>,
    /// The day on which it ended.
    pub until: Option<String>,
}

/// Notes and history.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct NotesTexts {
    pub title: &'static str,
    pub label: &'static str,
    /// What it may be, where it stays, and that it can be wiped.
    pub privacy: &'static str,
    /// Characters, and the most there may be.
    pub too_long: fn(usize, usize) -> String,
    pub wipe: &'static str,
    /// What wiping takes away besides the note, before the button.
    pub wipe_takes: &'static str,
    /// Earlier classes by hand, and whether older ones may have made room.
    pub history: fn(usize, bool) -> String,
    pub past: fn(&PastWords) -> Vec<Span>,
}
