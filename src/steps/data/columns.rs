use leptos::prelude::*;

#[component]
pub(super) fn Columns() -> impl IntoView {}
