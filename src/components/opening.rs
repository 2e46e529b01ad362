//! The opening sentence of a screen: the headline is a finding, not a title.

use leptos::prelude::*;

/// The sentence. Inside it, `<a>` is a number with rows behind it and `<b>` any other number.
#[component]
pub fn Opening(
    /// The firm, the year, the day: small, above the sentence.
    #[prop(optional, into)]
    place: Signal<Vec<String>>,
    /// What can be done first, beside the place.
    #[prop(optional, into)]
    beside: Option<ViewFnOnce>,
    /// What the sentence rests on, below it.
    #[prop(optional, into)]
    more: Option<ViewFnOnce>,
    /// The sentence.
    children: Children,
) -> impl IntoView {
    let parts = move || {
        let parts = place.get();
        (!parts.is_empty()).then(|| {
            let parts = parts.into_iter().map(|part| view! { <span>{part}</span> });
            view! { <p class="opening__where">{parts.collect_view()}</p> }
        })
    };
    view! {
        <div class="opening">
            <div class="opening__top">
                {parts} {beside.map(ViewFnOnce::run)}
            </div>
            <h1 class="opening__say" tabindex="-1">
                {children()}
            </h1>
            {more.map(|more| view! { <p class="opening__more">{more.run()}</p> })}
        </div>
    }
}
