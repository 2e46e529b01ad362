//! Round values for gridlines.

/// Round values between `low` and `high` (both included), at most `max_count` of them.
///
/// Multiples of 1, 2, 2.5 or 5 times a power of ten, zero among them when it is in the range.
/// A range without length gives its one value; one that is not finite gives nothing.
#[must_use]
pub(crate) fn ticks_within(low: f64, high: f64, max_count: usize) -> Vec<f64> {
    let span = high - low;
    if !span.is_finite() || span < 0.0 || max_count == 0 {
        return Vec::new();
    }
    if span <= f64::EPSILON * low.abs().max(high.abs()) {
        return vec![low];
    }
    let first_power = (span / max_count as f64).log10().floor() as i32;
    let steps = (first_power..first_power + 4)
        .flat_map(|power| [1.0, 2.0, 2.5, 5.0].map(|mantissa| mantissa * 10_f64.powi(power)));
    // A multiple that rounding puts just outside still counts.
    let slack = 1e-9;
    for step in steps {
        let first = (low / step - slack).ceil();
        let last = (high / step + slack).floor();
        if last - first + 1.0 <= max_count as f64 {
            let n_ticks = (last - first + 1.0).max(0.0) as usize;
            // Adding zero turns a negative zero into zero, which is written without a sign.
            return (0..n_ticks)
                .map(|index| (first + index as f64) * step + 0.0)
                .collect();
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::ticks_within;

    #[test]
    fn ticks_are_round_and_few() {
        let cases: [(&str, f64, f64, &[f64]); 8] = [
            ("from zero", 0.0, 206_834.0, &[0.0, 100_000.0, 200_000.0]),
            ("through zero", -50.0, 200.0, &[0.0, 100.0, 200.0]),
            ("below zero", -9.0, -1.0, &[-7.5, -5.0, -2.5]),
            ("zero range", 7.0, 7.0, &[7.0]),
            ("nothing but zero", 0.0, 0.0, &[0.0]),
            ("fractions", 0.0, 0.5, &[0.0, 0.2, 0.4]),
            ("reversed", 1.0, 0.0, &[]),
            ("not finite", 0.0, f64::INFINITY, &[]),
        ];
        for (title, low, high, expected) in cases {
            assert_eq!(ticks_within(low, high, 3), expected, "{title}");
        }
        assert!(ticks_within(0.0, 1.0, 0).is_empty());
    }

    #[test]
    fn never_more_than_asked_and_always_inside() {
        for exponent in -6..12 {
            for mantissa in [1.0, 1.7, 3.3, 9.99] {
                let high = mantissa * 10_f64.powi(exponent);
                for low in [0.0, -high / 3.0, -high * 20.0] {
                    for max_count in 1..6 {
                        let ticks = ticks_within(low, high, max_count);
                        assert!(ticks.len() <= max_count, "{low}..{high}: {ticks:?}");
                        let slack = high * 1e-6;
                        assert!(
                            ticks
                                .iter()
                                .all(|t| *t >= low - slack && *t <= high + slack)
                        );
                    }
                }
            }
        }
    }
}
