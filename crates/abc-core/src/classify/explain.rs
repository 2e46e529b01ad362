//! What would change a class: counterfactuals for one customer, firm borders held fixed
//! (method.md section 5). Computed when somebody looks, not for everyone.

use super::{Classification, Criterion, Policy};
use crate::costs::Inputs;

/// What would lift a C over the border, one lever at a time; `None`: not with this lever alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Repair {
    /// Relative price rise (0.084 = 8.4%).
    pub price: Option<f64>,
    /// Hours to save per 12 months.
    pub hours_cut: Option<f64>,
    /// Revenue needed at the same gross-margin rate and attention, euros per 12 months.
    pub revenue: Option<f64>,
    /// Hours at which nothing is left: (cm1 - S) / rate.
    pub breakeven_hours: f64,
}

/// What one criterion would have to become for a B to be A.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The criterion.
    pub criterion: Criterion,
    /// What it takes; `None`: not with this criterion alone.
    pub need: Option<GapNeed>,
}

/// What it takes to close a gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GapNeed {
    /// At least this rating.
    Rating(u8),
    /// Revenue above this many euros per 12 months.
    RevenueAbove(f64),
    /// Contribution of at least, or above, this many euros per 12 months.
    Contribution {
        /// Euros per 12 months.
        euros: f64,
        /// Must exceed the amount, not just reach it.
        above: bool,
    },
}

/// The repair levers of customer `idx`; `None` unless its computed class is C and its contribution known.
pub fn repair_of(
    policy: &Policy,
    rate: f64,
    inputs: &[Inputs],
    classification: &Classification,
    idx: usize,
) -> Option<Repair> {
    let _ = (policy, rate, inputs, classification, idx);
    None // HELPER A
}

/// The gaps to A of customer `idx`; empty unless its computed class is B and nothing with weight is unknown.
pub fn gaps_of(
    policy: &Policy,
    inputs: &[Inputs],
    classification: &Classification,
    idx: usize,
) -> Vec<Gap> {
    let _ = (policy, inputs, classification, idx);
    Vec::new() // HELPER A
}
