//! The button, and the link that looks like one.

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// How much a button asks for attention. At most one `Main` is in view per region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// Bordered.
    #[default]
    Normal,
    /// Filled: the one next step.
    Main,
    /// Without a border: tools in a bar, icons.
    Plain,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Normal => "button",
            Self::Main => "button button--main",
            Self::Plain => "button button--plain",
        }
    }
}

/// A button. With an icon and no children it needs a `label`.
#[component]
pub fn Button(
    /// Called on a click, Enter or Space; never while disabled.
    #[prop(into)]
    on_press: Callback<()>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Whether it can be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For a switch: whether it is on. Leave out for an ordinary button.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// For a button that opens something in place: whether that is open.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// An icon before the text, or instead of it.
    #[prop(optional, into)]
    icon: Option<Signal<IconName>>,
    /// The name for assistive technology, when the children do not say it all.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// What a mouse sees on hover, such as the key for it; defaults to the label.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// The text.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let on_off = |state: Option<Signal<bool>>| {
        move || state.map(|state| if state.get() { "true" } else { "false" })
    };
    let title = hint.or(label);

    view! {
        <button
            type="button"
            class=kind.class()
            disabled=move || disabled.get()
            aria-pressed=on_off(pressed)
            aria-expanded=on_off(expanded)
            aria-label=move || label.map(|label| label.get())
            title=move || title.map(|title| title.get())
            on:click=move |_| on_press.run(())
        >
            {icon.map(|name| view! { <Icon name /> })}
            {children.map(|children| children())}
        </button>
    }
}
