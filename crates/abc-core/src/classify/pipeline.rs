//! Classification in bounded steps: measure, rank three times, decide (method.md section 4).
//!
//! A page may do other things between two steps; [`super::classification_from`] takes them all at once.

use arrayvec::ArrayVec;

use super::rules::{Money, causes, firing_rule, is_attention_above, rule_at};
use super::{
    Causes, Classes, Classification, Classified, Criterion, Fail, Firm, Flags, Policy, Status,
};
use super::{ContributionMin, MarginMin};
use crate::costs::Inputs;
use crate::customers::{Class, Rating};
use crate::stats::ranks::each_percentile;
use crate::stats::tolerance::{is_at_most_zero, is_below};

/// Customers per step where the work is per customer.
const SLICE: usize = 10_000;

/// Size score from which a customer is among the biggest, and the score of "nice" (method.md section 4).
const BIG_SIZE: f64 = 80.0;
const NICE_RELATIONSHIP: f64 = 75.0;
/// The middle of a score.
const MIDDLE: f64 = 50.0;

/// A classification in progress.
pub struct Classifier<'a> {
    policy: &'a Policy,
    rate: f64,
    inputs: &'a [Inputs],
    overrides: &'a [Option<Class>],
    /// Customers that were ranked before by the same figures.
    ranked: &'a [Classified],
    stage: Stage,
    sums: Sums,
    firm: Firm,
    customers: Vec<Classified>,
}

/// What the next step does.
#[derive(Clone, Copy)]
enum Stage {
    /// Contributions and firm sums of the next slice.
    Measure,
    /// One sort.
    Rank(Ranked),
    /// Classes of the slice that begins here.
    Decide(usize),
    /// The result was handed out.
    Done,
}

/// What is ranked.
#[derive(Clone, Copy)]
enum Ranked {
    Revenue,
    Contribution,
    Margin,
}

/// Sums over active customers with a known contribution.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sums {
    n: usize,
    revenue: f64,
    cm1: f64,
    attention_cost: f64,
    cm2: f64,
}

impl<'a> Classifier<'a> {
    /// `rate` is the firm's one cost of an hour in euros; `overrides` holds one entry per customer.
    pub fn new(
        policy: &'a Policy,
        rate: f64,
        inputs: &'a [Inputs],
        overrides: &'a [Option<Class>],
    ) -> Self {
        Self {
            policy,
            rate,
            inputs,
            overrides,
            ranked: &[],
            stage: Stage::Measure,
            sums: Sums::default(),
            firm: Firm::default(),
            customers: Vec::with_capacity(inputs.len()),
        }
    }

    /// Takes the ranks of an earlier classification of these inputs at this rate: weights and limits do not
    /// enter them, and sorting three times is most of the work.
    #[must_use]
    pub fn ranked_as(mut self, earlier: &'a Classification) -> Self {
        if earlier.customers.len() == self.inputs.len() {
            self.ranked = &earlier.customers;
        }
        self
    }

    /// Does one bounded piece of work; the classification after the last piece, once.
    pub fn step(&mut self) -> Option<Classification> {
        match self.stage {
            Stage::Measure => {
                self.measure_slice();
                if self.customers.len() == self.inputs.len() {
                    self.firm = firm_from(&self.sums, self.policy, self.rate);
                    self.stage = if self.ranked.is_empty() {
                        Stage::Rank(Ranked::Revenue)
                    } else {
                        Stage::Decide(0)
                    };
                }
                None
            }
            Stage::Rank(ranked) => {
                self.rank(ranked);
                self.stage = match ranked {
                    Ranked::Revenue => Stage::Rank(Ranked::Contribution),
                    Ranked::Contribution => Stage::Rank(Ranked::Margin),
                    Ranked::Margin => Stage::Decide(0),
                };
                None
            }
            Stage::Decide(start) => {
                self.decide_slice(start);
                let end = start + SLICE;
                if end < self.inputs.len() {
                    self.stage = Stage::Decide(end);
                    return None;
                }
                self.stage = Stage::Done;
                Some(Classification {
                    firm: self.firm,
                    customers: std::mem::take(&mut self.customers),
                })
            }
            Stage::Done => None,
        }
    }

    fn measure_slice(&mut self) {
        let start = self.customers.len();
        let ranked = self.ranked.iter().map(Some);
        let ranked = ranked.chain(std::iter::repeat(None)).skip(start);
        let slice = self.inputs.iter().skip(start).take(SLICE);
        for (input, ranked) in slice.zip(ranked) {
            let money = Money::new(input, self.rate);
            self.sums.add(money);
            let mut found = measured(input, money);
            if let Some(ranked) = ranked {
                let ([size, profit, ..], [own_size, own_profit, ..]) =
                    (ranked.scores, &mut found.scores);
                (*own_size, *own_profit) = (size, profit);
            }
            self.customers.push(found);
        }
    }

    /// Size is the percentile of revenue; profit the mean of the percentiles of contribution and margin:
    /// half what remains in euros, half what remains per euro.
    fn rank(&mut self, ranked: Ranked) {
        let value_of = |input: &Inputs, found: &Classified| match ranked {
            Ranked::Revenue => input.revenue,
            Ranked::Contribution => found.cm2,
            Ranked::Margin => found.margin,
        };
        let mut entries: Vec<(f64, u32)> = self
            .inputs
            .iter()
            .zip(&self.customers)
            .zip(0..)
            .filter(|((input, _), _)| is_active(input))
            .filter_map(|((input, found), position)| Some((value_of(input, found)?, position)))
            .collect();
        let customers = &mut self.customers;
        each_percentile(&mut entries, |position, percentile| {
            let Some(found) = customers.get_mut(position as usize) else {
                return;
            };
            let [size, profit, ..] = &mut found.scores;
            match ranked {
                Ranked::Revenue => *size = Some(percentile),
                Ranked::Contribution => *profit = Some(percentile / 2.0),
                Ranked::Margin => *profit = profit.map(|half| half + percentile / 2.0),
            }
        });
    }

    fn decide_slice(&mut self, start: usize) {
        let given = self
            .overrides
            .iter()
            .copied()
            .chain(std::iter::repeat(None))
            .skip(start);
        let slice = self.customers.iter_mut().zip(self.inputs).skip(start);
        for ((found, input), given) in slice.take(SLICE).zip(given) {
            decide(found, input, self.policy, self.rate, &self.firm);
            finish(found, input, given, self.policy, &self.firm);
        }
    }
}

impl Sums {
    pub(crate) fn add(&mut self, money: Money) {
        let (Some(revenue), Some(cm1), Some(attention_cost), Some(cm2)) =
            (money.revenue, money.cm1, money.attention_cost, money.cm2)
        else {
            return;
        };
        if money.is_active() {
            self.n += 1;
            self.revenue += revenue;
            self.cm1 += cm1;
            self.attention_cost += attention_cost;
            self.cm2 += cm2;
        }
    }
}

/// The firm's averages and the borders that follow from them.
pub(crate) fn firm_from(sums: &Sums, policy: &Policy, rate: f64) -> Firm {
    let ratio = |part: f64, whole: f64| (!is_at_most_zero(whole)).then(|| part / whole);
    let margin = ratio(sums.cm2, sums.revenue);
    Firm {
        n_active: sums.n,
        gross_margin: ratio(sums.cm1, sums.revenue),
        attention_share: ratio(sums.attention_cost, sums.cm1),
        margin,
        mean_cm2: (sums.n > 0).then(|| sums.cm2 / sums.n as f64),
        contribution_min: match policy.contribution_min {
            ContributionMin::AccountHours(hours) => hours * rate,
            ContributionMin::Euros(euros) => euros,
        },
        margin_min: match policy.margin_min {
            MarginMin::FactorOfFirm(factor) => factor * margin.unwrap_or(0.0).max(0.0),
            MarginMin::Share(share) => share,
        },
    }
}

fn is_active(input: &Inputs) -> bool {
    input
        .revenue
        .is_some_and(|revenue| !is_at_most_zero(revenue))
}

/// Contribution and ratings of one customer; ranks and class come later.
fn measured(input: &Inputs, money: Money) -> Classified {
    let is_active = money.is_active();
    let rating = |rating: Option<Rating>| rating.filter(|_| is_active).map(Rating::score);
    Classified {
        cm1: money.cm1,
        attention_cost: money.attention_cost,
        cm2: money.cm2,
        margin: money
            .cm2
            .zip(money.revenue)
            .filter(|_| is_active)
            .map(|(cm2, revenue)| cm2 / revenue),
        scores: [
            None,
            None,
            rating(input.potential),
            rating(input.relationship),
        ],
        total: None,
        rule: None,
        causes: Causes::new(),
        fails: ArrayVec::new(),
        missing: ArrayVec::new(),
        possible: Classes::default(),
        status: Status::Definite,
        computed: None,
        class: None,
        b_plus: false,
        own_fault: false,
        attention_flag: false,
        is_new: false,
        flags: Flags::default(),
    }
}

fn money_of(found: &Classified, input: &Inputs) -> Money {
    Money {
        revenue: input.revenue,
        cm1: found.cm1,
        attention_cost: found.attention_cost,
        cm2: found.cm2,
    }
}

/// The class by the rules, and what is still open (steps 2 to 7).
fn decide(found: &mut Classified, input: &Inputs, policy: &Policy, rate: f64, firm: &Firm) {
    let Some(revenue) = input.revenue else {
        found.status = Status::NoRevenueKnown;
        found.possible = Class::ALL.into_iter().collect();
        return;
    };
    if is_inactive(revenue, found.cm2) {
        found.status = Status::Inactive;
        return;
    }

    let money = money_of(found, input);
    found.rule = firing_rule(money, firm);
    found.is_new = is_new(input, policy);
    if money.is_active() {
        found.total = total_of(&found.scores, policy);
        found.missing = weighted(policy)
            .zip(found.scores)
            .filter(|((_, weight), score)| *weight > 0.0 && score.is_none())
            .map(|((criterion, _), _)| criterion)
            .collect();
    }

    if found.rule.is_some() && !found.is_new {
        found.computed = Some(Class::C);
        found.possible.insert(Class::C);
        found.causes = causes(money, policy, firm);
        found.own_fault = input.own_fault_hours > 0.0
            && found.cm2.is_some_and(|cm2| {
                let repaired = cm2 + input.own_fault_hours * input.rate_or(rate);
                money.is_active() && rule_at(revenue, repaired, firm).is_none()
            });
        found.status = status_of(input.filled);
        return;
    }

    found.fails = fails_of(&found.scores, found.cm2.is_some(), policy).collect();
    let is_a = found.rule.is_none() && found.fails.is_empty();
    found.computed = Some(if is_a { Class::A } else { Class::B });
    found.possible = possible_of(found, policy);
    let is_open = !found.missing.is_empty() || found.is_new || found.cm2.is_none();
    found.status = status_of(is_open || input.filled);
    let [_, _, potential, _] = found.scores;
    found.b_plus = !is_a
        && found.rule.is_none()
        && (found.fails.len() == 1
            || potential.is_some_and(|score| !is_below(score, policy.b_plus_potential)));
}

/// Nothing sold and nothing spent: not classified.
fn is_inactive(revenue: f64, cm2: Option<f64>) -> bool {
    let is_nothing_sold = is_at_most_zero(revenue) && !is_below(revenue, 0.0);
    is_nothing_sold && !cm2.is_some_and(|cm2| is_below(cm2, 0.0))
}

/// Too young for the rules of C.
fn is_new(input: &Inputs, policy: &Policy) -> bool {
    input
        .tenure_months
        .is_some_and(|months| is_below(months, policy.new_months))
}

/// The class by the rules alone, as [`Classified::computed`]: for those who classify many times over and
/// need no reasons.
pub(crate) fn class_at(
    input: &Inputs,
    money: Money,
    scores: &[Option<f64>; 4],
    policy: &Policy,
    firm: &Firm,
) -> Option<Class> {
    if is_inactive(input.revenue?, money.cm2) {
        return None;
    }
    let is_a = || {
        fails_of(scores, money.cm2.is_some(), policy)
            .next()
            .is_none()
    };
    Some(match firing_rule(money, firm) {
        Some(_) if is_new(input, policy) => Class::B,
        Some(_) => Class::C,
        None if is_a() => Class::A,
        None => Class::B,
    })
}

fn status_of(is_open: bool) -> Status {
    if is_open {
        Status::Provisional
    } else {
        Status::Definite
    }
}

/// Criteria with their weights.
fn weighted(policy: &Policy) -> impl Iterator<Item = (Criterion, f64)> {
    Criterion::ALL.into_iter().zip(policy.weights)
}

/// The weighted mean of the known scores; `None` when no known score has weight.
pub(super) fn total_of(scores: &[Option<f64>; 4], policy: &Policy) -> Option<f64> {
    let known = scores
        .iter()
        .zip(policy.weights)
        .filter_map(|(score, weight)| Some(((*score)?, weight)))
        .filter(|(_, weight)| *weight > 0.0);
    let (sum, weights) = known.fold((0.0, 0.0), |(sum, weights), (score, weight)| {
        (sum + weight * score, weights + weight)
    });
    (weights > 0.0).then(|| sum / weights)
}

/// The requirements of A that these scores do not meet (step 5).
pub(super) fn fails_of(
    scores: &[Option<f64>; 4],
    is_profit_known: bool,
    policy: &Policy,
) -> impl Iterator<Item = Fail> {
    let is_score_low = total_of(scores, policy).is_none_or(|total| is_below(total, policy.a_cut));
    let floor = policy.floor;
    weighted(policy)
        .zip(*scores)
        .filter(move |((_, weight), score)| {
            *weight > 0.0 && score.is_some_and(|score| is_below(score, floor))
        })
        .map(|((criterion, _), _)| Fail::Below(criterion))
        .chain(is_score_low.then_some(Fail::Score))
        .chain((!is_profit_known).then_some(Fail::ProfitUnknown))
}

/// The classes that the unknown criteria leave open (step 6): everything unknown at its best, and at its
/// worst; C when the contribution is unknown or would make a customer C who is still new.
fn possible_of(found: &Classified, policy: &Policy) -> Classes {
    let mut possible: Classes = found.computed.into_iter().collect();
    for assumed in [100.0, 0.0] {
        let scores = found.scores.map(|score| score.or(Some(assumed)));
        let is_a = found.rule.is_none() && fails_of(&scores, true, policy).next().is_none();
        possible.insert(if is_a { Class::A } else { Class::B });
    }
    if found.cm2.is_none() || found.rule.is_some() {
        possible.insert(Class::C);
    }
    possible
}

/// The final class, and the article's warnings about it (step 8 and the collision flags).
fn finish(
    found: &mut Classified,
    input: &Inputs,
    given: Option<Class>,
    policy: &Policy,
    firm: &Firm,
) {
    found.class = given.or(found.computed);
    if given.is_some() {
        found.status = Status::Override;
    }
    let money = money_of(found, input);
    found.attention_flag = is_attention_above(money, policy.attention_norm_factor, firm);

    let [size, profit, _, relationship] = found.scores;
    let reaches = |score: Option<f64>, border: f64| score.is_some_and(|s| !is_below(s, border));
    let is_nice = reaches(relationship, NICE_RELATIONSHIP);
    let is_poor = found.rule.is_some() || profit.is_some_and(|profit| is_below(profit, MIDDLE));
    found.flags = Flags {
        biggest_not_best: reaches(size, BIG_SIZE) && found.class != Some(Class::A) && is_poor,
        shouter: found.attention_flag,
        nicest_not_best: is_nice && is_poor,
        nice_takes_more: is_nice && is_attention_above(money, 1.0, firm),
        demanding_b: found.class == Some(Class::B) && found.attention_flag,
    };
}
