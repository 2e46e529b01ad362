//! Two opinions on the same customers: how often they agree, and how much of that is not chance.

use crate::customers::Class;
use crate::stats::order::sort_short;

/// Two opinions, customer by customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Customers by first opinion (row) and second (column), in the order A, B, C.
    pub matrix: [[usize; 3]; 3],
}

impl Agreement {
    /// Counts pairs of a first and a second opinion.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (Class, Class)>) -> Self {
        let mut matrix = [[0; 3]; 3];
        for (first, second) in pairs {
            let row = matrix.get_mut(first as usize);
            if let Some(count) = row.and_then(|row| row.get_mut(second as usize)) {
                *count += 1;
            }
        }
        Self { matrix }
    }

    /// Customers in all.
    pub fn n(&self) -> usize {
        self.matrix.iter().flatten().sum()
    }

    /// Customers on which the two agree.
    pub fn n_same(&self) -> usize {
        let [[a, _, _], [_, b, _], [_, _, c]] = self.matrix;
        a + b + c
    }

    /// The share on which they agree; `None` without customers.
    pub fn share(&self) -> Option<f64> {
        (self.n() > 0).then(|| self.n_same() as f64 / self.n() as f64)
    }

    /// Cohen's kappa: the share beyond what two opinions of these sizes would agree on by chance, 1 when
    /// they always agree. `None` without customers, and when both put everybody in one class.
    pub fn kappa(&self) -> Option<f64> {
        let n = self.n();
        let rows = self.matrix.map(|row| row.iter().sum::<usize>());
        let columns = self
            .matrix
            .iter()
            .fold([0; 3], |[a, b, c], [x, y, z]| [a + x, b + y, c + z]);
        let by_chance: usize = rows
            .iter()
            .zip(columns)
            .map(|(row, column)| row * column)
            .sum();
        (by_chance < n * n).then(|| {
            let expected = by_chance as f64 / (n * n) as f64;
            (self.n_same() as f64 / n as f64 - expected) / (1.0 - expected)
        })
    }
}

/// How much two opinions agree beyond chance, in the steps of Landis and Koch (1977).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Not at all: a kappa of 0 or less.
    None,
    /// Up to 0.2.
    Slight,
    /// Up to 0.4.
    Fair,
    /// Up to 0.6.
    Moderate,
    /// Up to 0.8.
    Substantial,
    /// Above.
    Full,
}

impl Strength {
    /// The word for a kappa.
    pub fn of_kappa(kappa: f64) -> Self {
        let steps = [
            (0.0, Self::None),
            (0.2, Self::Slight),
            (0.4, Self::Fair),
            (0.6, Self::Moderate),
            (0.8, Self::Substantial),
        ];
        let step = steps.into_iter().find(|(most, _)| kappa <= *most);
        step.map_or(Self::Full, |(_, strength)| strength)
    }
}

/// A customer on which two opinions differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surprise {
    /// Customer position.
    pub position: u32,
    /// The first opinion: what the owner guessed, or what it was last time.
    pub first: Class,
    /// What it is.
    pub second: Class,
    /// Euros per 12 months; `None` when unknown.
    pub revenue: Option<f64>,
}

/// Sorts by revenue, largest first; unknown last, equal ones in input order.
pub(crate) fn largest_first<T>(items: &mut Vec<T>, revenue_of: impl Fn(&T) -> Option<f64>) {
    let revenue = |item: &T| revenue_of(item).unwrap_or(f64::NEG_INFINITY);
    sort_short(items, |a, b| revenue(b).total_cmp(&revenue(a)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_beyond_chance() {
        use Class::{A, B, C};
        let from = |pairs: &[(Class, Class)]| Agreement::from_pairs(pairs.iter().copied());
        let nobody = from(&[]);
        assert_eq!((nobody.share(), nobody.kappa()), (None, None));
        // Everybody in one class by both: agreement says nothing.
        let one_class = from(&[(B, B), (B, B)]);
        assert_eq!((one_class.share(), one_class.kappa()), (Some(1.0), None));
        assert_eq!(from(&[(A, A), (B, B), (C, C)]).kappa(), Some(1.0));
        // Never agreeing is worse than chance.
        assert_eq!(from(&[(A, B), (B, A)]).kappa(), Some(-1.0));
    }

    #[test]
    fn a_kappa_has_a_word() {
        for (kappa, expected) in [
            (-1.0, Strength::None),
            (0.0, Strength::None),
            (0.01, Strength::Slight),
            (0.4, Strength::Fair),
            (0.41, Strength::Moderate),
            (0.8, Strength::Substantial),
            (1.0, Strength::Full),
        ] {
            assert_eq!(Strength::of_kappa(kappa), expected, "{kappa}");
        }
    }
}
