//! What would change a class: counterfactuals for one customer, firm borders held fixed
//! (method.md section 5). Computed when somebody looks, not for everyone.

use super::pipeline::{fails_of, total_of};
use super::rules::{Money, gains};
use super::{Classification, Classified, Criterion, Firm, Policy};
use crate::costs::Inputs;
use crate::customers::{Class, Rating};
use crate::stats::tolerance::{is_above, is_at_most_zero, is_below};

/// What would lift a C over the border, one lever at a time; `None`: not with this lever alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Repair {
    /// Contribution from which no rule fires at this revenue and price: the border, euros per 12 months.
    /// The distance to it, per month, is what waiting costs (R21).
    pub border: f64,
    /// Relative price rise (0.084 = 8.4%).
    pub price: Option<f64>,
    /// Hours to save per 12 months.
    pub hours_cut: Option<f64>,
    /// Revenue needed at the same gross-margin rate and attention, euros per 12 months.
    pub revenue: Option<f64>,
    /// Hours at which nothing is left: (cm1 - S) / rate; `None` when an hour costs nothing.
    pub breakeven_hours: Option<f64>,
}

/// What one criterion would have to become for a B to be A.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The criterion.
    pub criterion: Criterion,
    /// The score it takes, when the criterion alone can do it.
    pub need_score: Option<f64>,
    /// What it takes; `None`: not with this criterion alone.
    pub need: Option<GapNeed>,
}

/// What it takes to close a gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GapNeed {
    /// At least this rating.
    Rating(u8),
    /// Revenue above this many euros per 12 months.
    RevenueAbove(f64),
    /// Contribution above this many euros per 12 months, at unchanged revenue.
    ContributionAbove(f64),
}

/// The numbers behind the causes of one customer, euros and hours per 12 months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CauseFigures {
    /// What the firm's own gross margin on this revenue would add.
    pub price_gain: f64,
    /// What attention at the firm's own share of gross margin would save.
    pub attention_gain: f64,
    /// Gross margin per euro of revenue; `None` without revenue. Compare with `Firm::gross_margin`.
    pub gross_margin: Option<f64>,
    /// Attention cost per euro of gross margin; `None` without gross margin. Compare with
    /// `Firm::attention_share`.
    pub attention_share: Option<f64>,
    /// `attention_share` as a multiple of the firm's ("2.4 times as much attention").
    pub attention_ratio: Option<f64>,
    /// Hours; they are known when these figures are.
    pub hours: f64,
}

/// The numbers behind the causes of customer `idx`; `None` without revenue, or when its contribution or
/// the firm's averages are unknown.
pub fn figures_of(
    inputs: &[Inputs],
    classification: &Classification,
    idx: usize,
) -> Option<CauseFigures> {
    let firm = &classification.firm;
    let (input, found) = (inputs.get(idx)?, classification.customers.get(idx)?);
    let money = Money {
        revenue: input.revenue,
        cm1: found.cm1,
        attention_cost: found.attention_cost,
        cm2: found.cm2,
    };
    let gains = gains(money, firm).filter(|_| money.is_active())?;
    let ratio = |part: f64, whole: f64| (!is_at_most_zero(whole)).then(|| part / whole);
    let (revenue, cm1, cost) = (input.revenue?, found.cm1?, found.attention_cost?);
    let attention_share = ratio(cost, cm1);
    Some(CauseFigures {
        price_gain: gains.price,
        attention_gain: gains.attention,
        gross_margin: ratio(cm1, revenue),
        attention_share,
        attention_ratio: attention_share
            .zip(firm.attention_share)
            .and_then(|(own, firm)| ratio(own, firm)),
        hours: input.hours?,
    })
}

/// The repair levers of customer `idx`; `None` unless its computed class is C and its contribution known.
pub fn repair_of(
    rate: f64,
    inputs: &[Inputs],
    classification: &Classification,
    idx: usize,
) -> Option<Repair> {
    let firm = &classification.firm;
    let (input, found) = (inputs.get(idx)?, classification.customers.get(idx)?);
    let revenue = input.revenue.filter(|revenue| !is_at_most_zero(*revenue))?;
    let (cm1, cm2, hours) = (found.cm1?, found.cm2?, input.hours?);
    if found.computed != Some(Class::C) {
        return None;
    }
    let attention_cost = cm1 - cm2;
    let rate = input.rate_or(rate);
    let per_hour = |euros: f64| (!is_at_most_zero(rate)).then(|| euros / rate);
    let border = border_at(revenue, firm);
    Some(Repair {
        border,
        price: price_rise(revenue, cm2, firm),
        hours_cut: per_hour(border - cm2).filter(|cut| !is_above(*cut, hours)),
        revenue: revenue_needed(cm1 / revenue, attention_cost, firm),
        breakeven_hours: per_hour(cm1 - input.other_cost),
    })
}

/// The smallest relative price rise after which no rule fires: enough euros, and either enough per euro
/// of the higher revenue or as much as the average customer.
fn price_rise(revenue: f64, cm2: f64, firm: &Firm) -> Option<f64> {
    let for_minimum = (firm.contribution_min - cm2) / revenue;
    let kept_share = 1.0 - firm.margin_min;
    let for_margin = (!is_at_most_zero(kept_share))
        .then(|| (firm.margin_min * revenue - cm2) / (revenue * kept_share));
    let for_mean = firm
        .mean_cm2
        .filter(|mean| *mean > 0.0)
        .map(|mean| (mean - cm2) / revenue);
    let cheapest = for_margin.into_iter().chain(for_mean).reduce(f64::min)?;
    Some(cheapest.max(for_minimum).max(0.0))
}

/// The least contribution on this revenue: enough euros, and either enough per euro or as much as the
/// average customer.
pub fn border_at(revenue: f64, firm: &Firm) -> f64 {
    let for_margin = firm.margin_min * revenue;
    let cheapest = firm
        .mean_cm2
        .map_or(for_margin, |mean| for_margin.min(mean));
    firm.contribution_min.max(cheapest)
}

/// Revenue at which the same attention is paid for, at gross-margin rate `share`.
fn revenue_needed(share: f64, attention_cost: f64, firm: &Firm) -> Option<f64> {
    let above_minimum = share - firm.margin_min;
    if is_at_most_zero(share) || is_at_most_zero(above_minimum) {
        return None;
    }
    Some(((firm.contribution_min + attention_cost) / share).max(attention_cost / above_minimum))
}

/// The hours that fit a B: at more, its attention takes a greater part of its gross margin than with the firm
/// as a whole (method.md section 8). `None` unless the computed class of customer `idx` is B and it is over.
pub fn hours_over_cap(
    rate: f64,
    inputs: &[Inputs],
    classification: &Classification,
    idx: usize,
) -> Option<f64> {
    let (input, found) = (inputs.get(idx)?, classification.customers.get(idx)?);
    let rate = input.rate_or(rate);
    let (cm1, hours) = (found.cm1?, input.hours?);
    let cap = classification.firm.attention_share? * cm1;
    let is_asked = found.computed == Some(Class::B) && !is_at_most_zero(rate);
    let hours_at_cap = is_asked.then(|| ((cap - input.other_cost) / rate).max(0.0))?;
    is_below(hours_at_cap, hours).then_some(hours_at_cap)
}

/// The gaps to A of customer `idx`, per criterion with weight; empty unless its computed class is B, no
/// C rule fires (a new customer) and nothing with weight is unknown.
pub fn gaps_of(
    policy: &Policy,
    inputs: &[Inputs],
    classification: &Classification,
    idx: usize,
) -> Vec<Gap> {
    let Some(found) = classification.customers.get(idx) else {
        return Vec::new();
    };
    let is_asked = found.computed == Some(Class::B)
        && found.rule.is_none()
        && found.missing.is_empty()
        && found.cm2.is_some();
    if !is_asked {
        return Vec::new();
    }
    Criterion::ALL
        .into_iter()
        .zip(policy.weights)
        .filter(|(_, weight)| *weight > 0.0)
        .map(|(criterion, weight)| {
            let need_score = needed_score(policy, found, criterion, weight);
            let need = need_score.and_then(|score| {
                need_from(criterion, score, &Others::of(inputs, classification, idx))
            });
            Gap {
                criterion,
                need_score: need.and(need_score),
                need,
            }
        })
        .collect()
}

/// A B of whom ratings are missing, if each of those were `rating`: its scores, and what A then still asks.
/// `None` for anybody else.
pub fn if_rated(policy: &Policy, found: &Classified, rating: Rating) -> Option<Classified> {
    let is_asked = found.computed == Some(Class::B)
        && found.rule.is_none()
        && found.cm2.is_some()
        && !found.missing.is_empty();
    if !is_asked {
        return None;
    }
    let [size, profit, potential, relationship] = found.scores;
    let given = |criterion, score: Option<f64>| {
        let is_missing = found.missing.contains(&criterion);
        score.or_else(|| is_missing.then(|| rating.score()))
    };
    let scores = [
        size,
        profit,
        given(Criterion::Potential, potential),
        given(Criterion::Relationship, relationship),
    ];
    Some(Classified {
        scores,
        total: total_of(&scores, policy),
        fails: fails_of(&scores, true, policy).collect(),
        ..found.clone()
    })
}

/// The score at which `criterion` alone makes an A; `None` when another criterion is below the floor or
/// even 100 is not enough.
fn needed_score(
    policy: &Policy,
    found: &Classified,
    criterion: Criterion,
    weight: f64,
) -> Option<f64> {
    let mut needed_sum = 0.0;
    for ((other, weight), score) in Criterion::ALL
        .into_iter()
        .zip(policy.weights)
        .zip(found.scores)
        .filter(|((_, weight), _)| *weight > 0.0)
    {
        needed_sum += policy.a_cut * weight;
        if other != criterion {
            let score = score?;
            if is_below(score, policy.floor) {
                return None;
            }
            needed_sum -= weight * score;
        }
    }
    let need = policy.floor.max(needed_sum / weight);
    (!is_above(need, 100.0)).then_some(need)
}

/// One active customer among the others.
struct Others<'a> {
    inputs: &'a [Inputs],
    classification: &'a Classification,
    idx: usize,
}

impl<'a> Others<'a> {
    fn of(inputs: &'a [Inputs], classification: &'a Classification, idx: usize) -> Self {
        Self {
            inputs,
            classification,
            idx,
        }
    }

    fn own_revenue(&self) -> Option<f64> {
        self.inputs.get(self.idx)?.revenue
    }

    /// The other active customers.
    fn iter(&self) -> impl Iterator<Item = (f64, &'a Classified)> {
        self.inputs
            .iter()
            .zip(&self.classification.customers)
            .enumerate()
            .filter(|(position, _)| *position != self.idx)
            .filter_map(|(_, (input, found))| {
                let revenue = input.revenue.filter(|revenue| !is_at_most_zero(*revenue))?;
                Some((revenue, found))
            })
    }
}

fn need_from(criterion: Criterion, score: f64, others: &Others) -> Option<GapNeed> {
    match criterion {
        Criterion::Size => revenue_above(score, others).map(GapNeed::RevenueAbove),
        Criterion::Profit => contribution_above(score, others).map(GapNeed::ContributionAbove),
        Criterion::Potential | Criterion::Relationship => {
            // A hair over a step of the scale is that step.
            let rating = (score / 25.0 - 1e-9).ceil() + 1.0;
            Some(GapNeed::Rating(rating.clamp(1.0, 5.0) as u8))
        }
    }
}

/// The revenue to exceed: that of the k-th smallest other, k = ceil(score n / 100 - 0.5).
fn revenue_above(score: f64, others: &Others) -> Option<f64> {
    let mut revenues: Vec<f64> = others.iter().map(|(revenue, _)| revenue).collect();
    let n = (revenues.len() + 1) as f64;
    let k = (score * n / 100.0 - 0.5 - 1e-9).ceil() as usize;
    let position = k.checked_sub(1).filter(|below| *below < revenues.len())?;
    let (_, revenue, _) = revenues.select_nth_unstable_by(position, f64::total_cmp);
    Some(*revenue)
}

/// The contribution to exceed, at unchanged revenue, for the mean percentile of contribution and margin
/// to reach `score`. The percentiles only rise at the others' contributions and at their margins times
/// this revenue, and never fall: so the smallest such amount is found by halving.
fn contribution_above(score: f64, others: &Others) -> Option<f64> {
    let own_revenue = others.own_revenue()?;
    let known: Vec<(f64, f64)> = others
        .iter()
        .filter_map(|(_, found)| Some((found.cm2?, found.margin? * own_revenue)))
        .collect();
    let n = (known.len() + 1) as f64;
    let reaches = |euros: f64| {
        let n_passed: usize = known
            .iter()
            .map(|(cm2, at_margin)| {
                usize::from(!is_above(*cm2, euros)) + usize::from(!is_above(*at_margin, euros))
            })
            .sum();
        // Just above `euros` nobody is equal but the customer itself.
        !is_below(100.0 * (n_passed as f64 + 1.0) / (2.0 * n), score)
    };
    let mut borders: Vec<f64> = known.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let mut borders = borders.as_mut_slice();
    let mut found = None;
    while !borders.is_empty() {
        let middle = borders.len() / 2;
        let (below, border, above) = borders.select_nth_unstable_by(middle, f64::total_cmp);
        if reaches(*border) {
            found = Some(*border);
            borders = below;
        } else {
            borders = above;
        }
    }
    found
}
