//! Money as whole cents, added exactly.
//!
//! Euros as `f64` appear only in derived figures (margins, scores), never in sums of what was booked.

use serde::{Deserialize, Serialize};

/// An amount in whole euro cents; negative for credit notes.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Cents(pub i64);

impl Cents {
    /// Nothing: the neutral element of sums.
    pub const ZERO: Self = Self(0);

    /// The amount in euros, for ratios and display only.
    pub fn euros(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// Euros to the nearest cent, half away from zero.
    pub fn from_euros(euros: f64) -> Self {
        Self((euros * 100.0).round() as i64)
    }

    /// The sum, or `None` when it leaves the range of `i64` cents.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The sum, held at the ends of the range: a total that is off the scale stays off the scale.
    #[must_use]
    pub fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Self::saturating_add)
    }
}
