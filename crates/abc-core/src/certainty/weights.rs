//! Other weights: the simplex lattice (stochastic multicriteria acceptability on a fixed grid,
//! Lahdelma 1998).

use super::Known;
use crate::classify::{Classified, Fail, Policy};
use crate::customers::Class;
use crate::stats::tolerance::{is_above, is_below};

/// Parts of a weight: steps of 5%.
const PARTS: u32 = 20;

/// How far a near weighting may be off, on every criterion.
const RADIUS: f64 = 0.10;

/// Calls `visit` with every way to divide `parts` over this many criteria, in lexicographic order.
pub fn each_division(n_criteria: usize, parts: u32, mut visit: impl FnMut(&[u32])) {
    let mut division = vec![0; n_criteria];
    divide(&mut division, 0, parts, &mut visit);
}

fn divide(division: &mut [u32], at: usize, left: u32, visit: &mut impl FnMut(&[u32])) {
    let is_last = at + 1 == division.len();
    for part in if is_last { left..=left } else { 0..=left } {
        let Some(slot) = division.get_mut(at) else {
            return;
        };
        *slot = part;
        if is_last {
            visit(division);
        } else {
            divide(division, at + 1, left - part, visit);
        }
    }
}

/// Whether every part is within `radius` of the weights, which add up to one.
pub fn is_near(division: &[u32], parts: u32, weights: &[f64], radius: f64) -> bool {
    division.iter().zip(weights).all(|(part, weight)| {
        let off = (f64::from(*part) / f64::from(parts) - weight).abs();
        !is_above(off, radius)
    })
}

/// Whether the weighted score alone decides between A and B.
pub(super) fn is_weighed(found: &Classified) -> bool {
    found.rule.is_none() && found.fails.iter().all(|fail| *fail == Fail::Score)
}

/// The weightings over the criteria that have weight.
#[derive(Clone, Debug)]
pub(super) struct Weightings {
    /// In the order of `Criterion::ALL`, zero where the user's weight is; the near ones are marked.
    all: Vec<([f64; 4], bool)>,
}

impl Weightings {
    pub(super) fn around(policy: &Policy) -> Self {
        let weighted: Vec<usize> = policy
            .weights
            .iter()
            .enumerate()
            .filter(|(_, weight)| **weight > 0.0)
            .map(|(position, _)| position)
            .collect();
        let sum: f64 = policy.weights.iter().filter(|weight| **weight > 0.0).sum();
        let own: Vec<f64> = policy
            .weights
            .iter()
            .filter(|weight| **weight > 0.0)
            .map(|weight| weight / sum)
            .collect();
        let mut all = Vec::new();
        each_division(weighted.len(), PARTS, |division| {
            let mut weights = [0.0; 4];
            for (position, part) in weighted.iter().zip(division) {
                if let Some(slot) = weights.get_mut(*position) {
                    *slot = f64::from(*part) / f64::from(PARTS);
                }
            }
            all.push((weights, is_near(division, PARTS, &own, RADIUS)));
        });
        Self { all }
    }

    pub(super) fn n_near(&self) -> usize {
        self.all.iter().filter(|(_, is_near)| *is_near).count()
    }

    pub(super) fn n_any(&self) -> usize {
        self.all.len()
    }

    /// The share of the near weightings, and of all, that give the same class. Weightings that rest wholly
    /// on what is unknown do not count; where none is left nothing contradicts the class.
    pub(super) fn same_class(&self, known: &Known, policy: &Policy) -> (f64, f64) {
        if !known.is_weighed {
            return (1.0, 1.0);
        }
        let is_a = known.class == Some(Class::A);
        let (mut near, mut any) = (Tally::default(), Tally::default());
        for (weights, is_near) in &self.all {
            let Some(total) = total_of(known.scores, weights) else {
                continue;
            };
            let is_same = is_a != is_below(total, policy.a_cut);
            any.count(is_same);
            if *is_near {
                near.count(is_same);
            }
        }
        (near.share(), any.share())
    }
}

/// The weighted mean of the known scores.
fn total_of(scores: [Option<f64>; 4], weights: &[f64; 4]) -> Option<f64> {
    let (mut sum, mut of_weights) = (0.0, 0.0);
    for (score, weight) in scores.into_iter().zip(weights) {
        if let Some(score) = score {
            sum += weight * score;
            of_weights += weight;
        }
    }
    (of_weights > 0.0).then(|| sum / of_weights)
}

#[derive(Default)]
struct Tally {
    n_same: usize,
    n: usize,
}

impl Tally {
    fn count(&mut self, is_same: bool) {
        self.n_same += usize::from(is_same);
        self.n += 1;
    }

    fn share(&self) -> f64 {
        if self.n == 0 {
            1.0
        } else {
            self.n_same as f64 / self.n as f64
        }
    }
}
