//! How a customer buys, where rows have dates: a hint for the rating of potential, never a class.

use abc_core::date::Date;
use abc_core::rfm::{
    Buying, BuyingTimes, PotentialHint, Rfm, buying_of, period_of, potential_hint, rfm_of,
};
use leptos::prelude::*;

use super::super::screen::{Entry, Screen};
use crate::i18n::catalog::buying::RhythmWords;
use crate::i18n::{self, Format};
use crate::state::derived::Outcome;

/// The hint, if there is one, and the three scores.
#[component]
pub(super) fn BuyingLines(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().buying, locale.format());
    let outcome = Screen::expect().derived.outcome;
    let lines = Memo::new(move |_| {
        outcome.with(|outcome| {
            let period = period_of(&outcome.project.customers)?;
            let hint = hint_of(outcome, customer, period, format);
            let scores = scores_of(outcome, customer, period)?;
            Some((
                hint.map(|words| (texts.rhythm)(&words)),
                (texts.scores)(scores),
            ))
        })
    });
    move || {
        lines.get().map(|(hint, scores)| {
            let hint = hint.map(|hint| view! { <p>{hint}</p> });
            view! {
                {hint}
                <p class="note">{scores}</p>
            }
            .into_any()
        })
    }
}

fn hint_of(
    outcome: &Outcome,
    customer: u32,
    period: (Date, Date),
    format: Format,
) -> Option<RhythmWords> {
    let bought = Entry::of(outcome, customer)?.customer.bought;
    let times = BuyingTimes::of(&bought, period)?;
    Some(match potential_hint(times)? {
        PotentialHint::LongSilence(silence) => RhythmWords::Silent {
            days: times.days_silent,
            times: format.short(silence, 1),
        },
        PotentialHint::FallingFrequency {
            first_half,
            second_half,
        } => RhythmWords::Falling(first_half, second_half),
    })
}

/// Among all who bought something on a day that is known.
fn scores_of(outcome: &Outcome, customer: u32, (_, end): (Date, Date)) -> Option<Rfm> {
    let customers = &outcome.project.customers;
    buying_of(customers.get(customer as usize)?, end)?;
    let before = customers.get(..customer as usize)?.iter();
    let idx = before.filter_map(|other| buying_of(other, end)).count();
    let all: Vec<Buying> = customers
        .iter()
        .filter_map(|other| buying_of(other, end))
        .collect();
    rfm_of(&all, idx)
}
