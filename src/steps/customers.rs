//! Customers.

use leptos::prelude::*;

/// The place.
#[component]
pub fn CustomersStep() -> impl IntoView {
    let texts = &crate::i18n::catalog().customers;
    view! { <h1>{texts.title}</h1> }
}
