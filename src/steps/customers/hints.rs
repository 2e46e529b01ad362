//! What to look at first: the three warnings with names, and who may still change class.

use abc_core::classify::Criterion;
use abc_core::classify::summary::summary;
use abc_core::customers::{Class, CustomerId};
use leptos::prelude::*;

use super::assumed::is_some_time_known;
use super::figures::{Warned, rating_hints, small_middle, warned};
use super::grid::RatingOf;
use super::rows::is_open;
use super::screen::{Entry, Screen};
use crate::components::Section;
use crate::i18n::{self, Format, catalog::CustomersTexts};
use crate::state::derived::Outcome;
use crate::state::session::{Filter, Warning};

/// This many customers are named; the others are behind the count.
const NAMED: usize = 3;

/// Both lists side by side.
#[component]
pub(super) fn Hints() -> impl IntoView {
    view! {
        <div class="cols">
            <div class="w7"><Warnings/></div>
            <div class="w5"><StillOpen/></div>
        </div>
    }
}

#[component]
fn Warnings() -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let screen = Screen::expect();
    let outcome = screen.derived.outcome;
    let notes = Memo::new(move |_| {
        outcome.with(|outcome| {
            let sums = summary(&outcome.inputs, &outcome.classification);
            let middle = small_middle(&sums).map(|[a, b, c]| (texts.b_not_largest)(a, b, c));
            let ratings = rating_hints(outcome).into_iter();
            let ratings = ratings.map(|hint| (texts.rating_hint)(hint).to_owned());
            middle.into_iter().chain(ratings).collect::<Vec<_>>()
        })
    });
    let rows = Warning::ALL
        .into_iter()
        .zip(texts.warning_names)
        .map(|(warning, name)| view! { <WarningRow warning name/> })
        .collect_view();
    view! {
        <Section heading=texts.warnings>
            <ul class="warned">{rows}</ul>
            {move || {
                let notes = notes.get().into_iter();
                notes.map(|note| view! { <p class="note">{note}</p> }).collect_view()
            }}
        </Section>
    }
}

#[component]
fn WarningRow(warning: Warning, name: &'static str) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let screen = Screen::expect();
    let outcome = screen.derived.outcome;
    let found = Memo::new(move |_| outcome.with(|outcome| warned(warning, outcome)));
    let is_unsayable = Memo::new(move |_| {
        warning == Warning::Loud && !outcome.with(|outcome| is_some_time_known(outcome))
    });
    let note = move || {
        if is_unsayable.get() {
            Some(texts.loud_unknown.to_owned())
        } else {
            found.with(|found| note_of(warning, found, texts, format))
        }
    };
    let names = move || {
        found.with(|found| {
            let names = found.customers.iter().take(NAMED);
            names.map(|position| named(*position)).collect_view()
        })
    };
    let more = move || {
        let n = found
            .with(|found| found.customers.len())
            .saturating_sub(NAMED);
        (n > 0).then(|| (texts.and_more)(n))
    };
    let count = move || match found.with(|found| found.customers.len()) {
        0 if is_unsayable.get() => ().into_any(),
        0 => view! { <span class="note">{texts.nobody}</span> }.into_any(),
        n => view! {
            <button class="say-link" on:click=move |_| screen.show(Filter::Warned(warning))>
                {(texts.n_customers)(n)}
            </button>
        }
        .into_any(),
    };
    view! {
        <li class="warned__row">
            <span class="warned__what">
                <b>{name}</b>
                <span class="note">{note}</span>
                <span class="warned__names">{names} <span class="note">{more}</span></span>
            </span>
            <span class="num">{count}</span>
        </li>
    }
}

fn note_of(
    warning: Warning,
    found: &Warned,
    texts: &CustomersTexts,
    format: Format,
) -> Option<String> {
    if found.customers.is_empty() {
        return None;
    }
    match warning {
        Warning::Big => Some((texts.big_note)(
            &format.money(found.revenue),
            &format.money(found.cm2),
        )),
        Warning::Loud => {
            // Credits of others can make their attention, or their margin, less than nothing.
            let shares = found.attention_share.zip(found.margin_share);
            let (attention, margin) = shares.filter(|(of, _)| *of >= 0.0)?;
            Some((texts.loud_note)(
                &format.percent(attention),
                &format.percent(margin),
            ))
        }
        Warning::Nice => Some((texts.nice_note)(&format.money(found.cm2))),
    }
}

/// A name that opens the explanation.
fn named(position: u32) -> impl IntoView {
    let screen = Screen::expect();
    let name = move || {
        screen
            .derived
            .outcome
            .with(|outcome| Entry::of(outcome, position).map(|entry| entry.customer.name.clone()))
    };
    view! {
        <button class="name-link" on:click=move |_| screen.visit(position)>{name}</button>
        " "
    }
}

/// One customer of which an answer may change the class.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Open {
    position: u32,
    possible: Vec<Class>,
    asks: Vec<Criterion>,
}

/// Who may still change, largest revenue first, and how many they are.
fn open_customers(outcome: &Outcome) -> (usize, Vec<Open>) {
    let mut open: Vec<(u32, f64)> = (0..)
        .zip(outcome.classification.customers.iter().zip(&outcome.inputs))
        .filter(|(_, (found, _))| is_open(found))
        .map(|(position, (_, input))| (position, input.revenue.unwrap_or_default()))
        .collect();
    open.sort_by(|a, b| b.1.total_cmp(&a.1));
    let first = open.iter().take(NAMED).filter_map(|(position, _)| {
        let found = Entry::of(outcome, *position)?.found;
        Some(Open {
            position: *position,
            possible: found.possible.iter().collect(),
            asks: found
                .missing
                .iter()
                .copied()
                .filter(|criterion| {
                    matches!(criterion, Criterion::Potential | Criterion::Relationship)
                })
                .collect(),
        })
    });
    (open.len(), first.collect())
}

#[component]
fn StillOpen() -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let screen = Screen::expect();
    let open = Memo::new(move |_| {
        screen
            .derived
            .outcome
            .with(|outcome| open_customers(outcome))
    });
    let heading = Signal::derive(move || match open.with(|(n, _)| *n) {
        0 => texts.open_none.to_owned(),
        n => (texts.open_title)(n),
    });
    let all = move || {
        let is_more = move || open.with(|(n, _)| *n > NAMED);
        view! {
            <Show when=is_more>
                <button class="say-link" on:click=move |_| screen.show(Filter::Open)>
                    {texts.show_all}
                </button>
            </Show>
        }
    };
    view! {
        <Section heading end=all>
            <ul class="warned">
                <For
                    each=move || open.get().1
                    key=Open::clone
                    children=|open| view! { <OpenRow open/> }
                />
            </ul>
        </Section>
    }
}

#[component]
fn OpenRow(open: Open) -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let screen = Screen::expect();
    let position = open.position;
    let entry = screen.derived.outcome;
    let name = Signal::derive(move || {
        entry.with(|outcome| {
            Entry::of(outcome, position)
                .map(|entry| entry.customer.name.clone())
                .unwrap_or_default()
        })
    });
    let asks = open
        .asks
        .into_iter()
        .map(|criterion| {
            view! {
                <span class="line">
                    <span class="note">{(texts.criterion)(criterion)}</span>
                    <RatingOf
                        customer=CustomerId(position).0
                        criterion
                        name
                        value=Signal::derive(|| None)
                    />
                </span>
            }
        })
        .collect_view();
    view! {
        <li class="warned__row">
            <span class="warned__what">
                <span>{named(position)}</span>
                <span class="note">{(texts.open_which)(&(texts.possible)(&open.possible))}</span>
            </span>
            <span class="line">{asks}</span>
        </li>
    }
}
