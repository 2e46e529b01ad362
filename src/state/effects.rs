//! The only places where a change of state has an effect outside it: saving, the look of the document,
//! what is reckoned in slices between frames (the classes of large lists, who of last time is who now) or in
//! a worker (how sure classes are, what the score for prospects is worth), and the turns in which a screen of
//! a large list is made.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use abc_core::classify::Classifier;
use abc_core::costs::inputs_from;
use abc_core::customers::CustomerId;
use abc_core::doubt::{AboutClasses, Answer, Question};
use abc_core::intake::Source;
use abc_core::join::{FileKey, Spelled};
use abc_core::migration::Recognition;
use abc_core::project::Project;
use leptos::prelude::*;
use leptos::task::{spawn_local_scoped, spawn_local_scoped_with_cancellation};

use super::certainty::{Certain, Reckoning, asks_same};
use super::derived::{AT_ONCE, Outcome, overrides_of};
use super::fitting::{Fitting, Judged};
use super::preferences::Theme;
use super::recognition::{Recognized, has_same_times};
use super::session::{Column, SaveStatus, Sought};
use super::turns::{N_TURNS, TOGETHER};
use super::{
    CertaintyState, Derived, PreferencesState, ProjectState, RecognitionState, SessionState, Turn,
    Turns,
};
use crate::i18n::Locale;
use crate::platform::location::Step;
use crate::platform::storage::{self, StorageError};
use crate::platform::worker::reckon;
use crate::platform::{page, viewport};

/// Quiet time after the last change before the project is written.
const SAVE_AFTER_MS: u32 = 300;

/// How often that time is waited for a slider that somebody holds.
const MOST_WAITS: u32 = 10;

/// Quiet time after the last change before certainty is reckoned: not at every move of a slider.
const RECKON_AFTER_MS: u32 = 250;

/// How long reckoning may hold the thread before the browser gets its turn.
const RECKON_FOR_MS: f64 = 12.0;

/// A customer or file that is open is closed when another stands in its place, as after an undo.
pub fn close_what_is_gone(project: ProjectState, session: SessionState) {
    Effect::new(move |before: Option<Arc<Project>>| {
        let now = project.get();
        if let Some(before) = before {
            let spelled = |project: &Project, id: CustomerId| {
                project.customers.get(id.index()).map(Spelled::of)
            };
            let is_other = |id: CustomerId| spelled(&before, id) != spelled(&now, id);
            if !Arc::ptr_eq(&before.customers, &now.customers)
                && session.selected.get_untracked().is_some_and(is_other)
            {
                session.selected.set(None);
            }
            let file = |project: &Project, at: usize| project.sources().nth(at).map(FileKey::of);
            let is_other = |at: usize| file(&before, at) != file(&now, at);
            if session.mapping_of.get_untracked().is_some_and(is_other) {
                session.mapping_of.set(None);
            }
        }
        now
    });
}

/// Scrolls Customers to the part that was sought, once all parts are there: those that are made later push the
/// others down.
pub fn begin_at_what_is_sought(
    turns: Turns,
    session: SessionState,
    id_of: fn(Sought) -> &'static str,
) {
    Effect::new(move |_| {
        if turns.has_come(Turn::Questions)
            && let Some(sought) = session.sought.get_untracked()
        {
            session.sought.set(None);
            viewport::bring_to_top_after(id_of(sought));
        }
    });
}

/// Tells the newest of several runs from those that it has overtaken.
#[derive(Clone, Default)]
struct Newest(Rc<Cell<u32>>);

impl Newest {
    /// Overtakes all runs before; the answer tells whether this one is still the newest.
    fn begin(&self) -> impl Fn() -> bool + use<> {
        let runs = Rc::clone(&self.0);
        let run = runs.get().wrapping_add(1);
        runs.set(run);
        move || runs.get() == run
    }
}

/// Takes steps until one finds something or the browser is to have its turn.
fn step_for_a_while<T>(mut step: impl FnMut() -> Option<T>) -> Option<T> {
    let until = page::now_ms() + RECKON_FOR_MS;
    loop {
        let found = step();
        if found.is_some() || page::now_ms() >= until {
            return found;
        }
    }
}

/// Language, theme and title of the document follow the preferences, which are saved.
pub fn dress_document(preferences: PreferencesState, place: Memo<Step>) {
    Effect::new(move |previous: Option<(Locale, Theme, Vec<Column>)>| {
        let locale = preferences.locale.get();
        let theme = preferences.theme.get();
        let columns = preferences.columns.get();
        let shell = &locale.catalog().shell;
        let title = format!("{} · {}", shell.place(place.get()), shell.brand);
        page::dress(
            locale.code(),
            (theme != Theme::System).then(|| theme.code()),
            &title,
        );
        // Another place is another title, but nothing to keep; a wiped browser stays wiped.
        let chosen = (locale, theme, columns);
        let (.., columns) = &chosen;
        if previous.is_some_and(|previous| previous != chosen) {
            // A preference that cannot be kept is asked for again by the next visit: no harm done.
            storage::save_preferences(&storage::Preferences {
                locale: locale.code().to_owned(),
                theme: theme.code().to_owned(),
                columns: (*columns != Column::shown_at_first()).then(|| {
                    let codes = columns.iter().map(|column| column.code().to_owned());
                    codes.collect()
                }),
            })
            .ok();
        }
        chosen
    });
}

/// Writes the project a moment after each change, one write at a time, and says how it went.
pub fn save_project(project: ProjectState, derived: Derived, session: SessionState) {
    let newest = Newest::default();
    Effect::new(move |previous: Option<Arc<Project>>| {
        let now = project.get();
        let is_first = previous.is_none();
        let is_same = previous.is_some_and(|previous| Arc::ptr_eq(&previous, &now));
        let is_loaded = session
            .loaded
            .get_untracked()
            .is_some_and(|loaded| Arc::ptr_eq(&loaded, &now));
        // A write that was still waiting is off.
        let is_newest = newest.begin();
        if is_first || is_same || is_loaded {
            // What was just loaded or wiped is as stored.
            if is_loaded {
                session.loaded.set(None);
            }
            return now;
        }
        session.save_status.set(SaveStatus::Pending);
        spawn_local_scoped(async move {
            page::wait(SAVE_AFTER_MS).await;
            // The classes of a large list come first: both share the one thread. A slider that is held
            // will be moved again; one that was never let go is not waited for for ever.
            let mut n_waits = 0;
            while is_newest()
                && (derived.is_busy.get_untracked()
                    || (project.is_in_gesture() && n_waits < MOST_WAITS))
            {
                page::wait(SAVE_AFTER_MS).await;
                n_waits += 1;
            }
            if !is_newest() {
                return;
            }
            let written = storage::save(&project.get_untracked()).await;
            let status = match written {
                // The wipe tells how it went.
                Err(StorageError::Wiped) => return,
                Ok(_) if !is_newest() => SaveStatus::Pending,
                Ok(_) => {
                    let (hour, minute) = page::time_of_day(page::now_ms());
                    SaveStatus::Saved(hour, minute)
                }
                Err(error) => SaveStatus::Failed(error),
            };
            session.save_status.set(status);
        });
        now
    });
}

/// What is said about the files that are open holds for the next file of their form; what is taken back
/// does not. Files that were opened in an earlier visit have said it then.
pub fn remember_forms(project: ProjectState, session: SessionState) {
    Effect::new(move |previous: Option<Arc<Project>>| {
        let now = project.get();
        let is_same = |previous: &Arc<Project>| Arc::ptr_eq(&previous.readings, &now.readings);
        if now.is_sample || previous.as_ref().is_some_and(is_same) {
            return now;
        }
        session.inputs.with_value(|inputs| {
            let form_of = |source: &Source| {
                let kept = inputs.iter().find(|kept| kept.is_of(source));
                kept.and_then(|kept| kept.form.as_deref())
            };
            let files: Vec<_> = now
                .sources()
                .filter_map(|source| Some((form_of(source)?, source)))
                .collect();
            if files.is_empty() {
                return;
            }
            let mut forms = storage::load_forms();
            forms.learn(&files);
            // What cannot be kept is asked again by the next file: no harm done.
            storage::save_forms(&forms).ok();
        });
        now
    });
}

/// Classifies lists above `AT_ONCE` in slices between frames; a newer change drops the older run.
pub fn classify_in_slices(project: ProjectState, derived: Derived) {
    let newest = Newest::default();
    Effect::new(move |_| {
        let now = project.get();
        let is_newest = newest.begin();
        if now.customers.len() <= AT_ONCE {
            derived.is_busy.set(false);
            return;
        }
        derived.is_busy.set(true);
        spawn_local_scoped(async move {
            page::breathe().await;
            if !is_newest() {
                return;
            }
            let last = derived.sliced.get_untracked();
            let is_ranked = last.has_figures_of(&now);
            let inputs = if is_ranked {
                Arc::clone(&last.inputs)
            } else {
                Arc::new(inputs_from(&now.customers, &now.cost_model, &now.ratings))
            };
            page::breathe().await;
            let overrides = overrides_of(&now);
            let mut classifier =
                Classifier::new(&now.policy, now.cost_model.rate(), &inputs, &overrides);
            if is_ranked {
                classifier = classifier.ranked_as(&last.classification);
            }
            let classification = loop {
                if !is_newest() {
                    return;
                }
                if let Some(done) = step_for_a_while(|| classifier.step()) {
                    break done;
                }
                page::breathe().await;
            };
            derived.sliced.set(Arc::new(Outcome {
                project: now,
                inputs,
                classification,
            }));
            derived.is_busy.set(false);
        });
    });
}

/// Has it reckoned how sure the classes are; a newer question drops the older run.
///
/// Not while the Data place is on screen: there nobody reads it, and reading a file wants the processor.
pub fn reckon_certainty(derived: Derived, certainty: CertaintyState, session: SessionState) {
    let is_read = Memo::new(move |_| session.step.get() != Step::Data);
    Effect::new(move |asked: Option<(Option<Arc<Outcome>>, u32)>| {
        let now = derived.outcome.get();
        let n_asked = certainty.n_asked.get();
        let is_asked = is_read.get() && !now.classification.customers.is_empty();
        let asked = asked.and_then(|(asked, n)| asked.filter(|_| is_asked && n == n_asked));
        if asked.as_ref().is_some_and(|asked| asks_same(asked, &now)) {
            return (asked, n_asked);
        }
        let last = certainty.found.get_untracked();
        let is_about = |certain: &Arc<Certain>| {
            let (then, now) = (&certain.outcome.project, &now.project);
            Arc::ptr_eq(&then.customers, &now.customers)
        };
        if last.as_ref().is_some_and(|last| !is_about(last)) {
            certainty.found.set(None);
        }
        let is_known = last.is_some_and(|last| asks_same(&last.outcome, &now));
        if !is_asked || is_known {
            certainty.end_run();
            certainty.reckoning.set(Reckoning::Rests);
            return (is_asked.then_some(now), n_asked);
        }
        certainty.reckoning.set(Reckoning::Busy(0));
        let outcome = Arc::clone(&now);
        certainty.begin_run(async move {
            page::wait(RECKON_AFTER_MS).await;
            let reckoning = match about_classes_of(&outcome, certainty).await {
                Some(about) => {
                    let certain = Certain {
                        outcome,
                        certainties: about.certainties,
                        second_opinion: about.second_opinion,
                    };
                    certainty.found.set(Some(Arc::new(certain)));
                    Reckoning::Rests
                }
                None => Reckoning::Failed,
            };
            certainty.reckoning.set(reckoning);
        });
        (Some(now), n_asked)
    });
}

/// How sure the classes of an outcome are; `None` when the worker gave no answer.
async fn about_classes_of(outcome: &Outcome, certainty: CertaintyState) -> Option<AboutClasses> {
    let project = &outcome.project;
    let question = Question::Classes {
        policy: project.policy.clone(),
        rate: project.cost_model.rate(),
        inputs: Arc::clone(&outcome.inputs),
        uncertainty: project.cost_model.uncertainty,
    };
    let on_progress = move |done| certainty.reckoning.set(Reckoning::Busy(percent(done)));
    match reckon(&question, on_progress).await {
        Ok(Answer::Classes(found)) => Some(found),
        _ => None,
    }
}

/// A share in whole percents; all of it only when it is.
fn percent(done: f64) -> u8 {
    (done * 100.0).floor() as u8
}

/// Finds the customers of last time among those of now, in slices between frames; another list, or another
/// last time, drops the older run. Any other change leaves it at work.
pub fn recognize_customers(project: ProjectState, recognition: RecognitionState) {
    let newest = Newest::default();
    Effect::new(move |asked: Option<Arc<Project>>| {
        let now = project.get();
        if asked.is_some_and(|asked| has_same_times(&asked, &now)) {
            return now;
        }
        let is_newest = newest.begin();
        if recognition.0.with_untracked(Option::is_some) {
            recognition.0.set(None);
        }
        let Some(last) = now.last_time.clone() else {
            return now;
        };
        let customers = Arc::clone(&now.customers);
        spawn_local_scoped(async move {
            let mut work = Recognition::new(&last.customers, &customers);
            let again = loop {
                if let Some(again) = step_for_a_while(|| work.step()) {
                    break again;
                }
                page::breathe().await;
                if !is_newest() {
                    return;
                }
            };
            drop(work);
            recognition.0.set(Some(Arc::new(Recognized {
                last,
                customers,
                again,
            })));
        });
        now
    });
}

/// Makes the parts of a screen one after the other, until it is left.
pub fn make_in_turns(turns: Turns) {
    spawn_local_scoped_with_cancellation(async move {
        for n_made in 1..=N_TURNS {
            turns.n_made.set(n_made);
            page::painted().await;
        }
    });
}

/// Hands classes to the parts of a screen, a task each; newer classes take over. Where classifying takes no
/// longer than a frame, that frame shows the finding and the grid, and each other part has one of its own.
pub fn take_turns(project: ProjectState, derived: Derived, turns: Turns) {
    let newest = Newest::default();
    Effect::new(move |_| {
        let (now, outcome) = (project.get(), derived.outcome.get());
        let is_newest = newest.begin();
        let n = now.customers.len();
        if n <= TOGETHER {
            // The parts follow the memo: what they kept of a large list is let go.
            turns.slots.iter().for_each(|slot| slot.set(None));
            return;
        }
        if !Arc::ptr_eq(&now.customers, &outcome.project.customers) {
            // Of an earlier list: the classes of this one are under way.
            return;
        }
        spawn_local_scoped_with_cancellation(async move {
            for (turn, slot) in turns.slots.into_iter().enumerate() {
                if !is_newest() {
                    return;
                }
                slot.set(Some(Arc::clone(&outcome)));
                if n > AT_ONCE {
                    page::breathe().await;
                } else if turn >= Turn::Rows as usize {
                    page::painted().await;
                }
            }
        });
    });
}

/// The verdict on the score, reckoned in a worker; `None` while there is no score. A newer score, or
/// leaving the page, drops the run.
pub fn judge(fitting: Memo<Arc<Fitting>>) -> ReadSignal<Option<Judged>> {
    let (judged, set_judged) = signal(None);
    Effect::new(move |_| {
        let data = fitting.with(|now| now.model.as_ref().ok().map(|model| model.data().clone()));
        set_judged.set(data.is_some().then_some(Judged::Busy(0)));
        let Some(data) = data else { return };
        spawn_local_scoped_with_cancellation(async move {
            let on_progress = move |done| {
                // The signal is gone with the page that showed it.
                set_judged.try_set(Some(Judged::Busy(percent(done))));
            };
            let found = match reckon(&Question::Score(data), on_progress).await {
                Ok(Answer::Score(found)) => found.map(Judged::Found),
                _ => Some(Judged::Failed),
            };
            set_judged.try_set(found);
        });
    });
    judged
}
