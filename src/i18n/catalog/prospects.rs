//! Texts of the list of prospects.

use abc_core::customers::Class;
use abc_core::prospects::validation::Signal;
use abc_core::prospects::{Band, NoFit};

/// The list of prospects on the page of the ideal customer.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct ProspectTexts {
    pub title: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    /// A list that no saved project can hold: the most it can.
    pub too_long: fn(&str) -> String,
    pub empty: &'static str,
    /// Why there is no score.
    pub no_fit: fn(NoFit) -> String,
    pub not_judged: &'static str,
    /// While the verdict is reckoned: whole percents done.
    pub judging: fn(u8) -> String,
    /// What the shuffles say.
    pub verdict: fn(&VerdictSaid<'_>) -> String,
    /// What the score is, and what it is not.
    pub fit_is: &'static str,
    /// Traits that count.
    pub counts: fn(&str) -> String,
    /// Traits that count, but are no column of the list.
    pub absent: fn(&str) -> String,
    /// Lines without a name.
    pub unnamed: fn(usize) -> String,
    /// The button for more rows: so many of so many are shown.
    pub more: fn(usize, usize) -> String,
    /// The button that picks a file, and what else can be done with one.
    pub pick: &'static str,
    pub drop: &'static str,
    /// A file that is no text.
    pub not_plain: &'static str,
    /// Opens the choice of traits, and what to know about it.
    pub choose_traits: &'static str,
    pub choose_hint: &'static str,
    pub name: &'static str,
    pub fit: &'static str,
    pub plus: &'static str,
    pub minus: &'static str,
    pub unknown: &'static str,
    /// A value that no customer has.
    pub never_seen: fn(&str) -> String,
    /// The header of the words below.
    pub band_name: &'static str,
    pub band: fn(Band) -> &'static str,
    /// In its place for who is a customer, of this class.
    pub already: fn(Option<Class>) -> String,
    /// Of whom nothing is known.
    pub band_unknown: &'static str,
    /// One trait of several is known: its fit says little.
    pub band_little: &'static str,
    pub download: &'static str,
    /// The name of the downloaded file.
    pub file_name: &'static str,
}

/// The verdict on the score.
#[derive(Clone, Copy, Debug)]
pub struct VerdictSaid<'a> {
    /// What the shuffles say.
    pub signal: Signal,
    /// Of 100 pairs, in how many the A customer comes out above.
    pub n_pairs: &'a str,
    /// A customers.
    pub n_a: usize,
    /// B and C customers.
    pub n_others: usize,
    /// Shuffles made.
    pub n_shuffles: usize,
}
