//! What must hold for any list of customers.

use proptest::prelude::*;

use super::explain::{GapNeed, gaps_of, hours_over_cap, repair_of};
use super::pipeline::class_at;
use super::rules::{Money, rule_at};
use super::*;
use crate::customers::Rating;
use crate::stats::ranks::percentiles;

const RATE: f64 = 60.0;

fn rating() -> impl Strategy<Value = Option<Rating>> {
    prop_oneof![1 => Just(None), 9 => (1_u8..=5).prop_map(Rating::new)]
}

/// Amounts in whole cents; some unknown, some zero or negative.
fn amount(most_cents: i64) -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        1 => Just(None),
        1 => Just(Some(0.0)),
        1 => (-50_000_i64..0).prop_map(|cents| Some(cents as f64 / 100.0)),
        15 => (1..=most_cents).prop_map(|cents| Some(cents as f64 / 100.0)),
    ]
}

fn customer() -> impl Strategy<Value = Inputs> {
    let hours =
        prop_oneof![1 => Just(None), 9 => (0_u32..400).prop_map(|q| Some(f64::from(q) / 4.0))];
    let tenure = prop_oneof![1 => Just(None), 5 => (0.0..60.0).prop_map(Some)];
    let money = (amount(3_000_000), amount(1_500_000), 0_i64..50_000);
    let hour_cost =
        prop_oneof![4 => Just(None), 1 => (10_u8..200).prop_map(|euros| Some(f64::from(euros)))];
    (
        money,
        (hours, hour_cost),
        0.0..10.0,
        rating(),
        rating(),
        tenure,
        any::<bool>(),
    )
        .prop_map(
            |(
                (revenue, direct_cost, other),
                (hours, hour_cost),
                own_fault_hours,
                potential,
                relationship,
                tenure,
                filled,
            )| {
                Inputs {
                    revenue,
                    direct_cost,
                    hours,
                    hour_cost,
                    other_cost: other as f64 / 100.0,
                    own_fault_hours,
                    potential,
                    relationship,
                    tenure_months: tenure,
                    filled,
                    ..Inputs::default()
                }
            },
        )
}

pub(crate) fn firm() -> impl Strategy<Value = Vec<Inputs>> {
    prop::collection::vec(customer(), 0..40)
}

fn classify(inputs: &[Inputs], rate: f64) -> Classification {
    classification_from(&Policy::default(), rate, inputs, &[])
}

/// What the outcome of one customer is, without its figures.
fn outcome(found: &Classified) -> impl PartialEq + std::fmt::Debug {
    let causes = found.causes.clone();
    let fails = found.fails.clone();
    (
        found.class,
        found.rule,
        causes,
        fails,
        found.possible,
        found.status,
        found.flags,
    )
}

proptest! {
    #[test]
    fn classes_are_total_exclusive_and_explained(inputs in firm()) {
        let result = classify(&inputs, RATE);
        prop_assert_eq!(result.customers.len(), inputs.len());
        for (input, found) in inputs.iter().zip(&result.customers) {
            let is_classified = !matches!(found.status, Status::Inactive | Status::NoRevenueKnown);
            prop_assert_eq!(found.class.is_some(), is_classified);
            prop_assert_eq!(found.class == Some(Class::C), !found.causes.is_empty());
            prop_assert!(found.computed.is_none_or(|class| found.possible.contains(class)));
            match found.class {
                Some(Class::A) => {
                    prop_assert!(found.fails.is_empty() && found.rule.is_none());
                    prop_assert!(found.cm2.is_some_and(|cm2| cm2 > 0.0));
                }
                Some(Class::B) => prop_assert!(!found.fails.is_empty() || found.rule.is_some()),
                Some(Class::C) => prop_assert!(found.rule.is_some() && !found.is_new),
                None => prop_assert!(input.revenue.is_none_or(|revenue| revenue == 0.0)),
            }
            if found.possible.len() > 1 && is_classified {
                prop_assert_eq!(found.status, Status::Provisional);
            }
        }
    }

    #[test]
    fn the_order_of_customers_changes_nothing(
        (inputs, order) in firm().prop_flat_map(|inputs| {
            let order: Vec<usize> = (0..inputs.len()).collect();
            (Just(inputs), Just(order).prop_shuffle())
        }),
    ) {
        let shuffled: Vec<Inputs> = order.iter().map(|idx| inputs[*idx]).collect();
        let (before, after) = (classify(&inputs, RATE), classify(&shuffled, RATE));
        for (found, idx) in after.customers.iter().zip(order) {
            prop_assert_eq!(outcome(found), outcome(&before.customers[idx]));
        }
    }

    #[test]
    fn another_currency_changes_nothing(inputs in firm(), factor in 0.5..10.0) {
        let scaled: Vec<Inputs> = inputs
            .iter()
            .map(|input| Inputs {
                revenue: input.revenue.map(|euros| euros * factor),
                direct_cost: input.direct_cost.map(|euros| euros * factor),
                other_cost: input.other_cost * factor,
                hour_cost: input.hour_cost.map(|euros| euros * factor),
                ..*input
            })
            .collect();
        let (before, after) = (classify(&inputs, RATE), classify(&scaled, RATE * factor));
        for (a, b) in before.customers.iter().zip(&after.customers) {
            prop_assert_eq!(outcome(a), outcome(b));
        }
    }

    #[test]
    fn more_contribution_never_makes_a_c(inputs in firm(), more in 0.0..5_000.0) {
        let result = classify(&inputs, RATE);
        for (input, found) in inputs.iter().zip(&result.customers) {
            if let (Some(revenue), Some(cm2)) = (input.revenue.filter(|r| *r > 0.0), found.cm2)
                && rule_at(revenue, cm2, &result.firm).is_none()
            {
                prop_assert_eq!(rule_at(revenue, cm2 + more, &result.firm), None);
            }
        }
    }

    #[test]
    fn more_contribution_never_lowers_a_class(
        mut inputs in firm(),
        pick in any::<prop::sample::Index>(),
        more in 0.0..5_000.0,
    ) {
        prop_assume!(!inputs.is_empty());
        let before = classify(&inputs, RATE);
        let idx = pick.index(inputs.len());
        let Some(direct_cost) = inputs[idx].direct_cost else { return Ok(()) };
        inputs[idx].direct_cost = Some(direct_cost - more);
        // Everybody is ranked anew, but the borders are those of before.
        let scores = classify(&inputs, RATE).customers[idx].scores;
        let money = Money::new(&inputs[idx], RATE);
        let policy = Policy::default();
        let after = class_at(&inputs[idx], money, &scores, &policy, &before.firm);
        if let (Some(after), Some(before)) = (after, before.customers[idx].computed) {
            // A comes before C.
            prop_assert!(after <= before);
        }
    }

    #[test]
    fn a_repair_lifts_a_c_over_the_border_and_less_does_not(inputs in firm()) {
        let result = classify(&inputs, RATE);
        for (idx, input) in inputs.iter().enumerate() {
            let Some(repair) = repair_of(RATE, &inputs, &result, idx) else { continue };
            let (revenue, cm2) = (input.revenue.unwrap(), result.customers[idx].cm2.unwrap());
            if let Some(rise) = repair.price {
                let at = |rise: f64| {
                    rule_at(revenue * (1.0 + rise), cm2 + revenue * rise, &result.firm)
                };
                prop_assert_eq!(at(rise), None);
                prop_assert!(at(rise * 0.999 - 1e-6).is_some());
            }
            if let Some(cut) = repair.hours_cut {
                let rate = inputs[idx].rate_or(RATE);
                let at = |cut: f64| rule_at(revenue, cm2 + cut * rate, &result.firm);
                prop_assert_eq!(at(cut), None);
                prop_assert!(at(cut * 0.999 - 1e-6).is_some());
            }
        }
    }

    #[test]
    fn at_the_cap_a_b_takes_the_share_of_attention_that_the_firm_takes(inputs in firm()) {
        let result = classify(&inputs, RATE);
        for (idx, input) in inputs.iter().enumerate() {
            let Some(cap) = hours_over_cap(RATE, &inputs, &result, idx) else { continue };
            let found = &result.customers[idx];
            prop_assert_eq!(found.computed, Some(Class::B));
            prop_assert!(cap < input.hours.unwrap());
            if cap > 0.0 {
                let share = (cap * input.rate_or(RATE) + input.other_cost) / found.cm1.unwrap();
                let of_firm = result.firm.attention_share.unwrap();
                prop_assert!((share - of_firm).abs() < 1e-9 * of_firm.max(1.0));
            }
        }
    }

    #[test]
    fn a_gap_is_the_smallest_amount_that_closes_it(inputs in firm()) {
        let result = classify(&inputs, RATE);
        for idx in 0..inputs.len() {
            for gap in gaps_of(&Policy::default(), &inputs, &result, idx) {
                let (Some(need), Some(score)) = (gap.need, gap.need_score) else { continue };
                let reached = |euros: f64| score_at(&inputs, &result, idx, gap.criterion, euros);
                if let GapNeed::RevenueAbove(euros) | GapNeed::ContributionAbove(euros) = need {
                    prop_assert!(reached(euros + 0.001) >= score - 1e-9);
                    prop_assert!(reached(euros - 0.001) < score);
                }
            }
        }
    }
}

/// The size or profit score of customer `idx` if its revenue or contribution were `euros`.
fn score_at(
    inputs: &[Inputs],
    result: &Classification,
    idx: usize,
    criterion: Criterion,
    euros: f64,
) -> f64 {
    let active: Vec<usize> = (0..inputs.len())
        .filter(|i| inputs[*i].revenue.is_some_and(|revenue| revenue > 0.0))
        .filter(|i| criterion == Criterion::Size || result.customers[*i].cm2.is_some())
        .collect();
    let own = active.iter().position(|i| *i == idx).unwrap();
    let score = |value_of: &dyn Fn(usize) -> f64, own_value: f64| {
        let value = |i: &usize| if *i == idx { own_value } else { value_of(*i) };
        percentiles(&active.iter().map(value).collect::<Vec<_>>())[own]
    };
    if criterion == Criterion::Size {
        return score(&|i| inputs[i].revenue.unwrap(), euros);
    }
    let own_revenue = inputs[idx].revenue.unwrap();
    let contribution = score(&|i| result.customers[i].cm2.unwrap(), euros);
    let margin = score(
        &|i| result.customers[i].margin.unwrap(),
        euros / own_revenue,
    );
    f64::midpoint(contribution, margin)
}
