//! The numbers of the opening, the pictures and the warnings, taken from one outcome.

use abc_core::classify::concentration::Whale;
use abc_core::classify::summary::{Share, Summary};
use abc_core::classify::{Classified, Status};
use abc_core::costs::Inputs;
use abc_core::customers::{Class, Grade, Rating};

use super::assumed::{grade_of, gross_margin};
use super::rows::{in_groups, is_near_a, is_warned};
use crate::i18n::Format;
use crate::i18n::catalog::customers::{
    Footing, NoRevenue, OpeningFigures, RatingHint, ShareWords, WhaleFigures, WhaleFinding,
};
use crate::state::derived::Outcome;
use crate::state::session::Warning;

/// Below this many customers comparing says little (method.md section 12).
pub(super) const FEW: usize = 5;
/// More than this share of high ratings is mild (method.md section 1).
const MILD_PERCENT: usize = 60;

/// The figures of the opening sentence.
pub(super) fn opening_figures(sums: &Summary, outcome: &Outcome, format: Format) -> OpeningFigures {
    let a = sums.class(Class::A);
    let model = &outcome.project.cost_model;
    let n_near_a = outcome.classification.customers.iter();
    let footing = footing_of(sums, outcome);
    let is_cost_unknown = footing == Footing::CostUnknown;
    OpeningFigures {
        without: without_revenue(outcome),
        n: sums.total.n,
        n_a: a.n,
        n_near_a: n_near_a.filter(|found| is_near_a(found)).count(),
        a_share: a_share(a, sums.total, is_cost_unknown, format),
        footing,
        is_partial: sums.total.n_cm2_unknown > 0,
        shortfall: (sums.total.cm2 < 0.0).then(|| format.money_whole(-sums.total.cm2)),
        n_loss: sums.n_loss,
        loss: amount_of(-sums.loss, format),
        assumed_rate: is_rate_assumed(outcome).then(|| format.money(model.rate())),
    }
}

/// Why those without a class have none.
pub(super) fn without_revenue(outcome: &Outcome) -> NoRevenue {
    let is_some = |status: Status| {
        let mut found = outcome.classification.customers.iter();
        found.any(|found| found.class.is_none() && found.status == status)
    };
    match (is_some(Status::Inactive), is_some(Status::NoRevenueKnown)) {
        (true, true) => NoRevenue::Either,
        (true, false) => NoRevenue::Nil,
        (false, _) => NoRevenue::Unknown,
    }
}

fn footing_of(sums: &Summary, outcome: &Outcome) -> Footing {
    if outcome.is_cost_unknown() {
        Footing::CostUnknown
    } else if outcome.is_a_cost_assumed() {
        Footing::CostAssumed
    } else if sums.total.n > 0 && sums.n_provisional == sums.total.n {
        Footing::Provisional
    } else {
        Footing::Known
    }
}

/// Whether the cost of an hour is ours, and somebody's hours are counted at it.
fn is_rate_assumed(outcome: &Outcome) -> bool {
    let is_at_it = |input: &Inputs| input.hours.is_some() && input.hour_cost.is_none();
    outcome.project.cost_model.given_rate().is_none() && outcome.inputs.iter().any(is_at_it)
}

fn a_share(a: Share, total: Share, is_cost_unknown: bool, format: Format) -> Option<ShareWords> {
    let of = |part: f64, whole: f64| (whole > 0.0).then(|| format.percent(part / whole));
    if is_cost_unknown {
        of(a.revenue, total.revenue).map(ShareWords::Revenue)
    } else if total.cm2 > 0.0 && a.cm2 > total.cm2 {
        Some(ShareWords::MoreThanAll {
            brings: format.money_whole(a.cm2),
            whole: format.money_whole(total.cm2),
        })
    } else {
        // A below nothing has no share of it.
        of(a.cm2, total.cm2)
            .filter(|_| a.cm2 >= 0.0)
            .map(ShareWords::Profit)
    }
}

/// In whole euros; less than one in cents, as nothing would be no amount.
fn amount_of(euros: f64, format: Format) -> String {
    if euros < 1.0 {
        format.money(euros)
    } else {
        format.money_whole(euros)
    }
}

/// The figures at the whale curve.
pub(super) fn whale_figures(whale: &Whale, outcome: &Outcome, format: Format) -> WhaleFigures {
    let n = whale.order.len();
    let top_shares = whale.percentages.filter(|_| n > 0).map(|percentages| {
        (
            format.percent(whale.top20_n as f64 / n as f64),
            format.percent(percentages.top20 / 100.0),
        )
    });
    let finding = if n == 0 {
        WhaleFinding::Unknown
    } else if whale.n_profitable == 0 {
        if gross_margin(outcome) < 0.0 {
            WhaleFinding::BelowCost
        } else {
            WhaleFinding::NoPeak
        }
    } else if let (0, Some((_, share))) = (whale.n_loss, &top_shares) {
        if outcome.is_profit_assumed() {
            WhaleFinding::RisesAssumed(whale.top20_n, share.clone())
        } else {
            WhaleFinding::Rises(whale.top20_n, share.clone())
        }
    } else {
        let finding = if outcome.is_profit_assumed() {
            WhaleFinding::FallsAssumed
        } else {
            WhaleFinding::Falls
        };
        finding(whale.n_profitable, format.money_whole(-whale.loss_total))
    };
    WhaleFigures {
        n,
        finding,
        n_peak: whale.n_profitable,
        peak: format.money_whole(whale.peak),
        n_top: whale.top20_n,
        top_shares,
        // What nobody brought cannot leak.
        leak: (whale.n_loss > 0 && whale.n_profitable > 0)
            .then(|| format.money_whole(-whale.loss_total)),
        total: format.money_whole(whale.total),
    }
}

/// A warning: who, most telling first, and what they add up to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Warned {
    /// Positions.
    pub(super) customers: Vec<u32>,
    /// Euros per 12 months.
    pub(super) revenue: f64,
    /// Euros per 12 months, of those that are known.
    pub(super) cm2: f64,
    /// Their share of all attention; `None` when there is none.
    pub(super) attention_share: Option<f64>,
    /// Their share of all gross margin; `None` when there is none to share.
    pub(super) margin_share: Option<f64>,
    /// How softly these figures are known.
    pub(super) grade: Grade,
}

/// Who this warning is about.
pub(super) fn warned(warning: Warning, outcome: &Outcome) -> Warned {
    let found = &outcome.classification.customers;
    let figure = |position: u32, of: fn(&Classified) -> Option<f64>| {
        found
            .get(position as usize)
            .and_then(of)
            .unwrap_or_default()
    };
    let revenue = |position: u32| {
        let input = outcome.inputs.get(position as usize);
        input.and_then(|input| input.revenue).unwrap_or_default()
    };
    let cost: fn(&Classified) -> Option<f64> = |found| found.attention_cost;
    let margin: fn(&Classified) -> Option<f64> = |found| found.cm1;

    let customers: Vec<u32> = (0..)
        .zip(found.iter().zip(outcome.inputs.iter()))
        .filter(|(_, (found, input))| is_warned(warning, found, input))
        .map(|(position, _)| position)
        .collect();
    let weight = |position: u32| match warning {
        Warning::Big | Warning::Nice => revenue(position),
        Warning::Loud => figure(position, cost),
    };
    // Nice and not best is more telling than nice and taking more than its share.
    let is_plain = |position: u32| {
        let found = found.get(position as usize);
        warning == Warning::Nice && !found.is_some_and(|found| found.flags.nicest_not_best)
    };
    let customers = in_groups(customers, |position| {
        (usize::from(is_plain(position)), Some(weight(position)))
    });

    let sum = |of: fn(&Classified) -> Option<f64>| -> f64 {
        customers.iter().map(|position| figure(*position, of)).sum()
    };
    let share = |of: fn(&Classified) -> Option<f64>| {
        let whole: f64 = found.iter().filter_map(of).sum();
        (whole > 0.0).then(|| sum(of) / whole)
    };
    Warned {
        revenue: customers.iter().map(|position| revenue(*position)).sum(),
        cm2: sum(|found| found.cm2),
        attention_share: share(cost),
        margin_share: share(margin),
        grade: customers
            .iter()
            .filter_map(|position| outcome.inputs.get(*position as usize))
            .map(grade_of)
            .max()
            .unwrap_or_default(),
        customers,
    }
}

/// What is remarkable about the ratings as a whole (method.md section 1).
pub(super) fn rating_hints(outcome: &Outcome) -> Vec<RatingHint> {
    let known = |of: fn(&abc_core::costs::Inputs) -> Option<Rating>| -> Vec<u8> {
        let ratings = outcome.inputs.iter().filter_map(of);
        ratings.map(Rating::value).collect()
    };
    let potential = known(|input| input.potential);
    let relationship = known(|input| input.relationship);
    let is_same = |ratings: &[u8]| {
        ratings.len() >= FEW && ratings.iter().all(|rating| Some(rating) == ratings.first())
    };
    let n = potential.len() + relationship.len();
    let all = potential.iter().chain(&relationship);
    let n_high = all.filter(|rating| **rating >= 4).count();
    [
        (
            n >= FEW && 100 * n_high > MILD_PERCENT * n,
            RatingHint::Mild,
        ),
        (is_same(&potential), RatingHint::SamePotential),
        (is_same(&relationship), RatingHint::SameRelationship),
    ]
    .into_iter()
    .filter_map(|(is_so, hint)| is_so.then_some(hint))
    .collect()
}

/// A, B and C, when B is not the largest of them (R17) and there is enough to compare.
pub(super) fn small_middle(sums: &Summary) -> Option<[usize; 3]> {
    let [a, b, c] = sums.classes.map(|share| share.n);
    (sums.total.n >= FEW && b < a.max(c)).then_some([a, b, c])
}

#[cfg(test)]
mod tests;
