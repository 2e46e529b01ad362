//! The owner's guesses, before seeing figures.

use abc_core::customers::{Class, CustomerId};

use crate::state::ProjectState;
use crate::state::project::Change;

/// Guesses the class of a customer, or takes the guess back.
pub fn guess(project: ProjectState, id: CustomerId, class: Option<Class>) {
    project.apply(Change::Guess, |project| match class {
        Some(class) => {
            project.guesses.insert(id, class);
        }
        None => {
            project.guesses.remove(&id);
        }
    });
}

/// The owner would rather not guess.
pub fn decline_guessing(project: ProjectState) {
    project.apply(Change::Guess, |project| project.is_guessing_declined = true);
}

/// Wipes all guesses; who did that is not asked again.
pub fn forget_guesses(project: ProjectState) {
    project.apply(Change::Guess, |project| {
        project.guesses.clear();
        project.is_guessing_declined = true;
    });
}
