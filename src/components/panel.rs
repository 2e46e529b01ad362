//! What stands beside a table: the explanation of a row, or the settings behind it.
//! On a narrow screen it covers the page, as a modal dialog with the same close button.

use leptos::{ev, html, prelude::*};

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
    /// Whether it covers the page: it is then a modal dialog, which holds the focus.
    #[prop(into)]
    covers: Signal<bool>,
    /// Called on the close button and on Escape.
    #[prop(into)]
    on_close: Callback<()>,
    /// Before the heading: a class mark.
    #[prop(optional, into)]
    mark: Option<ViewFn>,
    /// After the heading: buttons to the previous and the next.
    #[prop(optional, into)]
    tools: Option<ViewFn>,
    /// The content: `PanelPart`s and sentences. Made anew when the panel begins or ceases to cover the page.
    children: ChildrenFn,
) -> impl IntoView {
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            on_close.run(());
        }
    };
    let content = move |is_sheet: bool| {
        let mark = mark.as_ref().map(ViewFn::run);
        let tools = tools.as_ref().map(ViewFn::run);
        view! {
            <div class="panel__head">
                {mark}
                <h2 tabindex="-1" autofocus=is_sheet>
                    {move || heading.get()}
                </h2> {tools}
                <Button kind=ButtonKind::Plain icon=IconName::Close label=close_label on_press=on_close />
            </div>
            {children()}
        }
        .into_any()
    };
    move || {
        if covers.get() {
            let sheet = NodeRef::<html::Dialog>::new();
            // The open state of a modal lives in the browser, not in an attribute.
            Effect::new(move |_| {
                if let Some(sheet) = sheet.get().filter(|sheet| !sheet.open())
                    && sheet.show_modal().is_err()
                {
                    sheet.set_open(true);
                }
            });
            // The Back gesture of a phone; a key was heard before.
            let on_cancel = move |event: ev::Event| {
                event.prevent_default();
                on_close.run(());
            };
            view! {
                <dialog
                    class="panel"
                    node_ref=sheet
                    aria-label=move || heading.get()
                    on:keydown=on_key
                    on:cancel=on_cancel
                >
                    {content(true)}
                </dialog>
            }
            .into_any()
        } else {
            view! {
                <aside class="panel" aria-label=move || heading.get() on:keydown=on_key>
                    {content(false)}
                </aside>
            }
            .into_any()
        }
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
