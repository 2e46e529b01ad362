#![allow(clippy::float_cmp, reason = "what is expected here is exact in binary")]

use super::*;
use crate::customers::Rating;

/// A customer with ratings of 3, by revenue, direct cost and hours.
fn customer(revenue: f64, direct_cost: f64, hours: f64) -> Inputs {
    Inputs {
        revenue: Some(revenue),
        direct_cost: Some(direct_cost),
        hours: Some(hours),
        potential: Rating::new(3),
        relationship: Rating::new(3),
        ..Inputs::default()
    }
}

fn classify(inputs: &[Inputs]) -> Classification {
    classification_from(&Policy::default(), 60.0, inputs, &vec![None; inputs.len()])
}

#[test]
fn nobody_at_all_is_an_empty_classification() {
    assert!(classify(&[]).customers.is_empty());
}

#[test]
fn an_override_wins_even_over_a_customer_without_figures() {
    let inputs = [Inputs::default()];
    let result = classification_from(&Policy::default(), 60.0, &inputs, &[Some(Class::A)]);
    let found = &result.customers[0];
    assert_eq!(found.class, Some(Class::A));
    assert_eq!(found.computed, None);
    assert_eq!(found.status, Status::Override);
}

#[test]
fn figures_that_nobody_confirmed_make_even_a_c_provisional() {
    let mut inputs = [customer(10_000.0, 1_000.0, 8.0), customer(100.0, 0.0, 8.0)];
    for input in &mut inputs {
        input.filled = true;
    }
    let result = classify(&inputs);
    assert_eq!(result.customers[1].class, Some(Class::C));
    for found in &result.customers {
        assert_eq!(found.status, Status::Provisional);
    }
}

#[test]
fn the_marks_for_attention_tell_the_nice_and_the_middle_apart() {
    let mut inputs = vec![customer(20_000.0, 8_000.0, 20.0); 8];
    inputs.push(customer(20_000.0, 8_000.0, 60.0));
    inputs[8].relationship = Rating::new(5);
    let result = classify(&inputs);
    let found = &result.customers[8];
    assert_eq!(found.class, Some(Class::B));
    assert!(found.flags.demanding_b && found.flags.nice_takes_more);
    assert!(!result.customers[0].flags.demanding_b);
}

#[test]
fn steps_are_bounded_and_end_once() {
    let inputs = vec![customer(10_000.0, 1_000.0, 8.0); 45_000];
    let policy = Policy::default();
    let mut classifier = Classifier::new(&policy, 60.0, &inputs, &[]);
    let mut n_steps = 1;
    let result = loop {
        if let Some(result) = classifier.step() {
            break result;
        }
        n_steps += 1;
    };
    // Five slices to measure, three rankings, five slices to decide.
    assert_eq!(n_steps, 13);
    assert_eq!(result, classify(&inputs));
    assert_eq!(classifier.step(), None);
}

#[test]
fn ranks_of_before_give_the_same_classes_under_other_weights() {
    let inputs: Vec<Inputs> = (1..40_u8)
        .map(|n| {
            let n = f64::from(n);
            let mut input = customer(1_000.0 * (n * 7.0 % 13.0), 300.0 * n, n % 5.0 * 9.0);
            input.potential = Rating::new(1 + n as u8 % 5);
            input.relationship = Rating::new(1 + n as u8 % 3);
            input
        })
        .collect();
    let earlier = classify(&inputs);
    let policy = Policy {
        weights: [0.7, 0.1, 0.2, 0.0],
        a_cut: 55.0,
        ..Policy::default()
    };
    let mut again = Classifier::new(&policy, 60.0, &inputs, &[]).ranked_as(&earlier);
    let found = loop {
        if let Some(found) = again.step() {
            break found;
        }
    };
    let anew = super::classification_from(&policy, 60.0, &inputs, &[]);
    assert_ne!(anew, earlier);
    assert_eq!(found, anew);
    // Of another list it takes nothing.
    let few = &inputs[..20];
    let mut fewer = Classifier::new(&policy, 60.0, few, &[]).ranked_as(&earlier);
    let found = std::iter::repeat_with(|| fewer.step()).flatten().next();
    assert_eq!(
        found,
        Some(super::classification_from(&policy, 60.0, few, &[]))
    );
}

#[test]
fn the_summary_adds_up_per_class_and_counts_what_is_lost() {
    let mut inputs = vec![
        customer(20_000.0, 8_000.0, 20.0),
        customer(1_000.0, 900.0, 10.0),
        customer(5_000.0, 2_000.0, 5.0),
    ];
    inputs.push(Inputs {
        hours: None,
        ..customer(4_000.0, 1_000.0, 0.0)
    });
    inputs.push(Inputs::default());
    let summary = summary::summary(&inputs, &classify(&inputs));
    assert_eq!((summary.n_loss, summary.loss), (1, -500.0));
    assert_eq!(summary.n_unclassified, 1);
    assert_eq!(summary.total.n, 4);
    assert_eq!(summary.total.revenue, 30_000.0);
    assert_eq!(summary.total.n_cm2_unknown, 1);
    let c = summary.class(Class::C);
    assert_eq!((c.n, c.revenue, c.hours, c.cm2), (1, 1_000.0, 10.0, -500.0));
}

#[test]
fn a_firm_whose_hours_cost_nothing_has_no_break_even_hours() {
    let inputs = [
        customer(1_000.0, 1_200.0, 10.0),
        customer(9_000.0, 10.0, 1.0),
    ];
    let result = classification_from(&Policy::default(), 0.0, &inputs, &[]);
    let repair = explain::repair_of(0.0, &inputs, &result, 0).expect("a loss");
    assert_eq!((repair.hours_cut, repair.breakeven_hours), (None, None));
}

#[test]
fn the_figures_of_a_cause_compare_a_customer_with_the_firm() {
    // The firm: revenue 20,000, gross margin 10,000 (50%), attention 3,000 (30% of it).
    let inputs = [
        customer(18_000.0, 8_400.0, 30.0),
        customer(2_000.0, 1_600.0, 20.0),
        customer(-100.0, 0.0, 0.0),
    ];
    let result = classify(&inputs);
    assert_eq!(
        *result.customers[1].causes,
        [Cause::Attention, Cause::Price]
    );
    let found = explain::figures_of(&inputs, &result, 1).expect("figures");
    let close = |a: Option<f64>, b: f64| a.is_some_and(|a| (a - b).abs() < 1e-9);
    assert!(close(Some(found.price_gain), 600.0));
    assert!(close(Some(found.attention_gain), 1_200.0 - 0.3 * 400.0));
    assert!(close(found.gross_margin, 0.2));
    assert!(close(found.attention_share, 3.0));
    assert!(close(found.attention_ratio, 10.0));
    assert_eq!(found.hours, 20.0);
    // Credit notes alone have no normal price, and there is no fourth customer.
    assert_eq!(explain::figures_of(&inputs, &result, 2), None);
    assert_eq!(explain::figures_of(&inputs, &result, 3), None);
}
