//! Label above, control, hint and error below: the frame that input, select and text area share.

use leptos::prelude::*;

use super::own_name::own_name;

/// What a control inside the frame needs to know to say that it is wrong.
#[derive(Clone, Copy)]
pub(super) struct FieldState {
    error: Signal<Option<String>>,
    note: StoredValue<String>,
}

impl FieldState {
    pub(super) fn new(error: Signal<Option<String>>) -> Self {
        Self {
            error,
            note: StoredValue::new(own_name("field-note")),
        }
    }

    /// For `aria-invalid`.
    pub(super) fn invalid(self) -> Option<&'static str> {
        self.error.with(Option::is_some).then_some("true")
    }

    /// For `aria-describedby`.
    pub(super) fn note_id(self) -> String {
        self.note.get_value()
    }
}

/// The frame.
#[component]
pub(super) fn Field(
    state: FieldState,
    /// The name of the control, above it.
    label: Signal<String>,
    /// Only for assistive technology, where the place already says what it is.
    label_hidden: bool,
    /// What to type, or in which unit; gives way to the error.
    hint: Option<Signal<String>>,
    children: Children,
) -> impl IntoView {
    let class = if label_hidden { "sr" } else { "field__label" };
    let note = move || {
        let error = state
            .error
            .get()
            .map(|text| view! { <span class="field__error">{text}</span> }.into_any());
        error.or_else(|| {
            hint.map(|hint| view! { <span class="note">{hint.get()}</span> }.into_any())
        })
    };
    view! {
        <div class="field">
            <label class="field__control">
                <span class=class>{move || label.get()}</span>
                {children()}
            </label>
            <span class="field__note" id=state.note_id() aria-live="polite">{note}</span>
        </div>
    }
}
