//! Several lines of text, with label and error.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::field::{Field, FieldState};

/// How long nobody types before the text counts as changed: a page that is closed halfway loses no more.
const PAUSE: Duration = Duration::from_secs(1);

/// A labelled text area.
#[component]
pub fn TextArea(
    /// The name of the area.
    #[prop(into)]
    label: Signal<String>,
    /// The text in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called at every keystroke.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Called when the user leaves the area after changing it, or pauses while typing.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// How many lines are shown.
    #[prop(default = 4)]
    rows: u32,
    /// What is wrong with it and what to do, below the area.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What to type, below the area.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// An example, inside the empty area.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
    /// Keep the label for assistive technology only.
    #[prop(optional)]
    label_hidden: bool,
    /// Whether it has the focus when its dialog opens.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let state = FieldState::new(error);
    // What is typed, and the text that it stands in for. As long as somebody is at it, a text that is kept in
    // another form (without white space around it) must not take its place; after that only a refused one stays.
    let typed = RwSignal::new(None::<(String, String)>);
    let has_focus = RwSignal::new(false);
    let shown = move || {
        let now = value.get();
        let stays = |(before, _): &(String, String)| has_focus.get() || *before == now;
        let typed = typed.get().filter(stays);
        typed.map_or(now, |(_, text)| text)
    };
    let pause = StoredValue::new(None::<TimeoutHandle>);
    let end_pause = move || {
        let waiting = pause.try_update_value(Option::take).flatten();
        if let Some(waiting) = waiting {
            waiting.clear();
        }
    };
    on_cleanup(end_pause);
    let change = move |text: String| {
        end_pause();
        if let Some(on_change) = on_change {
            // A field that is taken away while it has the focus still says that it was left, when nobody
            // listens any more.
            on_change.try_run(text);
        }
    };
    let input = move |text: String| {
        end_pause();
        if let Some(on_input) = on_input {
            on_input.run(text.clone());
        }
        if on_change.is_some() {
            typed.set(Some((value.get_untracked(), text.clone())));
            let after = move || change(text.clone());
            pause.set_value(set_timeout_with_handle(after, PAUSE).ok());
        }
    };
    view! {
        <Field state label label_hidden hint>
            <textarea
                class="input input--area"
                autofocus=autofocus
                rows=rows
                placeholder=move || placeholder.map(|text| text.get())
                aria-invalid=move || state.invalid()
                aria-describedby=state.note_id()
                prop:value=shown
                on:input:target=move |event| input(event.target().value())
                on:focus=move |_| has_focus.set(true)
                on:change:target=move |event| change(event.target().value())
                on:blur:target=move |event| {
                    has_focus.try_set(false);
                    if typed.try_get_untracked().flatten().is_some() {
                        // Also where the browser sees no change: back to what was there when it was focused.
                        change(event.target().value());
                    }
                    // A text that was refused stays, with what is wrong with it.
                    if error.try_get_untracked().is_some_and(|error| error.is_none()) {
                        typed.try_set(None);
                    }
                }
            ></textarea>
        </Field>
    }
}
