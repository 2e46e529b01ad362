//! Checks on the owner's ratings: warnings, never corrections (method.md section 1).

use crate::costs::Inputs;
use crate::customers::Rating;
use crate::stats::ranks::{percentiles, spearman};

/// From this share of ratings of 4 and 5 on, they are mild and A gets large.
const MILD_SHARE: f64 = 0.60;
/// Above this rank correlation with revenue, big customers are rated as nicer.
const HALO: f64 = 0.60;
/// Fewer ratings than this say nothing about the rater.
const MIN_RATINGS: usize = 5;

/// What is remarkable about a list of ratings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RatingWarning {
    /// This share of all ratings is 4 or 5.
    Mild(f64),
    /// Relationship follows revenue, with this Spearman correlation.
    Halo(f64),
    /// Every potential is the same: the criterion does not distinguish.
    PotentialAllEqual,
    /// Every relationship is the same.
    RelationshipAllEqual,
}

/// The warnings, most general first.
pub fn rating_warnings(inputs: &[Inputs]) -> Vec<RatingWarning> {
    let potentials: Vec<Rating> = inputs.iter().filter_map(|input| input.potential).collect();
    let relationships: Vec<Rating> = inputs
        .iter()
        .filter_map(|input| input.relationship)
        .collect();
    let mut warnings = Vec::new();

    let n = potentials.len() + relationships.len();
    let n_high = potentials
        .iter()
        .chain(&relationships)
        .filter(|rating| rating.value() >= 4)
        .count();
    let share = n_high as f64 / n.max(1) as f64;
    if n >= MIN_RATINGS && share > MILD_SHARE {
        warnings.push(RatingWarning::Mild(share));
    }
    if let Some(halo) = halo(inputs).filter(|correlation| *correlation > HALO) {
        warnings.push(RatingWarning::Halo(halo));
    }
    for (ratings, warning) in [
        (&potentials, RatingWarning::PotentialAllEqual),
        (&relationships, RatingWarning::RelationshipAllEqual),
    ] {
        let is_one_value = ratings.iter().all(|rating| ratings.first() == Some(rating));
        if ratings.len() >= MIN_RATINGS && is_one_value {
            warnings.push(warning);
        }
    }
    warnings
}

/// Spearman correlation of relationship and revenue, where both are known.
fn halo(inputs: &[Inputs]) -> Option<f64> {
    let (ratings, revenues): (Vec<f64>, Vec<f64>) = inputs
        .iter()
        .filter_map(|input| Some((f64::from(input.relationship?.value()), input.revenue?)))
        .unzip();
    if ratings.len() < MIN_RATINGS {
        return None;
    }
    spearman(&percentiles(&ratings), &percentiles(&revenues))
}
