//! Texts of naming customers from memory.

use abc_core::customers::Attention;
use abc_core::readings::names::RevenueBucket;

/// Names only: no file, only guesses.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct NamesTexts {
    pub title: &'static str,
    pub what_it_is: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub next: &'static str,
    pub back: &'static str,
    pub guess_hint: &'static str,
    /// Names above the most that are taken.
    pub left_out: fn(&str) -> String,
    pub name: &'static str,
    pub revenue: &'static str,
    pub attention: &'static str,
    pub potential: &'static str,
    pub relationship: &'static str,
    pub unknown: &'static str,
    /// What is guessed, of whom.
    pub of: fn(&str, &str) -> String,
    pub bucket: fn(RevenueBucket) -> &'static str,
    pub attention_word: fn(Attention) -> &'static str,
    pub show: &'static str,
}
