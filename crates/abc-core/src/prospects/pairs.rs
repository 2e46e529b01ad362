//! All pairs of an A customer and another, each decided by counts that leave both of them out.
//!
//! What a value weighs for a customer depends on the counts alone, and on whether the partner has the
//! same value, another one, or none that is known. So customers with the same values are one kind, and
//! pairs of kinds are compared instead of pairs of customers. A pair of kinds whose sums lie far apart is
//! decided by the sums: only what the partner's values can change at most stands in between.

use std::collections::HashMap;
use std::ops::Range;

use super::evidence::{FitData, TIE, Tally};
use crate::stats::order::largest_first;

/// Far more than what adding up in another order can change, and far less than any difference that counts.
const ROUNDING: f64 = 1e-9;

/// What finding the pairs in doubt of one kind costs, in pairs.
const SEARCH: usize = 30;

/// Customers by the values that they have.
pub(super) struct Kinds {
    n_traits: usize,
    /// Per kind, per trait: 0 unknown, else 1 + index of the value.
    codes: Vec<u32>,
    /// The kind of every customer.
    kind_of: Vec<usize>,
}

impl Kinds {
    /// Kinds in order of their first customer.
    pub(super) fn of(data: &FitData) -> Self {
        let mut known: HashMap<&[u32], usize> = HashMap::new();
        let mut codes = Vec::new();
        let kind_of = data
            .rows()
            .map(|row| {
                let n_known = known.len();
                *known.entry(row).or_insert_with(|| {
                    codes.extend_from_slice(row);
                    n_known
                })
            })
            .collect();
        Self {
            n_traits: data.n_traits(),
            codes,
            kind_of,
        }
    }

    fn row(&self, kind: usize) -> &[u32] {
        let row = self
            .codes
            .get(kind * self.n_traits..(kind + 1) * self.n_traits);
        row.unwrap_or_default()
    }

    /// How many customers of each kind have the label, and how many have not.
    fn split(&self, is_a: &[bool]) -> Vec<(u64, u64)> {
        let mut split = vec![(0, 0); self.codes.len() / self.n_traits];
        for (kind, is_a) in self.kind_of.iter().zip(is_a) {
            if let Some((a, others)) = split.get_mut(*kind) {
                *(if *is_a { a } else { others }) += 1;
            }
        }
        split
    }
}

/// What a value weighs for a customer that has it, both of a pair left out.
#[derive(Clone, Copy, Default)]
struct Weight {
    /// The partner's value is not known.
    unknown: f64,
    /// The partner has another value. Partners with the same value see the same counts: it decides nothing.
    different: f64,
}

impl Weight {
    fn of(tally: Tally, is_a: bool) -> Self {
        let own = tally.without(is_a);
        let different = own.without_different(!is_a).evidence();
        Self {
            unknown: own.evidence(),
            // Of two customers with one value nobody is left: then no partner has another one either.
            different: if different.is_finite() {
                different
            } else {
                0.0
            },
        }
    }
}

/// What one value weighs; all zero for what is unknown.
#[derive(Clone, Copy, Default)]
struct Weighed {
    of_a: Weight,
    of_other: Weight,
    /// What it adds to the difference of the sums when both of a pair have it.
    shared: f64,
}

impl Weighed {
    fn of(tally: Tally) -> Self {
        let (of_a, of_other) = (Weight::of(tally, true), Weight::of(tally, false));
        let shared = of_other.different - of_a.different;
        Self {
            of_a,
            of_other,
            shared: if tally.is_of_both() { shared } else { 0.0 },
        }
    }
}

/// A value of one kind of customer.
struct Cell {
    code: u32,
    weight: Weight,
}

/// A least and a greatest.
#[derive(Clone, Copy, Default)]
struct Span {
    least: f64,
    most: f64,
}

impl Span {
    /// Adds what one trait may change: nothing, or one of these.
    fn add(&mut self, changes: [f64; 2]) {
        self.least += changes.into_iter().fold(0.0, f64::min);
        self.most += changes.into_iter().fold(0.0, f64::max);
    }
}

/// A kind of A customers.
struct KindOfA {
    n: u64,
    /// The sum of its weights against a partner with other values everywhere.
    sum: f64,
    /// What the values of a partner can add to that.
    doubt: Span,
}

/// The pairs under one set of labels.
pub(super) struct Pairs {
    n_traits: usize,
    a: Vec<KindOfA>,
    a_cells: Vec<Cell>,
    /// Sums of the kinds of the others, largest first.
    sums: Vec<f64>,
    /// In that order: how many customers came before, and at the end how many there are.
    n_before: Vec<u64>,
    other_cells: Vec<Cell>,
    /// What an A customer's unknown values can add to its lead, over all others.
    doubt: Span,
}

impl Pairs {
    /// The pairs by these labels.
    pub(super) fn new(kinds: &Kinds, data: &FitData, is_a: &[bool]) -> Self {
        let counts = data.counts(is_a);
        let weighed: Vec<Vec<Weighed>> = counts
            .iter()
            .map(|counts| counts.tallies().map(Weighed::of).collect())
            .collect();
        let row_of = |kind: usize| {
            kinds.row(kind).iter().zip(&weighed).map(|(code, weighed)| {
                let weighed = weighed.get(*code as usize);
                (*code, weighed.copied().unwrap_or_default())
            })
        };
        let split = kinds.split(is_a);
        let mut pairs = Self {
            n_traits: kinds.n_traits,
            a: Vec::new(),
            a_cells: Vec::new(),
            sums: Vec::new(),
            n_before: vec![0],
            other_cells: Vec::new(),
            doubt: Span::default(),
        };
        let mut others: Vec<(f64, u32)> = Vec::new();
        for ((kind, (n_a, n_others)), id) in split.iter().enumerate().zip(0..) {
            if *n_a > 0 {
                pairs.push_a(*n_a, row_of(kind));
            }
            if *n_others > 0 {
                let weights = row_of(kind).map(|(_, weighed)| weighed.of_other.different);
                others.push((weights.sum(), id));
            }
        }
        largest_first(&mut others);
        let mut n_before = 0;
        for (sum, id) in others {
            let kind = id as usize;
            n_before += split.get(kind).map_or(0, |(_, n)| *n);
            pairs.n_before.push(n_before);
            pairs.push_other(sum, row_of(kind));
        }
        pairs
    }

    fn push_a(&mut self, n: u64, row: impl Iterator<Item = (u32, Weighed)>) {
        let (mut sum, mut doubt) = (0.0, Span::default());
        for (code, weighed) in row {
            let weight = weighed.of_a;
            sum += weight.different;
            doubt.add([weighed.shared, weight.unknown - weight.different]);
            self.a_cells.push(Cell { code, weight });
        }
        self.a.push(KindOfA { n, sum, doubt });
    }

    fn push_other(&mut self, sum: f64, row: impl Iterator<Item = (u32, Weighed)>) {
        let mut doubt = Span::default();
        for (code, weighed) in row {
            let weight = weighed.of_other;
            doubt.add([weight.different - weight.unknown, 0.0]);
            self.other_cells.push(Cell { code, weight });
        }
        self.sums.push(sum);
        self.doubt.least = self.doubt.least.min(doubt.least);
        self.doubt.most = self.doubt.most.max(doubt.most);
    }

    /// How many kinds of A customers there are.
    pub(super) fn n_kinds(&self) -> usize {
        self.a.len()
    }

    /// Twice the pairs that A customers of this kind win, ties half, and what that cost to find out.
    pub(super) fn half_wins_of(&self, kind: usize) -> (u64, usize) {
        let Some(a) = self.a.get(kind) else {
            return (0, SEARCH);
        };
        let in_doubt = self.in_doubt(a);
        let own = self.cells(&self.a_cells, kind..kind + 1);
        let others = self.cells(&self.other_cells, in_doubt.clone());
        let ends = self.n_before.get(in_doubt.start..=in_doubt.end);
        let ends = ends.unwrap_or_default();
        let n_all = self.n_before.last().copied().unwrap_or(0);
        let n_beaten = n_all - ends.last().copied().unwrap_or(n_all);
        let in_turn = others.chunks_exact(self.n_traits).zip(ends.windows(2));
        let half_wins: u64 = in_turn
            .map(|(other, ends)| {
                let n = ends.iter().fold(0, |n, end| end - n);
                let lead = lead_of(own, other);
                if lead > TIE {
                    2 * n
                } else if lead >= -TIE {
                    n
                } else {
                    0
                }
            })
            .sum();
        (a.n * (2 * n_beaten + half_wins), SEARCH + in_doubt.len())
    }

    /// The others that the sums do not decide: those before win, those after lose.
    fn in_doubt(&self, a: &KindOfA) -> Range<usize> {
        let most = a.sum + a.doubt.most + self.doubt.most + ROUNDING;
        let least = a.sum + a.doubt.least + self.doubt.least - ROUNDING;
        let at = |bound: f64| self.sums.partition_point(|sum| *sum > bound);
        at(most)..at(least)
    }

    fn cells<'a>(&self, cells: &'a [Cell], kinds: Range<usize>) -> &'a [Cell] {
        let cells = cells.get(kinds.start * self.n_traits..kinds.end * self.n_traits);
        cells.unwrap_or_default()
    }
}

/// By how much an A customer with the first values scores higher than another with the second.
fn lead_of(a: &[Cell], other: &[Cell]) -> f64 {
    let mut lead = 0.0;
    for (a, other) in a.iter().zip(other) {
        lead += if a.code == other.code {
            0.0
        } else if other.code == 0 {
            a.weight.unknown
        } else if a.code == 0 {
            -other.weight.unknown
        } else {
            a.weight.different - other.weight.different
        };
    }
    lead
}
