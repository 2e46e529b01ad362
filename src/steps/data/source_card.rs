use leptos::prelude::*;

#[component]
pub(super) fn SourceCard() -> impl IntoView {}
