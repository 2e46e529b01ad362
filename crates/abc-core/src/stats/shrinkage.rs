//! Rates of small groups, drawn to the common rate as far as chance alone would explain them.

/// Least and most weight of the common rate, in observations.
const K_RANGE: (f64, f64) = (2.0, 100.0);

/// Empirical-Bayes rates of groups given as (hits, size), and the weight k of the common rate
/// (moment estimator of Kleinman 1973). `None` instead of a weight when there is nothing to draw: one
/// group, or a common rate of 0 or 1.
pub fn shrunk_rates(groups: &[(usize, usize)]) -> (Vec<f64>, Option<f64>) {
    let n_hits: usize = groups.iter().map(|(hits, _)| hits).sum();
    let n: usize = groups.iter().map(|(_, size)| size).sum();
    let common = if n == 0 {
        0.0
    } else {
        n_hits as f64 / n as f64
    };
    if groups.len() < 2 || n_hits == 0 || n_hits == n {
        return (vec![common; groups.len()], None);
    }
    let n = n as f64;
    let sizes = groups
        .iter()
        .filter(|(_, size)| *size > 0)
        .map(|(hits, size)| (*hits as f64, *size as f64));
    let spread: f64 = sizes
        .clone()
        .map(|(hits, size)| size * (hits / size - common).powi(2))
        .sum();
    let freedom = groups.len() as f64 - 1.0;
    let room = n - sizes.map(|(_, size)| size * size).sum::<f64>() / n - freedom;
    let correlation = (spread / (common * (1.0 - common)) - freedom) / room;
    let (least, most) = K_RANGE;
    let k = if room > 0.0 && correlation > 1.0 / (most + 1.0) {
        (1.0 / correlation - 1.0).clamp(least, most)
    } else {
        most
    };
    let rates = groups
        .iter()
        .map(|(hits, size)| (*hits as f64 + k * common) / (*size as f64 + k))
        .collect();
    (rates, Some(k))
}
