//! What follows from the project. Built once in `App`; views read it and never compute classes themselves.
//!
//! Up to `AT_ONCE` customers a memo classifies within the frame. Above it `effects` runs the same steps
//! in slices between frames and puts the answer into `sliced`; views do not see the difference.

use std::sync::Arc;

use abc_core::classify::{Classification, classification_from};
use abc_core::costs::{Inputs, costs_known, inputs_from};
use abc_core::customers::{Class, Grade};
use abc_core::profile::{IdealProfile, profile_from};
use abc_core::project::Project;
use leptos::prelude::*;

use super::ProjectState;
use crate::i18n::catalog::customers::Assumed;

/// Up to this many customers the page classifies in one go.
pub const AT_ONCE: usize = 5_000;

/// Where an assumption of ours is behind more than this share of revenue, what is said of all customers is said
/// to be assumed: one whose hours are known does not make those of the others known.
const MOSTLY: f64 = 0.5;

/// Classes with the inputs they came from: both belong to one state of the project.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The project they belong to.
    pub project: Arc<Project>,
    /// Figures per customer and 12 months.
    pub inputs: Arc<Vec<Inputs>>,
    /// The classes.
    pub classification: Classification,
}

impl Outcome {
    /// The figures and classes of a project, in one go.
    pub fn of(project: Arc<Project>) -> Self {
        let inputs = inputs_from(&project.customers, &project.cost_model, &project.ratings);
        let classification = classification_from(
            &project.policy,
            project.cost_model.rate(),
            &inputs,
            &overrides_of(&project),
        );
        Self {
            project,
            inputs: Arc::new(inputs),
            classification,
        }
    }

    /// Whether what is known of the revenue is what the owner guessed.
    pub fn is_revenue_guessed(&self) -> bool {
        let mut known = self.inputs.iter().filter(|input| input.revenue.is_some());
        known.all(|input| input.revenue_grade == Grade::Assumed)
    }

    /// Whether revenue is all that is known: every cost is our assumption.
    pub fn is_revenue_alone(&self) -> bool {
        let model = &self.project.cost_model;
        self.project.has_revenue()
            && model.given_rate().is_none()
            && model.direct_cost_permille.is_none()
            && costs_known(&self.inputs).is_none_or(|known| known.is_nothing())
    }

    /// Whether somebody said of at least one customer how much time it takes.
    pub fn is_some_time_known(&self) -> bool {
        let is_known =
            |input: &Inputs| input.hours.is_some() && input.hours_grade != Grade::Assumed;
        self.inputs.iter().any(is_known)
    }

    /// Whether the hours of most revenue are our assumption.
    pub fn is_time_assumed(&self) -> bool {
        costs_known(&self.inputs).is_some_and(|known| known.hours.assumed > MOSTLY)
    }

    /// Whether every cost is our assumption: what customers bring is known, what they cost is not.
    pub fn is_cost_unknown(&self) -> bool {
        let is_direct_cost_known =
            |input: &Inputs| input.direct_cost.is_some() && input.cost_grade != Grade::Assumed;
        self.project.cost_model.direct_cost_permille.is_none()
            && !self.is_some_time_known()
            && !self.inputs.iter().any(is_direct_cost_known)
    }

    /// Whether of most revenue the hours, or of most the direct cost, are our assumption.
    pub fn is_a_cost_assumed(&self) -> bool {
        let has_share = self.project.cost_model.direct_cost_permille.is_some();
        costs_known(&self.inputs).is_some_and(|known| {
            known.hours.assumed > MOSTLY || (!has_share && known.direct_cost.assumed > MOSTLY)
        })
    }

    /// Whether what everybody brings rests on costs that are our assumption.
    pub fn is_profit_assumed(&self) -> bool {
        self.is_cost_unknown() || self.is_a_cost_assumed()
    }

    /// What makes a class provisional because it is assumed: what no file told and nobody confirmed.
    pub fn assumed(&self, input: &Inputs) -> impl Iterator<Item = Assumed> + use<> {
        let is_share_given = self.project.cost_model.direct_cost_permille.is_some();
        let is_assumed = |figure: Option<f64>, grade| figure.is_some() && grade == Grade::Assumed;
        let hours = is_assumed(input.hours, input.hours_grade);
        let purchases = !is_share_given && is_assumed(input.direct_cost, input.cost_grade);
        let revenue = is_assumed(input.revenue, input.revenue_grade);
        let parts = [
            (hours, Assumed::Hours),
            (purchases, Assumed::Purchases),
            (revenue, Assumed::Revenue),
        ];
        let is_filled = input.filled;
        let held = move |(is_held, part)| (is_filled && is_held).then_some(part);
        parts.into_iter().filter_map(held)
    }

    /// Whether this project has the same figures, so that only weights, limits and classes by hand can
    /// have changed.
    pub(super) fn has_figures_of(&self, project: &Project) -> bool {
        let own = &self.project;
        Arc::ptr_eq(&own.customers, &project.customers)
            && own.cost_model == project.cost_model
            && own.ratings == project.ratings
    }

    /// The final class of each customer.
    pub fn classes(&self) -> Vec<Option<Class>> {
        self.classification
            .customers
            .iter()
            .map(|customer| customer.class)
            .collect()
    }
}

/// The classes by hand, one entry per customer.
pub fn overrides_of(project: &Project) -> Vec<Option<Class>> {
    let mut classes = vec![None; project.customers.len()];
    for (id, by_hand) in &project.overrides {
        if let Some(slot) = classes.get_mut(id.index()) {
            *slot = Some(by_hand.class);
        }
    }
    classes
}

/// What follows from the project.
#[derive(Clone, Copy)]
pub struct Derived {
    /// The classes; those of the last finished run while a large list is being recomputed.
    pub outcome: Memo<Arc<Outcome>>,
    /// The answer of the sliced run, for large lists.
    pub(super) sliced: RwSignal<Arc<Outcome>>,
    /// Whether a sliced run is under way.
    pub is_busy: RwSignal<bool>,
    /// The ideal customer of those classes.
    pub profile: Memo<Arc<IdealProfile>>,
}

/// What a memo asks to know whether something changed: two allocations are two values.
pub fn is_other<T: ?Sized>(a: Option<&Arc<T>>, b: Option<&Arc<T>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => !Arc::ptr_eq(a, b),
        _ => true,
    }
}

impl Derived {
    /// Builds everything that follows from `project` and provides it.
    pub fn provide(project: ProjectState) -> Self {
        let sliced = RwSignal::new(Arc::<Outcome>::default());
        let is_busy = RwSignal::new(false);
        let outcome = Memo::new_with_compare(
            move |_| {
                let now = project.get();
                if now.customers.len() > AT_ONCE {
                    sliced.get()
                } else {
                    Arc::new(Outcome::of(now))
                }
            },
            is_other,
        );
        let profile = Memo::new_with_compare(
            move |_| {
                let outcome = outcome.get();
                Arc::new(profile_from(
                    &outcome.project.customers,
                    &outcome.project.trait_columns,
                    &outcome.classes(),
                ))
            },
            is_other,
        );
        let derived = Self {
            outcome,
            sliced,
            is_busy,
            profile,
        };
        provide_context(derived);
        derived
    }

    /// What was provided above.
    pub fn expect() -> Self {
        expect_context()
    }
}

/// Who changed class between two outcomes of the same customers: position, before, after.
pub fn changes(before: &Outcome, after: &Outcome) -> Vec<(u32, Option<Class>, Option<Class>)> {
    let pairs = before
        .classification
        .customers
        .iter()
        .zip(&after.classification.customers);
    (0_u32..)
        .zip(pairs)
        .filter(|(_, (b, a))| b.class != a.class)
        .map(|(idx, (b, a))| (idx, b.class, a.class))
        .collect()
}
