//! Texts of the step that makes an A of a B.

use abc_core::classify::Criterion;

/// The step, who takes it, and by when.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct UpgradeTexts {
    pub title: &'static str,
    pub step: &'static str,
    /// What could help, by what is nearest to enough.
    pub example: fn(Option<Criterion>) -> &'static str,
    pub who: &'static str,
    pub by: &'static str,
    pub late: &'static str,
    /// Characters, and the most there may be.
    pub too_long: fn(usize, usize) -> String,
    pub wrong_day: &'static str,
    /// In the list of customers.
    pub mark: &'static str,
    pub mark_late: &'static str,
}
