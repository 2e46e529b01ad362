//! The cost model: from what is known of a customer to the figures that classification needs
//! (method.md section 2).
//!
//! Unknown hours and direct cost are filled here and graded `Assumed` or `Estimated`; classification
//! itself never fills anything.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::customers::{Customer, CustomerId, Grade, Rating};
use crate::money::Cents;

/// The firm-wide settings with which unknown costs are filled. Every number is ours and adjustable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostModel {
    /// Cost (not selling price) of one worked hour; `None` until the user gives one.
    pub hourly_cost: Option<Cents>,
    /// Direct cost as a share of revenue where it is unknown, in permille.
    pub direct_cost_permille: Option<u16>,
    /// Whether unknown hours are filled by the time equation.
    pub fills_hours: bool,
    /// Months that the sources cover; figures are brought to 12 months.
    pub months: u16,
    /// Whether `months` is our assumption and not read from dates or given.
    pub months_assumed: bool,
}

impl CostModel {
    /// Cost of an hour until the user gives one: EUR 60 (method.md section 2).
    pub const DEFAULT_HOURLY_COST: Cents = Cents(60_00);

    /// Cost of an hour in euros, the default where none was given.
    pub fn rate(&self) -> f64 {
        self.hourly_cost
            .unwrap_or(Self::DEFAULT_HOURLY_COST)
            .euros()
    }
}

impl Default for CostModel {
    fn default() -> Self {
        Self {
            hourly_cost: None,
            direct_cost_permille: None,
            fills_hours: true,
            months: 12,
            months_assumed: true,
        }
    }
}

/// The owner's own ratings of one customer; they win over a column of the file.
/// The outer `Option` says whether the owner spoke, the inner whether he knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnRating {
    /// Potential.
    pub potential: Option<Option<Rating>>,
    /// Relationship.
    pub relationship: Option<Option<Rating>>,
}

/// What classification needs of one customer: euros and hours per 12 months.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Inputs {
    /// Revenue in euros; `None` when unknown.
    pub revenue: Option<f64>,
    /// Direct cost in euros; `None` when unknown and not filled.
    pub direct_cost: Option<f64>,
    /// How the direct cost is known; meaningless when it is `None`.
    pub cost_grade: Grade,
    /// Hours; `None` when unknown and not filled.
    pub hours: Option<f64>,
    /// How the hours are known; meaningless when they are `None`.
    pub hours_grade: Grade,
    /// Other cost to serve in euros, late payment included.
    pub other_cost: f64,
    /// Own-fault hours, part of `hours`.
    pub own_fault_hours: f64,
    /// Potential.
    pub potential: Option<Rating>,
    /// Relationship.
    pub relationship: Option<Rating>,
    /// Months since this became a customer; `None` is treated as not new.
    pub tenure_months: Option<f64>,
}

/// The inputs of every customer, in customer order.
pub fn inputs_from(
    customers: &[Customer],
    model: &CostModel,
    ratings: &BTreeMap<CustomerId, OwnRating>,
) -> Vec<Inputs> {
    let _ = (customers, model, ratings);
    Vec::new() // HELPER A
}
