//! What the figures of a list rest on: what was assumed is never said as if it were known.

use abc_core::classify::summary::Summary;
use abc_core::classify::{Criterion, Status};
use abc_core::costs::Inputs;
use abc_core::customers::{Class, Grade};

use crate::i18n::Format;
use crate::i18n::catalog::CustomersTexts;
use crate::i18n::catalog::customers::{AssumedHours, Lacks};
use crate::state::derived::Outcome;

/// How softly the contribution of a customer is known: as its softest part.
pub(super) fn grade_of(input: &Inputs) -> Grade {
    let hours = input.hours.map(|_| input.hours_grade);
    let direct_cost = input.direct_cost.map(|_| input.cost_grade);
    let costs = hours.max(direct_cost).unwrap_or_default();
    costs.max(input.revenue_grade)
}

/// Whether a figure rests on an estimate of somebody, or of ours.
pub(super) fn is_soft(grade: Grade) -> bool {
    grade != Grade::Recorded
}

/// The word for what nobody booked or registered.
pub(super) fn soft_word(grade: Grade, texts: &CustomersTexts) -> Option<&'static str> {
    match grade {
        Grade::Recorded => None,
        Grade::Estimated => Some(texts.estimated),
        Grade::Assumed => Some(texts.assumed),
    }
}

/// What stands beside a sum: how many figures are missing in it, else the word for the softest of them.
pub(super) fn beside_sum(n_unknown: usize, grade: Grade, texts: &CustomersTexts) -> Option<String> {
    if n_unknown > 0 {
        Some((texts.sum_without)(n_unknown))
    } else {
        soft_word(grade, texts).map(str::to_owned)
    }
}

/// Whether somebody said how much time this customer takes.
pub(super) fn is_time_known(input: &Inputs) -> bool {
    input.hours.is_some() && input.hours_grade != Grade::Assumed
}

/// Whether the time of this customer is our assumption.
pub(super) fn is_time_assumed(input: &Inputs) -> bool {
    input.hours.is_some() && input.hours_grade == Grade::Assumed
}

/// How far assumed hours are taken to be off, as a share of them.
pub(super) fn spread_of_assumed_hours(outcome: &Outcome, format: Format) -> String {
    let uncertainty = &outcome.project.cost_model.uncertainty;
    format.percent(uncertainty.of_hours(Grade::Assumed))
}

/// The name of a figure; of an assumed one with that word.
pub(super) fn name_of_figure(name: &str, is_assumed: bool, texts: &CustomersTexts) -> String {
    if is_assumed {
        format!("{name} ({})", texts.assumed)
    } else {
        name.to_owned()
    }
}

/// The hours that make everybody C, when those hours are our assumption: gross margin is left, and the
/// time that nobody gave takes it.
pub(super) fn hours_that_make_all_c(sums: &Summary, outcome: &Outcome) -> Option<AssumedHours> {
    let is_all_c = sums.total.n > 0 && sums.class(Class::C).n == sums.total.n;
    if !is_all_c || outcome.is_some_time_known() || gross_margin(outcome) <= 0.0 {
        return None;
    }
    let mut hours = outcome.inputs.iter().filter_map(|input| input.hours);
    let first = hours.next()?;
    let is_same = hours.all(|hours| (hours - first).abs() < 1e-9);
    Some(if is_same {
        AssumedHours::Each(first)
    } else {
        AssumedHours::Various
    })
}

/// What is left of revenue after direct cost, of those with a class; euros per 12 months.
pub(super) fn gross_margin(outcome: &Outcome) -> f64 {
    let found = outcome.classification.customers.iter();
    found
        .filter(|found| found.class.is_some())
        .filter_map(|found| found.cm1)
        .sum()
}

/// What the provisional classes lack.
pub(super) fn lacks(outcome: &Outcome) -> Lacks {
    let mut lacks = Lacks::default();
    let found = outcome.classification.customers.iter();
    for (found, input) in found.zip(outcome.inputs.iter()) {
        if found.status != Status::Provisional {
            continue;
        }
        for rating in [Criterion::Potential, Criterion::Relationship] {
            if found.missing.contains(&rating) && !lacks.ratings.contains(&rating) {
                lacks.ratings.push(rating);
            }
        }
        for part in outcome.assumed(input) {
            if !lacks.assumed.contains(&part) {
                lacks.assumed.push(part);
            }
        }
        lacks.is_profit_unknown |= found.cm2.is_none();
        lacks.is_new |= found.is_new;
    }
    lacks
}
