//! Ways to find weights for who does not want to move sliders: put criteria in order, or compare them two
//! by two (method.md section 11). Only helpers: the weights are the user's.

use super::Criterion;

/// Consistency ratio from which comparisons contradict each other.
const MAX_INCONSISTENCY: f64 = 0.10;

/// Consistency index of random comparisons of 3 to 8 criteria (Saaty).
const RANDOM_INDEX: [f64; 6] = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41];

/// Rank order centroid: the weight of the i-th of n is (1/n) sum of 1/k for k from i to n
/// (Barron & Barrett 1996).
pub fn rank_order_weights(n: usize) -> Vec<f64> {
    let mut weights = vec![0.0; n];
    let mut tail = 0.0;
    for (slot, k) in weights.iter_mut().rev().zip((1..=n).rev()) {
        tail += 1.0 / k as f64;
        *slot = tail / n as f64;
    }
    weights
}

/// Weights in the order of `Criterion::ALL` from an order of importance; criteria left out get none.
/// `None` when nothing is named or something twice.
pub fn weights_by_order(most_important_first: &[Criterion]) -> Option<[f64; 4]> {
    let mut weights = [0.0; 4];
    let by_rank = rank_order_weights(most_important_first.len());
    for (criterion, weight) in most_important_first.iter().zip(by_rank) {
        let slot = weights.get_mut(*criterion as usize)?;
        if *slot > 0.0 {
            return None;
        }
        *slot = weight;
    }
    (!most_important_first.is_empty()).then_some(weights)
}

/// Weights from comparisons two by two.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// They add up to one.
    pub weights: Vec<f64>,
    /// The principal eigenvalue; the number of criteria when nothing contradicts.
    pub lambda_max: f64,
    /// Consistency ratio: 0 when nothing contradicts, 1 when answers are as good as random.
    pub consistency_ratio: f64,
}

impl Compared {
    /// Whether the answers agree well enough to use.
    pub fn is_consistent(&self) -> bool {
        self.consistency_ratio < MAX_INCONSISTENCY
    }
}

/// The six questions of four criteria, in the order that [`compared_from_answers`] takes them.
pub const QUESTIONS: [(Criterion, Criterion); 6] = [
    (Criterion::Size, Criterion::Profit),
    (Criterion::Size, Criterion::Potential),
    (Criterion::Size, Criterion::Relationship),
    (Criterion::Profit, Criterion::Potential),
    (Criterion::Profit, Criterion::Relationship),
    (Criterion::Potential, Criterion::Relationship),
];

/// Weights from six answers: how many times as important the first criterion of each question is as the
/// second. `None` unless every answer is a positive number.
pub fn compared_from_answers(answers: [f64; 6]) -> Option<Compared> {
    let mut matrix = vec![vec![1.0; 4]; 4];
    for ((first, second), answer) in QUESTIONS.into_iter().zip(answers) {
        *matrix.get_mut(first as usize)?.get_mut(second as usize)? = answer;
        *matrix.get_mut(second as usize)?.get_mut(first as usize)? = 1.0 / answer;
    }
    compared_from(&matrix)
}

/// Weights from a matrix of comparisons: its principal eigenvector by power iteration (analytic hierarchy
/// process, Saaty). `None` unless it is square, of 1 to 8 criteria, and all numbers are positive.
pub fn compared_from(matrix: &[Vec<f64>]) -> Option<Compared> {
    let n = matrix.len();
    let is_positive = |value: &f64| *value > 0.0 && value.is_finite();
    let is_valid = |row: &Vec<f64>| row.len() == n && row.iter().all(is_positive);
    if !(1..=RANDOM_INDEX.len() + 2).contains(&n) || !matrix.iter().all(is_valid) {
        return None;
    }
    let times = |weights: &[f64]| -> Vec<f64> {
        let product = |row: &Vec<f64>| row.iter().zip(weights).map(|(a, w)| a * w).sum();
        matrix.iter().map(product).collect()
    };
    let mut weights = vec![1.0 / n as f64; n];
    let mut lambda_max = n as f64;
    // A positive matrix converges; the bound is for answers at the edge of what a number can be.
    for _ in 0..10_000 {
        let next = times(&weights);
        // The weights add up to one, so their image adds up to the eigenvalue.
        lambda_max = next.iter().sum();
        let next: Vec<f64> = next.into_iter().map(|value| value / lambda_max).collect();
        let moved = next.iter().zip(&weights).map(|(a, b)| (a - b).abs());
        let moved = moved.fold(0.0, f64::max);
        weights = next;
        if moved < 1e-15 {
            break;
        }
    }
    let n_free = n as f64 - 1.0;
    let random_index = n.checked_sub(3).and_then(|at| RANDOM_INDEX.get(at));
    let consistency_ratio = random_index.map_or(0.0, |random| {
        ((lambda_max - n as f64) / n_free / random).max(0.0)
    });
    Some(Compared {
        weights,
        lambda_max,
        consistency_ratio,
    })
}

#[cfg(test)]
mod tests;
