//! The score for prospects, and whether it distinguishes at all.
//!
//! Lives as long as the page that shows it: nobody else reads it. `effects::judge` has the verdict
//! reckoned in a worker.

use std::sync::Arc;

use abc_core::profile::TraitTable;
use abc_core::prospects::validation::Validation;
use abc_core::prospects::{FitModel, MOST_PROPOSED, NoFit, useful_traits};
use leptos::prelude::*;

use super::Derived;
use super::derived::Outcome;

/// What prospects are scored by.
#[derive(Debug, PartialEq)]
pub struct Fitting {
    /// The traits of the customers.
    pub table: TraitTable,
    /// Columns of the table that can count.
    pub useful: Vec<usize>,
    /// The score learned from them.
    pub model: Result<FitModel, NoFit>,
}

impl Fitting {
    /// Learns from the customers of an outcome by the traits that the user chose, or by those that are
    /// proposed where none of the chosen ones is left.
    pub fn of(outcome: &Outcome) -> Self {
        let project = &outcome.project;
        let table = TraitTable::new(&project.customers, &project.trait_columns);
        let classes = outcome.classes();
        let useful = useful_traits(&table, &classes);
        let is_chosen = |idx: &usize| {
            let column = table.columns.get(*idx);
            column.is_some_and(|column| project.fit_traits.contains(&column.name))
        };
        let mut traits: Vec<usize> = useful.iter().copied().filter(is_chosen).collect();
        if traits.is_empty() {
            traits.clone_from(&useful);
            traits.truncate(MOST_PROPOSED);
        }
        let model = FitModel::learn(&table, &classes, &traits);
        Self {
            table,
            useful,
            model,
        }
    }

    /// The header of a column of the table.
    pub fn name(&self, idx: usize) -> &str {
        let column = self.table.columns.get(idx);
        column.map_or("", |column| column.name.as_str())
    }
}

/// How far the verdict is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Judged {
    /// Whole percents done.
    Busy(u8),
    /// The worker could not be started, or broke off.
    Failed,
    /// Finished.
    Found(Validation),
}

/// The score that follows from the classes; equal scores are no change.
pub fn fitting(derived: Derived) -> Memo<Arc<Fitting>> {
    Memo::new(move |_| Arc::new(derived.outcome.with(|outcome| Fitting::of(outcome))))
}
