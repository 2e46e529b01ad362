use leptos::prelude::*;

#[component]
pub(super) fn Costs() -> impl IntoView {}
