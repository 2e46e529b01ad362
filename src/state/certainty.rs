//! How sure the classes are. Reckoned in a worker by `effects::reckon_certainty`; views read the last
//! finished answer, and may stop the work or have it begun again.
//!
//! While a newer answer is under way the last one stands, but only for customers whose class is still the
//! one it is about: a word about another class would be wrong.

use std::future::Future;
use std::sync::Arc;

use abc_core::certainty::{Certainties, Stability, Sureness};
use abc_core::classify::Status;
use abc_core::classify::second_opinion::InShort;
use abc_core::customers::Class;
use futures::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use super::derived::Outcome;
use crate::i18n::catalog::certainty::WordCounts;

/// How sure the classes of one outcome are.
#[derive(Debug)]
pub struct Certain {
    /// What it is about.
    pub outcome: Arc<Outcome>,
    /// The answer.
    pub certainties: Certainties,
    /// Another way to order these customers; `None` for too few.
    pub second_opinion: Option<InShort>,
}

impl Certain {
    /// How sure customer `at` is, whose class by the rules is `computed` by now.
    pub fn sureness(&self, at: usize, computed: Option<Class>) -> Option<Sureness> {
        let then = self.outcome.classification.customers.get(at)?;
        let sureness = self.certainties.customers.get(at).copied().flatten();
        sureness.filter(|_| then.computed == computed)
    }

    /// The word for customer `at` in `now`; `None` while its class is open, set by hand or not reckoned.
    pub fn label(&self, at: usize, now: &Outcome) -> Option<Stability> {
        let found = now.classification.customers.get(at)?;
        if found.status == Status::Override {
            return None;
        }
        self.sureness(at, found.computed)?.label(found)
    }

    /// The customers with this word, by position.
    pub fn with_label(&self, wanted: Stability, now: &Outcome) -> Vec<u32> {
        (0_u32..)
            .zip(&now.classification.customers)
            .map(|(position, _)| position)
            .filter(|position| self.label(*position as usize, now) == Some(wanted))
            .collect()
    }

    /// How many carry each word, of the classes that were reckoned: a class set by hand in `now` carries none.
    pub fn counts(&self, now: &Outcome) -> Counts {
        let mut counts = Counts::default();
        let then = &self.outcome.classification.customers;
        let reckoned = self.certainties.customers.iter().zip(then);
        for ((sureness, then), now) in reckoned.zip(&now.classification.customers) {
            let (Some(sureness), Some(class)) = (sureness, then.computed) else {
                continue;
            };
            if now.computed != then.computed {
                // A word about another class; the newer answer is under way.
                continue;
            }
            if now.status == Status::Override {
                counts.n_by_hand += 1;
                continue;
            }
            let word = match sureness.label(then) {
                Some(Stability::Solid) => 0,
                Some(Stability::Fair) => 1,
                Some(Stability::Shaky) => 2,
                None => 3,
            };
            let row = counts.by_class.get_mut(class as usize);
            if let Some(n) = row.and_then(|row| row.get_mut(word)) {
                *n += 1;
            }
        }
        counts
    }
}

/// How many classes carry each word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// A, B and C by the rules: solid, fair, shaky, and open.
    pub by_class: [WordCounts; 3],
    /// Set by hand: how sure they are is not for the rules to say.
    pub n_by_hand: usize,
}

impl Counts {
    /// The three classes together.
    pub fn sums(&self) -> WordCounts {
        let [a, b, c] = self.by_class;
        [0, 1, 2, 3].map(|word| [a, b, c].iter().filter_map(|row| row.get(word)).sum())
    }
}

/// Whether two outcomes ask the same: an edited sentence or a class by hand changes nothing here.
pub(super) fn asks_same(a: &Outcome, b: &Outcome) -> bool {
    let is_same_project = Arc::ptr_eq(&a.project, &b.project);
    is_same_project
        || (a.project.policy == b.project.policy
            && a.project.cost_model == b.project.cost_model
            && (Arc::ptr_eq(&a.inputs, &b.inputs) || a.inputs == b.inputs))
}

/// The certainty on screen.
#[derive(Clone, Copy)]
pub struct CertaintyState {
    /// The last finished answer about these customers.
    pub found: RwSignal<Option<Arc<Certain>>>,
    /// How far a newer answer is.
    pub reckoning: RwSignal<Reckoning>,
    /// Another number asks the same question again.
    pub(super) n_asked: RwSignal<u32>,
    run: StoredValue<Option<AbortHandle>>,
}

/// How far reckoning is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reckoning {
    /// The last answer is the newest, or nobody asks.
    #[default]
    Rests,
    /// So many whole percents are done.
    Busy(u8),
    /// The user stopped it.
    Stopped,
    /// The worker could not be started, or broke off.
    Failed,
}

impl CertaintyState {
    /// Makes the state and provides it.
    pub fn provide() -> Self {
        let state = Self {
            found: RwSignal::new(None),
            reckoning: RwSignal::default(),
            n_asked: RwSignal::default(),
            run: StoredValue::default(),
        };
        provide_context(state);
        state
    }

    /// What was provided above.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Ends the work under way; nothing is found by it.
    pub fn stop(self) {
        self.end_run();
        self.reckoning.set(Reckoning::Stopped);
    }

    /// Begins again what was stopped or has failed.
    pub fn resume(self) {
        self.n_asked.update(|n| *n += 1);
    }

    /// Does this work, in the place of what was under way.
    pub(super) fn begin_run(self, work: impl Future<Output = ()> + 'static) {
        self.end_run();
        let (work, handle) = abortable(work);
        self.run.set_value(Some(handle));
        spawn_local_scoped(async move {
            // Aborted, it has nothing to say.
            work.await.ok();
        });
    }

    pub(super) fn end_run(self) {
        self.run.update_value(|run| {
            if let Some(run) = run.take() {
                run.abort();
            }
        });
    }

    /// The word for customer `at` in `now`, tracked.
    pub fn label(self, at: u32, now: &Outcome) -> Option<Stability> {
        self.found
            .with(|found| found.as_ref()?.label(at as usize, now))
    }

    /// How sure customer `at` in `now` is, and of how many weightings and runs that was found, tracked.
    pub fn sureness(self, at: u32, now: &Outcome) -> Option<(Sureness, usize, usize)> {
        let computed = now.classification.customers.get(at as usize)?.computed;
        self.found.with(|found| {
            let found = found.as_ref()?;
            let sureness = found.sureness(at as usize, computed)?;
            Some((sureness, found.certainties.n_near, found.certainties.n_runs))
        })
    }
}

#[cfg(test)]
mod tests {
    use abc_core::customers::{Customer, CustomerId};
    use abc_core::doubt::{Answer, Question};
    use abc_core::money::Cents;
    use abc_core::project::{Override, OverrideReason, Project};

    use super::*;

    fn outcome(edit: impl FnOnce(&mut Project)) -> Arc<Outcome> {
        let customers: Vec<Customer> = (1..=12)
            .map(|n| Customer {
                revenue: Some(Cents(n * n * 50_000)),
                ..Customer::default()
            })
            .collect();
        let mut project = Project {
            customers: customers.into(),
            ..Project::default()
        };
        edit(&mut project);
        Arc::new(Outcome::of(Arc::new(project)))
    }

    fn certain(outcome: Arc<Outcome>) -> Certain {
        let project = &outcome.project;
        let question = Question::Classes {
            policy: project.policy.clone(),
            rate: project.cost_model.rate(),
            inputs: Arc::clone(&outcome.inputs),
            uncertainty: project.cost_model.uncertainty,
        };
        let Answer::Classes(about) = question.answer(|_| ()) else {
            panic!("no answer about classes");
        };
        Certain {
            outcome,
            certainties: about.certainties,
            second_opinion: None,
        }
    }

    #[test]
    fn a_word_holds_only_for_the_class_it_was_about() {
        let before = outcome(|_| ());
        let certain = certain(Arc::clone(&before));
        let of_c = |outcome: &Outcome| -> Vec<usize> {
            let found = outcome.classification.customers.iter();
            let is_c = found.map(|found| found.computed == Some(Class::C));
            is_c.enumerate()
                .filter_map(|(at, is_c)| is_c.then_some(at))
                .collect()
        };
        let at = *of_c(&before).first().unwrap();
        assert!(certain.sureness(at, Some(Class::C)).is_some());
        assert_eq!(certain.sureness(at, Some(Class::B)), None);
        assert_eq!(certain.sureness(99, Some(Class::C)), None);

        // Without a limit for C the same customer is B, of which nothing was reckoned.
        let after = outcome(|project| {
            project.cost_model.hourly_cost = Some(Cents(0));
        });
        assert!(!of_c(&after).contains(&at));
        assert_eq!(certain.label(at, &after), None);
    }

    #[test]
    fn the_words_add_up_to_the_classified() {
        let before = outcome(|_| ());
        let certain = certain(Arc::clone(&before));
        let counts = certain.counts(&before);
        let [solid, fair, shaky, open] = counts.sums();
        assert_eq!(solid + fair + shaky + open, 12);
        for (word, n) in [
            (Stability::Solid, solid),
            (Stability::Fair, fair),
            (Stability::Shaky, shaky),
        ] {
            assert_eq!(certain.with_label(word, &before).len(), n);
        }

        // A class by hand carries no word, nor is it counted under the class that the rules found.
        let first = before.classification.customers[0].computed.unwrap();
        let by_hand = outcome(|project| {
            let by_hand = Override {
                class: Class::A,
                reason: OverrideReason::Strategic,
                note: String::new(),
                date: None,
                computed: Some(first),
            };
            project.overrides.insert(CustomerId(0), by_hand);
        });
        assert_eq!(certain.label(0, &by_hand), None);
        let fewer = certain.counts(&by_hand);
        assert_eq!(
            (fewer.sums().iter().sum::<usize>(), fewer.n_by_hand),
            (11, 1)
        );
        let of = |counts: &Counts| counts.by_class[first as usize].iter().sum::<usize>();
        assert_eq!(of(&fewer) + 1, of(&counts));
    }

    #[test]
    fn only_what_moves_a_class_is_asked_anew() {
        let before = outcome(|_| ());
        let edited = outcome(|project| {
            project
                .page_edits
                .insert("who".to_owned(), "Tekst".to_owned());
        });
        assert!(asks_same(&before, &edited));
        let weighed = outcome(|project| project.policy.a_cut = 40.0);
        assert!(!asks_same(&before, &weighed));
    }
}
