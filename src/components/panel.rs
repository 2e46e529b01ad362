//! What stands beside a table: the explanation of a row, or the settings behind it.
//! On a narrow screen it covers the page, with the same close button.

use leptos::{ev, prelude::*};

use super::{
    button::{Button, ButtonKind},
    icon::IconName,
};

/// A panel with a heading and a close button; Escape inside it closes it too.
#[component]
pub fn Panel(
    /// The heading, also its name.
    #[prop(into)]
    heading: Signal<String>,
    /// The name of the close button.
    #[prop(into)]
    close_label: Signal<String>,
    /// Called on the close button and on Escape.
    #[prop(into)]
    on_close: Callback<()>,
    /// Before the heading: a class mark.
    #[prop(optional, into)]
    mark: Option<ViewFnOnce>,
    /// After the heading: buttons to the previous and the next.
    #[prop(optional, into)]
    tools: Option<ViewFnOnce>,
    /// The content: `PanelPart`s and sentences.
    children: Children,
) -> impl IntoView {
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            on_close.run(());
        }
    };
    view! {
        <aside class="panel" aria-label=move || heading.get() on:keydown=on_key>
            <div class="panel__head">
                {mark.map(ViewFnOnce::run)} <h2 tabindex="-1">{move || heading.get()}</h2>
                {tools.map(ViewFnOnce::run)}
                <Button kind=ButtonKind::Plain icon=IconName::Close label=close_label on_press=on_close />
            </div>
            {children()}
        </aside>
    }
}

/// A part of a panel under a small heading.
#[component]
pub fn PanelPart(
    /// The heading.
    #[prop(into)]
    heading: Signal<String>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="flow">
            <h3>{move || heading.get()}</h3>
            {children()}
        </div>
    }
}

/// Why it is so: the first sentences of an explanation, larger than the rest.
#[component]
pub fn PanelWhy(
    /// The sentences; `<b>` for what decides.
    children: Children,
) -> impl IntoView {
    view! { <p class="panel__why">{children()}</p> }
}

/// The first thing to do, or what a change just did: with the green edge.
#[component]
pub fn PanelFirst(
    /// The sentence, and the link or button that does it.
    children: Children,
) -> impl IntoView {
    view! { <div class="panel__first">{children()}</div> }
}
