//! Lists in order, with one sort for all figures and one for everything else: a sort of every type and every
//! order would be another 4 KB each that the page loads.

use std::cmp::Ordering;

/// Sorts figures with their positions: largest first, equal figures by position.
pub fn largest_first(entries: &mut [(f64, u32)]) {
    entries.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
}

/// Sorts a list that is not long; what is equal keeps its order.
pub fn sort_short<T>(items: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = positions(
        items.len(),
        &mut |a, b| match (items.get(a), items.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        },
    );
    let mut left: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| left.get_mut(at)?.take()));
}

/// The same by a key.
pub fn sort_short_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_short(items, |a, b| key(a).cmp(&key(b)));
}

/// The positions of `n` items in order.
fn positions(n: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..n).collect();
    positions.sort_by(|a, b| compare(*a, *b));
    positions
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{largest_first, sort_short_by_key};

    proptest! {
        #[test]
        fn it_is_a_stable_sort_from_large_to_small(values in prop::collection::vec(-3_i8..3, 0..60)) {
            let mut entries: Vec<(f64, u32)> = values.iter().map(|v| f64::from(*v)).zip(0..).collect();
            let mut expected = entries.clone();
            expected.sort_by(|a, b| b.0.total_cmp(&a.0));
            largest_first(&mut entries);
            prop_assert_eq!(entries, expected);
        }

        #[test]
        fn a_short_list_is_sorted_as_any_other(values in prop::collection::vec((-3_i8..3, any::<u8>()), 0..60)) {
            let mut items = values.clone();
            let mut expected = values;
            expected.sort_by_key(|(key, _)| *key);
            sort_short_by_key(&mut items, |(key, _)| *key);
            prop_assert_eq!(items, expected);
        }
    }
}
