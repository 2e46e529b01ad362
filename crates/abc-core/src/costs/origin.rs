//! How the costs of a firm are known, and whose are worth estimating first.

use super::Inputs;
use crate::customers::{Customer, Grade};
use crate::stats::order::largest_first;

/// Parts of revenue by how a cost of the customers who bring it is known. They add up to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct KnownShares {
    /// From the books or from an hour registration.
    pub recorded: f64,
    /// Estimated by a person, or by the time equation from answers.
    pub estimated: f64,
    /// A default of ours.
    pub assumed: f64,
    /// Not known and not filled.
    pub unknown: f64,
}

/// How the costs of a firm are known, weighed by revenue: a large customer whose hours nobody knows says
/// more than a small one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CostsKnown {
    /// Hours.
    pub hours: KnownShares,
    /// Direct cost.
    pub direct_cost: KnownShares,
}

impl CostsKnown {
    /// Whether nothing was recorded or estimated of anybody's costs.
    pub fn is_nothing(&self) -> bool {
        let is_told = |known: &KnownShares| known.recorded > 0.0 || known.estimated > 0.0;
        !is_told(&self.hours) && !is_told(&self.direct_cost)
    }
}

/// How the costs of these customers are known; `None` without revenue to weigh by.
pub fn costs_known(inputs: &[Inputs]) -> Option<CostsKnown> {
    let (mut all, mut known) = (0.0, CostsKnown::default());
    for input in inputs {
        let Some(revenue) = input.revenue.filter(|euros| *euros > 0.0) else {
            continue;
        };
        all += revenue;
        let hours = input.hours.map(|_| input.hours_grade);
        let direct_cost = input.direct_cost.map(|_| input.cost_grade);
        *known.hours.of(hours) += revenue;
        *known.direct_cost.of(direct_cost) += revenue;
    }
    for shares in [&mut known.hours, &mut known.direct_cost] {
        shares.recorded /= all;
        shares.estimated /= all;
        shares.assumed /= all;
        shares.unknown /= all;
    }
    (all > 0.0).then_some(known)
}

impl KnownShares {
    fn of(&mut self, grade: Option<Grade>) -> &mut f64 {
        match grade {
            Some(Grade::Recorded) => &mut self.recorded,
            Some(Grade::Estimated) => &mut self.estimated,
            Some(Grade::Assumed) => &mut self.assumed,
            None => &mut self.unknown,
        }
    }
}

/// The customers whose hours no file tells, in the order in which estimating them pays: first those of whom
/// nobody said anything, then those that were estimated; the largest revenue first.
pub fn to_estimate(customers: &[Customer], inputs: &[Inputs]) -> Vec<u32> {
    let (mut unknown, mut estimated) = (Vec::new(), Vec::new());
    for ((customer, input), position) in customers.iter().zip(inputs).zip(0_u32..) {
        if customer.hours.is_some() {
            continue;
        }
        let entry = (input.revenue.unwrap_or_default(), position);
        match input.hours_grade {
            Grade::Estimated if input.hours.is_some() => estimated.push(entry),
            _ => unknown.push(entry),
        }
    }
    largest_first(&mut unknown);
    largest_first(&mut estimated);
    unknown
        .into_iter()
        .chain(estimated)
        .map(|(_, position)| position)
        .collect()
}
