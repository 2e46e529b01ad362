//! The box to paste rows into; Ctrl+V anywhere on the page opens it filled.

use leptos::ev;
use leptos::prelude::*;

use crate::components::{Dialog, TextArea};
use crate::i18n;
use crate::platform::typing::is_typing;
use crate::state::SessionState;
use crate::state::actions::data::DataActions;

/// The paste box.
#[component]
pub(super) fn PasteDialog() -> impl IntoView {
    let texts = &i18n::catalog().data;
    let shell = &i18n::catalog().shell;
    let session = SessionState::expect();
    let actions = DataActions::expect();
    let text = session.pasted;
    let close = move || session.is_paste_open.set(false);
    let read = move |_| {
        close();
        actions.paste(text.get_untracked());
    };
    // A paste outside any field is a list of customers.
    let handle = window_event_listener(ev::paste, move |event| {
        if is_typing(&event) {
            return;
        }
        let pasted = event
            .clipboard_data()
            .and_then(|data| data.get_data("text/plain").ok());
        if let Some(pasted) = pasted.filter(|pasted| !pasted.trim().is_empty()) {
            event.prevent_default();
            actions.paste(pasted);
        }
    });
    on_cleanup(move || handle.remove());
    view! {
        <Dialog
            open=session.is_paste_open
            title=texts.paste_title
            close_label=shell.close
            on_close=move |()| close()
        >
            <TextArea
                label=texts.paste_label
                value=text
                rows=12
                autofocus=true
                hint=Signal::stored(texts.paste_hint.to_owned())
                on_input=move |typed| text.set(typed)
            />
            <p class="line">
                <button
                    class="button button--main"
                    disabled=move || text.with(|text| text.trim().is_empty())
                    on:click=read
                >
                    {texts.paste_read}
                </button>
            </p>
        </Dialog>
    }
}
