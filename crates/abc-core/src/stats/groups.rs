//! Numbers of two groups: quartiles and the Mann-Whitney test.

use std::f64::consts::{PI, SQRT_2};

/// Exact p-values are counted up to this size of the smaller group, as scipy does.
const MAX_EXACT: usize = 8;

/// Lower quartile, median and upper quartile (type 7: linear between the order statistics); `None`
/// without values.
pub fn quartiles(values: &[f64]) -> Option<[f64; 3]> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let at = |share: f64| {
        let position = last as f64 * share;
        let below = sorted.get(position.floor() as usize)?;
        let above = sorted.get(position.ceil() as usize)?;
        Some(below + (above - below) * position.fract())
    };
    Some([at(0.25)?, at(0.5)?, at(0.75)?])
}

/// How the numbers of a first group compare with those of a second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannWhitney {
    /// Pairs in which the first group has the higher number, ties half.
    pub u: f64,
    /// Two-sided p.
    pub p: f64,
    /// Cliff's delta = 2U / (n1 n2) - 1: 1 when every number of the first group is higher.
    pub cliffs_delta: f64,
}

/// Mann-Whitney, two-sided: exact without ties when a group has at most 8 numbers, else normal with
/// corrections for ties and continuity; all equal gives p = 1. `None` when a group is empty.
pub fn mann_whitney(first: &[f64], second: &[f64]) -> Option<MannWhitney> {
    if first.is_empty() || second.is_empty() {
        return None;
    }
    let (n1, n2) = (first.len(), second.len());
    let pairs = n1 as f64 * n2 as f64;
    let mut pooled: Vec<(f64, bool)> = first.iter().map(|value| (*value, true)).collect();
    pooled.extend(second.iter().map(|value| (*value, false)));
    pooled.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));

    let (mut u, mut n_second_below, mut ties) = (0.0, 0.0, 0.0);
    for group in pooled.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let n_first = group.iter().filter(|(_, is_first)| *is_first).count() as f64;
        let n_all = group.len() as f64;
        let n_second = n_all - n_first;
        u += n_first * (n_second_below + n_second / 2.0);
        n_second_below += n_second;
        ties += n_all.powi(3) - n_all;
    }

    let p = if ties == 0.0 && n1.min(n2) <= MAX_EXACT {
        exact_p(n1, n2, u.min(pairs - u) as usize)
    } else {
        normal_p(pairs, (n1 + n2) as f64, ties, u)
    };
    Some(MannWhitney {
        u,
        p,
        cliffs_delta: 2.0 * u / pairs - 1.0,
    })
}

/// How large a difference between numbers is (Romano et al. 2006, for Cliff's delta).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EffectSize {
    /// Below 0.147.
    Negligible,
    /// Below 0.33.
    Small,
    /// Below 0.474.
    Medium,
    /// Above that.
    Large,
}

impl EffectSize {
    /// The size of this delta, whatever its sign.
    pub fn of_cliffs_delta(delta: f64) -> Self {
        match delta.abs() {
            delta if delta < 0.147 => Self::Negligible,
            delta if delta < 0.33 => Self::Small,
            delta if delta < 0.474 => Self::Medium,
            _ => Self::Large,
        }
    }
}

/// Twice the share of arrangements with a U of at most `u`, which is not above the middle.
///
/// The arrangements per U are the coefficients of the Gaussian binomial, the product over i of
/// (1 - x^(n + i)) / (1 - x^i).
fn exact_p(n1: usize, n2: usize, u: usize) -> f64 {
    let (few, many) = (n1.min(n2), n1.max(n2));
    let mut counts = vec![0_i128; u + 1];
    if let Some(first) = counts.first_mut() {
        *first = 1;
    }
    let mut n_arrangements = 1.0;
    for i in 1..=few {
        n_arrangements *= (many + i) as f64 / i as f64;
        times_one_minus(&mut counts, many + i);
        over_one_minus(&mut counts, i);
    }
    let n_extreme: i128 = counts.iter().sum();
    (2.0 * n_extreme as f64 / n_arrangements).min(1.0)
}

/// Multiplies a power series by 1 - x^shift.
fn times_one_minus(series: &mut [i128], shift: usize) {
    let shifted: Vec<i128> = series.to_vec();
    for (term, earlier) in series.iter_mut().skip(shift).zip(shifted) {
        *term -= earlier;
    }
}

/// Divides a power series by 1 - x^shift.
fn over_one_minus(series: &mut [i128], shift: usize) {
    for at in shift..series.len() {
        let earlier = series.get(at - shift).copied().unwrap_or(0);
        if let Some(term) = series.get_mut(at) {
            *term += earlier;
        }
    }
}

fn normal_p(pairs: f64, n: f64, ties: f64, u: f64) -> f64 {
    let variance = pairs / 12.0 * (n + 1.0 - ties / (n * (n - 1.0)));
    if variance <= 0.0 {
        return 1.0;
    }
    let z = ((u - pairs / 2.0).abs() - 0.5) / variance.sqrt();
    erfc(z.max(0.0) / SQRT_2)
}

/// The complementary error function for x >= 0: a series without cancellation near zero, a continued
/// fraction farther out (Abramowitz & Stegun 7.1.6 and 7.1.14).
fn erfc(x: f64) -> f64 {
    let bell = (-x * x).exp() / PI.sqrt();
    if x < 2.0 {
        let (mut term, mut sum, mut n) = (x, x, 1.0);
        while term > sum * 1e-17 {
            term *= 2.0 * x * x / (2.0 * n + 1.0);
            sum += term;
            n += 1.0;
        }
        return 1.0 - 2.0 * bell * sum;
    }
    let fraction = (1..=120)
        .rev()
        .fold(x, |tail, k| x + f64::from(k) / 2.0 / tail);
    bell / fraction
}
