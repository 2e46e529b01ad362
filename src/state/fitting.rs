//! The score for prospects, and whether it distinguishes at all.
//!
//! Lives as long as the page that shows it: nobody else reads it. `effects::judge` reckons the verdict between
//! frames.

use std::sync::Arc;

use abc_core::profile::TraitTable;
use abc_core::prospects::validation::Validation;
use abc_core::prospects::{FitModel, NoFit, proposed_traits};
use leptos::prelude::*;

use super::Derived;
use super::derived::Outcome;

/// What prospects are scored by.
#[derive(Debug, PartialEq)]
pub struct Fitting {
    /// The traits of the customers.
    pub table: TraitTable,
    /// The score learned from them.
    pub model: Result<FitModel, NoFit>,
}

impl Fitting {
    /// Learns from the customers of an outcome by the traits that are proposed.
    pub fn of(outcome: &Outcome) -> Self {
        let project = &outcome.project;
        let table = TraitTable::new(&project.customers, &project.trait_columns);
        let classes = outcome.classes();
        let traits = proposed_traits(&table, &classes);
        let model = FitModel::learn(&table, &classes, &traits);
        Self { table, model }
    }
}

/// How far the verdict is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Judged {
    /// Whole percents done.
    Busy(u8),
    /// Finished.
    Found(Validation),
}

/// The score that follows from the classes; equal scores are no change.
pub fn fitting(derived: Derived) -> Memo<Arc<Fitting>> {
    Memo::new(move |_| Arc::new(derived.outcome.with(|outcome| Fitting::of(outcome))))
}
