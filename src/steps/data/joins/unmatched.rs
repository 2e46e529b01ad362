//! Names in the hours that are no customer: waiting, or the firm's own.

use abc_core::join::Spelled;
use leptos::prelude::*;

use super::hours_text;
use crate::components::Disclosure;
use crate::i18n;
use crate::state::ProjectState;
use crate::state::actions::joins::JoinActions;

/// The list, when there is one; each name can be made a customer of its own.
#[component]
pub(super) fn Unmatched() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().joins, locale.format());
    let project = ProjectState::expect();
    let actions = JoinActions::expect();
    move || {
        let now = project.get();
        let unmatched = &now.joined.unmatched;
        if unmatched.is_empty() {
            return None;
        }
        let row = |name: &abc_core::join::Unmatched| {
            let reading = now.readings.get(name.origin.reading as usize);
            let party = reading.and_then(|r| r.parties.get(name.origin.party as usize));
            let spelled = party.map(|party| StoredValue::new(Spelled::of(party)));
            let hours = hours_text(format, name.seconds);
            let end = match (name.is_internal, spelled) {
                (false, Some(spelled)) => view! {
                    <button
                        class="say-link"
                        on:click=move |_| actions.set_own(spelled.get_value(), true)
                    >
                        {texts.own}
                    </button>
                }
                .into_any(),
                _ => view! { <span class="note">{texts.internal}</span> }.into_any(),
            };
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
    }
}
