//! Mid-rank percentiles, a score that is free of units and outliers and can be said aloud; and the
//! correlation of ranks.

use super::order::largest_first;
use super::tolerance::is_below;

/// Gives every position its mid-rank percentile among `entries`: 100 (#less + 0.5 #equal) / n, the value
/// itself counted among the equal (scipy `percentileofscore(kind="mean")`). Sorts `entries`.
///
/// Values within [`super::tolerance::eps`] of the smallest of their group share a percentile.
pub(crate) fn each_percentile(entries: &mut [(f64, u32)], mut give: impl FnMut(u32, f64)) {
    let n = entries.len() as f64;
    largest_first(entries);
    entries.reverse();
    let mut n_less = 0.0;
    for group in equal_groups(entries) {
        let n_equal = group.len() as f64;
        let percentile = 100.0 * (n_less + 0.5 * n_equal) / n;
        for &(_, position) in group {
            give(position, percentile);
        }
        n_less += n_equal;
    }
}

/// The mid-rank percentile of each value, in input order; see [`each_percentile`].
pub fn percentiles(values: &[f64]) -> Vec<f64> {
    let mut entries: Vec<(f64, u32)> = values.iter().copied().zip(0..).collect();
    let mut result = vec![0.0; values.len()];
    each_percentile(&mut entries, |position, percentile| {
        if let Some(slot) = result.get_mut(position as usize) {
            *slot = percentile;
        }
    });
    result
}

/// Splits sorted entries into groups of equal values. The smallest value of a group is the measure, so a
/// long chain of near-equal values cannot grow into one group.
fn equal_groups(sorted: &[(f64, u32)]) -> impl Iterator<Item = &[(f64, u32)]> {
    let mut rest = sorted;
    std::iter::from_fn(move || {
        let &(smallest, _) = rest.first()?;
        let n_equal = rest
            .iter()
            .take_while(|(value, _)| !is_below(smallest, *value))
            .count();
        let (group, after) = rest.split_at(n_equal);
        rest = after;
        Some(group)
    })
}

/// Spearman's rank correlation of two lists of ranks or percentiles; `None` when one of them is all equal.
pub fn spearman(first: &[f64], second: &[f64]) -> Option<f64> {
    let n = first.len().min(second.len()) as f64;
    let mean = |ranks: &[f64]| ranks.iter().sum::<f64>() / n;
    let (mean_first, mean_second) = (mean(first), mean(second));
    let (mut both, mut of_first, mut of_second) = (0.0, 0.0, 0.0);
    for (a, b) in first.iter().zip(second) {
        let (a, b) = (a - mean_first, b - mean_second);
        both += a * b;
        of_first += a * a;
        of_second += b * b;
    }
    let scale = (of_first * of_second).sqrt();
    (scale > 0.0).then(|| both / scale)
}
