//! Columns whose words describe customers.

use crate::customers::table::ByteTable;
use crate::intake::SourceKind;
use crate::mapping::guess::Mapping;
use crate::mapping::{Confidence, Role, amount};

/// Different words that a named trait may hold; more make no groups.
const MAX_NAMED_VALUES: usize = 500;

/// Different words in a column that nobody named a trait.
const MAX_FREE_VALUES: usize = 30;

/// Different numbers in a trait that is a number.
const MAX_NUMBER_VALUES: usize = 10_000;

/// A column whose words describe customers.
#[derive(Debug)]
pub(super) struct TraitReader {
    pub(super) index: usize,
    pub(super) name: String,
    is_named: bool,
    pub(super) is_number: bool,
    table: ByteTable<u32>,
    pub(super) values: Vec<String>,
    pub(super) is_too_varied: bool,
}

impl TraitReader {
    /// 0 for an empty cell, else 1 + the position of the word.
    pub(super) fn value_of(&mut self, cell: &[u8]) -> u32 {
        if cell.is_empty() {
            return 0;
        }
        if let Some(value) = self.table.get(cell) {
            return value;
        }
        let text = String::from_utf8_lossy(cell).into_owned();
        self.is_number &= amount::number(&text).is_ok();
        let max = match (self.is_number, self.is_named) {
            (true, _) => MAX_NUMBER_VALUES,
            (false, true) => MAX_NAMED_VALUES,
            (false, false) => MAX_FREE_VALUES,
        };
        if self.values.len() >= max {
            self.is_too_varied = true;
            return 0;
        }
        self.values.push(text);
        let value = u32::try_from(self.values.len()).unwrap_or_default();
        self.table.insert(cell, value);
        value
    }

    pub(super) fn makes_groups(&self, n_customers: usize, kind: SourceKind) -> bool {
        let is_free_trait = kind == SourceKind::Customers && self.values.len() * 2 <= n_customers;
        let is_known_kind = self.is_named || is_free_trait;
        !self.is_too_varied && self.values.len() > 1 && is_known_kind
    }
}

pub(super) fn traits_of(mapping: &Mapping) -> Vec<TraitReader> {
    let is_trait = mapping
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.role == Role::Trait);
    is_trait
        .map(|(index, column)| TraitReader {
            index,
            name: column.header.clone(),
            is_named: column.confidence > Confidence::Low,
            is_number: true,
            table: ByteTable::new(),
            values: Vec::new(),
            is_too_varied: false,
        })
        .collect()
}
