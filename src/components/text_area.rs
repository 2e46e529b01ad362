//! Several lines of text, with label and error.

use leptos::prelude::*;

use super::field::{Field, FieldState};

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
    /// Called when the user leaves the area after changing it.
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
) -> impl IntoView {
    let state = FieldState::new(error);
    view! {
        <Field state label label_hidden hint>
            <textarea
                class="input input--area"
                rows=rows
                placeholder=move || placeholder.map(|text| text.get())
                aria-invalid=move || state.invalid()
                aria-describedby=state.note_id()
                prop:value=move || value.get()
                on:input:target=move |event| {
                    if let Some(on_input) = on_input {
                        on_input.run(event.target().value());
                    }
                }
                on:change:target=move |event| {
                    if let Some(on_change) = on_change {
                        // A field that is taken away while it has the focus still says that it was left,
                        // when nobody listens any more.
                        on_change.try_run(event.target().value());
                    }
                }
            ></textarea>
        </Field>
    }
}
