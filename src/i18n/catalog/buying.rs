//! Texts of how a customer buys, where the rows have dates.

use abc_core::rfm::Rfm;

/// What the rhythm of buying hints at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RhythmWords {
    /// Nothing bought for so many days, which is so many times the usual.
    Silent {
        /// Days until the last purchase of anybody.
        days: u32,
        /// As a multiple of the usual interval.
        times: String,
    },
    /// Months with a purchase, in the first half of the period and in the second.
    Falling(u32, u32),
}

/// How a customer buys.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct BuyingTexts {
    pub rhythm: fn(&RhythmWords) -> String,
    /// The scores from 1 to 5.
    pub scores: fn(Rfm) -> String,
}
