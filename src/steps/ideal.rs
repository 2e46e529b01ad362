//! Ideal.

use leptos::prelude::*;

/// The place.
#[component]
pub fn IdealStep() -> impl IntoView {
    let texts = &crate::i18n::catalog().ideal;
    view! { <h1>{texts.title}</h1> }
}
