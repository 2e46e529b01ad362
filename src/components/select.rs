//! One out of a list, with label and error.

use leptos::prelude::*;

use super::field::{Field, FieldState};

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// What `on_change` hands back.
    pub value: String,
    /// What the user reads.
    pub text: String,
}

/// A labelled list.
#[component]
pub fn Select(
    /// The name of the list.
    #[prop(into)]
    label: Signal<String>,
    /// The lines, in order.
    #[prop(into)]
    options: Signal<Vec<SelectOption>>,
    /// The value of the chosen line.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value of the line that was chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// What the choice means, below the list.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether it can be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Keep the label for assistive technology only.
    #[prop(optional)]
    label_hidden: bool,
) -> impl IntoView {
    let state = FieldState::new(Signal::stored(None));
    // `selected` on the line as well as the value of the list: the value alone is lost when the
    // lines are rendered after it, as they are when the options change with the language.
    let lines = move || {
        let line = |option: SelectOption| {
            let own = option.value.clone();
            view! {
                <option value=option.value selected=move || value.with(|value| *value == own)>
                    {option.text}
                </option>
            }
        };
        options.get().into_iter().map(line).collect_view()
    };
    view! {
        <Field state label label_hidden hint>
            <select
                class="input"
                disabled=move || disabled.get()
                aria-invalid=move || state.invalid()
                aria-describedby=state.note_id()
                prop:value=move || value.get()
                on:change:target=move |event| on_change.run(event.target().value())
            >
                {lines}
            </select>
        </Field>
    }
}
