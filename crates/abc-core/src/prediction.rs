//! Prediction first: the owner guesses classes before seeing figures, and is told where he was surprised
//! (R3, method.md section 11).

use std::collections::BTreeMap;

use crate::agreement::{Agreement, Surprise, largest_first};
use crate::classify::Classification;
use crate::costs::Inputs;
use crate::customers::{Class, CustomerId};
use crate::stats::order;

/// So many customers are asked about: enough to be surprised by, and done in a few minutes.
pub const ASKED: usize = 15;

/// How the guesses compare with the result.
#[derive(Clone, Debug, PartialEq)]
pub struct Prediction {
    /// Guess (row) against final class (column).
    pub agreement: Agreement,
    /// Guessed wrong, largest revenue first.
    pub surprises: Vec<Surprise>,
    /// Guesses about customers that got no class.
    pub n_unclassified: usize,
}

/// The customers to ask about: the `n` with most revenue, largest first. Nothing of the result shows in it.
pub fn customers_to_guess(inputs: &[Inputs], n: usize) -> Vec<CustomerId> {
    let known = inputs.iter().zip(0_u32..);
    let mut known: Vec<(f64, u32)> = known
        .filter_map(|(input, position)| Some((input.revenue.filter(|r| *r > 0.0)?, position)))
        .collect();
    order::largest_first(&mut known);
    let largest = known.into_iter().take(n);
    largest.map(|(_, position)| CustomerId(position)).collect()
}

/// Compares guesses with the final classes.
pub fn prediction_from(
    guesses: &BTreeMap<CustomerId, Class>,
    inputs: &[Inputs],
    classification: &Classification,
) -> Prediction {
    let mut n_unclassified = 0;
    let mut compared = Vec::new();
    for (id, guess) in guesses {
        let found = classification.customers.get(id.index());
        match found.and_then(|found| found.class) {
            Some(class) => compared.push(Surprise {
                position: id.0,
                first: *guess,
                second: class,
                revenue: inputs.get(id.index()).and_then(|input| input.revenue),
            }),
            None => n_unclassified += 1,
        }
    }
    let agreement = Agreement::from_pairs(compared.iter().map(|each| (each.first, each.second)));
    let mut surprises = compared;
    surprises.retain(|each| each.first != each.second);
    largest_first(&mut surprises, |each| each.revenue);
    Prediction {
        agreement,
        surprises,
        n_unclassified,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::{Policy, classification_from};

    #[test]
    fn the_largest_surprise_comes_first() {
        let customer = |revenue| Inputs {
            revenue,
            direct_cost: Some(0.0),
            hours: Some(1.0),
            ..Inputs::default()
        };
        let inputs = [
            customer(Some(2_000.0)),
            customer(Some(9_000.0)),
            customer(Some(4_000.0)),
            customer(None),
        ];
        assert_eq!(
            customers_to_guess(&inputs, 2),
            [CustomerId(1), CustomerId(2)]
        );
        let by_hand = [Some(Class::A), Some(Class::C), Some(Class::B), None];
        let result = classification_from(&Policy::default(), 60.0, &inputs, &by_hand);
        let guesses = (0..4)
            .map(|position| (CustomerId(position), Class::B))
            .collect();
        let found = prediction_from(&guesses, &inputs, &result);
        let positions: Vec<u32> = found.surprises.iter().map(|each| each.position).collect();
        assert_eq!(positions, [1, 0]);
        assert_eq!((found.agreement.n_same(), found.agreement.n()), (1, 3));
        assert_eq!(found.n_unclassified, 1);
    }
}
