//! A name in the hours that no customer has, linked by hand to the customer that is meant.

use abc_core::customers::CustomerId;
use abc_core::join::{Spelled, Verdict, search};
use abc_core::project::Project;
use leptos::prelude::*;

use crate::components::{Choice, ChoiceGroup, Dialog, Input, InputKind};
use crate::i18n;
use crate::state::ProjectState;
use crate::state::actions::joins::JoinActions;

/// Customers that are shown of those that were found.
const SHOWN: usize = 6;

/// The name that is being linked: its spelling, and as it is written.
pub(super) type Linking = RwSignal<Option<(Spelled, String)>>;

/// The dialog; open while a name is being linked.
#[component]
pub(super) fn LinkDialog(linking: Linking) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().joins;
    let title = Signal::derive(move || {
        let name = linking.get().map(|(_, name)| name);
        (texts.link_title)(&name.unwrap_or_default())
    });
    view! {
        <Dialog
            open=Signal::derive(move || linking.with(Option::is_some))
            title
            close_label=locale.catalog().shell.close
            on_close=move |()| linking.set(None)
        >
            <Search linking/>
        </Dialog>
    }
}

#[component]
fn Search(linking: Linking) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().joins, locale.format());
    let project = ProjectState::expect();
    let actions = JoinActions::expect();
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let near = linking.get().map(|(_, name)| name).unwrap_or_default();
        search(&project.get().customers, &typed.get(), &near, SHOWN)
    });
    // The first one found, until another is chosen.
    let chosen = RwSignal::new(None::<CustomerId>);
    let choice = move |id: &CustomerId| {
        let now = project.get();
        let customer = now.customers.get(id.index())?;
        Some(Choice {
            value: *id,
            text: customer.name.clone(),
            total: customer
                .revenue
                .map(|revenue| format.money(revenue.euros())),
            note: (!customer.code.is_empty()).then(|| customer.code.clone()),
        })
    };
    let choices =
        Signal::derive(move || found.with(|found| found.iter().filter_map(choice).collect()));
    let value = Signal::derive(move || {
        let first = found.with(|found| found.first().copied());
        chosen.get().or(first)
    });
    let link = move || {
        let now = project.get_untracked();
        let customer = value.get_untracked().and_then(|id| spelled_of(&now, id));
        if let (Some((left, _)), Some(right)) = (linking.get_untracked(), customer) {
            linking.set(None);
            actions.decide(left, right, Verdict::Same);
        }
    };
    view! {
        <form class="dialog__body" on:submit=move |event| {
            event.prevent_default();
            link();
        }>
            <Input
                label=texts.find_customer
                kind=InputKind::Search
                value=typed
                on_input=move |text| {
                    chosen.set(None);
                    typed.set(text);
                }
            />
            <ChoiceGroup
                label=texts.find_customer
                choices
                value
                on_change=move |id| chosen.set(Some(id))
            />
            <Show when=move || found.with(Vec::is_empty)>
                <p class="note" role="status">{texts.none_found}</p>
            </Show>
            <p class="line">
                <button class="button button--main" disabled=move || value.get().is_none()>
                    {texts.link}
                </button>
            </p>
        </form>
    }
}

/// The spelling of the party that a customer got its name from.
fn spelled_of(project: &Project, id: CustomerId) -> Option<Spelled> {
    let origin = project.joined.origins.of(id.index()).first()?;
    let reading = project.readings.get(origin.reading as usize)?;
    reading.parties.get(origin.party as usize).map(Spelled::of)
}
