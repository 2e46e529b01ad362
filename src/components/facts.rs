//! A sum or a short list: name left, figure right.

use leptos::prelude::*;

/// The list; its children are `Fact`s.
#[component]
pub fn Facts(
    /// The facts.
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// One line of the list.
#[component]
pub fn Fact(
    /// The name of the figure.
    #[prop(into)]
    name: Signal<String>,
    /// Where the figure comes from, small after the name.
    #[prop(optional, into)]
    source: Option<Signal<String>>,
    /// The line under the rule: what the lines above add up to.
    #[prop(optional)]
    sum: bool,
    /// The figure.
    children: Children,
) -> impl IntoView {
    view! {
        <dt class=("facts__sum", sum)>
            {move || name.get()}
            {source
                .map(|source| {
                    view! {
                        " "
                        <span class="note">{move || source.get()}</span>
                    }
                })}
        </dt>
        <dd class="num" class=("facts__sum", sum)>
            {children()}
        </dd>
    }
}
