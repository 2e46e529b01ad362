//! What an hour costs, from the people there are.

use leptos::prelude::*;

use super::field::SettingField;
use crate::components::Disclosure;
use crate::i18n;
use crate::i18n::catalog::costs::{CapacitySaid, Setting};
use crate::state::ProjectState;
use crate::state::actions::costs::set_cost_model;
use crate::steps::sentence::Sentence;

/// The calculator: people, their cost and their hours, and what an hour then costs.
#[component]
pub(super) fn People() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().costs, locale.format());
    let project = ProjectState::expect();
    let capacity = Memo::new(move |_| project.get().cost_model.capacity);
    let spans = Memo::new(move |_| {
        let capacity = capacity.get();
        let hours = capacity.hours().filter(|hours| *hours > 0.0);
        let hours = hours.map(|hours| format.short(hours, 0));
        (texts.capacity_said)(&match (hours, capacity.rate()) {
            (None, _) => CapacitySaid::NoHours,
            (Some(hours), None) => CapacitySaid::Hours(hours),
            (Some(hours), Some(rate)) => CapacitySaid::Rate(hours, format.money(rate)),
        })
    });
    // A typed rate stays until the user wants the calculated one.
    let use_rate = move || {
        let rate = capacity.get().rate();
        let is_typed = project.get().cost_model.hourly_cost.is_some();
        rate.filter(|_| is_typed).map(|rate| {
            let on_click = move |_| set_cost_model(project, |model| model.hourly_cost = None);
            view! {
                <p>
                    <button class="button" on:click=on_click>
                        {(texts.use_rate)(&format.money(rate))}
                    </button>
                </p>
            }
        })
    };
    let fields = [
        Setting::Fte,
        Setting::YearlyCost,
        Setting::HoursPerWeek,
        Setting::Weeks,
        Setting::PracticalPercent,
    ]
    .map(|setting| view! { <SettingField setting/> });
    view! {
        <Disclosure summary=texts.capacity>
            <div class="costs__few">{fields.into_iter().collect_view()}</div>
            <p aria-live="polite"><Sentence spans on_link=|_| ()/></p>
            {use_rate}
        </Disclosure>
    }
}
