//! Figures in order of size: one sort for all lists of figures, since every sort of another type is another
//! 4 KB that the page loads.

/// Sorts figures with their positions: largest first, equal figures by position.
pub fn largest_first(entries: &mut [(f64, u32)]) {
    entries.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::largest_first;

    proptest! {
        #[test]
        fn it_is_a_stable_sort_from_large_to_small(values in prop::collection::vec(-3_i8..3, 0..60)) {
            let mut entries: Vec<(f64, u32)> = values.iter().map(|v| f64::from(*v)).zip(0..).collect();
            let mut expected = entries.clone();
            expected.sort_by(|a, b| b.0.total_cmp(&a.0));
            largest_first(&mut entries);
            prop_assert_eq!(entries, expected);
        }
    }
}
