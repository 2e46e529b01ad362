//! How sure a class is: against other weights, and against errors in the figures (method.md section 6).
//!
//! Weights are a choice and figures are measurements, so the two are reported apart: the remedies differ.
//! Weightings stand on a fixed lattice and figures are drawn with a fixed seed, so the same file gives the
//! same answer. [`Certainty::step`] does a bounded piece of the work, for a worker or between two frames.
//!
//! Not here: what is missing altogether (`Classified::missing`), and what would change a class
//! (`classify::explain`).

pub mod questions;
pub mod range;
mod trials;
pub mod weights;

use serde::{Deserialize, Serialize};

use crate::classify::{Classification, Classified, Policy, Status};
use crate::costs::{Inputs, Uncertainty};
use crate::customers::Class;
use crate::stats::tolerance::is_below;
use trials::Trials;
use weights::Weightings;

/// From this share of runs and weightings on, a class is solid; from the next on, fair.
const SOLID: f64 = 0.90;
const FAIR: f64 = 0.70;

/// Runs for a list of ordinary length, and the least for a long one.
const MOST_RUNS: usize = 1_000;
const LEAST_RUNS: usize = 100;
/// Customers for which all runs are made.
const ALL_RUNS_UP_TO: usize = 2_000;

/// Customers per piece of work.
const WEIGHTS_PIECE: usize = 256;
const TRIALS_PIECE: usize = 2_000;
/// Draw, rank twice, decide.
const PIECES_PER_RUN: usize = 4;
/// Weighing one customer on the lattice takes as long as about this many customers in a run.
const WEIGHTS_COST: usize = 16;

/// The runs to make for this many customers: 1,000 up to 2,000 customers, fewer above, at least 100.
pub fn n_runs_for(n_customers: usize) -> usize {
    (MOST_RUNS * ALL_RUNS_UP_TO / n_customers.max(1)).clamp(LEAST_RUNS, MOST_RUNS)
}

/// A class in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stability {
    /// The same class in at least 90% of near weightings and of runs.
    Solid,
    /// In at least 70%.
    Fair,
    /// In fewer.
    Shaky,
}

impl Stability {
    fn of(share: f64) -> Self {
        if !is_below(share, SOLID) {
            Self::Solid
        } else if !is_below(share, FAIR) {
            Self::Fair
        } else {
            Self::Shaky
        }
    }
}

/// How sure the computed class of one customer is. Shares run from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sureness {
    /// Weightings within 0.10 of the user's on every criterion: the part with the same class.
    pub near: f64,
    /// All weightings: the part with the same class. For information only, for nobody holds most of them.
    pub any: f64,
    /// The part of the runs in A, in B and in C.
    pub data: [f64; 3],
    /// The part of the runs with the same class.
    pub same_data: f64,
}

impl Sureness {
    /// The word for the weaker of the two.
    pub fn stability(&self) -> Stability {
        Stability::of(self.near.min(self.same_data))
    }

    /// The weaker of the two. Of a provisional class it stays below solid: what is missing or assumed was
    /// not weighed.
    pub fn weakest(&self, found: &Classified) -> f64 {
        let weakest = self.near.min(self.same_data);
        if found.status == Status::Provisional {
            weakest.min(SOLID - 0.01)
        } else {
            weakest
        }
    }

    /// The word to show; `None` while more than one class is possible: the class is open, and an answer
    /// helps more than a probability.
    pub fn label(&self, found: &Classified) -> Option<Stability> {
        (found.possible.len() <= 1).then(|| Stability::of(self.weakest(found)))
    }
}

/// How sure the classes of a whole firm are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Certainties {
    /// Weightings near the user's.
    pub n_near: usize,
    /// Weightings in all.
    pub n_any: usize,
    /// Runs made: fewer for a long list, so to be shown.
    pub n_runs: usize,
    /// In customer order; `None` where there is no class by the rules.
    pub customers: Vec<Option<Sureness>>,
}

/// Certainty in progress.
pub struct Certainty<'a> {
    policy: &'a Policy,
    weightings: Weightings,
    /// Class and scores by the rules.
    found: Vec<Known>,
    weighed: Vec<(f64, f64)>,
    trials: Trials<'a>,
    n_runs: usize,
    is_done: bool,
}

/// What is known of one customer before anything is varied.
#[derive(Clone, Copy)]
struct Known {
    class: Option<Class>,
    scores: [Option<f64>; 4],
    /// Only the weighted score can change the class: no rule fires, and nothing else forbids A.
    is_weighed: bool,
}

impl<'a> Certainty<'a> {
    /// Begins; `classification` is what came of `policy`, `rate` and `inputs`.
    pub fn new(
        policy: &'a Policy,
        rate: f64,
        inputs: &'a [Inputs],
        classification: &Classification,
        uncertainty: Uncertainty,
        n_runs: usize,
    ) -> Self {
        let customers = classification.customers.iter();
        Self {
            policy,
            weightings: Weightings::around(policy),
            found: customers
                .map(|found| Known {
                    class: found.computed,
                    scores: found.scores,
                    is_weighed: weights::is_weighed(found),
                })
                .collect(),
            weighed: Vec::with_capacity(inputs.len()),
            trials: Trials::new(rate, inputs, uncertainty),
            n_runs,
            is_done: false,
        }
    }

    /// Does one bounded piece of work, a millisecond or so for up to 10,000 customers; above that a piece is
    /// a quarter of a run. The answer comes with the last piece, once.
    pub fn step(&mut self) -> Option<Certainties> {
        if self.is_done {
            return None;
        }
        if self.weighed.len() < self.found.len() {
            let slice = self.found.iter().skip(self.weighed.len());
            for known in slice.take(WEIGHTS_PIECE) {
                self.weighed
                    .push(self.weightings.same_class(known, self.policy));
            }
            return None;
        }
        let n_customers = self.found.len().max(1);
        for _ in 0..=(PIECES_PER_RUN * TRIALS_PIECE / n_customers) {
            if self.trials.n_done() >= self.n_runs {
                break;
            }
            self.trials.piece(self.policy);
        }
        if self.trials.n_done() < self.n_runs {
            return None;
        }
        self.is_done = true;
        Some(self.answer())
    }

    /// How much is done, from 0 to 1.
    pub fn progress(&self) -> f64 {
        let n = self.found.len();
        let all = n * WEIGHTS_COST + n * self.n_runs;
        let done = self.weighed.len() * WEIGHTS_COST + n * self.trials.n_done();
        if all == 0 {
            1.0
        } else {
            done as f64 / all as f64
        }
    }

    fn answer(&self) -> Certainties {
        let sureness_of = |((known, (near, any)), data): ((&Known, &(f64, f64)), [f64; 3])| {
            let [a, b, c] = data;
            Some(Sureness {
                near: *near,
                any: *any,
                data,
                same_data: match known.class? {
                    Class::A => a,
                    Class::B => b,
                    Class::C => c,
                },
            })
        };
        let found = self.found.iter().zip(&self.weighed);
        Certainties {
            n_near: self.weightings.n_near(),
            n_any: self.weightings.n_any(),
            n_runs: self.n_runs,
            customers: found.zip(self.trials.shares()).map(sureness_of).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
