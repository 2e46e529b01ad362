//! Recency, frequency and money per customer, where invoices have dates: a hint for the rating of
//! potential, never a class (method.md section 11).

use crate::stats::ranks::percentiles;

/// How one customer buys.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Buying {
    /// Days since the last invoice.
    pub recency_days: f64,
    /// Invoices in the period.
    pub frequency: f64,
    /// Euros in the period.
    pub monetary: f64,
}

/// Scores from 1 to 5 among the customers of the firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rfm {
    /// 5 for those who bought last.
    pub recency: u8,
    /// 5 for those who buy most often.
    pub frequency: u8,
    /// 5 for those who buy most.
    pub monetary: u8,
}

/// The scores of everybody, in input order: 1 + one for every full fifth below (from the mid-rank
/// percentile, so that equal customers score the same and all equal score 3).
pub fn rfm_from(customers: &[Buying]) -> Vec<Rfm> {
    let scores = |figure: fn(&Buying) -> f64| -> Vec<f64> {
        percentiles(&customers.iter().map(figure).collect::<Vec<_>>())
    };
    let recency = scores(|buying| buying.recency_days);
    let frequency = scores(|buying| buying.frequency);
    let monetary = scores(|buying| buying.monetary);
    recency
        .into_iter()
        .zip(frequency)
        .zip(monetary)
        .map(|((recency, frequency), monetary)| Rfm {
            recency: fifth(100.0 - recency),
            frequency: fifth(frequency),
            monetary: fifth(monetary),
        })
        .collect()
}

/// A percentile on a border belongs to the fifth that begins there, whatever its last bit is.
fn fifth(percentile: f64) -> u8 {
    1 + ((percentile / 20.0 + 1e-9).floor() as u8).min(4)
}

/// Why a customer may have less potential than its revenue says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PotentialHint {
    /// Silent for this many times its usual interval between invoices.
    LongSilence(f64),
    /// This many invoices in the first half of the period, and fewer in the second.
    FallingFrequency {
        /// In the first half.
        first_half: u32,
        /// In the second half.
        second_half: u32,
    },
}

/// Invoices of one customer in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InvoiceTimes {
    /// Days between the first and the last invoice.
    pub days_first_to_last: u32,
    /// Days from the last invoice to the end of the period.
    pub days_silent: u32,
    /// Invoices in the first half of the period.
    pub n_first_half: u32,
    /// Invoices in the second half.
    pub n_second_half: u32,
}

/// Invoices below which no rhythm can be seen.
const MIN_INVOICES: u32 = 4;
/// Silence from this many usual intervals on is long. Ours, as is the next.
const LONG_SILENCE: f64 = 3.0;
/// Second half at most this part of the first.
const FALLING: f64 = 0.5;

/// What the rhythm of invoices hints at; silence first. `None` below 4 invoices.
pub fn potential_hint(times: InvoiceTimes) -> Option<PotentialHint> {
    let n = times.n_first_half + times.n_second_half;
    if n < MIN_INVOICES {
        return None;
    }
    let interval = f64::from(times.days_first_to_last) / f64::from(n - 1);
    let silence = f64::from(times.days_silent) / interval.max(1.0);
    if silence >= LONG_SILENCE {
        return Some(PotentialHint::LongSilence(silence));
    }
    let is_falling = f64::from(times.n_second_half) <= FALLING * f64::from(times.n_first_half);
    is_falling.then_some(PotentialHint::FallingFrequency {
        first_half: times.n_first_half,
        second_half: times.n_second_half,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rhythm_hints_only_where_it_breaks() {
        let times = |days_first_to_last, days_silent, n_first_half, n_second_half| InvoiceTimes {
            days_first_to_last,
            days_silent,
            n_first_half,
            n_second_half,
        };
        let falling = PotentialHint::FallingFrequency {
            first_half: 8,
            second_half: 4,
        };
        for (times, hint) in [
            (times(330, 30, 6, 6), None),
            (times(330, 10, 8, 4), Some(falling)),
            (times(150, 90, 5, 1), Some(PotentialHint::LongSilence(3.0))),
            (times(60, 300, 3, 0), None),
            // All on one day: an interval counts as a day at least.
            (times(0, 2, 4, 4), None),
        ] {
            assert_eq!(potential_hint(times), hint, "{times:?}");
        }
    }

    #[test]
    fn all_equal_is_the_middle() {
        let same = Buying {
            recency_days: 10.0,
            frequency: 2.0,
            monetary: 100.0,
        };
        let middle = Rfm {
            recency: 3,
            frequency: 3,
            monetary: 3,
        };
        assert_eq!(rfm_from(&[same; 4]), [middle; 4]);
        assert_eq!(rfm_from(&[]), []);
    }
}
