//! What an hour of a customer costs, where that is known better than by the one rate of the firm.

use super::CostModel;
use crate::customers::Customer;

/// The rates per person, by the position of the person.
pub(super) struct HourRates {
    fallback: f64,
    of_person: Vec<Option<f64>>,
    uses_registered_cost: bool,
}

impl HourRates {
    pub(super) fn of(model: &CostModel) -> Self {
        let rate_of = |person: &String| model.person_rates.get(person).map(|rate| rate.euros());
        let of_person = if model.person_rates.is_empty() {
            Vec::new()
        } else {
            model.persons.iter().map(rate_of).collect()
        };
        Self {
            fallback: model.rate(),
            of_person,
            uses_registered_cost: !model.ignores_registered_cost,
        }
    }

    /// Cost of an average hour of this customer in euros; `None`: the firm's one rate.
    ///
    /// A rate that the owner gave for somebody who worked for it comes first, with the one rate for the
    /// others. Then the cost that the registration itself gives.
    pub(super) fn rate_of(&self, customer: &Customer) -> Option<f64> {
        let worked = &customer.seconds_by_person;
        if worked.is_empty() && customer.hours_cost.is_none() {
            return None;
        }
        let given = |person: &u32| self.of_person.get(*person as usize).copied().flatten();
        if worked.iter().any(|(person, _)| given(person).is_some()) {
            let parts = worked.iter().map(|(person, seconds)| {
                let seconds = *seconds as f64;
                (given(person).unwrap_or(self.fallback) * seconds, seconds)
            });
            let (cost, seconds) = parts.fold((0.0, 0.0), |(cost, all), (c, s)| (cost + c, all + s));
            return (seconds > 0.0).then(|| cost / seconds);
        }
        let costed = customer.costed_hours();
        costed
            .filter(|_| self.uses_registered_cost)
            .map(|(hours, cost)| cost / hours)
    }
}
