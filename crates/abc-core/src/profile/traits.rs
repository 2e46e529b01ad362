//! The traits of all customers, column by column.

use super::headcount;
use crate::customers::{Customer, TraitColumn, TraitKind};

/// Columns that may describe a customer, and who has what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TraitTable {
    /// The trait columns as given, then a grouped one for every column of headcounts, under its name.
    pub columns: Vec<TraitColumn>,
    /// Per column, per customer: 0 unknown, else 1 + index of the value.
    pub codes: Vec<Vec<u32>>,
    /// How many columns were given.
    n_given: usize,
}

impl TraitTable {
    /// The traits of these customers.
    pub fn new(customers: &[Customer], columns: &[TraitColumn]) -> Self {
        let n_given = columns.len();
        let mut columns = columns.to_vec();
        let mut codes: Vec<Vec<u32>> = (0..n_given)
            .map(|idx| {
                let of_customers = customers.iter().map(|customer| customer.traits.get(idx));
                of_customers
                    .map(|code| code.copied().unwrap_or(0))
                    .collect()
            })
            .collect();
        let grouped: Vec<_> = columns
            .iter()
            .zip(&codes)
            .filter(|(column, _)| headcount::is_headcount(column))
            .map(|(column, codes)| headcount::grouped(column, codes))
            .collect();
        for (column, column_codes) in grouped {
            columns.push(column);
            codes.push(column_codes);
        }
        Self {
            columns,
            codes,
            n_given,
        }
    }

    /// Whether a column holds the groups of another.
    pub fn is_grouped(&self, idx: usize) -> bool {
        (self.n_given..self.columns.len()).contains(&idx)
    }

    /// The group of a headcount as written: its index among the values of a grouped column.
    pub(crate) fn headcount_group(text: &str) -> Option<usize> {
        let code = headcount::group_code(headcount::number_from(text)?);
        (code as usize).checked_sub(1)
    }

    /// Columns whose values are groups: what a score can count.
    pub fn groups(&self) -> impl Iterator<Item = usize> {
        let columns = self.columns.iter().enumerate();
        columns
            .filter(|(_, column)| column.kind == TraitKind::Category)
            .map(|(idx, _)| idx)
    }
}
