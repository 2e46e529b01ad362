//! What page and certainty worker say to each other: how sure the classes are, and whether the score for
//! prospects distinguishes at all. Both are reckoned many times over, with other figures or other labels.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::certainty::{Certainties, Certainty, n_runs_for};
use crate::classify::second_opinion::{InShort, second_opinion};
use crate::classify::{Policy, classification_from};
use crate::costs::{Inputs, Uncertainty};
use crate::prospects::FitData;
use crate::prospects::validation::{Validation, Validator, n_shuffles_for};

/// Page to worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// How sure the classes are that follow from these figures.
    Classes {
        /// Weights and limits.
        policy: Policy,
        /// The firm's one cost of an hour in euros.
        rate: f64,
        /// Per customer.
        inputs: Arc<Vec<Inputs>>,
        /// How uncertain the figures are.
        uncertainty: Uncertainty,
    },
    /// How well the score that was learned from these customers distinguishes.
    Score(FitData),
}

/// Worker to page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// How much is done, from 0 to 1.
    Progress(f64),
    /// The end of a question about classes.
    Classes(AboutClasses),
    /// The end of a question about the score; `None` when one of the two groups is empty.
    Score(Option<Validation>),
}

/// What is found about the classes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AboutClasses {
    /// How sure each is.
    pub certainties: Certainties,
    /// Another way to order the customers; `None` for too few.
    pub second_opinion: Option<InShort>,
}

impl Question {
    /// The last answer; `on_progress` hears how much is done, often.
    pub fn answer(self, on_progress: impl Fn(f64)) -> Answer {
        match self {
            Self::Classes {
                policy,
                rate,
                inputs,
                uncertainty,
            } => {
                // Classes by hand are no part of it: the question is how sure the rules are.
                let classification = classification_from(&policy, rate, &inputs, &[]);
                let n_runs = n_runs_for(inputs.len());
                let mut work =
                    Certainty::new(&policy, rate, &inputs, &classification, uncertainty, n_runs);
                let second_opinion = second_opinion(&policy, &inputs, &classification);
                let second_opinion = second_opinion.map(|opinion| opinion.in_short());
                drop(classification);
                loop {
                    if let Some(certainties) = work.step() {
                        return Answer::Classes(AboutClasses {
                            certainties,
                            second_opinion,
                        });
                    }
                    on_progress(work.progress());
                }
            }
            Self::Score(data) => {
                let Some(mut work) = Validator::new(&data, n_shuffles_for(&data)) else {
                    return Answer::Score(None);
                };
                loop {
                    if let Some(found) = work.step() {
                        return Answer::Score(Some(found));
                    }
                    on_progress(work.progress());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn inputs() -> Vec<Inputs> {
        (1..=40)
            .map(|n| Inputs {
                revenue: Some(f64::from(n) * 900.0),
                direct_cost: Some(f64::from(n * n)),
                hours: Some(10.0),
                ..Inputs::default()
            })
            .collect()
    }

    #[test]
    fn the_worker_answers_what_the_steps_come_to() {
        let (policy, inputs) = (Policy::default(), inputs());
        let classification = classification_from(&policy, 60.0, &inputs, &[]);
        let second = second_opinion(&policy, &inputs, &classification);
        let (n_runs, uncertainty) = (n_runs_for(inputs.len()), Uncertainty::default());
        let mut work = Certainty::new(&policy, 60.0, &inputs, &classification, uncertainty, n_runs);
        let certainties = std::iter::repeat_with(|| work.step()).flatten().next();
        let expected = AboutClasses {
            certainties: certainties.unwrap(),
            second_opinion: second.map(|opinion| opinion.in_short()),
        };
        let question = Question::Classes {
            policy,
            rate: 60.0,
            inputs: Arc::new(inputs),
            uncertainty: Uncertainty::default(),
        };
        let done = Cell::new(0.0);
        let answer = question.answer(|share| {
            assert!(share >= done.replace(share), "progress goes forward");
        });
        assert_eq!(answer, Answer::Classes(expected));
        assert!(done.get() > 0.5);
    }

    #[test]
    fn a_score_without_two_groups_has_no_answer() {
        let question = Question::Score(FitData::new(2));
        assert_eq!(question.answer(|_| ()), Answer::Score(None));
    }
}
