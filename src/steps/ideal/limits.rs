//! What the page does not say.

use leptos::prelude::*;

use crate::components::Section;
use crate::i18n;

/// The honest limits, printed with the page.
#[component]
pub(super) fn Limits() -> impl IntoView {
    let texts = &i18n::catalog().ideal;
    let lines = texts.limit_lines.map(|line| view! { <li>{line}</li> });
    view! {
        <Section heading=texts.limits>
            <ul class="limits">{lines.collect_view()}</ul>
        </Section>
    }
}
