//! A rating from 1 to 5, or unknown: a digit with five pips, and a native list on top of them.
//!
//! The list is a real `<select>`, transparent over the drawing, so that mouse, touch and screen
//! reader get what their platform offers. The keys 1 to 5 set and Delete or Backspace clears,
//! in every browser alike. Arrow keys bubble first: a grid that moves between cells with them
//! prevents the default, and nothing changes.

use leptos::{ev, prelude::*};

const HIGHEST: u8 = 5;

/// One rating cell.
#[component]
pub fn Rate(
    /// The rating, 1 to 5, or unknown.
    #[prop(into)]
    value: Signal<Option<u8>>,
    /// The name in words: which rating, and of whom.
    #[prop(into)]
    label: Signal<String>,
    /// The text that stands for unknown and invites an answer.
    #[prop(into)]
    unknown: Signal<String>,
    /// Called with the new rating; none means unknown again.
    #[prop(into)]
    on_change: Callback<Option<u8>>,
    /// Whether Tab stops here. A grid has one tab stop and moves the focus itself.
    #[prop(default = true.into(), into)]
    tab_stop: Signal<bool>,
) -> impl IntoView {
    let on_key = move |event: ev::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match (event.key().as_str(), rating_from(&event.key())) {
            ("Delete" | "Backspace", _) => on_change.run(None),
            (_, Some(rating)) => on_change.run(Some(rating)),
            _ => return,
        }
        event.prevent_default();
    };
    let selected = move || {
        value
            .get()
            .map_or_else(String::new, |value| value.to_string())
    };
    // A list without its options takes no value, so the first one is marked in them; `prop:value` is for
    // later ones. Not an effect per option: a grid has hundreds of these.
    let first = value.get_untracked();
    let options = (1..=HIGHEST).map(|step| {
        view! { <option value=step selected=first == Some(step)>{step}</option> }
    });

    view! {
        <span class="rate" class=("rate--unknown", move || value.get().is_none())>
            {move || match value.get() {
                Some(value) => view! { <Pips value /> }.into_any(),
                None => view! { <span>{unknown.get()}</span> }.into_any(),
            }}
            <select
                class="rate__pick"
                aria-label=move || label.get()
                tabindex=move || if tab_stop.get() { "0" } else { "-1" }
                prop:value=selected
                on:keydown=on_key
                on:change:target=move |event| on_change.run(rating_from(&event.target().value()))
            >
                <option value="" selected=first.is_none()>{move || unknown.get()}</option>
                {options.collect_view()}
            </select>
        </span>
    }
}

#[component]
fn Pips(
    /// How many of the five are on.
    value: u8,
) -> impl IntoView {
    view! {
        <span class="rate__pips" data-on=value aria-hidden="true">{value}</span>
    }
}

/// The rating that a typed key or a chosen option stands for.
fn rating_from(text: &str) -> Option<u8> {
    text.parse()
        .ok()
        .filter(|rating| (1..=HIGHEST).contains(rating))
}

#[cfg(test)]
mod tests {
    use super::rating_from;

    #[test]
    fn only_one_to_five_is_a_rating() {
        let cases = [
            ("1", Some(1)),
            ("5", Some(5)),
            ("0", None),
            ("6", None),
            ("", None),
            ("a", None),
        ];
        for (text, expected) in cases {
            assert_eq!(rating_from(text), expected, "{text:?}");
        }
    }
}
