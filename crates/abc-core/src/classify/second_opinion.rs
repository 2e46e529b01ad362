//! A second opinion on the order of customers: distance to the best customer imaginable (TOPSIS). It gives no
//! class.

use serde::{Deserialize, Serialize};

use super::{Classification, Policy};
use crate::costs::Inputs;
use crate::stats::multicriteria::{ranks_descending, topsis};
use crate::stats::ranks::{percentiles, spearman};
use crate::stats::tolerance::is_at_most_zero;

/// Fewer customers than this cannot be put in an order that says anything.
const MIN_CUSTOMERS: usize = 5;

/// One customer in both orders.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opinion {
    /// Customer position.
    pub position: u32,
    /// Nearness to the ideal, 0 to 1.
    pub similarity: f64,
    /// 1 for the nearest to the ideal.
    pub rank: u32,
    /// 1 for the largest weighted total.
    pub total_rank: u32,
}

/// The second opinion on a firm.
#[derive(Clone, Debug, PartialEq)]
pub struct SecondOpinion {
    /// Active customers of which all criteria with weight are known, in customer order.
    pub opinions: Vec<Opinion>,
    /// Spearman correlation with the weighted total; `None` when one of the two does not distinguish.
    pub correlation: Option<f64>,
}

/// A second opinion in one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct InShort {
    /// As in [`SecondOpinion`].
    pub correlation: Option<f64>,
    /// Whom the two orders place farthest apart; `None` when they are the same.
    pub farthest: Option<Opinion>,
}

impl SecondOpinion {
    /// What there is to say of it.
    pub(crate) fn in_short(&self) -> InShort {
        let apart = |opinion: &Opinion| opinion.rank.abs_diff(opinion.total_rank);
        InShort {
            correlation: self.correlation,
            farthest: self
                .opinions
                .iter()
                .copied()
                .filter(|opinion| apart(opinion) > 0)
                .max_by_key(apart),
        }
    }
}

/// TOPSIS over revenue, margin and the two ratings, with the user's weights; `None` below 5 customers.
pub fn second_opinion(
    policy: &Policy,
    inputs: &[Inputs],
    classification: &Classification,
) -> Option<SecondOpinion> {
    let (mut rows, mut totals, mut positions) = (Vec::new(), Vec::new(), Vec::new());
    for ((input, found), position) in inputs.iter().zip(&classification.customers).zip(0_u32..) {
        let is_active = input
            .revenue
            .is_some_and(|revenue| !is_at_most_zero(revenue));
        let (true, true, Some(total)) = (is_active, found.missing.is_empty(), found.total) else {
            continue;
        };
        let score = |rating: Option<crate::customers::Rating>| {
            rating.map_or(0.0, |rating| f64::from(rating.value()))
        };
        // What is unknown here has no weight.
        rows.push(vec![
            input.revenue.unwrap_or(0.0),
            found.margin.unwrap_or(0.0),
            score(input.potential),
            score(input.relationship),
        ]);
        totals.push(total);
        positions.push(position);
    }
    if rows.len() < MIN_CUSTOMERS {
        return None;
    }
    let sum: f64 = policy.weights.iter().sum();
    let weights = policy.weights.map(|weight| weight / sum);
    let similarities = topsis(&rows, &weights);
    let correlation = spearman(&percentiles(&similarities), &percentiles(&totals));
    let ranks = ranks_descending(&similarities).into_iter();
    let both = ranks.zip(ranks_descending(&totals));
    let opinions = positions
        .into_iter()
        .zip(&similarities)
        .zip(both)
        .map(|((position, similarity), (rank, total_rank))| Opinion {
            position,
            similarity: *similarity,
            rank,
            total_rank,
        })
        .collect();
    Some(SecondOpinion {
        opinions,
        correlation,
    })
}

#[cfg(test)]
mod tests;
