use leptos::prelude::*;

#[component]
pub(super) fn Questions() -> impl IntoView {}
