//! What customers cost: the settings of the firm, and the quick questions about one customer.

use abc_core::costs::{CostModel, OwnRating};
use abc_core::customers::{Attention, CustomerId, SECONDS_PER_HOUR};
use abc_core::money::Cents;

use super::customers::edit_own;
use crate::state::ProjectState;
use crate::state::project::Change;

/// Sets how unknown cost is filled.
pub fn set_cost_model(project: ProjectState, edit: impl FnOnce(&mut CostModel)) {
    project.apply(Change::CostModel, |project| edit(&mut project.cost_model));
}

/// Gives the cost of an hour of somebody in particular, or takes it back.
pub fn set_person_rate(project: ProjectState, person: &str, rate: Option<Cents>) {
    set_cost_model(project, |model| {
        match rate {
            Some(rate) => model.person_rates.insert(person.to_owned(), rate),
            None => model.person_rates.remove(person),
        };
    });
}

/// Multiplies the hours that nobody registered once more, so that they fit in those there are.
pub fn fit_estimates(project: ProjectState, factor: f64) {
    set_cost_model(project, |model| {
        let scale = model.estimates_scale.unwrap_or(1.0) * factor;
        if (0.0..=CostModel::MOST_SCALE).contains(&scale) {
            model.estimates_scale = Some(scale);
        }
    });
}

/// A quick question about a customer with its answer; `None` takes the answer back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Estimate {
    /// How much attention it takes.
    Attention(Option<Attention>),
    /// Orders a year.
    Orders(Option<u32>),
    /// Visits a year.
    Visits(Option<u32>),
    /// Complaints a year.
    Complaints(Option<u32>),
    /// Hours a year.
    Hours(Option<f64>),
    /// Purchases in per cent of revenue.
    Purchases(Option<f64>),
}

/// Takes the answer to a quick question; false when it is out of range, and then nothing changes.
pub fn estimate(project: ProjectState, id: CustomerId, answer: Estimate) -> bool {
    let counted = |count: Option<u32>| count.unwrap_or_default() <= OwnRating::MOST_COUNTED;
    let fits = match answer {
        Estimate::Attention(_) => true,
        Estimate::Orders(count) | Estimate::Visits(count) | Estimate::Complaints(count) => {
            counted(count)
        }
        Estimate::Hours(hours) => {
            let most = f64::from(OwnRating::MOST_SECONDS) / SECONDS_PER_HOUR;
            hours.is_none_or(|hours| (0.0..=most).contains(&hours))
        }
        Estimate::Purchases(percent) => {
            percent.is_none_or(|percent| (0.0..=100.0).contains(&percent))
        }
    };
    if fits {
        edit_own(project, Change::Estimate, id, |own| match answer {
            Estimate::Attention(attention) => own.attention = attention,
            Estimate::Orders(count) => own.orders = count,
            Estimate::Visits(count) => own.visits = count,
            Estimate::Complaints(count) => own.complaints = count,
            Estimate::Hours(hours) => {
                own.seconds = hours.map(|hours| (hours * SECONDS_PER_HOUR).round() as u32);
            }
            Estimate::Purchases(percent) => {
                own.purchases_permille = percent.map(|percent| (percent * 10.0).round() as u16);
            }
        });
    }
    fits
}
