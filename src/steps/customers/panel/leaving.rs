//! What really changes when a C leaves: avoidable cost instead of allocated cost, now and over the years
//! ahead, beside keeping and repair (method.md section 7). Nothing is decided here, and nothing is kept.

use abc_core::classify::explain::repair_of;
use abc_core::customers::Class;
use abc_core::parting::{
    Case, Exit, Horizon, Redeployment, Relation, Repair, breakeven_volume_loss, compare,
    value_of_hour,
};
use leptos::prelude::*;

use super::super::assumed::is_time_assumed;
use super::super::screen::{Entry, Screen};
use super::change::{fewer, is_real_rise, rise_words, shown_rise, up};
use super::strong_and_plain;
use crate::components::{Disclosure, Fact, Facts, Slide};
use crate::i18n::catalog::PartingTexts;
use crate::i18n::catalog::parting::LeavingWords;
use crate::i18n::{self, Format, Span};
use crate::state::derived::Outcome;

/// A C, and what its repair would take.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Parting {
    /// With no hours used elsewhere.
    case: Case,
    direct_cost: f64,
    /// Whether one lever alone repairs it, a price only when somebody might pay it.
    has_repair: bool,
}

/// What is said, with some of the hours used elsewhere.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    leaving: Vec<Span>,
    /// A year without the customer; `None` where no share of its hours makes a difference.
    a_year: Option<String>,
    ways: Vec<(&'static str, String)>,
    verdict: String,
    notes: Vec<String>,
}

/// Folded until somebody thinks of parting.
#[component]
pub(super) fn Leaving(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().parting, locale.format());
    let outcome = Screen::expect().derived.outcome;
    let percent = RwSignal::new(0.0_f64);
    let said = Memo::new(move |_| {
        let parting = outcome.with(|outcome| parting_of(outcome, customer))?;
        said_of(parting, percent.get() / 100.0, texts, format)
    });
    let is_said = Memo::new(move |_| said.with(Option::is_some));
    let has_hours = Memo::new(move |_| {
        said.with(|said| said.as_ref().is_some_and(|said| said.a_year.is_some()))
    });
    let slide = move || {
        has_hours.get().then(|| {
            view! {
                <Slide
                    label=texts.share
                    value=percent
                    text=Signal::derive(move || format.percent(percent.get() / 100.0))
                    step=5.0
                    on_input=Callback::new(move |value| percent.set(value))
                />
            }
        })
    };
    let figures = move || said.get().map(|said| figures_view(said, texts));
    let leaving = move || said.get().map(|said| strong_and_plain(said.leaving));
    move || {
        is_said.get().then(|| {
            view! {
                <div class="flow">
                    <Disclosure summary=texts.title>
                        <p>{leaving}</p>
                        {slide}
                        {figures}
                    </Disclosure>
                </div>
            }
        })
    }
}

fn figures_view(said: Said, texts: &'static PartingTexts) -> AnyView {
    let ways = said.ways.into_iter().map(|(name, value)| {
        view! { <Fact name>{value}</Fact> }
    });
    let ways = ways.collect_view();
    let notes = said
        .notes
        .into_iter()
        .map(|note| view! { <p class="note">{note}</p> })
        .collect_view();
    let a_year = said.a_year.map(|a_year| {
        view! {
            <Facts>
                <Fact name=texts.a_year>{a_year}</Fact>
            </Facts>
        }
    });
    view! {
        {a_year}
        <p>{(texts.years_ahead)(Horizon::default().years)}</p>
        <Facts>{ways}</Facts>
        <p><b>{said.verdict}</b></p>
        {notes}
    }
    .into_any()
}

fn parting_of(outcome: &Outcome, customer: u32) -> Option<Parting> {
    let Entry { input, found, .. } = Entry::of(outcome, customer)?;
    if is_time_assumed(input) {
        // Hours that nobody gave say nothing of what is gained without the customer.
        return None;
    }
    let (inputs, classes) = (&outcome.inputs, &outcome.classification);
    let at = customer as usize;
    let relation =
        Relation::of(inputs, classes, at).filter(|_| found.computed == Some(Class::C))?;
    let repair = repair_of(outcome.project.cost_model.rate(), inputs, classes, at)?;
    // As they are shown, so that what follows from them is of the same rise and the same hours.
    let price_rise = repair.price.filter(|rise| is_real_rise(*rise));
    let price_rise = price_rise.map(shown_rise);
    let hours_cut = repair.hours_cut.filter(|_| price_rise.is_none());
    let hours_cut = hours_cut.map(|cut| fewer(cut, relation.hours));
    let horizon = Horizon::default();
    Some(Parting {
        case: Case {
            revenue: input.revenue?,
            relation,
            redeployment: Redeployment {
                share: 0.0,
                value_per_hour: value_of_hour(inputs, classes).unwrap_or_default(),
            },
            horizon,
            repair: Repair {
                investment: 0.0,
                price_rise: price_rise.unwrap_or_default(),
                hours: relation.hours - hours_cut.unwrap_or_default(),
                retention: horizon.retention,
            },
            exit: Exit::default(),
        },
        direct_cost: input.direct_cost?,
        has_repair: price_rise.or(hours_cut).is_some(),
    })
}

fn said_of(parting: Parting, share: f64, texts: &PartingTexts, format: Format) -> Option<Said> {
    let Parting {
        case, has_repair, ..
    } = parting;
    let value_per_hour = case.redeployment.value_per_hour;
    let redeployment = Redeployment {
        share,
        value_per_hour,
    };
    let compared = compare(&Case {
        redeployment,
        ..case
    })?;
    let kept = case.relation.cm1 - case.relation.other_cost;
    let amount = format.money_whole(kept.abs());
    let leaving = match case.relation.breakeven_redeployment(value_per_hour) {
        Some(from) if from <= 0.0 => LeavingWords::PaysAtOnce(amount),
        Some(from) if from <= 1.0 => LeavingWords::FromShare {
            lost: amount,
            share: format.percent(up(from, 2)),
            value: format.money_whole(value_per_hour),
        },
        _ => LeavingWords::NeverPays(amount),
    };
    let against = |value: f64| (texts.against)(&format.money_whole(value.abs()), value >= 0.0);
    // Leaving is what they are held against.
    let [keep, repair, exit] = compared.npv;
    let ways = texts
        .ways
        .into_iter()
        .zip([keep - exit, repair - exit])
        .take(if has_repair { 2 } else { 1 })
        .map(|(way, value)| (way, against(value)))
        .collect();
    let best = (!compared.is_close).then_some(compared.best);
    // Beside keeping alone it is the share that is said above.
    let tipping = compared
        .tipping_share
        .filter(|_| has_repair)
        .map(|share| (texts.tipping)(&format.percent(up(share, 2))));
    let verdict = std::iter::once((texts.best)(best).to_owned()).chain(tipping);
    let rise = case.repair.price_rise;
    let may_lose = breakeven_volume_loss(case.revenue, parting.direct_cost, rise)
        .filter(|_| rise > 0.0)
        .map(|lost| (texts.may_lose)(&rise_words(rise, format), &format.percent(-up(-lost, 2))));
    let Horizon {
        retention,
        discount,
        ..
    } = case.horizon;
    let rests_on = (texts.rests_on)(&format.percent(retention), &format.percent(discount));
    Some(Said {
        leaving: (texts.leaving)(&leaving),
        a_year: (value_per_hour * case.relation.hours > 0.0)
            .then(|| against(case.relation.leaving_delta(redeployment))),
        ways,
        verdict: verdict.collect::<Vec<_>>().join(" "),
        notes: may_lose.into_iter().chain([rests_on]).collect(),
    })
}
