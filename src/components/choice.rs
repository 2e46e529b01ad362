//! One answer out of a few, each with what it would lead to: the blocking question.

use leptos::prelude::*;

use super::own_name::own_name;

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    /// What `on_change` hands back.
    pub value: T,
    /// The answer.
    pub text: String,
    /// The figure it leads to, if it can be counted.
    pub total: Option<String>,
    /// Why it is likely, or what would change.
    pub note: Option<String>,
}

/// A group of answers of which one is chosen.
#[component]
pub fn ChoiceGroup<T>(
    /// The question, for assistive technology.
    #[prop(into)]
    label: Signal<String>,
    /// The answers, the likely one first.
    #[prop(into)]
    choices: Signal<Vec<Choice<T>>>,
    /// The chosen answer, if any.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Called with the answer the user chooses.
    #[prop(into)]
    on_change: Callback<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let name = StoredValue::new(own_name("choice"));
    let card = move |choice: Choice<T>| {
        let own = StoredValue::new(choice.value);
        let is_chosen =
            move || value.with(|value| own.with_value(|own| value.as_ref() == Some(own)));
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=name.get_value()
                    prop:checked=is_chosen
                    on:change=move |_| on_change.run(own.get_value())
                />
                <b>{choice.text}</b>
                {choice.total.map(|total| view! { <span class="choice__total">{total}</span> })}
                {choice.note.map(|note| view! { <span class="note">{note}</span> })}
            </label>
        }
    };
    view! {
        <div class="choices" role="radiogroup" aria-label=move || label.get()>
            {move || choices.get().into_iter().map(card).collect_view()}
        </div>
    }
}
