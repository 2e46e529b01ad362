//! Texts on what surprises: the owner's guesses, last time beside this time, and the day to look again.

use abc_core::agreement::Strength;
use abc_core::chart::MatrixCounts;
use abc_core::classify::{Criterion, Rule};
use abc_core::customers::Class;

use crate::i18n::Span;

/// A figure last time and now, formatted; `None` where it was or is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThenNow {
    /// Last time.
    pub before: Option<String>,
    /// This time.
    pub after: Option<String>,
}

/// One reason why a class is another than last time, with the figure that decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeWords {
    /// Set by hand now, or not any more.
    ByHand {
        /// This time.
        is_now: bool,
    },
    /// Another C rule fires, or none: the contribution, or the margin, then and now.
    Rule {
        /// Now.
        after: Option<Rule>,
        /// What is left of a euro, and not how many euros are left.
        is_margin: bool,
        /// The figure.
        figure: ThenNow,
    },
    /// No longer new.
    NoLongerNew,
    /// A criterion passed the floor of A.
    Criterion {
        /// Which one.
        criterion: Criterion,
        /// Its score.
        score: ThenNow,
        /// The floor.
        floor: String,
    },
    /// A criterion that is rated passed the floor.
    Rating {
        /// Which one.
        criterion: Criterion,
        /// From 1 to 5.
        rating: ThenNow,
        /// The least that reaches the floor.
        needed: u8,
    },
    /// The total passed the cut of A.
    Score {
        /// The total.
        score: ThenNow,
        /// The cut.
        cut: String,
    },
    /// The contribution became known, or unknown.
    ProfitKnown {
        /// Now.
        is_now: bool,
    },
}

/// Who moved: from where, why, and how many hours more (or fewer) than now it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedWords {
    /// Class last time.
    pub before: Class,
    /// With the settings of last time it would not have moved.
    pub is_by_settings: bool,
    /// Why, most telling first.
    pub changes: Vec<ChangeWords>,
    /// Hours last time and the same in hours fewer than now; `None` when as many, or unknown.
    pub hours: Option<HoursThen>,
}

/// How the hours of last time differ from those of now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoursThen {
    /// So many fewer.
    Fewer(String),
    /// So many more.
    More(String),
}

/// How what the classes were made with differs from last time, and what that did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsThen {
    /// Cost of an hour last time and now, where they differ.
    pub hour: Option<[String; 2]>,
    /// Weights or limits are others.
    pub is_policy: bool,
    /// So many would not have moved with the settings of last time.
    pub n_by_settings: usize,
    /// Of so many that moved.
    pub n_moved: usize,
}

/// Texts on what surprises.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct SurpriseTexts {
    // Guessing.
    /// Before so many of the largest customers are guessed.
    pub offer: fn(usize) -> String,
    pub begin: &'static str,
    pub skip: &'static str,
    pub guess_title: &'static str,
    pub guess_how: &'static str,
    pub guess_keys: &'static str,
    /// The name of the customer.
    pub guess_of: fn(&str) -> String,
    /// Guessed, of so many.
    pub n_guessed: fn(usize, usize) -> String,
    pub compare: &'static str,
    pub back: &'static str,
    pub forget: &'static str,
    // What surprises.
    /// Surprises; `None` while there is nothing to compare with.
    pub heading: fn(Option<usize>) -> String,
    pub show_rows: &'static str,
    pub invite: fn(usize) -> String,
    pub guess_again: &'static str,
    /// Right, of so many.
    pub right: fn(usize, usize) -> Vec<Span>,
    /// How much better than chance, and kappa.
    pub beyond: fn(Strength, &str) -> String,
    pub n_unclassified: fn(usize) -> String,
    /// The guess, and why it is another class.
    pub guessed: fn(Class, &str) -> String,
    pub moved: fn(&MovedWords) -> String,
    pub and_more: fn(usize) -> String,
    /// In the explanation of a customer.
    pub part: &'static str,
    // Last time.
    pub last_invite: &'static str,
    pub last_pick: &'static str,
    pub last_which: &'static str,
    pub last_how: &'static str,
    pub last_reading: fn(u64) -> String,
    /// The name of the file.
    pub last_nobody: fn(&str) -> String,
    /// Where last time came from: file, day.
    pub last_from: fn(&str, Option<&str>) -> String,
    pub last_remove: &'static str,
    /// Of so many who were there both times, so many moved.
    pub matrix_say: fn(usize, usize) -> String,
    /// Above the picture, where something else than the customers changed.
    pub settings_then: fn(&SettingsThen) -> String,
    pub matrix_label: fn(&MatrixCounts) -> String,
    /// Was A, was B, was C, is new.
    pub matrix_rows: [&'static str; 4],
    /// A, B, C, is gone.
    pub matrix_columns: [&'static str; 4],
    /// New, gone.
    pub new_and_gone: fn(usize, usize) -> String,
    pub new_are: &'static str,
    pub gone_are: &'static str,
    // The day to look again.
    pub analysed: fn(&str) -> String,
    pub review: &'static str,
    pub review_wrong: &'static str,
    /// The day to look again.
    pub overdue: fn(&str) -> String,
    pub overdue_how: &'static str,
    pub overdue_keep: &'static str,
    pub overdue_later: &'static str,
    /// What last time is called when it was kept from here and not from a file.
    pub this_analysis: &'static str,
}
