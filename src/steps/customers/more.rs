//! The pictures that are opened one at a time, so that the screen stays short and nothing is reckoned for
//! a picture that nobody looks at.

use leptos::prelude::*;

use super::attention::Attention;
use super::extremes::Extremes;
use super::shared_out::RevenueShared;
use crate::i18n;

/// A line of names; a press opens one below it, another press closes it.
#[component]
pub(super) fn MorePictures() -> impl IntoView {
    let texts = &i18n::catalog().pictures;
    let shown = RwSignal::new(None::<usize>);
    let name = move |(at, name): (usize, &'static str)| {
        let is_shown = move || shown.get() == Some(at);
        let press = move |_| {
            shown.update(|shown| *shown = (*shown != Some(at)).then_some(at));
        };
        view! {
            <button
                type="button"
                class="button button--plain"
                aria-pressed=move || if is_shown() { "true" } else { "false" }
                on:click=press
            >
                {name}
            </button>
        }
    };
    let picture = move || match shown.get()? {
        0 => Some(view! { <RevenueShared/> }.into_any()),
        1 => Some(view! { <Attention/> }.into_any()),
        _ => Some(view! { <Extremes/> }.into_any()),
    };
    view! {
        <div class="more">
            <div class="tabs" role="group" aria-label=texts.more>
                <span class="note">{texts.more}</span>
                {texts.names.into_iter().enumerate().map(name).collect_view()}
            </div>
            {picture}
        </div>
    }
}
