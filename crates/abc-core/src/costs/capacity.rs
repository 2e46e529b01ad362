//! What an hour costs, and whether the hours and costs of all customers fit in those there are
//! (method.md section 2, time-driven ABC).

use super::Inputs;
use crate::customers::{Grade, SECONDS_PER_HOUR};
use crate::money::Cents;

/// The people who work for customers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Capacity {
    /// What they cost in a year, everything included.
    pub yearly_cost: Option<Cents>,
    /// Full-time equivalents.
    pub fte: Option<f64>,
    /// Paid hours per week of a full-time equivalent.
    pub hours_per_week: f64,
    /// Worked weeks per year.
    pub weeks: f64,
    /// The part of paid hours that can be spent on customers.
    pub practical_share: f64,
}

impl Default for Capacity {
    /// Nobody yet, at the usual 40 hours, 44 weeks and 80%: 1,408 hours per full-time equivalent.
    fn default() -> Self {
        Self {
            yearly_cost: None,
            fte: None,
            hours_per_week: 40.0,
            weeks: 44.0,
            practical_share: 0.80,
        }
    }
}

impl Capacity {
    /// The most that all people together can cost in a year: EUR 1,000,000,000,000.
    pub const MOST_YEARLY_COST: Cents = Cents(100_000_000_000_000);
    /// The most full-time equivalents.
    pub const MOST_FTE: f64 = 1_000_000.0;
    /// Hours in a week.
    pub const MOST_HOURS_PER_WEEK: f64 = 168.0;
    /// Weeks that a year touches.
    pub const MOST_WEEKS: f64 = 53.0;

    /// Practical hours per year; `None` while it is not known how many people there are.
    pub fn hours(&self) -> Option<f64> {
        let of_one = self.hours_per_week * self.weeks * self.practical_share;
        self.fte.map(|fte| fte * of_one)
    }

    /// Cost of a practical hour in euros, not a selling rate; `None` when there are no hours, or while the
    /// people or their cost are not known.
    pub fn rate(&self) -> Option<f64> {
        let hours = self.hours().filter(|hours| *hours > 0.0)?;
        self.yearly_cost.map(|cost| cost.euros() / hours)
    }
}

/// Hours there are beside hours spent, per year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reconciliation {
    /// Hours from an hour registration.
    pub recorded: f64,
    /// Hours estimated or assumed.
    pub estimated: f64,
    /// Positive: unused capacity, which is not spread over customers. Negative: more hours than people.
    pub unassigned: f64,
    /// What the estimates would have to be multiplied by to fit exactly; offered, never applied silently.
    /// `None` when nothing is estimated or the recorded hours alone are too many.
    pub scale: Option<f64>,
}

impl Reconciliation {
    /// Whether there are fewer hours than were spent; less than a second is rounding.
    pub fn is_short(&self) -> bool {
        self.unassigned <= -1.0 / SECONDS_PER_HOUR
    }
}

/// Compares the hours of all customers with the `available` customer hours per year.
pub fn reconciliation_from(inputs: &[Inputs], available: f64) -> Reconciliation {
    let (mut recorded, mut estimated) = (0.0, 0.0);
    for input in inputs {
        let hours = input.hours.unwrap_or(0.0);
        match input.hours_grade {
            Grade::Recorded => recorded += hours,
            Grade::Estimated | Grade::Assumed => estimated += hours,
        }
    }
    let room = available - recorded;
    Reconciliation {
        recorded,
        estimated,
        unassigned: room - estimated,
        scale: (estimated > 0.0 && room >= 0.0).then(|| room / estimated),
    }
}

/// What customers cost beside what the books say was spent, euros per 12 months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostReconciliation {
    /// Direct cost of all customers.
    pub direct_cost: f64,
    /// Their hours x rate, and their other cost to serve.
    pub attention_cost: f64,
    /// What the books have and no customer was given: the cost of the firm itself, which is not spread over
    /// customers. Negative: customers were given more than was spent.
    pub unassigned: f64,
}

/// Compares the cost of all customers with what the books say was spent in a year; `rate` is the cost of an
/// hour in euros.
pub fn cost_reconciliation_from(inputs: &[Inputs], rate: f64, spent: f64) -> CostReconciliation {
    let (mut direct_cost, mut attention_cost) = (0.0, 0.0);
    for input in inputs {
        direct_cost += input.direct_cost.unwrap_or(0.0);
        let hours = input.hours.unwrap_or(0.0);
        attention_cost += input.rate_or(rate) * hours + input.other_cost;
    }
    CostReconciliation {
        direct_cost,
        attention_cost,
        unassigned: spent - direct_cost - attention_cost,
    }
}
