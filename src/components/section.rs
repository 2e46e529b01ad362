//! A part of a page: a black rule, a heading, and the content.

use leptos::prelude::*;

/// A section with its heading.
#[component]
pub fn Section(
    /// The heading.
    #[prop(into)]
    heading: Signal<String>,
    /// By which it is found, to scroll to.
    #[prop(optional, into)]
    id: Option<&'static str>,
    /// A note, link or buttons at the end of the line of the heading.
    #[prop(optional, into)]
    end: Option<ViewFnOnce>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section" id=id>
            <div class="section__head">
                <h2>{move || heading.get()}</h2>
                {end.map(ViewFnOnce::run)}
            </div>
            {children()}
        </section>
    }
}
