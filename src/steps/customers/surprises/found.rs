//! What surprises in one outcome.

use std::sync::Arc;

use abc_core::classify::classification_from;
use abc_core::migration::{Migration, Move, Outcome as Then, migration_from};
use abc_core::prediction::{Prediction, prediction_from};
use abc_core::surprises::{Unexpected, surprises_from};

use crate::state::actions::last_time::settings_of;
use crate::state::derived::{Outcome, overrides_of};
use crate::state::recognition::Recognized;

/// What surprises in one outcome.
#[derive(Debug, Default)]
pub(in crate::steps::customers) struct Found {
    pub(super) outcome: Arc<Outcome>,
    /// `None` when nothing was guessed.
    pub(super) prediction: Option<Prediction>,
    /// Who is who, and who moved; `None` without a last time, and until its customers are recognized.
    pub(super) migration: Option<(Arc<Recognized>, Migration)>,
    /// Largest revenue first.
    pub(super) list: Vec<Unexpected>,
}

impl Found {
    /// What surprises in `outcome`; what is `known` may be about another list.
    pub(in crate::steps::customers) fn of(
        outcome: Arc<Outcome>,
        known: Option<Arc<Recognized>>,
    ) -> Self {
        let project = &outcome.project;
        let (inputs, classes) = (&outcome.inputs, &outcome.classification);
        let prediction = (!project.guesses.is_empty())
            .then(|| prediction_from(&project.guesses, inputs, classes));
        let known = known.filter(|known| known.is_about(project));
        let migration = known.map(|known| {
            let then = known.last.settings.as_ref();
            let then = then.filter(|then| **then != settings_of(project));
            let as_then = then.map(|then| {
                classification_from(&then.policy, then.rate, inputs, &overrides_of(project))
            });
            let past = &known.last.customers;
            let found = migration_from(past, &known.again, inputs, classes, as_then.as_ref());
            (known, found)
        });
        let found = migration.as_ref().map(|(_, found)| found);
        let list = surprises_from(prediction.as_ref(), found);
        Self {
            outcome,
            prediction,
            migration,
            list,
        }
    }

    /// Whether there is anything to compare the classes with.
    pub(super) fn is_compared(&self) -> bool {
        self.prediction.is_some() || self.migration.is_some()
    }

    /// What surprises about a customer.
    pub(super) fn about(&self, position: u32) -> Option<&Unexpected> {
        self.list.iter().find(|each| each.position == position)
    }

    /// A move by its place, with what the customer was.
    pub(super) fn moved(&self, place: usize) -> Option<(&Move, &Then)> {
        let (known, found) = self.migration.as_ref()?;
        let moved = found.moves.get(place)?;
        let past = known.last.customers.get(moved.past as usize)?;
        Some((moved, &past.outcome))
    }

    /// Who surprises.
    pub(in crate::steps::customers) fn positions(&self) -> Vec<u32> {
        self.list.iter().map(|each| each.position).collect()
    }
}
