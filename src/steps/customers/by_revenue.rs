//! What revenue alone says of a list: description only, it decides no class. It changes with the list and
//! not with the classes, so it is found once per list.

use std::sync::Arc;

use abc_core::classify::concentration::{
    LargestNotA, classes_by_revenue, computed_abc_from, largest_share,
};
use abc_core::customers::{Class, Customer};
use abc_core::money::Cents;

use crate::state::derived::Outcome;

/// What revenue alone says.
pub(super) struct ByRevenue {
    list: Arc<[Customer]>,
    /// Per customer, 80/95; empty when the revenue cannot be divided.
    pub(super) classes: Vec<Option<Class>>,
    /// Customers before the bend of the curve, and those that bring at least the average (computed ABC).
    pub(super) bend: Option<(usize, usize)>,
    /// Whose revenue is the largest, and its share.
    pub(super) largest: Option<(u32, f64)>,
    /// What these shares are of, where it is more than all revenue: somebody was credited for more than was
    /// invoiced.
    pub(super) whole: Option<Cents>,
}

impl ByRevenue {
    /// What it says of this list: the same as before while that is the same list.
    pub(super) fn of_list(list: &Arc<[Customer]>, before: Option<&Arc<Self>>) -> Arc<Self> {
        let same = before.filter(|before| Arc::ptr_eq(&before.list, list));
        same.map_or_else(|| Arc::new(Self::of(list)), Arc::clone)
    }

    pub(super) fn of(list: &Arc<[Customer]>) -> Self {
        let customers = list.iter();
        let revenues: Vec<Option<Cents>> = customers.map(|customer| customer.revenue).collect();
        let has_credit = revenues
            .iter()
            .flatten()
            .any(|revenue| *revenue < Cents::ZERO);
        let bend = computed_abc_from(&above_zero(list));
        Self {
            list: Arc::clone(list),
            classes: classes_by_revenue(&revenues).unwrap_or_default(),
            bend: bend.map(|abc| (abc.k_pareto.min(abc.k_breakeven), abc.k_breakeven)),
            largest: largest_share(&revenues),
            whole: has_credit.then(|| {
                let above = above_zero(list).into_iter();
                above.fold(Cents::ZERO, Cents::saturating_add)
            }),
        }
    }

    /// How many make 80% of revenue, and how many of those are not A.
    pub(super) fn largest_not_a(&self, outcome: &Outcome) -> Option<LargestNotA> {
        let found = outcome.classification.customers.iter();
        let classes = found.map(|found| found.class);
        (!self.classes.is_empty()).then(|| LargestNotA::of(&self.classes, classes))
    }
}

/// The amounts of who has revenue.
pub(super) fn above_zero(customers: &[Customer]) -> Vec<Cents> {
    let revenues = customers.iter().filter_map(|customer| customer.revenue);
    revenues.filter(|revenue| *revenue > Cents::ZERO).collect()
}
