//! What holds whatever the figures are.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::*;
use crate::classify::rules::Money;

const PERSONS: u32 = 3;

fn customer() -> impl Strategy<Value = Customer> {
    let seconds = vec(0_u64..10_000_000, 0..=PERSONS as usize);
    let money = (1_i64..10_000_000, of(0_i64..5_000_000));
    (money, seconds, of(1_i64..1_000_000), of(-50.0..200.0)).prop_map(
        |((revenue, direct_cost), seconds, hours_cost, days_to_pay)| {
            let is_registered = !seconds.is_empty();
            let all: u64 = seconds.iter().sum();
            Customer {
                revenue: Some(Cents(revenue)),
                direct_cost: direct_cost.map(Cents),
                hours: is_registered.then(|| all as f64 / 3_600.0),
                hours_cost: hours_cost.filter(|_| is_registered).map(Cents),
                seconds_by_person: (0..).zip(seconds).collect(),
                days_to_pay,
                ..Customer::default()
            }
        },
    )
}

fn model() -> impl Strategy<Value = CostModel> {
    let rate = || of((0_i64..50_000).prop_map(Cents));
    (rate(), vec(rate(), PERSONS as usize), any::<bool>()).prop_map(
        |(hourly_cost, rates, ignores_registered_cost)| {
            let persons: Vec<String> = (0..PERSONS).map(|person| person.to_string()).collect();
            let given = persons.iter().cloned().zip(rates);
            CostModel {
                hourly_cost,
                person_rates: given
                    .filter_map(|(name, rate)| Some((name, rate?)))
                    .collect(),
                ignores_registered_cost,
                persons: persons.into(),
                ..CostModel::default()
            }
        },
    )
}

fn contributions(customers: &[Customer], model: &CostModel) -> Vec<Option<f64>> {
    let inputs = inputs_from(customers, model, &BTreeMap::new());
    let cm2 = inputs
        .iter()
        .map(|input| Money::new(input, model.rate()).cm2);
    cm2.collect()
}

proptest! {
    #[test]
    fn a_higher_rate_never_raises_a_contribution(
        customers in vec(customer(), 1..8),
        before in model(),
        raised in 0..=PERSONS,
        by in 1_i64..10_000,
    ) {
        let mut after = before.clone();
        // Of a person whose rate was given, else the one rate.
        let rate = after.person_rates.get_mut(&raised.to_string());
        match rate {
            Some(rate) => rate.0 += by,
            None => after.hourly_cost = Some(Cents(Cents::from_euros(before.rate()).0 + by)),
        }
        let pairs = contributions(&customers, &before);
        for (before, after) in pairs.into_iter().zip(contributions(&customers, &after)) {
            prop_assert!(after <= before.map(|euros| euros + 1e-6), "{before:?} {after:?}");
        }
    }

    #[test]
    fn available_hours_are_recorded_estimated_or_unused(
        customers in vec(customer(), 0..8),
        model in model(),
        available in 0.0..100_000.0,
    ) {
        let inputs = inputs_from(&customers, &model, &BTreeMap::new());
        let found = reconciliation_from(&inputs, available);
        let all = found.recorded + found.estimated + found.unassigned;
        prop_assert!((all - available).abs() < 1e-6);
        let of_inputs: f64 = inputs.iter().filter_map(|input| input.hours).sum();
        prop_assert!((found.recorded + found.estimated - of_inputs).abs() < 1e-6);
        // Who takes the scale has exactly no unused hours left.
        if let Some(scale) = found.scale {
            let fitting = CostModel { estimates_scale: Some(scale), ..model };
            let inputs = inputs_from(&customers, &fitting, &BTreeMap::new());
            let fitted = reconciliation_from(&inputs, available);
            prop_assert!(fitted.unassigned.abs() < 1e-6, "{}", fitted.unassigned);
        }
    }

    #[test]
    fn what_was_spent_is_with_customers_or_with_the_firm(
        customers in vec(customer(), 0..8),
        model in model(),
        spent in 0.0..1_000_000.0,
    ) {
        let inputs = inputs_from(&customers, &model, &BTreeMap::new());
        let found = cost_reconciliation_from(&inputs, model.rate(), spent);
        let all = found.direct_cost + found.attention_cost + found.unassigned;
        prop_assert!((all - spent).abs() < 1e-6);
        // To the cent what classification takes off revenue.
        let taken: f64 = inputs
            .iter()
            .map(|input| {
                let money = Money::new(input, model.rate());
                money.revenue.unwrap_or(0.0) - money.cm2.unwrap_or(0.0)
            })
            .sum();
        prop_assert!((found.direct_cost + found.attention_cost - taken).abs() < 1e-6);
    }

    #[test]
    fn known_shares_add_up(customers in vec(customer(), 1..8), model in model()) {
        let inputs = inputs_from(&customers, &model, &BTreeMap::new());
        if let Some(known) = costs_known(&inputs) {
            for shares in [known.hours, known.direct_cost] {
                let sum = shares.recorded + shares.estimated + shares.assumed + shares.unknown;
                prop_assert!((sum - 1.0).abs() < 1e-9);
            }
        }
    }
}
