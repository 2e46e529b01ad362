//! Mid-rank percentiles: a score that is free of units and outliers, and can be said aloud.

use super::tolerance::is_below;

/// Gives every position its mid-rank percentile among `entries`: 100 (#less + 0.5 #equal) / n, the value
/// itself counted among the equal (scipy `percentileofscore(kind="mean")`). Sorts `entries`.
///
/// Values within [`super::tolerance::eps`] of the smallest of their group share a percentile.
pub fn each_percentile(entries: &mut [(f64, u32)], mut give: impl FnMut(u32, f64)) {
    let n = entries.len() as f64;
    entries.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let mut n_less = 0.0;
    for group in entries.chunk_by_anchor() {
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
trait ChunkByAnchor {
    fn chunk_by_anchor(&self) -> impl Iterator<Item = &[(f64, u32)]>;
}

impl ChunkByAnchor for [(f64, u32)] {
    fn chunk_by_anchor(&self) -> impl Iterator<Item = &[(f64, u32)]> {
        let mut rest = self;
        std::iter::from_fn(move || {
            let &(anchor, _) = rest.first()?;
            let n_equal = rest
                .iter()
                .take_while(|(value, _)| !is_below(anchor, *value))
                .count();
            let (group, after) = rest.split_at(n_equal);
            rest = after;
            Some(group)
        })
    }
}
