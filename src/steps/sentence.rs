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
        let mut runs = spans.get().into_iter().peekable();
        let mut views = Vec::new();
        while let Some(span) = runs.next() {
            views.push(match span {
                Span::Plain(text) => text.into_any(),
                Span::Strong(text) => view! { <b>{text}</b> }.into_any(),
                Span::Link(text, target) => {
                    // A line may end after a button, and what closes the clause would begin the next.
                    let after = match runs.peek_mut() {
                        Some(Span::Plain(next)) => closing_of(next),
                        _ => String::new(),
                    };
                    view! {
                        <span class="say-link__run">
                            <button class="say-link" on:click=move |_| on_link.run(target)>
                                {text}
                            </button>
                            {after}
                        </span>
                    }
                    .into_any()
                }
            });
        }
        views
    }
}

/// Takes the punctuation off the start of a text.
fn closing_of(text: &mut String) -> String {
    let n_bytes = text.len() - text.trim_start_matches(['.', ',', ';', ':', ')']).len();
    text.drain(..n_bytes).collect()
}
