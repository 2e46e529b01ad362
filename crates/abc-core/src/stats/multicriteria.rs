//! Other ways to put criteria together: a plain weighted sum, distance to the ideal (TOPSIS), and the best
//! and worst total when only the order of the weights is trusted (Ng 2007).
//!
//! A table has one row per alternative and one column per criterion; more is better in every column.

use super::order::largest_first;

/// A column between its least and its largest value, 0 to 1; 0 where all are equal.
pub fn min_max(table: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let bounds = columns(
        table,
        (f64::INFINITY, f64::NEG_INFINITY),
        |(least, most), value| (least.min(value), most.max(value)),
    );
    let scaled = |value: f64, (least, most): (f64, f64)| {
        if most > least {
            (value - least) / (most - least)
        } else {
            0.0
        }
    };
    each_row(table, &bounds, scaled)
}

/// The weighted sum of every row.
pub fn weighted_sums(table: &[Vec<f64>], weights: &[f64]) -> Vec<f64> {
    table
        .iter()
        .map(|row| {
            row.iter()
                .zip(weights)
                .map(|(value, weight)| value * weight)
                .sum()
        })
        .collect()
}

/// TOPSIS: columns scaled by their length, then the distance to the worst of every column over the
/// distances to the worst and to the best. 0.5 when all rows are equal.
///
/// Adding a row may turn the order of two others, so this is a second opinion and never a rule.
pub fn topsis(table: &[Vec<f64>], weights: &[f64]) -> Vec<f64> {
    let squares = columns(table, 0.0, |sum, value| sum + value * value);
    let factors: Vec<f64> = squares
        .iter()
        .zip(weights)
        .map(|(square, weight)| {
            if *square > 0.0 {
                weight / square.sqrt()
            } else {
                0.0
            }
        })
        .collect();
    let scaled = each_row(table, &factors, |value, factor| value * factor);
    let best = columns(&scaled, f64::NEG_INFINITY, f64::max);
    let worst = columns(&scaled, f64::INFINITY, f64::min);
    let distance = |row: &[f64], to: &[f64]| {
        let squares = row.iter().zip(to).map(|(a, b)| (a - b) * (a - b));
        squares.sum::<f64>().sqrt()
    };
    scaled
        .iter()
        .map(|row| {
            let (from_worst, from_best) = (distance(row, &worst), distance(row, &best));
            let both = from_worst + from_best;
            if both > 0.0 { from_worst / both } else { 0.5 }
        })
        .collect()
}

/// The least and the largest weighted mean of values in order of importance, over all weights that fall
/// in that order: the extremes of the partial averages (Ng 2007). `None` without values.
pub fn ordered_bounds(values: &[f64]) -> Option<(f64, f64)> {
    let averages = values.iter().zip(1_u32..).scan(0.0, |sum, (value, n)| {
        *sum += value;
        Some(*sum / f64::from(n))
    });
    averages.fold(None, |bounds, average| match bounds {
        None => Some((average, average)),
        Some((least, most)) => Some((average.min(least), average.max(most))),
    })
}

/// Ranks, 1 for the largest; equal values rank in input order.
pub fn ranks_descending(values: &[f64]) -> Vec<u32> {
    let mut order: Vec<(f64, u32)> = values.iter().copied().zip(0..).collect();
    largest_first(&mut order);
    let mut ranks = vec![0; values.len()];
    for ((_, position), rank) in order.into_iter().zip(1..) {
        if let Some(slot) = ranks.get_mut(position as usize) {
            *slot = rank;
        }
    }
    ranks
}

/// Folds every column.
fn columns<T: Clone + Copy>(table: &[Vec<f64>], start: T, fold: impl Fn(T, f64) -> T) -> Vec<T> {
    let n_columns = table.first().map_or(0, Vec::len);
    let mut folded = vec![start; n_columns];
    for row in table {
        for (slot, value) in folded.iter_mut().zip(row) {
            *slot = fold(*slot, *value);
        }
    }
    folded
}

/// Every value together with what belongs to its column.
fn each_row<T: Copy>(
    table: &[Vec<f64>],
    of_columns: &[T],
    value_of: impl Fn(f64, T) -> f64,
) -> Vec<Vec<f64>> {
    let row_of = |row: &Vec<f64>| {
        let values = row.iter().zip(of_columns);
        values
            .map(|(value, of_column)| value_of(*value, *of_column))
            .collect()
    };
    table.iter().map(row_of).collect()
}
