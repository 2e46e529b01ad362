//! What is agreed to make an A of a B: the step, who takes it, and by when.

use abc_core::customers::CustomerId;
use abc_core::date::date_from_iso;
use abc_core::project::Upgrade;
use leptos::prelude::*;

use super::super::screen::{Entry, Screen};
use super::kept_text::KeptText;
use super::why::nearest_gap;
use crate::components::{Input, InputKind, PanelPart};
use crate::i18n;
use crate::platform::page;
use crate::state::actions::customers::edit_upgrade;

/// Asked of a B that may become A, and shown as long as something was agreed.
#[component]
pub(super) fn UpgradePart(customer: u32) -> impl IntoView {
    let texts = &i18n::catalog().upgrade;
    let screen = Screen::expect();
    let (outcome, project) = (screen.derived.outcome, screen.project);
    let id = CustomerId(customer);
    let agreed = Memo::new(move |_| project.get().upgrades.get(&id).cloned());
    let is_candidate = Memo::new(move |_| {
        outcome.with(|outcome| {
            Entry::of(outcome, customer).is_some_and(|entry| entry.found.is_b_plus())
        })
    });
    let is_shown = Memo::new(move |_| is_candidate.get() || agreed.with(Option::is_some));
    let example = Memo::new(move |_| {
        let nearest = outcome.with(|outcome| {
            let found = Entry::of(outcome, customer)?.found;
            nearest_gap(outcome, customer as usize, found)
        });
        (texts.example)(nearest.map(|gap| gap.criterion)).to_owned()
    });
    let text_of = move |part: fn(&Upgrade) -> &String| {
        Memo::new(move |_| {
            agreed.with(|agreed| {
                agreed
                    .as_ref()
                    .map(|step| part(step).clone())
                    .unwrap_or_default()
            })
        })
    };
    let (step, who) = (text_of(|step| &step.step), text_of(|step| &step.who));
    let keep_step = move |text: String| edit_upgrade(project, id, |step| step.step = text);
    let keep_who = move |text: String| edit_upgrade(project, id, |step| step.who = text);
    let is_late = move || {
        agreed.with(|agreed| {
            agreed
                .as_ref()
                .is_some_and(|step| step.is_late(page::today()))
        })
    };
    view! {
        <Show when=move || is_shown.get()>
            <PanelPart heading=texts.title>
                <KeptText
                    label=texts.step
                    rows=2
                    placeholder=example
                    kept=step
                    keep=keep_step
                    too_long=|text| too_long(text, Upgrade::MAX_STEP_CHARS)
                />
                <div class="upgrade__who">
                    <KeptText
                        label=texts.who
                        kept=who
                        keep=keep_who
                        too_long=|text| too_long(text, Upgrade::MAX_WHO_CHARS)
                    />
                    <Day id/>
                </div>
                {move || is_late().then(|| view! { <p class="note">{texts.late}</p> })}
            </PanelPart>
        </Show>
    }
}

/// The day by which the step is taken.
#[component]
fn Day(id: CustomerId) -> impl IntoView {
    let texts = &i18n::catalog().upgrade;
    let project = Screen::expect().project;
    let value = Memo::new(move |_| {
        let project = project.get();
        let by = project.upgrades.get(&id).and_then(|step| step.by);
        by.map_or_else(String::new, |day| day.to_string())
    });
    let is_wrong = RwSignal::new(false);
    let on_change = move |typed: String| {
        let day = date_from_iso(typed.trim());
        is_wrong.set(day.is_none() && !typed.trim().is_empty());
        if !is_wrong.get_untracked() {
            edit_upgrade(project, id, |step| step.by = day);
        }
    };
    let error = Signal::derive(move || is_wrong.get().then(|| texts.wrong_day.to_owned()));
    view! { <Input label=texts.by kind=InputKind::Date value on_change error/> }
}

fn too_long(text: &str, most: usize) -> Option<String> {
    let n = text.chars().count();
    (n > most).then(|| (i18n::catalog().upgrade.too_long)(n, most))
}
