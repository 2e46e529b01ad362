//! A sentence of the catalog on the page: numbers with rows behind them are links.

use leptos::prelude::*;

use crate::i18n::Span;

/// The runs of a sentence. `on_link` hears the key of the number that was pressed.
#[component]
pub(super) fn Sentence(
    /// The runs.
    #[prop(into)]
    spans: Signal<Vec<Span>>,
    /// Called with the target key of a link.
    #[prop(into)]
    on_link: Callback<&'static str>,
) -> impl IntoView {
    move || {
        spans
            .get()
            .into_iter()
            .map(|span| match span {
                Span::Plain(text) => text.into_any(),
                Span::Strong(text) => view! { <b>{text}</b> }.into_any(),
                Span::Link(text, target) => view! {
                    <button class="say-link" on:click=move |_| on_link.run(target)>
                        {text}
                    </button>
                }
                .into_any(),
            })
            .collect_view()
    }
}
