//! How sure the class of one customer is, and the answer that would settle it.

use abc_core::certainty::range::range_of;
use abc_core::certainty::{Stability, Sureness};
use abc_core::classify::Status;
use abc_core::customers::Class;
use leptos::prelude::*;

use super::super::assumed::{is_time_assumed, spread_of_assumed_hours};
use super::super::questions::{Answers, firm_of};
use super::super::reckoning::ReckoningLine;
use super::super::screen::{Entry, Screen, letter_of};
use super::change::up;
use crate::components::{Klas, PanelPart};
use crate::i18n::catalog::certainty::{RangeWords, SureWords};
use crate::i18n::catalog::customers::Assumed;
use crate::i18n::{self, Catalog, Format};
use crate::state::derived::Outcome;
use crate::steps::sentence::Sentence;

/// How sure the class is: under other weights and figures, what its contribution could be, what is still
/// missing, and which answer would settle it.
#[component]
pub(super) fn Certainty(customer: u32) -> impl IntoView {
    let catalog = i18n::catalog();
    let screen = Screen::expect();
    let is_classified = Memo::new(move |_| {
        let outcome = screen.derived.outcome;
        outcome.with(|outcome| {
            Entry::of(outcome, customer).is_some_and(|entry| entry.found.computed.is_some())
        })
    });
    view! {
        <Show when=move || is_classified.get()>
            <PanelPart heading=catalog.customers.certainty>
                <Sure customer/>
                <RangeLine customer/>
                <Provisional customer/>
                <Settle customer/>
            </PanelPart>
        </Show>
    }
}

/// The word, and in how many weightings and runs the class stays.
#[component]
fn Sure(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().certainty, locale.format());
    let screen = Screen::expect();
    let words = Memo::new(move |_| {
        screen.derived.outcome.with(|outcome| {
            let Entry { input, found, .. } = Entry::of(outcome, customer)?;
            let (sureness, n_near, n_runs) = screen.certainty.sureness(customer, outcome)?;
            let label = sureness.label(found)?;
            let mut words = sure_words(label, found.computed?, &sureness, [n_near, n_runs]);
            words.assumed_hours =
                is_time_assumed(input).then(|| spread_of_assumed_hours(outcome, format));
            let is_shaky = label == Stability::Shaky && found.status != Status::Override;
            Some((
                (texts.sure)(&words),
                is_shaky && found.computed != Some(Class::B),
            ))
        })
    });
    let sure = move || {
        words.get().map(|(spans, is_shaky)| {
            let spans = Signal::derive(move || spans.clone());
            let together = is_shaky.then(|| view! { " " <b>{texts.decide_together}</b> });
            view! {
                <p>
                    <Sentence spans on_link=|_| ()/>
                    {together}
                </p>
            }
        })
    };
    view! {
        {sure}
        <Show when=move || words.with(Option::is_none)>
            <ReckoningLine/>
        </Show>
    }
}

fn sure_words(
    label: Stability,
    class: Class,
    sureness: &Sureness,
    [n_near, n_runs]: [usize; 2],
) -> SureWords {
    // Shares came from counts: back to them.
    let of = |share: f64, n: usize| ((share * n as f64).round() as usize, n);
    let others = Class::ALL.into_iter().zip(sureness.data);
    let others = others.filter(|(other, share)| *other != class && *share > 0.0);
    let is_mixed = others.clone().count() > 1;
    let otherwise = others.max_by(|a, b| a.1.total_cmp(&b.1));
    SureWords {
        label,
        class,
        near: of(sureness.near, n_near),
        runs: of(sureness.same_data, n_runs),
        otherwise: otherwise.map(|(class, _)| (class, is_mixed)),
        assumed_hours: None,
    }
}

/// What the contribution could be with other hours and costs.
#[component]
fn RangeLine(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().certainty, locale.format());
    let outcome = Screen::expect().derived.outcome;
    let line = Memo::new(move |_| {
        outcome.with(|outcome| {
            range_words(outcome, customer, format).map(|words| (texts.range)(&words))
        })
    });
    move || line.get().map(|line| view! { <p>{line}</p> })
}

/// Of hours and costs that are known or estimated: a guessed revenue, or purchases that are taken to be nothing,
/// may be off by more than all that.
fn range_words(outcome: &Outcome, customer: u32, format: Format) -> Option<RangeWords> {
    let input = outcome.inputs.get(customer as usize)?;
    if outcome.assumed(input).any(|part| part != Assumed::Hours) {
        return None;
    }
    let model = &outcome.project.cost_model;
    let range = range_of(
        model.rate(),
        &outcome.inputs,
        &outcome.classification,
        &model.uncertainty,
        customer as usize,
    )?;
    let (low, high) = (
        format.money_whole(range.low),
        format.money_whole(range.high),
    );
    (low != high).then(|| RangeWords {
        low,
        high,
        border: format.money_whole(up(range.border, 0)),
        verdict: range.verdict(),
        tipping: range.tipping.map(|share| format.percent(up(share, 2))),
    })
}

/// What is missing or assumed, and which classes that leaves possible.
#[component]
fn Provisional(customer: u32) -> impl IntoView {
    let catalog = i18n::catalog();
    let texts = &catalog.customers;
    let outcome = Screen::expect().derived.outcome;
    let words =
        Memo::new(move |_| outcome.with(|outcome| provisional_words(outcome, customer, catalog)));
    let marks = |classes: Vec<Class>| {
        let marks = classes.into_iter().map(|class| {
            view! { <Klas letter=Some(letter_of(class)) label=class.to_string()/> }
        });
        marks.collect_view()
    };
    move || {
        words.get().map(|(text, possible)| {
            let more = (!possible.is_empty()).then(|| {
                view! { <p class="line">{texts.still_possible} {marks(possible)}</p> }
            });
            view! {
                <p class="note">{text}</p>
                {more}
            }
        })
    }
}

fn provisional_words(
    outcome: &Outcome,
    customer: u32,
    catalog: &Catalog,
) -> Option<(String, Vec<Class>)> {
    let texts = &catalog.customers;
    let Entry { found, input, .. } = Entry::of(outcome, customer)?;
    let missing = found
        .missing
        .iter()
        .map(|criterion| format!("{} {}", (texts.criterion)(*criterion), texts.unknown));
    let is_new = found.is_new.then_some(texts.is_new);
    let assumed = outcome.assumed(input).map(texts.assumed_part);
    let why: Vec<String> = missing
        .chain(is_new.into_iter().chain(assumed).map(str::to_owned))
        .collect();
    let is_loose = found.possible.len() > 1;
    if why.is_empty() && !is_loose {
        return None;
    }
    let is_final = matches!(found.status, Status::Definite | Status::Override);
    let text = if is_final && !is_loose {
        (texts.certain_anyway)(&why)
    } else {
        (texts.provisional)(&why)
    };
    let possible = found.possible.iter().filter(|_| is_loose);
    Some((text, possible.collect()))
}

/// The question whose answer would settle the class.
#[component]
fn Settle(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().certainty, locale.format());
    let outcome = Screen::expect().derived.outcome;
    let question = Memo::new(move |_| outcome.with(|outcome| firm_of(outcome).question(customer)));
    move || {
        question.get().map(|question| {
            let (revenue, is_open) = outcome.with_untracked(|outcome| {
                let entry = Entry::of(outcome, customer);
                let revenue = entry.and_then(|entry| entry.input.revenue);
                (
                    format.money_whole(revenue.unwrap_or_default()),
                    entry.is_some_and(|entry| entry.found.possible.len() > 1),
                )
            });
            let words = (texts.ask)(question.topic, &revenue);
            view! {
                <p>{(texts.settle)(is_open)} ": " {words}</p>
                <Answers question on_answer=|_| ()/>
            }
        })
    }
}
