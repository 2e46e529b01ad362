//! What is worth asking: the few answers that decide a class, and where each of them leads.
//!
//! Only what an answer really changes is asked. Figures that were assumed count as well as those that are
//! missing: a class that stands or falls with hours nobody gave is no more certain than an open one.

use std::collections::BTreeMap;

use crate::classify::answer::class_if;
use crate::classify::rules::{Money, firing_rule};
use crate::classify::{Classification, Criterion, Policy, Status};
use crate::costs::{CostModel, Inputs, OwnRating, inputs_if};
use crate::customers::{Attention, Class, Customer, CustomerId, Grade, Rating};
use crate::stats::order::largest_first;

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

impl Answer {
    /// The owner's word with this answer in it.
    pub fn added_to(self, own: OwnRating) -> OwnRating {
        match self {
            Self::Potential(rating) => OwnRating {
                potential: Some(Some(rating)),
                ..own
            },
            Self::Relationship(rating) => OwnRating {
                relationship: Some(Some(rating)),
                ..own
            },
            Self::Attention(attention) => OwnRating {
                attention: Some(attention),
                ..own
            },
            Self::Purchases(permille) => OwnRating {
                purchases_permille: Some(permille),
                ..own
            },
        }
    }
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
    /// What the owner said of them.
    pub ratings: &'a BTreeMap<CustomerId, OwnRating>,
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
        let inputs = self.inputs.iter().zip(0_u32..);
        let mut candidates: Vec<(f64, u32)> = inputs
            .filter(|(_, position)| self.topics(*position).next().is_some())
            .map(|(input, position)| (input.revenue.unwrap_or_default(), position))
            .collect();
        largest_first(&mut candidates);
        let tried = candidates.into_iter().take(TRIES);
        let questions = tried.filter_map(|(_, position)| self.question(position));
        questions.take(n).collect()
    }

    /// The question about this customer that decides its class, if there is one.
    pub fn question(&self, position: u32) -> Option<Question> {
        let (at, rate) = (position as usize, self.cost_model.rate());
        let leads_to = |answer: Answer| {
            let instead = self.inputs_after(position, answer)?;
            class_if(self.policy, rate, self.inputs, at, &instead)
        };
        let question_on = |topic: Topic| {
            let answers = self.answers(topic, position).into_iter();
            Question {
                position,
                topic,
                answers: answers.map(|answer| (answer, leads_to(answer))).collect(),
            }
        };
        self.topics(position)
            .map(question_on)
            .find(Question::decides)
    }

    /// What could be asked about this customer, before any answer is tried: first the ratings that leave
    /// the class open, then the assumed figures on which it may stand.
    fn topics(&self, position: u32) -> impl Iterator<Item = Topic> {
        let at = position as usize;
        let known = self
            .classification
            .customers
            .get(at)
            .zip(self.inputs.get(at));
        let asked = known
            .filter(|(found, _)| found.computed.is_some() && found.status != Status::Override)
            .map(|(found, input)| {
                let is_missing =
                    |criterion| found.possible.len() > 1 && found.missing.contains(&criterion);
                // Of a new customer only time tells more about its costs.
                let is_told = found.is_new;
                let is_time_assumed = input.hours.is_some() && input.hours_grade == Grade::Assumed;
                let is_cost_assumed =
                    input.direct_cost.is_some() && input.cost_grade == Grade::Assumed;
                [
                    (Topic::Potential, is_missing(Criterion::Potential)),
                    (Topic::Relationship, is_missing(Criterion::Relationship)),
                    (Topic::Attention, !is_told && is_time_assumed),
                    (Topic::Purchases, !is_told && is_cost_assumed),
                ]
            });
        let topics = asked.into_iter().flatten();
        topics
            .filter(|(_, is_open)| *is_open)
            .map(|(topic, _)| topic)
            .filter(move |topic| match topic {
                Topic::Potential | Topic::Relationship => true,
                Topic::Attention | Topic::Purchases => self.may_decide(*topic, position),
            })
    }

    /// Whether a rule of C fires after some of the answers and not after others, with the borders of the
    /// firm as they are: a quick look before everybody is measured again.
    fn may_decide(&self, topic: Topic, position: u32) -> bool {
        let fires = |answer: Answer| {
            let instead = self.inputs_after(position, answer)?;
            let money = Money::new(&instead, self.cost_model.rate());
            Some(firing_rule(money, &self.classification.firm).is_some())
        };
        let mut outcomes = self.answers(topic, position).into_iter().map(fires);
        let first = outcomes.next();
        outcomes.any(|outcome| Some(outcome) != first)
    }

    /// The inputs of this customer after an answer.
    fn inputs_after(&self, position: u32, answer: Answer) -> Option<Inputs> {
        let at = position as usize;
        let (input, customer) = (self.inputs.get(at)?, self.customers.get(at)?);
        let own = self.ratings.get(&CustomerId(position)).copied();
        let own = answer.added_to(own.unwrap_or_default());
        Some(inputs_if(input, customer, self.cost_model, own))
    }

    /// The answers on offer.
    fn answers(&self, topic: Topic, position: u32) -> Vec<Answer> {
        let ratings = (1..=5).filter_map(Rating::new);
        match topic {
            Topic::Potential => ratings.map(Answer::Potential).collect(),
            Topic::Relationship => ratings.map(Answer::Relationship).collect(),
            Topic::Attention => vec![
                Answer::Attention(Attention::Low),
                Answer::Attention(Attention::Normal),
                Answer::Attention(Attention::High),
                Answer::Attention(Attention::Extreme),
            ],
            Topic::Purchases => {
                let input = self.inputs.get(position as usize);
                let assumed = input.and_then(|input| {
                    let revenue = input.revenue.filter(|euros| *euros > 0.0)?;
                    Some(input.direct_cost? / revenue)
                });
                // In steps of 5%: nobody knows it better than that.
                let assumed =
                    (assumed.unwrap_or_default().clamp(0.0, 1.0) * 20.0).round() as u16 * 50;
                let mut shares = vec![
                    assumed.saturating_sub(PURCHASES_STEP),
                    assumed,
                    (assumed + PURCHASES_STEP).min(1_000),
                ];
                shares.dedup();
                shares.into_iter().map(Answer::Purchases).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests;
