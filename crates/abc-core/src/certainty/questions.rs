//! What is worth asking: the few answers that decide a class, and where each of them leads.
//!
//! Only what an answer really changes is asked. Figures that were assumed count as well as those that are
//! missing: a class that stands or falls with hours nobody gave is no more certain than an open one.

use super::Uncertainty;
use super::range::{Measure, RangeVerdict, range_of};
use crate::classify::answer::class_if;
use crate::classify::{Classification, Criterion, Policy, Status};
use crate::costs::{CostModel, Inputs, inputs_with_attention, inputs_with_purchases};
use crate::customers::{Attention, Class, Customer, Rating};

/// So many customers are tried for a question that decides something; those after them are smaller.
const TRIES: usize = 50;

/// How far the offered purchases lie from what is assumed, in permille of revenue.
const PURCHASES_STEP: u16 = 200;

/// What can be asked about a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// What it can become.
    Potential,
    /// How the relationship is.
    Relationship,
    /// How much time it takes in a year.
    Attention,
    /// What part of its revenue is bought in.
    Purchases,
}

/// What can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The rating of potential.
    Potential(Rating),
    /// The rating of relationship.
    Relationship(Rating),
    /// How much time.
    Attention(Attention),
    /// Part of revenue, in permille.
    Purchases(u16),
}

/// One question about one customer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    /// Customer position.
    pub position: u32,
    /// What is asked.
    pub topic: Topic,
    /// The answers on offer, and the class that each leads to.
    pub answers: Vec<(Answer, Option<Class>)>,
}

impl Question {
    /// Whether the answers do not all lead to the same class.
    fn decides(&self) -> bool {
        let mut classes = self.answers.iter().map(|(_, class)| class);
        let first = classes.next();
        classes.any(|class| Some(class) != first)
    }
}

/// What questions are about: customers with what was found of them.
#[derive(Clone, Copy, Debug)]
pub struct Firm<'a> {
    /// The customers.
    pub customers: &'a [Customer],
    /// How unknown cost is filled.
    pub cost_model: &'a CostModel,
    /// Weights and thresholds.
    pub policy: &'a Policy,
    /// Per customer, what `cost_model` made of them.
    pub inputs: &'a [Inputs],
    /// What came of `policy` and `inputs`.
    pub classification: &'a Classification,
}

impl Firm<'_> {
    /// The first `n` questions that decide something, largest revenue first.
    pub fn questions(&self, n: usize) -> Vec<Question> {
        let mut candidates: Vec<(u32, f64)> = (0_u32..)
            .zip(self.inputs)
            .filter(|(position, _)| self.topic(*position).is_some())
            .map(|(position, input)| (position, input.revenue.unwrap_or_default()))
            .collect();
        candidates.sort_by(|a, b| b.1.total_cmp(&a.1));
        let tried = candidates.into_iter().take(TRIES);
        let questions = tried.filter_map(|(position, _)| self.question(position));
        questions.take(n).collect()
    }

    /// The question about this customer that decides its class, if there is one.
    pub fn question(&self, position: u32) -> Option<Question> {
        let topic = self.topic(position)?;
        let at = position as usize;
        let (input, customer) = (self.inputs.get(at)?, self.customers.get(at)?);
        let rate = self.cost_model.rate();
        let instead = |answer: Answer| match answer {
            Answer::Potential(rating) => Inputs {
                potential: Some(rating),
                ..*input
            },
            Answer::Relationship(rating) => Inputs {
                relationship: Some(rating),
                ..*input
            },
            Answer::Attention(attention) => {
                inputs_with_attention(input, customer, self.cost_model, attention)
            }
            Answer::Purchases(permille) => inputs_with_purchases(input, customer, permille),
        };
        let leads_to =
            |answer: Answer| class_if(self.policy, rate, self.inputs, at, &instead(answer));
        let answers = topic.answers(self.cost_model.direct_cost_permille);
        let question = Question {
            position,
            topic,
            answers: answers
                .into_iter()
                .map(|answer| (answer, leads_to(answer)))
                .collect(),
        };
        question.decides().then_some(question)
    }

    /// What to ask about this customer, before any answer is tried: first the rating that leaves the class
    /// open, then the assumed figure on which it stands.
    fn topic(&self, position: u32) -> Option<Topic> {
        let at = position as usize;
        let (found, customer) = (
            self.classification.customers.get(at)?,
            self.customers.get(at)?,
        );
        found.computed?;
        if found.status == Status::Override {
            return None;
        }
        let is_open = found.possible.len() > 1;
        let missing = found.missing.iter().filter(|_| is_open);
        let rating = missing.into_iter().find_map(|criterion| match criterion {
            Criterion::Potential => Some(Topic::Potential),
            Criterion::Relationship => Some(Topic::Relationship),
            Criterion::Size | Criterion::Profit => None,
        });
        // Of a new customer only time tells more about its costs.
        if rating.is_some() || found.is_new {
            return rating;
        }

        let model = self.cost_model;
        let uncertainty = Uncertainty::default();
        let range = range_of(
            model.rate(),
            self.inputs,
            self.classification,
            &uncertainty,
            at,
        )?;
        if range.verdict() != RangeVerdict::Depends {
            return None;
        }
        let is_asked = match range.measure_first? {
            Measure::Hours => {
                customer.hours.is_none() && customer.attention.is_none() && model.fills_hours
            }
            // Where nobody gave a percentage, one known cost would become that of everybody.
            Measure::DirectCost => {
                customer.direct_cost.is_none() && model.direct_cost_permille.is_some()
            }
        };
        is_asked.then_some(match range.measure_first? {
            Measure::Hours => Topic::Attention,
            Measure::DirectCost => Topic::Purchases,
        })
    }
}

impl Topic {
    /// The answers on offer; `assumed` is the part of revenue that is taken for direct cost, in permille.
    fn answers(self, assumed: Option<u16>) -> Vec<Answer> {
        let ratings = (1..=5).filter_map(Rating::new);
        match self {
            Self::Potential => ratings.map(Answer::Potential).collect(),
            Self::Relationship => ratings.map(Answer::Relationship).collect(),
            Self::Attention => vec![
                Answer::Attention(Attention::Low),
                Answer::Attention(Attention::Normal),
                Answer::Attention(Attention::High),
                Answer::Attention(Attention::Extreme),
            ],
            Self::Purchases => {
                let assumed = assumed.unwrap_or_default();
                let mut shares = vec![
                    assumed.saturating_sub(PURCHASES_STEP),
                    assumed,
                    assumed.saturating_add(PURCHASES_STEP).min(1_000),
                ];
                shares.dedup();
                shares.into_iter().map(Answer::Purchases).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests;
