//! Counts of values among A customers and others, and what they weigh.

use serde::{Deserialize, Serialize};

/// Two scores that differ no more are equal.
pub(super) const TIE: f64 = 1e-12;

/// Weight of the common share of a value, in customers (Cestnik 1990): with the usual "one of each" a rare
/// value would speak for A without a single A customer having it.
const POOLED: f64 = 4.0;

/// Customers with their traits, and whether they are A.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FitData {
    n_traits: usize,
    /// Per customer, per trait: 0 unknown, else 1 + index of the value.
    codes: Vec<u32>,
    is_a: Vec<bool>,
}

impl FitData {
    /// Nobody yet; `n_traits` is at least one.
    pub fn new(n_traits: usize) -> Self {
        Self {
            n_traits: n_traits.max(1),
            codes: Vec::new(),
            is_a: Vec::new(),
        }
    }

    /// Adds a customer; codes beyond the number of traits are left out, missing ones unknown.
    pub fn push(&mut self, codes: &[u32], is_a: bool) {
        let unknown = std::iter::repeat(0);
        let codes = codes.iter().copied().chain(unknown);
        self.codes.extend(codes.take(self.n_traits));
        self.is_a.push(is_a);
    }

    /// How many customers.
    pub fn len(&self) -> usize {
        self.is_a.len()
    }

    /// Nobody.
    pub fn is_empty(&self) -> bool {
        self.is_a.is_empty()
    }

    /// How many of them are A.
    pub fn n_a(&self) -> usize {
        self.is_a.iter().filter(|is_a| **is_a).count()
    }

    /// Who is A.
    pub fn is_a(&self) -> &[bool] {
        &self.is_a
    }

    /// The traits of every customer: 0 unknown, else 1 + index of the value.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[u32]> {
        self.codes.chunks(self.n_traits)
    }

    pub(super) fn n_traits(&self) -> usize {
        self.n_traits
    }

    pub(super) fn counts(&self, is_a: &[bool]) -> Vec<Counts> {
        let mut counts = vec![Counts::default(); self.n_traits];
        for (row, is_a) in self.rows().zip(is_a) {
            for (counts, code) in counts.iter_mut().zip(row) {
                counts.add(*code, *is_a);
            }
        }
        counts
    }

    /// What value `value_idx` of the trait at `place` weighs; `None` when nobody has it.
    pub fn evidence(&self, place: usize, value_idx: usize) -> Option<f64> {
        self.counts_at(place).evidence(value_idx)
    }

    fn counts_at(&self, place: usize) -> Counts {
        let mut counts = Counts::default();
        for (row, is_a) in self.rows().zip(&self.is_a) {
            counts.add(row.get(place).copied().unwrap_or(0), *is_a);
        }
        counts
    }

    /// Everybody's score by the counts of all others: by counts that include themselves it would be too rosy.
    pub fn loo_scores(&self) -> Vec<f64> {
        let counts = self.counts(&self.is_a);
        self.rows()
            .zip(&self.is_a)
            .map(|(row, is_a)| {
                let known = counts.iter().zip(row).filter(|(_, code)| **code > 0);
                known
                    .map(|(counts, code)| counts.of(*code).without(*is_a).evidence())
                    .sum()
            })
            .collect()
    }
}

/// Counts of one trait.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Counts {
    /// Per code, the A customers and the others that have it.
    with: Vec<(usize, usize)>,
    n_a: usize,
    n_other: usize,
}

impl Counts {
    fn add(&mut self, code: u32, is_a: bool) {
        if code == 0 {
            return;
        }
        let at = code as usize;
        if self.with.len() <= at {
            self.with.resize(at + 1, (0, 0));
        }
        if let Some((a, other)) = self.with.get_mut(at) {
            *(if is_a { a } else { other }) += 1;
        }
        *(if is_a {
            &mut self.n_a
        } else {
            &mut self.n_other
        }) += 1;
    }

    /// What a value weighs; `None` when nobody has it.
    pub(super) fn evidence(&self, value_idx: usize) -> Option<f64> {
        let tally = self.of(u32::try_from(value_idx + 1).ok()?);
        (tally.a + tally.other > 0).then(|| tally.evidence())
    }

    /// The counts of every code, that of unknown first.
    pub(super) fn tallies(&self) -> impl Iterator<Item = Tally> {
        (0_u32..).map(|code| self.of(code)).take(self.with.len())
    }

    /// The counts of one value.
    pub(super) fn of(&self, code: u32) -> Tally {
        let (a, other) = self.with.get(code as usize).copied().unwrap_or_default();
        Tally {
            a,
            other,
            n_a: self.n_a,
            n_other: self.n_other,
        }
    }
}

/// How many have one value, of those of whom the trait is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tally {
    a: usize,
    other: usize,
    n_a: usize,
    n_other: usize,
}

impl Tally {
    /// Whether A customers have it, and others too.
    pub(super) fn is_of_both(self) -> bool {
        self.a > 0 && self.other > 0
    }

    /// Without a customer that has this value.
    pub(super) fn without(self, is_a: bool) -> Self {
        let mut left = self.without_different(is_a);
        let count = if is_a { &mut left.a } else { &mut left.other };
        *count = count.saturating_sub(1);
        left
    }

    /// Without a customer that has another value of the trait.
    pub(super) fn without_different(mut self, is_a: bool) -> Self {
        let count = if is_a {
            &mut self.n_a
        } else {
            &mut self.n_other
        };
        *count = count.saturating_sub(1);
        self
    }

    /// ln of the share among A over the share among the others, both drawn to the common share; 0 for a
    /// value that nobody has.
    pub(super) fn evidence(self) -> f64 {
        let with = self.a + self.other;
        if with == 0 {
            return 0.0;
        }
        let pooled = POOLED * with as f64 / (self.n_a + self.n_other) as f64;
        let share = |with: usize, n: usize| (with as f64 + pooled) / (n as f64 + POOLED);
        share(self.a, self.n_a).ln() - share(self.other, self.n_other).ln()
    }
}
