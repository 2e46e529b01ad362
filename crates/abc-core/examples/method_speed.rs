//! How long the long computations take, to steer by:
//! `cargo run --release -p abc-core --example method_speed`.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a program for a terminal, with a clock, that may stop at the first surprise"
)]

use std::time::{Duration, Instant};

use abc_core::certainty::{Certainty, n_runs_for};
use abc_core::classify::{Policy, classification_from};
use abc_core::costs::{Inputs, Uncertainty};
use abc_core::customers::{Grade, Rating};
use abc_core::prospects::FitData;
use abc_core::prospects::validation::{Validator, n_shuffles_for};
use abc_core::stats::random::SplitMix64;

const RATE: f64 = 60.0;

fn firm(n: usize, random: &mut SplitMix64) -> Vec<Inputs> {
    (0..n)
        .map(|_| {
            let revenue = 500.0 * (random.next_unit() * 5.0).exp();
            let mut rating = || Rating::new(1 + (random.next_unit() * 5.0) as u8);
            let (potential, relationship) = (rating(), rating());
            Inputs {
                revenue: Some(revenue),
                direct_cost: Some(revenue * random.next_unit()),
                cost_grade: Grade::Estimated,
                hours: Some(random.next_unit() * 60.0),
                hours_grade: Grade::Estimated,
                potential,
                relationship,
                ..Inputs::default()
            }
        })
        .collect()
}

fn traits(n: usize, random: &mut SplitMix64) -> FitData {
    let mut data = FitData::new(6);
    for _ in 0..n {
        let codes: Vec<u32> = (0..6).map(|_| (random.next_unit() * 6.0) as u32).collect();
        data.push(&codes, random.next_unit() < 0.2);
    }
    data
}

/// Runs a computation piece by piece: how long it took, and its longest piece.
fn in_pieces<T>(mut step: impl FnMut() -> Option<T>) -> (Duration, Duration) {
    let begin = Instant::now();
    let mut longest = Duration::ZERO;
    loop {
        let piece = Instant::now();
        let is_done = step().is_some();
        longest = longest.max(piece.elapsed());
        if is_done {
            return (begin.elapsed(), longest);
        }
    }
}

fn main() {
    let mut random = SplitMix64::new(1);
    let policy = Policy::default();
    for n in [300, 2_000, 10_000, 100_000] {
        let inputs = firm(n, &mut random);
        let classification = classification_from(&policy, RATE, &inputs, &[]);
        let n_runs = n_runs_for(n);
        let uncertainty = Uncertainty::default();
        let mut certainty =
            Certainty::new(&policy, RATE, &inputs, &classification, uncertainty, n_runs);
        let (all, longest) = in_pieces(|| certainty.step());
        println!("certainty {n:>7} x {n_runs:>4} runs: {all:>8.1?}, longest piece {longest:.1?}");
    }
    for n in [60, 300, 2_000, 10_000] {
        let data = traits(n, &mut random);
        let n_shuffles = n_shuffles_for(&data);
        let mut validator = Validator::new(&data, n_shuffles).expect("both groups");
        let (all, longest) = in_pieces(|| validator.step());
        println!(
            "validation {n:>6} x {n_shuffles:>4} shuffles: {all:>8.1?}, longest piece {longest:.1?}"
        );
    }
}
