#![allow(clippy::float_cmp, reason = "what is expected here is exact in binary")]

use proptest::prelude::*;

use super::groups::{EffectSize, mann_whitney};
use super::multiple::benjamini_hochberg;
use super::ranks::{percentiles, spearman};
use super::tables::{Fisher, Table, wilson};
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

#[test]
fn a_rank_correlation_needs_differences() {
    assert_eq!(spearman(&[1.0, 2.0, 3.0], &[10.0, 20.0, 30.0]), Some(1.0));
    assert_eq!(spearman(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), Some(-1.0));
    assert_eq!(spearman(&[1.0, 2.0], &[5.0, 5.0]), None);
    assert_eq!(spearman(&[], &[]), None);
}

#[test]
fn an_empty_table_proves_nothing() {
    let nobody = Table {
        a: 0,
        b: 0,
        c: 0,
        d: 0,
    };
    assert_eq!(nobody.fisher(), Fisher { p: 1.0, p_min: 1.0 });
    assert_eq!(nobody.lift(), None);
    assert_eq!(wilson(0, 0), (0.0, 1.0));
}

#[test]
fn counts_of_a_whole_market_are_tested_at_once() {
    let table = Table {
        a: 20_000,
        b: 30_000,
        c: 20_100,
        d: 29_900,
    };
    let Fisher { p, p_min } = table.fisher();
    // The normal approximation with continuity correction gives 0.523.
    assert!((p - 0.523).abs() < 0.002, "{p}");
    assert!(p_min < 1e-300, "{p_min}");
}

/// The probability of each table with these margins, by binomial coefficients: slow and plain.
fn plain_fisher(table: Table) -> f64 {
    let choose =
        |n: usize, k: usize| -> f64 { (0..k).map(|i| (n - i) as f64 / (i + 1) as f64).product() };
    let (n_first, n_second, n_with) = (table.a + table.b, table.c + table.d, table.a + table.c);
    let weight = |a: usize| choose(n_first, a) * choose(n_second, n_with - a);
    let tables = n_with.saturating_sub(n_second)..=n_with.min(n_first);
    let limit = weight(table.a) * (1.0 + 1e-7);
    let total: f64 = tables.clone().map(weight).sum();
    tables.map(weight).filter(|w| *w <= limit).sum::<f64>() / total
}

/// Twice the share of all ways to pick the first group that give a U at most as large.
fn plain_mann_whitney(first: &[f64], second: &[f64]) -> f64 {
    let u_of = |first: &[f64], second: &[f64]| -> usize {
        first
            .iter()
            .map(|a| second.iter().filter(|b| a > b).count())
            .sum()
    };
    let pooled: Vec<f64> = first.iter().chain(second).copied().collect();
    let u = u_of(first, second).min(first.len() * second.len() - u_of(first, second));
    let (mut n_all, mut n_extreme) = (0.0, 0.0);
    for mask in 0_u32..1 << pooled.len() {
        if mask.count_ones() as usize == first.len() {
            let is_first = |i: &usize| mask & (1 << i) != 0;
            let (a, b): (Vec<usize>, Vec<usize>) = (0..pooled.len()).partition(is_first);
            let values = |positions: Vec<usize>| -> Vec<f64> {
                positions.into_iter().map(|i| pooled[i]).collect()
            };
            n_all += 1.0;
            n_extreme += f64::from(u8::from(u_of(&values(a), &values(b)) <= u));
        }
    }
    (2.0 * n_extreme / n_all).min(1.0)
}

proptest! {
    #[test]
    fn fisher_is_the_sum_over_all_tables(a in 0_usize..25, b in 0_usize..25, c in 0_usize..40, d in 0_usize..40) {
        let table = Table { a, b, c, d };
        let (fast, plain) = (table.fisher().p, plain_fisher(table));
        prop_assert!((fast - plain).abs() < 1e-9, "{} {}", fast, plain);
        prop_assert!(table.fisher().p_min <= fast * (1.0 + 1e-9));
    }

    #[test]
    fn the_exact_rank_test_counts_all_arrangements(
        values in prop::collection::btree_set(0_u16..1_000, 4..11).prop_map(|set| {
            set.into_iter().map(f64::from).collect::<Vec<_>>()
        }).prop_shuffle(),
        share in 0.2..0.8,
    ) {
        let n_first = ((values.len() as f64 * share) as usize).max(1);
        let (first, second) = values.split_at(n_first);
        let found = mann_whitney(first, second).expect("two groups").p;
        let plain = plain_mann_whitney(first, second);
        prop_assert!((found - plain).abs() < 1e-12, "{} {}", found, plain);
    }

    #[test]
    fn corrected_values_are_never_smaller_and_keep_their_order(p in prop::collection::vec(0.0..=1.0, 0..30)) {
        let q = benjamini_hochberg(&p);
        for (i, a) in p.iter().enumerate() {
            prop_assert!(q[i] >= *a - 1e-12 && q[i] <= 1.0);
            for (j, b) in p.iter().enumerate() {
                prop_assert!(a > b || q[i] <= q[j]);
            }
        }
    }
}

#[test]
fn a_cliffs_delta_has_a_size_whatever_its_sign() {
    for (delta, size) in [
        (0.0, EffectSize::Negligible),
        (0.146, EffectSize::Negligible),
        (-0.147, EffectSize::Small),
        (0.33, EffectSize::Medium),
        (-0.474, EffectSize::Large),
        (1.0, EffectSize::Large),
    ] {
        assert_eq!(EffectSize::of_cliffs_delta(delta), size, "{delta}");
    }
}
