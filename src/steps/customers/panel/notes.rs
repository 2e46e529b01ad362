//! What the owner notes about a customer: the mark and the text, which can be personal data, what that
//! means, and one press that wipes it.

use abc_core::customers::CustomerId;
use abc_core::project::Notes;
use leptos::prelude::*;

use super::super::screen::Screen;
use super::kept_text::KeptText;
use crate::components::{Button, Checkbox, PanelPart};
use crate::i18n;
use crate::state::ProjectState;
use crate::state::actions::customers::{mark_never_satisfied, wipe_notes, write_note};

/// The mark, the text, and how to wipe them.
#[component]
pub(super) fn NotesPart(customer: u32) -> impl IntoView {
    let catalog = i18n::catalog();
    let (texts, words) = (&catalog.notes, &catalog.customers);
    let project = Screen::expect().project;
    let id = CustomerId(customer);
    let is_marked = Memo::new(move |_| {
        let project = project.get();
        project
            .ratings
            .get(&id)
            .is_some_and(|own| own.never_satisfied)
    });
    let is_noted = Memo::new(move |_| project.get().notes.contains_key(&id));
    let wipe = move |()| wipe_notes(project, id);
    view! {
        <PanelPart heading=texts.title>
            <Text id project/>
            <Checkbox
                label=words.never_satisfied
                checked=is_marked
                on_change=move |is_so| mark_never_satisfied(project, id, is_so)
            />
            <p class="note">{texts.privacy}</p>
            <Show when=move || is_noted.get() || is_marked.get()>
                <p class="line">
                    <Button on_press=wipe>{texts.wipe}</Button>
                    <span class="note">{texts.wipe_takes}</span>
                </p>
            </Show>
        </PanelPart>
    }
    .into_any()
}

/// The text.
#[component]
fn Text(id: CustomerId, project: ProjectState) -> impl IntoView {
    let texts = &i18n::catalog().notes;
    let kept = Memo::new(move |_| {
        let project = project.get();
        let notes = project.notes.get(&id);
        notes.map(|notes| notes.text.clone()).unwrap_or_default()
    });
    let keep = move |text: String| write_note(project, id, &text);
    let too_long = |text: &str| {
        let texts = &i18n::catalog().notes;
        (!Notes::fits(text)).then(|| (texts.too_long)(text.chars().count(), Notes::MAX_CHARS))
    };
    view! { <KeptText label=texts.label label_hidden=true rows=3 kept keep too_long/> }
}
