//! One of the three letters for a thing in a list, by pointer or by typing the letter.
//!
//! Radio buttons, so that arrows and a screen reader do what they always do. The keys A, B and C set as
//! well, Delete and Backspace clear; so does a press on the letter that is chosen.

use leptos::{ev, prelude::*};

use super::klas::{Klas, Letter};
use super::own_name::own_name;

/// A, B or C.
#[component]
pub fn LetterChoice(
    /// What is chosen for what, in words.
    #[prop(into)]
    label: Signal<String>,
    /// The id of the first button, for who moves the focus there.
    id: String,
    /// The chosen letter, if any.
    #[prop(into)]
    value: Signal<Option<Letter>>,
    /// Called with the new letter; none takes it back.
    #[prop(into)]
    on_change: Callback<Option<Letter>>,
    /// Called after a letter was typed, which `on_change` has heard of: the next thing can be asked.
    #[prop(into)]
    on_typed: Callback<()>,
) -> impl IntoView {
    let name = own_name("letters");
    let on_key = move |event: ev::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let letter = letter_from(&event.key());
        match (letter, event.key().as_str()) {
            (Some(_), _) => {
                on_change.run(letter);
                on_typed.run(());
            }
            (None, "Delete" | "Backspace") => on_change.run(None),
            _ => return,
        }
        event.prevent_default();
    };
    let one = |(at, letter): (usize, Letter)| {
        let is_chosen = move || value.get() == Some(letter);
        // A press on the chosen one is no change to the browser.
        let on_click = move |_| {
            if value.get_untracked() == Some(letter) {
                on_change.run(None);
            }
        };
        view! {
            <label class="letters__one">
                <input
                    class="letters__pick"
                    type="radio"
                    id=(at == 0).then(|| id.clone())
                    name=name.clone()
                    prop:checked=is_chosen
                    on:click=on_click
                    on:change=move |_| on_change.run(Some(letter))
                />
                <Klas
                    letter=Some(letter)
                    label=letter.name()
                    provisional=Signal::derive(move || !is_chosen())
                />
            </label>
        }
    };
    view! {
        <span class="letters" role="radiogroup" aria-label=move || label.get() on:keydown=on_key>
            {[Letter::A, Letter::B, Letter::C].into_iter().enumerate().map(one).collect_view()}
        </span>
    }
}

/// The letter that a typed key stands for.
fn letter_from(key: &str) -> Option<Letter> {
    match key {
        "a" | "A" => Some(Letter::A),
        "b" | "B" => Some(Letter::B),
        "c" | "C" => Some(Letter::C),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Letter, letter_from};

    #[test]
    fn only_the_three_letters_are_letters() {
        let cases = [
            ("a", Some(Letter::A)),
            ("C", Some(Letter::C)),
            ("d", None),
            ("1", None),
            ("Enter", None),
        ];
        for (key, expected) in cases {
            assert_eq!(letter_from(key), expected, "{key}");
        }
    }
}
