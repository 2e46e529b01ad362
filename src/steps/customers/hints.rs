//! What to look at first: the answers that decide a class, and the three warnings with names.

use std::sync::Arc;

use abc_core::classify::concentration::LargestNotA;
use leptos::prelude::*;

use super::assumed::soft_word;
use super::figures::{Warned, rating_hints, small_middle};
use super::questions::Questions;
use super::screen::{Entry, InTurn, Screen};
use super::shared_out::dependency_note;
use crate::components::Section;
use crate::i18n::catalog::certainty::RevenueAlone as RevenueFigures;
use crate::i18n::{self, Format, catalog::CustomersTexts};
use crate::state::Turn;
use crate::state::derived::Outcome;
use crate::state::session::{Filter, Warning};
use crate::steps::sentence::Sentence;

/// This many customers are named; the others are behind the count.
const NAMED: usize = 3;

/// Both side by side.
#[component]
pub(super) fn Hints() -> impl IntoView {
    view! {
        <div class="cols">
            <div class="w7">
                <InTurn turn=Turn::Questions>
                    <Questions/>
                </InTurn>
            </div>
            <div class="w5">
                <InTurn turn=Turn::Warnings>
                    <Warnings/>
                </InTurn>
            </div>
        </div>
    }
}

#[component]
fn Warnings() -> impl IntoView {
    let locale = i18n::locale();
    let (catalog, format) = (locale.catalog(), locale.format());
    let texts = &catalog.customers;
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Warnings);
    let notes = Memo::new(move |_| {
        outcome.with(|outcome| {
            // Its turn came first: the sums are those of this outcome.
            let middle = small_middle(&screen.sums.get_untracked())
                .map(|[a, b, c]| (texts.b_not_largest)(a, b, c));
            let depends = screen.by_revenue.with_untracked(|by_revenue| {
                dependency_note(by_revenue, outcome, &catalog.pictures, format)
            });
            let ratings = rating_hints(outcome).into_iter();
            let ratings = ratings.map(|hint| (texts.rating_hint)(hint).to_owned());
            let firm = depends.into_iter().chain(middle);
            firm.chain(ratings).collect::<Vec<_>>()
        })
    });
    let rows = Warning::ALL
        .into_iter()
        .zip(screen.warned)
        .zip(texts.warning_names)
        .map(|((warning, found), name)| view! { <WarningRow warning found name/> })
        .collect_view();
    view! {
        <Section heading=texts.warnings>
            <ul class="warned">{rows}</ul>
            <RevenueAlone/>
            {move || {
                let notes = notes.get().into_iter();
                notes.map(|note| view! { <p class="note">{note}</p> }).collect_view()
            }}
        </Section>
    }
}

/// What revenue alone would say: description only, it decides no class.
#[component]
fn RevenueAlone() -> impl IntoView {
    let texts = &i18n::catalog().certainty;
    let screen = Screen::expect();
    let spans = Memo::new(move |_| {
        let LargestNotA { n_largest, n_not_a } = screen.largest.get()?;
        let bend = screen.by_revenue.with(|found| found.bend);
        Some((texts.revenue_alone)(&RevenueFigures {
            n_largest,
            n_not_a,
            n_before_bend: bend.map(|(bend, _)| bend),
        }))
    });
    move || {
        spans.get().map(|spans| {
            let spans = Signal::derive(move || spans.clone());
            let on_link = move |target| screen.follow(target);
            view! { <p class="note"><Sentence spans on_link/></p> }
        })
    }
}

#[component]
fn WarningRow(warning: Warning, found: Memo<Arc<Warned>>, name: &'static str) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Warnings);
    let is_unsayable = Memo::new(move |_| {
        warning == Warning::Loud && !outcome.with(|outcome| outcome.is_some_time_known())
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
            names
                .map(|position| named(outcome, *position))
                .collect_view()
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
    let note = match warning {
        Warning::Big => (texts.big_note)(
            &format.money_whole(found.revenue),
            &format.money_whole(found.cm2),
        ),
        Warning::Loud => {
            // Credits of others can make their attention, or their margin, less than nothing.
            let shares = found.attention_share.zip(found.margin_share);
            let (attention, margin) = shares.filter(|(of, _)| *of >= 0.0)?;
            // Nor is there a share to name of those who leave nothing.
            let margin = (margin > 0.0).then(|| format.percent(margin));
            (texts.loud_note)(&format.percent(attention), margin.as_deref())
        }
        Warning::Nice => (texts.nice_note)(&format.money_whole(found.cm2)),
    };
    Some(match soft_word(found.grade, texts) {
        Some(word) => format!("{note} ({word})"),
        None => note,
    })
}

/// A name that opens the explanation.
pub(super) fn named(outcome: Memo<Arc<Outcome>>, position: u32) -> impl IntoView {
    let screen = Screen::expect();
    let name = move || {
        outcome
            .with(|outcome| Entry::of(outcome, position).map(|entry| entry.customer.name.clone()))
    };
    view! {
        <button class="name-link" on:click=move |_| screen.visit(position)>{name}</button>
        " "
    }
}
