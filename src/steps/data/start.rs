//! Start: the one next step, other ways in, and what comes back.

use leptos::prelude::*;

use super::letter_dialog::LetterLink;
use super::proof::Proof;
use super::you_get::YouGet;
use super::{Notices, open_all};
use crate::components::{FileDrop, Opening};
use crate::i18n;
use crate::state::actions::data::DataActions;
use crate::state::actions::keep;
use crate::state::{ProjectState, SessionState};

/// The empty state of Data.
#[component]
pub(super) fn Start() -> impl IntoView {
    let texts = &i18n::catalog().data;
    let actions = DataActions::expect();
    let kinds = texts.kinds;
    view! {
        <div class="cols">
            <div class="w7 section">
                <Opening>{texts.start_say}</Opening>
                <p class="opening__more">{texts.start_more}</p>
                <Notices/>
                <FileDrop
                    pick=texts.choose_files
                    multiple=true
                    on_files=open_all(actions)
                    beside=move || texts.or_paste
                    below=move || view! { <p class="note">{kinds}</p> }
                >
                    <p class="lead drop__mouse">{texts.drop_here}</p>
                </FileDrop>
                <Proof/>
                <LetterLink/>
            </div>
            <div class="w5 section">
                <OtherWays/>
                <YouGet/>
            </div>
        </div>
    }
}

#[component]
fn OtherWays() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, names) = (&locale.catalog().data, &locale.catalog().names);
    let project = ProjectState::expect();
    let session = SessionState::expect();
    let actions = DataActions::expect();
    let picker = NodeRef::<leptos::html::Input>::new();
    let on_pick = move |_| {
        let files = picker.get_untracked().and_then(|input| input.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            keep::open_copy(project, session, file);
        }
        if let Some(input) = picker.get_untracked() {
            // The same file can be picked again.
            input.set_value("");
        }
    };
    view! {
        <h2 class="section__head">{texts.other_ways}</h2>
        <div class="ways">
            <div class="ways__to">
                <button on:click=move |_| actions.open_sample(locale)>{texts.see_sample}</button>
                <span>{texts.sample_is}</span>
            </div>
            <div class="ways__to">
                <button on:click=move |_| session.is_names_open.set(true)>{names.title}</button>
                <span>{names.what_it_is}</span>
            </div>
            <div class="ways__to">
                <button on:click=move |_| session.is_paste_open.set(true)>{texts.paste_list}</button>
                <span>{texts.paste_is}</span>
            </div>
            <div class="ways__to">
                <button on:click=move |_| {
                    if let Some(input) = picker.get_untracked() {
                        input.click();
                    }
                }>{texts.open_copy}</button>
                <span>{texts.copy_is}</span>
            </div>
        </div>
        <input
            type="file"
            hidden
            accept=".kernklant,.json"
            aria-label=texts.open_copy
            node_ref=picker
            on:change=on_pick
        />
    }
}
