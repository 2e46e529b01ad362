//! Which part of a list is shown: all, or one group, with counts.

use leptos::prelude::*;

/// One of the filters.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterTab<T> {
    /// What `on_select` hands back.
    pub value: T,
    /// The name, with its count.
    pub text: String,
}

/// A row of filters of which one is on.
#[component]
pub fn FilterTabs<T>(
    /// What is being filtered, for assistive technology.
    #[prop(into)]
    label: Signal<String>,
    /// The filters, in order.
    #[prop(into)]
    tabs: Signal<Vec<FilterTab<T>>>,
    /// The filter that is on.
    #[prop(into)]
    selected: Signal<T>,
    /// Called with the filter the user chooses.
    #[prop(into)]
    on_select: Callback<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let tab = move |tab: FilterTab<T>| {
        let own = StoredValue::new(tab.value);
        let is_on = move || selected.with(|selected| own.with_value(|own| selected == own));
        view! {
            <button
                type="button"
                class="button button--plain"
                aria-pressed=move || if is_on() { "true" } else { "false" }
                on:click=move |_| on_select.run(own.get_value())
            >
                {tab.text}
            </button>
        }
    };
    view! {
        <div class="tabs" role="group" aria-label=move || label.get()>
            {move || tabs.get().into_iter().map(tab).collect_view()}
        </div>
    }
}
