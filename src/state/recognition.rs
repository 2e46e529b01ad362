//! Who of last time is who now. Names are compared once per list, between frames, by
//! `effects::recognize_customers`; not at every move of a slider.

use std::sync::Arc;

use abc_core::customers::Customer;
use abc_core::migration::LastTime;
use abc_core::project::Project;
use leptos::prelude::*;

/// Who of last time is who now.
#[derive(Debug)]
pub struct Recognized {
    /// Last time.
    pub last: Arc<LastTime>,
    /// The customers of now.
    pub(super) customers: Arc<[Customer]>,
    /// Per customer of now its place in `last`.
    pub again: Vec<Option<u32>>,
}

impl Recognized {
    /// Whether it is about the two times of this project.
    pub fn is_about(&self, project: &Project) -> bool {
        let is_last = |last: &Arc<LastTime>| Arc::ptr_eq(last, &self.last);
        project.last_time.as_ref().is_some_and(is_last)
            && Arc::ptr_eq(&project.customers, &self.customers)
    }
}

/// Whether two states of the project lay the same last time beside the same customers.
pub(super) fn has_same_times(a: &Project, b: &Project) -> bool {
    let is_same_last_time = match (&a.last_time, &b.last_time) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    is_same_last_time && Arc::ptr_eq(&a.customers, &b.customers)
}

/// The last answer; it may be about an earlier list.
#[derive(Clone, Copy)]
pub struct RecognitionState(pub RwSignal<Option<Arc<Recognized>>>);

impl RecognitionState {
    /// Makes the state and provides it.
    pub fn provide() -> Self {
        let state = Self(RwSignal::new(None));
        provide_context(state);
        state
    }

    /// What was provided above.
    pub fn expect() -> Self {
        expect_context()
    }
}
