//! Something that opens in place.

use leptos::prelude::*;

/// A native `<details>`.
#[component]
pub fn Disclosure(
    /// What is inside, in a few words.
    #[prop(into)]
    summary: Signal<String>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure">
            <summary>{move || summary.get()}</summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
