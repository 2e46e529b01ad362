//! A slider with its name before it and its value after it.

use leptos::prelude::*;

/// A labelled range slider.
#[component]
pub fn Slide(
    /// The name, before the slider.
    #[prop(into)]
    label: Signal<String>,
    /// Where it stands.
    #[prop(into)]
    value: Signal<f64>,
    /// The value as text with its unit, after the slider and for assistive technology.
    #[prop(into)]
    text: Signal<String>,
    /// The distance of one arrow key.
    #[prop(default = 1.0)]
    step: f64,
    /// Called continuously while it moves.
    #[prop(optional, into)]
    on_input: Option<Callback<f64>>,
    /// Called once, on release or after a key.
    #[prop(optional, into)]
    on_change: Option<Callback<f64>>,
) -> impl IntoView {
    let tell = |listener: Option<Callback<f64>>, typed: String| {
        if let (Some(listener), Ok(number)) = (listener, typed.parse()) {
            listener.run(number);
        }
    };
    view! {
        <label class="slide">
            <span>{move || label.get()}</span>
            <input
                type="range"
                min=0
                max=100
                step=step
                aria-valuetext=move || text.get()
                prop:value=move || value.get()
                on:input:target=move |event| tell(on_input, event.target().value())
                on:change:target=move |event| {
                    let input = event.target();
                    tell(on_change, input.value());
                    // What was refused left the value as it was: the thumb goes back to it.
                    input.set_value(&value.get_untracked().to_string());
                }
            />
            <b class="num">{move || text.get()}</b>
        </label>
    }
}
