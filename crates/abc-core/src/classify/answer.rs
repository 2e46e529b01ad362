//! The class that one answer would lead to, without classifying everybody again.
//!
//! Exact, because it measures everybody as the classification does; only ranks are counted instead of
//! sorted, so that a dozen answers about a long list cost no more than a moment.

use super::Policy;
use super::pipeline::{Sums, class_at, firm_from};
use super::rules::Money;
use crate::costs::Inputs;
use crate::customers::{Class, Rating};
use crate::stats::tolerance::is_below;

/// How a value ranks among others.
#[derive(Clone, Copy)]
struct Rank {
    own: f64,
    n: u32,
    n_less: u32,
    n_equal: u32,
}

impl Rank {
    fn of(own: f64) -> Self {
        Self {
            own,
            n: 0,
            n_less: 0,
            n_equal: 0,
        }
    }

    fn count(&mut self, value: f64) {
        self.n += 1;
        if is_below(value, self.own) {
            self.n_less += 1;
        } else if !is_below(self.own, value) {
            self.n_equal += 1;
        }
    }

    /// The mid-rank percentile, 0 to 100; the value itself has been counted.
    fn percentile(self) -> f64 {
        100.0 * (f64::from(self.n_less) + 0.5 * f64::from(self.n_equal)) / f64::from(self.n.max(1))
    }
}

/// The class by the rules of customer `at` if its inputs were `instead`; everybody else's stay as they are.
///
/// `rate` is the cost of an hour in euros. `None` when it would not be classified, or is not there.
pub(crate) fn class_if(
    policy: &Policy,
    rate: f64,
    inputs: &[Inputs],
    at: usize,
    instead: &Inputs,
) -> Option<Class> {
    inputs.get(at)?;
    let own = Money::new(instead, rate);
    let margin_of = |money: Money| Some(money.cm2? / money.revenue?);
    let mut revenue = own.revenue.map(Rank::of);
    let mut contribution = own.cm2.map(Rank::of);
    let mut margin = margin_of(own).map(Rank::of);
    let mut sums = Sums::default();
    for (position, input) in inputs.iter().enumerate() {
        let money = if position == at {
            own
        } else {
            Money::new(input, rate)
        };
        sums.add(money);
        if !money.is_active() {
            continue;
        }
        for (rank, value) in [
            (&mut revenue, money.revenue),
            (&mut contribution, money.cm2),
            (&mut margin, margin_of(money)),
        ] {
            if let (Some(rank), Some(value)) = (rank, value) {
                rank.count(value);
            }
        }
    }

    let rated = |rating: Option<Rating>| rating.map(Rating::score);
    let scores = if own.is_active() {
        let profit = contribution.zip(margin);
        [
            revenue.map(Rank::percentile),
            profit.map(|(euros, share)| euros.percentile() / 2.0 + share.percentile() / 2.0),
            rated(instead.potential),
            rated(instead.relationship),
        ]
    } else {
        [None; 4]
    };
    class_at(
        instead,
        own,
        &scores,
        policy,
        &firm_from(&sums, policy, rate),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::classify::classification_from;
    use crate::classify::properties::firm;

    const RATE: f64 = 62.0;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn an_answer_leads_where_classifying_everybody_leads(
            inputs in firm(),
            pick in any::<prop::sample::Index>(),
            hours in 0.0..200.0_f64,
            potential in 1_u8..=5,
        ) {
            prop_assume!(!inputs.is_empty());
            let (policy, at) = (Policy::default(), pick.index(inputs.len()));
            let instead = Inputs {
                hours: Some(hours),
                potential: Rating::new(potential),
                ..inputs[at]
            };
            let mut changed = inputs.clone();
            changed[at] = instead;
            let whole = classification_from(&policy, RATE, &changed, &[]);
            prop_assert_eq!(
                class_if(&policy, RATE, &inputs, at, &instead),
                whole.customers[at].computed
            );
        }
    }

    #[test]
    fn nobody_is_no_class() {
        assert_eq!(
            class_if(&Policy::default(), RATE, &[], 0, &Inputs::default()),
            None
        );
    }
}
