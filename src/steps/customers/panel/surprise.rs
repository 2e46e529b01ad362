//! What surprises about this customer: another class than the owner guessed, or than last time.

use leptos::prelude::*;

use super::super::screen::Screen;
use super::super::surprises::words::lines_of;
use crate::components::PanelPart;
use crate::i18n;

#[component]
pub(super) fn Surprise(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().surprises;
    let found = Screen::expect().found;
    let lines = Memo::new(move |_| {
        found.with(|found| lines_of(found, customer, locale.catalog(), locale.format()))
    });
    move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|line| view! { <p>{line}</p> });
            view! { <PanelPart heading=texts.part>{lines.collect_view()}</PanelPart> }
        })
    }
}
