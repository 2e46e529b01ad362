#![allow(clippy::float_cmp, reason = "what is expected here is exact in binary")]

use super::ranks::percentiles;
use super::tolerance::{is_above, is_at_most_zero, is_below};

#[test]
fn equality_favors_the_left_side_within_the_tolerance() {
    for (a, b, below) in [
        (1.0, 2.0, true),
        (2.0, 2.0, false),
        (2.0 - 1e-10, 2.0, false),
        (1e12 - 0.5, 1e12, false),
        (1e12 - 2.0, 1e12, true),
    ] {
        assert_eq!(is_below(a, b), below, "{a} below {b}");
        assert_eq!(is_above(b, a), below, "{b} above {a}");
    }
    assert!(is_at_most_zero(1e-10));
    assert!(!is_at_most_zero(0.01));
}

#[test]
fn near_equal_values_share_a_percentile() {
    assert_eq!(
        percentiles(&[3.0e9, 1.0, 3.0e9 + 1e-4]),
        [200.0 / 3.0, 50.0 / 3.0, 200.0 / 3.0]
    );
    assert_eq!(percentiles(&[]), [] as [f64; 0]);
}
