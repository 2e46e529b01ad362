//! The cost model: from what is known of a customer to the figures that classification needs
//! (method.md section 2).
//!
//! ```text
//! hours:  registered | of a list | the owner's own | time equation     x estimates_scale unless registered
//! rate:   of the persons who worked | of the registration | typed | of the people there are | EUR 60
//! direct: of a file | the owner's own share | the firm's share
//! ```
//!
//! Unknown hours and direct cost are filled here and graded `Assumed` or `Estimated`; classification
//! itself never fills anything.

mod capacity;
mod model;
mod origin;
mod own;
mod rates;
mod time;
mod uncertainty;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::customers::{Customer, CustomerId, Grade, Rating, SECONDS_PER_HOUR};
use crate::money::Cents;
pub use capacity::{
    Capacity, CostReconciliation, Reconciliation, cost_reconciliation_from, reconciliation_from,
};
pub use model::CostModel;
pub use origin::{CostsKnown, KnownShares, costs_known, to_estimate};
pub use own::OwnRating;
use rates::HourRates;
pub use time::TimeEquation;
pub use uncertainty::Uncertainty;

/// What classification needs of one customer: euros and hours per 12 months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inputs {
    /// Revenue in euros; `None` when unknown.
    pub revenue: Option<f64>,
    /// How the revenue is known: a guess of the owner is `Assumed`, all else `Recorded`.
    pub revenue_grade: Grade,
    /// Direct cost in euros; `None` when unknown and not filled.
    pub direct_cost: Option<f64>,
    /// How the direct cost is known; meaningless when it is `None`.
    pub cost_grade: Grade,
    /// Hours; `None` when unknown and not filled.
    pub hours: Option<f64>,
    /// How the hours are known; meaningless when they are `None`.
    pub hours_grade: Grade,
    /// Cost of one of these hours in euros, where it is known of whom they are; `None`: the firm's one rate.
    pub hour_cost: Option<f64>,
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
    /// Hours or direct cost are a default of ours that nobody confirmed, or the revenue is a guess: the
    /// class is provisional.
    pub filled: bool,
}

impl Inputs {
    /// Cost of one of its hours in euros, with the firm's one rate where nothing better is known.
    pub fn rate_or(&self, firm: f64) -> f64 {
        self.hour_cost.unwrap_or(firm)
    }
}

/// The inputs of every customer, in customer order.
pub fn inputs_from(
    customers: &[Customer],
    model: &CostModel,
    ratings: &BTreeMap<CustomerId, OwnRating>,
) -> Vec<Inputs> {
    let direct_share = direct_share(customers, model);
    let rates = HourRates::of(model);
    customers
        .iter()
        .zip(0..)
        .map(|(customer, position)| {
            let own = ratings.get(&CustomerId(position)).copied();
            let hour_cost = rates.rate_of(customer);
            Inputs {
                hour_cost,
                ..inputs_of(customer, model, direct_share, own.unwrap_or_default())
            }
        })
        .collect()
}

/// The inputs of one customer, but for what one of its hours costs.
fn inputs_of(customer: &Customer, model: &CostModel, direct_share: f64, own: OwnRating) -> Inputs {
    let per_year = model.per_year();
    let revenue = customer.revenue.map(|amount| amount.euros() * per_year);
    let is_active = revenue.is_some_and(|euros| euros > 0.0);

    let direct_cost = match customer.direct_cost {
        Some(amount) => Some((amount.euros() * per_year, customer.cost_grade)),
        None => revenue.map(|euros| match own.purchases_permille {
            Some(permille) => (euros * f64::from(permille) / 1_000.0, Grade::Estimated),
            None => (euros * direct_share, Grade::Assumed),
        }),
    };
    let hours = hours_of(customer, model, own, per_year, revenue);
    // Hours that nobody registered are made to fit, where the owner chose so.
    let scale = match (hours, model.estimates_scale) {
        (Some((_, Grade::Estimated | Grade::Assumed)), Some(scale)) => scale,
        _ => 1.0,
    };
    // A percentage that the owner gave is his estimate, although it says little about this customer.
    let is_cost_filled = customer.direct_cost.is_none()
        && own.purchases_permille.is_none()
        && model.direct_cost_permille.is_none();
    let is_time_filled =
        customer.hours.is_none() && hours.is_some_and(|(_, grade)| grade == Grade::Assumed);

    let is_revenue_guessed = customer.revenue_grade == Grade::Assumed;

    Inputs {
        revenue,
        revenue_grade: customer.revenue_grade,
        direct_cost: direct_cost.map(|(euros, _)| euros),
        cost_grade: direct_cost.map(|(_, grade)| grade).unwrap_or_default(),
        hours: hours.map(|(hours, _)| hours * scale),
        hours_grade: hours.map(|(_, grade)| grade).unwrap_or_default(),
        hour_cost: None,
        other_cost: customer.other_cost.euros() * per_year
            + late_payment_cost(
                revenue.unwrap_or(0.0),
                customer.days_to_pay.unwrap_or(0.0),
                model.late_payment_rate(),
            ),
        own_fault_hours: customer.own_fault_hours * per_year * scale,
        potential: own.potential.unwrap_or(customer.potential),
        relationship: own.relationship.unwrap_or(customer.relationship),
        tenure_months: customer.tenure_months,
        filled: is_active && (is_cost_filled || is_time_filled || is_revenue_guessed),
    }
}

/// Hours per year, before they are made to fit: of a file, else as the owner gave them, else estimated.
fn hours_of(
    customer: &Customer,
    model: &CostModel,
    own: OwnRating,
    per_year: f64,
    revenue: Option<f64>,
) -> Option<(f64, Grade)> {
    if let Some(hours) = customer.hours {
        // Hours of a column of the list cover what the list covers.
        let of_registration = if customer.seconds_by_person.is_empty() {
            per_year
        } else {
            model.hours_per_year()
        };
        return Some((hours * of_registration, customer.hours_grade));
    }
    if let Some(seconds) = own.seconds {
        return Some((f64::from(seconds) / SECONDS_PER_HOUR, Grade::Estimated));
    }
    if !model.fills_hours {
        return None;
    }
    let is_active = revenue.is_some_and(|euros| euros > 0.0);
    // Nothing was sold to who was only credited, or only cost something: that is part of the result all the
    // same.
    let has_cost = customer.direct_cost.is_some_and(|cost| cost.0 > 0) || customer.other_cost.0 > 0;
    let of_credit = revenue
        .filter(|euros| *euros < 0.0 || (*euros <= 0.0 && has_cost))
        .map(|_| (0.0, Grade::Assumed));
    let estimated = model.time.hours_of(customer, own, per_year, is_active);
    estimated.or(of_credit)
}

/// The inputs of a customer if the owner's own word of it were `own`; nobody else's change by that.
/// `now` are those that [`inputs_from`] made of it.
pub(crate) fn inputs_if(
    now: &Inputs,
    customer: &Customer,
    model: &CostModel,
    own: OwnRating,
) -> Inputs {
    let then = inputs_of(customer, model, 0.0, own);
    // What is filled by a share of the whole firm stays as it is.
    let is_share_used = customer.direct_cost.is_none() && own.purchases_permille.is_none();
    Inputs {
        direct_cost: if is_share_used {
            now.direct_cost
        } else {
            then.direct_cost
        },
        // Of whom the hours are, only a file says.
        hour_cost: now.hour_cost,
        ..then
    }
}

/// Direct cost per euro of revenue where a customer's own is unknown: what the owner gave, else what it is
/// for the customers of whom it is known, else nothing.
///
/// Nothing beside customers with a known cost would make exactly the wrong one look good (method.md D6).
fn direct_share(customers: &[Customer], model: &CostModel) -> f64 {
    if let Some(permille) = model.direct_cost_permille {
        return f64::from(permille) / 1_000.0;
    }
    let known = customers
        .iter()
        .filter_map(|customer| Some((customer.direct_cost?, customer.revenue?)))
        .filter(|(_, revenue)| *revenue > Cents::ZERO);
    let (cost, revenue) = known.fold((0_i128, 0_i128), |(cost, revenue), (c, r)| {
        (cost + i128::from(c.0), revenue + i128::from(r.0))
    });
    if revenue > 0 {
        (cost as f64 / revenue as f64).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// Cost of waiting for the money, euros per year, at a yearly `rate` of interest (the default is 8%); an
/// early payer costs nothing, nor does a credit note.
pub fn late_payment_cost(revenue: f64, days_to_pay: f64, rate: f64) -> f64 {
    revenue.max(0.0) * days_to_pay.max(0.0) / 365.0 * rate
}

#[cfg(test)]
mod tests;
