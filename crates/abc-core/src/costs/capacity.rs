//! What an hour costs, and whether the hours of all customers fit in those there are
//! (method.md section 2, time-driven ABC).

use super::Inputs;
use crate::customers::Grade;
use crate::money::Cents;

/// The people who work for customers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Capacity {
    /// What they cost in a year, everything included.
    pub yearly_cost: Cents,
    /// Full-time equivalents.
    pub fte: f64,
    /// Paid hours per week of a full-time equivalent.
    pub hours_per_week: f64,
    /// Worked weeks per year.
    pub weeks: f64,
    /// The part of paid hours that can be spent on customers.
    pub practical_share: f64,
}

impl Capacity {
    /// People at the usual 40 hours, 44 weeks and 80%: 1,408 hours per full-time equivalent.
    pub fn new(yearly_cost: Cents, fte: f64) -> Self {
        Self {
            yearly_cost,
            fte,
            hours_per_week: 40.0,
            weeks: 44.0,
            practical_share: 0.80,
        }
    }

    /// Practical hours per year.
    pub fn hours(&self) -> f64 {
        self.fte * self.hours_per_week * self.weeks * self.practical_share
    }

    /// Cost of a practical hour in euros, not a selling rate; `None` when there are no hours.
    pub fn rate(&self) -> Option<f64> {
        let hours = self.hours();
        (hours > 0.0).then(|| self.yearly_cost.euros() / hours)
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
