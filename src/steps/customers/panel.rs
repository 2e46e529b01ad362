//! The explanation of one customer: why, first thing to do, scores, what would change it, the sum, how
//! certain, what surprises, the owner's verdict, the notes. Always in this order.

mod bill;
mod buying;
mod certainty;
mod change;
mod first;
mod kept_text;
mod leaving;
mod like;
mod notes;
mod scores;
mod surprise;
mod upgrade;
mod verdict;
pub(super) mod why;

use leptos::{html, prelude::*};

use super::rows::{is_near_a, marks_on};
use super::screen::{Entry, Screen, letter_of};
use crate::components::{Button, ButtonKind, IconName, Klas, Panel, PanelFirst, PanelWhy};
use crate::i18n::{self, Catalog, Format, Span};
use crate::platform::viewport;
use crate::state::derived::Outcome;
use crate::state::session::Warning;
use crate::steps::sentence::Sentence;
use abc_core::classify::{Classified, Status};
use abc_core::customers::CustomerId;
use bill::Bill;
use buying::BuyingLines;
use certainty::Certainty;
use change::Change;
use first::first_of;
use leaving::Leaving;
use like::Like;
use notes::NotesPart;
use scores::Scores;
use surprise::Surprise;
use upgrade::UpgradePart;
use verdict::Verdict;

/// The panel of the selected customer.
#[component]
pub(super) fn Explanation() -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let screen = Screen::expect();
    let selected = screen.session.selected;
    let customer = Memo::new(move |_| selected.get().map(|id| id.0));
    let heading = Memo::new(move |_| {
        let at = customer.get()?;
        let outcome = screen.derived.outcome;
        outcome.with(|outcome| Entry::of(outcome, at).map(|entry| entry.customer.name.clone()))
    });
    let side = NodeRef::<html::Div>::new();
    let on_focus_out = move |event| {
        // The browser also says this while the panel is being taken away, when its own state is gone.
        let is_inside = side
            .try_get_untracked()
            .flatten()
            .is_some_and(|side| viewport::stays_inside(&side, &event));
        if !is_inside {
            screen.is_held.try_set(false);
        }
    };
    let close = move |()| screen.close();
    view! {
        <div
            class="customers__side"
            node_ref=side
            on:focusin=move |_| screen.is_held.set(true)
            on:focusout=on_focus_out
        >
            <Panel
                heading=Signal::derive(move || heading.get().unwrap_or_default())
                close_label=texts.close_panel
                covers=screen.is_narrow
                on_close=close
                mark=move || view! { <Mark customer/> }
                tools=move || view! { <Steps customer/> }
            >
                {move || {
                    // Another customer is explained from the beginning.
                    if let Some(side) = side.get_untracked() {
                        viewport::scroll_up(&side, ".panel");
                    }
                    customer.get().map(|customer| view! { <Body customer/> })
                }}
            </Panel>
        </div>
    }
}

/// The class at the head of the panel.
#[component]
fn Mark(customer: Memo<Option<u32>>) -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let outcome = Screen::expect().derived.outcome;
    let found = Memo::new(move |_| {
        let at = customer.get()?;
        outcome.with(|outcome| {
            let found = Entry::of(outcome, at)?.found;
            Some((found.class, found.status, found.computed))
        })
    });
    let status = move || found.get().map(|(_, status, _)| status);
    let label = move || {
        let (class, status, computed) = found.get()?;
        let over = computed.filter(|_| status == Status::Override);
        Some((texts.klas)(class, status == Status::Provisional, over))
    };
    view! {
        <Klas
            letter=Signal::derive(move || found.get().and_then(|(class, _, _)| class.map(letter_of)))
            label=Signal::derive(move || label().unwrap_or_default())
            provisional=Signal::derive(move || status() == Some(Status::Provisional))
            by_hand=Signal::derive(move || status() == Some(Status::Override))
            large=true
        />
    }
}

/// To the previous and the next customer in the order of the grid.
#[component]
fn Steps(customer: Memo<Option<u32>>) -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let screen = Screen::expect();
    let neighbor = move |is_next: bool| {
        Memo::new(move |_| {
            let at = customer.get()?;
            screen.listing.with(|listing| listing.neighbor(at, is_next))
        })
    };
    let (previous, next) = (neighbor(false), neighbor(true));
    let step = move |to: Memo<Option<u32>>| {
        move |()| {
            if let Some(to) = to.get_untracked() {
                screen.session.selected.set(Some(CustomerId(to)));
            }
        }
    };
    view! {
        <Button
            kind=ButtonKind::Plain
            icon=IconName::Up
            label=texts.previous
            disabled=Signal::derive(move || previous.get().is_none())
            on_press=step(previous)
        />
        <Button
            kind=ButtonKind::Plain
            icon=IconName::Down
            label=texts.next
            disabled=Signal::derive(move || next.get().is_none())
            on_press=step(next)
        />
    }
}

#[component]
fn Body(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let outcome = Screen::expect().derived.outcome;
    let spans =
        Memo::new(move |_| outcome.with(|outcome| why::spans_of(outcome, customer, texts, format)));
    let first = Memo::new(move |_| {
        outcome.with(|outcome| first_of(outcome, customer, locale.catalog(), format))
    });
    // The sentences are about the computed class: who set another is told so first.
    let over = move || {
        let now = outcome.with(|outcome| {
            let found = Entry::of(outcome, customer)?.found;
            let is_candidate = found.is_b_plus();
            match found.status {
                Status::Override => Some((texts.klas)(found.class, false, found.computed)),
                _ if is_candidate && is_near_a(found) => Some(texts.near_a.to_owned()),
                _ if is_candidate => Some(texts.can_grow.to_owned()),
                _ => None,
            }
        });
        now.map(|words| view! { <p class="note">{words}</p> })
    };
    let first = move || {
        first.get().map(|spans| {
            let spans = Signal::derive(move || spans.clone());
            view! { <PanelFirst><p><Sentence spans on_link=|_| ()/></p></PanelFirst> }
        })
    };
    view! {
        {over}
        <PanelWhy>
            <Sentence spans on_link=|_| ()/>
        </PanelWhy>
        <Marks customer/>
        {first}
        <Scores customer/>
        <BuyingLines customer/>
        <Change customer/>
        <UpgradePart customer/>
        <Leaving customer/>
        <Bill customer/>
        <Certainty customer/>
        <Surprise customer/>
        <Verdict customer/>
        <Like customer/>
        <NotesPart customer/>
    }
}

/// The warnings that are about this customer, each with its figures.
#[component]
fn Marks(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let outcome = Screen::expect().derived.outcome;
    let words = Memo::new(move |_| {
        outcome.with(|outcome| marks_of(outcome, customer, locale.catalog(), locale.format()))
    });
    move || {
        words
            .get()
            .map(|words| view! { <p class="note">{words}</p> })
    }
}

fn marks_of(outcome: &Outcome, customer: u32, catalog: &Catalog, format: Format) -> Option<String> {
    let texts = &catalog.customers;
    let Entry { found, input, .. } = Entry::of(outcome, customer)?;
    let share = |own: Option<f64>, of: fn(&Classified) -> Option<f64>| {
        let whole: f64 = outcome.classification.customers.iter().filter_map(of).sum();
        let share = own.unwrap_or_default() / whole;
        // Of nothing there is no share, nor is there one less than nothing.
        (whole > 0.0 && share >= 0.0).then_some(share * 100.0)
    };
    let attention = || {
        let attention = share(found.attention_cost, |found| found.attention_cost)?;
        let margin = share(found.cm1, |found| found.cm1)?;
        let (attention, margin) = apart(attention, margin, |percent, places| {
            format!("{}%", format.decimals(percent, places))
        });
        Some((texts.loud_note)(&attention, Some(&margin)))
    };
    let money = || {
        let [revenue, cm2] =
            [input.revenue, found.cm2].map(|euros| format.money_whole(euros.unwrap_or_default()));
        Some((texts.big_note)(&revenue, &cm2))
    };
    let marks = marks_on(found, input, texts.warning_marks).map(|(warning, mark)| {
        let figures = match warning {
            Warning::Big => money(),
            Warning::Nice if found.flags.nicest_not_best => money(),
            Warning::Loud | Warning::Nice => attention(),
        };
        figures.map_or_else(|| mark.to_owned(), |figures| format!("{mark} ({figures})"))
    });
    let marks: Vec<String> = marks.collect();
    (!marks.is_empty()).then(|| format!("{}: {}.", texts.column_notes, marks.join("; ")))
}

/// A value and the limit it is held against, with decimals when it would look equal without.
fn apart(value: f64, limit: f64, write: impl Fn(f64, usize) -> String) -> (String, String) {
    let at = |places| (write(value, places), write(limit, places));
    let found = (0..2).map(at).find(|(value, limit)| value != limit);
    found.unwrap_or_else(|| at(2))
}

/// Sentence runs without links, for places where nothing can be pressed.
fn strong_and_plain(spans: Vec<Span>) -> Vec<AnyView> {
    spans
        .into_iter()
        .map(|span| match span {
            Span::Strong(text) => view! { <b>{text}</b> }.into_any(),
            Span::Plain(text) | Span::Link(text, _) => text.into_any(),
        })
        .collect()
}

#[cfg(test)]
mod tests;
