//! The score for prospects, and whether it distinguishes at all.
//!
//! Lives as long as the page that shows it: nobody else reads it. The verdict is reckoned between frames.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use abc_core::profile::TraitTable;
use abc_core::prospects::validation::{Validation, Validator, n_shuffles_for};
use abc_core::prospects::{FitModel, NoFit, proposed_traits};
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use super::Derived;
use super::derived::Outcome;
use crate::platform::page;

/// How long the verdict may hold the thread before the browser gets its turn.
const JUDGE_FOR_MS: f64 = 12.0;

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

/// The verdict on the score, reckoned in slices; `None` while there is no score. A newer score, or
/// leaving the page, drops the run.
pub fn judge(fitting: Memo<Arc<Fitting>>) -> ReadSignal<Option<Judged>> {
    let (judged, set_judged) = signal(None);
    let newest = Rc::new(Cell::new(0_u32));
    Effect::new(move |_| {
        let run = newest.get().wrapping_add(1);
        newest.set(run);
        let now = fitting.get();
        let work = now.model.as_ref().ok().and_then(|model| {
            let data = model.data();
            Validator::new(data, n_shuffles_for(data))
        });
        set_judged.set(work.is_some().then_some(Judged::Busy(0)));
        let Some(work) = work else { return };
        let newest = Rc::clone(&newest);
        spawn_local_scoped(async move {
            in_slices(work, set_judged, || newest.get() == run).await;
        });
    });
    judged
}

async fn in_slices(
    mut work: Validator,
    judged: WriteSignal<Option<Judged>>,
    is_newest: impl Fn() -> bool,
) {
    loop {
        page::breathe().await;
        if !is_newest() {
            return;
        }
        let until = page::now_ms() + JUDGE_FOR_MS;
        let found = loop {
            let found = work.step();
            if found.is_some() || page::now_ms() >= until {
                break found;
            }
        };
        let percent = (work.progress() * 100.0).floor() as u8;
        let said = found.map_or(Judged::Busy(percent), Judged::Found);
        // The signal is gone with the page that showed it.
        let is_left = judged.try_set(Some(said)).is_some();
        if is_left || found.is_some() {
            return;
        }
    }
}
