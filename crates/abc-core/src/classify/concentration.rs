//! Concentration and whale curve: description only, never the class (method.md section 3).
//!
//! Shares of what was booked are computed on whole cents, so that "80% of revenue" has no rounding in it.

mod computed;

use crate::customers::Class;
use crate::money::Cents;
use crate::stats::order::largest_first;
use crate::stats::tolerance::{is_at_most_zero, is_below};
pub use computed::{ComputedAbc, computed_abc_from};

/// How unequal a list of amounts is. Negative amounts count as zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Concentration {
    /// Amounts.
    pub n: usize,
    /// Amounts below zero, counted as zero.
    pub n_negative: usize,
    /// Sum of the amounts above zero.
    pub total: Cents,
    /// `None` when there is nothing to share.
    pub shares: Option<Shares>,
    /// Share of customers and share of the total, smallest first, from (0, 0); empty without a total.
    pub lorenz: Vec<(f64, f64)>,
}

/// Shares of a positive total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares {
    /// 0 (all equal) to nearly 1 (one has everything); uncorrected, this is the whole population.
    pub gini: f64,
    /// Sum of squared shares, 1/n to 1.
    pub hhi: f64,
    /// 1 / hhi: as many equal customers would be as concentrated.
    pub n_effective: f64,
    /// Share of the largest.
    pub top1: f64,
    /// Share of the five largest.
    pub top5: f64,
    /// The fewest customers that make 80% of the total.
    pub n_for_80: usize,
}

/// How much hangs on the largest customer; the limits are a convention (published: 10% to 30%).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dependency {
    /// Below 20% of revenue.
    Low,
    /// 20% or more.
    Notice,
    /// 30% or more.
    Warning,
}

impl Dependency {
    /// What it means that the largest customer has this share.
    pub fn of_share(top1: f64) -> Self {
        if !is_below(top1, 0.30) {
            Self::Warning
        } else if !is_below(top1, 0.20) {
            Self::Notice
        } else {
            Self::Low
        }
    }
}

impl Shares {
    /// What the share of the largest customer means.
    pub fn dependency(&self) -> Dependency {
        Dependency::of_share(self.top1)
    }
}

/// The largest amount above zero: whose it is, and its share of all that are above zero; the first of equals.
pub fn largest_share(amounts: &[Option<Cents>]) -> Option<(u32, f64)> {
    let known = (0..).zip(amounts);
    let active = known.filter_map(|(at, amount)| Some((at, amount.filter(|a| *a > Cents::ZERO)?)));
    let (mut largest, mut total) = (None::<(u32, Cents)>, 0_i128);
    for (at, amount) in active {
        total += i128::from(amount.0);
        if largest.is_none_or(|(_, most)| amount > most) {
            largest = Some((at, amount));
        }
    }
    largest.map(|(at, most)| (at, most.0 as f64 / total as f64))
}

/// Amounts from large to small with negatives at zero, and their sum.
fn descending(amounts: &[Cents]) -> (Vec<i64>, i128) {
    let mut sorted: Vec<i64> = amounts.iter().map(|amount| amount.0.max(0)).collect();
    sorted.sort_unstable();
    sorted.reverse();
    let total = sorted.iter().copied().map(i128::from).sum();
    (sorted, total)
}

/// The first position (from 1) at which 100 x the running sum reaches `percent` x the total.
fn n_to_reach(percent: i128, sorted: &[i64], total: i128) -> usize {
    let mut sum = 0;
    sorted
        .iter()
        .take_while(|amount| {
            let is_short = 100 * sum < percent * total;
            sum += i128::from(**amount);
            is_short
        })
        .count()
}

/// Gini = sum (2i - n - 1) x_(i) / (n sum x) over ascending amounts; HHI = sum of squared shares.
pub fn concentration_from(amounts: &[Cents]) -> Concentration {
    let n = amounts.len();
    let (sorted, total) = descending(amounts);
    let share_of = |part: i128| part as f64 / total as f64;
    let top = |k: usize| share_of(sorted.iter().take(k).copied().map(i128::from).sum());

    let shares = (total > 0).then(|| {
        // Descending position i from 0 is ascending rank n - i, of weight 2(n - i) - n - 1.
        let weights = (0..n as i128).map(|i| n as i128 - 2 * i - 1);
        let weighted: i128 = weights
            .zip(&sorted)
            .map(|(weight, amount)| weight * i128::from(*amount))
            .sum();
        let hhi: f64 = sorted
            .iter()
            .map(|amount| share_of(i128::from(*amount)).powi(2))
            .sum();
        Shares {
            gini: weighted as f64 / (n as f64 * total as f64),
            hhi,
            n_effective: 1.0 / hhi,
            top1: top(1),
            top5: top(5),
            n_for_80: n_to_reach(80, &sorted, total),
        }
    });
    let lorenz = if total > 0 {
        let mut sum = 0;
        let points = sorted.iter().rev().zip(1..).map(|(amount, i)| {
            sum += i128::from(*amount);
            (f64::from(i) / n as f64, share_of(sum))
        });
        std::iter::once((0.0, 0.0)).chain(points).collect()
    } else {
        Vec::new()
    };
    Concentration {
        n,
        n_negative: amounts.iter().filter(|amount| amount.0 < 0).count(),
        total: Cents(i64::try_from(total).unwrap_or(i64::MAX)),
        shares,
        lorenz,
    }
}

/// A, B and C by the size of the amounts alone; ties stay together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueClasses {
    /// The least amount of A.
    pub limit_a: Cents,
    /// The least amount of B.
    pub limit_b: Cents,
    /// In input order.
    pub classes: Vec<Class>,
}

/// Classes by two least amounts.
fn classes_by_value(amounts: &[Cents], limit_a: Cents, limit_b: Cents) -> Vec<Class> {
    let class_of = |amount: &Cents| {
        let amount = (*amount).max(Cents::ZERO);
        if amount >= limit_a {
            Class::A
        } else if amount >= limit_b {
            Class::B
        } else {
            Class::C
        }
    };
    amounts.iter().map(class_of).collect()
}

/// Whether a division by value says anything: two or more amounts that differ.
fn is_divisible(sorted: &[i64]) -> bool {
    sorted.first() != sorted.last()
}

/// Pareto 80/95: A until the customer that crosses 80% of the total, B until 95%, the crossing customer
/// included. `None` with fewer than two amounts or when all are equal.
pub fn pareto_from(amounts: &[Cents]) -> Option<ValueClasses> {
    let (sorted, total) = descending(amounts);
    if !is_divisible(&sorted) {
        return None;
    }
    let limit = |percent| {
        let position = n_to_reach(percent, &sorted, total).checked_sub(1)?;
        sorted.get(position).copied().map(Cents)
    };
    let (limit_a, limit_b) = (limit(80)?, limit(95)?);
    Some(ValueClasses {
        limit_a,
        limit_b,
        classes: classes_by_value(amounts, limit_a, limit_b),
    })
}

/// Classes by revenue alone (see [`pareto_from`]), in customer order: none for who has no revenue. `None`
/// when the revenue cannot be divided.
pub fn classes_by_revenue(revenues: &[Option<Cents>]) -> Option<Vec<Option<Class>>> {
    let active = |revenue: &Option<Cents>| revenue.filter(|revenue| *revenue > Cents::ZERO);
    let amounts: Vec<Cents> = revenues.iter().filter_map(active).collect();
    let mut classes = pareto_from(&amounts)?.classes.into_iter();
    let class_of = |revenue| active(revenue).and_then(|_| classes.next());
    Some(revenues.iter().map(class_of).collect())
}

/// The headline "of the x customers that make 80% of revenue, y are not A".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LargestNotA {
    /// Customers that make 80% of revenue, ties included.
    pub n_largest: usize,
    /// Those of them whose final class is not A.
    pub n_not_a: usize,
}

impl LargestNotA {
    /// Counts [`classes_by_revenue`] beside final classes.
    pub fn of(by_revenue: &[Option<Class>], classes: impl Iterator<Item = Option<Class>>) -> Self {
        let largest = by_revenue.iter().zip(classes);
        let largest = largest.filter(|(by_revenue, _)| **by_revenue == Some(Class::A));
        let (mut n_largest, mut n_not_a) = (0, 0);
        for (_, class) in largest {
            n_largest += 1;
            n_not_a += usize::from(class != Some(Class::A));
        }
        Self { n_largest, n_not_a }
    }
}

/// How many of each class by revenue (row) have each final class (column); who has no revenue is among the
/// smallest, and who has no final class is left out.
pub fn crossed_classes(
    by_revenue: &[Option<Class>],
    classes: impl Iterator<Item = Option<Class>>,
) -> [[usize; 3]; 3] {
    let mut counts = [[0; 3]; 3];
    for (by_revenue, class) in by_revenue.iter().zip(classes) {
        let Some(class) = class else {
            continue;
        };
        let row = counts.get_mut(by_revenue.unwrap_or(Class::C) as usize);
        if let Some(count) = row.and_then(|row| row.get_mut(class as usize)) {
            *count += 1;
        }
    }
    counts
}

/// One line of the picture "revenue rank beside profit rank".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankPair {
    /// Customer position.
    pub position: u32,
    /// 1 for the largest revenue.
    pub revenue_rank: u32,
    /// 1 for the largest contribution.
    pub profit_rank: u32,
}

/// Ranks among the customers with revenue above zero and a known contribution, largest revenue first;
/// equal figures rank in input order, so that no two lines share an end.
pub fn rank_pairs_from(revenues: &[Option<f64>], contributions: &[Option<f64>]) -> Vec<RankPair> {
    let known: Vec<(f64, f64, u32)> = revenues
        .iter()
        .zip(contributions)
        .zip(0..)
        .filter_map(|((revenue, contribution), position)| {
            Some(((*revenue)?, (*contribution)?, position))
        })
        .filter(|(revenue, _, _)| !is_at_most_zero(*revenue))
        .collect();
    let mut profit_ranks = vec![0; known.len()];
    let mut by_profit: Vec<(f64, u32)> = known
        .iter()
        .map(|(_, profit, _)| *profit)
        .zip(0..)
        .collect();
    largest_first(&mut by_profit);
    for ((_, idx), rank) in by_profit.into_iter().zip(1..) {
        if let Some(slot) = profit_ranks.get_mut(idx as usize) {
            *slot = rank;
        }
    }
    let mut by_revenue: Vec<(f64, u32)> = known
        .iter()
        .map(|(revenue, ..)| *revenue)
        .zip(0..)
        .collect();
    largest_first(&mut by_revenue);
    by_revenue
        .into_iter()
        .zip(1..)
        .filter_map(|((_, idx), revenue_rank)| {
            let (_, _, position) = known.get(idx as usize)?;
            Some(RankPair {
                position: *position,
                revenue_rank,
                profit_rank: *profit_ranks.get(idx as usize)?,
            })
        })
        .collect()
}

/// Revenue added up from the largest customer on, and what the same customers contribute.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedOut {
    /// Running shares of revenue: after nobody, the largest customer, and so on to all; last those who cost or
    /// bring something without revenue above zero.
    pub revenue: Vec<f64>,
    /// Running shares of contribution in the same order, unknown ones counted as nothing; empty when they
    /// do not add up to more than zero, because shares of that say nothing.
    pub contribution: Vec<f64>,
}

/// Shares of all revenue above zero, and of all contribution; `None` when there is no revenue. Equal revenues
/// stay in input order.
pub fn shared_out_from(
    revenues: &[Option<f64>],
    contributions: &[Option<f64>],
) -> Option<SharedOut> {
    let pairs = revenues.iter().zip(contributions);
    let mut known: Vec<(f64, f64)> = pairs
        .map(|(revenue, contribution)| {
            let revenue = revenue.filter(|euros| !is_at_most_zero(*euros));
            (revenue.unwrap_or(0.0), contribution.unwrap_or(0.0))
        })
        .filter(|(revenue, contribution)| *revenue > 0.0 || *contribution != 0.0)
        .collect();
    known.sort_by(|a, b| b.0.total_cmp(&a.0));
    let revenue = running_shares(known.iter().map(|(revenue, _)| *revenue))?;
    let contribution = known.iter().map(|(_, contribution)| *contribution);
    Some(SharedOut {
        revenue,
        contribution: running_shares(contribution).unwrap_or_default(),
    })
}

/// From 0 to 1; `None` when the values do not add up to more than zero.
fn running_shares(values: impl Iterator<Item = f64>) -> Option<Vec<f64>> {
    let mut sum = 0.0;
    let sums = values.map(|value| {
        sum += value;
        sum
    });
    let mut shares: Vec<f64> = std::iter::once(0.0).chain(sums).collect();
    let total = shares
        .last()
        .copied()
        .filter(|total| !is_at_most_zero(*total))?;
    for share in &mut shares {
        *share /= total;
    }
    Some(shares)
}

/// The whale curve: cumulative contribution, best customer first, euros.
#[derive(Clone, Debug, PartialEq)]
pub struct Whale {
    /// Customer positions, best first.
    pub order: Vec<u32>,
    /// Cumulative contribution after each of them.
    pub curve: Vec<f64>,
    /// All contributions.
    pub total: f64,
    /// The highest point, at least 0.
    pub peak: f64,
    /// Customers above zero.
    pub n_profitable: usize,
    /// Customers at zero.
    pub n_zero: usize,
    /// Customers below zero.
    pub n_loss: usize,
    /// Sum of what is below zero (not positive).
    pub loss_total: f64,
    /// The first ceil(0.2 n) customers.
    pub top20_n: usize,
    /// Peak, erosion and top-20% as percentages of the total; `None` when the total is not positive.
    pub percentages: Option<WhalePercentages>,
}

/// Percentages of the total contribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhalePercentages {
    /// 100 peak / total.
    pub peak: f64,
    /// 100 (peak - total) / total.
    pub erosion: f64,
    /// Share of the first fifth of the customers.
    pub top20: f64,
}

/// The curve over the customers whose contribution is known; ties in input order.
pub fn whale_from(contributions: &[Option<f64>]) -> Whale {
    let mut known: Vec<(f64, u32)> = contributions
        .iter()
        .zip(0..)
        .filter_map(|(contribution, position)| Some(((*contribution)?, position)))
        .collect();
    largest_first(&mut known);

    let mut sum = 0.0;
    let curve: Vec<f64> = known
        .iter()
        .map(|(contribution, _)| {
            sum += contribution;
            sum
        })
        .collect();
    let n = known.len();
    let n_profitable = known.partition_point(|(value, _)| !is_at_most_zero(*value));
    let n_loss = known
        .iter()
        .filter(|(value, _)| is_below(*value, 0.0))
        .count();
    let peak = known.iter().map(|(value, _)| value.max(0.0)).sum();
    let loss_total: f64 = known.iter().map(|(value, _)| value.min(0.0)).sum();
    let top20_n = n.div_ceil(5);
    let top20 = top20_n.checked_sub(1).and_then(|last| curve.get(last));
    Whale {
        total: sum,
        peak,
        n_profitable,
        n_zero: n - n_profitable - n_loss,
        n_loss,
        loss_total,
        top20_n,
        percentages: top20
            .filter(|_| !is_at_most_zero(sum))
            .map(|top20| WhalePercentages {
                peak: 100.0 * peak / sum,
                erosion: 100.0 * (peak - sum) / sum,
                top20: 100.0 * top20 / sum,
            }),
        order: known.into_iter().map(|(_, position)| position).collect(),
        curve,
    }
}

#[cfg(test)]
mod tests;
