//! Computed ABC (Ultsch & Loetsch 2015, doi 10.1371/journal.pone.0129767) in a discrete form without
//! interpolation: the limits follow from the shape of the curve instead of from 80 and 95.

use super::{classes_by_value, descending, is_divisible};
use crate::customers::Class;
use crate::money::Cents;

/// Where the curve of yield over effort bends, and the classes that follow.
#[derive(Clone, Debug, PartialEq)]
pub struct ComputedAbc {
    /// Customers up to the point nearest to "no effort, all yield".
    pub k_pareto: usize,
    /// Customers that bring at least the average.
    pub k_breakeven: usize,
    /// Customers up to the point from which more is hardly worth it.
    pub k_submarginal: usize,
    /// Fewer customers break even than lie before the Pareto point.
    pub exchanged: bool,
    /// Share of customers in A, and what they bring.
    pub a: (f64, f64),
    /// Share of customers in A and B, and what they bring.
    pub c: (f64, f64),
    /// The least amount of A.
    pub limit_a: Cents,
    /// The least amount of B.
    pub limit_b: Cents,
    /// In input order.
    pub classes: Vec<Class>,
}

/// Effort k/n against yield cum/total, compared exactly: both are multiplied by n x total.
struct Curve {
    n: i128,
    total: i128,
    /// Running sums from 0 customers to all.
    sums: Vec<i128>,
    /// Bits to drop so that squares stay within 128; 0 for any real firm.
    shift: u32,
}

impl Curve {
    fn new(sorted: &[i64], total: i128) -> Self {
        let n = sorted.len() as i128;
        let running = sorted.iter().scan(0, |sum, amount| {
            *sum += i128::from(*amount);
            Some(*sum)
        });
        let bits = i128::BITS - (n * total).leading_zeros();
        Self {
            n,
            total,
            sums: std::iter::once(0).chain(running).collect(),
            shift: bits.saturating_sub(62),
        }
    }

    /// The first k at or after `from` that lies nearest to (`effort` customers, all yield).
    fn nearest(&self, from: usize, effort: usize) -> usize {
        let distance = |k: usize, sum: i128| {
            let across = ((k.abs_diff(effort) as i128) * self.total) >> self.shift;
            let down = (self.n * (self.total - sum)) >> self.shift;
            across * across + down * down
        };
        let candidates = self.sums.iter().enumerate().skip(from);
        candidates
            .min_by_key(|(k, sum)| distance(*k, **sum))
            .map_or(from, |(k, _)| k)
    }

    /// Share of customers and of the total after `k` customers.
    fn point(&self, k: usize) -> (f64, f64) {
        let sum = self.sums.get(k).copied().unwrap_or(self.total);
        (k as f64 / self.n as f64, sum as f64 / self.total as f64)
    }
}

/// `None` with fewer than two amounts or when all are equal.
pub fn computed_abc_from(amounts: &[Cents]) -> Option<ComputedAbc> {
    let (sorted, total) = descending(amounts);
    if !is_divisible(&sorted) {
        return None;
    }
    let curve = Curve::new(&sorted, total);
    let k_pareto = curve.nearest(0, 0);
    // The slope of the curve is at least 1 exactly where a customer brings at least the average.
    let k_breakeven = sorted.partition_point(|amount| curve.n * i128::from(*amount) >= total);
    let k_a = k_pareto.min(k_breakeven);
    let k_submarginal = curve.nearest(k_a, k_pareto.max(k_breakeven));

    let amount_at = |k: usize| sorted.get(k.checked_sub(1)?).copied().map(Cents);
    let (limit_a, limit_b) = (amount_at(k_a)?, amount_at(k_submarginal)?);
    Some(ComputedAbc {
        k_pareto,
        k_breakeven,
        k_submarginal,
        exchanged: k_breakeven < k_pareto,
        a: curve.point(k_a),
        c: curve.point(k_submarginal),
        limit_a,
        limit_b,
        classes: classes_by_value(amounts, limit_a, limit_b),
    })
}
