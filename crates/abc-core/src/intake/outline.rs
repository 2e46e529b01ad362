//! Amounts that stand above their own parts: the compact form of a pivot table, Excel's default, which
//! writes customers and what they bought in one column, so that everything stands there twice.

use std::collections::BTreeSet;

/// Rows that are remembered: a longer file is no pivot table that somebody looks at.
const MAX_ROWS: usize = 50_000;

/// So many amounts are not by chance those of the rows below them.
const MANY: usize = 6;

/// Guessed amounts are whole hundreds of euros, and add up sooner.
const ROUND_CENTS: i64 = 10_000;

/// The rows of one of the two levels, by their place among the rows that count.
pub(crate) type Doubled = BTreeSet<u32>;

/// The amounts of a file in order, and whose they are.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    rows: Vec<(i64, u32)>,
    is_over: bool,
}

impl Outline {
    /// Takes the next row that counts.
    #[inline]
    pub(crate) fn push(&mut self, amount: i64, customer: u32) {
        if self.rows.len() < MAX_ROWS {
            self.rows.push((amount, customer));
        } else {
            self.is_over = true;
        }
    }

    /// The rows that must not count, where every amount stands there twice: those of the level with the
    /// fewer different names. Firms have more customers than products.
    pub(crate) fn doubled(&self) -> Option<Doubled> {
        let heads = self.heads().filter(|_| !self.is_over)?;
        let names = |of_heads: bool| {
            let rows = self.rows.iter().enumerate();
            let of_level = rows.filter(|(at, _)| heads.contains(at) == of_heads);
            let names: BTreeSet<u32> = of_level.map(|(_, (_, customer))| *customer).collect();
            names.len()
        };
        let are_customers_below = names(false) > names(true);
        let is_doubled = |at: &usize| heads.contains(at) == are_customers_below;
        let doubled = (0..self.rows.len()).filter(is_doubled);
        Some(doubled.filter_map(|at| u32::try_from(at).ok()).collect())
    }

    /// The rows whose amount is that of the rows below them, when that takes in all rows. By chance it does
    /// not: there are several, one of them has several rows below it, and what stands below them comes back, or
    /// there are many, or their amounts are not round.
    fn heads(&self) -> Option<BTreeSet<usize>> {
        let mut heads = BTreeSet::new();
        let mut at = 0;
        let mut most_below = 0;
        while let Some((amount, _)) = self.rows.get(at) {
            heads.insert(at);
            let mut left = i128::from(*amount);
            let mut below = 0;
            while below == 0 || left != 0 {
                below += 1;
                let (part, _) = self.rows.get(at + below)?;
                left -= i128::from(*part);
            }
            most_below = most_below.max(below);
            at += below + 1;
        }
        let are_several = heads.len() > 1 && most_below > 1;
        let is_no_chance =
            heads.len() >= MANY || self.comes_back(&heads) || !self.are_round(&heads);
        (are_several && is_no_chance).then_some(heads)
    }

    /// Whether a name stands there twice on one of the two levels: a customer with two products, a product of
    /// two customers. In a list of customers nobody does.
    fn comes_back(&self, heads: &BTreeSet<usize>) -> bool {
        let mut met = BTreeSet::new();
        let mut rows = self.rows.iter().enumerate();
        rows.any(|(at, (_, customer))| !met.insert((heads.contains(&at), *customer)))
    }

    fn are_round(&self, heads: &BTreeSet<usize>) -> bool {
        let mut amounts = heads.iter().filter_map(|at| self.rows.get(*at));
        amounts.all(|(amount, _)| amount % ROUND_CENTS == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::Outline;

    fn doubled(rows: &[(i64, u32)]) -> Option<Vec<u32>> {
        let mut outline = Outline::default();
        for (amount, customer) in rows {
            outline.push(*amount, *customer);
        }
        outline.doubled().map(|rows| rows.into_iter().collect())
    }

    #[test]
    fn the_parts_of_customers_are_doubled_and_so_are_products_above_customers() {
        let customers = [(30, 0), (10, 7), (20, 8), (5, 1), (5, 7), (9, 2), (9, 8)];
        assert_eq!(doubled(&customers), Some(vec![1, 2, 4, 6]));
        let products = [(60, 0), (10, 7), (20, 8), (30, 9), (5, 1), (2, 7), (3, 8)];
        assert_eq!(doubled(&products), Some(vec![0, 4]));
    }

    #[test]
    fn other_lists_are_left_as_they_are() {
        for rows in [
            vec![],
            vec![(30, 0), (10, 1), (20, 2)],
            vec![(30, 0), (10, 1), (20, 2), (7, 3)],
            vec![(10, 0), (10, 1), (20, 2), (20, 3)],
            vec![(30, 0), (10, 1), (20, 2), (7, 3), (4, 4), (4, 5)],
            // Guesses of an owner.
            vec![
                (5_000_000, 0),
                (3_000_000, 1),
                (2_000_000, 2),
                (1_000_000, 3),
                (1_000_000, 4),
            ],
        ] {
            assert_eq!(doubled(&rows), None, "{rows:?}");
        }
    }
}
