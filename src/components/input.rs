//! One line of text, a number, a date or a search, with its label and error.

use leptos::prelude::*;

use super::field::{Field, FieldState};

/// What is typed; decides the keyboard on a phone and the alignment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Words.
    #[default]
    Text,
    /// A number as the user writes it, with a decimal comma; parsed by whoever listens.
    Number,
    /// Filters while typing.
    Search,
    /// A day, as `2026-01-31`.
    Date,
}

impl InputKind {
    const fn html_type(self) -> &'static str {
        match self {
            // `type=number` refuses "13,2" in an English browser; the text goes to our own parser.
            Self::Text | Self::Number => "text",
            Self::Search => "search",
            Self::Date => "date",
        }
    }

    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Number => Some("decimal"),
            _ => None,
        }
    }
}

/// Whether what was typed did not fit: until something fits, or another value holds.
#[derive(Clone, Copy)]
pub struct Misfit {
    value: Signal<String>,
    /// The value that held when it was typed.
    kept: RwSignal<Option<String>>,
}

impl Misfit {
    /// For the input that shows this value.
    pub fn new(value: Signal<String>) -> Self {
        Self {
            value,
            kept: RwSignal::new(None),
        }
    }

    /// Notes whether what was typed fits.
    pub fn note(self, fits: bool) {
        let kept = (!fits).then(|| self.value.get_untracked());
        self.kept.set(kept);
    }

    /// The sentence about it, while it is true.
    pub fn says(self, sentence: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let kept = self.kept.get()?;
            (kept == self.value.get()).then(|| sentence.to_owned())
        })
    }
}

/// A labelled input.
#[component]
pub fn Input(
    /// The name of the input.
    #[prop(into)]
    label: Signal<String>,
    /// The text in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called at every keystroke.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Called when the user is done: Enter, or leaving the input.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// What is typed.
    #[prop(optional)]
    kind: InputKind,
    /// What is wrong with it and what to do, below the input.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What to type or in which unit, below the input.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// An example, inside the empty input.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
    /// Keep the label for assistive technology only.
    #[prop(optional)]
    label_hidden: bool,
    /// Room for five figures instead of the whole width.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    let state = FieldState::new(error);
    view! {
        <Field state label label_hidden hint>
            <input
                class="input"
                class=("input--num", kind == InputKind::Number)
                class=("input--short", short)
                type=kind.html_type()
                inputmode=kind.input_mode()
                autocomplete="off"
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
            />
        </Field>
    }
}
