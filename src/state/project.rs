//! The open project with its undo history.
//!
//! Undo is a stack of whole projects: customers are shared behind an `Arc`, decisions are small.

use std::sync::Arc;

use abc_core::project::Project;
use leptos::prelude::*;

/// What a change was, for the undo button and for joining the moves of one slider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A file or paste was read.
    Import,
    /// The sample firm was opened.
    Sample,
    /// A file was taken out.
    Remove,
    /// It was said who is who among the files, or whose revenue counts.
    Join,
    /// A saved copy was opened.
    OpenCopy,
    /// A question was answered or a column got another meaning.
    Mapping,
    /// A rating was given or taken back.
    Rating,
    /// A question about a customer was answered.
    Answer,
    /// A quick question about what a customer takes was answered.
    Estimate,
    /// A remark about a customer was set or wiped.
    Remark,
    /// A step towards A was written down or taken away.
    Upgrade,
    /// A class was set by hand or set free.
    Override,
    /// A weight or threshold moved.
    Policy,
    /// The cost of an hour or a share of direct cost was set.
    CostModel,
    /// A sentence of the ideal-customer page was edited.
    Page,
    /// The list of prospects was edited.
    Prospects,
    /// The owner guessed a class, or would rather not.
    Guess,
    /// Last time was laid beside this time, or taken away.
    LastTime,
    /// The day to look again was set.
    Review,
}

/// How many steps back are kept.
const HISTORY: usize = 100;

#[derive(Default)]
struct History {
    past: Vec<(Change, Arc<Project>)>,
    future: Vec<(Change, Arc<Project>)>,
    /// The gesture that is still moving (a slider being dragged): its moves are one step.
    gesture: Option<Change>,
}

/// The open project: reading is a signal, writing goes through `apply`.
#[derive(Clone, Copy)]
pub struct ProjectState {
    project: RwSignal<Arc<Project>>,
    history: RwSignal<History>,
}

impl ProjectState {
    /// Makes the state and provides it to everything below.
    pub fn provide(project: Project) -> Self {
        let state = Self {
            project: RwSignal::new(Arc::new(project)),
            history: RwSignal::default(),
        };
        provide_context(state);
        state
    }

    /// The state provided above. Call it at the top of a component or action, not in a future.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The project, tracked.
    pub fn get(self) -> Arc<Project> {
        self.project.get()
    }

    /// The project, not tracked.
    pub fn get_untracked(self) -> Arc<Project> {
        self.project.get_untracked()
    }

    /// Whether there are no customers to show, tracked.
    pub fn is_empty(self) -> bool {
        self.project.with(|project| project.customers.is_empty())
    }

    /// Whether nothing has been read, tracked.
    pub fn has_no_files(self) -> bool {
        self.project.with(|project| project.readings.is_empty())
    }

    /// Changes the project as one step of undo; a change that changes nothing is no step.
    pub fn apply(self, change: Change, edit: impl FnOnce(&mut Project)) {
        self.write(change, false, edit);
    }

    /// Changes the project within a gesture: all moves until `end_gesture` are one step of undo.
    pub fn apply_in_gesture(self, change: Change, edit: impl FnOnce(&mut Project)) {
        self.write(change, true, edit);
    }

    /// The slider was let go.
    pub fn end_gesture(self) {
        if self.is_in_gesture() {
            self.history.update(|history| history.gesture = None);
        }
    }

    /// Whether a slider is held that was moved.
    pub fn is_in_gesture(self) -> bool {
        self.history
            .with_untracked(|history| history.gesture.is_some())
    }

    /// The project as it was before the gesture that is under way, tracked.
    pub fn before_gesture(self) -> Option<Arc<Project>> {
        self.history.with(|history| {
            history.gesture?;
            history.past.last().map(|(_, project)| Arc::clone(project))
        })
    }

    /// Replaces everything without a step of undo: start-up and wiping.
    pub fn replace(self, project: Project) {
        self.history.set(History::default());
        self.project.set(Arc::new(project));
    }

    fn write(self, change: Change, is_gesture: bool, edit: impl FnOnce(&mut Project)) {
        let before = self.project.get_untracked();
        let mut after = Project::clone(&before);
        edit(&mut after);
        if after == *before {
            return;
        }
        self.history.update(|history| {
            let goes_on = is_gesture && history.gesture == Some(change);
            if !goes_on {
                history.past.push((change, before));
                let surplus = history.past.len().saturating_sub(HISTORY);
                history.past.drain(..surplus);
            }
            history.gesture = is_gesture.then_some(change);
            history.future.clear();
        });
        self.project.set(Arc::new(after));
    }

    /// What undo would take back, tracked.
    pub fn undoable(self) -> Option<Change> {
        self.history
            .with(|history| history.past.last().map(|(change, _)| *change))
    }

    /// What redo would bring back, tracked.
    pub fn redoable(self) -> Option<Change> {
        self.history
            .with(|history| history.future.last().map(|(change, _)| *change))
    }

    /// One step back.
    pub fn undo(self) {
        self.step(|history, now| {
            let (change, before) = history.past.pop()?;
            history.future.push((change, now));
            Some(before)
        });
    }

    /// One step forward.
    pub fn redo(self) {
        self.step(|history, now| {
            let (change, after) = history.future.pop()?;
            history.past.push((change, now));
            Some(after)
        });
    }

    fn step(self, take: impl FnOnce(&mut History, Arc<Project>) -> Option<Arc<Project>>) {
        let now = self.project.get_untracked();
        let next = self.history.try_update(|history| {
            history.gesture = None;
            take(history, now)
        });
        if let Some(Some(next)) = next {
            self.project.set(next);
        }
    }
}
