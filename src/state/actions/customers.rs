//! Judgements about customers: ratings, classes by hand, weights and thresholds.

use abc_core::certainty::questions::Answer;
use abc_core::classify::{Criterion, Policy};
use abc_core::costs::{CostModel, OwnRating};
use abc_core::customers::{CustomerId, Rating};
use abc_core::date::Date;
use abc_core::project::{Override, Upgrade};

use crate::state::ProjectState;
use crate::state::project::Change;

/// Gives or takes back the owner's rating; size and profit are not rated.
pub fn rate(project: ProjectState, id: CustomerId, criterion: Criterion, rating: Option<Rating>) {
    rate_all(project, [id], criterion, rating);
}

/// Rates several customers at once: one step of undo.
pub fn rate_all(
    project: ProjectState,
    ids: impl IntoIterator<Item = CustomerId>,
    criterion: Criterion,
    rating: Option<Rating>,
) {
    edit_each(project, Change::Rating, ids, |own| match criterion {
        Criterion::Potential => own.potential = Some(rating),
        Criterion::Relationship => own.relationship = Some(rating),
        Criterion::Size | Criterion::Profit => {}
    });
}

/// Sets a class by hand, or frees it with `None`; the one of before is kept as an earlier one, until `today`.
pub fn override_class(
    project: ProjectState,
    id: CustomerId,
    by_hand: Option<Override>,
    today: Option<Date>,
) {
    project.apply(Change::Override, |project| {
        project.set_class(id, by_hand, today);
    });
}

/// Moves a weight or threshold while a slider is dragged: one step of undo until it is let go.
/// Weights that are all zero are refused; the last valid ones stay.
pub fn move_policy(project: ProjectState, edit: impl FnOnce(&mut Policy)) {
    project.apply_in_gesture(Change::Policy, |project| {
        edit_policy(&mut project.policy, edit);
    });
}

/// Sets a weight or threshold at once.
pub fn set_policy(project: ProjectState, edit: impl FnOnce(&mut Policy)) {
    project.apply(Change::Policy, |project| {
        edit_policy(&mut project.policy, edit);
    });
}

/// Puts weights, limits and costs back to what they were: one step of undo.
pub fn put_back(project: ProjectState, policy: &Policy, cost_model: &CostModel) {
    project.apply(Change::Policy, |project| {
        project.policy.clone_from(policy);
        project.cost_model.clone_from(cost_model);
    });
}

fn edit_policy(policy: &mut Policy, edit: impl FnOnce(&mut Policy)) {
    let mut next = policy.clone();
    edit(&mut next);
    let is_valid = next
        .weights
        .iter()
        .all(|weight| weight.is_finite() && *weight >= 0.0)
        && next.weights.iter().sum::<f64>() > 0.0;
    if is_valid {
        *policy = next;
    }
}

/// Takes the answer to a question about a customer.
pub fn answer(project: ProjectState, id: CustomerId, given: Answer) {
    edit_own(project, Change::Answer, id, |own| {
        *own = given.added_to(*own);
    });
}

/// Sets or wipes the mark "never satisfied".
pub fn mark_never_satisfied(project: ProjectState, id: CustomerId, is_so: bool) {
    edit_own(project, Change::Remark, id, |own| {
        own.never_satisfied = is_so;
    });
}

/// Keeps what was written about a customer; false when it is too long, and then nothing changes.
pub fn write_note(project: ProjectState, id: CustomerId, text: &str) -> bool {
    let mut is_kept = false;
    project.apply(Change::Remark, |project| {
        is_kept = project.write_note(id, text);
    });
    is_kept
}

/// Changes the step towards A with a customer; false when a text of it is too long, and then nothing changes.
pub fn edit_upgrade(
    project: ProjectState,
    id: CustomerId,
    edit: impl FnOnce(&mut Upgrade),
) -> bool {
    let mut is_kept = false;
    project.apply(Change::Upgrade, |project| {
        is_kept = project.edit_upgrade(id, edit);
    });
    is_kept
}

/// Wipes the note about a customer, the mark "never satisfied" and the earlier classes by hand.
pub fn wipe_notes(project: ProjectState, id: CustomerId) {
    project.apply(Change::Remark, |project| project.wipe_notes(id));
}

/// Marks a customer as one that the owner would like more of, or takes that back.
pub fn mark_liked(project: ProjectState, id: CustomerId, is_so: bool) {
    edit_own(project, Change::Remark, id, |own| own.liked = is_so);
}

/// Changes the owner's word about a customer; what says nothing is not kept.
pub(super) fn edit_own(
    project: ProjectState,
    change: Change,
    id: CustomerId,
    edit: impl Fn(&mut OwnRating),
) {
    edit_each(project, change, [id], edit);
}

fn edit_each(
    project: ProjectState,
    change: Change,
    ids: impl IntoIterator<Item = CustomerId>,
    edit: impl Fn(&mut OwnRating),
) {
    project.apply(change, |project| {
        for id in ids {
            let own = project.ratings.entry(id).or_default();
            edit(own);
            if *own == OwnRating::default() {
                project.ratings.remove(&id);
            }
        }
    });
}
