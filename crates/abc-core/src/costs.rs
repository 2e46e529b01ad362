//! The cost model: from what is known of a customer to the figures that classification needs
//! (method.md section 2).
//!
//! Unknown hours and direct cost are filled here and graded `Assumed` or `Estimated`; classification
//! itself never fills anything.

mod capacity;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::customers::{Attention, Customer, CustomerId, Grade, Rating};
use crate::money::Cents;
pub use capacity::{Capacity, Reconciliation, reconciliation_from};

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
    /// Months that the hour registrations cover, where they have dates: often fewer than the books.
    /// Follows from the files and is not stored. `None`: as `months`.
    pub hours_months: Option<u16>,
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
            hours_months: None,
        }
    }
}

/// The owner's own ratings and estimates of one customer. A rating wins over a column of the file, an
/// estimate fills what no file says. Of a rating the outer `Option` says whether the owner spoke, the inner
/// whether he knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnRating {
    /// Potential.
    pub potential: Option<Option<Rating>>,
    /// Relationship.
    pub relationship: Option<Option<Rating>>,
    /// How much time it takes, for the time equation.
    pub attention: Option<Attention>,
    /// The part of its revenue that goes to direct cost, in permille.
    pub purchases_permille: Option<u16>,
    /// The mark "never satisfied": a remark beside the figures, which enters none of them. It can be
    /// personal data, so it is only kept while it stands.
    pub never_satisfied: bool,
    /// The mark "I would like more of these": the owner's taste, which enters no figure either.
    pub liked: bool,
}

/// What classification needs of one customer: euros and hours per 12 months.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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

/// Hours per year that a customer takes before orders, visits and complaints (method.md section 2).
fn base_hours(attention: Attention) -> f64 {
    match attention {
        Attention::Low => 2.0,
        Attention::Normal => 8.0,
        Attention::High => 24.0,
        Attention::Extreme => 60.0,
    }
}

/// Hours per order, visit and complaint in the time equation.
const HOURS_PER_ORDER: f64 = 0.5;
const HOURS_PER_VISIT: f64 = 2.0;
const HOURS_PER_COMPLAINT: f64 = 3.0;

/// What a year of waiting for money costs, per euro.
const LATE_PAYMENT_RATE: f64 = 0.08;

/// The inputs of every customer, in customer order.
pub fn inputs_from(
    customers: &[Customer],
    model: &CostModel,
    ratings: &BTreeMap<CustomerId, OwnRating>,
) -> Vec<Inputs> {
    let direct_share = direct_share(customers, model);
    customers
        .iter()
        .zip(0..)
        .map(|(customer, position)| {
            let own = ratings.get(&CustomerId(position)).copied();
            inputs_of(customer, model, direct_share, own.unwrap_or_default())
        })
        .collect()
}

/// The inputs of one customer.
fn inputs_of(customer: &Customer, model: &CostModel, direct_share: f64, own: OwnRating) -> Inputs {
    let per_year = 12.0 / f64::from(model.months.max(1));
    let revenue = customer.revenue.map(|amount| amount.euros() * per_year);
    let is_active = revenue.is_some_and(|euros| euros > 0.0);

    let direct_cost = match customer.direct_cost {
        Some(amount) => Some((amount.euros() * per_year, customer.cost_grade)),
        None => revenue.map(|euros| match own.purchases_permille {
            Some(permille) => (euros * f64::from(permille) / 1_000.0, Grade::Estimated),
            None => (euros * direct_share, Grade::Assumed),
        }),
    };
    let attention = own.attention.or(customer.attention);
    let hours = match customer.hours {
        Some(hours) => {
            // Hours of a column of the list cover what the list covers.
            let of_registration = model
                .hours_months
                .filter(|_| !customer.seconds_by_person.is_empty())
                .map_or(per_year, |months| 12.0 / f64::from(months.max(1)));
            Some((hours * of_registration, customer.hours_grade))
        }
        None => model
            .fills_hours
            .then(|| estimated_hours(customer, attention, per_year, is_active))
            .flatten(),
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
        hours: hours.map(|(hours, _)| hours),
        hours_grade: hours.map(|(_, grade)| grade).unwrap_or_default(),
        other_cost: customer.other_cost.euros() * per_year
            + late_payment_cost(
                revenue.unwrap_or(0.0),
                customer.days_to_pay.unwrap_or(0.0),
                LATE_PAYMENT_RATE,
            ),
        own_fault_hours: customer.own_fault_hours * per_year,
        potential: own.potential.unwrap_or(customer.potential),
        relationship: own.relationship.unwrap_or(customer.relationship),
        tenure_months: customer.tenure_months,
        filled: is_active && (is_cost_filled || is_time_filled || is_revenue_guessed),
    }
}

/// The inputs of a customer if the owner's own word of it were `own`; nobody else's change by that.
/// `now` are those that [`inputs_from`] made of it.
pub fn inputs_if(now: &Inputs, customer: &Customer, model: &CostModel, own: OwnRating) -> Inputs {
    let then = inputs_of(customer, model, 0.0, own);
    // What is filled by a share of the whole firm stays as it is.
    let is_share_used = customer.direct_cost.is_none() && own.purchases_permille.is_none();
    Inputs {
        direct_cost: if is_share_used {
            now.direct_cost
        } else {
            then.direct_cost
        },
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

/// Hours per year by the time equation. `None` for a customer without revenue of whom nothing is known:
/// hours that we made up must not turn somebody who merely bought nothing into a loss.
fn estimated_hours(
    customer: &Customer,
    attention: Option<Attention>,
    per_year: f64,
    is_active: bool,
) -> Option<(f64, Grade)> {
    let counted = [
        (customer.orders, HOURS_PER_ORDER),
        (customer.visits, HOURS_PER_VISIT),
        (customer.complaints, HOURS_PER_COMPLAINT),
    ];
    let is_told = attention.is_some() || counted.iter().any(|(n, _)| n.is_some());
    if !is_active && !is_told {
        return None;
    }
    let grade = match attention {
        Some(_) => Grade::Estimated,
        None => Grade::Assumed,
    };
    let in_period: f64 = counted
        .iter()
        .map(|(n, hours_each)| f64::from(n.unwrap_or(0)) * hours_each)
        .sum();
    let base = base_hours(attention.unwrap_or(Attention::Normal));
    Some((base + in_period * per_year, grade))
}

/// Cost of waiting for the money, euros per year, at a yearly `rate` of interest (the default is 8%); an
/// early payer costs nothing, nor does a credit note.
pub fn late_payment_cost(revenue: f64, days_to_pay: f64, rate: f64) -> f64 {
    revenue.max(0.0) * days_to_pay.max(0.0) / 365.0 * rate
}

#[cfg(test)]
mod tests;
