//! Saying who is who among the files, and whose revenue counts.

use std::sync::Arc;

use abc_core::intake::SourceKind;
use abc_core::join::{FileKey, JoinDecisions, Spelled, Verdict, join};
use leptos::prelude::*;

use crate::state::project::Change;
use crate::state::{ProjectState, SessionState};

/// What the joining actions work on; taken once at the top of a component.
#[derive(Clone, Copy)]
pub struct JoinActions {
    project: ProjectState,
    session: SessionState,
}

impl JoinActions {
    /// Takes the states that are provided above.
    pub fn expect() -> Self {
        Self {
            project: ProjectState::expect(),
            session: SessionState::expect(),
        }
    }

    /// Says that two parties are one customer, or are not.
    pub fn decide(self, a: Spelled, b: Spelled, verdict: Verdict) {
        self.edit(|joins| joins.decide(a, b, verdict));
    }

    /// Takes back what was said about two parties.
    pub fn forget(self, a: Spelled, b: Spelled) {
        self.edit(|joins| joins.forget(a, b));
    }

    /// Says yes to every proposal that differs in form only, and to those that follow from it.
    pub fn accept_sure(self) {
        let project = self.project.get_untracked();
        let mut joined = Arc::clone(&project.joined);
        let mut joins = project.joins.clone();
        loop {
            let n_decided = joins.pairs.len();
            joins.accept_sure(&joined.proposals);
            if joins.pairs.len() == n_decided {
                break;
            }
            joined = Arc::new(join(&project.readings, &joins));
        }
        self.edit(|now| *now = joins);
    }

    /// Takes a party out of the customer that it was joined with by itself, or lets it be joined again.
    pub fn set_apart(self, kind: SourceKind, spelled: Spelled, is_apart: bool) {
        self.edit(|joins| {
            let party = (kind, spelled);
            if is_apart {
                joins.apart.insert(party);
            } else {
                joins.apart.remove(&party);
            }
        });
    }

    /// Says that a party of an hour registration is a customer without revenue, or that it is not.
    pub fn set_own(self, spelled: Spelled, is_own: bool) {
        self.edit(|joins| {
            if is_own {
                joins.own.insert(spelled);
            } else {
                joins.own.remove(&spelled);
            }
        });
    }

    /// Says which files' revenue counts.
    pub fn set_revenue(self, files: Vec<FileKey>) {
        self.edit(|joins| joins.revenue = files);
    }

    /// Says whether a registration that says the same as another counts all the same; `None` takes it back.
    pub fn set_copy(self, file: FileKey, counts: Option<bool>) {
        self.edit(|joins| match counts {
            Some(counts) => {
                joins.copies.insert(file, counts);
            }
            None => {
                joins.copies.remove(&file);
            }
        });
    }

    fn edit(self, edit: impl FnOnce(&mut JoinDecisions)) {
        // Customers have other positions after this.
        self.session.selected.set(None);
        self.project.apply(Change::Join, |project| {
            let mut joins = project.joins.clone();
            edit(&mut joins);
            if joins != project.joins {
                *project = project.rejoined(Arc::clone(&project.readings), joins);
            }
        });
    }
}
