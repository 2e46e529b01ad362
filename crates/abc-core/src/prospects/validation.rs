//! Whether the score distinguishes A customers from the others beyond chance: leave-pair-out AUC (Airola
//! et al. 2009) and shuffled labels (method.md section 10).
//!
//! The AUC on the customers that were learned from is never shown: on pure noise it averages 0.90.

use serde::{Deserialize, Serialize};

use super::evidence::{FitData, TIE};
use super::pairs::{Kinds, Pairs};
use crate::profile::{IdealProfile, ProfileGrade};
use crate::stats::random::{METHOD_SEED, SplitMix64};

/// Shuffles of an ordinary list, and the fewest of a long one: with 39 the smallest p is 0.025.
const MOST_SHUFFLES: usize = 199;
const LEAST_SHUFFLES: usize = 39;
/// Pairs of an A customer and another for which all shuffles are made.
const ALL_SHUFFLES_UP_TO: u64 = 1_000_000;

/// Pairs compared per piece of work.
const PIECE: usize = 50_000;

/// The largest p that is called proof.
const ALPHA: f64 = 0.05;

/// From this many A customers on a profile can be founded.
const MIN_FOUNDED: usize = 15;

/// What the shuffles say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Signal {
    /// Distinguishes demonstrably.
    Shown,
    /// Not shown to be better than chance: good to start a conversation.
    NotShown,
    /// Below chance, which happens with weak traits and few customers; never to be turned around.
    None,
}

/// How well the score distinguishes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Validation {
    /// Of all pairs of an A customer and another, how often the A customer scores higher when both are
    /// left out of the counts, ties half.
    pub lpo_auc: f64,
    /// The same with each customer's own score left out alone.
    pub loo_auc: f64,
    /// (1 + shuffles that do as well) / (1 + shuffles).
    pub p: f64,
    /// Shuffles made: fewer for a long list, so to be shown.
    pub n_shuffles: usize,
    /// Mean of the shuffled AUCs.
    pub null_mean: f64,
    /// Standard deviation of the shuffled AUCs.
    pub null_sd: f64,
}

impl Validation {
    /// What the shuffles say.
    pub fn signal(&self) -> Signal {
        if self.lpo_auc < 0.5 {
            Signal::None
        } else if self.p <= ALPHA {
            Signal::Shown
        } else {
            Signal::NotShown
        }
    }

    /// The grade of a profile now that its score was validated: founded needs 15 A customers and a signal.
    pub fn grade(&self, profile: &IdealProfile) -> ProfileGrade {
        if profile.a.n_target >= MIN_FOUNDED && self.signal() == Signal::Shown {
            ProfileGrade::Founded
        } else {
            profile.grade
        }
    }
}

/// The shuffles to make: 199 up to a million pairs, fewer above, at least 39.
pub fn n_shuffles_for(data: &FitData) -> usize {
    let all = MOST_SHUFFLES as u64 * ALL_SHUFFLES_UP_TO;
    let affordable = all / n_pairs(data.is_a()).max(1);
    usize::try_from(affordable).map_or(MOST_SHUFFLES, |n| n.clamp(LEAST_SHUFFLES, MOST_SHUFFLES))
}

/// Pairs of an A customer and another. They outgrow a `usize` of 32 bits: 100,000 customers have more.
fn n_pairs(is_a: &[bool]) -> u64 {
    let n_a = is_a.iter().filter(|is_a| **is_a).count();
    n_a as u64 * (is_a.len() - n_a) as u64
}

/// The share of pairs in which the A customer has the higher score, ties half; `None` when one of the two
/// groups is empty.
pub fn auc(scores: &[f64], is_a: &[bool]) -> Option<f64> {
    let of = |wanted: bool| {
        let both = scores.iter().zip(is_a);
        both.filter(move |(_, is_a)| **is_a == wanted)
            .map(|(score, _)| *score)
    };
    let mut others: Vec<f64> = of(false).collect();
    others.sort_unstable_by(f64::total_cmp);
    let half_wins: u64 = of(true)
        .map(|score| {
            let n_lower = others.partition_point(|other| *other < score - TIE);
            let n_not_higher = others.partition_point(|other| *other <= score + TIE);
            n_lower as u64 + n_not_higher as u64
        })
        .sum();
    let n_pairs = n_pairs(is_a);
    (n_pairs > 0).then(|| half_wins as f64 / (2 * n_pairs) as f64)
}

/// A validation in progress.
pub struct Validator<'a> {
    data: &'a FitData,
    random: SplitMix64,
    n_shuffles: usize,
    /// The labels of this run: the real ones first, then shuffled.
    labels: Vec<bool>,
    kinds: Kinds,
    pairs: Pairs,
    /// Kinds of A customers of this run that are done, and twice the pairs won by them.
    n_done: usize,
    half_wins: u64,
    real: Option<f64>,
    shuffled: Vec<f64>,
}

impl<'a> Validator<'a> {
    /// Begins; see [`n_shuffles_for`]. `None` when one of the two groups is empty.
    pub fn new(data: &'a FitData, n_shuffles: usize) -> Option<Self> {
        if data.n_a() == 0 || data.n_a() == data.len() {
            return None;
        }
        let kinds = Kinds::of(data);
        Some(Self {
            random: SplitMix64::new(METHOD_SEED),
            n_shuffles,
            labels: data.is_a().to_vec(),
            pairs: Pairs::new(&kinds, data, data.is_a()),
            kinds,
            n_done: 0,
            half_wins: 0,
            real: None,
            shuffled: Vec::with_capacity(n_shuffles),
            data,
        })
    }

    /// Does one bounded piece of work; the answer comes with the last piece and after it.
    pub fn step(&mut self) -> Option<Validation> {
        let mut n_compared = 0;
        while self.n_done < self.pairs.n_kinds() && n_compared < PIECE {
            let (half_wins, n) = self.pairs.half_wins_of(self.n_done);
            self.half_wins += half_wins;
            self.n_done += 1;
            n_compared += n;
        }
        if self.n_done == self.pairs.n_kinds() && !self.is_done() {
            self.end_run();
        }
        self.is_done().then(|| self.answer())?
    }

    /// How much is done, from 0 to 1.
    pub fn progress(&self) -> f64 {
        let n_runs = usize::from(self.real.is_some()) + self.shuffled.len();
        let of_run = self.n_done as f64 / self.pairs.n_kinds().max(1) as f64;
        ((n_runs as f64 + of_run) / (self.n_shuffles + 1) as f64).min(1.0)
    }

    fn is_done(&self) -> bool {
        self.real.is_some() && self.shuffled.len() == self.n_shuffles
    }

    /// Notes the AUC of this run, and shuffles for the next.
    fn end_run(&mut self) {
        let auc = self.half_wins as f64 / (2 * n_pairs(&self.labels)) as f64;
        if self.real.is_none() {
            self.real = Some(auc);
        } else {
            self.shuffled.push(auc);
        }
        if self.shuffled.len() < self.n_shuffles {
            self.labels.copy_from_slice(self.data.is_a());
            for last in (1..self.labels.len()).rev() {
                let chosen = self.random.next_unit() * (last + 1) as f64;
                self.labels.swap(last, (chosen.floor() as usize).min(last));
            }
            self.pairs = Pairs::new(&self.kinds, self.data, &self.labels);
            (self.n_done, self.half_wins) = (0, 0);
        }
    }

    fn answer(&self) -> Option<Validation> {
        let lpo_auc = self.real?;
        let n = self.shuffled.len() as f64;
        let as_well = |shuffled: &&f64| **shuffled >= lpo_auc - TIE;
        let n_as_well = self.shuffled.iter().filter(as_well).count();
        let null_mean = self.shuffled.iter().sum::<f64>() / n;
        let squares = self.shuffled.iter().map(|auc| (auc - null_mean).powi(2));
        Some(Validation {
            lpo_auc,
            loo_auc: auc(&self.data.loo_scores(), self.data.is_a())?,
            p: (1.0 + n_as_well as f64) / (1.0 + n),
            n_shuffles: self.shuffled.len(),
            null_mean,
            null_sd: (squares.sum::<f64>() / n).sqrt(),
        })
    }
}
