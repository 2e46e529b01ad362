//! Weights and thresholds. None of them is the article's: all are ours, visible and adjustable.

use serde::{Deserialize, Serialize};

/// What the user may set about the classes; the defaults are method.md section 4.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    /// Weights in the order of `Criterion::ALL`; need not add up to one; never all zero.
    pub weights: [f64; 4],
    /// Least score on each known criterion for A.
    pub floor: f64,
    /// Least weighted total for A.
    pub a_cut: f64,
    /// Least margin.
    pub margin_min: MarginMin,
    /// Least contribution.
    pub contribution_min: ContributionMin,
    /// Below this many months a customer is new and never C.
    pub new_months: f64,
    /// A gross margin below this part of the firm's is a price cause.
    pub price_norm_factor: f64,
    /// Attention above this multiple of the firm's is a cause and a warning.
    pub attention_norm_factor: f64,
    /// Potential score from which a B counts as B+.
    pub b_plus_potential: f64,
}

/// Where the margin border comes from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum MarginMin {
    /// This part of the firm's own margin, when that is positive.
    FactorOfFirm(f64),
    /// A share of revenue (0.13 = 13%).
    Share(f64),
}

/// Where the contribution border comes from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum ContributionMin {
    /// Hours of keeping an account x rate.
    AccountHours(f64),
    /// Euros per 12 months.
    Euros(f64),
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            weights: [0.25; 4],
            floor: 50.0,
            a_cut: 65.0,
            margin_min: MarginMin::FactorOfFirm(0.5),
            contribution_min: ContributionMin::AccountHours(4.0),
            new_months: 6.0,
            price_norm_factor: 0.8,
            attention_norm_factor: 1.5,
            b_plus_potential: 75.0,
        }
    }
}
