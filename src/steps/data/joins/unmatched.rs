//! Names in the hours that are no customer: waiting, or the firm's own.

use std::sync::Arc;

use abc_core::join::Spelled;
use abc_core::project::Project;
use leptos::prelude::*;

use super::hours_text;
use super::link_dialog::{LinkDialog, Linking};
use crate::components::Disclosure;
use crate::i18n;
use crate::state::actions::joins::JoinActions;

/// The list, when there is one; each name can be linked to a customer, or made one of its own.
#[component]
pub(super) fn Unmatched(as_joined: Memo<Arc<Project>>) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().joins, locale.format());
    let actions = JoinActions::expect();
    let linking: Linking = RwSignal::new(None);
    let list = move || {
        let now = as_joined.get();
        let unmatched = &now.joined.unmatched;
        if unmatched.is_empty() {
            return None;
        }
        let row = |name: &abc_core::join::Unmatched| {
            let reading = now.readings.get(name.origin.reading as usize);
            let party = reading.and_then(|r| r.parties.get(name.origin.party as usize));
            let spelled = party.map(|party| StoredValue::new(Spelled::of(party)));
            let hours = hours_text(format, name.seconds);
            let written = name.name.clone();
            let is_internal = name.is_internal;
            let end = spelled.map(|spelled| {
                view! {
                    <span class="line">
                        {is_internal
                            .then(|| view! { <span class="note">{texts.internal}</span> })}
                        <button
                            class="say-link"
                            aria-label=(texts.link_of)(&written)
                            on:click=move |_| {
                                linking.set(Some((spelled.get_value(), written.clone())));
                            }
                        >
                            {texts.link_to}
                        </button>
                        {(!is_internal)
                            .then(|| {
                                view! {
                                    <button
                                        class="say-link"
                                        on:click=move |_| actions.set_own(spelled.get_value(), true)
                                    >
                                        {texts.own}
                                    </button>
                                }
                            })}
                    </span>
                }
            });
            view! {
                <tr>
                    <th scope="row">{name.name.clone()}</th>
                    <td class="num">{(texts.hours)(&hours)}</td>
                    <td>{end}</td>
                </tr>
            }
        };
        let summary = (texts.unmatched)(unmatched.len());
        let rows = unmatched.iter().map(row).collect_view();
        Some(view! {
            <Disclosure summary=summary.clone()>
                <div class="scroll file__rows" tabindex="0" role="region" aria-label=summary>
                    <table class="plain">
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </Disclosure>
        })
    };
    view! {
        {list}
        <LinkDialog linking/>
    }
}
