//! The parts of a screen are made one after the other, a task each, and the classes of a large list reach
//! them in the same way: together they would hold up the page for longer than anybody should notice. New
//! classes of a small list reach all parts at once, those of an ordinary one the finding and the grid first and
//! each other part with a frame of its own.

use std::sync::Arc;

use leptos::prelude::*;

use super::derived::{Outcome, is_other};
use super::{Derived, ProjectState, effects};

/// A part of the screen, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The finding and the shares per class.
    Finding,
    /// The grid.
    Rows,
    /// The whale curve.
    Curve,
    /// The three warnings.
    Warnings,
    /// Revenue rank beside profit rank.
    Ranks,
    /// The answers that decide a class.
    Questions,
}

pub(super) const N_TURNS: usize = 6;

/// Up to this many customers all parts change within one frame.
pub(super) const TOGETHER: usize = 200;

/// The outcome as each part gets to see it.
#[derive(Clone, Copy)]
pub struct Turns {
    one_by_one: Memo<bool>,
    /// How many parts are made, in the order of their turns.
    pub(super) n_made: RwSignal<usize>,
    /// Of lists that take turns only; empty before the first turn.
    pub(super) slots: [RwSignal<Option<Arc<Outcome>>>; N_TURNS],
    outcomes: [Memo<Arc<Outcome>>; N_TURNS],
    newest: Memo<Arc<Outcome>>,
}

impl Turns {
    /// For the screen that is being made; it ends with that screen.
    pub fn new(project: ProjectState, derived: Derived) -> Self {
        let one_by_one = Memo::new(move |_| project.get().customers.len() > TOGETHER);
        let newest = derived.outcome;
        let slots = [(); N_TURNS].map(|()| RwSignal::new(None::<Arc<Outcome>>));
        let outcomes = slots.map(|slot| {
            Memo::new_with_compare(
                move |_| {
                    if one_by_one.get() {
                        slot.get().unwrap_or_default()
                    } else {
                        newest.get()
                    }
                },
                is_other,
            )
        });
        let turns = Self {
            one_by_one,
            n_made: RwSignal::new(0),
            slots,
            outcomes,
            newest,
        };
        effects::make_in_turns(turns);
        effects::take_turns(project, derived, turns);
        turns
    }

    /// Whether this part has had its first turn, tracked.
    pub fn has_come(self, turn: Turn) -> bool {
        let slot = self.slots.get(turn as usize);
        self.n_made.get() > turn as usize
            && (!self.one_by_one.get() || slot.is_some_and(|slot| slot.with(Option::is_some)))
    }

    /// The outcome as this part sees it; an empty one before its first turn.
    pub fn outcome(self, turn: Turn) -> Memo<Arc<Outcome>> {
        let outcome = self.outcomes.get(turn as usize);
        outcome.copied().unwrap_or(self.newest)
    }
}
