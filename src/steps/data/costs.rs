//! The cost model: how costs are known, the numbers they follow from, what that gives beside the hours and
//! the books there are, and the quick questions per customer.

mod estimates;
mod field;
mod fit;
mod ledger;
mod people;
mod rates;
mod setting;

use abc_core::costs::{TimeEquation, Uncertainty, costs_known};
use abc_core::customers::{Attention, Grade};
use leptos::prelude::*;

use crate::components::{Checkbox, Disclosure, Section};
use crate::i18n::catalog::costs::Setting;
use crate::i18n::{self, plain};
use crate::state::actions::costs::set_cost_model;
use crate::state::{Derived, ProjectState};
use crate::steps::sentence::Sentence;
use estimates::Estimates;
use field::SettingField;
use fit::HoursThatFit;
use ledger::BesideTheBooks;
use people::People;
use rates::PersonRates;

/// Everything about costs.
#[component]
pub(super) fn Costs() -> impl IntoView {
    let texts = &i18n::catalog().costs;
    let project = ProjectState::expect();
    let has_hours = Memo::new(move |_| !project.get().cost_model.persons.is_empty());
    view! {
        <Section heading=texts.title>
            <Known/>
            <div class="cols costs" id="costs" tabindex="-1">
                <div class="w5 section">
                    <SettingField setting=Setting::HourlyCost/>
                    <People/>
                    <PersonRates/>
                    <SettingField setting=Setting::PurchasesPercent/>
                    <SettingField setting=Setting::Months/>
                    <Show when=move || has_hours.get()>
                        <SettingField setting=Setting::HoursMonths/>
                    </Show>
                    <Equation/>
                    <Spreads/>
                </div>
                <div class="w7 section">
                    <HoursThatFit/>
                    <BesideTheBooks/>
                </div>
            </div>
            <Estimates/>
        </Section>
    }
    .into_any()
}

/// How hours and direct cost are known, weighed by revenue.
#[component]
fn Known() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().costs, locale.format());
    let outcome = Derived::expect().outcome;
    let spans = Memo::new(move |_| {
        let known = outcome.with(|outcome| costs_known(&outcome.inputs));
        known.map_or_else(Vec::new, |known| {
            let sentence = i18n::describe::known_sentence;
            let mut spans = sentence(&texts.hours_known, &known.hours, format);
            spans.push(plain(". "));
            spans.extend(sentence(&texts.direct_known, &known.direct_cost, format));
            spans.push(plain("."));
            spans
        })
    });
    view! { <p><Sentence spans on_link=|_| ()/></p> }
}

/// How far figures may be off, per way in which they are known: what certainty is reckoned with.
#[component]
fn Spreads() -> impl IntoView {
    let texts = &i18n::catalog().costs;
    let project = ProjectState::expect();
    let ours = Uncertainty::default();
    let is_ours = Memo::new(move |_| project.get().cost_model.uncertainty == ours);
    let grades = [Grade::Recorded, Grade::Estimated, Grade::Assumed];
    let settings = grades
        .map(Setting::HoursSpread)
        .into_iter()
        .chain(grades.map(Setting::DirectCostSpread))
        .chain([Setting::GuessSpread]);
    let fields = settings
        .map(|setting| view! { <SettingField setting/> })
        .collect_view();
    view! {
        <Disclosure summary=texts.spreads>
            <p class="note">{texts.spreads_hint}</p>
            <div class="costs__few">{fields}</div>
            <Show when=move || !is_ours.get()>
                <p>
                    <button class="button" on:click=move |_| {
                        set_cost_model(project, |model| model.uncertainty = ours);
                    }>{texts.ours_again}</button>
                </p>
            </Show>
        </Disclosure>
    }
}

/// How hours are estimated, and what late payment costs: folded away, since our numbers do for most.
#[component]
fn Equation() -> impl IntoView {
    let texts = &i18n::catalog().costs;
    let project = ProjectState::expect();
    let fills = Signal::derive(move || project.get().cost_model.fills_hours);
    let is_ours = Memo::new(move |_| project.get().cost_model.time == TimeEquation::default());
    let settings = [
        Setting::Base(Attention::Low),
        Setting::Base(Attention::Normal),
        Setting::Base(Attention::High),
        Setting::Base(Attention::Extreme),
        Setting::PerOrder,
        Setting::PerVisit,
        Setting::PerComplaint,
        Setting::LatePercent,
    ];
    let fields = settings
        .map(|setting| view! { <SettingField setting/> })
        .into_iter()
        .collect_view();
    view! {
        <Disclosure summary=texts.equation>
            <p class="note">{texts.equation_hint}</p>
            <div class="costs__few">{fields}</div>
            <Checkbox
                label=texts.fills_hours
                checked=fills
                on_change=move |fills| {
                    set_cost_model(project, |model| model.fills_hours = fills);
                }
            />
            <Show when=move || !is_ours.get()>
                <p>
                    <button class="button" on:click=move |_| {
                        set_cost_model(project, |model| model.time = TimeEquation::default());
                    }>{texts.ours_again}</button>
                </p>
            </Show>
        </Disclosure>
    }
}
