//! A modal dialog: the native `<dialog>`, which holds the focus, closes on Escape and gives the
//! focus back to where it came from.

use leptos::{ev, html, prelude::*};

use super::{
    button::{Button, ButtonKind},
    icon::IconName,
};

/// A dialog with a title and a close button. Its content exists only while it is open.
#[component]
pub fn Dialog(
    /// Whether it is open; the owner closes it when `on_close` is called.
    #[prop(into)]
    open: Signal<bool>,
    /// The title, also its name.
    #[prop(into)]
    title: Signal<String>,
    /// The name of the close button.
    #[prop(into)]
    close_label: Signal<String>,
    /// Called on Escape and on the close button.
    #[prop(into)]
    on_close: Callback<()>,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    // The open state of a modal lives in the browser, not in an attribute.
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) if dialog.show_modal().is_err() => dialog.set_open(true),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let on_cancel = move |event: ev::Event| {
        event.prevent_default();
        on_close.run(());
    };
    // The browser may close it by itself (a second Escape); the owner must hear of it.
    let on_closed = move |_| {
        if open.get_untracked() {
            on_close.run(());
        }
    };
    let children = StoredValue::new(children);

    view! {
        <dialog
            class="dialog"
            node_ref=node
            aria-label=move || title.get()
            on:cancel=on_cancel
            on:close=on_closed
        >
            <div class="dialog__head">
                <h2>{move || title.get()}</h2>
                <Button kind=ButtonKind::Plain icon=IconName::Close label=close_label on_press=on_close />
            </div>
            <Show when=move || open.get()>
                <div class="dialog__body">{children.with_value(|children| children())}</div>
            </Show>
        </dialog>
    }
}
