//! Texts of what leaving, repair and keeping a C really change.

use abc_core::parting::Way;

use crate::i18n::Span;

/// What leaving does to profit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeavingWords {
    /// There is no gross margin to lose: this much more is left at once.
    PaysAtOnce(String),
    /// This much gross margin a year is lost, and the hours bring less elsewhere.
    NeverPays(String),
    /// This much gross margin a year is lost unless the hours are used elsewhere.
    FromShare {
        /// Lost as long as nobody uses the hours.
        lost: String,
        /// The share of the hours from which leaving pays.
        share: String,
        /// What an hour brings elsewhere.
        value: String,
    },
}

/// Leaving, now and later.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct PartingTexts {
    pub title: &'static str,
    pub leaving: fn(&LeavingWords) -> Vec<Span>,
    /// The slider: the share of the hours that finds other use.
    pub share: &'static str,
    /// Profit of a year without the customer, against now.
    pub a_year: &'static str,
    /// So much more, or less, than what it is held against.
    pub against: fn(&str, bool) -> String,
    /// Keeping and repair over the years ahead, both held against leaving now.
    pub ways: [&'static str; 2],
    pub years_ahead: fn(u32) -> String,
    /// The best of the three; none when no difference is clear.
    pub best: fn(Option<Way>) -> &'static str,
    /// From this share of the hours leaving is best.
    pub tipping: fn(&str) -> String,
    /// The share of volume that may be lost at the price of the repair.
    pub may_lose: fn(&str, &str) -> String,
    /// What the figures rest on: chance to stay, interest rate.
    pub rests_on: fn(&str, &str) -> String,
}
