use proptest::prelude::*;

use super::range::{Measure, RangeVerdict, range_of};
use super::*;
use crate::classify::pipeline::class_at;
use crate::classify::rules::Money;
use crate::classify::{classification_from, properties::firm};
use crate::customers::{Grade, Rating};

const RATE: f64 = 60.0;

fn customer(revenue: f64, direct_cost: f64, hours: f64, rating: u8) -> Inputs {
    Inputs {
        revenue: Some(revenue),
        direct_cost: Some(direct_cost),
        hours: Some(hours),
        potential: Rating::new(rating),
        relationship: Rating::new(rating),
        ..Inputs::default()
    }
}

fn certainties(inputs: &[Inputs]) -> Certainties {
    let policy = Policy::default();
    let classification = classification_from(&policy, RATE, inputs, &[]);
    let (n_runs, uncertainty) = (n_runs_for(inputs.len()), Uncertainty::default());
    let mut work = Certainty::new(&policy, RATE, inputs, &classification, uncertainty, n_runs);
    std::iter::repeat_with(|| work.step())
        .flatten()
        .next()
        .unwrap()
}

#[test]
fn fewer_runs_for_long_lists_but_never_too_few() {
    for (n_customers, n_runs) in [
        (0, 1_000),
        (2_000, 1_000),
        (4_000, 500),
        (20_000, 100),
        (1_000_000, 100),
    ] {
        assert_eq!(n_runs_for(n_customers), n_runs, "{n_customers} customers");
    }
}

#[test]
fn nobody_needs_no_work() {
    let nobody = certainties(&[]);
    assert_eq!(nobody.customers, []);
    assert_eq!((nobody.n_near, nobody.n_any), (85, 1_771));
}

#[test]
fn progress_rises_to_the_answer_which_comes_once() {
    let inputs: Vec<Inputs> = (1..=300)
        .map(|i| customer(f64::from(i) * 500.0, 100.0, 4.0, 3))
        .collect();
    let policy = Policy::default();
    let classification = classification_from(&policy, RATE, &inputs, &[]);
    let uncertainty = Uncertainty::default();
    let mut certainty = Certainty::new(&policy, RATE, &inputs, &classification, uncertainty, 20);
    let mut before = 0.0;
    let found = loop {
        let found = certainty.step();
        assert!(certainty.progress() > before || found.is_some());
        before = certainty.progress();
        if let Some(found) = found {
            break found;
        }
    };
    assert!((before - 1.0).abs() < 1e-12);
    assert_eq!(found.n_runs, 20);
    assert_eq!(found.customers.len(), inputs.len());
    assert_eq!(certainty.step(), None);
}

#[test]
fn a_guessed_revenue_makes_a_border_customer_shaky() {
    let mut inputs: Vec<Inputs> = (0..9).map(|_| customer(4_000.0, 0.0, 10.0, 3)).collect();
    let mut near_border = customer(1_000.0, 500.0, 4.1, 3);
    inputs.push(near_border);
    let same = |inputs: &[Inputs]| certainties(inputs).customers[9].unwrap().same_data;
    let sure = same(&inputs);
    near_border.revenue_grade = Grade::Assumed;
    inputs[9] = near_border;
    assert!(same(&inputs) < sure);
}

#[test]
fn a_range_says_what_to_measure_and_where_it_tips() {
    let assumed = Inputs {
        hours_grade: Grade::Assumed,
        ..customer(1_000.0, 100.0, 20.0, 3)
    };
    let others = customer(8_000.0, 5_000.0, 10.0, 3);
    let inputs = [assumed, others, others, others];
    let classification = classification_from(&Policy::default(), RATE, &inputs, &[]);
    let range = |idx| range_of(RATE, &inputs, &classification, &Uncertainty::default(), idx);
    let found = range(0).unwrap();
    assert_eq!(found.verdict(), RangeVerdict::Depends);
    assert!(found.low < found.border && found.border < found.high);
    assert_eq!(found.measure_first, Some(Measure::Hours));
    // Breaks even at 15 of its 20 hours.
    assert!((found.tipping.unwrap() - 0.25).abs() < 1e-12);
    let safe = range(1).unwrap();
    assert_eq!((safe.verdict(), safe.tipping), (RangeVerdict::NotC, None));
    assert_eq!(range(4), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_short_way_finds_the_class_of_the_long_way(inputs in firm()) {
        let policy = Policy::default();
        let result = classification_from(&policy, RATE, &inputs, &[]);
        for (input, found) in inputs.iter().zip(&result.customers) {
            let money = Money::new(input, RATE);
            let class = class_at(input, money, &found.scores, &policy, &result.firm);
            prop_assert_eq!(class, found.computed);
        }
    }

    #[test]
    fn without_uncertainty_every_run_agrees(mut inputs in firm()) {
        for input in &mut inputs {
            (input.potential, input.relationship) = (None, None);
        }
        let policy = Policy::default();
        let result = classification_from(&policy, RATE, &inputs, &[]);
        let none = Uncertainty { hours: [0.0; 3], direct_cost: [0.0; 3], revenue: [0.0; 3] };
        let mut certainty = Certainty::new(&policy, RATE, &inputs, &result, none, 3);
        let found = loop {
            if let Some(found) = certainty.step() { break found }
        };
        for (sureness, found) in found.customers.iter().zip(&result.customers) {
            prop_assert_eq!(sureness.is_some(), found.computed.is_some());
            if let Some(sureness) = sureness {
                prop_assert!(sureness.same_data >= 1.0);
                prop_assert!((0.0..=1.0).contains(&sureness.near));
            }
        }
    }
}
