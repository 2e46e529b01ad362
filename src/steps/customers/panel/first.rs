//! The first thing to do about a customer: our own fault before its price, measuring before deciding, and
//! repair before goodbye (method.md section 7).

use abc_core::certainty::questions::Topic;
use abc_core::certainty::range::{Measure, RangeVerdict, range_of};
use abc_core::classify::Status;
use abc_core::classify::explain::repair_of;
use abc_core::customers::Class;

use super::super::assumed::is_time_assumed;
use super::super::questions::firm_of;
use super::super::screen::Entry;
use super::change::{fewer, is_real_rise, rise_words};
use crate::i18n::{Catalog, Format, Span};
use crate::state::derived::Outcome;

/// What to do first; `None` when nothing is out of order.
pub(super) fn first_of(
    outcome: &Outcome,
    customer: u32,
    catalog: &Catalog,
    format: Format,
) -> Option<Vec<Span>> {
    let Entry { input, found, .. } = Entry::of(outcome, customer)?;
    let (rate, at) = (outcome.project.cost_model.rate(), customer as usize);
    let is_c = found.computed == Some(Class::C);
    if is_c && found.own_fault {
        let hours = format.short(input.own_fault_hours, 2);
        return Some((catalog.customers.own_fault)(&hours));
    }
    if found.status == Status::Override || found.is_new {
        return None;
    }
    let texts = &catalog.certainty;
    let (inputs, classification) = (&outcome.inputs, &outcome.classification);
    let uncertainty = &outcome.project.cost_model.uncertainty;
    let range = range_of(rate, inputs, classification, uncertainty, at)?;
    if range.verdict() == RangeVerdict::Depends {
        // What is asked further on is answered sooner than the larger unknown is measured.
        let asked = firm_of(outcome).question(customer);
        let asked = asked.and_then(|question| match question.topic {
            Topic::Attention => Some(Measure::Hours),
            Topic::Purchases => Some(Measure::DirectCost),
            Topic::Potential | Topic::Relationship => None,
        });
        return asked.or(range.measure_first).map(texts.first_measure);
    }
    if is_c && is_time_assumed(input) {
        // Nobody is asked to change what was never measured.
        return Some((texts.first_measure)(Measure::Hours));
    }
    let repair = repair_of(rate, inputs, classification, at).filter(|_| is_c)?;
    let price = repair.price.filter(|price| is_real_rise(*price));
    let price = price.map(|price| rise_words(price, format));
    let all_hours = input.hours.unwrap_or_default();
    let hours = repair
        .hours_cut
        .map(|cut| format.short(fewer(cut, all_hours), 2));
    (price.is_some() || hours.is_some())
        .then(|| (texts.first_repair)(price.as_deref(), hours.as_deref()))
}
