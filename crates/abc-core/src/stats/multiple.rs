//! Many comparisons at once.

use super::order::largest_first;

/// Benjamini-Hochberg q of each p, in input order (Benjamini & Hochberg 1995): with labels at q <= 0.10,
/// at most a tenth of the labels is expected to be chance.
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let n = p_values.len();
    let mut descending: Vec<(f64, u32)> = p_values.iter().copied().zip(0..).collect();
    largest_first(&mut descending);
    let mut q_values = vec![1.0; n];
    let mut least = 1.0_f64;
    for ((p, position), rank) in descending.into_iter().zip((1..=n).rev()) {
        least = least.min(p * n as f64 / rank as f64);
        if let Some(q) = q_values.get_mut(position as usize) {
            *q = least;
        }
    }
    q_values
}
